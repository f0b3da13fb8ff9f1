"""Calls the Batch API, version 2.11.

Batch sends email and push campaigns to the users of a project. Campaigns are created, replaced and
deleted under `/campaigns`, and read under `/orchestrations`, the common word for campaigns and
automations. Profiles hold what is known about users, audiences are named lists of users, segments
are groups of profiles, and catalogs hold items with typed fields. Reads are GET requests and take
query parameters. Writing is always a POST request, deletion included, and the ID travels in the
body. No ID is ever part of the path.

Many writes are carried out later: the response has status 202, and often an indexing token whose
state can be read. Every route can refuse a call with 429; a caller pauses for 5 seconds or more
before the next attempt. Rate limits are documented for profiles and catalogs only, and are told
with their operations.

    from handbill_batch import Batch

    with Batch(api_key="...", project_key="...") as batch:
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
    from ._operation import Redirect
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
    "Redirect",
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
    "Redirect": "._operation",
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
