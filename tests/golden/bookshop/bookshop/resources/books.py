"""What stands on the shelves."""

from __future__ import annotations

import builtins
from typing import overload

from pydantic import MISSING

from .._client import AsyncClient, Client
from .._operation import Arguments, Operation, body_of
from .._pages import AsyncPages, Pages, Paging
from ..models import Author, Book, BookInput, BookList, BookUpdate, Genre

_LIST: Operation[BookList] = Operation(
    id="listBooks",
    method="GET",
    path="/books",
    results={"200": BookList},
)
_LIST_PAGES = Paging(
    style="cursor",
    items=("books",),
    following=("next_cursor",),
)

_CREATE: Operation[Book] = Operation(
    id="createBook",
    method="POST",
    path="/books",
    results={"201": Book},
)

_GET: Operation[Book] = Operation(
    id="getBook",
    method="GET",
    path="/books/{bookId}",
    results={"200": Book},
)

_DELETE: Operation[None] = Operation(
    id="deleteBook",
    method="DELETE",
    path="/books/{bookId}",
    results={"204": None},
)

_UPDATE: Operation[Book] = Operation(
    id="updateBook",
    method="PATCH",
    path="/books/{bookId}",
    results={"200": Book},
)


class Books:
    """What stands on the shelves."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def list(self, *, cursor: str | MISSING = MISSING, limit: int | MISSING = MISSING) -> Pages[BookList, Book]:
        """List books.

        The newest first. To read on, send `next_cursor` of the last answer as `cursor`.

        Args:
            cursor: Where to read on.
            limit: 1 to 100. The server's default is `20`.

        Returns:
            The items, page after page as they are asked for; its `pages()` gives the pages
            themselves.

        Raises:
            UnauthorizedError: The token is missing or wrong.
        """

        def fetch(cursor: str | MISSING) -> BookList:
            return self._client.send(_LIST, Arguments(query={"cursor": cursor, "limit": limit}))

        return Pages(fetch, cursor, _LIST_PAGES)

    @overload
    def create(
        self,
        *,
        title: str,
        genre: Genre,
        subtitle: str | None | MISSING = MISSING,
        authors: builtins.list[Author] | MISSING = MISSING,
        price: int | float | MISSING = MISSING,
    ) -> Book: ...

    @overload
    def create(self, *, body: BookInput) -> Book: ...

    def create(
        self,
        *,
        title: str | MISSING = MISSING,
        genre: Genre | MISSING = MISSING,
        subtitle: str | None | MISSING = MISSING,
        authors: builtins.list[Author] | MISSING = MISSING,
        price: int | float | MISSING = MISSING,
        body: BookInput | None = None,
    ) -> Book:
        """Put a book on the shelf.

        Args:
            title: What stands on the cover. 1 to 200 characters.
            price: At least 0. The server's default is `9.5`.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The book, with its id.

        Raises:
            UnauthorizedError: The token is missing or wrong.
            UnprocessableContentError: The book cannot be shelved.
        """
        return self._client.send(
            _CREATE,
            Arguments(
                body=body_of(BookInput, body, title=title, genre=genre, subtitle=subtitle, authors=authors, price=price)
            ),
        )

    def get(self, book_id: str) -> Book:
        """Read a book.

        Args:
            book_id: Which book.

        Returns:
            The book.

        Raises:
            NotFoundError: There is no such book.
        """
        return self._client.send(_GET, Arguments(path={"bookId": book_id}))

    def delete(self, book_id: str) -> None:
        """Take a book off the shelf.

        Args:
            book_id: Which book.

        Raises:
            NotFoundError: There is no such book.
        """
        return self._client.send(_DELETE, Arguments(path={"bookId": book_id}))

    def update(
        self,
        book_id: str,
        *,
        title: str | MISSING = MISSING,
        subtitle: str | None | MISSING = MISSING,
        genre: Genre | MISSING = MISSING,
        body: BookUpdate | None = None,
    ) -> Book:
        """Change a book.

        Only what is sent changes; null clears.

        Args:
            book_id: Which book.
            title: At least 1 character.
            subtitle: `null` takes it away.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The book as it is now.

        Raises:
            NotFoundError: There is no such book.
        """
        return self._client.send(
            _UPDATE,
            Arguments(
                path={"bookId": book_id}, body=body_of(BookUpdate, body, title=title, subtitle=subtitle, genre=genre)
            ),
        )


class AsyncBooks:
    """What stands on the shelves."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    def list(self, *, cursor: str | MISSING = MISSING, limit: int | MISSING = MISSING) -> AsyncPages[BookList, Book]:
        """List books.

        Arguments, result and errors are those of `Books.list`.
        """

        async def fetch(cursor: str | MISSING) -> BookList:
            return await self._client.send(_LIST, Arguments(query={"cursor": cursor, "limit": limit}))

        return AsyncPages(fetch, cursor, _LIST_PAGES)

    @overload
    async def create(
        self,
        *,
        title: str,
        genre: Genre,
        subtitle: str | None | MISSING = MISSING,
        authors: builtins.list[Author] | MISSING = MISSING,
        price: int | float | MISSING = MISSING,
    ) -> Book: ...

    @overload
    async def create(self, *, body: BookInput) -> Book: ...

    async def create(
        self,
        *,
        title: str | MISSING = MISSING,
        genre: Genre | MISSING = MISSING,
        subtitle: str | None | MISSING = MISSING,
        authors: builtins.list[Author] | MISSING = MISSING,
        price: int | float | MISSING = MISSING,
        body: BookInput | None = None,
    ) -> Book:
        """Put a book on the shelf.

        Arguments, result and errors are those of `Books.create`.
        """
        return await self._client.send(
            _CREATE,
            Arguments(
                body=body_of(BookInput, body, title=title, genre=genre, subtitle=subtitle, authors=authors, price=price)
            ),
        )

    async def get(self, book_id: str) -> Book:
        """Read a book.

        Arguments, result and errors are those of `Books.get`.
        """
        return await self._client.send(_GET, Arguments(path={"bookId": book_id}))

    async def delete(self, book_id: str) -> None:
        """Take a book off the shelf.

        Arguments, result and errors are those of `Books.delete`.
        """
        return await self._client.send(_DELETE, Arguments(path={"bookId": book_id}))

    async def update(
        self,
        book_id: str,
        *,
        title: str | MISSING = MISSING,
        subtitle: str | None | MISSING = MISSING,
        genre: Genre | MISSING = MISSING,
        body: BookUpdate | None = None,
    ) -> Book:
        """Change a book.

        Arguments, result and errors are those of `Books.update`.
        """
        return await self._client.send(
            _UPDATE,
            Arguments(
                path={"bookId": book_id}, body=body_of(BookUpdate, body, title=title, subtitle=subtitle, genre=genre)
            ),
        )
