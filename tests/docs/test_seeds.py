"""The pages that the contracts began with: what `handbill docs audit` says of each contradiction that is known in them.

The pages are not in the repository; where they are at hand they are read, and the lock is held against them.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from handbill_generator.docs.findings import Finding, Level
from handbill_generator.docs.given import Asked, Pages, pages_of
from handbill_generator.docs.model import written_path
from handbill_generator.docs.running import Job, audit, check
from handbill_generator.docs.subjects import Subject, subject

ROOT = Path(__file__).parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"
PROVIDERS = ("loops", "batch", "autosend", "sendkit")
needs_seeds = pytest.mark.skipif(not SEEDS.is_dir(), reason="the pages are not in ../shared/seeds")

KNOWN: dict[int, tuple[str, ...]] = {
    1: ("seed-003 field-only-in-fields body/htmlTemplate",),
    2: ("seed-003 optional-but-required body",),
    3: ("seed-003 field-names-differ body/data/campaignId",),
    4: ("seed-003 object-opaque body/data",),
    5: ("seed-003 parameter-mislabelled path/Authorizations",),
    6: ("seed-003 status-only-in-openapi", "seed-003 authentication-errors-undocumented"),
    7: ("seed-003 values-unstated body/data/status",),
    # 8: the field list says the formats in words, so that nothing is left open.
    9: ("seed-003 values-unstated body/data/status",),  # `sendMode` has a list beside its example
    10: ("seed-000 sample-unclear body/mailingListId", "seed-001 sample-unclear body/audienceSegmentId"),
    11: (
        "seed-000 children-only-in-example body/scheduling",
        "seed-001 children-only-in-example body/scheduling",
        "seed-000 null-only-in-example body/scheduling/timestamp",
        "seed-000 values-unstated body/scheduling/method",
        "seed-001 values-unstated body/scheduling/method",
    ),
    12: ("seed-000 rule-only-in-words body",),
    13: ("seed-000 cannot-be-cleared body/audienceFilter",),
    14: ("seed-000 success-status-unstated",),
    15: ("seed-000 missing-reference-statuses-differ", "seed-001 missing-reference-statuses-differ"),
    # 16: that a message always exists stands between the lines; the ruling on emailMessageId names it.
    17: ("seed-000 values-differ-across-pages body/status",),
    18: ("seed-000 base-path-split", "seed-000 update-by-post"),
    19: ("seed-000 status-has-several-causes", "seed-001 status-has-several-causes"),
    20: ("seed-002 openapi-published",),
    21: ("seed-002 operation-unstated",),
    22: ("seed-002 example-broken body",),
    23: ("seed-002 response-body-unstated body",),
    24: ("seed-002 described-elsewhere body/campaign", "seed-002 missing-resource-unstated body/id"),
    25: ("seed-004 request-and-response-names-differ body/schedule",),
    26: ("seed-004 example-not-echoed body/schedule/startTime",),
    27: ("seed-004 request-and-response-values-differ body",),
    28: tuple(
        f"seed-004 mentioned-not-shown body/{name}"
        for name in ("mailboxIds", "mailboxEmails", "mailboxTags", "mailboxProvider")
    ),
    29: ("seed-004 status-only-in-words",),
    30: ("seed-004 sample-broken",),
    31: ("seed-004 identifier-names-differ body/data/_id",),
    32: ("seed-004 read-only-unnamed body",),
}
"""The contradictions that were found by hand, by their number, and what reports each: page, id and path."""


@cache
def contract(provider: str) -> Subject:
    path = ROOT / "specs" / provider / "openapi.yaml"
    return subject(path, shown=f"specs/{provider}/openapi.yaml", package=f"handbill_{provider}")


def pages(provider: str) -> Pages:
    asked: list[Asked] = []
    return pages_of(contract(provider), asked, [SEEDS], fetch=None, progress=lambda what: None)


@cache
def audited(*, from_lock: bool) -> tuple[Finding, ...]:
    jobs = [Job(subject=contract(each), pages=Pages() if from_lock else pages(each)) for each in PROVIDERS]
    return audit(jobs).findings


def told(finding: Finding) -> str:
    return " ".join(filter(None, (finding.page, finding.id, written_path(finding.path))))


@pytest.mark.parametrize("number", KNOWN)
def test_each_known_contradiction_is_reported(number: int) -> None:
    """What was found by hand the audit finds, from the lock alone."""
    assert set(KNOWN[number]) <= set(map(told, audited(from_lock=True)))


def test_everything_is_ruled_on() -> None:
    """No error and no warning is left that no ruling decides; what is left open is a note."""
    left = [finding for finding in audited(from_lock=True) if not finding.settled and finding.level is not Level.note]
    assert [f"{told(finding)}: {finding.message}" for finding in left] == []


@needs_seeds
def test_the_lock_says_what_the_pages_say() -> None:
    """A page that did not change gives no drift, and the same findings as its lock."""
    jobs = [Job(subject=contract(each), pages=pages(each)) for each in PROVIDERS]
    assert [told(finding) for finding in check(jobs).findings] == []
    from_pages, from_lock = (sorted(f.fingerprint for f in audited(from_lock=given)) for given in (False, True))
    assert from_pages == from_lock
