"""The user whom a platform key belongs to."""

from __future__ import annotations

from pydantic import MISSING

from .._client import AsyncClient, Client
from .._operation import Arguments, Operation, body_of
from ..models import AccountResponse, AccountUpdate

_GET: Operation[AccountResponse] = Operation(
    id="getAccount",
    method="GET",
    path="/v1/account",
    results={"200": AccountResponse},
    security=(("apiKey",), ("bearerToken",)),
)

_UPDATE: Operation[AccountResponse] = Operation(
    id="updateAccount",
    method="PATCH",
    path="/v1/account",
    results={"200": AccountResponse},
    security=(("apiKey",), ("bearerToken",)),
)


class AccountResource:
    """The user whom a platform key belongs to."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def get(self) -> AccountResponse:
        """Get the account.

        Returns the user of a platform key with the workspaces that the user belongs to. A workspace
        key is refused.

        Returns:
            The account.

        Raises:
            ForbiddenError: The key is of the wrong kind, the role is too low, or the plan of the
                workspace does not allow more.
            UnlistedStatusError: Any other failure.
        """
        return self._client.send(_GET, Arguments())

    def update(self, *, name: str | MISSING = MISSING, body: AccountUpdate | None = None) -> AccountResponse:
        """Update the account.

        Changes the name of the user of a platform key.

        Args:
            name: The new name.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The account after the update.

        Raises:
            UnlistedStatusError: Any other failure.
        """
        return self._client.send(_UPDATE, Arguments(body=body_of(AccountUpdate, body, name=name)))


class AsyncAccountResource:
    """The user whom a platform key belongs to."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def get(self) -> AccountResponse:
        """Get the account.

        Arguments, result and errors are those of `AccountResource.get`.
        """
        return await self._client.send(_GET, Arguments())

    async def update(self, *, name: str | MISSING = MISSING, body: AccountUpdate | None = None) -> AccountResponse:
        """Update the account.

        Arguments, result and errors are those of `AccountResource.update`.
        """
        return await self._client.send(_UPDATE, Arguments(body=body_of(AccountUpdate, body, name=name)))
