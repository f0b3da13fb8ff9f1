"""Laws of the comment on a pull request, read by a real reader of Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from handbill_generator.changes.output import Context, render
from handbill_generator.reporting.marking import code, prose
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.changes import sample_report as reports

LINKS = "https://code.example/shop/blob/bbbb/{file}#L{line}"
OURS = re.compile(r"<!-- handbill-diff -->\n?|</?details>|<summary>[^<]*</summary>|<br>|</?span>|</?code>|\s+")


def _tokens(text: str) -> Iterator[Token]:
    for token in MarkdownIt("commonmark").enable("table").enable("strikethrough").parse(text):
        yield token
        yield from token.children or ()


def test_the_first_line_marks_the_comment() -> None:
    """A comment begins with the mark by which it is found again; another mark makes it another comment."""
    assert render(reports.sample(), "markdown").startswith("<!-- handbill-diff -->\n")
    other = render(reports.sample(), "markdown", context=Context(marker="contracts-of-loops"))
    assert other.startswith("<!-- contracts-of-loops -->\n")


def test_the_verdict_and_what_breaks_are_in_sight() -> None:
    """Above what is folded stand the outcome, the bumps, and a row for each breaking change with a link to its line."""
    context = Context(folder=Path("/srv/shop"), new_lines=LINKS)
    sight = render(reports.sample(), "markdown", context=context).split("<details>", maxsplit=1)[0]
    assert "Fails: 4 changes are breaking at level import" in sight
    assert "⚠️ major (patch given)" in sight
    assert "https://code.example/shop/blob/bbbb/specs/loops/openapi.yaml#L418" in sight
    rows = [token for token in _tokens(sight) if token.type == "tr_open"]
    assert len(rows) == (1 + 3) + (1 + 4)


def test_an_empty_report_is_short() -> None:
    """Where nothing changed, there is nothing to unfold."""
    written = render(reports.empty(), "markdown")
    assert "<details>" not in written
    assert "✅" in written


def test_text_of_documents_is_only_text() -> None:
    """Hostile text makes no element, link, picture, emphasis or row; cells are as many as the head has."""
    written = render(reports.hostile(), "markdown", witness=True, context=Context(new_lines=LINKS))
    tokens = list(_tokens(written))
    for token in tokens:
        if token.type in ("html_block", "html_inline"):
            assert OURS.sub("", token.content) == "", token.content
        if token.type == "link_open":
            assert str(token.attrs["href"]).startswith("https://code.example/shop/blob/bbbb/")
    assert not {"image", "em_open", "s_open"} & {token.type for token in tokens}
    assert sum(token.type == "html_block" and "<details>" in token.content for token in tokens) == 2
    body = written.split("<details>", maxsplit=1)[0]
    rows = [token.type for token in _tokens(body) if token.type in ("tr_open", "th_open", "td_open")]
    assert rows.count("td_open") == rows.count("th_open") == 8


@pytest.mark.parametrize(
    "text",
    [
        "@octocat",
        "mail bob@shop.example",
        "https://evil.invalid",
        "www.evil.invalid",
        "see #12",
        "GH-12",
        "!7 and ~bug",
    ],
)
def test_nothing_is_mentioned_or_linked(text: str) -> None:
    """What the hosts of code would link, or send somebody a message for, has a space without width in it."""
    assert re.search(r"(?:[@#!~:]|www|GH)&#8203;", prose(text))


@pytest.mark.parametrize("text", ["a|b", r"a\|b", "`", "``a`", " ", "", "^[a-z]+(?:|x)$", "<b>|</b>"])
def test_code_is_shown_as_it_is_in_a_table_too(text: str) -> None:
    """A span of code reads as what it was made of, and a bar in it cuts no cell."""
    table = f"| a | b |\n| --- | --- |\n| {code(text)} | end |"
    cells = [token.content for token in _tokens(table) if token.type == "inline"]
    assert len(cells) == 4
    assert cells[3] == "end"


@pytest.mark.parametrize("text", ["a|b", r"a\|b", "*a*", "_a_", "<b>", "&amp;", "[a](b)", "$x$", "~~a~~", "`a`"])
def test_prose_reads_as_it_was(text: str) -> None:
    """What is shown of prose, in a table too, are its characters."""
    table = f"| a | b |\n| --- | --- |\n| {prose(text)} | end |"
    cell = [token for token in _tokens(table) if token.type == "inline"][2]
    shown = "".join(token.content for token in cell.children or () if token.type in ("text", "text_special"))
    assert shown.replace("\u200b", "") == text


def test_a_long_report_fits_a_comment_and_says_what_is_left_out() -> None:
    """Of 3,000 changes the worst are there, and each section counts those it has no room for."""
    written = render(reports.many(3000), "markdown")
    assert len(written) <= 65_000
    assert written.count("more are left out, as a comment has no room for them.") == 4
    assert written.count("<details>") == written.count("</details>") == 3
