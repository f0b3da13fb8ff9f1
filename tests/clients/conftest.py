"""What every test of the clients gets: a server, and an environment without credentials or proxies."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack

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


class _Servers:
    """The one server of this process that is whole."""

    def __init__(self) -> None:
        self._open = ExitStack()
        self._server: Server | None = None

    def whole(self) -> Server:
        if self._server is None or self._server.broken:
            self.close()
            self._server = self._open.enter_context(serving())
        return self._server

    def close(self) -> None:
        self._open.close()


@pytest.fixture(scope="session")
def _servers() -> Iterator[_Servers]:
    servers = _Servers()
    yield servers
    servers.close()


@pytest.fixture
def server(_servers: _Servers) -> Iterator[Server]:
    """A server as good as new: tests share one until a test makes it break a connection."""
    server = _servers.whole()
    yield server
    server.settle()
