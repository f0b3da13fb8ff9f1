"""Check documents by rules.

In: a bundled document.  Out: findings, in the order of their places.
Never: changes the document, prints, stops at the first finding.

`rule` says what a rule is; each other module holds one group of them; `wording` says in plain words what a JSON Schema
validator finds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from handbill_generator.bundle import Bundle
from handbill_generator.diagnostics import Position, one_line
from handbill_generator.lint import components, examples, operations, structure
from handbill_generator.lint.rule import Linted, Problem, Rule, linted
from handbill_generator.load import pointer_of

__all__ = ["RULES", "Finding", "Rule", "lint"]

RULES: tuple[Rule, ...] = (*structure.RULES, *operations.RULES, *components.RULES, *examples.RULES)
"""Every rule; no two have the same id."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """What is wrong where; its text is one line."""

    position: Position
    rule: str
    message: str
    pointer: str
    hint: str

    def __str__(self) -> str:
        where = f" [{self.pointer}]" if self.pointer != "#" else ""
        hint = f"; {self.hint}" if self.hint else ""
        return one_line(f"{self.position}: {self.rule}: {self.message}{where}{hint}")


def lint(bundle: Bundle, rules: Iterable[Rule] = RULES) -> tuple[Finding, ...]:
    """Check *bundle* by *rules*; raises SpecError where it is not an OpenAPI 3.x document."""
    document = linted(bundle)
    return tuple(sorted({_finding(bundle, rule, problem) for rule in rules for problem in _problems(rule, document)}))


def _problems(rule: Rule, document: Linted) -> Iterator[Problem]:
    try:
        yield from rule.check(document)
    except RecursionError:
        yield Problem((), "the document is nested too deeply for this rule", "use $ref instead of nesting")


def _finding(bundle: Bundle, rule: Rule, problem: Problem) -> Finding:
    pointer = pointer_of(problem.tokens)
    return Finding(bundle.position(pointer), rule.id, one_line(problem.message), pointer, one_line(problem.hint))
