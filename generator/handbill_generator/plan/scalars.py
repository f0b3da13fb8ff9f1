"""Strings, numbers, booleans and closed sets of them, as datamodel-code-generator is to see them.

In: the keywords of a flat schema.  Out: the keywords that have an exact Python type; DateTime is the runtime's own.
Never: passes on a keyword that would make an emitted model slow, unsafe or unfaithful.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

DATE_TIME: dict[str, Any] = {"$ref": "#/components/schemas/DateTime"}
"""Stands for `format: date-time`: a datetime that is sent back exactly as it came (RFC 3339 has many spellings)."""

# Other formats stay strings: a URL, a UUID or a time that is parsed and printed again may come out different, and
# pydantic's EmailStr would bring another dependency.
_FORMATS = {
    "string": frozenset({"date", "binary"}),
    "integer": frozenset[str](),
    "number": frozenset[str](),
    "boolean": frozenset[str](),
}
_LIMITS = {
    "string": ("minLength", "maxLength", "pattern"),
    "integer": ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
    "number": ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"),
    "boolean": (),
    "array": ("minItems", "maxItems"),
}
_SIZES = frozenset({"minLength", "maxLength", "minItems", "maxItems"})
_LARGEST = 2**63 - 1


def scalar(name: str, keywords: Mapping[str, Any], *, checked: bool) -> dict[str, Any]:
    """Give the normalised schema of the JSON type *name*; limits are kept only where they are to be *checked*."""
    if name not in _FORMATS:
        return {}
    if name == "string" and keywords.get("format") == "date-time":
        return dict(DATE_TIME)
    form = keywords.get("format")
    # An integer that stands where a number may is sent back as it came, and not as 5.0.
    kind = ["integer", "number"] if name == "number" else name
    normal = {"type": kind} | ({"format": form} if form in _FORMATS[name] else {})
    if checked and "format" not in normal:
        normal |= limits(name, keywords)
    return normal


def limits(name: str, keywords: Mapping[str, Any]) -> dict[str, Any]:
    """Give those limits of *keywords* that hold for the JSON type *name* and that a model can check."""
    return {key: keywords[key] for key in _LIMITS[name] if _is_usable(name, key, keywords.get(key))}


def _is_usable(name: str, key: str, value: Any) -> bool:
    if key == "pattern":
        return isinstance(value, str) and is_sound_pattern(value)
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return False
    if (key in _SIZES and not 0 <= value <= _LARGEST) or (key == "multipleOf" and value <= 0):
        return False
    return isinstance(value, int) or name == "number"


def is_sound_pattern(pattern: str) -> bool:
    """Whether pydantic's own engine, which runs in linear time, takes *pattern*; no other engine is ever used."""
    from pydantic_core import SchemaError, SchemaValidator, core_schema  # only for documents that have patterns

    try:
        SchemaValidator(core_schema.str_schema(pattern=pattern))
    except SchemaError:
        return False
    return True


def closed_values(keywords: Mapping[str, Any]) -> tuple[list[Any], bool]:
    """Give the values of `const` or `enum`, each once, and whether there are others that `Literal` cannot say."""
    stated = [keywords["const"]] if "const" in keywords else keywords.get("enum")
    values: dict[tuple[type, Any], Any] = {}
    unusable = False
    for value in stated if isinstance(stated, list) else []:
        if is_literal(value):
            values[type(value), value] = value
        else:
            unusable = True
    return list(values.values()), unusable


def is_literal(value: Any) -> bool:
    """Whether `Literal` can say a value; mypy takes none that is larger than a machine's integers."""
    if isinstance(value, int) and abs(value) > _LARGEST:
        return False
    return value is None or isinstance(value, str | int | bool)
