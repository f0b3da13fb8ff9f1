"""Counts: those that the provider tells, added up where it splits them; none is made up, and none taken for zero."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any

import pytest
from handbill import UNKNOWN, Stats, Unsupported

from ..clients.server import Server
from .calling import Mode
from .cases import TESTED
from .stage import Stage

SINCE, UNTIL = date(2026, 2, 1), date(2026, 3, 2)


@pytest.mark.parametrize("provider", TESTED)
def test_stats_tell_the_counts_that_the_provider_has(stage: Stage, mode: Mode) -> None:
    """The counts that a provider tells are numbers, and the others are not known."""
    with stage.caller(mode) as caller:
        id = stage.ready(caller, "stats")
        stats = caller("stats", id)
    assert isinstance(stats, Stats)
    assert (stats.provider, stats.id) == (stage.provider, id)
    told = {one.name for one in fields(stats) if type(getattr(stats, one.name)) is int}
    assert told == stage.case.counts


@pytest.mark.parametrize("provider", TESTED)
def test_stats_of_some_days(stage: Stage, mode: Mode) -> None:
    """Where the provider counts by days, those are asked for and told; elsewhere they are refused, unsent."""
    with stage.caller(mode) as caller:
        id = stage.ready(caller, "stats")
        before = len(stage.came)
        if not stage.case.by_day:
            with pytest.raises(Unsupported, match="stats"):
                caller("stats", id, since=SINCE)
            assert len(stage.came) == before
            return
        stats = caller("stats", id, since=SINCE, until=UNTIL)
    assert (stats.since, stats.until) == (SINCE, UNTIL)
    assert f"from={SINCE}&to={UNTIL}" in stage.came[-1].path


# Of each provider: counts at their places in its answer, and what they are read as.
COUNTED: Mapping[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "loops": (
        {"hardBounces": 2, "softBounces": 3, "sends": 7, "opens": 1, "spamReports": 4},
        {"bounced": 5, "sent": 7, "opened": 1, "spam_reports": 4, "delivered": UNKNOWN},
    ),
    "batch": (
        {
            "details": [
                {"sent": 4, "unique_open": 1, "total_open": 9, "spam": 0},
                {"sent": 3, "unique_open": 2, "spam": 1},
            ]
        },
        {"sent": 7, "opened": 3, "spam_reports": 1, "delivered": UNKNOWN},
    ),
    "autosend": (
        {"metrics": {"sent": 7, "spamReported": 2}},
        {"sent": 7, "spam_reports": 2, "delivered": UNKNOWN, "bounced": UNKNOWN},
    ),
    "sendkit": ({"stats": {"sent": 7, "replied": 2}}, {"sent": 7, "replied": 2, "delivered": UNKNOWN}),
}


@pytest.mark.parametrize("provider", COUNTED)
def test_counts_are_those_of_the_answer(stage: Stage, mode: Mode, server: Server) -> None:
    """Counts are read from their places; days, and kinds of bounces, are added up; one that is absent is UNKNOWN."""
    counts, expected = COUNTED[stage.provider]
    with stage.caller(mode) as caller:
        id = stage.ready(caller, "stats")
        caller("stats", id)
    server.answer(200, counted(stage.came[-1].answer_body, counts))
    with stage.scripted(server, mode) as caller:
        stats = caller("stats", id)
    assert {name: getattr(stats, name) for name in expected} == expected


def counted(body: Any, counts: dict[str, Any]) -> Any:
    """Give an answer with these counts in the place of its own."""
    if not isinstance(body, dict):
        return body
    known = {name: counts[name] for name in counts if name in body}
    return {name: counted(value, counts) for name, value in body.items()} | known
