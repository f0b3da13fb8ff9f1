"""Laws of files in the plan: which schema is a file, of which body, and what it is where there are none."""

from __future__ import annotations

from typing import Any

import pytest

from .documents import JSON, body, document, plan, ref, types_of
from .media import FILE, MULTIPART, NULL, PET, STRING, UPLOAD, taking


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        (FILE, "FileInput"),
        ({"type": "string", "contentMediaType": "image/png"}, "FileInput"),
        ({"contentMediaType": "application/octet-stream"}, "FileInput"),
        ({"type": "string", "contentEncoding": "binary"}, "FileInput"),
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
