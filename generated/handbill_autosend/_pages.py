"""Listings that go over several pages."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, cast

from pydantic import MISSING

Page = TypeVar("Page")
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """Where a page holds its items and what follows it, as attribute paths.

    With the style `cursor`, *following* leads to the cursor of the next page; with `page`, to the number of pages.
    *more*, if it is not empty, leads to a boolean that ends the listing.
    """

    style: str
    items: tuple[str, ...]
    following: tuple[str, ...]
    more: tuple[str, ...] = ()

    def items_of(self, page: object) -> list[Any]:
        """Give the items of a page."""
        return cast("list[Any]", _at(page, self.items) or [])

    def next_of(self, page: object, current: object, asked: set[object]) -> object:
        """Give what to ask for next, or None after the last page; *asked* is added to."""
        if self.more and _at(page, self.more) is False:
            return None
        following = _at(page, self.following)
        if self.style == "cursor":
            # A server whose pages name each other would otherwise be asked for them forever.
            asked.add(current)
            return None if following == "" or following in asked else following
        number = current if isinstance(current, int) else 1
        if following is None:
            # Without the number of pages, the listing ends with the first that is empty.
            return number + 1 if self.items_of(page) else None
        return number + 1 if isinstance(following, int | float) and number < following else None


@dataclass(frozen=True, slots=True)
class Pages(Generic[Page, Item]):
    """The items of a listing; going through them fetches one page after another."""

    _fetch: Callable[[Any], Page]
    _start: object
    _paging: Paging

    def __iter__(self) -> Iterator[Item]:
        for page in self.pages():
            yield from self._paging.items_of(page)

    def pages(self) -> Iterator[Page]:
        """Go through the pages themselves."""
        where = self._start
        asked: set[object] = set()
        while True:
            page = self._fetch(where)
            yield page
            following = self._paging.next_of(page, where, asked)
            if following is None:
                return
            where = following


@dataclass(frozen=True, slots=True)
class AsyncPages(Generic[Page, Item]):
    """The items of a listing; going through them fetches one page after another."""

    _fetch: Callable[[Any], Awaitable[Page]]
    _start: object
    _paging: Paging

    async def __aiter__(self) -> AsyncIterator[Item]:
        async for page in self.pages():
            for item in self._paging.items_of(page):
                yield item

    async def pages(self) -> AsyncIterator[Page]:
        """Go through the pages themselves."""
        where = self._start
        asked: set[object] = set()
        while True:
            page = await self._fetch(where)
            yield page
            following = self._paging.next_of(page, where, asked)
            if following is None:
                return
            where = following


def _at(value: object, path: tuple[str, ...]) -> object:
    for name in path:
        value = getattr(value, name, None)
    return None if value is MISSING else value
