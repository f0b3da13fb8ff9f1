"""Rules about what is described, and that the words are our own.

In: a document, and pages of documentation to compare with.  Out: what has no description, and what is copied.
Never: asks for a description where a reference leads to one; shows more of a page than the words in common.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbill_generator.lint.pages import WORD, Page, words
from handbill_generator.lint.places import Place, heads, outside, prose
from handbill_generator.lint.rule import Linted, Problem, Rule, Spot
from handbill_generator.lint.style import CODE
from handbill_generator.load import JSON, Tokens
from handbill_generator.load.source import shown

_RUN = 6
"""Words in a row that two people do not write by chance."""

_DESCRIBED = {
    "operation": "the operation",
    "parameters": "the parameter",
    "requestBodies": "the request body",
    "responses": "the response",
    "headers": "the header",
    "securitySchemes": "the security scheme",
}
_NAME = re.compile(r"\w*[\d_]\w*|\w+[^\W\d_a-z]\w*")
"""A number, or a name as in code: `next_cursor`, `nextCursor`, `ID`."""


def present(linted: Linted) -> Iterator[Problem]:
    """Find what has no description, and operations without a summary."""
    for what, tokens, value in (*heads(linted), *_places(linted)):
        if not _has(value, "description"):
            yield Problem(tokens, f"{what} has no description", "add one, a full sentence")
    for spot in linted.of("operation"):
        if not _has(spot.value, "summary"):
            yield Problem(spot.tokens, "the operation has no summary", "add one, such as List campaigns")


def _places(linted: Linted) -> Iterator[Place]:
    schemas = {spot.tokens for spot in linted.of("schemas")}
    # Those keywords limit properties that are described where they are declared.
    for spot in outside(linted, "if", "then", "else", "not"):
        what = _kind_of_schema(spot.tokens, schemas) if spot.kind == "schemas" else _DESCRIBED.get(spot.kind)
        if what and not _is_described_elsewhere(linted, spot):
            yield Place(what, spot.tokens, spot.value)


def _kind_of_schema(tokens: Tokens, schemas: set[Tokens]) -> str | None:
    if tokens[-2] == "properties" and tokens[:-2] in schemas:
        return "the property"
    return "the schema" if tokens[:2] == ("components", "schemas") and len(tokens) == 3 else None


def _is_described_elsewhere(linted: Linted, spot: Spot) -> bool:
    """Whether *spot* refers to something that has a description or is asked for one."""
    if "$ref" not in spot.value:
        return False
    target, at = linted.resolved(spot.value, spot.tokens)
    return spot.kind != "schemas" or _has(target, "description") or (at[:1] == ("components",) and len(at) == 3)


def _has(value: JSON, key: str) -> bool:
    text = value.get(key) if isinstance(value, dict) else None
    return isinstance(text, str) and bool(text.strip())


def own(linted: Linted) -> Iterator[Problem]:
    """Find texts that have a run of words in common with a page."""
    texts = list(prose(linted))
    shared = _shared({run for text in texts for run in _runs(words(text.text))}, linted.pages)
    for text in texts if shared else ():
        for run, page in _copied(text.text, shared):
            message = f'"{shown(run, 100)}" stands in the page "{shown(page)}" too'
            yield Problem(text.tokens, message, "say it in words of your own")


def _shared(runs: set[tuple[str, ...]], pages: tuple[Page, ...]) -> dict[tuple[str, ...], str]:
    return {run: page.name for page in pages for run in _runs(page.words) if run in runs}


def _runs(text: tuple[str, ...] | list[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(text[start:] for start in range(_RUN)), strict=False)


def _copied(text: str, shared: dict[tuple[str, ...], str]) -> Iterator[tuple[str, str]]:
    """Give the longest runs of *text* that are *shared*, but for those of names, numbers and code alone."""
    found = list(WORD.finditer(text))
    said = words(text)
    code = [match.span() for match in CODE.finditer(text)]
    start = 0
    runs = [shared.get(run) for run in _runs(said)]
    while start < len(runs):
        page, end = runs[start], start
        if page is None:
            start += 1
            continue
        while end < len(runs) and runs[end] is not None:
            end += 1
        run = found[start : end + _RUN - 1]
        if not all(_is_name(word, code) for word in run):
            yield text[run[0].start() : run[-1].end()], page
        start = end


def _is_name(word: re.Match[str], code: list[tuple[int, int]]) -> bool:
    if word[0].lower() in ("and", "or") or _NAME.fullmatch(word[0]):
        return True
    return any(start <= word.start() < end for start, end in code)


RULES = (
    Rule(
        "description-present",
        "The API, tags, servers, operations, parameters, bodies, headers, schemas and properties are described.",
        present,
    ),
    Rule("description-copied", f"No {_RUN} words in a row stand in a documentation page too.", own),
)
