"""Progress of a run, on a terminal.

In: what is being done.  Out: a line on stderr that goes away at the end.
Never: shows anything away from a terminal, or for a run that is over at once; then rich is not even imported.
"""

from __future__ import annotations

import os
import sys
import time
from contextlib import ExitStack
from threading import RLock
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

_SOON_S = 0.3


class Progress:
    """Shows the stage of the package at hand, and how many of *packages* are done."""

    def __init__(self, packages: int) -> None:
        self._packages = packages
        self._finished = 0
        self._words = "starting"
        self._began = time.monotonic()
        self._stack = ExitStack()
        self._shown: tuple[Bar, TaskID] | None = None
        self._lock = RLock()  # other processes are heard of in a thread
        self._silent = not (sys.stderr and sys.stderr.isatty()) or os.environ.get("TERM") in ("dumb", "unknown")

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._lock:
            self._silent = True
        self._stack.close()

    def stage(self, words: str) -> None:
        """Say what is being done now."""
        self._words = words
        self._show()

    def done(self) -> None:
        """Say that one more package is done."""
        self._finished += 1
        self._show()

    def _show(self) -> None:
        with self._lock:
            if self._silent or (not self._shown and time.monotonic() - self._began < _SOON_S):
                return
            bar, task = self._shown or self._start()
            bar.update(task, description=self._words, completed=self._finished)

    def _start(self) -> tuple[Bar, TaskID]:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
        from rich.progress import Progress as Bar

        columns = [BarColumn(bar_width=20), MofNCompleteColumn()] if self._packages > 1 else []
        bar = Bar(
            SpinnerColumn(),
            *columns,
            TextColumn("{task.description}", markup=False),
            TimeElapsedColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._stack.enter_context(bar)
        self._shown = bar, bar.add_task(self._words, total=self._packages)
        return self._shown
