"""Laws of OpenAPI documents as pages: they say what a contract of the same text states, and read no other file."""

from __future__ import annotations

from pathlib import Path

import pytest
from handbill_generator.diagnostics import SpecError
from handbill_generator.docs.grounding import page_of_text
from handbill_generator.docs.model import Format, SourceKind

from tests.docs.grounding_choir import CHOIR, UPDATE, contract_of, document, facts_of


def test_a_page_says_what_the_contract_states() -> None:
    """Each fact of the document is one of its page, with the line that says it."""
    page = page_of_text(CHOIR, name="choir.yaml")
    stated = {each.fact for each in facts_of(contract_of(CHOIR))}
    assert page.format is Format.openapi
    assert stated == {fact for fact in page.facts if fact.operation == UPDATE}
    lines = CHOIR.splitlines()
    tempo = [fact for fact in page.facts if fact.path == ("body", "tempo") and fact.attribute == "minimum"]
    assert "tempo" in lines[tempo[0].line - 1]


def test_one_operation_of_a_document() -> None:
    """Who names an operation gets that one, with the source that is asked for."""
    page = page_of_text(CHOIR, name="choir.yaml", source=SourceKind.embedded, operation="PATCH /v2/songs/{id}")
    assert page.operations == (UPDATE,)
    assert {fact.source for fact in page.facts} == {SourceKind.embedded}
    assert len(page_of_text(CHOIR, name="choir.yaml").operations) == 2


def test_a_block_without_servers_is_a_page() -> None:
    """A block inside of another page may be no more than paths."""
    assert page_of_text(document({"type": "object"}), name="a page").operations == ("POST /notes",)


@pytest.mark.parametrize(
    "text",
    ["", "- a list", "openapi: 2.0", "swagger: '2.0'", "{", "a: b", "openapi: 3.1.0\npaths: 5", "\ud800", "\x00"],
)
def test_what_is_no_document_is_refused(text: str) -> None:
    """A text that is no OpenAPI 3 document is one error, and never a traceback."""
    with pytest.raises(SpecError):
        page_of_text(text, name="a page")


@pytest.mark.parametrize(
    "reference", ["other.yaml", "other.yaml#/a", "../../etc/passwd", "/etc/passwd", "http://x.example/a"]
)
def test_no_other_file_is_read(reference: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page cannot make anybody look at a file, even where there is one."""
    (tmp_path / "other.yaml").write_text("type: string\n")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SpecError):
        page_of_text(document({"$ref": reference}), name=str(tmp_path / "page.yaml"))
