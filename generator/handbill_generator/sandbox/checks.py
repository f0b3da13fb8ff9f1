"""Hold values against the schemas of a contract.

In: a schema of the contract and a value.  Out: what is wrong with the value, and where.
Never: works without end, whatever the schema and the value are; runs a pattern of the document anywhere but in a
linear engine (that is `lint.schemas`' promise).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from threading import Lock
from typing import Any, Literal, NamedTuple

from handbill_generator.bundle import Bundle
from handbill_generator.contract import Schema
from handbill_generator.lint.rule import linted
from handbill_generator.lint.schemas import Schemas, TooMuch
from handbill_generator.lint.wording import described

_STEPS = 1_000_000
"""Keywords that may be evaluated for one value."""

_MOST = 20
"""Mistakes that are told of one value."""


class Wrong(NamedTuple):
    """What is wrong at *place*, the way to a member in dots: `scheduling.timestamp`; empty for the whole."""

    place: str
    how: str


class Checker:
    """Checks values against the schemas of one document; several threads may ask at once."""

    def __init__(self, bundle: Bundle) -> None:
        self._lock = Lock()
        self._schemas = Schemas(linted(bundle), steps=_STEPS)

    def wrong(self, schema: Schema, value: Any, direction: Literal["request", "response"]) -> tuple[Wrong, ...]:
        """Give what is wrong with *value*, nothing where it is what the schema says."""
        with self._lock:
            self._schemas.steps = _STEPS
            try:
                return tuple(dict.fromkeys(self._found(schema, value, direction)))
            except TooMuch:
                return (Wrong("", "this is too much to check"),)
            except (RecursionError, ArithmeticError):
                return (Wrong("", "this is nested too deeply, or a number in it is too large"),)

    def _found(self, schema: Schema, value: Any, direction: str) -> Iterator[Wrong]:
        errors = self._schemas.errors(_short(schema), value, direction)
        for tokens, message, _ in described(islice(errors, _MOST)):
            yield from _told(tokens, message)


def _short(schema: Schema) -> Any:
    # What is behind a reference is prepared only once.
    is_small = not isinstance(schema.keywords, dict) or len(schema.keywords) < 2
    return schema.keywords if is_small else {"$ref": schema.pointer}


def _told(tokens: tuple[str, ...], message: str) -> Iterator[Wrong]:
    """Tell of a missing member where it should be."""
    missing = _missing(message)
    for name in missing:
        yield Wrong(".".join((*tokens, name)), "is missing")
    if not missing:
        yield Wrong(".".join(tokens), message)


def _missing(message: str) -> list[str]:
    """Read the names out of `"a", "b" are missing`, which is told of the object that lacks them."""
    names = message.removesuffix(" is missing").removesuffix(" are missing")
    try:
        return [str(name) for name in json.loads(f"[{names}]")] if names != message else []
    except ValueError:  # another sentence, or one that was cut
        return []
