"""Sequences and subsequences of SendKit's campaigns.

In: steps and subsequences as a request holds them, and those that are stored.  Out: what is to be stored.
Never: makes variants: the names of their fields are not documented (3.1); those that are sent are kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from handbill_generator.sandbox.model import Problem, World
from handbill_generator.sandbox.providers.stored import HEXADECIMAL

_MOST_ACTIVE = 15


def named_steps(given: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Give each step the name that the server has for it, and its place where it has none; all else is kept."""
    names = _names(given)
    return [{"order": place, **step, "name": next(names)} for place, step in enumerate(given)]


def replaced(
    given: Iterable[Mapping[str, Any]], stored: Iterable[Mapping[str, Any]], world: World
) -> list[dict[str, Any]]:
    """Give the subsequences that take the place of those *stored*.

    One keeps its identity, and what has happened to it, by its `_id`; that of a subsequence which is not stored is kept
    too (ND).  A stored subsequence is `{"_id", "body", "sent", "added"}`, where *sent* counts its mails and *added* the
    leads that have entered it: a caller's own fields cannot touch the counts.
    """
    known = {one["_id"]: one for one in stored}
    result = [_subsequence(body, known, world) for body in given]
    _check_active([one["body"] for one in result if is_active(one["body"])])
    return result


def is_active(body: Mapping[str, Any]) -> bool:
    """Whether a subsequence is not archived; the name of that flag is documented for reading only (3.1)."""
    return body.get("archived") is not True


def _names(steps: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    emails = 0
    for step in steps:
        if step["type"] == "wait":
            days = step.get("waitDays")
            yield "Wait" if days is None else f"Wait {days} {'day' if days == 1 else 'days'}"
        else:
            yield f"Follow-up {emails}" if emails else "Initial Email"
            emails += 1


def _subsequence(given: Mapping[str, Any], known: Mapping[str, Any], world: World) -> dict[str, Any]:
    # 3.1 names `id` as another spelling in its prose.
    identity = given.get("_id") or given.get("id")
    id = identity if isinstance(identity, str) else world.new_id(HEXADECIMAL, 24)
    before = known.get(id, {"body": {}, "sent": 0, "added": 0})
    body = {**given, "_id": id}
    if "sequence" in body:
        body["sequence"] = named_steps(body["sequence"])
    if before["sent"] and _trigger(body) != _trigger(before["body"]):
        message = "The trigger of a subsequence that has sent an email cannot be changed"
        raise Problem("invalid", message, code="TRIGGER_IMMUTABLE")
    return {**before, "_id": id, "body": body}


def _trigger(body: Mapping[str, Any]) -> tuple[str, str]:
    """Give what makes a trigger; that of a reply ignores its value."""
    trigger = body.get("trigger", {"type": ""})
    return (trigger["type"], trigger["value"] if trigger["type"] == "ai_tag" else "")


def _check_active(active: Sequence[Mapping[str, Any]]) -> None:
    # 2.2: the rules are documented, their status and code are not.
    triggers = [_trigger(body) for body in active if "trigger" in body]
    tags = [value.casefold() for type, value in triggers if type == "ai_tag"]
    if len(active) > _MOST_ACTIVE:
        raise Problem("invalid", f"At most {_MOST_ACTIVE} subsequences can be active")
    if triggers.count(("reply", "")) > 1:
        raise Problem("invalid", "Only one active subsequence can have a reply as its trigger")
    if len(set(tags)) < len(tags):
        raise Problem("invalid", "No two active subsequences can have the same AI tag")
