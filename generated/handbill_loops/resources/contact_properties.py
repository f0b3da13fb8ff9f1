"""Contact properties are the fields that contacts have, built in or custom."""

from __future__ import annotations

import builtins
from typing import Literal, overload

from pydantic import MISSING

from .._client import AsyncClient, Client
from .._operation import Arguments, Operation, body_of
from ..models import ContactProperty, ContactPropertyCreate, PropertyType, SuccessResponse

_LIST: Operation[list[ContactProperty]] = Operation(
    id="listContactProperties",
    method="GET",
    path="/v1/contacts/properties",
    results={"200": list[ContactProperty]},
)

_CREATE: Operation[SuccessResponse] = Operation(
    id="createContactProperty",
    method="POST",
    path="/v1/contacts/properties",
    results={"200": SuccessResponse},
)


class ContactProperties:
    """Contact properties are the fields that contacts have, built in or custom."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def list(self, *, which: Literal["all", "custom"] | MISSING = MISSING) -> builtins.list[ContactProperty]:
        """List contact properties.

        Reads the contact properties of the team at once, without pages.

        Args:
            which: Whether to return all properties or only the custom ones. The server's default is
                `"all"`.

        Returns:
            The contact properties.

        Raises:
            UnauthorizedError: The API key is not valid.
            MethodNotAllowedError: The path does not support the HTTP method.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """
        return self._client.send(_LIST, Arguments(query={"list": which}))

    @overload
    def create(self, *, name: str, type: PropertyType) -> SuccessResponse: ...

    @overload
    def create(self, *, body: ContactPropertyCreate) -> SuccessResponse: ...

    def create(
        self,
        *,
        name: str | MISSING = MISSING,
        type: PropertyType | MISSING = MISSING,
        body: ContactPropertyCreate | None = None,
    ) -> SuccessResponse:
        """Create a contact property.

        Adds a custom contact property. What is written as `name` here is read back as `key`. Some
        names are reserved.

        Args:
            name: The name of the property, in camelCase. It is read back as `key`.
            type: The kind of values that the property takes.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The property is created.

        Raises:
            BadRequestError: The body is not valid, for example because of an unknown type, or the
                property exists.
            UnauthorizedError: The API key is not valid.
            MethodNotAllowedError: The path does not support the HTTP method.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """
        return self._client.send(_CREATE, Arguments(body=body_of(ContactPropertyCreate, body, name=name, type=type)))


class AsyncContactProperties:
    """Contact properties are the fields that contacts have, built in or custom."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def list(self, *, which: Literal["all", "custom"] | MISSING = MISSING) -> builtins.list[ContactProperty]:
        """List contact properties.

        Arguments, result and errors are those of `ContactProperties.list`.
        """
        return await self._client.send(_LIST, Arguments(query={"list": which}))

    @overload
    async def create(self, *, name: str, type: PropertyType) -> SuccessResponse: ...

    @overload
    async def create(self, *, body: ContactPropertyCreate) -> SuccessResponse: ...

    async def create(
        self,
        *,
        name: str | MISSING = MISSING,
        type: PropertyType | MISSING = MISSING,
        body: ContactPropertyCreate | None = None,
    ) -> SuccessResponse:
        """Create a contact property.

        Arguments, result and errors are those of `ContactProperties.create`.
        """
        return await self._client.send(
            _CREATE, Arguments(body=body_of(ContactPropertyCreate, body, name=name, type=type))
        )
