"""A contract with a parameter of every style, in every place, of every kind; and what each is on the wire.

In: OpenAPI's own example, a parameter `color`.  Out: operations by place, style, explode and kind of value.
Never: asks the generator how it writes anything.
"""

from __future__ import annotations

from typing import Any

from ..generator.documents import JSON, call, document, ref

LETTERS = ["blue", "black", "brown"]
SCHEMAS: dict[str, JSON] = {
    "text": {"type": "string"},
    "list": {"type": "array", "items": {"type": "string"}},
    "object": ref("Colour"),
    "words": {"type": "object", "additionalProperties": {"type": "string"}},
    "flag": {"type": "boolean"},
    "number": {"type": "number"},
    "day": {"type": "string", "format": "date"},
    "moment": {"type": "string", "format": "date-time"},
    "nullable": {"type": ["string", "null"]},
    "numbers": {"type": "array", "items": {"type": "integer"}},
    "days": {"type": "array", "items": {"type": "string", "format": "date"}},
}
STYLES = {
    "path": ("simple", "label", "matrix"),
    "query": ("form", "spaceDelimited", "pipeDelimited", "deepObject"),
    "header": ("simple",),
    "cookie": ("form", "cookie"),
}
CONTENT = {"json": "application/json", "plain": "text/plain"}


def name_of(place: str, style: str, explode: bool, kind: str) -> str:
    """Give the name of the method that takes such a parameter."""
    return f"{place}_{style}_{'apart' if explode else 'joined'}_{kind}".lower()


def _operation(name: str, place: str, **parameter: Any) -> tuple[str, JSON]:
    path = f"/{name}/{{color}}/end" if place == "path" else f"/{name}"
    made = {"name": "color", "in": place, "required": place == "path", **parameter}
    return path, {"get": call(operationId=name, tags=["Paint"], parameters=[made]) | {"x-handbill-name": name}}


def _paths() -> JSON:
    paths: JSON = {}
    for kind, schema in SCHEMAS.items():
        for place, styles in STYLES.items():
            for style in styles:
                for explode in (False, True):
                    name = name_of(place, style, explode, kind)
                    path, item = _operation(name, place, schema=schema, style=style, explode=explode)
                    paths[path] = item
        path, item = _operation(f"reserved_{kind}", "query", schema=schema, allowReserved=True)
        paths[path] = item
    for place in STYLES:
        for word, media_type in CONTENT.items():
            for kind in ("text", "object") if word == "json" else ("text",):
                content = {media_type: {"schema": SCHEMAS[kind]}}
                path, item = _operation(f"{place}_{word}_{kind}", place, content=content)
                paths[path] = item
    pair = [{"name": name, "in": "path", "required": True, "schema": SCHEMAS["text"]} for name in ("one", "other")]
    paths["/pair/{one}{other}/end"] = {"get": call(operationId="pair", tags=["Paint"], parameters=pair)}
    return paths


COLOUR = {
    "type": "object",
    "required": ["R", "G", "B"],
    "properties": {letter: {"type": "integer"} for letter in "RGB"},
}
DOCUMENT = document(
    info={"title": "Paint", "version": "1"}, openapi="3.2.0", paths=_paths(), schemas={"Colour": COLOUR}
)
