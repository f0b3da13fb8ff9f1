"""Find code samples in the text of a page, where nothing fences them.

In: the lines of a page.  Out: where each sample begins and ends, and its language.
Never: reads the code; `words.samples` does.

A sample begins at a line that no sentence begins with (`curl -X`, `import requests`, `package main`).  That of curl
ends with its last quote or continuation, another at the first line outside of all brackets that is no code.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MAX_LINES = 400
"""The most lines that a sample has."""

_FIRST_LINES = (
    ("php", r"<\?php\b|\$\w{1,60}\s*=\s*\S"),
    ("go", r"package main\b"),
    ("java", r"import (?:java|okhttp3|com|org|kong)\b[\w.*]{0,100};|Http(?:Response|Request|Client)\b.{0,100}="),
    ("javascript", r"(?:const|let|var) [\w${[ ,}\]]{1,80}\s*=|(?:await )?fetch\(|import .{1,100} from ['\"]"),
    ("python", r"import [a-z_][\w.]{0,60}(?: as \w{1,40})?$|from [a-z_][\w.]{0,60} import [\w, ()*]{1,200}$"),
    ("ruby", r"require ['\"][\w/-]{1,60}['\"]"),
)
_BEGINS = tuple((language, re.compile(pattern)) for language, pattern in _FIRST_LINES)
_CURL = re.compile(r"curl\s+(?:.{0,2000}(?:https?://|\s-{1,2}\w|\\$)|-{1,2}\w)")
_OPENING, _CLOSING = "([{", ")]}"
_GOES_ON = re.compile(
    r"[})\]'\"`;.#$@<?>]|//|--|"
    r"(?:import|from|print|const|let|var|func|package|if|else|for|try|except|catch|defer|return|require|puts|echo|use|"
    r"using|end|begin|rescue|def|await|with)\b(?=.{0,2000}[(){}\[\];='\":]|$|\s[\w.]{1,60}$)|"
    r"[\w$.:]{1,80}(?:\[[^\]]{0,80}\])?\s{0,4}(?::?=(?!=)|\(.{0,2000}[);{(,\[]$)|"
    r"[A-Z][\w<>.]{0,60} \w{1,60} ="
)


@dataclass(frozen=True, slots=True)
class FoundSample:
    """A sample in the lines from *start* up to *end*, counted from 0, without *end*."""

    start: int
    end: int
    language: str


def found_samples(lines: list[str]) -> tuple[FoundSample, ...]:
    """Find the samples in *lines*, in their order."""
    found: list[FoundSample] = []
    at = 0
    while at < len(lines):
        language = _begins(lines[at].strip())
        if not language:
            at += 1
            continue
        end = _end_of_curl(lines, at) if language == "curl" else _end_of_code(lines, at, language)
        found.append(FoundSample(at, end, language))
        at = end
    return tuple(found)


def _begins(line: str) -> str:
    if _CURL.match(line):
        return "curl"
    return next((language for language, pattern in _BEGINS if pattern.match(line)), "")


def _end_of_curl(lines: list[str], start: int) -> int:
    """Follow quotes and continuations, over blank lines too; a quote never closed ends with the continuations."""
    quote = ""
    is_continued = True
    last = start
    for at in range(start, min(len(lines), start + MAX_LINES)):
        line = lines[at].rstrip()
        if not line:
            continue
        quote = _quote_behind(line, quote)
        goes_on = line.endswith("\\")
        is_continued = is_continued and goes_on
        if is_continued:
            last = at + 1
        if not quote and not goes_on:
            return at + 1
    return min(last + 1, len(lines))


def _quote_behind(line: str, quote: str) -> str:
    """Give the quote that is open behind *line*, if *quote* was before it."""
    at = 0
    while at < len(line):
        character = line[at]
        if character == "\\" and quote != "'":
            at += 1
        elif character in "'\"":
            quote = "" if quote == character else quote or character
        at += 1
    return quote


def _end_of_code(lines: list[str], start: int, language: str) -> int:
    depth = 0
    for at in range(start, min(len(lines), start + MAX_LINES)):
        line = lines[at].strip()
        if at > start and not depth and line and not _is_code(line, language):
            return _without_blank_end(lines, start, at)
        depth = max(0, depth + sum(map(line.count, _OPENING)) - sum(map(line.count, _CLOSING)))
    return _without_blank_end(lines, start, min(len(lines), start + MAX_LINES))


def _is_code(line: str, language: str) -> bool:
    """Tell whether *line*, outside of all brackets, belongs to the sample above it."""
    begun = _begins(line)
    return begun == language or (not begun and line not in ("{", "[") and bool(_GOES_ON.match(line)))


def _without_blank_end(lines: list[str], start: int, end: int) -> int:
    while end > start + 1 and not lines[end - 1].strip():
        end -= 1
    return end
