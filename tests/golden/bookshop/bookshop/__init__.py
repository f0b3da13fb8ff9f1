"""Calls the Bookshop API, version 2.1.

Books on the shelves of a shop.

    from bookshop import Bookshop

    with Bookshop(token="...") as bookshop:
        for item in bookshop.books.list():
            print(item)

Emitted by Handbill: change the contract, not these files. `AsyncBookshop` is the async twin.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import MISSING

    from . import errors, models, webhooks
    from .client import AsyncBookshop, Bookshop
    from .errors import (
        APIConnectionError,
        APIError,
        APIStatusError,
        APITimeoutError,
        BookshopError,
        CredentialError,
        NotFoundError,
        ResponseValidationError,
        UnauthorizedError,
        UnprocessableContentError,
    )

__all__ = [
    "MISSING",
    "APIConnectionError",
    "APIError",
    "APIStatusError",
    "APITimeoutError",
    "AsyncBookshop",
    "Bookshop",
    "BookshopError",
    "CredentialError",
    "NotFoundError",
    "ResponseValidationError",
    "UnauthorizedError",
    "UnprocessableContentError",
    "errors",
    "models",
    "webhooks",
]

_HOMES = {
    "MISSING": "pydantic",
    "AsyncBookshop": ".client",
    "Bookshop": ".client",
}


def __getattr__(name: str) -> object:
    """Import what is asked for on first use, so that importing the package itself costs next to nothing."""
    if name in ("errors", "models", "webhooks"):
        return import_module(f".{name}", __name__)
    if name in __all__:
        return getattr(import_module(_HOMES.get(name, ".errors"), __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
