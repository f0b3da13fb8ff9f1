"""Mailing lists are what contacts subscribe to."""

from __future__ import annotations

import builtins

from .._client import AsyncClient, Client
from .._operation import Arguments, Operation
from ..models import MailingList

_LIST: Operation[list[MailingList]] = Operation(
    id="listMailingLists",
    method="GET",
    path="/v1/lists",
    results={"200": list[MailingList]},
)


class MailingLists:
    """Mailing lists are what contacts subscribe to."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def list(self) -> builtins.list[MailingList]:
        """List mailing lists.

        Reads all mailing lists of the team at once, without pages. Lists are managed in the Loops
        app.

        Returns:
            The mailing lists.

        Raises:
            UnauthorizedError: The API key is not valid.
            MethodNotAllowedError: The path does not support the HTTP method.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """
        return self._client.send(_LIST, Arguments())


class AsyncMailingLists:
    """Mailing lists are what contacts subscribe to."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def list(self) -> builtins.list[MailingList]:
        """List mailing lists.

        Arguments, result and errors are those of `MailingLists.list`.
        """
        return await self._client.send(_LIST, Arguments())
