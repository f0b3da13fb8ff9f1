"""Write values as a person would have written them there.

In: a JSON value and where it is to stand.  Out: text, with `\\n` as line end.
Never: writes what another YAML reader takes for something else (`no`, `2026-01-01` and `1:30` get quotes).
"""

from __future__ import annotations

import json
import re
import textwrap
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from handbill_generator.load import JSON

WIDTH = 120

_PLAIN = re.compile(r"[A-Za-z/_$^(][^\x00-\x1f\x7f]*")
# What YAML 1.1 or 1.2 reads as something else than text.
_WORDS = frozenset("y n yes no on off true false null".split())


class WrittenInt(int):
    """An integer that knows how it was written."""

    text: str


class WrittenFloat(float):
    """A number that knows how it was written: `1.10`."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Indent:
    """How a file is indented: the step of mappings, and how far dashes stand right of their key."""

    step: int = 2
    dash: int = 2


def block(value: JSON, indent: Indent, column: int) -> list[str]:
    """Give the lines of a mapping or list in a block that begins at *column*; they are not indented themselves."""
    lines: list[str] = []
    for name, item in value.items() if isinstance(value, dict) else ():
        lead = f"{scalar(name)}:"
        below = indent.dash if isinstance(item, list) else indent.step
        lines += _member(lead, item, indent, column, below, inline=False)
    for item in value if isinstance(value, list) else ():
        lines += _member("-", item, indent, column, 2, inline=True)
    return lines


def _member(lead: str, item: JSON, indent: Indent, column: int, below: int, *, inline: bool) -> list[str]:
    if isinstance(item, str):
        return f"{lead} {prose(item, column + below, room=WIDTH - column - len(lead) - 1)}".split("\n")
    line = f"{lead} {flow(item)}"
    is_nested = isinstance(item, (dict, list)) and bool(item)
    if not is_nested or (_is_short(item) and column + len(line) <= WIDTH):
        return [line]
    lines = [" " * below + line for line in block(item, indent, column + below)]
    return [f"{lead} {lines[0].lstrip(' ')}", *lines[1:]] if inline else [lead, *lines]


def _is_short(value: JSON) -> bool:
    return isinstance(value, list) and not any(isinstance(item, (dict, list)) for item in value)


def flow(value: JSON) -> str:
    """Give *value* on one line."""
    match value:
        case dict():
            return "{" + ", ".join(f"{scalar(name, flow=True)}: {flow(item)}" for name, item in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(flow, value)) + "]"
        case _:
            return scalar(value, flow=True)


def prose(text: str, column: int, *, room: int = 0) -> str:
    """Give *text* in the space of *room* characters; as a block whose lines are indented by *column* if it is long."""
    indent = " " * column
    if "\n" in text:
        lines = text.split("\n")
        if text.isprintable() or all(line.isprintable() and line.strip() == line for line in lines):
            body = "\n".join(f"{indent}{line}" if line else "" for line in text.rstrip("\n").split("\n"))
            chomp = "-" if not text.endswith("\n") else ""
            return _checked(f"|{chomp}\n{body}", text)
    elif len(scalar(text)) > room > 0 and " " in text and text.isprintable():
        body = textwrap.fill(text, WIDTH, initial_indent=indent, subsequent_indent=indent, break_long_words=False)
        return _checked(f">-\n{body}", text)
    return scalar(text)


def _checked(written: str, text: str) -> str:
    return written if read_scalar(written) == text else scalar(text)


def scalar(value: JSON, *, flow: bool = False, quote: str = "") -> str:
    """Give a scalar on one line; *quote* is the one to use for a string if it can."""
    if not isinstance(value, str):
        return value.text if isinstance(value, (WrittenInt, WrittenFloat)) else json.dumps(value)
    if quote == "'" and value.isprintable():
        return "'" + value.replace("'", "''") + "'"
    is_plain = _PLAIN.fullmatch(value) and value.lower() not in _WORDS and value.isprintable() and not quote
    if is_plain and read_scalar(value, flow=flow) == value:
        return value
    return json.dumps(value, ensure_ascii=not value.isprintable())


def read_scalar(written: str, *, flow: bool = False) -> Any:
    """Give what *written* means as the value of a key; None where it is not one value."""
    try:
        found = YAML(typ="safe", pure=True).load(f"[{written}]" if flow else f"k: {written}\n")
    except (YAMLError, ValueError, OverflowError):
        return None
    match found:
        case [value] if flow:
            return value
        case {"k": value} if len(found) == 1:
            return value
    return None


def reworded(written: str, old: str, new: str) -> str | None:
    """Give *written*, which means *old*, with other words where *new* has others, every fold kept.

    None where the words in the text are not those of *old*, or *new* has words before or behind which nothing stands.
    """
    quote = written[:1] if written[:1] in ("'", '"') else ""
    body = written[1:-1] if quote else written
    spans = [match.span() for match in re.finditer(r"\S+", body)][1 if written[:1] in ("|", ">") else 0 :]
    before, after = old.split(), new.split()
    if [body[start:end] for start, end in spans] != before:
        return None
    pieces: list[str] = []
    done = 0
    for tag, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag in ("insert", "delete"):
            return None
        for (start, end), word in _replaced(spans[i:j], after[k:m]) if tag == "replace" else ():
            pieces += [body[done:start], word]
            done = end
    return quote + "".join([*pieces, body[done:]]) + quote


def _replaced(spans: list[tuple[int, int]], words: list[str]) -> list[tuple[tuple[int, int], str]]:
    if len(spans) == len(words):
        return list(zip(spans, words, strict=True))
    return [((spans[0][0], spans[-1][1]), " ".join(words))]
