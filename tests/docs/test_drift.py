"""Laws of drift on facts made by hand: one cause is one finding, and what only looks different is none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from handbill_generator.diagnostics import Position
from handbill_generator.docs.drift import drifted
from handbill_generator.docs.findings import Finding, Kind, Level
from handbill_generator.docs.lock import EXTRACTOR, locked
from handbill_generator.docs.model import (
    TRANSIENT,
    Attribute,
    Confidence,
    Fact,
    Format,
    Page,
    Side,
    SourceKind,
    path_of,
    sorted_facts,
)
from hypothesis import given
from hypothesis import strategies as st

OPERATION = "PATCH /books/{bookId}"
_CONFIDENCE = {
    SourceKind.example: Confidence.shown,
    SourceKind.sample: Confidence.shown,
    SourceKind.prose: Confidence.inferred,
}


def said(text: str, *sources: str) -> list[Fact]:
    """Read facts as a table has them: `request body/title type=string required`, or `404 body/code enum=A|B`.

    A word without a value is true, `!word` is false; `exists` is said of every element.
    """
    facts = []
    for line in text.strip().splitlines():
        where, element, *words = line.split()
        side = Side(where) if where in list(Side) else Side.response
        status = where if where not in list(Side) else ""
        for source in map(SourceKind, sources or ("tag",)):
            for attribute, value in [*([("exists", True)] if side is not Side.neither else []), *map(_word, words)]:
                facts += [
                    Fact(
                        operation=OPERATION,
                        side=side,
                        status=status,
                        path=path_of("" if element == "-" else element),
                        attribute=Attribute(attribute),
                        value=each,
                        source=source,
                        confidence=_CONFIDENCE.get(source, Confidence.stated),
                    )
                    for each in (value.split("|") if isinstance(value, str) else [value])
                ]
    return facts


def _word(word: str) -> tuple[str, Any]:
    name, equals, value = word.partition("=")
    if not equals:
        return name.removeprefix("!"), not name.startswith("!")
    return name, int(value) if value.isdigit() else value


def page(*parts: Iterable[Fact], form: Format = Format.mintlify) -> Page:
    return Page(name="update-book", format=form, facts=sorted_facts(fact for part in parts for fact in part))


def drift(old: Page, new: Page) -> tuple[Finding, ...]:
    return drifted(locked(old, checked=date(2026, 11, 27)), new)


def told(findings: Iterable[Finding]) -> list[str]:
    """Give findings as lines: id, side or status, path, names."""
    return [
        " ".join(
            filter(None, (f.id, f.status or (f.side if f.side is not Side.neither else ""), "/".join(f.path), *f.names))
        )
        for f in findings
    ]


FIELDS = """
request path/bookId type=string required
request body/title type=string required maxLength=80
request body/price type=number minimum=0
request body/state type=string enum=new|used
request body/author type=object
request body/author/name type=string required
request body/author/born type=integer
200 body/id type=string
200 body/title type=string
404 - code=BOOK_NOT_FOUND
"""
BASE = page(said(FIELDS))


def edited(*changes: tuple[str, str], text: str = FIELDS) -> str:
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text


CASES: dict[str, tuple[list[tuple[str, str]], list[str]]] = {
    "nothing": ([], []),
    "an object with all its children": (
        [("request body/author type=object\nrequest body/author/name type=string required\n", ""),
         ("request body/author/born type=integer\n", "")],
        ["property-removed request body/author"],
    ),
    "a child": ([("request body/author/born type=integer\n", "")], ["property-removed request body/author/born"]),
    "a new object": (
        [("404 -", "request body/shelf type=object\nrequest body/shelf/row type=integer\n404 -")],
        ["property-added request body/shelf"],
    ),
    "a renamed field": ([("body/price", "body/cost")], ["property-renamed request body/price price cost"]),
    "a renamed object": ([("body/author", "body/writer")], ["property-renamed request body/author author writer"]),
    "a field that is replaced by another": (
        [("body/price type=number", "body/isbn type=string")],
        ["property-added request body/isbn", "property-removed request body/price"],
    ),
    "a parameter": ([("404 -", "request query/page type=integer\n404 -")], ["parameter-added request query/page"]),
    "a renamed path variable": (
        [("bookId", "id")], ["parameter-renamed request path/bookId bookId id"],
    ),
    "a type": ([("price type=number", "price type=string")], ["type-changed request body/price"]),
    "an object that became a string": (
        [("author type=object", "author type=string"), ("request body/author/name type=string required\n", ""),
         ("request body/author/born type=integer\n", "")],
        ["type-changed request body/author"],
    ),
    "required": ([("price type=number", "price type=number required")], ["required-changed request body/price"]),
    "optional": ([("maxLength", "!required maxLength"), ("title type=string required", "title type=string")],
                 ["required-changed request body/title"]),
    "no word on required": ([("string required maxLength", "string maxLength")],
                            ["required-changed request body/title"]),
    "nullable": ([("price type=number", "price type=number nullable")], ["nullable-changed request body/price"]),
    "format": ([("title type=string req", "title type=string format=uri req")], ["format-changed request body/title"]),
    "limit": ([("maxLength=80", "maxLength=60")], ["limit-changed request body/title"]),
    "limit gone": ([(" maxLength=80", "")], ["limit-changed request body/title"]),
    "default": ([("minimum=0", "minimum=0 default=1")], ["default-changed request body/price"]),
    "deprecated": ([("minimum=0", "minimum=0 deprecated")], ["deprecated-changed request body/price"]),
    "not deprecated": ([("minimum=0", "minimum=0 !deprecated")], []),
    "read-only": ([("minimum=0", "minimum=0 readOnly")], ["access-changed request body/price"]),
    "a value": ([("new|used", "new|used|lost")], ["value-added request body/state lost"]),
    "two values": ([("new|used", "lost|used|worn")],
                   ["value-added request body/state lost", "value-added request body/state worn",
                    "value-removed request body/state new"]),
    "a whole list": ([(" enum=new|used", "")], ["value-removed request body/state new used"]),
    "a code": ([("BOOK_NOT_FOUND", "BOOK_NOT_FOUND|SHELF_NOT_FOUND")], ["code-added 404 SHELF_NOT_FOUND"]),
    "a status": ([("404 -", "409 body/message type=string\n404 -")], ["response-added 409"]),
    "a status gone": ([("404 - code=BOOK_NOT_FOUND\n", "")], ["response-removed 404"]),
    "a status for another": ([("404 -", "410 -")], ["response-removed 404", "response-added 410"]),
    "values of examples": ([("minimum=0", "minimum=0 shown=5")], []),
    "a server": ([("404 -", "neither - server=https://b.example\n404 -")], ["server-changed"]),
    "a rule": ([("404 -", "request body minProperties=1\n404 -")], ["rule-changed request body"]),
    "a run": ([("404 -", "request body enum-run=newused\n404 -")], ["run-changed request body"]),
    "a note": ([("404 -", "request body example-broken\n404 -")], ["note-changed request body"]),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_one_cause_is_one_finding(case: str) -> None:
    """Each change of a page is exactly the findings that it is, and none of what follows from it."""
    changes, expected = CASES[case]
    assert sorted(told(drift(BASE, page(said(edited(*changes)))))) == sorted(expected)


def test_the_operation_may_have_another_method_or_path() -> None:
    """That is one finding, and what is said of the operation is compared as before."""
    moved = page(
        replace(fact, operation="PUT /books/{bookId}") for fact in said(edited(("maxLength=80", "maxLength=9")))
    )
    assert told(drift(BASE, moved)) == [
        "operation-changed PATCH /books/{bookId} PUT /books/{bookId}",
        "limit-changed request body/title",
    ]
    (first, second) = drift(BASE, moved)
    assert first.operation == second.operation == OPERATION


def test_a_base_path_may_move_to_the_server() -> None:
    """The address is what counts: the server changed, the operation did not."""
    old = [*said(FIELDS), *said("neither - server=https://a.example/v1")]
    new = [
        replace(fact, operation="PATCH /v1/books/{bookId}")
        for fact in [*said(FIELDS), *said("neither - server=https://a.example/")]
    ]
    assert told(drift(page(old), page(new))) == ["server-changed"]


def test_a_page_may_begin_or_cease_to_say_what_it_documents() -> None:
    """An operation that a page only now names, or does not name any more, is no other operation."""
    nameless = page(replace(fact, operation="") for fact in BASE.facts)
    assert told(drift(nameless, BASE)) == ["note-changed"]
    assert told(drift(BASE, nameless)) == ["note-changed"]
    assert told(drifted(locked(BASE, operation=OPERATION, checked=date(2026, 1, 1)), nameless)) == []


def test_a_document_with_many_operations_is_compared_by_operation() -> None:
    """One that came or went is one finding, whatever is said of it."""
    other = [replace(fact, operation="GET /shelves") for fact in said(FIELDS)]
    third = [replace(fact, operation="DELETE /shelves/{shelfId}") for fact in said(FIELDS)]
    assert [f"{f.id} {f.operation}" for f in drift(page(BASE.facts, other), page(BASE.facts, third))] == [
        "operation-added DELETE /shelves/{shelfId}",
        "operation-removed GET /shelves",
    ]


def test_the_number_of_what_succeeds_is_no_other_response() -> None:
    """Saying 201 where only a success was shown is one finding, and the body stays."""
    vague = page(said(FIELDS.replace("200 body", "success body")))
    exact = page(said(FIELDS.replace("200 body", "201 body")))
    assert told(drift(vague, exact)) == ["response-added 201"]
    assert told(drift(exact, vague)) == ["note-changed 201"]
    both = page(said(FIELDS, "table"), said(FIELDS.replace("200 body", "success body"), "tag"))
    less = FIELDS.replace("200 body/title type=string\n", "")
    assert told(drift(both, page(said(less, "table"), said(less.replace("200 body", "success body"), "tag")))) == [
        "property-removed 200 body/title"
    ]


SOURCES = (("tag",), ("table",), ("flattened",))


@pytest.mark.parametrize("old", SOURCES)
@pytest.mark.parametrize("new", SOURCES)
def test_what_only_moved_to_another_part_of_the_page_is_no_change(old: tuple[str], new: tuple[str]) -> None:
    """A table, tags and the text of a rendered reference are one list of fields."""
    assert not drift(page(said(FIELDS, *old)), page(said(FIELDS, *new)))
    changed = edited(("price type=number", "price type=string"), ("maxLength=80", "maxLength=60"))
    assert told(drift(page(said(FIELDS, *old)), page(said(changed, *new)))) == [
        "type-changed request body/price",
        "limit-changed request body/title",
    ]


def test_several_parts_of_a_page_that_move_are_one_finding_with_their_names() -> None:
    """A field that goes from the tags, the OpenAPI block and the example is gone once."""
    without = edited(("request body/price type=number minimum=0\n", ""))
    (finding,) = drift(page(said(FIELDS, "tag", "embedded")), page(said(without, "tag", "embedded")))
    assert finding.message == (
        'the property "price" of the request is gone (in the OpenAPI document and the list of fields)'
    )
    assert (finding.old, finding.new) != (None, None)
    assert finding.old
    assert finding.old.source is SourceKind.embedded


def test_what_moves_in_one_part_of_a_page_says_that_the_others_stay() -> None:
    """And is one finding as well."""
    changed = edited(
        ("price type=number", "price type=string"), ("request body/state type=string enum=new|used\n", ""),
        ("BOOK_NOT_FOUND", "BOOK_GONE"),
    )  # fmt: skip
    old = page(said(FIELDS, "tag", "embedded"))
    new = page(said(changed, "tag"), said(FIELDS, "embedded"))
    assert {f.id: f.message for f in drift(old, new)} == {
        "type-changed": 'the type of the property "price" of the request was "number", and is "string"'
        ' in the list of fields; the OpenAPI document still says "number"',
        "property-removed": 'the property "state" of the request is gone in the list of fields;'
        " the OpenAPI document still has it",
        "code-added": 'the response 404 has the error code "BOOK_GONE" in the list of fields;'
        " the OpenAPI document does not have it",
        "code-removed": 'the response 404 no longer has the error code "BOOK_NOT_FOUND" in the list of fields;'
        " the OpenAPI document still has it",
    }


def test_a_response_is_shown_whole_and_of_a_request_a_choice_is() -> None:
    """What an example of a response drops is gone from it; one of a request may show another field each day."""
    example = "200 body/id type=string\n200 body/title type=string\nrequest body/title\nrequest body/price"
    less = "200 body/title type=string\nrequest body/title"
    (finding,) = drift(page(said(FIELDS), said(example, "example")), page(said(FIELDS), said(less, "example")))
    assert told([finding]) == ["property-removed 200 body/id"]
    assert "in the example; the list of fields still has it" in finding.message


def test_a_name_may_change_in_the_example_alone() -> None:
    """Then one finding has both names, and says that the list of fields has the old one."""
    old = page(said(FIELDS), said("200 body/bookId type=string\n200 body/title type=string", "tag", "example"))
    new = page(
        said(FIELDS), said("200 body/bookId type=string", "tag"),
        said("200 body/identifier type=string\n200 body/title type=string", "example"),
    )  # fmt: skip
    (finding,) = drift(old, new)
    assert told([finding]) == ["property-renamed 200 body/bookId bookId identifier"]
    assert finding.message.endswith("in the example; the list of fields still says it")


def test_of_several_that_could_be_renamed_the_name_decides() -> None:
    """A word in common says which; without one nothing was renamed."""
    old = page(said(FIELDS), said("200 body/data/bookId type=string\n200 body/data/lent type=boolean", "example"))
    more = "200 body/data/{} type=string\n200 body/data/place type=string\n200 body/data/lent type=boolean"
    assert told(drift(old, page(said(FIELDS), said(more.format("isbn"), "example")))) == [
        "property-removed 200 body/data/bookId",
        "property-added 200 body/data/isbn",
        "property-added 200 body/data/place",
    ]
    assert told(drift(old, page(said(FIELDS), said(more.format("book_id"), "example")))) == [
        "property-renamed 200 body/data/bookId bookId book_id",
        "property-added 200 body/data/place",
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("type=integer", "type=number", []),
        ("type=string", "nullable", ["nullable-changed 200 body/data/x"]),
        ("nullable", "type=string", []),
        ("type=string", "type=object", ["type-changed 200 body/data/x"]),
        ("type=string", "", []),
    ],
)
def test_an_example_can_widen_and_proves_nothing(old: str, new: str, expected: list[str]) -> None:
    """Whole numbers may have been fractions; null shows that null is possible, and a value not that it is not."""
    before, after = (said(f"200 body/data/x {words}\n200 body/data/y type=string", "example") for words in (old, new))
    assert told(drift(page(said(FIELDS), before), page(said(FIELDS), after))) == expected


@pytest.mark.parametrize(("text", "less"), [("x/[] type=string", ""), ("x/[]/id type=string", ""), ("x/id", "")])
def test_an_example_that_shows_nothing_inside_takes_nothing_away(text: str, less: str) -> None:
    """An empty list or null where items or fields were."""
    whole = said(f"200 body/data/x\n200 body/data/{text}", "example")
    assert told(drift(page(said(FIELDS), whole), page(said(FIELDS), said("200 body/data/x", "example")))) == []


def test_a_part_that_a_page_wins_says_more_and_changes_nothing() -> None:
    """An OpenAPI block that agrees is one finding; what it says in another way is a change."""
    block = edited(
        ("request body/title", "request body/isbn type=string\nrequest body/title"),
        ("type=string req", "type=string format=uri req"),
    )
    (finding,) = drift(BASE, page(said(FIELDS), said(block, "embedded")))
    assert (finding.id, finding.kind) == ("source-added", Kind.added)
    assert 'the property "isbn" of the request' in finding.names
    other = edited(("price type=number", "price type=string"))
    assert told(drift(BASE, page(said(FIELDS), said(other, "embedded")))) == ["type-changed request body/price"]
    assert told(drift(BASE, page(said(FIELDS), said(FIELDS, "embedded")))) == []


def test_a_part_that_a_page_loses_takes_knowledge_and_no_fields() -> None:
    """What only the OpenAPI block had can no longer be known: one finding, no field is called gone."""
    block = edited(("404 -", "request body/isbn type=string\nrequest body/shelf type=integer\n404 -"))
    old = page(said(FIELDS), said(block, "embedded"))
    (finding,) = drift(old, BASE)
    assert told([finding]) == [
        'source-removed the OpenAPI document the property "isbn" of the request the property "shelf" of the request'
    ]
    assert finding.kind is Kind.removed


def test_an_example_that_became_unreadable_takes_nothing_away() -> None:
    """It is broken, once; what it had shown may be there still."""
    sample = "request body/shelf type=integer\nrequest body/row type=integer"
    old = page(said(FIELDS), said(f"{sample}\nrequest body media-type=application/json", "sample"))
    new = page(said(FIELDS), said("request body/title\nrequest - sample-broken=python", "sample"))
    assert told(drift(old, new)) == ["note-changed request"]


def test_a_credential_is_no_parameter() -> None:
    """A header that becomes or ceases to be the credential is one finding, of the credential."""
    both = said("neither - security=http|bearer\nrequest header/X-Api-Key", "sample")
    both = [replace(fact, value="http bearer") if fact.attribute is Attribute.security else fact for fact in both]
    key = replace(both[0], value="apiKey header X-Api-Key")
    assert told(drift(page(said(FIELDS), both), page(said(FIELDS), [key]))) == ["security-changed"]


def test_a_count_of_descriptions_fails_nothing() -> None:
    """Another sentence may be a description of a field without its name, or just a sentence: a note."""
    (finding,) = drift(
        page(said(FIELDS), said("request body names-lost=3")), page(said(FIELDS), said("request body names-lost=4"))
    )
    assert (finding.id, finding.level) == ("note-changed", Level.note)


LOST = "\n".join(f"200 body/data/f{number} type=string" for number in range(12))


def test_a_page_that_lost_most_of_its_facts_was_restructured() -> None:
    """Once, and no field is called gone; one that lost less than half lost fields."""
    whole = page(said(FIELDS), said(LOST))
    assert told(drift(whole, page(said("200 body/data/f0 type=string")))) == ["page-restructured"]
    assert told(drift(whole, page())) == ["page-restructured"]
    assert told(drift(whole, BASE)) == ["property-removed 200 body/data"]


def test_another_format_that_lost_facts_was_restructured_and_one_that_lost_none_was_not() -> None:
    """A new site may show less; what it shows in the same way is no news."""
    less = edited((" minimum=0", ""))
    assert told(drift(BASE, page(said(less, "table"), form=Format.html))) == ["page-restructured"]
    assert told(drift(BASE, page(said(FIELDS, "table"), form=Format.html))) == []


def test_a_small_page_that_loses_a_field_lost_a_field() -> None:
    """Of few facts one field is a large share; only when nothing is left the page was restructured."""
    small = "request body/title type=string required\nrequest body/price"
    assert told(drift(page(said(small)), page(said("request body/price")))) == ["property-removed request body/title"]
    assert told(drift(page(said(small)), page(said("request query/page")))) == ["page-restructured"]


def test_a_lock_of_another_reader_is_no_drift() -> None:
    """Facts of another version of the extractor are not compared: the page is to be locked again."""
    old = replace(locked(BASE, checked=date(2026, 1, 1)), extractor=EXTRACTOR + 1)
    (finding,) = drifted(old, page())
    assert (finding.id, finding.kind) == ("extractor-outdated", Kind.problem)
    assert finding.hint == "run handbill docs lock again"


def test_a_finding_says_both_values_and_where_the_page_has_them() -> None:
    """The lock knows no lines; the page does."""
    new = page(replace(fact, line=12) for fact in said(edited(("maxLength=80", "maxLength=60"))))
    (finding,) = drift(BASE, new)
    assert finding.old
    assert finding.new
    assert (finding.old.values, finding.new.values) == ((80,), (60,))
    assert (finding.old.position, finding.new.position) == (None, Position("update-book", 12, 1))
    assert (finding.attribute, finding.page) == (Attribute.max_length, "update-book")
    assert (
        finding.message
        == 'the maxLength of the property "title" of the request was "80", and is "60" (in the list of fields)'
    )


elements = st.sampled_from(
    ["-", "body", "body/a", "body/a/b", "body/a/[]", "body/c", "body/{}", "query/q", "header/X-H", "path/bookId"]
)
words = st.lists(
    st.sampled_from(
        "type=string type=integer type=object required !required nullable enum=a|b enum=c maxLength=3 shown=x code=A "
        "default=1 deprecated example-broken names-lost=2 any-of-required=a any-of-required=b server=u refers=u".split()
    ),
    max_size=4,
)
lines = st.builds(
    lambda where, element, found, source: said(" ".join([where, element, *found]), source),
    st.sampled_from(["request", "200", "404", "success", "neither"]),
    elements,
    words,
    st.sampled_from(SourceKind),
)
some_pages = st.lists(lines, max_size=10).map(lambda found: page(*found))


@given(old=some_pages)
def test_a_page_has_not_drifted_from_itself(old: Page) -> None:
    """Whatever a page says, as it says it."""
    assert not drift(old, old)


@given(old=some_pages)
def test_examples_that_show_other_values_have_not_drifted(old: Page) -> None:
    """What follows the values of examples is no drift."""
    lasting = [fact for fact in old.facts if fact.attribute not in TRANSIENT]
    exists = [replace(fact, attribute=Attribute.exists, value=True) for fact in old.facts]
    assert not drift(page(old.facts, exists), page(lasting, exists))


@given(old=some_pages, new=some_pages)
def test_each_finding_is_another_one(old: Page, new: Page) -> None:
    """No two findings have one fingerprint, and all are said in one line."""
    findings = drift(old, new)
    assert len({finding.fingerprint for finding in findings}) == len(findings)
    assert all(finding.message.isprintable() for finding in findings)
