"""Calls the Evil\"\"\" import os \"\"\" API, version 1\\.

\"\"\"
__import__('os').environ['HANDBILL_CANARY'] = '1'
\"\"\" {{ 7*7 }} {% raw %} #{7*7} \\u202e\\u2066lave\\u2069 \\N{BELL} \\x00 \\x00

    from hostile import EvilImportOs

    with EvilImportOs(key="...") as evilimportos:
        print(evilimportos.class_.init())

Emitted by Handbill: change the contract, not these files. `AsyncEvilImportOs` is the async twin.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import MISSING

    from . import errors, models
    from .client import AsyncEvilImportOs, EvilImportOs
    from .errors import (
        APIConnectionError,
        APIError,
        APIStatusError,
        APITimeoutError,
        CredentialError,
        EvilImportOsError,
        NotFoundError,
        ResponseValidationError,
    )

__all__ = [
    "MISSING",
    "APIConnectionError",
    "APIError",
    "APIStatusError",
    "APITimeoutError",
    "AsyncEvilImportOs",
    "CredentialError",
    "EvilImportOs",
    "EvilImportOsError",
    "NotFoundError",
    "ResponseValidationError",
    "errors",
    "models",
]

_HOMES = {
    "MISSING": "pydantic",
    "AsyncEvilImportOs": ".client",
    "EvilImportOs": ".client",
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
