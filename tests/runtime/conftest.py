"""What every test of the runtime gets: a server of its own, clients to call it with, and no real pause."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from .clock import Clock, clock_of
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


@pytest.fixture
def clock(depot: Emitted) -> Iterator[Clock]:
    with clock_of(depot, LOOPS) as made:
        yield made
