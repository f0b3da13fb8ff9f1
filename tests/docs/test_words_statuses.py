"""Sentences say statuses where the words say that a number is one."""

from __future__ import annotations

import pytest
from handbill_generator.docs.words.names import matching_name
from handbill_generator.docs.words.statuses import StatusSaid, read_statuses
from hypothesis import given
from hypothesis import strategies as st

_WORDS = "a 404 401 Not Found is returned if the book , or does not exist ( ) BOOK_GONE HTTP code: . 200 items".split()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Returns 201 Created.", [StatusSaid(status="201")]),
        ("`429 Too Many Requests`", [StatusSaid(status="429")]),
        ("You get an HTTP 200 confirmation.", [StatusSaid(status="200")]),
        ("Returns a 409 if the book is lent.", [StatusSaid(status="409", causes=1)]),
        ("404: Book not found", [StatusSaid(status="404", missing=("book",))]),
        ("404 - Not Found", [StatusSaid(status="404")]),
        ("| 404 | Book not found |", [StatusSaid(status="404", missing=("book",))]),
        ("A 4XX error is final.", [StatusSaid(status="4XX")]),
        ("Responds with 401 or 403.", [StatusSaid(status="401"), StatusSaid(status="403")]),
        ("Not found (404)", [StatusSaid(status="404")]),
        ("Error 429: slow down.", [StatusSaid(status="429")]),
        (
            "A 404 Not Found is returned if the book, reading list, or referenced shelf does not exist.",
            [StatusSaid(status="404", causes=1, missing=("book", "reading list", "shelf"))],
        ),
        (
            "If the body is invalid, or if the book group is not found, a 400 Bad Request is returned.",
            [StatusSaid(status="400", causes=2, missing=("book group",))],
        ),
        (
            "If the key is bad (or lending is not enabled for you), a 401 Unauthorized is returned.",
            [StatusSaid(status="401", causes=2)],
        ),
        (
            "Returns 404 if no book with this id exists, or 409 if it is lent.",
            [StatusSaid(status="404", causes=1, missing=("book",)), StatusSaid(status="409", causes=1)],
        ),
        (
            "• BOOK_LENT (Http status code: 409, Error code: 12)\n• BOOK_LOST (Http status code: 409, Error code: 13)",
            [StatusSaid(status="409", codes=("BOOK_LENT", "BOOK_LOST"), causes=2)],
        ),
        (
            "Changing it returns 400 BOOK_FIXED\n(make a new one).",
            [StatusSaid(status="400", codes=("BOOK_FIXED",), causes=1)],
        ),
        (
            "Must be yours - returns 400 SHELF_NOT_FOUND otherwise.",
            [StatusSaid(status="400", codes=("SHELF_NOT_FOUND",), causes=1, missing=("shelf",))],
        ),
        ("ROUTE_NOT_FOUND (Http status code: 404)", [StatusSaid(status="404", codes=("ROUTE_NOT_FOUND",), causes=1)]),
        ("Returns 409 with code `book_lent`.", [StatusSaid(status="409", codes=("book_lent",), causes=1)]),
    ],
)
def test_what_is_said_of_statuses(text: str, said: list[StatusSaid]) -> None:
    """Numbers with their reason, a verb, a code or HTTP beside them are statuses, with what is said of them."""
    assert list(read_statuses(text)) == said


@pytest.mark.parametrize(
    "text",
    [
        "Shows the 404 page.",
        "Founded in the year 404.",
        "Listens at port 443.",
        "Returns 200 items.",
        "Returns the first 200.",
        "Returns 100 or 200 results.",
        "Up to 500 calls.",
        "Between 200 and 400 characters.",
        "Maximum 200",
        "Costs $402.",
        "Waits 408 seconds.",
        "The status is 500 characters.",
        "See RFC 404 and /errors/404.",
        "Version 4.0.4 of 404.5",
        "Returns 999 Never.",
    ],
)
def test_a_number_alone_is_no_status(text: str) -> None:
    """Pages, years, ports, counts and prices are no statuses."""
    assert read_statuses(text) == ()


@given(st.text(max_size=300) | st.lists(st.sampled_from(_WORDS), max_size=40).map(" ".join))
def test_any_text_can_be_read(text: str) -> None:
    """No text raises; each status is there once, in order."""
    said = [found.status for found in read_statuses(text)]
    assert said == sorted(set(said))


@pytest.mark.parametrize(
    "part", ["a 404 ", "404 Not Found ", "if ", "the x, ", "A_", "<a ", "[a", "a. ", "(", "returns 400 or "]
)
def test_a_megabyte_comes_to_an_end(part: str) -> None:
    """Time grows with the text, not with its square."""
    assert len(read_statuses(part * (1_000_000 // len(part)))) <= 2


@pytest.mark.parametrize(
    ("noun", "name"),
    [
        ("reading list", "readingListId"),
        ("referenced reading list", "readingListId"),
        ("book", "book_id"),
        ("books", "book_id"),
        ("shelf", "targetShelfId"),
        ("main branch", "branchId"),
        ("room", None),
        ("tag", None),
        ("the", None),
        ("", None),
    ],
)
def test_nouns_mean_names(noun: str, name: str | None) -> None:
    """A noun means the name with its words; between names that fit alike it means none."""
    names = ["readingListId", "book_id", "bookGroupId", "targetShelfId", "branchId", "addTags", "removeTags", "title"]
    assert matching_name(noun, names) == name


@given(st.text(max_size=50), st.lists(st.text(max_size=20), max_size=5))
def test_a_match_is_one_of_the_names(noun: str, names: list[str]) -> None:
    """No text raises, and nothing is invented."""
    assert matching_name(noun, names) in {None, *names}
