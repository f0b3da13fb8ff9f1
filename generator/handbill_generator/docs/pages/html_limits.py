"""Refuses HTML that a parser would take hours for.

In: HTML.  Out: nothing, or SpecError.
Never: reads HTML for what it says; refuses what a browser would be quick with.

The time of a parser of HTML grows with the elements times their depth, and with the square of the attributes of a tag.
A page of eight megabytes that was made for it would keep it busy for hours, so tags are counted first, roughly: a
comment or a quoted attribute that holds tags makes no difference, and what fools the count meets the limit of tags.
"""

from __future__ import annotations

import re

from handbill_generator.diagnostics import SpecError

MAX_TAGS = 50_000
MAX_DEPTH = 2_000
MAX_ATTRIBUTES = 500

_HINT = "give the page as Markdown or text, or the OpenAPI document"
_TAG = re.compile(r"<(?=[a-zA-Z/!])")
_MARKS = re.compile(r"[\"'>]")
_NAME = re.compile(r"[a-zA-Z][^\s/>\"'<]{0,60}")
_WORD = re.compile(r"[\s/]+[^\s/>]|[\"'][^\s/>\"']")
_RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})
"""What has text inside, whatever that looks like."""
_WITHOUT_END = frozenset(
    """
    area base br col embed hr img input link meta source track wbr p li dt dd td th tr thead tbody tfoot option
    optgroup rp rt colgroup
    """.split()
)
"""What has no closing tag, or often goes without: it is never deeper than what is around it."""


def check(text: str, *, name: str) -> None:
    """Raise SpecError where *text*, the page *name*, has more tags than a parser can cope with."""
    scan = _Scan(text, name)
    at = 0
    while tag := _TAG.search(text, at):
        at = scan.step(tag.start())


class _Scan:
    def __init__(self, text: str, name: str) -> None:
        self._text = text
        self._lowered = text.lower() if len(text.lower()) == len(text) else text
        self._name = name
        self._open: dict[str, int] = {}
        self._depth = 0
        self._tags = 0
        self._without: set[str] = set()
        """Ends that do not come any more, so that they are looked for once."""

    def step(self, at: int) -> int:
        """Read what begins at *at* and give where it ends."""
        if self._text.startswith("<!--", at):
            return self._before("-->", at + 2)
        closing = self._text.startswith("/", at + 1)
        name = _NAME.match(self._text, at + 1 + closing)
        if name is None:
            return at + 1
        tag = name[0].lower()
        end = self._tag_end(name.end())
        if closing:
            self._close(tag)
            return end
        self._count(tag)
        return self._before(f"</{tag}", end) if tag in _RAW else end

    def _before(self, mark: str, at: int) -> int:
        """Give where *mark* comes next; *at* where it comes no more."""
        found = -1 if mark in self._without else self._lowered.find(mark, at)
        if found < 0:
            self._without.add(mark)
        return max(found, at)

    def _tag_end(self, start: int) -> int:
        """Give where the tag ends, quoted values left out; too many attributes are refused."""
        at, attributes = start, 0
        while mark := _MARKS.search(self._text, at):
            attributes += sum(1 for _ in _WORD.finditer(self._text, at, mark.start()))
            if attributes > MAX_ATTRIBUTES:
                raise self._refusal(f"a tag with more than {MAX_ATTRIBUTES} attributes")
            if mark[0] == ">":
                return mark.end()
            attributes += 1
            close = self._quote_end(mark[0], mark.end())
            at = close + 1 if close >= 0 else mark.end()
        return len(self._text)

    def _quote_end(self, quote: str, at: int) -> int:
        close = -1 if quote in self._without else self._text.find(quote, at)
        if close < 0:
            self._without.add(quote)
        return close

    def _count(self, tag: str) -> None:
        self._tags += 1
        if self._tags > MAX_TAGS:
            raise self._refusal(f"more than {MAX_TAGS} elements")
        if tag not in _WITHOUT_END:
            self._open[tag] = self._open.get(tag, 0) + 1
            self._depth += 1
        if self._depth > MAX_DEPTH:
            raise self._refusal(f"more than {MAX_DEPTH} elements inside one another")

    def _close(self, tag: str) -> None:
        if self._open.get(tag):
            self._open[tag] -= 1
            self._depth -= 1

    def _refusal(self, what: str) -> SpecError:
        return SpecError(f"{self._name}: the page has {what}", hint=_HINT)
