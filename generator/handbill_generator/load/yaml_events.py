"""Parse YAML into events, by the faster of two parsers where it may be trusted.

In: text.  Out: events, each with the offset where it begins.
Never: gives events that the reference would not give; lets the reference work for longer than some seconds.

ruamel.yaml is the reference: it knows YAML 1.2, and says best what is wrong where.  libyaml (through PyYAML) is thirty
times faster, but knows 1.1.  The two read nearly every text alike; the few spellings that they do not are known, and
`tests/generator/test_load_parsers.py` looks for more.  Where one turns up, or an error, libyaml's events end in
`Unsure`, and the reference begins again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType
from typing import Any

from yaml import events as _quick_kinds  # type: ignore[import-untyped]
from yaml.error import MarkedYAMLError, YAMLError  # type: ignore[import-untyped]
from yaml.reader import ReaderError  # type: ignore[import-untyped]

from ..diagnostics import SpecError
from .source import Source, shown

try:
    CParser: Any = import_module("yaml.cyaml").CParser
except ImportError:  # PyYAML can be built without libyaml
    CParser = None

# The reference needs up to 0.1 ms an event and 6 us a character: these are some seconds.
_LENGTH = 2**20
_EVENTS = 60_000

# In YAML 1.2 these end no line (section 5.4), but for both parsers they do.
_FOREIGN_BREAKS = ("\x85", "\u2028", "\u2029", "\ufeff")
_STAND_INS = [chr(code) for code in range(0xE000, 0xF900)]  # for private use

_CORE_TAG = re.compile(r"!!(?:str|int|float|bool|null|map|seq)(?=[ \r\n])")
_LEADING_TAB = re.compile(r"(?:\A|(?<=[\r\n])) *\t")
_GLUED_COMMENT = re.compile(r"[^\r\n#]*[^ \r\n#]#")

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


class Unsure(Exception):
    """The reference must read the text; *problem* is what to say where the text is too long for it."""

    def __init__(self, problem: SpecError) -> None:
        super().__init__(problem)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Events:
    """The events of a text; *kinds* is the module that has their classes."""

    kinds: ModuleType
    stream: Iterator[Any]


def parse(source: Source) -> Events:
    """Give the events by libyaml; they raise Unsure where the reference might give others."""
    if CParser is None:
        return parse_again(source, None)
    text, back = _without_foreign_breaks(source.text)
    return Events(_quick_kinds, _restored(_quick(source, text), back))


def parse_again(source: Source, problem: SpecError | None) -> Events:
    """Give the events by the reference; they raise SpecError, *problem* where the text is too long for it."""
    from ruamel.yaml import events  # its import takes as long as to read a middling contract

    text, back = _without_foreign_breaks(source.text)
    return Events(events, _restored(_careful(source, text, problem), back))


def parse_whole(source: Source) -> list[tuple[str, Any]]:
    """Give all events with the names of their classes, such as `ScalarEvent`; raises SpecError."""
    try:
        events = list(parse(source).stream)
    except Unsure as unsure:
        events = list(parse_again(source, unsure.problem).stream)
    return [(type(event).__name__, event) for event in events]


def _without_foreign_breaks(text: str) -> tuple[str, dict[int, str]]:
    """Give *text* with other characters for those that end a line in YAML 1.1 alone, and how to translate it back."""
    found = [character for character in _FOREIGN_BREAKS if character in text]
    free = (character for character in _STAND_INS if character not in text)
    stand_ins = {ord(character): stand_in for character, stand_in in zip(found, free, strict=False)}
    back = {ord(stand_in): chr(code) for code, stand_in in stand_ins.items()}
    return text.translate(stand_ins) if stand_ins else text, back


def _restored(stream: Iterator[Any], back: dict[int, str]) -> Iterator[Any]:
    return (_restore(event, back) for event in stream) if back else stream


def _restore(event: Any, back: dict[int, str]) -> Any:
    if hasattr(event, "value"):
        event.value = event.value.translate(back)
    return event


def _quick(source: Source, text: str) -> Iterator[Any]:
    """Give libyaml's events as long as the reference would give the same."""
    watch = _Watch(source, text)
    watch.check_text()
    try:
        for event in iter(CParser(text).get_event, None):
            watch.check(event)
            yield event
    except ReaderError as error:
        before = text.encode()[: error.position].decode(errors="ignore")
        raise Unsure(_unprintable(source, len(before))) from error
    except MarkedYAMLError as error:
        raise Unsure(_syntax(source, error, 0)) from error
    except (YAMLError, ValueError) as error:
        raise Unsure(source.error(f"not valid YAML: {shown(str(error))}", 0)) from error


class _Watch:
    """Looks at what libyaml reads for what the reference may read otherwise; raises Unsure there."""

    def __init__(self, source: Source, text: str) -> None:
        self.source = source
        self.text = text
        self.tab = text.find("\t")
        self.done = 0

    def check_text(self) -> None:
        """Look for what no event tells."""
        for character in _FOREIGN_BREAKS:
            if character in self.text:
                raise self.unsure("a line separator", self.text.index(character))
        for start in ("\n%", "\r%"):
            if self.text.startswith("%") or start in self.text:
                raise self.unsure('a line that begins with "%"', max(0, self.text.find(start) + 1))

    def check(self, event: Any) -> None:
        kind = type(event)
        if kind is _quick_kinds.ScalarEvent:
            if event.style in ("|", ">") and _GLUED_COMMENT.match(self.text, event.start_mark.index):
                raise self.unsure("a comment behind | or >", event.start_mark.index)
            if event.anchor or event.tag:
                self.check_properties(event, event.tag)
            if self.tab >= 0 and event.style:
                self.check_tabs(event)
        elif kind is _quick_kinds.MappingStartEvent or kind is _quick_kinds.SequenceStartEvent:
            if event.flow_style:
                self.check_brackets(event)
            if event.anchor or event.tag:
                self.check_properties(event, event.tag)
        elif kind is _quick_kinds.AliasEvent:
            self.check_properties(event, None)
        elif kind is _quick_kinds.StreamEndEvent and self.tab >= 0:
            self.check_tabs(event)

    def check_brackets(self, event: Any) -> None:
        """Look for `[a: b]` and `[? a: b]`, mappings without braces: the reference reads them more strictly."""
        start, end = event.start_mark.index, event.end_mark.index
        if start == end or self.text[end - 1] not in "[{":
            raise self.unsure("a mapping without braces in a list", start)

    def check_properties(self, event: Any, tag: str | None) -> None:
        """Look for anchors with a colon or the like behind them, and for tags other than plain ones of YAML's own."""
        start = event.start_mark.index
        end = start + 1 + len(event.anchor or "")
        if event.anchor and (self.text[start] not in "&*" or self.text[end : end + 1].strip(" \r\n,]}")):
            raise self.unsure(f'the anchor "{shown(event.anchor)}" with more beside it', start)
        if tag and not _CORE_TAG.match(self.text, start):
            raise self.unsure(f'the tag "{shown(tag)}"', start)

    def check_tabs(self, event: Any) -> None:
        """Look for tabs that begin a line before *event*, outside of quotes and blocks.

        Tabs behind something on their line separate words as spaces do (YAML 1.2.2, section 6.2).  The reference
        refuses them, but documents have them.
        """
        start = event.start_mark.index
        if self.tab < start and (tab := _LEADING_TAB.search(self.text, self.done, start)):
            raise self.unsure("a tab at the beginning of a line", tab.end() - 1)
        self.done = event.end_mark.index
        self.tab = self.text.find("\t", self.done)

    def unsure(self, what: str, offset: int) -> Unsure:
        message = f"{what} cannot be read in a document of this length"
        return Unsure(self.source.error(message, offset, "remove it"))


def _careful(source: Source, text: str, problem: SpecError | None) -> Iterator[Any]:
    """Give the events of the reference."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError
    from ruamel.yaml.reader import ReaderError

    begun = text if problem is None else text[:_LENGTH]
    is_cut, offset = len(begun) < len(text), 0
    try:
        for count, event in enumerate(YAML(typ="safe", pure=True).parse(begun)):
            if problem and count == _EVENTS:
                raise problem
            offset = event.start_mark.index
            if not getattr(event, "value", "").isascii():
                event.value = _whole_characters(source, event)
            yield event
    except MarkedYAMLError as error:
        if problem and is_cut and error.problem_mark and error.problem_mark.index >= len(begun):
            raise problem from error
        raise _syntax(source, error, offset) from error
    except ReaderError as error:
        raise _unprintable(source, error.position) from error
    except (YAMLError, ValueError, OverflowError, RecursionError, AssertionError) as error:
        # The scanner hands \UFFFFFFFF to chr() as it is, asserts that %YAML says 1.1 or 1.2, and more of the kind.
        raise source.error(f"not valid YAML behind this place: {shown(str(error))}", offset) from error
    if problem and is_cut:
        raise problem


def _whole_characters(source: Source, event: Any) -> str:
    """Put the two halves of JSON's `\\ud83d\\ude00` together, which the parser leaves apart."""
    try:
        return str(event.value).encode("utf-16-le", "surrogatepass").decode("utf-16-le")
    except UnicodeDecodeError:
        raise source.error("half a surrogate pair", event.start_mark.index, "write the character itself") from None


def _unprintable(source: Source, offset: int) -> SpecError:
    message = f"not valid YAML: the character U+{ord(source.text[offset]):04X} is not allowed"
    return source.error(message, offset, "remove it, or write it as an escape in double quotes")


def _syntax(source: Source, error: Any, offset: int) -> SpecError:
    """Give the error for what either parser says."""
    problem = error.problem or "it cannot be read"
    if error.context and error.context_mark:
        line = source.position(error.context_mark.index).line
        problem += f" {error.context} that begins on line {line}"
    hint = next((hint for part, hint in _HINTS.items() if part in problem), "check the indent and the quotes above it")
    where = error.problem_mark.index if error.problem_mark else offset
    return source.error(f"not valid YAML: {problem}", where, hint)
