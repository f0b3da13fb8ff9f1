"""Laws of docs.yaml: what is written is read, what has another shape is refused where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from handbill_generator.diagnostics import SpecError
from handbill_generator.evidence import beside, target_of, text_of, written
from hypothesis import given
from hypothesis import strategies as st

from .linting import DOCS, evidence


def test_what_is_written_is_read() -> None:
    """Sources, entries and rulings come with what they say and where they stand."""
    read = evidence(DOCS)
    source = read.sources["saved-2"]
    assert (source.url, source.file, source.date) == ("", "books.txt", "2026-03")
    assert source.covers == "An older capture of the same page."
    assert str(read.position(source.tokens)) == "docs.yaml:6:3"
    entry = read.entries[1]
    assert (entry.holder, entry.source, entry.members) == ("/paths/~1books/get", "saved-2", ("genre", "200"))
    assert str(read.position((*entry.tokens, "1"))) == "docs.yaml:13:22"
    ruling = read.rulings[0]
    assert (ruling.at, ruling.members) == ("/paths/~1books/get", ("404",))
    assert ruling.says == {"page-1": "an unknown genre is an error"}
    assert (ruling.chosen, ruling.why) == ("The status is 404.", "It is that of the whole interface.")
    assert str(read.position(ruling.tokens)) == "docs.yaml:21:5"


def test_what_pages_are_told_by() -> None:
    """A source may name the operation that it documents, and a ruling the findings that it settles."""
    read = evidence(
        "sources: {a: {operation: GET /books}}\nrulings: [{settles: [response-missing 404, code-missing]}]\n"
    )
    assert read.sources["a"].operation == "GET /books"
    assert read.rulings[0].settles == ("response-missing 404", "code-missing")


def test_what_is_left_out_is_empty() -> None:
    """Nothing has to be there for a docs.yaml to be read; it is the rules that ask."""
    read = evidence("sources: {a: }\nevidence: {/info: {a: }}\nrulings: [{}]\n")
    assert (read.sources["a"].date, read.entries[0].members, read.rulings[0].at) == ("", (), "")
    assert (read.sources["a"].operation, read.rulings[0].settles) == ("", ())
    assert evidence("rulings:\n").rulings == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[]", "docs.yaml:1:1: the document is a list, not a mapping"),
        ("just words", "docs.yaml:1:1: the document is a string, not a mapping"),
        ("", "docs.yaml:1:1: the file is empty"),
        ("evidense: {}", 'docs.yaml:1:1: the key "evidense" is not known here [#/evidense]; write one of sources, '),
        ("sources: [a]", "docs.yaml:1:1: a list stands where a mapping must be [#/sources]"),
        ("sources: {a: 5}", "docs.yaml:1:11: text stands where a mapping must be [#/sources/a]"),
        ("sources: {a: {urls: b}}", 'docs.yaml:1:15: the key "urls" is not known here [#/sources/a/urls]'),
        ("sources: {a: {date: [2026]}}", "docs.yaml:1:15: a list stands where text must be [#/sources/a/date]"),
        ("evidence: true", "docs.yaml:1:1: text stands where a mapping must be [#/evidence]"),
        ("evidence: {/a: [b]}", "docs.yaml:1:12: a list stands where a mapping must be [#/evidence/~1a]"),
        ("evidence: {/a: {b: c}}", "docs.yaml:1:17: text stands where a list must be [#/evidence/~1a/b]"),
        ("evidence: {/a: {b: [[c]]}}", "docs.yaml:1:21: a list stands where text must be [#/evidence/~1a/b/0]"),
        ("rulings: {}", "docs.yaml:1:1: a mapping stands where a list must be [#/rulings]"),
        ("rulings: [a]", "docs.yaml:1:11: text stands where a mapping must be [#/rulings/0]"),
        ("rulings: [{at: {}}]", "docs.yaml:1:12: a mapping stands where text must be [#/rulings/0/at]"),
        ("rulings: [{settles: a}]", "docs.yaml:1:12: text stands where a list must be [#/rulings/0/settles]"),
        ("sources: {a: {operation: []}}", "docs.yaml:1:15: a list stands where text must be [#/sources/a/operation]"),
        ("rulings: [{says: [a]}]", "docs.yaml:1:12: a list stands where a mapping must be [#/rulings/0/says]"),
        ("rulings: [{says: {a: {}}}]", "docs.yaml:1:19: a mapping stands where text must be [#/rulings/0/says/a]"),
        ("rulings: [{chose: a}]", 'docs.yaml:1:12: the key "chose" is not known here [#/rulings/0/chose]'),
        ("sources: {a: {}, a: {}}", 'docs.yaml:1:18: the key "a" stands here twice, first on line 1'),
        (
            "sources: !!python/object:os.system {}",
            'docs.yaml:1:10: the tag "tag:yaml.org,2002:python/object:os.system"',
        ),
        ("sources: {a: !!timestamp 2026-01-01}", 'docs.yaml:1:14: the tag "tag:yaml.org,2002:timestamp"'),
        ("sources: &a {b: *a}", 'docs.yaml:1:17: "*a" stands inside its own anchor'),
        ("sources: {", "docs.yaml:1:11: not valid YAML"),
        ("a: " + "[" * 500, "docs.yaml:1:203: more than 200 levels of nesting"),
    ],
)
def test_malformed(text: str, message: str) -> None:
    """What has the wrong shape is one line that says where and what."""
    with pytest.raises(SpecError) as raised:
        evidence(text)
    assert str(raised.value).startswith(message)


@given(st.binary())
def test_any_bytes(content: bytes) -> None:
    """Whatever the bytes are, they are read or refused."""
    try:
        evidence(content.decode("utf-8", "surrogateescape").encode("utf-8", "surrogateescape").decode("latin-1"))
    except SpecError as error:
        assert str(error).isprintable()


@given(st.lists(st.text()).map(tuple))
def test_pointers(tokens: tuple[str, ...]) -> None:
    """A pointer that is written leads back to where it was written for."""
    assert target_of(written(tokens)) == tokens


def test_names_of_members() -> None:
    """A status without quotes is the status, and a value that is no string is written as JSON writes it."""
    assert evidence("evidence: {/a: {b: [200, null, true, x]}}").entries[0].members == ("200", "null", "true", "x")
    assert text_of([1, {"ä": "b"}]) == '[1, {"ä": "b"}]'


def test_beside(tmp_path: Path) -> None:
    """The docs.yaml in the folder of a document is read, and messages call it as the document is called."""
    spec = tmp_path / "openapi.yaml"
    assert beside(spec, "specs/shop/openapi.yaml") is None
    (tmp_path / "docs.yaml").write_text(DOCS)
    read = beside(spec, "specs/shop/openapi.yaml")
    assert read
    assert str(read.position(("rulings",))) == "specs/shop/docs.yaml:20:1"


@pytest.mark.parametrize("content", ["", "[]", "# nothing\n"])
def test_beside_is_empty(tmp_path: Path, content: str) -> None:
    """Who leaves docs.yaml empty is told what belongs into it, which is no OpenAPI document."""
    (tmp_path / "docs.yaml").write_text(content)
    with pytest.raises(SpecError, match="sources") as raised:
        beside(tmp_path / "openapi.yaml", "openapi.yaml")
    assert "openapi" not in str(raised.value).lower()


def test_beside_is_a_folder(tmp_path: Path) -> None:
    """A docs.yaml that cannot be read is refused."""
    (tmp_path / "docs.yaml").mkdir()
    with pytest.raises(SpecError, match="cannot be read"):
        beside(tmp_path / "openapi.yaml", "openapi.yaml")
