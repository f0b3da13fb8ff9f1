"""Find the documents that a command line names: files, folders, globs, on the disk or at a revision.

In: an argument.  Out: the paths of what it means, and where each of them is read from.
Never: looks at the working tree where a revision is named; takes what is not there for an empty folder.

A file or folder of that very name wins; then `REV:PATH`; then a glob.  As in git, PATH counts from the top of the
repository, and from the current folder where it begins with `./` or `../`.
"""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Protocol

from handbill_generator.bundle import Reader
from handbill_generator.bundle.files import DISK
from handbill_generator.changes.repository import Repository
from handbill_generator.changes.revisions import Revision
from handbill_generator.diagnostics import ConfigError, SpecError
from handbill_generator.load import STANDARD, Document, load
from handbill_generator.load.source import shown

_MAGIC = re.compile(r"[*?\[]")
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")
_REMOTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_ENDS = (".yaml", ".yml", ".json")
_MOST_FILES = 200_000


class Tree(Protocol):
    """Folders and files, on the disk or at a revision; a path is a text with slashes."""

    @property
    def reader(self) -> Reader:
        """What reads the files that a document refers to."""
        ...

    def shown(self, path: str) -> str:
        """Give what messages call *path*."""
        ...

    def location(self, path: str) -> Path | None:
        """Give where *path* would be on the disk, or None where the repository has no working tree."""
        ...

    def is_file(self, path: str) -> bool:
        """Say whether a file is at *path*."""
        ...

    def is_folder(self, path: str) -> bool:
        """Say whether a folder is at *path*."""
        ...

    def files(self, folder: str) -> Iterator[str]:
        """Give the paths of all files below *folder*, sorted."""
        ...

    def content(self, path: str) -> bytes:
        """Give a file; raises SpecError for a link that leads out of what may be read, and for what is too large."""
        ...

    def document(self, path: str) -> Document:
        """Read the document at *path*; raises SpecError."""
        ...


class OnDisk:
    """The files as they are now; paths are as the user wrote them, from *root* where they are relative."""

    reader: Reader = DISK

    def __init__(self, root: Path) -> None:
        self._root = root

    def shown(self, path: str) -> str:
        """Give *path*."""
        return path

    def location(self, path: str) -> Path | None:
        """Give *path*, absolute."""
        return self._root / path

    def is_file(self, path: str) -> bool:
        """Say whether a file is at *path*, and False for what cannot be a path."""
        return os.path.isfile(self._root / path)

    def is_folder(self, path: str) -> bool:
        """Say whether a folder is at *path*, and False for what cannot be a path."""
        return os.path.isdir(self._root / path)

    def files(self, folder: str) -> Iterator[str]:
        """Give the paths of all files below *folder*, sorted folder by folder; no link to a folder is followed."""
        top = self._root / folder
        seen = 0
        for here, folders, names in os.walk(top):
            folders.sort()
            seen += len(names)
            if seen > _MOST_FILES:
                raise SpecError(f'"{folder}" holds more than {_MOST_FILES} files', hint="name a folder below")
            below = Path(here).relative_to(top).as_posix()
            yield from (posixpath.normpath(posixpath.join(folder, below, name)) for name in sorted(names))

    def content(self, path: str) -> bytes:
        """Give the file at *path*."""
        file = self._root / path
        try:
            if file.is_symlink() and not file.resolve().is_relative_to(self._root.resolve()):
                hint = "name the file itself, or copy it"
                raise SpecError(f'"{path}" is a link that leads out of "{self._root}"', hint=hint)
            if file.stat().st_size > STANDARD.bytes:
                raise SpecError(f'"{path}" has more than {STANDARD.bytes} bytes', hint="name the documents one by one")
            return file.read_bytes()
        except (OSError, RuntimeError) as error:
            raise SpecError(f'"{path}" cannot be read: {error}') from error

    def document(self, path: str) -> Document:
        """Read the document at *path*."""
        return load(self._root / path, name=path)


class AtRevision:
    """The files of a revision."""

    def __init__(self, repository: Repository, revision: Revision) -> None:
        self.repository = repository
        self.revision = revision

    @property
    def reader(self) -> Reader:
        """The revision."""
        return self.revision

    def shown(self, path: str) -> str:
        """Give `REV:PATH`."""
        return self.revision.shown(path)

    def location(self, path: str) -> Path | None:
        """Give where *path* is, or was, in the working tree."""
        return self.repository.top / path if self.repository.top else None

    def is_file(self, path: str) -> bool:
        """Say whether the revision has a file at *path*."""
        return self.revision.is_file(path)

    def is_folder(self, path: str) -> bool:
        """Say whether the revision has a folder at *path*."""
        return self.revision.is_folder(path)

    def files(self, folder: str) -> Iterator[str]:
        """Give the paths of all files below *folder*."""
        return self.revision.files(folder)

    def content(self, path: str) -> bytes:
        """Give the file at *path*."""
        return self.revision.read(path)

    def document(self, path: str) -> Document:
        """Read the document at *path*."""
        return self.revision.document(path)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What an argument means: a file or folder at *path* of *tree*, or with a *pattern* what matches below it."""

    tree: Tree
    path: str
    is_file: bool
    pattern: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """What messages call it."""
        return self.tree.shown("/".join([part for part in (self.path.rstrip("/"), *self.pattern) if part]))

    def candidates(self) -> Iterator[tuple[str, str]]:
        """Give the files that may be documents: path, and path below the folder; hidden ones only by a glob."""
        for path in self.tree.files(self.path):
            relative = posixpath.relpath(path, self.path or ".")
            parts = relative.split("/")
            if self.pattern:
                if _matches(parts, self.pattern):
                    yield path, relative
            elif path.endswith(_ENDS) and not any(part.startswith(".") for part in parts):
                yield path, relative


def place(argument: str, root: Path, repository: Callable[[], Repository]) -> Place:
    """Find what *argument* means, seen from the folder *root*; *repository* gives the one that *root* is in.

    Raises ConfigError where it means nothing.
    """
    disk = OnDisk(root)
    path = argument.replace(os.sep, "/")
    if argument and (disk.is_file(path) or disk.is_folder(path)):
        return Place(tree=disk, path=path, is_file=disk.is_file(path))
    if _REMOTE.match(argument):
        raise ConfigError(f'"{shown(argument)}" is remote; documents are never fetched; save it and give the file')
    if ":" in argument and not _DRIVE.match(argument):
        revision, _, inside = argument.partition(":")
        return _at_revision(revision, inside, repository())
    if _MAGIC.search(path):
        return _glob(disk, path)
    hint = "give a document, a folder or glob of them, REV:PATH from git, or an emitted package"
    raise ConfigError(f'"{shown(argument)}" is no file and no folder; {hint}')


def _at_revision(name: str, inside: str, repository: Repository) -> Place:
    tree = AtRevision(repository, Revision(repository, name))
    if inside in (".", "..") or inside.startswith(("./", "../")):
        inside = repository.prefix + inside
    path = posixpath.normpath(inside)
    path = "" if path == "." else path
    if path.startswith(("../", "/")) or path == "..":
        raise ConfigError(f'"{shown(inside)}" leads out of the repository; write a path from its top')
    if tree.is_file(path) or tree.is_folder(path):
        return Place(tree=tree, path=path, is_file=tree.is_file(path))
    if _MAGIC.search(path):
        return _glob(tree, path)
    here = f"./{inside}"
    more = f'; write "{name}:{here}" if it is meant from this folder on' if repository.prefix else ""
    raise ConfigError(f'"{shown(path)}" is not in the revision "{name}"{more}')


def _glob(tree: Tree, path: str) -> Place:
    parts = path.split("/")
    first = next(index for index, part in enumerate(parts) if _MAGIC.search(part))
    base = "/".join(parts[:first]) or ("/" if path.startswith("/") else "")
    return Place(tree=tree, path=base, is_file=False, pattern=tuple(parts[first:]))


def _matches(parts: list[str], pattern: tuple[str, ...]) -> bool:
    """Say whether a path matches a glob; `**` is any number of folders, and no wildcard begins a hidden name."""
    reached = {0}
    for part in parts:
        following: set[int] = set()
        for index in reached:
            while index < len(pattern) and pattern[index] == "**":
                if not part.startswith("."):
                    following.add(index)
                index += 1
            if index < len(pattern) and _is_like(part, pattern[index]):
                following.add(index + 1)
        reached = following
    return len(pattern) in reached or any(set(pattern[index:]) == {"**"} for index in reached)


def _is_like(part: str, pattern: str) -> bool:
    return fnmatchcase(part, pattern) and (not part.startswith(".") or pattern.startswith("."))
