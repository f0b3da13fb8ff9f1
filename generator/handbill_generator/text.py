"""The only ways in which text of a document may reach an emitted file.

In: `Text`, the type of every string that a document supplies.  Out: `Code`, the only type that a template may print.
Never: lets a plain `str` through; there are four exits into Python, and each names the place its result is safe in.

    Text ──┬── identifier, class_name   a Python name, by openapi-python-client's hardened rules
           ├── literal                  a Python literal in pure ASCII
           ├── docstring                the inside of a docstring
           └── path_part                one file or folder name
"""

from __future__ import annotations

import keyword
import math
import re
import textwrap
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from handbill_generator.words import strings

TYPE_NAMES = frozenset({"bool", "bytes", "date", "datetime", "dict", "float", "int", "list", "object", "str", "time"})
"""Names that annotations of an emitted class use; a field or method of that name would shadow them."""


_LONGEST_READ = 2_000
LONGEST_NAME = 100
"""Longer names are cut; a file system takes 255 bytes, and a reader less."""

LONGEST_COMPOUND = 300
"""The same for a class that is called after the way to it."""


ITEM = re.compile(r"\s*(?:[-*+\u2022]|\d{1,9}[.)])\s+(?=\S)")
"""How an item of a list begins (CommonMark, section 5.2)."""

# What begins a line of its own whatever stood before it: an item, a row of a table, a heading, a quotation, a fence, a
# section or an entry of a docstring, a few words that announce what follows, or nothing at all.
_OPENING = re.compile(rf"{ITEM.pattern}|\s*(?:[|#>]|```|~~~|\*{{0,2}}[\w.-]+:\s|.{{1,60}}:$|$)")

# An entry of a section of a docstring, which goes on further to the right.
_ENTRY = re.compile(r" {4}\*{0,2}\w+: ")


_SIGNS = {"+": "plus ", "-": "minus "}
_MARKS = 3
"""How many characters are named of a text that has neither letters nor digits."""


class Code(str):
    """Python source that is safe to print as it stands."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """A string from a document.  It is not a `str`, so that it cannot be printed by accident."""

    raw: str

    def __bool__(self) -> bool:
        return bool(self.raw)


@lru_cache(maxsize=1 << 16)
def identifier(text: Text | str, *, fallback: str = "value", avoid: frozenset[str] = TYPE_NAMES) -> Code:
    """Give the snake_case Python name for *text*: never a keyword, never with a leading underscore.

    *fallback* is used where no letter or digit is left, and as the prefix of a name that would start with a digit.
    A name of *avoid* gets an underscore behind it, as a keyword does.
    """
    # One word, whatever its capitals say.
    words = _folded(_raw(text)[:_LONGEST_READ]).replace("OAuth", "Oauth")
    name = strings.snake_case(words).strip("_")[:LONGEST_NAME].strip("_")
    if not name or not (name[0] == "_" or name[0].isidentifier()):
        name = f"{fallback}_{name}".rstrip("_")
    if keyword.iskeyword(name) or name in avoid:
        name += "_"
    return _checked(name)


@lru_cache(maxsize=1 << 16)
def class_name(text: Text | str, *, fallback: str = "Model", longest: int = LONGEST_NAME) -> Code:
    """Give the PascalCase Python name for *text*; one that is PascalCase already stays as it is."""
    raw = _folded(_raw(text)[:_LONGEST_READ])
    is_one = raw.isidentifier() and raw[0] == raw[0].upper() and "_" not in raw
    name = (raw if is_one else strings.pascal_case(raw)).strip("_")[:longest]
    if not name or not name[0].isidentifier():
        name = f"{fallback}{name}"
    return _checked(f"{name}{fallback}" if keyword.iskeyword(name) else name)


def compound_name(text: Text | str) -> Code:
    """Give the PascalCase Python name for *text* as `class_name` does, of several names in a row."""
    return class_name(text, longest=LONGEST_COMPOUND)


def literal(value: object) -> Code:
    """Give the Python literal for a JSON *value*, in ASCII, with double quotes.

    Raises TypeError for anything that is not a `Text`, a JSON scalar, or a list, tuple or mapping of those.
    """
    match value:
        case bytes() | bytearray():
            pass
        case Text(raw):
            return literal(raw)
        case None | bool() | int():
            return Code(repr(value))
        case float() if math.isfinite(value):
            return Code(repr(value))
        case str():
            escaped = value.encode("unicode_escape").decode("ascii").replace('"', '\\"')
            return Code(f'"{escaped}"')
        case Mapping():
            return Code("{" + ", ".join(f"{literal(key)}: {literal(item)}" for key, item in value.items()) + "}")
        case tuple() if len(value) == 1:
            return Code(f"({literal(value[0])},)")
        case tuple():
            return Code("(" + ", ".join(literal(item) for item in value) + ")")
        case Sequence():
            return Code("[" + ", ".join(literal(item) for item in value) + "]")
    raise TypeError(f"no Python literal for {type(value).__name__}")


def docstring(text: Text | str, *, width: int = 100) -> Code:
    """Give the inside of a docstring: what Python reads back is `plain(text)`, wrapped at *width* columns."""
    wrapped = "\n".join(_wrapped(plain(text).split("\n"), width))
    if "\\" not in wrapped and '"' not in wrapped:
        return Code(wrapped)  # Nothing else can end a docstring, or begin an escape; control characters are gone.
    # Given a long word, `safe_for_docstring` breaks it in two, so it is given short ones; runs of quotes come after.
    escaped = wrapped
    if "\\" in wrapped:
        escaped = re.sub(r'[^\s"]{1,30}', lambda piece: strings.safe_for_docstring(piece[0]), wrapped)
    return Code(re.sub(r'"{3,}|"$', lambda run: '\\"' * len(run[0]), escaped))


def plain(text: Text | str) -> str:
    """Give *text* with line ends unified and every character escaped that would confuse a reader's editor.

    Control, format (bidi), surrogate and separator characters become backslash escapes.
    """
    lines = _raw(text).replace("\r\n", "\n").replace("\r", "\n").expandtabs(4)
    return "\n".join(_visible(line).rstrip() for line in lines.split("\n")).strip()


def _visible(line: str) -> str:
    if line.isprintable():
        return line
    return "".join(ascii(c)[1:-1] if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"} else c for c in line)


def path_part(text: Text | str, *, fallback: str = "module") -> Code:
    """Give one file name without its suffix: an identifier in ASCII, as not every file system keeps other letters."""
    letters = unicodedata.normalize("NFKD", _raw(text)).encode("ascii", "ignore").decode()
    return identifier(letters, fallback=fallback)


def _raw(text: Text | str) -> str:
    return text.raw if isinstance(text, Text) else text


def _folded(text: str) -> str:
    # Python compares names after NFKC; a capital I with a dot would fall into two characters when made small.
    folded = unicodedata.normalize("NFKC", text).replace("\u0130", "I")
    if not any(map(str.isalnum, folded)):
        marks = "".join(folded.split())[:_MARKS]
        return " ".join(unicodedata.name(mark, "") for mark in dict.fromkeys(marks)).lower()
    # `+1` and `-1` are two things.
    folded = re.sub(r"^([+-])(?=\d)", lambda sign: _SIGNS[sign[1]], folded)
    # These stand between words (`emails/list`, `page[size]`); in `user's` nothing ends.
    return re.sub("[^\\w\\s.'\u2019-]+", " ", folded)


def _checked(name: str) -> Code:
    if not name.isidentifier() or keyword.iskeyword(name):
        raise AssertionError(f"not a Python name: {name!a}")
    return Code(name)


def _wrapped(lines: list[str], width: int) -> Iterator[str]:
    """Wrap *lines* at *width*; what does not fit goes on in the next line of the paragraph, as its writer would do."""
    left, margin = "", ""
    is_code = False
    for line in lines:
        indent = line[: len(line) - len(line.lstrip())]
        if left and (_OPENING.match(line) or len(indent) < len(margin)):
            yield margin + left
            left = ""
        mark = ITEM.match(line)
        margin = " " * len(mark[0]) if mark else f"{indent}    " if _ENTRY.match(line) else indent
        rows = _rows(f"{indent}{left} {line.lstrip()}" if left else line, width, margin)
        is_code ^= line.lstrip().startswith(("```", "~~~"))
        left = rows.pop().lstrip() if len(rows) > 1 and not is_code else ""
        yield from rows
    if left:
        yield margin + left


def _rows(line: str, width: int, margin: str) -> list[str]:
    if len(line) <= width:
        return [line]
    # Words are kept whole: a URL that is broken in two is of no use.
    return textwrap.wrap(line, width, subsequent_indent=margin, break_long_words=False, break_on_hyphens=False)
