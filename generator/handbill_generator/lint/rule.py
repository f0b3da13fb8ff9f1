"""What a rule is, and what it looks at.

In: a bundled document.  Out: a `Linted`: the document, its version, and every object in it with its kind.
Never: assumes that the document is valid; what stands in the wrong place is passed over here.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from handbill_generator.bundle import Bundle
from handbill_generator.bundle.grammar import kind_below
from handbill_generator.diagnostics import SpecError
from handbill_generator.load import JSON, Tokens, tokens_of, value_at

_DIRECTIONS = {"requestBodies": "request", "parameters": "request", "responses": "response"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """An object of the document."""

    kind: str
    """As `bundle.grammar` calls it: `operation`, or a section of `components`."""
    tokens: Tokens
    value: dict[str, JSON]
    direction: str
    """`request` or `response` where it can only be a part of one of them, else empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Linted:
    """A document that is looked at."""

    bundle: Bundle
    version: str
    """`3.0`, `3.1` or `3.2`."""
    spots: tuple[Spot, ...] = field(repr=False)
    """In the order of the document."""

    def of(self, kind: str) -> Iterator[Spot]:
        """Give the objects of *kind*."""
        return (spot for spot in self.spots if spot.kind == kind)

    def resolved(self, value: JSON, tokens: Tokens) -> tuple[JSON, Tokens]:
        """Follow `$ref` to what holds the content and to where that stands, as far as it leads."""
        seen: set[str] = set()
        while isinstance(value, dict) and isinstance(ref := value.get("$ref"), str) and ref not in seen:
            seen.add(ref)
            try:
                tokens = tokens_of(ref)
                value = value_at(self.bundle.tree, tokens)
            except (KeyError, ValueError):
                break
        return value, tokens


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule finds at *tokens*; *hint* says what to do, as an imperative sentence without a period."""

    tokens: Tokens
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One check: a stable id, what it asks for in one line, and the function that looks."""

    id: str
    asks: str
    check: Callable[[Linted], Iterable[Problem]]


def linted(bundle: Bundle) -> Linted:
    """Look through *bundle*; raises SpecError where it is not an OpenAPI 3.x document."""
    return Linted(bundle=bundle, version=_version(bundle), spots=tuple(_spots(bundle.tree)))


def _version(bundle: Bundle) -> str:
    stated = bundle.tree.get("openapi")
    if isinstance(stated, (str, float)) and (version := str(stated)[:3]) in ("3.0", "3.1", "3.2"):
        return version
    key = next((key for key in ("openapi", "swagger") if key in bundle.tree), "")
    pointer = f"#/{key}" if key else "#"
    message = (
        f"{key} {json.dumps(stated or bundle.tree[key])[:40]} is not supported" if key else "there is no openapi key"
    )
    raise SpecError(message, position=bundle.position(pointer), pointer=pointer, hint="give an OpenAPI 3 document")


def _spots(tree: dict[str, JSON]) -> Iterator[Spot]:
    waiting: list[tuple[str, Tokens, JSON, str]] = [("document", (), tree, "")]
    while waiting:
        kind, tokens, value, direction = waiting.pop()
        direction = _DIRECTIONS.get(kind, direction or ("response" if kind == "headers" else ""))
        below: list[tuple[str, Tokens, JSON, str]] = []
        if isinstance(value, list):
            below = [(kind, (*tokens, str(index)), item, direction) for index, item in enumerate(value)]
        elif isinstance(value, dict):
            if not kind.startswith("{"):
                yield Spot(kind=kind, tokens=tokens, value=value, direction=direction)
            below = [
                (inner, (*tokens, name), member, direction)
                for name, member in value.items()
                if (inner := kind_below(kind, name))
            ]
        waiting += reversed(below)
