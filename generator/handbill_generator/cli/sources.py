"""Which files a build read, and whether they are still what they were.

In: the reading of a build.  Out: its files, each with a stamp that changes when the file does.
Never: reads what the build does not.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from handbill_generator.load import Document, Limits

Stamp = tuple[int, int, int] | None
"""What tells that a file is another than before; None where there is none."""


def stamp(path: Path) -> Stamp:
    """Give what changes with each change of the file at *path*."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


class Recording:
    """Reads from the disk, and keeps the stamp that each file had just before; also of files that are not there."""

    def __init__(self) -> None:
        self.sources: dict[Path, Stamp] = {}

    def look(self, path: Path) -> None:
        # Absolute, but with its links: one that comes to point elsewhere is a change too.
        self.sources.setdefault(path.absolute(), stamp(path))

    def resolve(self, path: Path) -> Path:
        """Give the one path of a file."""
        if not path.is_dir():  # a folder is another with each file that comes into it
            self.look(path)
        return path.resolve()

    def load(self, path: Path, *, name: str, limits: Limits) -> Document:
        """Read the file at *path*."""
        from handbill_generator.load import load  # a run without changes reads no document

        self.look(path)
        return load(path, name=name, limits=limits)
