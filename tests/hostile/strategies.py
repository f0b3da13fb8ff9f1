"""Documents as nobody would write them: drawn by hypothesis, valid in their outline and wild inside.

In: nothing.  Out: strategies for whole documents, and for their texts with bytes changed.
Never: promises that a document is usable; the generator must say which it is.
"""

from __future__ import annotations

import json
from typing import Any

from hypothesis import strategies as st

from .payloads import ALL

JSON = Any

_SHORT = [word for word in ALL if len(word) < 200]
words = st.one_of(
    st.sampled_from(["a", "b", "id", "Name", "x-y", "a b"]),
    st.sampled_from(_SHORT),
    st.text(st.characters(codec="utf-8"), max_size=6),
)
names = st.sampled_from(["A", "B", "C", "a", "A-B", "a.b", "A/B", "~", "%41", "é", *_SHORT[::9]])
numbers = st.one_of(
    st.integers(-3, 3),
    st.sampled_from([0.0, -0.0, 1.5, 1e300, 5e-324, 10**30, -(10**300), 2**63, 2**64]),
    st.booleans(),
)
scalars = st.one_of(st.none(), numbers, words)
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3), max_leaves=5
)
types = st.sampled_from(["string", "integer", "number", "boolean", "object", "array", "null", "file", "", 5, None])


def _maybe(draw: st.DrawFn, strategy: st.SearchStrategy[JSON], chance: int = 12) -> JSON:
    """Draw from *strategy*, or now and then what does not belong there."""
    return draw(values if draw(st.integers(0, chance)) == 0 else strategy)


def _references(section: str) -> st.SearchStrategy[JSON]:
    escaped = names.map(lambda name: name.replace("%", "%25").replace("~", "~0").replace("/", "~1"))
    inside = st.sampled_from(
        ["", "", "", "/properties/a", "/items", "/allOf/0", "/oneOf/1", "/properties/a/properties/a"]
    )
    return st.builds(lambda name, part: {"$ref": f"#/components/{section}/{name}{part}"}, escaped, inside)


def _keywords(inner: st.SearchStrategy[JSON]) -> dict[str, st.SearchStrategy[JSON]]:
    several = st.lists(inner, max_size=3)
    members = st.dictionaries(words, inner, max_size=4)
    limits = (
        "minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength minItems maxItems "
        "minProperties maxProperties minContains maxContains"
    )
    return {
        "type": types | st.lists(types, max_size=3),
        "format": words | st.sampled_from(["date-time", "date", "uuid", "binary", "int64", "byte", "email"]),
        "enum": st.lists(values, max_size=4),
        "const": values,
        "default": values,
        "example": values,
        "examples": st.lists(values, max_size=2),
        "title": words,
        "description": words,
        "deprecated": st.booleans(),
        "nullable": st.booleans(),
        "readOnly": st.booleans(),
        "writeOnly": st.booleans(),
        "pattern": words,
        "required": st.lists(words, max_size=3),
        "properties": members,
        "patternProperties": members,
        "dependentSchemas": members,
        "$defs": members,
        "additionalProperties": inner | st.booleans(),
        "items": inner,
        "prefixItems": several,
        "allOf": several,
        "anyOf": several,
        "oneOf": several,
        "not": inner,
        "if": inner,
        "then": inner,
        "else": inner,
        "contains": inner,
        "propertyNames": inner,
        "unevaluatedProperties": inner | st.booleans(),
        "dependentRequired": st.dictionaries(words, st.lists(words, max_size=2), max_size=2),
        "discriminator": st.fixed_dictionaries(
            {"propertyName": words}, optional={"mapping": st.dictionaries(words, words)}
        ),
        "x-handbill-name": words,
        "uniqueItems": st.booleans(),
        "contentMediaType": words,
        "$anchor": words,
        "$dynamicRef": words.map("#{}".format),
        **dict.fromkeys(limits.split(), numbers),
    }


@st.composite
def _schema(draw: st.DrawFn, inner: st.SearchStrategy[JSON]) -> JSON:
    known = _keywords(inner)
    chosen = draw(st.lists(st.sampled_from(sorted(known)), max_size=5, unique=True))
    made = {key: _maybe(draw, known[key], 30) for key in chosen}
    return made | draw(_references("schemas")) if draw(st.integers(0, 8)) == 0 else made


_leaves: st.SearchStrategy[JSON] = st.one_of(
    _references("schemas"), _references("schemas"), st.just({"type": "string"}), st.booleans(), st.just({})
)
schemas: st.SearchStrategy[JSON] = st.recursive(_leaves, _schema, max_leaves=8)

media_types = st.sampled_from(
    "application/json application/json application/problem+json text/plain text/event-stream application/jsonl */* "
    "application/x-www-form-urlencoded multipart/form-data application/octet-stream image/*".split()
)
bodies = st.dictionaries(
    media_types | words,
    st.fixed_dictionaries({}, optional={"schema": schemas, "itemSchema": schemas, "example": values}),
    max_size=2,
)


@st.composite
def _parameter(draw: st.DrawFn) -> JSON:
    made: dict[str, JSON] = {
        "name": draw(words),
        "in": draw(st.sampled_from(["query", "header", "cookie", "path", "query", "querystring"])),
    }
    optional = {
        "style": words,
        "explode": st.booleans(),
        "required": st.booleans(),
        "description": words,
        "example": values,
    }
    made |= draw(st.fixed_dictionaries({}, optional=optional))
    return made | ({"schema": _maybe(draw, schemas)} if draw(st.integers(0, 4)) else {"content": draw(bodies)})


_pages = st.fixed_dictionaries(
    {"items": words.map("/{}".format)},
    optional={"page": st.fixed_dictionaries({"parameter": words, "total": words.map("/{}".format)})},
)


@st.composite
def _operation(draw: st.DrawFn) -> JSON:
    statuses = st.sampled_from(["200", "201", "204", "404", "4XX", "default", "default", "99", "ok"])
    answers = st.fixed_dictionaries({"description": words}, optional={"content": bodies})
    made: dict[str, JSON] = {"responses": draw(st.dictionaries(statuses, answers, max_size=3))}
    optional = {
        "operationId": words,
        "summary": words,
        "description": words,
        "tags": st.lists(words, max_size=2),
        "parameters": st.lists(_parameter() | _references("parameters"), max_size=4),
        "requestBody": st.fixed_dictionaries({"content": bodies}, optional={"required": st.booleans()}),
        "security": st.lists(st.dictionaries(names, st.lists(words, max_size=1), max_size=2), max_size=2),
        "deprecated": st.booleans(),
        "servers": st.lists(st.fixed_dictionaries({"url": words}), max_size=1),
        "callbacks": st.dictionaries(words, st.dictionaries(words, values, max_size=1), max_size=1),
        "x-handbill-pagination": _pages,
    }
    made |= draw(st.fixed_dictionaries({}, optional=optional))
    return made


_schemes = st.one_of(
    st.fixed_dictionaries(
        {"type": st.just("apiKey"), "in": st.sampled_from(["header", "query", "cookie"]), "name": words}
    ),
    st.fixed_dictionaries({"type": st.just("http"), "scheme": st.sampled_from(["basic", "bearer", "digest"])}),
    st.fixed_dictionaries(
        {
            "type": st.just("oauth2"),
            "flows": st.fixed_dictionaries(
                {
                    "clientCredentials": st.fixed_dictionaries(
                        {"tokenUrl": words, "scopes": st.dictionaries(words, words)}
                    )
                }
            ),
        }
    ),
)


@st.composite
def documents(draw: st.DrawFn) -> dict[str, JSON]:
    """Draw a document: its outline is OpenAPI, what fills it may be anything."""
    paths = st.one_of(st.sampled_from(["/a", "/a/{id}", "/b/{id}/{id}"]), words.map("/{}".format))
    methods = st.sampled_from(["get", "put", "post", "delete", "patch", "query", "trace"])
    items = st.dictionaries(methods, _operation(), max_size=2)
    made: dict[str, JSON] = {
        "openapi": draw(st.sampled_from(["3.1.0", "3.0.3", "3.2.0"])),
        "info": {"title": draw(words), "version": draw(words)},
        "paths": draw(st.dictionaries(paths, items, max_size=3)),
        "components": {
            "schemas": draw(st.dictionaries(names, schemas, max_size=5)),
            "parameters": draw(st.dictionaries(names, _parameter(), max_size=2)),
            "securitySchemes": draw(st.dictionaries(names, _schemes, max_size=2)),
        },
    }
    optional = {
        "servers": st.lists(st.fixed_dictionaries({"url": words}, optional={"description": words}), max_size=2),
        "webhooks": st.dictionaries(words, items, max_size=2),
        "tags": st.lists(st.fixed_dictionaries({"name": words}, optional={"x-handbill-name": words}), max_size=2),
        "x-handbill-retries": values,
        "x-handbill-error-message": values,
    }
    return made | draw(st.fixed_dictionaries({}, optional=optional))


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """Draw the text of a document, in JSON or as YAML reads it, with some bytes changed, left out or put in."""
    text = bytearray(json.dumps(draw(documents()), indent=draw(st.sampled_from([None, 1]))).encode())
    marks = st.sampled_from(
        [b"", b"\0", b"\xff", b"\n", b"\t", b":", b"- ", b"&a ", b"*a", b"<<", b"!!int ", b'"', b"{", b"]", b"#"]
    )
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        text[start : start + draw(st.integers(0, 3))] = draw(
            marks | st.text(st.characters(codec="utf-8"), max_size=3).map(str.encode)
        )
    return bytes(text)
