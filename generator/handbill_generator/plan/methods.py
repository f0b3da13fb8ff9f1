"""Turn the draft of an operation into a method: names, annotations, pages.

In: a `Draft` and the annotations of its types.  Out: a `Method`.
Never: touches schemas.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from handbill_generator.contract import Encoding, Pagination
from handbill_generator.plan.annotations import names_in, union
from handbill_generator.plan.drafts import Draft, DraftBody, DraftResult, Typed
from handbill_generator.plan.media_types import accepted
from handbill_generator.plan.method_names import error_name
from handbill_generator.plan.model import Argument, Body, Method, Pages, Result
from handbill_generator.plan.names import Scope, locked_in
from handbill_generator.plan.normalise import JSON
from handbill_generator.plan.operations import argument_key, content_type_key
from handbill_generator.plan.servers import absolute
from handbill_generator.plan.shapes import ShapeBuilder
from handbill_generator.plan.webhooks import plan_webhooks
from handbill_generator.text import Code, Text, identifier

RESERVED_ARGUMENTS = frozenset({"self", "body", "body_of", "fetch"})
ADDITIONAL = Text("*")
"""The name on the wire of the argument that takes properties of any name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PagesDraft:
    """How a listing goes on, before its item has an annotation."""

    pagination: Pagination
    items: tuple[Code, ...]
    item: Typed
    next: tuple[Code, ...]
    more: tuple[Code, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodBuilder:
    """Builds methods; *uses* and *fields* are the annotations, *symbols* the names of the last run."""

    uses: Mapping[str, Code]
    fields: Mapping[str, Mapping[str, Code]]
    symbols: Mapping[str, str]
    security: tuple[tuple[str, ...], ...]
    base_url: Text

    def method(
        self, draft: Draft, name: Code, constant: Code, paging: Code, scope: str, pages: PagesDraft | None
    ) -> Method:
        """Build the method *name* of the class *scope*; *constant* and *paging* describe it in the module."""
        operation = draft.operation
        locked = locked_in(self.symbols, f"{scope}{name}.", _keys(draft).__contains__)
        names = Scope(reserved=RESERVED_ARGUMENTS, locked=locked, spelt=identifier)
        arguments = tuple(self._arguments(draft, names))
        bodies = tuple(_told_apart([self._body(body) for body in ((draft.body, *draft.others) if draft.body else ())]))
        results = tuple(self._result(result) for result in draft.results)
        own = absolute(operation.servers)
        security = None
        if operation.security != self.security:
            security = tuple(tuple(Text(key) for key in alternative) for alternative in operation.security)
        return Method(
            name=name,
            constant=constant,
            operation_id=operation.id or Text(f"{operation.method} {operation.path.raw}"),
            http_method=Text(operation.method),
            # A fragment tells operations apart in some documents, and is never sent (RFC 3986, section 3.5).
            path=Text(operation.path.raw.partition("#")[0]),
            summary=operation.summary,
            description=operation.description,
            deprecated=operation.deprecated,
            arguments=tuple(sorted(arguments, key=lambda argument: not argument.required)),
            body=bodies[0] if bodies else None,
            others=bodies[1:],
            content_type=_content_type(operation.pointer, bodies, names),
            accept=accepted(operation.responses) if results else Text("*/*"),
            results=results or (Result(status=Code("2XX"), media_type=Text(""), annotation=Code("bytes")),),
            annotation=union([result.annotation for result in results]) if results else Code("bytes"),
            returns=next((r.response.description for r in draft.results), Text("")),
            errors=tuple((error_name(e.response.status), e.response.description) for e in draft.errors),
            statuses=tuple(Text(response.status) for response in operation.responses) or (Text("2XX"),),
            security=security,
            base_url=own.url if own and own.url != self.base_url else Text(""),
            callbacks=tuple(plan_webhooks(draft.callbacks, self.uses)),
            pages=self._pages(pages, arguments, results[0].annotation, paging) if pages and results else None,
            pointer=operation.pointer,
        )

    def _arguments(self, draft: Draft, names: Scope) -> Iterator[Argument]:
        order = {"path": 0, "query": 1, "header": 2, "cookie": 3}
        for found in sorted(draft.parameters, key=lambda p: order[p.parameter.location]):
            parameter = found.parameter
            wanted = identifier(parameter.name, fallback="parameter")
            key = argument_key(draft.operation.pointer, parameter.location, parameter.name)
            yield Argument(
                name=names.give(
                    key,
                    wanted,
                    Code(f"{wanted.rstrip('_')}_{parameter.location}"),
                    explicit=identifier(parameter.python_name) if parameter.python_name else None,
                ),
                field=wanted,
                wire=parameter.name,
                place=Code(parameter.location),
                annotation=self.uses[found.type.use],
                required=parameter.required,
                documentation=found.documentation,
                style=found.style,
                explode=parameter.explode,
                is_object=self._is_object(self.uses[found.type.use]),
            )
        if draft.body and draft.body.shape:
            types = self.fields[draft.body.shape.name]
            for field in draft.body.shape.fields:
                key = argument_key(draft.operation.pointer, "body", field.wire)
                yield Argument(
                    name=names.give(key, field.name, Code(f"{field.name.rstrip('_')}_field")),
                    field=field.name,
                    wire=field.wire,
                    place=Code("body"),
                    annotation=types[field.name],
                    required=field.required,
                    documentation=field.documentation,
                    style=Code(""),
                    explode=False,
                    is_object=False,
                )

            if draft.body.additional:
                key = argument_key(draft.operation.pointer, "additional", ADDITIONAL)
                yield Argument(
                    name=names.give(key, Code("additional_properties"), Code("other_properties")),
                    field=Code("additional_properties"),
                    wire=ADDITIONAL,
                    place=Code("additional"),
                    annotation=Code(f"Mapping[str, {self.uses[draft.body.additional.use]}]"),
                    required=False,
                    documentation=Text("Properties that have no argument of their own, by their names in the API."),
                    style=Code(""),
                    explode=False,
                    is_object=False,
                )

    def _is_object(self, annotation: Code) -> bool:
        names = names_in(annotation)
        return "dict" in names or not names.isdisjoint(self.fields)

    def _body(self, draft: DraftBody) -> Body:
        kinds = {"text": Code("str"), "xml": Code("bytes"), "bytes": Code("bytes | Iterable[bytes]")}
        annotation = self.uses[draft.type.use] if draft.type else kinds[draft.kind]
        return Body(
            annotation=Code(f"bytes | Iterable[{annotation}]") if draft.kind == "lines" else annotation,
            media_type=draft.media_type,
            range=draft.range,
            kind=draft.kind,
            required=draft.body.required,
            spread=draft.shape is not None,
            encodings={Text(wire): encoding for wire, encoding in draft.encodings.items() if _is_unusual(encoding)},
            documentation=draft.body.description,
        )

    def _result(self, draft: DraftResult) -> Result:
        status = "2XX" if draft.response.status == "default" else draft.response.status
        inner = self.uses[draft.type.use] if draft.type else Code("str")
        annotation = {
            "json": inner,
            "events": Code(f"EventStream[{inner}]"),
            "lines": Code(f"JSONLines[{inner}]"),
            "text": Code("str"),
            "none": Code("None"),
            "redirect": Code("Redirect"),
        }.get(draft.kind, Code("bytes"))
        return Result(status=Code(status), media_type=draft.media_type, annotation=annotation)

    def _pages(self, pages: PagesDraft, arguments: tuple[Argument, ...], page: Code, constant: Code) -> Pages:
        found = [a for a in arguments if a.place == "query" and a.wire.raw == pages.pagination.parameter]
        return Pages(
            constant=constant,
            style=Code(pages.pagination.style),
            page=page,
            item=self.uses[pages.item.use],
            items=pages.items,
            argument=found[0].name,
            next=pages.next,
            more=pages.more,
        )


def draft_pages(draft: Draft, shapes: ShapeBuilder, use: Callable[[JSON], Typed]) -> PagesDraft | None:
    """Follow the pointers of `x-handbill-pagination` through the models; what cannot be followed goes to the ledger."""
    pagination = draft.operation.pagination
    if pagination is None:
        return None
    page = draft.results[0].type.normal if draft.results and draft.results[0].type else {}
    items, following = walk(page, pagination.items, shapes), walk(page, pagination.next, shapes)
    more = walk(page, pagination.more, shapes)
    queries = [p.parameter.name.raw for p in draft.parameters if p.parameter.location == "query"]
    known = pagination.parameter in queries
    if items is None or following is None or more is None or not known or items[1].get("type") != "array":
        why = "a pointer leads nowhere, the items are no array, or there is no such query parameter"
        shapes.lose(pagination.pointer, "pagination", "single pages", why)
        return None
    return PagesDraft(
        pagination=pagination, items=items[0], item=use(items[1]["items"]), next=following[0], more=more[0]
    )


def walk(schema: JSON, path: tuple[str, ...], shapes: ShapeBuilder) -> tuple[tuple[Code, ...], JSON] | None:
    """Follow wire names through classes; give the attribute names on the way and the schema at its end."""
    attributes: list[Code] = []
    for token in path:
        members = [member for member in schema.get("anyOf", [schema]) if shapes.fields_of(member)]
        found = shapes.fields_of(members[0]) if members else None
        field = next((f for f in found[0].fields if f.wire.raw == token), None) if found else None
        if field is None or found is None:
            return None
        attributes.append(field.name)
        schema = found[1]["properties"][token]
    return tuple(attributes), schema


def _is_unusual(encoding: Encoding) -> bool:
    return bool(encoding.style or encoding.content_type)


def _told_apart(bodies: list[Body]) -> Iterator[Body]:
    """Go through the bodies of which a caller can say that one is meant: one a media type, or one a type of a range."""
    seen: set[str] = set()
    for body in bodies:
        key = str(body.annotation) if body.range else body.media_type.raw
        if key not in seen:
            seen.add(key)
            yield body


def _content_type(operation: str, bodies: tuple[Body, ...], names: Scope) -> Code:
    """Name the argument that says of which media type the body is; empty where there is nothing to say."""
    if len(bodies) < 2 and not any(body.range for body in bodies):
        return Code("")
    return names.give(content_type_key(operation), Code("content_type"), Code("media_type"))


def _keys(draft: Draft) -> frozenset[str]:
    places = [(found.parameter.location, found.parameter.name) for found in draft.parameters]
    shape = draft.body.shape if draft.body else None
    places += [("body", field.wire) for field in (shape.fields if shape else ())]
    places += [("additional", ADDITIONAL)]
    keys = {argument_key(draft.operation.pointer, place, wire) for place, wire in places}
    return frozenset(keys | {content_type_key(draft.operation.pointer)})
