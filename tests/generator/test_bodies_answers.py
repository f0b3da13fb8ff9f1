"""Laws of answers in the plan: what a method gives of which media types, and what a stream brings."""

from __future__ import annotations

from typing import Any

import pytest

from .documents import JSON, body, document, losses, plan, ref
from .media import FILE, PET, SAME, STRING, giving, method_of, shown


@pytest.mark.parametrize(
    ("content", "annotation", "accept"),
    [
        ({"application/json": SAME}, "Pet", "application/json"),
        ({"*/*": SAME}, "Pet", "application/json"),
        ({"text/plain": SAME, "application/json": SAME, "text/json": SAME}, "Pet", "application/json"),
        ({"application/json; charset=utf-8": SAME}, "Pet", "application/json"),
        ({"application/vnd.shop.v2+json": SAME}, "Pet", "application/vnd.shop.v2+json"),
        ({"text/csv": {}, "application/json": SAME}, "Pet | str", "application/json, text/csv"),
        ({"text/event-stream": SAME, "application/json": SAME}, "Pet | EventStream[Pet]", None),
        ({"application/jsonl": SAME}, "JSONLines[Pet]", "application/jsonl"),
        ({"image/*": {}}, "bytes", "image/*"),
        ({"*/*": {"schema": FILE}}, "bytes", "*/*"),
        ({"application/xml": {}, "text/plain": {}}, "bytes | str", "application/xml, text/plain"),
        ({}, "None", "application/json"),
    ],
)
def test_an_answer_of_several_media_types(content: JSON, annotation: str, accept: str | None) -> None:
    """The result is what any of them brings, and all of them are accepted."""
    method = method_of(giving(content, Pet=PET))
    assert shown(method.annotation) == annotation
    assert method.accept.raw == accept or accept is None


@pytest.mark.parametrize(("status", "method"), [("204", "get"), ("205", "get"), ("200", "head")])
def test_an_answer_without_content(status: str, method: str) -> None:
    """HTTP allows none there, whatever the contract describes."""
    assert method_of(giving({"application/json": {"schema": PET}}, status, method)).annotation == "None"


def test_an_error_is_read_as_json() -> None:
    """Of several media types of an error JSON is the one that has a class; a stream has none."""
    content = {"text/event-stream": {"schema": ref("Pet")}, "application/json": {"schema": ref("Pet")}}
    answers = {"200": body({}), "400": {"description": "d", "content": content}}
    only = {"text/event-stream": {"schema": ref("Pet")}}
    answers["401"] = {"description": "d", "content": only}
    package = plan(document(paths={"/run": {"get": {"responses": answers}}}, schemas={"Pet": PET}))
    assert [str(error.annotation) for error in package.errors] == ["models.Pet", "None"]


DATA = {"type": "string", "contentMediaType": "application/json", "contentSchema": ref("Pet")}


def event(**data: Any) -> JSON:
    return {"type": "object", "properties": {"event": STRING, "id": STRING, "data": data}}


@pytest.mark.parametrize(
    ("content", "annotation"),
    [
        ({}, "EventStream[str]"),
        ({"schema": STRING}, "EventStream[str]"),
        ({"schema": {"enum": ["a", "b"]}}, "EventStream[str]"),
        ({"schema": ref("Pet")}, "EventStream[Pet]"),
        ({"schema": {"type": "array", "items": ref("Pet")}}, "EventStream[Pet]"),
        ({"itemSchema": ref("Pet")}, "EventStream[Pet]"),
        ({"itemSchema": event(**DATA)}, "EventStream[Pet]"),
        ({"itemSchema": event(**STRING)}, "EventStream[str]"),
        ({"itemSchema": event(**ref("Pet"))}, "EventStream[Pet]"),
        ({"itemSchema": {"oneOf": [event(**DATA), event(**ref("Tag"))]}}, "EventStream[Pet | Tag | dict[str, Any]]"),
        ({"schema": {"type": "integer"}}, "EventStream[int]"),
    ],
)
def test_what_an_event_brings(content: JSON, annotation: str) -> None:
    """The data as the contract has it, described as such or inside of an event; without a description it is text."""
    tag = {"type": "object", "properties": {"tag": STRING}}
    assert shown(method_of(giving({"text/event-stream": content}, Pet=PET, Tag=tag)).annotation) == annotation


def test_events_that_are_partly_text_are_a_loss() -> None:
    """One type for all of them is text."""
    source = giving({"text/event-stream": {"itemSchema": {"oneOf": [event(**DATA), event(**STRING)]}}}, Pet=PET)
    assert (method_of(source).annotation, list(losses(plan(source)).values())) == (
        "EventStream[str]",
        ["data of events"],
    )


@pytest.mark.parametrize(
    ("content", "annotation"),
    [
        ({}, "JSONLines[Any]"),
        ({"schema": {"type": "array", "items": PET}}, "JSONLines[RunResponseItem]"),
        ({"itemSchema": STRING}, "JSONLines[str]"),
    ],
)
def test_what_a_line_brings(content: JSON, annotation: str) -> None:
    """A line is a JSON value: an item of what is described as an array."""
    for name in ("application/jsonl", "application/x-ndjson", "application/json-seq"):
        assert shown(method_of(giving({name: content})).annotation) == annotation
