"""Read the fields of one section of a rendered reference: name, type and `required` on lines of their own.

In: the pieces below one heading.  Out: `Triple`s, and the lines that describe no field.
Never: takes a sentence for a field; takes a field for required because a word stands in another place.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from handbill_generator.docs.model import MAX_TOKEN
from handbill_generator.docs.pages import flattened_interface as interface
from handbill_generator.docs.pages.flattened_pieces import Piece, Sort
from handbill_generator.docs.words.types import read_type

MAX_OPTIONS = 500
"""The most values of one list."""

_NAME = re.compile(r"[A-Za-z_$@][\w.$@:-]{0,98}(?:\[[\w]{0,40}\])*(?:\.[\w$@-]{1,60})*")
_CORE = re.compile(
    r"(?:string|integer|number|boolean|object|array|null|any|enum|file|int|bool|float|map|list|nullable|"
    r"non-null|optional)\b[^.!?]{0,120}|[\w .-]{1,60}\[\]|[\w ]{1,20}<.{1,100}",
    re.IGNORECASE,
)
_ONE_LINE = re.compile(r"(\S{1,100}) (\S.{0,120}?) (\S{1,30}(?: \S{1,30})?)")


@dataclass(slots=True, kw_only=True)
class Triple:
    """What the lines of one field say.

    *shows_children* is what the switch of an object says, None where there is none.  *words* are the description.
    """

    name: str
    type: str
    line: int
    required: bool | None = None
    nullable: bool | None = None
    is_deprecated: bool = False
    is_read_only: bool = False
    is_write_only: bool = False
    location: str = ""
    default: str | None = None
    shows_children: bool | None = None
    options: list[str] = field(default_factory=list)
    words: list[Piece] = field(default_factory=list)
    examples: list[Piece] = field(default_factory=list)


def triples(pieces: Sequence[Piece]) -> tuple[list[Triple], list[Piece]]:
    """Read the fields among *pieces*; what stands before the first one, and JSON, is given back as it is."""
    found: list[Triple] = []
    rest: list[Piece] = []
    names: set[str] = set()
    at = 0
    while at < len(pieces):
        begun = begins(pieces, at, names)
        if begun:
            triple, at = begun
            found.append(triple)
            names.add(triple.name)
            at = _marks(pieces, at, triple)
        elif pieces[at].sort is not Sort.text or not found:
            rest.append(pieces[at])
            at += 1
        else:
            at = _described(pieces, at, found[-1])
    return found, rest


def begins(pieces: Sequence[Piece], at: int, names: Collection[str] = ()) -> tuple[Triple, int] | None:
    """Give the field that begins *at*, and where its marks are; None where none does.

    *names* are those of the fields above: the name of an object is printed smaller, so it may be a line of its own.
    """
    name = pieces[at].text
    if pieces[at].sort is not Sort.text or len(name) > 250:
        return None
    if " " in name:
        return _in_one_line(pieces[at], at)
    behind = at + 1
    if name.endswith(".") and name[:-1] in names and behind < len(pieces) and _is_name(pieces[behind].text):
        name += pieces[behind].text
        behind += 1
    if not _is_name(name) or behind >= len(pieces):
        return None
    if not is_type(pieces[behind]) or _is_description_above(pieces, behind):
        return None
    return Triple(name=name, type=pieces[behind].text, line=pieces[at].line), behind + 1


def is_type(piece: Piece) -> bool:
    """Tell whether *piece* is a type and nothing else."""
    return piece.sort is Sort.text and len(piece.text) <= 200 and read_type(piece.text) is not None


def _is_description_above(pieces: Sequence[Piece], at: int) -> bool:
    """Tell whether the type *at* is the name of a field instead: `Address`, `email`, `string`.

    In `lamp`, `object`, `file`, `string` it is a type, for what stands below it is a field itself.
    """
    if not _is_name(pieces[at].text) or not _is_plain_type(pieces, at + 1):
        return False
    return not _is_plain_type(pieces, at) or not _is_plain_type(pieces, at + 2)


def _is_plain_type(pieces: Sequence[Piece], at: int) -> bool:
    """Tell whether the line *at* begins as types do, in small letters, rather than with the name of a format."""
    if at >= len(pieces):
        return False
    text = pieces[at].text
    return text == text.lower() and bool(_CORE.fullmatch(text)) and is_type(pieces[at])


def _is_name(text: str) -> bool:
    return bool(_NAME.fullmatch(text)) and not text.endswith((".", ":"))


def _in_one_line(piece: Piece, at: int) -> tuple[Triple, int] | None:
    """Read `name string required`, which the last word tells from a sentence."""
    match = _ONE_LINE.fullmatch(piece.text)
    if not match:
        return None
    name, type, mark = match.groups()
    if not _is_name(name) or (name[0].isupper() and "-" not in name):
        return None
    triple = Triple(name=name, type=type, line=piece.line)
    is_marked = _mark(triple, mark.casefold())
    return (triple, at + 1) if is_marked and _CORE.fullmatch(type) and read_type(type) else None


def _marks(pieces: Sequence[Piece], at: int, triple: Triple) -> int:
    """Read the marks behind a type, and give where they end."""
    while at < len(pieces) and pieces[at].sort is Sort.text:
        text = pieces[at].text
        if not _mark(triple, text.casefold()) and not _default(triple, text):
            break
        if text.casefold() in interface.LOCATIONS and begins(pieces, at):
            triple.location = ""
            break
        at += 1
    return at


def _mark(triple: Triple, word: str) -> bool:
    """Take one mark, and tell whether *word* is one."""
    if word in interface.REQUIRED:
        triple.required = True
    elif word in interface.OPTIONAL:
        triple.required = False
    elif word in interface.DEPRECATED:
        triple.is_deprecated = True
    elif word in interface.READ_ONLY:
        triple.is_read_only = True
    elif word in interface.WRITE_ONLY:
        triple.is_write_only = True
    elif word in interface.NULLABLE:
        triple.nullable = True
    elif word in interface.LOCATIONS:
        triple.location = word
    else:
        return False
    return True


def _default(triple: Triple, text: str) -> bool:
    value = interface.default_of(text)
    if value is None:
        return False
    triple.default = value[:MAX_TOKEN]
    return True


def _described(pieces: Sequence[Piece], at: int, triple: Triple) -> int:
    """Take one line of what describes *triple*, with the values that it announces; give where that ends."""
    text = pieces[at].text
    shows = interface.children_shown(text)
    if shows is not None:
        triple.shows_children = shows
    elif interface.is_options(text):
        return _options(pieces, at + 1, triple)
    elif interface.is_example(text):
        return _example(pieces, at + 1, triple)
    elif not _default(triple, text):
        triple.words.append(pieces[at])
    return at + 1


def _options(pieces: Sequence[Piece], at: int, triple: Triple) -> int:
    """Read the values of a list: in one line, or one a line with or without commas between."""
    while at < len(pieces) and pieces[at].sort is Sort.text and len(triple.options) < MAX_OPTIONS:
        text = pieces[at].text
        if text.strip(",") == "":
            at += 1
            continue
        values = [value.strip().strip("`\"'") for value in text.split(",") if value.strip()]
        if begins(pieces, at) or not all(_is_value(value, text) for value in values):
            break
        triple.options.extend(values)
        at += 1
    return at


def _is_value(value: str, line: str) -> bool:
    is_quoted = line.strip(", ").startswith(("`", '"', "'"))
    return 0 < len(value) <= MAX_TOKEN and not line.endswith((".", ":")) and (is_quoted or " " not in value)


def _example(pieces: Sequence[Piece], at: int, triple: Triple) -> int:
    """Take the one value, or the JSON, that stands behind `Example:`."""
    if at < len(pieces) and pieces[at].sort is not Sort.sample and not begins(pieces, at):
        triple.examples.append(pieces[at])
        at += 1
    return at
