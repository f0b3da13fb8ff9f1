"""People with an email address and fields of their own."""

from __future__ import annotations

from typing import overload

from pydantic import MISSING

from .._client import AsyncClient, Client
from .._operation import Arguments, Operation, body_of
from ..models import ContactInput, ContactResponse, CustomFieldValue

_CREATE: Operation[ContactResponse] = Operation(
    id="createContact",
    method="POST",
    path="/contacts",
    results={"2XX": ContactResponse},
)

_UPSERT: Operation[ContactResponse] = Operation(
    id="upsertContact",
    method="POST",
    path="/contacts/email",
    results={"200": ContactResponse},
)


class Contacts:
    """People with an email address and fields of their own."""

    def __init__(self, client: Client) -> None:
        self._client = client

    @overload
    def create(
        self,
        *,
        email: str,
        first_name: str | MISSING = MISSING,
        last_name: str | MISSING = MISSING,
        user_id: str | MISSING = MISSING,
        list_ids: list[str] | MISSING = MISSING,
        custom_fields: dict[str, CustomFieldValue] | MISSING = MISSING,
    ) -> ContactResponse: ...

    @overload
    def create(self, *, body: ContactInput) -> ContactResponse: ...

    def create(
        self,
        *,
        email: str | MISSING = MISSING,
        first_name: str | MISSING = MISSING,
        last_name: str | MISSING = MISSING,
        user_id: str | MISSING = MISSING,
        list_ids: list[str] | MISSING = MISSING,
        custom_fields: dict[str, CustomFieldValue] | MISSING = MISSING,
        body: ContactInput | None = None,
    ) -> ContactResponse:
        """Create a contact.

        Creates a contact. It fails where the project has a contact with this address, with a status
        that is not documented; `upsertContact` does not fail there. Adding a contact to lists
        starts their live automations.

        Args:
            email: The address of the contact. It is stored in lower case.
            first_name: The first name.
            last_name: The last name.
            user_id: The ID of the contact in the system of the caller.
            list_ids: The IDs of the lists to add the contact to. Segments are not allowed here.
            custom_fields: Further fields of the contact by name.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The contact exists.

        Raises:
            BadRequestError: The request is malformed: broken JSON, a missing field, a wrong type or
                a value beyond its limit.
            UnauthorizedError: The key is missing, wrong, expired or badly formed.
            PaymentRequiredError: A payment is due or the subscription has run out.
            ForbiddenError: The key is valid but may not do this, or a limit of the plan is reached.
            TooManyRequestsError: The rate limit is exceeded. The body says how many seconds to
                wait; exponential backoff is advised.
            InternalServerError: AutoSend failed to process the request.
        """
        return self._client.send(
            _CREATE,
            Arguments(
                body=body_of(
                    ContactInput,
                    body,
                    email=email,
                    first_name=first_name,
                    last_name=last_name,
                    user_id=user_id,
                    list_ids=list_ids,
                    custom_fields=custom_fields,
                )
            ),
        )

    @overload
    def upsert(
        self,
        *,
        email: str,
        first_name: str | MISSING = MISSING,
        last_name: str | MISSING = MISSING,
        user_id: str | MISSING = MISSING,
        list_ids: list[str] | MISSING = MISSING,
        custom_fields: dict[str, CustomFieldValue] | MISSING = MISSING,
    ) -> ContactResponse: ...

    @overload
    def upsert(self, *, body: ContactInput) -> ContactResponse: ...

    def upsert(
        self,
        *,
        email: str | MISSING = MISSING,
        first_name: str | MISSING = MISSING,
        last_name: str | MISSING = MISSING,
        user_id: str | MISSING = MISSING,
        list_ids: list[str] | MISSING = MISSING,
        custom_fields: dict[str, CustomFieldValue] | MISSING = MISSING,
        body: ContactInput | None = None,
    ) -> ContactResponse:
        """Create or update a contact.

        Creates a contact, or changes the one that has the address already. Whether fields that are
        left out keep their value, and whether custom fields are merged, is not documented. Adding a
        contact to lists starts their live automations.

        Args:
            email: The address of the contact. It is stored in lower case.
            first_name: The first name.
            last_name: The last name.
            user_id: The ID of the contact in the system of the caller.
            list_ids: The IDs of the lists to add the contact to. Segments are not allowed here.
            custom_fields: Further fields of the contact by name.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The contact as it is now.

        Raises:
            BadRequestError: The request is malformed: broken JSON, a missing field, a wrong type or
                a value beyond its limit.
            UnauthorizedError: The key is missing, wrong, expired or badly formed.
            PaymentRequiredError: A payment is due or the subscription has run out.
            ForbiddenError: The key is valid but may not do this, or a limit of the plan is reached.
            TooManyRequestsError: The rate limit is exceeded. The body says how many seconds to
                wait; exponential backoff is advised.
            InternalServerError: AutoSend failed to process the request.
        """
        return self._client.send(
            _UPSERT,
            Arguments(
                body=body_of(
                    ContactInput,
                    body,
                    email=email,
                    first_name=first_name,
                    last_name=last_name,
                    user_id=user_id,
                    list_ids=list_ids,
                    custom_fields=custom_fields,
                )
            ),
        )


class AsyncContacts:
    """People with an email address and fields of their own."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @overload
    async def create(
        self,
        *,
        email: str,
        first_name: str | MISSING = MISSING,
        last_name: str | MISSING = MISSING,
        user_id: str | MISSING = MISSING,
        list_ids: list[str] | MISSING = MISSING,
        custom_fields: dict[str, CustomFieldValue] | MISSING = MISSING,
    ) -> ContactResponse: ...

    @overload
    async def create(self, *, body: ContactInput) -> ContactResponse: ...

    async def create(
        self,
        *,
        email: str | MISSING = MISSING,
        first_name: str | MISSING = MISSING,
        last_name: str | MISSING = MISSING,
        user_id: str | MISSING = MISSING,
        list_ids: list[str] | MISSING = MISSING,
        custom_fields: dict[str, CustomFieldValue] | MISSING = MISSING,
        body: ContactInput | None = None,
    ) -> ContactResponse:
        """Create a contact.

        Arguments, result and errors are those of `Contacts.create`.
        """
        return await self._client.send(
            _CREATE,
            Arguments(
                body=body_of(
                    ContactInput,
                    body,
                    email=email,
                    first_name=first_name,
                    last_name=last_name,
                    user_id=user_id,
                    list_ids=list_ids,
                    custom_fields=custom_fields,
                )
            ),
        )

    @overload
    async def upsert(
        self,
        *,
        email: str,
        first_name: str | MISSING = MISSING,
        last_name: str | MISSING = MISSING,
        user_id: str | MISSING = MISSING,
        list_ids: list[str] | MISSING = MISSING,
        custom_fields: dict[str, CustomFieldValue] | MISSING = MISSING,
    ) -> ContactResponse: ...

    @overload
    async def upsert(self, *, body: ContactInput) -> ContactResponse: ...

    async def upsert(
        self,
        *,
        email: str | MISSING = MISSING,
        first_name: str | MISSING = MISSING,
        last_name: str | MISSING = MISSING,
        user_id: str | MISSING = MISSING,
        list_ids: list[str] | MISSING = MISSING,
        custom_fields: dict[str, CustomFieldValue] | MISSING = MISSING,
        body: ContactInput | None = None,
    ) -> ContactResponse:
        """Create or update a contact.

        Arguments, result and errors are those of `Contacts.upsert`.
        """
        return await self._client.send(
            _UPSERT,
            Arguments(
                body=body_of(
                    ContactInput,
                    body,
                    email=email,
                    first_name=first_name,
                    last_name=last_name,
                    user_id=user_id,
                    list_ids=list_ids,
                    custom_fields=custom_fields,
                )
            ),
        )
