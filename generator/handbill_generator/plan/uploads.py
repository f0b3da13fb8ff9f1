"""Find the properties of multipart bodies that are files.

In: a `Contract`.  Out: for the pointer of each schema that such a body can have, its files, as normalised schemas.
Never: looks below the properties: what is nested goes as JSON, which holds no files.

Source: OpenAPI 3.0.3, 4.7.14.2 (`format: binary`); 3.1.0, 4.8.14.3 and 4.8.15 (`contentMediaType`, no type at all).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from handbill_generator.contract import Contract, Encoding, MediaType, Schema
from handbill_generator.contract.nodes import join
from handbill_generator.plan.flatten import ANNOTATIONS, Flat, followed
from handbill_generator.plan.media_types import is_json, is_xml, kind_of
from handbill_generator.plan.normalise import JSON, any_of

FILE: JSON = {"$ref": "#/components/schemas/FileInput"}
"""Stands for a file; the type is the runtime's own."""

_NULL: JSON = {"type": "null"}

Resolve = Callable[[str], Schema]


def uploads(contract: Contract) -> dict[str, dict[str, JSON]]:
    """Give the files of every schema that a multipart body can have."""
    found: dict[str, dict[str, JSON]] = {}
    for operation in contract.operations:
        for media_type in operation.request_body.content if operation.request_body else ():
            for pointer, files in uploads_of(media_type, contract.resolve).items():
                found[pointer] = files | found.get(pointer, {})
    return found


def uploads_of(media_type: MediaType, resolve: Resolve) -> dict[str, dict[str, JSON]]:
    """Give the files of the schemas that one media type can have: none where it is not multipart/form-data."""
    if kind_of(media_type) != "multipart" or not media_type.schema:
        return {}
    found = {
        flat.pointer: {
            wire: upload
            for wire, schema in _properties(flat, resolve).items()
            if (upload := _upload(schema, media_type.encoding.get(wire), resolve))
        }
        for flat in _roots(media_type.schema, resolve, set())
    }
    return {pointer: files for pointer, files in found.items() if files}


def _roots(schema: Schema, resolve: Resolve, seen: set[str]) -> Iterator[Flat]:
    flat = followed(schema, resolve)
    if flat.pointer not in seen:
        seen.add(flat.pointer)
        yield flat
        for alternative in flat.alternatives:
            yield from _roots(alternative, resolve, seen)


def _properties(flat: Flat, resolve: Resolve) -> Mapping[str, Schema]:
    # Alternatives beside properties of its own end in the same class.
    beside = flat.alternatives if flat.is_object else ()
    return {k: v for each in beside for k, v in followed(each, resolve).properties.items()} | dict(flat.properties)


def _upload(schema: Schema, encoding: Encoding | None, resolve: Resolve, depth: int = 0) -> JSON | None:
    """Give the type of a property that is a file, an array of files or a choice that has one; else None."""
    flat = followed(schema, resolve)
    if flat.reference or depth > 3:
        return None
    if flat.alternatives:
        members = [_member(member, encoding, resolve, depth) for member in flat.alternatives]
        known = [member for member in members if member]
        return any_of(known) if len(known) == len(members) and "FileInput" in str(known) else None
    if flat.keywords.get("type") == "array":
        items = Schema(keywords=flat.keywords.get("items", {}), pointer=join(flat.pointer, "items"))
        inner = _upload(items, encoding, resolve, depth + 1)
        return {"type": "array", "items": inner} if inner else None
    if not _is_file(flat, encoding):
        return None
    return any_of([FILE, _NULL]) if flat.is_nullable else dict(FILE)


def _member(schema: Schema, encoding: Encoding | None, resolve: Resolve, depth: int) -> JSON | None:
    keywords = followed(schema, resolve).keywords
    if keywords.get("type") == "null":
        return _NULL
    found = _upload(schema, encoding, resolve, depth + 1)
    return {"type": "string"} if found is None and keywords.get("type") == "string" else found


def _is_file(flat: Flat, encoding: Encoding | None) -> bool:
    stated = encoding.content_type.raw.lower() if encoding and not encoding.style else ""
    names = [name.partition(";")[0].strip() for name in stated.split(",") if name.strip()]
    kind = flat.keywords.get("type")
    is_string = kind == "string" or (isinstance(kind, list) and "string" in kind)
    if flat.keywords.get("format") == "binary" or _is_octets(flat.keywords):
        return True
    if names and not any(map(_is_readable, names)):
        return not (is_string and all(map(is_xml, names)))
    says_nothing = not {key for key in flat.keywords if key not in ANNOTATIONS and not key.startswith("x-")}
    return says_nothing and not flat.is_object and not names


def _is_octets(keywords: Mapping[str, object]) -> bool:
    """Whether a string holds bytes (JSON Schema 2020-12, validation, section 8.3); with an encoding it is text.

    The encoding `binary` is none (RFC 2045, section 6.2).
    """
    stated, encoding = keywords.get("contentMediaType"), keywords.get("contentEncoding")
    if isinstance(encoding, str) and encoding.lower() == "binary":
        return True
    return isinstance(stated, str) and not encoding and not _is_readable(stated)


def _is_readable(name: str) -> bool:
    return is_json(name) or name.startswith("text/") or name == "*/*"
