"""Read lists of fields in running text: `name (string, required): The name of the book.`

In: lines below headings.  Out: `Listed` fields, each with where it is.
Never: reads a field whose place no heading gives.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handbill_generator.docs.model import SUCCESS, Path, Side, SourceKind
from handbill_generator.docs.pages.fields import Field, read_name
from handbill_generator.docs.pages.flattened_interface import DEPRECATED, OPTIONAL, REQUIRED, Heading, heading_of
from handbill_generator.docs.pages.flattened_pieces import Piece, Sort
from handbill_generator.docs.words.types import read_type

_FIELD = re.compile(
    r"(?:[-*\u2022\u2013] ?)?[`*_]{0,3}(?P<name>[A-Za-z_$@][\w.$@\[\]-]{0,100})[`*_]{0,3} ?"
    r"\((?P<words>[^()]{1,150}(?:\([^()]{0,60}\)[^()]{0,60})?)\)(?: ?(?:[:\u2013\u2014-]|$) ?(?P<rest>.*))$"
)
_MARKS = re.compile(r"^[#*\u2022\s-]{0,10}|[:#*\s]{0,10}$")
_LOCATIONS = {
    Heading.path: (Side.request, "path"),
    Heading.query: (Side.request, "query"),
    Heading.header: (Side.request, "header"),
    Heading.cookie: (Side.request, "cookie"),
    Heading.body: (Side.request, "body"),
    Heading.response: (Side.response, "body"),
    Heading.success: (Side.response, "body"),
    Heading.error: (Side.response, "body"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A field of a list and its place."""

    field: Field
    side: Side
    status: str
    path: Path


def plain_heading(line: str) -> Heading | None:
    """Give what stands below *line*, which may have the marks of Markdown around it."""
    return heading_of(_MARKS.sub("", line)) if len(line) < 80 else None


def listed(pieces: Sequence[Piece]) -> Iterator[Listed]:
    """Give the fields among *pieces* that stand below a heading which tells where they are."""
    place: tuple[Side, str] | None = None
    status = ""
    for piece in pieces:
        if piece.sort is not Sort.text:
            continue
        heading = plain_heading(piece.text)
        if heading:
            place = _LOCATIONS.get(heading)
            status = "error" if heading is Heading.error else SUCCESS
            continue
        if place and (field := _field(piece)):
            side, location = place
            name = read_name(field[0])
            tokens = name.tokens(location) if name else ()
            if tokens:
                yield Listed(
                    field=field[1], side=side, status=status if side is Side.response else "", path=(location, *tokens)
                )


def _field(piece: Piece) -> tuple[str, Field] | None:
    """Read one line; its words in brackets are a type and marks, all of them known."""
    match = _FIELD.match(piece.text) if len(piece.text) < 5_000 else None
    if not match:
        return None
    required: bool | None = None
    is_deprecated = False
    rest: list[str] = []
    for word in match.group("words").split(","):
        plain = word.strip().casefold()
        if plain in REQUIRED:
            required = True
        elif plain in OPTIONAL:
            required = False
        elif plain in DEPRECATED:
            is_deprecated = True
        else:
            rest.append(word)
    type = ",".join(rest).strip()
    if not read_type(type):
        return None
    return match.group("name"), Field(
        type=type,
        required=required,
        deprecated=is_deprecated,
        description=match.group("rest") or "",
        line=piece.line,
        source=SourceKind.table,
    )
