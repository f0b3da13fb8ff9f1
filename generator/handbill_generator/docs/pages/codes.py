"""Fenced code of a page: OpenAPI blocks, samples of requests, examples of messages.

In: a `Code` and where it stands.  Out: notes.
Never: takes a sample for a proof of more than the names in it; fails over code that cannot be read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from handbill_generator.diagnostics import SpecError
from handbill_generator.docs.model import (
    ERROR,
    SUCCESS,
    Attribute,
    Confidence,
    Fact,
    Path,
    Side,
    SourceKind,
)
from handbill_generator.docs.pages.blocks import Code
from handbill_generator.docs.pages.detecting import is_openapi
from handbill_generator.docs.pages.notes import Body, Notes, about
from handbill_generator.docs.pages.operations import query_names, said_in, statement
from handbill_generator.docs.pages.sections import Section, is_number, read_heading
from handbill_generator.docs.words.examples import facts_of, outline
from handbill_generator.docs.words.samples import ABSENT, Sample, read_sample
from handbill_generator.load import JSON

MAX_DOCUMENTS = 1_000_000
"""The most characters of all OpenAPI documents of one page; they are read with care for each, so each costs `_COST`."""
_COST = 20_000

_NOISE = re.compile(
    r"\b\w{1,40}=\{[^{}]{0,200}\}|\{[\d,\s-]{0,200}\}|\b(?:wrap|lines|expandable|copy|focus|icon=\S{1,80})\b"
)
_TITLE = re.compile(r"\btitle=[\"']([^\"']{0,200})[\"']")
_JSON = frozenset({"json", "jsonc", "json5"})
_COMMON_HEADERS = frozenset({"authorization", "content-type", "accept", "user-agent", "host", "content-length"})
_PLAIN = frozenset({"", "text", "txt", "plaintext", "http", "bash", "shell", "sh"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """Where code stands: its section, the words before it, the field inside of which it is; *is_after_sample* is
    true where a sample stands above it below the same heading."""

    section: Section
    before: str = ""
    owner: Path = ()
    is_after_sample: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Info:
    language: str
    title: str


def read_code(code: Code, around: Around, notes: Notes) -> bool:
    """Read fenced code; gives whether it was a sample that sends a request."""
    info = _info(code.info)
    if is_openapi(code.text):
        _read_document(code, info, notes)
        return False
    if info.language in _PLAIN and "\n" not in code.text.strip() and (said := said_in(code.text, code.line)):
        notes.state(said)
        return False
    if info.language not in _JSON and (sample := read_sample(code.text, info.language)):
        _read_sample(code, sample, notes)
        return bool(sample.url)
    _read_example(code, info, around, notes)
    return False


def _info(info: str) -> _Info:
    """Divide what stands after a fence: `json 200 theme={null}` is JSON with the title `200`."""
    titled = _TITLE.search(info[:500])
    plain = _NOISE.sub(" ", _TITLE.sub(" ", info[:500]))
    language, _, rest = plain.strip().partition(" ")
    return _Info(language=language.lower(), title=titled[1].strip() if titled else " ".join(rest.split()))


def _read_document(code: Code, info: _Info, notes: Notes) -> None:
    """Read an OpenAPI document inside of the page; one that cannot be read is noted as broken."""
    # The grounding of contracts is large, and few pages have a document.
    from handbill_generator.docs.grounding.published import page_of_text

    said = notes.state(said_in(info.title, code.line))
    operation = said.operation if said else None
    notes.documents += len(code.text) + _COST
    try:
        if notes.documents > MAX_DOCUMENTS:
            raise SpecError("the page has too much OpenAPI inside")
        page = page_of_text(code.text, name="OpenAPI block", source=SourceKind.embedded, operation=operation)
    except SpecError:
        broken = about(Side.neither, Attribute.example_broken, True, line=code.line, source=SourceKind.embedded)
        notes.add([broken])
        return
    notes.add(replace(fact, line=code.line + fact.line) for fact in page.facts)
    if said is None:
        for named in page.operations:
            method, _, path = named.partition(" ")
            notes.state(statement(method, path, line=code.line))


def _read_sample(code: Code, sample: Sample, notes: Notes) -> None:
    line, source = code.line, SourceKind.sample
    said = notes.state(statement(sample.method, sample.url, line=line, is_sample=True)) if sample.url else None
    shown = about(
        Side.request, Attribute.exists, True, line=line, source=source, path=("query",), confidence=Confidence.shown
    )
    facts = [replace(shown, path=("query", name)) for name in query_names(sample.url)]
    for header in sample.headers:
        if header.lower() not in _COMMON_HEADERS and header.lower() not in sample.security.lower():
            facts.append(replace(shown, path=("header", header)))
    if sample.security:
        facts.append(replace(shown, side=Side.neither, path=(), attribute=Attribute.security, value=sample.security))
    if sample.is_broken:
        facts.append(replace(shown, path=(), attribute=Attribute.sample_broken, value=sample.language))
    if sample.body is not ABSENT:
        facts += facts_of(sample.body, side=Side.request, path=("body",), line=line, source=source)
        notes.bodies.append(Body(side=Side.request, value=sample.body, line=line, statement=said))
    notes.add(facts, said)


def _read_example(code: Code, info: _Info, around: Around, notes: Notes) -> None:
    """Read an example of a message, where it is known which; one of a field is below that field."""
    stripped = code.text.strip()
    if not stripped.startswith(("{", "[")):
        return
    where = _side(info, around)
    if where is None:
        return
    side, status = where
    path = around.owner or ("body",)
    value, is_broken = _value(stripped)
    if is_number(status):
        notes.add([_shown(code, side, status, ())])
    if not is_broken:
        value, path = _unwrapped(value, path)
        notes.add(facts_of(value, side=side, status=status, path=path, line=code.line, source=SourceKind.example))
        if not around.owner and (side is Side.request or status == SUCCESS or status.startswith("2")):
            notes.bodies.append(Body(side=side, value=value, line=code.line))
    elif info.language in _JSON and not around.owner:
        notes.add([replace(_shown(code, side, status, path), attribute=Attribute.example_broken)])
        notes.add(_shown(code, side, status, (*path, *names)) for names in outline(code.text))


def _shown(code: Code, side: Side, status: str, path: Path) -> Fact:
    return about(
        side,
        Attribute.exists,
        True,
        line=code.line,
        source=SourceKind.example,
        status=status,
        path=path,
        confidence=Confidence.shown,
    )


def _side(info: _Info, around: Around) -> tuple[Side, str] | None:
    """Say which message an example is, by its title, its section, or the words before it; None where nothing does."""
    if around.owner:
        return around.section.side or Side.request, around.section.status
    for said in _sayings(info, around):
        if said.side is Side.response:
            status = said.status or (around.section.status if around.section.side is Side.response else "")
            return Side.response, status or SUCCESS
        if said.side is Side.request:
            return Side.request, ""
    return (Side.response, SUCCESS) if around.is_after_sample else None


def _sayings(info: _Info, around: Around) -> Iterator[Section]:
    if titled := read_heading(info.title):
        yield titled
    elif around.section.side is Side.response and re.match(r"(?i)(?:fail|invalid|bad |not |unauth)", info.title):
        yield replace(around.section, status=ERROR)
    yield around.section
    last = re.split(r"(?<=[.!?])\s", around.before.strip()[-300:])[-1].lower()
    if re.search(r"\b(?:response|returns|reply|answer)\b", last):
        yield Section(side=Side.response)
    elif re.search(r"\b(?:request|payload|body)\b", last):
        yield Section(side=Side.request)


def _value(text: str) -> tuple[JSON, bool]:
    try:
        return json.loads(text, parse_constant=str), False
    except (ValueError, RecursionError):
        return None, True


def _unwrapped(value: JSON, path: Path) -> tuple[JSON, Path]:
    """Give the value of a field: an example of it is often written with its name around it."""
    if len(path) > 1 and isinstance(value, dict) and value.keys() == {path[-1]}:
        return value[path[-1]], path
    return value, path
