"""Audience segments are saved filters on contacts."""

from __future__ import annotations

from typing import overload

from pydantic import MISSING

from .._client import AsyncClient, Client
from .._operation import Arguments, Operation, body_of
from .._pages import AsyncPages, Pages, Paging
from ..models import AudienceFilter, AudienceSegment, AudienceSegmentCreate, AudienceSegmentList

_LIST: Operation[AudienceSegmentList] = Operation(
    id="listAudienceSegments",
    method="GET",
    path="/v1/audience-segments",
    results={"200": AudienceSegmentList},
)
_LIST_PAGES = Paging(
    style="cursor",
    items=("data",),
    following=("pagination", "next_cursor"),
)

_CREATE: Operation[AudienceSegment] = Operation(
    id="createAudienceSegment",
    method="POST",
    path="/v1/audience-segments",
    results={"200": AudienceSegment},
)

_GET: Operation[AudienceSegment] = Operation(
    id="getAudienceSegment",
    method="GET",
    path="/v1/audience-segments/{audienceSegmentId}",
    results={"200": AudienceSegment},
)


class AudienceSegments:
    """Audience segments are saved filters on contacts."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def list(
        self, *, per_page: str | MISSING = MISSING, cursor: str | MISSING = MISSING
    ) -> Pages[AudienceSegmentList, AudienceSegment]:
        """List audience segments.

        Reads the audience segments of the team, one page at a time and newest first.

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

        def fetch(cursor: str | MISSING) -> AudienceSegmentList:
            return self._client.send(_LIST, Arguments(query={"perPage": per_page, "cursor": cursor}))

        return Pages(fetch, cursor, _LIST_PAGES)

    @overload
    def create(self, *, name: str, filter: AudienceFilter, description: str | MISSING = MISSING) -> AudienceSegment: ...

    @overload
    def create(self, *, body: AudienceSegmentCreate) -> AudienceSegment: ...

    def create(
        self,
        *,
        name: str | MISSING = MISSING,
        filter: AudienceFilter | MISSING = MISSING,
        description: str | MISSING = MISSING,
        body: AudienceSegmentCreate | None = None,
    ) -> AudienceSegment:
        """Create an audience segment.

        Saves a filter on contacts under a name. No other segment of the team may have the name, and
        what the filter refers to must exist. A segment cannot be changed or deleted through the
        API.

        Args:
            name: The name of the segment. No other segment of the team may have it. At most 255
                characters.
            filter: The conditions of the segment. Null is not accepted.
            description: A description of the contacts in the segment. At most 1000 characters.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The segment is created.

        Raises:
            BadRequestError: The body is not valid, another segment has the name, or the filter has
                too many conditions.
            UnauthorizedError: The API key is not valid, or the team has no access to the content
                API.
            NotFoundError: A campaign, a workflow or a workflow email that the filter refers to does
                not exist.
            MethodNotAllowedError: The path does not support the HTTP method.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """
        return self._client.send(
            _CREATE,
            Arguments(body=body_of(AudienceSegmentCreate, body, name=name, filter=filter, description=description)),
        )

    def get(self, audience_segment_id: str) -> AudienceSegment:
        """Get an audience segment.

        Reads one segment with its filter.

        Args:
            audience_segment_id: The ID of the segment.

        Returns:
            The segment.

        Raises:
            BadRequestError: The segment ID is not valid.
            UnauthorizedError: The API key is not valid, or the team has no access to the content
                API.
            NotFoundError: The segment does not exist.
            MethodNotAllowedError: The path does not support the HTTP method.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """
        return self._client.send(_GET, Arguments(path={"audienceSegmentId": audience_segment_id}))


class AsyncAudienceSegments:
    """Audience segments are saved filters on contacts."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    def list(
        self, *, per_page: str | MISSING = MISSING, cursor: str | MISSING = MISSING
    ) -> AsyncPages[AudienceSegmentList, AudienceSegment]:
        """List audience segments.

        Arguments, result and errors are those of `AudienceSegments.list`.
        """

        async def fetch(cursor: str | MISSING) -> AudienceSegmentList:
            return await self._client.send(_LIST, Arguments(query={"perPage": per_page, "cursor": cursor}))

        return AsyncPages(fetch, cursor, _LIST_PAGES)

    @overload
    async def create(
        self, *, name: str, filter: AudienceFilter, description: str | MISSING = MISSING
    ) -> AudienceSegment: ...

    @overload
    async def create(self, *, body: AudienceSegmentCreate) -> AudienceSegment: ...

    async def create(
        self,
        *,
        name: str | MISSING = MISSING,
        filter: AudienceFilter | MISSING = MISSING,
        description: str | MISSING = MISSING,
        body: AudienceSegmentCreate | None = None,
    ) -> AudienceSegment:
        """Create an audience segment.

        Arguments, result and errors are those of `AudienceSegments.create`.
        """
        return await self._client.send(
            _CREATE,
            Arguments(body=body_of(AudienceSegmentCreate, body, name=name, filter=filter, description=description)),
        )

    async def get(self, audience_segment_id: str) -> AudienceSegment:
        """Get an audience segment.

        Arguments, result and errors are those of `AudienceSegments.get`.
        """
        return await self._client.send(_GET, Arguments(path={"audienceSegmentId": audience_segment_id}))
