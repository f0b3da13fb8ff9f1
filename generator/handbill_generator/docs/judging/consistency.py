"""Hold a page against itself, and the pages of a provider against each other.

In: pages as facts.  Out: findings: where two parts of a page disagree, and what no part of it says.
Never: needs a contract; takes what is not said for a contradiction.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from handbill_generator.docs.findings import Finding
from handbill_generator.docs.judging.consistency_examples import examples
from handbill_generator.docs.judging.consistency_fields import fields
from handbill_generator.docs.judging.consistency_pages import pages, values_across, whole_page
from handbill_generator.docs.judging.consistency_rules import rules
from handbill_generator.docs.judging.consistency_statuses import statuses
from handbill_generator.docs.judging.consistency_values import values
from handbill_generator.docs.judging.held import Places
from handbill_generator.docs.judging.told import Told
from handbill_generator.docs.model import Page

_PARTS = (fields, rules, statuses, examples, values, pages)


def inconsistent(page: Page, *, contract_name: str = "", places: Places | None = None) -> tuple[Finding, ...]:
    """Give what *page* contradicts itself in, and what it leaves open.

    *places* are those of the contract called *contract_name*: with them findings get a pointer, which rulings need.
    """
    findings = list(whole_page(page, contract_name))
    for told in Told.all_of(page, contract_name, places):
        for part in _PARTS:
            findings += part(told)
    return _once(findings)


def across(several: Sequence[Page], *, contract_name: str = "", places: Places | None = None) -> tuple[Finding, ...]:
    """Give what *several* pages of one provider say differently of the same field."""
    return _once(values_across(several, contract_name, places))


def _once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Give one finding for each fingerprint: a page may say the same thing in several places."""
    known: dict[str, Finding] = {}
    for finding in findings:
        known.setdefault(finding.fingerprint, finding)
    return tuple(known.values())
