"""Laws of the exits: whatever a document says, what comes out is a name, a literal or the inside of a docstring."""

from __future__ import annotations

import ast
import json
import keyword
import unicodedata
from typing import Any

import pytest
from handbill_generator.text import TYPE_NAMES, Code, Text, class_name, docstring, identifier, literal, path_part, plain
from hypothesis import example, given
from hypothesis import strategies as st

# Surrogates too: JSON can write them (`"\ud800"`), although UTF-8 cannot.
ANYTHING = st.text(st.characters(exclude_categories=()))
SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | ANYTHING
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.tuples(inner)
        | st.tuples(inner, inner)
        | st.dictionaries(ANYTHING, inner, max_size=3)
    ),
    max_leaves=8,
)
INVISIBLE = {"Cc", "Cf", "Cs", "Zl", "Zp"}


@given(ANYTHING)
def test_identifier_is_total(text: str) -> None:
    """Any text gives a Python name that is no keyword, no name of a type, and not private."""
    name = identifier(Text(text))
    assert name.isidentifier()
    assert not keyword.iskeyword(name)
    assert name not in TYPE_NAMES
    assert not name.startswith("_")


@given(ANYTHING)
def test_identifier_is_stable(text: str) -> None:
    """A name that went through the exit goes through it unchanged."""
    name = identifier(Text(text))
    assert identifier(name) == name


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("emails/list", "emails_list", "EmailsList"),
        ("page[size]", "page_size", "PageSize"),
        ("ids[]", "ids", "Ids"),
        ("repos:get,{id}", "repos_get_id", "ReposGetId"),
        ("$filter", "filter", "Filter"),
        ("user's", "users", "Users"),
    ],
)
def test_punctuation_stands_between_words(text: str, name: str, kind: str) -> None:
    """What is no letter and no digit ends a word, but for an apostrophe."""
    assert (identifier(Text(text)), class_name(Text(text)), path_part(Text(text))) == (name, kind, name)


@given(ANYTHING)
def test_class_name_is_total(text: str) -> None:
    """Any text gives a class name that is no keyword and not private."""
    name = class_name(Text(text))
    assert name.isidentifier()
    assert not keyword.iskeyword(name)
    assert not name.startswith("_")


@given(ANYTHING)
@example("〸a a")
def test_class_name_is_stable(text: str) -> None:
    """A class name that went through the exit goes through it unchanged."""
    name = class_name(Text(text))
    assert class_name(name) == name


@given(ANYTHING)
def test_names_are_what_python_makes_of_them(text: str) -> None:
    """Python compares names after NFKC: a name is in that form already, so that two names are never one."""
    for name in (identifier(Text(text)), class_name(Text(text))):
        assert unicodedata.normalize("NFKC", name) == name


@given(ANYTHING)
def test_path_part_is_one_name(text: str) -> None:
    """Any text gives one part of a path, and never one that climbs."""
    part = path_part(Text(text))
    assert part.isidentifier()
    assert not {"/", "\\", ".", "\0"} & set(part)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("audienceFilter", "audience_filter"),
        ("class", "class_"),
        ("str", "str_"),
        ("2fa", "value_2fa"),
        ("", "value"),
        ("!!!", "exclamation_mark"),
        ("_private", "private"),
        ("__class__", "class_"),
        ("a.b-c d", "a_b_c_d"),
        ("ﬁ", "fi"),
        ("größe", "größe"),
        ("名前", "名前"),
    ],
)
def test_identifier_is_what_a_person_writes(text: str, name: str) -> None:
    """Wire names become snake_case; what Python keeps for itself gets an underscore behind it."""
    assert identifier(Text(text)) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Pet", "Pet"),
        ("HTTPError", "HTTPError"),
        ("pet_store", "PetStore"),
        ("pet.store", "PetStore"),
        ("None", "NoneModel"),
        ("404", "Model404"),
        ("", "Model"),
    ],
)
def test_class_name_is_what_a_person_writes(text: str, name: str) -> None:
    """Wire names become PascalCase; what is PascalCase already stays."""
    assert class_name(Text(text)) == name


@given(VALUES)
def test_literal_reads_back(value: Any) -> None:
    """Python reads a literal back as the value, and its source is one line of printable ASCII."""
    source = literal(value)
    assert ast.literal_eval(source) == value
    assert source.isascii()
    assert source.isprintable()


@given(VALUES)
def test_literal_keeps_types(value: Any) -> None:
    """A literal is the same to the last type: 1 is not True, and 0.0 is not -0.0."""
    assert repr(ast.literal_eval(literal(value))) == repr(value)


@given(ANYTHING)
def test_literal_of_text_is_that_of_its_string(text: str) -> None:
    """`Text` is printed as the string it holds, however deep it stands."""
    assert literal(Text(text)) == literal(text)
    assert ast.literal_eval(literal({Text(text): (Text(text),)})) == {text: (text,)}


@pytest.mark.parametrize(
    "value",
    [
        float("nan"),
        float("inf"),
        {1, 2},
        object(),
        1j,
        b"b",
    ],
)
def test_literal_refuses_what_json_cannot_hold(value: object) -> None:
    """What is no JSON value has no literal."""
    with pytest.raises(TypeError, match="no Python literal"):
        literal(value)


@given(ANYTHING, st.sampled_from([20, 92, 100]))
def test_docstring_reads_back(text: str, width: int) -> None:
    """Between triple quotes the exit parses as one string, and says `plain(text)` but for where lines are broken."""
    (statement,) = ast.parse(f'"""{docstring(Text(text), width=width)}"""').body
    assert isinstance(statement, ast.Expr)
    assert isinstance(statement.value, ast.Constant)
    assert isinstance(statement.value.value, str)
    assert statement.value.value.split() == plain(Text(text)).split()


@pytest.mark.parametrize("word", [r"\d" * 60, '"""' * 20])
def test_long_words_with_escapes_are_not_broken(word: str) -> None:
    """A long pattern or path stays in one piece, as a long URL does."""
    assert ast.literal_eval(f'"""See {docstring(Text(word))} here."""').split() == ["See", word, "here."]


@given(st.lists(st.sampled_from(['"', '""', '"""', "\\", "\\\\", "'", "\n", "x", " ", "\\N{BELL}", "\\x00", "{#"])))
@example(['"""'])
@example(['"""'] * 15)
def test_docstring_holds_against_quotes_and_backslashes(parts: list[str]) -> None:
    """No mixture of quotes, backslashes and line ends leaves the docstring."""
    text = "".join(parts)
    (statement,) = ast.parse(f'def f():\n    """{docstring(Text(text))}"""').body
    assert isinstance(statement, ast.FunctionDef)
    assert (ast.get_docstring(statement, clean=False) or "").split() == plain(Text(text)).split()


@given(ANYTHING)
def test_nothing_invisible_comes_out(text: str) -> None:
    """No exit gives out a control, bidi, separator or surrogate character, but for the line ends of a docstring."""
    for out in (
        identifier(Text(text)),
        class_name(Text(text)),
        literal(text),
        docstring(Text(text)),
        plain(Text(text)),
    ):
        assert not {c for c in out if c != "\n" and unicodedata.category(c) in INVISIBLE}
        out.encode("utf-8")


@given(ANYTHING)
def test_plain_is_stable(text: str) -> None:
    """What was made plain stays as it is."""
    assert plain(plain(text)) == plain(text)


@given(st.text(st.characters(codec="ascii", exclude_categories=["Cc"])))
def test_plain_keeps_what_people_write(text: str) -> None:
    """Ordinary text comes out as it went in, without the space around it."""
    assert plain(text) == text.strip()


def test_words_are_not_broken() -> None:
    """A URL that is longer than a line stays in one piece."""
    url = f"https://example.test/{'a' * 200}"
    assert url in docstring(Text(f"See {url} for more.")).split()


def test_text_is_no_string() -> None:
    """Text of a document cannot be joined to code by accident, and code can."""
    with pytest.raises(TypeError):
        "x" + Text("y")  # type: ignore[operator]
    assert isinstance(identifier(Text("a")), Code)
    assert not isinstance(Text("a"), str)
    assert json.dumps(Code("a")) == '"a"'
