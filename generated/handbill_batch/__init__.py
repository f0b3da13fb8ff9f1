"""Calls the Batch API, version 2.11.

Batch sends email and push campaigns to the users of a project. This contract covers the
life of a campaign: it is created, replaced and deleted under `/campaigns`, and read under
`/orchestrations`, the common word for campaigns and automations. Reads are GET requests and
take query parameters. Writing is always a POST request, deletion included, and the id
travels in the body. No id is ever part of the path.

    from handbill_batch import Batch

    with Batch(api_key="...") as batch:
        for item in batch.orchestrations.list():
            print(item)

Emitted by Handbill: change the contract, not these files. `AsyncBatch` is the async twin.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import MISSING

    from . import errors, models
    from .client import AsyncBatch, Batch
    from .errors import (
        APIConnectionError,
        APIError,
        APIStatusError,
        APITimeoutError,
        BadRequestError,
        BatchError,
        CredentialError,
        ForbiddenError,
        InternalServerError,
        NotFoundError,
        ResponseValidationError,
        ServiceUnavailableError,
        TooManyRequestsError,
        UnauthorizedError,
        UnlistedStatusError,
    )

__all__ = [
    "MISSING",
    "APIConnectionError",
    "APIError",
    "APIStatusError",
    "APITimeoutError",
    "AsyncBatch",
    "BadRequestError",
    "Batch",
    "BatchError",
    "CredentialError",
    "ForbiddenError",
    "InternalServerError",
    "NotFoundError",
    "ResponseValidationError",
    "ServiceUnavailableError",
    "TooManyRequestsError",
    "UnauthorizedError",
    "UnlistedStatusError",
    "errors",
    "models",
]

_HOMES = {
    "MISSING": "pydantic",
    "AsyncBatch": ".client",
    "Batch": ".client",
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
