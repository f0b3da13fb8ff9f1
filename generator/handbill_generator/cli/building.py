"""Build packages, several of them in processes of their own.

In: targets, and how many processes may work.  Out: an `Attempt` for each, in the order of the targets.
Never: writes or prints; and where only one package is to be built, or one process may work, none is started.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Generator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import active_children, get_context, parent_process
from pathlib import Path
from threading import Thread

from handbill_generator.bundle import DISK, Reader
from handbill_generator.config import Target
from handbill_generator.diagnostics import HandbillError
from handbill_generator.load import Document, Limits
from handbill_generator.manifest import Manifest
from handbill_generator.pipeline import build

Stamp = tuple[int, int, int] | None
"""What tells that a file is another than before; None where there is none."""

_CTRL_C = {signal.SIGINT}
_WORTH_BYTES = 250_000
"""The documents that this process can build in the time that another takes to begin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a folder and a report need of a package; all of it can be sent from process to process."""

    target: Target
    files: Mapping[str, str]
    manifest: Manifest
    operations: int
    models: int
    seconds: float


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
        yield from _together(targets, workers, stage, done)
        return
    for target in targets:
        attempt = attempt_at(target, stage)
        done()
        yield attempt


def attempt_at(target: Target, stage: Callable[[str], None] = lambda words: None) -> Attempt:
    """Build *target* in memory, and remember which files were read."""
    reader = _Recording()
    reader.look(target.spec)
    result: Built | HandbillError
    try:
        whole = build(target, reader=reader, stage=stage)
        result = Built(
            target=target,
            files=dict(whole.files),
            manifest=whole.manifest,
            operations=whole.operations,
            models=whole.models,
            seconds=whole.seconds,
        )
    except HandbillError as error:
        result = error
    return Attempt(target=target, sources=reader.sources, result=result)


def stamp(path: Path) -> Stamp:
    """Give what changes with each change of the file at *path*."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


class _Recording:
    """Reads from the disk, and keeps the stamp that each file had just before; also of files that are not there."""

    def __init__(self, reader: Reader = DISK) -> None:
        self.sources: dict[Path, Stamp] = {}
        self._reader = reader

    def look(self, path: Path) -> None:
        # Absolute, but with its links: one that comes to point elsewhere is a change too.
        self.sources.setdefault(path.absolute(), stamp(path))

    def resolve(self, path: Path) -> Path:
        """Give the one path of a file."""
        if not path.is_dir():  # a folder is another with each file that comes into it
            self.look(path)
        return self._reader.resolve(path)

    def load(self, path: Path, *, name: str, limits: Limits) -> Document:
        """Read the file at *path*."""
        self.look(path)
        return self._reader.load(path, name=name, limits=limits)


def _together(
    targets: Sequence[Target], workers: int, stage: Callable[[str], None], done: Callable[[], None]
) -> Generator[Attempt, None, None]:
    # The largest begins first, here: a new process first has to import all.  What no other process has begun by the
    # time that this one has nothing to do is built here too, so that to start them never takes longer than not to.
    first, *others = sorted(range(len(targets)), key=lambda index: -_size(targets[index].spec))
    found: dict[int, Attempt] = {}
    with _pool(workers) as pool:
        futures = dict(zip(others, _submitted(pool, [targets[index] for index in others]), strict=True))
        for future in futures.values():
            future.add_done_callback(lambda future: None if future.cancelled() else done())
        for index in (first, *reversed(others)):
            if index == first or futures[index].cancel():
                found[index] = attempt_at(targets[index], stage)
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


def _submitted(pool: ProcessPoolExecutor, targets: Sequence[Target]) -> list[Future[Attempt]]:
    """Start the processes, which are deaf to Ctrl-C while they begin: they would tell of it in their own words."""
    if not hasattr(signal, "pthread_sigmask"):
        return [pool.submit(attempt_at, target) for target in targets]
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _CTRL_C)
    try:
        return [pool.submit(attempt_at, target) for target in targets]
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
