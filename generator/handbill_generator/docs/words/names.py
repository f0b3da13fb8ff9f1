"""Find the field that a noun of a sentence means.

In: a noun, as `mailing list`, and the names of fields.  Out: one of the names, as `mailingListId`, or None.
Never: chooses between two names that fit as well as each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

MAX_NAME = 200
"""The most characters of a noun or a name."""
MOST_WORDS = 8
"""The most words of a noun."""

_PART = re.compile(r"[A-Z]{2,40}(?![a-z])|[A-Z]?[a-z]{1,200}|[A-Z]|[0-9]{1,40}")
_IDENTIFIERS = frozenset({"id", "ids", "uuid", "key", "identifier", "identifiers"})
_IGNORED = frozenset(
    {"a", "an", "the", "referenced", "given", "specified", "requested", "provided", "any", "such", "no"}
)


def words_of(name: str) -> tuple[str, ...]:
    """Give the words of *name* in lower case, one of each thing.

    >>> words_of("mailingListIds"), words_of("mailing_list_id"), words_of("X-Api-Key")
    (('mailing', 'list', 'id'), ('mailing', 'list', 'id'), ('x', 'api', 'key'))
    """
    return tuple(_single(part.lower()) for part in _PART.findall(name[:MAX_NAME]))


def matching_name(noun: str, names: Iterable[str]) -> str | None:
    """Give the one of *names* that *noun* means; None where none fits, or several equally well.

    Best is a name that is the noun, with `id` behind it or not; then one that ends with it (`audienceSegmentId` for
    `segment`); then one that the noun ends with (`listId` for `mailing list`).

    >>> matching_name("mailing list", ["listName", "mailingListId"])
    'mailingListId'
    """
    wanted = _without_identifier(tuple(word for word in words_of(noun) if word not in _IGNORED))
    return _index(tuple(dict.fromkeys(names))).best(wanted) if 0 < len(wanted) <= MOST_WORDS else None


class _Index:
    """Names by their words, for a page asks for many nouns among many names."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self._identifiers: set[str] = set()
        self._whole: dict[tuple[str, ...], list[str]] = {}
        self._ends: dict[tuple[str, ...], list[str]] = {}
        for name in names:
            words = words_of(name)
            core = _without_identifier(words)
            if core != words:
                self._identifiers.add(name)
            self._whole.setdefault(core, []).append(name)
            for length in range(1, min(len(core), MOST_WORDS) + 1):
                self._ends.setdefault(core[-length:], []).append(name)

    def best(self, wanted: tuple[str, ...]) -> str | None:
        """Give the name that fits best."""
        found = self._whole.get(wanted) or self._ends.get(wanted)
        if found:
            return _only([name for name in found if name in self._identifiers]) or _only(found)
        ends = (wanted[start:] for start in range(len(wanted)))
        return _only([name for end in ends for name in self._whole.get(end, ())])


@lru_cache(maxsize=4)
def _index(names: tuple[str, ...]) -> _Index:
    return _Index(names)


def _only(names: list[str]) -> str | None:
    return names[0] if len(names) == 1 else None


def _without_identifier(words: tuple[str, ...]) -> tuple[str, ...]:
    return words[:-1] if len(words) > 1 and words[-1] in _IDENTIFIERS else words


def _single(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 2:
        return word[:-1]
    return word
