"""A contract with every kind of credential, several servers, and operations that have servers of their own.

In: nothing.  Out: a document.
Never: a scheme that no operation uses.
"""

from __future__ import annotations

from typing import Any

from ..generator.documents import JSON, body, call, document, ref

SCHEMES: dict[str, JSON] = {
    "login": {
        "type": "oauth2",
        "flows": {
            "clientCredentials": {"tokenUrl": "/oauth/token?realm=shop", "scopes": {"read": "Read.", "write": "Write."}}
        },
    },
    "remote": {
        "type": "oauth2",
        "flows": {"clientCredentials": {"tokenUrl": "https://login.shop.test/token/", "scopes": {}}},
    },
    "visitor": {"type": "oauth2", "flows": {"implicit": {"authorizationUrl": "https://shop.test", "scopes": {}}}},
    "bearer": {"type": "http", "scheme": "bearer"},
    "pair": {"type": "http", "scheme": "basic"},
    "openId": {"type": "openIdConnect", "openIdConnectUrl": "https://shop.test/.well-known/openid-configuration"},
    "headerKey": {"type": "apiKey", "in": "header", "name": "X-Shop-Key"},
    "queryKey": {"type": "apiKey", "in": "query", "name": "shop key"},
    "cookieKey": {"type": "apiKey", "in": "cookie", "name": "session"},
}
SECURITY: dict[str, list[JSON]] = {
    **{f"with{key[0].upper()}{key[1:]}": [{key: []}] for key in SCHEMES},
    "withBoth": [{"login": ["read"], "headerKey": []}],
    "withEither": [{"login": ["read"]}, {"headerKey": []}],
    "withNone": [],
    "withOptional": [{}, {"headerKey": []}],
}


def _paths() -> JSON:
    gives = {"type": "object", "properties": {"name": {"type": "string"}}}
    paths: JSON = {
        f"/{name}": {"get": call(operationId=name, tags=["Things"], gives=gives, security=security)}
        for name, security in SECURITY.items()
    }
    created = call(operationId="createThing", tags=["Things"], takes=ref("Thing"), gives=ref("Thing"))
    created["responses"] = {"201": body(ref("Thing")), "409": body(ref("Problem")), "4XX": {"description": "d"}}
    paths["/things"] = {"post": created | {"security": SECURITY["withLogin"]}}
    return paths


THING = {"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}, "price": {"type": "integer"}}}
PROBLEM = {"type": "object", "required": ["message"], "properties": {"message": {"type": "string"}}}


def shop(**rest: Any) -> JSON:
    """Give the document; *rest* are further keys at its top."""
    return document(
        info={"title": "T", "version": "1"},
        paths=_paths(),
        schemas={"Thing": THING, "Problem": PROBLEM},
        components={"securitySchemes": SCHEMES},
        **rest,
    )
