"""What a rule is, and what it looks at.

In: a bundled document.  Out: a `Linted`: the document, its version, and every object in it with its kind.
Never: assumes that the document is valid; what stands in the wrong place is passed over here.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from handbill_generator.bundle import Bundle
from handbill_generator.bundle.grammar import kind_below
from handbill_generator.diagnostics import SpecError
from handbill_generator.evidence import Evidence
from handbill_generator.lint.pages import Page
from handbill_generator.load import JSON, Document, Tokens, tokens_of, value_at

Fix: TypeAlias = Callable[[Any, Tokens], bool]
"""Mends one problem: given the plain tree of the file and the tokens of the problem in that file, says
whether it changed something."""

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
    evidence: Evidence | None = field(default=None, repr=False)
    """What the docs.yaml beside the document says, None where there is none."""
    pages: tuple[Page, ...] = field(default=(), repr=False)
    """The documentation pages that descriptions are compared with."""

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
    document: Document | None = None
    """The file that *tokens* lead through where it is not the contract: its docs.yaml."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One check: a stable id, what it asks for in one line, the function that looks, and the one that mends if any."""

    id: str
    asks: str
    check: Callable[[Linted], Iterable[Problem]]
    fix: Fix | None = None


def linted(bundle: Bundle, *, evidence: Evidence | None = None, pages: tuple[Page, ...] = ()) -> Linted:
    """Look through *bundle*; raises SpecError where it is not an OpenAPI 3.x document."""
    spots = tuple(_spots(bundle.tree))
    return Linted(bundle=bundle, version=_version(bundle), spots=spots, evidence=evidence, pages=pages)


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
