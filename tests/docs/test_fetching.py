"""Laws of fetching: a page is text or a failure in words, within limits, and no site is asked for what it forbids."""

from __future__ import annotations

import asyncio
import gzip
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import httpx2
import pytest
from handbill_generator import __version__
from handbill_generator.diagnostics import one_line
from handbill_generator.docs.fetching import Failure, Fetched, FetchSettings, Wanted, fetched
from handbill_generator.docs.fetching.addresses import address, check_network, is_same_site, redirected
from handbill_generator.docs.fetching.answers import Unfetched
from handbill_generator.docs.fetching.decoding import decoded
from hypothesis import given
from hypothesis import strategies as st

from tests.docs.site import Reply, Site, dripping_head, free_port, in_turn, page, redirect, running

QUICK = FetchSettings(connect=2, read=0.3, total=2, max_bytes=200_000, pause=0.01, longest_wait=0.5, longest_delay=0.1)


@pytest.fixture
def site() -> Iterator[Site]:
    with running() as started:
        yield started


def fetch(url: str, settings: FetchSettings = QUICK, etag: str = "", last_modified: str = "") -> Fetched | Failure:
    wanted = Wanted(name="choir", url=url, etag=etag, last_modified=last_modified)
    (answer,) = fetched([wanted], settings=settings, progress=lambda line: None)
    return answer


def text_of(answer: Fetched | Failure) -> str:
    assert isinstance(answer, Fetched), answer
    return answer.text


def failure_of(answer: Fetched | Failure) -> str:
    """The message of a failure, which names nothing but what is wrong, on one line."""
    assert isinstance(answer, Failure), answer
    assert answer.name == "choir"
    assert answer.url
    assert answer.hint
    assert one_line(answer.message) == answer.message
    return answer.message


def test_a_page_is_its_text_and_what_a_later_request_can_ask_with(site: Site) -> None:
    site.paths["/songs"] = page("# Sing — ", "text/markdown", ETag='"1"', **{"Last-Modified": "then"})
    assert fetch(site.url("/songs#verse")) == Fetched(
        name="choir",
        url=site.url("/songs"),
        text="# Sing — ",
        content_type="text/markdown",
        etag='"1"',
        last_modified="then",
    )


def test_requests_say_who_asks_and_that_markdown_is_preferred(site: Site) -> None:
    site.paths["/songs"] = page("x")
    fetch(site.url("/songs"))
    robots, songs = site.requests
    assert robots.path == "/robots.txt"
    assert songs.headers["User-Agent"] == f"handbill/{__version__} (+docs check)"
    assert songs.headers["Accept"].startswith("text/markdown, ")


def test_answers_come_in_the_order_of_the_requests_and_a_site_is_asked_for_one_thing_at_a_time(site: Site) -> None:
    running_now: list[str] = []
    at_once: list[int] = []

    def slowly(path: str) -> Reply:
        running_now.append(path)
        at_once.append(len(running_now))
        time.sleep(0.03)
        running_now.remove(path)
        return page(path)

    names = [f"/{number}" for number in range(4)]
    for name in names:
        site.paths[name] = lambda request: slowly(request.path)
    wanted = [Wanted(name=name, url=site.url(name)) for name in names]
    answers = fetched(wanted, settings=QUICK, progress=lambda line: None)
    assert [text_of(answer) for answer in answers] == names
    assert max(at_once) == 1
    assert len(site.requests) == len(names) + 1


def test_progress_is_told_each_address(site: Site) -> None:
    told: list[str] = []
    fetched([Wanted(name="a", url=site.url("/a"))], settings=QUICK, progress=told.append)
    assert told == [f"fetching {site.url('/a')}"]


class TestUnchanged:
    def test_what_the_server_calls_unchanged_has_no_text_and_keeps_its_tags(self, site: Site) -> None:
        site.paths["/songs"] = Reply(status=304)
        answer = fetch(site.url("/songs"), etag='W/"7"', last_modified="Fri, 27 Nov 2026 04:00:00 GMT")
        assert isinstance(answer, Fetched)
        assert (answer.is_unchanged, answer.text, answer.etag) == (True, "", 'W/"7"')
        sent = site.requests[-1].headers
        assert sent["If-None-Match"] == 'W/"7"'
        assert sent["If-Modified-Since"] == answer.last_modified == "Fri, 27 Nov 2026 04:00:00 GMT"

    def test_unchanged_without_a_condition_is_a_failure(self, site: Site) -> None:
        site.paths["/songs"] = Reply(status=304)
        assert "304" in failure_of(fetch(site.url("/songs")))

    def test_a_tag_that_cannot_stand_in_a_header_is_not_sent(self, site: Site) -> None:
        site.paths["/songs"] = page("x")
        fetch(site.url("/songs"), etag='"a"\r\nX-Forged: 1', last_modified="ü")
        assert not {"If-None-Match", "If-Modified-Since", "X-Forged"} & site.requests[-1].headers.keys()


class TestRedirects:
    def test_redirects_are_followed_and_the_last_address_is_given(self, site: Site) -> None:
        site.paths |= {"/a": redirect("/b", 301), "/b": redirect("c?x=1", 308), "/c?x=1": page("here")}
        answer = fetch(site.url("/a"))
        assert text_of(answer) == "here"
        assert answer.url == site.url("/c?x=1")

    def test_a_loop_ends(self, site: Site) -> None:
        site.paths |= {"/a": redirect("/b"), "/b": redirect("/a")}
        assert "more than 5 times" in failure_of(fetch(site.url("/a")))
        assert len(site.asked) == 6

    @pytest.mark.parametrize(
        ("location", "word"),
        [
            ("http://other.example/x", "another site: http://other.example/x"),
            ("http://localhost:1/x", "another site"),
            ("//other.example", "another site"),
            ("file:///etc/passwd", "only http and https"),
            ("javascript:alert(1)", "only http and https"),
            ("http://u:p@127.0.0.1/x", "password"),
            ("http://[::1", "no address"),
            ("", "to nowhere"),
        ],
    )
    def test_a_redirect_elsewhere_is_a_failure_that_says_where(self, site: Site, location: str, word: str) -> None:
        site.paths["/a"] = redirect(location)
        assert word in failure_of(fetch(site.url("/a")))
        assert site.asked == ["/a"]

    def test_nothing_leads_from_https_to_http(self) -> None:
        first = address("https://shop.example/a")
        with pytest.raises(Unfetched, match="from https to http"):
            redirected(first, first, "http://shop.example/a")
        assert str(redirected(address("http://shop.example/a"), first, "/b")) == "https://shop.example/b"

    @pytest.mark.parametrize(
        "private",
        [
            "127.0.0.1",
            "10.0.0.8",
            "169.254.169.254",
            "0.0.0.0",  # noqa: S104
            "2130706433",
            "[::1]",
            "[::ffff:10.0.0.1]",
            "[fe80::1]",
        ],
    )
    def test_the_public_web_does_not_lead_into_a_private_network(self, private: str) -> None:
        inside, outside = httpx2.URL(f"http://{private}/"), httpx2.URL("http://93.184.216.34/")
        with pytest.raises(Unfetched, match="private network"):
            asyncio.run(check_network(outside, inside))
        asyncio.run(check_network(inside, httpx2.URL("http://127.0.0.1/")))
        asyncio.run(check_network(inside, outside))

    @pytest.mark.parametrize(
        ("first", "other", "is_same"),
        [
            ("https://shop.example/a", "https://shop.example/b", True),
            ("http://shop.example", "https://shop.example", True),
            ("https://shop.example", "https://docs.shop.example", True),
            ("https://docs.shop.example", "https://www.shop.example", True),
            ("https://docs.shop.example", "https://SHOP.example", True),
            ("https://docs.shop.example", "https://api.shop.example", False),
            ("https://shop.example", "https://shop.example:8443", False),
            ("https://shop.example", "https://shop.example.evil.example", False),
            ("https://docs.example", "https://www.example", False),
        ],
    )
    def test_a_site_is_a_host_with_its_www_and_docs(self, first: str, other: str, is_same: bool) -> None:
        assert is_same_site(httpx2.URL(first), httpx2.URL(other)) is is_same


class TestRetries:
    def test_a_busy_server_is_asked_again_after_the_time_it_names(self, site: Site) -> None:
        soon = format_datetime(datetime.now(UTC) - timedelta(seconds=5), usegmt=True)
        for header in ({"Retry-After": "0"}, {"Retry-After": soon}, {"Retry-After": "presently"}, {}):
            site.paths["/a"] = in_turn(Reply(status=429, headers=header), Reply(status=503), page("now"))
            assert text_of(fetch(site.url("/a"))) == "now"

    def test_a_server_that_stays_busy_is_asked_three_times(self, site: Site) -> None:
        site.paths["/a"] = Reply(status=429, headers={"Retry-After": "0"})
        assert "429" in failure_of(fetch(site.url("/a")))
        assert site.asked == ["/a"] * 3

    def test_a_long_wait_is_a_failure_at_once(self, site: Site) -> None:
        site.paths["/a"] = Reply(status=503, headers={"Retry-After": "3600"})
        assert "3600 seconds" in failure_of(fetch(site.url("/a")))
        assert site.asked == ["/a"]

    @pytest.mark.parametrize("status", [400, 401, 404, 410, 418, 500, 502])
    def test_other_errors_are_failures_with_their_status(self, site: Site, status: int) -> None:
        site.paths["/a"] = Reply(status=status, content=b"secret")
        answer = fetch(site.url("/a"))
        assert failure_of(answer) == f"the server answered {status}"
        assert isinstance(answer, Failure)
        assert answer.status == status
        assert site.asked == ["/a"]

    def test_a_refused_connection_is_a_failure(self) -> None:
        assert "the connection failed" in failure_of(fetch(f"http://127.0.0.1:{free_port()}/a"))


class TestLimits:
    def test_a_server_that_says_nothing_is_left(self, site: Site) -> None:
        site.paths["/a"] = Reply(head=1)
        assert "in time" in failure_of(fetch(site.url("/a")))

    def test_a_body_that_drips_is_left_when_the_time_is_over(self, site: Site) -> None:
        site.paths["/a"] = Reply(content=b"x" * 100, drip=0.02)
        assert "within 0.3 seconds" in failure_of(fetch(site.url("/a"), replace(QUICK, total=0.3)))

    def test_a_head_that_drips_is_left_when_the_time_is_over(self) -> None:
        with dripping_head() as url:
            assert "within 0.3 seconds" in failure_of(fetch(url, replace(QUICK, total=0.3)))

    def test_a_page_that_is_too_large_is_left(self, site: Site) -> None:
        site.paths["/a"] = page("x" * 200_001)
        assert "more than 200000 bytes" in failure_of(fetch(site.url("/a")))
        site.paths["/a"] = page("x" * 200_000)
        assert len(text_of(fetch(site.url("/a")))) == 200_000

    def test_what_is_unpacked_counts(self, site: Site) -> None:
        bomb = gzip.compress(b"0" * 50_000_000)
        site.paths["/a"] = Reply(content=bomb, headers={"Content-Encoding": "gzip", "Content-Type": "text/plain"})
        assert len(bomb) < QUICK.max_bytes
        assert "more than 200000 bytes" in failure_of(fetch(site.url("/a")))

    def test_a_packed_page_is_unpacked(self, site: Site) -> None:
        site.paths["/a"] = Reply(content=gzip.compress(b"sing"), headers={"Content-Encoding": "gzip"})
        assert text_of(fetch(site.url("/a"))) == "sing"

    @pytest.mark.parametrize("packed", ["gzip", "br", "gzip, gzip", "rot13"])
    def test_what_cannot_be_unpacked_is_a_failure(self, site: Site, packed: str) -> None:
        site.paths["/a"] = Reply(content=b"sing", headers={"Content-Encoding": packed})
        assert "packed" in failure_of(fetch(site.url("/a")))

    def test_no_cookie_is_kept(self, site: Site) -> None:
        site.paths |= {
            "/a": Reply(status=302, headers={"Location": "/b", "Set-Cookie": "x=1; Path=/"}),
            "/b": page("b"),
        }
        assert text_of(fetch(site.url("/a"))) == "b"
        assert all("Cookie" not in request.headers for request in site.requests)


class TestAddresses:
    @pytest.mark.parametrize(
        ("url", "word"),
        [
            ("ftp://shop.example/a", "only http and https"),
            ("/a", "only http and https"),
            ("https://", "only http and https"),
            ("https://u:p@shop.example/", "password"),
            ("https://u@shop.example/", "user name"),
            ("http://[::1", "no address"),
            ("http://a b/", "no address"),
            ("http://shop.example:99999999/", "no address"),
            ("http://x/\n", "no address"),
            ("http://x/" + "a" * 3000, "characters"),
        ],
    )
    def test_what_is_no_address_of_a_page_is_a_failure_without_a_request(self, url: str, word: str) -> None:
        assert word in failure_of(fetch(url))

    @given(st.text(max_size=60))
    def test_any_text_is_an_address_or_a_failure(self, text: str) -> None:
        try:
            url = address(text)
        except Unfetched as refused:
            assert refused.hint
        else:
            assert url.scheme in ("http", "https")
            assert url.host

    @given(st.text(max_size=60))
    def test_any_redirect_stays_on_the_site_or_is_a_failure(self, location: str) -> None:
        first = address("https://docs.shop.example/a/b")
        try:
            url = redirected(first, first, location)
        except Unfetched as refused:
            assert one_line(refused.message) == refused.message
        else:
            assert url.host in ("docs.shop.example", "www.shop.example", "shop.example")
            assert url.scheme == "https"


class TestText:
    @pytest.mark.parametrize("name", ["iso-8859-1", "windows-1252", "shift_jis", "utf-16", "koi8-r"])
    def test_the_charset_of_the_header_is_read(self, site: Site, name: str) -> None:
        words = {"shift_jis": "歌う", "koi8-r": "петь"}.get(name, "Chöre")
        site.paths["/a"] = Reply(headers={"Content-Type": f"text/html; charset={name}"}, content=words.encode(name))
        assert text_of(fetch(site.url("/a"))) == words

    def test_the_charset_of_the_page_is_read_where_the_header_has_none(self) -> None:
        for tag in ('<meta charset="latin1">', '<meta http-equiv=Content-Type content="text/html; charset=latin1">'):
            assert decoded(f"{tag}Chöre".encode("latin-1"), "text/html").endswith("Chöre")

    def test_a_byte_order_mark_goes_first_and_is_no_text(self) -> None:
        assert decoded("Chöre".encode("utf-8-sig"), "text/plain; charset=latin-1") == "Chöre"
        assert decoded("Chöre".encode("utf-16"), "text/plain") == "Chöre"

    def test_what_is_utf_8_is_never_read_as_something_else(self) -> None:
        assert decoded("Chöre".encode(), "text/plain; charset=iso-8859-1") == "Chöre"

    @pytest.mark.parametrize(
        "kind", ["text/plain; charset=utf-8", "text/plain", "text/plain; charset=zlib", "text/html; charset=utf-7"]
    )
    def test_bytes_that_do_not_fit_are_a_failure_and_no_garbage(self, site: Site, kind: str) -> None:
        site.paths["/a"] = Reply(headers={"Content-Type": kind}, content="Chöre".encode("latin-1"))
        assert failure_of(fetch(site.url("/a")))

    def test_a_picture_is_no_page_whatever_it_is_called(self, site: Site) -> None:
        picture = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
        for kind, word in (("image/png", "image/png"), ("text/html", "byte 0"), ("application/pdf", "application/pdf")):
            site.paths["/a"] = Reply(headers={"Content-Type": kind}, content=picture)
            assert word in failure_of(fetch(site.url("/a")))
        site.paths["/a"] = Reply(headers={"Content-Type": "text/plain"}, content=b"a\0b")
        assert "binary" in failure_of(fetch(site.url("/a")))

    @pytest.mark.parametrize(
        "kind",
        ["", "text/x-whatever", "application/json", "application/vnd.oai.openapi+json", "application/yaml", "nonsense"],
    )
    def test_text_of_any_type_that_may_be_a_page_is_taken(self, site: Site, kind: str) -> None:
        site.paths["/a"] = Reply(headers={"Content-Type": kind} if kind else {}, content=b"sing")
        assert text_of(fetch(site.url("/a"))) == "sing"

    @given(st.binary(max_size=80), st.text(max_size=30))
    def test_any_bytes_are_text_or_a_failure(self, content: bytes, charset: str) -> None:
        try:
            text = decoded(content, f"text/html; charset={charset}")
        except Unfetched as refused:
            assert one_line(refused.message) == refused.message
        else:
            assert "\0" not in text


class TestRobots:
    def test_a_page_that_the_site_keeps_from_robots_is_not_asked(self, site: Site) -> None:
        site.paths |= {"/robots.txt": page("User-agent: *\nDisallow: /in/\nAllow: /in/a"), "/in/a": page("a")}
        assert text_of(fetch(site.url("/in/a"))) == "a"
        assert "robots.txt" in failure_of(fetch(site.url("/in/b")))
        assert site.asked == ["/in/a"]

    def test_what_is_said_to_us_by_name_goes_first(self, site: Site) -> None:
        site.paths |= {
            "/robots.txt": page("User-agent: *\nDisallow: /\n\nUser-agent: Handbill\nAllow: /"),
            "/a": page("a"),
        }
        assert text_of(fetch(site.url("/a"))) == "a"

    def test_a_redirect_does_not_lead_around_the_robots_txt(self, site: Site) -> None:
        site.paths |= {"/robots.txt": page("User-agent: *\nDisallow: /in"), "/a": redirect("/in"), "/in": page("x")}
        assert "robots.txt" in failure_of(fetch(site.url("/a")))
        assert site.asked == ["/a"]

    @pytest.mark.parametrize("status", [404, 403, 410])
    def test_no_robots_txt_allows_all(self, site: Site, status: int) -> None:
        site.paths |= {"/robots.txt": Reply(status=status), "/a": page("a")}
        assert text_of(fetch(site.url("/a"))) == "a"

    def test_a_robots_txt_that_is_broken_now_forbids_all_for_this_run(self, site: Site) -> None:
        site.paths |= {"/robots.txt": Reply(status=500), "/a": page("a")}
        wanted = [Wanted(name="choir", url=site.url("/a"))] * 2
        for answer in fetched(wanted, settings=QUICK, progress=lambda line: None):
            assert "/robots.txt: the server answered 500" in failure_of(answer)
        assert [request.path for request in site.requests] == ["/robots.txt"]

    def test_the_delay_that_it_asks_for_is_kept_as_far_as_the_limit(self, site: Site) -> None:
        site.paths |= {"/robots.txt": page("User-agent: *\nCrawl-delay: 1000"), "/a": page("a")}
        start = time.monotonic()
        wanted = [Wanted(name="choir", url=site.url("/a"))] * 3
        answers = fetched(wanted, settings=QUICK, progress=lambda line: None)
        assert [text_of(answer) for answer in answers] == ["a"] * 3
        assert 0.2 <= time.monotonic() - start < 30

    def test_one_that_is_made_to_be_slow_is_not_read(self, site: Site) -> None:
        agents = "".join(f"User-agent: a{number}\n" for number in range(9_000))
        site.paths |= {"/robots.txt": page(agents + "Disallow: /x\n" * 9_000), "/a": page("a")}
        assert "too many rules" in failure_of(fetch(site.url("/a")))

    def test_a_large_one_is_read_as_far_as_it_must_be(self, site: Site) -> None:
        site.paths |= {"/robots.txt": page("User-agent: *\nDisallow: /in\n" + "#" * 600_000), "/a": page("a")}
        assert text_of(fetch(site.url("/a"))) == "a"
        assert "robots.txt" in failure_of(fetch(site.url("/in")))
