"""Flat fields, as the tables of capabilities name them, into what the verbs take, and out of what they give.

In: fields such as `content.subject` with their values; a schedule's value is the whole schedule.  Out: drafts, changes.
Never: uses the facade's own ways between the two, which is what these tests are about.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from handbill import UNKNOWN, Audience, Campaign, Content, Draft, Sender, Throttle, Tracking

PARTS: Mapping[str, Any] = {"content": Content, "audience": Audience, "sender": Sender, "tracking": Tracking}
Flat = Mapping[str, Any]


def changes(flat: Flat) -> dict[str, Any]:
    """Give the arguments of `update` that name these fields and no others."""
    found: dict[str, Any] = {part: kind(**_inside(flat, part)) for part, kind in PARTS.items() if _inside(flat, part)}
    for name, value in flat.items():
        part, _, rest = name.partition(".")
        if part == "throttle":
            found[part] = None if value is None else Throttle(limit=value, per="day" if rest == "day" else "minute")
        elif part not in PARTS:
            found[part] = value
    return found


def changed(draft: Draft, flat: Flat) -> Draft:
    """Give *draft* with these fields, and all others as they are."""
    given = changes(flat)
    for part in PARTS:
        if part in given:
            given[part] = replace(getattr(draft, part), **_inside(flat, part))
    return replace(draft, **given)


def seen(campaign: Campaign[Any], field: str) -> Any:
    """Give what a campaign says of a field."""
    part, _, rest = field.partition(".")
    value = getattr(campaign, part)
    if part == "throttle":
        return value.limit if isinstance(value, Throttle) and value.per == rest else value
    if part == "schedule":
        detail = rest.partition(".")[2]
        return getattr(value, detail, UNKNOWN) if detail else value
    return getattr(value, rest) if rest else value


def given(field: str, value: Any) -> Any:
    """Give what *value* says of the field: of a schedule the detail that the field names."""
    detail = field.split(".")[2:]
    return getattr(value, detail[0]) if detail else value


def named(draft: Draft) -> dict[str, Any]:
    """Give the fields that a draft names, but for schedule and throttle."""
    flat = {"name": draft.name}
    for part in PARTS:
        inside = getattr(draft, part)
        known = {one.name: getattr(inside, one.name) for one in fields(inside)}
        flat |= {f"{part}.{name}": value for name, value in known.items() if value is not UNKNOWN}
    return flat


def _inside(flat: Flat, part: str) -> dict[str, Any]:
    return {name.partition(".")[2]: value for name, value in flat.items() if name.startswith(f"{part}.")}
