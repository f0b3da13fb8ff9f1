"""Laws of aliases that contain themselves, in the comparison of emitted packages."""

from __future__ import annotations

from handbill_generator.changes.python import emitted, symbol_changes

from tests.generator.documents import JSON, both_ways, read, ref


def tree(*kinds: str) -> JSON:
    """Give a document whose only schema is a value of these types, or a list of such values."""
    value: JSON = {"anyOf": [{"type": list(kinds)}, {"type": "array", "items": ref("Value")}]}
    return both_ways({"Value": value}, takes="Value", gives="Value")


def test_an_alias_that_contains_itself_is_compared() -> None:
    """What such an alias stands for is read from its string; where it names itself, the name stays."""
    old, new = (emitted(read(tree(*kinds)), package="shop", symbols={}) for kinds in (("string", "null"), ("string",)))
    changes = {change.change.symbol: change.change.kind for change in symbol_changes(old, new)}
    assert changes["shop.models.Value"] == "retyped"
    assert not list(symbol_changes(old, old))
