"""Read the JSON examples of a page.

In: running text, or a value that was read.  Out: the JSON in it, and what it shows: facts, names, differences.
Never: keeps the text of an example; only a value that looks like one of a list is kept (`shown`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeGuard

from handbill_generator.docs.model import (
    ITEMS,
    MAX_TOKEN,
    Attribute,
    Confidence,
    Fact,
    Path,
    Side,
    SourceKind,
    Value,
    sorted_facts,
)
from handbill_generator.docs.words.echoing import echoes
from handbill_generator.docs.words.finding import FoundJson, find_json
from handbill_generator.docs.words.outlines import outline
from handbill_generator.docs.words.secrets import is_secret, is_secret_name
from handbill_generator.load import JSON

__all__ = ["MAX_DEPTH", "FoundJson", "echoes", "facts_of", "find_json", "outline"]

MAX_DEPTH = 32
"""How deep members are read."""

_SHOWN = re.compile(r"[A-Za-z0-9]{1,30}(?:[._:-][A-Za-z0-9]{1,30}){0,5}")
_MOST_DIGITS = 3
_PLACEHOLDER = re.compile(r"<[^<>\n]{1,60}>|string|example_string", re.IGNORECASE)


def facts_of(
    value: JSON,
    *,
    operation: str = "",
    side: Side,
    status: str = "",
    path: Path,
    line: int = 0,
    source: SourceKind,
) -> tuple[Fact, ...]:
    """Give what an example shows of the element at *path* and of all below it; *line* is that of the example.

    Each member exists; it has the type of its value, null says nullable.  A sample's `{}` stands for any value: it
    says `shown` and no type.  What is called a secret is never shown.
    """

    def fact(at: Path, attribute: Attribute, said: Value) -> Fact:
        return Fact(
            operation=operation,
            side=side,
            status=status,
            path=at,
            attribute=attribute,
            value=said,
            source=source,
            confidence=Confidence.shown,
            line=line,
        )

    return sorted_facts(
        fact(at, attribute, said)
        for at, found in _elements(value, path)
        for attribute, said in _said(found, is_sample=source is SourceKind.sample)
        if attribute is not Attribute.shown or not is_secret_name(_owner(at))
    )


def _owner(path: Path) -> str:
    """Give the name of the element that a value of *path* is of; an item is of its list."""
    return next((token for token in reversed(path) if token != ITEMS), "")


def _elements(value: JSON, path: Path) -> Iterator[tuple[Path, JSON]]:
    """Give every element with its path, outer ones first."""
    stack = [(path, value, 0)]
    while stack:
        at, found, depth = stack.pop()
        yield at, found
        if depth == MAX_DEPTH:
            continue
        if isinstance(found, dict):
            stack.extend(((*at, name), member, depth + 1) for name, member in found.items() if _is_name(name))
        elif isinstance(found, list):
            stack.extend(((*at, ITEMS), item, depth + 1) for item in found)


def _said(value: JSON, *, is_sample: bool) -> Iterator[tuple[Attribute, Value]]:
    yield Attribute.exists, True
    if value is None:
        yield Attribute.nullable, True
    elif value == {} and is_sample:
        yield Attribute.shown, "{}"
    else:
        yield Attribute.type, type_of(value)
        if isinstance(value, str) and is_shown(value):
            yield Attribute.shown, value


def type_of(value: JSON) -> str:
    """Give the type of *value*, which is not null, as JSON Schema calls it.

    >>> type_of(1), type_of(1.5), type_of([])
    ('integer', 'number', 'array')
    """
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        return "integer"
    if isinstance(value, float):
        return "number"
    if isinstance(value, str):
        return "string"
    return "array" if isinstance(value, list) else "object"


def _is_name(name: str) -> TypeGuard[str]:
    return 0 < len(name) <= MAX_TOKEN and name.isprintable()


def is_shown(value: str) -> bool:
    """Tell whether *value* looks like one of a list; an id, a date, an address or a text does not."""
    if _SHOWN.fullmatch(value) is None or _PLACEHOLDER.fullmatch(value) or is_secret(value):
        return False
    digits = sum(character.isdigit() for character in value)
    return digits <= _MOST_DIGITS and digits < len(value) and any(character.isalpha() for character in value)
