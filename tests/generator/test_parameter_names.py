"""Laws of parameters and paths as people write them: each has an argument, and each operation a method."""

from __future__ import annotations

from typing import Any

import pytest
from handbill_generator.plan.model import Method
from hypothesis import given, settings
from hypothesis import strategies as st

from .documents import JSON, call, document, losses, plan, query

STRING: JSON = {"type": "string"}


def at(place: str, name: str, schema: Any = None, **rest: Any) -> JSON:
    """Give a parameter."""
    return {"name": name, "in": place, "required": place == "path", "schema": schema or STRING, **rest}


def got(path: str, *parameters: JSON, **rest: Any) -> Method:
    """Give the method of one operation."""
    (method,) = plan(document(paths={path: {"get": call(parameters=parameters, **rest)}})).resources[0].methods
    return method


def arguments(method: Method) -> dict[str, str]:
    """Give the names in the contract by names of arguments."""
    return {str(argument.name): argument.wire.raw for argument in method.arguments}


def test_names_that_differ_only_by_case_and_punctuation_stay_apart() -> None:
    """Each parameter keeps its own argument, and the first one the plain name."""
    names = ["filter[name]", "filter-name", "filter.name", "Filter Name"]
    found = arguments(got("/x", *map(query, names)))
    assert found == {
        "filter_name": names[0],
        "filter_name_query": names[1],
        "filter_name_query2": names[2],
        "filter_name_query3": names[3],
    }


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1), unique=True, max_size=6))
def test_any_names_have_arguments_of_their_own(names: list[str]) -> None:
    """Whatever parameters are called, each has an argument that Python takes, and no two have the same."""
    found = arguments(got("/x", *map(query, names)))
    assert sorted(found.values()) == sorted(names)
    assert all(name.isidentifier() for name in found)


def test_a_parameter_that_stands_twice_is_one() -> None:
    """The last one counts, as for headers whose names differ only by case; another place is another parameter."""
    method = got(
        "/x",
        query("a"),
        query("a", {"type": "integer"}),
        at("header", "X-Id"),
        at("header", "x-id", {"type": "integer"}),
        at("cookie", "a"),
    )
    assert [(str(a.name), str(a.annotation)) for a in method.arguments] == [
        ("a", "int"),
        ("x_id", "int"),
        ("a_cookie", "str"),
    ]


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("/x/{pet-id}.{ext}", ["pet-id", "ext"]),
        ("/x/{a}-{b}", ["a", "b"]),
        ("/x/{a}{b}", ["a", "b"]),
        ("/x/{a}/{a}", ["a"]),
        ("/x/{a.b}/{c d}", ["a.b", "c d"]),
        ("/x/{unbalanced", []),
        ("/x/unbalanced}", []),
    ],
)
def test_variables_of_a_path(path: str, names: list[str]) -> None:
    """Several in one segment, with dots and dashes: each is an argument, and what is no variable is text."""
    method = got(path, *(at("path", name) for name in names))
    assert [argument.wire.raw for argument in method.at("path")] == names
    assert method.path.raw == path


@pytest.mark.parametrize(
    ("stated", "name", "sent"),
    [
        ("/x/{proxy+}", "proxy", "/x/{proxy}"),
        ("/x/{petId}", "pet_id", "/x/{pet_id}"),
        ("/x{;id}", "id", "/x{id}"),
        ("/x/{id}{?sort,page}", "id", "/x/{id}"),
        ("/x/{id}#part", "id", "/x/{id}"),
    ],
)
def test_a_variable_that_is_spelt_otherwise_is_its_parameter(stated: str, name: str, sent: str) -> None:
    """Operators of URI templates and another case are evident; the parameter keeps its type."""
    method = got(stated, at("path", name, {"type": "integer"}))
    assert [(a.wire.raw, str(a.annotation)) for a in method.arguments] == [(name, "int")]
    assert method.path.raw == sent


def test_what_is_spelt_otherwise_is_in_the_ledger() -> None:
    """What was taken for what stands there."""
    package = plan(document(paths={"/x/{petId}": {"get": call(parameters=[at("path", "pet_id")])}}))
    assert list(losses(package).values()) == ['path variable "petId"']


def test_paths_that_differ_little_are_operations_of_their_own() -> None:
    """Other names of variables, a slash at the end, the same operationId: no method is lost, none has a number."""
    paths = ["/g/{x}", "/g/{y}", "/g/{z}/"]
    several = {path: {"get": call(operationId="getG", tags=["g", "other"])} for path in paths}
    package = plan(document(paths=several))
    assert [[(str(m.name), m.path.raw) for m in resource.methods] for resource in package.resources] == [
        [("get", "/g/{x}"), ("get_g", "/g/{y}"), ("get_g_z", "/g/{z}/")]
    ]


def test_an_operation_is_filed_once() -> None:
    """Under its first tag, or where there is none under the first fixed part of its path."""
    operations = {
        "/a/b": {"get": call(tags=["one", "two"]), "post": call(tags=[])},
        "/{x}/c": {"get": call()},
        "/": {"get": call()},
    }
    package = plan(document(paths=operations))
    assert [(str(r.module), len(r.methods)) for r in package.resources] == [("one", 1), ("a", 1), ("c", 1), ("root", 1)]
