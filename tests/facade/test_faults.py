"""A fault at each transport call of each verb ends in one error of the tree, and never in a second mail."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest
from handbill import (
    CallFailed,
    Malformed,
    NotFound,
    OutcomeUnknown,
    ProviderDown,
    Unreachable,
)
from handbill_generator.sandbox import Recorded

from .calling import Mode, opened
from .cases import TESTED, USABLE
from .failing import caught, check, check_cause
from .stage import Stage

BROKEN: dict[str, type[CallFailed]] = {
    "reset": OutcomeUnknown,  # while it is sent: nobody can know how much of it came
    "lost": OutcomeUnknown,  # after it was sent and carried out
    "cut": OutcomeUnknown,  # in the middle of the answer
    "garbled": Malformed,  # the answer is none
}

# With retries, what each comes to where the call may not be repeated; the others are the same to the client as `lost`.
REPEATED: dict[str, type[CallFailed] | None] = {
    "429": None,  # an answer that says that nothing was done: any call is sent again
    "503": ProviderDown,
    "lost": OutcomeUnknown,
    "garbled": Malformed,
}


def carried_out(came: list[Recorded]) -> list[str]:
    """The writes that the server carried out, whether their answer arrived or not."""
    return [one.operation for one in came if one.method != "GET" and one.source == "state"]


def steps(stage: Stage, caller: Any, verb: str) -> list[str]:
    """The methods of the requests of a verb, in order."""
    args, kwargs = stage.arguments(verb, "c-1")
    return [one.method for one in getattr(caller.plan, verb)(*args, **kwargs).requests]


@pytest.mark.parametrize(("provider", "verb"), USABLE)
def test_a_broken_call(stage: Stage, verb: str, mode: Mode) -> None:
    """Where a call breaks, the error says what can be known of it, and each write is carried out once at most."""
    with stage.caller(mode) as caller:
        methods = steps(stage, caller, verb)
        for fault, number in ((fault, number) for fault in BROKEN for number in range(1, len(methods) + 1)):
            id = stage.ready(caller, verb)
            args, kwargs = stage.arguments(verb, id)
            before = len(stage.came)
            stage.sandbox.inject(stage.provider, fault, on=number)
            error = caught(caller, verb, *args, **kwargs)
            assert type(error) is BROKEN[fault], (fault, number)
            check(stage, error, verb)
            check_cause(stage, error)
            came = stage.came[before:]
            # Nothing is tried again, and nothing goes on after the call that broke.
            assert [one.method for one in came] == methods[:number]
            done = [method for method in methods[: number if fault != "reset" else number - 1] if method != "GET"]
            assert len(carried_out(came)) == len(done)


@pytest.mark.parametrize(("provider", "verb"), USABLE)
def test_a_broken_call_that_may_be_repeated(stage: Stage, verb: str, mode: Mode, pauses: list[float]) -> None:
    """With retries, a verb gets through or ends as without them; what may have been carried out is never sent again."""
    with stage.caller(mode, max_retries=2) as caller:
        methods = list(enumerate(steps(stage, caller, verb), start=1))
        for fault, (number, method) in ((fault, call) for fault in REPEATED for call in methods):
            id = stage.ready(caller, verb)
            args, kwargs = stage.arguments(verb, id)
            before = len(stage.came)
            stage.sandbox.inject(stage.provider, fault, on=number)
            repeated = method in ("GET", "DELETE") and fault != "garbled"
            expected = REPEATED[fault]
            if repeated:
                # A DELETE that was done, and asked for again, finds nothing more to delete.
                expected = NotFound if method == "DELETE" and fault == "lost" else None
            if expected:
                error = caught(caller, verb, *args, **kwargs)
                assert type(error) is expected, (fault, number)
                check(stage, error, verb)
            else:
                caller(verb, *args, **kwargs)
            done = carried_out(stage.came[before:])
            assert len(done) == len(set(done))


class Unsent:
    """A transport that sends all requests but one, which never leaves."""

    def __init__(self, provider: str, mode: Mode, number: int) -> None:
        self._module = import_module(f"handbill_{provider}._transport")
        kind = self._module.HTTPX2Transport if mode == "sync" else self._module.HTTPX2AsyncTransport
        self._transport = kind()
        self._left = number
        self.send = self._send if mode == "sync" else self._asend
        self.close = self._transport.close

    def _count(self) -> None:
        self._left -= 1
        if not self._left:
            raise self._module.TransportError("the network is down", sent=False)

    def _send(self, request: Any) -> Any:
        self._count()
        return self._transport.send(request)

    async def _asend(self, request: Any) -> Any:
        self._count()
        return await self._transport.send(request)


@pytest.mark.parametrize(("provider", "verb"), USABLE)
def test_a_call_that_never_leaves(stage: Stage, verb: str, mode: Mode, pauses: list[float]) -> None:
    """What was never sent raises Unreachable, or is sent after all where there are retries; nothing is done twice."""
    with stage.caller() as whole:
        methods = steps(stage, whole, verb)
        for number, retries in ((number, retries) for number in range(1, len(methods) + 1) for retries in (0, 2)):
            id = stage.ready(whole, verb)
            args, kwargs = stage.arguments(verb, id)
            before = len(stage.came)
            with stage.caller(mode, transport=Unsent(stage.provider, mode, number), max_retries=retries) as caller:
                if retries:
                    caller(verb, *args, **kwargs)
                else:
                    error = caught(caller, verb, *args, **kwargs)
                    assert type(error) is Unreachable
                    check(stage, error, verb)
                    check_cause(stage, error)
            came = stage.came[before:]
            assert [one.method for one in came] == (methods if retries else methods[: number - 1])


@pytest.fixture
def nobody() -> Iterator[str]:
    """An address that refuses connections."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{taken.getsockname()[1]}"


@pytest.mark.parametrize(("provider", "verb"), USABLE)
def test_where_nobody_listens(stage: Stage, verb: str, mode: Mode, nobody: str, pauses: list[float]) -> None:
    """A refused connection raises Unreachable, with retries and without."""
    args, kwargs = stage.arguments(verb, "c-1")
    for retries in (0, 2):
        with opened(stage.provider, mode, nobody, stage.case.credentials, max_retries=retries) as caller:
            error = caught(caller, verb, *args, **kwargs)
        assert type(error) is Unreachable
        check(stage, error, verb)
    assert len(pauses) == 2


@pytest.mark.parametrize("provider", TESTED)
def test_an_answer_that_takes_too_long(stage: Stage, mode: Mode) -> None:
    """A write whose answer does not come in time has an unknown outcome, and is carried out once."""
    with stage.caller(mode, timeout=0.25) as caller:
        stage.sandbox.inject(stage.provider, "latency=30")
        error = caught(caller, "create", stage.case.draft)
    assert type(error) is OutcomeUnknown
    check(stage, error, "create")
    assert len(stage.sandbox.campaigns(stage.provider)) == 1


@pytest.mark.parametrize("provider", TESTED)
def test_a_listing_that_breaks_on_a_later_page(stage: Stage, mode: Mode) -> None:
    """A listing that breaks raises where it breaks, and never ends in silence as if that were all."""
    with stage.caller(mode) as caller:
        for _ in range(stage.case.page + 1):
            caller("create", stage.case.bare)
        for fault, kind in BROKEN.items():
            stage.sandbox.inject(stage.provider, fault, on=2)
            error = caught(caller, "list")
            assert type(error) is kind
            check(stage, error, "list")
