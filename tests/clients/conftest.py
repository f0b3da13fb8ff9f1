"""What every test of the clients gets: a server of its own, and an environment without credentials or proxies."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from .server import Server, serving

_PREFIXES = ("LOOPS_", "BATCH_", "AUTOSEND_", "SENDKIT_")


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith(_PREFIXES) or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)
    # Nothing here speaks TLS, and reading the machine's authorities would take longer than all the rest of a test.
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    monkeypatch.setenv("SSL_CERT_DIR", os.devnull)


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as server:
        yield server
