"""Laws of stability over whole documents: other orders, things added, things removed, merges of the manifest.

The four contracts are as real as ours get; the document with the nasty names has every collision that we know of.
`python -m bench.stability FOLDER` holds any other document against the same laws.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
from handbill_generator.bundle import bundle
from handbill_generator.load import load

from .documents import JSON, body, call, document, plan, query, ref
from .editing import ADDITIONS, REMOVALS, STRING, Edit, own, permuted, seeded
from .laws import after_addition, after_another_order, after_removal
from .nasty_names import nasty_document

SPECS = sorted((Path(__file__).parents[2] / "specs").glob("*/openapi.yaml"))
CAT = {"type": "object", "required": ["kind"], "properties": {"kind": {"const": "cat"}, "id": STRING, "claws": STRING}}
DOG = {"type": "object", "properties": {"kind": {"const": "dog"}, "id": STRING, "tail": STRING}}
BIRD = {"type": "object", "properties": {"id": STRING, "wings": {"type": "object", "properties": {"span": STRING}}}}


def many_things() -> JSON:
    """Give a document with each place in which an inline class can stand, and several ways to the same one."""
    filters = {
        "type": "object",
        "properties": {"after": STRING, "range": {"type": "object", "properties": {"a": STRING}}},
    }
    shared = {"type": "object", "properties": {"message": STRING, "more": {"type": "array", "items": CAT}}}
    home = {
        "type": "object",
        "properties": {"street": STRING, "town": {"type": "object", "properties": {"zip": STRING}}},
    }
    base = {"type": "object", "properties": {"home": home, "tags": {"type": "array", "items": BIRD}}}
    return document(
        paths={
            "/pets": {
                "parameters": [{"name": "scope", "in": "query", "schema": filters}],
                "get": call(
                    operationId="listPets",
                    tags=["Pets", "Animals"],
                    gives={"type": "array", "items": {"oneOf": [CAT, DOG, BIRD, {"type": "array", "items": DOG}]}},
                    parameters=[{"$ref": "#/components/parameters/Filter"}, query("id"), query("ID")],
                ),
                "post": call(operationId="list_pets", tags=["Pets"], takes={"anyOf": [DOG, CAT]}, gives=ref("Pet")),
            },
            "/owners/{owner}/pets/{pet}": {
                "get": {
                    "parameters": [
                        {"name": name, "in": "path", "required": True, "schema": STRING} for name in ("owner", "pet")
                    ]
                    + [{"$ref": "#/components/parameters/Filter"}],
                    "responses": {
                        "200": body(ref("Owner")),
                        "201": body(BIRD),
                        "404": {"$ref": "#/components/responses/Missing"},
                    },
                },
                "delete": {
                    "responses": {"204": {"description": "d"}, "404": {"$ref": "#/components/responses/Missing"}}
                },
            },
        },
        schemas={
            "Base": base,
            "Pet": {"allOf": [ref("Base"), {"properties": {"id": {**STRING, "readOnly": True}, "care": CAT}}]},
            "pet": {"type": "object", "properties": {"petHome": home, "PetHome": home}},
            "PetHome": {"type": "object", "properties": {"x": STRING}},
            "Owner": {
                "allOf": [ref("Base"), {"properties": {"home": {"properties": {"floor": STRING}}, "pets": ref("Pet")}}]
            },
            "Tenant": {
                "allOf": [ref("Base"), {"properties": {"home": {"properties": {"room": STRING}}, "pet": ref("pet")}}]
            },
            "Answers": {
                "type": "object",
                "properties": {
                    "owner": ref("Owner"),
                    "tenant": ref("Tenant"),
                    "list": {"type": "object", "additionalProperties": {"oneOf": [CAT, BIRD]}},
                },
            },
        },
        components={
            "parameters": {"Filter": {"name": "filter", "in": "query", "schema": filters}},
            "responses": {"Missing": body(shared)},
        },
    )


@cache
def documents() -> Mapping[str, JSON]:
    """Give all documents by name."""
    return {
        **{path.parent.name: own(bundle(load(path)).tree) for path in SPECS},
        "many things": own(many_things()),
        "nasty names": own(nasty_document()),
    }


@cache
def first(name: str) -> Mapping[str, str]:
    """Give the names of the first run."""
    return plan(documents()[name]).symbols


NAMES = [*(path.parent.name for path in SPECS), "many things", "nasty names"]
SEEDS = range(2)


def seeds(name: str) -> range:
    """Give the seeds of edits: the small document is edited more often."""
    return range(4) if name == "many things" else range(1)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("seed", SEEDS)
def test_another_order_renames_nothing(name: str, seed: int) -> None:
    """With the manifest, no order of paths, operations, schemas, properties, alternatives or tags renames anything."""
    turned = permuted(documents()[name], seeded(seed))
    assert after_another_order(first(name), plan(turned, first(name)).symbols) == []


@pytest.mark.parametrize("name", [name for name in NAMES if name != "nasty names"])
def test_without_a_manifest_order_decides_collisions_alone(name: str) -> None:
    """A fresh run gives the same names in another order, but for what collides and for the first of several tags."""
    shifted = after_another_order(first(name), plan(permuted(documents()[name], seeded(1)), {}).symbols)
    collide = ("listPets", "/paths/~1pets", "/schemas/pet/", "/schemas/pet:", "/schemas/Pet:", "tag:")
    assert [line for line in shifted if not any(part in line for part in collide)] == []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("edit", ADDITIONS, ids=lambda edit: edit.__name__)
def test_additions_rename_nothing(name: str, edit: Edit) -> None:
    """Whatever is added, in front of all else and under a name that is taken, everything else is called as before."""
    for seed in seeds(name):
        changed = own(documents()[name])
        if what := edit(changed, seeded(seed)):
            assert after_addition(first(name), plan(changed, first(name)).symbols) == [], what


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("edit", REMOVALS, ids=lambda edit: edit.__name__)
def test_removals_rename_nothing_and_can_be_undone(name: str, edit: Edit) -> None:
    """What is left is called as before, also when what was removed comes back."""
    for seed in seeds(name):
        changed = own(documents()[name])
        if what := edit(changed, seeded(seed)):
            after = plan(changed, first(name)).symbols
            assert after_removal(first(name), after) == [], what
            assert after_addition(after, plan(documents()[name], after).symbols) == [], what


@pytest.mark.parametrize("name", ["many things", "nasty names"])
def test_edits_in_a_row_rename_nothing(name: str) -> None:
    """Ten edits one after the other leave alone what none of them touched."""
    random = seeded(7)
    source, symbols = own(documents()[name]), first(name)
    for edit in random.sample([*ADDITIONS, *REMOVALS], 10):
        source = permuted(source, random)
        if what := edit(source, random):
            after = plan(source, symbols).symbols
            law = after_addition if edit in ADDITIONS else after_removal
            assert law(symbols, after) == [], what
            symbols = after


def test_two_branches_merge_to_what_either_gave() -> None:
    """Where the manifest of one branch meets the document of both, the names of that branch stay."""
    name = "many things"
    one, other, both = (own(documents()[name]) for _ in range(3))
    for edit, seed in ((ADDITIONS[0], 1), (ADDITIONS[9], 2)):
        edit(one, seeded(seed))
        edit(both, seeded(seed))
    for edit, seed in ((ADDITIONS[5], 3), (ADDITIONS[8], 4)):
        edit(other, seeded(seed))
        edit(both, seeded(seed))
    mine, theirs = plan(one, first(name)).symbols, plan(other, first(name)).symbols
    assert after_addition(mine, plan(both, mine).symbols) == []
    assert after_addition(theirs, plan(both, theirs).symbols) == []
    # A manifest that somebody merged line by line holds the names of both.
    merged = plan(both, {**theirs, **mine}).symbols
    assert after_addition(mine, merged) == []
    assert len(set(merged.values())) == len(merged)


def test_a_newcomer_gives_way() -> None:
    """What comes with a name that is taken, be it before everything else, gets another one."""
    before = first("many things")
    changed = own(documents()["many things"])
    changed["components"]["schemas"] = {"PET": BIRD, **changed["components"]["schemas"]}
    changed["paths"] = {"/a": {"get": call(operationId="listpets", tags=["Pets"])}, **changed["paths"]}
    after = plan(changed, before).symbols
    assert after_addition(before, after) == []
    assert after["#/components/schemas/PET"].casefold() not in {name.casefold() for name in before.values()}


def test_alternatives_keep_their_words_when_a_sibling_takes_them() -> None:
    """A property that told one alternative from the others is part of its name, also when it tells it no longer."""

    def classes(members: list[JSON], known: Mapping[str, str]) -> tuple[dict[str, str], Mapping[str, str]]:
        package = plan(document(paths={"/x": {"get": call(operationId="run", gives={"oneOf": members})}}), known)
        found = {"/".join(sorted(f.wire.raw for f in s.fields)): str(s.name) for s in package.models.shapes}
        return found, package.symbols

    plain = [{"type": "object", "properties": {name: STRING, "id": STRING}} for name in ("claws", "tail")]
    before, known = classes(plain, {})
    assert before == {"claws/id": "RunResponseClaws", "id/tail": "RunResponseTail"}
    newcomer = {"type": "object", "properties": {"claws": STRING, "tail": STRING, "wings": STRING, "beak": STRING}}
    after, _ = classes([newcomer, *plain[::-1]], known)
    assert {key: after[key] for key in before} == before
    assert after["beak/claws/tail/wings"] == "RunResponseBeak"


def test_what_is_shared_is_named_after_itself() -> None:
    """A response, a parameter or a base that several use is called after none of them."""
    names = {key: name for key, name in first("many things").items() if key.startswith(("#/components/", "class:"))}
    assert names["#/components/responses/Missing/content/application~1json/schema"] == "models.MissingResponse"
    assert names["#/components/parameters/Filter/schema"] == "models.Filter"
    assert names["class:#/components/schemas/Base/properties/home/properties/town"] == "models.BaseHomeTown"
    assert names["#/components/schemas/Base/properties/tags/items"] == "models.BaseTagsItem"


def test_compositions_of_one_place_are_classes_of_their_own() -> None:
    """A property that two schemas refine in different ways is two classes."""
    package = plan(documents()["many things"])
    fields = {str(s.name): {f.wire.raw for f in s.fields} for s in package.models.shapes}
    assert fields["OwnerHome"] == {"street", "town", "floor"}
    assert fields["TenantHome"] == {"street", "town", "room"}


def test_every_name_is_one_that_can_be_kept() -> None:
    """There is no name, however long or odd, that the next run would not take for one of ours."""
    deep: JSON = {"type": "object", "properties": {"end": STRING}}
    for number in range(12):
        deep = {"type": "object", "properties": {f"{'word' * 5}{number}": deep, "zzz": STRING}}
    source = document(paths={"/x": {"get": call(operationId="run", gives=deep)}})
    before = plan(source).symbols
    for name in ("many things", "nasty names"):
        assert plan(documents()[name], first(name)).symbols == first(name)
    assert any(len(name) > 100 for name in before.values())
    # A component that wants the name of an inline class gives way.
    longest = max((n.removeprefix("models.") for n in before.values() if n.count(".") == 1), key=len)
    source["components"]["schemas"][longest] = BIRD
    source["paths"]["/y"] = {"get": call(operationId="other", gives=ref(longest))}
    assert after_addition(before, plan(json.loads(json.dumps(source)), before).symbols) == []
