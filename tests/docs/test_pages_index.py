"""Laws of indexes: each page that an llms.txt names is a link, once, and nothing that could not be fetched is one."""

from __future__ import annotations

import pytest
from handbill_generator.docs.model import MAX_TOKEN, Format
from handbill_generator.docs.pages.index import MAX_LINKS, link_to, read
from hypothesis import given
from hypothesis import strategies as st

URL = "https://docs.choir.example/llms.txt"


def test_links_are_read_with_titles_and_lines_and_are_made_absolute() -> None:
    text = """# Choir

> What a choir does.

## Docs
- [Add a `song`](/api/add-song.md): adds one
- [Voices](voices#alto "Voices")
See https://docs.choir.example/api/openapi.yaml, or <https://docs.choir.example/llms-full.txt>.
- [Add again](https://docs.choir.example/api/add-song.md)
"""
    page = read(text, name="index", url=URL)
    assert (page.name, page.format, page.facts) == ("index", Format.index, ())
    assert [(link.rel, link.url, link.title, link.line) for link in page.links] == [
        ("page", "https://docs.choir.example/api/add-song.md", "Add a song", 6),
        ("page", "https://docs.choir.example/voices", "Voices", 7),
        ("openapi", "https://docs.choir.example/api/openapi.yaml", "", 8),
        ("index", "https://docs.choir.example/llms-full.txt", "", 8),
    ]


def test_a_relative_link_without_an_address_to_see_it_from_is_left_out() -> None:
    assert [link.url for link in read("- [A](/a)\n- [B](https://b.example/b)", name="i").links] == [
        "https://b.example/b"
    ]


def test_an_index_does_not_name_itself() -> None:
    assert read(f"- [This]({URL})", name="i", url=URL).links == ()


def test_links_are_bounded_and_so_are_titles() -> None:
    text = "\n".join(f"- [{'t' * 900}](/page-{number})" for number in range(MAX_LINKS + 50))
    links = read(text, name="i", url=URL).links
    assert len(links) == MAX_LINKS
    assert len(links[0].title) == MAX_TOKEN


@pytest.mark.parametrize(
    "address",
    [
        "mailto:a@b.example",
        "javascript:alert(1)",
        "https://u:p@docs.choir.example/a",
        "file:///etc/passwd",
        "https://[::1",
        "https://x.example/" + "a" * 3000,
        "https://x.example/a\u202eb",
    ],
)
def test_what_could_not_be_fetched_is_no_link(address: str) -> None:
    assert link_to(address, base=URL) is None


@pytest.mark.parametrize(
    ("address", "rel"),
    [
        ("/openapi.json", "openapi"),
        ("/v1/swagger.yaml?x=1", "openapi"),
        ("/openapi/choir.yml", "openapi"),
        ("/openapi", "page"),
        ("/data.json", "page"),
        ("/docs/llms.txt", "index"),
    ],
)
def test_the_name_says_what_a_link_is(address: str, rel: str) -> None:
    link = link_to(address, base=URL)
    assert link
    assert link.rel == rel


@given(st.text(alphabet=st.sampled_from("[]()<>`*_\\ahttps://.\n -#\0\u2028"), max_size=200))
def test_any_text_is_an_index(text: str) -> None:
    for link in read(text, name="i", url=URL).links:
        assert link.url.startswith(("http://", "https://"))
        assert 1 <= link.line <= text.count("\n") + 1
