"""Laws of pages in Markdown: what is written in another way says the same, and no page is too bad to be read."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from handbill_generator.diagnostics import SpecError
from handbill_generator.docs.model import TRANSIENT, Attribute, Fact, Format, Page, Side, SourceKind, written_path
from handbill_generator.docs.pages import MAX_BYTES, MAX_CHARACTERS, read_page
from handbill_generator.docs.pages.sections import read_heading
from handbill_generator.docs.pages.tags import Element, Node, parse
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.docs import pages_choir
from tests.docs.pages_written import BODY, Choices, written

SEEDS = Path(__file__).parents[2] / "../shared/seeds"


def page_of(text: str) -> Page:
    return read_page(text, name="page", url="https://docs.choir.example/api/page")


def said(page: Page, source: SourceKind | None = None, side: Side | None = None) -> set[tuple[str, str, object]]:
    """What a page says: elements as written, attributes and values."""
    return {
        (f"{fact.status} {written_path(fact.path)}".strip(), str(fact.attribute), fact.value)
        for fact in page.facts
        if source in (None, fact.source) and side in (None, fact.side)
    }


def lasting(page: Page) -> set[tuple[object, ...]]:
    """The facts that mean drift when they change."""
    return {
        (fact.element, fact.attribute, type(fact.value), fact.value, fact.source)
        for fact in page.facts
        if fact.attribute not in TRANSIENT
    }


@cache
def mintlify() -> Page:
    return page_of(pages_choir.MINTLIFY)


@cache
def tags() -> frozenset[tuple[str, str, object]]:
    return frozenset(said(mintlify(), SourceKind.tag, Side.request))


def test_a_mintlify_page_is_of_the_operation_of_its_block() -> None:
    """The block has the template of the path, and all other parts of the page are of it."""
    assert mintlify().format is Format.mintlify
    assert {fact.operation for fact in mintlify().facts} == {"PATCH /concerts/{concertId}"}
    assert [(link.rel, link.url) for link in mintlify().links] == [("index", "https://docs.choir.example/llms.txt")]


@pytest.mark.parametrize(
    "fact",
    [
        ("path/concertId", "required", True),
        ("query/notify", "default", False),
        ("query/filter[voice]", "enum", "bass"),
        ("body/title", "maxLength", 80),
        ("body/hall/city", "deprecated", True),
        ("body/hall/seats", "default", 200),
        ("body/hall/seats", "format", "int32"),
        ("body/songs", "nullable", True),
        ("body/songs/[]", "type", "object"),
        ("body/songs/[]/composer", "nullable", True),
    ],
)
def test_a_tag_says_what_its_attributes_and_its_words_say(fact: tuple[str, str, object]) -> None:
    """Children are found whether they have the whole name or their own, and below the items of an array."""
    assert fact in tags()


def test_required_goes_by_presence_unless_it_is_a_boolean() -> None:
    """`required="false"` is text and so true, `required={false}` is false, and without it nothing is said."""
    assert ("body/title", "required", True) in tags()
    assert ("query/filter[voice]", "required", False) in tags()
    assert not [fact for fact in tags() if fact[0] == "body/hall" and fact[1] == "required"]


def test_credentials_are_no_parameter() -> None:
    """The field for the credentials gives the security, and that it is mislabelled."""
    assert ("path/Authorizations", "mislabelled", "path") in tags()
    assert ("", "security", "http bearer") in said(mintlify(), SourceKind.tag, Side.neither)
    assert ("path/Authorizations", "exists", True) not in tags()


def test_code_has_no_tags() -> None:
    """A tag in fenced code is an example of a tag."""
    assert not [fact for fact in mintlify().facts if "inside_of_code" in fact.path]


def test_a_response_is_read_from_fields_and_examples() -> None:
    """Both are kept, each with its source; the title of an example has its status."""
    fields = said(mintlify(), SourceKind.tag, Side.response)
    assert ("success body/concert/state", "enum", "sung") in fields
    assert ("success body/concert/singers/[]/voice", "type", "string") in fields
    examples = said(mintlify(), SourceKind.example, Side.response)
    assert {
        ("200 body/concert/endsAt", "nullable", True),
        ("404 body/code", "exists", True),
        ("404", "exists", True),
    } <= examples


def test_a_sample_and_a_block_are_sources_of_their_own() -> None:
    """What the request of a sample has and what the embedded document has stand side by side with the tags."""
    assert ("body/hall/city", "exists", True) in said(mintlify(), SourceKind.sample)
    embedded = said(mintlify(), SourceKind.embedded)
    assert {("body/title", "maxLength", 80), ("409", "exists", True)} <= embedded
    assert all(fact.line > 94 for fact in mintlify().facts if fact.source is SourceKind.embedded)


def test_what_holds_for_a_body_is_at_the_body() -> None:
    """A sentence below the heading of the body is a rule about it."""
    assert ("body", "all-optional", True) in said(mintlify(), SourceKind.prose)


@cache
def tables() -> Page:
    return page_of(pages_choir.TABLES)


@pytest.mark.parametrize(
    ("side", "fact"),
    [
        (Side.request, ("path/hallId", "type", "string")),
        (Side.request, ("body/from", "format", "date-time")),
        (Side.request, ("body/from", "required", True)),
        (Side.request, ("body/guests", "required", False)),
        (Side.request, ("body/guests/[]/name", "nullable", True)),
        (Side.request, ("body/guests/[]/name", "maxLength", 40)),
        (Side.request, ("body/contact/phone", "required", True)),
        (Side.request, ("body/chairs", "default", 12)),
        (Side.request, ("body/until", "required", True)),
        (Side.request, ("body", "media-type", "application/json")),
        (Side.neither, ("", "security", "http bearer")),
        (Side.response, ("201 body/paidAt", "required", False)),
        (Side.response, ("201 body/hire", "required", True)),
        (Side.response, ("201 body/hire/state", "enum", "paid")),
        (Side.response, ("201", "exists", True)),
        (Side.response, ("404", "code", "HALL_UNKNOWN")),
    ],
)
def test_a_table_or_a_list_says_what_its_cells_say(side: Side, fact: tuple[str, str, object]) -> None:
    """In any order of columns, with names inside of names, with lists inside of lists."""
    assert fact in said(tables(), SourceKind.table, side)


def test_an_empty_cell_says_nothing() -> None:
    """Only a cell that says no means that a field is optional."""
    assert not [f for f in tables().facts if f.path == ("body", "chairs") and f.attribute is Attribute.required]


def test_a_link_to_a_document_is_a_link_and_a_fact() -> None:
    """An OpenAPI document that a page links is published, its address as seen from the page."""
    url = "https://docs.choir.example/files/choir-openapi.yaml"
    assert [(link.rel, link.url) for link in tables().links] == [("openapi", url)]
    assert ("", "published", url) in said(tables(), SourceKind.prose)


def test_gitbook_points_at_documents_and_writes_operations_out() -> None:
    """Each block is of its own operation, and a pointer is a link."""
    page = page_of(pages_choir.GITBOOK)
    assert page.format is Format.gitbook
    assert page.operations == ("DELETE /singers/{id}", "GET /singers", "POST /singers")
    assert [link.rel for link in page.links] == ["index", "openapi", "openapi"]
    written_out = {fact.element[1:] for fact in page.facts if fact.operation == "POST /singers"}
    assert {("request", "", ("body", "voice")), ("response", "201", ("body", "id"))} <= written_out
    assert ("body/voice", "required", False) in said(page)
    assert [fact.operation for fact in page.facts if fact.status == "429"] == [""]


def test_an_exported_block_is_read() -> None:
    """GitBook's export has the document in JSON below a heading with method and path."""
    page = page_of(pages_choir.GITBOOK_EXPORT)
    assert page.operations == ("GET /concerts",)
    assert ("200", "exists", True) in said(page, SourceKind.embedded)


def test_several_operations_are_kept_apart_by_their_headings() -> None:
    """What stands below the heading of a sample is of its operation; an example in an address stays."""
    page = page_of(pages_choir.SEVERAL)
    by_name = {fact.path[-1]: fact.operation for fact in page.facts if len(fact.path) == 2}
    assert by_name == {"day": "POST /v2/rehearsals", "quiet": "DELETE /v2/rehearsals/81723"}


def test_front_matter_has_the_operation() -> None:
    """`openapi` and `api` of front matter state it, with a document or a base address perhaps."""
    text = '---\ntitle: "Sing"\nopenapi: "/files/openapi.json POST /songs/{id}"\n---\n\n<ParamField path="id"/>\n'
    page = page_of(text)
    assert page.operations == ("POST /songs/{id}",)
    assert [link.url for link in page.links] == ["https://docs.choir.example/files/openapi.json"]
    page = page_of(
        '---\napi: "GET https://api.choir.example/v2/songs"\n---\n\n<ResponseField name="n" type="integer"/>\n'
    )
    assert page.operations == ("GET /v2/songs",)
    assert ("", "server", "https://api.choir.example") in said(page)


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ('<ParamField body="a"> <ParamField body="b"></ParamField>', {"a", "b"}),
        ('</Tab></ParamField><ParamField body="a">x</ParamField>', {"a"}),
        ('<Tabs><Tab title="One"><ParamField body="a">x</Tab></ParamField>\n<ParamField body="b" />', {"a", "b"}),
        ('<ParamField body="a" type="array<string>">x < y</ParamField>', {"a"}),
        ("<ParamField body='a' type={`string`} enum={[\"x\", \"}\"]} style={{ a: '>' }}>x</ParamField>", {"a"}),
        (
            '<ParamField\n  body="a"\n  type="string"\n>\n\n        indented\n\n    ```json\n    {"b": 1}\n    ```\n'
            "</ParamField>",
            {"a"},
        ),
        ('`<ParamField body="b">` is a tag.\n\n<ParamField body="a"/>', {"a"}),
        ('{/* <ParamField body="b"/> */}<!-- <ParamField body="c"/> -->\n<ParamField body="a"/>', {"a"}),
        (
            '<Visibility for="agents">\n<ParamField body="a"/>\n</Visibility>\n'
            '<Visibility for="humans"><ParamField body="b"/></Visibility>',
            {"a", "b"},
        ),
        ('<Note>\n  <Accordion title="More">\n- x\n    <ParamField body="a"/>\n</Accordion></Note>', {"a"}),
        ('<ParamField body="query, path, or body" type="string"><ParamField body="a"/></ParamField>', {"a"}),
    ],
)
def test_tags_are_read_however_they_are_written(text: str, paths: set[str]) -> None:
    """Unbalanced, indented, on one line, with brackets in braces: no field is lost and none is made up."""
    page = page_of(text)
    found = {fact.path[1] for fact in page.facts if fact.source is SourceKind.tag and len(fact.path) == 2}
    assert found == paths


@pytest.mark.parametrize(
    ("heading", "side", "location"),
    [
        ("Path Parameters", Side.request, "path"),
        ("Headers", Side.request, "header"),
        ("Request body", Side.request, "body"),
        ("Parámetros de consulta", Side.request, "query"),
        ("Corps", Side.request, "body"),
        ("请求体", Side.request, "body"),
        ("Response headers", Side.response, "header"),
        ("Réponse", Side.response, "body"),
        ("レスポンス", Side.response, "body"),
    ],
)
def test_a_heading_says_where_fields_are(heading: str, side: Side, location: str) -> None:
    """In several languages, for machines translate headings and leave names alone."""
    section = read_heading(heading)
    assert section is not None
    assert (section.side, section.location) == (side, location)


@pytest.mark.parametrize(
    ("heading", "status"),
    [
        ("`404`", "404"),
        ("200 OK", "200"),
        ("HTTP 422 - no", "422"),
        ("Response 201", "201"),
        ("4xx", "4XX"),
        ("Error", "error"),
    ],
)
def test_a_heading_has_a_status(heading: str, status: str) -> None:
    """A number alone, or with the words that stand by it."""
    section = read_heading(heading)
    assert section is not None
    assert section.status == status


@pytest.mark.parametrize("heading", ["500 requests per minute", "Why 200 songs?", "Sing", "3.200", ""])
def test_a_heading_that_says_nothing_says_nothing(heading: str) -> None:
    """A number is a status only where it stands as one."""
    assert read_heading(heading) is None


def test_fields_without_a_heading_are_where_their_names_are_known() -> None:
    """Under a heading in a language that is not known, the sample tells what is of the path, the query and the body."""
    text = """# Otsikko jota kukaan ei tunne

```bash
curl -X PUT 'https://api.choir.example/songs/{songId}' -d '{"title": "x", "key": "C"}'
```

## Kentät joita ei tunneta

| Field | Type |
|---|---|
| songId | string |
| title | string |
| key | string |
"""
    fields = {fact.path for fact in page_of(text).facts if fact.source is SourceKind.table}
    assert fields == {("path", "songId"), ("body", "title"), ("body", "key")}


@given(st.sampled_from(["mintlify", "table", "list"]), st.integers(0, 2**32), st.integers(0, 2**32))
@settings(max_examples=40)
def test_cosmetic_edits_change_no_lasting_fact(form: str, one: int, other: int) -> None:
    """The order of fields, their words, blank lines, navigation, dates and values of samples mean nothing."""
    first = page_of(written(form, Choices(one)))
    second = page_of(written(form, Choices(other)))
    assert lasting(first) == lasting(second)
    assert len({fact.path for fact in first.facts if fact.side is Side.request and fact.path[:1] == ("body",)}) >= len(
        BODY
    )


_PIECES = st.sampled_from(
    [
        *('<ParamField body="a" type="string">', "</ParamField>", '<ResponseField name="b.c" />'),
        *("<Expandable>", "</Expandable>", "```json\n", "```\n", *"{}\"'`<>|\n\\\0", "\n\n", "\r\n", "    ", "---\n"),
        *("# Body\n", "| a | b |\n|---|---|\n", "- `x` (string)\n", "One of: `a`, `b`.", "[x](y)", "> ", "404"),
        *(
            '{% openapi src="x" %}',
            "{% swagger %}",
            "openapi: 3.1.0\n",
            "<table><tr><td>",
            "</table>",
            "<!--",
            "\ud800",
        ),
        "curl -X POST https://x.example/y -d '{}'\n",
    ]
)


@given(st.lists(_PIECES | st.text(max_size=20), max_size=60).map("".join))
@settings(max_examples=300)
def test_any_text_is_a_page_or_an_error(text: str) -> None:
    """Nothing but SpecError ever comes out of a page, and the same text gives the same facts."""
    for start in ("<ParamField body='x'/>\n", '{% hint style="info" %}\n', "# Sing\n```\nx\n```\n"):
        page = page_of(start + text)
        assert page == page_of(start + text)
        assert all(fact.line >= 1 for fact in page.facts)
    try:
        page_of(text)
    except SpecError:
        return


@given(st.lists(_PIECES, max_size=60).map("".join))
def test_no_text_is_lost_between_tags(text: str) -> None:
    """Words outside of tags, comments and code are in the tree, in their order, once."""
    marked = "alpha\n\n" + text.replace("<!--", "").replace("`", "") + "\n\nomega"
    words = _words(parse(marked))
    assert words.index("alpha") < words.index("omega")
    assert words.count("alpha") == words.count("omega") == 1


def _words(nodes: tuple[Node, ...]) -> str:
    return "".join(_words(node.children) if isinstance(node, Element) else node.text for node in nodes)


_ENDLESS = [
    *(
        "<ParamField body='a'>",
        "<A ",
        "<A a={",
        '<A a="',
        "</A>",
        "<x/>",
        "a<X/>",
        "<table>",
        "<!--",
        "{/*",
        "{% a ",
        "{% tab %}",
    ),
    *(
        "[",
        "[a](",
        "[[]",
        "(a",
        "`",
        "``a`",
        "`a` or ",
        "*",
        "_a_",
        "&",
        "{",
        "\\",
        "> ",
        "- ",
        "1. ",
        "#",
        "```",
        "| a ",
        "|-",
    ),
    *("GET /a ", "404 ", "x\n", "# x\n", "- `a` (string)\n", "| a | string |\n", "See [", "One of: a, b.\n\n"),
]


def _page_of_pieces(*pieces: str, size: int) -> Page:
    head = '<ParamField body="first" type="string" />\n\n'
    return page_of(head + "\n\n".join(piece * (size // len(piece)) for piece in pieces))


@pytest.mark.parametrize("piece", _ENDLESS)
def test_a_page_made_to_be_slow_is_read(piece: str) -> None:
    """One piece over and over is read to the end, and what stands before it is not lost."""
    assert ("body", "first") in {fact.path for fact in _page_of_pieces(piece, size=100_000).facts}


def test_the_largest_page_made_to_be_slow_is_read() -> None:
    """All the pieces in one page."""
    page = _page_of_pieces(*_ENDLESS, size=(MAX_CHARACTERS - 10_000) // len(_ENDLESS))
    assert ("body", "first") in {fact.path for fact in page.facts}


def test_a_page_that_is_too_large_is_refused() -> None:
    """There is a limit, and the message says it."""
    with pytest.raises(SpecError, match=str(MAX_BYTES)):
        read_page("x" * (MAX_BYTES + 1), name="page")


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seeds are not here")
def test_the_seed_in_markdown_is_read_whole() -> None:
    """25 fields of the request with the credentials, 12 of the response, and 22 of the embedded document."""
    (seed,) = SEEDS.glob("003_*")
    page = read_page(seed.read_text(encoding="utf-8"), name="seed-003")
    assert page.operations == ("PATCH /campaigns/{campaignId}",)

    def named(source: SourceKind, side: Side) -> set[tuple[str, ...]]:
        return {f.path for f in page.facts if _is_named(f) and f.source is source and f.side is side}

    fields = named(SourceKind.tag, Side.request)
    assert len(fields) == 24
    assert ("path", "Authorizations", "mislabelled") in {
        (*f.path, str(f.attribute)) for f in page.facts if f.attribute is Attribute.mislabelled
    }
    assert len(named(SourceKind.tag, Side.response)) == 12
    embedded = {path for path in named(SourceKind.embedded, Side.request) if path[0] == "body" and path[-1] != "[]"}
    assert len(embedded) == 22
    assert fields - embedded - {("path", "campaignId")} == {("body", "htmlTemplate")}
    prose = said(page, SourceKind.prose)
    assert ("body", "all-optional", True) in prose
    assert ("body", "any-of-required", "htmlTemplate | templateId") in prose


def _is_named(fact: Fact) -> bool:
    return fact.attribute is Attribute.exists and len(fact.path) > 1
