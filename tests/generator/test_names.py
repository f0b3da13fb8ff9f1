"""Laws of `names`: everything gets a name, no two the same, and nobody who comes later takes it away."""

from __future__ import annotations

import pytest
from handbill_generator.plan import Package
from handbill_generator.plan.examples import example_name
from handbill_generator.plan.names import LastRun, Scope
from handbill_generator.text import Code, identifier
from hypothesis import given
from hypothesis import strategies as st

from .documents import body, both_ways, call, document, plan, query, ref, types_of

WANTED = st.sampled_from(["a", "A", "b", "a2", "a_2", "list", "ß", "ss", "ﬁ", "fi"])
THINGS = st.dictionaries(st.integers(0, 30).map(lambda n: f"#/{n}"), WANTED, max_size=12)
RESERVED = frozenset({"list", "b"})


def named(things: dict[str, str], locked: dict[str, str] | None = None) -> dict[str, str]:
    """Name *things* (pointer to wanted name) in their order."""
    scope = Scope(reserved=RESERVED, locked=locked)
    return {
        pointer: scope.give(pointer, identifier(wanted), Code(f"{identifier(wanted)}_x"))
        for pointer, wanted in things.items()
    }


@given(THINGS)
def test_names_are_total_and_injective(things: dict[str, str]) -> None:
    """Each thing has a name of its own, also where file names ignore case, and none is reserved."""
    names = named(things)
    assert names.keys() == things.keys()
    assert len({name.casefold() for name in names.values()}) == len(names)
    assert not {name.casefold() for name in names.values()} & RESERVED
    assert all(name.isidentifier() for name in names.values())


@given(THINGS, THINGS)
def test_names_are_stable(known: dict[str, str], more: dict[str, str]) -> None:
    """Whatever comes new, in whatever order, what the manifest knows keeps its name."""
    locked = named(known)
    again = named({**more, **known}, locked)
    assert {pointer: again[pointer] for pointer in known} == locked


@given(THINGS, st.randoms(use_true_random=False))
def test_order_is_nothing_to_a_locked_name(things: dict[str, str], random: object) -> None:
    """The same things in another order have the same names."""
    locked = named(things)
    shuffled = list(things)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert named({pointer: things[pointer] for pointer in shuffled}, locked) == locked


def test_a_name_falls_back_before_it_is_numbered() -> None:
    """The second thing of a name takes the next wanted one; only the third gets a number."""
    scope = Scope()
    assert [scope.give(pointer, Code("id"), Code("id_field")) for pointer in "abc"] == ["id", "id_field", "id_field2"]


def test_a_locked_name_that_became_reserved_gives_way() -> None:
    """A name of the last run that the emitted code now needs for itself is not kept."""
    assert Scope(reserved=["fetch"], locked={"#/a": "fetch"}).give("#/a", Code("fetch"), Code("fetch_")) == "fetch_"


def test_explicit_wins_over_the_lock() -> None:
    """Who writes x-handbill-name wants that name, also where the manifest has another."""
    assert Scope(locked={"#/a": "old"}).give("#/a", Code("wire"), explicit=Code("new")) == "new"


@pytest.mark.parametrize(
    ("scope", "found"),
    [("models", {"#/a": "Pet"}), ("models.Pet", {"#/b": "id"}), ("resources", {"tag:x": "pets"}), ("none", {})],
)
def test_names_of_the_last_run_are_known_by_scope(scope: str, found: dict[str, str]) -> None:
    """Of the manifest's symbols a scope gets those directly in it."""
    symbols = {"#/a": "models.Pet", "#/b": "models.Pet.id", "tag:x": "resources.pets"}
    assert LastRun(symbols).names_in(scope, lambda pointer: True) == found


def symbols_of(package: Package) -> set[str]:
    return set(package.symbols.values())


def test_explicit_names_win_everywhere() -> None:
    """x-handbill-name names the client, a tag, an operation, a parameter, a schema and a property."""
    schemas = {
        "pet": {
            "x-handbill-name": "Animal",
            "type": "object",
            "properties": {"wireName": {"type": "string", "x-handbill-name": "label"}},
        }
    }
    operation = call(
        gives=ref("pet"),
        parameters=[query("q", **{"x-handbill-name": "search_for"})],
        tags=["Pets"],
        operationId="fetchThePet",
        **{"x-handbill-name": "grab"},
    )
    package = plan(
        document(
            paths={"/pet": {"get": operation}},
            schemas=schemas,
            tags=[{"name": "Pets", "x-handbill-name": "animals"}],
            info={"title": "Shop", "version": "1", "x-handbill-name": "Zoo"},
        )
    )
    assert package.client == "Zoo"
    assert symbols_of(package) >= {
        "models.Animal",
        "models.Animal.label",
        "resources.animals",
        "resources.animals.Pets.grab",
        "resources.animals.Pets.grab.search_for",
    }


def test_explicit_names_win_over_the_manifest() -> None:
    """To add x-handbill-name renames the thing and nothing else."""
    schemas = {"Pet": {"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}}}}
    before = plan(both_ways(schemas, gives="Pet")).symbols
    schemas["Pet"]["properties"]["a"]["x-handbill-name"] = "first"  # type: ignore[index]
    after = plan(both_ways(schemas, gives="Pet"), before).symbols
    assert {key for key in before if before[key] != after[key]} == {"#/components/schemas/Pet/properties/a"}
    assert after["#/components/schemas/Pet/properties/a"] == "models.Pet.first"


def test_explicit_name_of_a_body_field_is_its_argument() -> None:
    """A field of the body that is spread has one Python name, in the model and in the signature."""
    schemas = {"Pet": {"type": "object", "properties": {"wireName": {"type": "string", "x-handbill-name": "label"}}}}
    (method,) = plan(both_ways(schemas, takes="Pet")).resources[0].methods
    assert [str(argument.name) for argument in method.at("body")] == ["label"]


def test_colliding_properties_stay_apart() -> None:
    """Properties that come out alike are two fields, each with its wire name."""
    wires = ["userId", "user_id", "USER-ID", "model_dump", "class", "copy", "größe", "MISSING"]
    schemas = {"Pet": {"type": "object", "properties": {wire: {"type": "string"} for wire in wires}}}
    package = plan(both_ways(schemas, gives="Pet"))
    (shape,) = package.models.shapes
    assert [field.wire.raw for field in shape.fields] == wires
    assert len({str(field.name).casefold() for field in shape.fields}) == len(wires)
    assert len(types_of(package)) == len(wires)


@pytest.mark.parametrize("wire", ["a b", "a.b", "model_config", "_", "-1a", "2fa", "$", ""])
def test_any_property_is_a_field(wire: str) -> None:
    """There is no wire name that a field could not have."""
    package = plan(both_ways({"Pet": {"type": "object", "properties": {wire: {"type": "string"}}}}, gives="Pet"))
    (shape,) = package.models.shapes
    assert [field.wire.raw for field in shape.fields] == [wire]
    assert not shape.fields[0].name.startswith("_")


def test_colliding_schemas_stay_apart() -> None:
    """Schemas that come out alike are two classes."""
    keys = ["pet", "Pet", "PET", "p-e-t", "petModel"]
    schemas = {key: {"type": "object", "properties": {"a": {"type": "string"}}} for key in keys}
    operations = {f"/{index}": {"get": call(gives=ref(key))} for index, key in enumerate(keys)}
    package = plan(document(paths=operations, schemas=schemas))
    assert len({str(shape.name).casefold() for shape in package.models.shapes}) == len(keys)


KEYS = (
    "Field Model Any Literal MISSING Annotated DateTime UUID BaseModel RootModel Enum ConfigDict TypeAlias date time "
    "datetime list dict str int Union Optional List errors models 1 größe 名前 _ __init__ a.b None True HandbillUses"
).split()


@pytest.mark.parametrize("key", KEYS)
def test_any_schema_is_a_class(key: str) -> None:
    """There is no key that a component could not have, and names that modules import are left to them."""
    package = plan(both_ways({key: {"type": "object", "properties": {"a": {"type": "string"}}}}, gives=key))
    (shape,) = package.models.shapes
    assert shape.pointer == f"#/components/schemas/{key}"
    assert types_of(package) == {f"{shape.name}.a": "str | MISSING = MISSING"}
    imported = {str(name) for names in package.models.imports.values() for name in names}
    assert str(shape.name) not in imported


def test_colliding_operations_stay_apart() -> None:
    """Operations that come out alike are two methods of their class."""
    ids = ["getPet", "get_pet", "GetPet", "get-pet", "close", "class"]
    paths = {f"/p{index}": {"get": call(gives={}, operationId=id_, tags=["X"])} for index, id_ in enumerate(ids)}
    (resource,) = plan(document(paths=paths)).resources
    assert len({str(method.name).casefold() for method in resource.methods}) == len(ids)
    assert len({str(method.constant) for method in resource.methods}) == len(ids)


def test_colliding_arguments_stay_apart() -> None:
    """A path, a query, a header, a cookie and a body member of one name are five arguments."""
    parameters = [
        {"name": "id", "in": place, "required": True, "schema": {"type": "string"}}
        for place in ("path", "query", "header", "cookie")
    ]
    operation = call(takes={"type": "object", "properties": {"id": {"type": "string"}}}, parameters=parameters)
    (method,) = plan(document(paths={"/p/{id}": {"post": operation}})).resources[0].methods
    assert [str(argument.place) for argument in method.arguments] == ["path", "query", "header", "cookie", "body"]
    assert len({str(argument.name) for argument in method.arguments}) == 5


def test_colliding_tags_stay_apart() -> None:
    """Tags that come out alike are two modules, and none hides what the client itself is called with."""
    methods = {"close", "raw", "request", "send", "stream", "with_options"}
    tags = ["Pets", "pets", "PETS!", "models", *sorted(methods)]
    paths = {f"/p{index}": {"get": call(gives={}, tags=[tag])} for index, tag in enumerate(tags)}
    resources = plan(document(paths=paths)).resources
    assert len({str(resource.module).casefold() for resource in resources}) == len(tags)
    assert not {str(resource.module) for resource in resources} & methods


def test_no_numbers_while_words_tell_apart() -> None:
    """Inline alternatives are named by title, constant or property, not by number."""
    alternatives = [
        {"type": "object", "title": "Big", "properties": {"a": {"type": "string"}}},
        {"type": "object", "properties": {"kind": {"const": "small"}, "b": {"type": "string"}}},
    ]
    package = plan(document(paths={"/p": {"get": call(gives={"oneOf": alternatives}, operationId="fetch")}}))
    assert {str(shape.name) for shape in package.models.shapes} == {"FetchResponseBig", "FetchResponseSmall"}


def test_inline_classes_are_named_after_the_way_to_them() -> None:
    """An object inside of another is called after its parent and its property."""
    pet = {"type": "object", "properties": {"home": {"type": "object", "properties": {"street": {"type": "string"}}}}}
    operation = {"operationId": "fetch", "responses": {"200": body(ref("Pet")), "404": body(pet)}}
    package = plan(document(paths={"/p": {"get": operation}}, schemas={"Pet": pet}))
    assert {str(shape.name) for shape in package.models.shapes} == {
        "Pet",
        "PetHome",
        "FetchResponse404",
        "FetchResponse404Home",
    }


@pytest.mark.parametrize(
    ("client", "name"),
    [
        ("SendKit", "sendkit"),
        ("FigmaAPI", "figma"),
        ("API", "api"),
        ("Import", "client"),
        ("List", "client"),
        ("AcmeHTTPAPIPreview", "client"),
    ],
)
def test_an_example_can_be_run(client: str, name: str) -> None:
    """A client is called by its own name in examples, unless Python means something else by it."""
    assert example_name(Code(client)) == name
