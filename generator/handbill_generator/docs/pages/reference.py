"""Read the text of a rendered reference that has lost the names of its fields, such as one of Scalar.

In: the text of a page: code samples, JSON examples, descriptions without names, values of lists run together.
Out: a `Page` of what can still be known, and of how much cannot.
Never: guesses a name, or where a run of values is to be cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from http import HTTPStatus

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
    Value,
    sorted_facts,
)
from handbill_generator.docs.pages.flattened_address import Address, best_sample, completed, declared, template_in
from handbill_generator.docs.pages.flattened_examples import Example, examples
from handbill_generator.docs.pages.flattened_pieces import Piece, Sort, links, pieces
from handbill_generator.docs.pages.flattened_requests import Request, of_address, requests, shown_by
from handbill_generator.docs.pages.flattened_statuses import exists, references, said_of_statuses
from handbill_generator.docs.pages.reference_paragraphs import Paragraph, texts
from handbill_generator.docs.pages.reference_runs import untangled
from handbill_generator.docs.words.examples import echoes, facts_of
from handbill_generator.docs.words.rules import read_rules
from handbill_generator.docs.words.wording import read_description

_NAME = re.compile(r"\b(?:[a-z]{2,40}(?:[A-Z][a-z0-9]{1,40}){1,8}|[a-z]{2,40}(?:_[a-z0-9]{1,40}){1,8})\b")
_OF_ANSWERS = re.compile(r"\b(?:returns?|returned|responses?)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.!?]) ")


def read(text: str, *, name: str, url: str = "") -> Page:
    """Read the page; *name* is what messages call it, *url* is where it came from."""
    found = pieces(text)
    sent = requests(found)
    address = _address(found, sent)
    answers = examples(found, taken=(), error_names=(), success_names=())
    facts = [*of_address(address), *shown_by(sent)]
    for answer in answers:
        facts.extend(_of_answer(answer))
        facts.extend(_not_echoed(answer, sent))
    facts.extend(_said(found, facts, answers))
    facts = [replace(fact, operation=address.operation) for fact in facts]
    return Page(name=name, format=Format.reference, facts=sorted_facts(facts), links=links(found))


def _address(found: Sequence[Piece], sent: Sequence[Request]) -> Address:
    """Give the address of the best sample, with variables where the text has them."""
    sample = best_sample(request.sample for request in sent)
    if sample is None:
        return declared(found)
    lines = (piece for piece in found if piece.sort is Sort.text and "{" in piece.text)
    for piece in lines:
        template = template_in(piece.text, sample.url)
        if template:
            return completed(Address(path=template, line=piece.line), sample)
    return completed(declared(found), sample)


def _of_answer(answer: Example) -> Iterator[Fact]:
    yield from facts_of(
        answer.value,
        side=Side.response,
        status=answer.status,
        path=("body",),
        line=answer.line,
        source=SourceKind.example,
    )


def _not_echoed(answer: Example, sent: Iterable[Request]) -> Iterator[Fact]:
    """Give what an answer to a request has otherwise than the request."""
    bodies = [request.body for request in sent if request.body is not None]
    if answer.status != SUCCESS or not bodies:
        return
    for path in echoes(bodies[0], answer.value):
        yield Fact(
            side=Side.request,
            path=("body", *path),
            attribute=Attribute.echoed,
            value=False,
            source=SourceKind.example,
            confidence=Confidence.shown,
            line=answer.line,
        )


def _said(found: Sequence[Piece], facts: Sequence[Fact], answers: Sequence[Example]) -> Iterator[Fact]:
    """Give what the text says."""
    names = {token for fact in facts for token in fact.path[1:]}
    text = texts(found, names)
    sent = [fact.path for fact in facts if fact.side is Side.request and len(fact.path) > 1]
    named = references(sent)
    for paragraph in (*text.summary, *text.request, *text.response):
        yield from said_of_statuses(paragraph.text, paragraph.line, named)
    for paragraph in (*text.summary, *text.request):
        yield from _rules(paragraph, sent)
    for paragraph in text.summary:
        yield from _mentioned(paragraph, names)
    yield from _runs(text.request, text.response)
    messages = dict(_messages(answers))
    yield from _listed_statuses(text.response, messages)
    yield from _lost(text.body, Side.request, ())
    yield from _lost(text.response, Side.response, messages)


def _at_body(side: Side, attribute: Attribute, value: Value, line: int, path: Path = ("body",)) -> Fact:
    return Fact(
        side=side,
        status=SUCCESS if side is Side.response else "",
        path=path,
        attribute=attribute,
        value=value,
        source=SourceKind.flattened,
        confidence=Confidence.stated,
        line=line,
    )


def _rules(paragraph: Paragraph, sent: Sequence[Path]) -> Iterator[Fact]:
    paths: dict[str, set[Path]] = {}
    for path in sent:
        paths.setdefault(path[-1], set()).add(path)
    for owner, attribute, value in read_rules(paragraph.text, paths):
        owners = paths.get(owner, set()) if owner else {("body",)}
        if attribute is not Attribute.exists and len(owners) == 1:
            fact = _at_body(Side.request, attribute, value, paragraph.line, next(iter(owners)))
            yield replace(fact, source=SourceKind.prose, confidence=Confidence.inferred)


def _mentioned(paragraph: Paragraph, names: set[str]) -> Iterator[Fact]:
    """Give the names of fields that the summary has and no example: they are sent, unless it speaks of answers."""
    for sentence in _SENTENCE_END.split(paragraph.text):
        if _OF_ANSWERS.search(sentence):
            continue
        for name in _NAME.findall(sentence):
            if name not in names:
                fact = _at_body(Side.request, Attribute.exists, True, paragraph.line, ("body", name))
                yield replace(fact, source=SourceKind.prose, confidence=Confidence.inferred)


def _runs(request: Sequence[Paragraph], response: Sequence[Paragraph]) -> Iterator[Fact]:
    """Give the runs of values of each side, and the values of them that are no longer written."""
    runs = untangled(paragraph.run for paragraph in (*request, *response) if paragraph.run)
    for side, paragraphs in ((Side.request, request), (Side.response, response)):
        for paragraph in paragraphs:
            if paragraph.run is None:
                continue
            known = runs[paragraph.run]
            if known.run:
                yield _at_body(side, Attribute.enum_run, known.run, paragraph.line)
            for attribute, value in known.said:
                yield replace(_at_body(side, attribute, value, paragraph.line), confidence=Confidence.inferred)


def _messages(answers: Iterable[Example]) -> Iterator[tuple[str, tuple[str, str]]]:
    """Give the messages of examples of errors whose code is the name of a status, with status and code."""
    for answer in answers:
        error = answer.value.get("error", answer.value) if isinstance(answer.value, dict) else None
        if not isinstance(error, dict):
            continue
        code, message = error.get("code"), error.get("message")
        if isinstance(code, str) and isinstance(message, str) and code.upper() in HTTPStatus.__members__:
            yield message, (str(HTTPStatus[code.upper()].value), code)


def _listed_statuses(response: Iterable[Paragraph], messages: dict[str, tuple[str, str]]) -> Iterator[Fact]:
    """Give the statuses of the list of answers: its numbers are lost, so an example with the same words must tell."""
    for paragraph in response:
        if paragraph.text in messages:
            status, code = messages[paragraph.text]
            fact = exists(status, line=paragraph.line, source=SourceKind.flattened, confidence=Confidence.inferred)
            yield fact
            yield replace(fact, attribute=Attribute.code, value=code)


def _lost(paragraphs: Iterable[Paragraph], side: Side, messages: Iterable[str]) -> Iterator[Fact]:
    """Count the descriptions without names, and those of them that call their field read-only."""
    described = [paragraph for paragraph in paragraphs if " " in paragraph.text and paragraph.text not in messages]
    read_only = [
        paragraph for paragraph in described if (Attribute.read_only, True) in read_description(paragraph.text)
    ]
    if described:
        yield _at_body(side, Attribute.names_lost, len(described), described[0].line)
    if read_only:
        yield _at_body(side, Attribute.read_only_unnamed, len(read_only), read_only[0].line)
