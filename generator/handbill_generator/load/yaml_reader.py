"""Read YAML 1.2 with its core schema.

In: text.  Out: plain values and the place of each, in one pass over the parser's events.
Never: constructs anything but mappings, lists, strings, numbers, booleans and null; follows an alias past the limits.

Keys are strings as written (`200:` is "200").  Merge keys (`<<`) are not YAML 1.2, but documents have them: they work.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from .pointer import JSON
from .source import Limits, Source, shown
from .yaml_events import Events, Unsure, parse, parse_again
from .yaml_places import YAMLPlaces

# YAML 1.2.2, section 10.3.2; 1_000, 1:30, yes and dates are plain strings there.
_WORDS: dict[str, JSON] = dict.fromkeys(("", "~", "null", "Null", "NULL"))
_WORDS |= dict.fromkeys(("true", "True", "TRUE"), True) | dict.fromkeys(("false", "False", "FALSE"), False)
_NUMBER = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
_CORE = "tag:yaml.org,2002:"
_STR = _CORE + "str"
_TAGS = {_CORE + "null": (type(None),), _CORE + "bool": (bool,), _CORE + "int": (int,), _CORE + "float": (int, float)}
_MERGE = "\ud800"  # half a surrogate pair, which no key can be
_MOST_REMEMBERED = 10_000


def read(source: Source, limits: Limits) -> tuple[JSON, YAMLPlaces]:
    """Give the value of the only document of the text and the places in it; raises SpecError."""
    try:
        return _Builder(source, limits).build(parse(source))
    except Unsure as unsure:
        return _Builder(source, limits).build(parse_again(source, unsure.problem))


class _Anchored(NamedTuple):
    """A value that an alias can name, how many values it holds with itself, and how deep it is."""

    value: JSON
    size: int = 1
    height: int = 0


@dataclass(slots=True, kw_only=True)
class _Open:
    """A mapping, or without one a list, whose end has not been read."""

    offset: int
    anchor: str | None
    before: int
    """How many values began before it."""
    mapping: dict[str, JSON] | None
    items: list[JSON]
    offsets: list[int] = field(default_factory=list)
    """Where the members or items stand, in their order."""
    key: str | None = None
    """The key whose value comes next, and where it stands."""
    key_offset: int = 0
    height: int = 1
    merge_offset: int | None = None
    merged: tuple[dict[str, JSON], ...] = ()


class _Builder:
    """Builds values from events.  No recursion: depth is what the limit says, not what Python's stack bears."""

    def __init__(self, source: Source, limits: Limits) -> None:
        self.source = source
        self.limits = limits
        self.places = YAMLPlaces()
        self.has_root = False
        self.open: list[_Open] = []
        self.anchors: dict[str, _Anchored | None] = {}
        self.nodes = 0
        self.keys: dict[str, str] = {}
        self.plain: dict[str, JSON] = {}

    def build(self, events: Events) -> tuple[JSON, YAMLPlaces]:
        kinds = events.kinds
        for event in events.stream:
            kind = type(event)
            if kind is kinds.ScalarEvent:
                self.scalar(event)
            elif kind is kinds.MappingStartEvent:
                self.enter(event, {}, "map")
            elif kind is kinds.SequenceStartEvent:
                self.enter(event, None, "seq")
            elif kind is kinds.MappingEndEvent or kind is kinds.SequenceEndEvent:
                self.leave()
            elif kind is kinds.AliasEvent:
                self.alias(event.anchor, event.start_mark.index)
            elif kind is kinds.DocumentStartEvent and self.has_root:
                offset = event.start_mark.index
                raise self.source.error("a second YAML document begins here", offset, "keep one document per file")
        if not self.has_root:
            raise self.source.error("the file is empty", 0, "write an OpenAPI document into it")
        return self.places.tree, self.places

    def scalar(self, event: Any) -> None:
        offset: int = event.start_mark.index
        if self.open and (parent := self.open[-1]).mapping is not None and parent.key is None:
            self.key(parent, parent.mapping, event, offset)
            return
        self.count(1, offset)
        value: JSON
        if event.tag:
            value = self.tagged(event, offset)
        elif event.style:
            value = event.value
        else:
            value = self.plain_value(event.value, offset)
        if event.anchor:
            self.anchors[event.anchor] = _Anchored(value)
        self.add(value, offset)

    def key(self, parent: _Open, mapping: dict[str, JSON], event: Any, offset: int) -> None:
        text: str = event.value
        if event.tag:
            self.check_tag(event, offset, _STR, *_TAGS)
        if event.anchor:
            self.anchors[event.anchor] = _Anchored(text)
        parent.key_offset = offset
        if text == "<<" and not event.style:
            if parent.merge_offset is not None:
                raise self.source.duplicate(text, offset, parent.merge_offset)
            parent.key, parent.merge_offset = _MERGE, offset
            return
        if text in mapping:
            raise self.source.duplicate(text, offset, parent.offsets[list(mapping).index(text)])
        parent.key = self.keys.setdefault(text, text)

    def tagged(self, event: Any, offset: int) -> JSON:
        self.check_tag(event, offset, _STR, *_TAGS)
        if event.tag in ("!", _STR):
            return str(event.value)
        value = self.resolve(event.value, offset)
        if type(value) not in _TAGS[event.tag]:
            kind = event.tag.removeprefix(_CORE)
            raise self.source.error(f'"{shown(event.value)}" is not of type {kind}', offset, "remove the tag")
        return value

    def check_tag(self, event: Any, offset: int, *known: str) -> None:
        if event.tag not in ("!", *known):
            raise self.source.error(f'the tag "{shown(event.tag)}" is not supported', offset, "remove the tag")

    def plain_value(self, text: str, offset: int) -> JSON:
        """Resolve a plain scalar; most of them stand in a contract many times, and then share their value."""
        if text in self.plain:
            return self.plain[text]
        if len(self.plain) == _MOST_REMEMBERED:
            self.plain.clear()
        value = self.plain[text] = self.resolve(text, offset)
        return value

    def resolve(self, text: str, offset: int) -> JSON:
        if text in _WORDS:
            return _WORDS[text]
        if text[0] not in "+-.0123456789":
            return text
        if _NOT_FINITE.fullmatch(text):
            raise self.source.error(f'"{text}" is not a JSON number', offset, "write a finite number or null")
        if _NUMBER.fullmatch(text):
            return self.source.number(text, offset)
        return text

    def alias(self, name: str, offset: int) -> None:
        self.refuse_as_key(offset)
        if name not in self.anchors:
            message = f'there is no anchor "&{shown(name)}" before this'
            raise self.source.error(message, offset, "write the anchor first")
        anchored = self.anchors[name]
        if anchored is None:
            raise self.source.error(f'"*{shown(name)}" stands inside its own anchor', offset, "use $ref for recursion")
        self.count(anchored.size, offset)
        self.check_depth(anchored.height, offset)
        self.add(anchored.value, offset, anchored.height)

    def enter(self, event: Any, mapping: dict[str, JSON] | None, tag: str) -> None:
        offset: int = event.start_mark.index
        self.refuse_as_key(offset)
        if event.tag:
            self.check_tag(event, offset, _CORE + tag)
        before = self.nodes
        self.count(1, offset)
        self.check_depth(1, offset)
        self.open.append(_Open(offset=offset, anchor=event.anchor, before=before, mapping=mapping, items=[]))
        if event.anchor:
            self.anchors[event.anchor] = None

    def leave(self) -> None:
        done = self.open.pop()
        value: dict[str, JSON] | list[JSON] = done.items if done.mapping is None else done.mapping
        if done.mapping is not None and done.merged:
            value = self.merge(done, done.mapping)
        else:
            self.places.add(value, done.offsets)
        if done.anchor:
            self.anchors[done.anchor] = _Anchored(value, self.nodes - done.before, done.height)
        self.add(value, done.offset, done.height)

    def merge(self, done: _Open, mapping: dict[str, JSON]) -> dict[str, JSON]:
        """Give the mapping with what its merge key brings: that stands first and yields to what is written."""
        value: dict[str, JSON] = {}
        offsets: dict[str, int] = {}
        # Of two merged mappings the earlier wins (yaml.org/type/merge), so it comes last here.
        for part in reversed(done.merged):
            value |= part
            offsets |= zip(part, self.places.inside(part), strict=True)
        value |= mapping
        offsets |= zip(mapping, done.offsets, strict=True)
        self.places.add(value, list(offsets.values()))
        return value

    def add(self, value: JSON, offset: int, height: int = 0) -> None:
        if not self.open:
            self.places.tree, self.places.root, self.has_root = value, offset, True
            return
        parent = self.open[-1]
        if height >= parent.height:
            parent.height = height + 1
        if parent.mapping is None:
            parent.items.append(value)
            parent.offsets.append(offset)
        elif parent.key == _MERGE:
            parent.key = None
            parent.merged = self.merged(value, offset)
        elif parent.key is not None:
            parent.mapping[parent.key] = value
            parent.offsets.append(parent.key_offset)
            parent.key = None

    def merged(self, value: JSON, offset: int) -> tuple[dict[str, JSON], ...]:
        """Give what a merge key merges: the one value, or those of the list."""
        self.places.keep(value)
        parts = value if isinstance(value, list) else [value]
        mappings = [part for part in parts if isinstance(part, dict)]
        if len(mappings) < len(parts):
            message, hint = '"<<" merges mappings only', "write an alias of a mapping, or quote the key"
            raise self.source.error(message, offset, hint)
        return tuple(mappings)

    def refuse_as_key(self, offset: int) -> None:
        if self.open and self.open[-1].mapping is not None and self.open[-1].key is None:
            raise self.source.error("a key must be plain text", offset, "write the key as a string")

    def count(self, nodes: int, offset: int) -> None:
        self.nodes += nodes
        if self.nodes > self.limits.nodes:
            raise self.source.too_many_nodes(self.limits, offset)

    def check_depth(self, levels: int, offset: int) -> None:
        if len(self.open) + levels > self.limits.depth:
            raise self.source.too_deep(self.limits, offset)
