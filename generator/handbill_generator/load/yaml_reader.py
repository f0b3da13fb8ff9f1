"""Read YAML 1.2 with its core schema.

In: text.  Out: plain values and the place of each, in one pass over the parser's events.
Never: constructs anything but mappings, lists, strings, numbers, booleans and null; follows an alias past the limits.

Keys are strings as written (`200:` is "200").  Merge keys (`<<`) are not YAML 1.2, but documents have them: they work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from ruamel.yaml import YAML, events
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.reader import ReaderError

from ..diagnostics import SpecError
from .pointer import JSON
from .source import Limits, Place, Source, shown

# YAML 1.2.2, section 10.3.2; 1_000, 1:30, yes and dates are plain strings there.
_WORDS: dict[str, JSON] = dict.fromkeys(("", "~", "null", "Null", "NULL"))
_WORDS |= dict.fromkeys(("true", "True", "TRUE"), True) | dict.fromkeys(("false", "False", "FALSE"), False)
_NUMBER = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
_CORE = "tag:yaml.org,2002:"
_STR = _CORE + "str"
_TAGS = {_CORE + "null": (type(None),), _CORE + "bool": (bool,), _CORE + "int": (int,), _CORE + "float": (int, float)}
_MERGE = "\ud800"  # half a surrogate pair, which no key can be

# The parser's problem, in part, and what mostly helps.
_HINTS = {
    "mapping values are not allowed": 'put the text in quotes if it holds ": ", else check the indent',
    "could not find expected ':'": "check the indent, or write the missing colon",
    "found character '\\t'": "indent with spaces",
    "that cannot start any token": "put the text in quotes",
    "unexpected end of stream": "close the quote",
    "expected ',' or": "close the bracket or write the missing comma",
    "unknown escape character": "write the backslash twice, or use single quotes",
}


class _Node(NamedTuple):
    """A finished value, the places inside it, how many values it holds with itself, and how deep it is."""

    value: JSON
    inside: dict[str, Place] | list[Place] | None = None
    size: int = 1
    height: int = 0


@dataclass(slots=True, kw_only=True)
class _Open:
    """A mapping or list whose end has not been read."""

    offset: int
    anchor: str | None
    is_mapping: bool
    key: str | None = None
    merging: bool = False
    keys: dict[str, int] = field(default_factory=dict)
    items: list[tuple[_Node, int]] = field(default_factory=list)
    merged: _Node | None = None

    def close(self) -> _Node:
        """Give the finished value; what a merge key brings stands first and yields to what is written."""
        nodes = [node for node, _ in self.items]
        held = [*nodes, self.merged] if self.merged else nodes
        size = 1 + sum(node.size for node in held)
        height = 1 + max((node.height for node in held), default=0)
        places = [Place(offset, node.inside) for node, offset in self.items]
        if not self.is_mapping:
            return _Node([node.value for node in nodes], places, size, height)
        names = [key for key in self.keys if key != _MERGE]
        value: dict[str, JSON] = {}
        inside: dict[str, Place] = {}
        # Of two merged mappings the earlier wins (yaml.org/type/merge), so it comes last here.
        for part in reversed(_parts(self.merged) if self.merged else []):
            value |= part.value if isinstance(part.value, dict) else {}
            inside |= part.inside if isinstance(part.inside, dict) else {}
        value |= zip(names, (node.value for node in nodes), strict=True)
        inside |= zip(names, places, strict=True)
        return _Node(value, inside, size, height)


def _parts(node: _Node) -> list[_Node]:
    """Give what a merge key merges: the one value, or those of the list."""
    if isinstance(node.value, list) and isinstance(node.inside, list):
        return [_Node(value, place.inside) for value, place in zip(node.value, node.inside, strict=True)]
    return [node]


def read(source: Source, limits: Limits) -> tuple[JSON, Place]:
    """Give the value of the only document of the text and the places in it; raises SpecError."""
    builder = _Builder(source, limits)
    for event in _events(source):
        builder.take(event)
    if builder.root is None:
        raise source.error("the file is empty", 0, "write an OpenAPI document into it")
    return builder.root.value, Place(builder.root_offset, builder.root.inside)


def _events(source: Source) -> Iterator[Any]:
    offset = 0
    try:
        for event in YAML(typ="safe", pure=True).parse(source.text):
            offset = event.start_mark.index
            yield event
    except MarkedYAMLError as error:
        raise _syntax(source, error, offset) from error
    except ReaderError as error:
        message = f"not valid YAML: the character U+{ord(source.text[error.position]):04X} is not allowed"
        raise source.error(message, error.position, "remove it, or write it as an escape in double quotes") from error
    except (YAMLError, ValueError, OverflowError, RecursionError) as error:
        # The scanner hands \UFFFFFFFF to chr() as it is, and more of the kind.
        raise source.error(f"not valid YAML behind this place: {shown(str(error))}", offset) from error


def _syntax(source: Source, error: MarkedYAMLError, offset: int) -> SpecError:
    problem = error.problem or "it cannot be read"
    if error.context and error.context_mark:
        line = source.position(error.context_mark.index).line
        problem += f" {error.context} that begins on line {line}"
    hint = next((hint for part, hint in _HINTS.items() if part in problem), "check the indent and the quotes above it")
    where = error.problem_mark.index if error.problem_mark else offset
    return source.error(f"not valid YAML: {problem}", where, hint)


class _Builder:
    """Builds values from events.  No recursion: depth is what the limit says, not what Python's stack bears."""

    def __init__(self, source: Source, limits: Limits) -> None:
        self.source = source
        self.limits = limits
        self.open: list[_Open] = []
        self.anchors: dict[str, _Node | None] = {}
        self.nodes = 0
        self.root: _Node | None = None
        self.root_offset = 0

    def take(self, event: Any) -> None:
        offset: int = event.start_mark.index
        wants_key = bool(self.open) and self.open[-1].is_mapping and self.open[-1].key is None
        match event:
            case events.ScalarEvent() if wants_key:
                self.key(event, offset)
            case events.ScalarEvent():
                self.add(self.scalar(event, offset), offset)
            case events.MappingEndEvent() | events.SequenceEndEvent():
                self.leave()
            case events.AliasEvent() | events.CollectionStartEvent() if wants_key:
                raise self.source.error("a key must be plain text", offset, "write the key as a string")
            case events.AliasEvent():
                self.add(self.alias(event.anchor, offset), offset)
            case events.CollectionStartEvent():
                self.enter(event, offset)
            case events.DocumentStartEvent() if self.root:
                raise self.source.error("a second YAML document begins here", offset, "keep one document per file")
            case _:
                pass

    def key(self, event: Any, offset: int) -> None:
        parent, text = self.open[-1], self.text(event, offset)
        parent.merging = text == "<<" and event.style is None
        parent.key = _MERGE if parent.merging else text
        if parent.key in parent.keys:
            raise self.source.duplicate(text, offset, parent.keys[parent.key])
        parent.keys[parent.key] = offset
        if event.anchor:
            self.anchors[event.anchor] = _Node(text)

    def scalar(self, event: Any, offset: int) -> _Node:
        self.count(1, offset)
        text = self.text(event, offset)
        tag = event.tag or ("" if event.implicit[0] else _STR)
        node = _Node(text if tag in ("!", _STR) else self.resolve(text, tag, offset))
        if event.anchor:
            self.anchors[event.anchor] = node
        return node

    def text(self, event: Any, offset: int) -> str:
        text = str(event.value)
        if event.tag not in (None, "!", _STR, *_TAGS):
            raise self.tag_error(event.tag, offset)
        if text.isascii():
            return text
        try:
            # The parser leaves the two halves of JSON's "\ud83d\ude00" apart.
            return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le")
        except UnicodeDecodeError:
            raise self.source.error("half a surrogate pair", offset, "write the character itself") from None

    def resolve(self, text: str, tag: str, offset: int) -> JSON:
        value = self.plain(text, offset)
        if tag and type(value) not in _TAGS[tag]:
            raise self.source.error(
                f'"{shown(text)}" is not of type {tag.removeprefix(_CORE)}', offset, "remove the tag"
            )
        return value

    def plain(self, text: str, offset: int) -> JSON:
        if text in _WORDS:
            return _WORDS[text]
        if _NOT_FINITE.fullmatch(text):
            raise self.source.error(f'"{text}" is not a JSON number', offset, "write a finite number or null")
        if _NUMBER.fullmatch(text):
            return self.source.number(text, offset)
        return text

    def alias(self, name: str, offset: int) -> _Node:
        if name not in self.anchors:
            raise self.source.error(
                f'there is no anchor "&{shown(name)}" before this', offset, "write the anchor first"
            )
        node = self.anchors[name]
        if node is None:
            raise self.source.error(f'"*{shown(name)}" stands inside its own anchor', offset, "use $ref for recursion")
        self.count(node.size, offset)
        self.check_depth(node.height, offset)
        return node

    def enter(self, event: Any, offset: int) -> None:
        is_mapping = isinstance(event, events.MappingStartEvent)
        if event.tag not in (None, "!", _CORE + ("map" if is_mapping else "seq")):
            raise self.tag_error(event.tag, offset)
        self.count(1, offset)
        self.check_depth(1, offset)
        self.open.append(_Open(offset=offset, anchor=event.anchor, is_mapping=is_mapping))
        if event.anchor:
            self.anchors[event.anchor] = None

    def leave(self) -> None:
        done = self.open.pop()
        node = done.close()
        if done.anchor:
            self.anchors[done.anchor] = node
        self.add(node, done.offset)

    def add(self, node: _Node, offset: int) -> None:
        if not self.open:
            self.root, self.root_offset = node, offset
            return
        parent = self.open[-1]
        if parent.merging:
            if not all(isinstance(part.value, dict) for part in _parts(node)):
                hint = "write an alias of a mapping, or quote the key"
                raise self.source.error('"<<" merges mappings only', offset, hint)
            parent.merged = node
        else:
            parent.items.append((node, offset if parent.key is None else parent.keys[parent.key]))
        parent.key, parent.merging = None, False

    def count(self, nodes: int, offset: int) -> None:
        self.nodes += nodes
        if self.nodes > self.limits.nodes:
            raise self.source.too_many_nodes(self.limits, offset)

    def check_depth(self, levels: int, offset: int) -> None:
        if len(self.open) + levels > self.limits.depth:
            raise self.source.too_deep(self.limits, offset)

    def tag_error(self, tag: str, offset: int) -> SpecError:
        return self.source.error(f'the tag "{shown(tag)}" is not supported', offset, "remove the tag")
