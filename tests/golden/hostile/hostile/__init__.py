"""Calls the Evil\"\"\" import os \"\"\" API, version 1\\.

\"\"\"
__import__('os').environ['HANDBILL_CANARY'] = '1'
\"\"\" {{ 7*7 }} {% raw %} #{7*7} \\u202e\\u2066lave\\u2069 \\N{BELL} \\x00 \\x00

    from hostile import EvilimportOs

    with EvilimportOs(key="...") as evilimportos:
        print(evilimportos.class_.init())

Emitted by Handbill: change the contract, not these files. `AsyncEvilimportOs` is the async twin.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import MISSING

    from . import errors, models
    from .client import AsyncEvilimportOs, EvilimportOs
    from .errors import (
        APIConnectionError,
        APIError,
        APIStatusError,
        APITimeoutError,
        CredentialError,
        EvilimportOsError,
        NotFoundError,
        ResponseValidationError,
    )

__all__ = [
    "MISSING",
    "APIConnectionError",
    "APIError",
    "APIStatusError",
    "APITimeoutError",
    "AsyncEvilimportOs",
    "CredentialError",
    "EvilimportOs",
    "EvilimportOsError",
    "NotFoundError",
    "ResponseValidationError",
    "errors",
    "models",
]

_HOMES = {
    "MISSING": "pydantic",
    "AsyncEvilimportOs": ".client",
    "EvilimportOs": ".client",
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
