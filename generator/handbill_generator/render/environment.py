"""The Jinja environment: strict about what is undefined, and deaf to text that took no exit.

In: the folder of templates.  Out: an environment in which an expression prints `Code`, a number of ours, or nothing.
Never: prints a plain `str`; that is a fault of a template and raises `TypeError`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from handbill_generator.render.prose import pythonic
from handbill_generator.text import Code, Text, docstring, literal


def environment(templates: Path, names: Mapping[str, str], *, blank: bool = False) -> Environment:
    """Make the environment.

    *names* are the Python names that docstrings use for what the document calls otherwise.  *blank* puts nothing but
    placeholders where text of the document would stand: code rendered with and without *blank* must have the same structure: that is how a breakout shows.
    """
    env = Environment(
        loader=FileSystemLoader(templates),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_only_code,
        autoescape=False,
    )
    env.filters["literal"] = _blank_literal if blank else literal
    env.filters["docstring"] = _blank_docstring if blank else partial(whole_docstring, names)
    env.filters["prose"] = _blank_prose if blank else _prose
    env.filters["codes"] = _codes
    env.filters["lines"] = _lines
    return env


def whole_docstring(names: Mapping[str, str], text: Text, indent: int) -> Code:
    """Give *text* as a docstring with its quotes, each line but the first indented by *indent* columns."""
    lines = docstring(pythonic(text, names), width=100 - indent).split("\n")
    if len(lines) == 1:
        return Code(f'"""{lines[0]}"""')
    margin = " " * indent
    body = "\n".join(f"{margin}{line}" if line else "" for line in lines[1:])
    return Code(f'"""{lines[0]}\n{body}\n{margin}"""')


def _only_code(value: Any) -> Any:
    if isinstance(value, Code) or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    raise TypeError(f"a template prints a {type(value).__name__} that took no exit: {value!r:.80}")


def _blank_literal(value: object) -> Code:
    return literal(_blanked(value))


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


def _blank_docstring(_: Text, indent: int) -> Code:
    return Code('"""."""')


def _prose(text: Text) -> Code:
    """Give *text* for a Markdown page."""
    return Code(docstring(text).replace("\\\\", "\\"))


def _blank_prose(_: Text) -> Code:
    return Code("")


def _codes(values: Iterable[Code], separator: str = ", ") -> Code:
    """Join *values*, all of which must be `Code`."""
    found = list(values)
    for value in found:
        _only_code(value)
    return Code(separator.join(found))


def _lines(code: Code, indent: int) -> Code:
    """Indent every line of *code* but the first."""
    return Code(code.replace("\n", "\n" + " " * indent))


