"""How a page is written, by what is in it.

In: the text of a page, its content type as far as a server gave one.  Out: its `Format`.
Never: believes a name or a content type against the text.

The first that fits is it:

1. openapi: a top-level member `openapi` or `swagger` with a version 2 or 3.
2. html: begins with a doctype or with `<html>`, `<head>` or `<body>`; or is served as HTML and begins with a tag.
3. mintlify: has `<ParamField>`, `<ResponseField>`, `<RequestExample>` or `<ResponseExample>` outside of code, or front
   matter with `openapi` or `api`, or an OpenAPI block of which the fence names method and path.
4. index: most lines are items of a list that are links, and three at least are.
5. gitbook: has liquid blocks of GitBook outside of code, or GitBook's note on its index of pages.
6. markdown: has fenced code, the second line of a table, or headings.
7. text: has a name, a type and perhaps `required` on lines of their own, three times at least.
8. reference: has a sample that sends a request.
9. prose.
"""

from __future__ import annotations

import re
from itertools import pairwise

from handbill_generator.docs.model import Format
from handbill_generator.docs.words.types import read_type

_START = 5_000
"""How many characters say what the whole is."""
_FIRST_LINES = 60
_IN_YAML = re.compile(r"$|[ \t#-]|[\w-]{1,60}:")
"""A line of a document in YAML: a member of the whole, or one that is inside of a member."""
_VERSION = re.compile(r"[\"']?(?:openapi|swagger)[\"']?[ \t]*:[ \t]*[\"']?[23](?:\.\d|[\"'\s]|$)")
_HTML = re.compile(r"(?:<!doctype[ \t]+html|<html|<head|<body)[\s>]", re.IGNORECASE)
_COMPONENT = re.compile(r"<(?:ParamField|ResponseField|RequestExample|ResponseExample)[\s>]")
_BLOCK = re.compile(r"\{%-?[ \t]*(?:openapi|swagger|hint|tabs|tab|code|content-ref|stepper|embed|file|endhint)\b")
_BLOCK_NOTE = re.compile(r">?[ \t]*For the complete documentation index, see \[llms\.txt\]")
_FENCE = re.compile(r"[ \t>]*(`{3,}|~{3,})")
_OPENAPI_FENCE = re.compile(r"[ \t]*`{3,}ya?ml[ \t]+(?:get|post|put|patch|delete|head|options)[ \t]+/", re.IGNORECASE)
_FRONT_MATTER = re.compile(r"(?:openapi|api)[ \t]*:[ \t]*\S")
_LINKED = re.compile(r"[ \t]*[-*][ \t]+\[[^\]]{1,300}\]\([^)\s]{1,2000}\)")
_TABLE = re.compile(r"[ \t]*\|?[ \t]*:?-{3,}:?[ \t]*\|[ \t|:-]*")
_HEADING = re.compile(r"[ ]{0,3}#{1,6}[ \t]+\S")
_NAME = re.compile(r"[A-Za-z_$][\w.$\[\]-]{0,80}")
_REQUEST = re.compile(
    r"\bcurl[ \t]|\brequests\.(?:get|post|put|patch|delete)\(|\bfetch\("
    r"|\b(?:GET|POST|PUT|PATCH|DELETE)[ \t]+(?:https?:/)?/"
)


def format_of(text: str, *, content_type: str = "") -> Format:
    """Say how the page *text* is written; *content_type* is what a server said, if one did."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    start = text[:_START].lstrip()
    if is_openapi(text):
        return Format.openapi
    if _HTML.match(start) or _is_served_html(start, content_type):
        return Format.html
    lines = text.split("\n")
    outside, has_fence = _outside_of_code(lines)
    if _is_mintlify(lines, outside):
        return Format.mintlify
    if _is_index(outside):
        return Format.index
    if any(_BLOCK.search(line) or _BLOCK_NOTE.match(line) for line in outside):
        return Format.gitbook
    if has_fence or _is_markdown(outside):
        return Format.markdown
    if _triples(lines) >= 3:
        return Format.text
    return Format.reference if any(_REQUEST.search(line[:_START]) for line in lines) else Format.prose


def is_openapi(text: str) -> bool:
    """Whether *text* is an OpenAPI document rather than a page with one in it."""
    start = text[:_START].lstrip("\ufeff \t\r\n")
    if start.startswith("{"):
        first = start[1:].lstrip()
        is_whole = first.startswith('"') and text.rstrip()[-1:] == "}"
        return _VERSION.match(first) is not None or (is_whole and _VERSION.search(start) is not None)
    for line in start.split("\n")[:_FIRST_LINES]:
        if _VERSION.match(line):
            return True
        if not _IN_YAML.match(line):
            return False
    return False


def _is_served_html(start: str, content_type: str) -> bool:
    is_html = "html" in content_type.lower()
    return start.startswith(("<!--", "<div", "<main", "<!DOCTYPE")) and is_html


def _outside_of_code(lines: list[str]) -> tuple[list[str], bool]:
    """Give the lines outside of fenced code, and whether there is any fenced code."""
    outside: list[str] = []
    fence = ""
    has_fence = False
    for line in lines:
        mark = _FENCE.match(line)
        if not fence and mark:
            fence, has_fence = mark[1], True
        elif not fence:
            outside.append(line)
        elif mark and mark[1].startswith(fence) and not line[mark.end() :].strip():
            fence = ""
    return outside, has_fence


def _is_mintlify(lines: list[str], outside: list[str]) -> bool:
    if any(_COMPONENT.search(line) for line in outside):
        return True
    if lines[0] == "---":
        end = next((at for at, line in enumerate(lines[1:500], 1) if line == "---"), 0)
        if any(_FRONT_MATTER.match(line) for line in lines[1:end]):
            return True
    return any(_OPENAPI_FENCE.match(line) for line in lines)


def _is_index(outside: list[str]) -> bool:
    said = [line for line in outside if line.strip() and not _HEADING.match(line) and not line.startswith(">")]
    linked = sum(1 for line in said if _LINKED.match(line))
    return linked >= 3 and linked * 2 > len(said)


def _is_markdown(outside: list[str]) -> bool:
    headings = [line for line in outside if _HEADING.match(line)]
    first = next((line for line in outside if line.strip()), "")
    return (
        bool(headings and headings[0] is first) or len(headings) >= 3 or any(_TABLE.fullmatch(line) for line in outside)
    )


def _triples(lines: list[str]) -> int:
    """Count the lines that are a name with a type on the next line."""
    short = [line.strip() for line in lines if line.strip()]
    return sum(
        1
        for name, type in pairwise(short)
        if len(type) <= 60 and _NAME.fullmatch(name) and _TYPE.fullmatch(type) and read_type(type)
    )


_TYPE = re.compile(
    r"(?:nullable |array of |list of )?"
    r"(?:string|integer|int|number|float|boolean|bool|object|array|enum)\S{0,40}.{0,20}",
    re.IGNORECASE,
)
