"""Read JSON (RFC 8259).

In: text.  Out: plain values; `json_places` finds where they stand, for whoever asks.
Never: accepts what another reader would read otherwise (duplicate keys, NaN, half a surrogate pair).

The standard library reads ten times faster than anything that keeps positions, so it goes first.  Where it meets
something suspect it says only that; the second reading, which knows every offset, says what and where.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import NoReturn

from ..diagnostics import SpecError
from .pointer import JSON
from .source import Limits, Source, number, shown

_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[{}\[\]]|[^\s{}\[\]:,"]+', re.DOTALL)
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
# Escapes in their order, so that the backslash of one is not taken for that of the next.
_ESCAPE = re.compile(r"\\(?:u[dD][89abAB]..\\u[dD][c-fC-F]|u[dD](?P<half>[89a-fA-F])|.)", re.DOTALL)


class NotJSON(Exception):
    """The text is not JSON; *problem* says why, in case it should be."""

    def __init__(self, problem: SpecError) -> None:
        super().__init__(problem)
        self.problem = problem


class _Suspect(Exception):
    """Something the second reading refuses."""


def read(source: Source, limits: Limits) -> JSON:
    """Give the value of the text; raises NotJSON on syntax, SpecError on everything else."""
    first = _First(limits)
    try:
        tree: JSON = json.loads(
            source.text,
            object_pairs_hook=first.object,
            parse_int=first.number,
            parse_float=first.number,
            parse_constant=first.suspect,
        )
    except json.JSONDecodeError as error:
        raise NotJSON(_syntax(source, error)) from error
    except (_Suspect, RecursionError) as error:
        _refuse(source, limits)
        raise source.error("the document is nested too deeply to be read", 0) from error
    if not _fits(tree, limits) or _has_half_pair(source.text):
        _refuse(source, limits)
    return tree


def _refuse(source: Source, limits: Limits) -> None:
    """Raise SpecError at the first thing that is refused in a text that is JSON."""
    _Reading(source, limits).run()


def _has_half_pair(text: str) -> bool:
    if not _SURROGATE.search(text):
        return False
    return any(escape["half"] for escape in _ESCAPE.finditer(text))


class _First:
    """What the first reading refuses as it goes."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.members = 0
        self.numbers = 0

    def object(self, pairs: list[tuple[str, JSON]]) -> dict[str, JSON]:
        self.members += len(pairs)
        members = dict(pairs)
        if len(members) != len(pairs) or self.members > self.limits.nodes:
            self.suspect()
        return members

    def number(self, literal: str) -> int | float:
        self.numbers += 1
        value = number(literal)
        return self.suspect() if value is None or self.numbers > self.limits.nodes else value

    def suspect(self, literal: str = "") -> NoReturn:
        raise _Suspect(literal)


def _syntax(source: Source, error: json.JSONDecodeError) -> SpecError:
    problem = error.msg[0].lower() + error.msg[1:].removesuffix(" at")
    return source.error(f"not valid JSON: {problem}", error.pos, "look for a missing comma, quote or bracket before it")


def _fits(tree: JSON, limits: Limits) -> bool:
    level, nodes, depth = [tree], 1, 0
    while level:
        below: list[JSON] = []
        for value in level:
            if isinstance(value, dict):
                below += value.values()
            elif isinstance(value, list):
                below += value
        nodes += len(below)
        depth += 1
        level = [value for value in below if isinstance(value, (dict, list))]
    return nodes <= limits.nodes and depth <= limits.depth


@dataclass(slots=True)
class _Open:
    """A mapping (or, without *keys*, a list) whose end has not been read."""

    keys: dict[str, int] | None
    """Where each key stands."""
    wants_key: bool = False


class _Reading:
    """The second reading: token by token, with one open container per level."""

    def __init__(self, source: Source, limits: Limits) -> None:
        self.source = source
        self.limits = limits
        self.open: list[_Open] = []
        self.nodes = 0

    def run(self) -> None:
        for match in _TOKEN.finditer(self.source.text):
            token, offset = match.group(), match.start()
            parent = self.open[-1] if self.open else None
            if token in "}]":
                # After a RecursionError nobody has seen the rest of the text: brackets may be too many.
                if self.open:
                    self.open.pop()
            elif parent is None or parent.keys is None:
                self.value(token, offset)
            elif parent.wants_key:
                parent.wants_key = False
                self.key(parent.keys, token, offset)
            else:
                parent.wants_key = True
                self.value(token, offset)

    def key(self, keys: dict[str, int], token: str, offset: int) -> None:
        key = self.string(token, offset)
        if key in keys:
            raise self.source.duplicate(key, offset, keys[key])
        keys[key] = offset

    def value(self, token: str, offset: int) -> None:
        self.nodes += 1
        if self.nodes > self.limits.nodes:
            raise self.source.too_many_nodes(self.limits, offset)
        if token in "{[":
            is_mapping = token == "{"
            self.open.append(_Open({} if is_mapping else None, is_mapping))
            if len(self.open) > self.limits.depth:
                raise self.source.too_deep(self.limits, offset)
        elif token.startswith('"'):
            self.string(token, offset)
        elif token in {"NaN", "Infinity", "-Infinity"}:
            raise self.source.error(f'"{token}" is not a JSON number', offset, "write a finite number or null")
        elif token not in {"true", "false", "null"}:
            self.source.number(token, offset)

    def string(self, token: str, offset: int) -> str:
        text = str(json.loads(token)) if "\\" in token else token[1:-1]
        if not text.isascii() and _SURROGATE.search(token) and any("\ud800" <= c <= "\udfff" for c in text):
            raise self.source.error(f"half a surrogate pair in {shown(token)}", offset, "write both halves or none")
        return text
