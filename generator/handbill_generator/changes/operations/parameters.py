"""Compare the parameters of an operation.

In: the operation of both sides.  Out: findings about parameters, their schemas handed over.
Never: looks at the order of parameters, or at their names in a path, as neither is sent.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from handbill_generator.changes.lifecycle import removal
from handbill_generator.changes.model import Direction, Effect
from handbill_generator.changes.operations import lifecycles
from handbill_generator.changes.operations.matching import variables
from handbill_generator.changes.operations.place import Spotted, by_essence
from handbill_generator.changes.schemas import Place
from handbill_generator.contract import Operation, Parameter, Schema
from handbill_generator.contract.nodes import join


def compare_parameters(at: Spotted) -> None:
    """Find what changed in the parameters of an operation."""
    old, new = _by_identity(at.old), _by_identity(at.new)
    for key, parameter in new.items():
        if key in old:
            _compare(at, old[key], parameter)
        else:
            _added(at, parameter, moved=_elsewhere(parameter, old, new))
    for key, parameter in old.items():
        if key not in new:
            _removed(at, parameter, moved=_elsewhere(parameter, new, old))


def _by_identity(operation: Operation) -> dict[tuple[str, str], Parameter]:
    """Give parameters by location and name; those of a path by their place in it, headers whatever their capitals."""
    places = {name: str(index) for index, name in enumerate(variables(operation))}
    return {(p.location, _name(p, places)): p for p in operation.parameters}


def _name(parameter: Parameter, places: Mapping[str, str]) -> str:
    name = parameter.name.raw
    if parameter.location == "path":
        return places.get(name, name)
    return name.lower() if parameter.location == "header" else name


def _elsewhere(
    parameter: Parameter, others: Mapping[tuple[str, str], Parameter], own: Mapping[tuple[str, str], Parameter]
) -> Parameter | None:
    """Give the parameter of the same name that the other side has in another location, and only there."""
    return next((o for k, o in others.items() if o.name == parameter.name and k not in own), None)


def _label(parameter: Parameter) -> str:
    return f"{parameter.location} parameter {parameter.name.raw}"


def _added(at: Spotted, parameter: Parameter, *, moved: Parameter | None) -> None:
    has_default = parameter.schema is not None and _keywords(at, parameter.schema, new=True).get("default") is not None
    if parameter.location == "path":
        id = "new-request-path-parameter"
    elif has_default and parameter.required:
        id = "new-required-request-default-parameter-to-existing-path"
    elif has_default:
        id = "new-optional-request-default-parameter-to-existing-path"
    else:
        id = "new-required-request-parameter" if parameter.required else "new-optional-request-parameter"
    words = f"was moved here from the {moved.location}" if moved else "was added"
    at.report(
        id,
        "parameter",
        Effect.narrows if parameter.required else Effect.none,
        f"the {'required' if parameter.required else 'optional'} parameter {words}",
        direction=at.sends,
        old=None,
        new=(parameter.pointer, parameter.name.raw),
        where=_label(parameter),
    )


def _removed(at: Spotted, parameter: Parameter, *, moved: Parameter | None) -> None:
    suffix, wire, words = removal(parameter.lifecycle, at.both.rules)
    at.report(
        "request-parameter-removed" if suffix == "removed-without-deprecation" else f"request-parameter-{suffix}",
        "parameter",
        Effect.both if moved else Effect.none,
        f"the parameter was moved to the {moved.location}" if moved else f"the parameter was removed{words}",
        direction=at.sends,
        old=(parameter.pointer, parameter.name.raw),
        new=None,
        where=_label(parameter),
        wire=None if moved or suffix == "removed-without-deprecation" else wire,
    )


def _compare(at: Spotted, old: Parameter, new: Parameter) -> None:
    def report(id: str, facet: str, effect: Effect, message: str, before: object, after: object) -> None:
        at.report(
            f"request-parameter-{id}",
            facet,
            effect,
            message,
            direction=at.sends,
            old=(old.pointer, before),
            new=(new.pointer, after),
            where=_label(new),
        )

    if old.name != new.name and new.location == "path":
        message = f'the path parameter "{old.name.raw}" is called "{new.name.raw}" now; its name is not sent'
        report("renamed", "parameter-name", Effect.none, message, old.name.raw, new.name.raw)
    if old.required != new.required:
        became = "required" if new.required else "optional"
        effect = Effect.narrows if new.required else Effect.widens
        report(f"became-{became}", "required", effect, f"the parameter became {became}", old.required, new.required)
    for facet, message in _rewritten(at, old, new):
        report(f"{facet}-changed", "serialisation", Effect.both, message, _written(old), _written(new))
    if old.allow_reserved != new.allow_reserved:
        message = f"allowReserved became {str(new.allow_reserved).lower()}"
        report("allow-reserved-changed", "serialisation", Effect.none, message, old.allow_reserved, new.allow_reserved)
    lifecycles.compare(
        at, old.lifecycle, new.lifecycle, (old.pointer, new.pointer), prefix="request-parameter", where=_label(new)
    )
    before, after = _schemas(at, old, new)
    at.compare(before, after, Place.parameter, direction=at.sends, where=_label(new))


def _rewritten(at: Spotted, old: Parameter, new: Parameter) -> Iterator[tuple[str, str]]:
    """Say how values are written otherwise; what style and explode do to a single value is nothing (RFC 6570)."""
    if bool(old.content) != bool(new.content):
        yield "content", "the parameter is written " + ("as its media type says" if new.content else "by a style")
    elif old.content and set(by_essence(old.content)) != set(by_essence(new.content)):
        yield "content", "the media type of the parameter changed"
    elif _written(old) != _written(new) and not _is_plain(at, old, new):
        yield "style", f"the parameter is written otherwise: {_written(old)} became {_written(new)}"


def _written(parameter: Parameter) -> str:
    return f"style {parameter.style}, explode {str(parameter.explode).lower()}"


def _is_plain(at: Spotted, old: Parameter, new: Parameter) -> bool:
    """Whether both sides take single values alone, and both styles write those alike."""
    is_odd = not {old.style, new.style}.isdisjoint(("label", "matrix", "deepObject"))
    if is_odd and old.style != new.style:
        return False
    return _is_single(at, old.schema, new=False) and _is_single(at, new.schema, new=True)


def _is_single(at: Spotted, schema: Schema | None, *, new: bool) -> bool:
    stated = _keywords(at, schema, new=new).get("type") if schema else None
    types = stated if isinstance(stated, list) else [stated]
    return bool(types) and all(type in ("string", "number", "integer", "boolean", "null") for type in types)


def _schemas(at: Spotted, old: Parameter, new: Parameter) -> tuple[Schema | None, Schema | None]:
    """Give the schemas to compare; one value is written like a list of one, so it is compared with the list's items."""
    before, after = _schema(old), _schema(new)
    is_listed = new.location in ("query", "cookie") and new.style == "form" and new.explode
    if before and after and at.sends is Direction.request and is_listed and _is_single(at, before, new=False):
        keywords = _keywords(at, after, new=True)
        stated = keywords.get("type")
        is_list = stated == "array" or (isinstance(stated, list) and "array" in stated)
        items, least = keywords.get("items"), keywords.get("minItems", 0)
        # What is no schema or no number is for `handbill lint` to tell.
        if is_list and isinstance(items, bool | Mapping) and isinstance(least, int | float) and least <= 1:
            return before, Schema(keywords=items, pointer=join(_target(at, after), "items"))
    return before, after


def _schema(parameter: Parameter) -> Schema | None:
    return parameter.schema or next((media.schema for media in parameter.content), None)


def _keywords(at: Spotted, schema: Schema, *, new: bool) -> Mapping[str, Any]:
    found = _followed(at, schema, new=new).keywords
    return found if isinstance(found, Mapping) else {}


def _target(at: Spotted, schema: Schema) -> str:
    return _followed(at, schema, new=True).pointer


def _followed(at: Spotted, schema: Schema, *, new: bool) -> Schema:
    """Follow a schema that is nothing but a reference; the bundle has refused circles of them."""
    contract = at.both.new if new else at.both.old
    while isinstance(schema.keywords, Mapping) and isinstance(reference := schema.keywords.get("$ref"), str):
        schema = contract.resolve(reference)
    return schema
