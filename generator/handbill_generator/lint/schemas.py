"""Schema Objects as `jsonschema` may run them.

In: a Schema Object, as anybody writes it.  Out: a JSON Schema that says the same in Draft 2020-12 and raises nothing.
Never: runs a regular expression of the document anywhere but in pydantic's engine, which is linear; looks outside of
the document; works on without end, whatever the schemas say.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend
from pydantic_core import SchemaError, SchemaValidator, core_schema
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from handbill_generator.contract.lift import lift_schema
from handbill_generator.lint.rule import Linted
from handbill_generator.load import JSON, tokens_of, value_at

_PATTERNS = "x-handbill-patternProperties"  # where the keywords of jsonschema, which use Python's engine, see nothing
_ONE = frozenset(("items", "additionalProperties", "not", "if", "then", "else", "contains", "propertyNames"))
_ONE |= {"unevaluatedItems", "unevaluatedProperties"}
_LISTS = frozenset(("allOf", "anyOf", "oneOf", "prefixItems"))
_MAPS = frozenset(("properties", "patternProperties", "dependentSchemas"))
_TYPES = frozenset(("array", "boolean", "integer", "null", "number", "object", "string"))
_COUNTS = ("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties", "minContains")
_FLAGS = {"request": ("readOnly",), "response": ("writeOnly",), "": ("readOnly", "writeOnly")}

_FORMATS = FormatChecker(("date", "date-time", "email", "uuid", "ipv4", "ipv6"))


@_FORMATS.checks("uri", raises=ValueError)
def _is_uri(value: object) -> bool:
    return not isinstance(value, str) or (bool(urlsplit(value).scheme) and not any(map(str.isspace, value)))


class TooMuch(Exception):
    """The schemas ask for more steps than are allowed."""


class Schemas:
    """The schemas of one document, each prepared when it is first needed, and the *steps* that are left for them."""

    def __init__(self, linted: Linted, *, steps: int) -> None:
        self.steps = steps
        self._tree = linted.bundle.tree
        self._resources: dict[str, Resource[Any]] = {}
        self._targets: dict[str, tuple[str, str]] = {}
        self._hidden: dict[tuple[str, str], frozenset[str]] = {}
        self._registry: Registry[Any] = Registry(retrieve=self._retrieve)  # type: ignore[call-arg]
        has_patterns = any("patternProperties" in spot.value for spot in linted.of("schemas"))
        self._validator = self._dialect(unevaluated=not has_patterns)

    def errors(self, schema: JSON, value: JSON, direction: str) -> Iterator[ValidationError]:
        """Go through what is wrong with *value* in a `request`, a `response` or either (empty).

        Raises TooMuch, RecursionError or ArithmeticError where that cannot be told.
        """
        prepared = self._prepared(lift_schema(schema), direction)
        validator = self._validator(prepared, registry=self._registry, format_checker=_FORMATS)
        yield from validator.iter_errors(value)

    def _spend(self, steps: int) -> None:
        self.steps -= steps
        if self.steps < 0:
            raise TooMuch

    def _dialect(self, *, unevaluated: bool) -> Any:
        keywords = {**Draft202012Validator.VALIDATORS, **_KEYWORDS, "$ref": self._ref}
        if not unevaluated:
            # It asks for the members that patterns match, and jsonschema would ask Python's engine.
            keywords["unevaluatedProperties"] = lambda *_: ()
        counted = {name: self._counted(check) for name, check in keywords.items()}
        return extend(Draft202012Validator, counted)  # type: ignore[no-untyped-call]

    def _counted(self, check: Callable[..., Any]) -> Callable[..., Any]:
        def counted(validator: Any, limit: Any, value: Any, schema: Any) -> Iterator[ValidationError]:
            self._spend(1 + (len(limit) // 32 if isinstance(limit, list) else 0))
            for error in check(validator, limit, value, schema) or ():
                self._spend(len(error.message) // 64)  # it holds the whole value
                yield error

        return counted

    def _ref(self, validator: Any, uri: str, value: Any, schema: Any) -> Iterator[ValidationError]:
        # Twice as fast as by way of the registry, which is there for the unevaluated keywords.
        yield from validator.descend(value, self._retrieve(uri).contents)

    def _retrieve(self, uri: str) -> Resource[Any]:
        if uri not in self._resources:
            ref, direction = self._targets[uri]
            contents = self._prepared(lift_schema(self._at(ref)), direction)
            self._resources[uri] = DRAFT202012.create_resource(contents)
        return self._resources[uri]

    def _at(self, ref: str) -> Any:
        try:
            return value_at(self._tree, tokens_of(ref))
        except (KeyError, ValueError):
            return True

    def _prepared(self, schema: Any, direction: str, hidden: frozenset[str] = frozenset()) -> Any:
        """Keep of *schema* the keywords that mean something and are as they must be; `openapi-valid` says the rest.

        *hidden* are the members that nobody has to send, as the schemas beside this one say.
        """
        self._spend(1)
        if not isinstance(schema, Mapping):
            return schema is not False
        hidden |= self._hidden_members(schema, direction)
        prepared: dict[str, Any] = {}
        for key, value in schema.items():
            if key == "$ref" and isinstance(value, str):
                prepared[key] = self._uri(value, direction)
            elif key == "required" and isinstance(value, list):
                prepared[key] = [name for name in value if isinstance(name, str) and name not in hidden]
            elif key in _ONE:
                prepared[key] = self._prepared(value, direction)
            elif key in _LISTS and isinstance(value, list):
                beside = hidden if key == "allOf" else frozenset[str]()
                prepared[key] = [self._prepared(item, direction, beside) for item in value]
            elif key in _MAPS and isinstance(value, Mapping):
                members = {name: self._prepared(member, direction) for name, member in value.items()}
                prepared[_PATTERNS if key == "patternProperties" else key] = members
            elif (is_sound := _SOUND.get(key)) and is_sound(value):
                prepared[key] = value
        return prepared

    def _uri(self, ref: str, direction: str) -> str:
        uri = f"urn:{direction or 'either'}:{ref.encode().hex()}"
        self._targets[uri] = (ref, direction)
        return uri

    def _hidden_members(self, schema: Mapping[str, Any], direction: str) -> frozenset[str]:
        """Give the members of *schema* that are readOnly in a request, or writeOnly in a response."""
        properties, parts, ref = schema.get("properties"), schema.get("allOf"), schema.get("$ref")
        names = {
            name
            for name, member in (properties.items() if isinstance(properties, Mapping) else ())
            if self._is_hidden(member, direction)
        }
        for part in parts if isinstance(parts, list) else ():
            if isinstance(part, Mapping):
                names |= self._hidden_members(part, direction)
        return frozenset(names) | (self._hidden_behind(ref, direction) if isinstance(ref, str) else frozenset())

    def _hidden_behind(self, ref: str, direction: str) -> frozenset[str]:
        known = self._hidden.get((ref, direction))
        if known is None:
            self._hidden[ref, direction] = known = frozenset()  # a circle adds nothing
            if isinstance(target := self._at(ref), Mapping):
                self._hidden[ref, direction] = known = self._hidden_members(target, direction)
        return known

    def _is_hidden(self, member: Any, direction: str) -> bool:
        if isinstance(member, Mapping) and isinstance(ref := member.get("$ref"), str):
            member = {**target, **member} if isinstance(target := self._at(ref), Mapping) else member
        return isinstance(member, Mapping) and any(member.get(flag) is True for flag in _FLAGS[direction])


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _are_types(value: Any) -> bool:
    names = value if isinstance(value, list) else [value]
    return bool(names) and all(isinstance(name, str) and name in _TYPES for name in names)


_SOUND: dict[str, Callable[[Any], bool]] = {
    **dict.fromkeys(("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"), _is_number),
    **dict.fromkeys((*_COUNTS, "maxContains"), lambda value: _is_number(value) and value >= 0),
    **dict.fromkeys(("pattern", "format"), _is_text),
    "multipleOf": lambda value: _is_number(value) and value > 0,
    "uniqueItems": lambda value: isinstance(value, bool),
    "type": _are_types,
    "enum": lambda value: isinstance(value, list),
    "const": lambda value: True,
    "dependentRequired": lambda value: (
        isinstance(value, dict)
        and all(isinstance(names, list) and all(map(_is_text, names)) for names in value.values())
    ),
}


@lru_cache(maxsize=1024)
def _engine(pattern: str) -> SchemaValidator | None:
    try:
        return SchemaValidator(core_schema.str_schema(pattern=pattern))
    except SchemaError:
        return None


def _matches(pattern: str, text: str) -> bool:
    """Whether *pattern* is found in *text*; one that the engine does not take is found in every text."""
    engine = _engine(pattern)
    return engine is None or engine.isinstance_python(text)


def _pattern(validator: Any, pattern: str, value: Any, schema: Any) -> Iterator[ValidationError]:
    if isinstance(value, str) and not _matches(pattern, value):
        yield ValidationError("does not match")


def _pattern_properties(validator: Any, patterns: Any, value: Any, schema: Any) -> Iterator[ValidationError]:
    for name, member in value.items() if isinstance(value, dict) else ():
        for pattern, below in patterns.items():
            if _engine(pattern) and _matches(pattern, name):
                yield from validator.descend(member, below, path=name)


def _additional_properties(validator: Any, below: Any, value: Any, schema: Any) -> Iterator[ValidationError]:
    known, patterns = schema.get("properties", {}), schema.get(_PATTERNS, {})
    for name, member in value.items() if isinstance(value, dict) else ():
        if name not in known and not any(_matches(pattern, name) for pattern in patterns):
            if below is False:
                yield ValidationError(f"Additional properties are not allowed ({name!r} was unexpected)")
            else:
                yield from validator.descend(member, below, path=name)


def _unique_items(validator: Any, unique: bool, value: Any, schema: Any) -> Iterator[ValidationError]:
    # jsonschema compares each item with each other.
    if unique and isinstance(value, list) and len({json.dumps(item, sort_keys=True) for item in value}) < len(value):
        yield ValidationError("not unique")


_KEYWORDS: dict[str, Callable[..., Any]] = {
    "pattern": _pattern,
    _PATTERNS: _pattern_properties,
    "additionalProperties": _additional_properties,
    "uniqueItems": _unique_items,
}
