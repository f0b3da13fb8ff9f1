"""Cut a page of running text into the parts that are about one operation each.

In: pieces.  Out: `Chapter`s with their addresses.
Never: takes a list of operations for chapters: what follows such a list is not about its last line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from handbill_generator.docs.pages.flattened_address import METHODS, Address, cleaned_path, method_of, parsed
from handbill_generator.docs.pages.flattened_pieces import Piece, Sort

_OPERATION = re.compile(
    r"(?:[-*\u2022\u2013#>|] ?){0,7}(?:\d{1,3}[.)] )?[`*]{0,3}"
    rf"(?P<method>{METHODS})[`*]{{0,3}}[ :|]{{1,3}}[`*]{{0,3}}"
    r"(?P<target>/[^\s`*|,;()]{1,300}|https?://[^\s`*|,;()]{1,300})"
)
_TITLE = re.compile(rf"#{{0,6}} ?(?P<method>{METHODS}) ?[-\u2013\u2014:] ?[A-Za-z]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """The *pieces* that are about the operation at *address*, which is empty where the page does not say."""

    address: Address
    pieces: tuple[Piece, ...]


def chapters(pieces: Sequence[Piece]) -> tuple[Chapter, ...]:
    """Cut *pieces*; a page that names one operation is about it as a whole."""
    found = [(at, address) for at, piece in enumerate(pieces) if (address := operation_of(piece))]
    if len({address.operation for _, address in found}) == 1:
        return (Chapter(address=found[0][1], pieces=tuple(pieces)),)
    kinds = {at: pieces[at].text.startswith("#") for at, _ in found}
    in_lists = {at for at, kind in kinds.items() if kind in (kinds.get(at - 1), kinds.get(at + 1))}
    starts = [(at, address) for at, address in found if at not in in_lists]
    listed = [Chapter(address=address, pieces=()) for at, address in found if at in in_lists]
    bounds = [*(at for at, _ in starts), len(pieces)]
    first = Chapter(address=Address() if found else _titled(pieces), pieces=tuple(pieces[: bounds[0]]))
    rest = [
        Chapter(address=address, pieces=tuple(pieces[at:end]))
        for (at, address), end in zip(starts, bounds[1:], strict=True)
    ]
    return (first, *listed, *rest)


def operation_of(piece: Piece) -> Address | None:
    """Give the operation that *piece* begins with, as `POST /books` or `## GET https://api.example.com/books`."""
    match = _OPERATION.match(piece.text) if piece.sort is Sort.text else None
    if not match:
        return None
    target = match.group("target").rstrip(".:?!")
    parts = parsed(target) if "://" in target else None
    path = cleaned_path(parts.path if parts else target)
    if not path:
        return None
    server = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}" if parts else ""
    return Address(method=method_of(match.group("method")), path=path, server=server, line=piece.line)


def _titled(pieces: Sequence[Piece]) -> Address:
    """Give the method of a title as `POST - Add a book`."""
    for piece in pieces[:5]:
        match = _TITLE.match(piece.text) if piece.sort is Sort.text else None
        if match:
            return Address(method=method_of(match.group("method")), line=piece.line)
    return Address()
