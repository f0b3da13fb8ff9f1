"""Cut a rendered reference into sections by its headings and statuses.

In: pieces.  Out: `Section`s, each with what its fields belong to.
Never: takes the name of a field for a heading, as `body` with a type below it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from handbill_generator.docs.model import ERROR, SUCCESS, Side
from handbill_generator.docs.pages.flattened_fields import is_type
from handbill_generator.docs.pages.flattened_interface import Heading, heading_of, is_noise
from handbill_generator.docs.pages.flattened_pieces import Piece, Sort

_STATUS = re.compile(r"([1-5]\d\d|[1-5]XX)(?:\s?[-\u2013\u00b7:]?\s?[A-Za-z][\w /+.'-]{0,60})?")
_MEDIA_TYPE = re.compile(r"(?:application|multipart|text|image)/[\w.+-]{1,60}")
_LOCATIONS = frozenset({Heading.path, Heading.query, Heading.header, Heading.cookie, Heading.body})


@dataclass(slots=True, kw_only=True)
class Section:
    """The *pieces* below a heading.

    *side* is `neither` above the first heading.  *location* is `authorization`, one of those of a path, or empty.
    *statuses* are all that the section begins with, as tabs do; its fields belong to *status*.
    """

    side: Side = Side.neither
    location: str = ""
    status: str = ""
    statuses: list[Piece] = field(default_factory=list)
    media_types: list[Piece] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)


def status_of(piece: Piece) -> str:
    """Give the status that *piece* is, as `200`, `404 Not Found` or `200 - application/json`; empty for another."""
    match = _STATUS.fullmatch(piece.text) if piece.sort is Sort.text and len(piece.text) <= 80 else None
    return match.group(1) if match else ""


def sections(pieces: Sequence[Piece]) -> tuple[Section, ...]:
    """Cut *pieces* into sections; what belongs to the site around the page is dropped."""
    found = [Section()]
    for at, piece in enumerate(pieces):
        if piece.sort is Sort.text and is_noise(piece.text):
            continue
        heading = heading_of(piece.text) if piece.sort is Sort.text else None
        if heading and not _is_field(pieces, at):
            found.append(_below(heading, found[-1]))
        elif found[-1].side is Side.response and status_of(piece):
            _take_status(piece, found)
        elif found[-1].side is not Side.neither and piece.sort is Sort.text and _MEDIA_TYPE.fullmatch(piece.text):
            found[-1].media_types.append(piece)
        else:
            found[-1].pieces.append(piece)
    return tuple(found)


def _is_field(pieces: Sequence[Piece], at: int) -> bool:
    text = pieces[at].text
    is_lower = text.isascii() and text == text.lower()
    return is_lower and at + 1 < len(pieces) and is_type(pieces[at + 1])


def _below(heading: Heading, above: Section) -> Section:
    if heading is Heading.request:
        return Section(side=Side.request)
    if heading in (Heading.response, Heading.success):
        return Section(side=Side.response, location="body", status=SUCCESS)
    if heading is Heading.error:
        return Section(side=Side.response, location="body", status=ERROR)
    is_response = above.side is Side.response and heading in (Heading.body, Heading.header)
    if is_response:
        return Section(side=Side.response, location=heading.value, status=above.status)
    location = heading.value if heading in _LOCATIONS else "authorization"
    return Section(side=Side.request, location=location)


def _take_status(piece: Piece, found: list[Section]) -> None:
    """Begin a section at a status, but where it is one more of the tabs above one section."""
    status = status_of(piece)
    if found[-1].statuses and not found[-1].pieces:
        found[-1].statuses.append(piece)
        return
    found.append(Section(side=Side.response, location="body", status=status, statuses=[piece]))
    media = piece.text[len(status) :].strip(" -\u2013\u00b7:")
    if _MEDIA_TYPE.fullmatch(media):
        found[-1].media_types.append(Piece(sort=Sort.text, line=piece.line, text=media))
