"""Call the shop with a client's credentials.

In: the package, and the server that issues its tokens.  Out: the names of what came, which are the tokens used.
Never: fetches a token itself.
"""

from __future__ import annotations

import asyncio
from typing import Any

from .issuer import CLIENT_ID, CLIENT_SECRET, Issuer
from .making import Emitted, Mode


def credentials(t: Emitted, **more: Any) -> Any:
    """What tokens are asked for with."""
    return t.module("_oauth").ClientCredentials(CLIENT_ID, CLIENT_SECRET, **more)


def call(t: Emitted, mode: Mode, issuer: Issuer, times: int = 1, method: str = "with_login", **options: Any) -> Any:
    """Call some times with one client; *options* are those of the client."""
    options = {"login": credentials(t), "base_url": issuer.url} | options
    if mode == "sync":
        with t.open(mode, **options) as client:
            return [getattr(client.things, method)().name for _ in range(times)]

    async def acall() -> Any:
        async with t.open(mode, **options) as client:
            return [(await getattr(client.things, method)()).name for _ in range(times)]

    return asyncio.run(acall())
