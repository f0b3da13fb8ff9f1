"""Ask a caller for credentials, as the contract says.

In: an operation, the security schemes, the values they must have, and a request.  Out: nothing, or a Problem.
Never: puts a credential into a message.

One alternative of the operation's security must be there in full, and no credential of any alternative may be wrong:
a caller who sends a wrong project beside the right key has a fault, which a provider might let pass.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from urllib.parse import unquote_plus

from handbill_generator.contract import Operation, SecurityScheme
from handbill_generator.sandbox.model import Problem
from handbill_generator.sandbox.request import Request


def authenticate(
    operation: Operation,
    schemes: Mapping[str, SecurityScheme],
    expected: Mapping[str, str],
    request: Request,
) -> None:
    """Raise Problem (`unauthorized`) unless *request* may call *operation*.

    A scheme that *expected* has no value for takes any that is not empty.
    """
    keys = dict.fromkeys(key for alternative in operation.security for key in alternative)
    presented = {key: value for key in keys if (value := _presented(schemes[key], request)) is not None}
    for key, value in presented.items():
        if value != expected.get(key, value) or (not value and schemes[key].type != "mutualTLS"):
            raise Problem("unauthorized", f"{_called(schemes[key])} is wrong")
    if operation.security and not any(presented.keys() >= set(alternative) for alternative in operation.security):
        missing = next(key for key in operation.security[0] if key not in presented)
        raise Problem("unauthorized", f"{_called(schemes[missing])} is missing")


def secret_parameters(schemes: Mapping[str, SecurityScheme]) -> frozenset[str]:
    """Give the names of the query parameters that are credentials."""
    return frozenset(scheme.name.raw for scheme in schemes.values() if scheme.location == "query")


def presentation(scheme: SecurityScheme, value: str) -> tuple[str, str]:
    """Give the header, or the parameter, that carries *value*: its name and what it must hold."""
    match scheme.type, scheme.scheme:
        case "apiKey", _:
            return scheme.name.raw, value
        case "http", "basic":
            return "Authorization", f"Basic {base64.b64encode(value.encode()).decode()}"
        case _:
            return "Authorization", f"Bearer {value}"


def _called(scheme: SecurityScheme) -> str:
    place = {"query": "the query parameter", "cookie": "the cookie"}.get(scheme.location, "the header")
    return f"{place} {scheme.name.raw or 'Authorization'}"


def _presented(scheme: SecurityScheme, request: Request) -> str | None:
    match scheme.type, scheme.location:
        case "apiKey", "header":
            return request.header(scheme.name.raw)
        case "apiKey", "query":
            return next((unquote_plus(pair.raw) for pair in request.pairs if pair.name == scheme.name.raw), None)
        case "apiKey", _:
            return request.cookie(scheme.name.raw)
        case "mutualTLS", _:
            return ""  # the sandbox has no TLS
        case _:
            return _authorization(scheme, request)


def _authorization(scheme: SecurityScheme, request: Request) -> str | None:
    kind, found, value = (request.header("authorization") or "").partition(" ")
    if not found or kind.lower() != (scheme.scheme or "bearer"):
        return None
    if scheme.scheme != "basic":
        return value.strip()
    try:
        return base64.b64decode(value, validate=True).decode()
    except (binascii.Error, UnicodeDecodeError):
        return ""
