"""Read a page of running text: statuses and error codes, verbs and paths, what is left of its examples.

In: the text of a page that no other reader is for.  Out: a `Page`; an operation is empty where no path is said.
Never: takes a page for complete; what it does not list may still be there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from handbill_generator.docs.model import (
    SUCCESS,
    Attribute,
    Confidence,
    Fact,
    Format,
    Link,
    Page,
    Side,
    SourceKind,
    sorted_facts,
)
from handbill_generator.docs.pages import fields
from handbill_generator.docs.pages.flattened_address import Address, best_sample, completed
from handbill_generator.docs.pages.flattened_examples import envelope
from handbill_generator.docs.pages.flattened_pieces import Piece, Sort, links, pieces
from handbill_generator.docs.pages.flattened_requests import Request, of_address, requests, shown_by
from handbill_generator.docs.pages.flattened_statuses import references, said_of_statuses
from handbill_generator.docs.pages.prose_fields import listed
from handbill_generator.docs.pages.prose_operations import Chapter, chapters
from handbill_generator.docs.pages.prose_outlines import Outline, outlines
from handbill_generator.docs.pages.prose_sentences import described_elsewhere, published, sentences
from handbill_generator.docs.words.examples import facts_of
from handbill_generator.docs.words.rules import read_rules
from handbill_generator.docs.words.statuses import read_statuses
from handbill_generator.load import JSON

_RECEIVED = re.compile(r"\b(?:response|responses|responds?|returns?|returned|reply|replies|answers?)\b", re.IGNORECASE)
_SENT = re.compile(r"\b(?:request|requests|body|payload|post data|send|sends|submit)\b", re.IGNORECASE)
_WITH_BODY = frozenset({"POST", "PUT", "PATCH"})


def read(text: str, *, name: str, url: str = "") -> Page:
    """Read the page; *name* is what messages call it, *url* is where it came from."""
    found = pieces(text)
    facts = [fact for chapter in chapters(found) for fact in _of_chapter(chapter)]
    addresses = {link.url: link for link in links(found)}
    for fact in facts:
        if fact.attribute is Attribute.published and "://" in str(fact.value):
            address = str(fact.value)
            addresses[address] = Link(rel="openapi", url=address, line=fact.line)
    return Page(name=name, format=Format.prose, facts=sorted_facts(facts), links=tuple(addresses.values()))


def _of_chapter(chapter: Chapter) -> Iterator[Fact]:
    sent = requests(chapter.pieces)
    address = chapter.address
    if len({(request.sample.method, request.sample.url) for request in sent if request.sample.url}) < 2 or address.path:
        address = completed(address, best_sample(request.sample for request in sent))
        facts = list(shown_by(sent))
    else:
        facts = [fact for request in sent for fact in _of_one(request)]
    facts.extend(of_address(address))
    facts.extend(_exampled(chapter, address.method))
    for field in listed(chapter.pieces):
        facts.extend(fields.facts_of(field.field, side=field.side, status=field.status, path=field.path))
    facts.extend(_said(chapter, facts))
    yield from (replace(fact, operation=fact.operation or address.operation) for fact in facts)


def _of_one(request: Request) -> Iterator[Fact]:
    """Give what one of several samples shows, each of its own operation."""
    address = completed(Address(), request.sample)
    for fact in (*of_address(address), *shown_by((request,))):
        yield replace(fact, operation=address.operation)


def _exampled(chapter: Chapter, method: str) -> Iterator[Fact]:
    """Give what examples show, whole and broken ones."""
    found = chapter.pieces
    start = 0
    for at, piece in enumerate(found):
        if piece.sort is Sort.json:
            yield from _of_json(piece, found[start:at], method)
            start = at + 1
    start = 0
    for example in outlines(found):
        side = _side(found[start : example.start]) or (Side.request if method in _WITH_BODY else Side.response)
        yield from _of_outline(example, side)
        start = example.end


def _of_json(piece: Piece, above: Sequence[Piece], method: str) -> Iterator[Fact]:
    side = _side(above) or _side_of(piece.value, method)
    if side is None:
        return
    said = read_statuses(above[-1].text) if above and above[-1].sort is Sort.text else ()
    status = said[0].status if len(said) == 1 else envelope(piece.value)
    yield from facts_of(
        piece.value,
        side=side,
        status=status if side is Side.response else "",
        path=("body",),
        line=piece.line,
        source=SourceKind.example,
    )


def _side(above: Sequence[Piece]) -> Side | None:
    """Give the side of an example by the nearest line above it that has a word for one, and none for the other."""
    for piece in reversed(above[-30:]):
        is_received, is_sent = bool(_RECEIVED.search(piece.text)), bool(_SENT.search(piece.text))
        if piece.sort is Sort.text and is_received != is_sent:
            return Side.response if is_received else Side.request
    return None


def _side_of(value: JSON, method: str) -> Side | None:
    """Give the side of an example that no words are above: by its envelope, else where only one side has bodies."""
    is_envelope = isinstance(value, dict) and ("success" in value or "error" in value)
    return Side.response if is_envelope or (method and method not in _WITH_BODY) else None


def _of_outline(example: Outline, side: Side) -> Iterator[Fact]:
    status = SUCCESS if side is Side.response else ""
    if example.value is not None:
        yield from facts_of(
            example.value, side=side, status=status, path=("body",), line=example.line, source=SourceKind.example
        )
        return
    broken = Fact(
        side=side,
        status=status,
        path=("body",),
        attribute=Attribute.example_broken,
        value=True,
        source=SourceKind.example,
        confidence=Confidence.shown,
        line=example.line,
    )
    yield broken
    for path in example.paths:
        yield replace(broken, path=("body", *path), attribute=Attribute.exists)


def _said(chapter: Chapter, facts: Sequence[Fact]) -> Iterator[Fact]:
    """Give what sentences say."""
    sent = [fact.path for fact in facts if fact.side is Side.request and len(fact.path) > 1]
    named = references(sent)
    for sentence in sentences(chapter.pieces):
        yield from said_of_statuses(sentence.text, sentence.line, named)
        if document := published(sentence):
            yield document
        for owner, attribute, value in read_rules(sentence.text, named):
            if attribute is not Attribute.exists:
                yield Fact(
                    side=Side.request,
                    path=named.get(owner, ("body",)),
                    attribute=attribute,
                    value=value,
                    source=SourceKind.prose,
                    confidence=Confidence.inferred,
                    line=sentence.line,
                )
    yield from described_elsewhere(chapter.pieces, facts)
