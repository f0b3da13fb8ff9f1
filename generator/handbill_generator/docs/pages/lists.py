"""Lists that describe fields, and what stands beside the name of a field.

In: the text of an item of a list, or of a piece of it.  Out: a `Row`, or a `Field`.
Never: takes a list of values or of steps for one of fields.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from handbill_generator.docs.model import SourceKind
from handbill_generator.docs.pages.fields import Field, Name, read_name
from handbill_generator.docs.words.types import read_type

_ITEM = re.compile(r"(?:\*\*)?`(?P<code>[^`\n]{1,100})`(?:\*\*)?|\*\*(?P<bold>[\w.\[\]-]{1,100}?):?\*\*")
_PARENTHESES = re.compile(r"[:\u2013\u2014-]?\s*[_*]*\((?P<said>[^()\n]{1,150})\)[_*]*")
_BARE = re.compile(
    r"[:\u2013\u2014-]?\s*[_*`]*(?P<said>[A-Za-z][^:.\u2013\u2014\n]{0,60}?)[_*`]*\s*(?:[:.\u2013\u2014\n]| - |$)"
)
_ASKED = {"required": True, "optional": False, "mandatory": True, "not required": False}
_MAX_TERM = 200
_SEPARATORS = re.compile(r"[,;\u00b7]\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A field of a table or a list.

    *location* is empty where the table does not say it.  *indent* tells what is inside of what: a row with more of it
    than the row above is inside of that.
    """

    name: Name
    field: Field
    location: str = ""
    indent: int = 0


def read_item(text: str, line: int, level: int) -> Row | None:
    """Read an item of a list such as "`name` (string, required): ..."; None where it describes no field.

    A name alone is none, nor is one with words behind it: it needs a type, or `required` or `optional`.
    """
    item = _ITEM.match(text)
    name = read_name(item["code"] or item["bold"] or "") if item else None
    if item is None or name is None:
        return None
    rest = text[item.end() :].strip()
    said = _PARENTHESES.match(rest) or _BARE.match(rest)
    field = read_said(said["said"], rest[said.end() :], line) if said else None
    return Row(name=name, field=field, indent=level) if field else None


def read_term(text: str, line: int) -> Row | None:
    """Read a paragraph that is a name with its type, and `required` perhaps, and nothing else; None for any other."""
    row = read_item(text, line, 0) if len(text) <= _MAX_TERM else None
    return row if row and row.field.type and not row.field.description else None


def read_said(said: str, description: str, line: int) -> Field | None:
    """Read what stands beside a name, as `string, required`; None where a part of it is no type and no known word."""
    required: bool | None = None
    deprecated = False
    default: str | None = None
    types: list[str] = []
    for part in _SEPARATORS.split(said.strip()):
        word = part.strip("`*_ ").lower()
        if word in _ASKED:
            required = _ASKED[word]
        elif word.startswith(("default ", "default:", "default=", "defaults to ")):
            default = part.strip()[7:].removeprefix("s to").lstrip(" :=").strip("`\"' ")
        elif word == "deprecated":
            deprecated = True
        elif bare := _asked_at_the_end(word):
            required = _ASKED[bare]
            types.append(part.strip()[: -len(bare)])
        elif read_type(part):
            types.append(part)
        else:
            return None
    if not types and required is None:
        return None
    return Field(
        type=", ".join(types),
        required=required,
        deprecated=deprecated,
        default=default,
        description=description.strip(" :\u2013\u2014-"),
        line=line,
        source=SourceKind.table,
    )


def _asked_at_the_end(word: str) -> str:
    """Give the `required` of `string required`, if the rest is a type."""
    asked = next((asked for asked in _ASKED if word.endswith(" " + asked)), "")
    return asked if asked and read_type(word.removesuffix(asked)) else ""
