"""Build packages, and say what came of each.

In: targets, and how many processes may work.  Out: an `Attempt` for each, in the order of the targets.
Never: writes or prints; and where only one package is to be built, or one process may work, none is started.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from handbill_generator.cli.sources import Recording, Stamp, stamp
from handbill_generator.config import Target
from handbill_generator.diagnostics import HandbillError, SpecError
from handbill_generator.manifest import MANIFEST_NAME, Manifest
from handbill_generator.unchanged import remember, unchanged

if TYPE_CHECKING:
    from handbill_generator.overlay import Notice

_WORTH_BYTES = 250_000
"""The documents that this process can build in the time that another takes to begin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is wanted beside the package.

    *anew* builds it even if nothing changed since the last run; *check* has the models written by the engine, too;
    *details* gives each loss with the overlay action that may correct it; *suggest* is the overlay to write.
    """

    anew: bool = False
    check: bool = False
    details: bool = False
    suggest: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a folder and a report need of a package; all of it can be sent from process to process.

    *files* is None where the folder holds all of them already: nothing changed since the last run.  *notices* are what
    overlays do not do, *said* is a line to be told.
    """

    target: Target
    files: Mapping[str, str] | None
    manifest: Manifest
    losses: Sequence[Mapping[str, Any]]
    operations: int
    models: int
    seconds: float
    notices: tuple[Notice, ...] = ()
    said: str = ""

    @property
    def count(self) -> int:
        """How many files the package has, its manifest among them."""
        return len(self.manifest.files) + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """What came of building *target*: the package, or what is wrong; and the files that were read, as they were."""

    target: Target
    sources: Mapping[Path, Stamp]
    result: Built | HandbillError

    @property
    def built(self) -> Built:
        """The package; raises what was wrong where there is none."""
        if isinstance(self.result, HandbillError):
            raise self.result
        return self.result


def build_all(
    targets: Sequence[Target],
    *,
    asked: Asked,
    jobs: int | None = None,
    stage: Callable[[str], None] = lambda words: None,
    done: Callable[[], None] = lambda: None,
) -> Generator[Attempt, None, None]:
    """Build *targets* in up to *jobs* processes, this one among them.

    By default there is one for each processor, where there is enough to do for it.  *stage* hears what is being done in
    this process, *done* of each package.  Closing the iterator ends all that is at work.  Raises HandbillError where a
    process was ended from outside.
    """
    workers = min(jobs or _worth(targets), len(targets)) - 1
    if workers > 0:
        from handbill_generator.cli.processes import build_together  # what it imports takes a while

        yield from build_together(targets, workers, asked, stage, done)
        return
    for target in targets:
        attempt = attempt_at(target, asked, stage)
        done()
        yield attempt


def attempt_at(target: Target, asked: Asked, stage: Callable[[str], None] = lambda words: None) -> Attempt:
    """Build *target* in memory, if anything changed since it was built last, and say which files were read."""
    started = time.perf_counter()
    before = Recording()
    if not asked.anew and (same := unchanged(target, look=before.look)):
        result: Built | HandbillError = Built(
            target=target,
            files=None,
            manifest=same.manifest,
            losses=same.manifest.losses,
            operations=same.operations,
            models=same.models,
            seconds=time.perf_counter() - started,
        )
        return Attempt(target=target, sources=before.sources, result=result)
    reader = Recording()
    for path in (target.spec, *(overlay.path for overlay in target.overlays)):
        reader.look(path)
    try:
        result = _built(target, asked, reader, stage)
    except HandbillError as error:
        result = error
    return Attempt(target=target, sources=reader.sources, result=result)


def keep(attempt: Attempt) -> None:
    """Keep what a published package was built from, so that the next run can tell that nothing changed."""
    built = attempt.built
    is_same = all(stamp(path) == was for path, was in attempt.sources.items())
    if built.files is not None and not built.notices and is_same:
        remember(
            built.target,
            sources=attempt.sources,
            manifest=built.files[MANIFEST_NAME],
            operations=built.operations,
            models=built.models,
        )


def _built(target: Target, asked: Asked, reader: Recording, stage: Callable[[str], None]) -> Built:
    # These take a while to import, and a run without changes needs neither.
    from handbill_generator.cli import overlays
    from handbill_generator.pipeline import build, check_models

    try:
        whole = build(target, reader=reader, stage=stage)
    except SpecError as error:
        if asked.suggest is None:
            raise overlays.with_suggestion(error, target) from None
        print(overlays.write_suggestion(asked.suggest, target, error), file=sys.stderr)
        raise
    if asked.check:
        check_models(whole)
    said = overlays.write_suggestion(asked.suggest, target, whole) if asked.suggest else ""
    return Built(
        target=target,
        files=dict(whole.files),
        manifest=whole.manifest,
        losses=overlays.loss_entries(whole) if asked.details else whole.manifest.losses,
        operations=whole.operations,
        models=whole.models,
        seconds=whole.seconds,
        notices=whole.notices,
        said=said,
    )


def size(path: Path) -> int:
    """Give the bytes of a file; none for one that is not there."""
    found = stamp(path)
    return found[1] if found else 0


def _worth(targets: Sequence[Target]) -> int:
    """Give how many processes shorten the work."""
    sizes = sorted(size(target.spec) for target in targets)
    return _processors() if sum(sizes[:-1]) > _WORTH_BYTES else 1


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
