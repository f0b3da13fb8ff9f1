"""A field as a page describes it, whatever it is written with: a tag, a row of a table, an item of a list.

In: a `Field` and where it stands.  Out: facts.
Never: reads a field off a sentence; takes what is not said for false.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from handbill_generator.docs.model import ITEMS, MAX_TOKEN, Attribute, Confidence, Fact, Path, Side, SourceKind, Value
from handbill_generator.docs.words.types import Typed, read_type
from handbill_generator.docs.words.wording import read_description
from handbill_generator.load import JSON

_NAME = re.compile(r"[^\s,;()<>\"'`|{}]{1,100}")
_TOKENS = re.compile(r"\[\d*\]|[^.\[\]]+")
_MAX_TOKENS = 20
_OF_ITEMS = frozenset({Attribute.enum, Attribute.format, Attribute.pattern, Attribute.shown})
_OF_LISTS = {Attribute.minimum: Attribute.min_items, Attribute.maximum: Attribute.max_items}
_ADDRESS = re.compile(r"\bsee\b[^.\n\[]{0,60}\[[^\]\n]{1,100}\]\(([^)\s]{1,200})\)", re.IGNORECASE)
_LINK = re.compile(r"!?\[([^\]\[\n]{0,200})\]\([^)\s]{0,500}\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """What is said of a field; None where nothing is, and *default* is None where there is none.

    *type* is as written.  *description* is Markdown; it is read and not kept.
    """

    type: str = ""
    required: bool | None = None
    nullable: bool | None = None
    deprecated: bool = False
    default: JSON = None
    values: tuple[str, ...] = ()
    description: str = ""
    line: int
    source: SourceKind


def facts_of(field: Field, *, side: Side, status: str, path: Path) -> Iterator[Fact]:
    """Give the facts of a field at *path*; of its items too, where its type says what they are."""
    fact = Fact(
        side=side,
        status=status,
        path=path,
        attribute=Attribute.exists,
        value=True,
        source=field.source,
        confidence=Confidence.stated,
        line=field.line,
    )
    yield fact
    typed = read_type(field.type) if field.type else None
    if typed:
        yield from _type_facts(fact, typed)
    said: dict[Attribute, bool | None] = {
        Attribute.required: field.required,
        Attribute.nullable: field.nullable,
        Attribute.deprecated: True if field.deprecated else None,
    }
    yield from (replace(fact, attribute=key, value=value) for key, value in said.items() if value is not None)
    default = _default(field.default, typed)
    if default is not None:
        yield replace(fact, attribute=Attribute.default, value=default)
    is_list = typed is not None and typed.types == ("array",)
    for attribute, value in _distinct([*((Attribute.enum, value) for value in field.values), *_described(field)]):
        is_value = attribute is Attribute.enum and value in field.values
        found = replace(fact, confidence=Confidence.stated if is_value else Confidence.inferred, value=value)
        if is_list and attribute in _OF_ITEMS:
            yield replace(found, path=(*path, ITEMS), attribute=attribute)
        else:
            yield replace(found, attribute=_OF_LISTS.get(attribute, attribute) if is_list else attribute)


def _distinct(pairs: Iterable[tuple[Attribute, Value]]) -> Iterator[tuple[Attribute, Value]]:
    return iter({(key, type(value), value): (key, value) for key, value in pairs}.values())


def _described(field: Field) -> Iterator[tuple[Attribute, Value]]:
    yield from read_description(without_links(field.description))
    if address := _ADDRESS.search(field.description):
        yield Attribute.refers, address[1]


def without_links(text: str) -> str:
    """Give Markdown with the texts of its links in their places."""
    return _LINK.sub(r"\1", text)


def _type_facts(fact: Fact, typed: Typed) -> Iterator[Fact]:
    for name in typed.types:
        yield replace(fact, attribute=Attribute.type, value=name)
    if typed.nullable is not None:
        yield replace(fact, attribute=Attribute.nullable, value=typed.nullable)
    if typed.format:
        yield replace(fact, attribute=Attribute.format, value=typed.format)
    for value in typed.values:
        yield replace(fact, attribute=Attribute.enum, value=value)
    if typed.items and len(fact.path) < MAX_TOKEN:
        inner = replace(fact, path=(*fact.path, ITEMS))
        yield inner
        yield from _type_facts(inner, typed.items)


def _default(default: JSON, typed: Typed | None) -> Value | None:
    """Give a default as its type has it: pages write `default="10"` for an integer."""
    if isinstance(default, bool | int | float):
        return default
    if not isinstance(default, str) or not default or len(default) > MAX_TOKEN:
        return None
    types = typed.types if typed else ()
    if "string" in types or not types:
        return default.strip("`")
    if "boolean" in types and default.lower() in ("true", "false"):
        return default.lower() == "true"
    try:
        return int(default) if "integer" in types else float(default) if "number" in types else default
    except (ValueError, OverflowError):
        return default


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name as written; *required* is None where no mark at it says so."""

    written: str
    required: bool | None = None

    def tokens(self, location: str) -> Path:
        """Give the names from the outside in; those of parameters are never nested.

        >>> Name(written="items[].id").tokens("body"), Name(written="filter[shelf]").tokens("query")
        (('items', '[]', 'id'), ('filter[shelf]',))
        """
        if location in ("path", "query", "header", "cookie"):
            return (self.written,)
        tokens = tuple(_token(token) for token in _TOKENS.findall(self.written)[:_MAX_TOKENS])
        return tokens if any(token != ITEMS for token in tokens) else (self.written,)


def read_name(text: str) -> Name | None:
    """Read the name of a field; None where it is none.  `name?` is optional and `name*` required.

    >>> read_name("`when?`"), read_name("query, path, or body")
    (Name(written='when', required=False), None)
    """
    name = text.strip().strip("`_ ").removeprefix("**").removesuffix("**").strip("` ").replace("\\_", "_")
    required = False if name.endswith("?") else True if name.endswith("*") else None
    name = name.rstrip("?*\\")
    if not _NAME.fullmatch(name) or not any(character.isalnum() for character in name):
        return None
    return Name(written=name, required=required)


def _token(token: str) -> str:
    return ITEMS if token.startswith("[") or token in ("*", "0") else token


def placed(tokens: Path, parent: Path, *, is_list: bool) -> Path:
    """Give where a field is that is written as *tokens* inside of the one at *parent*, an array or not.

    Its name may have all that is above it, or its parent alone, or neither.

    >>> placed(("from", "email"), ("body", "from"), is_list=False), placed(("id",), ("body", "items"), is_list=True)
    (('body', 'from', 'email'), ('body', 'items', '[]', 'id'))
    """
    above = (*parent, ITEMS) if is_list and parent[-1] != ITEMS else parent
    names = [token for token in parent[1:] if token != ITEMS]
    rest = list(tokens)
    for start in range(len(names)):
        if (cut := _without(rest, names[start:])) is not None:
            rest = cut
            break
    while rest and rest[0] == ITEMS and above[-1] == ITEMS:
        rest = rest[1:]
    return (*above, *rest)


def _without(tokens: list[str], names: list[str]) -> list[str] | None:
    """Give what is left of *tokens* behind *names*, marks of items aside; None where they do not begin so."""
    at = 0
    for name in names:
        while at < len(tokens) and tokens[at] == ITEMS:
            at += 1
        if at >= len(tokens) or tokens[at] != name:
            return None
        at += 1
    return tokens[at:] if at < len(tokens) else None
