"""What tests of bodies on the wire get: the package that is called, and a server that records what it sends."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from types import ModuleType

import pytest

from ..clients.server import Server, serving
from .bodies import DOCUMENT, PACKAGE, Dechunking
from .documents import emit


@pytest.fixture(scope="session")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    folder = tmp_path_factory.mktemp("bodies")
    assert emit(DOCUMENT, folder, PACKAGE).package.losses == ()
    sys.path.insert(0, str(folder))
    yield importlib.import_module(PACKAGE)
    sys.path.remove(str(folder))
    for name in [name for name in sys.modules if name.partition(".")[0] == PACKAGE]:
        del sys.modules[name]


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("SSL_CERT_DIR", "/dev/null")
    with serving() as server:
        server.RequestHandlerClass = Dechunking
        yield server
