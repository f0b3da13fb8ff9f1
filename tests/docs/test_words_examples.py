"""JSON is found in running text, and says what it shows."""

from __future__ import annotations

import json
from typing import Any

import pytest
from handbill_generator.docs.model import Attribute, Confidence, Side, SourceKind, Value, written_path
from handbill_generator.docs.words.examples import echoes, facts_of, find_json, outline
from hypothesis import given
from hypothesis import strategies as st

_scalars = st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.floats(-1e6, 1e6) | st.text(max_size=12)
_values = st.recursive(
    _scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=8,
)
_objects = st.dictionaries(st.text(min_size=1, max_size=6), _values, min_size=1, max_size=3)
_prose = st.text("abc XYZ.:;'\n(){}`$-", max_size=30).map(lambda text: text.replace("{}", ""))


@given(st.lists(st.tuples(_prose, _objects, st.sampled_from([None, 2])), max_size=4), _prose)
def test_planted_objects_are_found(planted: list[tuple[str, dict[str, Any], int | None]], end: str) -> None:
    """Just the objects that were planted are found, whatever words are around them, with their lines."""
    text = "".join(f"{before} {json.dumps(value, indent=indent)} " for before, value, indent in planted) + end
    found = find_json(text)
    assert [one.value for one in found] == [value for _, value, _ in planted]
    lines = text.split("\n")
    assert all("{" in lines[one.line - 1] and "}" in lines[one.end_line - 1] for one in found)


@given(st.text(max_size=200) | st.text('{}[]":,1\\ \nnul', max_size=80))
def test_any_text_can_be_searched(text: str) -> None:
    """No text raises."""
    assert all(isinstance(one.value, dict | list) for one in find_json(text))
    assert all(path for path in outline(text))


@given(_values)
def test_any_value_has_facts(value: Any) -> None:
    """Every value says that it exists, and no fact is stated."""
    facts = facts_of(value, side=Side.response, status="200", path=("body",), source=SourceKind.example)
    assert any(fact.path == ("body",) and fact.attribute is Attribute.exists for fact in facts)
    assert {fact.confidence for fact in facts} == {Confidence.shown}


def test_brackets_of_prose_are_no_json() -> None:
    """A footnote and an empty list in a sentence are none; alone on their lines they are."""
    assert find_json("As said [1], submit [] or {} to clear {id}.") == ()
    assert [(one.value, one.line, one.text_before) for one in find_json("It gives:\n\n[1, 2]\n")] == [
        ([1, 2], 3, "It gives:")
    ]
    assert find_json("  -d '{\"a\": 1}'")[0].text_before == "-d '"


@pytest.mark.parametrize("part", ["[", '{"a":', '["', '["\\"', "[1,", '[{"a":1},', '{"a":1} ', '"\\"[', "[ ", "\n"])
def test_a_megabyte_comes_to_an_end(part: str) -> None:
    """Time grows with the text, not with its square."""
    text = part * (1_000_000 // len(part))
    assert isinstance(find_json(text), tuple)
    assert isinstance(outline(text), tuple)


def test_what_an_example_shows() -> None:
    """Members exist, null says nullable, only words that could be of a list are shown, and secrets never are."""
    value: dict[str, Any] = {
        "state": "on-loan",
        "id": "bk_8841207",
        "due": None,
        "title": "Two words",
        "token": "abc",
        "copies": [{"shelf": 1}, {"shelf": 1.5}],
        "extra": {},
    }
    facts = facts_of(value, side=Side.response, path=("body",), source=SourceKind.example, line=7)
    said: dict[str, list[tuple[str, Value]]] = {}
    for fact in facts:
        if fact.attribute is not Attribute.exists:
            said.setdefault(written_path(fact.path), []).append((str(fact.attribute), fact.value))
    assert said == {
        "body": [("type", "object")],
        "body/copies": [("type", "array")],
        "body/copies/[]": [("type", "object")],
        "body/copies/[]/shelf": [("type", "integer"), ("type", "number")],
        "body/due": [("nullable", True)],
        "body/extra": [("type", "object")],
        "body/id": [("type", "string")],
        "body/state": [("shown", "on-loan"), ("type", "string")],
        "body/title": [("type", "string")],
        "body/token": [("type", "string")],
    }
    assert {fact.line for fact in facts} == {7}


def test_an_empty_object_of_a_sample_has_no_type() -> None:
    """Samples print `{}` for anything: it exists and is shown."""
    facts = facts_of({"due": {}}, side=Side.request, path=("body",), source=SourceKind.sample)
    due = [(fact.attribute, fact.value) for fact in facts if fact.path == ("body", "due")]
    assert due == [(Attribute.exists, True), (Attribute.shown, "{}")]


def test_a_broken_example_has_an_outline() -> None:
    """Indentation says what is inside of what, brackets that are gone or not."""
    text = """
    "id": "b1"
    "book": {
      "title": "A",
      "due": {
        "day": 1
      "copies": [
          "shelf": 1,
          "at": {
            "room": 2
    "last": true
    No member: here
    """
    assert [written_path(path) for path in outline(text)] == [
        "id",
        "book",
        "book/title",
        "book/due",
        "book/due/day",
        "book/copies",
        "book/copies/[]/shelf",
        "book/copies/[]/at",
        "book/copies/[]/at/room",
        "last",
    ]


def test_answers_that_differ_from_their_request() -> None:
    """Members are compared in the envelope and under a longer name; what the answer does not show is no difference."""
    request: dict[str, Any] = {"title": "A", "hours": {"from": "10:00", "to": "18:00"}, "note": "x", "due": None}
    answer: dict[str, Any] = {
        "ok": True,
        "data": {"title": "A", "openHours": {"from": "08:00", "to": "18:00"}, "note": 1},
    }
    assert echoes(request, answer) == (("hours", "from"),)
    assert echoes({"title": "<string>", "n": 1}, {"title": "A", "n": 2}) == ()
    assert echoes(request, {"error": {"code": "X"}}) == ()


@given(_values, _values)
def test_any_two_values_can_be_compared(request: Any, response: Any) -> None:
    """No value raises, and nothing differs from itself."""
    assert isinstance(echoes(request, response), tuple)
    assert echoes(request, request) == ()
