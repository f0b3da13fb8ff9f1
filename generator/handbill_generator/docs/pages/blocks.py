"""Markdown as blocks: headings, paragraphs, items of lists, tables, fenced code.

In: Markdown without its tags.  Out: `Block`s with their lines, and the fenced `Code` of a page.
Never: reads indented text as code, for what stands inside of a tag is indented; reads what is inline.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from markdown_it import MarkdownIt
from markdown_it.token import Token

_UNREAD = ["code", "html_block", "reference", "inline"]
_READER = MarkdownIt("commonmark").enable("table").disable(_UNREAD)
_FENCES = MarkdownIt("commonmark").disable([*_UNREAD, "heading", "lheading"])
"""Reads what fenced code may be inside of, and nothing else: a page is read twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """Fenced code: *info* is what stands after the opening fence, *line* that of the fence, *end_line* the last."""

    info: str
    text: str
    line: int
    end_line: int


class BlockKind(StrEnum):
    """What a block is."""

    heading = "heading"
    paragraph = "paragraph"
    item = "item"
    """The first paragraph of an item of a list."""
    table = "table"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A piece of Markdown: *level* is that of a heading, or how deep a list is, from 1 on; *rows* are of a table."""

    kind: BlockKind
    text: str = ""
    line: int
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()


def fences(text: str) -> Iterator[Code]:
    """Give the fenced code of *text* in its order; code inside of lists and quotes too."""
    if "```" not in text and "~~~" not in text:
        return
    for token in _FENCES.parse(text):
        if token.type == "fence" and token.map:
            start, end = token.map
            yield Code(info=token.info.strip(), text=token.content, line=start + 1, end_line=end)


def blocks(text: str, line: int = 1) -> Iterator[Block]:
    """Give the blocks of *text*, whose first line is *line* of the page."""
    tokens = _READER.parse(textwrap.dedent(text.expandtabs(4)))
    depth = 0
    is_first = False
    at = 0
    while at < len(tokens):
        token = tokens[at]
        where = line + (token.map[0] if token.map else 0)
        if token.type == "list_item_open":
            depth, is_first = depth + 1, True
        elif token.type == "list_item_close":
            depth, is_first = depth - 1, False
        elif token.type == "heading_open":
            yield Block(kind=BlockKind.heading, text=_content(tokens, at), line=where, level=int(token.tag[1:]))
        elif token.type == "paragraph_open":
            kind = BlockKind.item if is_first else BlockKind.paragraph
            yield Block(kind=kind, text=_content(tokens, at), line=where, level=depth)
            is_first = False
        elif token.type == "table_open":
            end = next(index for index in range(at, len(tokens)) if tokens[index].type == "table_close")
            yield Block(kind=BlockKind.table, line=where, rows=tuple(_rows(tokens[at:end])))
            at = end
        at += 1


def _content(tokens: Sequence[Token], at: int) -> str:
    return tokens[at + 1].content.strip()


def _rows(tokens: Sequence[Token]) -> Iterator[tuple[str, ...]]:
    cells: list[str] = []
    for token in tokens:
        if token.type == "tr_open":
            cells = []
        elif token.type == "inline":
            cells.append(token.content.strip())
        elif token.type == "tr_close":
            yield tuple(cells)
