"""Every example body of the contracts and of the pages behind them parses into its model and comes out the same."""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel, TypeAdapter

from .contracts import bodies_of, examples, json_content, operation, operations, resolved
from .emitted import error_body_type, request_type, result_type
from .seeds import SEEDS

Example = tuple[str, str, Any]


def _requests() -> Iterator[Example]:
    for each in operations():
        if "requestBody" in each.node:
            content = json_content(resolved(each.provider, each.node["requestBody"]))
            assert content is not None
            for body in examples(content).values():
                yield str(each), "request", body


def _answers() -> Iterator[Example]:
    for each in operations():
        for status, _ in each.responses():
            for body in bodies_of(each, status):
                yield str(each), status, body


EXAMPLES = [*_requests(), *_answers(), *SEEDS.values()]


def kind_of(name: str, place: str) -> Any:
    each = operation(name)
    if place == "request":
        return request_type(each)
    return result_type(each) if place[0] == "2" else error_body_type(each, place)


def name_of(value: Any) -> str | None:
    return value if isinstance(value, str) else None


@pytest.mark.parametrize(("name", "place", "body"), EXAMPLES, ids=name_of)
def test_parses_and_comes_out_the_same(name: str, place: str, body: Any) -> None:
    """A documented body, parsed and dumped, is the same JSON, key for key and letter for letter."""
    adapter: TypeAdapter[Any] = TypeAdapter(kind_of(name, place))
    parsed = adapter.validate_json(json.dumps(body))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert adapter.dump_python(parsed, mode="json", by_alias=True) == body
        assert json.loads(adapter.dump_json(parsed)) == body
    if isinstance(parsed, BaseModel):
        assert parsed.model_dump(mode="json", by_alias=True) == body
        assert json.loads(parsed.model_dump_json()) == body


@pytest.mark.parametrize(("name", "place", "body"), EXAMPLES, ids=name_of)
def test_is_known_in_full(name: str, place: str, body: Any) -> None:
    """Nothing that the contract shows lands among the unknown fields: every key has its attribute."""
    parsed = TypeAdapter(kind_of(name, place)).validate_json(json.dumps(body))
    unknown = [path for path, model in _models(parsed, "") if model.model_extra]
    assert unknown == []


def _models(value: Any, path: str) -> Iterator[tuple[str, BaseModel]]:
    if isinstance(value, BaseModel):
        yield path or "/", value
        for name in type(value).model_fields:
            yield from _models(getattr(value, name), f"{path}/{name}")
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _models(item, f"{path}/{index}")


@pytest.mark.parametrize(
    ("name", "body"), [(name, body) for name, place, body in EXAMPLES if place == "request"], ids=name_of
)
def test_request_bodies_can_be_made_by_python_names(name: str, body: Any) -> None:
    """A request body made from its fields' Python names is the same body."""
    kind = request_type(operation(name))
    parsed = kind.model_validate(body)
    by_name = {field: getattr(parsed, field) for field in parsed.model_fields_set & set(kind.model_fields)}
    assert kind(**by_name, **(parsed.model_extra or {})).model_dump(mode="json") == body


def test_there_are_examples_enough() -> None:
    """Every operation with a body has an example of it, and so has every success with a body."""
    shown = {(name, place) for name, place, _ in EXAMPLES}
    for each in operations():
        assert "requestBody" not in each.node or (str(each), "request") in shown
        for status, response in each.responses():
            assert json_content(response) is None or (str(each), status) in shown


def test_the_seeds_are_examples_of_the_contracts() -> None:
    """What the pages print stands in the contracts as it is, but for the values that Batch's page lost."""
    listed = [*_requests(), *_answers()]
    missing = [name for name, (operation_, place, body) in SEEDS.items() if (operation_, place, body) not in listed]
    assert missing == ["002 Batch, update"]
