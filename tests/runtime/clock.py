"""A clock for clients: it moves only while they pause, and as a test says.

In: the emitted packages.  Out: the clock, with the pauses that they asked for.
Never: waits; the threads of the server keep the real time.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager
from unittest import mock

from .depot import Emitted


class Clock:
    """What the clients take for the time."""

    def __init__(self) -> None:
        self.now = 0.0
        self.pauses: list[float] = []
        self.speed = 0.0
        """How many seconds each look at the clock takes."""

    def monotonic(self) -> float:
        self.now += self.speed
        return self.now

    def pause(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.now += seconds


class _Time:
    """In place of the module `time` in `_call`."""

    def __init__(self, clock: Clock) -> None:
        self.monotonic = clock.monotonic


@contextmanager
def clock_of(*packages: Emitted) -> Iterator[Clock]:
    """Give the clock of *packages* while the block lasts."""
    clock = Clock()
    at_once = asyncio.sleep

    async def apause(seconds: float) -> None:
        clock.pause(seconds)
        await at_once(0)

    patches = [mock.patch.object(package.module("_call"), "time", _Time(clock)) for package in packages]
    patches += [mock.patch.object(time, "sleep", clock.pause), mock.patch.object(asyncio, "sleep", apause)]
    for patch in patches:
        patch.start()
    try:
        yield clock
    finally:
        for patch in patches:
            patch.stop()
