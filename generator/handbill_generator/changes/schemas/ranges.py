"""Numbers as limits, and the formats that limit.

In: keywords with numbers.  Out: the same limits in one spelling; which of two formats allows more.
Never: treats a format that nobody knows as a limit.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil, floor
from typing import Any

_NUMBERS = frozenset({"integer", "fraction"})
_STRINGS = frozenset({"string"})

KNOWN_FORMATS: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(("int32", "int64", "float", "double"), _NUMBERS),
    **dict.fromkeys(
        (
            "date date-time time duration email idn-email hostname idn-hostname ipv4 ipv6 uri uri-reference iri "
            "iri-reference uri-template uuid json-pointer relative-json-pointer regex byte"
        ).split(),
        _STRINGS,
    ),
}
"""Formats that limit (JSON Schema validation 2020-12, section 7.3; the OpenAPI format registry), with their types."""

_INSIDE = frozenset(
    {
        ("int32", "int64"),
        ("float", "double"),
        ("int32", "double"),
        ("uri", "uri-reference"),
        ("uri", "iri"),
        ("uri", "iri-reference"),
        ("uri-reference", "iri-reference"),
        ("iri", "iri-reference"),
        ("email", "idn-email"),
        ("hostname", "idn-hostname"),
    }
)
"""Pairs of which the first allows only what the second allows too."""


def is_inside(one: str, other: str) -> bool:
    """Whether each value of format *one* is of format *other* too."""
    return one == other or (one, other) in _INSIDE


def tightest(limits: Mapping[str, float]) -> dict[str, float]:
    """Leave, of an inclusive and an exclusive limit on one side, the one that counts."""
    found = dict(limits)
    for inclusive, exclusive, sign in (("minimum", "exclusiveMinimum", 1), ("maximum", "exclusiveMaximum", -1)):
        if inclusive in found and exclusive in found:
            is_exclusive = sign * found[exclusive] >= sign * found[inclusive]
            del found[inclusive if is_exclusive else exclusive]
    return found


def integral(limits: Mapping[str, float]) -> dict[str, float]:
    """Write limits of integers as inclusive integers."""
    found: dict[str, float] = {}
    for keyword, value in limits.items():
        match keyword:
            case "exclusiveMinimum":
                found["minimum"] = floor(value) + 1
            case "exclusiveMaximum":
                found["maximum"] = ceil(value) - 1
            case "minimum":
                found["minimum"] = ceil(value)
            case "maximum":
                found["maximum"] = floor(value)
            case _:
                found[keyword] = value
    return found


def divides(one: float, other: float) -> bool:
    """Whether each multiple of *other* is one of *one*."""
    quotient = other / one
    return abs(quotient - round(quotient)) < 1e-9


def bound(limits: Mapping[str, Any], side: str) -> tuple[float, bool] | None:
    """Give the lower (`minimum`) or upper (`maximum`) limit of numbers, and whether the number itself is left out."""
    if side in limits:
        return limits[side], False
    exclusive = f"exclusive{side.capitalize()}"
    return (limits[exclusive], True) if exclusive in limits else None
