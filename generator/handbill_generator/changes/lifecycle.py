"""Hold deprecation, sunset and stability against the days of notice that a project gives.

In: what a document says of how long something will be there, the rules, and the day.  Out: what to say of a removal
or of a change of these words, and how bad it is.
Never: looks at a clock.

A thing is deprecated first, with the day of its sunset (RFC 8594), and removed when that day is past.  What is only a
draft or an alpha may go at once.  The words are oasdiff's: `x-sunset` and `x-stability-level`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from handbill_generator.changes.model import Level
from handbill_generator.contract import Lifecycle

SUFFIXES = (
    "deprecated deprecated-with-sunset reactivated deprecated-sunset-missing deprecated-sunset-parse "
    "sunset-date-too-small sunset-date-changed-too-small sunset-deleted stability-decreased stability-increased "
    "invalid-stability-level"
).split()
"""What the ids of `flips` end with."""

STABILITIES = ("draft", "alpha", "beta", "stable")
_PASSING = ("draft", "alpha")


@dataclass(frozen=True, slots=True, kw_only=True)
class LifecycleRules:
    """What a project asks of removals.

    *days* are the days of notice by stability; where one is not named, a sunset need not be given.
    """

    today: date
    days: Mapping[str, int] = field(default_factory=dict)


def removal(lifecycle: Lifecycle, rules: LifecycleRules) -> tuple[str, Level | None, str]:
    """Give how an id ends, the level (None where the effect decides) and what to add to the message."""
    if lifecycle.stability in _PASSING:
        return "removed-with-deprecation", Level.compatible, f"; it was a {lifecycle.stability}"
    if not lifecycle.deprecated:
        return "removed-without-deprecation", None, ""
    if not lifecycle.sunset:
        if _days(lifecycle, rules):
            return "removed-before-sunset", Level.breaking, "; it was deprecated, and no sunset was given"
        return "removed-with-deprecation", Level.compatible, "; it was deprecated"
    day = _day(lifecycle.sunset)
    if day is None:
        return "removed-before-sunset", Level.breaking, f'; its sunset "{lifecycle.sunset}" is no date'
    if rules.today < day:
        return "removed-before-sunset", Level.breaking, f"; its sunset is {day}"
    return "removed-with-deprecation", Level.compatible, f"; its sunset was {day}"


def flips(old: Lifecycle, new: Lifecycle, rules: LifecycleRules) -> Iterator[tuple[str, Level, str]]:
    """Give, for what changed in these words, how an id ends, the level and the message."""
    if old.deprecated and not new.deprecated:
        yield "reactivated", Level.compatible, "it is no longer deprecated"
    elif new.deprecated and not old.deprecated:
        yield from _deprecated(new, rules)
    elif new.deprecated and old.sunset != new.sunset:
        yield from _postponed(old, new, rules)
    if new.stability and new.stability not in STABILITIES and old.stability != new.stability:
        message = f'the stability "{new.stability}" is none of {", ".join(STABILITIES)}'
        yield "invalid-stability-level", Level.breaking, message
    elif old.stability != new.stability and old.stability in (*STABILITIES, ""):
        before, after = (STABILITIES.index(each.stability or "stable") for each in (old, new))
        if after < before:
            yield "stability-decreased", Level.breaking, f"it is only {new.stability} now"
        elif after > before:
            yield "stability-increased", Level.compatible, f"it is {new.stability or 'stable'} now"


def _deprecated(new: Lifecycle, rules: LifecycleRules) -> Iterator[tuple[str, Level, str]]:
    days = _days(new, rules)
    if not new.sunset:
        if days:
            yield (
                "deprecated-sunset-missing",
                Level.breaking,
                f"it was deprecated without the day, {days} days from now",
            )
        else:
            yield "deprecated", Level.compatible, "it was deprecated"
        return
    day = _day(new.sunset)
    if day is None:
        yield "deprecated-sunset-parse", Level.breaking, f'its sunset "{new.sunset}" is no date'
    elif days and day < rules.today + timedelta(days=days):
        message = f"it was deprecated, and its sunset {day} is less than {days} days from now"
        yield "sunset-date-too-small", Level.breaking, message
    else:
        yield "deprecated-with-sunset", Level.compatible, f"it was deprecated; its sunset is {day}"


def _postponed(old: Lifecycle, new: Lifecycle, rules: LifecycleRules) -> Iterator[tuple[str, Level, str]]:
    if not old.sunset:
        yield from _deprecated(new, rules)
        return
    if not new.sunset:
        yield "sunset-deleted", Level.breaking, f"its sunset {old.sunset} was removed"
        return
    before, after = _day(old.sunset), _day(new.sunset)
    if after is None:
        yield "deprecated-sunset-parse", Level.breaking, f'its sunset "{new.sunset}" is no date'
    elif before is not None and after < before and after < rules.today + timedelta(days=_days(new, rules)):
        yield "sunset-date-changed-too-small", Level.breaking, f"its sunset was moved from {before} to {after}"


def _days(lifecycle: Lifecycle, rules: LifecycleRules) -> int:
    return rules.days.get(lifecycle.stability or "stable", 0)


def _day(text: str) -> date | None:
    """Read the day of a date or of a date and time (RFC 3339)."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
