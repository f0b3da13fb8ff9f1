"""Read what sentences say of the statuses of an answer.

In: prose, lists of errors, table cells.  Out: statuses, their error codes, causes, and what is missing.
Never: takes a number for a status because it could be one: the words around it must say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from http import HTTPStatus

from handbill_generator.docs.words.causes import cause_count, missing_nouns
from handbill_generator.docs.words.sentences import bare, sentences

_STATUSES = frozenset({*(str(status.value) for status in HTTPStatus if status >= 200), "2XX", "3XX", "4XX", "5XX"})
_PHRASES = tuple(
    sorted(
        {
            *(status.phrase.lower() for status in HTTPStatus if status.value >= 200),
            "request entity too large",
            "payload too large",
            "unprocessable entity",
            "unprocessable content",
            "rate limited",
            "server error",
            "request failed",
        },
        key=len,
        reverse=True,
    )
)
_CODE = r"[A-Z][A-Z0-9]{1,40}(?:_[A-Z0-9]{1,40}){1,8}"
_NUMBER = re.compile(r"(?<![\w./:#$€£+-])[1-5](?:[0-9]{2}|XX|xx)(?![\w%]|[.,:][0-9])")
_ANY_NUMBER = re.compile(r"[1-5](?:[0-9]{2}|XX|xx)")
"""What texts that name a status have; most texts name none, and need not be divided."""
_HTTP_BEFORE = re.compile(
    r"(?:\bhttp(?:/[12](?:\.[01])?)?(?: response)?(?: status)?(?: code)?|\b(?:status|response) code)"
    r"(?: of| is|:| =|=)?[ :=\"'(]{0,2}$",
    re.IGNORECASE,
)
_VERB_BEFORE = re.compile(
    r"\b(?:returns?|returned|returning|responds?(?: with)?|responded with|throws?|raises?|answers?(?: with)?|"
    r"status(?: of| is|:)?|error|(?:rejected|fails?|failed|replies|reply|results?|answered|refused) (?:with|in))"
    r"(?: (?:a|an|the|with|http|status|code|error)){0,4}[ \"'(]{0,2}$",
    re.IGNORECASE,
)
_ARTICLE_BEFORE = re.compile(r"(?:^|[\s(\"'])(?:a|an)[ \"'(]{1,2}$", re.IGNORECASE)
_PHRASE_BEFORE = re.compile(rf"(?:{'|'.join(map(re.escape, _PHRASES))}) ?[(:-]$", re.IGNORECASE)
_PHRASE_AFTER = re.compile(
    rf"[\"']?[ ]?[-\u2013\u2014:(]?[ ]?(?:{'|'.join(map(re.escape, _PHRASES))})\b\)?", re.IGNORECASE
)
_CODE_AFTER = re.compile(
    rf"[\"')]?[ ]?[-\u2013\u2014:(]?[ ]?(?:with (?:the )?(?:error )?(?:code )?)?\"?{_CODE}(?![\w-])"
)
_NOUN_AFTER = re.compile(
    r"[\"')]? (?:error|response|status|is returned|will be returned|is sent|when|if|on|for|with|"
    r"otherwise|unless|in case)\b",
    re.IGNORECASE,
)
_ARTICLE_AFTER = re.compile(
    r"[\"')]? (?:error|response|status(?: code)?|code|is returned|will be returned|is sent|means|indicates)\b",
    re.IGNORECASE,
)
_END_AFTER = re.compile(r"[\"')]{0,2}(?:$|[;,:.)]| \(|\s[-\u2013\u2014])")
_CHAIN = re.compile(r"[\"')]?(?:, ?(?:or |and )?| or | and | ?/ ?)(?:(?:a|an) )?[\"'(]?", re.IGNORECASE)
_FURTHER_BEFORE = re.compile(r"(?:[,;] ?|\b(?:or|and) )(?:an? )?[\"'(]?$", re.IGNORECASE)
_LINE_AFTER = re.compile(r"[\"')]?(?: ?[:|]| [-\u2013\u2014])[ ](?=[A-Z\"'])")
_CODE_BEFORE = re.compile(
    rf"\b({_CODE})\"? ?[(:\u2013\u2014-] ?(?:http )?(?:status(?: code)?)?[: ]{{0,2}}$", re.IGNORECASE
)
_BETWEEN = re.compile(
    r"[\"')]?[ ,:(\u2013\u2014-]{0,3}(?:(?:with|error|code|and|or|the|a)[ :]{1,2}|"
    r"[A-Z0-9_]{3,80}[\"']?[ ,]{1,2}){0,4}[\"'(]?"
)
_CODES = re.compile(rf"(?<![\w-]){_CODE}(?![\w-])")
_MISSING_CODE = re.compile(r"([A-Z0-9_]{2,60})_(?:NOT_FOUND|DOES_NOT_EXIST)")
_NO_RESOURCES = frozenset({"route", "endpoint", "page", "url", "path", "method", "resource"})
_QUOTED_CODE = re.compile(r"\bcode[ :=]{1,3}[`\"']([A-Za-z][A-Za-z0-9_-]{2,60})[`\"']")


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusSaid:
    """A status that the words name: `404`, or a range as `4XX`.

    *causes* is how many causes the words give for it, 0 where they give none.  *missing* are nouns, as `mailing
    list`: what is not there when the answer has this status.  `names.matching_name` finds the fields they mean.
    """

    status: str
    codes: tuple[str, ...] = ()
    causes: int = 0
    missing: tuple[str, ...] = ()


@dataclass(slots=True)
class _Gathered:
    codes: dict[str, None] = field(default_factory=dict)
    missing: dict[str, None] = field(default_factory=dict)
    causes: int = 0


@dataclass(frozen=True, slots=True)
class _Named:
    """A status in a sentence: from *start* to *end*, its reason phrase included."""

    status: str
    start: int
    end: int


def read_statuses(text: str) -> tuple[StatusSaid, ...]:
    """Give the statuses that *text* names, each once, in the order of their numbers."""
    if not _ANY_NUMBER.search(text):
        return ()
    gathered: dict[str, _Gathered] = {}
    for sentence in dict.fromkeys(sentences(text)):
        if _NUMBER.search(bare(sentence)):
            _read(sentence, gathered)
    return tuple(
        StatusSaid(
            status=status,
            codes=tuple(found.codes),
            causes=max(found.causes, len(found.codes)),
            missing=tuple(found.missing),
        )
        for status, found in sorted(gathered.items())
    )


def _read(sentence: str, gathered: dict[str, _Gathered]) -> None:
    plain = bare(sentence)
    named = _named(plain)
    for index, (found, region) in enumerate(zip(named, _regions(plain, named), strict=True)):
        into = gathered.setdefault(found.status, _Gathered())
        following = named[index + 1].start if index + 1 < len(named) else len(plain)
        into.codes.update(dict.fromkeys(_codes(plain, found, following)))
        into.missing.update(dict.fromkeys((*missing_nouns(region), *_missing_by_code(into.codes))))
        into.causes = max(into.causes, cause_count(region))
    if len(named) == 1:
        gathered[named[0].status].codes.update(dict.fromkeys(_QUOTED_CODE.findall(sentence)))


def _named(plain: str) -> list[_Named]:
    """Find the numbers that are statuses; of `401 or 403` the words before the first and behind the last decide."""
    found: list[_Named] = []
    for run in _runs(plain):
        phrases = [_PHRASE_AFTER.match(plain, number.end()) for number in run]
        start, end = run[0].start(), run[-1].end()
        if not any(phrases) and not _is_status(plain, start, end) and not (found and _is_further(plain, start, end)):
            continue
        found.extend(
            _Named(number[0].upper(), number.start(), phrase.end() if phrase else number.end())
            for number, phrase in zip(run, phrases, strict=True)
        )
    return found


def _runs(plain: str) -> list[list[re.Match[str]]]:
    """Give the numbers that could be statuses, those of a list together; a list with another number in it is none."""
    runs: list[list[re.Match[str]]] = []
    for number in _NUMBER.finditer(plain):
        if runs and _CHAIN.fullmatch(plain, runs[-1][-1].end(), number.start()):
            runs[-1].append(number)
        else:
            runs.append([number])
    return [run for run in runs if all(number[0].upper() in _STATUSES for number in run)]


def _is_status(plain: str, start: int, end: int) -> bool:
    before = plain[max(0, start - 60) : start]
    if _CODE_AFTER.match(plain, end) or _PHRASE_BEFORE.search(before):
        return True
    if _HTTP_BEFORE.search(before) or _CODE_BEFORE.search(before):
        return True
    if _ARTICLE_BEFORE.search(before) and _ARTICLE_AFTER.match(plain, end):
        return True
    if _VERB_BEFORE.search(before):
        return bool(_NOUN_AFTER.match(plain, end) or _END_AFTER.match(plain, end))
    return not before and _LINE_AFTER.match(plain, end) is not None


def _is_further(plain: str, start: int, end: int) -> bool:
    """Tell whether the number goes on after a status: `or 409 if it is locked`."""
    return bool(_FURTHER_BEFORE.search(plain, max(0, start - 20), start) and _NOUN_AFTER.match(plain, end))


def _regions(plain: str, named: list[_Named]) -> Iterator[str]:
    """Give for each status the words that say when it is sent: those before it where the sentence begins with them."""
    is_before = re.match(r"(?:if|when|whenever|in case|should|unless)\b", plain, re.IGNORECASE) is not None
    edge = 0
    for index, found in enumerate(named):
        if is_before:
            yield plain[edge : found.start]
            edge = found.end
        else:
            following = named[index + 1].start if index + 1 < len(named) else len(plain)
            yield plain[found.end : following]


def _codes(plain: str, found: _Named, following: int) -> Iterator[str]:
    """Give the codes right before the status, with it in brackets, or right behind it."""
    before = _CODE_BEFORE.search(plain, max(0, found.start - 100), found.start)
    if before and _CODES.fullmatch(before[1]):
        yield before[1]
    for code in _CODES.finditer(plain, found.end, min(following, found.end + 60)):
        if _BETWEEN.fullmatch(plain, found.end, code.start()):
            yield code[0]


def _missing_by_code(codes: Iterable[str]) -> Iterator[str]:
    """Give the noun of a code as `ORDER_NOT_FOUND`; a route that is not there is no thing that a request names."""
    for code in codes:
        match = _MISSING_CODE.fullmatch(code)
        noun = match[1].lower().replace("_", " ").strip() if match else ""
        if noun and noun not in _NO_RESOURCES:
            yield noun
