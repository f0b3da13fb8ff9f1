"""Read when an answer has its status.

In: the words of a sentence that belong to one status.  Out: how many causes they give, and what is missing.
Never: takes a pronoun or half a sentence for the name of a thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_MOST_WORDS = 4
"""The most words of a noun."""

_IGNORED = frozenset(
    "a an the any no such that this your its either both one or referenced given specified requested provided supplied "
    "corresponding".split()
)
_NO_NOUNS = frozenset("it they he she this that these those which something anything nothing and but so then".split())
_MISSING = re.compile(
    r"\b(?:(?:does|do|did)(?: not|n't) exist|no longer exists?|"
    r"(?:(?:is|are|was|were)(?: not|n't) |(?:could not|couldn't|cannot|can't|can not) be )found|not found)\b",
    re.IGNORECASE,
)
_NO_SUCH = re.compile(
    r"\bno (?:such )?((?:[a-z]{2,30} ){1,4}?)(?:exists?|(?:was|is|could be|can be) found|"
    r"(?:with|matches|has) (?:this|that|the given|the specified)\b)",
    re.IGNORECASE,
)
_CLAUSE_START = re.compile(r"\b(?:if|when|whenever|because|unless|in case|that|which)\b", re.IGNORECASE)
_CONDITION = re.compile(r"\b(?:if|when|whenever|because|unless|in case)\b", re.IGNORECASE)
_ASIDE = re.compile(r"\((?!\s?or\b)[^()]{0,300}\)", re.IGNORECASE)
_ALTERNATIVE = re.compile(r"[,()]|\bor\b", re.IGNORECASE)
_LIST = re.compile(r"[,;:()/|]|\b(?:or|and)\b", re.IGNORECASE)
_TAIL = re.compile(r" (?:with|for|of|in|on|whose|by|identified|you|to)\b.{0,200}$", re.IGNORECASE)
_VERB = re.compile(
    r"\b(?:is|are|was|were|isn't|aren't|wasn't|does|do|doesn't|don't|did|has|have|had|hasn't|haven't|cannot|can't|can|"
    r"could|couldn't|must|will|lacks?|fails?|exceeds?|contains?|conflicts?|expired?|needs?)\b",
    re.IGNORECASE,
)
_OTHER_CLAUSE = re.compile(r"\s*(?:and|but|so|which|then|please|you|we)\b", re.IGNORECASE)


def cause_count(words: str) -> int:
    """Count the causes: the parts between `or` and commas that have a subject and a verb of their own.

    >>> cause_count("If the key is invalid (or the feature is not enabled for you), a")
    2
    """
    condition = _CONDITION.search(words)
    if condition is None:
        return 0
    clause = _ASIDE.sub("", words[condition.end() :]).split(";")[0]
    return max(1, sum(1 for part in _ALTERNATIVE.split(clause) if _is_cause(part)))


def missing_nouns(words: str) -> tuple[str, ...]:
    """Give the nouns that are said not to be there, in lower case, without articles.

    >>> missing_nouns(" is returned if the order, price list, or shelf does not exist")
    ('order', 'price list', 'shelf')
    """
    nouns: dict[str, None] = {}
    edge = 0
    for match in _MISSING.finditer(words):
        nouns.update(dict.fromkeys(reversed(list(_subjects(words[edge : match.start()])))))
        edge = match.end()
    for match in _NO_SUCH.finditer(words):
        noun = _noun(match[1])
        if noun:
            nouns[noun] = None
    return tuple(nouns)


def _is_cause(part: str) -> bool:
    verb = _VERB.search(part)
    return verb is not None and part[: verb.start()].strip() != "" and _OTHER_CLAUSE.match(part) is None


def _subjects(words: str) -> Iterator[str]:
    """Give the nouns at the end of *words*, the last one first; one of many stands in a list of plain nouns."""
    starts = list(_CLAUSE_START.finditer(words))
    clause = words[starts[-1].end() :] if starts else words
    for part in reversed([part for part in _LIST.split(clause) if part.strip()]):
        noun = "" if _VERB.search(part) else _noun(part)
        if not noun:
            return
        yield noun


def _noun(words: str) -> str:
    """Give the noun that *words* are, empty where they are none."""
    plain = _TAIL.sub("", " ".join(words.lower().split())).strip(" \"'.-\u2013\u2014")
    parts = [part for part in plain.split() if part not in _IGNORED]
    is_noun = 0 < len(parts) <= _MOST_WORDS and all(re.fullmatch(r"[a-z][a-z0-9_-]{0,60}", part) for part in parts)
    return " ".join(parts) if is_noun and parts[0] not in _NO_NOUNS else ""
