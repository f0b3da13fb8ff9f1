"""import os"""

from __future__ import annotations

from .._client import AsyncClient, Client
from .._operation import Arguments, Operation

_INIT: Operation[bytes] = Operation(
    id="__init__",
    method="GET",
    path="/b",
    results={"200": bytes},
    accept='x/";import os',
)


class Class:
    """import os"""

    def __init__(self, client: Client) -> None:
        self._client = client

    def init(self) -> bytes:
        """GET /b."""
        return self._client.send(_INIT, Arguments())


class AsyncClass:
    """import os"""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def init(self) -> bytes:
        """GET /b.

        Arguments, result and errors are those of `Class.init`.
        """
        return await self._client.send(_INIT, Arguments())
