"""What the method and the path of an operation tell.

In: an operation, written `PATCH /campaigns/{campaignId}`.  Out: what it is for.
Never: knows a provider.
"""

from __future__ import annotations

import re

_VERSION = re.compile(r"v[0-9]{1,3}|api")
_UPDATES = frozenset({"update", "edit", "modify"})


def segments_of(operation: str) -> tuple[str, ...]:
    """Give the segments of the path, without a base path such as `/v1`.

    >>> segments_of("GET /v1/books/{id}")
    ('books', '{id}')
    """
    segments = [segment for segment in operation.partition(" ")[2].split("/") if segment]
    while segments and _VERSION.fullmatch(segments[0].lower()):
        del segments[0]
    return tuple(segments)


def has_base(operation: str) -> bool:
    """Say whether the path begins with what may as well be the end of the server's address."""
    first = operation.partition(" ")[2].strip("/").partition("/")[0]
    return bool(_VERSION.fullmatch(first.lower()))


def is_variable(segment: str) -> bool:
    """Say whether a segment of a path is a variable."""
    return segment.startswith("{") and segment.endswith("}")


def is_update(operation: str) -> bool:
    """Say whether the operation changes something that is there."""
    return operation.startswith(("PATCH ", "PUT ")) or is_update_by_post(operation)


def is_update_by_post(operation: str) -> bool:
    """Say whether the operation changes something that is there by the method that creates.

    >>> [is_update_by_post(f"POST {path}") for path in ("/v1/books/{id}", "/books/update", "/books")]
    [True, True, False]
    """
    segments = segments_of(operation)
    return operation.startswith("POST ") and bool(segments) and (is_variable(segments[-1]) or segments[-1] in _UPDATES)


def resource_of(operation: str) -> tuple[str, ...]:
    """Give what the operation works on: the segments before the first variable.

    >>> resource_of("POST /v1/books/{id}"), resource_of("GET /books")
    (('books',), ('books',))
    """
    segments = segments_of(operation)
    first = next((index for index, segment in enumerate(segments) if is_variable(segment)), len(segments))
    known = segments[:first]
    return known[:-1] if known and known[-1] in _UPDATES else known
