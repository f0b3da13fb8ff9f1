"""What every test of the runtime gets: a server of its own, clients to call it with, and no real pause."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Iterator
from typing import Any

import pytest

from .depot import LOOPS, Emitted, make
from .faults import Server, serving


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith(("LOOPS_", "DEPOT_")) or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)
    # Reading the machine's authorities takes longer than all the rest of a test.
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    monkeypatch.setenv("SSL_CERT_DIR", os.devnull)


@pytest.fixture(scope="session")
def depot(tmp_path_factory: pytest.TempPathFactory) -> Emitted:
    return make(tmp_path_factory.mktemp("depot"))


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


class Clock:
    """In place of the modules `time` and `asyncio`: what sleeps moves the clock, and the rest is the real thing."""

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
    def __init__(self, clock: Clock) -> None:
        self.monotonic = clock.monotonic
        self.sleep = clock.pause

    def __getattr__(self, name: str) -> Any:
        return getattr(time, name)


class _Asyncio:
    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    async def sleep(self, seconds: float) -> None:
        self._clock.pause(seconds)
        await asyncio.sleep(0)

    def __getattr__(self, name: str) -> Any:
        return getattr(asyncio, name)


@pytest.fixture
def clock(depot: Emitted, monkeypatch: pytest.MonkeyPatch) -> Clock:
    """A clock that moves only while a client pauses; it is nobody's but the clients'."""
    made = Clock()
    for package in (depot, LOOPS):
        for name in ("_client", "_call"):
            monkeypatch.setattr(package.module(name), "time", _Time(made))
        monkeypatch.setattr(package.module("_client"), "asyncio", _Asyncio(made))
    return made
