"""After too many calls, how long to wait: as the provider says it, wherever it says it, and never less than it asks."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest
from handbill import RateLimited
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ..clients.server import Server
from .calling import Mode
from .cases import TESTED
from .failing import caught
from .stage import Stage


def limited(stage: Stage, mode: Mode, server: Server, headers: dict[str, str], body: Any = None) -> RateLimited:
    """Meet a 429."""
    server.answer(429, stage.case.worded("") if body is None else body, headers=headers)
    with stage.scripted(server, mode) as caller:
        error = caught(caller, "get", "c-1")
    assert type(error) is RateLimited
    assert error.retry_after == error.failure.retry_after
    return error


@pytest.mark.parametrize(
    ("value", "seconds"), [("7", 7.0), ("0.25", 0.25), ("0", 0.0), ("-5", 0.0), ("86400", 86400.0)]
)
@pytest.mark.parametrize("provider", TESTED)
def test_seconds(stage: Stage, value: str, seconds: float, mode: Mode, server: Server) -> None:
    """Retry-After in seconds is told, though not below the provider's own least pause."""
    assert limited(stage, mode, server, {"Retry-After": value}).retry_after == max(seconds, stage.case.pause)


@pytest.mark.parametrize(("ahead", "low", "high"), [(3600, 3500, 3600), (-3600, 0, 0)])
@pytest.mark.parametrize("provider", TESTED)
def test_a_date(stage: Stage, ahead: int, low: float, high: float, server: Server) -> None:
    """Retry-After as a date is told in seconds from now; a date that is over means at once."""
    moment = format_datetime(datetime.now(UTC) + timedelta(seconds=ahead), usegmt=True)
    found = limited(stage, "sync", server, {"Retry-After": moment}).retry_after
    assert found is not None
    assert max(low, stage.case.pause) <= found <= max(high, stage.case.pause)


@pytest.mark.parametrize("provider", TESTED)
def test_nothing(stage: Stage, mode: Mode, server: Server) -> None:
    """Where nobody says how long, it is not known, unless the provider documents a least pause."""
    for headers in ({}, {"Retry-After": "soon"}, {"Retry-After": "inf"}, {"Retry-After": "nan"}, {"Retry-After": ""}):
        assert limited(stage, mode, server, headers).retry_after == (stage.case.pause or None)


@pytest.mark.parametrize(
    "body",
    [
        {"success": False, "error": {"message": "no", "retryAfter": 9}},
        {"success": False, "error": {"message": "no"}, "retryAfter": 9},
    ],
)
def test_the_body_of_autosend(stage_of: Any, body: Any, mode: Mode, server: Server) -> None:
    """AutoSend says it in the body, in one of two places; a header counts more."""
    stage: Stage = stage_of("autosend")
    assert limited(stage, mode, server, {}, body).retry_after == 9.0
    assert limited(stage, mode, server, {"Retry-After": "2"}, body).retry_after == 2.0


@pytest.mark.parametrize(
    ("provider", "seconds"), [("loops", None), ("batch", 5.0), ("autosend", 1.0), ("sendkit", 1.0)]
)
def test_the_sandbox(stage: Stage, seconds: float | None, mode: Mode) -> None:
    """What the provider itself answers, as the sandbox has it, is read."""
    with stage.caller(mode) as caller:
        stage.sandbox.inject(stage.provider, "429")
        error = caught(caller, "get", "c-1")
    assert isinstance(error, RateLimited)
    assert error.retry_after == seconds


@pytest.mark.parametrize("provider", TESTED)
def test_only_too_many_calls_tell_it(stage: Stage, server: Server) -> None:
    """An error of another status has no pause, whatever its headers say."""
    server.answer(503, stage.case.worded(""), headers={"Retry-After": "7"})
    with stage.scripted(server) as caller:
        assert caught(caller, "get", "c-1").failure.retry_after is None


JSON = st.recursive(st.none() | st.booleans() | st.floats() | st.integers() | st.text(), st.lists, max_leaves=3)


@pytest.mark.parametrize("provider", TESTED)
def test_no_value_is_an_accident(stage: Stage, server: Server) -> None:
    """Whatever stands there, the error is one of too many calls, with a finite pause or none."""
    with stage.scripted(server) as caller:

        @settings(max_examples=15)
        @given(value=JSON, header=st.text(st.characters(min_codepoint=33, max_codepoint=126), max_size=30))
        @example(value=10**400, header="9" * 400)
        @example(value=True, header="Wed, 21 Oct 99999999999999999999 07:28:00 GMT")
        @example(value="Fri, 31 Dec 9999 23:59:59 -9959", header="1 Jan 1 00:00:00 +2359")
        def search(value: Any, header: str) -> None:
            server.answer(429, {"retryAfter": value, "error": {"retryAfter": value}}, headers={"Retry-After": header})
            error = caught(caller, "get", "c-1")
            assert isinstance(error, RateLimited)
            assert error.retry_after is None or 0 <= error.retry_after < float("inf")

        search()
