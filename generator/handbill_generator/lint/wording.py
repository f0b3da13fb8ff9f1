"""What a JSON Schema validator finds, in plain words.

In: errors of `jsonschema`.  Out: for each the place below the validated value, one sentence, and what to do.
Never: shows more of a document than a line has room for.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Iterable, Iterator
from typing import Any

from jsonschema.exceptions import ValidationError, best_match

from handbill_generator.load import Tokens
from handbill_generator.load.source import shown

_TYPES = {
    "array": "a list",
    "boolean": "true or false",
    "integer": "an integer",
    "null": "null",
    "number": "a number",
    "object": "a mapping",
    "string": "a string",
}
# What follows the value that is wrong, and goes before the limit.
_LIMITS = {
    "minimum": "is less than",
    "maximum": "is more than",
    "exclusiveMinimum": "is not more than",
    "exclusiveMaximum": "is not less than",
    "multipleOf": "is not a multiple of",
    "minLength": "has fewer characters than",
    "maxLength": "has more characters than",
    "minItems": "has fewer items than",
    "maxItems": "has more items than",
    "minProperties": "has fewer members than",
    "maxProperties": "has more members than",
    "minContains": "has fewer items of the kind it must contain than",
    "maxContains": "has more items of the kind it may contain than",
    "pattern": "does not match the pattern",
    "const": "is not",
}
_PLAIN = {
    "uniqueItems": "the same item stands here twice",
    "contains": "the list has no item of the kind it must contain",
    "not": 'this is what "not" in the schema excludes',
    "oneOf": "this does not fit exactly one of the alternatives",
    "anyOf": "this fits none of the alternatives",
}
_KEYS = ("additionalProperties", "unevaluatedProperties")


def described(errors: Iterable[ValidationError]) -> Iterator[tuple[Tokens, str, str]]:
    """Give place, sentence and hint of each of *errors*, alternatives replaced by what is wrong with the best one."""
    deepest = [inner for error in errors for inner in _inner(error)]
    mistyped = {tuple(error.absolute_path) for error in deepest if error.validator == "type"}
    wrong = {tuple(error.absolute_path) for error in deepest if error.validator != "unevaluatedProperties"}
    wrong |= {path[:-1] for path in wrong}
    # One mistake each: a value of the wrong type is not in the enum either, a wrong member leaves its object
    # unevaluated.
    consequences: dict[str, set[tuple[Any, ...]]] = {"type": set(), "unevaluatedProperties": wrong}
    for error in deepest:
        path = tuple(error.absolute_path)
        if path not in consequences.get(str(error.validator), mistyped):
            for below, message, hint in _sentences(error):
                yield tuple(map(str, (*path, *below))), message, hint


def _inner(error: ValidationError) -> Iterator[ValidationError]:
    if error.validator not in ("oneOf", "anyOf") or not error.context:
        yield error
    elif meant := _meant(error):
        for inner in meant:
            yield from _inner(inner)
    elif _all_fail_by("type", error) or _all_fail_by("required", error):
        yield error
    else:
        yield best_match([error]) or error


def _meant(error: ValidationError) -> list[ValidationError]:
    """Give the errors of the one alternative whose type the value has, and that is not a Reference Object."""
    branches: dict[Any, list[ValidationError]] = {}
    for inner in error.context or ():
        branches.setdefault(inner.schema_path[0], []).append(inner)
    others = [branch for branch in branches.values() if not any(map(_rules_out, branch))]
    return others[0] if len(others) == 1 and len(branches) > 1 else []


def _rules_out(error: ValidationError) -> bool:
    is_reference = error.validator == "required" and error.validator_value == ["$ref"]
    return not error.path and (is_reference or error.validator == "type")


def _all_fail_by(rule: str, error: ValidationError) -> bool:
    return all(inner.validator == rule and not inner.path for inner in error.context or ())


def _sentences(error: ValidationError) -> Iterator[tuple[Tokens, str, str]]:
    keys = _unknown_keys(error) if error.validator in _KEYS else []
    if not keys:
        yield (), _sentence(error), "add what is missing" if error.validator == "required" else ""
    for key in keys:
        yield (key,), f'the key "{shown(key)}" is not known here', "correct or remove it"


def _sentence(error: ValidationError) -> str:
    rule = str(error.validator or "")
    limit: Any = error.validator_value
    value: Any = error.instance
    match rule:
        case "type":
            return _mistyped(value, limit if isinstance(limit, list) else [limit])
        case "required":
            return _missing(name for name in limit if name not in value)
        case "dependentRequired":
            asked = (name for key in limit if key in value for name in limit[key])
            return _missing(name for name in asked if name not in value)
        case "enum":
            return f"{as_json(value)} is not one of {shown(', '.join(map(as_json, limit[:20])), 200)}"
        case "format":
            return f"{as_json(value)} is not of the format {shown(str(limit))}"
        case "oneOf" | "anyOf" if error.context and _all_fail_by("type", error):
            return _mistyped(value, _limits(error))
        case "oneOf" | "anyOf" if error.context and _all_fail_by("required", error):
            return f"one of {shown(', '.join(map(as_json, _limits(error))), 200)} is missing"
        case _ if rule in _LIMITS:
            return f"{as_json(value)} {_LIMITS[rule]} {as_json(limit)}"
        case "":
            return "nothing may stand here"
        case _:
            return _PLAIN.get(rule) or shown(error.message, 200)


def _missing(names: Iterable[str]) -> str:
    missing = list(dict.fromkeys(names))
    return f"{shown(', '.join(map(as_json, missing)), 200)} {'is' if len(missing) == 1 else 'are'} missing"


def _limits(error: ValidationError) -> list[str]:
    """Give the types or members that the alternatives of *error* ask for, each once."""
    limits: list[Any] = [inner.validator_value for inner in error.context or ()]
    return list(dict.fromkeys(name for limit in limits for name in (limit if isinstance(limit, list) else [limit])))


def _mistyped(value: Any, types: Iterable[str]) -> str:
    return f"{_kind(value)} stands where {' or '.join(_TYPES.get(name, str(name)) for name in types)} must be"


def _unknown_keys(error: ValidationError) -> list[str]:
    """Read the keys out of the message, the only place that has them: `... ('a', 'b' were unexpected)`."""
    text = error.message.partition(" are not allowed (")[2] or error.message
    for end in (" was unexpected)", " were unexpected)", " does not match any", " do not match any"):
        head, found, _ = text.rpartition(end)
        if found:
            try:
                return [str(key) for key in ast.literal_eval(f"[{head}]")]
            except (ValueError, SyntaxError):
                return []
    return []


def _kind(value: Any) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return as_json(value)
        case int() | float():
            return f"the number {as_json(value)}"
        case str():
            return f"the string {as_json(value)}"
        case list():
            return "a list"
        case _:
            return "a mapping"


def as_json(value: Any) -> str:
    """Give *value* as JSON, cut where it is too long for a message."""
    if isinstance(value, (dict, list)) and len(value) > 10:
        return "a list" if isinstance(value, list) else "a mapping"
    return shown(json.dumps(shown(value) if isinstance(value, str) else value, ensure_ascii=False), 200)
