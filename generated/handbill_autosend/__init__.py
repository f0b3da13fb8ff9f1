"""Calls the AutoSend API, version 1.0.0.

AutoSend sends marketing campaigns and single emails to contacts that are kept in lists. Every
response is a JSON object whose `success` tells whether the call worked and whose `data` holds the
result. A success status is not enough: a rejected email is reported to come with status 200 and
`success` false. A key may make 2 requests per second unless AutoSend has raised its limit; the
`X-RateLimit-*` headers of each response carry the numbers that count. The current pages document no
idempotency key, so a repeated create or send acts twice.

    from handbill_autosend import AutoSend

    with AutoSend(api_key="...") as autosend:
        for item in autosend.campaigns.list():
            print(item)

Emitted by Handbill: change the contract, not these files. `AsyncAutoSend` is the async twin.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import MISSING

    from . import errors, models
    from .client import AsyncAutoSend, AutoSend
    from .errors import (
        APIConnectionError,
        APIError,
        APIStatusError,
        APITimeoutError,
        AutoSendError,
        BadRequestError,
        CredentialError,
        ForbiddenError,
        InternalServerError,
        NotFoundError,
        PaymentRequiredError,
        ResponseValidationError,
        TooManyRequestsError,
        UnauthorizedError,
    )

__all__ = [
    "MISSING",
    "APIConnectionError",
    "APIError",
    "APIStatusError",
    "APITimeoutError",
    "AsyncAutoSend",
    "AutoSend",
    "AutoSendError",
    "BadRequestError",
    "CredentialError",
    "ForbiddenError",
    "InternalServerError",
    "NotFoundError",
    "PaymentRequiredError",
    "ResponseValidationError",
    "TooManyRequestsError",
    "UnauthorizedError",
    "errors",
    "models",
]

_HOMES = {
    "MISSING": "pydantic",
    "AsyncAutoSend": ".client",
    "AutoSend": ".client",
}


def __getattr__(name: str) -> object:
    """Import what is asked for on first use, so that importing the package itself costs next to nothing."""
    if name in ("errors", "models"):
        return import_module(f".{name}", __name__)
    if name in __all__:
        return getattr(import_module(_HOMES.get(name, ".errors"), __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
