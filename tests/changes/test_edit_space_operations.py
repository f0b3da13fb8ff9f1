"""The edit space outside of schemas: every edit has its finding with its level, and its reverse has the reverse one.

Each row is one edit of the shop.  What it must give is written here as the law would have it, not as the code does:
the id that a reader of oasdiff knows, and whether somebody who calls the old API is hurt by the new one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from handbill_generator.changes import Level
from handbill_generator.diagnostics import SpecError

from tests.changes.shop import Document, Edit, compared, edited, shop

BREAKING, RISKY, COMPATIBLE = Level.breaking, Level.risky, Level.compatible

ORDERS = ("paths", "/orders")
LIST = (*ORDERS, "get")
CREATE = (*ORDERS, "post")
GET = ("paths", "/orders/{orderId}", "get")
SCHEMES = ("components", "securitySchemes")
FORM = (*CREATE, "requestBody", "content", "multipart/form-data")
OKAY = (*LIST, "responses", "200")


def at(document: Document, path: tuple[Any, ...]) -> Any:
    for step in path:
        document = document[step]
    return document


def put(*path: Any, to: Any) -> Edit:
    def edit(document: Document) -> None:
        holder = at(document, path[:-1])
        if isinstance(holder, list) and path[-1] == len(holder):
            holder.append(to)
        else:
            holder[path[-1]] = to

    return edit


def drop(*path: Any) -> Edit:
    def edit(document: Document) -> None:
        del at(document, path[:-1])[path[-1]]

    return edit


def rename(*path: Any, to: str) -> Edit:
    def edit(document: Document) -> None:
        holder = at(document, path[:-1])
        holder[to] = holder.pop(path[-1])

    return edit


def change(*path: Any, by: Callable[[Any], Any]) -> Edit:
    def edit(document: Document) -> None:
        holder = at(document, path[:-1])
        holder[path[-1]] = by(holder[path[-1]])

    return edit


EDITS: dict[str, tuple[Edit, str, Level, str, Level]] = {
    # name: (edit, id, level; id and level of the reverse)
    "remove an operation": (
        drop(*GET),
        "api-removed-without-deprecation", BREAKING,
        "endpoint-added", COMPATIBLE,
    ),
    "remove a path": (
        drop(*ORDERS),
        "api-path-removed-without-deprecation", BREAKING,
        "endpoint-added", COMPATIBLE,
    ),
    "remove what was deprecated and past its sunset": (
        drop("paths", "/orders/{orderId}", "delete"),
        "api-removed-with-deprecation", COMPATIBLE,
        "endpoint-added", COMPATIBLE,
    ),
    "deprecate an operation": (
        put(*LIST, "deprecated", to=True),
        "endpoint-deprecated", COMPATIBLE,
        "endpoint-reactivated", COMPATIBLE,
    ),
    "change an operationId": (
        put(*LIST, "operationId", to="allOrders"),
        "api-operation-id-changed", COMPATIBLE,
        "api-operation-id-changed", COMPATIBLE,
    ),
    "change a tag": (
        put(*LIST, "tags", to=["Purchases"]),
        "api-tag-removed", COMPATIBLE,
        "api-tag-added", COMPATIBLE,
    ),
    "add an optional parameter": (
        put(*LIST, "parameters", 3, to={"name": "page", "in": "query", "schema": {"type": "string"}}),
        "new-optional-request-parameter", COMPATIBLE,
        "request-parameter-removed", RISKY,
    ),
    "add a required parameter": (
        put(*LIST, "parameters", 3, to={"name": "page", "in": "query", "required": True, "schema": {"type": "string"}}),
        "new-required-request-parameter", BREAKING,
        "request-parameter-removed", RISKY,
    ),
    "require a parameter": (
        put(*LIST, "parameters", 1, "required", to=True),
        "request-parameter-became-required", BREAKING,
        "request-parameter-became-optional", COMPATIBLE,
    ),
    "move a parameter to another place": (
        put(*LIST, "parameters", 2, "in", to="query"),
        "request-parameter-removed", BREAKING,
        "request-parameter-removed", BREAKING,
    ),
    "rename a path parameter": (
        lambda document: document["paths"].update(
            {
                "/orders/{id}": {
                    **document["paths"].pop("/orders/{orderId}"),
                    "parameters": [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}],
                }
            }
        ),
        "request-parameter-renamed", COMPATIBLE,
        "request-parameter-renamed", COMPATIBLE,
    ),
    "explode no longer": (
        put(*LIST, "parameters", 1, "explode", to=False),
        "request-parameter-style-changed", BREAKING,
        "request-parameter-style-changed", BREAKING,
    ),
    "allow reserved characters": (
        put(*LIST, "parameters", 1, "allowReserved", to=True),
        "request-parameter-allow-reserved-changed", RISKY,
        "request-parameter-allow-reserved-changed", RISKY,
    ),
    "write a parameter as JSON": (
        put(*LIST, "parameters", 1, to={
            "name": "ids", "in": "query",
            "content": {"application/json": {"schema": {"type": "array", "items": {"type": "string"}}}},
        }),
        "request-parameter-content-changed", BREAKING,
        "request-parameter-content-changed", BREAKING,
    ),
    "limit a parameter more": (
        put(*LIST, "parameters", 0, "schema", "minimum", to=5),
        "request-parameter-min-increased", BREAKING,
        "request-parameter-min-decreased", COMPATIBLE,
    ),
    "change the default of a parameter": (
        put(*LIST, "parameters", 0, "schema", "default", to=50),
        "request-parameter-default-value-changed", RISKY,
        "request-parameter-default-value-changed", RISKY,
    ),
    "deprecate a parameter": (
        put(*LIST, "parameters", 0, "deprecated", to=True),
        "request-parameter-deprecated", COMPATIBLE,
        "request-parameter-reactivated", COMPATIBLE,
    ),
    "require the body no longer": (
        drop(*CREATE, "requestBody", "required"),
        "request-body-became-optional", COMPATIBLE,
        "request-body-became-required", BREAKING,
    ),
    "remove the body": (
        drop(*CREATE, "requestBody"),
        "request-body-removed", RISKY,
        "request-body-added-required", BREAKING,
    ),
    "remove a media type that is sent": (
        drop(*CREATE, "requestBody", "content", "multipart/form-data"),
        "request-body-media-type-removed", BREAKING,
        "request-body-media-type-added", COMPATIBLE,
    ),
    "write a property of a form otherwise": (
        put(*FORM, "encoding", "file", "contentType", to="text/plain"),
        "request-body-encoding-changed", BREAKING,
        "request-body-encoding-changed", BREAKING,
    ),
    "remove the schema of a body": (
        drop(*CREATE, "requestBody", "content", "multipart/form-data", "schema"),
        "request-body-media-type-schema-removed", COMPATIBLE,
        "request-body-media-type-schema-added", BREAKING,
    ),
    "remove a success status": (
        put(*OKAY[:-1], to={"206": shop()["paths"]["/orders"]["get"]["responses"]["200"]}),
        "response-success-status-removed", BREAKING,
        "response-success-status-removed", BREAKING,
    ),
    "add a success status": (
        put(*GET, "responses", "202", to={"description": "Later."}),
        "response-success-status-added", RISKY,
        "response-success-status-removed", BREAKING,
    ),
    "remove an error status": (
        drop(*CREATE, "responses", "4XX"),
        "response-non-success-status-removed", COMPATIBLE,
        "response-non-success-status-added", COMPATIBLE,
    ),
    "remove the default response": (
        drop(*LIST, "responses", "default"),
        "response-non-success-status-removed", COMPATIBLE,
        "response-non-success-status-added", COMPATIBLE,
    ),
    "remove a media type that is received": (
        drop(*OKAY, "content", "text/csv"),
        "response-media-type-removed", BREAKING,
        "response-media-type-added", COMPATIBLE,
    ),
    "remove the body of a response": (
        drop(*GET, "responses", "200", "content"),
        "response-media-type-removed", BREAKING,
        "response-media-type-added", COMPATIBLE,
    ),
    "remove a required header": (
        drop(*OKAY, "headers", "X-Total"),
        "required-response-header-removed", BREAKING,
        "response-header-added", COMPATIBLE,
    ),
    "remove an optional header": (
        drop(*OKAY, "headers", "X-Page"),
        "optional-response-header-removed", RISKY,
        "response-header-added", COMPATIBLE,
    ),
    "require a header no longer": (
        drop(*OKAY, "headers", "X-Total", "required"),
        "response-header-became-optional", BREAKING,
        "response-header-became-required", COMPATIBLE,
    ),
    "change the type of a header": (
        put(*OKAY, "headers", "X-Total", "schema", "type", to="string"),
        "response-header-type-changed", BREAKING,
        "response-header-type-changed", BREAKING,
    ),
    "ask for a credential where none was needed": (
        lambda document: document.pop("security"),
        "api-global-security-removed", COMPATIBLE,
        "api-global-security-added", BREAKING,
    ),
    "remove a way to be let in": (
        put("security", to=[{"key": []}]),
        "api-global-security-alternative-removed", BREAKING,
        "api-global-security-alternative-added", COMPATIBLE,
    ),
    "ask for one credential more": (
        put("security", to=[{"key": [], "tenant": []}, {"oauth": ["read"]}]),
        "api-global-security-added", BREAKING,
        "api-global-security-removed", COMPATIBLE,
    ),
    "ask for one scope more": (
        put("security", 1, "oauth", to=["read", "write"]),
        "api-global-security-scope-added", BREAKING,
        "api-global-security-scope-removed", COMPATIBLE,
    ),
    "need no credential at one operation": (
        put(*CREATE, "security", to=[]),
        "api-security-removed", COMPATIBLE,
        "api-security-added", BREAKING,
    ),
    "send the key elsewhere": (
        put(*SCHEMES, "key", "in", to="query"),
        "api-security-component-in-changed", BREAKING,
        "api-security-component-in-changed", BREAKING,
    ),
    "send the key under another name": (
        put(*SCHEMES, "key", "name", to="X-Api-Key"),
        "api-security-component-name-changed", BREAKING,
        "api-security-component-name-changed", BREAKING,
    ),
    "change the type of a scheme": (
        put(*SCHEMES, "key", to={"type": "http", "scheme": "bearer"}),
        "api-security-component-type-changed", BREAKING,
        "api-security-component-type-changed", BREAKING,
    ),
    "fetch tokens elsewhere": (
        put(*SCHEMES, "oauth", "flows", "clientCredentials", "tokenUrl", to="https://shop.example/tokens"),
        "api-security-component-oauth-token-url-changed", BREAKING,
        "api-security-component-oauth-token-url-changed", BREAKING,
    ),
    "remove a scope that can be asked for": (
        drop(*SCHEMES, "oauth", "flows", "clientCredentials", "scopes", "write"),
        "api-security-component-oauth-scope-removed", BREAKING,
        "api-security-component-oauth-scope-added", COMPATIBLE,
    ),
    "replace a flow": (
        rename(*SCHEMES, "oauth", "flows", "clientCredentials", to="password"),
        "api-security-component-oauth-flow-removed", BREAKING,
        "api-security-component-oauth-flow-removed", BREAKING,
    ),
    "move the API": (
        put("servers", 0, "url", to="https://api.shop.example/v2"),
        "api-server-url-changed", BREAKING,
        "api-server-url-changed", BREAKING,
    ),
    "remove a server": (
        drop("servers", 1),
        "api-server-removed", BREAKING,
        "api-server-added", COMPATIBLE,
    ),
    "put another server first": (
        change("servers", by=lambda servers: servers[::-1]),
        "api-server-default-changed", RISKY,
        "api-server-default-changed", RISKY,
    ),
    "remove a value of a server variable": (
        put("servers", 1, "variables", "region", "enum", to=["eu"]),
        "api-server-variable-enum-value-removed", BREAKING,
        "api-server-variable-enum-value-added", COMPATIBLE,
    ),
    "remove a webhook": (
        drop("webhooks", "paid"),
        "webhook-removed", BREAKING,
        "webhook-added", COMPATIBLE,
    ),
    "remove a callback": (
        drop(*CREATE, "callbacks"),
        "callback-removed", BREAKING,
        "callback-added", COMPATIBLE,
    ),
    "require nothing of what a webhook brings": (
        drop("webhooks", "paid", "post", "requestBody", "required"),
        "request-body-became-optional", BREAKING,
        "request-body-became-required", COMPATIBLE,
    ),
    "bring less by a webhook": (
        put("components", "schemas", "Paid", "required", to=[]),
        "response-property-became-optional", BREAKING,
        "response-property-became-required", COMPATIBLE,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", EDITS)
def test_each_edit_has_its_finding_and_so_has_its_reverse(name: str) -> None:
    edit, id, level, back_id, back_level = EDITS[name]

    there = {change.id: change.wire for change in compared(shop(), edited(edit))}
    back = {change.id: change.wire for change in compared(edited(edit), shop())}

    assert there.get(id) == level, there
    assert back.get(back_id) == back_level, back


@pytest.mark.parametrize("name", EDITS)
def test_no_edit_is_called_worse_than_it_is(name: str) -> None:
    edit, _, level, _, back_level = EDITS[name]

    assert max((c.wire.rank for c in compared(shop(), edited(edit))), default=0) == level.rank
    worst_back = max((c.wire.rank for c in compared(edited(edit), shop())), default=0)
    assert worst_back == back_level.rank


def _move_prefix(document: Document) -> None:
    document["servers"] = [{**server, "url": server["url"].removesuffix("/v1")} for server in document["servers"]]
    document["paths"] = {f"/v1{path}": item for path, item in document["paths"].items()}


def _state_security(document: Document) -> None:
    for item in document["paths"].values():
        for method, operation in item.items():
            if method != "parameters":
                operation.setdefault("security", document["security"])
    del document["security"]


def _rename_scheme(document: Document) -> None:
    schemes = document["components"]["securitySchemes"]
    schemes["account"] = schemes.pop("tenant")
    document["paths"]["/orders"]["post"]["security"] = [{"key": [], "account": []}]


def _lift_parameters(document: Document) -> None:
    item = document["paths"]["/orders"]
    for method in ("get", "post"):
        item[method].setdefault("parameters", []).extend(item["parameters"])
    del item["parameters"]


def _components(document: Document) -> None:
    components, item = document["components"], document["paths"]["/orders"]
    components["parameters"] = {"Limit": item["get"]["parameters"].pop(0)}
    item["get"]["parameters"].append({"$ref": "#/components/parameters/Limit"})
    components["responses"] = {"Error": item["get"]["responses"]["404"]}
    item["get"]["responses"]["404"] = {"$ref": "#/components/responses/Error"}
    components["requestBodies"] = {"Order": item["post"]["requestBody"]}
    item["post"]["requestBody"] = {"$ref": "#/components/requestBodies/Order"}
    components["headers"] = {"Total": item["get"]["responses"]["200"]["headers"].pop("X-Total")}
    item["get"]["responses"]["200"]["headers"]["x-total"] = {"$ref": "#/components/headers/Total"}


SPELLINGS: dict[str, Edit] = {
    "nothing": lambda document: None,
    "words": put("info", "description", to="A shop."),
    "the order of everything": lambda document: document.update(dict(reversed(list(document.items())))),
    "the order of parameters": change(*LIST, "parameters", by=lambda parameters: parameters[::-1]),
    "the order of media types": change(*OKAY, "content", by=lambda content: dict(reversed(list(content.items())))),
    "the order of ways in": change("security", by=lambda ways: ways[::-1]),
    "parameters of the path at its operations": _lift_parameters,
    "parts as components": _components,
    "capitals of a header": rename(*OKAY, "headers", "X-Total", to="x-total"),
    "capitals of a header parameter": put(*ORDERS, "parameters", 0, "name", to="Trace"),
    "a charset": rename(*OKAY, "content", "application/json", to="application/json; charset=utf-8"),
    "the usual style": put(*LIST, "parameters", 1, "style", to="form"),
    "the usual explode": put(*LIST, "parameters", 1, "explode", to=True),
    "explode of a single value": put(*LIST, "parameters", 0, "explode", to=False),
    "the base path in the paths": _move_prefix,
    "global security at the operations": _state_security,
    "an error by its range": rename(*LIST, "responses", "404", to="4XX"),
    "a parameter that says it is optional": put(*LIST, "parameters", 1, "required", to=False),
    "a slash behind the address": put("servers", 0, "url", to="https://api.shop.example/v1/"),
}


@pytest.mark.parametrize("name", SPELLINGS)
def test_what_is_only_spelt_otherwise_gives_no_finding(name: str) -> None:
    assert compared(shop(), edited(SPELLINGS[name])) == ()
    assert compared(edited(SPELLINGS[name]), shop()) == ()


def test_a_scheme_under_another_key_is_no_change_on_the_wire() -> None:
    found = compared(shop(), edited(_rename_scheme))

    assert [(change.id, change.level) for change in found] == [("api-security-component-renamed", COMPATIBLE)]


def test_a_single_value_may_become_a_list_where_both_are_written_alike() -> None:
    edit = put(*LIST, "parameters", 0, "schema", to={"type": "array", "items": {"type": "integer", "minimum": 1}})

    assert all(change.wire is not BREAKING for change in compared(shop(), edited(edit)))


def test_a_limit_that_is_no_number_is_refused_with_its_place() -> None:
    edit = put(*LIST, "parameters", 0, "schema", to={"type": "array", "items": {"type": "integer"}, "minItems": "two"})

    with pytest.raises(SpecError, match="stands where a number must be") as caught:
        compared(shop(), edited(edit))
    assert caught.value.pointer.endswith("/schema/minItems")


def test_one_cause_is_one_finding_however_many_operations_it_reaches() -> None:
    edit = drop("components", "schemas", "Error", "properties", "message")

    (change,) = compared(shop(), edited(edit))

    assert change.id == "response-optional-property-removed"
    assert change.operations == ("GET /orders", "POST /orders")


def test_a_component_of_requests_and_responses_has_one_finding_for_each() -> None:
    def share(document: Document) -> None:
        document["paths"]["/orders"]["post"]["requestBody"]["content"]["application/json"]["schema"] = {
            "$ref": "#/components/schemas/Order"
        }

    narrower = put("components", "schemas", "Order", "properties", "status", "enum", to=["open"])
    found = compared(edited(share), edited(share, narrower))

    assert {(change.id, change.wire) for change in found} == {
        ("request-property-enum-value-removed", BREAKING),
        ("response-property-enum-value-removed", COMPATIBLE),
    }
