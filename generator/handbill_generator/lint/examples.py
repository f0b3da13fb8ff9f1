"""The rule that examples and defaults are what their schemas say.

In: a document.  Out: the places in examples and defaults that a server or a client would refuse.
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


RULES = (Rule("example-valid", "Examples and defaults are valid by their schemas.", valid),)
