"""Tables of HTML, and Markdown of tables.

In: a `<table>`, or rows of cells.  Out: rows of cells in inline Markdown, or a table in Markdown.
Never: takes a table that only places things for one of data.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selectolax.lexbor import LexborNode

from handbill_generator.docs.pages.html_tree import children, inline, is_text, one_line_of, text_of
from handbill_generator.docs.pages.tables import read_table

MAX_ROWS = 2_000
_MAX_CELL = 2_000


def markdown_table(rows: Sequence[Sequence[str]]) -> str:
    """Write *rows*, the first of which is the head."""
    width = max(len(row) for row in rows)
    written = [f"| {' | '.join(_cell(cell) for cell in [*row, *[''] * (width - len(row))])} |" for row in rows]
    return "\n".join([written[0], "|" + " --- |" * width, *written[1:]])


def table_of(node: LexborNode) -> list[list[str]]:
    """Give the cells of a table with a head; nothing for one that has none, or that holds another."""
    if len(node.css("table")) > 1:
        return []
    rows = [[one_line_of(_link_alone(cell)) for cell in _cells(row)] for row in _rows_of(node)]
    rows = [row for row in rows if row][:MAX_ROWS]
    return rows if node.css_first("th") is not None or read_table(rows, 1) else []


def _rows_of(node: LexborNode) -> Iterator[LexborNode]:
    for child in children(node):
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in children(child) if row.tag == "tr")


def _cells(row: LexborNode) -> Iterator[LexborNode]:
    return (cell for cell in children(row) if cell.tag in ("td", "th"))


def _link_alone(cell: LexborNode) -> str:
    """Give a cell as text; a cell that is a link and nothing else is its words."""
    inside = [child for child in children(cell) if not is_text(child) or text_of(child).strip()]
    if len(inside) == 1 and inside[0].tag == "a":
        inside = list(children(inside[0]))
    return "".join(inline(child) for child in inside)


def _cell(text: str) -> str:
    return text[:_MAX_CELL].replace("\\", "\\\\").replace("|", "\\|")
