"""Say how bad a change is for requests and responses.

In: who sends the values, and what happens to the set of those that are accepted.  Out: a `Level`, and the reason.
Never: softens what the rule says.

The rule is that of contravariance: what is sent to the API may only be accepted more widely, and what comes from it may
only be promised more narrowly.  What leaves the set as it is, and can hurt all the same, stands in one ledger.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase

from handbill_generator.changes.model import Direction, Effect, Level


@dataclass(frozen=True, slots=True)
class Exemption:
    """A level for a change that leaves the accepted set as it is, and why."""

    level: Level
    reason: str


_RISKY_READ = "who reads it finds nothing, though every response is still one that was promised before"
_DEFAULT = "every request is still accepted, but one that leaves it out now means something else"

LEDGER: Mapping[str, Exemption] = {
    "request-property-removed": Exemption(
        Level.risky, "an open object still takes the property, but nothing promises that the API still reads it"
    ),
    "request-parameter-removed": Exemption(
        Level.risky, "most servers ignore a parameter that they do not know, and so what it asked for does not happen"
    ),
    "request-body-removed": Exemption(
        Level.risky, "most servers ignore a body that they do not expect, and so what it asked for does not happen"
    ),
    "response-optional-property-removed": Exemption(Level.risky, _RISKY_READ),
    "optional-response-header-removed": Exemption(Level.risky, _RISKY_READ),
    "*-content-*-changed": Exemption(Level.risky, "no validator refuses a value for it, but it is read in another way"),
    "request-*-x-extensible-enum-value-removed": Exemption(
        Level.risky, "the list is open, so the value is not refused, but nothing promises any more what it does"
    ),
    "request-*-default-value-*": Exemption(Level.risky, _DEFAULT),
    "response-success-status-added": Exemption(
        Level.risky, "a client that knows the old statuses alone cannot read a body of the new one"
    ),
    "request-parameter-allow-reserved-changed": Exemption(
        Level.risky, "only values with reserved characters are written otherwise"
    ),
    "api-server-default-changed": Exemption(
        Level.risky, "the old address is still listed, but who gives none calls another"
    ),
}
"""Ids, as patterns, of changes that are risky though they leave the accepted set as it is."""


def wire_level(id: str, direction: Direction, effect: Effect) -> Level:
    """Give the level of a change on the wire."""
    exemption = exemption_of(id) if effect is Effect.none else None
    return exemption.level if exemption else ruled_level(direction, effect)


def ruled_level(direction: Direction, effect: Effect) -> Level:
    """Give what the rule of contravariance says."""
    breaks = {
        Direction.request: (Effect.narrows, Effect.both),
        Direction.response: (Effect.widens, Effect.both),
        Direction.neither: (Effect.both,),
    }
    return Level.breaking if effect in breaks[direction] else Level.compatible


def exemption_of(id: str) -> Exemption | None:
    """Give the entry of the ledger for *id*, if there is one."""
    return next((entry for pattern, entry in LEDGER.items() if fnmatchcase(id, pattern)), None)
