"""Name what stands in a document, for messages.

In: a value.  Out: a few words.
Never: more of the value than a line holds.
"""

from __future__ import annotations

from typing import Any


def described(value: Any) -> str:
    """Name the kind of a JSON value, for messages."""
    match value:
        case bool():
            return "a boolean"
        case int() | float():
            return "a number"
        case str():
            return f'the string "{value[:40]}"'
        case list():
            return "a list"
        case None:
            return "null"
        case _:
            return "a mapping"
