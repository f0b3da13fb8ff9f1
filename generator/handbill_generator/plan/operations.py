"""Decide what each operation takes, gives back and raises.

In: the operations of a `Contract` and a `ShapeBuilder`.  Out: one `Draft` an operation, whose types are still schemas.
Never: drops an operation; what cannot be typed becomes text or bytes, with an entry in the loss ledger.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from handbill_generator.contract import (
    Contract,
    MediaType,
    Operation,
    Parameter,
    RequestBody,
    Response,
    Schema,
)
from handbill_generator.plan.directions import REQUEST, RESPONSE, callbacks
from handbill_generator.plan.documentation import documentation
from handbill_generator.plan.drafts import Draft, DraftBody, DraftParameter, DraftResult, Typed
from handbill_generator.plan.flatten import flatten, followed
from handbill_generator.plan.media_types import STREAMS, chosen, essence, holds_nothing, worth_having
from handbill_generator.plan.members import OTHER_VALUES, values_of
from handbill_generator.plan.method_names import resource_name
from handbill_generator.plan.normalise import FREE, JSON, any_of
from handbill_generator.plan.querystrings import spread
from handbill_generator.plan.shapes import ShapeBuilder
from handbill_generator.plan.streams import data_of, is_text, item_of, joined
from handbill_generator.plan.uploads import uploads_of
from handbill_generator.plan.webhooks import draft_webhooks
from handbill_generator.text import Code, Text, class_name


class Drafts:
    """Drafts operations one by one and collects the types they need in `uses`."""

    def __init__(self, contract: Contract, shapes: ShapeBuilder) -> None:
        self._contract = contract
        self._shapes = shapes
        self.uses: dict[str, JSON] = {}

    def draft(self, operation: Operation) -> Draft:
        """Draft one operation."""
        parent = class_name(operation.id or Text(f"{operation.method} {operation.path.raw}"))
        place = operation.pointer
        answers = [answer for response in operation.responses for answer in self._answers(operation, response, parent)]
        parameters = tuple(
            self._parameter(parameter, parent, operation)
            for parameter in spread(operation.parameters, self._contract.resolve)
        )
        body = operation.request_body
        bodies = tuple(self._bodies(body, parent)) if body and not holds_nothing(body) else ()
        bodies = self._as_before(place, bodies)
        return Draft(
            operation=operation,
            parameters=parameters,
            body=bodies[0] if bodies else None,
            others=bodies[1:],
            results=tuple(self._results(operation, answers)),
            errors=tuple(_errors(answers)),
            callbacks=tuple(draft_webhooks(callbacks(operation), self._shapes, self.use, within=parent)),
        )

    def _as_before(self, operation: str, bodies: tuple[DraftBody, ...]) -> tuple[DraftBody, ...]:
        """Put first the body whose fields were the arguments of the last run: a new media type takes none away."""
        last = self._shapes.last
        mark = argument_key(operation, "body", Text(""))
        known = {key for key in last.keys_in(last.symbols.get(operation, "")) if key.startswith(mark)}

        def missing(body: DraftBody) -> int:
            fields = body.shape.fields if body.shape else ()
            return len(known - {argument_key(operation, "body", field.wire) for field in fields})

        return tuple(sorted(bodies, key=missing)) if len(bodies) > 1 and known else bodies

    def use(self, normal: JSON) -> Typed:
        """Ask for the annotation of a normalised schema."""
        key = f"use_{len(self.uses)}"
        self.uses[key] = normal
        return Typed(use=key, normal=normal)

    def _type(self, schema: Schema | None, direction: str, parent: str, key: str = "") -> Typed:
        return self.use(self._shapes.normalise(schema, direction=direction, parent=parent, key=key) if schema else {})

    def _parameter(self, parameter: Parameter, parent: str, operation: Operation) -> DraftParameter:
        schema, style = parameter.schema, parameter.style
        media_type, kind = chosen(parameter.content)
        if schema is None and media_type is not None:
            # What is no JSON is text already, and goes as it is.
            schema, style = media_type.schema, "json" if kind == "json" else style
            if schema is None and media_type.items:
                self._shapes.lose(media_type.pointer, f"{media_type.name.raw} parameter", "Any", "it is no stream")
        keywords = dict(flatten(schema, self._contract.resolve).keywords) if schema else {}
        if parameter.deprecated:
            keywords["deprecated"] = True
        if parameter.allow_reserved and parameter.location == "query":
            style = f"{style}+"
        owner = operation.pointer
        if not parameter.pointer.startswith(f"{owner}/"):
            # It is the path's: named after one of its operations, it would be renamed when another comes first.
            owner, parent = owner.rpartition("/")[0], class_name(operation.path)
        key = argument_key(owner, parameter.location, parameter.name)
        return DraftParameter(
            parameter=parameter,
            type=self._type(schema, REQUEST, parent + class_name(parameter.name), key),
            style=Code(style),
            documentation=documentation(keywords, description=parameter.description.raw or None),
        )

    def _bodies(self, body: RequestBody, parent: str) -> Iterator[DraftBody]:
        def has_files(media_type: MediaType) -> bool:
            return bool(uploads_of(media_type, self._contract.resolve))

        for number, (media_type, kind) in enumerate(worth_having(body.content, has_files=has_files)):
            # The first one is named after the operation alone, whatever others there are.
            name = "" if number == 0 else class_name(essence(media_type).rpartition("/")[2])
            yield self._body(body, media_type, kind, f"{parent}{name}Request")

    def _body(self, body: RequestBody, media_type: MediaType, kind: str, parent: str) -> DraftBody:
        typed = self._type(media_type.schema, REQUEST, parent) if kind in ("json", "form", "multipart") else None
        found = self._shapes.fields_of(typed.normal) if typed else None
        if kind in ("form", "multipart"):
            typed, kind = self._form(media_type, typed, kind)
        elif kind in STREAMS:
            typed, kind = self._sent_items(media_type, kind, parent)
        self._note_opaque(media_type, kind, "body", "bytes that the caller encodes")
        charset = re.search(r";\s*charset=\"?([^\s;\"]+)", media_type.name.raw, re.IGNORECASE)
        if kind == "text" and charset and charset[1].lower() not in ("utf-8", "us-ascii"):
            kind = "bytes"
        return DraftBody(
            body=body,
            media_type=_sendable(media_type, kind),
            range="*" in media_type.name.raw and kind != "json",
            type=typed,
            kind=Code(kind),
            shape=found[0] if found else None,
            additional=self._additional(media_type.schema, parent) if found and media_type.schema else None,
            encodings=media_type.encoding if kind in ("form", "multipart") else {},
        )

    def _sent_items(self, media_type: MediaType, kind: str, parent: str) -> tuple[Typed | None, str]:
        """Give the type of what is sent line by line, if that is JSON and the document says of what kind."""
        item = item_of(media_type, self._contract.resolve)
        if kind != "lines" or item is None:
            return None, "bytes"
        typed = self._type(item, REQUEST, f"{parent}Item")
        return (None, "bytes") if is_text(typed.normal) else (typed, kind)

    def _additional(self, schema: Schema, parent: str) -> Typed | None:
        """Give the type of the properties that an object may have beyond those that are described, where it says so."""
        flat = followed(schema, self._contract.resolve)
        schemas = values_of(flat)
        if not schemas:
            is_open = any(flat.keywords.get(keyword, False) in (True, {}) for keyword in OTHER_VALUES)
            return self.use({}) if is_open else None
        values = [self._shapes.normalise(each, direction=REQUEST, parent=f"{parent}Value") for each in schemas]
        return self.use(any_of(values))

    def _form(self, media_type: MediaType, typed: Typed | None, kind: str) -> tuple[Typed | None, str]:
        """Give the type and kind of a form: what is no object is text or bytes that the caller has encoded already."""
        for encoding in media_type.encoding.values():
            if encoding.has_headers:
                self._shapes.lose(encoding.pointer, "headers of a part", "left out", "only its Content-Type is sent")
        if media_type.schema is None or typed is None or typed.normal == {}:
            return self.use(dict(FREE)), kind
        members = typed.normal.get("anyOf", [typed.normal])
        if all(self._shapes.fields_of(member) or member.get("type") in ("object", "null") for member in members):
            return typed, kind
        return None, "text" if kind == "form" else "bytes"

    def _answers(self, operation: Operation, response: Response, parent: str) -> Iterator[DraftResult]:
        """Give an answer for each media type of a response; an error is read as the one that can be typed best."""
        found = worth_having(response.content)
        if response.status[0] != "2" and (response.status != "default" or len(operation.responses) > 1):
            media_type, kind = chosen(response.content)
            found = [(media_type, kind)] if media_type else []
        # These bring no content, whatever is documented (RFC 9110, sections 9.3.2, 15.3.5 and 15.3.6).
        is_bare = response.status in ("204", "205") or (operation.method == "HEAD" and response.status[0] == "2")
        if not found or is_bare:
            yield DraftResult(response=response, media_type=Text(""), type=None, kind=Code("none"))
            return
        suffix = "Response" if response.status[0] == "2" else f"Response{response.status.capitalize()}"
        for number, (media_type, kind) in enumerate(found):
            name = "" if number == 0 else class_name(essence(media_type).rpartition("/")[2])
            yield self._answer(response, media_type, kind, f"{parent}{name}{suffix}")

    def _answer(self, response: Response, media_type: MediaType, kind: str, parent: str) -> DraftResult:
        typed = None
        if kind == "json":
            typed = self._type(media_type.schema, RESPONSE, parent)
        elif kind in STREAMS:
            typed = self._item(media_type, kind, parent)
        else:
            self._note_opaque(media_type, kind, "response", "bytes")
        return DraftResult(response=response, media_type=Text(essence(media_type)), type=typed, kind=Code(kind))

    def _item(self, media_type: MediaType, kind: str, parent: str) -> Typed | None:
        """Give the type of what a stream brings piece by piece, or None where that is text."""
        item = item_of(media_type, self._contract.resolve)
        if kind == "lines":
            return self._type(item, RESPONSE, f"{parent}Item")
        found = data_of(item, self._contract.resolve) if item else [None]
        schemas = [schema for schema in found if schema]
        if len(schemas) < len(found):
            if schemas:
                self._shapes.lose(media_type.pointer, "data of events", "str", "some of it is text and some is not")
            return None
        normal = self._shapes.normalise(joined(schemas), direction=RESPONSE, parent=f"{parent}Event")
        return None if is_text(normal) else self.use(normal)

    def _note_opaque(self, media_type: MediaType, kind: str, what: str, became: str) -> None:
        schema = media_type.items or media_type.schema
        if kind == "bytes" and schema and followed(schema, self._contract.resolve).is_object:
            self._shapes.lose(media_type.pointer, f"{media_type.name.raw} {what}", became, "nothing here encodes it")

    def _results(self, operation: Operation, answers: list[DraftResult]) -> Iterator[DraftResult]:
        found = [answer for answer in answers if answer.response.status[0] == "2"]
        # Redirects are not followed; where nothing else is documented, one is what was asked for.
        found = found or [
            replace(answer, kind=Code("redirect"), type=None)
            for answer in answers
            if answer.response.status[0] == "3" and answer.response.status != "304"
        ]
        # A document whose only answer is `default` means its success by it.
        found = found or [answer for answer in answers if answer.response.status == "default"]
        if not found:
            self._shapes.lose(operation.pointer, "successful response", "bytes", "none is documented")
        yield from found


def argument_key(operation: str, place: str, wire: Text) -> str:
    """Give the manifest's key for an argument: parameters can be shared, so the operation is part of it."""
    return f"{operation}@{place}/{wire.raw}"


def content_type_key(operation: str) -> str:
    """Give the manifest's key for the argument that says of which media type a body is."""
    return f"{operation}@content_type/"


def resources(drafts: list[Draft], symbols: Mapping[str, str]) -> Mapping[str, list[Draft]]:
    """Sort the operations by resource, in document order; *symbols* are the names of the last run."""
    grouped: dict[str, list[Draft]] = {}
    for draft in drafts:
        grouped.setdefault(resource_name(draft.operation, symbols), []).append(draft)
    return grouped


def _errors(answers: list[DraftResult]) -> Iterator[DraftResult]:
    """Go through the answers that are errors, one a status; only what is JSON has a type."""
    found = {answer.response.status: answer for answer in reversed(answers) if answer.response.status[0] in "45d"}
    for answer in reversed(found.values()):
        yield answer if answer.kind == "json" else replace(answer, type=None)


def _sendable(media_type: MediaType, kind: str) -> Text:
    """Give the media type to send where the caller says no other: a range is none that could be sent."""
    if "*" not in media_type.name.raw:
        return media_type.name
    return Text({"json": "application/json", "text": "text/plain"}.get(kind, "application/octet-stream"))
