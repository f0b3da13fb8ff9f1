"""Run a function with room to call itself.

In: a function that goes down a document by calling itself.  Out: what it gives.
Never: ends in a RecursionError; a document that asks for more than there is room for is a `SpecError`.

Components that refer to each other in a row are as deep for us as that row is long, and a document of a few hundred
schemas can have a row of all of them.  Python's limit of 1000 calls is there to keep the stack of the machine from
running over, so a thread with a larger stack may have a larger limit.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import copy_context
from functools import wraps
from typing import ParamSpec, TypeVar

from handbill_generator.diagnostics import SpecError

_CALLS = 150_000
_STACK_BYTES = 256 * 2**20
"""Only what is used of it becomes memory.  Most calls take none of it: Python keeps its own frames elsewhere."""

P = ParamSpec("P")
T = TypeVar("T")


class _Here(threading.local):
    is_deep = False


_here = _Here()
_lock = threading.Lock()
_running = 0
_usual = 0


def deep(function: Callable[P, T]) -> Callable[P, T]:
    """Have *function* run in a thread of its own with room for 150,000 calls inside of one another.

    Raises SpecError where those are not enough, else what *function* raises.
    """

    @wraps(function)
    def run(*args: P.args, **kwargs: P.kwargs) -> T:
        if _here.is_deep:
            return function(*args, **kwargs)
        return _in_thread(lambda: function(*args, **kwargs))

    return run


def _in_thread(function: Callable[[], T]) -> T:
    results: list[T] = []
    errors: list[BaseException] = []

    def run() -> None:
        _here.is_deep = True
        try:
            results.append(function())
        except RecursionError as error:
            # Without what led there: that is 150,000 lines, and all of them alike.
            errors.append(_too_deep(error))
        except BaseException as error:  # noqa: BLE001  # it is raised where the caller waits
            errors.append(error)

    with _larger_limit():
        thread = _started(copy_context().run, run)
        thread.join()
    if errors:
        raise errors[0]
    return results[0]


def _started(run: Callable[[Callable[[], None]], None], target: Callable[[], None]) -> threading.Thread:
    # Not waited for at the end of the process: Ctrl-C ends it.
    thread = threading.Thread(target=run, args=(target,), daemon=True)
    with _lock:
        before = threading.stack_size(_STACK_BYTES)
        try:
            thread.start()
        finally:
            threading.stack_size(before)
    return thread


@contextmanager
def _larger_limit() -> Iterator[None]:
    """Raise the limit, which is one for all threads, until the last that needs it is done."""
    global _running, _usual
    with _lock:
        if not _running:
            _usual = sys.getrecursionlimit()
            sys.setrecursionlimit(max(_CALLS, _usual))
        _running += 1
    try:
        yield
    finally:
        with _lock:
            _running -= 1
            if not _running:
                sys.setrecursionlimit(_usual)


def _too_deep(error: RecursionError) -> SpecError:
    found = SpecError(
        "the schemas refer to each other in too long a row to be followed",
        hint="break the longest chain of $ref, allOf or items",
    )
    found.__cause__ = error.with_traceback(None)
    return found
