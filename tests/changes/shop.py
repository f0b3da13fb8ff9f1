"""A small document that tests edit, and the comparison of it with what they made of it."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from handbill_generator.bundle import bundle
from handbill_generator.changes import Change, LifecycleRules, compare_contracts
from handbill_generator.contract import Contract, read_contract
from handbill_generator.load import load_bytes

Document = dict[str, Any]
Edit = Callable[[Document], None]

TODAY = date(2026, 11, 27)


def shop() -> Document:
    """Give a document that has one of everything: a parameter in each place, bodies, headers, security, a webhook."""
    return copy.deepcopy(_SHOP)


def contract(document: Mapping[str, Any]) -> Contract:
    """Read *document*."""
    content = json.dumps(document).encode()
    return read_contract(bundle(load_bytes(content, path=Path("/nowhere/shop.json"), name="shop.json")))


def compared(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[Change, ...]:
    """Compare two documents on the wire."""
    return compare_contracts(contract(old), contract(new), name="shop.json", rules=LifecycleRules(today=TODAY, days={}))


def edited(*edits: Edit) -> Document:
    """Give the shop after *edits*."""
    document = shop()
    for edit in edits:
        edit(document)
    return document


_ERROR = {"description": "Error.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}}}

_SHOP: Document = {
    "openapi": "3.1.0",
    "info": {"title": "Shop", "version": "1.0.0"},
    "servers": [
        {"url": "https://api.shop.example/v1"},
        {"url": "https://{region}.shop.example/v1", "variables": {"region": {"default": "eu", "enum": ["eu", "us"]}}},
    ],
    "tags": [{"name": "Orders"}],
    "security": [{"key": []}, {"oauth": ["read"]}],
    "paths": {
        "/orders": {
            "parameters": [{"name": "trace", "in": "header", "schema": {"type": "string"}}],
            "get": {
                "operationId": "listOrders",
                "tags": ["Orders"],
                "parameters": [
                    {"name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 1, "default": 20}},
                    {"name": "ids", "in": "query", "schema": {"type": "array", "items": {"type": "string"}}},
                    {"name": "session", "in": "cookie", "schema": {"type": "string"}},
                ],
                "responses": {
                    "200": {
                        "description": "The orders.",
                        "headers": {
                            "X-Total": {"required": True, "schema": {"type": "integer"}},
                            "X-Page": {"schema": {"type": "integer"}},
                        },
                        "content": {
                            "application/json": {
                                "schema": {"type": "array", "items": {"$ref": "#/components/schemas/Order"}}
                            },
                            "text/csv": {"schema": {"type": "string"}},
                        },
                    },
                    "404": _ERROR,
                    "default": _ERROR,
                },
            },
            "post": {
                "operationId": "createOrder",
                "tags": ["Orders"],
                "security": [{"key": [], "tenant": []}],
                "requestBody": {
                    "required": True,
                    "content": {
                        "application/json": {"schema": {"$ref": "#/components/schemas/NewOrder"}},
                        "multipart/form-data": {
                            "schema": {"type": "object", "properties": {"file": {"type": "string"}}},
                            "encoding": {"file": {"contentType": "text/csv"}},
                        },
                    },
                },
                "responses": {
                    "201": {
                        "description": "The order.",
                        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Order"}}},
                    },
                    "4XX": _ERROR,
                },
                "callbacks": {
                    "shipped": {
                        "{$request.body#/callback}": {
                            "post": {
                                "requestBody": {
                                    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Order"}}}
                                },
                                "responses": {"204": {"description": "Thanks."}},
                            }
                        }
                    }
                },
            },
        },
        "/orders/{orderId}": {
            "parameters": [{"name": "orderId", "in": "path", "required": True, "schema": {"type": "string"}}],
            "get": {
                "operationId": "getOrder",
                "tags": ["Orders"],
                "responses": {
                    "200": {
                        "description": "The order.",
                        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Order"}}},
                    }
                },
            },
            "delete": {
                "operationId": "deleteOrder",
                "tags": ["Orders"],
                "deprecated": True,
                "x-sunset": "2026-01-01",
                "responses": {"204": {"description": "Gone."}},
            },
        },
    },
    "webhooks": {
        "paid": {
            "post": {
                "requestBody": {
                    "required": True,
                    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Paid"}}},
                },
                "responses": {"200": {"description": "Thanks."}},
            }
        }
    },
    "components": {
        "schemas": {
            "NewOrder": {
                "type": "object",
                "required": ["item"],
                "properties": {
                    "item": {"type": "string", "minLength": 1},
                    "count": {"type": "integer", "default": 1},
                    "callback": {"type": "string"},
                },
            },
            "Order": {
                "type": "object",
                "required": ["id", "status"],
                "properties": {
                    "id": {"type": "string"},
                    "status": {"type": "string", "enum": ["open", "paid"]},
                    "note": {"type": "string"},
                },
            },
            "Paid": {
                "type": "object",
                "required": ["order"],
                "properties": {"order": {"type": "string"}, "amount": {"type": "number"}},
            },
            "Error": {"type": "object", "properties": {"message": {"type": "string"}}},
        },
        "securitySchemes": {
            "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
            "tenant": {"type": "apiKey", "in": "header", "name": "X-Tenant"},
            "oauth": {
                "type": "oauth2",
                "flows": {
                    "clientCredentials": {
                        "tokenUrl": "https://shop.example/token",
                        "scopes": {"read": "Read.", "write": "Write."},
                    }
                },
            },
        },
    },
}
