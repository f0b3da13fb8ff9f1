"""Build packages, several of them in processes of their own.

In: targets, and how many processes may work.  Out: an `Attempt` for each, in the order of the targets.
Never: writes or prints; and where only one package is to be built, or one process may work, none is started.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Generator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import active_children, get_context, parent_process
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

from handbill_generator.cli.sources import Recording, Stamp, stamp
from handbill_generator.config import Target
from handbill_generator.diagnostics import HandbillError, SpecError
from handbill_generator.manifest import MANIFEST_NAME, Manifest
from handbill_generator.unchanged import remember, unchanged

if TYPE_CHECKING:
    from handbill_generator.overlay import Notice

_CTRL_C = {signal.SIGINT}
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
        yield from _together(targets, workers, asked, stage, done)
        return
    for target in targets:
        attempt = attempt_at(target, asked, stage)
        done()
        yield attempt


def attempt_at(target: Target, asked: Asked, stage: Callable[[str], None] = lambda words: None) -> Attempt:
    """Build *target* in memory, if anything changed since it was built last, and say which files were read."""
    started = time.perf_counter()
    reader = Recording()
    for path in (target.spec, *(overlay.path for overlay in target.overlays)):
        reader.look(path)
    if not asked.anew and (same := unchanged(target)):
        result: Built | HandbillError = Built(
            target=target,
            files=None,
            manifest=same.manifest,
            losses=same.manifest.losses,
            operations=same.operations,
            models=same.models,
            seconds=time.perf_counter() - started,
        )
        return Attempt(target=target, sources={path: stamp(path) for path in same.sources}, result=result)
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
        if asked.suggest and (wrong := overlays.of_error(error, target)):
            print(overlays.write_suggestion(asked.suggest, target, [wrong]), file=sys.stderr)
            raise
        raise overlays.with_suggestion(error, target) from None
    if asked.check:
        check_models(whole)
    said = ""
    if asked.suggest:
        tree = whole.read.bundled.bundle.tree
        said = overlays.write_suggestion(asked.suggest, target, overlays.of_losses(whole), tree)
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


def _together(
    targets: Sequence[Target],
    workers: int,
    asked: Asked,
    stage: Callable[[str], None],
    done: Callable[[], None],
) -> Generator[Attempt, None, None]:
    # The largest begins first, here: a new process first has to import all.  What no other process has begun by the
    # time that this one has nothing to do is built here too, so that to start them never takes longer than not to.
    first, *others = sorted(range(len(targets)), key=lambda index: -_size(targets[index].spec))
    found: dict[int, Attempt] = {}
    with _pool(workers) as pool:
        futures = dict(zip(others, _submitted(pool, asked, [targets[index] for index in others]), strict=True))
        for future in futures.values():
            future.add_done_callback(lambda future: None if future.cancelled() else done())
        for index in (first, *reversed(others)):
            if index == first or futures[index].cancel():
                found[index] = attempt_at(targets[index], asked, stage)
                done()
        for index in range(len(targets)):
            yield found[index] if index in found else futures[index].result()


@contextmanager
def _pool(workers: int) -> Generator[ProcessPoolExecutor, None, None]:
    """Give processes; if the work is given up, they are ended and not waited for."""
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_begin)
    try:
        yield pool
    except BaseException as error:
        for child in active_children():
            child.terminate()
        if isinstance(error, BrokenProcessPool):
            message = "a process that built a package was ended by the system, maybe for want of memory; use --jobs 1"
            raise HandbillError(message) from None
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _submitted(pool: ProcessPoolExecutor, asked: Asked, targets: Sequence[Target]) -> list[Future[Attempt]]:
    """Start the processes, which are deaf to Ctrl-C while they begin: they would tell of it in their own words."""
    if not hasattr(signal, "pthread_sigmask"):
        return [pool.submit(attempt_at, target, asked) for target in targets]
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _CTRL_C)
    try:
        return [pool.submit(attempt_at, target, asked) for target in targets]
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin() -> None:
    """Make a process end at once, and without a word, with Ctrl-C and with the process that started it."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _CTRL_C)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := parent_process():
        parent.join()
        os._exit(1)


def _size(path: Path) -> int:
    found = stamp(path)
    return found[1] if found else 0


def _worth(targets: Sequence[Target]) -> int:
    """Give how many processes shorten the work."""
    sizes = sorted(_size(target.spec) for target in targets)
    return _processors() if sum(sizes[:-1]) > _WORTH_BYTES else 1


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
