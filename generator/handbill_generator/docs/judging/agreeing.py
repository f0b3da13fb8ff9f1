"""Whether what a page says of an attribute fits what a contract states.

In: facts of both with one attribute.  Out: yes or no.
Never: says no where a side says nothing, but for rules that a contract would have to state: a limit that is documented
and not there is one that differs.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from handbill_generator.docs.model import Attribute, Fact, SourceKind
from handbill_generator.evidence import text_of

_WHOLE = frozenset({SourceKind.published, SourceKind.embedded})
_NUMBERS = frozenset({"integer", "number"})
_SILENT_NO = frozenset({Attribute.deprecated, Attribute.read_only, Attribute.write_only})
"""What a contract denies by leaving it out."""
_SILENT_UNKNOWN = frozenset({Attribute.type, Attribute.nullable, Attribute.required})
"""What a contract leaves open by leaving it out."""


def agree(attribute: Attribute, said: Sequence[Fact], stated: Sequence[Fact]) -> bool:
    """Say whether the page's *said* fits the contract's *stated*; both are facts with *attribute*."""
    if not stated and attribute in _SILENT_UNKNOWN:
        return True
    if attribute is Attribute.type:
        return _types_agree(said, stated)
    if attribute in _SILENT_NO or attribute is Attribute.nullable or attribute is Attribute.required:
        return _says_yes(said) == _says_yes(stated)
    if attribute is Attribute.required_together:
        return _names(said) <= _names(stated)
    return {_comparable(fact) for fact in said} <= {_comparable(fact) for fact in stated}


def types_fit(types: Collection[str], known: Collection[str]) -> bool:
    """Say whether *types* are among the *known*; documentation rarely tells integers from numbers."""
    return {_kind(name) for name in types} <= {_kind(name) for name in known}


def _types_agree(said: Sequence[Fact], stated: Sequence[Fact]) -> bool:
    types, known = ({str(fact.value) for fact in facts} for facts in (said, stated))
    if not types_fit(types, known):
        return False
    # Only a schema lists all types; in a table there is room for one.
    return types_fit(known, types) or not all(fact.source in _WHOLE for fact in said)


def _kind(name: str) -> str:
    return "number" if name in _NUMBERS else name


def _says_yes(facts: Sequence[Fact]) -> bool:
    return any(fact.value is True for fact in facts)


def _names(facts: Sequence[Fact]) -> set[frozenset[str]]:
    return {frozenset(str(fact.value).split(" | ")) for fact in facts}


def _comparable(fact: Fact) -> str | float:
    """Give a value so that `10`, `10.0` and `"10"` are equal, and capitals do not count."""
    text = text_of(fact.value).strip()
    try:
        return text.lower() if isinstance(fact.value, bool) or fact.attribute is Attribute.pattern else float(text)
    except ValueError:
        return text.lower()
