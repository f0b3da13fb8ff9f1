"""Tables of items, such as products, with typed fields. All catalog routes together take 5 requests
per second.
"""

from __future__ import annotations

import builtins
from typing import Any, overload

from pydantic import MISSING

from .._client import AsyncClient, Client
from .._operation import Arguments, Operation, body_of
from .._pages import AsyncPages, Pages, Paging
from ..models import (
    Catalog,
    CatalogCreate,
    CatalogField,
    CatalogFieldAction,
    CatalogItemAction,
    CatalogItemsEdit,
    CatalogList,
    CatalogRemove,
    CatalogUpdate,
    IndexingStarted,
)

_CREATE: Operation[dict[str, Any]] = Operation(
    id="createCatalog",
    method="POST",
    path="/catalogs/create",
    results={"201": dict[str, Any]},
)

_UPDATE: Operation[dict[str, Any]] = Operation(
    id="updateCatalog",
    method="POST",
    path="/catalogs/update",
    results={"202": dict[str, Any]},
)

_REMOVE: Operation[dict[str, Any]] = Operation(
    id="removeCatalog",
    method="POST",
    path="/catalogs/remove",
    results={"202": dict[str, Any]},
)

_GET: Operation[Catalog] = Operation(
    id="getCatalog",
    method="GET",
    path="/catalogs/view",
    results={"200": Catalog},
)

_LIST: Operation[CatalogList] = Operation(
    id="listCatalogs",
    method="GET",
    path="/catalogs/list",
    results={"200": CatalogList},
)
_LIST_PAGES = Paging(
    style="cursor",
    items=("catalogs",),
    following=("next_from",),
    more=("has_more",),
)

_EDIT_ITEMS: Operation[IndexingStarted] = Operation(
    id="editCatalogItems",
    method="POST",
    path="/catalogs/items/edit",
    results={"202": IndexingStarted},
)


class Catalogs:
    """Tables of items, such as products, with typed fields. All catalog routes together take 5
    requests per second.
    """

    def __init__(self, client: Client) -> None:
        self._client = client

    @overload
    def create(self, *, name: str, fields: builtins.list[CatalogField] | MISSING = MISSING) -> dict[str, Any]: ...

    @overload
    def create(self, *, body: CatalogCreate) -> dict[str, Any]: ...

    def create(
        self,
        *,
        name: str | MISSING = MISSING,
        fields: builtins.list[CatalogField] | MISSING = MISSING,
        body: CatalogCreate | None = None,
    ) -> dict[str, Any]:
        """Create a catalog.

        Creates a catalog without items. A project can have 5 catalogs, and a catalog 25 fields.
        Items are added through the edit of items.

        Args:
            name: Name of the catalog, unique in the project.
            fields: Fields of the catalog, 25 at most. At most 25 items.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The catalog is created. The body is an empty object.

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
        return self._client.send(_CREATE, Arguments(body=body_of(CatalogCreate, body, name=name, fields=fields)))

    def update(
        self,
        *,
        name: str | MISSING = MISSING,
        fields: builtins.list[CatalogFieldAction] | MISSING = MISSING,
        body: CatalogUpdate | None = None,
    ) -> dict[str, Any]:
        """Add fields to a catalog or remove them.

        Adds fields to a catalog and removes others. Fields that the call does not name stay. A
        catalog can have 25 fields. What becomes of the values of a removed field is not documented.

        Args:
            name: Name of the catalog.
            fields: The actions.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The actions are accepted and carried out later. The body is an empty object.

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
        return self._client.send(_UPDATE, Arguments(body=body_of(CatalogUpdate, body, name=name, fields=fields)))

    @overload
    def remove(self, *, name: str) -> dict[str, Any]: ...

    @overload
    def remove(self, *, body: CatalogRemove) -> dict[str, Any]: ...

    def remove(self, *, name: str | MISSING = MISSING, body: CatalogRemove | None = None) -> dict[str, Any]:
        """Remove a catalog.

        Removes a catalog. The removal is carried out after the response. Whether it can be undone
        is not documented.

        Args:
            name: Name of the catalog.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The removal is accepted and carried out later. The body is an empty object.

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
        return self._client.send(_REMOVE, Arguments(body=body_of(CatalogRemove, body, name=name)))

    def get(self, *, name: str, indexing_token: str | MISSING = MISSING) -> Catalog:
        """Get a catalog.

        Reads a catalog: its fields, its size and the number of its items, but not the items. With
        an indexing token it also tells how far that edit of items is.

        Args:
            name: Name of the catalog.
            indexing_token: Token of the edit to look at, as the edit of items returned it.

        Returns:
            The catalog.

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
        return self._client.send(_GET, Arguments(query={"name": name, "indexing_token": indexing_token}))

    def list(self, *, from_: str | MISSING = MISSING, limit: int | MISSING = MISSING) -> Pages[CatalogList, Catalog]:
        """List catalogs.

        Lists the catalogs of the project, page by page. The order is not documented.

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

        def fetch(from_: str | MISSING) -> CatalogList:
            return self._client.send(_LIST, Arguments(query={"from": from_, "limit": limit}))

        return Pages(fetch, from_, _LIST_PAGES)

    @overload
    def edit_items(
        self, *, name: str, items: builtins.list[CatalogItemAction] | MISSING = MISSING
    ) -> IndexingStarted: ...

    @overload
    def edit_items(self, *, body: CatalogItemsEdit) -> IndexingStarted: ...

    def edit_items(
        self,
        *,
        name: str | MISSING = MISSING,
        items: builtins.list[CatalogItemAction] | MISSING = MISSING,
        body: CatalogItemsEdit | None = None,
    ) -> IndexingStarted:
        """Edit items of a catalog.

        Adds, updates or removes up to 200 items of a catalog. A catalog holds 2,000,000 items at
        most. Two limits apply at once: 5 requests per second and 1,000 items per second. The
        response carries an indexing token, and the view route of catalogs tells what has become of
        it.

        Args:
            name: Name of the catalog.
            items: The actions, 200 at most. At most 200 items.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The actions are accepted and carried out later.

        Raises:
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
        return self._client.send(_EDIT_ITEMS, Arguments(body=body_of(CatalogItemsEdit, body, name=name, items=items)))


class AsyncCatalogs:
    """Tables of items, such as products, with typed fields. All catalog routes together take 5
    requests per second.
    """

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @overload
    async def create(self, *, name: str, fields: builtins.list[CatalogField] | MISSING = MISSING) -> dict[str, Any]: ...

    @overload
    async def create(self, *, body: CatalogCreate) -> dict[str, Any]: ...

    async def create(
        self,
        *,
        name: str | MISSING = MISSING,
        fields: builtins.list[CatalogField] | MISSING = MISSING,
        body: CatalogCreate | None = None,
    ) -> dict[str, Any]:
        """Create a catalog.

        Arguments, result and errors are those of `Catalogs.create`.
        """
        return await self._client.send(_CREATE, Arguments(body=body_of(CatalogCreate, body, name=name, fields=fields)))

    async def update(
        self,
        *,
        name: str | MISSING = MISSING,
        fields: builtins.list[CatalogFieldAction] | MISSING = MISSING,
        body: CatalogUpdate | None = None,
    ) -> dict[str, Any]:
        """Add fields to a catalog or remove them.

        Arguments, result and errors are those of `Catalogs.update`.
        """
        return await self._client.send(_UPDATE, Arguments(body=body_of(CatalogUpdate, body, name=name, fields=fields)))

    @overload
    async def remove(self, *, name: str) -> dict[str, Any]: ...

    @overload
    async def remove(self, *, body: CatalogRemove) -> dict[str, Any]: ...

    async def remove(self, *, name: str | MISSING = MISSING, body: CatalogRemove | None = None) -> dict[str, Any]:
        """Remove a catalog.

        Arguments, result and errors are those of `Catalogs.remove`.
        """
        return await self._client.send(_REMOVE, Arguments(body=body_of(CatalogRemove, body, name=name)))

    async def get(self, *, name: str, indexing_token: str | MISSING = MISSING) -> Catalog:
        """Get a catalog.

        Arguments, result and errors are those of `Catalogs.get`.
        """
        return await self._client.send(_GET, Arguments(query={"name": name, "indexing_token": indexing_token}))

    def list(
        self, *, from_: str | MISSING = MISSING, limit: int | MISSING = MISSING
    ) -> AsyncPages[CatalogList, Catalog]:
        """List catalogs.

        Arguments, result and errors are those of `Catalogs.list`.
        """

        async def fetch(from_: str | MISSING) -> CatalogList:
            return await self._client.send(_LIST, Arguments(query={"from": from_, "limit": limit}))

        return AsyncPages(fetch, from_, _LIST_PAGES)

    @overload
    async def edit_items(
        self, *, name: str, items: builtins.list[CatalogItemAction] | MISSING = MISSING
    ) -> IndexingStarted: ...

    @overload
    async def edit_items(self, *, body: CatalogItemsEdit) -> IndexingStarted: ...

    async def edit_items(
        self,
        *,
        name: str | MISSING = MISSING,
        items: builtins.list[CatalogItemAction] | MISSING = MISSING,
        body: CatalogItemsEdit | None = None,
    ) -> IndexingStarted:
        """Edit items of a catalog.

        Arguments, result and errors are those of `Catalogs.edit_items`.
        """
        return await self._client.send(
            _EDIT_ITEMS, Arguments(body=body_of(CatalogItemsEdit, body, name=name, items=items))
        )
