"""Turn the parameter that is the whole query into parameters of a query.

In: a `Parameter` of the style `querystring`.  Out: a parameter for each property of a form, or one for the whole.
Never: types a schema.

The styles `whole` and `whole json` are the runtime's own: the value is all that stands behind the question mark.

Source: OpenAPI 3.2.0, 4.12.1 (`in: querystring`) and 4.14.4 (a form writes objects as JSON).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from handbill_generator.contract import MediaType, Parameter, Schema
from handbill_generator.contract.parameters import WHOLE, is_form
from handbill_generator.plan.flatten import Flat, followed
from handbill_generator.plan.media_types import chosen, is_json
from handbill_generator.plan.members import OTHER_VALUES, values_of
from handbill_generator.plan.uploads import Resolve
from handbill_generator.text import Text


def spread(parameters: tuple[Parameter, ...], resolve: Resolve) -> Iterator[Parameter]:
    """Give the parameters that a caller sees; what is described by itself is not described by a form again."""
    single = {parameter.name for parameter in parameters if parameter.location == "query" and parameter.style != WHOLE}
    for parameter in parameters:
        if parameter.style == WHOLE:
            yield from (found for found in _spread(parameter, resolve) if found.name not in single)
        else:
            yield parameter


def _spread(parameter: Parameter, resolve: Resolve) -> Iterator[Parameter]:
    form = next((each for each in parameter.content if is_form(each)), None)
    if form is None:
        media_type, kind = chosen(parameter.content)
        style = "whole json" if kind == "json" else "whole"
        yield replace(parameter, schema=media_type.schema if media_type else None, content=(), style=style)
        return
    flat = followed(form.schema, resolve) if form.schema else None
    if flat and flat.is_object and not _takes_others(flat):
        for name, schema in flat.properties.items():
            yield _property(parameter, form, flat, name, schema, resolve)
    else:
        # A map is written as its members are, without a name of its own.
        schema = form.schema or Schema(keywords={"type": "object"}, pointer=form.pointer)
        yield replace(parameter, schema=schema, content=(), style="form")


def _takes_others(flat: Flat) -> bool:
    is_open = any(flat.keywords.get(keyword, False) in (True, {}) for keyword in OTHER_VALUES)
    return is_open or bool(values_of(flat) or flat.alternatives or flat.is_nullable)


def _property(whole: Parameter, form: MediaType, flat: Flat, name: str, schema: Schema, resolve: Resolve) -> Parameter:
    encoding = form.encoding.get(name)
    style, explode = "form", True
    if encoding and encoding.style:
        style, explode = encoding.style, encoding.explode
    elif (encoding and is_json(encoding.content_type.raw)) or _is_object(followed(schema, resolve)):
        style = "json"
    keywords = schema.keywords if isinstance(schema.keywords, Mapping) else {}
    description = keywords.get("description")
    return replace(
        whole,
        name=Text(name),
        python_name=Text(str(keywords.get("x-handbill-name", ""))),
        description=Text(description if isinstance(description, str) else ""),
        required=whole.required and name in flat.required,
        schema=schema,
        content=(),
        style=style,
        explode=explode,
        pointer=schema.pointer,
    )


def _is_object(flat: Flat) -> bool:
    return flat.is_object or set(flat.types) - {"null"} == {"object"}
