"""Annotations compare as the sets of values that a type checker takes them for."""

from __future__ import annotations

import ast

import pytest
from handbill_generator.changes.python.annotations import Annotation, annotation_of, expanded, renamed, takes


def read(source: str) -> Annotation:
    return annotation_of(ast.parse(source, mode="eval").body)


@pytest.mark.parametrize(
    ("wide", "narrow"),
    [
        ("str | None", "str"),
        ("float", "int"),
        ("float", "bool"),
        ("int", "bool"),
        ("int", "Literal[1, 2]"),
        ("int", "Literal[True]"),
        ("str", "Literal['a']"),
        ("Literal['a', 'b']", "Literal['b']"),
        ("Literal['a'] | str", "Literal['a', 'b'] | str"),
        ("date", "DateTime"),
        ("Any", "str"),
        ("object", "dict[str, int]"),
        ("str", "Any"),
        ("Mapping[str, float]", "dict[str, int]"),
        ("Iterable[float]", "list[int]"),
        ("None", "Literal[None]"),
        ("list[Any]", "list[int]"),
        ("list", "list[int]"),
        ("list[int]", "list"),
        ("Model | None", "Annotated[Model, Field(alias='x')] | None"),
        ("builtins.list[models.Model]", "list[Model]"),
        ("'Model | None'", "Model"),
    ],
)
def test_the_wider_takes_the_narrower(wide: str, narrow: str) -> None:
    """Every value of the second is one of the first, even where lists must be the same exactly."""
    assert takes(read(wide), read(narrow), exactly=True)


@pytest.mark.parametrize(
    ("wide", "narrow"),
    [
        ("str", "str | None"),
        ("int", "float"),
        ("bool", "int"),
        ("Literal['a']", "str"),
        ("Literal['a']", "Literal['a', 'b']"),
        ("Literal[1]", "Literal[True]"),
        ("datetime", "date"),
        ("list[int]", "list[str]"),
        ("dict[str, int]", "Mapping[str, int]"),
        ("Model", "Other"),
        ("str", "str | MISSING"),
        ("str", "object"),
        ("Pages[List, Item]", "Pages[List, Other]"),
    ],
)
def test_the_narrower_does_not_take_the_wider(wide: str, narrow: str) -> None:
    """Some value of the second is none of the first."""
    assert not takes(read(wide), read(narrow))


def test_lists_of_more_are_wider_only_for_who_reads_them() -> None:
    """A list of integers may be read as one of numbers, and not be given for one."""
    wide, narrow = read("list[str | None]"), read("list[str]")
    assert takes(wide, narrow)
    assert not takes(wide, narrow, exactly=True)


@pytest.mark.parametrize(
    "source",
    ["str | None", 'Literal["a", "b"] | str | MISSING', "dict[str, list[int]]", 'Literal["it\'s"]', "Literal[1, True]"],
)
def test_an_annotation_is_shown_as_it_was_written(source: str) -> None:
    """What is read and shown is the same again."""
    assert str(read(source)) == source
    assert read(str(read(source))) == read(source)


def test_the_order_of_members_does_not_count() -> None:
    """A union is a set, at any depth."""
    assert read("dict[str, int | None] | str") == read("str | dict[str, None | int]")


def test_aliases_are_replaced_but_where_they_hold_themselves() -> None:
    """An alias is what it stands for; a recursive one stays a name inside of itself."""
    aliases = {"Tree": read("dict[str, Tree] | Leaf"), "Leaf": read("str | None")}
    assert str(expanded(read("list[Tree]"), aliases)) == "list[dict[str, Tree] | str | None]"


def test_names_change_at_any_depth() -> None:
    """A class that was renamed is the same class wherever it stands, and a literal is no name."""
    assert renamed(read("dict[str, Old] | Literal['Old']"), {"Old": "New"}) == read("dict[str, New] | Literal['Old']")
