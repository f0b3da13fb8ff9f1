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
from ..load import Document, Limits, load, tokens_of, value_at
from .identifiers import KEYWORDS, Identifiers, identifiers, joined, mappings
from .where import Unresolvable, Where, quoted

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
        self._identifiers: dict[Path, Identifiers] = {}

    def target(self, at: Where, ref: str) -> Where:
        """Give the place that *ref*, standing at *at*, means, past files that only pass on to the next.

        Raises Unresolvable where it leads nowhere, SpecError where it is refused; for places in the main document that
        is not looked at, because other files may have to be put into it first.
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
                raise at.leads_nowhere(ref, "leads in a circle and never to content", "write the object at one end")
            passed.append(where.key)
            at, ref = where.below("$ref"), value["$ref"]
            where = self.locate(at, ref)
        return where

    def locate(self, at: Where, ref: str) -> Where:
        """Give the place that *ref*, standing at *at*, names, whether or not something stands there."""
        location, _, fragment = ref.partition("#")
        resource = self._resource(at, ref, location)
        if unquote(fragment)[:1] not in ("", "/"):
            return self._anchor(at, ref, resource, unquote(fragment))
        inside = resource.below(*tokens_of(f"#{fragment}"))
        if resource.tokens and not _is_there(inside):
            # Many who give a schema an $id still write pointers from the root of the document.
            outside = Where(resource.document, tokens_of(f"#{fragment}"))
            return outside if _is_there(outside) else inside
        return inside

    def dynamic(self, name: str) -> int:
        """Give how many dynamic anchors are called *name* in the files that are loaded."""
        return sum(len(self._names(document).dynamic.get(name, ())) for document in self.loaded.values())

    def _names(self, document: Document) -> Identifiers:
        if document.path not in self._identifiers:
            has_names = any(not KEYWORDS.isdisjoint(mapping) for mapping in mappings(document.tree))
            self._identifiers[document.path] = identifiers(document.tree) if has_names else Identifiers()
        return self._identifiers[document.path]

    def _resource(self, at: Where, ref: str, location: str) -> Where:
        """Give the document or the schema with an `$id` that *location*, standing at *at*, names."""
        names = self._names(at.document)
        resource = names.resource(at.tokens)
        if not location:
            return Where(at.document, resource)
        absolute = joined(names.bases[resource], location)
        if absolute in names.uris:
            return Where(at.document, names.uris[absolute])
        for document in self.loaded.values() if _SCHEME.match(absolute) else ():
            if (found := self._names(document).uris.get(absolute)) is not None:
                return Where(document, found)
        # A path from the root of a site, in a schema that says which site, is not one of this machine.
        location = absolute if location.startswith("/") else _beside(names.bases[()], location)
        return Where(self._document(at, ref, unquote(location)), ())

    def _anchor(self, at: Where, ref: str, resource: Where, name: str) -> Where:
        found = self._names(resource.document).anchor(resource.tokens, name)
        if found is None:
            hint = "write a JSON pointer such as #/components/schemas/Name"
            raise at.leads_nowhere(ref, "names an anchor that nobody set", hint)
        return Where(resource.document, found)

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
            raise at.leads_nowhere(ref, "is remote; references are never fetched", hint)
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
            hint = "write the path of a file, relative to the one this stands in"
            raise Unresolvable(at.error(error.message, hint), error.message) from error


def _is_there(where: Where) -> bool:
    try:
        value_at(where.document.tree, where.tokens)
    except KeyError:
        return False
    return True


def _beside(base: str, location: str) -> str:
    """Give the URI *location* as a path, where it lies below the folder of the *base* of its document."""
    folder = base.rpartition("/")[0] + "/"
    return location.removeprefix(folder) if _SCHEME.match(folder) else location
