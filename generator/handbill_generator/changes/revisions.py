"""The files of a revision, as `bundle` reads them.

In: a repository, a revision, paths from the top of the repository.  Out: bytes and documents.
Never: looks at the working tree, follows a link out of the repository, reads what is too large or no text.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from handbill_generator.changes.repository import Repository
from handbill_generator.diagnostics import SpecError
from handbill_generator.load import STANDARD, Document, Limits, load_bytes

_MOST_FILES = 200_000
_MOST_LINKS = 40
_LONGEST_LINK = 4096
_FOLDER, _LINK, _SUBMODULE = "40000", "120000", "160000"
_OUT, _OUT_HINT = "is a link that leads out of the repository, or in a circle", "commit the file itself"
_LFS = b"version https://git-lfs.github.com/spec/"


class _Entry(NamedTuple):
    """One line of a tree object."""

    mode: str
    oid: str


class Revision:
    """The files of one revision, as `bundle` reads them.

    Paths are from the top of the repository, with slashes.  For `bundle` they stand below a root that no disk has, so
    that none of them is ever taken for a file of the working tree.
    """

    def __init__(self, repository: Repository, name: str) -> None:
        """Find what *repository* calls *name*; raises ConfigError where it has no such revision."""
        tree = repository.tree(name)
        self.name = name
        self._repository = repository
        self._top = Path("/") / f"git-{tree}"
        self._folders: dict[str, dict[str, _Entry] | None] = {"": self._read_folder(tree, "")}

    def shown(self, path: str) -> str:
        """Give what messages call the file at *path*."""
        return f"{self.name}:{path}"

    def is_file(self, path: str) -> bool:
        """Say whether a file is at *path*, links followed; one that leads out is a file that cannot be read."""
        real = self._real(path)
        entry = self._entry(path if real is None else real)
        return entry is not None and entry.mode not in (_FOLDER, _SUBMODULE)

    def is_folder(self, path: str) -> bool:
        """Say whether a folder is at *path*, links followed."""
        real = self._real(path)
        return real is not None and self._folder(real) is not None

    def oid(self, path: str) -> str:
        """Give the hash of what is at *path*, empty where nothing is."""
        entry = self._entry(path)
        return entry.oid if entry else ""

    def files(self, folder: str) -> Iterator[str]:
        """Give the paths of the files below *folder*, sorted folder by folder; links to folders are not followed."""
        waiting = [self._real(folder) or ""]
        seen = 0
        while waiting:
            here = waiting.pop()
            below = sorted((self._folder(here) or {}).items())
            seen += len(below)
            if seen > _MOST_FILES:
                raise SpecError(
                    f'"{self.shown(folder)}" holds more than {_MOST_FILES} files', hint="name a folder below"
                )
            paths = [(f"{here}/{name}".lstrip("/"), entry.mode) for name, entry in below]
            yield from (path for path, mode in paths if mode not in (_FOLDER, _SUBMODULE))
            waiting += reversed([path for path, mode in paths if mode == _FOLDER])

    def read(self, path: str, *, most: int = STANDARD.bytes) -> bytes:
        """Give the content of the file at *path*; raises SpecError where there is none, or more than *most* bytes."""
        name = self.shown(path)
        real = self._real(path)
        if real is None:
            raise SpecError(
                f'"{name}" is a link that leads out of the repository, or in a circle', hint="commit the file itself"
            )
        entry = self._entry(real)
        if entry is None or entry.mode in (_FOLDER, _SUBMODULE):
            what = {_FOLDER: "is a folder", _SUBMODULE: "is a submodule"}.get(entry.mode if entry else "")
            raise SpecError(f'"{name}" {what or "is not in that revision"}')
        return self._repository.read(entry.oid, most=most, name=name)

    def document(self, path: str) -> Document:
        """Read the document at *path*; raises SpecError."""
        return self.load(self.resolve(self._top / path), name=path, limits=STANDARD)

    def resolve(self, path: Path) -> Path:
        """Give the one path of a file as `bundle` asks for it, outside of its root where a link leads there."""
        real = self._real(path.relative_to(self._top).as_posix())
        return self._top.with_name("outside") if real is None else self._top / real

    def load(self, path: Path, *, name: str, limits: Limits) -> Document:
        """Read the document at *path* as `bundle` asks for it; it is called by the revision, whatever *name* says."""
        if not path.is_relative_to(self._top):
            raise SpecError(f'"{self.shown(name)}" {_OUT}', hint=_OUT_HINT)
        real = path.relative_to(self._top).as_posix()
        name = self.shown(real)
        content = self.read(real, most=limits.bytes)
        if content.startswith(_LFS):
            raise SpecError(
                f'"{name}" is kept in Git LFS, and git holds a pointer alone', hint="commit the file itself"
            )
        if b"\0" in content:
            raise SpecError(f'"{name}" is a binary file', hint="give an OpenAPI file, JSON or YAML")
        return load_bytes(content, path=path, name=name, limits=limits)

    def _real(self, path: str) -> str | None:
        """Give *path* with its links followed and without dots; None where one leads out or in a circle."""
        waiting = path.split("/")[::-1]
        done: list[str] = []
        links = 0
        while waiting:
            part = waiting.pop()
            if part == ".." and not done:
                return None
            if part == "..":
                done.pop()
            elif part not in ("", "."):
                done.append(part)
                entry = self._entry("/".join(done))
                if entry and entry.mode == _LINK:
                    links += 1
                    if links > _MOST_LINKS:
                        return None
                    target = self._link(entry, "/".join(done))
                    if target.startswith("/"):
                        return None
                    done.pop()
                    waiting += target.split("/")[::-1]
        return "/".join(done)

    def _link(self, entry: _Entry, path: str) -> str:
        content = self._repository.read(entry.oid, most=_LONGEST_LINK, name=self.shown(path))
        return content.decode("utf-8", "surrogateescape")

    def _entry(self, path: str) -> _Entry | None:
        folder, _, name = path.rpartition("/")
        return (self._folder(folder) or {}).get(name)

    def _folder(self, path: str) -> dict[str, _Entry] | None:
        if path not in self._folders:
            entry = self._entry(path)
            is_folder = entry is not None and entry.mode == _FOLDER
            self._folders[path] = self._read_folder(entry.oid, path) if entry and is_folder else None
        return self._folders[path]

    def _read_folder(self, oid: str, path: str) -> dict[str, _Entry]:
        """Read a tree object: for each entry its mode, a space, its name, a zero, and its hash in binary."""
        content = self._repository.read(oid, most=STANDARD.bytes, name=self.shown(path))
        size = len(oid) // 2
        entries: dict[str, _Entry] = {}
        at = 0
        while at < len(content):
            end = content.find(b"\0", at)
            if end < 0:
                raise SpecError(f'"{self.shown(path)}" cannot be read from git: the repository is damaged')
            mode, _, name = content[at:end].partition(b" ")
            at = end + 1 + size
            entries[name.decode("utf-8", "surrogateescape")] = _Entry(
                mode.decode("ascii", "replace"), content[end + 1 : at].hex()
            )
        return entries
