"""Reading campaigns and automations. A campaign is one kind of orchestration and keeps the same ID
here.
"""

from __future__ import annotations

from datetime import date

from pydantic import MISSING

from .._client import AsyncClient, Client
from .._operation import Arguments, Operation
from .._pages import AsyncPages, Pages, Paging
from ..models import Orchestration, OrchestrationList, OrchestrationStats, PushCampaignDetails

_LIST: Operation[OrchestrationList] = Operation(
    id="listOrchestrations",
    method="GET",
    path="/orchestrations/list",
    results={"200": OrchestrationList},
)
_LIST_PAGES = Paging(
    style="cursor",
    items=("orchestrations",),
    following=("next_from",),
    more=("has_more",),
)

_GET_STATS: Operation[OrchestrationStats] = Operation(
    id="getOrchestrationStats",
    method="GET",
    path="/orchestrations/stats",
    results={"200": OrchestrationStats},
)

_GET: Operation[PushCampaignDetails] = Operation(
    id="getOrchestration",
    method="GET",
    path="/orchestrations/view",
    results={"200": PushCampaignDetails},
)


class Orchestrations:
    """Reading campaigns and automations. A campaign is one kind of orchestration and keeps the same ID
    here.
    """

    def __init__(self, client: Client) -> None:
        self._client = client

    def list(
        self, *, from_: str | MISSING = MISSING, limit: int | MISSING = MISSING
    ) -> Pages[OrchestrationList, Orchestration]:
        """List orchestrations.

        Lists the campaigns and automations of the project, page by page. The first call carries no
        `from_`. Each further call sends the `next_from` it got last, until `has_more` is false. The
        order is not documented.

        Args:
            from_: Cursor of the page to read, the `next_from` of the page before. Omitted for the
                first page.
            limit: Largest number of entries in one page. At most 100. The server's default is `10`.

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

        def fetch(from_: str | MISSING) -> OrchestrationList:
            return self._client.send(_LIST, Arguments(query={"from": from_, "limit": limit}))

        return Pages(fetch, from_, _LIST_PAGES)

    def get_stats(self, *, orchestration_id: str, from_: date, to: date) -> OrchestrationStats:
        """Get the daily statistics of an orchestration.

        Reads message counters of one orchestration between two dates, with one entry per day. The
        first date can be at most six months in the past.

        Args:
            orchestration_id: ID of the orchestration. For a campaign it is the ID that create
                returned.
            from_: First day of the period, written yyyy-MM-dd, at most six months in the past.
            to: Last day of the period, written yyyy-MM-dd.

        Returns:
            The statistics of the orchestration.

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
        return self._client.send(
            _GET_STATS, Arguments(query={"orchestration_id": orchestration_id, "from": from_, "to": to})
        )

    def get(self, *, orchestration_id: str) -> PushCampaignDetails:
        """Get a push campaign.

        Reads the configuration of one push campaign. It works for push campaigns only: the ID of
        any other orchestration is refused, with a status that is not documented. The route is
        documented for version 2.11.

        Args:
            orchestration_id: ID of the orchestration. For a campaign it is the ID that create
                returned.

        Returns:
            The configuration of the push campaign.

        Raises:
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
            UnlistedStatusError: An error that the documentation of the operation does not number.
        """
        return self._client.send(_GET, Arguments(query={"orchestration_id": orchestration_id}))


class AsyncOrchestrations:
    """Reading campaigns and automations. A campaign is one kind of orchestration and keeps the same ID
    here.
    """

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    def list(
        self, *, from_: str | MISSING = MISSING, limit: int | MISSING = MISSING
    ) -> AsyncPages[OrchestrationList, Orchestration]:
        """List orchestrations.

        Arguments, result and errors are those of `Orchestrations.list`.
        """

        async def fetch(from_: str | MISSING) -> OrchestrationList:
            return await self._client.send(_LIST, Arguments(query={"from": from_, "limit": limit}))

        return AsyncPages(fetch, from_, _LIST_PAGES)

    async def get_stats(self, *, orchestration_id: str, from_: date, to: date) -> OrchestrationStats:
        """Get the daily statistics of an orchestration.

        Arguments, result and errors are those of `Orchestrations.get_stats`.
        """
        return await self._client.send(
            _GET_STATS, Arguments(query={"orchestration_id": orchestration_id, "from": from_, "to": to})
        )

    async def get(self, *, orchestration_id: str) -> PushCampaignDetails:
        """Get a push campaign.

        Arguments, result and errors are those of `Orchestrations.get`.
        """
        return await self._client.send(_GET, Arguments(query={"orchestration_id": orchestration_id}))
