"""What every test of the runtime's parts gets: a server of its own, and no credentials or proxies."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from ..clients.server import Server, serving


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith(("PAINT_", "T_", "LOOPS_")) or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)
    # Reading the machine's authorities takes longer than all the rest of a test.
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    monkeypatch.setenv("SSL_CERT_DIR", os.devnull)


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as server:
        yield server
