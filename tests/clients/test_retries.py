"""What is tried again, how often and after how long; no test waits."""

from __future__ import annotations

import asyncio
import socket
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from .answers import success
from .contracts import operation
from .emitted import dumped
from .failures import GET, POST, errors, failure, get_failure, make
from .providers import BY_NAME, MODES, PROVIDERS, Mode, Provider
from .server import Server

LONGEST_S = 30.0
WORDS = {"message": "m", "error_message": "m", "error_code": "1"}
LOOPS = BY_NAME["loops"]


@pytest.fixture(autouse=True)
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


def succeed(name: str, mode: Mode, server: Server, **options: Any) -> Any:
    """Make a call that comes to succeed."""
    success(operation(name)).script(server)
    return make(name, mode, server.url, **{"max_retries": 2} | options)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("provider", PROVIDERS, ids=str)
def test_a_read_is_tried_again(provider: Provider, mode: Mode, server: Server, pauses: list[float]) -> None:
    """A read that meets passing trouble twice succeeds at the third attempt, with the same request each time."""
    server.answer(503, WORDS)
    server.answer(200, None, fault="reset")
    name = GET[provider.name]
    assert dumped(succeed(name, mode, server)) == success(operation(name)).body
    assert len(server.requests) == 3
    assert len({(one.method, one.target, one.headers, one.body) for one in server.requests}) == 1
    assert len(pauses) == 2
    assert all(0 <= pause <= 1 for pause in pauses)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("status", [408, 425, 429, 500, 502, 503, 504])
def test_these_statuses_pass(status: int, mode: Mode, server: Server) -> None:
    """A read is tried again after every status that says that trouble may pass."""
    server.answer(status, WORDS)
    succeed("loops-getCampaign", mode, server)
    assert len(server.requests) == 2


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("status", [400, 401, 403, 404, 405, 409, 410, 418, 422, 501, 505])
def test_these_statuses_stand(status: int, mode: Mode, server: Server, pauses: list[float]) -> None:
    """A refusal is an answer; asking again would not change it."""
    server.answer(status, WORDS)
    get_failure(LOOPS, mode, server.url, max_retries=2)
    assert len(server.requests) == 1
    assert pauses == []


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("status", [408, 425, 500, 502, 503, 504])
@pytest.mark.parametrize("provider", PROVIDERS, ids=str)
def test_a_write_that_may_have_happened_is_not_repeated(
    provider: Provider, status: int, mode: Mode, server: Server, pauses: list[float]
) -> None:
    """A create that fails at the server is sent once: a second one might send a second campaign."""
    server.answer(status, WORDS)
    error = failure(operation(POST[provider.name]), mode, server.url, max_retries=5)
    assert error.status_code == status
    assert len(server.requests) == 1
    assert pauses == []


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("fault", ["close", "reset", "half", "stall"])
@pytest.mark.parametrize("name", ["loops-createCampaign", "autosend-updateCampaign", "autosend-resumeCampaign"])
def test_a_write_whose_answer_is_lost_is_not_repeated(name: str, fault: Any, mode: Mode, server: Server) -> None:
    """When the request went out and no answer came, POST and PATCH are left alone."""
    server.answer(200, {"id": "x" * 50}, fault=fault)
    error = failure(operation(name), mode, server.url, max_retries=5, timeout=0.1 if fault == "stall" else 5)
    assert isinstance(error, errors(operation(name).provider).APIConnectionError)
    assert len(server.requests) == 1


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("provider", PROVIDERS, ids=str)
def test_a_write_that_was_turned_away_is_repeated(provider: Provider, mode: Mode, server: Server) -> None:
    """429 says that nothing was done, so a create is sent again, with the same body."""
    server.answer(429, WORDS, headers={"Retry-After": "0"})
    succeed(POST[provider.name], mode, server)
    assert len(server.requests) == 2
    assert len({one.body for one in server.requests}) == 1


@pytest.fixture
def nobody() -> Iterator[str]:
    """An address that refuses connections."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{taken.getsockname()[1]}"


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", ["loops-createCampaign", "loops-getCampaign"])
def test_a_refused_connection_is_tried_again(name: str, mode: Mode, nobody: str, pauses: list[float]) -> None:
    """Where no connection was made nothing can have happened: reads and writes alike are tried again."""
    failure(operation(name), mode, nobody, max_retries=3)
    assert len(pauses) == 3


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("retries", [0, 1, 4])
def test_no_more_than_asked_for(retries: int, mode: Mode, server: Server, pauses: list[float]) -> None:
    """`max_retries` counts the attempts after the first; the last answer is the error."""
    for _ in range(retries + 1):
        server.answer(503, WORDS)
    assert get_failure(LOOPS, mode, server.url, max_retries=retries).status_code == 503
    assert len(server.requests) == retries + 1
    assert len(pauses) == retries


@pytest.mark.parametrize("mode", MODES)
def test_two_retries_unless_told_otherwise(mode: Mode, server: Server) -> None:
    """A client that is told nothing sends a read three times at most."""
    for _ in range(3):
        server.answer(503, WORDS)
    module = LOOPS.module("client")
    assert [module.Loops.__init__.__kwdefaults__[name] for name in ("max_retries", "timeout")] == [2, 60.0]
    with pytest.raises(errors(LOOPS).APIStatusError):
        make("loops-getCampaign", mode, server.url, max_retries=2)
    assert len(server.requests) == 3


def date_in(seconds: float) -> str:
    return format_datetime(datetime.now(UTC) + timedelta(seconds=seconds), usegmt=True)


OBEYED = {"0": (0, 0), "7": (7, 7), "0.25": (0.25, 0.25), " 7 ": (7, 7), "-5": (0, 0)}
UNREADABLE = [
    "inf",
    "-inf",
    "nan",
    "soon",
    "",
    "7,8",
    "0x10",
    "Wed, 21 Oct 2015 07:28",
    "Wed, 99 Foo 2015 07:28:00 GMT",
]
TOO_LONG = ["31", "1e9", "99999999999999999999", "Fri, 31 Dec 9999 23:59:59 GMT"]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("value", OBEYED)
def test_seconds_are_obeyed(value: str, mode: Mode, server: Server, pauses: list[float]) -> None:
    """Retry-After in seconds is waited out; a wait that is over already is none."""
    server.answer(503, WORDS, headers={"Retry-After": value})
    succeed("loops-getCampaign", mode, server)
    low, high = OBEYED[value]
    assert low <= pauses[0] <= high


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("seconds", "low", "high"), [(20, 10, 20), (-3600, 0, 0)])
def test_a_date_is_obeyed(
    seconds: int, low: float, high: float, mode: Mode, server: Server, pauses: list[float]
) -> None:
    """Retry-After as a date is waited for, and a date in the past is now."""
    server.answer(503, WORDS, headers={"Retry-After": date_in(seconds)})
    succeed("loops-getCampaign", mode, server)
    assert low <= pauses[0] <= high


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("value", UNREADABLE)
def test_nonsense_is_ignored(value: str, mode: Mode, server: Server, pauses: list[float]) -> None:
    """A Retry-After that is neither seconds nor a date leaves the client's own pause."""
    server.answer(503, WORDS, headers={"Retry-After": value})
    succeed("loops-getCampaign", mode, server)
    assert 0 <= pauses[0] <= 0.5


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("value", TOO_LONG)
def test_a_wait_beyond_patience_is_an_error(value: str, mode: Mode, server: Server, pauses: list[float]) -> None:
    """A server that asks for longer than a caller would wait gets its way: the error comes at once."""
    server.answer(503, WORDS, headers={"Retry-After": value})
    assert get_failure(LOOPS, mode, server.url, max_retries=2).status_code == 503
    assert pauses == []


@given(value=st.one_of(st.text(), st.floats().map(str), st.from_regex(r"\w{3}, \d+ \w{3} \d+ \d+:\d+:\d+ [+-]?\d+")))
@example("Wed, 21 Oct 99999999999999999999 07:28:00 GMT")
@example("Wed, 21 Oct 2015 07:28:00 +999999999999")
@example("Wed, 21 Oct 2015 07:28:00 -0000")
@example("9" * 5000)
@example("1 Jan 1 00:00:00 +2359")
def test_no_value_is_an_accident(value: str) -> None:
    """Whatever a server writes there, reading it gives a finite number of seconds, or nothing."""
    from handbill_loops._retries import retry_after

    seconds = retry_after(value, now=datetime(2026, 11, 22, tzinfo=UTC))
    assert seconds is None or 0 <= seconds < float("inf")


@given(attempt=st.integers(min_value=1, max_value=10_000), repeatable=st.booleans())
@example(attempt=1024, repeatable=True)
def test_a_pause_has_an_end(attempt: int, repeatable: bool) -> None:
    """However many attempts there were, the pause is no longer than the longest."""
    from handbill_loops._retries import after_answer

    pause = after_answer(429, {}, repeatable=repeatable, tries=attempt)
    assert isinstance(pause, float)
    assert 0 <= pause <= LONGEST_S
