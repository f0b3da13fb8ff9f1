"""Campaign groups keep campaigns in order."""

from __future__ import annotations

from typing import overload

from pydantic import MISSING

from .._client import AsyncClient, Client
from .._operation import Arguments, Operation, body_of
from .._pages import AsyncPages, Pages, Paging
from ..models import CampaignGroup, CampaignGroupCreate, CampaignGroupList, CampaignGroupUpdate

_LIST: Operation[CampaignGroupList] = Operation(
    id="listCampaignGroups",
    method="GET",
    path="/v1/campaign-groups",
    results={"200": CampaignGroupList},
)
_LIST_PAGES = Paging(
    style="cursor",
    items=("data",),
    following=("pagination", "next_cursor"),
)

_CREATE: Operation[CampaignGroup] = Operation(
    id="createCampaignGroup",
    method="POST",
    path="/v1/campaign-groups",
    results={"200": CampaignGroup},
)

_GET: Operation[CampaignGroup] = Operation(
    id="getCampaignGroup",
    method="GET",
    path="/v1/campaign-groups/{campaignGroupId}",
    results={"200": CampaignGroup},
)

_UPDATE: Operation[CampaignGroup] = Operation(
    id="updateCampaignGroup",
    method="POST",
    path="/v1/campaign-groups/{campaignGroupId}",
    results={"200": CampaignGroup},
)


class CampaignGroups:
    """Campaign groups keep campaigns in order."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def list(
        self, *, per_page: str | MISSING = MISSING, cursor: str | MISSING = MISSING
    ) -> Pages[CampaignGroupList, CampaignGroup]:
        """List campaign groups.

        Reads the campaign groups of the team, one page at a time and newest first.

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

        def fetch(cursor: str | MISSING) -> CampaignGroupList:
            return self._client.send(_LIST, Arguments(query={"perPage": per_page, "cursor": cursor}))

        return Pages(fetch, cursor, _LIST_PAGES)

    @overload
    def create(self, *, name: str, description: str | MISSING = MISSING) -> CampaignGroup: ...

    @overload
    def create(self, *, body: CampaignGroupCreate) -> CampaignGroup: ...

    def create(
        self,
        *,
        name: str | MISSING = MISSING,
        description: str | MISSING = MISSING,
        body: CampaignGroupCreate | None = None,
    ) -> CampaignGroup:
        """Create a campaign group.

        Adds a campaign group. The name `Unsorted` is reserved. Whether two groups may have the same
        name is not documented.

        Args:
            name: The name of the campaign group. `Unsorted` is reserved.
            description: What the group is for.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The campaign group is created.

        Raises:
            BadRequestError: The body is not valid, or the name is the reserved one.
            UnauthorizedError: The API key is not valid, or the team has no access to the content
                API.
            MethodNotAllowedError: The path does not support the HTTP method.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """
        return self._client.send(
            _CREATE, Arguments(body=body_of(CampaignGroupCreate, body, name=name, description=description))
        )

    def get(self, campaign_group_id: str) -> CampaignGroup:
        """Get a campaign group.

        Reads one campaign group.

        Args:
            campaign_group_id: The campaign group's ID.

        Returns:
            The campaign group.

        Raises:
            BadRequestError: The campaign group ID is not valid.
            UnauthorizedError: The API key is not valid, or the team has no access to the content
                API.
            NotFoundError: The campaign group does not exist.
            MethodNotAllowedError: The path does not support the HTTP method.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """
        return self._client.send(_GET, Arguments(path={"campaignGroupId": campaign_group_id}))

    def update(
        self,
        campaign_group_id: str,
        *,
        name: str | MISSING = MISSING,
        description: str | MISSING = MISSING,
        body: CampaignGroupUpdate | None = None,
    ) -> CampaignGroup:
        """Update a campaign group.

        Changes the fields that the body names, of which there must be at least one. The group named
        `Unsorted` cannot be changed, and no other group can take that name. A field that is left
        out is understood to keep its value.

        Args:
            campaign_group_id: The campaign group's ID.
            name: The new name of the campaign group. `Unsorted` is reserved.
            description: What the group is for.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The campaign group after the change.

        Raises:
            BadRequestError: The body is not valid, the name is the reserved one, or the group is
                the reserved one.
            UnauthorizedError: The API key is not valid, or the team has no access to the content
                API.
            NotFoundError: The campaign group does not exist.
            MethodNotAllowedError: The path does not support the HTTP method.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """
        return self._client.send(
            _UPDATE,
            Arguments(
                path={"campaignGroupId": campaign_group_id},
                body=body_of(CampaignGroupUpdate, body, name=name, description=description),
            ),
        )


class AsyncCampaignGroups:
    """Campaign groups keep campaigns in order."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    def list(
        self, *, per_page: str | MISSING = MISSING, cursor: str | MISSING = MISSING
    ) -> AsyncPages[CampaignGroupList, CampaignGroup]:
        """List campaign groups.

        Arguments, result and errors are those of `CampaignGroups.list`.
        """

        async def fetch(cursor: str | MISSING) -> CampaignGroupList:
            return await self._client.send(_LIST, Arguments(query={"perPage": per_page, "cursor": cursor}))

        return AsyncPages(fetch, cursor, _LIST_PAGES)

    @overload
    async def create(self, *, name: str, description: str | MISSING = MISSING) -> CampaignGroup: ...

    @overload
    async def create(self, *, body: CampaignGroupCreate) -> CampaignGroup: ...

    async def create(
        self,
        *,
        name: str | MISSING = MISSING,
        description: str | MISSING = MISSING,
        body: CampaignGroupCreate | None = None,
    ) -> CampaignGroup:
        """Create a campaign group.

        Arguments, result and errors are those of `CampaignGroups.create`.
        """
        return await self._client.send(
            _CREATE, Arguments(body=body_of(CampaignGroupCreate, body, name=name, description=description))
        )

    async def get(self, campaign_group_id: str) -> CampaignGroup:
        """Get a campaign group.

        Arguments, result and errors are those of `CampaignGroups.get`.
        """
        return await self._client.send(_GET, Arguments(path={"campaignGroupId": campaign_group_id}))

    async def update(
        self,
        campaign_group_id: str,
        *,
        name: str | MISSING = MISSING,
        description: str | MISSING = MISSING,
        body: CampaignGroupUpdate | None = None,
    ) -> CampaignGroup:
        """Update a campaign group.

        Arguments, result and errors are those of `CampaignGroups.update`.
        """
        return await self._client.send(
            _UPDATE,
            Arguments(
                path={"campaignGroupId": campaign_group_id},
                body=body_of(CampaignGroupUpdate, body, name=name, description=description),
            ),
        )
