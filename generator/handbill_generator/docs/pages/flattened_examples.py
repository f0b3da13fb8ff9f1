"""Tell which answer the JSON examples of a page belong to.

In: pieces.  Out: `Example`s, each value once.
Never: takes a member of a message for proof of more than that it is shown.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from handbill_generator.docs.model import ERROR, SUCCESS
from handbill_generator.docs.pages.flattened_pieces import Piece, Sort
from handbill_generator.docs.pages.flattened_sections import status_of
from handbill_generator.load import JSON

MAX_EXAMPLES = 200
"""The most examples of one page that are read."""

_MOST_ERROR_NAMES = frozenset(
    {"code", "detail", "details", "error", "errors", "message", "name", "requestId", "request_id", "status", "success"}
    | {"statusCode", "status_code", "title", "type", "instance", "timestamp", "path"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A JSON example of an answer: *status* is a number where the page says it, else `SUCCESS` or `ERROR`."""

    value: JSON
    status: str
    line: int


def envelope(value: JSON) -> str:
    """Tell by its members whether an answer is one of success or of failure.

    >>> envelope({"success": False, "message": "no"}), envelope({"id": 1}), envelope({"error": {"code": "GONE"}})
    ('error', 'success', 'error')
    """
    if not isinstance(value, dict):
        return SUCCESS
    if isinstance(value.get("success"), bool):
        return SUCCESS if value["success"] else ERROR
    has_error = bool(value.get("error") or value.get("errors"))
    return ERROR if has_error and value.keys() <= _MOST_ERROR_NAMES else SUCCESS


def examples(
    pieces: Sequence[Piece], *, taken: Collection[int], error_names: Collection[str], success_names: Collection[str]
) -> tuple[Example, ...]:
    """Give the examples of answers, but those on the lines *taken*.

    A status stands on a line above an example, or several do above as many.  Where none does, *error_names* and
    *success_names*, which the page lists, and then the members of the example tell.
    """
    once: dict[str, Example] = {}
    for status, piece in _with_statuses(pieces):
        if piece.line in taken or len(once) >= MAX_EXAMPLES:
            continue
        said = status or _listed(piece.value, error_names, success_names) or envelope(piece.value)
        key = json.dumps(piece.value, sort_keys=True)
        if key not in once or (status and not once[key].status.isdigit()):
            once[key] = Example(value=piece.value, status=said, line=piece.line)
    return tuple(once.values())


def _listed(value: JSON, error_names: Collection[str], success_names: Collection[str]) -> str:
    if not isinstance(value, dict) or not value:
        return ""
    names = value.keys()
    is_error, is_success = names <= set(error_names), names <= set(success_names)
    return "" if is_error == is_success else ERROR if is_error else SUCCESS


def _with_statuses(pieces: Sequence[Piece]) -> Iterator[tuple[str, Piece]]:
    """Give each JSON piece with the status above it: the first of n above one, the nth of n above n."""
    statuses: list[str] = []
    run: list[Piece] = []
    for piece in pieces:
        if piece.sort is Sort.json:
            run.append(piece)
            continue
        if run:
            yield from _paired(statuses, run)
            statuses, run = [], []
        status = status_of(piece)
        statuses = [*statuses[-19:], status] if status else []
    yield from _paired(statuses, run)


def _paired(statuses: list[str], run: list[Piece]) -> Iterator[tuple[str, Piece]]:
    is_clear = len(statuses) == len(run) or len(run) == 1
    yield from ((statuses[number] if is_clear and statuses else "", piece) for number, piece in enumerate(run))
