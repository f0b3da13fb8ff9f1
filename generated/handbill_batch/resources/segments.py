"""Groups of profiles of the project. They are read-only here, and an export can be limited to one."""

from __future__ import annotations

from pydantic import MISSING

from .._client import AsyncClient, Client
from .._operation import Arguments, Operation
from .._pages import AsyncPages, Pages, Paging
from ..models import Segment, SegmentList

_LIST: Operation[SegmentList] = Operation(
    id="listSegments",
    method="GET",
    path="/segments/list",
    results={"200": SegmentList},
)
_LIST_PAGES = Paging(
    style="cursor",
    items=("segments",),
    following=("next_from",),
    more=("has_more",),
)


class Segments:
    """Groups of profiles of the project. They are read-only here, and an export can be limited to one."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def list(self, *, from_: str | MISSING = MISSING, limit: int | MISSING = MISSING) -> Pages[SegmentList, Segment]:
        """List segments.

        Lists the segments of the project, page by page. The `code` of a segment limits an export to
        it. The order is not documented.

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

        def fetch(from_: str | MISSING) -> SegmentList:
            return self._client.send(_LIST, Arguments(query={"from": from_, "limit": limit}))

        return Pages(fetch, from_, _LIST_PAGES)


class AsyncSegments:
    """Groups of profiles of the project. They are read-only here, and an export can be limited to one."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    def list(
        self, *, from_: str | MISSING = MISSING, limit: int | MISSING = MISSING
    ) -> AsyncPages[SegmentList, Segment]:
        """List segments.

        Arguments, result and errors are those of `Segments.list`.
        """

        async def fetch(from_: str | MISSING) -> SegmentList:
            return await self._client.send(_LIST, Arguments(query={"from": from_, "limit": limit}))

        return AsyncPages(fetch, from_, _LIST_PAGES)
