"""Values that the schemas of the contracts allow, and values that a newer server might send.

In: a schema of a contract, and who sends it.  Out: strategies for JSON values: such as follow the schema, such as
follow what it might become, and such as break it in one place.
Never: asks the generator or a model of an emitted package what a schema means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal

from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from .contracts import Media, operations, resolved, webhooks
from .providers import Provider

Json = st.SearchStrategy[Any]
Kind = Literal["sent", "received", "surprising"]

_DEEPEST = 9
"""Below this, objects have only what they must have; the contracts' schemas are not that deep unless they recur."""
_LONGER = 6
"""How much longer than it must be a text, a list or a map becomes."""
_RULES = ("if", "then", "else", "not", "minProperties", "maxProperties", "dependentRequired")
# All that JSON can say in UTF-8: a lone surrogate it cannot.
_WORDS = st.sampled_from(["", " ", '"', "\\", "'", "\x00", "\x1f\x7f", "\u2028", "é", "😀", "<b>&amp;", "null", "true"])
_LOOKALIKES = st.sampled_from(["1", "1.0", "-0", "NaN", "2026-04-01", "2026-04-01T09:00:00Z", "{}", "MISSING", "None"])
_INTEGERS = st.integers() | st.sampled_from([0, 2**31, 2**53 + 1, -(2**63) - 1, 10**30])
_SCALARS = st.none() | st.booleans() | _INTEGERS | st.floats(allow_nan=False, allow_infinity=False)


def _texts(shortest: int = 0, longest: int | None = None) -> st.SearchStrategy[str]:
    most = shortest + _LONGER if longest is None else min(longest, shortest + _LONGER)
    found = [st.text(min_size=shortest, max_size=most)]
    if shortest == 0 and (longest is None or longest > _LONGER * 4):
        found += [_WORDS, _LOOKALIKES]
    if longest is not None:
        found += [st.just("ü" * longest)]
    return st.one_of(found)


ANYTHING: Json = st.recursive(
    _SCALARS | _texts(), lambda inner: st.lists(inner, max_size=2) | st.dictionaries(_texts(), inner, max_size=2)
)
"""Any JSON value."""

_NAMES = _texts() | st.sampled_from(
    ["model_config", "model_extra", "copy", "json", "self", "body", "class", "__class__", "_private", "a-b", "$ref"]
)


@st.composite
def _moments(draw: st.DrawFn) -> str:
    """RFC 3339, section 5.6, but for the year 0 and leap seconds, which Python's datetime does not have."""
    whole = draw(st.datetimes()).replace(microsecond=0).isoformat()
    fraction = draw(st.sampled_from(["", ".0", ".000", ".5", ".123456", ".999999999", ".000000000001"]))
    zone = draw(st.sampled_from(["Z", "Z", "+00:00", "-00:00", "+02:00", "-09:30", "+14:00", "+23:59", "z"]))
    return whole.replace("T", draw(st.sampled_from("TTTt"))) + fraction + zone


_FORMATS: dict[str, st.SearchStrategy[str]] = {
    "date-time": _moments(),
    "date": st.dates().map(str),
    "email": st.emails() | st.sampled_from(["o'hara+tag@example.com", '"a b"@example.com', "jösé@exämple.com"]),
    "uri": st.sampled_from(
        ["https://example.com", "https://example.com/a?b=%20&c=d#e", "mailto:x@example.com", "urn:x"]
    ),
    "uuid": st.uuids().map(str),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One way to follow a schema: a schema without references and combinations, and rules between its fields.

    *choices* counts the members of the union that it is one of.
    """

    schema: dict[str, Any]
    rules: tuple[dict[str, Any], ...] = ()
    choices: int = 1

    def keeps_rules(self, value: Any) -> bool:
        """Whether a value does what the rules between fields ask for."""
        return Draft202012Validator({"allOf": list(self.rules)}).is_valid(value)


def following(media: Media, kind: Kind) -> Json:
    """Values that follow the schema of a body; a surprising one is what a newer server might send instead.

    It has fields that the contract does not know, words that no enum lists, and members that no union has.
    """
    return values(media.provider, media.schema, kind)


def values(provider: Provider, schema: dict[str, Any], kind: Kind, depth: int = 0) -> Json:
    """The same for any schema."""
    if set(schema) - {"description", "title"} == {"$ref"}:
        return _component(provider, schema["$ref"], kind, depth)
    return _Maker(provider, kind, depth).any_of(forms(provider, schema))


@cache
def _component(provider: Provider, ref: str, kind: Kind, depth: int) -> Json:
    return values(provider, resolved(provider, {"$ref": ref}), kind, depth)


def forms(provider: Provider, schema: dict[str, Any]) -> list[Form]:
    """All ways to follow a schema."""
    schema = resolved(provider, schema)
    own = {key: value for key, value in schema.items() if key not in ("allOf", "anyOf", "oneOf", *_RULES)}
    rule = {key: value for key, value in schema.items() if key in _RULES}
    found = [Form(schema=own, rules=(rule,) if rule else ())]
    for branch in schema.get("allOf", []):
        found = [_both(one, other) for one in found for other in forms(provider, branch)]
    for key in ("anyOf", "oneOf"):
        if branches := schema.get(key):
            found = [_both(one, other) for one in found for other in _choices(provider, key, branches)]
    return found


def _choices(provider: Provider, key: str, branches: list[dict[str, Any]]) -> Iterator[Form]:
    """The ways through anyOf and oneOf; branches that only say what is required are a rule, and no union."""
    is_rule = all(set(branch) == {"required"} for branch in branches)
    for branch in branches:
        for form in forms(provider, branch):
            if is_rule:
                yield replace(form, rules=(*form.rules, {key: branches}))
            else:
                yield replace(form, choices=max(form.choices, sum(each != {"type": "null"} for each in branches)))


def _both(one: Form, other: Form) -> Form:
    merged = one.schema | other.schema
    left, right = one.schema.get("properties", {}), other.schema.get("properties", {})
    if left or right:
        twice = {name: {"allOf": [left[name], right[name]]} for name in left if name in right}
        merged["properties"] = left | right | twice
    if "required" in one.schema or "required" in other.schema:
        merged["required"] = [*{**dict.fromkeys(one.schema.get("required", [])), **dict.fromkeys(_required(other))}]
    return Form(schema=merged, rules=(*one.rules, *other.rules), choices=max(one.choices, other.choices))


def _required(form: Form) -> list[str]:
    found: list[str] = form.schema.get("required", [])
    return found


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes strategies of one kind for the schemas of one contract."""

    provider: Provider
    kind: Kind
    depth: int

    def any_of(self, found: list[Form]) -> Json:
        made = [self.form(each) for each in found]
        if self.kind == "surprising":
            made += self.newcomers(found)
        return st.one_of(made)

    def newcomers(self, found: list[Form]) -> Iterator[Json]:
        """Members that a union with objects in it does not know: any object, or one with another word for its kind."""
        for form in found:
            if form.choices > 1 and "properties" in form.schema:
                marks = [name for name, node in form.schema["properties"].items() if "const" in node]
                for mark in marks:
                    yield st.tuples(self.form(form), _unlisted()).map(
                        lambda drawn, mark=mark: {**drawn[0], mark: drawn[1]}
                    )
        if any(form.choices > 1 and "properties" in form.schema for form in found):
            yield st.dictionaries(_unlisted(), ANYTHING, max_size=2)

    def form(self, form: Form) -> Json:
        schema = form.schema
        if "const" in schema:
            return st.just(schema["const"])
        if "enum" in schema:
            listed = st.sampled_from(schema["enum"])
            open_ = self.kind == "surprising" and any(isinstance(word, str) for word in schema["enum"])
            return listed | _unlisted() if open_ else listed
        kinds = schema.get("type", "object" if "properties" in schema or "required" in schema else [])
        kinds = [kinds] if isinstance(kinds, str) else kinds
        return st.one_of([self.of_type(each, form) for each in kinds]) if kinds else ANYTHING

    def of_type(self, name: str, form: Form) -> Json:
        schema = form.schema
        least, most = schema.get("minimum"), schema.get("maximum")
        match name:
            case "object":
                made = self.object(form)
                return made.filter(form.keeps_rules) if form.rules else made
            case "array":
                return self.array(schema)
            case "string":
                return _strings(schema)
            case "integer":
                whole = _INTEGERS if least is None and most is None else st.integers(least, most)
                return whole | whole.filter(lambda number: abs(number) < 2**53).map(float)
            case "number":
                return st.floats(least, most, allow_nan=False, allow_infinity=False) | st.integers(least, most)
        return st.booleans() if name == "boolean" else st.none()

    def array(self, schema: dict[str, Any]) -> Json:
        least, most = schema.get("minItems", 0), schema.get("maxItems", 3)
        items = self.below(schema.get("items", {}))
        return st.lists(items, min_size=least, max_size=least if self.depth >= _DEEPEST else min(most, least + 2))

    def object(self, form: Form) -> Json:
        properties = {name: node for name, node in form.schema.get("properties", {}).items() if self.has(node)}
        required = [name for name in _required(form) if name in properties]
        optional = [] if self.depth >= _DEEPEST else [name for name in properties if name not in required]
        described = st.fixed_dictionaries(
            {name: self.below(properties[name]) for name in required},
            optional={name: self.below(properties[name]) for name in optional},
        )
        others = self.others(form, frozenset(form.schema.get("properties", {})))
        return described if others is None else st.tuples(others, described).map(lambda drawn: drawn[0] | drawn[1])

    def others(self, form: Form, known: frozenset[str]) -> Json | None:
        """The properties of an object that have no name in the contract."""
        more = form.schema.get("additionalProperties", False)
        if more is False and self.kind != "surprising":
            return None
        node = more if isinstance(more, dict) else {}
        # What Python would call a known property is that property; `test_python_names_in_an_answer` is about that.
        ours = known | {snake(name) for name in known}
        return st.dictionaries(_NAMES.filter(lambda name: name not in ours), self.below(node), max_size=2)

    def has(self, node: dict[str, Any]) -> bool:
        """Whether a property goes this way (OpenAPI 3.1.0, 4.8.24.1, has it from JSON Schema)."""
        return not resolved(self.provider, node).get("readOnly" if self.kind == "sent" else "writeOnly")

    def below(self, node: dict[str, Any]) -> Json:
        return values(self.provider, node, self.kind, self.depth + 1)


def _strings(schema: dict[str, Any]) -> st.SearchStrategy[str]:
    if "format" in schema:
        return _FORMATS[schema["format"]]
    shortest, longest = schema.get("minLength", 0), schema.get("maxLength")
    if "pattern" not in schema:
        return _texts(shortest, longest)
    # In a pattern of JSON Schema (ECMA-262), `$` is the end; Python's also stands before a last line break.
    matching = st.from_regex(schema["pattern"].removesuffix("$") + r"\Z")
    return matching.filter(lambda text: shortest <= len(text) <= (len(text) if longest is None else longest))


def _unlisted() -> st.SearchStrategy[str]:
    """Words that no contract has."""
    return st.sampled_from(["", "brand_new", "BrandNew", "é"]) | st.text(min_size=9, max_size=12)


def snake(name: str) -> str:
    """What Python would call a property."""
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """Objects that break a schema in one place: what is wrong, and the properties one of which must be named for it."""

    what: str
    names: tuple[str, ...]
    bodies: Json


def breaks(provider: Provider, schema: dict[str, Any]) -> Iterator[Break]:
    """All ways to break the schema of an object that only requests use, but for those that are inside of a property."""
    found = forms(provider, schema)
    maker = _Maker(provider, "sent", 0)
    whole = maker.any_of(found)
    required = set.intersection(*(set(_required(form)) for form in found))
    for name in sorted(required):
        yield Break(
            what=f"without {name}", names=(name,), bodies=whole.map(lambda body, name=name: _without(body, name))
        )
    if any(form.choices > 1 for form in found):
        return  # Its members are broken one by one.
    properties = found[0].schema.get("properties", {})
    for name, node in properties.items():
        for what, wrong in _wrong(maker, node):
            bodies = st.tuples(whole, wrong).map(lambda drawn, name=name: {**drawn[0], name: drawn[1]})
            yield Break(what=f"{name} {what}", names=(name,), bodies=bodies)
    names = tuple(sorted(_names_in(found[0].rules) & set(properties)))
    if found[0].rules and properties:
        # What an `if` asks for seldom comes by chance.
        mentioned = {name: {"anyOf": [properties[name], *_conditions(found[0].rules, name)]} for name in names}
        needed = {name: properties[name] for name in sorted(required)}
        bare = Form(schema={"properties": needed | mentioned, "required": [*needed]})
        bodies = maker.object(bare).filter(lambda body: not found[0].keeps_rules(body))
        yield Break(what="rules between fields", names=names, bodies=bodies)


def _wrong(maker: _Maker, node: dict[str, Any]) -> Iterator[tuple[str, Json]]:
    """Values that break what a property asks for, if nothing that a response brings has a say in it."""
    found = [form.schema for form in forms(maker.provider, node)]
    if len(found) > 1 or node.get("$ref") in received(maker.provider):
        return
    (schema,) = found
    items = maker.below(schema.get("items", {}))
    for key, limit in schema.items():
        match key:
            case "enum" | "const":
                yield "is not listed", _unlisted()
            case "minLength" | "maxLength":
                yield key, st.just("x" * (limit + (1 if key == "maxLength" else -1)))
            case "minimum" | "maximum":
                yield key, st.just(limit + (1 if key == "maximum" else -1))
            case "minItems" | "maxItems":
                count = limit + (1 if key == "maxItems" else -1)
                yield key, items.map(lambda item, count=count: [item] * count)
            case "pattern":
                wrong = st.text(max_size=schema.get("maxLength"))
                yield key, wrong.filter(lambda text, limit=limit: not re.search(limit, text))


def _without(body: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in body.items() if key != name}


def _names_in(rule: Any) -> set[str]:
    """The properties that rules speak of."""
    if isinstance(rule, dict):
        own = {*rule.get("required", []), *rule.get("properties", {})}
        return own | _names_in([value for key, value in rule.items() if key != "properties"])
    return set().union(*map(_names_in, rule)) if isinstance(rule, list | tuple) else set()


def _conditions(rules: tuple[dict[str, Any], ...], name: str) -> list[dict[str, Any]]:
    """What the conditions of rules say of a property."""
    return [rule["if"]["properties"][name] for rule in rules if name in rule.get("if", {}).get("properties", {})]


@cache
def received(provider: Provider) -> frozenset[str]:
    """The references to all schemas that responses and webhooks bring."""
    bodies = [one.body for each in operations() if each.provider is provider for one in each.responses]
    bodies += [each.body for each in webhooks() if each.provider is provider]
    return _reached(provider, [body.schema for body in bodies if body])


@cache
def sent_components(provider: Provider) -> tuple[str, ...]:
    """The references to all schemas that requests bring, and nothing else does."""
    bodies = [each.body.schema for each in operations() if each.provider is provider and each.body]
    return tuple(sorted(_reached(provider, bodies) - received(provider)))


def _reached(provider: Provider, waiting: list[Any]) -> frozenset[str]:
    found: set[str] = set()
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict) and "$ref" in node and node["$ref"] not in found:
            found.add(node["$ref"])
            waiting.append(resolved(provider, {"$ref": node["$ref"]}))
        waiting += [*node.values()] if isinstance(node, dict) else node if isinstance(node, list) else []
    return frozenset(found)
