"""Contacts are the people that a team sends to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import overload

from pydantic import MISSING

from .._client import AsyncClient, Client
from .._operation import Arguments, Operation, additional_to, body_of
from ..models import (
    Contact,
    ContactCreate,
    ContactDelete,
    ContactDeletion,
    ContactSuppression,
    ContactUpdate,
    MailingListSubscriptions,
    SavedContact,
    SuppressionRemoval,
)

_CREATE: Operation[SavedContact] = Operation(
    id="createContact",
    method="POST",
    path="/v1/contacts/create",
    results={"200": SavedContact},
)

_UPDATE: Operation[SavedContact] = Operation(
    id="updateContact",
    method="PUT",
    path="/v1/contacts/update",
    results={"200": SavedContact},
)

_FIND: Operation[list[Contact]] = Operation(
    id="findContact",
    method="GET",
    path="/v1/contacts/find",
    results={"200": list[Contact]},
)

_DELETE: Operation[ContactDeletion] = Operation(
    id="deleteContact",
    method="POST",
    path="/v1/contacts/delete",
    results={"200": ContactDeletion},
)

_GET_SUPPRESSION: Operation[ContactSuppression] = Operation(
    id="getContactSuppression",
    method="GET",
    path="/v1/contacts/suppression",
    results={"200": ContactSuppression},
)

_REMOVE_SUPPRESSION: Operation[SuppressionRemoval] = Operation(
    id="removeContactSuppression",
    method="DELETE",
    path="/v1/contacts/suppression",
    results={"200": SuppressionRemoval},
)


class Contacts:
    """Contacts are the people that a team sends to."""

    def __init__(self, client: Client) -> None:
        self._client = client

    @overload
    def create(
        self,
        *,
        email: str,
        first_name: str | MISSING = MISSING,
        last_name: str | MISSING = MISSING,
        source: str | MISSING = MISSING,
        subscribed: bool | MISSING = MISSING,
        user_group: str | MISSING = MISSING,
        user_id: str | MISSING = MISSING,
        mailing_lists: MailingListSubscriptions | MISSING = MISSING,
        additional_properties: Mapping[str, str | int | float | bool] | MISSING = MISSING,
    ) -> SavedContact: ...

    @overload
    def create(self, *, body: ContactCreate) -> SavedContact: ...

    def create(
        self,
        *,
        email: str | MISSING = MISSING,
        first_name: str | MISSING = MISSING,
        last_name: str | MISSING = MISSING,
        source: str | MISSING = MISSING,
        subscribed: bool | MISSING = MISSING,
        user_group: str | MISSING = MISSING,
        user_id: str | MISSING = MISSING,
        mailing_lists: MailingListSubscriptions | MISSING = MISSING,
        additional_properties: Mapping[str, str | int | float | bool] | MISSING = MISSING,
        body: ContactCreate | None = None,
    ) -> SavedContact:
        """Create a contact.

        Adds a contact. Keys that are not listed set custom contact properties, which must exist
        beforehand. An email address or a user ID that another contact has leads to 409; updating a
        contact creates it where needed, and does not fail so. A string in the body may be up to 500
        characters long.

        Args:
            email: The email address of the contact.
            first_name: The first name of the contact.
            last_name: The last name of the contact.
            source: Where the contact came from, in place of `API`.
            subscribed: Whether the contact gets emails of campaigns and workflows. The server's
                default is `true`.
            user_group: The user group of the contact.
            user_id: A user ID for the contact, unique within the team.
            mailing_lists: The mailing lists to put the contact on, or to take it off.
            additional_properties: Properties that have no argument of their own, by their names in
                the API.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The contact is created.

        Raises:
            BadRequestError: The body is not valid, for example because of a malformed email
                address.
            UnauthorizedError: The API key is not valid.
            MethodNotAllowedError: The path does not support the HTTP method.
            ConflictError: Another contact has the email address or the user ID.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """
        return self._client.send(
            _CREATE,
            Arguments(
                body=body_of(
                    ContactCreate,
                    body,
                    email=email,
                    first_name=first_name,
                    last_name=last_name,
                    source=source,
                    subscribed=subscribed,
                    user_group=user_group,
                    user_id=user_id,
                    mailing_lists=mailing_lists,
                    **additional_to(ContactCreate, additional_properties),
                )
            ),
        )

    def update(
        self,
        *,
        email: str | MISSING = MISSING,
        first_name: str | MISSING = MISSING,
        last_name: str | MISSING = MISSING,
        source: str | MISSING = MISSING,
        subscribed: bool | MISSING = MISSING,
        user_group: str | MISSING = MISSING,
        user_id: str | MISSING = MISSING,
        mailing_lists: MailingListSubscriptions | MISSING = MISSING,
        additional_properties: Mapping[str, str | int | float | bool] | MISSING = MISSING,
        body: ContactUpdate | None = None,
    ) -> SavedContact:
        """Update or create a contact.

        Changes the contact with the email address or the user ID of the body, and creates it where
        there is none. At least one of `email` and `user_id` is required. With both, a contact that
        has either is taken, and the other is overwritten. To get another email address, a contact
        needs a user ID first. Keys that are not listed set custom contact properties, which must
        exist beforehand. A string in the body may be up to 500 characters long.

        Args:
            email: The email address that identifies the contact, or a new one for the contact that
                `user_id` identifies.
            first_name: The first name of the contact.
            last_name: The last name of the contact.
            source: Where the contact came from, in place of `API`.
            subscribed: Whether the contact gets emails of campaigns and workflows. Sending it on
                every update is advised against, because it undoes what the contact chose.
            user_group: The user group of the contact.
            user_id: The user ID that identifies the contact, or a new one for the contact that
                `email` identifies.
            mailing_lists: The mailing lists to put the contact on, or to take it off.
            additional_properties: Properties that have no argument of their own, by their names in
                the API.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The contact is changed or created.

        Raises:
            BadRequestError: The body is not valid, for example because it identifies no contact.
            UnauthorizedError: The API key is not valid.
            MethodNotAllowedError: The path does not support the HTTP method.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """
        return self._client.send(
            _UPDATE,
            Arguments(
                body=body_of(
                    ContactUpdate,
                    body,
                    email=email,
                    first_name=first_name,
                    last_name=last_name,
                    source=source,
                    subscribed=subscribed,
                    user_group=user_group,
                    user_id=user_id,
                    mailing_lists=mailing_lists,
                    **additional_to(ContactUpdate, additional_properties),
                )
            ),
        )

    def find(self, *, email: str | MISSING = MISSING, user_id: str | MISSING = MISSING) -> list[Contact]:
        """Find a contact.

        Looks a contact up by email address or by user ID. Exactly one of the two parameters is
        accepted. The response is an array, empty where no contact matches. Custom properties stand
        among the other keys of a contact.

        Args:
            email: The email address of the contact. It cannot be combined with `user_id`.
            user_id: The user ID that the team gave the contact. It cannot be combined with `email`.

        Returns:
            The contact, or nothing.

        Raises:
            BadRequestError: The parameters are not valid, for example because of a malformed email
                address.
            UnauthorizedError: The API key is not valid.
            MethodNotAllowedError: The path does not support the HTTP method.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """
        return self._client.send(_FIND, Arguments(query={"email": email, "userId": user_id}))

    def delete(
        self, *, email: str | MISSING = MISSING, user_id: str | MISSING = MISSING, body: ContactDelete | None = None
    ) -> ContactDeletion:
        """Delete a contact.

        Deletes the contact with the email address or the user ID of the body. Exactly one of
        `email` and `user_id` is required; both together lead to 400.

        Args:
            email: The email address of the contact.
            user_id: The user ID that the team gave the contact.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The contact is deleted.

        Raises:
            BadRequestError: The body is not valid, for example because it holds both identifiers.
            UnauthorizedError: The API key is not valid.
            NotFoundError: The contact does not exist.
            MethodNotAllowedError: The path does not support the HTTP method.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """
        return self._client.send(_DELETE, Arguments(body=body_of(ContactDelete, body, email=email, user_id=user_id)))

    def get_suppression(
        self, *, email: str | MISSING = MISSING, user_id: str | MISSING = MISSING
    ) -> ContactSuppression:
        """Check whether a contact is suppressed.

        Tells whether a contact is on the suppression list, and how many contacts the team may still
        take off it. Exactly one of the two parameters is accepted.

        Args:
            email: The email address of the contact. It cannot be combined with `user_id`.
            user_id: The user ID that the team gave the contact. It cannot be combined with `email`.

        Returns:
            The contact and its suppression.

        Raises:
            BadRequestError: The parameters are not valid, for example because of a malformed email
                address.
            UnauthorizedError: The API key is not valid.
            NotFoundError: The contact does not exist.
            MethodNotAllowedError: The path does not support the HTTP method.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """
        return self._client.send(_GET_SUPPRESSION, Arguments(query={"email": email, "userId": user_id}))

    def remove_suppression(
        self, *, email: str | MISSING = MISSING, user_id: str | MISSING = MISSING
    ) -> SuppressionRemoval:
        """Take a contact off the suppression list.

        Takes a contact off the suppression list. The team has a quota of removals over 30 days.
        Exactly one of the two parameters is accepted.

        Args:
            email: The email address of the contact. It cannot be combined with `user_id`.
            user_id: The user ID that the team gave the contact. It cannot be combined with `email`.

        Returns:
            The contact is off the suppression list.

        Raises:
            BadRequestError: The parameters are not valid, or the contact is not suppressed.
            UnauthorizedError: The API key is not valid.
            NotFoundError: The contact does not exist.
            MethodNotAllowedError: The path does not support the HTTP method.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """
        return self._client.send(_REMOVE_SUPPRESSION, Arguments(query={"email": email, "userId": user_id}))


class AsyncContacts:
    """Contacts are the people that a team sends to."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @overload
    async def create(
        self,
        *,
        email: str,
        first_name: str | MISSING = MISSING,
        last_name: str | MISSING = MISSING,
        source: str | MISSING = MISSING,
        subscribed: bool | MISSING = MISSING,
        user_group: str | MISSING = MISSING,
        user_id: str | MISSING = MISSING,
        mailing_lists: MailingListSubscriptions | MISSING = MISSING,
        additional_properties: Mapping[str, str | int | float | bool] | MISSING = MISSING,
    ) -> SavedContact: ...

    @overload
    async def create(self, *, body: ContactCreate) -> SavedContact: ...

    async def create(
        self,
        *,
        email: str | MISSING = MISSING,
        first_name: str | MISSING = MISSING,
        last_name: str | MISSING = MISSING,
        source: str | MISSING = MISSING,
        subscribed: bool | MISSING = MISSING,
        user_group: str | MISSING = MISSING,
        user_id: str | MISSING = MISSING,
        mailing_lists: MailingListSubscriptions | MISSING = MISSING,
        additional_properties: Mapping[str, str | int | float | bool] | MISSING = MISSING,
        body: ContactCreate | None = None,
    ) -> SavedContact:
        """Create a contact.

        Arguments, result and errors are those of `Contacts.create`.
        """
        return await self._client.send(
            _CREATE,
            Arguments(
                body=body_of(
                    ContactCreate,
                    body,
                    email=email,
                    first_name=first_name,
                    last_name=last_name,
                    source=source,
                    subscribed=subscribed,
                    user_group=user_group,
                    user_id=user_id,
                    mailing_lists=mailing_lists,
                    **additional_to(ContactCreate, additional_properties),
                )
            ),
        )

    async def update(
        self,
        *,
        email: str | MISSING = MISSING,
        first_name: str | MISSING = MISSING,
        last_name: str | MISSING = MISSING,
        source: str | MISSING = MISSING,
        subscribed: bool | MISSING = MISSING,
        user_group: str | MISSING = MISSING,
        user_id: str | MISSING = MISSING,
        mailing_lists: MailingListSubscriptions | MISSING = MISSING,
        additional_properties: Mapping[str, str | int | float | bool] | MISSING = MISSING,
        body: ContactUpdate | None = None,
    ) -> SavedContact:
        """Update or create a contact.

        Arguments, result and errors are those of `Contacts.update`.
        """
        return await self._client.send(
            _UPDATE,
            Arguments(
                body=body_of(
                    ContactUpdate,
                    body,
                    email=email,
                    first_name=first_name,
                    last_name=last_name,
                    source=source,
                    subscribed=subscribed,
                    user_group=user_group,
                    user_id=user_id,
                    mailing_lists=mailing_lists,
                    **additional_to(ContactUpdate, additional_properties),
                )
            ),
        )

    async def find(self, *, email: str | MISSING = MISSING, user_id: str | MISSING = MISSING) -> list[Contact]:
        """Find a contact.

        Arguments, result and errors are those of `Contacts.find`.
        """
        return await self._client.send(_FIND, Arguments(query={"email": email, "userId": user_id}))

    async def delete(
        self, *, email: str | MISSING = MISSING, user_id: str | MISSING = MISSING, body: ContactDelete | None = None
    ) -> ContactDeletion:
        """Delete a contact.

        Arguments, result and errors are those of `Contacts.delete`.
        """
        return await self._client.send(
            _DELETE, Arguments(body=body_of(ContactDelete, body, email=email, user_id=user_id))
        )

    async def get_suppression(
        self, *, email: str | MISSING = MISSING, user_id: str | MISSING = MISSING
    ) -> ContactSuppression:
        """Check whether a contact is suppressed.

        Arguments, result and errors are those of `Contacts.get_suppression`.
        """
        return await self._client.send(_GET_SUPPRESSION, Arguments(query={"email": email, "userId": user_id}))

    async def remove_suppression(
        self, *, email: str | MISSING = MISSING, user_id: str | MISSING = MISSING
    ) -> SuppressionRemoval:
        """Take a contact off the suppression list.

        Arguments, result and errors are those of `Contacts.remove_suppression`.
        """
        return await self._client.send(_REMOVE_SUPPRESSION, Arguments(query={"email": email, "userId": user_id}))
