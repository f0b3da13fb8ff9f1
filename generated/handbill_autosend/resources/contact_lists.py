"""Contacts under one name. A list holds the contacts that were added to it, a segment those that match
its filter.
"""

from __future__ import annotations

from typing import Literal, overload

from pydantic import MISSING

from .._client import AsyncClient, Client
from .._operation import Arguments, Operation, body_of
from ..models import ContactListCreate, ContactListResponse, ContactListsResponse, SegmentFilter

_LIST: Operation[ContactListsResponse] = Operation(
    id="listContactLists",
    method="GET",
    path="/contact-lists",
    results={"200": ContactListsResponse},
)

_CREATE: Operation[ContactListResponse] = Operation(
    id="createContactList",
    method="POST",
    path="/contact-lists",
    results={"2XX": ContactListResponse},
)

_GET: Operation[ContactListResponse] = Operation(
    id="getContactList",
    method="GET",
    path="/contact-lists/{contactListId}",
    results={"200": ContactListResponse},
)


class ContactListsResource:
    """Contacts under one name. A list holds the contacts that were added to it, a segment those that
    match its filter.
    """

    def __init__(self, client: Client) -> None:
        self._client = client

    def list(self, *, type: str | MISSING = MISSING) -> ContactListsResponse:
        """List contact lists.

        Lists the lists and segments of the project, all of them or those of one type. The list of
        all contacts, whose ID is `GLOBAL_CONTACT_LIST`, comes first. The page calls paging optional
        without naming a parameter for it, and its example shows no page numbers.

        Args:
            type: Keeps only lists or only segments. Shown is `list`; `segment` is the other type of
                a list.

        Returns:
            The lists and segments.

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
        return self._client.send(_LIST, Arguments(query={"type": type}))

    @overload
    def create(
        self,
        *,
        name: str,
        description: str | MISSING = MISSING,
        type: Literal["list", "segment"] | MISSING = MISSING,
        filter_criteria: SegmentFilter | MISSING = MISSING,
        parent_id: str | MISSING = MISSING,
    ) -> ContactListResponse: ...

    @overload
    def create(self, *, body: ContactListCreate) -> ContactListResponse: ...

    def create(
        self,
        *,
        name: str | MISSING = MISSING,
        description: str | MISSING = MISSING,
        type: Literal["list", "segment"] | MISSING = MISSING,
        filter_criteria: SegmentFilter | MISSING = MISSING,
        parent_id: str | MISSING = MISSING,
        body: ContactListCreate | None = None,
    ) -> ContactListResponse:
        """Create a contact list.

        Creates a list, or a segment where `type` is `segment`. The name must be new in the project.

        Args:
            name: The name of the list, which no other list of the project has. At most 200
                characters.
            description: What the list is for. At most 500 characters.
            type: Whether to create a list or a segment. The server's default is `"list"`.
            filter_criteria: Which contacts belong to the segment. Required where `type` is
                `segment`.
            parent_id: The ID of the list that the new segment is a part of.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The list exists.

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
                    ContactListCreate,
                    body,
                    name=name,
                    description=description,
                    type=type,
                    filter_criteria=filter_criteria,
                    parent_id=parent_id,
                )
            ),
        )

    def get(self, contact_list_id: str) -> ContactListResponse:
        """Get a contact list.

        Reads one list or segment. Its contacts are not part of the response.

        Args:
            contact_list_id: The ID of the list or segment. `GLOBAL_CONTACT_LIST` stands for all
                contacts.

        Returns:
            The list or segment.

        Raises:
            BadRequestError: The request is malformed: broken JSON, a missing field, a wrong type or
                a value beyond its limit.
            UnauthorizedError: The key is missing, wrong, expired or badly formed.
            PaymentRequiredError: A payment is due or the subscription has run out.
            ForbiddenError: The key is valid but may not do this, or a limit of the plan is reached.
            NotFoundError: The ID is unknown, deleted or part of another project.
            TooManyRequestsError: The rate limit is exceeded. The body says how many seconds to
                wait; exponential backoff is advised.
            InternalServerError: AutoSend failed to process the request.
        """
        return self._client.send(_GET, Arguments(path={"contactListId": contact_list_id}))


class AsyncContactListsResource:
    """Contacts under one name. A list holds the contacts that were added to it, a segment those that
    match its filter.
    """

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def list(self, *, type: str | MISSING = MISSING) -> ContactListsResponse:
        """List contact lists.

        Arguments, result and errors are those of `ContactListsResource.list`.
        """
        return await self._client.send(_LIST, Arguments(query={"type": type}))

    @overload
    async def create(
        self,
        *,
        name: str,
        description: str | MISSING = MISSING,
        type: Literal["list", "segment"] | MISSING = MISSING,
        filter_criteria: SegmentFilter | MISSING = MISSING,
        parent_id: str | MISSING = MISSING,
    ) -> ContactListResponse: ...

    @overload
    async def create(self, *, body: ContactListCreate) -> ContactListResponse: ...

    async def create(
        self,
        *,
        name: str | MISSING = MISSING,
        description: str | MISSING = MISSING,
        type: Literal["list", "segment"] | MISSING = MISSING,
        filter_criteria: SegmentFilter | MISSING = MISSING,
        parent_id: str | MISSING = MISSING,
        body: ContactListCreate | None = None,
    ) -> ContactListResponse:
        """Create a contact list.

        Arguments, result and errors are those of `ContactListsResource.create`.
        """
        return await self._client.send(
            _CREATE,
            Arguments(
                body=body_of(
                    ContactListCreate,
                    body,
                    name=name,
                    description=description,
                    type=type,
                    filter_criteria=filter_criteria,
                    parent_id=parent_id,
                )
            ),
        )

    async def get(self, contact_list_id: str) -> ContactListResponse:
        """Get a contact list.

        Arguments, result and errors are those of `ContactListsResource.get`.
        """
        return await self._client.send(_GET, Arguments(path={"contactListId": contact_list_id}))
