"""Find the field that a noun of a sentence means.

In: a noun, as `mailing list`, and the names of fields.  Out: one of the names, as `mailingListId`, or None.
Never: chooses between two names that fit as well as each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

MAX_NAME = 200
"""The most characters of a noun or a name."""

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
    wanted = tuple(word for word in words_of(noun) if word not in _IGNORED)
    wanted = _without_identifier(wanted)
    if not wanted:
        return None
    words = {name: words_of(name) for name in dict.fromkeys(names)}
    cores = {name: _without_identifier(parts) for name, parts in words.items()}
    exact = [name for name, core in cores.items() if core == wanted]
    if exact:
        return _only([name for name in exact if words[name] != cores[name]]) or _only(exact)
    longer = [name for name, core in cores.items() if core[-len(wanted) :] == wanted]
    if longer:
        return _only([name for name in longer if words[name] != cores[name]]) or _only(longer)
    return _only([name for name, core in cores.items() if core and wanted[-len(core) :] == core])


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
