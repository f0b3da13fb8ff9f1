"""Laws of discovery: the best form of a page is found on its own site, and an llms.txt names the pages of a site."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from handbill_generator.diagnostics import ConfigError
from handbill_generator.docs.fetching import Failure, Fetched, FetchSettings, Wanted
from handbill_generator.docs.fetching.discovery import discover, preferred
from handbill_generator.docs.model import Link

from tests.docs.site import Reply, Site, free_port, page, running

QUICK = FetchSettings(connect=2, read=2, total=5, max_bytes=200_000, pause=0.01)
MARKDOWN = "# Songs\n\n`GET /songs`\n"
DOCUMENT = json.dumps({"openapi": "3.1.0", "info": {"title": "Choir", "version": "1"}, "paths": {}})


@pytest.fixture
def site() -> Iterator[Site]:
    with running() as started:
        yield started


def html(head: str = "", body: str = "<h1>Songs</h1>") -> Reply:
    return page(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>")


def fetch(url: str) -> Fetched | Failure:
    (answer,) = preferred([Wanted(name="songs", url=url)], settings=QUICK, progress=lambda line: None)
    assert answer.name == "songs"
    return answer


def found(url: str) -> tuple[Link, ...]:
    return discover(url, settings=QUICK, progress=lambda line: None)


class TestPreferred:
    def test_the_markdown_twin_is_taken_before_the_html(self, site: Site) -> None:
        site.paths |= {"/songs": html(), "/songs.md": page(MARKDOWN, "text/markdown", ETag='"2"')}
        answer = fetch(site.url("/songs"))
        assert isinstance(answer, Fetched)
        assert (answer.url, answer.text, answer.etag) == (site.url("/songs.md"), MARKDOWN, '"2"')

    def test_the_markdown_that_the_page_names_is_taken(self, site: Site) -> None:
        link = '<link rel="alternate" type="text/markdown" href="/plain/songs.txt">'
        site.paths |= {"/songs": html(link), "/plain/songs.txt": page(MARKDOWN, "text/plain")}
        assert fetch(site.url("/songs")).url == site.url("/plain/songs.txt")

    def test_a_published_document_is_taken_before_all(self, site: Site) -> None:
        site.paths |= {
            "/songs": html(body='<a href="openapi.json">OpenAPI</a>'),
            "/songs.md": page(MARKDOWN, "text/markdown"),
            "/openapi.json": page(DOCUMENT, "application/json"),
        }
        answer = fetch(site.url("/songs"))
        assert isinstance(answer, Fetched)
        assert answer.text == DOCUMENT

    def test_what_is_not_what_it_should_be_is_not_taken(self, site: Site) -> None:
        site.paths |= {
            "/songs": html(body='<a href="openapi.json">OpenAPI</a>'),
            "/songs.md": html(body="<h1>Not found</h1>"),
            "/openapi.json": Reply(status=500),
        }
        assert fetch(site.url("/songs")).url == site.url("/songs")

    def test_a_document_of_another_site_is_not_asked_for(self, site: Site) -> None:
        site.paths["/songs"] = html(body='<a href="http://other.example/openapi.json">OpenAPI</a>')
        assert fetch(site.url("/songs")).url == site.url("/songs")
        assert site.asked == ["/songs", "/songs.md"]

    def test_markdown_that_comes_at_once_needs_no_second_request(self, site: Site) -> None:
        site.paths["/songs"] = page(MARKDOWN, "text/markdown")
        assert fetch(site.url("/songs")).url == site.url("/songs")
        assert site.asked == ["/songs"]

    def test_a_failure_and_an_unchanged_page_stay_what_they_are(self, site: Site) -> None:
        site.paths["/same"] = Reply(status=304)
        wanted = [Wanted(name="a", url=site.url("/gone")), Wanted(name="b", url=site.url("/same"), etag='"1"')]
        gone, same = preferred(wanted, settings=QUICK, progress=lambda line: None)
        assert isinstance(gone, Failure)
        assert isinstance(same, Fetched)
        assert same.is_unchanged
        assert site.asked == ["/gone", "/same"]


class TestDiscover:
    def test_the_list_of_the_section_goes_before_that_of_the_site(self, site: Site) -> None:
        site.paths |= {
            "/api/llms.txt": page("- [Songs](/api/songs.md)", "text/plain"),
            "/llms.txt": page("- [News](/news)", "text/plain"),
        }
        assert [link.url for link in found(site.url("/api/songs"))] == [site.url("/api/songs.md")]
        assert [link.url for link in found(site.url("/blog/x"))] == [site.url("/news")]

    def test_the_full_texts_are_asked_for_when_there_is_no_list(self, site: Site) -> None:
        site.paths["/llms-full.txt"] = page("# Songs\nSource: http://127.0.0.1/never\n[Songs](songs)", "text/plain")
        assert [link.url for link in found(site.url("/"))] == [site.url("/songs")]

    def test_links_to_other_sites_are_left_out(self, site: Site) -> None:
        site.paths["/llms.txt"] = page("- [A](/a)\n- [B](https://other.example/b)\n- [C](http://u:p@127.0.0.1/c)")
        assert [link.title for link in found(site.url("/"))] == ["A"]

    def test_a_page_in_its_place_is_no_list(self, site: Site) -> None:
        site.paths["/llms.txt"] = html(body='<a href="/a">A</a>')
        assert found(site.url("/")) == ()

    def test_a_site_that_cannot_be_asked_is_an_error_in_words(self, site: Site) -> None:
        with pytest.raises(ConfigError, match=r"connection failed.*; look at"):
            found(f"http://127.0.0.1:{free_port()}/")
        with pytest.raises(ConfigError, match="only http and https"):
            found("docs/api")
        site.paths["/robots.txt"] = page("User-agent: *\nDisallow: /")
        with pytest.raises(ConfigError, match=r"robots\.txt asks"):
            found(site.url("/"))
