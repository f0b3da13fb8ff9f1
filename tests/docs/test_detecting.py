"""Laws of detection: a page is known by what is in it, whatever it is called."""

from __future__ import annotations

from pathlib import Path

import pytest
from handbill_generator.docs.model import Format
from handbill_generator.docs.pages.detecting import format_of
from hypothesis import given
from hypothesis import strategies as st

from tests.docs import pages_choir

SEEDS = Path(__file__).parents[2] / "../shared/seeds"
FORMATS = {"000": Format.text, "001": Format.text, "002": Format.prose, "003": Format.mintlify, "004": Format.reference}

TEXT = "\n".join(
    f"{name}\n{type}\nrequired\nWhat it is.\n"
    for name, type in [("day", "string"), ("hall", "object"), ("n", "integer")]
)
PAGES = {
    "openapi yaml": ("openapi: 3.1.0\ninfo:\n  title: Choir\n", Format.openapi),
    "openapi after other members": ("# Choir\ninfo:\n  title: Choir\nopenapi: '3.0.3'\n", Format.openapi),
    "openapi json": ('{\n  "openapi": "3.1.0", "paths": {}}\n', Format.openapi),
    "swagger": ('swagger: "2.0"\n', Format.openapi),
    "html": ("\n<!DOCTYPE html>\n<html><body># no heading</body></html>", Format.html),
    "mintlify": (pages_choir.MINTLIFY, Format.mintlify),
    "mintlify front matter": ('---\ntitle: "Sing"\nopenapi: "POST /songs"\n---\n\nWords.\n', Format.mintlify),
    "gitbook": (pages_choir.GITBOOK, Format.gitbook),
    "gitbook about OpenAPI": ('{% hint style="info" %}\nopenapi: 3.1.0\n{% endhint %}\n', Format.gitbook),
    "gitbook export": (pages_choir.GITBOOK_EXPORT, Format.markdown),
    "tables": (pages_choir.TABLES, Format.markdown),
    "index": (
        "# Choir\n\n> Songs.\n\n## Docs\n\n- [A](https://x.example/a.md): one\n- [B](b.md)\n- [C](c.md)\n",
        Format.index,
    ),
    "tag in code only": ("# How to write\n\n```mdx\n<ParamField body='x' />\n```\n", Format.markdown),
    "text": (f"Sing\nPOST\n/songs\n{TEXT}", Format.text),
    "reference": (
        "Sing\nSings a song.\ncurl -X POST https://api.choir.example/songs -d '{}'\nResponses\n200\n",
        Format.reference,
    ),
    "prose": ("Sing\nIt allows to sing. Send a song.\n", Format.prose),
    "nothing": ("", Format.prose),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_known_by_what_is_in_it(name: str) -> None:
    """The format follows from the text alone."""
    text, format = PAGES[name]
    assert format_of(text) is format


@pytest.mark.parametrize("content_type", ["text/html; charset=utf-8", "text/plain", "application/json", ""])
def test_a_content_type_is_not_believed_against_the_text(content_type: str) -> None:
    """Servers call Markdown HTML and the other way round."""
    assert format_of(pages_choir.MINTLIFY, content_type=content_type) is Format.mintlify


def test_html_without_a_head_is_known_by_its_content_type() -> None:
    """A fragment that begins with an element is HTML where a server says so."""
    assert format_of("<div><p>Sing</p></div>", content_type="text/html") is Format.html


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seeds are not here")
@pytest.mark.parametrize("seed", FORMATS)
def test_the_seeds_are_what_they_are(seed: str) -> None:
    """The five pages that the project began with come out as text, text, prose, mintlify and reference."""
    (page,) = SEEDS.glob(f"{seed}_*")
    assert format_of(page.read_text(encoding="utf-8")) is FORMATS[seed]


@given(st.text(), st.sampled_from(["", "text/html", "application/json"]))
def test_any_text_has_a_format(text: str, content_type: str) -> None:
    """Detection never fails, and says the same of the same text, with any line ends."""
    format = format_of(text, content_type=content_type)
    assert format is format_of(text, content_type=content_type)
    if "\r" not in text:
        assert format_of(text.replace("\n", "\r\n"), content_type=content_type) is format
