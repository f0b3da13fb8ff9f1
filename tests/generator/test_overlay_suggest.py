"""Laws of `overlay.suggest`: what is suggested can be applied, corrects what is told, and invents nothing."""

from __future__ import annotations

import json
from typing import Any

import pytest
from handbill_generator.load import JSON, pointer_of
from handbill_generator.overlay.suggest import Wrong, overlay_text, suggested
from hypothesis import given
from hypothesis import strategies as st

from .overlaying import applied, read

GET = {"parameters": [{"name": "q", "in": "qurey"}], "security": [{"key": []}], "deprecated": "true", "x-n": 1}
SCHEMA = {"type": "strng", "nullable": True, "format": "uint", "properties": {"a": {"required": True}}}
TREE: dict[str, Any] = {
    "paths": {"/it's": {"get": GET}, "users": {"get": {}}},
    "components": {"schemas": {"S": SCHEMA}},
}


def corrected(pointer: str, *, told: str = "", said: str = "", what: str = "", became: str = "") -> tuple[JSON, bool]:
    """Give what the suggestion makes of the document, and whether it is known to be right."""
    suggestion = suggested(TREE, Wrong(pointer=pointer, said=f"{said} {told}", told=told, what=what, became=became))
    assert suggestion is not None
    text = overlay_text([suggestion], extends="specs/api.yaml", title="api")
    made = applied(read(json.dumps(TREE)), text)
    assert made.notices == ()
    return made.document.tree, suggestion.is_known


def at(tree: Any, *path: str | int) -> Any:
    for step in path:
        tree = tree[step]
    return tree


@pytest.mark.parametrize(
    ("pointer", "told", "path", "becomes"),
    [
        ("#/paths/~1it's/get/parameters/0", "write path, query or cookie", ["parameters", 0, "in"], "query"),
        ("#/paths/~1it's/get/parameters/0", "it cannot be told", ["parameters", 0, "in"], "query"),
        ("#/paths/~1it's/get/deprecated", "a boolean is written without quotes", ["deprecated"], True),
    ],
)
def test_what_is_told_is_written(pointer: str, told: str, path: list[str | int], becomes: JSON) -> None:
    """The word that is nearly there, or the one that was meant, takes its place."""
    tree, is_known = corrected(pointer, told=told, said='"qurey"')
    assert is_known
    assert at(tree, "paths", "/it's", "get", *path) == becomes


def test_corrections_of_several_steps() -> None:
    """A path gets its slash, a nullable type its null, a required property its place."""
    tree, _ = corrected("#/paths/users")
    assert list(at(tree, "paths")) == ["/it's", "/users"]
    tree, _ = corrected("#/components/schemas/S/nullable")
    assert "nullable" not in at(tree, "components", "schemas", "S")
    assert at(tree, "components", "schemas", "S", "type") == ["strng", "null"]
    tree, _ = corrected("#/components/schemas/S/properties/a/required")
    assert at(tree, "components", "schemas", "S", "required") == ["a"]
    assert at(tree, "components", "schemas", "S", "properties", "a") == {}


def test_a_parameter_that_nobody_declares_is_declared() -> None:
    """What the path has becomes a parameter beside those that are there."""
    tree, _ = corrected("#/paths/~1it's/get", told="nobody declares it", what='path parameter "id"')
    assert [parameter["in"] for parameter in at(tree, "paths", "/it's", "get", "parameters")] == ["qurey", "path"]


def test_what_was_understood_is_written() -> None:
    """What a type was read as is what it should have been."""
    tree, _ = corrected("#/components/schemas/S/type", became="integer")
    assert at(tree, "components", "schemas", "S", "type") == "integer"


@pytest.mark.parametrize(
    ("pointer", "told"),
    [
        ("#/paths/~1it's/get/security/0/key", "no usable scheme is defined by that name"),
        ("#/components/schemas/S/format", "no registry of formats has it"),
        ("#/paths/~1it's/get/x-n", ""),
        ("#/paths/~1it's/get/missing/member", 'write "it"'),
        ("#/paths/~1it's/get", "write path"),
    ],
)
def test_what_is_not_told_is_left_to_be_written(pointer: str, told: str) -> None:
    """Where nobody says what is right, the overlay changes nothing, and says so."""
    assert corrected(pointer, told=told) == (TREE, False)


@pytest.mark.parametrize("pointer", ["", "#", "#/nowhere", "#/nowhere/else"])
def test_the_whole_document_is_nothing_to_correct(pointer: str) -> None:
    """What leads to no part of the document has no action."""
    assert suggested(TREE, Wrong(pointer=pointer, said="", told="")) is None


NAMES = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)


@given(
    st.dictionaries(NAMES, st.dictionaries(NAMES, st.text(st.characters(exclude_categories=["Cs"])), max_size=2)), NAMES
)
def test_any_text_is_written_so_that_it_is_read_back(tree: dict[str, JSON], said: str) -> None:
    """Names and texts of any characters give an overlay that changes nothing."""
    document = read(json.dumps({"x": tree}))
    for name, members in tree.items():
        for member in members if isinstance(members, dict) else {}:
            wrong = Wrong(pointer=pointer_of(("x", name, member)), said=said, told="")
            suggestion = suggested(document.tree, wrong)
            assert suggestion is not None
            made = applied(document, overlay_text([suggestion], extends=f"specs/{name}", title=name or "api"))
            assert made.document.tree == document.tree
