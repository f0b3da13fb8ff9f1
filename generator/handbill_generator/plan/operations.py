"""Decide what each operation takes, gives back and raises.

In: the operations of a `Contract` and a `ShapeBuilder`.  Out: one `Draft` an operation, whose types are still schemas.
Never: drops an operation; what cannot be typed becomes text or bytes, with an entry in the loss ledger.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from handbill_generator.contract import Contract, MediaType, Operation, Parameter, RequestBody, Response, Schema
from handbill_generator.plan.directions import REQUEST, RESPONSE
from handbill_generator.plan.documentation import documentation
from handbill_generator.plan.flatten import flatten
from handbill_generator.plan.method_names import resource_name
from handbill_generator.plan.model import Shape
from handbill_generator.plan.normalise import JSON
from handbill_generator.plan.shapes import ShapeBuilder
from handbill_generator.text import Code, Text, class_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """A schema in use: *use* is the key under which its annotation is asked for."""

    use: str
    normal: JSON


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftParameter:
    """A parameter with its type; *style* is OpenAPI's, or `json` for a parameter with `content`."""

    parameter: Parameter
    type: Typed
    style: Code
    documentation: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftBody:
    """A request body; *shape* is the class whose fields become arguments."""

    body: RequestBody
    media_type: Text
    type: Typed | None
    kind: Code
    shape: Shape | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftResult:
    """An answer; *kind* is `json`, `text`, `bytes` or `none`."""

    response: Response
    type: Typed | None
    kind: Code


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An operation, typed by schemas."""

    operation: Operation
    parameters: tuple[DraftParameter, ...]
    body: DraftBody | None
    results: tuple[DraftResult, ...]
    errors: tuple[DraftResult, ...]


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
        answers = [self._result(response, parent) for response in operation.responses]
        return Draft(
            operation=operation,
            parameters=tuple(self._parameter(parameter, parent, place) for parameter in operation.parameters),
            body=self._body(operation.request_body, parent) if operation.request_body else None,
            results=tuple(self._results(operation, answers)),
            errors=tuple(answer for answer in answers if answer.response.status[0] in "45d"),
        )

    def use(self, normal: JSON) -> Typed:
        """Ask for the annotation of a normalised schema."""
        key = f"use_{len(self.uses)}"
        self.uses[key] = normal
        return Typed(use=key, normal=normal)

    def _type(self, schema: Schema | None, direction: str, parent: str, key: str = "") -> Typed:
        return self.use(self._shapes.normalise(schema, direction=direction, parent=parent, key=key) if schema else {})

    def _parameter(self, parameter: Parameter, parent: str, operation: str) -> DraftParameter:
        schema, style = parameter.schema, parameter.style
        if schema is None and parameter.content:
            schema, style = parameter.content[0].schema, "json"
        keywords = dict(flatten(schema, self._contract.resolve).keywords) if schema else {}
        if parameter.deprecated:
            keywords["deprecated"] = True
        if parameter.allow_reserved and parameter.location == "query":
            style = f"{style}+"
        key = argument_key(operation, parameter.location, parameter.name)
        return DraftParameter(
            parameter=parameter,
            type=self._type(schema, REQUEST, parent + class_name(parameter.name), key),
            style=Code(style),
            documentation=documentation(keywords, description=parameter.description.raw or None),
        )

    def _body(self, body: RequestBody, parent: str) -> DraftBody | None:
        media_type, kind = chosen(body.content)
        if media_type is None:
            return None
        if len(body.content) > 1:
            others = ", ".join(other.name.raw for other in body.content if other is not media_type)
            self._shapes.lose(body.pointer, f"request bodies of {others}", "left out", "one media type a method")
        if kind == "bytes" and media_type.schema is not None and not _is_binary(media_type):
            became = "bytes that the caller encodes"
            self._shapes.lose(media_type.pointer, f"{media_type.name.raw} body", became, "only JSON bodies are typed")
        typed = self._type(media_type.schema, REQUEST, f"{parent}Request") if kind == "json" else None
        found = self._shapes.fields_of(typed.normal) if typed else None
        # A wildcard is no media type that could be sent.
        name = Text("application/json") if "*" in media_type.name.raw else media_type.name
        return DraftBody(body=body, media_type=name, type=typed, kind=Code(kind), shape=found[0] if found else None)

    def _result(self, response: Response, parent: str) -> DraftResult:
        media_type, kind = chosen(response.content)
        if media_type is None:
            return DraftResult(response=response, type=None, kind=Code("none"))
        typed = None
        if kind == "json":
            suffix = "Response" if response.status[0] == "2" else f"Response{response.status.capitalize()}"
            typed = self._type(media_type.schema, RESPONSE, f"{parent}{suffix}")
        elif kind == "bytes" and media_type.schema is not None and not _is_binary(media_type):
            self._shapes.lose(media_type.pointer, f"{media_type.name.raw} response", "bytes", "only JSON is decoded")
        return DraftResult(response=response, type=typed, kind=Code(kind))

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


def resources(drafts: list[Draft]) -> Mapping[str, list[Draft]]:
    """Sort the operations by resource, in document order."""
    grouped: dict[str, list[Draft]] = {}
    for draft in drafts:
        grouped.setdefault(resource_name(draft.operation), []).append(draft)
    return grouped


def chosen(content: tuple[MediaType, ...]) -> tuple[MediaType | None, str]:
    """Choose the media type that can be typed best, and say what it becomes."""
    for kind, fits in (("json", _is_json), ("text", _is_text), ("bytes", lambda _: True)):
        for media_type in content:
            if fits(_essence(media_type)):
                return media_type, kind
    return None, "none"


def _essence(media_type: MediaType) -> str:
    return media_type.name.raw.partition(";")[0].strip().lower()


def _is_json(essence: str) -> bool:
    return essence in ("application/json", "*/*", "application/*") or essence.endswith(("/json", "+json"))


def _is_text(essence: str) -> bool:
    return essence.startswith("text/") and essence != "text/event-stream"


def _is_binary(media_type: MediaType) -> bool:
    keywords = media_type.schema.keywords if media_type.schema else {}
    return isinstance(keywords, Mapping) and keywords.get("format") == "binary"
