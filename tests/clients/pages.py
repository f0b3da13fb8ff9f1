"""Listings that go over several pages, and pages of them, made from the examples of the contracts.

In: the operations with `x-handbill-pagination`.  Out: `Listing`s, which make pages of items that can be told apart.
Never: goes through a listing.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from .answers import Reply, page_of, put, replies
from .calls import Call, bare
from .contracts import Operation, Parameter, followed, operations, resolved, tokens, under
from .emitted import dumped, kinds_at
from .schemas import Part, part_at, sample


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Listing:
    """A listing, whose pages are made from the first example of its answer."""

    operation: Operation

    @property
    def call(self) -> Call:
        """The call of its first page."""
        return bare(self.operation)

    @property
    def block(self) -> Mapping[str, Any]:
        """What the contract says of its pages."""
        found: Mapping[str, Any] = self.operation.node["x-handbill-pagination"]
        return found

    @property
    def by_cursor(self) -> bool:
        """Whether a page names the next one; otherwise they are counted."""
        return "cursor" in self.block

    @property
    def parameter(self) -> Parameter:
        """The query parameter that says which page to read."""
        name = self.block["cursor" if self.by_cursor else "page"]["parameter"]
        return next(one for one in self.operation.parameters if (one.place, one.name) == ("query", name))

    @cached_property
    def example(self) -> Reply:
        """The example that its pages are made from."""
        return next(replies(self.operation, self.operation.successes))

    def following(self, number: int) -> Any:
        """What to ask for to get page *number*: it holds what a query has to escape."""
        text = self.parameter.schema.get("type") == "string"
        return f"c{number}+/=&é %20" if self.by_cursor and text else number

    def asked(self, number: int) -> dict[str, str]:
        """The query for page *number*, where the caller gave none."""
        return {} if number == 1 else {self.parameter.name: str(self.following(number))}

    def page(self, marks: Iterable[str], number: int, *, last: bool = False, following: Any = None) -> Any:
        """The body of page *number*, with an item for each mark; it names the page after it, or *following*."""
        after = self.following(number + 1) if following is None else following
        body = page_of(self.example, number=number, last=last, following=after)
        put(body, self.block["items"], [self._item(mark) for mark in marks])
        return body

    def items(self, body: Any) -> list[Any]:
        """The items of a page."""
        for part in tokens(self.block["items"]):
            body = body[part]
        return list(body)

    def kinds(self, item: Any) -> tuple[type, ...]:
        """The classes that *item* may become."""
        return kinds_at(self.operation.provider, self._item_part.schema, self._item_part.pointer, item)

    @property
    def needs_paging(self) -> bool:
        """Whether each page must say what follows it."""
        ways = [self.block["cursor"][key] for key in ("next", "more") if key in self.block["cursor"]]
        return any(self._part(under("", tokens(way)[0])).required for way in ways)

    def mark(self, item: Any) -> str:
        """The mark of an item that came."""
        found = dumped(item)
        return str(found if isinstance(found, str) else found[self._key])

    def _item(self, mark: str) -> Any:
        item = copy.deepcopy(self._one)
        if isinstance(item, str):
            return mark
        item[self._key] = mark
        return item

    @cached_property
    def _one(self) -> Any:
        found = self.items(self.example.body)
        return found[0] if found else sample(self.operation.provider, self._item_part.schema)

    def _part(self, way: str) -> Part:
        media = self.example.media
        assert media is not None
        return part_at(media.provider, media.schema, under(media.pointer, "schema"), way)

    @cached_property
    def _item_part(self) -> Part:
        array = self._part(self.block["items"])
        schema, pointer = followed(self.operation.provider, array.schema, array.pointer)
        return Part(schema=schema["items"], pointer=under(pointer, "items"))

    @cached_property
    def _key(self) -> str:
        """A property of an item that takes any text."""
        provider, item = self.operation.provider, self._item_part
        for key in self._one:
            schema = resolved(provider, part_at(provider, item.schema, item.pointer, under("", key)).schema)
            if schema.get("type") == "string" and not {"enum", "const", "format", "pattern"} & set(schema):
                return str(key)
        raise AssertionError(f"{self}: nothing tells the items of its example apart")

    def __str__(self) -> str:
        return str(self.operation)


LISTINGS = tuple(Listing(operation=each) for each in operations() if "x-handbill-pagination" in each.node)
