"""Check documents by rules.

In: a bundled document.  Out: findings, in the order of their places.
Never: changes the document, prints, stops at the first finding.

`rule` says what a rule is, and the modules in `_GROUPS` hold them.  Of the others, `places` and `pages` find what they
look at, `wording` says in plain words what a JSON Schema validator finds, `fixes` and `fix` put right what they can.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from handbill_generator.bundle import Bundle
from handbill_generator.bundle.where import Where, origin
from handbill_generator.diagnostics import Position, one_line
from handbill_generator.evidence import Evidence, beside
from handbill_generator.lint import components, descriptions, examples, naming, operations, structure, style
from handbill_generator.lint import evidence as evidence_rules
from handbill_generator.lint.fixes import FIXES
from handbill_generator.lint.pages import Page
from handbill_generator.lint.rule import Fix, Linted, Problem, Rule, linted
from handbill_generator.load import pointer_of
from handbill_generator.reading import read_bundle
from handbill_generator.targets import OverlayFile

__all__ = ["RULES", "Finding", "Fix", "Rule", "lint", "lint_file"]

_GROUPS = (structure, operations, components, examples, naming, descriptions, style, evidence_rules)

RULES: tuple[Rule, ...] = tuple(replace(rule, fix=FIXES.get(rule.id)) for group in _GROUPS for rule in group.RULES)
"""Every rule; no two have the same id."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """What is wrong where; its text is one line."""

    position: Position
    rule: str
    message: str
    pointer: str
    hint: str
    where: Where = field(compare=False, repr=False)
    """The file and the place in it, which is another than *pointer* where the document is made of several files."""

    def __str__(self) -> str:
        where = f" [{self.pointer}]" if self.pointer != "#" else ""
        hint = f"; {self.hint}" if self.hint else ""
        return one_line(f"{self.position}: {self.rule}: {self.message}{where}{hint}")


def lint_file(
    path: Path,
    *,
    name: str,
    rules: Iterable[Rule] = RULES,
    pages: tuple[Page, ...] = (),
    overlays: Sequence[OverlayFile] = (),
) -> tuple[Finding, ...]:
    """Check the document at *path*, which messages call *name*, and the docs.yaml beside it, by *rules*.

    It is checked with its *overlays* applied.

    Raises SpecError where one of the two cannot be read, or the document is not OpenAPI 3.x.
    """
    made = read_bundle(path, shown=name, overlays=overlays)
    return lint(made.bundle, rules, evidence=beside(path, name), pages=pages)


def lint(
    bundle: Bundle, rules: Iterable[Rule] = RULES, *, evidence: Evidence | None = None, pages: tuple[Page, ...] = ()
) -> tuple[Finding, ...]:
    """Check *bundle*, with its *evidence* and the *pages* to compare with, by *rules*.

    Raises SpecError where it is not an OpenAPI 3.x document.
    """
    document = linted(bundle, evidence=evidence, pages=pages)
    return tuple(sorted({_finding(bundle, rule, problem) for rule in rules for problem in _problems(rule, document)}))


def _problems(rule: Rule, document: Linted) -> Iterator[Problem]:
    try:
        yield from rule.check(document)
    except RecursionError:
        yield Problem((), "the document is nested too deeply for this rule", "use $ref instead of nesting")


def _finding(bundle: Bundle, rule: Rule, problem: Problem) -> Finding:
    file = problem.document
    where = Where(file, problem.tokens) if file else origin(bundle.origins, problem.tokens)
    return Finding(
        position=where.document.position(pointer_of(where.tokens)),
        rule=rule.id,
        message=one_line(problem.message),
        pointer=pointer_of(problem.tokens),
        hint=one_line(problem.hint),
        where=where,
    )
