"""Laws of a contract as facts: it states what a page that told everything would, and where."""

from __future__ import annotations

import pytest
from handbill_generator.docs.grounding import Places
from handbill_generator.docs.grounding.facts import MAX_DEPTH, MAX_OPENED
from handbill_generator.docs.grounding.reader import MAX_WORK, Reader
from handbill_generator.docs.model import Attribute, Confidence, order
from handbill_generator.load import tokens_of, value_at
from hypothesis import given
from hypothesis import strategies as st

from tests.docs.grounding_choir import CHOIR, contract_of, document, facts_of, told


def test_the_operation_has_its_server_and_its_credentials() -> None:
    """What holds for an operation as a whole is stated of no side."""
    assert told(facts_of(contract_of(CHOIR)), "neither") == {
        "neither exists True",
        "neither server https://api.choir.example/v2",
        "neither security apiKey header X-Choir-Key",
    }


def test_parameters_have_their_schemas() -> None:
    """A parameter says whether it is required and deprecated, and what its schema states."""
    assert told(facts_of(contract_of(CHOIR)), "request query/voices") == {
        "request query/voices exists True",
        "request query/voices required True",
        "request query/voices deprecated True",
        "request query/voices type array",
        "request query/voices nullable False",
        "request query/voices/[] exists True",
        "request query/voices/[] type string",
        "request query/voices/[] nullable False",
        "request query/voices/[] enum alto",
        "request query/voices/[] enum bass",
    }
    assert "request query/dryRun required False" in told(facts_of(contract_of(CHOIR)))
    assert "response 200 header/X-Verse type integer" in told(facts_of(contract_of(CHOIR)))


@pytest.mark.parametrize(
    "line",
    [
        "body/title required True",
        "body/title minLength 1",
        "body/title nullable False",
        "body/tempo nullable True",
        "body/tempo type integer",
        "body/tempo minimum 40",
        "body/tempo exclusiveMaximum 240",
        "body/tempo required False",
        "body/key enum major",
        "body/singer nullable True",
        "body/singer type object",
        "body/singer/name required True",
        "body/note readOnly True",
        "body/note default none",
        "body/note pattern ^[a-z]+$",
        "body/rehearsals maxItems 9",
        "body/rehearsals/[] format date",
        "body/seats/{} type integer",
        "body/extra opaque True",
        "body media-type application/json",
        "body required True",
    ],
)
def test_each_keyword_is_stated(line: str) -> None:
    """References are followed, allOf is one object, and null is an alternative like any other."""
    assert f"request {line}" in told(facts_of(contract_of(CHOIR)))


def test_what_is_in_one_alternative_only_is_not_required() -> None:
    """Alternatives have the properties of all of them; required is what all of them require."""
    lines = told(facts_of(contract_of(CHOIR)), "response 200 body/song/")
    assert "response 200 body/song/id required True" in lines
    assert "response 200 body/song/verses required False" in lines
    assert "response 200 body/song/refrain exists True" in lines


def test_an_open_list_is_shown_and_states_no_list() -> None:
    """Values beside any other string prove no list."""
    facts = [each.fact for each in facts_of(contract_of(CHOIR)) if each.fact.path[-1:] == ("mood",)]
    assert {fact.value for fact in facts if fact.attribute is Attribute.shown} == {"glad", "sad"}
    assert all((fact.confidence is Confidence.shown) is (fact.attribute is Attribute.shown) for fact in facts)
    assert not any(fact.attribute is Attribute.enum for fact in facts)


def test_error_codes_are_stated_at_their_status() -> None:
    """Values of `code` below an error are the codes of that status."""
    lines = told(facts_of(contract_of(CHOIR)))
    assert {"response 404 code SONG_NOT_FOUND", "response 5XX code SONG_LOCKED"} <= lines
    assert not any(line.startswith("response 200 code") for line in lines)


def test_null_is_said_in_both_versions_alike() -> None:
    """OpenAPI 3.0 with `nullable` and boolean limits states what 3.1 does."""
    new = CHOIR
    old = (
        CHOIR.replace("3.1.0", "3.0.3")
        .replace('type: [integer, "null"], minimum: 40, exclusiveMaximum: 240', _OLD_TEMPO)
        .replace(_NEW_SINGER, _OLD_SINGER)
    )
    assert _OLD_TEMPO in old
    assert _OLD_SINGER in old
    assert told(facts_of(contract_of(old))) == told(facts_of(contract_of(new)))


_OLD_TEMPO = "type: integer, nullable: true, minimum: 40, maximum: 240, exclusiveMaximum: true"
_NEW_SINGER = """\
              oneOf:
                - $ref: '#/components/schemas/Person'
                - type: "null"
"""
_OLD_SINGER = """\
              nullable: true
              allOf:
                - $ref: '#/components/schemas/Person'
"""


def test_every_pointer_leads_somewhere_and_every_fact_is_there_once() -> None:
    """Facts are sorted, each once, with a place that is in the document."""
    contract = contract_of(CHOIR)
    facts = facts_of(contract)
    orders = [order(each.fact) for each in facts]
    assert orders == sorted(set(orders))
    tree = contract.resolve("#").keywords
    for each in facts:
        value_at(tree, tokens_of(each.pointer))


def test_every_stated_element_is_found_again_exactly() -> None:
    """Whatever a contract states, its place is found, and the place of what exists is the pointer of that fact."""
    contract = contract_of(CHOIR)
    places = Places(contract)
    for each in facts_of(contract):
        fact = each.fact
        place = places.at(fact.operation, fact.side, fact.status, fact.path)
        assert place.is_exact, fact
        if fact.attribute is Attribute.exists:
            assert place.pointer == each.pointer


def test_what_refers_to_itself_ends() -> None:
    """A person has a teacher who has a teacher; this is told twice and not for ever."""
    lines = told(facts_of(contract_of(CHOIR)), "request body/singer/teacher")
    assert "request body/singer/teacher/teacher exists True" in lines
    assert max(line.count("/teacher") for line in lines) <= 3


def test_circles_of_allof_and_anyof_end() -> None:
    """Parts that consist of each other say what they say once."""
    text = document(
        {"$ref": "#/components/schemas/A"},
        A={"allOf": [{"$ref": "#/components/schemas/B"}], "properties": {"a": {"type": "string"}}},
        B={"allOf": [{"$ref": "#/components/schemas/A"}], "anyOf": [{"$ref": "#/components/schemas/A"}]},
    )
    assert "request body/a type string" in told(facts_of(contract_of(text), "POST /notes"))


def test_alternatives_of_alternatives_are_bounded() -> None:
    """Ten alternatives of ten alternatives, eight times over, are not looked at one by one."""
    schemas: dict[str, object] = {
        f"S{level}": {"anyOf": [{"$ref": f"#/components/schemas/S{level + 1}"}] * 10} for level in range(8)
    }
    schemas["S8"] = {"type": "object", "properties": {"deep": {"type": "string"}}}
    contract = contract_of(document({"$ref": "#/components/schemas/S0"}, **schemas))
    facts_of(contract, "POST /notes")
    assert Reader.of(contract)._left == MAX_WORK


def test_objects_that_all_refer_to_each_other_are_bounded() -> None:
    """Of thirty objects with a property for each other, only so many are opened, and each of these is told whole."""
    names = [f"N{number}" for number in range(30)]
    each = {"type": "object", "properties": {name: {"$ref": f"#/components/schemas/{name}"} for name in names}}
    contract = contract_of(document({"$ref": "#/components/schemas/N0"}, **dict.fromkeys(names, each)))
    facts = [each.fact for each in facts_of(contract, "POST /notes") if each.fact.attribute is Attribute.exists]
    above = [fact.path[:-1] for fact in facts if len(fact.path) > 1]
    assert len(set(above)) == MAX_OPENED
    assert all(above.count(path) == len(names) for path in set(above))


def test_nesting_is_bounded() -> None:
    """No fact is deeper than pages are read."""
    schema: dict[str, object] = {"type": "string"}
    for _ in range(40):
        schema = {"type": "object", "properties": {"in": schema}}
    facts = facts_of(contract_of(document(schema)), "POST /notes")
    assert max(len(each.fact.path) for each in facts) == MAX_DEPTH + 1


def test_many_properties_are_told() -> None:
    """A flat object is told whole, however many properties it has."""
    schema = {"type": "object", "properties": {f"p{number}": {"type": "string"} for number in range(3000)}}
    facts = facts_of(contract_of(document(schema)), "POST /notes")
    assert sum(each.fact.attribute is Attribute.exists and len(each.fact.path) == 2 for each in facts) == 3000


_SCALARS = st.sampled_from([{"type": "string"}, {"type": ["integer", "null"], "minimum": 1}, {"enum": ["a", "b"]}])
_SCHEMAS = st.recursive(
    _SCALARS,
    lambda inner: st.one_of(
        st.builds(
            lambda members, required: {
                "type": "object",
                "properties": members,
                "required": sorted(required & members.keys()),
            },
            st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
            st.frozensets(st.sampled_from("abc")),
        ),
        st.builds(lambda items: {"type": "array", "items": items}, inner),
    ),
    max_leaves=8,
)


@given(_SCHEMAS)
def test_to_refer_is_to_say(schema: dict[str, object]) -> None:
    """A component, a part of an allOf and a single alternative state what the schema itself states."""
    plain = told(facts_of(contract_of(document(schema)), "POST /notes"))
    reference = {"$ref": "#/components/schemas/Note"}
    for other in (reference, {"allOf": [reference]}, {"oneOf": [reference]}, {"anyOf": [{"allOf": [reference]}]}):
        assert told(facts_of(contract_of(document(other, Note=schema)), "POST /notes")) == plain


@given(_SCHEMAS)
def test_null_beside_a_schema_adds_nothing_but_null(schema: dict[str, object]) -> None:
    """`anyOf` with null states what the schema states, and that it can be null."""
    contract = contract_of(document({"type": "object", "properties": {"x": schema}}))
    nullable = {"anyOf": [schema, {"type": "null"}]}
    other = contract_of(document({"type": "object", "properties": {"x": nullable}}))
    plain = told(facts_of(contract, "POST /notes")) - {"request body/x nullable False"}
    assert told(facts_of(other, "POST /notes")) == plain | {"request body/x nullable True"}


def test_long_values_are_left_out() -> None:
    """What is longer than a token is prose, and no fact."""
    schema = {"type": "string", "default": "x" * 201, "enum": ["x" * 201, "short"]}
    lines = told(facts_of(contract_of(document({"type": "object", "properties": {"a": schema}})), "POST /notes"))
    assert "request body/a enum short" in lines
    assert not any("xxx" in line for line in lines)
