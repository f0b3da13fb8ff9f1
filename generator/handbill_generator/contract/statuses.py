"""Read the keys of responses.

In: a key of a `responses` map.  Out: the statuses that it means.
Never: makes one up for a word.

Source: OpenAPI 3.1.0, section 4.8.16: a status, a range as `4XX`, or `default`.
"""

from __future__ import annotations

import re

_STATUS = re.compile(r"[1-5](?:[0-9][0-9]|XX)|default")
_CLASS = re.compile(r"([1-5])(?:[0-9]?[X*N_]|[X*N_]{2})", re.IGNORECASE)
_RANGE = re.compile(r"([1-5])[0-9]{2} ?(?:-|\u2013|\.\.|to) ?([1-5])[0-9]{2}")
_WITH_WORDS = re.compile(r"([1-5](?:[0-9][0-9]|XX))[^0-9A-Za-z].*", re.DOTALL)


def is_status(key: str) -> bool:
    """Whether *key* is a status as it stands; `4xx` is common enough to be one."""
    return _STATUS.fullmatch(key.replace("x", "X")) is not None


def statuses(key: str) -> tuple[str, ...]:
    """Give the statuses that *key* means, none where that cannot be told.

    >>> statuses("200"), statuses("4xx"), statuses("200 OK"), statuses("400-599"), statuses("ok")
    (('200',), ('4XX',), ('200',), ('4XX', '5XX'), ())
    """
    if is_status(key):
        return (key.replace("x", "X"),)
    word = key.strip()
    if word.lower() == "default":
        return ("default",)
    if found := _RANGE.fullmatch(word):
        return tuple(f"{digit}XX" for digit in range(int(found[1]), int(found[2]) + 1))
    if found := _CLASS.fullmatch(word):
        return (f"{found[1]}XX",)
    parts = [part.strip() for part in re.split(r"[,|/;]", word)]
    if len(parts) > 1 and all(map(is_status, parts)):
        return tuple(dict.fromkeys(part.replace("x", "X") for part in parts))
    if found := _WITH_WORDS.fullmatch(word.replace("x", "X")):
        return (found[1],)
    return ()
