"""A document with a word at every place where OpenAPI has room for one.

In: a function from the name of a place to the word that stands there.  Out: an OpenAPI 3.1 document.
Never: decides which words are hostile; that is for the tests.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

JSON = dict[str, Any]
Give = Callable[[str], str]

PLACES: tuple[str, ...]
"""The name of every place, in the order of the document."""


def everywhere(give: Give) -> JSON:
    """Give the document; each place asks *give* under a name of its own, as often as it is named again."""
    tag, scheme, thing = give("tag"), give("security scheme"), _at("schemas", give("schema"))
    return {
        "openapi": "3.1.0",
        "info": _info(give),
        "servers": _servers(give),
        "externalDocs": {"url": give("external address"), "description": give("external description")},
        "tags": [
            {
                "name": tag,
                "description": give("tag description"),
                "x-handbill-name": give("tag name"),
                "externalDocs": {"url": give("tag address"), "description": give("tag external description")},
            },
            {"name": give("unused tag"), "description": "d"},
        ],
        "x-handbill-error-message": [f"/{give('error pointer')}"],
        give("extension"): {give("extension key"): give("extension value")},
        "security": [{scheme: []}],
        "paths": {
            f"/a/{give('path')}/{{{give('path parameter')}}}": _item(give, tag, scheme, thing),
            f"/b{give('path end')}": {"get": {"responses": {"200": _answer(give, thing)}}},
            "/pages": {"get": _pages(give, thing)},
            "/form": {"post": _form(give)},
            "/plain": {"post": _plain(give)},
        },
        "webhooks": {give("webhook"): {"post": _webhook(give, thing)}},
        "components": {
            "schemas": _schemas(give, thing),
            "securitySchemes": _schemes(give, scheme),
            "parameters": {give("parameter component"): _query(give, "component parameter")},
            "responses": {give("response component"): {"description": give("response component description")}},
            "examples": {give("example component"): {"summary": give("example summary"), "value": give("example")}},
            "links": {give("link component"): {"operationId": give("link operation"), "description": "d"}},
            "headers": {give("header component"): {"schema": {}, "description": give("header description")}},
            "pathItems": {give("path item component"): {"get": {"responses": {"200": {"description": "d"}}}}},
        },
    }


def named(words: Mapping[str, str]) -> Give:
    """Give *words* at their places, and elsewhere the place's own name."""
    return lambda place: words.get(place, place.replace(" ", "-"))


def _info(give: Give) -> JSON:
    return {
        "title": give("title"),
        "version": give("version"),
        "summary": give("info summary"),
        "description": give("info description"),
        "termsOfService": give("terms"),
        "contact": {"name": give("contact"), "url": give("contact address"), "email": give("mail")},
        "license": {"name": give("license"), "identifier": give("license identifier"), "url": give("license address")},
        "x-handbill-name": give("package name"),
    }


def _servers(give: Give) -> list[JSON]:
    variable = give("server variable")
    return [
        {"url": f"https://{give('host')}/{give('base path')}", "description": give("server description")},
        {
            "url": f"https://{{{variable}}}.test",
            "description": give("other server description"),
            "variables": {
                variable: {
                    "default": give("server default"),
                    "enum": [give("server default"), give("server value")],
                    "description": give("variable description"),
                }
            },
        },
        {"url": give("whole address")},
    ]


def _item(give: Give, tag: str, scheme: str, thing: JSON) -> JSON:
    operation = {
        "operationId": give("operation"),
        "x-handbill-name": give("method name"),
        "tags": [tag],
        "summary": give("summary"),
        "description": give("description"),
        "externalDocs": {"url": give("operation address"), "description": "d"},
        "deprecated": True,
        "security": [{scheme: [give("scope")]}],
        "servers": [{"url": f"https://{give('operation host')}"}],
        "parameters": [
            _query(give, "query"),
            {"name": give("header"), "in": "header", "schema": {"type": "string"}, "description": give("header text")},
            {"name": give("cookie"), "in": "cookie", "schema": {"type": "string", "default": give("cookie default")}},
            {"name": give("content parameter"), "in": "query", "content": {"application/json": {"schema": thing}}},
        ],
        "requestBody": {
            "description": give("body description"),
            "required": True,
            "content": {
                "application/json": {"schema": thing, "examples": {give("body example"): {"value": give("value")}}},
                give("media type"): {"schema": {"type": "string"}},
            },
        },
        "responses": {
            "200": {**_answer(give, thing), "links": {give("link"): {"operationRef": give("link address")}}},
            "404": {"description": give("error description"), "content": {"application/json": {"schema": thing}}},
            "default": {"description": "d", "content": {give("error media type"): {"schema": thing}}},
        },
        "callbacks": {give("callback"): {give("callback address"): {"post": _webhook(give, thing)}}},
    }
    return {"summary": give("item summary"), "description": give("item description"), "put": operation}


def _query(give: Give, place: str) -> JSON:
    return {
        "name": give(place),
        "in": "query",
        "description": give(f"{place} description"),
        "x-handbill-name": give(f"{place} name"),
        "example": give(f"{place} example"),
        "schema": {"type": "string", "enum": [give(f"{place} value"), "other"], "default": give(f"{place} value")},
    }


def _answer(give: Give, thing: JSON) -> JSON:
    return {
        "description": give("answer description"),
        "headers": {give("answer header"): {"schema": {"type": "string"}, "description": give("answer header text")}},
        "content": {"application/json": {"schema": thing}, give("answer media type"): {"schema": {"type": "string"}}},
    }


def _pages(give: Give, thing: JSON) -> JSON:
    items, following = give("items pointer"), give("next pointer")
    page = {
        "type": "object",
        "required": [items],
        "properties": {items: {"type": "array", "items": thing}, following: {}},
    }
    page["properties"][following] = {"type": "string"}
    return {
        "operationId": "pages",
        "parameters": [{"name": give("cursor"), "in": "query", "schema": {"type": "string"}}],
        "x-handbill-pagination": {
            "items": _pointer(items),
            "cursor": {"parameter": give("cursor"), "next": _pointer(following)},
        },
        "responses": {"200": {"description": "d", "content": {"application/json": {"schema": page}}}},
    }


def _form(give: Give) -> JSON:
    part = give("part")
    schema = {
        "type": "object",
        "required": [part],
        "properties": {part: {"type": "string", "format": "binary"}, give("other part"): {"type": "string"}},
    }
    encoding = {part: {"contentType": give("part type"), "headers": {give("part header"): {"schema": {}}}}}
    content = {"multipart/form-data": {"schema": schema, "encoding": encoding}}
    return {"operationId": "form", "requestBody": {"content": content}, "responses": {"204": {"description": "d"}}}


def _plain(give: Give) -> JSON:
    content = {give("only media type"): {"schema": {"type": "string"}}}
    events = {"text/event-stream": {"itemSchema": {"type": "object", "properties": {give("event member"): {}}}}}
    return {"requestBody": {"content": content}, "responses": {"200": {"description": "d", "content": events}}}


def _webhook(give: Give, thing: JSON) -> JSON:
    return {
        "operationId": give("webhook operation"),
        "summary": give("webhook summary"),
        "description": give("webhook description"),
        "requestBody": {"content": {"application/json": {"schema": thing}}},
        "responses": {"200": {"description": "d"}},
    }


def _schemas(give: Give, thing: JSON) -> JSON:
    wire, kind, other = give("property"), give("discriminator"), give("other schema")
    return {
        give("schema"): {
            "type": "object",
            "title": give("schema title"),
            "description": give("schema description"),
            "$comment": give("comment"),
            "x-handbill-name": give("schema name"),
            "externalDocs": {"url": give("schema address"), "description": "d"},
            "xml": {"name": give("xml name"), "namespace": give("xml namespace"), "prefix": give("xml prefix")},
            "required": [wire, give("required")],
            "properties": {
                wire: {
                    "type": "string",
                    "title": give("property title"),
                    "description": give("property description"),
                    "default": give("default"),
                    "example": give("property example"),
                    "examples": [give("property example")],
                    "format": give("format"),
                    "contentMediaType": give("content type"),
                    "contentEncoding": give("content encoding"),
                    "x-enum-varnames": [give("vendor name")],
                    "x-enumDescriptions": {give("vendor key"): give("vendor text")},
                    "x-python-type": give("vendor type"),
                    "x-python-import": {"module": give("vendor module"), "name": give("vendor import")},
                    "customTypePath": give("vendor path"),
                },
                give("named property"): {"type": "integer", "x-handbill-name": give("property name")},
                "pattern": {"type": "string", "pattern": give("pattern")},
                "kind": {"enum": [give("enum value"), give("second value")], "description": give("enum description")},
                "fixed": {"const": give("const")},
                "words": {"type": "array", "items": {"enum": [give("item value")]}, "default": [give("item default")]},
                "map": {"type": "object", "additionalProperties": {"type": "object", "title": give("map title")}},
                "inner": {"type": "object", "title": give("inner title"), "properties": {give("inner"): {}}},
                "self": thing,
                "typed": {"type": give("type")},
                "patterned": {"type": "object", "patternProperties": {give("name pattern"): {"type": "string"}}},
                "condition": _condition(give),
            },
        },
        other: {
            "oneOf": [_at("schemas", give("first")), _at("schemas", give("second"))],
            "discriminator": {"propertyName": kind, "mapping": {give("mapping"): give("first")}},
        },
        give("first"): {"type": "object", "required": [kind], "properties": {kind: {"const": give("mapping")}}},
        give("second"): {"type": "object", "required": [kind], "properties": {kind: {"const": give("kind")}}},
        give("alias"): {"type": "array", "items": _at("schemas", other)},
        give("anchored"): {"$id": give("id"), "$anchor": give("anchor"), "$defs": {give("definition"): {}}},
    }


def _condition(give: Give) -> JSON:
    name = give("condition property")
    return {
        "type": "object",
        "properties": {name: {"type": "string"}, "then": {"type": "string"}},
        "if": {"properties": {name: {"const": give("condition value")}}, "required": [name]},
        "then": {"required": ["then"]},
        "dependentRequired": {name: [give("dependent")]},
    }


def _schemes(give: Give, scheme: str) -> JSON:
    flows = {
        "clientCredentials": {
            "tokenUrl": f"https://{give('token address')}",
            "scopes": {give("scope"): give("scope text")},
        }
    }
    return {
        scheme: {"type": "apiKey", "in": "header", "name": give("key"), "description": give("scheme description")},
        give("oauth scheme"): {"type": "oauth2", "flows": flows},
        give("open scheme"): {"type": "openIdConnect", "openIdConnectUrl": give("open address")},
        give("http scheme"): {"type": "http", "scheme": give("http word"), "bearerFormat": give("bearer format")},
    }


def _at(section: str, name: str) -> JSON:
    return {"$ref": f"#/components/{section}{_pointer(name)}".replace("%", "%25")}


def _pointer(name: str) -> str:
    return "/" + name.replace("~", "~0").replace("/", "~1")


def _places() -> tuple[str, ...]:
    names: dict[str, None] = {}

    def give(place: str) -> str:
        names[place] = None
        return place

    everywhere(give)
    return tuple(names)


PLACES = _places()
