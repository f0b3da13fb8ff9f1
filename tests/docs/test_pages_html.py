"""Laws of HTML: what tools render is read by how it is built, not by class names; what is hidden is not read."""

from __future__ import annotations

import json

import pytest
from handbill_generator.diagnostics import SpecError
from handbill_generator.docs.model import Attribute, Fact, Format, Page, Side, SourceKind, Value, written_path
from handbill_generator.docs.pages.html import MAX_CHARACTERS, read
from handbill_generator.docs.pages.html_limits import MAX_ATTRIBUTES, MAX_DEPTH, MAX_TAGS
from hypothesis import given
from hypothesis import strategies as st

URL = "https://docs.choir.example/api/songs"


def page(body: str, head: str = "") -> Page:
    return read(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>", name="songs", url=URL)


def values(page: Page, path: str, attribute: Attribute, *, side: Side = Side.request, status: str = "") -> set[Value]:
    return {
        fact.value
        for fact in page.facts
        if (written_path(fact.path), fact.attribute, fact.side, fact.status) == (path, attribute, side, status)
    }


def fields(page: Page) -> set[str]:
    """The elements below `body`, `query`, `path` and `header`, of requests and responses."""
    return {written_path(fact.path) for fact in page.facts if len(fact.path) > 1}


MINTLIFY = """
<nav><div>GET</div><div>/navigation</div></nav>
<h1>Update a song</h1>
<div><div class="method">PATCH</div><div><div>/</div><div>songs</div><div>/</div><div>{songId}</div></div>
  <button>Try it</button></div>
<h4>Path Parameters</h4>
<div class="field"><div class="row"><a href="#songId"><span>&#8203;</span></a>
  <div data-component-part="field-name">songId</div>
  <div data-component-part="field-meta"><div><span>string</span></div><div>required</div></div></div>
  <div><p>Which song.</p></div></div>
<h4>Body</h4>
<div class="field"><div class="row"><div>title</div><div><span>string</span><span>required</span></div></div>
  <div><p>Between 1 and 80 characters.</p></div></div>
<div class="field"><div class="row"><div>voice</div><div><span>enum&lt;string&gt;</span></div></div>
  <div><div>Available options: <code>alto</code>, <code>bass</code></div></div></div>
<div class="field"><div class="row"><div>composer</div><div><span>object</span></div></div><div><p>Who.</p>
  <details><summary>Show child attributes</summary><div>
    <div class="field"><div class="row"><div><span>composer.</span><span>name</span></div><div><span>string</span>
      </div></div><div><p>Its name.</p></div></div>
    <div class="field"><div class="row"><div><span>composer.</span><span>born</span></div>
      <div><span>integer&lt;int32&gt;</span></div></div></div>
  </div></details></div></div>
<div class="field"><div class="row"><div>key</div><div><span>string | null</span><span>default:</span><span>C</span>
  </div></div></div>
<h4>Response</h4>
<div role="tablist"><button role="tab" id="t2">200</button><button role="tab" id="t4">404</button></div>
<div role="tabpanel" aria-labelledby="t2"><div class="field"><div class="row"><div>id</div>
  <div><span>string</span></div></div><div><p>Its id.</p></div></div></div>
<pre><code class="language-bash"><div>curl -X PATCH https://api.choir.example/v1/songs/s_1 \\</div><div
  >  -d '{"title": "Ode"}'</div></code></pre>
"""


class TestFields:
    def test_names_types_and_marks_in_elements_of_their_own_are_fields(self) -> None:
        read_page = page(MINTLIFY)
        assert read_page.format is Format.html
        assert read_page.operations == ("PATCH /songs/{songId}",)
        assert values(read_page, "path/songId", Attribute.required) == {True}
        assert values(read_page, "body/title", Attribute.type) == {"string"}
        assert values(read_page, "body/title", Attribute.required) == {True}
        assert values(read_page, "body/title", Attribute.max_length) == {80}
        assert values(read_page, "body/voice", Attribute.enum) == {"alto", "bass"}
        assert values(read_page, "body/key", Attribute.default) == {"C"}
        assert values(read_page, "body/key", Attribute.nullable) == {True}

    def test_fields_inside_of_a_field_are_below_it(self) -> None:
        read_page = page(MINTLIFY)
        assert values(read_page, "body/composer/name", Attribute.type) == {"string"}
        assert values(read_page, "body/composer/born", Attribute.format) == {"int32"}
        assert "body/name" not in fields(read_page)

    def test_a_panel_belongs_to_its_tab_and_each_tab_is_a_status(self) -> None:
        read_page = page(MINTLIFY)
        assert values(read_page, "body/id", Attribute.type, side=Side.response, status="200") == {"string"}
        assert values(read_page, "", Attribute.exists, side=Side.response, status="404") == {True}
        assert values(read_page, "body/id", Attribute.type, side=Side.response, status="404") == set()

    def test_a_sample_is_code_and_its_lines_may_be_elements(self) -> None:
        assert values(page(MINTLIFY), "", Attribute.server, side=Side.neither) == {"https://api.choir.example/v1"}
        assert SourceKind.sample in {fact.source for fact in page(MINTLIFY).facts if fact.path == ("body", "title")}

    def test_a_table_without_a_head_that_holds_tables_is_read_by_its_cells(self) -> None:
        read_page = page("""
<h2>Add a stall</h2><div><button><span>post</span><span>/stalls</span></button></div>
<h5>Request Body schema: <span>application/json</span></h5>
<table><tbody>
<tr><td title="name"><span></span><span>name</span><div>required</div></td>
  <td><div><div><span>string</span><span> [ 1 .. 40 ] characters </span></div><div><p>Its name.</p></div></div>
  </td></tr>
<tr><td><span>site</span></td><td><div><div><span>string</span><span> &lt;uri&gt; </span></div></div></td></tr>
<tr><td><button><span>place</span></button></td><td><div><div><span>object</span></div></div></td></tr>
<tr><td colspan="2"><div><table><tbody><tr><td><span>row</span></td><td><div><div><span>integer</span></div></div>
  </td></tr></tbody></table></div></td></tr>
</tbody></table>
<h3>Responses</h3><div><button><strong>201</strong><p>Created</p></button></div><div><button>422 Bad</button></div>
""")
        assert read_page.operations == ("POST /stalls",)
        assert values(read_page, "body/name", Attribute.required) == {True}
        assert values(read_page, "body/name", Attribute.max_length) == {40}
        assert values(read_page, "body/site", Attribute.format) == {"uri"}
        assert values(read_page, "body/place/row", Attribute.type) == {"integer"}
        assert {fact.status for fact in read_page.facts if fact.side is Side.response} == {"201", "422"}

    def test_lists_of_terms_are_fields_where_they_have_types(self) -> None:
        read_page = page("""
<h2>List loans</h2><p><span>GET</span> <code>/loans</code></p><h3>Query parameters</h3>
<dl><dt><code>limit</code> <em>integer</em></dt><dd>Maximum 50.</dd>
<dt>branch</dt><dd><p>string, optional</p><p>One of <code>north</code> or <code>south</code>.</p></dd></dl>
<h3>Words</h3><dl><dt>loan</dt><dd>What is lent.</dd></dl>
""")
        assert fields(read_page) == {"query/limit", "query/branch"}
        assert values(read_page, "query/limit", Attribute.maximum) == {50}
        assert values(read_page, "query/branch", Attribute.required) == {False}
        assert values(read_page, "query/branch", Attribute.enum) == {"north", "south"}

    def test_tables_and_lists_are_read_as_those_of_markdown(self) -> None:
        read_page = page("""
<main><h1>Loans</h1><h2>Lend a book</h2><p>POST /loans</p>
<h3>Body</h3><ul><li><code>book</code> (string, required): what is lent<ul><li><code>id</code> string</li></ul></li>
<li><p><code>days</code> (integer): at most 30</p></li></ul>
<h3>Response body</h3><table><tr><th>Field</th><th>Type</th><th>Description</th></tr>
<tr><td><a href="#l"><code>loans</code></a></td><td>array of objects</td><td>All | of them</td></tr>
<tr><td><code>loans[].due</code></td><td>string</td><td>ISO 8601</td></tr></table>
<h3>Errors</h3><table><tr><td>Status</td><td>Meaning</td></tr><tr><td>409</td><td>Lent</td></tr></table></main>
""")
        assert values(read_page, "body/book/id", Attribute.type) == {"string"}
        assert values(read_page, "body/days", Attribute.maximum) == {30}
        loans = {"body/loans", "body/loans/[]", "body/loans/[]/due"}
        assert loans <= fields(read_page)
        assert "409" in {fact.status for fact in read_page.facts}

    def test_a_paragraph_behind_the_last_field_is_not_of_that_field(self) -> None:
        read_page = page("""<h2>Add</h2><p>POST /songs</p><h3>Body</h3>
<div><div class="field"><div class="row"><div>title</div><span>string</span></div><div><p>Its title.</p></div></div>
</div>
<p>At most 5 characters.</p>""")
        assert values(read_page, "body/title", Attribute.max_length) == set()

    def test_sentences_are_no_fields(self) -> None:
        read_page = page(
            "<p>POST /songs</p><h3>Body</h3><p>The <b>title</b> is a string.</p><p><i>title</i> required reading</p>"
        )
        assert fields(read_page) == set()


class TestExamples:
    @pytest.mark.parametrize(
        "code", ["<pre>{0}</pre>", '<pre class="highlight json"><code>{0}</code></pre>', "<code>{0}</code>"]
    )
    def test_examples_of_messages_are_read(self, code: str) -> None:
        text = json.dumps({"id": "s_1", "voice": None}, indent=2)
        read_page = page(f"<p>GET /songs</p><h3>Response</h3>{code.format(text)}")
        assert {"body/id", "body/voice"} <= fields(read_page)

    def test_a_document_inside_of_the_page_is_read_as_one(self) -> None:
        document = {
            "openapi": "3.1.0",
            "info": {"title": "Choir", "version": "1"},
            "paths": {"/songs": {"get": {"responses": {"200": {"description": "ok"}}}}},
        }
        read_page = page(f'<div id="app"></div><script type="application/json">{json.dumps(document)}</script>')
        assert "GET /songs" in read_page.operations
        assert SourceKind.embedded in {fact.source for fact in read_page.facts}


class TestUnseen:
    @pytest.mark.parametrize(
        "wrap",
        [
            "<nav>{0}</nav>",
            "<footer>{0}</footer>",
            "<div hidden>{0}</div>",
            '<div aria-hidden="true">{0}</div>',
            '<div style="color: red; display : none">{0}</div>',
            "<template>{0}</template>",
            "<noscript>{0}</noscript>",
            "<script>document.write(`{0}`)</script>",
            "<!-- {0} -->",
            '<div role="navigation">{0}</div>',
        ],
    )
    def test_what_a_reader_does_not_see_is_not_read(self, wrap: str) -> None:
        secret = "<h2>Secret</h2><p>DELETE /secrets</p><h3>Body</h3><ul><li><code>key</code> (string)</li></ul>"
        assert page(f"<main><h1>Songs</h1>{wrap.format(secret)}</main>").facts == ()

    def test_facts_have_no_lines_for_html_is_not_written_in_lines(self) -> None:
        assert {fact.line for fact in page(MINTLIFY).facts} == {0}


class TestLinks:
    def test_markdown_documents_and_indexes_are_links_and_menus_are_not(self) -> None:
        read_page = page(
            '<nav><a href="/other">Other</a></nav><a href="/v1/openapi.yaml">OpenAPI</a><a href="/more">More</a>'
            '<redoc spec-url="spec.json"></redoc>',
            '<link rel="alternate" type="text/markdown" href="songs.md"><link rel="stylesheet" href="/x.css">'
            '<link rel="service-desc" href="/api.json"><link rel="help" href="/llms.txt">',
        )
        assert {(link.rel, link.url) for link in read_page.links} == {
            ("page", "https://docs.choir.example/api/songs.md"),
            ("openapi", "https://docs.choir.example/api.json"),
            ("openapi", "https://docs.choir.example/api/spec.json"),
            ("openapi", "https://docs.choir.example/v1/openapi.yaml"),
            ("index", "https://docs.choir.example/llms.txt"),
        }
        assert {fact.value for fact in read_page.facts if fact.attribute is Attribute.published} == {
            link.url for link in read_page.links if link.rel == "openapi"
        }

    def test_the_base_of_a_page_counts(self) -> None:
        read_page = page('<a href="openapi.json">x</a>', '<base href="/v2/">')
        assert [link.url for link in read_page.links] == ["https://docs.choir.example/v2/openapi.json"]


class TestHostile:
    @pytest.mark.parametrize(
        ("text", "word"),
        [
            ("<div>" * 500_000, f"{MAX_DEPTH} elements inside"),
            ("<b><i></u>" * 10_000, f"{MAX_DEPTH} elements inside"),
            ("<a " + " ".join(f"a{number}=1" for number in range(100_000)) + ">", f"{MAX_ATTRIBUTES} attributes"),
            ("<a " + "a=''" * 100_000 + ">", f"{MAX_ATTRIBUTES} attributes"),
            ("<p>" * (MAX_TAGS + 1), f"{MAX_TAGS} elements"),
            ("x" * (MAX_CHARACTERS + 1), f"{MAX_CHARACTERS} characters"),
        ],
    )
    def test_a_page_that_would_take_hours_is_refused_at_once(self, text: str, word: str) -> None:
        with pytest.raises(SpecError, match=word):
            read(text, name="songs")

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "\0",
            "<" * 100_000,
            "<!--" * 100_000,
            "<div>" * 1_500 + "POST /x",
            "<ul><li>a" * 900,
            '<p role="heading" aria-level="\u00b2">Body</p>',
            "<table><tr><td>id" * 900,
            "<details><summary>id string</summary>" * 400,
            "<span>" * 1_500 + "<p>GET",
            "<pre>" + "[" * 50_000,
            "<script>" + "<div>" * 50_000 + "</SCRIPT>",
            "<script></script>" * 3_000 + "<style></style>" * 3_000,
            '<i role="tab" id="a">200</i><p role="tabpanel" aria-labelledby="a">' * 300,
        ],
    )
    def test_a_page_that_is_no_page_is_read_for_what_there_is(self, text: str) -> None:
        assert read(text, name="songs").format is Format.html

    @given(
        st.lists(
            st.sampled_from(
                """
                <div> </div> <p> <table> <tr> <td> </table> <th> <dl> <dt> <dd> <li> <ul> </ul> <code> </code> <pre>
                </pre> <details> <summary> <button> <h2> </h2> <a/href=/x> <b> <svg> <math> <template> <select>
                <!-- --> <script> </script> id string required 200 404 GET /x {"a":1} default: | ` * # <td/hidden>
                <p/role=tabpanel/aria-labelledby=a> <b/role=tab/id=a> <form> <body> <html> <base/href=//[> &nbsp;
                <th> Name Type
                """.split()
            ),
            max_size=60,
        )
    )
    def test_any_tags_are_a_page(self, tokens: list[str]) -> None:
        read_page = read(" ".join(tokens), name="songs", url=URL)
        assert all(isinstance(fact, Fact) for fact in read_page.facts)
        assert list(read_page.facts) == list(read(" ".join(tokens), name="songs", url=URL).facts)
