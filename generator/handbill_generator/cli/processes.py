"""Build packages in several processes at once.

In: targets, and how many processes may help.  Out: an `Attempt` for each, in the order of the targets.
Never: outlives Ctrl-C, or the process that began it.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import active_children, get_context, parent_process
from threading import Thread

from handbill_generator.cli.building import Asked, Attempt, attempt_at, size
from handbill_generator.config import Target
from handbill_generator.diagnostics import HandbillError

_CTRL_C = {signal.SIGINT}


def build_together(
    targets: Sequence[Target],
    workers: int,
    asked: Asked,
    stage: Callable[[str], None],
    done: Callable[[], None],
) -> Generator[Attempt, None, None]:
    """Build *targets* in this process and in *workers* others, otherwise as `build_all` does."""
    # The largest begins first, here: a new process first has to import all.  What no other process has begun by the
    # time that this one has nothing to do is built here too, so that to start them never takes longer than not to.
    first, *others = sorted(range(len(targets)), key=lambda index: -size(targets[index].spec))
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
