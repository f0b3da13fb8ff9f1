"""A provider that exists only here: a shop that sells things, small enough to see all of it.

In: nothing.  Out: its contract in a file, and how it behaves.
Never: plays any of the four.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from handbill_generator.sandbox import Role
from handbill_generator.sandbox.contracts import read_service
from handbill_generator.sandbox.model import Allowance, Answer, Asked, Limit, Problem, Provider, ShownCampaign, World
from handbill_generator.sandbox.roles import playing

KEY = "the-shop-key"
PROJECT = "the-shop-project"
_STATUSES = {
    "invalid": 400,
    "unauthorized": 401,
    "forbidden": 403,
    "not_found": 404,
    "conflict": 409,
    "no_route": 404,
    "no_method": 405,
    "too_many": 429,
    "failed": 500,
    "down": 503,
}


def document(**more: Any) -> dict[str, Any]:
    """Give the contract; *more* are further paths, `_` standing for a slash."""
    paths = {
        "/things": {
            "get": _call("listThings", {"$ref": "#/components/schemas/Things"}, example={"data": []}),
            "post": _call("createThing", {"$ref": "#/components/schemas/Thing"}, takes="#/components/schemas/ThingNew"),
        },
        "/things/{id}": {
            "get": _call("getThing", {"$ref": "#/components/schemas/Thing"}),
            "patch": _call(
                "updateThing", {"$ref": "#/components/schemas/Thing"}, takes="#/components/schemas/ThingNew"
            ),
        },
        "/things/newest": {"get": _call("newestThing", {"$ref": "#/components/schemas/Thing"})},
        "/public": {"get": _call("readPublic", {"type": "object"}) | {"security": []}},
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": "Shop", "version": "1"},
        "security": [{"key": []}, {"key": [], "project": []}],
        "paths": paths | {f"/{name.strip('/')}": item for name, item in more.items()},
        "components": {
            "securitySchemes": {
                "key": {"type": "http", "scheme": "bearer"},
                "project": {"type": "apiKey", "in": "header", "name": "X-Project"},
            },
            "schemas": _SCHEMAS,
        },
    }


_SCHEMAS: dict[str, Any] = {
    "ThingNew": {
        "type": "object",
        "additionalProperties": False,
        "required": ["name"],
        "properties": {
            "id": {"type": "string", "readOnly": True},
            "name": {"type": "string", "maxLength": 80},
            "at": {"type": "string", "format": "date-time"},
            "mail": {"type": "string", "format": "email"},
            "day": {"type": "string", "format": "date"},
            "site": {"type": "string", "format": "uri"},
            "code": {"type": "string", "pattern": "^(a+)+$"},
            "parts": {"type": "array", "items": {"$ref": "#/components/schemas/ThingNew"}},
        },
    },
    "Thing": {
        "type": "object",
        "required": ["id", "name"],
        "properties": {"id": {"type": "string"}, "name": {"type": "string"}, "status": {"type": "string"}},
    },
    "Things": {
        "type": "object",
        "required": ["data"],
        "properties": {
            "data": {"type": "array", "items": {"$ref": "#/components/schemas/Thing"}},
            "next": {"type": ["string", "null"]},
        },
    },
    "Error": {
        "type": "object",
        "required": ["message"],
        "properties": {"message": {"type": "string"}, "fields": {"type": "object"}},
    },
}


def _call(name: str, gives: Mapping[str, Any], *, takes: str = "", example: Any = None) -> dict[str, Any]:
    media = {"schema": gives} | ({} if example is None else {"examples": {"one": {"value": example}}})
    error = {"description": "Wrong.", "content": _json({"schema": {"$ref": "#/components/schemas/Error"}})}
    body = {"requestBody": {"required": True, "content": _json({"schema": {"$ref": takes}})}} if takes else {}
    return {
        "operationId": name,
        "responses": {"200": {"description": "Well.", "content": _json(media)}, "default": error},
        **body,
    }


def _json(media: Mapping[str, Any]) -> dict[str, Any]:
    return {"application/json": media}


def listing(*parameters: Mapping[str, Any]) -> dict[str, Any]:
    """Give a path item whose GET, which needs no credential, takes *parameters*."""
    return {"get": _call("search", {"type": "object"}) | {"security": [], "parameters": list(parameters)}}


def role(folder: Path, contract: Mapping[str, Any] | None = None, **changes: Any) -> Role:
    """Give the role of the shop, its contract in *folder*; *changes* replace parts of its provider."""
    path = folder / "shop.json"
    path.write_text(json.dumps(contract or document()), encoding="utf-8")
    provider = replace(_PROVIDER, **changes)
    service = read_service(path)
    return Role(provider=provider, player=lambda: playing(provider, service))


def _list(asked: Asked, world: World) -> Answer:
    return Answer(body={"data": world.collection("things").all()})


def _create(asked: Asked, world: World) -> Answer:
    thing = {"id": world.new_id("abcdefgh", 8), "status": "Draft", **asked.body, "made": world.now()}
    world.collection("things").put(thing["id"], thing)
    return Answer(body=thing)


def _get(asked: Asked, world: World) -> Answer:
    return Answer(body=_thing(world, asked.path["id"]))


def _update(asked: Asked, world: World) -> Answer:
    thing = {**_thing(world, asked.path["id"]), **asked.body}
    world.collection("things").put(thing["id"], thing)
    if thing["name"] == "unlucky":
        raise Problem("conflict", "this name brings bad luck")
    if thing["name"] == "breaking":
        raise LookupError("the shop fell over")
    return Answer(body={"id": 7} if thing["name"] == "false" else thing)


def _thing(world: World, id: str) -> Any:
    found = world.collection("things").get(id)
    if found is None:
        raise Problem("not_found", f"there is no thing {id}")
    return found


def _problem(problem: Problem) -> Answer:
    headers = {"retry-after": f"{problem.retry_after:g}"} if problem.retry_after else {}
    body = {"message": problem.message, "kind": problem.kind, "fields": dict(problem.fields)}
    return Answer(status=_STATUSES[problem.kind], body=body, headers=headers)


def _limit_headers(allowance: Allowance) -> dict[str, str]:
    return {"x-ratelimit-limit": str(allowance.limit.requests), "x-ratelimit-remaining": str(allowance.remaining)}


def _campaigns(world: World) -> list[ShownCampaign]:
    return [
        ShownCampaign(id=each["id"], name=each["name"], status=each["status"], updated_at=each["made"])
        for each in world.collection("things").all()
    ]


def _move(world: World, id: str, status: str) -> None:
    world.collection("things").put(id, {**_thing(world, id), "status": status})


def _seed(world: World) -> None:
    world.collection("shelves").put("one", {"id": world.new_id("abcdefgh", 8)})


_PROVIDER = Provider(
    name="shop",
    credentials={"key": KEY, "project": PROJECT},
    handlers={"listThings": _list, "createThing": _create, "getThing": _get, "updateThing": _update},
    problem=_problem,
    limits=(Limit(requests=3, seconds=10), Limit(requests=2, seconds=60, operations=frozenset({"createThing"}))),
    limit_headers=_limit_headers,
    seed=_seed,
    campaigns=_campaigns,
    move=_move,
)
