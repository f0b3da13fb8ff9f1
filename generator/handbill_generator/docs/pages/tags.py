"""The components of a page: MDX tags, which are neither HTML nor Markdown, and the liquid tags of GitBook.

In: the text of a page.  Out: a tree of `Text`, `Code` and `Element`, each with its line.
Never: fails; takes what fenced or inline code has for a tag; loses text for want of a closing tag.

A tag that is never closed has no children: what follows it stays beside it.  A closing tag without its opening one is
dropped.  Tags of HTML are dropped and their text is kept, for they say how a page looks, and so are components in the
midst of a sentence or in a row of a table.  An HTML table is an element with its source as its text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field

from handbill_generator.docs.pages.attributes import AttributeReader, Given
from handbill_generator.docs.pages.blocks import Code, fences

MAX_DEPTH = 50
"""Elements inside one another; deeper ones are lifted up."""

_LIQUID = "%"
"""What the name of a liquid element begins with."""

_TOKEN = re.compile(r"\\.|`+|<!--|\{/\*|</?(?=[A-Za-z])|\{%", re.DOTALL)
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9.]{0,60}")
_CLOSING = re.compile(r"([A-Za-z][A-Za-z0-9.]{0,60})[ \t\n]{0,100}>")
_LIQUID_NAME = re.compile(r"[ \t\n]{0,20}([a-z][a-z-]{0,40})")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_TABLE_END = re.compile(r"</table[ \t\n]{0,100}>", re.IGNORECASE)
_HTML = frozenset(
    """
    a abbr article aside b blockquote br button caption center cite code col colgroup dd del details div dl dt em
    figcaption figure font footer form h1 h2 h3 h4 h5 h6 header hr i iframe img input ins kbd label li main mark nav ol
    p picture pre s samp script section small source span strong style sub summary sup svg table tbody td tfoot th
    thead tr u ul var video
    """.split()
)
"""Elements of HTML that are dropped where they begin and where they end."""
_FIELDS = frozenset({"ParamField", "ResponseField", "Field", "Expandable", "RequestExample", "ResponseExample"})
"""Components that stand for themselves wherever they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Markdown between tags."""

    text: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """A component with what it holds; a liquid one is called `%tab`."""

    name: str
    attributes: Mapping[str, Given] = field(default_factory=dict)
    children: tuple[Node, ...] = ()
    line: int

    def text(self, name: str) -> str:
        """Give the attribute *name* where it is text, else nothing."""
        value = self.attributes.get(name)
        return value.strip() if isinstance(value, str) else ""


Node = Text | Code | Element


@dataclass(slots=True, kw_only=True)
class _Open:
    """An opening tag or, without a name, the page; *nodes* are its children if it turns out to be closed."""

    name: str = ""
    attributes: Mapping[str, Given] = field(default_factory=dict)
    line: int = 1
    nodes: list[Node] = field(default_factory=list)

    def element(self, children: tuple[Node, ...]) -> Element:
        return Element(name=self.name, attributes=self.attributes, children=children, line=self.line)


class _Tree:
    """The elements that are open, and how many of each name, so that a closing tag without its opening one is cheap."""

    def __init__(self) -> None:
        self._stack = [_Open()]
        self._counts: dict[str, int] = {}

    def add(self, node: Node) -> None:
        self._stack[-1].nodes.append(node)

    def open(self, name: str, attributes: Mapping[str, Given], line: int) -> None:
        if len(self._stack) > MAX_DEPTH:
            self.add(Element(name=name, attributes=attributes, line=line))
            return
        self._stack.append(_Open(name=name, attributes=attributes, line=line))
        self._counts[name] = self._counts.get(name, 0) + 1

    def is_open(self, name: str) -> bool:
        return bool(self._counts.get(name))

    def close(self, name: str) -> None:
        """Close the last element of that name, which is open, and with it those inside that were never closed."""
        while self._stack[-1].name != name:
            self._lift()
        opened = self._popped()
        self.add(opened.element(tuple(opened.nodes)))

    def finish(self) -> tuple[Node, ...]:
        while len(self._stack) > 1:
            self._lift()
        return tuple(self._stack[0].nodes)

    def _lift(self) -> None:
        opened = self._popped()
        self.add(opened.element(()))
        self._stack[-1].nodes.extend(opened.nodes)

    def _popped(self) -> _Open:
        opened = self._stack.pop()
        self._counts[opened.name] -= 1
        return opened


def parse(text: str, *, liquid: bool = True) -> tuple[Node, ...]:
    """Read the tags of *text*; without *liquid*, `{% ... %}` is text."""
    tree = _Tree()
    lines = text.split("\n")
    attributes = AttributeReader(len(text))
    at = 0
    for code in fences(text):
        _Reader("\n".join(lines[at : code.line - 1]), at + 1, tree, attributes, liquid).read()
        tree.add(code)
        at = code.end_line
    _Reader("\n".join(lines[at:]), at + 1, tree, attributes, liquid).read()
    return tree.finish()


class _Reader:
    """Reads the text between two fences."""

    def __init__(self, text: str, line: int, tree: _Tree, attributes: AttributeReader, liquid: bool) -> None:
        self._text = text
        self._tree = tree
        self._attributes = attributes
        self._liquid = liquid
        self._code_spans = _CodeSpans(text)
        self._kept: list[str] = []
        self._kept_line = line
        self._line = line
        self._missing: set[str] = set()
        """Ends that are not in what is left of the text."""
        self._has_text = False
        """Whether more than other tags and marks of lists is before this place on its line."""

    def read(self) -> None:
        """Read it all: each step takes one token and what stands before it."""
        at = 0
        while token := _TOKEN.search(self._text, at):
            self._keep(at, token.start())
            at = self._take(token)
        self._keep(at, len(self._text))
        self._flush()

    def _take(self, token: re.Match[str]) -> int:
        """Read the token and give where the rest begins."""
        start, written = token.start(), token.group()
        if written.startswith(("\\", "`")):
            end = token.end() if written[0] == "\\" else self._code_spans.end(token)
            self._keep(start, end)
            return end
        if written in ("<!--", "{/*"):
            end = self._comment_end("-->" if written == "<!--" else "*/}", token.end())
            return self._drop(start, end) if end else self._keep(start, token.end())
        if written == "{%":
            return self._take_liquid(start) if self._liquid else self._keep(start, token.end())
        return self._take_closing(token) if written == "</" else self._take_opening(token)

    def _take_closing(self, token: re.Match[str]) -> int:
        closing = _CLOSING.match(self._text, token.end())
        if closing is None:
            return self._keep(token.start(), token.end())
        if closing[1][0].isupper() and self._tree.is_open(closing[1]):
            self._flush()
            self._tree.close(closing[1])
        return self._drop(token.start(), closing.end())

    def _take_opening(self, token: re.Match[str]) -> int:
        name = _NAME.match(self._text, token.end())
        tag = self._attributes.read(self._text, name.end(), ">") if name else None
        if name is None or tag is None:
            return self._keep(token.start(), token.end())
        if name[0].lower() == "table" and (end := self._table_end(tag.end)):
            return self._take_table(token.start(), end)
        if name[0] == "br":
            self._kept.append(" ")
        elif name[0][0].isupper() and (name[0] in _FIELDS or not self._has_text):
            self._flush()
            self._start(name[0], tag.attributes, closed=tag.is_closed)
        elif name[0][0].islower() and name[0] not in _HTML:
            # `<token>` stands for a value.
            return self._keep(token.start(), tag.end)
        return self._drop(token.start(), tag.end)

    def _comment_end(self, mark: str, start: int) -> int:
        """Give where a comment ends, 0 where it does not; what was sought in vain once is not sought again."""
        end = -1 if mark in self._missing else self._text.find(mark, start)
        if end < 0:
            self._missing.add(mark)
        return end + len(mark) if end >= 0 else 0

    def _table_end(self, start: int) -> int:
        end = None if "table" in self._missing else _TABLE_END.search(self._text, start)
        if end is None:
            self._missing.add("table")
        return end.end() if end else 0

    def _take_liquid(self, start: int) -> int:
        name = _LIQUID_NAME.match(self._text, start + 2)
        tag = self._attributes.read(self._text, name.end(), "%}") if name else None
        if name is None or tag is None:
            return self._keep(start, start + 2)
        self._flush()
        closed = _LIQUID + name[1].removeprefix("end")
        if name[1].startswith("end") and self._tree.is_open(closed):
            self._tree.close(closed)
        elif not name[1].startswith("end"):
            self._start(_LIQUID + name[1], tag.attributes, closed=False)
        return self._drop(start, tag.end)

    def _take_table(self, start: int, end: int) -> int:
        self._flush()
        source = Text(text=self._text[start:end], line=self._line)
        self._tree.add(Element(name="table", children=(source,), line=self._line))
        return self._drop(start, end)

    def _start(self, name: str, attributes: Mapping[str, Given], *, closed: bool) -> None:
        if closed:
            self._tree.add(Element(name=name, attributes=attributes, line=self._line))
        else:
            self._tree.open(name, attributes, self._line)

    def _keep(self, start: int, end: int) -> int:
        if start < end:
            kept = self._text[start:end]
            self._kept.append(kept)
            self._line += kept.count("\n")
            _, line_end, last = kept.rpartition("\n")
            self._has_text = bool(last.strip(" \t>-*")) or (self._has_text and not line_end)
        return end

    def _drop(self, start: int, end: int) -> int:
        """Leave the line ends of what is dropped, for the lines of what follows."""
        count = self._text.count("\n", start, end)
        self._has_text = self._has_text and not count
        if self._kept and count:
            self._kept.append("\n" * count)
        self._line += count
        if not self._kept:
            self._kept_line = self._line
        return end

    def _flush(self) -> None:
        kept = "".join(self._kept)
        if kept.strip():
            self._tree.add(Text(text=kept, line=self._kept_line))
        self._kept = []
        self._kept_line = self._line


class _CodeSpans:
    """Where inline code ends: at the next run of as many backticks, in the same paragraph."""

    def __init__(self, text: str) -> None:
        self._ends: dict[int, int] = {}
        self._blank = [blank.start() for blank in _BLANK_LINE.finditer(text)]
        following: dict[int, re.Match[str]] = {}
        for run in reversed(list(re.finditer(r"`+", text))):
            length = run.end() - run.start()
            close = following.get(length)
            if close and not self._parted(run.end(), close.start()):
                self._ends[run.start()] = close.end()
            following[length] = run

    def end(self, run: re.Match[str]) -> int:
        """Give where the code that *run* begins ends; the end of the run where it begins none."""
        return self._ends.get(run.start(), run.end())

    def _parted(self, start: int, end: int) -> bool:
        at = bisect_left(self._blank, start)
        return at < len(self._blank) and self._blank[at] < end
