"""Documents that are small, or legible, and ask for far more than they look like.

In: nothing.  Out: the text of a document by name.
Never: needs more than the limits of the generator give, if they hold.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from ..generator.documents import body, call, document, ref

JSON = dict[str, Any]


def _of(schemas: JSON, name: str = "A0") -> str:
    return json.dumps(document(paths={"/x": {"post": call(takes=ref(name), gives=ref(name))}}, schemas=schemas))


def _row(make: Callable[[JSON], JSON], length: int) -> str:
    """Give schemas each of which is made of a reference to the next."""
    schemas = {f"A{index}": make(ref(f"A{index + 1}")) for index in range(length)}
    return _of({**schemas, f"A{length}": {"type": "object", "properties": {"end": {"type": "string"}}}})


def _inside(make: Callable[[Any], Any], start: Any, depth: int) -> Any:
    """Put *start* into what *make* makes, again and again."""
    for _ in range(depth):
        start = make(start)
    return start


def _ladder(key: str, length: int) -> str:
    """Give two schemas a rung, each of which refers to both of the next."""
    schemas: JSON = {f"{side}{length}": {"type": "object", "properties": {side: {}}} for side in "AB"}
    for index in range(length):
        both = [ref(f"A{index + 1}"), ref(f"B{index + 1}")]
        schemas |= {f"{side}{index}": {key: both, "properties": {f"{side}{index}": {}}} for side in "AB"}
    return _of(schemas)


def _callbacks(length: int) -> str:
    def at(index: int) -> JSON:
        return {"$ref": f"#/components/callbacks/C{index}"}

    answer = {"responses": {"200": {"description": "d"}}}
    found = {
        f"C{index}": {"{$u}": {"post": {**answer, "callbacks": {"l": at(index + 1), "r": at(index + 1)}}}}
        for index in range(length)
    }
    found[f"C{length}"] = {"{$u}": {"post": answer}}
    paths = {"/x": {"post": {**answer, "callbacks": {"c": at(0)}}}}
    return json.dumps(document(paths=paths, components={"callbacks": found}))


def _aliases() -> str:
    lines = [f"a{index}: &a{index} [{', '.join([f'*a{index - 1}'] * 10)}]" for index in range(1, 30)]
    return "\n".join(["openapi: 3.1.0", "a0: &a0 [x, x]", *lines])


def _merges() -> str:
    lines = [f"a{index}: &a{index} {{<<: [{', '.join([f'*a{index - 1}'] * 3)}], k: y}}" for index in range(1, 30)]
    return "\n".join(["openapi: 3.1.0", "a0: &a0 {x: y}", *lines])


def _webhooks(count: int) -> str:
    payload = {"type": "object", "properties": {"a": {"type": "string"}}}
    hook = {"post": {"requestBody": body(payload), "responses": {"200": {"description": "d"}}}}
    return json.dumps(document(webhooks={f"w{index}": hook for index in range(count)}))


def _colliding(count: int) -> str:
    return _of({"A0": {"type": "object", "properties": {"a" + "-" * index: {} for index in range(count)}}})


def _union(count: int) -> str:
    return _of({"A0": {"oneOf": [{"type": "object", "properties": {f"p{index}": {}}} for index in range(count)]}})


def _words(text: str) -> str:
    return json.dumps(document(paths={"/x": {"get": call(description=text, summary=text)}}))


RESULTS: dict[str, Callable[[], str]] = {
    "row of objects": lambda: _row(lambda after: {"type": "object", "properties": {"next": after}}, 1_500),
    "row of references": lambda: _row(lambda after: after, 3_000),
    "row of lists": lambda: _row(lambda after: {"type": "array", "items": after}, 1_000),
    "row of maps": lambda: _row(lambda after: {"type": "object", "additionalProperties": after}, 1_000),
    "row of unions": lambda: _row(
        lambda after: {"oneOf": [{"type": "integer"}, {"type": "array", "items": after}]}, 500
    ),
    "ladder of allOf": lambda: _ladder("allOf", 25),
    "ladder of anyOf": lambda: _ladder("anyOf", 25),
    "lists inside of lists": lambda: _of({"A0": _inside(lambda inner: {"items": inner, "type": "array"}, {}, 180)}),
    "allOf inside of allOf": lambda: _of(
        {"A0": _inside(lambda inner: {"allOf": [inner, {"minProperties": 1}]}, {}, 90)}
    ),
    "default inside of lists": lambda: _of({"A0": {"default": _inside(lambda inner: [inner], 1, 180)}}),
    "callbacks": lambda: _callbacks(40),
    "webhooks": lambda: _webhooks(1_200),
    "colliding names": lambda: _colliding(1_000),
    "members of a union": lambda: _union(800),
    "enum": lambda: _of({"A0": {"enum": [f"v{index}" for index in range(20_000)]}}),
    "enums merged": lambda: _of({"A0": {"allOf": [{"enum": [f"v{index}" for index in range(2_000)]}] * 20}}),
    "a path": lambda: json.dumps(document(paths={"/" + "{a}" * 20_000: {"get": call()}})),
    "an open path": lambda: json.dumps(document(paths={"/" + "{" * 100_000: {"get": call()}})),
    "a name": lambda: _of({"A0": {"type": "object", "properties": {"aB" * 200_000: {}}}}),
    "a word": lambda: _words("w" * 500_000),
    "words": lambda: _words("word " * 100_000),
    "lines": lambda: _words("\n" * 100_000 + "x\n" * 20_000 + "\t" * 10_000),
    "quotes": lambda: _words('"' * 200_000 + "\\" * 200_000),
    "marks": lambda: _words("`" * 50_000 + "[a](" * 20_000 + "<a>" * 20_000 + "*" * 20_000 + "{{" * 20_000),
    "number": lambda: _of({"A0": {"type": "string", "maxLength": int("9" * 399), "minLength": -(10**300)}}),
    "patterns": lambda: _of({"A0": {"type": "string", "pattern": "((a{1000}){1000}){1000}" + "(x|" * 300 + ")" * 300}}),
}
"""Those for which there is a package."""

REFUSED: dict[str, tuple[Callable[[], str], str]] = {
    "lists": (lambda: '{"openapi": "3.1.0", "x": ' + "[" * 100_000 + "]" * 100_000 + "}", 'limit "depth"'),
    "lists without end": (lambda: '{"openapi": "3.1.0", "x": ' + "[" * 100_000, "api.json:1:"),
    "YAML lists": (lambda: "openapi: 3.1.0\nx: " + "[" * 100_000 + "]" * 100_000, 'limit "depth"'),
    "YAML dashes": (lambda: "openapi: 3.1.0\nx:\n  " + "- " * 100_000, 'limit "depth"'),
    "YAML lines": (
        lambda: "openapi: 3.1.0\nx:\n" + "".join(" " * n + "a:\n" for n in range(1, 1_000)),
        'limit "depth"',
    ),
    "aliases": (_aliases, 'limit "nodes"'),
    "merges": (_merges, 'limit "nodes"'),
    "an alias of itself": (lambda: "openapi: 3.1.0\nx: &x {y: *x}", "inside its own anchor"),
    "a number": (lambda: "openapi: 3.1.0\nx: " + "9" * 1_000_000, "is too large"),
    "a hexadecimal number": (lambda: "openapi: 3.1.0\nx: 0x" + "f" * 1_000_000, "is too large"),
    "an exponent": (lambda: '{"openapi": "3.1.0", "x": 1e400}', "is too large"),
    "a string": (lambda: _words("w" * 1_100_000), 'limit "text"'),
    "a key": (lambda: _of({"A0": {"properties": {"w" * 1_100_000: {}}}}), 'limit "text"'),
    "a chain of allOf": (
        lambda: _row(lambda after: {"allOf": [after], "properties": {f"{after['$ref'][-4:]}": {}}}, 1_500),
        'limit "properties"',
    ),
}
"""Those that are refused, with part of what is said."""
