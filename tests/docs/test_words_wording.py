"""Descriptions and rules say what their sentences say, and nothing that they do not."""

from __future__ import annotations

import pytest
from handbill_generator.docs.model import MAX_TOKEN, Attribute, Value
from handbill_generator.docs.words.rules import read_rules
from handbill_generator.docs.words.wording import read_description
from hypothesis import given
from hypothesis import strategies as st

_WORDS = (
    "One of either `a` `b` or and null max at least 1 200 characters is legacy : ; , . ( ) defaults to between".split()
)


def _enum(*values: Value) -> list[tuple[Attribute, Value]]:
    return [(Attribute.enum, value) for value in values]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The state of the loan. One of Open, Late, Back.", _enum("Open", "Late", "Back")),
        ("How it grows. One of: `flat`, `1.25x`, `2x`.", _enum("flat", "1.25x", "2x")),
        ("Voice part: `alto`, `tenor`, or `bass`.", _enum("alto", "tenor", "bass")),
        ("Must be either `asc` or `desc`.", _enum("asc", "desc")),
        ("Possible values are open, late and back.", _enum("open", "late", "back")),
        ("Available options: open, late", _enum("open", "late")),
        ('Enum: "a" "b"', _enum("a", "b")),
        ("`a` | `b`", _enum("a", "b")),
        ("One of `oak` (grown here), `steel` (bought).", _enum("oak", "steel")),
        ("One of `1`, `2` or `3`.", _enum(1, 2, 3)),
        ("One of `a`, `b` or `null`.", [*_enum("a", "b"), (Attribute.nullable, True)]),
        ("Sort order, `asc` or `desc` (default: `asc`)", [*_enum("asc", "desc"), (Attribute.default, "asc")]),
        ("Can be `open` (default) or `shut`", [*_enum("open", "shut"), (Attribute.default, "open")]),
        ("The first loan state (Open).", [(Attribute.shown, "Open")]),
        ("Between 1 and 200 characters.", [(Attribute.min_length, 1), (Attribute.max_length, 200)]),
        ("[ 1 .. 200 ] characters", [(Attribute.min_length, 1), (Attribute.max_length, 200)]),
        ("1-100 characters", [(Attribute.min_length, 1), (Attribute.max_length, 100)]),
        ("exactly 2 characters", [(Attribute.min_length, 2), (Attribute.max_length, 2)]),
        ("Maximum 1,000 characters", [(Attribute.max_length, 1000)]),
        ("The title must be at most 30 characters long.", [(Attribute.max_length, 30)]),
        ("Must be at least `1`.", [(Attribute.minimum, 1)]),
        ("Must be between 0.5 and 10.", [(Attribute.minimum, 0.5), (Attribute.maximum, 10)]),
        ("Must be greater than 0", [(Attribute.exclusive_minimum, 0)]),
        ("Must be a multiple of 5", [(Attribute.multiple_of, 5)]),
        ("Required range: `1 <= x <= 100`", [(Attribute.minimum, 1), (Attribute.maximum, 100)]),
        ("Minimum value: 1", [(Attribute.minimum, 1)]),
        ("(optional) The title", [(Attribute.required, False)]),
        ("Maximum array length: 50", [(Attribute.max_items, 50)]),
        ("Readers to tell. Max 5; submit [] to clear.", [(Attribute.max_items, 5)]),
        ("Maximum of 50 items", [(Attribute.max_items, 50)]),
        ("Defaults to 10 if not provided.", [(Attribute.default, 10)]),
        ("`false` by default.", [(Attribute.default, False)]),
        ("Set to null to return the book.", [(Attribute.nullable, True)]),
        ("The day it is due, or null if it is not lent.", [(Attribute.nullable, True)]),
        ("Cannot be null.", [(Attribute.nullable, False)]),
        ("Deprecated. Use `title`.", [(Attribute.deprecated, True)]),
        ("Legacy field. Read-only; writes are ignored.", [(Attribute.deprecated, True), (Attribute.read_only, True)]),
        ("paper is a legacy value; new writes only accept mail or none.", [(Attribute.legacy, "paper")]),
        ("`on_paper` is legacy and is converted to `mail` on write.", [(Attribute.legacy, "on_paper -> mail")]),
        ("This field is required.", [(Attribute.required, True)]),
        ("Not required.", [(Attribute.required, False)]),
        ("ISO 8601 timestamp of the loan.", [(Attribute.format, "date-time")]),
        ("An ISO 8601 date.", [(Attribute.format, "date")]),
        ("Must be a valid email.", [(Attribute.format, "email")]),
    ],
)
def test_what_a_description_says(text: str, said: list[tuple[Attribute, Value]]) -> None:
    """Each sentence gives its attributes, in its order."""
    assert list(read_description(text)) == said


@pytest.mark.parametrize(
    "text",
    [
        "The state of the loan, for example open or late.",
        "The state, such as `open` or `late`.",
        "Send one of your lists.",
        "One of the lists, or none.",
        "Provide one of phone, fax.",
        "Sent when the state is one of open, late.",
        "Either true or false.",
        "Requires scopes: `read`, `write`.",
        "See: `a` or `b`.",
        "Up to 50% off.",
        "Returns up to 100 items.",
        "At most 3 items a page.",
        "Between 2 and 4 working days.",
        "Must be at least 1 when the shelf is open.",
        "Each tag must be at most 30 characters.",
        "A number like 5 or 10.",
        "Defaults to the reader's first shelf when omitted.",
        "Defaults to now.",
        "Required if `due` is null.",
        "Required when the kind is paper.",
        "Read only the first page.",
        "A read-only access token.",
        "Deprecated values are dropped.",
        "",
    ],
)
def test_what_a_description_does_not_say(text: str) -> None:
    """Examples, conditions and talk of other things are no rules."""
    assert read_description(text) == ()


def test_types_say_what_a_bare_number_limits() -> None:
    """Without a unit, a limit is of the value, the length or the items, as the type has it."""
    limited = {name: read_description("Max 5", [name])[0][0] for name in ("integer", "string", "array")}
    assert limited == {
        "integer": Attribute.maximum,
        "string": Attribute.max_length,
        "array": Attribute.max_items,
    }
    assert read_description("Defaults to `10`.", ["string"]) == ((Attribute.default, "10"),)


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("All body fields are optional. Only those sent change.", [("", Attribute.all_optional, True)]),
        ("Books can be lent once. At least one field must be provided.", [("", Attribute.min_properties, 1)]),
        ("Either `shelfId` or `isbn` is required.", [("", Attribute.required_together, "isbn | shelfId")]),
        ("Provide either `a` or `b`.", [("", Attribute.required_together, "a | b")]),
        ("All limits are optional", [("limits", Attribute.all_optional, True)]),
        (
            "Books move using any combination of bookIds, book_tags, or owner.",
            [(name, Attribute.exists, True) for name in ("bookIds", "book_tags", "owner")],
        ),
        ("All fields are optional except the title.", []),
        ("All rooms are optional.", []),
        ("Either phone or fax is required.", []),
        ("Either `a` or `b` is required if the shelf is open.", []),
        ("Pay using any combination of cash or card.", []),
    ],
)
def test_rules_of_a_body(text: str, rules: list[tuple[str, Attribute, Value]]) -> None:
    """A rule names the body or a field; a word is a name only where it is known or written as one."""
    assert list(read_rules(text, ["limits", "owner"])) == rules


@given(st.text(max_size=300) | st.lists(st.sampled_from(_WORDS), max_size=40).map(" ".join))
def test_any_text_can_be_read(text: str) -> None:
    """No text raises; every value is a token, and reading twice is the same."""
    said = read_description(text)
    assert said == read_description(text)
    assert all(not isinstance(value, str) or 0 < len(value) <= MAX_TOKEN for _, value in said)
    assert all(owner == "" or owner in text for owner, _, _ in read_rules(text))


@pytest.mark.parametrize(
    "part", ["one of a, ", "`a`, ", "max 1 ", "must be at least ", "is null or ", "(", "a. ", "\n\n", '"']
)
def test_a_megabyte_comes_to_an_end(part: str) -> None:
    """Time grows with the text, not with its square."""
    text = part * (1_000_000 // len(part))
    assert isinstance(read_description(text), tuple)
    assert isinstance(read_rules(text), tuple)
