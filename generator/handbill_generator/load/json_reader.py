"""Read JSON (RFC 8259).

In: text.  Out: plain values, and apart from them, for whoever asks, the place of each.
Never: accepts what another reader would read otherwise (duplicate keys, NaN, half a surrogate pair).

The standard library reads ten times faster than anything that keeps positions, so it goes first.  Where it meets
something suspect it says only that; the second reading, which knows every offset, says what and where.
"""

from __future__ import annotations

import json
import re
from typing import NoReturn

from ..diagnostics import SpecError
from .pointer import JSON
from .source import Limits, Place, Source, number, shown

_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[{}\[\]:,]|[^\s{}\[\]:,"]+', re.DOTALL)
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


class NotJSON(Exception):
    """The text is not JSON; *problem* says why, in case it should be."""

    def __init__(self, problem: SpecError) -> None:
        super().__init__(problem)
        self.problem = problem


class _Suspect(Exception):
    """Something the second reading refuses."""


def read(source: Source, limits: Limits) -> JSON:
    """Give the value of the text; raises NotJSON on syntax, SpecError on everything else."""
    try:
        tree: JSON = json.loads(
            source.text,
            object_pairs_hook=_object,
            parse_int=_number,
            parse_float=_number,
            parse_constant=_suspect,
        )
    except json.JSONDecodeError as error:
        raise NotJSON(_syntax(source, error)) from error
    except (_Suspect, RecursionError) as error:
        places(source, limits)
        raise source.error("the document is nested too deeply to be read", 0) from error
    if _SURROGATE.search(source.text) or not _fits(tree, limits):
        places(source, limits)
    return tree


def places(source: Source, limits: Limits) -> Place:
    """Give the place of every value of a text that is JSON; raises SpecError at the first that is refused."""
    return _Reading(source, limits).run()


def _object(pairs: list[tuple[str, JSON]]) -> dict[str, JSON]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise _Suspect
    return members


def _number(literal: str) -> int | float:
    value = number(literal)
    return _suspect(literal) if value is None else value


def _suspect(literal: str) -> NoReturn:
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


class _Reading:
    """The second reading: token by token, with one open container per level."""

    def __init__(self, source: Source, limits: Limits) -> None:
        self.source = source
        self.limits = limits
        self.open: list[dict[str, Place] | list[Place]] = []
        self.key: str | None = None
        self.key_offset = 0
        self.nodes = 0

    def run(self) -> Place:
        root: list[Place] = []
        self.open.append(root)
        for token in _TOKEN.finditer(self.source.text):
            self.take(token.group(), token.start())
        return root[0]

    def take(self, token: str, offset: int) -> None:
        if token in "}]":
            self.leave()
        elif token in ":,":
            return
        elif isinstance(self.open[-1], dict) and self.key is None:
            self.key, self.key_offset = self.string(token, offset), offset
        elif token == "{":
            self.enter({}, offset)
        elif token == "[":
            self.enter([], offset)
        else:
            self.scalar(token, offset)
            self.add(offset, None)

    def leave(self) -> None:
        # The bottom stays: after a RecursionError nobody has seen the rest of the text, brackets may be too many.
        if len(self.open) > 1:
            self.open.pop()

    def enter(self, inside: dict[str, Place] | list[Place], offset: int) -> None:
        self.add(offset, inside)
        self.open.append(inside)
        if len(self.open) - 1 > self.limits.depth:
            raise self.source.too_deep(self.limits, offset)

    def add(self, offset: int, inside: dict[str, Place] | list[Place] | None) -> None:
        self.nodes += 1
        if self.nodes > self.limits.nodes:
            raise self.source.too_many_nodes(self.limits, offset)
        parent = self.open[-1]
        if isinstance(parent, list):
            parent.append(Place(offset, inside))
        elif self.key is not None:
            if self.key in parent:
                raise self.source.duplicate(self.key, self.key_offset, parent[self.key].offset)
            parent[self.key] = Place(self.key_offset, inside)
            self.key = None

    def scalar(self, token: str, offset: int) -> None:
        if token.startswith('"'):
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
