"""What the Bookshop API sends by itself: the bodies of its webhooks, by name.

book.sold: BookSold. A book was sold.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from pydantic import TypeAdapter, ValidationError

from .models import BookSold

Known: TypeAlias = BookSold
"""The body of a webhook that the contract knows."""

_KNOWN: TypeAdapter[Known] = TypeAdapter(Known)
_OTHER: TypeAdapter[dict[str, Any]] = TypeAdapter(dict[str, Any])


def read(body: bytes | str) -> Known | dict[str, Any]:
    """Read the body of a request that a webhook made; one that the contract does not know comes as a plain dict.

    It says nothing about who sent it: verify that first, as the API's documentation tells.

    Raises pydantic's ValidationError, which is a ValueError, where *body* is not a JSON object.
    """
    try:
        return _KNOWN.validate_json(body, by_alias=True, by_name=False)
    except ValidationError:
        return _OTHER.validate_json(body)
