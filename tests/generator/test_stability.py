"""Laws of stability: what did not change in a document does not change in its package, and no name moves."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from handbill_generator.pipeline import Build, build, publish
from handbill_generator.write import Written

from .documents import JSON, body, call, document, emit, plan, query, ref, target

STRING = {"type": "string"}
DOCUMENT = document(
    tags=[{"name": "Pets", "description": "All pets."}, {"name": "Owners"}],
    paths={
        "/pets": {
            "get": call(
                operationId="listPets",
                tags=["Pets"],
                gives={"type": "array", "items": ref("Pet")},
                parameters=[query("petName"), query("pet_name"), query("limit", {"type": "integer"})],
            ),
            "post": call(operationId="createPet", tags=["Pets"], takes=ref("Pet"), gives=ref("Pet")),
        },
        "/owners/{id}": {
            "get": {
                "operationId": "getOwner",
                "tags": ["Owners"],
                "description": "Reads an owner.",
                "responses": {"200": body(ref("Owner")), "404": body(ref("Problem"))},
            }
        },
        "/find": {"get": call(operationId="find", gives={"oneOf": [ref("Pet"), ref("Owner")]})},
    },
    schemas={
        "Pet": {
            "type": "object",
            "description": "A pet.",
            "required": ["id"],
            "properties": {
                "id": {"type": "string", "readOnly": True},
                "petName": {**STRING, "description": "What it is called."},
                "pet_name": STRING,
                "home": {"type": "object", "properties": {"street": STRING}},
            },
        },
        "pet": {"type": "object", "properties": {"x": STRING}},
        "Owner": {
            "type": "object",
            "properties": {"pets": {"type": "array", "items": ref("Pet")}, "other": ref("pet")},
        },
        "Problem": {"type": "object", "properties": {"message": STRING}},
    },
)


def own(source: JSON) -> JSON:
    """Give a copy in which no two places share a value, as they would not in a file."""
    return dict(json.loads(json.dumps(source)))


def edited(*changes: Callable[[JSON], object]) -> JSON:
    """Give the document after *changes*."""
    changed = own(DOCUMENT)
    for change in changes:
        change(changed)
    return changed


def rerun(folder: Path, source: JSON) -> tuple[Build, Written]:
    (folder / "api.json").write_text(json.dumps(source, indent=1), encoding="utf-8")
    built = build(target(folder / "api.json", folder))
    return built, publish(built)


def symbols_after(
    change: Callable[[JSON], object], source: JSON = DOCUMENT
) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Give the symbols before and after a change, with the names of the first run at hand."""
    before = plan(source).symbols
    changed = own(source)
    change(changed)
    return before, plan(changed, before).symbols


def stamps(folder: Path) -> dict[str, int]:
    return {
        path.relative_to(folder).as_posix(): path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()
    }


def test_a_second_run_writes_nothing(tmp_path: Path) -> None:
    """The same document again touches no file."""
    emit(DOCUMENT, tmp_path)
    before = stamps(tmp_path / "shop")
    built = build(target(tmp_path / "api.json", tmp_path))
    written = publish(built)
    assert (written.written, written.removed) == ((), ())
    assert stamps(tmp_path / "shop") == before


def test_the_layout_of_the_document_is_nothing_to_the_package(tmp_path: Path) -> None:
    """Other white space in the document touches the manifest alone, which holds the document's hash."""
    emit(DOCUMENT, tmp_path)
    (tmp_path / "api.json").write_text(json.dumps(DOCUMENT), encoding="utf-8")
    assert publish(build(target(tmp_path / "api.json", tmp_path))).written == ("handbill.json",)


DESCRIPTIONS: dict[str, tuple[Callable[[JSON], object], set[str]]] = {
    "a schema's": (lambda d: d["components"]["schemas"]["Pet"].update(description="New."), {"models.py"}),
    "a property's of an answer": (
        lambda d: d["components"]["schemas"]["Problem"]["properties"]["message"].update(description="New."),
        {"models.py"},
    ),
    "a property's of a body": (
        lambda d: d["components"]["schemas"]["Pet"]["properties"]["petName"].update(description="New."),
        {"models.py", "resources/pets.py"},
    ),
    "an operation's": (lambda d: d["paths"]["/owners/{id}"]["get"].update(description="New."), {"resources/owners.py"}),
    "a parameter's": (
        lambda d: d["paths"]["/pets"]["get"]["parameters"][2].update(description="New."),
        {"resources/pets.py"},
    ),
    "an answer's": (
        lambda d: d["paths"]["/pets"]["get"]["responses"]["200"].update(description="New."),
        {"resources/pets.py"},
    ),
    "an error's": (
        lambda d: d["paths"]["/owners/{id}"]["get"]["responses"]["404"].update(description="New."),
        {"errors.py", "resources/owners.py"},
    ),
    "a tag's": (lambda d: d["tags"][0].update(description="New."), {"client.py", "resources/pets.py"}),
    "the document's": (lambda d: d["info"].update(description="New."), {"README.md", "__init__.py"}),
    "the server's": (lambda d: d["servers"][0].update(description="New."), {"client.py"}),
}


@pytest.mark.parametrize("whose", DESCRIPTIONS)
def test_a_description_touches_the_files_that_carry_it(whose: str, tmp_path: Path) -> None:
    """Editing one description writes the files in which it stands, and the manifest."""
    change, files = DESCRIPTIONS[whose]
    emit(DOCUMENT, tmp_path)
    built, written = rerun(tmp_path, edited(change))
    assert set(written.written) == files | {"handbill.json"}
    assert all("New." in built.files[path] for path in files)


def add_schema(d: JSON) -> None:
    first = {
        "PET": {"type": "object", "properties": {"y": STRING}},
        "PetHome": {"type": "object", "properties": {"z": STRING}},
    }
    d["components"]["schemas"] = {**first, **d["components"]["schemas"]}
    d["paths"]["/find"]["get"]["responses"]["201"] = body(
        {"type": "array", "items": {"oneOf": [ref("PET"), ref("PetHome")]}}
    )


def add_operation(d: JSON) -> None:
    again = {
        "/animals": {
            "get": call(operationId="list_pets", tags=["Pets"], gives=STRING),
            "put": call(operationId="list-pets", tags=["pets"]),
        }
    }
    d["paths"] = {**again, **d["paths"]}


def add_parameter(d: JSON) -> None:
    operation = d["paths"]["/pets"]["get"]
    operation["parameters"] = [
        {"name": "limit", "in": "header", "schema": STRING},
        query("PETNAME"),
        *operation["parameters"],
    ]


def add_property(d: JSON) -> None:
    schema = d["components"]["schemas"]["Pet"]
    schema["properties"] = {"PetName": STRING, "pet-name": STRING, **schema["properties"]}


def add_inline_class(d: JSON) -> None:
    schema = d["components"]["schemas"]["Pet"]
    schema["properties"] = {"Home": {"type": "object", "properties": {"a": STRING}}, **schema["properties"]}


def add_tag(d: JSON) -> None:
    d["paths"] = {"/new": {"get": call(tags=["pets"]), "put": call(tags=["PETS"])}, **d["paths"]}


def add_schema_called_as_a_tag(d: JSON) -> None:
    d["components"]["schemas"]["Pets"] = {"type": "object", "properties": {"y": STRING}}


ADDITIONS = [
    add_schema,
    add_operation,
    add_parameter,
    add_property,
    add_inline_class,
    add_tag,
    add_schema_called_as_a_tag,
]


@pytest.mark.parametrize("add", ADDITIONS)
def test_an_addition_renames_nothing(add: Callable[[JSON], None]) -> None:
    """Whatever comes new, even before the old and with its very name, everything else is called as before."""
    before, after = symbols_after(add)
    assert {key: after.get(key) for key in before} == dict(before)
    assert len(after) > len(before)


@pytest.mark.parametrize("add", ADDITIONS)
def test_a_removal_renames_nothing(add: Callable[[JSON], None]) -> None:
    """What goes away again takes no other name with it."""
    full = edited(add)
    before = plan(full).symbols
    after = plan(DOCUMENT, before).symbols
    assert dict(after) == {key: before[key] for key in after}


def turned(value: Any) -> Any:
    """Give a document with every mapping, and every list whose order means nothing, the other way round."""
    if isinstance(value, Mapping):
        return {key: turned(value[key]) for key in reversed(list(value))}
    return [turned(item) for item in reversed(value)] if isinstance(value, list) else value


def test_another_order_renames_nothing() -> None:
    """Turned upside down, the document gives the same names."""
    before = plan(DOCUMENT).symbols
    assert dict(plan(turned(DOCUMENT), before).symbols) == dict(before)


def test_another_order_of_places_is_the_same_package() -> None:
    """Paths, schemas and properties the other way round give the same classes with the same fields."""
    package = plan(DOCUMENT)
    again = plan(turned(DOCUMENT), package.symbols)
    shapes = {shape.name: sorted(shape.fields, key=lambda f: f.name) for shape in package.models.shapes}
    assert {shape.name: sorted(shape.fields, key=lambda f: f.name) for shape in again.models.shapes} == shapes


VARIANTS = [{"type": "object", "title": name, "properties": {name: STRING}} for name in ("Cat", "Dog")]


def test_another_order_of_alternatives_renames_nothing() -> None:
    """Inline alternatives with titles keep their names when their order changes."""

    def classes(variants: list[JSON], symbols: Mapping[str, str]) -> tuple[dict[str, str], Mapping[str, str]]:
        package = plan(document(paths={"/x": {"get": call(operationId="run", gives={"oneOf": variants})}}), symbols)
        return {shape.fields[0].wire.raw: str(shape.name) for shape in package.models.shapes}, package.symbols

    before, symbols = classes(VARIANTS, {})
    assert classes(VARIANTS[::-1], symbols)[0] == before


def test_a_name_that_is_free_again_can_be_used() -> None:
    """What is no longer in the document keeps no name from those that are: a path that moved keeps its class names."""
    operation = call(operationId="run", gives={"type": "object", "properties": {"a": STRING}})
    before = plan(document(paths={"/v1/x": {"get": operation}}))
    after = plan(document(paths={"/v2/x": {"get": operation}}), before.symbols)
    assert [str(s.name) for s in after.models.shapes] == [str(s.name) for s in before.models.shapes]
    assert after.resources[0].methods[0].name == before.resources[0].methods[0].name


def test_a_renamed_thing_frees_no_name_in_the_same_run() -> None:
    """Two schemas that change places keep, each, the name of their key."""
    before, after = symbols_after(
        lambda d: d["components"]["schemas"].update(
            {"Pet": d["components"]["schemas"]["pet"], "pet": d["components"]["schemas"]["Pet"]}
        )
    )
    for key in ("Pet", "pet"):
        assert after[f"#/components/schemas/{key}"] == before[f"#/components/schemas/{key}"]


def test_symbols_are_injective() -> None:
    """No two things of a package have one name."""
    for source in (DOCUMENT, *(edited(add) for add in ADDITIONS), edited(*ADDITIONS)):
        symbols = list(plan(source).symbols.values())
        assert len({name.casefold() for name in symbols}) == len(symbols)


def test_what_is_no_longer_emitted_is_removed(tmp_path: Path) -> None:
    """A tag that goes away takes its module with it, and nothing that is not ours."""
    emit(DOCUMENT, tmp_path)
    (tmp_path / "shop" / "resources" / "mine.py").write_text("")
    _, written = rerun(tmp_path, edited(lambda d: d["paths"].pop("/owners/{id}")))
    assert written.removed == ("error_bodies.py", "resources/owners.py")
    assert (tmp_path / "shop" / "resources" / "mine.py").exists()
