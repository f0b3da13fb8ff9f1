"""Reading export requests and fetching their files. An export request starts under Profiles."""

from __future__ import annotations

from pydantic import MISSING

from .._client import AsyncClient, Client
from .._operation import Arguments, Operation, Redirect
from .._pages import AsyncPages, Pages, Paging
from ..models import Export, ExportList

_LIST: Operation[ExportList] = Operation(
    id="listExports",
    method="GET",
    path="/exports/list",
    results={"200": ExportList},
)
_LIST_PAGES = Paging(
    style="cursor",
    items=("exports",),
    following=("next_from",),
    more=("has_more",),
)

_GET: Operation[Export] = Operation(
    id="getExport",
    method="GET",
    path="/exports/view",
    results={"200": Export},
)

_DOWNLOAD_FILE: Operation[Redirect] = Operation(
    id="downloadExportFile",
    method="GET",
    path="/exports/download",
    results={"307": Redirect},
)


class Exports:
    """Reading export requests and fetching their files. An export request starts under Profiles."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def list(self, *, from_: str | MISSING = MISSING, limit: int | MISSING = MISSING) -> Pages[ExportList, Export]:
        """List export requests.

        Lists the export requests of the project, page by page, each with the members that the view
        route gives. Older requests drop out of the list: one passage says after 3 months, another
        after 4.

        Args:
            from_: Cursor of the page to read, the `next_from` of the page before. Omitted for the
                first page.
            limit: Largest number of entries in one page, from 1 to 100. 1 to 100. The server's
                default is `10`.

        Returns:
            The items, page after page as they are asked for; its `pages()` gives the pages
            themselves.

        Raises:
            UnauthorizedError: Batch does not accept the REST API key for the given project:
                AUTHENTICATION_INVALID (error code 10).
            TooManyRequestsError: Too many requests: TOO_MANY_REQUESTS (error code 60). A caller
                pauses for 5 seconds or more; the next attempt may still meet the same error. No
                retry header is documented.
            UnlistedStatusError: An error that the documentation of the operation does not number.
        """

        def fetch(from_: str | MISSING) -> ExportList:
            return self._client.send(_LIST, Arguments(query={"from": from_, "limit": limit}))

        return Pages(fetch, from_, _LIST_PAGES)

    def get(self, *, id: str) -> Export:
        """Get an export request.

        Reads an export request, its state and its files. Some members are there only once `status`
        is `SUCCESS`. A large export is split: no file is bigger than 100 MB.

        Args:
            id: ID of the export request, as the start of the export returned it.

        Returns:
            The export request.

        Raises:
            UnauthorizedError: Batch does not accept the REST API key for the given project:
                AUTHENTICATION_INVALID (error code 10).
            TooManyRequestsError: Too many requests: TOO_MANY_REQUESTS (error code 60). A caller
                pauses for 5 seconds or more; the next attempt may still meet the same error. No
                retry header is documented.
            UnlistedStatusError: An error that the documentation of the operation does not number.
        """
        return self._client.send(_GET, Arguments(query={"id": id}))

    def download_file(self, *, id: str) -> Redirect:
        """Get the address of an export file.

        Redirects to one file of an export. The address stands in the `Location` header and works
        for 20 minutes; another call gives a new one. The export must have the status `SUCCESS`. The
        file is a JSON file.

        Args:
            id: ID of the file, one of `files` of the export request.

        Returns:
            A redirect to the file. There is no body.

        Raises:
            UnauthorizedError: Batch does not accept the REST API key for the given project:
                AUTHENTICATION_INVALID (error code 10).
            TooManyRequestsError: Too many requests: TOO_MANY_REQUESTS (error code 60). A caller
                pauses for 5 seconds or more; the next attempt may still meet the same error. No
                retry header is documented.
            UnlistedStatusError: An error that the documentation of the operation does not number.
        """
        return self._client.send(_DOWNLOAD_FILE, Arguments(query={"id": id}))


class AsyncExports:
    """Reading export requests and fetching their files. An export request starts under Profiles."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    def list(self, *, from_: str | MISSING = MISSING, limit: int | MISSING = MISSING) -> AsyncPages[ExportList, Export]:
        """List export requests.

        Arguments, result and errors are those of `Exports.list`.
        """

        async def fetch(from_: str | MISSING) -> ExportList:
            return await self._client.send(_LIST, Arguments(query={"from": from_, "limit": limit}))

        return AsyncPages(fetch, from_, _LIST_PAGES)

    async def get(self, *, id: str) -> Export:
        """Get an export request.

        Arguments, result and errors are those of `Exports.get`.
        """
        return await self._client.send(_GET, Arguments(query={"id": id}))

    async def download_file(self, *, id: str) -> Redirect:
        """Get the address of an export file.

        Arguments, result and errors are those of `Exports.download_file`.
        """
        return await self._client.send(_DOWNLOAD_FILE, Arguments(query={"id": id}))
