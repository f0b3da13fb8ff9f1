"""Transactional groups keep transactional emails in order."""

from __future__ import annotations

from typing import overload

from pydantic import MISSING

from .._client import AsyncClient, Client
from .._operation import Arguments, Operation, body_of
from .._pages import AsyncPages, Pages, Paging
from ..models import TransactionalGroup, TransactionalGroupCreate, TransactionalGroupList, TransactionalGroupUpdate

_LIST: Operation[TransactionalGroupList] = Operation(
    id="listTransactionalGroups",
    method="GET",
    path="/v1/transactional-groups",
    results={"200": TransactionalGroupList},
)
_LIST_PAGES = Paging(
    style="cursor",
    items=("data",),
    following=("pagination", "next_cursor"),
)

_CREATE: Operation[TransactionalGroup] = Operation(
    id="createTransactionalGroup",
    method="POST",
    path="/v1/transactional-groups",
    results={"200": TransactionalGroup},
)

_GET: Operation[TransactionalGroup] = Operation(
    id="getTransactionalGroup",
    method="GET",
    path="/v1/transactional-groups/{transactionalGroupId}",
    results={"200": TransactionalGroup},
)

_UPDATE: Operation[TransactionalGroup] = Operation(
    id="updateTransactionalGroup",
    method="POST",
    path="/v1/transactional-groups/{transactionalGroupId}",
    results={"200": TransactionalGroup},
)


class TransactionalGroups:
    """Transactional groups keep transactional emails in order."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def list(
        self, *, per_page: str | MISSING = MISSING, cursor: str | MISSING = MISSING
    ) -> Pages[TransactionalGroupList, TransactionalGroup]:
        """List transactional groups.

        Reads the groups of transactional emails, one page at a time. The newest comes first.

        Args:
            per_page: The number of items on a page, from 10 to 50, written as a string of digits.
                Matches `^([1-4][0-9]|50)$`. The server's default is `"20"`.
            cursor: The `pagination.next_cursor` of the page before. The first page needs none.

        Returns:
            The items, page after page as they are asked for; its `pages()` gives the pages
            themselves.

        Raises:
            BadRequestError: The value of `per_page` is not valid.
            UnauthorizedError: The API key is not valid, or the team has no access to the content
                API.
            MethodNotAllowedError: The path does not support the HTTP method.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """

        def fetch(cursor: str | MISSING) -> TransactionalGroupList:
            return self._client.send(_LIST, Arguments(query={"perPage": per_page, "cursor": cursor}))

        return Pages(fetch, cursor, _LIST_PAGES)

    @overload
    def create(self, *, name: str, description: str | MISSING = MISSING) -> TransactionalGroup: ...

    @overload
    def create(self, *, body: TransactionalGroupCreate) -> TransactionalGroup: ...

    def create(
        self,
        *,
        name: str | MISSING = MISSING,
        description: str | MISSING = MISSING,
        body: TransactionalGroupCreate | None = None,
    ) -> TransactionalGroup:
        """Create a transactional group.

        Adds a group for transactional emails. The name `Unsorted` is reserved.

        Args:
            name: The name of the group. `Unsorted` is reserved.
            description: A description of the group.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The new group.

        Raises:
            BadRequestError: The body is not valid, or the name is reserved.
            UnauthorizedError: The API key is not valid, or the team has no access to the content
                API.
            MethodNotAllowedError: The path does not support the HTTP method.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """
        return self._client.send(
            _CREATE, Arguments(body=body_of(TransactionalGroupCreate, body, name=name, description=description))
        )

    def get(self, transactional_group_id: str) -> TransactionalGroup:
        """Get a transactional group.

        Reads one group of transactional emails.

        Args:
            transactional_group_id: The ID of the group.

        Returns:
            The group.

        Raises:
            BadRequestError: The group ID is not valid.
            UnauthorizedError: The API key is not valid, or the team has no access to the content
                API.
            NotFoundError: The group does not exist.
            MethodNotAllowedError: The path does not support the HTTP method.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """
        return self._client.send(_GET, Arguments(path={"transactionalGroupId": transactional_group_id}))

    def update(
        self,
        transactional_group_id: str,
        *,
        name: str | MISSING = MISSING,
        description: str | MISSING = MISSING,
        body: TransactionalGroupUpdate | None = None,
    ) -> TransactionalGroup:
        """Update a transactional group.

        Changes the name of a group, its description, or both. The group called `Unsorted` cannot be
        changed, and no other group can take that name.

        Args:
            transactional_group_id: The ID of the group.
            name: The new name of the group. `Unsorted` is reserved.
            description: The new description of the group.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The group after the change.

        Raises:
            BadRequestError: The body is not valid, the name is reserved, or the group is
                `Unsorted`.
            UnauthorizedError: The API key is not valid, or the team has no access to the content
                API.
            NotFoundError: The group does not exist.
            MethodNotAllowedError: The path does not support the HTTP method.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """
        return self._client.send(
            _UPDATE,
            Arguments(
                path={"transactionalGroupId": transactional_group_id},
                body=body_of(TransactionalGroupUpdate, body, name=name, description=description),
            ),
        )


class AsyncTransactionalGroups:
    """Transactional groups keep transactional emails in order."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    def list(
        self, *, per_page: str | MISSING = MISSING, cursor: str | MISSING = MISSING
    ) -> AsyncPages[TransactionalGroupList, TransactionalGroup]:
        """List transactional groups.

        Arguments, result and errors are those of `TransactionalGroups.list`.
        """

        async def fetch(cursor: str | MISSING) -> TransactionalGroupList:
            return await self._client.send(_LIST, Arguments(query={"perPage": per_page, "cursor": cursor}))

        return AsyncPages(fetch, cursor, _LIST_PAGES)

    @overload
    async def create(self, *, name: str, description: str | MISSING = MISSING) -> TransactionalGroup: ...

    @overload
    async def create(self, *, body: TransactionalGroupCreate) -> TransactionalGroup: ...

    async def create(
        self,
        *,
        name: str | MISSING = MISSING,
        description: str | MISSING = MISSING,
        body: TransactionalGroupCreate | None = None,
    ) -> TransactionalGroup:
        """Create a transactional group.

        Arguments, result and errors are those of `TransactionalGroups.create`.
        """
        return await self._client.send(
            _CREATE, Arguments(body=body_of(TransactionalGroupCreate, body, name=name, description=description))
        )

    async def get(self, transactional_group_id: str) -> TransactionalGroup:
        """Get a transactional group.

        Arguments, result and errors are those of `TransactionalGroups.get`.
        """
        return await self._client.send(_GET, Arguments(path={"transactionalGroupId": transactional_group_id}))

    async def update(
        self,
        transactional_group_id: str,
        *,
        name: str | MISSING = MISSING,
        description: str | MISSING = MISSING,
        body: TransactionalGroupUpdate | None = None,
    ) -> TransactionalGroup:
        """Update a transactional group.

        Arguments, result and errors are those of `TransactionalGroups.update`.
        """
        return await self._client.send(
            _UPDATE,
            Arguments(
                path={"transactionalGroupId": transactional_group_id},
                body=body_of(TransactionalGroupUpdate, body, name=name, description=description),
            ),
        )
