"""What every test of a package's parts gets: servers of its own, a shop to call, and no credentials or proxies."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from ..clients.server import Server, serving
from .issuer import Issuer, issuing
from .making import Emitted, made
from .shop import shop


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


@pytest.fixture(scope="session")
def t(tmp_path_factory: pytest.TempPathFactory) -> Emitted:
    return made(shop(), tmp_path_factory.mktemp("shop"), "t", "T")


@pytest.fixture
def issuer(monkeypatch: pytest.MonkeyPatch) -> Iterator[Issuer]:
    """A server that issues tokens; whoever asks it again does so at once."""
    monkeypatch.setattr("random.uniform", lambda low, high: 0.0)
    with issuing() as issuer:
        yield issuer
