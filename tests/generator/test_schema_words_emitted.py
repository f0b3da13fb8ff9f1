"""Laws of emitted models for what 3.1 can say: what comes is what goes back, and no answer is lost to a type."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from .documents import JSON, document, emit, ref

STRING: JSON = {"type": "string"}
JSON_VALUE: JSON = {
    "anyOf": [
        {"type": ["string", "number", "boolean", "null"]},
        {"type": "array", "items": ref("Value")},
        {"type": "object", "additionalProperties": ref("Value")},
    ]
}
LEAF: JSON = {"type": "object", "required": ["kind"], "properties": {"kind": {"const": "leaf"}, "value": ref("Value")}}
BRANCH: JSON = {
    "type": "object",
    "required": ["kind"],
    "properties": {"kind": {"const": "branch"}, "below": {"type": "array", "items": ref("Tree")}},
}
DOCUMENT = document(
    schemas={
        "Value": JSON_VALUE,
        "Tree": {"oneOf": [ref("Leaf"), ref("Branch")]},
        "Leaf": LEAF,
        "Branch": BRANCH,
        "Pair": {"type": "array", "prefixItems": [STRING, {"type": "integer"}], "items": False, "minItems": 2},
        "Odd": {
            "type": ["object", "string", "null"],
            "properties": {"half": {"const": 0.5}, "pair": ref("Pair"), "big": {"const": 2**70}},
            "patternProperties": {"^x-": {"type": "integer"}},
        },
        "ByName": {"patternProperties": {"^a": ref("Pair"), "^b": ref("Leaf")}, "additionalProperties": False},
    }
)


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("words")
    emit(DOCUMENT, folder, "words_shop")
    sys.path.insert(0, str(folder))
    yield importlib.import_module("words_shop.models")
    sys.path.remove(str(folder))


def there_and_back(models: Any, name: str, text: str) -> Any:
    """Read an answer, and write it again."""
    adapter: TypeAdapter[Any] = TypeAdapter(getattr(models, name))
    return json.loads(adapter.dump_json(adapter.validate_json(text, by_alias=True, by_name=False), by_alias=True))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Pair", ["a", 1]),
        ("Pair", ["a"]),
        ("Pair", ["a", 1, {"more": True}]),
        ("Pair", []),
        ("Odd", {"half": 0.5, "pair": ["a", 1], "x-y": 2, "other": None}),
        ("Odd", {"half": 0.75, "pair": "none", "big": 1} | {"pair": [None]}),
        ("ByName", {"a1": ["a", 1], "b1": {"kind": "leaf", "value": [1, {"x": None}]}}),
        ("Tree", {"kind": "branch", "below": [{"kind": "leaf"}, {"kind": "new", "any": 1}, {"kind": "branch"}]}),
    ],
)
def test_an_answer_is_read_and_sent_back(models: Any, name: str, value: Any) -> None:
    """Also one that is shorter, longer or newer than the contract says."""
    assert there_and_back(models, name, json.dumps(value)) == value


ANYTHING: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=150, deadline=None)
@given(ANYTHING)
def test_a_type_that_contains_itself_takes_any_depth(models: Any, value: Any) -> None:
    """JSON described in JSON Schema is JSON, there and back."""
    assert there_and_back(models, "Value", json.dumps(value)) == value


def test_members_have_their_types(models: Any) -> None:
    """A tuple is a tuple, a tree has its classes at every level, an object that may be text may be text."""
    adapter: TypeAdapter[Any] = TypeAdapter(models.Tree)
    tree = adapter.validate_python({"kind": "branch", "below": [{"kind": "leaf", "value": {"a": [1]}}]})
    assert type(tree).__name__ == "Branch"
    assert type(tree.below[0]).__name__ == "Leaf"
    assert TypeAdapter(models.Pair).validate_json('["a", 1]') == ("a", 1)
    assert models.Odd.model_validate({"pair": ["a", 1]}).pair == ("a", 1)


def test_a_type_checker_takes_them(models: Any) -> None:
    """mypy is silent about aliases that contain themselves, and tuples, and knows what they hold."""
    folder = Path(models.__file__).parents[1]
    use = "from words_shop.models import Value, Leaf\nx: Value = [1, {'a': None}]\ny = Leaf(kind='leaf', value=x)\n"
    (folder / "use.py").write_text(use, encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "use.py", "words_shop/models.py"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
