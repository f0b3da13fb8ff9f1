"""The text of a rendered reference gives the facts that its lines say, and no others."""

from __future__ import annotations

from dataclasses import replace

import pytest
from handbill_generator.docs.model import MAX_TOKEN, Attribute, Confidence, Format, Page, Side, SourceKind
from handbill_generator.docs.pages import flattened
from hypothesis import given
from hypothesis import strategies as st

from tests.docs.texts_flattened import LANGUAGES, Entry, Shelf, lasting, said, seed

OPERATION = "PUT /v2/shelves/{shelfId}"


def _read(text: str) -> Page:
    return flattened.read(text, name="page")


def test_the_operation_and_its_base_are_told_apart() -> None:
    """The path in pieces is the operation, and what the address of curl has before it is the server."""
    page = _read(Shelf().text())
    assert page.format is Format.text
    assert page.operations == (OPERATION,)
    assert {fact.operation for fact in page.facts} == {OPERATION}
    assert said(page, Attribute.server) == {"": "https://api.library.test/base"}
    assert said(page, Attribute.security) == {"": "http bearer"}
    assert said(page, Attribute.media_type) == {"body": "application/json"}


@pytest.mark.parametrize(
    "line",
    [
        "DEL",
        "DELETE /v2/shelves/{shelfId}",
        "DELETE\n/v2/shelves/\n{shelfId}",
        "DEL https://api.library.test/v2/shelves/:shelfId",
    ],
)
def test_a_path_in_one_line_or_many(line: str) -> None:
    """However a path is laid out, it is the same operation."""
    text = f"GET\nList shelves\n{line}\n" + ("/v2/shelves/{shelfId}\n" if line == "DEL" else "") + "Remove it"
    assert _read(text).operations == ("DELETE /v2/shelves/{shelfId}",)


def test_required_is_said_or_unknown() -> None:
    """A field is required where the page says so, and never optional for want of a word."""
    required = said(_read(Shelf().text()), Attribute.required, side=Side.request)
    assert required == {"path/shelfId": True, "body/label": True}
    page = _read(Shelf().with_body(Entry(name="label", type="string", lines=("optional",))).text())
    assert said(page, Attribute.required, side=Side.request)["body/label"] is False


def test_types_and_null() -> None:
    """A type that says nullable makes a field nullable; another says nothing of null."""
    facts = [fact for fact in _read(Shelf().text()).facts if fact.source is SourceKind.flattened]
    found = {fact.path[-1]: fact.value for fact in facts if fact.attribute is Attribute.nullable}
    assert found == {"roomId": True}


@pytest.mark.parametrize("language", LANGUAGES)
def test_languages_say_the_same(language: str) -> None:
    """A page in another language has the same facts."""
    assert lasting(_read(Shelf(words=LANGUAGES[language]).text())) == lasting(_read(Shelf().text()))


def test_marks_limits_and_lists_below_a_field() -> None:
    """What Mintlify prints below a field is read: default, lengths, ranges, options, deprecation."""
    page = _read(
        Shelf()
        .with_body(
            Entry(name="label", type="string", lines=("default:none", "Required string length: 1 - 200")),
            Entry(name="depth", type="integer", lines=("default:3", "deprecated", "Required range: 1 <= x <= 9")),
            Entry(name="width", type="number", lines=("The width.", "x >= 1.5")),
            Entry(name="kind", type="enum<string>", lines=("Which.", "Available options:", "tall", ",", "low", ",")),
            Entry(name="tags", type="string[]", lines=("Required array length: 1 - 5 elements", "Example:", '["a"]')),
            Entry(name="code", type="string", lines=("Pattern: ^[a-z]+$", "read-only", "Example:", '"ab"')),
        )
        .text()
    )
    assert said(page, Attribute.default) == {"body/label": "none", "body/depth": 3}
    assert (said(page, Attribute.min_length), said(page, Attribute.max_length)) == (
        {"body/label": 1},
        {"body/label": 200},
    )
    assert said(page, Attribute.minimum) == {"body/depth": 1, "body/width": 1.5}
    assert said(page, Attribute.maximum) == {"body/depth": 9}
    assert said(page, Attribute.deprecated) == {"body/depth": True}
    assert said(page, Attribute.enum, side=Side.request) == {"body/kind": ["low", "tall"]}
    assert said(page, Attribute.max_items) == {"body/tags": 5}
    assert said(page, Attribute.pattern) == {"body/code": "^[a-z]+$"}
    assert said(page, Attribute.shown, side=Side.request)["body/code"] == "ab"


def test_fields_inside_of_fields() -> None:
    """A field is inside of another where its name, or an example of the message, has it there."""
    page = _read(
        replace(Shelf(), sent={"light": {"tone": "<string>"}, "label": "<string>"})
        .with_body(
            Entry(name="light", type="object", lines=("Hide child attributes",)),
            Entry(name="tone", type="string"),
            Entry(name="label", type="string"),
            Entry(name="books", type="object[]"),
            Entry(name="books.title", type="string"),
            Entry(name="door", type="object"),
            Entry(name="door.", type="lock", lines=("string", "required")),
        )
        .text()
    )
    types = said(page, Attribute.type, side=Side.request)
    assert {path: types[path] for path in types if path.startswith("body/")} == {
        "body/light": "object",
        "body/light/tone": "string",
        "body/label": "string",
        "body/books": "array",
        "body/books/[]": "object",
        "body/books/[]/title": "string",
        "body/door": "object",
        "body/door/lock": "string",
    }


@pytest.mark.parametrize("name", ["body", "email", "date", "object", "type", "response", "error", "path"])
def test_fields_with_names_of_other_things(name: str) -> None:
    """A field may be called as a heading or as a type."""
    page = _read(
        Shelf()
        .with_body(
            Entry(name="label", type="string", lines=("Address",)),
            Entry(name=name, type="string", required=True, lines=("Address",)),
            Entry(name="last", type="boolean"),
        )
        .text()
    )
    listed = {fact.path for fact in page.facts if fact.side is Side.request and fact.source is SourceKind.flattened}
    assert {path[1] for path in listed if path[0] == "body" and len(path) > 1} == {"label", name, "last"}


@pytest.mark.parametrize("name", ["file", "list", "number", "map"])
def test_a_field_without_a_description_before_one_named_as_a_type(name: str) -> None:
    """The type of a field stays its type where the next field is called as another type."""
    page = _read(Shelf().with_body(Entry(name="lamp", type="object"), Entry(name=name, type="string")).text())
    types = said(page, Attribute.type, side=Side.request)
    assert (types["body/lamp"], types[f"body/{name}"]) == ("object", "string")


def test_statuses_in_sentences() -> None:
    """Statuses of sentences exist, and say what is missing where they do."""
    page = _read(Shelf(errors="A 404 Not Found is returned if the shelf or room does not exist.").text())
    assert said(page, Attribute.missing_status) == {"path/shelfId": "404", "body/roomId": "404"}
    assert {fact.status for fact in page.facts if fact.attribute is Attribute.exists and not fact.path} == {"", "404"}


def test_the_number_of_success() -> None:
    """Fields of success have its number where the page says one, else a word."""
    assert {fact.status for fact in _read(Shelf().text()).facts if fact.path[-1:] == ("state",)} == {"success"}
    answer = (Entry(name="state", type="string"),)
    text = Shelf(answer=answer).text().replace("Response\n", "Response\nReturns 201 Created.\n")
    assert {fact.status for fact in _read(text).facts if fact.path[-1:] == ("state",)} == {"201"}


def test_statuses_as_tabs() -> None:
    """As many examples as statuses above them belong to those, and fields below a status belong to it."""
    text = (
        'GET /shelves\n200\n404\n{"id": "a"}\n{"reason": "gone"}\nResponse\n200\napplication/json\nid\nstring\n'
        "404 - application/json\nreason\nstring\nrequired"
    )
    page = _read(text)
    assert {(fact.status, fact.path[-1]) for fact in page.facts if len(fact.path) == 2} == {
        ("200", "id"),
        ("404", "reason"),
    }
    assert said(page, Attribute.media_type) == {"body": "application/json"}


def test_credentials_in_their_section() -> None:
    """What stands below "Authorizations" is no field of the request."""
    section = "Authorizations\nX-Library-Key\nstring\nheader\nrequired\nThe key."
    text = f"GET /shelves\n{section}\nQuery parameters\nroom\nstring"
    page = _read(text)
    assert said(page, Attribute.security) == {"": "apiKey header X-Library-Key"}
    assert set(said(page, Attribute.exists)) == {"", "query/room"}


def test_an_example_twice_is_one() -> None:
    """The example that a page prints at its top and again at its end says the same once."""
    page = _read(Shelf().text())
    shown = [fact for fact in page.facts if fact.source is SourceKind.example and fact.path == ("body", "id")]
    assert len(shown) == len({(fact.attribute, fact.value) for fact in shown})


def test_samples_show_names() -> None:
    """The body of a sample shows that its names exist, and `{}` says nothing of a type."""
    page = _read(Shelf().text())
    facts = [fact for fact in page.facts if fact.source is SourceKind.sample and fact.path == ("body", "roomId")]
    assert {(fact.attribute, fact.value) for fact in facts} == {(Attribute.exists, True), (Attribute.shown, "{}")}
    assert {fact.confidence for fact in facts} == {Confidence.shown}


_WORDING = st.sampled_from(["Any.", "The thing itself.", "This is what readers look for first.", "Say it plainly"])


@given(
    st.permutations(range(3)),
    st.permutations(range(3)),
    st.integers(0, 3),
    _WORDING,
    st.integers(1, 28),
    st.text("abc", min_size=1),
)
def test_cosmetic_edits_say_the_same(
    body: list[int], answer: list[int], blanks: int, wording: str, day: int, value: str
) -> None:
    """Order, wording, blank lines, dates and values of examples are no facts that last."""
    page = Shelf()
    entries = [page.body[number] for number in body]
    edited = replace(
        page,
        body=tuple(replace(entry, lines=(wording,)) for entry in entries),
        answer=tuple(page.answer[number] for number in answer),
        blanks=blanks,
        intro=wording,
        modified=f"Last modified on May {day}, 2026",
        received=page.received | {"id": value},
    )
    assert lasting(_read(edited.text())) == lasting(_read(page.text()))


_LINES = """POST | / | v1 | {id} | Body | Response | name | string | required | 200 | Available options: | { | }
| curl -d ' | ' | {"a": 1} | [ | a.b | Example: | Hide child attributes | import json | x >= 1 | default: | \u200b"""
_PIECES = st.sampled_from(_LINES.replace("\n", " ").split(" | "))


@given(st.text() | st.lists(_PIECES | st.text(max_size=20), max_size=60).map("\n".join))
def test_any_text_is_a_page(text: str) -> None:
    """No text stops the reader, and no value is longer than a token."""
    page = _read(text)
    assert all(len(str(fact.value)) <= MAX_TOKEN for fact in page.facts)


_REPEATED = [
    *("curl -d '", "curl \\", "[", "{", '{"a":', "POST\n/", "name\nstring", "Body", "Available options:", "a" * 5000),
    *("See " * 500, "import json\n(", "200", "x" + "<=" * 2000, "a.b\nobject\nHide child attributes", "A" * 500 + "_"),
]


@pytest.mark.parametrize("line", _REPEATED)
def test_a_page_made_to_be_slow_is_read(line: str) -> None:
    """A page that repeats one thing is read to its end."""
    text = f"Body\n{(line + chr(10)) * (100_000 // (len(line) + 1))}"
    assert _read(text).name


@pytest.mark.parametrize(
    ("number", "operation"), [("000", "POST /v1/campaigns/{campaignId}"), ("001", "POST /v1/campaigns")]
)
def test_the_seeds_of_loops(number: str, operation: str) -> None:
    """Each of the two pages lists nineteen fields, and its statuses stand in a sentence."""
    page = _read(seed(number))
    assert page.operations == (operation,)
    listed = {fact.element for fact in page.facts if fact.source is SourceKind.flattened and fact.path}
    assert len(listed) == 19
    statuses = {fact.status for fact in page.facts if fact.attribute is Attribute.exists and not fact.path} - {""}
    assert statuses == ({"400", "401", "404", "409"} if number == "000" else {"201", "400", "401", "404"})
    assert said(page, Attribute.server) == {"": "https://app.loops.so/api"}
    assert said(page, Attribute.causes)
    assert said(page, Attribute.missing_status)["body/mailingListId"] == "404"
    assert said(page, Attribute.missing_status)["body/campaignGroupId"] == "400"
