"""Where in a document something stands that several rules look for.

In: a document.  Out: objects and texts with their places.
Never: judges.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from handbill_generator.lint.rule import Linted, Spot
from handbill_generator.load import JSON, Tokens


class Place(NamedTuple):
    """An object, what messages call it, and where it stands."""

    what: str
    tokens: Tokens
    value: dict[str, JSON]


class Prose(NamedTuple):
    """A text written for people."""

    tokens: Tokens
    text: str
    is_summary: bool
    """Whether it is the summary of an operation."""


def outside(linted: Linted, *keywords: str) -> Iterator[Spot]:
    """Give the objects of the document but for schemas that stand at *keywords* of schemas, and what is below those."""
    schemas = {spot.tokens for spot in linted.of("schemas")}
    below: Tokens = ()
    for spot in linted.spots:
        # In the order of the document what is below an object follows it.
        if below and spot.tokens[: len(below)] == below:
            continue
        below = ()
        if spot.kind == "schemas" and spot.tokens[-1] in keywords and spot.tokens[:-1] in schemas:
            below = spot.tokens
        else:
            yield spot


def heads(linted: Linted) -> Iterator[Place]:
    """Give `info`, tags and servers."""
    if isinstance(info := linted.bundle.tree.get("info"), dict):
        yield Place("the API", ("info",), info)
    yield from listed(linted.bundle.tree, (), "tags", "tag")
    for spot in linted.spots:
        if spot.kind in ("document", "pathItems", "operation"):
            yield from listed(spot.value, spot.tokens, "servers", "server")


def listed(holder: dict[str, JSON], tokens: Tokens, key: str, what: str) -> Iterator[Place]:
    """Give the mappings in the list that *holder*, standing at *tokens*, has at *key*."""
    members = holder.get(key)
    for index, member in enumerate(members if isinstance(members, list) else ()):
        if isinstance(member, dict):
            yield Place(f"the {what}", (*tokens, key, str(index)), member)


def prose(linted: Linted) -> Iterator[Prose]:
    """Give every description and summary, those beside references too."""
    spots = (Place(spot.kind, spot.tokens, spot.value) for spot in linted.spots if spot.kind != "mapping")
    for what, tokens, value in (*heads(linted), *spots):
        for key in ("summary", "description"):
            if isinstance(text := value.get(key), str) and text.strip():
                yield Prose((*tokens, key), text, key == "summary" and what == "operation")
