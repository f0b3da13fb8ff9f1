"""Calls the Loops API, version 1.21.7.

Campaigns of a Loops team. A campaign joins one email message with a group, an audience and
a send time. This contract covers creating, changing and reading campaigns; the content of
the email message is written through the email message API, which is not part of it. No
documented call moves a campaign from one status to another: setting a send time leaves a
draft a draft. A team may make 10 requests per second in general, and campaign calls are
reported to have a limit of 60 requests per 60 seconds. The API is meant for servers and
does not support calls from browser code.

    from handbill_loops import Loops

    with Loops(api_key="...") as loops:
        for item in loops.campaigns.list():
            print(item)

Emitted by Handbill: change the contract, not these files. `AsyncLoops` is the async twin.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import MISSING

    from . import errors, models
    from .client import AsyncLoops, Loops
    from .errors import (
        APIConnectionError,
        APIError,
        APIStatusError,
        APITimeoutError,
        BadRequestError,
        ConflictError,
        CredentialError,
        LoopsError,
        MethodNotAllowedError,
        NotFoundError,
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
    "AsyncLoops",
    "BadRequestError",
    "ConflictError",
    "CredentialError",
    "Loops",
    "LoopsError",
    "MethodNotAllowedError",
    "NotFoundError",
    "ResponseValidationError",
    "TooManyRequestsError",
    "UnauthorizedError",
    "errors",
    "models",
]

_HOMES = {
    "MISSING": "pydantic",
    "AsyncLoops": ".client",
    "Loops": ".client",
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
