"""Laws of pages and of times, which all four providers share."""

from __future__ import annotations

import doctest
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from handbill_generator.sandbox.model import Problem
from handbill_generator.sandbox.providers import moments
from handbill_generator.sandbox.providers.moments import days, moment_of, months_before
from handbill_generator.sandbox.providers.paging import count_of_pages, page_after, page_at
from hypothesis import given
from hypothesis import strategies as st

ITEMS = st.lists(st.booleans(), max_size=30).map(
    lambda flags: [{"id": str(place), "kept": flag} for place, flag in enumerate(flags)]
)
SIZES = st.integers(1, 12)


@given(ITEMS, SIZES)
def test_following_cursors_gives_what_is_kept_once(items: list[dict[str, object]], size: int) -> None:
    """From page to page every object that is kept comes once, in order, and every page but the last one is full."""
    found: list[object] = []
    cursor, more = None, True
    while more:
        page = page_after(cursor, items, size=size, keep=lambda one: bool(one["kept"]))
        found += page.items
        more = page.more
        assert len(page.items) == size or not more
        cursor = str(page.items[-1]["id"]) if page.items else None
    assert found == [one for one in items if one["kept"]]
    assert page.total == len(found)


@given(ITEMS, SIZES)
def test_counting_pages_gives_everything_once(items: list[dict[str, object]], size: int) -> None:
    """Pages by number hold every object once, there are as many as is said, and behind them there is nothing."""
    count = count_of_pages(len(items), size)
    found = [one for number in range(1, count + 1) for one in page_at(number, items, size=size).items]
    assert found == items
    assert page_at(count + 1, items, size=size).items == []


def test_a_listing_goes_on_behind_what_is_kept_no_more() -> None:
    """An object at which a page ended may change into one that is not shown: the next page begins behind it."""
    items = [{"id": "a", "kept": True}, {"id": "b", "kept": True}]
    first = page_after(None, items, size=1, keep=lambda one: bool(one["kept"]))
    items[0]["kept"] = False
    assert page_after(str(first.items[0]["id"]), items, size=1, keep=lambda one: bool(one["kept"])).items == [items[1]]


def test_a_cursor_from_elsewhere_is_refused() -> None:
    """A cursor that is no id of the listing is a bad request."""
    with pytest.raises(Problem, match="cursor"):
        page_after("nowhere", [{"id": "a"}], size=1)


@given(st.datetimes(timezones=st.timezones()))
def test_moments_survive_their_spelling(moment: datetime) -> None:
    """A moment that is written with any offset is read as the same moment in UTC."""
    try:
        expected = moment.astimezone(UTC)
    except OverflowError:
        expected = None
    found = moment_of(moment.isoformat())
    assert found == expected
    assert found is None or found.utcoffset() == timedelta(0)


@pytest.mark.parametrize("text", ["2026-12-31T23:59:60Z", "0001-01-01T00:00:00+01:00", "tomorrow"])
def test_what_is_no_moment_is_none(text: str) -> None:
    """Text that Python has no moment for is not an error."""
    assert moment_of(text) is None


@given(st.dates(), st.integers(0, 400))
def test_a_range_has_each_of_its_days(first: date, length: int) -> None:
    """Both ends belong to a range, and each day follows the one before."""
    last = first + timedelta(days=min(length, (date.max - first).days))
    found = list(days(first, last))
    assert (found[0], found[-1]) == (first, last)
    assert all(after - before == timedelta(days=1) for before, after in pairwise(found))
    assert list(days(last, first)) == ([] if last > first else [first])


@given(st.dates(min_value=date(2, 1, 1)))
def test_six_months_are_six_months(day: date) -> None:
    """Six months twice lie in the same month of the year before."""
    before = months_before(months_before(day, 6), 6)
    assert (before.year, before.month) == (day.year - 1, day.month)


def test_examples_in_docstrings_are_true() -> None:
    """What the docstrings of the module show is what happens."""
    assert doctest.testmod(moments).failed == 0
