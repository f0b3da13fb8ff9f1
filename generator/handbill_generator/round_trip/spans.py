"""Where each value of a file begins and ends in its text.

In: the text of a JSON or YAML document that `load` accepts.  Out: a tree of `Span`.
Never: checks the text; resolves an alias or a tag.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from handbill_generator.load.source import Source
from handbill_generator.load.yaml_events import parse_whole

Kind: TypeAlias = Literal["mapping", "list", "scalar"]

_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[{}\[\]:,]|[^\s{}\[\]:,"]+', re.DOTALL)
_COLON = re.compile(r"[ \t]*:")


@dataclass(slots=True, kw_only=True)
class Span:
    """A value in the text, its anchor and tag included: `text[start:end]`, without comments and breaks behind it."""

    start: int
    end: int = -1
    lead: int = 0
    """Behind the colon or dash before it."""
    kind: Kind = "scalar"
    """An alias is a scalar too."""
    flow: bool = False
    """Whether it is written in brackets."""
    style: str = ""
    """Of a scalar: its quote, `|`, `>`, or empty where it is plain; `*` of an alias."""
    members: list[Member] = field(default_factory=list)

    def names(self) -> list[str]:
        """Give the keys of a mapping as written."""
        return [member.name for member in self.members]


@dataclass(slots=True, kw_only=True)
class Member:
    """A member of a mapping, from its key on, or an item of a list, in a block from its dash on."""

    name: str = ""
    start: int
    key_end: int
    """Behind the key; of an item the same as `start`."""
    lead_end: int
    """Behind the colon or the dash."""
    value: Span

    @property
    def end(self) -> int:
        return max(self.lead_end, self.value.end)


def is_json(text: str) -> bool:
    """Say whether *text* is JSON, and not what only looks like it."""
    try:
        return text.lstrip().startswith("{") and isinstance(json.loads(text), dict)
    except (json.JSONDecodeError, RecursionError):
        return False


def json_spans(text: str) -> Span:
    """Give the spans of a text that is JSON."""
    building = _Building(text)
    for token in _TOKEN.finditer(text):
        match token.group():
            case "{" | "[" as bracket:
                building.open(Span(start=token.start(), kind="mapping" if bracket == "{" else "list", flow=True))
            case "}" | "]":
                building.close(token.end())
            case ":" | ",":
                pass
            case scalar:
                style = '"' if scalar.startswith('"') else ""
                name = json.loads(scalar) if building.wants_key and style else ""
                building.scalar(Span(start=token.start(), end=token.end(), style=style), name)
    return building.root


def yaml_spans(text: str) -> Span:
    """Give the spans of a text that is YAML."""
    building = _Building(text)
    for kind, event in parse_whole(Source("", text)):
        start, end = event.start_mark.index, event.end_mark.index
        match kind:
            case "MappingStartEvent":
                building.open(Span(start=start, kind="mapping", flow=bool(event.flow_style)))
            case "SequenceStartEvent":
                building.open(Span(start=start, kind="list", flow=bool(event.flow_style)))
            case "MappingEndEvent" | "SequenceEndEvent":
                building.close(end)
            case "AliasEvent":
                building.scalar(Span(start=start, end=end, style="*"))
            case "ScalarEvent":
                building.scalar(Span(start=start, end=_end(text, event), style=event.style or ""), event.value)
            case _:
                pass
    return building.root


def _end(text: str, event: Any) -> int:
    """Give the end of a scalar; that of a block scalar, as the parser has it, lies behind the blank lines after it."""
    start, end = int(event.start_mark.index), int(event.end_mark.index)
    if event.style not in ("|", ">"):
        return end
    header = re.split(r"[\r\n]", text[start:end], maxsplit=1)[0]
    if "+" in header.partition("#")[0]:  # these blank lines are a part of it
        return start + len(re.sub(r"(\r\n|\r|\n)\Z", "", text[start:end]))
    return start + len(text[start:end].rstrip(" \t\r\n"))


class _Building:
    """Puts spans together; no recursion, because depth is what the limit of `load` says."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.stack: list[Span] = []
        self.keys: list[Span | None] = []
        self.names: list[str] = []
        self.root = Span(start=0, end=len(text))

    @property
    def wants_key(self) -> bool:
        return bool(self.stack) and self.stack[-1].kind == "mapping" and self.keys[-1] is None

    def open(self, span: Span) -> None:
        self.stack.append(span)
        self.keys.append(None)
        self.names.append("")

    def close(self, end: int) -> None:
        span = self.stack.pop()
        self.keys.pop()
        self.names.pop()
        span.end = end if span.flow else span.members[-1].end
        self.add(span)

    def scalar(self, span: Span, name: str = "") -> None:
        if self.wants_key:
            self.keys[-1], self.names[-1] = span, name
        else:
            self.add(span)

    def add(self, value: Span) -> None:
        if not self.stack:
            self.root = value
            return
        parent, key = self.stack[-1], self.keys[-1]
        if key:
            colon = _COLON.match(self.text, key.end)
            lead_end = colon.end() if colon else key.end
            member = Member(name=self.names[-1], start=key.start, key_end=key.end, lead_end=lead_end, value=value)
        elif parent.flow:
            member = Member(start=value.start, key_end=value.start, lead_end=value.start, value=value)
        else:
            dash = _dash(self.text, value.start)
            member = Member(start=dash, key_end=dash, lead_end=dash + 1, value=value)
        if value.start == value.end:  # the parser puts what is empty where the next token is
            value.start = value.end = member.lead_end
        value.lead = member.lead_end
        parent.members.append(member)
        self.keys[-1] = None


def _dash(text: str, start: int) -> int:
    """Give the place of the dash of the item at *start*: on its line, or above it past comments and blank lines."""
    end = start
    while end > 0:
        begin = max(text.rfind("\n", 0, end), text.rfind("\r", 0, end)) + 1
        line = text[begin:end]
        if end == start and line.strip():
            return begin + line.rfind("-")
        if line.lstrip().startswith("-"):
            return begin + line.index("-")
        end = begin - 1
    return start
