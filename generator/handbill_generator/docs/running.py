"""The commands on documentation, put together from the parts.

In: contracts and the pages of a run.  Out: a `Report`, and for those that write, what is to be written.
Never: prints or writes a file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from handbill_generator.diagnostics import Position
from handbill_generator.docs.drift import drifted
from handbill_generator.docs.findings import Edit, Finding, Kind, Level, Report, Said
from handbill_generator.docs.given import Given, Pages, of_lock
from handbill_generator.docs.judging import across, audited, found, grounds_of, inconsistent, settled
from handbill_generator.docs.lock import Lock, locked
from handbill_generator.docs.subjects import Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A contract and the pages that are held against it."""

    subject: Subject
    pages: Pages


def audit(jobs: Iterable[Job]) -> Report:
    """Hold pages against their contracts, both ways, and against themselves; those of the lock where none are given."""
    findings: list[Finding] = []
    pages: list[Mapping[str, Any]] = []
    for job in jobs:
        given = job.pages.given or of_lock(job.subject)
        pages += [_told(job.subject, each) for each in given]
        findings += [*_judged(job.subject, given), *_unread(job)]
    return Report(command="audit", pages=tuple(pages), findings=tuple(findings))


def check(jobs: Iterable[Job], *, without_lock: bool = False) -> Report:
    """Hold pages against the lock; a page that is not locked, or any *without_lock*, is held against the contract."""
    findings: list[Finding] = []
    pages: list[Mapping[str, Any]] = []
    for job in jobs:
        known = {} if without_lock else job.subject.lock.pages
        new = [each for each in job.pages.given if each.source not in known]
        pages += [_told(job.subject, each) for each in job.pages.given]
        for each in job.pages.given:
            if each.source in known:
                findings += _placed(job.subject, [each], drifted(known[each.source], each.page))
        if not without_lock:
            findings += [_unlocked(job.subject, each) for each in new]
        findings += [*_judged(job.subject, new), *_unread(job)]
    return Report(command="check", pages=tuple(pages), findings=tuple(findings))


def edits_of(report: Report, subject: Subject) -> tuple[Edit, ...]:
    """Give what the findings of *report* suggest to change in the contract of *subject*, each edit once.

    That a page does not mention something proves nothing, unless it did when it was locked.
    """
    mine = (
        finding
        for finding in report.findings
        if finding.contract == subject.shown and not finding.settled and finding.kind is not Kind.undocumented
    )
    edits: list[Edit] = []
    for finding in mine:
        edits += [edit for edit in finding.edits if edit not in edits]
    return tuple(edits)


def relocked(job: Job, *, today: date) -> Lock:
    """Give the lock of a contract with the pages of this run in it; what a server calls unchanged was checked today."""
    lock = job.subject.lock
    for each in job.pages.given:
        operations = each.page.operations
        lock = lock.with_page(
            locked(
                each.page,
                url=each.url,
                file=each.file,
                operation=operations[0] if len(operations) == 1 else "",
                checked=today,
                etag=each.etag,
                last_modified=each.last_modified,
            )
        )
    for source in job.pages.unchanged:
        lock = lock.with_page(replace(lock.pages[source], checked=today))
    return lock


def _judged(subject: Subject, given: Sequence[Given]) -> tuple[Finding, ...]:
    """Say what the pages and the contract disagree on, what the pages disagree on, and which rulings decide it."""
    grounds = grounds_of(subject.contract)
    findings: list[Finding] = []
    for each in given:
        findings += audited(
            each.page,
            subject.shown,
            grounds=grounds,
            places=subject.places,
            evidence=subject.evidence,
            source_name=each.source,
        )
        findings += inconsistent(each.page, contract_name=subject.shown, places=subject.places)
    findings += across([each.page for each in given], contract_name=subject.shown, places=subject.places)
    placed = _placed(subject, given, findings)
    read = {each.source for each in given}
    return settled(placed, subject.evidence, read, subject.shown, sources_known=subject.lock.pages)


def _placed(subject: Subject, given: Iterable[Given], findings: Iterable[Finding]) -> tuple[Finding, ...]:
    given = tuple(given)
    files = {each.source: each.place for each in given if each.place}
    pages = {each.source: each.page for each in given}
    return tuple(_in_file(subject.placed(finding, pages.get(finding.page)), files) for finding in findings)


def _in_file(finding: Finding, files: Mapping[str, str]) -> Finding:
    """Give *finding* with the file of a page where it has the page's name."""

    def there(position: Position | None) -> Position | None:
        if position is None or position.file not in files:
            return position
        return replace(position, file=files[position.file])

    def said(side: Said | None) -> Said | None:
        return replace(side, position=there(side.position)) if side else None

    return replace(finding, old=said(finding.old), new=said(finding.new), position=there(finding.position))


def _unlocked(subject: Subject, given: Given) -> Finding:
    message = "the page is not locked; it was held against the contract"
    hint = "lock it with handbill docs lock"
    contract = subject.shown
    return found("page-unlocked", page=given.source, contract=contract, message=message, hint=hint, level=Level.note)


def _unread(job: Job) -> tuple[Finding, ...]:
    return tuple(
        found(
            "page-unread",
            page=failure.name,
            contract=job.subject.shown,
            message=f"{failure.url}: {failure.message}",
            hint=failure.hint,
        )
        for failure in job.pages.failures
    )


def _told(subject: Subject, given: Given) -> Mapping[str, Any]:
    return {
        "contract": subject.shown,
        "name": given.source,
        "format": given.page.format.value,
        "url": given.url,
        "file": given.file,
        "facts": len(given.page.facts),
    }
