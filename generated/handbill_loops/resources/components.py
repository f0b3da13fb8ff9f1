"""Components are pieces of content that emails share."""

from __future__ import annotations

from typing import overload

from pydantic import MISSING

from .._client import AsyncClient, Client
from .._operation import Arguments, Operation, body_of
from .._pages import AsyncPages, Pages, Paging
from ..models import Component, ComponentCreate, ComponentList, ComponentUpdate, UpdatedComponent

_LIST: Operation[ComponentList] = Operation(
    id="listComponents",
    method="GET",
    path="/v1/components",
    results={"200": ComponentList},
)
_LIST_PAGES = Paging(
    style="cursor",
    items=("data",),
    following=("pagination", "next_cursor"),
)

_CREATE: Operation[Component] = Operation(
    id="createComponent",
    method="POST",
    path="/v1/components",
    results={"201": Component},
)

_GET: Operation[Component] = Operation(
    id="getComponent",
    method="GET",
    path="/v1/components/{componentId}",
    results={"200": Component},
)

_UPDATE: Operation[UpdatedComponent] = Operation(
    id="updateComponent",
    method="POST",
    path="/v1/components/{componentId}",
    results={"200": UpdatedComponent},
)


class Components:
    """Components are pieces of content that emails share."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def list(
        self, *, per_page: str | MISSING = MISSING, cursor: str | MISSING = MISSING
    ) -> Pages[ComponentList, Component]:
        """List components.

        Reads the components of the team, one page at a time. The order is not documented.

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

        def fetch(cursor: str | MISSING) -> ComponentList:
            return self._client.send(_LIST, Arguments(query={"perPage": per_page, "cursor": cursor}))

        return Pages(fetch, cursor, _LIST_PAGES)

    @overload
    def create(self, *, name: str, lmx: str) -> Component: ...

    @overload
    def create(self, *, body: ComponentCreate) -> Component: ...

    def create(
        self, *, name: str | MISSING = MISSING, lmx: str | MISSING = MISSING, body: ComponentCreate | None = None
    ) -> Component:
        """Create a component.

        Adds a component, a piece of LMX that emails can share.

        Args:
            name: The name of the component.
            lmx: The content of the component as LMX.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The component is created.

        Raises:
            BadRequestError: The body is not valid.
            UnauthorizedError: The API key is not valid, or the team has no access to the content
                API.
            MethodNotAllowedError: The path does not support the HTTP method.
            ContentTooLargeError: The LMX is too large.
            UnprocessableContentError: The LMX is not valid.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """
        return self._client.send(_CREATE, Arguments(body=body_of(ComponentCreate, body, name=name, lmx=lmx)))

    def get(self, component_id: str) -> Component:
        """Get a component.

        Reads one component with its LMX.

        Args:
            component_id: The ID of the component.

        Returns:
            The component.

        Raises:
            BadRequestError: The component ID is not valid.
            UnauthorizedError: The API key is not valid, or the team has no access to the content
                API.
            NotFoundError: The component does not exist.
            MethodNotAllowedError: The path does not support the HTTP method.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """
        return self._client.send(_GET, Arguments(path={"componentId": component_id}))

    def update(
        self,
        component_id: str,
        *,
        name: str | MISSING = MISSING,
        lmx: str | MISSING = MISSING,
        body: ComponentUpdate | None = None,
    ) -> UpdatedComponent:
        """Update a component.

        Changes the name of a component, its LMX, or both. A change of the LMX reaches all emails
        with the component. It is refused with 422 where it brings in a variable that one of those
        emails cannot fill.

        Args:
            component_id: The ID of the component.
            name: The new name of the component.
            lmx: The new content of the component as LMX.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The component after the change.

        Raises:
            BadRequestError: The component ID or the body is not valid.
            UnauthorizedError: The API key is not valid, or the team has no access to the content
                API.
            NotFoundError: The component does not exist.
            MethodNotAllowedError: The path does not support the HTTP method.
            ContentTooLargeError: The LMX is too large.
            UnprocessableContentError: The LMX is not valid, or it does not suit an email with the
                component.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """
        return self._client.send(
            _UPDATE,
            Arguments(path={"componentId": component_id}, body=body_of(ComponentUpdate, body, name=name, lmx=lmx)),
        )


class AsyncComponents:
    """Components are pieces of content that emails share."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    def list(
        self, *, per_page: str | MISSING = MISSING, cursor: str | MISSING = MISSING
    ) -> AsyncPages[ComponentList, Component]:
        """List components.

        Arguments, result and errors are those of `Components.list`.
        """

        async def fetch(cursor: str | MISSING) -> ComponentList:
            return await self._client.send(_LIST, Arguments(query={"perPage": per_page, "cursor": cursor}))

        return AsyncPages(fetch, cursor, _LIST_PAGES)

    @overload
    async def create(self, *, name: str, lmx: str) -> Component: ...

    @overload
    async def create(self, *, body: ComponentCreate) -> Component: ...

    async def create(
        self, *, name: str | MISSING = MISSING, lmx: str | MISSING = MISSING, body: ComponentCreate | None = None
    ) -> Component:
        """Create a component.

        Arguments, result and errors are those of `Components.create`.
        """
        return await self._client.send(_CREATE, Arguments(body=body_of(ComponentCreate, body, name=name, lmx=lmx)))

    async def get(self, component_id: str) -> Component:
        """Get a component.

        Arguments, result and errors are those of `Components.get`.
        """
        return await self._client.send(_GET, Arguments(path={"componentId": component_id}))

    async def update(
        self,
        component_id: str,
        *,
        name: str | MISSING = MISSING,
        lmx: str | MISSING = MISSING,
        body: ComponentUpdate | None = None,
    ) -> UpdatedComponent:
        """Update a component.

        Arguments, result and errors are those of `Components.update`.
        """
        return await self._client.send(
            _UPDATE,
            Arguments(path={"componentId": component_id}, body=body_of(ComponentUpdate, body, name=name, lmx=lmx)),
        )
