"""What a contract rests on: the docs.yaml beside it.

In: the file.  Out: an `Evidence`: sources, what each of them documents, and rulings, each with its place.
Never: looks at the contract, fetches a source, answers a malformed file with anything but SpecError.

    sources:
      page-2026-03:                            # a name in kebab-case
        url: https://docs.example.org/things   # or `file:`, the name of a saved page
        date: 2026-03-28                       # of the edition or the capture; a month or a year will do
        covers: The page on things, read whole.
        operation: GET /things                 # optional: what the page documents, where it does not say so itself
    evidence:                                  # holder -> source -> members that this source documents
      /paths/~1things/get:                     # an operation: its parameters and statuses
        page-2026-03: [limit, "200"]
      /components/schemas/Thing:               # a schema, wherever it stands: properties, enum values, const
        page-2026-03: [id]
    rulings:                                   # where sources disagree, or none says what the contract says
      - at: /components/schemas/Thing          # a JSON pointer into the contract
        members: [name]                        # optional: what needs no evidence, because it is decided here
        says: {page-2026-03: the name is `title`}
        settles: [property-missing title]      # optional: ids of findings of `handbill docs`, each with a path or name
        chosen: The name is `name`.
        why: The example of the page has it.

What is left out is empty, so that `handbill lint` can list it; what has the wrong type is refused.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from .diagnostics import Position, SpecError
from .load import JSON, Document, Tokens, load, pointer_of, tokens_of
from .load.source import shown

FILE = "docs.yaml"
"""What the file is called."""

_SHAPES = {
    "a mapping": "write a name, a colon and a value",
    "a list": "write items between brackets, or each behind a dash",
    "text": "write one sentence or one word",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Something that documents the interface."""

    name: str
    url: str
    file: str
    """Of *url* and *file* one is enough; what is not given is empty."""
    date: str
    covers: str
    operation: str
    """Method and path of what it documents, empty where the page says so itself."""
    tokens: Tokens
    """Where it stands in docs.yaml."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """That *source* documents *members* of *holder*; a source that only shows that there is a holder has none."""

    holder: str
    """A JSON pointer into the contract, as it is written; `target_of` reads it."""
    source: str
    members: tuple[str, ...]
    tokens: Tokens
    """Where it stands in docs.yaml; the member of index 2 stands at `(*tokens, "2")`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What was decided where the sources left it open."""

    at: str
    """A JSON pointer into the contract, as it is written."""
    members: tuple[str, ...]
    says: Mapping[str, str]
    """What each source states."""
    settles: tuple[str, ...]
    """Ids of findings of `handbill docs` that are decided here, each with a path or a name behind a blank, or none."""
    chosen: str
    why: str
    tokens: Tokens
    """Where it stands in docs.yaml."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One docs.yaml."""

    document: Document = field(repr=False)
    sources: Mapping[str, Source]
    entries: tuple[Entry, ...]
    rulings: tuple[Ruling, ...]

    def position(self, tokens: Tokens) -> Position:
        """Give the place of what stands at *tokens* of docs.yaml."""
        return self.document.position(pointer_of(tokens))


def beside(spec: Path, shown_as: str) -> Evidence | None:
    """Read the docs.yaml in the folder of *spec*, which messages call *shown_as*; None where there is none.

    Raises SpecError where it cannot be read, or is not of the shape above.
    """
    file = spec.with_name(FILE)
    if not file.exists():
        return None
    try:
        return read_evidence(load(file, name=PurePath(shown_as).with_name(FILE).as_posix()))
    except SpecError as error:
        if "openapi" in error.hint.lower():  # what is missing here is no OpenAPI document
            error.hint = "begin with sources:, evidence: and rulings:"
        raise


def read_evidence(document: Document) -> Evidence:
    """Read *document*; raises SpecError where it is not of the shape above."""
    root = _Part(document, (), document.tree)
    root.only("sources", "evidence", "rulings")
    return Evidence(
        document=document,
        sources={name: _source(name, part) for name, part in root.part("sources").members()},
        entries=tuple(_entries(root.part("evidence"))),
        rulings=tuple(_ruling(part) for part in root.part("rulings").items()),
    )


def target_of(pointer: str) -> Tokens | None:
    """Give the tokens of a *pointer* of docs.yaml, None where it is none.

    >>> target_of("/paths/~1a%20b"), target_of("#/paths/~1a%20b"), target_of("paths")
    (('paths', '/a%20b'), ('paths', '/a b'), None)
    """
    try:
        # Only in a fragment of a URI a percent sign escapes something (RFC 6901, section 6).
        return tokens_of(pointer if pointer.startswith("#") else pointer.replace("%", "%25"))
    except ValueError:
        return None


def written(tokens: Tokens) -> str:
    """Give *tokens* as a pointer of docs.yaml, which `target_of` reads back.

    >>> written(("paths", "/a%2F", "get"))
    '/paths/~1a%2F/get'
    """
    return "".join(f"/{token.replace('~', '~0').replace('/', '~1')}" for token in tokens)


def text_of(value: JSON) -> str:
    """Give the name of a member: a status or an enum value may be no string.

    >>> text_of("draft"), text_of(200), text_of(None)
    ('draft', '200', 'null')
    """
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _source(name: str, part: _Part) -> Source:
    part.only("url", "file", "date", "covers", "operation")
    return Source(
        name=name,
        url=part.part("url").text(),
        file=part.part("file").text(),
        date=part.part("date").text(),
        covers=part.part("covers").text(),
        operation=part.part("operation").text(),
        tokens=part.tokens,
    )


def _entries(evidence: _Part) -> Iterator[Entry]:
    for holder, sources in evidence.members():
        for source, members in sources.members():
            yield Entry(holder=holder, source=source, members=members.texts(), tokens=members.tokens)


def _ruling(part: _Part) -> Ruling:
    part.only("at", "members", "says", "settles", "chosen", "why")
    return Ruling(
        at=part.part("at").text(),
        members=part.part("members").texts(),
        says={source: said.text() for source, said in part.part("says").members()},
        settles=part.part("settles").texts(),
        chosen=part.part("chosen").text(),
        why=part.part("why").text(),
        tokens=part.tokens,
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """A value of docs.yaml and where it stands; what is left out is null."""

    document: Document
    tokens: Tokens
    value: JSON

    def part(self, name: str) -> _Part:
        return _Part(self.document, (*self.tokens, name), self._mapping().get(name))

    def members(self) -> list[tuple[str, _Part]]:
        return [(name, self.part(name)) for name in self._mapping()]

    def items(self) -> list[_Part]:
        if not isinstance(self.value, list | None):
            raise self._error("a list")
        return [_Part(self.document, (*self.tokens, str(index)), item) for index, item in enumerate(self.value or ())]

    def text(self) -> str:
        if isinstance(self.value, dict | list):
            raise self._error("text")
        return "" if self.value is None else text_of(self.value).strip()

    def texts(self) -> tuple[str, ...]:
        """Give the scalars of a list; unlike a text that is left out, `null` is the name of a member there."""
        for item in self.items():
            item.text()
        return tuple(text_of(item.value) for item in self.items())

    def only(self, *names: str) -> None:
        for name in self._mapping():
            if name not in names:
                message = f'the key "{shown(name)}" is not known here'
                raise self.part(name)._refused(message, f"write one of {', '.join(names)}")

    def _mapping(self) -> dict[str, JSON]:
        if not isinstance(self.value, dict | None):
            raise self._error("a mapping")
        return self.value or {}

    def _error(self, wanted: str) -> SpecError:
        kind = "a mapping" if isinstance(self.value, dict) else "a list" if isinstance(self.value, list) else "text"
        return self._refused(f"{kind} stands where {wanted} must be", _SHAPES[wanted])

    def _refused(self, message: str, hint: str) -> SpecError:
        pointer = pointer_of(self.tokens)
        return SpecError(message, position=self.document.position(pointer), pointer=pointer, hint=hint)
