"""Say what the fields of a section are: facts for each, in its place.

In: `Triple`s, where they stand, and the paths that examples show.  Out: facts.
Never: puts a field into an object without a sign: its name has the name of the object before it, or an example has
it there.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from handbill_generator.docs.model import (
    ITEMS,
    Attribute,
    Confidence,
    Fact,
    Path,
    Side,
    SourceKind,
    Value,
)
from handbill_generator.docs.pages import fields as described
from handbill_generator.docs.pages.flattened_fields import Triple
from handbill_generator.docs.pages.flattened_limits import limits_of
from handbill_generator.docs.pages.flattened_pieces import Piece, Sort
from handbill_generator.docs.words.examples import facts_of, is_shown
from handbill_generator.docs.words.types import read_type

MAX_DEPTH = 12
"""How deep fields are inside of fields."""

_ELSEWHERE = re.compile(
    r"(?:^|[.!?:] )See .{2,80}? for .{0,80}?"
    r"\b(?:parameters|fields|attributes|properties|details|structure|schema|format)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A field and its path."""

    triple: Triple
    path: Path


def is_elsewhere(line: str) -> bool:
    """Tell whether *line* sends the reader to another page for what it describes."""
    return bool(_ELSEWHERE.search(line))


def placed(triples: Sequence[Triple], location: str, shown: Collection[Path]) -> Iterator[Placed]:
    """Give each field its path; *shown* are the paths of examples of the same message."""
    is_nested = location == "body"
    known: dict[Path, bool] = {}
    open_objects: list[Placed] = []
    for triple in triples:
        tokens = _tokens(triple.name, known, location) if is_nested else (triple.name,)
        if len(tokens) == 1 and is_nested:
            while open_objects and not _is_child(tokens[0], open_objects[-1], shown):
                open_objects.pop()
            above = _inside(open_objects[-1]) if open_objects else (location,)
            path: Path = (*above, *tokens)
        else:
            path = (location, *tokens)
        known[path] = _is_array(triple)
        found = Placed(triple=triple, path=path)
        if triple.shows_children is not None and len(open_objects) < MAX_DEPTH:
            open_objects.append(found)
        yield found


def _tokens(name: str, known: dict[Path, bool], location: str) -> Path:
    """Split `parent.child` where the parent is a field above; any other name is one."""
    read = described.read_name(name)
    tokens = read.tokens("body") if read else ()
    if len(tokens) < 2:
        return (name,)
    path: Path = (location,)
    for token in tokens:
        if known.get(path) and token != ITEMS:
            path = (*path, ITEMS)
        path = (*path, token)
    parents = [path[:end] for end in range(2, len(path)) if path[end - 1] != ITEMS]
    return path[1:] if any(parent in known for parent in parents) else (name,)


def _is_child(name: str, parent: Placed, shown: Collection[Path]) -> bool:
    inside = (*_inside(parent), name)
    beside = (*parent.path[:-1], name)
    if inside in shown or beside in shown:
        return inside in shown and beside not in shown
    return parent.triple.shows_children is True


def _inside(parent: Placed) -> Path:
    return (*parent.path, ITEMS) if _is_array(parent.triple) else parent.path


def _is_array(triple: Triple) -> bool:
    typed = read_type(triple.type)
    return typed is not None and typed.types == ("array",)


def facts(field: Placed, *, side: Side, status: str) -> Iterator[Fact]:
    """Give the facts of one field."""
    triple, path = field.triple, field.path
    is_array = _is_array(triple)
    limits = [(piece, limits_of(piece.text, is_array=is_array)) for piece in triple.words]
    words = "\n".join(piece.text for piece, found in limits if not found)
    source = described.Field(
        type=triple.type,
        required=triple.required,
        nullable=triple.nullable,
        deprecated=triple.is_deprecated,
        default=_default(triple),
        values=tuple(dict.fromkeys(triple.options)),
        description=words,
        line=triple.line,
        source=SourceKind.flattened,
    )
    yield from described.facts_of(source, side=side, status=status, path=path)
    fact = Fact(
        side=side,
        status=status,
        path=path,
        attribute=Attribute.exists,
        value=True,
        source=SourceKind.flattened,
        confidence=Confidence.stated,
        line=triple.line,
    )
    for piece, found in limits:
        yield from (replace(fact, attribute=key, value=value, line=piece.line) for key, value in found)
    if triple.is_read_only:
        yield replace(fact, attribute=Attribute.read_only)
    if triple.is_write_only:
        yield replace(fact, attribute=Attribute.write_only)
    if any(is_elsewhere(piece.text) for piece in triple.words):
        yield replace(fact, attribute=Attribute.refers, value="elsewhere", confidence=Confidence.inferred)
    for piece in triple.examples:
        yield from _shown(piece, fact)


def _default(triple: Triple) -> Value | None:
    """Give the default; quotes around it say that it is text."""
    value = triple.default
    if value is None:
        return None
    bare = value.strip("`")
    is_quoted = len(bare) > 1 and bare[0] == bare[-1] and bare[0] in "\"'"
    return bare[1:-1] if is_quoted else bare


def _shown(piece: Piece, fact: Fact) -> Iterator[Fact]:
    """Give what the example of one field shows."""
    if piece.sort is Sort.json:
        yield from facts_of(
            piece.value,
            side=fact.side,
            status=fact.status,
            path=fact.path,
            line=piece.line,
            source=SourceKind.example,
        )
        return
    text = piece.text.strip("`\"'")
    shown = replace(fact, source=SourceKind.example, confidence=Confidence.shown, line=piece.line)
    if piece.text == "null":
        yield replace(shown, attribute=Attribute.nullable)
    elif is_shown(text):
        yield replace(shown, attribute=Attribute.shown, value=text)


def credentials(triple: Triple) -> str:
    """Give what a field below "Authorizations" says of the credentials."""
    words = " ".join(piece.text for piece in triple.words).casefold()
    if triple.name.casefold() == "authorization" and "bearer" in words:
        return "http bearer"
    if triple.name.casefold() == "authorization" and "basic" in words:
        return "http basic"
    location = triple.location if triple.location in ("header", "query", "cookie") else "header"
    return f"apiKey {location} {triple.name}"
