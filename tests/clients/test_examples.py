"""Every example body of the contracts and of the pages behind them parses into its model and comes out the same."""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel, TypeAdapter

from .contracts import Operation, operation, operations
from .described import untyped_in
from .emitted import error_body_type, request_type, result_type, unlisted_in
from .examples import bodies_of, examples
from .seeds import SEEDS

Example = tuple[str, str, Any]


def _examples(each: Operation) -> Iterator[Example]:
    """The bodies of an operation: the example's name, `request` or the status of the answer, and the body."""
    if each.body and each.body.is_json:
        yield from ((name, "request", body) for name, body in examples(each.body).items())
    for one in each.responses:
        if one.body and one.body.is_json:
            yield from ((name, one.status, body) for name, body in examples(one.body).items())
    yield from ((name, place, body) for name, (of, place, body) in SEEDS.items() if of == str(each))


def adapter_of(each: Operation, place: str) -> TypeAdapter[Any]:
    if place == "request":
        return TypeAdapter(request_type(each))
    is_success = any(one.status == place for one in each.successes)
    return TypeAdapter(result_type(each) if is_success else error_body_type(each, place))


@pytest.mark.parametrize("each", operations(), ids=str)
def test_parses_and_comes_out_the_same(each: Operation, subtests: pytest.Subtests) -> None:
    """A documented body, parsed and dumped, is the same JSON, key for key and letter for letter."""
    for name, place, body in _examples(each):
        with subtests.test(f"{each}, {place} {name}"), warnings.catch_warnings():
            warnings.simplefilter("error")
            adapter = adapter_of(each, place)
            parsed = adapter.validate_json(json.dumps(body))
            assert adapter.dump_python(parsed, mode="json", by_alias=True) == body
            assert json.loads(adapter.dump_json(parsed)) == body
            if isinstance(parsed, BaseModel):
                assert parsed.model_dump(mode="json", by_alias=True) == body
                assert json.loads(parsed.model_dump_json()) == body


@pytest.mark.parametrize("each", operations(), ids=str)
def test_is_known_in_full(each: Operation, subtests: pytest.Subtests) -> None:
    """Every object that the contract describes is a model, and every key an attribute unless there may be others."""
    for name, place, body in _examples(each):
        with subtests.test(f"{each}, {place} {name}"):
            parsed = adapter_of(each, place).validate_json(json.dumps(body))
            assert unlisted_in(each.provider, parsed) == []
            media = each.body if place == "request" else each.response(place).body
            assert media
            assert list(untyped_in(each.provider, media.schema, body, parsed)) == []


@pytest.mark.parametrize("each", [each for each in operations() if each.body], ids=str)
def test_request_bodies_can_be_made_by_python_names(each: Operation, subtests: pytest.Subtests) -> None:
    """A request body made from its fields' Python names is the same body."""
    kind = request_type(each)
    for name, place, body in _examples(each):
        if place == "request" and isinstance(kind, type) and issubclass(kind, BaseModel):
            with subtests.test(f"{each}, {name}"):
                parsed = kind.model_validate(body)
                by_name = {field: getattr(parsed, field) for field in parsed.model_fields_set & set(kind.model_fields)}
                assert kind(**by_name, **(parsed.model_extra or {})).model_dump(mode="json") == body


def test_the_seeds_are_examples_of_the_contracts() -> None:
    """What the pages print stands in the contracts as it is, but for the values that Batch's page lost."""
    missing = [name for name, (of, place, body) in SEEDS.items() if body not in _shown(operation(of), place)]
    assert missing == ["002 Batch, update"]


def _shown(each: Operation, place: str) -> list[Any]:
    if place != "request":
        return bodies_of(each, place)
    return list(examples(each.body).values()) if each.body else []
