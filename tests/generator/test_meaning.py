"""Laws of meaning: what a schema says is what the class says, in whatever way it is written, and no name spoils it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from handbill_generator.cli.generate import told
from handbill_generator.plan import Package

from .documents import JSON, both_ways, call, document, emit, losses, plan, query, ref, render, types_of

STRING = {"type": "string"}
RUN = "#/paths/~1run/post"


def obj(**properties: Any) -> JSON:
    return {"type": "object", "properties": properties}


def planned(*, takes: Any = None, gives: Any = None, **schemas: Any) -> Package:
    """Plan an operation that takes and gives these schemas."""
    return plan(document(paths={"/run": {"post": call(takes=takes, gives=gives, operationId="run")}}, schemas=schemas))


def returned(package: Package) -> str:
    """Give the annotation of what the only method returns."""
    return str(package.resources[0].methods[0].annotation).replace("'", '"')


def taken(package: Package) -> str:
    """Give the annotation of the body that the only method takes."""
    body = package.resources[0].methods[0].body
    assert body is not None
    return str(body.annotation).replace("'", '"')


def classes(package: Package) -> dict[str, set[str]]:
    """Give the fields of each class as they are called in JSON."""
    return {str(s.name): {field.wire.raw for field in s.fields} for s in package.models.shapes if s.is_class}


NULLABLE: dict[str, JSON] = {
    "3.1.0": {"type": ["object", "null"], "properties": {"a": STRING}},
    "3.0.3": {"type": "object", "nullable": True, "properties": {"a": STRING}},
}


@pytest.mark.parametrize("component", [False, True])
@pytest.mark.parametrize("version", NULLABLE)
def test_an_object_with_properties_can_be_null(version: str, component: bool) -> None:
    """Null beside properties is a class or None: in an answer, a body, a property, inline and as a component."""
    schema = ref("Pet") if component else NULLABLE[version]
    operation = call(takes=obj(it=schema), gives=schema, operationId="run")
    source = document(paths={"/run": {"post": operation}}, schemas={"Pet": NULLABLE[version]}, openapi=version)
    package = plan(source)
    inline, field = ("Pet", "Pet") if component else ("RunResponse", "RunRequestIt")
    assert returned(package) == f"{inline} | None"
    assert types_of(package)["RunRequest.it"] == f"{field} | None | MISSING = MISSING"
    assert classes(package)[inline] == classes(package)[field] == {"a"}


@pytest.mark.parametrize("refinement", [{"description": "Mine."}, {"maxLength": 3}])
def test_a_refined_property_keeps_its_type(refinement: JSON) -> None:
    """A part of `allOf` that says more of a property of another part takes nothing of it away."""
    package = planned(takes={"allOf": [ref("Base"), {"properties": {"a": refinement}}]}, Base=obj(a=STRING))
    said = types_of(package)["RunRequest.a"]
    assert "str" in said
    assert "Any" not in said
    assert ("max_length=3" in said) == ("maxLength" in refinement)


def test_properties_and_alternatives_are_one_class() -> None:
    """A component with properties and `oneOf` has the fields of both, and what is lost is in the ledger."""
    pet = {**obj(a=STRING), "oneOf": [obj(b=STRING), obj(c=STRING)]}
    package = planned(gives=ref("Pet"), Pet=pet)
    assert classes(package)["Pet"] == {"a", "b", "c"}
    assert losses(package) == {"#/components/schemas/Pet": "alternatives beside properties"}


@pytest.mark.parametrize("keyword", ["not", "patternProperties"])
def test_limits_of_a_component_are_in_the_ledger(keyword: str) -> None:
    """What a class cannot say is in the ledger also for a component that has properties."""
    limit = {"not": {"properties": {"b": STRING}}, "patternProperties": {"^x": STRING}}[keyword]
    package = planned(gives=ref("Pet"), Pet={**obj(a=STRING), keyword: limit})
    assert classes(package) == {"Pet": {"a"}}
    assert keyword in losses(package).values()


KIND = {"const": "x"}


@pytest.mark.parametrize(
    "several",
    [
        [{**obj(a=STRING), "title": "Cat"}, {**obj(b=STRING), "title": "Cat"}],
        [obj(kind=KIND, a=STRING), obj(kind=KIND, b=STRING)],
    ],
)
def test_alternatives_that_are_called_alike_stay_apart(several: list[JSON]) -> None:
    """Two inline alternatives are two classes, whatever title or constant they share."""
    package = planned(takes={"oneOf": several})
    wanted = [set(one["properties"]) for one in several]
    assert sorted(classes(package).values(), key=sorted) == sorted(wanted, key=sorted)


def test_a_choice_of_formats_is_text() -> None:
    """`type: string` with alternatives that only name formats is `str`, and the ledger says so."""
    package = planned(gives={**STRING, "anyOf": [{"format": "date"}, {"format": "uuid"}]})
    assert returned(package) == "str"
    assert losses(package)


def test_an_answer_that_refers_into_a_request_is_open() -> None:
    """What an answer brings takes new words, even where its schema stands in the body of a request."""
    place = f"{RUN}/requestBody/content/application~1json/schema"
    package = planned(takes=obj(kind={"enum": ["a"]}), gives={"$ref": place})
    kinds = {name: said for name, said in types_of(package).items() if name.startswith(f"{returned(package)}.")}
    assert [said.startswith('Literal["a"] | str') for said in kinds.values()] == [True]


@pytest.mark.parametrize(("side", "seen_by"), [("writeOnly", "UserInput"), ("readOnly", "User")])
def test_one_sided_properties_split_from_within(side: str, seen_by: str) -> None:
    """A `readOnly` or `writeOnly` one level down makes two classes of the component."""
    user = obj(profile=obj(name=STRING, secret={**STRING, side: True}))
    package = plan(both_ways({"User": user}, takes="User", gives="User"))
    assert (returned(package), taken(package)) == ("User", "UserInput")
    said = types_of(package)
    holders = {name for name, fields in classes(package).items() if "secret" in fields}
    assert holders == {said[f"{seen_by}.profile"].split(" | ")[0]}


@pytest.mark.parametrize(
    "schema",
    [
        {"oneOf": [{"allOf": [ref("A")]}, STRING]},
        {"anyOf": [{"allOf": [ref("A")]}, {"type": "null"}]},
        obj(x={"anyOf": [{"$ref": "#/components/schemas/A/properties/x"}, STRING]}),
        obj(x={"type": "array", "items": {"$ref": "#/components/schemas/A/properties/x"}}),
        obj(x=obj(y={"$ref": "#/components/schemas/A/properties/x"})),
    ],
)
def test_a_circle_ends_in_a_package(schema: JSON) -> None:
    """A schema that leads back to itself, by its name or by a pointer into it, is planned and rendered."""
    files = render(both_ways({"A": schema, "B": obj(it=ref("A"))}, takes="B", gives="B"))
    assert "class B(Model)" in files["models.py"]


def test_alternatives_that_fan_out_are_planned_at_once() -> None:
    """Twenty-five levels of two like alternatives are twenty-five steps, not the 2**25 ways through them."""
    schemas: JSON = {f"A{i}": {"anyOf": [ref(f"A{i + 1}"), ref(f"A{i + 1}")]} for i in range(25)}
    assert planned(gives=ref("A0"), **schemas, A25={}).resources


PETS = document(
    paths={"/pets": {"post": call(takes=ref("Pet"), gives=ref("Pet"), operationId="createPet", tags=["Pets"])}},
    schemas={"Pet": obj(foo=STRING)},
)


@pytest.mark.parametrize(
    ("pointer", "name"),
    [
        ("tag:Pets", "resources.__init__"),
        ("class:tag:Pets", "resources.pets.__init__"),
        ("#/paths/~1pets/post", "resources.pets.Pets.__init__"),
        ("#/components/schemas/Pet", "models.__class__"),
        ("#/components/schemas/Pet/properties/foo", "models.Pet._foo"),
        ("#/components/schemas/Pet/properties/foo", "models.Pet.class"),
        ("#/components/schemas/Pet", "models.pet"),
        ("#/components/schemas/Pet/properties/foo", "models.Pet.str"),
    ],
)
def test_a_manifest_gives_no_name_that_we_would_not(pointer: str, name: str) -> None:
    """A name in the manifest that the generator would never give changes nothing."""
    package = plan(PETS)
    assert pointer in package.symbols
    assert plan(PETS, {**package.symbols, pointer: name}) == package


PAGING = {"items": "/data", "cursor": {"parameter": "cursor", "next": "/next"}}
PAGE = obj(data={"type": "array", "items": STRING}, next=STRING)
HIDING = document(
    paths={
        "/list": {
            "get": call(
                operationId="list",
                tags=["Pets"],
                gives=PAGE,
                parameters=[query("cursor")],
                **{"x-handbill-pagination": PAGING},
            )
        },
        "/pages": {"get": call(operationId="list_pages", tags=["Pets"], gives=obj(a=STRING))},
        "/paging": {
            "get": call(operationId="list_paging", tags=["Pets"], gives={**obj(b=STRING), "title": "API Error"})
        },
    },
    components={"securitySchemes": {"schemes": {"type": "http", "scheme": "bearer"}}},
    security=[{"schemes": []}],
    info={"title": "API Error", "version": "1"},
)
IMPORTING = """
import importlib, inspect, pkgutil, shop, shop.client
for module in pkgutil.walk_packages(shop.__path__, "shop."):
    importlib.import_module(module.name)
from shop.resources import pets
print(sorted(name for name, kind in vars(pets).items() if inspect.isclass(kind) and kind.__module__ == pets.__name__))
"""


def test_names_of_the_package_itself_are_not_hidden(tmp_path: Path) -> None:
    """A title, a scheme or an operation called as something that emitted code needs leaves a package that imports."""
    emit(HIDING, tmp_path)
    environment = {**os.environ, "PYTHONPATH": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run([sys.executable, "-c", IMPORTING], capture_output=True, text=True, env=environment)
    assert done.returncode == 0, done.stderr
    assert done.stdout == "['AsyncPets', 'Pets']\n"


def test_a_credential_hides_no_builtin(tmp_path: Path) -> None:
    """A client can be made whatever its security schemes are called."""
    scheme = {"super": {"type": "http", "scheme": "bearer"}}
    paths = {"/x": {"get": call(operationId="run", gives=STRING)}}
    emit(document(paths=paths, components={"securitySchemes": scheme}, security=[{"super": []}]), tmp_path)
    environment = {**os.environ, "PYTHONPATH": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"}
    making = "import shop; shop.Shop(); shop.AsyncShop()"
    done = subprocess.run([sys.executable, "-c", making], capture_output=True, text=True, env=environment)
    assert done.returncode == 0, done.stderr


def test_parameters_that_change_places_keep_their_classes() -> None:
    """The class of an inline object follows its parameter, wherever in the list that stands."""
    deep = [query(name, obj(**{name: STRING}), style="deepObject", explode=True) for name in ("where", "sort")]

    def source(parameters: list[JSON]) -> JSON:
        return document(paths={"/run": {"get": call(operationId="run", gives=STRING, parameters=parameters)}})

    before = plan(source(deep))
    assert len(classes(before)) == len(deep)
    assert classes(plan(source(deep[::-1]), before.symbols)) == classes(before)


def test_a_relative_server_must_be_completed() -> None:
    """Where the document does not say the host, the caller has to: `base_url` has no default."""
    client = render(document(paths={"/x": {"get": call(gives=STRING)}}, servers=[{"url": "/v1"}]))["client.py"]
    assert client.count("base_url: str,") == 2
    assert "base_url: str = " not in client


def test_a_loss_is_one_line(tmp_path: Path) -> None:
    """A line break or an escape in a name cannot draw on the terminal that shows the ledger."""
    schema = obj(**{"a\n\x1b[31mb\r\u2028c": {"not": STRING}})
    built = emit(document(paths={"/run": {"get": call(gives=schema, operationId="run")}}), tmp_path)
    lines = [told(loss) for loss in built.manifest.losses]
    assert lines
    assert [line for line in lines if not line.isprintable()] == []


HOSTILE = "<script>x</script> ![i](https://evil.test/i.png) a | b ```sh"


def test_a_read_me_holds_no_markup_of_the_document() -> None:
    """A description in the README is text: no tag, image, column or code of its own."""
    paths = {"/a|b`c<script>": {"get": call(operationId="run", gives=STRING, tags=["Pets"])}}
    info = {"title": "Shop", "version": "1", "description": HOSTILE}
    text = render(document(paths=paths, info=info))["README.md"]
    plain = render(document(paths={"/a": paths["/a|b`c<script>"]}))["README.md"]
    assert [mark for mark in ("<script", "![", "|", "`") if text.count(mark) != plain.count(mark)] == []
    assert "a &#124; b" in text


def test_a_stated_name_of_an_inline_schema_is_its_name() -> None:
    """`x-handbill-name` names a class also where no component does."""
    package = planned(
        takes={**obj(a={**obj(b=STRING), "x-handbill-name": "Part"}), "x-handbill-name": "Receipt"}, gives=STRING
    )
    assert classes(package) == {"Receipt": {"a"}, "Part": {"b"}}
