"""Hold what a page says against the contract, both ways.

In: a page, and the facts of the contract with their pointers.  Out: what is missing, undocumented or contradicted.
Never: takes what a page does not say for a no; believes an example more than that something may be.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handbill_generator.docs.findings import Finding
from handbill_generator.docs.judging.audit_elements import missing, undocumented
from handbill_generator.docs.judging.audit_evidence import not_on_page
from handbill_generator.docs.judging.audit_operation import contradicted_operation, unknown_operation
from handbill_generator.docs.judging.audit_runs import runs
from handbill_generator.docs.judging.audit_statuses import statuses
from handbill_generator.docs.judging.audit_values import lists
from handbill_generator.docs.judging.comparison import Comparison
from handbill_generator.docs.judging.contradictions import contradicted
from handbill_generator.docs.judging.documented import Documented
from handbill_generator.docs.judging.held import Grounds, Held, Places
from handbill_generator.docs.model import Page
from handbill_generator.evidence import Evidence

_PARTS = (contradicted_operation, statuses, missing, undocumented, contradicted, lists, runs, not_on_page)


def audited(
    page: Page,
    contract_name: str,
    *,
    grounds: Grounds,
    places: Places,
    evidence: Evidence | None,
    source_name: str,
) -> tuple[Finding, ...]:
    """Give what *page* and the contract disagree on.

    *grounds* has the facts of the contract, *places* their positions; *source_name* is what *evidence*, the docs.yaml,
    calls the page.  Facts that name no operation are held against nothing: see `Page.of`.
    """
    held = Held(contract_name, grounds, places)
    documented = Documented(evidence)
    return _once(_judged(page, held, documented, source_name))


def _judged(page: Page, held: Held, documented: Documented, source: str) -> Iterator[Finding]:
    for operation in page.operations:
        facts = [fact for fact in page.facts if fact.operation == operation]
        known = held.grounds.of(operation)
        if not known:
            yield from unknown_operation(page.name, operation, facts, held)
            continue
        comparison = Comparison.of(facts, known, page=page.name, source=source, held=held, documented=documented)
        for part in _PARTS:
            yield from part(comparison)


def _once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Give each disagreement once, though responses may share the schema that it is about."""
    known: dict[object, Finding] = {}
    for finding in findings:
        place = finding.pointer or finding.status
        said = finding.old.values if finding.old else ()
        key = (finding.id, finding.operation, finding.side, place, finding.path, finding.attribute, finding.names, said)
        known.setdefault(key, finding)
    return tuple(known.values())
