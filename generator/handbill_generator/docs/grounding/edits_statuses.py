"""Add and remove statuses, and the codes of errors.

In: an operation and a status.  Out: edits.
Never: leaves an operation without any response.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from http import HTTPStatus
from typing import Any

from handbill_generator.contract import Operation
from handbill_generator.docs.findings import Edit
from handbill_generator.docs.grounding.edits_values import put_in, take_out
from handbill_generator.docs.grounding.facts import grounded
from handbill_generator.docs.grounding.messages import is_error
from handbill_generator.docs.grounding.parts import below
from handbill_generator.docs.grounding.places import Places
from handbill_generator.docs.grounding.targets import Target
from handbill_generator.docs.model import Attribute, Side, Value

_RANGES = {
    "2XX": "The request succeeded.",
    "3XX": "The answer is elsewhere.",
    "4XX": "The request was refused.",
    "5XX": "The server failed.",
    "default": "Any other answer.",
}


def status_added(places: Places, operation: Operation, status: str) -> Iterator[Edit]:
    """Add a response; an error has the body of the other errors, where these have one and the same."""
    target = _whole(places, operation)
    known = target.reader.value(below(operation.pointer, "responses"))
    description = described(status)
    if not description or not isinstance(known, dict) or any(key.upper() == status.upper() for key in known):
        return
    value: dict[str, Any] = {"description": description}
    if is_error(status) and (content := _common_content(places, operation)):
        value["content"] = content
    yield target.edit("add", below(operation.pointer, "responses", status), value)


def status_removed(places: Places, operation: Operation, status: str) -> Iterator[Edit]:
    """Remove a response."""
    answers = places.answers(operation)
    for answer in answers:
        if answer.status == status and len(answers) > 1:
            yield _whole(places, operation).edit("remove", answer.slot)


def codes_added(places: Places, operation: Operation, status: str, values: Sequence[Value]) -> Iterator[Edit]:
    """Add codes to the one list of codes that the response has."""
    target = _whole(places, operation)
    pointers = _lists_of_codes(places, operation, status)
    if len(pointers) == 1 and (part := target.part(pointers[0])):
        yield from put_in(target, part, values)


def codes_removed(places: Places, operation: Operation, status: str, values: Sequence[Value]) -> Iterator[Edit]:
    """Remove codes from the one list of codes that the response has."""
    target = _whole(places, operation)
    pointers = _lists_of_codes(places, operation, status)
    if len(pointers) == 1 and (part := target.part(pointers[0])):
        yield from take_out(target, part, values)


def described(status: str) -> str:
    """Give a sentence on *status*, empty where it is none.

    >>> described("404"), described("4XX"), described("success")
    ('Not Found.', 'The request was refused.', '')
    """
    if status in _RANGES:
        return _RANGES[status]
    if not re.fullmatch(r"[2-5][0-9]{2}", status):
        return ""
    try:
        return f"{HTTPStatus(int(status)).phrase}."
    except ValueError:
        return _RANGES[f"{status[0]}XX"]


def _common_content(places: Places, operation: Operation) -> dict[str, Any] | None:
    """Give the content that all errors of the operation have, if it is nothing but references to components."""
    target = _whole(places, operation)
    found: list[dict[str, Any]] = []
    for response in operation.responses:
        if is_error(response.status):
            content = {}
            for media_type in response.content:
                schema = target.reader.value(below(media_type.pointer, "schema"))
                content[media_type.name.raw] = {"schema": schema}
            found.append(content)
    first = found[0] if found else {}
    is_common = all(other == first for other in found)
    return first if first and is_common and all(_refers(each["schema"]) for each in first.values()) else None


def _refers(schema: Any) -> bool:
    return isinstance(schema, dict) and schema.keys() == {"$ref"}


def _lists_of_codes(places: Places, operation: Operation, status: str) -> tuple[str, ...]:
    facts = grounded(places.contract, operation)
    return tuple(
        dict.fromkeys(
            each.pointer
            for each in facts
            if each.fact.attribute is Attribute.code and each.fact.status == status and each.fact.side is Side.response
        )
    )


def _whole(places: Places, operation: Operation) -> Target:
    return Target(places, operation, places.way(operation, Side.request, "", ()), ("",))
