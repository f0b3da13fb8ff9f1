"""Calls the Loops API, version 1.21.7.

The API of Loops reads and writes what a team sends and whom it sends to: campaigns, workflows and
transactional emails with their content, and the contacts, lists and events behind them. A campaign
joins one email message with a group, an audience and a send time. No documented call moves a
campaign from one status to another: setting a send time leaves a draft a draft. A team may make 10
requests per second in general. The calls that manage content (campaigns and transactional emails
with their groups, email messages, components, themes, uploads and workflows) are reported to have a
limit of 60 requests per 60 seconds. What happens later on, such as the opening of an email, is
reported by webhooks. The API is meant for servers and does not support calls from browser code.

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

    from . import errors, models, webhooks
    from .client import AsyncLoops, Loops
    from .errors import (
        APIConnectionError,
        APIError,
        APIStatusError,
        APITimeoutError,
        BadRequestError,
        ConflictError,
        ContentTooLargeError,
        CredentialError,
        InternalServerError,
        LoopsError,
        MethodNotAllowedError,
        NotFoundError,
        NotImplementedByServerError,
        ResponseValidationError,
        TooManyRequestsError,
        UnauthorizedError,
        UnprocessableContentError,
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
    "ContentTooLargeError",
    "CredentialError",
    "InternalServerError",
    "Loops",
    "LoopsError",
    "MethodNotAllowedError",
    "NotFoundError",
    "NotImplementedByServerError",
    "ResponseValidationError",
    "TooManyRequestsError",
    "UnauthorizedError",
    "UnprocessableContentError",
    "errors",
    "models",
    "webhooks",
]

_HOMES = {
    "MISSING": "pydantic",
    "AsyncLoops": ".client",
    "Loops": ".client",
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
