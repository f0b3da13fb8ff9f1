"""Laws of `overlay` over any tree, and its limits: nothing takes long, nothing grows without an end."""

from __future__ import annotations

import json

import pytest
from handbill_generator.bundle.where import Where
from handbill_generator.diagnostics import SpecError
from handbill_generator.load import JSON, Limits, pointer_of
from handbill_generator.overlay.parts import Steps
from handbill_generator.overlay.queries import Query, normalised
from hypothesis import given
from hypothesis import strategies as st

from .overlaying import applied, read, refusal, result, written

NAMES = st.sampled_from(["a", "b", "it's", "~/"])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(0, 3) | st.text(max_size=2),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=12,
)
MAPPINGS = st.dictionaries(NAMES, VALUES, max_size=3)
OBJECTS = st.recursive(
    st.integers(0, 3) | st.text(max_size=2), lambda inner: st.dictionaries(NAMES, inner, max_size=3), max_leaves=8
)


def places(tree: JSON, above: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    members: list[tuple[str, JSON]] = []
    if isinstance(tree, dict):
        members = list(tree.items())
    elif isinstance(tree, list):
        members = [(str(index), item) for index, item in enumerate(tree)]
    return [above, *(place for name, member in members for place in places(member, (*above, name)))]


@given(MAPPINGS)
def test_an_empty_update_is_nothing(tree: JSON) -> None:
    """An overlay that brings nothing leaves the tree and every place as they were."""
    document = read(json.dumps({"x": tree}))
    made = applied(document, written({"target": "$", "update": {}})).document
    assert made.tree == document.tree
    for tokens in places(document.tree):
        assert made.position(pointer_of(tokens)) == document.position(pointer_of(tokens))


@given(MAPPINGS, st.sampled_from(["new", "other's"]), VALUES)
def test_to_remove_what_was_added_is_nothing(tree: dict[str, JSON], name: str, value: JSON) -> None:
    """A name that was not there is gone again when it is removed."""
    target = "$.x[" + json.dumps(name) + "]"
    assert result(tree, {"target": "$.x", "update": {name: value}}, {"target": target, "remove": True}) == tree


@given(OBJECTS, OBJECTS)
def test_an_update_without_lists_can_be_done_twice(tree: JSON, update: JSON) -> None:
    """To merge mappings of scalars a second time changes nothing more."""
    action = {"target": "$", "update": {"x": update}}
    try:
        once = result(tree, action)
    except SpecError:
        return  # a mapping where a scalar is
    assert result(tree, action, action) == once
    assert result(once, action) == once


@given(MAPPINGS)
def test_every_place_has_a_path_of_its_own(tree: JSON) -> None:
    """The normalised path of a place selects it and nothing else, so a removal takes away just that."""
    document = read(json.dumps({"x": tree}))
    for tokens in places(document.tree):
        query = Query(normalised(document.tree, tokens), Where(document, ()))
        assert query.select(document.tree, Steps(10), Limits()) == (tokens,)


@given(
    VALUES,
    st.sampled_from(["$..*", "$.x.*", "$..a", "$..[0]", "$..[?@.a]", "$..[?@ == 1]", "$..['a', 'b']", "$..[1:]"]),
)
def test_what_is_removed_is_selected_no_more(tree: JSON, target: str) -> None:
    """After a removal only indexes can select anything, and every value left has a place."""
    made = applied(read(json.dumps({"x": tree})), written({"target": target, "remove": True})).document
    for tokens in places(made.tree):
        assert made.position(pointer_of(tokens)).file == "specs/api.yaml"


DEEP = Limits(depth=12)
FEW = Limits(nodes=2000)


def test_depth_is_limited() -> None:
    """No action makes a document deeper than allowed, not by many steps either."""
    deeper = {"target": "$.x", "update": {"a": {"b": {"c": {}}}}}
    assert result({}, deeper) == deeper["update"]
    down = [{"target": "$.x" + ".a.b.c" * n, "update": {"a": {"b": {"c": {}}}}} for n in range(6)]
    assert 'more than 12 levels of nesting (limit "depth")' in refusal({}, *down, limits=DEEP)
    assert "levels of nesting" in refusal({"a": {}}, *[{"target": "$.x.a", "copy": "$"}] * 9, limits=DEEP)


@pytest.mark.parametrize(
    "target",
    [
        "$..*..*..*..*",
        "$..[?count($..*) > 1]",
        "$..[?@..*]..*",
        "$[" + ",".join("*" * 50) + "][" + ",".join("*" * 50) + "][" + ",".join("*" * 50) + "]",
        "$..[?$.x == $.y]",
        "$..[?$..[?1 == 2]]",
    ],
)
def test_a_target_looks_at_a_limited_number_of_values(target: str) -> None:
    """A target that would look at too much ends in one line."""
    tree: JSON = {name: {other: [{}, {"a": [1]}] for other in "abcdef"} for name in "abcdef"}
    document = read(json.dumps({"x": tree, "y": tree}))
    with pytest.raises(SpecError, match="look at more than 2000 values"):
        applied(document, written({"target": target, "update": {}}), limits=FEW)


def test_copies_are_limited() -> None:
    """A list or mapping that is doubled again and again ends in one line."""
    double = {"target": "$.x", "copy": "$.x"}
    assert "look at more than 2000 values" in refusal([1, 2], *[double] * 40, limits=FEW)
    nest = [{"target": "$.x", "update": {"b": {}}}, {"target": "$.x.b", "copy": "$.x"}]
    assert "fixes0.yaml:1:" in refusal({"a": {}}, *nest * 40, limits=Limits(nodes=20_000, depth=20))


@pytest.mark.parametrize("function", ["match", "search"])
def test_regular_expressions_take_linear_time(function: str) -> None:
    """A pattern that other engines never finish is found not to match."""
    tree: JSON = {"a": {"t": "a" * 5000 + "!"}, "b": {"t": "aaa"}}
    made = result(tree, {"target": f"$.x[?{function}(@.t, '(a|aa)+b*(a*)*')]", "update": {"m": 1}})
    assert isinstance(made, dict)
    assert made["b"] == {"t": "aaa", "m": 1}
    assert ("m" in made["a"]) is (function == "search")  # type: ignore[operator]


@pytest.mark.parametrize(
    ("condition", "count"),
    [
        ("match(@.t, 'a.c')", 1),
        ("search(@.t, 'b')", 3),
        ("match(@.t, 'b')", 0),
        ("search(@.t, '[.]')", 0),
        ("search(@.t, 'a\\\\.')", 0),
        ("search(@.t, '(?=a)')", 0),
        ("match(@.n, '1')", 0),
        ("search(@.t, @.n)", 0),
        ("length(@.t) == 3", 3),
        ("count(@.*) == 2", 3),
        ("value(@.n) == 1", 1),
        ("@.n == true", 1),
        ("@.n", 3),
        ("!@.z", 3),
        ("@ == $.x[0]", 1),
        ("@.n == 1 && @.t == 'abc'", 1),
        ("@.n == 1 || @.t == 'abx'", 2),
    ],
)
def test_conditions(condition: str, count: int) -> None:
    """The functions and comparisons of RFC 9535 see the values of the document."""
    tree: JSON = [{"t": "abc", "n": 1}, {"t": "a\nb", "n": True}, {"t": "abx", "n": "1"}]
    made = result(tree, {"target": f"$.x[?{condition}]", "update": {"m": 1}}) if count else tree
    assert isinstance(made, list)
    assert sum("m" in item for item in made if isinstance(item, dict)) == count
