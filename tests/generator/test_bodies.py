"""Laws of bodies in the plan: which media types a method takes and gives, what is a file, what a stream brings."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from handbill_generator.diagnostics import SpecError
from handbill_generator.plan.model import Method

from .documents import JSON, body, call, document, emit, losses, plan, query, ref, render, types_of
from .test_bodies_wire import DOCUMENT

STRING: JSON = {"type": "string"}
FILE: JSON = {"type": "string", "format": "binary"}
NULL: JSON = {"type": "null"}
PET: JSON = {"type": "object", "required": ["name"], "properties": {"name": STRING, "age": {"type": "integer"}}}
UPLOAD: JSON = {"type": "object", "properties": {"file": FILE, "name": STRING}}
FORM, MULTIPART = "application/x-www-form-urlencoded", "multipart/form-data"
RUNTIME = {"_events.py", "_forms.py", "_multipart.py", "_uploads.py"}


def taking(content: JSON, **rest: Any) -> JSON:
    """Give a document of one operation that takes *content*; *rest* are component schemas."""
    operation = {
        "operationId": "run",
        "requestBody": {"content": content, "required": True},
        "responses": {"200": body({})},
    }
    return document(paths={"/run": {"post": operation}}, schemas=rest)


def giving(content: JSON, status: str = "200", method: str = "get", **rest: Any) -> JSON:
    """Give a document of one operation that gives *content*; *rest* are component schemas."""
    operation = {"operationId": "run", "responses": {status: {"description": "d", "content": content}}}
    return document(paths={"/run": {method: operation}}, schemas=rest)


def method_of(source: JSON) -> Method:
    (method,) = plan(source).resources[0].methods
    return method


def shown(annotation: Any) -> str:
    return str(annotation).replace("'", '"')


# What a method takes


SAME = {"schema": ref("Pet")}


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ({"application/json": SAME, FORM: SAME, MULTIPART: SAME}, ["application/json"]),
        ({FORM: SAME, MULTIPART: SAME, "application/json": SAME}, ["application/json"]),
        ({"text/json": SAME, "application/*+json": SAME, "application/json": SAME}, ["text/json"]),
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


@pytest.mark.parametrize("encoding", [{"style": "simple"}, {"contentType": "a/b\nX: y"}, {"explode": "yes"}])
def test_an_encoding_that_cannot_be_is_an_error(encoding: JSON) -> None:
    """As with parameters, the message says where."""
    with pytest.raises(SpecError) as caught:
        plan(taking({FORM: {"schema": PET, "encoding": {"name": encoding}}}))
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


# Files


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        (FILE, "FileInput"),
        ({"type": "string", "contentMediaType": "image/png"}, "FileInput"),
        ({"contentMediaType": "application/octet-stream"}, "FileInput"),
        ({}, "FileInput"),
        ({"description": "Any bytes."}, "FileInput"),
        (True, "FileInput"),
        ({"type": ["string", "null"], "format": "binary"}, "FileInput | None"),
        ({"anyOf": [FILE, NULL]}, "FileInput | None"),
        ({"type": "array", "items": FILE}, "list[FileInput]"),
        ({"type": "array", "items": ref("Blob")}, "list[FileInput]"),
        (ref("Blob"), "FileInput"),
        (ref("Blobs"), "list[FileInput]"),
        ({"oneOf": [FILE, {"type": "array", "items": FILE}]}, "FileInput | list[FileInput]"),
        ({"anyOf": [FILE, STRING]}, "FileInput | str"),
        (STRING, "str"),
        ({"type": "string", "contentMediaType": "image/png", "contentEncoding": "base64"}, "str"),
        ({"type": "string", "contentMediaType": "application/json"}, "str"),
        ({"type": "string", "format": "byte"}, "str"),
        ({"type": "array", "items": STRING}, "list[str]"),
        ({"type": "object"}, "dict[str, Any]"),
    ],
)
@pytest.mark.parametrize("component", [False, True])
def test_what_is_a_file(schema: Any, expected: str, component: bool) -> None:
    """`format: binary`, a media type without an encoding, or no type at all: alone, in a list, in a choice, by name."""
    wanted: JSON = {"type": "object", "required": ["it"], "properties": {"it": schema}}
    blobs: JSON = {"Blob": FILE, "Blobs": {"type": "array", "items": FILE}, "It": wanted}
    source = taking({MULTIPART: {"schema": ref("It") if component else wanted}}, **blobs)
    assert types_of(plan(source))["It.it" if component else "RunRequest.it"] == expected


@pytest.mark.parametrize(
    ("schema", "media_type", "expected"),
    [
        ({}, "application/json", "Any"),
        ({}, "text/plain", "Any"),
        (STRING, "image/png, image/jpeg", "FileInput"),
        (STRING, "application/xml", "str"),
        (STRING, "text/csv", "str"),
        (PET, "application/xml", "FileInput"),
        (PET, "application/json", "RunRequestIt"),
    ],
)
def test_a_media_type_that_is_stated_decides(schema: Any, media_type: str, expected: str) -> None:
    """What goes as a picture is a file, and what goes as JSON or text is none."""
    wanted = {"type": "object", "required": ["it"], "properties": {"it": schema}}
    source = taking({MULTIPART: {"schema": wanted, "encoding": {"it": {"contentType": media_type}}}})
    assert types_of(plan(source))["RunRequest.it"] == expected


def test_files_are_for_multipart_bodies() -> None:
    """JSON holds no files, neither by itself nor nested in a form."""
    nested = {"type": "object", "properties": {"inner": {"type": "object", "properties": {"blob": FILE}}}}
    assert (
        types_of(plan(taking({"application/json": {"schema": UPLOAD}})))["RunRequest.file"]
        == "bytes | MISSING = MISSING"
    )
    assert (
        types_of(plan(taking({MULTIPART: {"schema": nested}})))["RunRequestInner.blob"] == "bytes | MISSING = MISSING"
    )


def test_a_class_with_files_that_comes_back_is_two() -> None:
    """What an answer brings is no file; the class of the request is another one."""
    operation = {
        "operationId": "run",
        "requestBody": {"content": {MULTIPART: {"schema": ref("Upload")}}},
        "responses": {"200": body(ref("Upload"))},
    }
    found = types_of(plan(document(paths={"/run": {"post": operation}}, schemas={"Upload": UPLOAD})))
    assert found["Upload.file"] == "bytes | MISSING = MISSING"
    assert found["UploadInput.file"] == "FileInput | MISSING = MISSING"


# What a method gives


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


# What is emitted


def runtime(source: JSON) -> set[str]:
    return RUNTIME & render(source).keys()


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (taking({"application/json": {"schema": PET}}), set()),
        (taking({"text/plain": {}}), set()),
        (taking({"application/xml": {}}), set()),
        (taking({FORM: {"schema": PET}}), {"_forms.py"}),
        (taking({"image/png": {}}), {"_uploads.py"}),
        (taking({MULTIPART: {"schema": PET}}), {"_forms.py", "_multipart.py", "_uploads.py"}),
        (giving({"text/event-stream": {}}), {"_events.py"}),
        (giving({"application/jsonl": {}}), {"_events.py"}),
    ],
)
def test_a_package_has_what_it_needs(source: JSON, expected: set[str]) -> None:
    """JSON alone brings nothing of forms, files and streams."""
    assert runtime(source) == expected


def test_json_alone_knows_of_nothing_else() -> None:
    """No branch for other media types is left in a package that has none."""
    texts = render(document(paths={"/run": {"post": call(takes=PET, gives=PET, parameters=[query("q")])}}))
    for word in ("multipart", "EventStream", "essence", "by_type", "FileInput"):
        assert not [path for path, text in texts.items() if word in text], word


NASTY = 'a/b"; import os  # \\'


def test_hostile_media_types_stay_text() -> None:
    """Media types and encodings from a document are literals wherever they are written."""
    upload = {"schema": UPLOAD, "encoding": {"file": {"contentType": NASTY}}}
    source = taking({MULTIPART: upload, NASTY: {}, NASTY.upper() + "2": {}})
    tree = ast.parse(render(source)["resources/run.py"])
    strings = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    assert strings.count(NASTY) > 1


USES = """
import io
from collections.abc import AsyncIterator
from bodies_shop import AsyncBodiesShop, BodiesShop, EventStream, FileInput, models

def upload(shop: BodiesShop, cover: FileInput) -> None:
    shop.things.album(cover=cover)
    answer = shop.things.chat()
    if isinstance(answer, EventStream):
        chunk: models.Chunk = next(answer).data

def use(shop: BodiesShop) -> None:
    shop.things.album(cover=b"", photos=[io.BytesIO(), ("a", b""), ("a", open("f", "rb"), "image/png")])
    shop.things.any(text="a")
    shop.things.any(body=models.AnyFormDataRequest(file=b""), content_type="multipart/form-data")
    shop.things.any(body="a;b", content_type="text/csv")
    shop.things.any(body=[b"a"], content_type="image/png")
    shop.things.content(body=open("f", "rb"))
    text: str = next(event.data for event in shop.things.words())
    chunk: models.Chunk = next(shop.things.lines())

async def chunks() -> AsyncIterator[bytes]:
    yield b""

async def ause(shop: AsyncBodiesShop) -> None:
    await shop.things.content(body=chunks())
    async for event in await shop.things.events():
        chunk: models.Chunk = event.data
"""
MISUSES = [
    'shop.things.album(cover="path")',
    'shop.things.any(body="a;b")',
    'shop.things.any(body=models.Chunk(), content_type="text/csv")',
    'shop.things.content(body="text")',
    "number: int = next(shop.things.words()).data",
]
KINDS = [
    "*/*",
    "application/json",
    "application/json-seq",
    "application/octet-stream",
    "application/vnd.a+json",
    "application/xml",
    "image/*",
    "multipart/mixed",
    "text/*",
    "text/event-stream",
    "text/plain",
    "weird",
    FORM,
    MULTIPART,
]
SCHEMAS = [
    {},
    STRING,
    FILE,
    PET,
    UPLOAD,
    {"oneOf": [PET, UPLOAD]},
    {"type": ["object", "null"], "properties": {"content_type": {"type": "array", "items": FILE}}},
    {"type": "array", "items": {"anyOf": [FILE, NULL]}},
]


def offered(number: int) -> JSON:
    """Give three media types with schemas, other ones for each *number*."""
    return {KINDS[number * step % 14]: {"schema": SCHEMAS[(number + step) % 8]} for step in (1, 3, 5)}


@pytest.fixture(scope="module")
def emitted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("typed")
    emit({**DOCUMENT, "info": {"title": "Bodies Shop", "version": "1"}}, folder, "bodies_shop")
    return folder


def checked(folder: Path, program: str) -> str:
    (folder / "program.py").write_text(program, encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", "program.py"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False).stdout


def test_what_is_emitted_is_typed(emitted: Path) -> None:
    """mypy --strict takes the package and every way to use it."""
    assert "Success" in checked(emitted, USES)


def test_whatever_is_offered_is_typed(tmp_path: Path) -> None:
    """All kinds of bodies beside each other make methods whose overloads mypy --strict can tell apart."""
    paths = {
        f"/{number}": {
            "post": {
                "requestBody": {"content": offered(number), "required": bool(number % 2)},
                "responses": {"200": {"description": "d", "content": offered(number + 1)}, "202": {"description": "d"}},
            }
        }
        for number in range(56)
    }
    emit(document(paths=paths), tmp_path, "mixed")
    assert "Success" in checked(tmp_path, "from mixed import Shop as Shop\n")


@pytest.mark.parametrize("misuse", MISUSES)
def test_misuse_is_a_type_error(emitted: Path, misuse: str) -> None:
    """A path in place of a file, or a body of another media type, is found before the program runs."""
    program = f"from bodies_shop import BodiesShop, models\n\n\ndef use(shop: BodiesShop) -> None:\n    {misuse}\n"
    assert "program.py:5: error" in checked(emitted, program)
