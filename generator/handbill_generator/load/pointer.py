"""JSON pointers (RFC 6901) as URI fragments, and what stands where they point.

In: `#/paths/~1users/get` or its tokens.  Out: the other of the two, or the value.
Never: follows a `$ref`, reads a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeAlias
from urllib.parse import unquote

JSON: TypeAlias = "dict[str, JSON] | list[JSON] | str | int | float | bool | None"
Tokens: TypeAlias = tuple[str, ...]

_INDEX = re.compile(r"0|[1-9][0-9]{0,8}")


def pointer_of(tokens: Iterable[str]) -> str:
    """Give *tokens* as a pointer that `tokens_of` reads back.

    Only `~`, `/` and `%` are escaped: braces and spaces stay as they are, because people read these pointers.

    >>> pointer_of(("paths", "/users/{id}", "get"))
    '#/paths/~1users~1{id}/get'
    """
    return "".join(["#", *[f"/{_escaped(token)}" for token in tokens]])


def _escaped(token: str) -> str:
    if token.isalnum():
        return token  # As nearly all are, and pointers are made by the ten thousand.
    return token.replace("~", "~0").replace("/", "~1").replace("%", "%25")


def tokens_of(pointer: str) -> Tokens:
    """Give the tokens of *pointer*; percent-decoding comes before `~1` and `~0` (RFC 6901, section 6).

    Raises ValueError where it is not a JSON pointer, as `#Pet` is not.
    """
    text = unquote(pointer.removeprefix("#"))
    if text and not text.startswith("/"):
        raise ValueError(f'"{pointer}" is not a JSON pointer')
    return tuple(token.replace("~1", "/").replace("~0", "~") for token in text.split("/")[1:])


def index_of(token: str) -> int | None:
    """Give the list index that *token* is (RFC 6901, section 4), None where it is none."""
    return int(token) if _INDEX.fullmatch(token) else None


def value_at(tree: JSON, tokens: Iterable[str]) -> JSON:
    """Give what stands at *tokens* below *tree*; raises KeyError with the first token that leads nowhere."""
    for token in tokens:
        match tree:
            case dict() if token in tree:
                tree = tree[token]
            case list() if (index := index_of(token)) is not None and index < len(tree):
                tree = tree[index]
            case _:
                raise KeyError(token)
    return tree
