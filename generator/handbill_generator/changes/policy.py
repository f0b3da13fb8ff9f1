"""Judge changes by the project's own rules: `[[tool.handbill.diff.severity]]`.

In: changes, and the rules in their order.  Out: the changes with the levels that the rules give them.
Never: lets a rule for one operation make a change milder that reaches others too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from fnmatch import fnmatchcase

from handbill_generator.changes.model import Change, Level
from handbill_generator.config import SeverityRule

_FIELDS = {"wire": "wire", "call": "call", "types": "types", "import": "imports"}


def apply(changes: Iterable[Change], rules: Iterable[SeverityRule]) -> tuple[Change, ...]:
    """Give *changes* as *rules* judge them; a later rule has the last word, and its reason stands in `policy`.

    A pattern's `*` also matches a slash.  A change that reaches many operations becomes worse where a rule names one of
    them (or a tag of one), and milder only where the rule names all.
    """
    ruled = list(changes)
    for rule in rules:
        ruled = [_ruled(change, rule) for change in ruled]
    return tuple(ruled)


def _ruled(change: Change, rule: SeverityRule) -> Change:
    if not _names(change, rule):
        return change
    verdicts: dict[str, Level] = {}
    for gate, word in rule.verdicts.items():
        before, after = getattr(change, _FIELDS[gate]), Level(word)
        if after.rank != before.rank and _reaches(change, rule, any if after.rank > before.rank else all):
            verdicts[_FIELDS[gate]] = after
    if not verdicts:
        return change
    return replace(
        change,
        wire=verdicts.get("wire", change.wire),
        call=verdicts.get("call", change.call),
        types=verdicts.get("types", change.types),
        imports=verdicts.get("imports", change.imports),
        policy=rule.reason,
    )


def _names(change: Change, rule: SeverityRule) -> bool:
    pointers = [side.pointer for side in (change.old, change.new) if side]
    texts = {"id": [change.id], "contract": [change.contract], "pointer": pointers}
    return all(
        any(fnmatchcase(text, rule.patterns[name]) for text in values)
        for name, values in texts.items()
        if name in rule.patterns
    )


def _reaches(change: Change, rule: SeverityRule, enough: Callable[[Iterable[bool]], bool]) -> bool:
    """Say whether *enough* of the operations and tags of a change match; one that has none matches no pattern."""
    texts = {"operation": change.operations, "tag": change.tags}
    return all(
        bool(values) and enough(fnmatchcase(text, rule.patterns[name]) for text in values)
        for name, values in texts.items()
        if name in rule.patterns
    )
