"""A schema in one spelling: the set of values that it accepts, type by type.

In: what `view` read.  Out: the same for every way to write it.
Never: holds another schema; it holds where those stand.

`Conjunction` is the places of schemas that hold together: `()` accepts everything.  A place may be `NEVER`, which
accepts nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

from handbill_generator.changes.schemas.values import EVERYTHING

Conjunction: TypeAlias = "tuple[str, ...]"
NEVER = "false"
"""The place of the schema that accepts nothing."""
TYPES = {kind: f"type {kind}" for kind in ("null", "boolean", "number", "string", "array", "object")}
"""The places of schemas that accept one type, whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contains:
    """How many items must be as a schema says (JSON Schema core 2020-12, section 10.3.1.3)."""

    schema: Conjunction
    least: int
    most: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """`if`, `then` and `else` of one place."""

    test: Conjunction
    then: Conjunction
    otherwise: Conjunction
    pointer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Alternatives of one place; *exclusive* where a value that two of them accept is refused."""

    branches: tuple[Conjunction, ...]
    exclusive: bool
    pointer: str

    @property
    def word(self) -> str:
        """The keyword, as ids write it."""
        return "one-of" if "/oneOf" in self.pointer[-6:] else "any-of"


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One schema.

    *component* is the place of the component that it is, or that it only refers to.  *types* are those that are
    accepted.  *finite* are all values that are accepted, by their keys, where
    those can be counted; *values* restricts a type to some.  *limits* are the keywords of numbers,
    strings, arrays and objects that hold one number, with the value that counts; *patterns*, *formats*, *multiples*
    and *contents* are sets, as all of them hold together.  *places* says where a keyword stands, by the keyword, or
    by the name of a property.  *is_union* says that it is nothing but its
    alternatives.  *annotations* are default, deprecated and what else sets no limit.
    """

    pointer: str
    conjunction: Conjunction = ()
    component: str = ""
    types: frozenset[str] = EVERYTHING
    finite: Mapping[str, Any] | None = None
    values: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    is_const: bool = False
    limits: Mapping[str, float] = field(default_factory=dict)
    multiples: frozenset[float] = frozenset()
    patterns: frozenset[str] = frozenset()
    formats: frozenset[str] = frozenset()
    contents: Mapping[str, str] = field(default_factory=dict)
    unique: bool = False
    prefix: tuple[Conjunction, ...] = ()
    items: Conjunction = ()
    contains: tuple[Contains, ...] = ()
    unevaluated_items: Conjunction = ()
    properties: Mapping[str, Conjunction] = field(default_factory=dict)
    required: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()
    additional: Conjunction = ()
    pattern_properties: Mapping[str, Conjunction] = field(default_factory=dict)
    property_names: Conjunction = ()
    unevaluated_properties: Conjunction = ()
    dependent_required: Mapping[str, frozenset[str]] = field(default_factory=dict)
    dependent_schemas: Mapping[str, Conjunction] = field(default_factory=dict)
    groups: tuple[Group, ...] = ()
    is_union: bool = False
    negations: tuple[Conjunction, ...] = ()
    conditions: tuple[Condition, ...] = ()
    discriminator: Mapping[str, Any] | None = None
    annotations: Mapping[str, Any] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)

    def place(self, keyword: str) -> str:
        """Give the pointer of *keyword*, that of the whole schema where it does not stand."""
        return self.places.get(keyword, self.pointer)

    @property
    def is_free(self) -> bool:
        """Whether nothing is asked but what the groups ask."""
        return self.types == EVERYTHING and not self._asks_more

    @property
    def is_plain(self) -> bool:
        """Whether all that is asked is asked of single types, so that types can be taken apart."""
        return not (self.groups or self.negations or self.conditions)

    @property
    def is_types(self) -> bool:
        """Whether nothing is asked but types."""
        return not (self._asks_more or self.groups)

    @property
    def is_negation(self) -> bool:
        """Whether nothing is asked but that one other schema does not hold."""
        alone = len(self.negations) == 1 and self.types == EVERYTHING and not self.groups
        return alone and not replace(self, negations=())._asks_more

    def is_whole(self, types: frozenset[str]) -> bool:
        """Whether all values of *types* are accepted."""
        return types <= self.types and self.is_types

    @property
    def _asks_more(self) -> bool:
        return bool(
            self.values
            or self.limits
            or self.multiples
            or self.patterns
            or self.formats
            or self.contents
            or self.unique
            or self.prefix
            or self.items
            or self.contains
            or self.unevaluated_items
            or self.properties
            or self.hidden
            or self.required
            or self.additional
            or self.pattern_properties
            or self.property_names
            or self.unevaluated_properties
            or self.dependent_required
            or self.dependent_schemas
            or self.negations
            or self.conditions
        )
