"""The files that a document refers to.

In: a reference and where it stands.  Out: the place it means, its file loaded, each file once.
Never: fetches, leaves the root folder, changes a tree.
"""

from __future__ import annotations

import os
import re
from pathlib import Path, PurePath
from typing import Protocol
from urllib.parse import unquote

from ..diagnostics import SpecError
from ..load import Document, Limits, load, tokens_of
from .where import Where, quoted

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


class Reader(Protocol):
    """Where files are read from: the disk, or a state of it that a version control system keeps."""

    def resolve(self, path: Path) -> Path:
        """Give the one path of a file, links followed; raises OSError, ValueError or RuntimeError for no path."""
        ...

    def load(self, path: Path, *, name: str, limits: Limits) -> Document:
        """Read the file at *path*, which was resolved; raises SpecError."""
        ...


class Disk:
    """The files as they are now."""

    def resolve(self, path: Path) -> Path:
        """Give *path*, absolute, links followed."""
        return path.resolve()

    def load(self, path: Path, *, name: str, limits: Limits) -> Document:
        """Read the file at *path*."""
        return load(path, name=name, limits=limits)


DISK = Disk()


class Files:
    """The main document and, once referred to, those below *root*, as *reader* has them."""

    def __init__(self, main: Document, root: Path | None, limits: Limits, reader: Reader = DISK) -> None:
        self.main = main
        self.loaded = {main.path: main}
        self._reader = reader
        self._root = reader.resolve(root or main.path.parent)
        self._shown_root = str(root or PurePath(main.name).parent)
        self._limits = limits

    def target(self, at: Where, ref: str) -> Where:
        """Give the place that *ref*, standing at *at*, means, past files that only pass on to the next.

        Raises SpecError where it is refused or leads nowhere; for places in the main document that is not looked at,
        because other files may have to be put into it first.
        """
        where = self.locate(at, ref)
        passed: list[tuple[Path, object]] = []
        while where.document is not self.main:
            try:
                value = where.value
            except KeyError:
                raise at.unresolved(ref, where.document.tree, where.tokens) from None
            if not isinstance(value, dict) or list(value) != ["$ref"] or not isinstance(value["$ref"], str):
                break
            if where.key in passed:
                raise at.error(f"{quoted(ref)} leads in a circle and never to content", "write the object at one end")
            passed.append(where.key)
            at, ref = where.below("$ref"), value["$ref"]
            where = self.locate(at, ref)
        return where

    def locate(self, at: Where, ref: str) -> Where:
        """Give the place that *ref*, standing at *at*, names, whether or not something stands there."""
        location, _, fragment = ref.partition("#")
        document = self._document(at, ref, unquote(location)) if location else at.document
        try:
            return Where(document, tokens_of(f"#{fragment}"))
        except ValueError:
            hint = "write a JSON pointer such as #/components/schemas/Name"
            raise at.error(f"{quoted(ref)} names an anchor; only JSON pointers are followed", hint) from None

    def _document(self, at: Where, ref: str, location: str) -> Document:
        path = self._path(at, ref, location)
        if path not in self.loaded:
            if len(self.loaded) >= self._limits.files:
                message = f'{quoted(ref)} is one file more than {self._limits.files} (limit "files")'
                raise at.error(message, "split the document")
            self.loaded[path] = self._load(at, path)
        return self.loaded[path]

    def _path(self, at: Where, ref: str, location: str) -> Path:
        hint = f'copy the file below "{self._shown_root}" and refer to it by a relative path'
        if location.lower().startswith(("http:", "https:", "//")):
            raise at.error(f"{quoted(ref)} is remote; references are never fetched", hint)
        # A backslash is a separator on one system and part of a name on the next.
        if _SCHEME.match(location) or location.startswith("/") or "\\" in location:
            raise at.error(f"{quoted(ref)} is not a relative path", hint)
        try:
            path = self._reader.resolve(at.document.path.parent / location)
        except (OSError, ValueError, RuntimeError):
            raise at.error(f"{quoted(ref)} is not the name of a file") from None
        if not path.is_relative_to(self._root):
            raise at.error(f'{quoted(ref)} leads outside of "{self._shown_root}"', hint)
        return path

    def _load(self, at: Where, path: Path) -> Document:
        relative = os.path.relpath(path, self.main.path.parent)
        name = os.path.normpath(PurePath(self.main.name).parent / relative)
        try:
            return self._reader.load(path, name=PurePath(name).as_posix(), limits=self._limits)
        except SpecError as error:
            if error.position:
                raise
            raise at.error(error.message, "write the path of a file, relative to the one this stands in") from error
