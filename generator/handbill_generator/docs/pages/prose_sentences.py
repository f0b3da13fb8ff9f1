"""Say what sentences of a page tell of documents elsewhere: a published OpenAPI document, another page.

In: pieces, and the paths that the page has names for.  Out: facts.
Never: takes a heading for a field unless an example or a list of the page has that name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from handbill_generator.docs.model import MAX_TOKEN, Attribute, Confidence, Fact, Path, Side, SourceKind, Value
from handbill_generator.docs.pages.flattened_pieces import Piece, Sort
from handbill_generator.docs.pages.flattened_triples import is_elsewhere

_PUBLISHED = re.compile(r"\b(?:openapi|swagger)\b", re.IGNORECASE)
_DOCUMENT = re.compile(r"\b(?:schema|spec|specification|document|definition|description|file|format)\b", re.IGNORECASE)
_OFFERED = re.compile(
    r"\b(?:available|download|downloaded|published|find|found|get|provide|provided|provides|view|see|browse)\b",
    re.IGNORECASE,
)
_VERSION = re.compile(r"\b(?:openapi|swagger)(?: (?:specification|spec|schema))? v?(\d\.\d(?:\.\d)?)\b", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s<>\"'`)\]]{1,190}")
_BLOCK_WORDS = frozenset("the a an block object parameter parameters field fields section".split())


@dataclass(slots=True, kw_only=True)
class Sentence:
    """Lines of text that belong together."""

    text: str
    line: int


def sentences(pieces: Iterable[Piece]) -> Iterator[Sentence]:
    """Join lines that go on in the next one: it begins with a small letter, and they do not end."""
    last: Sentence | None = None
    for piece in pieces:
        if piece.sort is not Sort.text:
            continue
        goes_on = piece.text[:1].islower() and last is not None and last.text[-1:] not in ".!?:"
        if last is not None and goes_on and len(last.text) < 5_000:
            last.text += f" {piece.text}"
            continue
        if last is not None:
            yield last
        last = Sentence(text=piece.text, line=piece.line)
    if last is not None:
        yield last


def _fact(side: Side, path: Path, attribute: Attribute, value: Value, line: int, status: str = "") -> Fact:
    return Fact(
        side=side,
        status=status,
        path=path,
        attribute=attribute,
        value=value,
        source=SourceKind.prose,
        confidence=Confidence.inferred,
        line=line,
    )


def published(sentence: Sentence) -> Fact | None:
    """Give the fact that an OpenAPI document is published: its address, else its version, else `openapi`."""
    text = sentence.text[:5_000]
    if not all(pattern.search(text) for pattern in (_PUBLISHED, _DOCUMENT, _OFFERED)):
        return None
    address, version = _ADDRESS.search(text), _VERSION.search(text)
    value = address.group().rstrip(".,;:!?") if address else version.group(1) if version else "openapi"
    return _fact(Side.neither, (), Attribute.published, value[:MAX_TOKEN], sentence.line)


def described_elsewhere(pieces: Sequence[Piece], known: Iterable[Fact]) -> Iterator[Fact]:
    """Give the blocks that another page describes: the heading above such a sentence names one of those in *known*."""
    outermost: dict[str, Fact] = {}
    for fact in sorted(known, key=lambda fact: (len(fact.path), fact.path)):
        if len(fact.path) > 1:
            outermost.setdefault(fact.path[-1].casefold(), fact)
    heading = ""
    for piece in pieces:
        if piece.sort is not Sort.text:
            continue
        if not is_elsewhere(piece.text):
            heading = piece.text
            continue
        words = [word for word in heading[:80].casefold().strip("#*: `").split() if word not in _BLOCK_WORDS]
        found = outermost.get("_".join(words)) or outermost.get("".join(words))
        if found:
            address = _ADDRESS.search(piece.text)
            value = address.group() if address else "elsewhere"
            yield _fact(found.side, found.path, Attribute.refers, value, piece.line, found.status)
