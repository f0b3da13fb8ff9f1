"""Payloads that try to become code, paths, lines or names, and a document that holds them wherever text can stand."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from .documents import JSON, body, document, query, ref

RUN = "__import__('os').environ.__setitem__('HANDBILL_CANARY','1')"

QUOTES = [
    f'"""\n{RUN}\n"""',
    f'"""+{RUN}+"""',
    f"'''\n{RUN}\n'''",
    f'"+{RUN}+"',
    f"'+{RUN}+'",
    f'\\"""\n{RUN}#',
    f"\\'+{RUN}#",
]
QUOTES += ['"""', '"', '""', "'", "\\", "\\\\", 'x"', "x\\", '\\"', '"""\\', "r'''", '"#', f'")\n{RUN}\n("']
BREAKS = [f"{end}{RUN}" for end in ("\n", "\r", "\r\n", "\f", "\v", "\x1c", "\x85", "\u2028", "\u2029", "\0")]
UNSEEN = ["\u202e\u2066evil\u2069", "\u200b", "\ufeff", "\x1b[2J\x1b]0;x\a", "\U000e0001", "\x7f"]
TEMPLATES = ["{{ 7*7 }}", "{% include '/etc/passwd' %}", "{# x #}", "{{ cycler.__init__.__globals__.os.environ.x }}"]
TEMPLATES += [f"{{{RUN}}}", "#{7*7}", "${7*7}", "%(x)s%n", "{0.__class__}", f"# type: ignore\n{RUN}", "# noqa"]
PATHS = [
    "../../evil",
    "..",
    ".",
    "/",
    "/etc/passwd",
    "..\\..\\evil",
    "C:\\evil",
    "nul",
    "evil.py",
    "%2e%2e%2fevil",
    "~root",
    "a/b/c",
]
NAMES = [
    "class",
    "None",
    "self",
    "__init__",
    "__class__",
    "_",
    "body",
    "fetch",
    "MISSING",
    "Field",
    "Model",
    "model_config",
    "str",
    "list",
]
NAMES += [
    "print",
    "builtins",
    "os",
    "Operation",
    "client",
    "0",
    "1e999",
    "ﬁﬃ",
    "ß",
    "İ",
    "名前",
    "é",
    "e\u0301",
    "🎉",
    "",
    " ",
    "\t",
    "-",
]
SYNTAX = [
    "{id}",
    "{}",
    "{",
    "}{",
    ")",
    "]):",
    ", x=1",
    "*",
    "**kwargs",
    ": int = 0",
    ";",
    "@x",
    "<script>",
    "```",
    "|",
    "#/",
    "$ref",
    "x-",
]
LONG = ["a" * 300, "A" * 3000, "🎉" * 200, "_" * 300, "a b " * 100]

TEXT: tuple[str, ...] = (*QUOTES, *BREAKS, *UNSEEN, *TEMPLATES)
"""Those that aim at text; the others aim at names and paths."""

PAYLOADS: tuple[str, ...] = (*TEXT, *PATHS, *NAMES, *SYNTAX, *LONG)

SLOTS = 6
"""How many payloads each position of one document holds."""

Give = Callable[[str], str]
"""Gives the payload for a position."""


def one_line(text: str) -> str:
    """Give what is left of a payload where line breaks are refused anyway; other tests hold that they are."""
    return re.sub(r"[\r\n\0]", "", text)


def head(give: Give) -> JSON:
    """Give what the document says of itself."""
    info = {"title": give("title"), "version": give("version"), "description": give("description")}
    server = {"url": f"https://{one_line(give('server'))}", "description": give("server description")}
    other = {"url": "https://{v}", "variables": {"v": {"default": give("server variable")}}}
    return {"info": {**info, "x-handbill-name": give("client name")}, "servers": [server, other]}


def document_of(gives: list[Give]) -> JSON:
    """Give a document with a group of operations and schemas for each of *gives*."""
    paths: JSON = {}
    schemas: JSON = {}
    tags: list[JSON] = []
    schemes: JSON = {}
    webhooks: JSON = {}
    for slot, give in enumerate(gives):
        key, other = f"{give('schema')}", f"{give('other schema')}{slot}"
        schemas |= _schemas(give, key, other)
        tag = give("tag")
        tags.append({"name": tag, "description": give("tag description"), "x-handbill-name": give("tag name")})
        scheme = f"{slot}{give('scheme')}"
        schemes[scheme] = {
            "type": "apiKey",
            "in": "query",
            "name": f"k{one_line(give('key name'))}",
            "description": give("scheme description"),
        }
        where = f"/{slot}/{give('path')}/{{{give('path parameter')}}}"
        paths[where] = {"post": _operation(give, tag, key) | {"security": [{scheme: []}]}}
        paths[f"/{slot}"] = {"get": _plain(give, other)}
        webhooks[f"{slot}{give('webhook')}"] = {"post": _webhook(give, key)}
    components = {"securitySchemes": schemes}
    rest = {"tags": tags, "webhooks": webhooks, "x-handbill-error-message": [f"/{gives[0]('error message')}"]}
    return document(paths=paths, schemas=schemas, components=components, **rest) | head(gives[0])


def _schemas(give: Give, key: str, other: str) -> JSON:
    wire = give("property")
    return {
        key: {
            "type": "object",
            "title": give("schema title"),
            "description": give("schema description"),
            "x-handbill-name": give("schema name"),
            "required": [wire, give("required")],
            "properties": {
                wire: {
                    "type": "string",
                    "title": give("property title"),
                    "description": give("property description"),
                    "default": give("default"),
                    "example": give("example"),
                    "format": give("format"),
                },
                "named": {"type": "string", "x-handbill-name": give("property name")},
                "pattern": {"type": "string", "pattern": give("pattern")},
                "kind": {"enum": [give("enum"), "x", give("second enum")], "description": give("enum description")},
                "fixed": {"const": give("const")},
                give("ruling"): {"enum": [give("ruling value"), 5]},
                "inline": {
                    "type": "object",
                    "title": give("inline title"),
                    "properties": {give("inline property"): {}},
                },
            },
            "allOf": [
                {
                    "if": {
                        "properties": {give("ruling"): {"const": give("ruling value")}},
                        "required": [give("ruling")],
                    },
                    "then": {"required": ["pattern"]},
                },
                {"anyOf": [{"required": ["kind"]}, {"required": [give("ruling"), "fixed"]}]},
            ],
        },
        other: {
            "oneOf": [
                {
                    "type": "object",
                    "title": give("alternative"),
                    "required": ["t"],
                    "properties": {"t": {"const": give("tag value")}},
                },
                {"type": "object", "required": ["t"], "properties": {"t": {"const": f"{give('tag value')}2"}}},
            ],
            "discriminator": {"propertyName": "t", "mapping": {give("mapping"): "#/info"}},
        },
    }


def _operation(give: Give, tag: str, key: str) -> JSON:
    words = {"description": give("parameter description"), "x-handbill-name": give("parameter name")}
    found: Any = {
        "operationId": give("operation"),
        "summary": give("summary"),
        "description": give("operation description"),
        "tags": [tag],
        "x-handbill-name": give("method name"),
        "parameters": [
            query(f"q{one_line(give('query'))}", **words),
            {"name": f"h{one_line(give('header'))}", "in": "header", "schema": {"type": "string"}},
            {"name": f"c{one_line(give('cookie'))}", "in": "cookie", "schema": {"type": "string"}},
        ],
        "requestBody": {**body(_at(key)), "description": give("body description")},
        "responses": {
            "200": body(_at(key))
            | {"description": give("answer description"), "headers": {one_line(give("answer header")): {}}},
            "404": body(_at(key)) | {"description": give("error description")},
        },
    }
    found["requestBody"]["content"][one_line(give("media type"))] = {}
    return dict(found)


def _plain(give: Give, key: str) -> JSON:
    """Give an operation without tag and id, of a media type that nobody knows."""
    answers = {
        "200": body(_at(key)),
        "default": {"description": "", "content": {one_line(give("answer media type")): {}}},
    }
    return {"responses": answers, "summary": give("plain summary"), "x-handbill-pagination": _pages(give)}


def _webhook(give: Give, key: str) -> JSON:
    inline = {"type": "object", "properties": {give("payload property"): {"const": give("payload word")}}}
    payload = {"oneOf": [_at(key), inline]}
    words = {"operationId": give("webhook id"), "summary": give("webhook summary")}
    return {"requestBody": body(payload), "responses": {"200": {"description": give("webhook answer")}}, **words}


def _pages(give: Give) -> JSON:
    pointer = f"/{give('items pointer')}"
    return {"items": pointer, "cursor": {"parameter": give("cursor"), "next": f"/{give('next pointer')}"}}


def _at(key: str) -> JSON:
    escaped = key.replace("~", "~0").replace("/", "~1").replace("%", "%25")
    return ref(escaped)
