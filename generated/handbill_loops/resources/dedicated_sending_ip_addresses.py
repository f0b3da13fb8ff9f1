"""Dedicated sending IP addresses are those that Loops sends from."""

from __future__ import annotations

import builtins

from .._client import AsyncClient, Client
from .._operation import Arguments, Operation

_LIST: Operation[list[str]] = Operation(
    id="listDedicatedSendingIps",
    method="GET",
    path="/v1/dedicated-sending-ips",
    results={"200": list[str]},
)


class DedicatedSendingIPAddresses:
    """Dedicated sending IP addresses are those that Loops sends from."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def list(self) -> builtins.list[str]:
        """List dedicated sending IP addresses.

        Reads the dedicated IP addresses that Loops sends from, all at once, for receivers that have
        to allow senders by their address. The list changes from time to time and leaves out shared
        addresses, so Loops advises against relying on it.

        Returns:
            The list of addresses.

        Raises:
            UnauthorizedError: The API key is not valid.
            MethodNotAllowedError: The path does not support the HTTP method.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """
        return self._client.send(_LIST, Arguments())


class AsyncDedicatedSendingIPAddresses:
    """Dedicated sending IP addresses are those that Loops sends from."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def list(self) -> builtins.list[str]:
        """List dedicated sending IP addresses.

        Arguments, result and errors are those of `DedicatedSendingIPAddresses.list`.
        """
        return await self._client.send(_LIST, Arguments())
