"""Cut a listing into pages.

In: all objects in the order of the listing, and what the caller asks for.  Out: one page of them.
Never: sorts, or knows how a provider writes a page.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from handbill_generator.sandbox.model import Problem

Stored: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page: its *items*, how many there are on all pages together, and whether *more* follow."""

    items: list[Stored]
    total: int
    more: bool


def page_after(
    cursor: str | None,
    stored: Sequence[Stored],
    *,
    size: int,
    id: str = "id",
    keep: Callable[[Stored], bool] = lambda _: True,
) -> Page:
    """Give the *size* objects behind the one whose *id* is *cursor*, of those that *keep* lets through.

    The cursor is looked up among all of *stored*, so that a listing goes on although the object at which it stopped
    has since been changed into one that it does not show.
    """
    ids = [one[id] for one in stored]
    if cursor is not None and cursor not in ids:
        raise Problem("invalid", "The cursor is not known.", fields=(("cursor", "is not known"),))
    start = 0 if cursor is None else ids.index(cursor) + 1
    rest = [one for one in stored[start:] if keep(one)]
    return Page(items=rest[:size], total=sum(map(keep, stored)), more=len(rest) > size)


def page_at(number: int, stored: Sequence[Stored], *, size: int) -> Page:
    """Give the *size* objects of the page of a *number*, which counts from 1."""
    end = number * size
    return Page(items=list(stored[end - size : end]), total=len(stored), more=len(stored) > end)


def count_of_pages(total: int, size: int) -> int:
    """Give how many pages of *size* it takes for *total* objects."""
    return -(-total // size)
