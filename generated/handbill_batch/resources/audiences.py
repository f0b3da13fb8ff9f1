"""Named lists of custom user IDs that a campaign can be addressed to. Changes are indexed after the
response.
"""

from __future__ import annotations

import builtins
from typing import Literal, overload

from pydantic import MISSING

from .._client import AsyncClient, Client
from .._operation import Arguments, Operation, body_of
from .._pages import AsyncPages, Pages, Paging
from ..models import (
    Audience,
    AudienceAction,
    AudienceCreate,
    AudienceList,
    AudienceMember,
    AudienceRemove,
    AudienceReplace,
    AudienceUpdate,
    IndexingStarted,
)

_CREATE: Operation[IndexingStarted] = Operation(
    id="createAudience",
    method="POST",
    path="/audiences/create",
    results={"202": IndexingStarted},
)

_UPDATE: Operation[IndexingStarted] = Operation(
    id="updateAudience",
    method="POST",
    path="/audiences/update",
    results={"202": IndexingStarted},
)

_REPLACE: Operation[IndexingStarted] = Operation(
    id="replaceAudience",
    method="POST",
    path="/audiences/replace",
    results={"202": IndexingStarted},
)

_REMOVE: Operation[IndexingStarted] = Operation(
    id="removeAudience",
    method="POST",
    path="/audiences/remove",
    results={"202": IndexingStarted},
)

_GET: Operation[Audience] = Operation(
    id="getAudience",
    method="GET",
    path="/audiences/view",
    results={"200": Audience},
)

_LIST: Operation[AudienceList] = Operation(
    id="listAudiences",
    method="GET",
    path="/audiences/list",
    results={"200": AudienceList},
)
_LIST_PAGES = Paging(
    style="cursor",
    items=("audiences",),
    following=("next_from",),
    more=("has_more",),
)


class Audiences:
    """Named lists of custom user IDs that a campaign can be addressed to. Changes are indexed after
    the response.
    """

    def __init__(self, client: Client) -> None:
        self._client = client

    @overload
    def create(
        self, *, name: str, type: Literal["custom_ids"], display_name: str | MISSING = MISSING
    ) -> IndexingStarted: ...

    @overload
    def create(self, *, body: AudienceCreate) -> IndexingStarted: ...

    def create(
        self,
        *,
        name: str | MISSING = MISSING,
        type: Literal["custom_ids"] | MISSING = MISSING,
        display_name: str | MISSING = MISSING,
        body: AudienceCreate | None = None,
    ) -> IndexingStarted:
        """Create an audience.

        Creates an empty audience. Users are added through update or replace. The response carries
        an indexing token, and the view route tells what has become of it.

        Args:
            name: Name of the audience, unique in the project and case-sensitive. Letters, digits,
                `_` and `-` only. At most 255 characters. Matches `^[a-zA-Z0-9_-]+$`.
            type: Kind of the users in the audience. Only custom user IDs are possible.
            display_name: Text about the audience.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The audience is accepted and indexed later.

        Raises:
            BadRequestError: Batch cannot use the request. The update page of campaigns names
                MISSING_PARAMETER (error code 30), MALFORMED_PARAMETER (31) and MALFORMED_JSON_BODY
                (32).
            UnauthorizedError: Batch does not accept the REST API key for the given project:
                AUTHENTICATION_INVALID (error code 10).
            TooManyRequestsError: Too many requests: TOO_MANY_REQUESTS (error code 60). A caller
                pauses for 5 seconds or more; the next attempt may still meet the same error. No
                retry header is documented.
            InternalServerError: Batch failed unexpectedly: SERVER_ERROR. Update of campaigns
                numbers it 1 and delete 0, so the status tells more than the number.
            ServiceUnavailableError: Batch is down for maintenance: MAINTENANCE_ERROR (error code
                2). A later attempt can succeed.
        """
        return self._client.send(
            _CREATE, Arguments(body=body_of(AudienceCreate, body, name=name, type=type, display_name=display_name))
        )

    @overload
    def update(self, *, name: str, ids: builtins.list[AudienceAction]) -> IndexingStarted: ...

    @overload
    def update(self, *, body: AudienceUpdate) -> IndexingStarted: ...

    def update(
        self,
        *,
        name: str | MISSING = MISSING,
        ids: builtins.list[AudienceAction] | MISSING = MISSING,
        body: AudienceUpdate | None = None,
    ) -> IndexingStarted:
        """Add users to an audience or remove them.

        Adds users to an audience and removes others, up to 10,000 in a call. Users that the call
        does not name stay. Where one ID occurs more than once, the last action counts. Indexing is
        mostly quick but not guaranteed: a campaign sent at once may still see the audience as it
        was. The view route tells the state.

        Args:
            name: Name of the audience.
            ids: The actions, 10,000 at most. The last one for a user counts. At most 10000 items.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The actions are accepted and indexed later.

        Raises:
            BadRequestError: Batch cannot use the request. The update page of campaigns names
                MISSING_PARAMETER (error code 30), MALFORMED_PARAMETER (31) and MALFORMED_JSON_BODY
                (32).
            UnauthorizedError: Batch does not accept the REST API key for the given project:
                AUTHENTICATION_INVALID (error code 10).
            TooManyRequestsError: Too many requests: TOO_MANY_REQUESTS (error code 60). A caller
                pauses for 5 seconds or more; the next attempt may still meet the same error. No
                retry header is documented.
            InternalServerError: Batch failed unexpectedly: SERVER_ERROR. Update of campaigns
                numbers it 1 and delete 0, so the status tells more than the number.
            ServiceUnavailableError: Batch is down for maintenance: MAINTENANCE_ERROR (error code
                2). A later attempt can succeed.
            UnlistedStatusError: An error that the documentation of the operation does not number.
        """
        return self._client.send(_UPDATE, Arguments(body=body_of(AudienceUpdate, body, name=name, ids=ids)))

    @overload
    def replace(self, *, name: str, ids: builtins.list[AudienceMember]) -> IndexingStarted: ...

    @overload
    def replace(self, *, body: AudienceReplace) -> IndexingStarted: ...

    def replace(
        self,
        *,
        name: str | MISSING = MISSING,
        ids: builtins.list[AudienceMember] | MISSING = MISSING,
        body: AudienceReplace | None = None,
    ) -> IndexingStarted:
        """Replace the users of an audience.

        Empties an audience and fills it with the given users, up to 10,000. A second call replaces
        the users of the first, so a larger audience is filled through update.

        Args:
            name: Name of the audience.
            ids: The users, 10,000 at most. At most 10000 items.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The users are accepted and indexed later.

        Raises:
            BadRequestError: Batch cannot use the request. The update page of campaigns names
                MISSING_PARAMETER (error code 30), MALFORMED_PARAMETER (31) and MALFORMED_JSON_BODY
                (32).
            UnauthorizedError: Batch does not accept the REST API key for the given project:
                AUTHENTICATION_INVALID (error code 10).
            TooManyRequestsError: Too many requests: TOO_MANY_REQUESTS (error code 60). A caller
                pauses for 5 seconds or more; the next attempt may still meet the same error. No
                retry header is documented.
            InternalServerError: Batch failed unexpectedly: SERVER_ERROR. Update of campaigns
                numbers it 1 and delete 0, so the status tells more than the number.
            ServiceUnavailableError: Batch is down for maintenance: MAINTENANCE_ERROR (error code
                2). A later attempt can succeed.
            UnlistedStatusError: An error that the documentation of the operation does not number.
        """
        return self._client.send(_REPLACE, Arguments(body=body_of(AudienceReplace, body, name=name, ids=ids)))

    @overload
    def remove(self, *, name: str) -> IndexingStarted: ...

    @overload
    def remove(self, *, body: AudienceRemove) -> IndexingStarted: ...

    def remove(self, *, name: str | MISSING = MISSING, body: AudienceRemove | None = None) -> IndexingStarted:
        """Remove an audience.

        Removes an audience. A campaign that is addressed to it stays, and finds an empty audience.
        Whether a removal can be undone is not documented.

        Args:
            name: Name of the audience.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The removal is accepted and carried out later.

        Raises:
            BadRequestError: Batch cannot use the request. The update page of campaigns names
                MISSING_PARAMETER (error code 30), MALFORMED_PARAMETER (31) and MALFORMED_JSON_BODY
                (32).
            UnauthorizedError: Batch does not accept the REST API key for the given project:
                AUTHENTICATION_INVALID (error code 10).
            TooManyRequestsError: Too many requests: TOO_MANY_REQUESTS (error code 60). A caller
                pauses for 5 seconds or more; the next attempt may still meet the same error. No
                retry header is documented.
            InternalServerError: Batch failed unexpectedly: SERVER_ERROR. Update of campaigns
                numbers it 1 and delete 0, so the status tells more than the number.
            ServiceUnavailableError: Batch is down for maintenance: MAINTENANCE_ERROR (error code
                2). A later attempt can succeed.
            UnlistedStatusError: An error that the documentation of the operation does not number.
        """
        return self._client.send(_REMOVE, Arguments(body=body_of(AudienceRemove, body, name=name)))

    def get(self, *, name: str, indexing_token: str | MISSING = MISSING) -> Audience:
        """Get an audience.

        Reads an audience and how far its indexing is. With an indexing token the state is that of
        the change that returned the token, otherwise that of the last change.

        Args:
            name: Name of the audience.
            indexing_token: Token of the change to look at, as create, update, replace or remove
                returned it.

        Returns:
            The audience.

        Raises:
            BadRequestError: Batch cannot use the request. The update page of campaigns names
                MISSING_PARAMETER (error code 30), MALFORMED_PARAMETER (31) and MALFORMED_JSON_BODY
                (32).
            UnauthorizedError: Batch does not accept the REST API key for the given project:
                AUTHENTICATION_INVALID (error code 10).
            NotFoundError: The route is unknown, ROUTE_NOT_FOUND (error code 20), or no object has
                the given ID or name. The error code for an unknown object is not documented.
            TooManyRequestsError: Too many requests: TOO_MANY_REQUESTS (error code 60). A caller
                pauses for 5 seconds or more; the next attempt may still meet the same error. No
                retry header is documented.
            InternalServerError: Batch failed unexpectedly: SERVER_ERROR. Update of campaigns
                numbers it 1 and delete 0, so the status tells more than the number.
            ServiceUnavailableError: Batch is down for maintenance: MAINTENANCE_ERROR (error code
                2). A later attempt can succeed.
        """
        return self._client.send(_GET, Arguments(query={"name": name, "indexing_token": indexing_token}))

    def list(self, *, from_: str | MISSING = MISSING, limit: int | MISSING = MISSING) -> Pages[AudienceList, Audience]:
        """List audiences.

        Lists the audiences of the project, page by page, each as the view route shows it. The order
        is not documented.

        Args:
            from_: Cursor of the page to read, the `next_from` of the page before. Omitted for the
                first page.
            limit: Largest number of entries in one page. At most 100. The server's default is `10`.

        Returns:
            The items, page after page as they are asked for; its `pages()` gives the pages
            themselves.

        Raises:
            BadRequestError: Batch cannot use the request. The update page of campaigns names
                MISSING_PARAMETER (error code 30), MALFORMED_PARAMETER (31) and MALFORMED_JSON_BODY
                (32).
            UnauthorizedError: Batch does not accept the REST API key for the given project:
                AUTHENTICATION_INVALID (error code 10).
            TooManyRequestsError: Too many requests: TOO_MANY_REQUESTS (error code 60). A caller
                pauses for 5 seconds or more; the next attempt may still meet the same error. No
                retry header is documented.
            UnlistedStatusError: An error that the documentation of the operation does not number.
        """

        def fetch(from_: str | MISSING) -> AudienceList:
            return self._client.send(_LIST, Arguments(query={"from": from_, "limit": limit}))

        return Pages(fetch, from_, _LIST_PAGES)


class AsyncAudiences:
    """Named lists of custom user IDs that a campaign can be addressed to. Changes are indexed after
    the response.
    """

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @overload
    async def create(
        self, *, name: str, type: Literal["custom_ids"], display_name: str | MISSING = MISSING
    ) -> IndexingStarted: ...

    @overload
    async def create(self, *, body: AudienceCreate) -> IndexingStarted: ...

    async def create(
        self,
        *,
        name: str | MISSING = MISSING,
        type: Literal["custom_ids"] | MISSING = MISSING,
        display_name: str | MISSING = MISSING,
        body: AudienceCreate | None = None,
    ) -> IndexingStarted:
        """Create an audience.

        Arguments, result and errors are those of `Audiences.create`.
        """
        return await self._client.send(
            _CREATE, Arguments(body=body_of(AudienceCreate, body, name=name, type=type, display_name=display_name))
        )

    @overload
    async def update(self, *, name: str, ids: builtins.list[AudienceAction]) -> IndexingStarted: ...

    @overload
    async def update(self, *, body: AudienceUpdate) -> IndexingStarted: ...

    async def update(
        self,
        *,
        name: str | MISSING = MISSING,
        ids: builtins.list[AudienceAction] | MISSING = MISSING,
        body: AudienceUpdate | None = None,
    ) -> IndexingStarted:
        """Add users to an audience or remove them.

        Arguments, result and errors are those of `Audiences.update`.
        """
        return await self._client.send(_UPDATE, Arguments(body=body_of(AudienceUpdate, body, name=name, ids=ids)))

    @overload
    async def replace(self, *, name: str, ids: builtins.list[AudienceMember]) -> IndexingStarted: ...

    @overload
    async def replace(self, *, body: AudienceReplace) -> IndexingStarted: ...

    async def replace(
        self,
        *,
        name: str | MISSING = MISSING,
        ids: builtins.list[AudienceMember] | MISSING = MISSING,
        body: AudienceReplace | None = None,
    ) -> IndexingStarted:
        """Replace the users of an audience.

        Arguments, result and errors are those of `Audiences.replace`.
        """
        return await self._client.send(_REPLACE, Arguments(body=body_of(AudienceReplace, body, name=name, ids=ids)))

    @overload
    async def remove(self, *, name: str) -> IndexingStarted: ...

    @overload
    async def remove(self, *, body: AudienceRemove) -> IndexingStarted: ...

    async def remove(self, *, name: str | MISSING = MISSING, body: AudienceRemove | None = None) -> IndexingStarted:
        """Remove an audience.

        Arguments, result and errors are those of `Audiences.remove`.
        """
        return await self._client.send(_REMOVE, Arguments(body=body_of(AudienceRemove, body, name=name)))

    async def get(self, *, name: str, indexing_token: str | MISSING = MISSING) -> Audience:
        """Get an audience.

        Arguments, result and errors are those of `Audiences.get`.
        """
        return await self._client.send(_GET, Arguments(query={"name": name, "indexing_token": indexing_token}))

    def list(
        self, *, from_: str | MISSING = MISSING, limit: int | MISSING = MISSING
    ) -> AsyncPages[AudienceList, Audience]:
        """List audiences.

        Arguments, result and errors are those of `Audiences.list`.
        """

        async def fetch(from_: str | MISSING) -> AudienceList:
            return await self._client.send(_LIST, Arguments(query={"from": from_, "limit": limit}))

        return AsyncPages(fetch, from_, _LIST_PAGES)
