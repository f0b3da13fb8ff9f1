"""Rules about examples: that they are there, and that they and defaults are what their schemas say.

In: a document.  Out: contents without an example; the places in examples that a server or a client would refuse.
Never: asks a request for what only a response has (readOnly), or the other way round (writeOnly).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from handbill_generator.lint.rule import Linted, Problem, Rule, Spot
from handbill_generator.lint.schemas import Schemas, TooMuch
from handbill_generator.lint.wording import described
from handbill_generator.load import JSON, Tokens

_STEPS = 500_000
"""Keywords that one document may have evaluated; published ones stay far below."""

_MOST = 20
"""Mistakes that are listed of one example."""

_JSON = re.compile(r"[^;]*[/+]json\s*(;.*)?", re.IGNORECASE | re.DOTALL)


class _Example(NamedTuple):
    value: JSON
    tokens: Tokens
    schema: JSON


def valid(linted: Linted, *, steps: int = _STEPS) -> Iterator[Problem]:
    """Find what is wrong in examples and defaults, as far as *steps* evaluated keywords go."""
    schemas = Schemas(linted, steps=steps)
    for spot in linted.spots:
        for example in _examples(linted, spot):
            try:
                yield from list(_problems(schemas, example, spot.direction))
            except TooMuch:
                yield Problem(example.tokens, "from here on examples are too much work to check", "write smaller ones")
                return
            except (RecursionError, ArithmeticError):
                message = "this cannot be checked: it or its schema is nested too deeply, or a number is too large"
                yield Problem(example.tokens, message, "simplify one of the two")


def _problems(schemas: Schemas, example: _Example, direction: str) -> Iterator[Problem]:
    hint = f"correct the {'default' if example.tokens[-1:] == ('default',) else 'example'} or its schema"
    errors = schemas.errors(example.schema, example.value, direction)
    for tokens, message, _ in described(islice(errors, _MOST)):
        yield Problem((*example.tokens, *tokens), message, hint)
    if next(errors, None):
        yield Problem(example.tokens, f"more is wrong than the first {_MOST} mistakes, which are listed", hint)


def _examples(linted: Linted, spot: Spot) -> Iterator[_Example]:
    if spot.kind == "schemas":
        yield from _of_schema(linted, spot)
    elif spot.kind in ("parameters", "headers", "mediaTypes") and "schema" in spot.value:
        for example in _of_holder(linted, spot):
            if spot.kind != "mediaTypes" or not isinstance(example.value, str) or _JSON.fullmatch(spot.tokens[-1]):
                yield example  # else it is the text of another format, not a value


def _of_schema(linted: Linted, spot: Spot) -> Iterator[_Example]:
    # Beside a $ref of 3.0 everything is ignored (OpenAPI 3.0.3, 4.7.23).
    if linted.version != "3.0" or "$ref" not in spot.value:
        for key in ("default", "example"):
            if key in spot.value:
                yield _Example(spot.value[key], (*spot.tokens, key), spot.value)
        several = spot.value.get("examples")
        for index, value in enumerate(several if isinstance(several, list) else ()):
            yield _Example(value, (*spot.tokens, "examples", str(index)), spot.value)


def _of_holder(linted: Linted, spot: Spot) -> Iterator[_Example]:
    schema = spot.value["schema"]
    if "example" in spot.value:
        yield _Example(spot.value["example"], (*spot.tokens, "example"), schema)
    several = spot.value.get("examples")
    for name, member in several.items() if isinstance(several, dict) else ():
        example, at = linted.resolved(member, (*spot.tokens, "examples", name))
        if isinstance(example, dict) and "value" in example:
            yield _Example(example["value"], (*at, "value"), schema)


def present(linted: Linted) -> Iterator[Problem]:
    """Find contents of request bodies and responses that have no example; bytes need none."""
    for spot in linted.spots:
        content = spot.value.get("content") if spot.kind in ("requestBodies", "responses") else None
        for media_type, value in content.items() if isinstance(content, dict) else ():
            tokens = (*spot.tokens, "content", media_type)
            shown_as, _ = linted.resolved(value, tokens)
            if isinstance(shown_as, dict) and not _has_example(shown_as) and not _is_bytes(linted, shown_as):
                what = "request body" if spot.kind == "requestBodies" else "response"
                yield Problem(tokens, f"the {what} has no example", "add one, of documented values")


def _has_example(media_type: dict[str, JSON]) -> bool:
    return "example" in media_type or bool(media_type.get("examples"))


def _is_bytes(linted: Linted, media_type: dict[str, JSON]) -> bool:
    if "schema" not in media_type:
        return "itemSchema" not in media_type
    schema, _ = linted.resolved(media_type["schema"], ())
    return isinstance(schema, dict) and (schema.get("format") == "binary" or "contentEncoding" in schema)


RULES = (
    Rule("example-valid", "Examples and defaults are valid by their schemas.", valid),
    Rule("example-present", "Every content of a request body or a response has an example.", present),
)
