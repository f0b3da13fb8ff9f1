"""Read a lock, which may have been edited by hand or merged badly.

In: the file.  Out: a `Lock`.
Never: answers a malformed file with anything but SpecError; takes facts that are not those of their fingerprint.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from handbill_generator.diagnostics import SpecError
from handbill_generator.docs.locking.pages import Lock, LockedPage, fingerprint_of
from handbill_generator.docs.locking.writing import FORMAT, MOST_ADDRESS, MOST_DEPTH, flaw_of, row_of
from handbill_generator.docs.model import (
    MAX_TOKEN,
    Attribute,
    Confidence,
    Fact,
    Format,
    Link,
    Side,
    SourceKind,
    Value,
    path_of,
    sorted_facts,
)
from handbill_generator.load import JSON, STANDARD, Document, Tokens, load_bytes, pointer_of
from handbill_generator.load.source import shown

_KEYS = (
    "url",
    "file",
    "format",
    "extractor",
    "operation",
    "checked",
    "etag",
    "last_modified",
    "fingerprint",
    "facts",
    "links",
)
_RELS = ("openapi", "page", "index")
_CONFLICT = (b"<<<<<<< ", b"=======", b">>>>>>> ", b"||||||| ")
_AGAIN = "run handbill docs lock again"
_RESOLVE = "take one side of the merge as it is, then run handbill docs lock"

_KINDS: Mapping[type, str] = {dict: "a mapping", list: "a list", str: "text", bool: "a boolean", type(None): "null"}

_Word = TypeVar("_Word", bound=StrEnum)


def read_lock(path: Path, *, name: str) -> Lock:
    """Read the lock at *path*, which messages call *name*.

    Raises SpecError with the place for a file that cannot be read, is in the middle of a merge, was written by a newer
    Handbill, or is not of the shape that `dump_lock` gives it.
    """
    root = _Part(document := _document(path, name), (), document.tree)
    version = root.member("format").number()
    if version > FORMAT:
        message = f"the lock has format {version}, and this Handbill reads {FORMAT}"
        raise root.member("format").refused(message, "update handbill")
    if version < FORMAT:
        raise root.member("format").refused(f"there is no format {version} of locks", f"write {FORMAT}, or {_AGAIN}")
    root.only("format", "pages")
    return Lock(pages={name: _page(name, part) for name, part in root.member("pages").members()})


def _document(path: Path, name: str) -> Document:
    try:
        with path.open("rb") as file:
            content = file.read(STANDARD.bytes + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        raise SpecError(f'"{name}" cannot be read: {(reason or str(error)).lower()}', hint=_AGAIN) from error
    try:
        # A lock is JSON whatever the file is called.
        return load_bytes(content, path=Path("/docs.lock.json"), name=name)
    except SpecError as error:
        error.hint = _RESOLVE if any(line.startswith(_CONFLICT) for line in content.splitlines()) else _AGAIN
        if error.hint == _RESOLVE:
            error.message = "the lock is in the middle of a merge"
        raise


def _page(name: str, part: _Part) -> LockedPage:
    if not name.strip() or len(name) > MAX_TOKEN or not name.isprintable():
        raise part.refused(f'"{shown(name)}" is no name of a page', _AGAIN)
    part.only(*_KEYS)
    facts = tuple(_fact(row) for row in part.member("facts").items())
    page = LockedPage(
        name=name,
        url=_url(part.member("url")),
        file=part.member("file").line(),
        format=part.member("format").word(Format),
        extractor=part.member("extractor").number(),
        operation=part.member("operation").token(),
        checked=part.member("checked").day(),
        etag=part.member("etag").line(),
        last_modified=part.member("last_modified").line(),
        fingerprint=part.member("fingerprint").token(),
        facts=sorted_facts(facts),
        links=tuple(_link(row) for row in part.member("links").items()),
    )
    if page.fingerprint != fingerprint_of(facts):
        message = "the facts are not those that the fingerprint was made of: somebody edited or merged the file"
        raise part.member("fingerprint").refused(message, _AGAIN)
    return page


def _fact(row: _Part) -> Fact:
    operation, side, status, path, attribute, value, source, confidence = row.row(8)
    fact = Fact(
        operation=operation.token(),
        side=side.word(Side),
        status=status.token(),
        path=path_of(path.text()),
        attribute=attribute.word(Attribute),
        value=value.value_of_fact(),
        source=source.word(SourceKind),
        confidence=confidence.word(Confidence),
    )
    if len(fact.path) > MOST_DEPTH:
        raise path.refused(f"the path has more than {MOST_DEPTH} names", _AGAIN)
    for token in fact.path:
        path.checked(token)
    if row_of(fact) != row.value:
        raise path.refused(f'"{shown(path.text())}" is no path', _AGAIN)
    return fact


def _link(row: _Part) -> Link:
    rel, url = row.row(2)
    if rel.value not in _RELS:
        raise rel.refused("the first of a link is no rel", f"write one of {', '.join(_RELS)}, or {_AGAIN}")
    return Link(rel=str(rel.value), url=url.line())


def _url(part: _Part) -> str:
    url = part.line()
    # Somebody may fetch it: nothing but what a page is published at.
    if url and not url.startswith(("https://", "http://")):
        raise part.refused("the url is no address of a page", "begin it with https://, or leave it empty")
    return url


@dataclass(frozen=True, slots=True)
class _Part:
    """A value of the lock and where it stands."""

    document: Document
    tokens: Tokens
    value: JSON

    def member(self, name: str) -> _Part:
        members = self._mapping()
        if name not in members:
            raise self.refused(f"there is no {name}", _AGAIN)
        return _Part(self.document, (*self.tokens, name), members[name])

    def members(self) -> Iterator[tuple[str, _Part]]:
        return ((name, self.member(name)) for name in self._mapping())

    def items(self) -> tuple[_Part, ...]:
        if not isinstance(self.value, list):
            raise self._wrong("a list")
        return tuple(_Part(self.document, (*self.tokens, str(index)), item) for index, item in enumerate(self.value))

    def row(self, length: int) -> tuple[_Part, ...]:
        items = self.items()
        if len(items) != length:
            raise self.refused(f"the row has {len(items)} values instead of {length}", _AGAIN)
        return items

    def text(self) -> str:
        if not isinstance(self.value, str):
            raise self._wrong("text")
        return self.value

    def line(self) -> str:
        """Give the address of something, or a header of HTTP."""
        if len(self.text()) > MOST_ADDRESS or not self.text().isprintable():
            raise self.refused(f"the text is no single line of at most {MOST_ADDRESS} characters", _AGAIN)
        return self.text()

    def token(self) -> str:
        self.checked(self.text())
        return self.text()

    def word(self, words: type[_Word]) -> _Word:
        if self.text() not in list(words):
            hint = f"write one of {', '.join(words)}, or {_AGAIN}"
            raise self.refused(f'"{shown(self.text())}" is not known here', hint)
        return words(self.text())

    def number(self) -> int:
        if not isinstance(self.value, int) or isinstance(self.value, bool) or self.value < 1:
            raise self._wrong("a number from 1 on")
        return self.value

    def day(self) -> date:
        try:
            day = date.fromisoformat(self.text())
        except ValueError:
            day = None
        if day is None or day.isoformat() != self.text():
            raise self.refused(f'"{shown(self.text())}" is no day', "write it as YYYY-MM-DD")
        return day

    def value_of_fact(self) -> Value:
        if not isinstance(self.value, str | int | float):
            raise self._wrong("text, a number, true or false")
        self.checked(self.value)
        return self.value

    def checked(self, value: Value) -> None:
        if flaw := flaw_of(value):
            raise self.refused(f'"{shown(str(value)) if isinstance(value, str) else "the number"}" {flaw}', _AGAIN)

    def only(self, *names: str) -> None:
        for name in self._mapping():
            if name not in names:
                hint = f"remove it; there are {', '.join(names)}"
                raise self.member(name).refused(f'the key "{shown(name)}" is not known here', hint)

    def refused(self, message: str, hint: str) -> SpecError:
        pointer = pointer_of(self.tokens)
        return SpecError(message, position=self.document.position(pointer), pointer=pointer, hint=hint)

    def _mapping(self) -> Mapping[str, JSON]:
        if not isinstance(self.value, dict):
            raise self._wrong("a mapping")
        return self.value

    def _wrong(self, wanted: str) -> SpecError:
        kind = _KINDS.get(type(self.value), "a number")
        return self.refused(f"{kind} stands where {wanted} must be", _AGAIN)
