"""The credentials that the contracts ask for: what a client is given, and where it must send that.

In: an operation or a provider.  Out: its ways in, the arguments of a client, and places in a request.
Never: chooses between ways in; a client that has more than one is tested by hand.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from .contracts import Operation, spec
from .providers import PROVIDERS, Provider


def ways_in(each: Operation) -> list[dict[str, str]]:
    """Each alternative that the contract lists: a credential for the key of each of its schemes."""
    listed = each.node.get("security", spec(each.provider).get("security", []))
    return [{key: f"{key}-of-the-test" for key in alternative} for alternative in listed] or [{}]


def arguments_of(provider: Provider, given: Mapping[str, str]) -> dict[str, str | None]:
    """The arguments of a client that has these credentials and no other."""
    return {_snake(key): given.get(key) for key in _schemes(provider)}


def placed(provider: Provider, given: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Where each credential goes: place, name and what is written there (OpenAPI 3.1.0, 4.8.27)."""
    for key, value in given.items():
        scheme = _schemes(provider)[key]
        kind = str(scheme.get("scheme", "")).lower()
        basic = f"Basic {base64.b64encode(value.encode()).decode()}"
        yield *_place(scheme), {"bearer": f"Bearer {value}", "basic": basic}.get(kind, value)


@cache
def headers_of_all() -> tuple[str, ...]:
    """Every header, in lower case, that carries a credential of one of the four."""
    places = [_place(scheme) for provider in PROVIDERS for scheme in _schemes(provider).values()]
    return tuple(dict.fromkeys(["authorization", "cookie", *(name.lower() for _, name in places)]))


def _schemes(provider: Provider) -> dict[str, Any]:
    found: dict[str, Any] = spec(provider)["components"]["securitySchemes"]
    return found


def _place(scheme: dict[str, Any]) -> tuple[str, str]:
    return (scheme["in"], scheme["name"]) if scheme["type"] == "apiKey" else ("header", "Authorization")


def _snake(key: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", key).lower()
