"""A small document, and edits of it that Python notices, one at a time.

In: nothing.  Out: documents.
Never: emits anything, or says what must follow; the tests do.
"""

from __future__ import annotations

import copy
from typing import Any

from tests.changes.shop import Document, Edit, shop


def base() -> Document:
    """Give the shop with a second resource: values in the path, closed and open words, bodies without a name."""
    document = shop()
    document["tags"].append({"name": "Shelves"})
    document["paths"] |= copy.deepcopy(_PATHS)
    document["components"]["schemas"] |= copy.deepcopy(_SCHEMAS)
    return document


def edited(name: str) -> Document:
    """Give the document after the edit of that name."""
    document = base()
    EDITS[name](document)
    return document


def _ref(name: str) -> Document:
    return {"$ref": f"#/components/schemas/{name}"}


def _json(schema: Document) -> Document:
    return {"description": "d", "content": {"application/json": {"schema": schema}}}


def _in_path(name: str, schema: Document) -> Document:
    return {"name": name, "in": "path", "required": True, "schema": schema}


_PATHS: Document = {
    "/shelves/{shelf}/books/{book}": {
        "parameters": [_in_path("shelf", {"type": "string"}), _in_path("book", {"type": "integer"})],
        "get": {
            "operationId": "getBook",
            "tags": ["Shelves"],
            "parameters": [
                {"name": "sort", "in": "query", "schema": {"type": "string", "enum": ["title", "year"]}},
                {"name": "shade", "in": "query", "schema": _ref("Colour")},
                {"name": "code", "in": "query", "required": True, "schema": _ref("Code")},
            ],
            "responses": {"200": _json(_ref("Book")), "409": _json(_ref("Clash")), "410": {"description": "Gone."}},
        },
        "patch": {
            "operationId": "updateBook",
            "tags": ["Shelves"],
            "requestBody": _json(
                {
                    "type": "object",
                    "properties": {"title": {"type": "string"}, "colour": _ref("Colour")},
                }
            ),
            "responses": {
                "200": _json(
                    {
                        "type": "object",
                        "required": ["book"],
                        "properties": {"book": _ref("Book"), "at": {"type": "string", "format": "date-time"}},
                    }
                )
            },
        },
    },
    "/shelves/{shelf}/books": {
        "post": {
            "operationId": "addBook",
            "tags": ["Shelves"],
            "parameters": [_in_path("shelf", {"type": "string"})],
            "requestBody": {"required": True, **_json(_ref("NewBook"))},
            "responses": {"201": _json(_ref("Book"))},
        },
        "get": {
            "operationId": "listBooks",
            "tags": ["Shelves"],
            "parameters": [_in_path("shelf", {"type": "string"})],
            "responses": {"200": _json({"type": "array", "items": _ref("Book")})},
        },
    },
}

_SCHEMAS: Document = {
    "Colour": {"type": "string", "enum": ["red", "blue"]},
    "Code": {"type": "string", "maxLength": 8},
    "Author": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}},
    "Book": {
        "type": "object",
        "required": ["id", "title", "author", "pages", "weight"],
        "properties": {
            "id": {"type": "string"},
            "title": {"type": "string"},
            "author": _ref("Author"),
            "pages": {"type": "integer"},
            "weight": {"type": "number"},
            "subtitle": {"type": ["string", "null"]},
            "marks": {"type": "array", "items": {"type": "string"}},
            "binding": {"type": "string", "enum": ["hard", "soft"]},
            "owner": {"oneOf": [_ref("Person"), _ref("Library")]},
        },
    },
    "Person": {"type": "object", "required": ["person"], "properties": {"person": {"type": "string"}}},
    "Library": {"type": "object", "required": ["library"], "properties": {"library": {"type": "string"}}},
    "NewBook": {
        "type": "object",
        "required": ["title", "author"],
        "properties": {
            "title": {"type": "string"},
            "author": _ref("Author"),
            "pages": {"type": "integer"},
            "binding": {"type": "string", "enum": ["hard", "soft"]},
            "seen": {"type": "string", "format": "date-time"},
        },
    },
    "Clash": {"type": "object", "required": ["with"], "properties": {"with": {"type": "string"}}},
}


def _at(document: Document, *path: str | int) -> Any:
    found: Any = document
    for key in path:
        found = found[key]
    return found


def put(*path_and_value: Any) -> Edit:
    """Make an edit that puts the last argument at the path of the others."""
    *path, key, value = path_and_value

    def edit(document: Document) -> None:
        _at(document, *path)[key] = copy.deepcopy(value)

    return edit


def drop(*path: str | int) -> Edit:
    """Make an edit that takes away what stands at a path."""
    *above, key = path

    def edit(document: Document) -> None:
        del _at(document, *above)[key]

    return edit


def move(above: tuple[str | int, ...], old: str, new: str) -> Edit:
    """Make an edit that gives another key to what stands under a key, in its place."""

    def edit(document: Document) -> None:
        mapping = _at(document, *above)
        items = [(new if key == old else key, value) for key, value in mapping.items()]
        mapping.clear()
        mapping.update(items)

    return edit


def append(*path_and_value: Any) -> Edit:
    """Make an edit that adds the last argument to the list at the path of the others."""
    *path, value = path_and_value

    def edit(document: Document) -> None:
        _at(document, *path).append(copy.deepcopy(value))

    return edit


def each(*edits: Edit) -> Edit:
    """Make one edit of several."""

    def edit(document: Document) -> None:
        for one in edits:
            one(document)

    return edit


def refer(old: str, new: str) -> Edit:
    """Make an edit that calls a component schema otherwise, wherever it is meant."""

    def walk(node: Any) -> None:
        if isinstance(node, dict):
            if node.get("$ref") == f"#/components/schemas/{old}":
                node["$ref"] = f"#/components/schemas/{new}"
            for value in node.values():
                walk(value)
        elif isinstance(node, list):
            for value in node:
                walk(value)

    return each(move(("components", "schemas"), old, new), walk)


def tagged(old: str, new: str) -> Edit:
    """Make an edit that gives operations another tag."""

    def edit(document: Document) -> None:
        for item in document["paths"].values():
            for operation in item.values():
                if isinstance(operation, dict) and operation.get("tags") == [old]:
                    operation["tags"] = [new]
        for tag in document["tags"]:
            tag["name"] = new if tag["name"] == old else tag["name"]

    return edit


_S = ("components", "schemas")
_BOOK = "/shelves/{shelf}/books/{book}"
_GET = ("paths", _BOOK, "get")
_PATCH = ("paths", _BOOK, "patch")
_NEW = (*_S, "NewBook", "properties")
_OLD = (*_S, "Book", "properties")
_INLINE = ("requestBody", "content", "application/json", "schema")
_PARAMETERS = (*_GET, "parameters")


def _query(name: str, schema: Document, **rest: Any) -> Document:
    return {"name": name, "in": "query", "schema": schema, **rest}


EDITS: dict[str, Edit] = {
    # Arguments
    "argument added": append(*_PARAMETERS, _query("page", {"type": "integer"})),
    "required argument added": append(*_PARAMETERS, _query("page", {"type": "integer"}, required=True)),
    "argument removed": drop(*_PARAMETERS, 0),
    "argument became required": put(*_PARAMETERS, 0, "required", True),
    "argument became optional": put(*_PARAMETERS, 2, "required", False),
    "argument has another type": put(*_PARAMETERS, 0, "schema", {"type": "integer"}),
    "argument takes more": put(*_PARAMETERS, 0, "schema", {"type": "string"}),
    "argument takes less": put(*_PARAMETERS, 0, "schema", "enum", ["title"]),
    "argument renamed": put(*_PARAMETERS, 0, "name", "order"),
    "argument named otherwise in Python": put(*_PARAMETERS, 0, "x-handbill-name", "order_by"),
    "argument moved to a header": put(*_PARAMETERS, 0, "in", "header"),
    "default of an argument set": put(*_PARAMETERS, 0, "schema", "default", "year"),
    "order of arguments changed": lambda d: _at(d, *_PARAMETERS).reverse(),
    "component of an argument changed": put(*_S, "Code", "type", "integer"),
    # Paths
    "value of a path renamed": each(
        move(("paths",), _BOOK, "/shelves/{shelf}/books/{bookId}"),
        put("paths", "/shelves/{shelf}/books/{bookId}", "parameters", 1, "name", "bookId"),
    ),
    "parameters of a path in another order": lambda d: _at(d, "paths", _BOOK, "parameters").reverse(),
    "values of a path swapped": move(("paths",), _BOOK, "/books/{book}/shelves/{shelf}"),
    "value of a path has another type": put("paths", _BOOK, "parameters", 1, "schema", "type", "string"),
    "value of a path takes less": put("paths", _BOOK, "parameters", 0, "schema", "type", "integer"),
    "path moved": move(("paths",), _BOOK, "/v2/shelves/{shelf}/books/{book}"),
    "path has one value more": each(
        move(("paths",), "/shelves/{shelf}/books", "/rooms/{room}/shelves/{shelf}/books"),
        lambda d: _at(d, "paths", "/rooms/{room}/shelves/{shelf}/books", "post", "parameters").insert(
            0, _in_path("room", {"type": "string"})
        ),
        drop("paths", "/rooms/{room}/shelves/{shelf}/books", "get"),
    ),
    # Names
    "operationId renamed": put(*_GET, "operationId", "readBook"),
    "operationId removed": drop(*_GET, "operationId"),
    "operation removed": drop(*_PATCH),
    "operation added": put("paths", _BOOK, "put", {"operationId": "keepBook", "tags": ["Shelves"], "responses": {}}),
    "tag renamed": tagged("Shelves", "Racks"),
    "tag of one operation changed": put(*_GET, "tags", ["Books"]),
    "tag and all its operations removed": each(drop("paths", _BOOK), drop("paths", "/shelves/{shelf}/books")),
    "title of the API changed": put("info", "title", "Store"),
    # Bodies
    "property of a body added": put(*_NEW, "series", {"type": "string"}),
    "property of a body removed": drop(*_NEW, "pages"),
    "property of a body became required": append(*_S, "NewBook", "required", "pages"),
    "property of a body became optional": put(*_S, "NewBook", "required", ["title"]),
    "required property of a body added": each(
        put(*_NEW, "series", {"type": "string"}), append(*_S, "NewBook", "required", "series")
    ),
    "first required property of a body": put(*_PATCH, *_INLINE, "required", ["title"]),
    "property of a body has another type": put(*_NEW, "pages", {"type": "string"}),
    "property of a body may be null": put(*_NEW, "pages", {"type": ["integer", "null"]}),
    "word of a body removed": put(*_NEW, "binding", "enum", ["hard"]),
    "word of a body added": append(*_NEW, "binding", "enum", "loose"),
    "property of a body renamed": move(_NEW, "pages", "sheets"),
    "body removed": drop(*_PATCH, "requestBody"),
    "body became required": put(*_PATCH, "requestBody", "required", True),
    "body of a form has another type": put(
        "paths",
        "/orders",
        "post",
        "requestBody",
        "content",
        "multipart/form-data",
        "schema",
        {"type": "object", "properties": {"file": {"type": "integer"}}},
    ),
    "media type removed": drop("paths", "/orders", "post", "requestBody", "content", "multipart/form-data"),
    # Answers
    "property of an answer added": put(*_OLD, "series", {"type": "string"}),
    "property of an answer removed": drop(*_OLD, "pages"),
    "property of an answer became optional": lambda d: _at(d, *_S, "Book", "required").remove("pages"),
    "property of an answer became required": append(*_S, "Book", "required", "subtitle"),
    "property of an answer has another type": put(*_OLD, "pages", {"type": "string"}),
    "property of an answer is any number": put(*_OLD, "pages", {"type": "number"}),
    "property of an answer is a whole number": put(*_OLD, "weight", {"type": "integer"}),
    "property of an answer may be null": put(*_OLD, "title", {"type": ["string", "null"]}),
    "property of an answer is never null": put(*_OLD, "subtitle", {"type": "string"}),
    "property of an answer may be anything": put(*_OLD, "title", {}),
    "word of an answer added": append(*_OLD, "binding", "enum", "loose"),
    "word of an answer removed": put(*_OLD, "binding", "enum", ["hard"]),
    "alternative of an answer added": append(*_OLD, "owner", "oneOf", _ref("Author")),
    "alternative of an answer removed": drop(*_OLD, "owner", "oneOf", 1),
    "items of an answer have another type": put(*_OLD, "marks", "items", {"type": "integer"}),
    "items of an answer take less": put(*_OLD, "marks", "items", {"type": "string", "format": "date"}),
    "answer is another component": put(*_GET, "responses", "200", _json(_ref("Clash"))),
    "answer may be empty": put(*_PATCH, "responses", "204", {"description": "d"}),
    "answer removed": put(*_GET, "responses", "200", {"description": "d"}),
    "answer is a list no more": put("paths", "/shelves/{shelf}/books", "get", "responses", "200", _json(_ref("Book"))),
    # Components
    "component renamed": refer("Book", "Volume"),
    "component renamed and changed": each(refer("Book", "Volume"), drop(*_S, "Volume", "properties", "pages")),
    "component of words renamed": refer("Colour", "Shade"),
    "component of words takes less": put(*_S, "Colour", "enum", ["red"]),
    "component of words takes more": append(*_S, "Colour", "enum", "green"),
    "component added": put(*_S, "Extra", {"type": "object", "properties": {"a": {"type": "string"}}}),
    "component removed": each(drop(*_OLD, "owner"), drop(*_S, "Library")),
    "component that both sides use changed": put(*_S, "Author", "properties", "name", {"type": "integer"}),
    "component that both sides use asks for more": each(
        put(*_S, "Author", "properties", "born", {"type": "integer"}), append(*_S, "Author", "required", "born")
    ),
    "component became an alias": put(*_S, "Author", {"type": "string"}),
    "inline object got a title": put(*_PATCH, *_INLINE, "title", "Revision"),
    "inline object became a component": each(
        lambda d: put(*_S, "Revision", _at(d, *_PATCH, *_INLINE))(d), put(*_PATCH, *_INLINE, _ref("Revision"))
    ),
    # Errors
    "status removed": drop(*_GET, "responses", "410"),
    "status with a body removed": drop(*_GET, "responses", "409"),
    "status added": put(*_GET, "responses", "418", {"description": "d"}),
    "body of an error changed": put(*_GET, "responses", "409", _json(_ref("Error"))),
    "body of an error removed": put(*_GET, "responses", "409", {"description": "d"}),
    # Client
    "security scheme renamed": each(
        move(("components", "securitySchemes"), "tenant", "client"),
        put("paths", "/orders", "post", "security", [{"key": [], "client": []}]),
    ),
    "security scheme removed": put("paths", "/orders", "post", "security", [{"key": []}]),
    "oauth removed": put("security", [{"key": []}]),
    "server changed": put("servers", 0, "url", "https://api.shop.example/v2"),
    "servers swapped": lambda d: d["servers"].reverse(),
    "server removed": drop("servers", 1),
    "all servers removed": drop("servers"),
    "webhook removed": drop("webhooks"),
    "webhook added": put("webhooks", "sold", {"post": {"requestBody": _json(_ref("Book")), "responses": {}}}),
    # What Python does not notice
    "description changed": put(*_GET, "description", "Give a book."),
    "limit of a text of an answer": put(*_OLD, "title", "maxLength", 3),
    "path in other words": put(*_GET, "summary", "A book"),
}
