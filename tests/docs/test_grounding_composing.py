"""Laws of composing: a schema says what the most trustworthy part of a page states, and takes no example for a rule."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from handbill_generator.docs.findings import Finding, Kind, Level, Said
from handbill_generator.docs.grounding import grounded, is_outranked
from handbill_generator.docs.grounding.composing import Composed, composed
from handbill_generator.docs.model import SUCCESS, Attribute, Confidence, Fact, Side, SourceKind, Value, path_of
from hypothesis import given
from hypothesis import strategies as st

from tests.docs.grounding_choir import contract_of, document

BODY = ("body", "song")


def fact(
    path: str,
    attribute: Attribute,
    value: Value = True,
    source: SourceKind = SourceKind.table,
    confidence: Confidence = Confidence.stated,
    **more: Any,
) -> Fact:
    known = {"side": Side.request, **more}
    return Fact(path=path_of(path), attribute=attribute, value=value, source=source, confidence=confidence, **known)


def schema_of(*facts: Fact, is_old: bool = False) -> dict[str, Any]:
    return composed(facts, Side.request, "", BODY, is_old=is_old).schema


def test_nothing_said_allows_all() -> None:
    """An element of which only the name is known may be anything, and need not be there."""
    assert composed((), Side.request, "", BODY, is_old=False) == Composed({})
    assert composed([fact("body/song", Attribute.exists)], Side.request, "", BODY, is_old=False) == Composed({})


def test_the_most_trustworthy_part_speaks() -> None:
    """Where parts of a page differ, the one that is trusted most is taken, with all that it says of an attribute."""
    facts = [
        fact("body/song", Attribute.type, "string", SourceKind.example, Confidence.shown),
        fact("body/song", Attribute.type, "integer"),
        fact("body/song", Attribute.type, "number"),
        fact("body/song", Attribute.minimum, 1, SourceKind.prose, Confidence.inferred),
    ]
    assert schema_of(*facts) == {"type": ["integer", "number"], "minimum": 1}
    assert schema_of(*facts, is_old=True) == {"minimum": 1}


def test_an_example_proves_no_rule() -> None:
    """What is only shown gives a type and members: no limit, no list of values, nothing that must be there."""
    shown = (SourceKind.example, Confidence.shown)
    found = composed(
        [
            fact("body/song", Attribute.required, True, *shown),
            fact("body/song/key", Attribute.type, "string", *shown),
            fact("body/song/key", Attribute.enum, "minor", *shown),
            fact("body/song/key", Attribute.max_length, 5, *shown),
            fact("body/song/key", Attribute.required, True, *shown),
        ],
        Side.request,
        "",
        BODY,
        is_old=False,
    )
    assert found == Composed({"type": "object", "properties": {"key": {"type": "string"}}})


@pytest.mark.parametrize(
    ("is_old", "expected"),
    [
        (False, {"type": ["string", "null"], "enum": ["alto", "bass", None]}),
        (True, {"type": "string", "nullable": True, "enum": ["alto", "bass", None]}),
    ],
)
def test_null_is_written_as_the_document_does(is_old: bool, expected: dict[str, Any]) -> None:
    """OpenAPI 3.0 has a word of its own for null; a list of values has it in both."""
    facts = [
        fact("body/song", Attribute.type, "string"),
        fact("body/song", Attribute.nullable),
        fact("body/song", Attribute.enum, "alto"),
        fact("body/song", Attribute.enum, "bass"),
    ]
    assert schema_of(*facts, is_old=is_old) == expected


def test_members_items_and_values_are_composed() -> None:
    """What is below an element comes with it: properties with those that must be there, items, and values of a map."""
    facts = [
        fact("body/song/verses/[]/text", Attribute.type, "string"),
        fact("body/song/verses/[]/text", Attribute.required),
        fact("body/song/tags/{}", Attribute.type, "integer"),
        fact("body/song/tags", Attribute.required, False),
        fact("body/songs", Attribute.type, "string"),
        fact("body/song/other", Attribute.type, "string", side=Side.response, status="200"),
    ]
    verse = {"type": "object", "properties": {"text": {"type": "string"}}, "required": ["text"]}
    assert schema_of(*facts) == {
        "type": "object",
        "properties": {
            "tags": {"type": "object", "additionalProperties": {"type": "integer"}},
            "verses": {"type": "array", "items": verse},
        },
    }


def test_a_success_is_its_number() -> None:
    """What a page says of a success without a number is said of that of the contract, and of no error."""
    facts = [
        fact("body/song", Attribute.type, "string", side=Side.response, status=SUCCESS),
        fact("body/song", Attribute.type, "integer", side=Side.response, status="404"),
    ]
    for status, type in (("201", "string"), (SUCCESS, "string"), ("404", "integer")):
        assert composed(facts, Side.response, status, BODY, is_old=False).schema == {"type": type}
    assert composed(facts, Side.response, "500", BODY, is_old=False).schema == {}


def test_a_page_is_no_endless_schema() -> None:
    """Depth and number of members have limits, however a page is made."""
    deep = schema_of(fact("body/song" + "/a" * 500, Attribute.type, "string"))
    depth = 0
    while deep.get("properties"):
        (deep,) = deep["properties"].values()
        depth += 1
    assert depth == 8
    wide = schema_of(*(fact(f"body/song/a{number}", Attribute.exists) for number in range(500)))
    assert len(wide["properties"]) == 200


def leaf_schemas() -> st.SearchStrategy[dict[str, Any]]:
    lengths = st.fixed_dictionaries(
        {"type": st.just("string")},
        optional={"minLength": st.integers(1, 5), "maxLength": st.integers(6, 90), "deprecated": st.just(True)},
    )
    numbers = st.fixed_dictionaries(
        {"type": st.sampled_from(["integer", "number"])},
        optional={"minimum": st.integers(-9, 0), "maximum": st.integers(1, 9), "default": st.integers(0, 1)},
    )
    lists = st.lists(st.sampled_from(["alto", "bass", "tenor"]), min_size=1, unique=True)
    enums = lists.map(lambda values: {"type": "string", "enum": sorted(values)})
    nullable = st.sampled_from([{"type": ["string", "null"]}, {"type": ["integer", "null"], "minimum": 1}])
    return st.one_of(lengths, numbers, enums, nullable, st.just({"type": "boolean"}))


def above(inner: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[dict[str, Any]]:
    members = st.dictionaries(st.sampled_from(["key", "pitch", "verse", "a/b", "x~y"]), inner, min_size=1)
    objects = members.flatmap(
        lambda found: st.lists(st.sampled_from(sorted(found)), unique=True).map(
            lambda required: {"type": "object", "properties": found, **({"required": required} if required else {})}
        )
    )
    return st.one_of(
        objects,
        inner.map(lambda items: {"type": "array", "items": items}),
        inner.map(lambda values: {"type": "object", "additionalProperties": values}),
    )


def facts_in(schema: dict[str, Any]) -> tuple[Fact, ...]:
    """Give what a contract states of the property `song` with *schema*."""
    made = contract_of(document({"type": "object", "properties": {"song": schema}}))
    facts: Iterable[Fact] = (each.fact for each in grounded(made, made.operations[0]))
    return tuple(each for each in facts if each.path[:2] == BODY)


@given(st.recursive(leaf_schemas(), above, max_leaves=8))
def test_a_composed_schema_states_what_it_was_composed_of(schema: dict[str, Any]) -> None:
    """The facts of a schema compose a schema of the same facts."""
    facts = facts_in(schema)
    assert facts_in(composed(facts, Side.request, "", BODY, is_old=False).schema) == facts


def finding(kind: Kind, old: Said | None, new: Said | None, attribute: Attribute = Attribute.type) -> Finding:
    return Finding(
        id="x", kind=kind, level=Level.error, page="p", side=Side.request, path=BODY, attribute=attribute, message="",
        old=old, new=new,
    )  # fmt: skip


def test_what_is_gone_from_one_part_and_not_from_another_is_not_gone() -> None:
    """No edit follows a part of a page while a part that counts says otherwise."""
    gone = finding(Kind.removed, Said(values=(True,), source=SourceKind.table), None, Attribute.exists)
    assert is_outranked(gone, [fact("body/song", Attribute.exists, source=SourceKind.embedded)])
    assert is_outranked(gone, [fact("body/song", Attribute.exists, source=SourceKind.prose)])
    assert not is_outranked(gone, [fact("body/song", Attribute.exists, True, SourceKind.sample, Confidence.shown)])
    assert not is_outranked(gone, [fact("body/verse", Attribute.exists)])


def test_what_changed_below_a_part_that_is_trusted_more_is_no_edit() -> None:
    """A list of fields does not overrule the OpenAPI block of its page; the block overrules the list."""
    in_table = finding(Kind.changed, Said(values=("string",)), Said(values=("integer",), source=SourceKind.table))
    in_block = finding(Kind.changed, Said(values=("string",)), Said(values=("integer",), source=SourceKind.embedded))
    block = fact("body/song", Attribute.type, "string", SourceKind.embedded)
    table = fact("body/song", Attribute.type, "string")
    assert is_outranked(in_table, [block])
    assert not is_outranked(in_block, [table])
    assert not is_outranked(in_table, [fact("body/song", Attribute.type, "integer", SourceKind.embedded)])
