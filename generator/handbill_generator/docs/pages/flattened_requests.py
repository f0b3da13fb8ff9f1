"""Say what the code samples of a page show of a request.

In: samples of a page and the operation.  Out: facts, all of them shown or, for credentials, read off the code.
Never: takes a sample for a rule; a sample that is no valid code says so, and its names still count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl

from handbill_generator.docs.model import Attribute, Confidence, Fact, Path, Side, SourceKind
from handbill_generator.docs.pages.flattened_address import Address, parsed
from handbill_generator.docs.pages.flattened_pieces import Piece, Sort
from handbill_generator.docs.words.examples import facts_of
from handbill_generator.docs.words.samples import ABSENT, Sample, read_sample
from handbill_generator.load import JSON

_COMMON = frozenset({"accept", "authorization", "content-type", "content-length", "cookie", "host", "user-agent"})
_MEDIA_TYPE = re.compile(
    r"\bcontent-type['\"]?\]?[ \t]{0,8}(?:[:=,]|=>)[ \t]{0,8}['\"]?([a-z]{1,20}/[a-z0-9.+-]{1,60})", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A sample, the line where it begins, and the media type of what it sends."""

    sample: Sample
    line: int
    media_type: str = ""

    @property
    def body(self) -> JSON:
        """What is sent; None where nothing is."""
        return None if self.sample.body is ABSENT else self.sample.body


def requests(pieces: tuple[Piece, ...]) -> tuple[Request, ...]:
    """Read the samples among *pieces*."""
    read = ((piece, read_sample(piece.text, piece.language)) for piece in pieces if piece.sort is Sort.sample)
    return tuple(
        Request(sample=sample, line=piece.line, media_type=_media_type(piece.text)) for piece, sample in read if sample
    )


def _media_type(code: str) -> str:
    match = _MEDIA_TYPE.search(code)
    return match.group(1).lower() if match else ""


def shown_by(found: tuple[Request, ...]) -> Iterator[Fact]:
    """Give what *found* show: names, media types, headers, query parameters, credentials."""
    for request in found:
        fact = Fact(
            side=Side.request,
            attribute=Attribute.exists,
            value=True,
            source=SourceKind.sample,
            confidence=Confidence.shown,
            line=request.line,
        )
        sample = request.sample
        if sample.is_broken:
            yield replace(fact, attribute=Attribute.sample_broken, value=sample.language)
        if sample.body is not ABSENT:
            yield from facts_of(
                sample.body, side=Side.request, path=("body",), line=request.line, source=SourceKind.sample
            )
        yield from (replace(fact, path=path) for path in _parameters(sample))
        if request.media_type and sample.body is not ABSENT:
            yield replace(fact, path=("body",), attribute=Attribute.media_type, value=request.media_type)
        if sample.security:
            yield replace(fact, side=Side.neither, attribute=Attribute.security, value=sample.security)


def of_address(address: Address) -> Iterator[Fact]:
    """Give the facts that an address is: the operation, its base address and the variables of its path."""
    fact = Fact(
        side=Side.neither,
        attribute=Attribute.exists,
        value=True,
        source=SourceKind.flattened,
        confidence=Confidence.stated,
        line=address.line,
    )
    if address.operation:
        yield fact
        yield from (replace(fact, side=Side.request, path=("path", name)) for name in address.variables)
    if address.server:
        yield replace(
            fact,
            attribute=Attribute.server,
            value=address.server,
            source=SourceKind.sample,
            confidence=Confidence.shown,
        )


def _parameters(sample: Sample) -> Iterator[Path]:
    secured = sample.security.rpartition(" ")[2].lower()
    for name in sample.headers:
        if name.lower() not in _COMMON | {secured} and len(name) <= 100:
            yield ("header", name)
    parts = parsed(sample.url)
    try:
        query = parse_qsl(parts.query, keep_blank_values=True, max_num_fields=100) if parts else []
    except ValueError:
        query = []
    yield from (("query", name) for name, _ in query if 0 < len(name) <= 100 and name.lower() != secured)
