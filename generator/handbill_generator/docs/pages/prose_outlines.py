"""Find what is left of JSON examples in a page that has lost brackets, and examples that are parts of objects.

In: pieces.  Out: `Outline`s: whether an example is broken, and its members.
Never: repairs an example.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handbill_generator.docs.model import Path
from handbill_generator.docs.pages.flattened_pieces import Piece, Sort
from handbill_generator.docs.words.examples import outline
from handbill_generator.load import JSON

MAX_LINES = 2_000
"""The most lines of one example."""

_MEMBER = re.compile(r'[{\[ ]{0,20}"(?:[^"\\]|\\.){0,200}" ?:')
_INSIDE = re.compile(
    r'[{}\[\], ]{1,100}$|"(?:[^"\\]|\\.){0,5000}" ?[,\]}]{0,20}$|(?:-?\d[\d.eE+-]{0,30}|true|false|null) ?,?$'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """Lines *start* to *end* (pieces, without *end*) that look like JSON.

    *value* is set where they are the members of one object without its braces; else they are broken, and *paths* are
    the names that the indentation tells.
    """

    start: int
    end: int
    line: int
    value: JSON = None
    paths: tuple[Path, ...] = ()


def outlines(pieces: Sequence[Piece]) -> Iterator[Outline]:
    """Find the examples among *pieces* that are no JSON."""
    at = 0
    while at < len(pieces):
        if pieces[at].sort is not Sort.text or not _MEMBER.match(pieces[at].text):
            at += 1
            continue
        start = at - 1 if at and pieces[at - 1].text in ("{", "[", "[{") else at
        end = at + 1
        while end < len(pieces) and end - start < MAX_LINES and _is_inside(pieces[end]):
            end += 1
        yield _outline(pieces, start, end)
        at = end


def _is_inside(piece: Piece) -> bool:
    return piece.sort is Sort.text and bool(_MEMBER.match(piece.text) or _INSIDE.match(piece.text))


def _outline(pieces: Sequence[Piece], start: int, end: int) -> Outline:
    lines = pieces[start:end]
    text = "\n".join(piece.raw for piece in lines)
    try:
        value: JSON = json.loads("{" + text.strip().strip(",") + "}")
    except (ValueError, RecursionError):
        value = None
    if isinstance(value, dict):
        return Outline(start=start, end=end, line=lines[0].line, value=value)
    return Outline(start=start, end=end, line=lines[0].line, paths=outline(text))
