"""Hold the folder of a vendored package against the record.

In: an entry of the record.  Out: what is modified, missing, extra, or no plain file.
Never: follows a symlink, or minds what Python leaves in `__pycache__`.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from handbill_generator.diagnostics import OutputError
from handbill_generator.staging import is_cache, mode_of
from handbill_generator.vendor.digests import digest
from handbill_generator.vendor.project import link_on
from handbill_generator.vendor.record import Vendored

_MOST_FILES = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """The folder of a package; paths are below it and sorted.

    *files* has the bytes of all plain files of the package.  *modified* are not as the record says, patches counted;
    *missing* are not there; *extra* are not in the record; *irregular* are symlinks, folders and devices where a file
    should be, or anywhere in the folder.
    """

    files: Mapping[str, bytes]
    modified: tuple[str, ...]
    missing: tuple[str, ...]
    extra: tuple[str, ...]
    irregular: tuple[str, ...]

    @property
    def is_intact(self) -> bool:
        """Whether every file of the package is as the record says."""
        return not (self.modified or self.missing or self.irregular)


def state_of(root: Path, entry: Vendored) -> State:
    """Read the folder of *entry*; raises OutputError where it cannot be read or is reached through a symlink."""
    if link := link_on(root, entry.path):
        raise OutputError(f"{link}: is a symlink; handbill does not follow it, put the folder there itself")
    folder = root / entry.path
    found = dict(_files(folder))
    irregular = sorted(path for path, mode in found.items() if not stat.S_ISREG(mode))
    files = {path: _content(folder / path) for path in sorted(entry.files) if stat.S_ISREG(found.get(path, 0))}
    return State(
        files=files,
        modified=tuple(path for path, raw in files.items() if digest(raw) != entry.expected(path)),
        missing=tuple(path for path in sorted(entry.files) if path not in found),
        extra=tuple(sorted(path for path in found if path not in entry.files and path not in irregular)),
        irregular=tuple(irregular),
    )


def kept_files(root: Path, entry: Vendored) -> Mapping[str, bytes | None]:
    """Give what is kept of *entry*, None for a file that is not there or not as the record says.

    Raises OutputError for a symlink on the way.
    """
    found = _kept(root, entry)
    return {path: raw if raw is not None and digest(raw) == entry.kept[path] else None for path, raw in found.items()}


def edited_kept(root: Path, entry: Vendored) -> tuple[str, ...]:
    """Give what is kept of *entry* and was edited since; raises OutputError for a symlink on the way."""
    found = _kept(root, entry)
    return tuple(path for path, raw in found.items() if raw is not None and digest(raw) != entry.kept[path])


def _kept(root: Path, entry: Vendored) -> Mapping[str, bytes | None]:
    found: dict[str, bytes | None] = {}
    for path in entry.kept:
        place = f"{entry.kept_folder}/{path}"
        if link := link_on(root, place):
            raise OutputError(f"{link}: is a symlink; handbill does not follow it, put the file there itself")
        found[path] = _content(root / place) if stat.S_ISREG(mode_of(root / place)) else None
    return found


def _files(folder: Path) -> Iterator[tuple[str, int]]:
    """Give everything below *folder* that is no folder, with its mode; links to folders are not entered."""
    waiting = [""]
    seen = 0
    while waiting:
        here = waiting.pop()
        for entry in listed(folder / here):
            seen += 1
            if seen > _MOST_FILES:
                raise OutputError(f"{folder.name}: holds more than {_MOST_FILES} files; it is no vendored package")
            path = f"{here}/{entry}" if here else entry
            mode = mode_of(folder / path)
            if not stat.S_ISDIR(mode):
                yield path, mode
            elif not is_cache(folder / path):
                waiting.append(path)


def listed(folder: Path) -> list[str]:
    """Give the names in *folder*, none where it is not there; raises OutputError where it cannot be read."""
    try:
        return os.listdir(folder)
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise OutputError(f"{folder}: cannot be read: {error.strerror}") from error


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise OutputError(f"{path}: cannot be read: {error.strerror}") from error
