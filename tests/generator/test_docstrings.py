"""Laws of docstrings: they say what the document says, readable where people read it, and nothing that it does not."""

from __future__ import annotations

import re
import textwrap

import pytest
from handbill_generator.render.markup import readable
from handbill_generator.text import Text, docstring
from hypothesis import given
from hypothesis import strategies as st

from .documents import JSON, call, document, render


def said(method: str = "find", **operation: JSON) -> str:
    """Give the docstring of a method of `things` as it is emitted, its margin taken away."""
    found = {"get": {**call(), "operationId": method, **operation}}
    source = render(document(paths={"/things/{key}": found}))["resources/things.py"]
    (text, *_) = re.findall(rf'def {method}\([^"]*"""(.*?)"""', source, re.DOTALL)
    first, _, rest = text.partition("\n")
    return f"{first}\n{textwrap.dedent(rest)}".strip()


def key(**parameter: JSON) -> JSON:
    return {"name": "key", "in": "path", "required": True, "schema": {"type": "string"}, **parameter}


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p>Finds a thing.</p>\n\n<p>It is <b>quick</b>.</p>", "Finds a thing.\n\nIt is **quick**."),
        ('See <a href="/docs#find">the docs</a>.', "See [the docs](/docs#find)."),
        ("<a name='x'>Here</a>", "Here"),
        ("One of:<ul><li>a</li>\n<li><code>b</code></li></ul>Or none.", "One of:\n\n- a\n\n- `b`\n\nOr none."),
        ("One<br/>two<br>three", "One\ntwo\nthree"),
        ("<strong style={{ color: 1 }}>Note: </strong><em>x</em>", "**Note:** *x*"),
        ("<table>\n<tr>\n <th>A</th>\n  <td>B</td></tr><tr><td>C</td></table>", "| A | B\n | C"),
        ("[![Run it](https://a.test/b.svg)](https://a.test)", "[Run it](https://a.test)"),
        ("2&nbsp;&lt; 3 &amp; &copy=1", "2\xa0< 3 & &copy=1"),
    ],
)
def test_html_becomes_markdown(html: str, markdown: str) -> None:
    """Tags that lay out a text are written as Markdown writes them."""
    assert readable(html) == markdown


@pytest.mark.parametrize(
    "text",
    [
        "`<b>` is bold",
        "tg://user?id=<user_id>",
        "a < b > c",
        "Your Name <me@example.test>",
        "<aside>x</aside>",
        "a & b",
    ],
)
def test_what_is_no_layout_stays(text: str) -> None:
    """Code, placeholders, comparisons and addresses are no HTML."""
    assert readable(text) == text


@given(st.text(st.sampled_from("<>/ab `&;=\"'\n hrefp")))
def test_a_text_without_html_is_its_own_reading(text: str) -> None:
    """Only a tag or an entity changes anything, and there is a reading of any text."""
    found = readable(text)
    assert found == text or re.search("<[/a-z]|&", text)


def test_only_what_is_described_is_listed() -> None:
    """An argument without a word of description is in the signature, and the docstring does not repeat its name."""
    assert "Args" not in said(parameters=[key()], summary="Find")
    assert "Args:\n    key: Which." in said(parameters=[key(description="Which.")], summary="Find")


def test_a_docstring_opens_with_what_there_is() -> None:
    """A method is told by its summary, else by its description, else by its request."""
    assert said(summary="Find", description="All of it.").startswith("Find.\n\nAll of it.")
    assert said(description="All of it. And more.").startswith("All of it. And more.")
    assert said().startswith("GET /things/{key}.")


def test_the_async_twin_opens_with_one_sentence() -> None:
    """Where there is no summary, the first sentence of the description tells the twin apart."""
    find = {"get": {**call(), "operationId": "find", "description": "<p>All of it. And more.</p>"}}
    source = render(document(paths={"/things": find}))["resources/things.py"]
    assert '"""All of it.\n\n        Arguments, result and errors are those of `Things.find`.' in source


def test_a_list_in_a_description_stays_a_list() -> None:
    """The items of a list stand on lines of their own below the argument."""
    listed = "Which one.\n\nOne of:\n* a, that is the first\n  of all\n* b\n\nNo other."
    assert said(parameters=[key(description=listed)], summary="Find").split("\n\n")[1] == (
        "Args:\n    key: Which one. One of:\n        * a, that is the first of all\n        * b\n        No other."
    )


def test_what_overflows_goes_on_in_the_next_line() -> None:
    """A paragraph that was broken at a greater width does not come out in long and short lines by turns."""
    text = "aaaa bbbb cccc dddd\neeee ffff gggg\n\nhhhh"
    assert docstring(Text(text), width=15) == "aaaa bbbb cccc\ndddd eeee ffff\ngggg\n\nhhhh"


@pytest.mark.parametrize("opening", ["- e", "* e", "1. e", "| e |", "# e", "Args:", "e: f", "```", "> e", "These are:"])
def test_what_begins_a_line_keeps_it(opening: str) -> None:
    """Items, rows, headings and entries are not drawn into the line before."""
    assert docstring(Text(f"aaaa bbbb cccc dddd\n{opening}"), width=15).split("\n")[-1] == opening


def test_an_item_goes_on_below_its_own_text() -> None:
    """What does not fit into the line of an item stands below its words, and not below its mark."""
    assert docstring(Text("- aaaa bbbb cccc\n- dddd"), width=11) == "- aaaa bbbb\n  cccc\n- dddd"
