"""What the Bookshop API sends by itself: the bodies of its webhooks, by name.

book.sold: BookSold. A book was sold.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from pydantic import TypeAdapter

from .models import BookSold

Payload: TypeAlias = BookSold | dict[str, Any]
"""The body of any webhook; one that the contract does not know comes as a plain dict."""

_PAYLOAD: TypeAdapter[Payload] = TypeAdapter(Payload)


def read(body: bytes | str) -> Payload:
    """Read the body of a request that a webhook made.

    It says nothing about who sent it: verify that first, as the API's documentation tells.

    Raises pydantic's ValidationError, which is a ValueError, where *body* is not a JSON object.
    """
    return _PAYLOAD.validate_json(body)
