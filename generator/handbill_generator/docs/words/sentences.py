"""Split a text into sentences.

In: Markdown or plain text.  Out: sentences without marks of emphasis and links, each on one line.
Never: gives a sentence longer than `MAX_SENTENCE`; what is longer is cut, so that every pattern has an end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

MAX_SENTENCE = 1_000
"""The most characters of a sentence."""
MAX_TEXT = 1_000_000
"""The most characters of a text that are read."""

_LINK = re.compile(r"!?\[([^\[\]\n]{0,300})\]\([^()\s]{0,500}(?:[ \t]\"[^\"\n]{0,200}\")?\)")
_EMPHASIS = re.compile(r"\*\*|__(?=\s|$)|(?<!\w)__(?=\w)|(?<!\w)\*(?=\w)|(?<=\w)\*(?!\w)")
_TAG = re.compile(r"</?[A-Za-z]{1,12}(?:[ \t][^<>\n]{0,200})?/?>")
_BLOCK = re.compile(r"\n[ \t]*\n|\n(?=[ \t]*(?:[-*+•‣◦#>]|[0-9]{1,3}[.)])[ \t]|[ \t]*\|)")
_BULLET = re.compile(r"\A(?:[-*+•‣◦#>]{1,6}|[0-9]{1,2}[.)])\s+")
_STOP = re.compile(r"(?<![.\s])[.!?][\"')\]]{0,2}(?=\s)")
_ABBREVIATED = re.compile(r"(?:^|[\s(])(?:e\.g|i\.e|eg|ie|etc|vs|cf|approx|incl|no|max|min|resp|ex)\.$", re.IGNORECASE)
_PLAIN = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u00a0": " "})
_HTML = frozenset("a b br code div em i li ol p pre small span strong sub sup table tbody td th thead tr u ul".split())


def sentences(text: str) -> Iterator[str]:
    """Give the sentences of *text*, without the stop at their end; code keeps its backticks."""
    for block in _blocks(_plain(text[:MAX_TEXT])):
        start = 0
        for stop in _STOP.finditer(block):
            if _ABBREVIATED.search(block, max(0, stop.start() - 8), stop.start() + 1):
                continue
            yield from _cut(block[start : stop.end()])
            start = stop.end()
        yield from _cut(block[start:])


def bare(sentence: str) -> str:
    """Give *sentence* without backticks and with plain quotes."""
    return sentence.replace("`", "")


def _plain(text: str) -> str:
    text = text.replace("\r\n", "\n")
    if not text.isascii():
        text = text.translate(_PLAIN)
    if "<" in text:
        text = _TAG.sub(_without_tag, text)
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    return _EMPHASIS.sub("", text) if "*" in text or "__" in text else text


def _without_tag(match: re.Match[str]) -> str:
    """Keep what is no tag of HTML, such as the placeholder `<token>`; a line break ends a sentence."""
    name = re.sub(r"[^a-z].*", "", match[0].strip("</>").lower(), flags=re.DOTALL)
    if name not in _HTML:
        return match[0]
    return "`" if name == "code" else "\n\n" if name in ("br", "li", "p", "div", "td", "tr") else ""


def _blocks(text: str) -> Iterator[str]:
    """Give paragraphs, items of lists and rows of tables, each on one line."""
    for block in _BLOCK.split(text):
        yield " ".join(_BULLET.sub("", block.strip(" \t\n|")).split())


def _cut(sentence: str) -> Iterator[str]:
    sentence = sentence.strip()[:MAX_SENTENCE].rstrip(".! ")
    if sentence:
        yield sentence
