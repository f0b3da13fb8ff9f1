"""Change the project in one step: packages, record and what is kept, all or nothing.

In: the files that are to be there, those that are to go, and what they were when that was decided.
Out: the changed project.
Never: overwrites what changed meanwhile, follows a symlink, or leaves two states mixed.

`staging` does it, as for one emitted package, with the project's root as the folder.  It stages inside of the root:
the folder above may be another's, or another disk.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from handbill_generator.diagnostics import OutputError
from handbill_generator.staging import apply, has_journal, read, staged, system_errors
from handbill_generator.write import Staleness, moves_for

_STAGING_NAME = ".handbill-vendor-staging"


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
    with system_errors(root), staged(root, root / _STAGING_NAME) as staging:
        for path, raw in edition.seen.items():
            if read(root, path) != raw:
                raise OutputError(f"{path}: changed while handbill was at work; run again")
        present = {path: read(root, path) for path in edition.files}
        missing = tuple(sorted(path for path, raw in present.items() if raw is None))
        differing = tuple(sorted(p for p, raw in present.items() if raw is not None and raw != edition.files[p]))
        stale = tuple(sorted(path for path in edition.gone if read(root, path) is not None))
        if missing or differing or stale:
            moves = moves_for(Staleness(missing=missing, differing=differing, stale=stale), root)
            apply(moves, edition.files, root, staging)
    return (*missing, *differing)


def recover(root: Path) -> None:
    """Put back what a run that was killed has moved; raises OutputError where one is at work."""
    if is_interrupted(root):
        with system_errors(root), staged(root, root / _STAGING_NAME):
            pass


def is_interrupted(root: Path) -> bool:
    """Say whether a run in the project was killed, or is at work."""
    return has_journal(root / _STAGING_NAME)
