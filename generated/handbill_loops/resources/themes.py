"""Themes are sets of styles that emails share."""

from __future__ import annotations

from typing import overload

from pydantic import MISSING

from .._client import AsyncClient, Client
from .._operation import Arguments, Operation, body_of
from .._pages import AsyncPages, Pages, Paging
from ..models import Theme, ThemeCreate, ThemeList, ThemeStyles, ThemeUpdate, UpdatedTheme

_LIST: Operation[ThemeList] = Operation(
    id="listThemes",
    method="GET",
    path="/v1/themes",
    results={"200": ThemeList},
)
_LIST_PAGES = Paging(
    style="cursor",
    items=("data",),
    following=("pagination", "next_cursor"),
)

_CREATE: Operation[Theme] = Operation(
    id="createTheme",
    method="POST",
    path="/v1/themes",
    results={"201": Theme},
)

_GET: Operation[Theme] = Operation(
    id="getTheme",
    method="GET",
    path="/v1/themes/{themeId}",
    results={"200": Theme},
)

_UPDATE: Operation[UpdatedTheme] = Operation(
    id="updateTheme",
    method="POST",
    path="/v1/themes/{themeId}",
    results={"200": UpdatedTheme},
)


class Themes:
    """Themes are sets of styles that emails share."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def list(self, *, per_page: str | MISSING = MISSING, cursor: str | MISSING = MISSING) -> Pages[ThemeList, Theme]:
        """List themes.

        Reads the themes of the team, one page at a time. The newest comes first.

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

        def fetch(cursor: str | MISSING) -> ThemeList:
            return self._client.send(_LIST, Arguments(query={"perPage": per_page, "cursor": cursor}))

        return Pages(fetch, cursor, _LIST_PAGES)

    @overload
    def create(self, *, name: str, styles: ThemeStyles | MISSING = MISSING) -> Theme: ...

    @overload
    def create(self, *, body: ThemeCreate) -> Theme: ...

    def create(
        self, *, name: str | MISSING = MISSING, styles: ThemeStyles | MISSING = MISSING, body: ThemeCreate | None = None
    ) -> Theme:
        """Create a theme.

        Adds a theme that emails can use.

        Args:
            name: The name of the theme.
            styles: The styles of the theme.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The theme is created.

        Raises:
            BadRequestError: The body is not valid.
            UnauthorizedError: The API key is not valid, or the team has no access to the content
                API.
            MethodNotAllowedError: The path does not support the HTTP method.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """
        return self._client.send(_CREATE, Arguments(body=body_of(ThemeCreate, body, name=name, styles=styles)))

    def get(self, theme_id: str) -> Theme:
        """Get a theme.

        Reads one theme with its styles.

        Args:
            theme_id: The ID of the theme.

        Returns:
            The theme.

        Raises:
            BadRequestError: The theme ID is not valid.
            UnauthorizedError: The API key is not valid, or the team has no access to the content
                API.
            NotFoundError: The theme does not exist.
            MethodNotAllowedError: The path does not support the HTTP method.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """
        return self._client.send(_GET, Arguments(path={"themeId": theme_id}))

    def update(
        self,
        theme_id: str,
        *,
        name: str | MISSING = MISSING,
        styles: ThemeStyles | MISSING = MISSING,
        body: ThemeUpdate | None = None,
    ) -> UpdatedTheme:
        """Update a theme.

        Changes the name of a theme, its styles, or both. A changed style reaches all emails with
        the theme, except where an email has set that style for itself. An email loses such a
        setting only when the theme comes to say the same, and follows the theme from then on.
        Whether styles that are left out keep their values is not documented.

        Args:
            theme_id: The ID of the theme.
            name: The new name of the theme.
            styles: The styles to change.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The theme after the change.

        Raises:
            BadRequestError: The theme ID or the body is not valid.
            UnauthorizedError: The API key is not valid, or the team has no access to the content
                API.
            NotFoundError: The theme does not exist.
            MethodNotAllowedError: The path does not support the HTTP method.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """
        return self._client.send(
            _UPDATE, Arguments(path={"themeId": theme_id}, body=body_of(ThemeUpdate, body, name=name, styles=styles))
        )


class AsyncThemes:
    """Themes are sets of styles that emails share."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    def list(
        self, *, per_page: str | MISSING = MISSING, cursor: str | MISSING = MISSING
    ) -> AsyncPages[ThemeList, Theme]:
        """List themes.

        Arguments, result and errors are those of `Themes.list`.
        """

        async def fetch(cursor: str | MISSING) -> ThemeList:
            return await self._client.send(_LIST, Arguments(query={"perPage": per_page, "cursor": cursor}))

        return AsyncPages(fetch, cursor, _LIST_PAGES)

    @overload
    async def create(self, *, name: str, styles: ThemeStyles | MISSING = MISSING) -> Theme: ...

    @overload
    async def create(self, *, body: ThemeCreate) -> Theme: ...

    async def create(
        self, *, name: str | MISSING = MISSING, styles: ThemeStyles | MISSING = MISSING, body: ThemeCreate | None = None
    ) -> Theme:
        """Create a theme.

        Arguments, result and errors are those of `Themes.create`.
        """
        return await self._client.send(_CREATE, Arguments(body=body_of(ThemeCreate, body, name=name, styles=styles)))

    async def get(self, theme_id: str) -> Theme:
        """Get a theme.

        Arguments, result and errors are those of `Themes.get`.
        """
        return await self._client.send(_GET, Arguments(path={"themeId": theme_id}))

    async def update(
        self,
        theme_id: str,
        *,
        name: str | MISSING = MISSING,
        styles: ThemeStyles | MISSING = MISSING,
        body: ThemeUpdate | None = None,
    ) -> UpdatedTheme:
        """Update a theme.

        Arguments, result and errors are those of `Themes.update`.
        """
        return await self._client.send(
            _UPDATE, Arguments(path={"themeId": theme_id}, body=body_of(ThemeUpdate, body, name=name, styles=styles))
        )
