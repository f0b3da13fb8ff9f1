"""Ctrl-C, at moments at which an exception is no way to tell of it.

In: a block that imports.  Out: nothing; or the end of the process, with exit code 130.
Never: ends a process that was told to ignore Ctrl-C.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def ended_by_ctrl_c() -> Iterator[None]:
    """Let Ctrl-C end the process at once; an exception would be lost, or told, by whatever is being imported."""
    before = signal.getsignal(signal.SIGINT)
    if before is not signal.default_int_handler:  # such as SIG_IGN, under nohup
        yield
        return
    signal.signal(signal.SIGINT, lambda number, frame: os._exit(130))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
