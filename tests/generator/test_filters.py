"""Laws of filters: what is wanted is kept as it is, with all that it needs, and nothing else."""

from __future__ import annotations

import re
from typing import Any

import pytest
from handbill_generator.contract import Contract
from handbill_generator.contract.selection import hash_with, selected
from handbill_generator.diagnostics import ConfigError
from handbill_generator.filters import ALL, read_filters
from hypothesis import given
from hypothesis import strategies as st

from .documents import both_ways, call, document, read, ref

LEAF = {"type": "object", "properties": {"n": {"type": "integer"}}}
SCHEMAS = {
    "User": {"type": "object", "properties": {"name": {"type": "string"}, "team": ref("Team")}},
    "Team": {"type": "object", "properties": {"lead": ref("User"), "place": ref("Place")}},
    "Place": LEAF,
    "Pet": {
        "oneOf": [{"type": "object"}],
        "discriminator": {"propertyName": "kind", "mapping": {"cat": "Cat", "dog": "#/components/schemas/Dog"}},
    },
    "Cat": LEAF,
    "Dog": LEAF,
    "Failure": LEAF,
    "Limit": {"type": "integer"},
    "Event": {"allOf": [ref("Place")]},
    "Whole": {"type": "object", "properties": {"part": LEAF}},
    "Back": LEAF,
    "Unused": {"type": "object", "properties": {"again": ref("Unused")}},
}


def a_document() -> dict[str, Any]:
    """Give a document of five operations and a webhook."""
    return document(
        paths={
            "/v1/users": {
                "get": call(gives=ref("User"), operationId="listUsers", tags=["users"]),
                "post": call(takes=ref("User"), operationId="createUser", tags=["users", "admin"], security=[]),
            },
            "/v1/users/{id}/pets": {
                "get": call(
                    gives={"type": "array", "items": ref("Pet")},
                    operationId="listPets",
                    tags=["pets"],
                    parameters=[
                        {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}},
                        {"name": "limit", "in": "query", "schema": ref("Limit")},
                    ],
                )
            },
            "/v2/whole": {
                "get": call(
                    gives={"$ref": "#/components/schemas/Whole/properties/part"},
                    callbacks={"done": {"{$request.query.url}": {"post": call(takes=ref("Back"))}}},
                )
            },
            "/v2/gone": {
                "delete": {"operationId": "deleteAll", "responses": {"4XX": {"$ref": "#/components/responses/No"}}}
            },
        },
        schemas=SCHEMAS,
        components={
            "responses": {"No": {"description": "d", "content": {"application/json": {"schema": ref("Failure")}}}},
            "securitySchemes": {
                "key": {"type": "apiKey", "in": "header", "name": "X"},
                "other": {"type": "http", "scheme": "bearer"},
            },
        },
        security=[{"key": []}],
        tags=[{"name": "users"}, {"name": "pets"}, {"name": "admin"}, {"name": "unused"}],
        webhooks={"happened": {"post": call(takes=ref("Event"), operationId="onHappened", tags=["events"])}},
    )


CONTRACT = read(a_document())
EVERYTHING = read_filters(["path:*", "webhook:*"], [])


def names(contract: Contract) -> set[str]:
    return {operation.id.raw or operation.path.raw for operation in contract.operations} | {
        webhook.name.raw for webhook in contract.webhooks
    }


def kept(*include: str, exclude: tuple[str, ...] = ()) -> Contract:
    return selected(CONTRACT, read_filters(include, exclude))


@pytest.mark.parametrize(
    ("include", "exclude", "left"),
    [
        (["tag:users"], [], {"listUsers", "createUser"}),
        (["tag:admin"], [], {"createUser"}),
        (["tag:users"], ["tag:admin"], {"listUsers"}),
        (["path:/v1/*"], [], {"listUsers", "createUser", "listPets"}),
        (["path:/v1/users"], [], {"listUsers", "createUser"}),
        (["path:/v1/users/{id}/pets"], [], {"listPets"}),
        (["path:*/pets"], [], {"listPets"}),
        (["operationId:list*"], [], {"listUsers", "listPets"}),
        (["operationId:list?ets"], [], {"listPets"}),
        (["operationId:on*"], [], {"happened"}),
        (["webhook:happened", "tag:pets"], [], {"happened", "listPets"}),
        ([], ["path:/v1/*", "webhook:*"], {"/v2/whole", "deleteAll"}),
        ([], ["operationId:deleteAll"], {"listUsers", "createUser", "listPets", "/v2/whole", "happened"}),
    ],
)
def test_who_is_left(include: list[str], exclude: list[str], left: set[str]) -> None:
    """An operation stays if any include matches, or there is none, and no exclude does; a webhook has no path."""
    assert names(kept(*include, exclude=tuple(exclude))) == left


@pytest.mark.parametrize(
    ("include", "schemas"),
    [
        ("tag:users", {"User", "Team", "Place"}),
        ("tag:pets", {"Pet", "Cat", "Dog", "Limit"}),
        ("path:/v2/whole", {"Whole", "Back"}),
        ("operationId:deleteAll", {"Failure"}),
        ("webhook:*", {"Event", "Place"}),
    ],
)
def test_what_is_needed_stays(include: str, schemas: set[str]) -> None:
    """What parameters, bodies, answers, callbacks, webhooks and discriminators refer to stays, and nothing else."""
    contract = kept(include)
    assert set(contract.schemas) == schemas
    assert list(contract.schemas) == [key for key in SCHEMAS if key in schemas]


def test_schemes_and_tags_that_nobody_uses_go() -> None:
    """A client is asked for no credential that none of its calls needs, and documents no tag that it has not."""
    contract = kept("tag:users")
    assert (set(contract.security_schemes), [tag.name.raw for tag in contract.tags]) == ({"key"}, ["users", "admin"])
    assert kept("tag:admin").security_schemes == {}


def test_no_filter_is_the_contract_itself() -> None:
    """Without filters even what nothing refers to stays."""
    assert selected(CONTRACT, ALL) is CONTRACT
    assert hash_with(CONTRACT.sha256, ALL) == CONTRACT.sha256


def test_to_include_everything_keeps_every_operation() -> None:
    """All operations and webhooks are the same objects; of the schemas only those go that nothing refers to."""
    contract = selected(CONTRACT, EVERYTHING)
    assert (contract.operations, contract.webhooks) == (CONTRACT.operations, CONTRACT.webhooks)
    assert set(CONTRACT.schemas) - set(contract.schemas) == {"Unused"}


PARTS = st.lists(
    st.sampled_from(["tag:users", "tag:pets", "path:/v1/*", "path:/v2/*", "operationId:list*", "webhook:*", "path:*"]),
    max_size=3,
)


@given(PARTS, PARTS)
def test_laws_of_selection(include: list[str], exclude: list[str]) -> None:
    """The result refers to nothing that is not in it, is a part of the whole, and selecting again changes nothing."""
    filters = read_filters(include, exclude)
    try:
        once = selected(CONTRACT, filters)
    except ConfigError as error:
        assert "leave no operation" in str(error)
        return
    for key, schema in once.schemas.items():
        assert schema is CONTRACT.schemas[key]
        found = {name.partition("/")[0] for name in re.findall(r"#/components/schemas/([^']+)", str(schema.keywords))}
        assert found <= set(once.schemas)
    assert {operation.pointer for operation in once.operations} <= {o.pointer for o in CONTRACT.operations}
    everything = [kind for kind, there in (("path:*", once.operations), ("webhook:*", once.webhooks)) if there]
    again = selected(once, read_filters(everything, []))
    assert (again.operations, again.webhooks) == (once.operations, once.webhooks)
    assert again.schemas == once.schemas or not filters
    assert hash_with(CONTRACT.sha256, read_filters(include[::-1], exclude[::-1])) == once.sha256


def test_the_hash_follows_the_filters() -> None:
    """What is emitted for other filters is another contract; their order and repetition do not matter."""
    hashes = {
        hash_with("0", read_filters(include, exclude))
        for include, exclude in [([], []), (["tag:a"], []), ([], ["tag:a"]), (["tag:b"], []), (["tag:a", "tag:b"], [])]
    }
    assert len(hashes) == 5
    twice = read_filters(["tag:b", "tag:a", "tag:b"], [])
    assert hash_with("0", twice) == hash_with("0", read_filters(["tag:a", "tag:b"], []))


@pytest.mark.parametrize(
    ("include", "said"),
    [
        ("tag:userz", 'the filter "tag:userz" matches nothing in "api.json"; write tag:users if that is meant'),
        ("path:/v1/user", "write path:/v1/users"),
        ("operationId:listusers", "write operationId:listUsers"),
        ("tag:listPets", "write operationId:listPets if that is meant"),
        ("path:nothing", "there is path:/v1/users, path:/v1/users/{id}/pets, path:/v2/gone, path:/v2/whole"),
        ("webhook:x*", "there is webhook:happened"),
    ],
)
def test_a_filter_that_matches_nothing_is_refused(include: str, said: str) -> None:
    """A filter that is misspelt or out of date says so, and what may be meant, as an exclude too."""
    for filters in (read_filters([include], []), read_filters([], [include]), read_filters(["path:*", include], [])):
        with pytest.raises(ConfigError) as caught:
            selected(CONTRACT, filters)
        assert said in str(caught.value)


def test_filters_that_leave_nothing_are_refused() -> None:
    """A client without a call is nobody's wish."""
    with pytest.raises(ConfigError, match=r'the filters leave no operation of "api\.json"'):
        kept("tag:pets", exclude=("path:*pets",))
    without = read(both_ways({}))
    with pytest.raises(ConfigError, match="nothing there has a webhook"):
        selected(without, read_filters(["webhook:*"], []))


@pytest.mark.parametrize("text", ["users", "tag:", ":users", "Tag:users", "method:get", "tag", "", "tag:" + "x" * 500])
def test_what_is_no_filter_is_refused(text: str) -> None:
    """A filter names its kind."""
    for filters in (([text], []), ([], [text])):
        with pytest.raises(
            ConfigError, match=r"is no filter; write one of tag:..., path:..., operationId:..., webhook:"
        ):
            read_filters(*filters, where="--")


def test_what_looks_like_a_reference_does_no_harm() -> None:
    """An example or a default may hold a $ref that leads nowhere, or is none."""
    schema = {
        "type": "object",
        "example": {"$ref": "#/nowhere/~2"},
        "default": {"$ref": 1, "discriminator": {"mapping": []}},
    }
    contract = read(both_ways({"A": schema, "B": LEAF}, gives="A"))
    assert set(selected(contract, read_filters(["path:*"], [])).schemas) == {"A"}


def test_losses_are_those_of_what_is_left() -> None:
    """What is a little wrong with an operation, a schema or a component that is left out is no loss of the client."""
    wrong = {"name": "q", "in": "nowhere"}
    paths = {
        "/a": {"get": call(gives=ref("A"), parameters=[wrong]), "post": call(parameters=[wrong])},
        "/b": {"parameters": [wrong], "get": call(gives=ref("B"), parameters=[{"$ref": "#/components/parameters/P"}])},
    }
    schemas = {name: {"type": "object", "required": "n"} for name in "AB"}
    contract = read(document(paths=paths, schemas=schemas, components={"parameters": {"P": wrong}}, servers=["/"]))
    every = {loss.pointer for loss in contract.losses}
    assert len(every) == 7

    def lost(*include: str) -> set[str]:
        return {loss.pointer for loss in selected(contract, read_filters(include, [])).losses}

    assert lost("path:*") == every
    in_a, in_b = lost("path:/a"), lost("path:/b")
    assert {pointer for pointer in in_a if "~1b" in pointer or "/B" in pointer} == set()
    assert {pointer for pointer in in_b if "~1a" in pointer or "/A" in pointer} == set()
    assert "#/paths/~1b/parameters/0" in in_b
    assert in_a & in_b == {"#/servers/0", "#/components/parameters/P"}
    assert in_a | in_b == every
