"""Reads a page from its beginning to its end: text, code and components, each where it stands.

In: the tree of a page.  Out: `Notes`.
Never: fails; forgets the facts of a component because it does not know it.

What a component means is said by its reader, in `mintlify` and `gitbook`; one that has none is read for what it holds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import NamedTuple

from handbill_generator.docs.model import ERROR, ITEMS, SUCCESS, Attribute, Fact, Link, Path, Side, SourceKind
from handbill_generator.docs.pages.blocks import Block, BlockKind, Code, blocks
from handbill_generator.docs.pages.codes import Around, read_code
from handbill_generator.docs.pages.credentials import credentials, is_credentials, is_negotiated, media_types
from handbill_generator.docs.pages.fields import Field, facts_of, placed, without_links
from handbill_generator.docs.pages.linking import links_in, published_version, resolved
from handbill_generator.docs.pages.lists import Row, read_item, read_term
from handbill_generator.docs.pages.notes import UNKNOWN, Loose, Notes, Sentence, about
from handbill_generator.docs.pages.operations import said_in
from handbill_generator.docs.pages.sections import NOWHERE, Section, below, is_number, read_heading
from handbill_generator.docs.pages.tables import StatusRow, read_table, rows_of_html
from handbill_generator.docs.pages.tags import Element, Node, Text
from handbill_generator.docs.words.types import read_type

_BOLD = re.compile(r"(\*\*|__)([^*\n]{1,80})\1:?")
_BOLD_LEVEL = 7
"""The level of a bold line that stands for a heading: below all headings."""


class Owner(NamedTuple):
    """The field, or the message, inside of which something is."""

    side: Side
    status: str
    path: Path


Reader = Callable[["Walker", Element], None]


class Walker:
    """Walks through a page; *readers* are those of components by their names."""

    def __init__(self, readers: Mapping[str, Reader], *, url: str = "") -> None:
        self.notes = Notes()
        self.owner: Owner | None = None
        """The field inside of which the walk is."""
        self._url = url
        self._readers = readers
        self._sections: list[tuple[int, Section]] = [(0, NOWHERE)]
        self._arrays: set[Owner] = set()
        self._before = ""
        self._had_sample = False
        self._had_heading = False
        self._items: list[tuple[int, Owner]] = []
        """The fields of a table or a list that the next one may be inside of, with their indents."""
        self._loose: Loose | None = None
        self._term: Row | None = None

    @property
    def section(self) -> Section:
        """What is known where the walk is."""
        return self._sections[-1][1]

    def walk(self, nodes: Iterable[Node]) -> None:
        """Read *nodes* in their order."""
        for node in nodes:
            if isinstance(node, Text):
                self._text(node)
            elif isinstance(node, Code):
                self.code(node)
            elif node.name == "table":
                for source in node.children:
                    if isinstance(source, Text):
                        self._rows(read_table(rows_of_html(source.text), node.line, lines_a_row=0))
            elif reader := self._readers.get(node.name):
                reader(self, node)
            else:
                self.inside(node)

    def _text(self, text: Text) -> None:
        self._items, self._loose = [], None
        for link in links_in(text.text, text.line, self._url):
            if link.rel == "openapi":
                self.published(link.url, link.line, SourceKind.prose)
            else:
                self.notes.links.append(link)
        for block in blocks(text.text, text.line):
            self._end_term(block)
            self.block(block)
        self._end_term()

    def code(self, code: Code) -> None:
        """Read fenced code."""
        owner = self.owner.path if self.owner else ()
        around = Around(section=self._owned(), before=self._before, owner=owner, is_after_sample=self._had_sample)
        self._had_sample = read_code(code, around, self.notes) or self._had_sample
        self._before = ""

    def _owned(self) -> Section:
        """Give the section of what stands here, which inside of a field is that of the field."""
        if self.owner is None:
            return self.section
        return replace(self.section, side=self.owner.side, status=self.owner.status)

    def inside(self, element: Element, section: Section | None = None, owner: Owner | None = None) -> None:
        """Read what *element* holds; below *section* and inside of the field *owner* if they are given."""
        with self._scope(section, owner):
            self.walk(element.children)

    def titled(self, element: Element, title: str) -> None:
        """Read what *element* holds below its *title*, which is a heading as far as it says something."""
        said = read_heading(title)
        self._status(said, element.line)
        self.inside(element, section=below(self.section, said))

    def field(self, field: Field, at: Owner) -> None:
        """Note a field with its facts; one that describes credentials or a media type is no parameter."""
        location, *names = at.path
        if at.side is Side.request and len(names) == 1 and is_credentials(location, names[0], self.section):
            self.notes.add(credentials(field, location, names[0]))
        elif len(names) == 1 and is_negotiated(location, names[0]):
            self.notes.add(media_types(field, names[0]) if at.side is Side.request else ())
        else:
            self.notes.add(self._facts(field, at))

    def _facts(self, field: Field, at: Owner) -> Iterator[Fact]:
        if is_list(field.type):
            self._arrays.add(at)
        return facts_of(field, side=at.side, status=at.status, path=at.path)

    def place(self, tokens: Path, owner: Owner) -> Path:
        """Give where a field is that is written as *tokens* inside of *owner*; below an array it is of its items."""
        path = placed(tokens, owner.path, is_list=owner in self._arrays)
        at = len(owner.path)
        while at < len(path):
            if path[at] != ITEMS and owner._replace(path=path[:at]) in self._arrays:
                path = (*path[:at], ITEMS, *path[at:])
            at += 1
        return path

    def published(self, address: str, line: int, source: SourceKind) -> None:
        """Note that the OpenAPI document at *address* is published."""
        url = resolved(address, self._url)
        self.notes.links.append(Link(rel="openapi", url=url, line=line))
        self.notes.publish(url, line, source)

    def status(self, section: Section) -> str:
        """Give the status of what is received in *section*."""
        return section.status if section.side is Side.response and section.status else SUCCESS

    @contextmanager
    def _scope(self, section: Section | None, owner: Owner | None) -> Iterator[None]:
        kept = (self._sections, self.owner, self._had_sample)
        self._sections = [*self._sections, (0, section)] if section else list(self._sections)
        self.owner = self.owner if owner is None else owner
        yield
        self._sections, self.owner, self._had_sample = kept

    def block(self, block: Block) -> None:
        """Read one block; items of a list are inside of those before them that are less deep."""
        if block.kind is BlockKind.heading:
            self._heading(block.text, block.level, block.line)
        elif block.kind is BlockKind.table:
            self._rows(read_table(block.rows, block.line))
            self._sentences_of(block)
        elif block.kind is BlockKind.item and (row := read_item(block.text, block.line, block.level)):
            self._row(row)
        elif block.kind is BlockKind.paragraph and (row := read_term(block.text, block.line)):
            self._term = row
        elif bold := _BOLD.fullmatch(block.text):
            self._heading(bold[2], _BOLD_LEVEL, block.line)
        else:
            self._sentence(block)

    def _end_term(self, block: Block | None = None) -> None:
        """Note the field whose name and type were a paragraph; *block*, if it is one too, describes it."""
        term, self._term = self._term, None
        if term:
            words = block.text if block and block.kind is BlockKind.paragraph else ""
            is_words = read_term(words, 0) is None
            self._row(replace(term, field=replace(term.field, description=words if is_words else "")))

    def _heading(self, text: str, level: int, line: int) -> None:
        is_title = level == 1 and not self._had_heading and len(text.split()) > 2
        self._had_heading = True
        said = None if is_title else read_heading(text)
        if said is None and level == _BOLD_LEVEL:
            return
        if not self.owner and level < _BOLD_LEVEL:
            self.notes.headings.append((line, level))
        while len(self._sections) > 1 and self._sections[-1][0] >= level:
            self._sections.pop()
        self._sections.append((level, below(self.section, said)))
        self._had_sample = self._had_sample and level == _BOLD_LEVEL
        self._before = text
        self._items, self._loose = [], None
        self._status(said, line)
        self.notes.state(said_in(text, line))

    def _status(self, said: Section | None, line: int) -> None:
        if said and is_number(said.status):
            source = SourceKind.table
            self.notes.add([about(Side.response, Attribute.exists, True, line=line, source=source, status=said.status)])

    def _sentence(self, block: Block) -> None:
        self._before = block.text
        if said := said_in(block.text, block.line):
            self.notes.state(said)
            return
        text = without_links(block.text)
        if version := published_version(text):
            self.notes.publish(version, block.line, SourceKind.prose)
        self._say(text, block.line)

    def _sentences_of(self, table: Block) -> None:
        """Read the statuses that cells name in sentences."""
        for line, row in enumerate(table.rows[1:], table.line + 2):
            self._say(". ".join(without_links(cell) for cell in row if " " in cell), line)

    def _say(self, text: str, line: int) -> None:
        owner = self.owner.path if self.owner else ()
        if text:
            self.notes.sentences.append(Sentence(text=text, line=line, section=self._owned(), owner=owner))

    def _rows(self, rows: Sequence[Row | StatusRow]) -> None:
        """Note the fields of a table."""
        self._items, self._loose = [], None
        for row in rows:
            if isinstance(row, StatusRow):
                self._status_row(row)
            else:
                self._row(row)
        self._items, self._loose = [], None

    def _row(self, row: Row) -> None:
        """Note one field, inside of the last one that has less indent, of the field around it, or of the section."""
        while self._items and self._items[-1][0] >= row.indent:
            self._items.pop()
        owner = self._items[-1][1] if self._items else self.owner or self._message(row)
        at = owner._replace(path=self.place(row.name.tokens(owner.path[0]), owner))
        self._items.append((row.indent, at))
        if at.path[0] != UNKNOWN:
            self.field(row.field, at)
            return
        if self._loose is None:
            self._loose = Loose(section=self.section)
            self.notes.loose.append(self._loose)
        self._loose.facts += self._facts(row.field, at)

    def _message(self, row: Row) -> Owner:
        """Say what a field that is inside of no other is inside of."""
        section = self.section
        location = row.location or section.location or UNKNOWN
        if section.side is Side.response:
            return Owner(Side.response, self.status(section), (location,))
        return Owner(Side.request, "", (location,))

    def _status_row(self, row: StatusRow) -> None:
        status = row.status or (self.section.status if self.section.side is Side.response else "") or ERROR
        fact = about(Side.response, Attribute.exists, True, line=row.line, source=SourceKind.table, status=status)
        if is_number(status):
            self.notes.add([fact])
        if row.code:
            self.notes.add([replace(fact, attribute=Attribute.code, value=row.code)])


def is_list(type: str) -> bool:
    """Whether a type as written is that of an array."""
    typed = read_type(type) if type else None
    return typed is not None and "array" in typed.types
