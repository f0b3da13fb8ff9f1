"""A document in which everything is called as badly as it can be.

In: nothing.  Out: the document, in which every word list below stands in every place that takes a name.
Never: holds anything from another project's tests.
"""

from __future__ import annotations

from typing import Any

from .documents import JSON, body, document, query, ref

WORDS = (
    "self cls body async async_ fetch client with_options raw list dict str int float bool bytes set type id "
    "object MISSING None True class def import schema json copy construct model_config model_dump model_fields "
    "model_fields_set validate __init__ __class__ __dict__ _private __ _ Client Model Field Literal Any "
    "Annotated Mapping Union Optional Sequence BaseModel TypeAlias TYPE_CHECKING DateTime datetime date time "
    "builtins overload cast property deprecated warnings errors models resources testing APIError Operation "
    "Arguments Pages Paging Self UUID Decimal Enum"
).split()
LETTERS = [
    "名前",
    "الاسم",
    "имя",
    "größe",
    "ﬁle",
    "file",
    "FILE",
    "İd",
    "ıd",
    "ß",
    "ss",
    "Ⅳ",
    "é",
    "e\u0301",
    "x\u200dy",
]
MARKS = [
    "+1",
    "-1",
    "+",
    "-",
    "1",
    "01",
    "2fa",
    "😀",
    "🎉🎉",
    " ",
    "",
    ".",
    "a.b",
    "a-b",
    "a_b",
    "a b",
    "aB",
    'a"b',
    "a'b",
    "$ref",
]
LONG = ["x" * 300, "y_" * 150, "many words of one name " * 12]
NAMES = [*WORDS, *LETTERS, *MARKS, *LONG]

STRING: JSON = {"type": "string"}


def nasty_document() -> JSON:
    """Give the document: its schemas, properties, tags, operations, parameters and enum values are called NAMES."""
    keys = [name for name in NAMES if name]
    schemas: JSON = {
        key: {"type": "object", "properties": {"a": STRING, "other": ref(_escaped("Any"))}} for key in keys
    }
    schemas["everything"] = {
        "type": "object",
        "properties": dict.fromkeys(NAMES, STRING),
        "required": NAMES[::7],
    }
    schemas["inline"] = {
        "type": "object",
        "properties": {name: {"type": "object", "properties": {name: STRING, "z": STRING}} for name in NAMES},
    }
    schemas["words"] = {"enum": NAMES}
    schemas["choice"] = {
        "oneOf": [{"type": "object", "properties": {name: STRING, "of": {"const": name}}} for name in NAMES[:40]]
    }
    paths: JSON = {}
    for number, name in enumerate(NAMES):
        key = name or "everything"
        paths[f"/{number}"] = {
            "get": _operation(name, [name], body(ref(_escaped(key)))),
            "post": _operation(f"{name} ", [name, "Pets"], body({"type": "array", "items": ref("words")})),
        }
    paths["/call/{" + "/".join(["id}", "{ID}", "{i-d}"])] = {
        "put": {
            **_operation("put_all", [], body(ref("choice"))),
            "requestBody": {**body(ref("everything")), "required": True},
            "parameters": [
                *({"name": name, "in": "path", "required": True, "schema": STRING} for name in ("id", "ID", "i-d")),
                *(query(name) for name in NAMES if name),
                *({"name": name, "in": "header", "schema": STRING} for name in ("self", "X-Self", "x_self")),
            ],
        }
    }
    for name in ("Client", "Pets", "errors"):
        paths[f"/{name}/x"] = {"get": {"responses": {"200": body(ref("inline"))}}}
    return document(
        paths=paths,
        schemas=schemas,
        tags=[{"name": name} for name in NAMES],
        components={"securitySchemes": {"api_key": _scheme("a"), "apiKey": _scheme("b"), "self": _scheme("c")}},
        security=[{"api_key": [], "apiKey": [], "self": []}],
    )


def _operation(name: str, tags: list[str], answer: Any) -> JSON:
    return {"operationId": name, "tags": tags, "responses": {"200": answer, "404": body(ref("Any"))}}


def _scheme(name: str) -> JSON:
    return {"type": "apiKey", "in": "header", "name": name}


def _escaped(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1").replace("%", "%25")
