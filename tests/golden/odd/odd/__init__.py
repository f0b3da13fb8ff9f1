"""Calls the odd & ends API, version 0.

    from odd import OddEnds

    with OddEnds(login="...") as oddends:
        print(oddends.things_list.get_v1())

Emitted by Handbill: change the contract, not these files. `AsyncOddEnds` is the async twin.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import MISSING

    from . import errors, models
    from ._events import AsyncEventStream, EventStream, ServerSentEvent
    from ._multipart import FileInput
    from .client import AsyncOddEnds, OddEnds
    from .errors import (
        APIConnectionError,
        APIError,
        APIStatusError,
        APITimeoutError,
        CredentialError,
        OddEndsError,
        ResponseValidationError,
        ServerFaultError,
        UnlistedStatusError,
    )

__all__ = [
    "MISSING",
    "APIConnectionError",
    "APIError",
    "APIStatusError",
    "APITimeoutError",
    "AsyncEventStream",
    "AsyncOddEnds",
    "CredentialError",
    "EventStream",
    "FileInput",
    "OddEnds",
    "OddEndsError",
    "ResponseValidationError",
    "ServerFaultError",
    "ServerSentEvent",
    "UnlistedStatusError",
    "errors",
    "models",
]

_HOMES = {
    "MISSING": "pydantic",
    "AsyncOddEnds": ".client",
    "OddEnds": ".client",
    "AsyncEventStream": "._events",
    "EventStream": "._events",
    "ServerSentEvent": "._events",
    "FileInput": "._multipart",
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
