"""Change the project in one step: packages, record and what is kept, all or nothing.

In: the files that are to be there, those that are to go, and what they were when that was decided.
Out: the changed project.
Never: overwrites what changed meanwhile, follows a symlink, or leaves two states mixed.

`staging` does it, as for one emitted package, with the project's root as the folder.  It stages inside of the root:
the folder above may be another's, or another disk.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from handbill_generator import staging as _staging
from handbill_generator.diagnostics import OutputError
from handbill_generator.staging import apply, read
from handbill_generator.write import Staleness
from handbill_generator.write import _plan as planned

_STAGING_NAME = ".handbill-vendor-staging"
_HERE = "here"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What is to change; all paths are from the root.

    *files* are to be there and *gone* not.  *seen* has what was read on the way to that decision, None for no file.
    """

    files: Mapping[str, bytes]
    gone: Collection[str] = ()
    seen: Mapping[str, bytes | None] = field(default_factory=dict)


def commit(root: Path, edition: Edition) -> tuple[str, ...]:
    """Make *edition* so, and give the paths that were written; on any error the project is as before.

    Raises OutputError for what cannot be written, stands in the way, or changed since it was seen.
    """
    with _reasons(root), _staged(root) as staging:
        for path, raw in edition.seen.items():
            if read(root, path) != raw:
                raise OutputError(f"{path}: changed while handbill was at work; run again")
        present = {path: read(root, path) for path in edition.files}
        missing = tuple(sorted(path for path, raw in present.items() if raw is None))
        differing = tuple(sorted(p for p, raw in present.items() if raw is not None and raw != edition.files[p]))
        stale = tuple(sorted(path for path in edition.gone if read(root, path) is not None))
        if missing or differing or stale:
            moves = planned(Staleness(missing=missing, differing=differing, stale=stale), root)
            apply(moves, edition.files, root, staging)
    return (*missing, *differing)


def recover(root: Path) -> None:
    """Put back what a run that was killed has moved; raises OutputError where one is at work."""
    if is_interrupted(root):
        with _reasons(root), _staged(root):
            pass


def is_interrupted(root: Path) -> bool:
    """Say whether a run in the project was killed, or is at work."""
    return os.path.lexists(root / _STAGING_NAME / "journal")


@contextmanager
def _staged(root: Path) -> Iterator[Path]:
    staging = root / _STAGING_NAME
    with _staging._locked(staging, root):
        _refuse_foreign(root, staging)
        _staging._roll_back(root, staging)
        _staging._sweep(staging)
        (staging / _HERE).write_bytes(_identity(staging))
        try:
            yield staging
        finally:
            _staging._roll_back(root, staging)
            with suppress(OSError):
                _staging._sweep(staging)
                (staging / "lock").unlink()
                staging.rmdir()


def _refuse_foreign(root: Path, staging: Path) -> None:
    """Refuse a journal that was written in another folder.

    A repository can bring one along, and it says which files are taken away; what it cannot know is this number.
    """
    if is_interrupted(root) and read(staging, _HERE) != _identity(staging):
        raise OutputError(
            f"{_STAGING_NAME}: was not left here by a run of handbill; restore the project from version control, "
            "and delete that folder"
        )


def _identity(folder: Path) -> bytes:
    status = folder.stat()
    return f"{status.st_dev} {status.st_ino}\n".encode("ascii")


@contextmanager
def _reasons(root: Path) -> Iterator[None]:
    """Turn the system's errors into ours."""
    try:
        yield
    except OSError as error:
        where = error.filename or root
        raise OutputError(f"{where}: {error.strerror or error}; check permissions and free space") from error
