"""Random schemas: another spelling of one gives nothing, and what an edit does, taking it back undoes."""

from __future__ import annotations

import copy
from typing import Any

from handbill_generator.changes.model import Direction, Effect
from handbill_generator.changes.schemas import Place, SchemaGraph
from hypothesis import given
from hypothesis import strategies as st

from tests.changes.judge import DIRECTIONS, UNSEEN, claims, compared, contract, differences_of, judge, pool

JSON = Any

_names = st.sampled_from(["a", "b", "c"])
_sizes = st.integers(0, 4)


def _without_none(schema: dict[str, JSON]) -> dict[str, JSON]:
    return {key: value for key, value in schema.items() if value is not None}


def _of(type: str, **keywords: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, JSON]]:
    optional = {keyword: st.none() | values for keyword, values in keywords.items()}
    return st.fixed_dictionaries({"type": st.just(type), **optional}).map(_without_none)


_plain = st.one_of(
    _of("string", minLength=_sizes, maxLength=_sizes, enum=st.lists(st.sampled_from(["a", "ab", "abc"]), min_size=1)),
    _of("integer", minimum=_sizes, maximum=_sizes, exclusiveMinimum=_sizes, multipleOf=st.integers(1, 3)),
    _of("number", maximum=_sizes, enum=st.lists(st.sampled_from([1, 1.5, 2]), min_size=1)),
    st.just({"type": "boolean"}),
    st.sampled_from([{}, {"const": "a"}, {"const": 1}]),
)


def _deeper(inner: st.SearchStrategy[JSON]) -> st.SearchStrategy[JSON]:
    members = st.dictionaries(_names, inner, max_size=3)
    return st.one_of(
        _of("array", items=inner, minItems=_sizes, maxItems=_sizes),
        _of("object", properties=members, required=st.lists(_names, unique=True), additionalProperties=st.just(False)),
        st.fixed_dictionaries({"anyOf": st.lists(inner, min_size=1, max_size=3)}),
        st.fixed_dictionaries({"allOf": st.lists(inner, min_size=1, max_size=2)}),
    )


schemas: st.SearchStrategy[JSON] = st.recursive(_plain, _deeper, max_leaves=5)


@st.composite
def respelled(draw: st.DrawFn, schema: JSON) -> JSON:
    """Write *schema* in another way, here and inside."""
    if not isinstance(schema, dict):
        return schema
    found: JSON = copy.deepcopy(schema)
    for key in ("items", "additionalProperties"):
        if key in found:
            found[key] = draw(respelled(found[key]))
    for key in ("anyOf", "allOf"):
        if key in found:
            found[key] = draw(st.permutations([draw(respelled(member)) for member in found[key]]))
    if "properties" in found:
        names = draw(st.permutations(list(found["properties"])))
        found["properties"] = {name: draw(respelled(found["properties"][name])) for name in names}
    if isinstance(found.get("type"), str) and draw(st.booleans()):
        found["type"] = [found["type"]]
    if "enum" in found:
        found["enum"] = draw(st.permutations(found["enum"]))
    match draw(st.integers(0, 7)):
        case 0:
            found = {"allOf": [found]}
        case 1:
            found = {"anyOf": [found]}
        case 2:
            keys = draw(st.lists(st.sampled_from(sorted(found)), unique=True)) if found else []
            together = {"properties", "required", "additionalProperties", "type"}
            keys = [
                key for key in keys if key not in together and not ({"properties"} & found.keys() and key == "type")
            ]
            found = {
                "allOf": [{key: found[key] for key in found if key not in keys}, {key: found[key] for key in keys}]
            }
        case 3:
            found = {"not": {"not": found}}
        case 4:
            found = {**found, "title": "T", "description": "D", "x-note": 1}
        case 5:
            found = {"oneOf": [found, False]}
        case 6:
            found = {"if": True, "then": found}
        case _:
            pass
    return found


@given(st.data())
def test_another_spelling_is_no_difference(data: st.DataObject) -> None:
    schema = data.draw(schemas)
    other = data.draw(respelled(schema))
    for direction, found in differences_of(schema, other).items():
        assert not found, direction


@given(schemas)
def test_a_reference_is_what_it_refers_to(schema: JSON) -> None:
    inline, outline = {"type": "array", "items": schema}, {"type": "array", "items": {"$ref": "#/components/schemas/P"}}
    found = differences_of(inline, outline, ({"P": schema}, {"P": schema}))
    assert not any(found.values())


@given(schemas, schemas)
def test_what_an_edit_does_taking_it_back_undoes(old: JSON, new: JSON) -> None:
    forth, back = differences_of(old, new), differences_of(new, old)
    for direction in DIRECTIONS:
        if any(difference.id.endswith("-property-removed") for difference in (*forth[direction], *back[direction])):
            # That one promises less, or asks for less, is no news beside what the ledger says of it.
            continue
        narrows, widens = claims(forth[direction])
        assert claims(back[direction]) == (widens, narrows)


@given(schemas, schemas)
def test_no_change_of_a_random_schema_is_silent(old: JSON, new: JSON) -> None:
    found = differences_of(old, new)
    direction = Direction.request
    narrows, widens = claims(found[direction])
    verdict = judge(old, new, pool(old, new, direction=direction), direction=direction)
    removed = any(difference.id.endswith("-property-removed") for difference in found[direction])
    assert narrows or verdict.narrows is UNSEEN
    assert widens or verdict.widens is UNSEEN or removed


def test_a_cause_that_many_places_use_is_one_difference() -> None:
    old = {"Name": {"type": "string"}, **{f"U{i}": _user() for i in range(50)}}
    new = {**old, "Name": {"type": "string", "minLength": 2}}
    found = compared(old, new, [f"U{i}" for i in range(50)], as_components=True)
    request = {
        difference for (_, direction), all in found.items() if direction is Direction.request for difference in all
    }
    assert len(request) == 1
    (cause,) = request
    assert (cause.id, cause.effect, len(cause.uses)) == ("request-property-min-length-set", Effect.narrows, 50)
    assert cause.new == ("#/components/schemas/Name/minLength", 2)


def _user() -> dict[str, JSON]:
    return {"type": "object", "properties": {"name": {"$ref": "#/components/schemas/Name"}}}


def test_a_long_chain_of_references_has_an_end() -> None:
    def chain(last: JSON) -> dict[str, JSON]:
        links = {f"C{i}": {"$ref": f"#/components/schemas/C{i + 1}"} for i in range(10_000)}
        return {**links, "C10000": last}

    graph = SchemaGraph(old := contract(chain({"type": "string"})), new := contract(chain({"type": "integer"})))
    graph.add(old.schemas["C0"], new.schemas["C0"], direction=Direction.request, place=Place.body, use=0)
    (found,) = graph.differences()
    assert found.id == "request-body-type-changed"


def test_deep_schemas_are_compared_to_the_bottom() -> None:
    def deep(last: JSON, keyword: str) -> JSON:
        schema = last
        for _ in range(90):
            schema = {"items": schema} if keyword == "items" else {keyword: [schema, {"type": "null"}]}
        return schema

    for keyword in ("items", "anyOf", "oneOf", "allOf"):
        found = differences_of(deep({"type": "string"}, keyword), deep({"type": "integer"}, keyword))
        assert found[Direction.request] or keyword == "allOf", keyword


def test_unions_inside_of_unions_take_no_exponential_time() -> None:
    def doubled(last: JSON) -> dict[str, JSON]:
        levels = {
            f"L{i}": {
                "anyOf": [
                    {
                        "type": "object",
                        "properties": {side: {"$ref": f"#/components/schemas/L{i + 1}"}},
                        "required": [side],
                    }
                    for side in ("left", "right")
                ]
            }
            for i in range(40)
        }
        return {**levels, "L40": last}

    found = compared(doubled({"type": "string"}), doubled({"type": "integer"}), ["L0"], as_components=True)
    assert {difference.id for difference in found["L0", Direction.request]} == {"request-property-type-changed"}
