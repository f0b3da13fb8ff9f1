"""Read the text of a rendered reference: name, type and `required` of a field on lines of their own.

In: the text of a page, such as a browser copies it from a Mintlify site in any of its languages.  Out: a `Page`.
Never: takes a field for optional because nothing says that it is required; keeps a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from handbill_generator.docs.model import (
    SUCCESS,
    Attribute,
    Confidence,
    Fact,
    Format,
    Page,
    Path,
    Side,
    SourceKind,
    sorted_facts,
)
from handbill_generator.docs.pages import flattened_triples
from handbill_generator.docs.pages.flattened_address import best_sample, completed, declared
from handbill_generator.docs.pages.flattened_examples import examples
from handbill_generator.docs.pages.flattened_fields import Triple, triples
from handbill_generator.docs.pages.flattened_pieces import Piece, Sort, links, pieces
from handbill_generator.docs.pages.flattened_requests import of_address, requests, shown_by
from handbill_generator.docs.pages.flattened_sections import Section, sections, status_of
from handbill_generator.docs.pages.flattened_statuses import exists, references, said_of_statuses
from handbill_generator.docs.words.examples import facts_of
from handbill_generator.docs.words.rules import read_rules
from handbill_generator.docs.words.statuses import read_statuses


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A section with its fields, and the pieces that describe none."""

    section: Section
    fields: list[Triple]
    rest: list[Piece]


def read(text: str, *, name: str, url: str = "") -> Page:
    """Read the page; *name* is what messages call it, *url* is where it came from."""
    found = pieces(text)
    sent = requests(found)
    address = completed(declared(found), best_sample(request.sample for request in sent))
    parts = [_part(section) for section in sections(found)]
    success = _success(parts)
    facts = [*of_address(address), *shown_by(sent), *_shown(found, parts, success)]
    facts.extend(_listed(parts, facts, success))
    facts.extend(_said(parts, facts))
    facts = [replace(fact, operation=address.operation) for fact in facts]
    return Page(name=name, format=Format.text, facts=sorted_facts(facts), links=links(found))


def _part(section: Section) -> _Part:
    fields, rest = triples(section.pieces)
    return _Part(section=section, fields=fields, rest=rest)


def _success(parts: Sequence[_Part]) -> str:
    """Give the one status of what succeeds that the page has, else `SUCCESS`."""
    found: set[str] = set()
    for part in parts:
        found.update(status_of(piece) for piece in part.section.statuses)
        if part.section.side is not Side.request:
            texts = (piece.text for piece in part.rest if piece.sort is Sort.text)
            found.update(said.status for text in texts for said in read_statuses(text))
    numbers = [status for status in found if status.startswith("2") and status.isdigit()]
    return numbers[0] if len(numbers) == 1 else SUCCESS


def _shown(found: Sequence[Piece], parts: Sequence[_Part], success: str) -> Iterator[Fact]:
    """Give what the examples of answers show."""
    responses = [part for part in parts if part.section.side is Side.response]
    for example in examples(
        found,
        taken={piece.line for part in parts for field in part.fields for piece in field.examples},
        error_names={field.name for part in responses if part.section.status != SUCCESS for field in part.fields},
        success_names={field.name for part in responses if part.section.status == SUCCESS for field in part.fields},
    ):
        if example.status.isdigit():
            stated = exists(example.status, line=example.line, source=SourceKind.example, confidence=Confidence.shown)
            yield stated
        yield from facts_of(
            example.value,
            side=Side.response,
            status=success if example.status == SUCCESS else example.status,
            path=("body",),
            line=example.line,
            source=SourceKind.example,
        )


def _listed(parts: Sequence[_Part], shown: Sequence[Fact], success: str) -> Iterator[Fact]:
    """Give what sections list: fields, statuses, media types, credentials."""
    paths = {side: {fact.path for fact in shown if fact.side is side} for side in Side}
    for part in parts:
        section = part.section
        status = success if section.status == SUCCESS else section.status
        for piece in section.statuses:
            yield exists(status_of(piece), line=piece.line, source=SourceKind.flattened, confidence=Confidence.stated)
        if section.location == "authorization":
            yield from (_security(field) for field in part.fields)
        elif section.location:
            side = section.side
            yield from (_media_type(piece, side, status) for piece in section.media_types)
            for field in flattened_triples.placed(part.fields, section.location, paths[side]):
                yield from flattened_triples.facts(field, side=side, status=status)


def _security(field: Triple) -> Fact:
    return Fact(
        side=Side.neither,
        attribute=Attribute.security,
        value=flattened_triples.credentials(field),
        source=SourceKind.flattened,
        confidence=Confidence.stated,
        line=field.line,
    )


def _media_type(piece: Piece, side: Side, status: str) -> Fact:
    return Fact(
        side=side,
        status=status,
        path=("body",),
        attribute=Attribute.media_type,
        value=piece.text,
        source=SourceKind.flattened,
        confidence=Confidence.stated,
        line=piece.line,
    )


def _said(parts: Sequence[_Part], facts: Sequence[Fact]) -> Iterator[Fact]:
    """Give what sentences say of answers, and of the body as a whole."""
    named = references(fact.path for fact in facts if fact.side is Side.request and len(fact.path) > 1)
    for part in parts:
        described = (piece for field in part.fields for piece in field.words)
        for piece in (*part.rest, *described):
            if piece.sort is Sort.text:
                yield from said_of_statuses(piece.text, piece.line, named)
        if part.section.side is not Side.response:
            for piece in part.rest:
                yield from _rules(piece, named)


def _rules(piece: Piece, named: Mapping[str, Path]) -> Iterator[Fact]:
    """Read rules about the body; that a sentence names a field says nothing where fields are listed."""
    for owner, attribute, value in read_rules(piece.text, named):
        if attribute is not Attribute.exists:
            yield Fact(
                side=Side.request,
                path=named.get(owner, ("body",)),
                attribute=attribute,
                value=value,
                source=SourceKind.prose,
                confidence=Confidence.inferred,
                line=piece.line,
            )
