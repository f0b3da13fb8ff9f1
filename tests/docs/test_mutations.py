"""Edits of pages in every format are found as what they are, and as nothing else."""

from __future__ import annotations

from datetime import date

import pytest
from handbill_generator.docs.drift import drifted
from handbill_generator.docs.findings import Finding
from handbill_generator.docs.lock import locked
from handbill_generator.docs.model import Side
from handbill_generator.docs.pages import read_page

from tests.docs import mutating, mutating_documents
from tests.docs.mutating import Cases, Edits
from tests.docs.shop_pages import PAGES

TABLES: dict[str, Cases] = {
    "gitbook": mutating.GITBOOK,
    "markdown": mutating.MARKDOWN,
    "text": mutating.TEXT,
    "reference": mutating.REFERENCE,
    "prose": mutating.PROSE,
    "mintlify": mutating_documents.MINTLIFY,
    "html": mutating_documents.HTML,
    "openapi": mutating_documents.OPENAPI,
}
ALL = [(form, name) for form, table in TABLES.items() for name in table]


def edited(text: str, edits: Edits) -> str:
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, new)
    return text


def drift(old: str, new: str) -> tuple[Finding, ...]:
    before, after = (read_page(text, name="update-order") for text in (old, new))
    return drifted(locked(before, checked=date(2026, 11, 27)), after)


def told(finding: Finding) -> str:
    side = "" if finding.side is Side.neither else finding.status or str(finding.side)
    # All that only a part of the page said would be a long list.
    names = () if finding.id.startswith("source-") else finding.names
    return " ".join(filter(None, (finding.id, side, "/".join(finding.path), *names)))


@pytest.mark.parametrize(("form", "name"), ALL, ids=[f"{form}: {name}" for form, name in ALL])
def test_an_edit_of_a_page_is_found_as_what_it_is(form: str, name: str) -> None:
    """Nothing more and nothing less, and what is cosmetic is nothing."""
    edits, expected = TABLES[form][name]
    assert sorted(map(told, drift(PAGES[form], edited(PAGES[form], edits)))) == sorted(expected)


def test_the_page_of_each_format_is_read_as_that_format() -> None:
    """Otherwise the tables would prove nothing."""
    assert {form: read_page(text, name="p").format.value for form, text in PAGES.items()} == {f: f for f in PAGES}
