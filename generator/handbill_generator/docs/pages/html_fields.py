"""Fields as a rendered reference has them: a name, a type and marks, each an element of its own.

In: an element.  Out: a `Head`, or what stands beside one.
Never: depends on the class names of one tool; takes a sentence for a field.

    <div><span>status</span><span>enum</span><span>required</span></div>        status, enum, required
    <dt><code>limit</code> <em>integer</em></dt>                               limit, integer
    <td>id <div>required</div></td><td><span>string</span> &lt;uuid&gt; ...      id, required; then string<uuid>
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from selectolax.lexbor import LexborNode

from handbill_generator.docs.pages.fields import Field, read_name
from handbill_generator.docs.pages.html_tree import children, is_block, is_text, pieces
from handbill_generator.docs.pages.lists import read_said
from handbill_generator.docs.pages.sections import read_heading
from handbill_generator.docs.words.limits import limits
from handbill_generator.docs.words.types import read_type

_MOST_PIECES = 12
_LONGEST = 250
_LOCATIONS = ("path", "query", "header", "cookie", "body")
_BETWEEN = re.compile(r"\[ ?(-?\d{1,20}) ?\.\. ?(-?\d{1,20}) ?\]( characters| items)?")
_BOUND = re.compile(r"(<=|>=|≤|≥) ?(-?\d{1,20})( characters| items)?")
_BOUNDS = {"<=": "Maximum", "≤": "Maximum", ">=": "Minimum", "≥": "Minimum"}
_TO = re.compile(r"(-?\d{1,20}) (?:to|-|\u2013) (-?\d{1,20})( characters| items)?")
_VALUE = re.compile(r"[\w.:+-]{1,60}")
_LABEL = re.compile(r"type: ?", re.IGNORECASE)
_NOISE = frozenset({"", "#", "¶", "·", "•", "|", ":", "-", "copy", "copy link", "link", ",", "(", ")", "*", "?"})


COLUMNS = ("name", "type", "required", "nullable", "default", "in", "description")
"""The head of a table of fields."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A field without its description; *location* is empty where the head does not say it."""

    name: str
    type: str = ""
    required: bool | None = None
    nullable: bool = False
    deprecated: bool = False
    default: str = ""
    location: str = ""
    words: tuple[str, ...] = ()
    """What stands beside the type that is no mark, as `<= 40 characters`: read as a description."""

    def beside(self, other: Head) -> Head:
        """Give this head with what *other* says of the same field."""
        return replace(
            self,
            type=self.type or other.type,
            required=other.required if self.required is None else self.required,
            nullable=self.nullable or other.nullable,
            deprecated=self.deprecated or other.deprecated,
            default=self.default or other.default,
            location=self.location or other.location,
            words=(*self.words, *other.words),
        )

    def cells(self, nesting: int, description: str) -> tuple[str, ...]:
        """Give a row of a table with `COLUMNS`; a field is inside of the last one that has less *nesting*."""
        required = "" if self.required is None else "yes" if self.required else "no"
        words = ["Deprecated."] if self.deprecated else []
        return (
            "&nbsp;" * nesting + f"`{self.name}`",
            self.type,
            required,
            "yes" if self.nullable else "",
            self.default,
            self.location,
            " ".join([*words, *self.words, description]),
        )

    def written(self) -> str:
        """Give the field as an item of a list in Markdown."""
        asked = "" if self.required is None else "required" if self.required else "optional"
        return f"`{self.name}` ({', '.join(word for word in (self.type, asked) if word)})"


def read_head(node: LexborNode) -> Head | None:
    """Read *node* as a name with a type or marks behind it; None where it is none."""
    found = pieces(node, _MOST_PIECES, _LONGEST)
    if not found or len(found) < 2:
        return None
    name, rest = _named(found)
    head = _head(name, rest) if rest and name else None
    # "Body required" is the heading of a list of fields.
    return None if head and not head.type and read_heading(name) else head


def read_term(node: LexborNode) -> Head | None:
    """Read a `<dt>` that is a name alone, with a type or marks at the beginning of its `<dd>`."""
    found = pieces(node, 3, _LONGEST)
    name, rest = _named(found) if found else ("", ())
    following = node.next
    while following is not None and following.tag != "dd":
        if following.tag == "dt":
            return None
        following = following.next
    if not name or rest or following is None:
        return None
    first = next((child for child in children(following) if not is_text(child)), None)
    beside = read_beside(first) if first is not None else None
    return Head(name=name).beside(beside) if beside else None


def read_cell(node: LexborNode) -> Head | None:
    """Read the cell of a table that is a name alone, where the next cell begins with a type or marks.

    The head has the name alone, for the type is read with its cell.
    """
    found = pieces(node, 3, _LONGEST)
    name, rest = _named(found) if found else ("", ())
    following = node.next
    while following is not None and following.tag != "td":
        following = following.next
    for _ in range(4):
        if not name or rest or following is None:
            return None
        if read_beside(following):
            return Head(name=name)
        following = next((child for child in children(following) if not is_text(child)), None)
    return None


def read_values(node: LexborNode) -> tuple[str, ...]:
    """Read a list of nothing but values, at least two; nothing where it is another."""
    found = pieces(node, 60, 2_000) or ()
    return found if len(found) > 1 and all(map(_VALUE.fullmatch, found)) else ()


def read_beside(node: LexborNode) -> Head | None:
    """Read *node* as a type or marks, perhaps with limits behind them; None where it begins otherwise.

    The head has no name.  What has blocks inside has nothing behind the type, for that would be a description.
    """
    found = pieces(node, _MOST_PIECES, _LONGEST) or ()
    has_blocks = any(is_block(child) for child in children(node))
    for end in range(len(found), max(len(found) - 1, 0) if has_blocks else 0, -1):
        # `Enum:` has the values behind it, and is no type.
        if not found[end - 1].endswith(":") and (head := _head("", found[:end])):
            return replace(head, words=(*head.words, *(_limit(words) for words in found[end:])))
    return None


def _limit(words: str) -> str:
    """Write `[ 1 .. 40 ] characters` and `<= 40` as a sentence would.

    >>> _limit("[ 1 .. 40 ] characters"), _limit(">= 3 items")
    ('Between 1 and 40 characters.', 'Minimum 3 items.')
    """
    if between := _BETWEEN.fullmatch(words) or _TO.fullmatch(words):
        return f"Between {between[1]} and {between[2]}{between[3] or ''}."
    if bound := _BOUND.fullmatch(words):
        return f"{_BOUNDS[bound[1]]} {bound[2]}{bound[3] or ''}."
    return words


def _named(found: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Divide pieces in a name, which may come in pieces itself (`schedule.` and `method`), and the rest."""
    written, at = "", 0
    for at, piece in enumerate(found, 1):  # noqa: B007
        if piece.lower() in _NOISE and not written:
            continue
        written += piece
        if not piece.endswith("."):
            break
    name = read_name(written.rstrip(":"))
    if name is None or " " in written:
        return "", ()
    mark = ("required",) if name.required else ("optional",) if name.required is False else ()
    return name.written, (*mark, *found[at:])


def _head(name: str, rest: Sequence[str]) -> Head | None:
    words = list(_joined(rest))
    location = next((word.lower() for word in words if word.lower() in _LOCATIONS), "")
    nullable = any(word.lower() == "nullable" for word in words)
    said = [word for word in words if word.lower() not in (*_LOCATIONS, "nullable") and not _is_limit(word)]
    if not said:
        return Head(name=name, nullable=nullable, location=location) if nullable else None
    field = read_said(", ".join(said), "", 0)
    if field is None:
        return None
    return Head(
        name=name,
        type=field.type,
        required=field.required,
        nullable=nullable,
        deprecated=field.deprecated,
        default=_default(field),
        location=location,
        words=tuple(f"{_limit(word).rstrip('.')}." for word in words if _is_limit(word)),
    )


def _is_limit(word: str) -> bool:
    return next(limits(_limit(word).rstrip("."), (), is_array=False), None) is not None


def _default(field: Field) -> str:
    return field.default if isinstance(field.default, str) else ""


def _joined(found: Sequence[str]) -> list[str]:
    """Give the pieces that say something, `Default:` with its value, and a format with its type."""
    joined: list[str] = []
    for piece in found:
        is_range = _BETWEEN.fullmatch(piece) is not None
        word = _LABEL.sub("", piece if is_range else piece.strip("()[]·•|,;: ")) if len(piece) > 1 else piece
        if word.lower() in _NOISE:
            continue
        if joined and joined[-1].lower() in ("default", "defaults to", "default value"):
            joined[-1] = f"default: {word}"
        elif joined and word[:1] == "<" and word[-1:] == ">" and read_type(f"{joined[-1]}{word}"):
            joined[-1] += word
        elif joined and joined[-1].lower() in ("array of", "list of") and read_type(f"{joined[-1]} {word}"):
            joined[-1] += f" {word}"
        elif word.startswith(("·", "|")):
            joined.append(word[1:].strip())
        else:
            joined.append(word)
    return [word for word in joined if word]
