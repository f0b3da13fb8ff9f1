"""Calls the SendKit API, version 2026-11-22.

SendKit runs cold email campaigns. A campaign sends a sequence of email and wait steps from a set of
mailboxes to its leads, within a weekly schedule. Subsequences take over when a lead replies or
receives an AI tag. Around the campaigns stand the leads and mailboxes of a workspace, its
analytics, its webhooks and its members. Successful bodies carry `success` and `data`; lists add
`pagination` beside `data`. Identifiers are 24-character hexadecimal strings in nearly every
example, and timestamps are ISO 8601 in UTC. The name of an identifier differs: most objects have
`_id`, while workspaces, accounts and a few others have `id`.

    from handbill_sendkit import SendKit

    with SendKit(api_key="...", workspace_id="...") as sendkit:
        for item in sendkit.campaigns.list():
            print(item)

Emitted by Handbill: change the contract, not these files. `AsyncSendKit` is the async twin.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import MISSING

    from . import errors, models
    from .client import AsyncSendKit, SendKit
    from .errors import (
        APIConnectionError,
        APIError,
        APIStatusError,
        APITimeoutError,
        BadRequestError,
        ConflictError,
        CredentialError,
        ForbiddenError,
        NotFoundError,
        ResponseValidationError,
        SendKitError,
        UnlistedStatusError,
    )

__all__ = [
    "MISSING",
    "APIConnectionError",
    "APIError",
    "APIStatusError",
    "APITimeoutError",
    "AsyncSendKit",
    "BadRequestError",
    "ConflictError",
    "CredentialError",
    "ForbiddenError",
    "NotFoundError",
    "ResponseValidationError",
    "SendKit",
    "SendKitError",
    "UnlistedStatusError",
    "errors",
    "models",
]

_HOMES = {
    "MISSING": "pydantic",
    "AsyncSendKit": ".client",
    "SendKit": ".client",
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
