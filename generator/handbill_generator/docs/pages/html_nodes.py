"""HTML as what the reader of Markdown reads: text, code and titled parts.

In: the body of a page.  Out: the nodes of `tags`, in the order of the page.
Never: decides what anything means, except that a row of names, types and marks is a field.

Fields become rows of a table in Markdown.  What is inside of what is told by how deep it is in the tree.  Tabs, and
what opens when it is clicked, become parts with their titles.  Lines are those of what is written here: they are in
the order of the page, and mean nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from selectolax.lexbor import LexborNode

from handbill_generator.docs.pages.blocks import Code
from handbill_generator.docs.pages.html_fields import (
    COLUMNS,
    Head,
    read_beside,
    read_cell,
    read_head,
    read_term,
    read_values,
)
from handbill_generator.docs.pages.html_tables import MAX_ROWS, markdown_table, table_of
from handbill_generator.docs.pages.html_tree import (
    MAX_DEPTH,
    attribute,
    children,
    code_text,
    depth_of_words,
    heading_level,
    inline,
    is_block,
    is_code,
    is_text,
    language_of,
    level_step,
    one_line_of,
    pieces,
    text_of,
)
from handbill_generator.docs.pages.sections import read_heading, status_of
from handbill_generator.docs.pages.tags import Element, Node, Text

PART = "part"
"""The name of an element with a title."""

_STARTS = ("#", ">", "-", "+", "*", "=", "|", "~", "`", "    ")
_TERMS = {"dt": read_term, "td": read_cell}
_INLINE = frozenset({"code", "kbd", "samp", "var", "tt", "br"})


@dataclass(slots=True)
class _Row:
    head: Head
    level: int
    text: list[str] = field(default_factory=list)


class Writer:
    """Writes the nodes of a page.

    *statements* has what elements state of a method and an address, by their `mem_id`; *titles* those of tabs, by
    their id and that of their panels.
    """

    def __init__(self, statements: Mapping[int, str], titles: Mapping[str, str]) -> None:
        self._nodes: list[Node] = []
        self._statements = statements
        self._titles = titles
        self._line = 1
        self._words: list[str] = []
        self._level = 0
        self._rows: list[_Row] = []
        """The fields of a list that has not ended, in their order."""
        self._list_depth = 0
        self._item = ""

    def write(self, node: LexborNode, level: int = 0, depth: int = 0) -> None:
        """Write what is inside of *node*; *level* is how many blocks are around it, *depth* how many elements."""
        if depth > MAX_DEPTH:
            return
        for child in children(node):
            if is_text(child):
                self._add(text_of(child).replace("`", "'"), level)
            elif is_block(child) or self._is_special(child) or is_code(child):
                self._paragraph()
                self._block(child, level, depth)
                self._paragraph()
            elif head := self._head_alone(child):
                self._paragraph()
                self._field(head, level + depth_of_words(child))
            elif child.tag in _INLINE or not _has_blocks(child):
                self._add(inline(child), level)
            else:
                self.write(child, level, depth + 1)

    def _head_alone(self, node: LexborNode) -> Head | None:
        """Read what is inline, and alone on its line, as a field."""
        if node.tag in _INLINE or "".join(self._words).strip() or _has_blocks(node):
            return None
        following = node.next
        while following is not None and is_text(following) and not text_of(following).strip():
            following = following.next
        is_alone = following is None or is_block(following)
        return read_head(node) if is_alone and sum(1 for _ in islice(node.iter(), 2)) == 2 else None

    def _inside(self, node: LexborNode, level: int, depth: int) -> None:
        self.write(node, level + level_step(node), depth + 1)

    def _add(self, words: str, level: int) -> None:
        self._words.append(words)
        self._level = level

    def finish(self) -> tuple[Node, ...]:
        """Give all that was written."""
        self._paragraph()
        self._end_fields()
        return merged(self._nodes)

    def _is_special(self, node: LexborNode) -> bool:
        return node.mem_id in self._statements or attribute(node, "role") in ("tabpanel", "heading", "tab")

    def _block(self, node: LexborNode, level: int, depth: int) -> None:
        tag = node.tag or ""
        if node.mem_id in self._statements:
            self._emit(self._statements[node.mem_id])
        elif tag == "pre" or is_code(node):
            self._code(node, level + 1)
        elif tag == "table" and (rows := table_of(node)):
            self._emit_table(rows)
        elif title := self._title(node):
            self._part(node, title, level, depth)
        elif attribute(node, "role") == "tab":
            self._button(node)
        elif tag in ("ul", "ol", "li"):
            self._list(node, level, depth)
        elif (head := _TERMS[tag](node) if tag in _TERMS else None) or (head := read_head(node)):
            self._field(head, level + depth_of_words(node))
        elif heading := heading_level(node):
            self._heading(node, heading)
        elif tag == "summary":
            # The title of a part, or a word such as "Show".
            return
        elif tag == "button":
            self._button(node)
        elif self._describes(level + level_step(node)) and not self._rows[-1].text and (beside := read_beside(node)):
            self._rows[-1].head = self._rows[-1].head.beside(beside)
        else:
            self._inside(node, level, depth)

    def _describes(self, level: int) -> bool:
        """Whether what stands at *level* is of the field before it rather than below the list that it is in."""
        return bool(self._rows) and level >= self._rows[-1].level - 1

    def _heading(self, node: LexborNode, level: int) -> None:
        text = one_line_of(inline(node)).strip("#¶ ")
        if text:
            self._emit(f"{'#' * level} {text}")

    def _list(self, node: LexborNode, level: int, depth: int) -> None:
        if node.tag != "li" and (values := self._values(node)):
            self._rows[-1].text.append(f"One of {', '.join(values)}.")
            return
        if node.tag != "li":
            self._list_depth += 1
            self._inside(node, level, depth)
            self._list_depth -= 1
            return
        head = read_head(node)
        if head and self._rows:
            self._field(head, level + depth_of_words(node))
            return
        self._item = "  " * max(self._list_depth - 1, 0) + "- "
        if head:
            self._add(head.written(), level)
        else:
            self._inside(node, level, depth)
        self._paragraph()
        self._item = ""

    def _values(self, node: LexborNode) -> list[str]:
        """Give in backticks the items of a list that has the values of the enum above it."""
        is_enum = bool(self._rows) and "enum" in self._rows[-1].head.type
        return [f"`{value}`" for value in read_values(node)] if is_enum else []

    def _title(self, node: LexborNode) -> str:
        """Give the title of a part: of a panel by its tab, of what opens by its summary."""
        if node.tag == "details":
            summary = node.css_first("summary")
            is_title = summary is not None and read_head(summary) is None
            return one_line_of(" ".join(pieces(summary, 12, 200) or ())) if summary is not None and is_title else ""
        if attribute(node, "role") != "tabpanel":
            return ""
        return self._titles.get(attribute(node, "aria-labelledby")) or self._titles.get(attribute(node, "id"), "")

    def _part(self, node: LexborNode, title: str, level: int, depth: int) -> None:
        said = read_heading(title)
        if self._rows and not (said and (said.status or said.location)):
            # What opens below a field has the fields inside of it.
            self._inside(node, level, depth)
            return
        self._end_fields()
        kept, self._nodes = self._nodes, []
        line = self._line
        self._inside(node, level, depth)
        self._paragraph()
        self._end_fields()
        kept.append(Element(name=PART, attributes={"title": title}, children=merged(self._nodes), line=line))
        self._nodes = kept

    def _button(self, node: LexborNode) -> None:
        """Write a button that is a status: a tab, or what opens a part; of the rest, most say `Copy`."""
        text = one_line_of(" ".join(pieces(node, 6, 80) or ()))
        if status_of(text) and node.tag == "button" and attribute(node, "role") != "tab":
            self._emit(f"**{text}**")
        elif status_of(text):
            self._end_fields()
            self._nodes.append(Element(name=PART, attributes={"title": text}, line=self._line))
            self._line += 1

    def _code(self, node: LexborNode, level: int) -> None:
        text = code_text(node)
        if not text or self._describes(level):
            # The example of one field says nothing that the field does not.
            return
        self._end_fields()
        lines = text.count("\n") + 3
        self._nodes.append(Code(info=language_of(node), text=text, line=self._line, end_line=self._line + lines))
        self._line += lines

    def _field(self, head: Head, level: int) -> None:
        if len(self._rows) >= MAX_ROWS:
            self._end_fields()
        self._rows.append(_Row(head, level))

    def _paragraph(self) -> None:
        text = one_line_of("".join(self._words))
        self._words = []
        if not text:
            return
        if self._describes(self._level):
            self._rows[-1].text.append(text)
            return
        item, self._item = self._item, ""
        if item:
            self._emit(item + text)
        else:
            self._emit(f"\\{text}" if text.startswith(_STARTS) and not text.startswith(("**", "`")) else text)

    def _emit(self, text: str) -> None:
        """Write a line; a field before it has ended, and with it all that are in the same list."""
        self._end_fields()
        self._nodes.append(Text(text=text, line=self._line))
        self._line += 2

    def _emit_table(self, rows: Sequence[Sequence[str]]) -> None:
        self._end_fields()
        text = markdown_table(rows)
        self._nodes.append(Text(text=text, line=self._line))
        self._line += text.count("\n") + 2

    def _end_fields(self) -> None:
        rows, self._rows = self._rows, []
        if rows:
            levels = sorted({row.level for row in rows})
            cells = [row.head.cells(levels.index(row.level), _sentences(row.text)) for row in rows]
            self._emit_table([COLUMNS, *cells])


def _sentences(paragraphs: Sequence[str]) -> str:
    """Join *paragraphs* so that each ends where it ends; what has a colon behind it goes on."""
    return " ".join(text if text.endswith((".", ":", "!", "?", ",", ";")) else f"{text}." for text in paragraphs)


def merged(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """Give *nodes* with texts that follow one another as one, so that a list stays a list."""
    found: list[Node] = []
    texts: list[Text] = []
    for node in [*nodes, None]:
        if isinstance(node, Text):
            texts.append(node)
            continue
        if texts:
            found.append(Text(text="\n\n".join(text.text for text in texts), line=texts[0].line))
            texts = []
        if node is not None:
            found.append(node)
    return tuple(found)


def _has_blocks(node: LexborNode) -> bool:
    """Whether there are blocks inside of something that is inline; what is custom may have any."""
    return any(is_block(child) for child in node.traverse())
