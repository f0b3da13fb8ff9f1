"""The words that pages use for types and formats.

In: a word in lower case.  Out: its type and format in JSON Schema.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

NAMED: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "string": ("string", ""),
        "str": ("string", ""),
        "text": ("string", ""),
        "varchar": ("string", ""),
        "date": ("string", "date"),
        "datetime": ("string", "date-time"),
        "date-time": ("string", "date-time"),
        "uuid": ("string", "uuid"),
        "guid": ("string", "uuid"),
        "uri": ("string", "uri"),
        "url": ("string", "uri"),
        "email": ("string", "email"),
        "binary": ("string", "binary"),
        "file": ("string", "binary"),
        "integer": ("integer", ""),
        "int": ("integer", ""),
        "int32": ("integer", "int32"),
        "int64": ("integer", "int64"),
        "long": ("integer", "int64"),
        "number": ("number", ""),
        "float": ("number", ""),
        "decimal": ("number", ""),
        "double": ("number", "double"),
        "boolean": ("boolean", ""),
        "bool": ("boolean", ""),
        "object": ("object", ""),
        "hash": ("object", ""),
        "json": ("object", ""),
    }
)
"""The type and the format that a word means.  `float` is no format here: pages write it for any number."""

PLURALS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        **{
            f"{word}s": meaning
            for word, meaning in NAMED.items()
            if word[-1].isalpha() and word not in ("hash", "json")
        },
        "hashes": NAMED["hash"],
        "dicts": NAMED["object"],
        "maps": NAMED["object"],
        "dictionaries": NAMED["object"],
    }
)
"""The same for several: `strings`."""

IGNORED = frozenset({"required", "optional", "string", "unique", "readonly", "read-only"})
"""Words behind a type that say nothing of the type itself."""

_FORMATS = frozenset(
    "date-time date time duration email idn-email hostname ipv4 ipv6 uri uri-reference iri uuid json-pointer regex "
    "byte binary password int32 int64 float double".split()
)
_SPELLINGS: Mapping[str, str] = MappingProxyType(
    {
        "datetime": "date-time",
        "date_time": "date-time",
        "iso8601": "date-time",
        "iso-8601": "date-time",
        "rfc3339": "date-time",
        "url": "uri",
        "guid": "uuid",
        "uuidv4": "uuid",
        "uuid4": "uuid",
        "base64": "byte",
    }
)


def as_format(word: str) -> str:
    """Give the format that *word* means, empty where it is none that JSON Schema or OpenAPI knows."""
    word = _SPELLINGS.get(word, word)
    return word if word in _FORMATS else ""


def spelled(word: str) -> str:
    """Give *word*, which stands where only a format can, as JSON Schema spells it."""
    return _SPELLINGS.get(word, word)
