"""Laws of deprecation, sunset and stability: the day is an input, and the words are oasdiff's."""

from __future__ import annotations

from datetime import date
from inspect import getsource

import pytest
from handbill_generator.changes import lifecycle
from handbill_generator.changes.lifecycle import STABILITIES, LifecycleRules, flips, removal
from handbill_generator.changes.model import Level
from handbill_generator.contract import Lifecycle
from hypothesis import given
from hypothesis import strategies as st

TODAY = date(2026, 5, 1)
FREE = LifecycleRules(today=TODAY)
STRICT = LifecycleRules(today=TODAY, days={"beta": 30, "stable": 90})


def life(*, deprecated: bool = True, sunset: str = "", stability: str = "") -> Lifecycle:
    return Lifecycle(deprecated=deprecated, sunset=sunset, stability=stability)


IN_USE = life(deprecated=False)


@pytest.mark.parametrize(
    ("before", "rules", "suffix", "level"),
    [
        (IN_USE, FREE, "removed-without-deprecation", None),
        (life(deprecated=False, stability="beta"), FREE, "removed-without-deprecation", None),
        (life(deprecated=False, stability="draft"), STRICT, "removed-with-deprecation", Level.compatible),
        (life(deprecated=False, stability="alpha"), STRICT, "removed-with-deprecation", Level.compatible),
        (life(), FREE, "removed-with-deprecation", Level.compatible),
        (life(), STRICT, "removed-before-sunset", Level.breaking),
        (life(stability="beta"), STRICT, "removed-before-sunset", Level.breaking),
        (life(sunset="2026-05-02"), FREE, "removed-before-sunset", Level.breaking),
        (life(sunset="2026-05-01"), FREE, "removed-with-deprecation", Level.compatible),
        (life(sunset="2026-04-30T12:00:00Z"), STRICT, "removed-with-deprecation", Level.compatible),
        (life(sunset="some day"), FREE, "removed-before-sunset", Level.breaking),
    ],
)
def test_a_removal_needs_its_notice(before: Lifecycle, rules: LifecycleRules, suffix: str, level: Level | None) -> None:
    """What is deprecated may go after its sunset, a draft at once, all else never unseen."""
    assert removal(before, rules)[:2] == (suffix, level)


@pytest.mark.parametrize(
    ("before", "after", "rules", "suffix", "level"),
    [
        (IN_USE, life(), FREE, "deprecated", Level.compatible),
        (IN_USE, life(), STRICT, "deprecated-sunset-missing", Level.breaking),
        (IN_USE, life(stability="alpha"), STRICT, "deprecated", Level.compatible),
        (IN_USE, life(sunset="2026-05-02"), FREE, "deprecated-with-sunset", Level.compatible),
        (IN_USE, life(sunset="2026-07-30"), STRICT, "deprecated-with-sunset", Level.compatible),
        (IN_USE, life(sunset="2026-07-29"), STRICT, "sunset-date-too-small", Level.breaking),
        (IN_USE, life(sunset="soon"), FREE, "deprecated-sunset-parse", Level.breaking),
        (life(), IN_USE, STRICT, "reactivated", Level.compatible),
        (life(sunset="2027-01-01"), life(), FREE, "sunset-deleted", Level.breaking),
        (life(sunset="2027-01-01"), life(sunset="soon"), FREE, "deprecated-sunset-parse", Level.breaking),
        (life(sunset="2027-01-01"), life(sunset="2026-06-01"), STRICT, "sunset-date-changed-too-small", Level.breaking),
        (life(stability="stable"), life(stability="beta"), FREE, "stability-decreased", Level.breaking),
        (life(stability=""), life(stability="beta"), FREE, "stability-decreased", Level.breaking),
        (life(stability="draft"), life(stability="alpha"), FREE, "stability-increased", Level.compatible),
        (life(stability="beta"), life(stability="gamma"), FREE, "invalid-stability-level", Level.breaking),
    ],
)
def test_a_change_of_these_words_is_told(
    before: Lifecycle, after: Lifecycle, rules: LifecycleRules, suffix: str, level: Level
) -> None:
    """One finding for each, at its level; the words that stayed say nothing."""
    found = [flip[:2] for flip in flips(before, after, rules) if not _of_stability(before, after, flip[0], suffix)]
    assert found == [(suffix, level)]


def _of_stability(before: Lifecycle, after: Lifecycle, found: str, wanted: str) -> bool:
    """Say whether a finding comes from the stability alone, in a case that is about the other words."""
    return "stability" in found and "stability" not in wanted and before.stability != after.stability


@pytest.mark.parametrize("after", ["2027-02-01", "2026-12-01"])
def test_a_sunset_may_move_where_enough_time_is_left(after: str) -> None:
    """Later always, and earlier as long as the days of notice are kept."""
    assert list(flips(life(sunset="2027-01-01"), life(sunset=after), STRICT)) == []


LIVES = st.builds(
    Lifecycle,
    deprecated=st.booleans(),
    sunset=st.sampled_from(["", "2026-01-01", "2027-01-01", "2027-01-01T00:00:00Z", "99999-01-01", "x"]),
    stability=st.sampled_from(["", *STABILITIES, "gamma"]),
)


@given(LIVES, LIVES, st.sampled_from([FREE, STRICT]))
def test_no_words_are_too_odd(before: Lifecycle, after: Lifecycle, rules: LifecycleRules) -> None:
    """Whatever a document says, there is an answer; and for what stays the same there is none."""
    list(flips(before, after, rules))
    removal(before, rules)
    assert list(flips(before, before, rules)) == []


def test_the_clock_is_never_asked() -> None:
    """The same documents have the same changes tomorrow."""
    assert "date.today" not in getsource(lifecycle)
