"""Laws of bodies in the plan: which media types a method takes, what its arguments are, and what they are called."""

from __future__ import annotations

from typing import Any

import pytest
from handbill_generator.diagnostics import SpecError

from .documents import JSON, losses, plan, ref
from .media import FILE, FORM, MULTIPART, PET, SAME, STRING, UPLOAD, method_of, shown, taking


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ({"application/json": SAME, FORM: SAME, MULTIPART: SAME}, ["application/json"]),
        ({FORM: SAME, MULTIPART: SAME, "application/json": SAME}, ["application/json"]),
        ({"text/json": SAME, "application/*+json": SAME, "application/json": SAME}, ["application/json"]),
        ({"application/xml": SAME, "application/json": SAME}, ["application/json"]),
        ({FORM: SAME, MULTIPART: SAME}, [FORM]),
        ({"application/json": SAME, "application/json; charset=utf-8": {}}, ["application/json"]),
        ({"application/json": SAME, "text/csv": {}}, ["application/json", "text/csv"]),
        ({"text/csv": {"schema": STRING}, "text/plain": {"schema": STRING}}, ["text/csv", "text/plain"]),
        ({"image/png": {"schema": FILE}, "image/gif": {"schema": FILE}}, ["image/png", "image/gif"]),
        ({"image/*": {}, "video/*": {}, "text/*": {}, "a/b": {}}, ["a/b", "application/octet-stream", "text/plain"]),
        ({"*/*": {"schema": PET}, "application/json": {"schema": STRING}}, ["application/json"]),
    ],
)
def test_only_what_carries_something_of_its_own_is_offered(content: JSON, expected: list[str]) -> None:
    """One schema in several media types is one thing, of which JSON is enough; nothing is lost by that."""
    source = taking(content, Pet=PET)
    method = method_of(source)
    assert [each.media_type.raw for each in method.bodies] == expected
    assert bool(method.content_type) is (len(expected) > 1)
    assert losses(plan(source)) == {}


@pytest.mark.parametrize(
    ("schema", "required", "is_offered"),
    [
        ({"type": "object", "properties": {}, "additionalProperties": False}, False, False),
        ({"type": "object", "properties": {}, "additionalProperties": False}, True, True),
        ({"type": "object", "properties": {}}, False, True),
        ({"type": "object", "properties": {"a": {}}, "additionalProperties": False}, False, True),
        ({"type": "array", "additionalProperties": False, "items": {}}, False, True),
        (True, False, True),
    ],
)
def test_a_body_that_can_hold_nothing_is_not_asked_for(schema: Any, required: bool, is_offered: bool) -> None:
    """A closed object without properties that may be left out is no argument, as there is nothing to put into it."""
    source = taking({FORM: {"schema": schema}})
    source["paths"]["/run"]["post"]["requestBody"]["required"] = required
    assert bool(method_of(source).bodies) is is_offered


def test_files_are_sent_as_multipart() -> None:
    """Where one schema with files is offered as JSON too, JSON could not hold them."""
    same = {"schema": ref("Upload")}
    method = method_of(taking({"application/json": same, FORM: same, MULTIPART: same}, Upload=UPLOAD))
    assert [each.media_type.raw for each in method.bodies] == [MULTIPART]
    assert [shown(argument.annotation) for argument in method.at("body")] == ["FileInput", "str"]


def test_each_media_type_has_its_own_body() -> None:
    """JSON comes first and is spread; the others are given whole, with a name that does not depend on their order."""
    inline = {"type": "object", "properties": {"file": FILE}}
    content = {"text/csv": {}, MULTIPART: {"schema": inline}, "application/json": {"schema": PET}, "image/*": {}}
    method = method_of(taking(content))
    assert [(shown(b.annotation), b.media_type.raw, b.spread, b.range) for b in method.bodies] == [
        ("RunRequest", "application/json", True, False),
        ("str", "text/csv", False, False),
        ("RunFormDataRequest", MULTIPART, True, False),
        ("bytes | Iterable[bytes]", "application/octet-stream", False, True),
    ]


@pytest.mark.parametrize(
    ("media_type", "schema", "annotation", "kind"),
    [
        (FORM, PET, "RunRequest", "form"),
        (FORM, {"type": "object"}, "dict[str, Any]", "form"),
        (FORM, {"type": "object", "additionalProperties": STRING}, "dict[str, str]", "form"),
        (FORM, STRING, "str", "text"),
        (FORM, None, "dict[str, Any]", "form"),
        (MULTIPART, None, "dict[str, Any]", "multipart"),
        (MULTIPART, STRING, "bytes | Iterable[bytes]", "bytes"),
        (MULTIPART, {"oneOf": [PET, UPLOAD]}, "RunRequestAge | RunRequestFile", "multipart"),
        ("multipart/mixed", STRING, "bytes | Iterable[bytes]", "bytes"),
        ("text/plain", STRING, "str", "text"),
        ("text/plain; charset=iso-8859-1", STRING, "bytes | Iterable[bytes]", "bytes"),
        ('text/plain; charset="UTF-8"', STRING, "str", "text"),
        ("application/xml", PET, "bytes", "xml"),
        ("text/xml", STRING, "bytes", "xml"),
        ("application/soap+xml", STRING, "bytes", "xml"),
        ("*/*", FILE, "bytes | Iterable[bytes]", "bytes"),
        ("application/x-ndjson", STRING, "bytes | Iterable[bytes]", "bytes"),
        ("application/x-ndjson", None, "bytes | Iterable[bytes]", "bytes"),
        ("application/x-ndjson", PET, "bytes | Iterable[RunRequestItem]", "lines"),
        ("application/jsonl", {"type": "array", "items": {"type": "integer"}}, "bytes | Iterable[int]", "lines"),
        ("application/geo+json-seq", PET, "bytes | Iterable[RunRequestItem]", "lines"),
    ],
)
def test_a_body_of_one_media_type(media_type: str, schema: Any, annotation: str, kind: str) -> None:
    """Forms are objects, text is text, and what nobody here writes is bytes; none of these loses anything."""
    source = taking({media_type: {"schema": schema} if schema else {}})
    (found,) = method_of(source).bodies
    assert (shown(found.annotation), found.kind) == (annotation, kind)
    assert losses(plan(source)) == {}


@pytest.mark.parametrize(
    ("values", "annotation"),
    [
        (True, "Mapping[str, Any]"),
        ({}, "Mapping[str, Any]"),
        (STRING, "Mapping[str, str]"),
        (ref("Pet"), "Mapping[str, Pet]"),
        (False, None),
        (None, None),
    ],
    ids=str,
)
def test_properties_beyond_the_fields_have_an_argument(values: Any, annotation: str | None) -> None:
    """Where the contract says that an object may have more properties, one argument takes them all, typed."""
    schema = PET if values is None else {**PET, "additionalProperties": values}
    method = method_of(taking({"application/json": {"schema": ref("Thing")}}, Thing=schema, Pet=PET))
    found = [(str(a.name), shown(a.annotation)) for a in method.at("additional")]
    assert found == ([("additional_properties", annotation)] if annotation else [])


def test_the_argument_for_properties_gives_way() -> None:
    """A property that is called like the argument keeps its name; the argument gets another."""
    thing = {"type": "object", "properties": {"additionalProperties": STRING}, "additionalProperties": True}
    method = method_of(taking({"application/json": {"schema": thing}}))
    assert [str(a.name) for place in ("body", "additional") for a in method.at(place)] == [
        "additional_properties",
        "other_properties",
    ]


def test_an_object_that_nothing_here_writes_is_a_loss() -> None:
    """The fields that a contract describes for another media type cannot be arguments."""
    source = taking({"multipart/mixed": {"schema": ref("Pet")}}, Pet=PET)
    assert list(losses(plan(source)).values()) == ["multipart/mixed body"]


def test_headers_of_a_part_are_a_loss() -> None:
    """There is no place to give them."""
    encoding = {"file": {"headers": {"X-A": {"schema": STRING}}}}
    assert list(losses(plan(taking({MULTIPART: {"schema": UPLOAD, "encoding": encoding}}))).values()) == [
        "headers of a part"
    ]


def test_an_encoding_that_cannot_be_is_an_error() -> None:
    """A line break would be a header of its own; as with parameters, the message says where."""
    with pytest.raises(SpecError) as caught:
        plan(taking({FORM: {"schema": PET, "encoding": {"name": {"contentType": "a/b\nX: y"}}}}))
    assert "encoding/name" in str(caught.value.pointer)


# Names


def arguments_of(source: JSON, symbols: Any = None) -> list[str]:
    (method,) = plan(source, symbols).resources[0].methods
    return [*(str(argument.name) for argument in method.arguments), str(method.content_type)]


def test_the_argument_for_the_media_type_gives_way() -> None:
    """A field that is called like it keeps its name."""
    pet = {"type": "object", "properties": {"content_type": STRING}}
    assert arguments_of(taking({"application/json": {"schema": pet}, "text/csv": {}})) == ["content_type", "media_type"]


def test_the_argument_for_the_media_type_keeps_its_name() -> None:
    """A field that comes later gives way in its turn: what was called once stays callable."""
    content = {"application/json": {"schema": PET}, "text/csv": {}}
    before = plan(taking(content)).symbols
    pet = {**PET, "properties": {**PET["properties"], "content_type": STRING}}
    after = arguments_of(taking({**content, "application/json": {"schema": pet}}), before)
    assert after == ["name", "age", "content_type_field", "content_type"]


def test_another_media_type_renames_nothing() -> None:
    """The first body and the first answer are named after the operation alone."""
    one = plan(taking({"application/json": {"schema": PET}}))
    two = plan(taking({"image/png": {}, MULTIPART: {"schema": UPLOAD}, "application/json": {"schema": PET}}))
    assert one.symbols.items() <= two.symbols.items()
