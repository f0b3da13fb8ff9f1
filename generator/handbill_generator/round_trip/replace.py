"""Replace files by others in one step each.

In: paths, what was read from them, what they are to hold.  Out: the files replaced, their modes kept.
Never: writes into a file that is open to readers; replaces a file that somebody changed in the meantime.
"""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from handbill_generator.diagnostics import OutputError


def replace(files: Sequence[tuple[Path, bytes, bytes]]) -> None:
    """Replace the content of each of *files*: path, content as it was read, content to be.

    Every new content is on the disk before the first file is replaced.  Paths are of plain files, links resolved.
    Raises OutputError.
    """
    staged: list[tuple[Path, str]] = []
    try:
        for path, before, after in files:
            if after != before:
                staged.append((path, _staged(path, after)))
        for path, before, _ in files:
            _check(path, before)
        while staged:
            path, temporary = staged[0]
            os.replace(temporary, path)
            del staged[0]
    except OSError as error:
        where = staged[0][0] if staged else error.filename
        raise OutputError(f"{where}: {error.strerror or error}; check permissions and free space") from error
    finally:
        for _, temporary in staged:
            with suppress(OSError):
                os.unlink(temporary)


def _staged(path: Path, content: bytes) -> str:
    """Write *content* beside *path* (one file system, so that to replace is to rename), with its mode."""
    mode = stat.S_IMODE(path.stat().st_mode)
    handle, temporary = tempfile.mkstemp(prefix=f".{path.name[:100]}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, mode)
    except BaseException:
        os.unlink(temporary)
        raise
    return temporary


def _check(path: Path, before: bytes) -> None:
    # A link that was put in the place of the file would be replaced, not followed; but it is not what was read.
    if not stat.S_ISREG(path.lstat().st_mode) or path.read_bytes() != before:
        raise OutputError(f"{path}: changed on disk in the meantime; nothing was written, run again")
