"""The rule about how descriptions and summaries are written.

In: a document.  Out: texts that are no sentences, speak to the reader, promise, advertise, or spell a word otherwise.
Never: judges code in backticks, URLs, or what stands in double quotes.

Third person, present tense, full sentences: a text about an interface reads the same whoever reads it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbill_generator.lint.places import Prose, prose
from handbill_generator.lint.rule import Linted, Problem, Rule
from handbill_generator.load.source import shown

LONGEST_SUMMARY = 60
"""Characters that the summary of an operation may have."""

SPELLINGS = {"e-mail": "email", "id": "ID", "url": "URL", "api": "API", "json": "JSON"}
"""Words in lower case, and how they are written; a plural has an s behind it."""

CODE = re.compile(r"```.*?(?:```|\Z)|`[^`]*`|\]\([^()\s]*\)|\b[A-Za-z][A-Za-z0-9+.-]{0,20}://[^\s)>\]]+", re.DOTALL)
"""Code in fences and between backticks, and URLs."""

_QUOTED = re.compile('"[^"\n]*"|\u201c[^\u201c\u201d\n]*\u201d')
_WORD = re.compile(r"(?<![\w./@:#$-])[^\W\d_][\w'-]{0,60}+(?![\w/@]|[.:]\w)")
_CONTRACTION = re.compile(r"\w+n't|\w+'(?:re|ve|ll|m)|(?:it|that|there|here|what|who|let)'s", re.IGNORECASE)
_ADDRESS = frozenset("you your yours yourself yourselves we our ours ourselves us please".split())
_FUTURE = frozenset(("will", "shall"))
_MARKETING = frozenset("simply easily effortless effortlessly seamless seamlessly powerful awesome amazing".split())
_NOT_IMPERATIVE = frozenset("a an the this these all to for of".split())
_BEGIN = re.compile(r"[^\W_]|`")
_END = re.compile("\\.[)\"'`*_\u201d\u2019]*\\Z")
# A list, a table, a quotation or code.
_BLOCK = re.compile(r"^[ \t]*(?:[-*+|>] ?|\d+[.)] |```)", re.MULTILINE)


def judged(text: str) -> str:
    """Give *text* with spaces in the place of what is not judged."""
    for pattern in (CODE, _QUOTED):
        text = pattern.sub(lambda found: " " * len(found[0]), text)
    return text


def spelled(word: str) -> str | None:
    """Give *word* as it is to be written, None where nothing is known about it.

    >>> spelled("Ids"), spelled("E-mail"), spelled("campaign")
    ('IDs', 'Email', None)
    """
    singular = word.lower()
    plural = "s" if singular not in SPELLINGS and singular.endswith("s") else ""
    written = SPELLINGS.get(singular.removesuffix("s") if plural else singular)
    if written is None:
        return None
    return (written.capitalize() if word[0].isupper() and written.islower() else written) + plural


def well_written(linted: Linted) -> Iterator[Problem]:
    """Find texts that are not written in the voice of a reference."""
    for text in prose(linted):
        for message, hint in (*_form(text), *_words(text.text)):
            yield Problem(text.tokens, message, hint)


def _form(text: Prose) -> Iterator[tuple[str, str]]:
    if text.is_summary or text.tokens[-1] == "description":
        begin = _BEGIN.search(text.text)
        if begin and begin[0].islower() and not _BLOCK.match(text.text):
            yield "the text does not begin with a capital", "begin it with one, or put a name in backticks"
    if text.is_summary:
        yield from _summary(text.text.strip())
    elif text.tokens[-1] == "description" and not _ends(text.text.rstrip()):
        yield "the text does not end with a period", "write full sentences"


def _ends(text: str) -> bool:
    return bool(_END.search(text) or _BLOCK.search(text.split("\n\n")[-1]))


def _summary(text: str) -> Iterator[tuple[str, str]]:
    if text.endswith("."):
        yield "the summary ends with a period", "leave it out"
    if len(text) > LONGEST_SUMMARY:
        yield f"the summary has {len(text)} characters", f"say it in {LONGEST_SUMMARY}, the rest in the description"
    first = match[0].lower() if (match := _WORD.match(text)) else ""
    # What ends so is nearly always the third person, a plural or a gerund.
    if first in _NOT_IMPERATIVE or re.fullmatch(r"\w*[^s]s|\w{3,}ing", first):
        yield f'the summary begins with "{shown(first)}", not with an imperative', "write it like List campaigns"


def _words(text: str) -> Iterator[tuple[str, str]]:
    for word in dict.fromkeys(_WORD.findall(judged(text).replace("\u2019", "'"))):
        if problem := _voice(word):
            yield f'"{shown(word)}" {problem[0]}', problem[1]
        for part in [word] if word.lower().startswith("e-mail") else word.removesuffix("'s").split("-"):
            if part and (right := spelled(part)) not in (None, part):
                yield f'"{shown(word)}" is not how it is written', f"write {right}, or put a name in backticks"


def _voice(word: str) -> tuple[str, str] | None:
    lower = word.lower()
    if _CONTRACTION.fullmatch(word):
        return "is a contraction", "write it out"
    if word.isupper():
        return None  # US
    if lower in _ADDRESS:
        return "speaks to the reader", "write in the third person"
    if lower in _FUTURE:
        return "tells the future", "write in the present tense"
    return ("advertises", "leave it out") if lower in _MARKETING else None


RULES = (
    Rule(
        "description-style",
        "Descriptions are full sentences in the third person and the present; summaries are short imperatives.",
        well_written,
    ),
)
