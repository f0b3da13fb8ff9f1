"""The Jinja environment: strict about what is undefined, and deaf to text that took no exit.

In: the folder of templates.  Out: an environment in which an expression prints `Code`, a number of ours, or nothing.
Never: prints a plain `str`; that is a fault of a template and raises `TypeError`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context

from handbill_generator.cache import cache_folder
from handbill_generator.render.prose import pythonic
from handbill_generator.text import Code, Text, docstring, literal, plain


@lru_cache
def environment(templates: Path) -> Environment:
    """Make the environment for a folder of templates, once.

    A template is rendered with `names`, the Python names that docstrings use for what the document calls otherwise, and
    with `blank`: where that is true, placeholders stand instead of all text of the document.  Code rendered with and
    without it must have the same structure, and that is how a breakout shows.
    """
    compiled = cache_folder("templates")
    env = Environment(
        loader=FileSystemLoader(templates),
        # Compiling the templates takes as long as rendering a small package.
        bytecode_cache=FileSystemBytecodeCache(str(compiled)) if compiled else None,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_only_code,
        autoescape=False,  # noqa: S701  # this is Python, not HTML; `finalize` is the gate
    )
    env.filters |= {
        "codes": _codes,
        "docstring": _docstring,
        "literal": _literal,
        "prose": _prose,
        "prose_line": _prose_line,
    }
    return env


@pass_context
def _literal(context: Context, value: object) -> Code:
    return literal(_blanked(value) if context["blank"] else value)


@pass_context
def _docstring(context: Context, text: Text, indent: int) -> Code:
    """Give *text* as a docstring with its quotes, each line but the first indented by *indent* columns."""
    if context["blank"]:
        return Code('"""."""')
    lines = docstring(pythonic(text, context["names"]), width=100 - indent).split("\n")
    if len(lines) == 1:
        return Code(f'"""{lines[0]}"""')
    margin = " " * indent
    body = "\n".join(f"{margin}{line}" if line else "" for line in lines[1:])
    return Code(f'"""{lines[0]}\n{body}\n{margin}"""')


@pass_context
def _prose(context: Context, text: Text) -> Code:
    """Give *text* for a Markdown page: no HTML, no image, no table that it could break out of."""
    said = "" if context["blank"] else plain(text)
    return Code(re.sub(r"[<>|!\[\]]|`{3,}", lambda mark: "".join(f"&#{ord(c)};" for c in mark[0]), said))


@pass_context
def _prose_line(context: Context, text: Text) -> Code:
    """Give *text* for a cell of a Markdown table: one line without a code span."""
    return Code(" ".join(_prose(context, text).replace("`", "&#96;").split()))


def _only_code(value: Any) -> Any:
    if isinstance(value, Code) or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    raise TypeError(f"a template prints a {type(value).__name__} that took no exit: {value!r:.80}")


def _blanked(value: object) -> object:
    match value:
        case Text() | str():
            return ""
        case Mapping():
            # Keys that become alike must still be as many as they were.
            return {" " * index: _blanked(item) for index, item in enumerate(value.values())}
        case tuple():
            return tuple(_blanked(item) for item in value)
        case list():
            return [_blanked(item) for item in value]
    return value


def _codes(values: Iterable[Code], separator: str = ", ") -> Code:
    """Join *values*, all of which must be `Code`."""
    found = list(values)
    for value in found:
        _only_code(value)
    return Code(separator.join(found))
