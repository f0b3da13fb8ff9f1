"""Read which properties of an object must be given together, and say it in Python.

In: the keywords of a schema.  Out: `Requirement`s between properties, and the keywords that are left.
Then: `Requirement`s and the names of fields.  Out: `Check`s for the emitted class.
Never: reads a rule in part; a keyword that says more than is understood here is left where it was.

What is understood (JSON Schema 2020-12): alternatives that are nothing but `required`, `dependentRequired`, `not` of
`required`, `minProperties` of 1, and `if` a property has a value `then` others are `required`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from handbill_generator.plan.model import Check
from handbill_generator.text import Code, Text, literal

_READ = frozenset({"anyOf", "dependentRequired", "if", "minProperties", "not", "oneOf"})
_WORDS = frozenset({"description", "title", "$comment"})

Condition = tuple[str, tuple[Any, ...]]
Groups = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """A rule between the properties of an object, by their names in the document.

    *kind* is `any` (at least one of the *groups* must be there in full), `one` (exactly one of them), `none` (none of
    them), or `some` (any property at all).  The rule holds where every property of *when* is there, with one of the
    values named there, if any are.
    """

    kind: str
    groups: Groups
    when: tuple[Condition, ...] = ()

    @property
    def names(self) -> set[str]:
        """The properties that the rule is about."""
        return {name for group in self.groups for name in group} | {name for name, _ in self.when}


def requirements(keywords: Mapping[str, Any]) -> tuple[tuple[Requirement, ...], Mapping[str, Any]]:
    """Give the rules that *keywords* state, and the keywords without those that are said by them in full."""
    if _READ.isdisjoint(keywords):
        return (), keywords
    found: list[Requirement] = []
    used: set[str] = set()
    for keyword, kind in (("anyOf", "any"), ("oneOf", "one")):
        groups = _alternatives(keywords.get(keyword))
        if groups:
            found.append(Requirement(kind=kind, groups=groups))
            used.add(keyword)
    if excluded := _names(keywords.get("not")):
        found.append(Requirement(kind="none", groups=(excluded,)))
        used.add("not")
    if dependent := tuple(_dependent(keywords.get("dependentRequired"))):
        found += dependent
        used.add("dependentRequired")
    # Documentation says the number of members too; so this keyword stays.
    if keywords.get("minProperties") == 1:
        found.append(Requirement(kind="some", groups=()))
    if conditional := tuple(_conditional(keywords)):
        found += conditional
        used |= {"if", "then"}
    return tuple(found), {key: value for key, value in keywords.items() if key not in used} if used else keywords


def _alternatives(stated: Any) -> Groups:
    groups = tuple(_names(member) for member in stated) if isinstance(stated, list) else ()
    return groups if all(groups) else ()


def _names(schema: Any) -> tuple[str, ...]:
    """Give the names of a schema that says nothing but `required`."""
    if not isinstance(schema, Mapping) or schema.keys() - _WORDS != {"required"}:
        return ()
    return tuple(name for name in _list(schema["required"]) if isinstance(name, str))


def _dependent(stated: Any) -> Iterator[Requirement]:
    for name, needed in stated.items() if isinstance(stated, Mapping) else ():
        if names := tuple(other for other in _list(needed) if isinstance(other, str)):
            yield Requirement(kind="any", groups=(names,), when=((name, ()),))


def _conditional(keywords: Mapping[str, Any]) -> Iterator[Requirement]:
    when, needed = _conditions(keywords.get("if")), _names(keywords.get("then"))
    if when and needed and "else" not in keywords:
        yield Requirement(kind="any", groups=(needed,), when=when)


def _conditions(schema: Any) -> tuple[Condition, ...]:
    """Give the conditions of an `if` that says which values some properties have, all of which must be there."""
    if not isinstance(schema, Mapping) or not schema.keys() <= {"properties", "required"} | _WORDS:
        return ()
    required, properties = set(_list(schema.get("required"))), schema.get("properties", {})
    if not isinstance(properties, Mapping) or not properties.keys() <= required:
        return ()
    conditions = tuple((name, _values(properties.get(name, {}))) for name in sorted(required))
    return () if any(None in values for _, values in conditions) else conditions


def _values(schema: Any) -> tuple[Any, ...]:
    """Give the values that a schema closes a property to, none for one that says nothing, None for what is not read."""
    match schema:
        case {"const": str() | bool() | int() as value, **others} if not others:
            return (value,)
        case {"enum": [_, *_] as values, **others} if not others and all(isinstance(v, str | int) for v in values):
            return tuple(values)
        case {} if not schema:
            return ()
    return (None,)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def checks(rules: Iterable[Requirement], fields: Mapping[str, Code], always: frozenset[str]) -> Iterator[Check]:
    """Say *rules* in Python: *fields* are the names of the properties, *always* the properties that are required."""
    for rule in rules:
        groups = [[fields[name] for name in group if name not in always] for group in rule.groups]
        if rule.kind == "one" or all(groups):
            # One message a missing name says more than one message for all of them.
            single = rule.kind == "any" and len(groups) == 1
            for part in [[[name]] for name in groups[0]] if single else [groups]:
                yield _check(rule, part, fields, always)


def _check(rule: Requirement, groups: list[list[Code]], fields: Mapping[str, Code], always: frozenset[str]) -> Check:
    when = [_condition(fields[name], values) for name, values in rule.when if values or name not in always]
    where = " and ".join(_said_of(fields[name], values) for name, values in rule.when)
    return Check(
        condition=Code(" and ".join([*when, _BROKEN[rule.kind](groups)])),
        message=Text(f"{_SAID[rule.kind](groups)}{' where ' if where else ''}{where}"),
    )


def _condition(field: Code, values: tuple[Any, ...]) -> str:
    if len(values) > 1:
        return f"self.{field} in {literal(values)}"
    return f"self.{field} == {literal(values[0])}" if values else _given([field])


def _given(names: list[Code]) -> str:
    return " and ".join(f"self.{name} is not MISSING" for name in names) or "True"


def _not_given(names: list[Code]) -> str:
    missing = " or ".join(f"self.{name} is MISSING" for name in names)
    return f"({missing})" if len(names) > 1 else missing


_BROKEN: Mapping[str, Callable[[list[list[Code]]], str]] = {
    "any": lambda groups: " and ".join(map(_not_given, groups)),
    "one": lambda groups: f"[{', '.join(map(_given, groups))}].count(True) != 1",
    "none": lambda groups: _given(groups[0]),
    "some": lambda groups: "not self.model_dump()",
}


def _said_of(field: Code, values: tuple[Any, ...]) -> str:
    return f"{field} is {_listed(list(map(json.dumps, values)), 'or')}" if values else f"{field} is given"


def _listed(words: Sequence[str], last: str) -> str:
    return f" {last} ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def _groups(groups: list[list[Code]], last: str) -> str:
    words = [" and ".join(group) for group in groups]
    return _listed([f"({word})" if " " in word and len(words) > 1 else word for word in words], last)


_SAID: Mapping[str, Callable[[list[list[Code]]], str]] = {
    "any": lambda groups: f"{_groups(groups, 'or')} must be given",
    "one": lambda groups: f"exactly one of {_groups([group for group in groups if group], 'and')} must be given",
    "some": lambda groups: "at least one field must be given",
    "none": lambda groups: f"{_groups(groups, 'and')} must not be given" + (" together" if len(groups[0]) > 1 else ""),
}
