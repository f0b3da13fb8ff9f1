"""Tests of the facade: one conformance suite over the registry of providers, against the sandbox over real HTTP.

Every provider of `handbill.PROVIDERS` is tested, a fifth one unasked; what it needs for that is a module of its name in
`cases`.  `words` has an example for every field, `parts` turns flat fields into drafts and changes and back, `calling`
makes a verb one call whether it is awaited or not, `stage` is the sandbox as tests see it, `searching` makes random
drafts and changes.

Here is what every test gets: the sandbox, one for each process, and an environment without keys and proxies.
"""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from handbill import PROVIDERS
from handbill_generator.sandbox import Running, Sandbox, serve

from ..clients.server import Server, serving
from .calling import MODES, Mode
from .cases import TESTED, case_of
from .stage import Callers, Stage


@pytest.fixture(scope="session")
def running() -> Iterator[Running]:
    """The sandbox."""
    with Sandbox(seed=7) as sandbox, serve(sandbox) as served:
        sandbox.preload()
        yield served


@pytest.fixture(params=TESTED)
def provider(request: pytest.FixtureRequest) -> str:
    """One provider after the other, where a test does not say which."""
    found: str = request.param
    return found


@pytest.fixture
def stage_of(running: Running) -> Iterator[Callable[[str], Stage]]:
    """Give a function from a provider to its stage, all as good as new; the sandbox must keep to its contracts."""
    running.sandbox.reset()

    def staged(provider: str) -> Stage:
        case_of(provider).prepare(running.sandbox)
        return Stage(running=running, case=case_of(provider))

    yield staged
    assert running.sandbox.violations == []


@pytest.fixture
def stage(stage_of: Callable[[str], Stage], provider: str) -> Stage:
    """The stage of a provider."""
    return stage_of(provider)


@pytest.fixture(scope="session")
def callers(running: Running) -> Iterator[Callers]:
    """The campaigns of each provider, opened once, for the many examples of a search."""
    with ExitStack() as stack:
        stages = {name: Stage(running=running, case=case_of(name)) for name in TESTED}
        yield {name: (stage, stack.enter_context(stage.caller())) for name, stage in stages.items()}


@pytest.fixture(params=MODES)
def mode(request: pytest.FixtureRequest) -> Mode:
    """Waited for, and awaited."""
    found: Mode = request.param
    return found


@pytest.fixture(scope="session")
def _server() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture
def server(_server: Server) -> Iterator[Server]:
    """A server that answers what a test scripts; tests share one, which is as good as new for each."""
    yield _server
    _server.settle()


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    prefixes = tuple(f"{name.upper()}_" for name in PROVIDERS)
    for name in list(os.environ):
        if name.startswith(prefixes) or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)
    # Nothing here speaks TLS, and reading the machine's authorities would take longer than all the rest of a test.
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    monkeypatch.setenv("SSL_CERT_DIR", os.devnull)


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The pauses that clients asked for; none of them is made."""
    asked: list[float] = []
    at_once = asyncio.sleep

    async def anap(seconds: float) -> None:
        asked.append(seconds)
        await at_once(0)

    monkeypatch.setattr(time, "sleep", asked.append)
    monkeypatch.setattr(asyncio, "sleep", anap)
    return asked
