"""Event patterns are the events that Loops knows, with their properties."""

from __future__ import annotations

from pydantic import MISSING

from .._client import AsyncClient, Client
from .._operation import Arguments, Operation
from .._pages import AsyncPages, Pages, Paging
from ..models import EventPattern, EventPatternList, EventPatternSummary

_LIST: Operation[EventPatternList] = Operation(
    id="listEventPatterns",
    method="GET",
    path="/v1/event-patterns",
    results={"200": EventPatternList},
)
_LIST_PAGES = Paging(
    style="cursor",
    items=("data",),
    following=("pagination", "next_cursor"),
)

_GET_BY_NAME: Operation[EventPattern] = Operation(
    id="getEventPatternByName",
    method="GET",
    path="/v1/event-patterns/by-name/{eventName}",
    results={"200": EventPattern},
)

_GET: Operation[EventPattern] = Operation(
    id="getEventPattern",
    method="GET",
    path="/v1/event-patterns/{eventPatternId}",
    results={"200": EventPattern},
)


class EventPatterns:
    """Event patterns are the events that Loops knows, with their properties."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def list(
        self, *, per_page: str | MISSING = MISSING, cursor: str | MISSING = MISSING
    ) -> Pages[EventPatternList, EventPatternSummary]:
        """List event patterns.

        Reads the event patterns of the team, one page at a time. The properties of a pattern come
        only with the pattern itself. The order is not documented.

        Args:
            per_page: The number of items on a page, from 10 to 50, written as a string of digits.
                Matches `^([1-4][0-9]|50)$`. The server's default is `"20"`.
            cursor: The `pagination.next_cursor` of the page before. The first page needs none.

        Returns:
            The items, page after page as they are asked for; its `pages()` gives the pages
            themselves.

        Raises:
            BadRequestError: The value of `per_page` or of `cursor` is not valid.
            UnauthorizedError: The API key is not valid.
            MethodNotAllowedError: The path does not support the HTTP method.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """

        def fetch(cursor: str | MISSING) -> EventPatternList:
            return self._client.send(_LIST, Arguments(query={"perPage": per_page, "cursor": cursor}))

        return Pages(fetch, cursor, _LIST_PAGES)

    def get_by_name(self, event_name: str) -> EventPattern:
        """Get an event pattern by its name.

        Reads the event pattern of one event name, with the properties that emails can use.

        Args:
            event_name: The name of the event, letter for letter: `PaymentReceived` and
                `paymentReceived` are two events. Characters that have a meaning in URLs must be
                encoded.

        Returns:
            The event pattern.

        Raises:
            BadRequestError: The event name is not valid.
            UnauthorizedError: The API key is not valid.
            NotFoundError: No event pattern has the name.
            MethodNotAllowedError: The path does not support the HTTP method.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """
        return self._client.send(_GET_BY_NAME, Arguments(path={"eventName": event_name}))

    def get(self, event_pattern_id: str) -> EventPattern:
        """Get an event pattern.

        Reads one event pattern, with the properties that emails can use.

        Args:
            event_pattern_id: The ID of the event pattern.

        Returns:
            The event pattern.

        Raises:
            BadRequestError: The event pattern ID is not valid.
            UnauthorizedError: The API key is not valid.
            NotFoundError: The event pattern does not exist.
            MethodNotAllowedError: The path does not support the HTTP method.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """
        return self._client.send(_GET, Arguments(path={"eventPatternId": event_pattern_id}))


class AsyncEventPatterns:
    """Event patterns are the events that Loops knows, with their properties."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    def list(
        self, *, per_page: str | MISSING = MISSING, cursor: str | MISSING = MISSING
    ) -> AsyncPages[EventPatternList, EventPatternSummary]:
        """List event patterns.

        Arguments, result and errors are those of `EventPatterns.list`.
        """

        async def fetch(cursor: str | MISSING) -> EventPatternList:
            return await self._client.send(_LIST, Arguments(query={"perPage": per_page, "cursor": cursor}))

        return AsyncPages(fetch, cursor, _LIST_PAGES)

    async def get_by_name(self, event_name: str) -> EventPattern:
        """Get an event pattern by its name.

        Arguments, result and errors are those of `EventPatterns.get_by_name`.
        """
        return await self._client.send(_GET_BY_NAME, Arguments(path={"eventName": event_name}))

    async def get(self, event_pattern_id: str) -> EventPattern:
        """Get an event pattern.

        Arguments, result and errors are those of `EventPatterns.get`.
        """
        return await self._client.send(_GET, Arguments(path={"eventPatternId": event_pattern_id}))
