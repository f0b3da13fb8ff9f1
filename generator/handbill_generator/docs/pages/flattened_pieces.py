"""Cut the text of a rendered page into lines of text, code samples and JSON examples.

In: the text of a page.  Out: `Piece`s in their order; blank lines and the marks of anchors are gone.
Never: tells what a line means; takes text for JSON that is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from handbill_generator.docs.model import Link
from handbill_generator.docs.pages.flattened_samples import found_samples
from handbill_generator.docs.pages.index import link_to
from handbill_generator.docs.words.examples import find_json
from handbill_generator.load import JSON

MAX_LINE = 20_000
"""The most characters of a line of text that are read."""

_INVISIBLE: dict[int, None] = dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xAD))
_ADDRESS = re.compile(r"https?://[^\s<>\"'`)\]]{1,300}")


class Sort(StrEnum):
    """What a piece is."""

    text = "text"
    sample = "sample"
    json = "json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One line of text, one code sample or one JSON example, from *line* on.

    *text* is the line without blanks around it, or the code; *raw* has the blanks.  *value* is that of the JSON.
    """

    sort: Sort
    line: int
    text: str
    raw: str = ""
    language: str = ""
    value: JSON = None


def pieces(text: str) -> tuple[Piece, ...]:
    """Cut *text* into pieces."""
    lines = [line[:MAX_LINE].translate(_INVISIBLE).replace("\xa0", " ") for line in text.splitlines()]
    starts: dict[int, Piece] = {}
    taken: set[int] = set()
    for sample in found_samples(lines):
        code = "\n".join(line for line in lines[sample.start : sample.end] if line.strip())
        starts[sample.start] = Piece(sort=Sort.sample, line=sample.start + 1, text=code, language=sample.language)
        taken.update(range(sample.start, sample.end))
    rest = ["" if number in taken else line for number, line in enumerate(lines)]
    for found in find_json("\n".join(rest)):
        start = found.line - 1
        is_alone = start < len(lines) and rest[start].lstrip().startswith(("{", "["))
        if start in starts or not is_alone or _is_inside(found.text_before):
            continue
        starts[start] = Piece(sort=Sort.json, line=found.line, text="", value=found.value)
        taken.update(range(start, max(found.end_line, found.line)))
    return tuple(_in_order(lines, starts, taken))


def _is_inside(line: str) -> bool:
    """Tell whether what follows *line* is inside of JSON that is not whole: the parts of that are no examples."""
    line = line.strip()
    is_member = line.startswith('"') and line.endswith((",", ":"))
    return is_member or line.endswith(("{", "[")) or line in ("},", "],")


def _in_order(lines: list[str], starts: dict[int, Piece], taken: set[int]) -> Iterable[Piece]:
    for number, line in enumerate(lines):
        if number in starts:
            yield starts[number]
        elif number not in taken and line.strip():
            yield Piece(sort=Sort.text, line=number + 1, text=" ".join(line.split()), raw=line)


def links(found: Iterable[Piece]) -> tuple[Link, ...]:
    """Give the OpenAPI documents and page indices whose addresses stand in the text, each once."""
    once: dict[str, Link] = {}
    for piece in found:
        if piece.sort is Sort.text and "://" in piece.text:
            for match in _ADDRESS.finditer(piece.text):
                link = link_to(match.group().rstrip(".,;:!?"), line=piece.line)
                if link and link.rel != "page":
                    once.setdefault(link.url, link)
    return tuple(once.values())
