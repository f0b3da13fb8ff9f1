"""Laws of the page, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from .calling import Caller
from .conftest import Open
from .shop import document

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = Path("/usr/bin/chromium")
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
HOSTILE = "<img src=x onerror=\"document.title='owned'\">"

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason="there is no /usr/bin/chromium")


@pytest.fixture(scope="module")
def browser() -> Iterator[sync_api.Browser]:
    """Give a browser."""
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), headless=True, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: sync_api.Browser, shop: Caller) -> Iterator[sync_api.Page]:
    """Give the page of the shop, open; fails where its console has an error or it asked another host."""
    complaints: list[str] = []
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "request", lambda request: request.url.startswith(("data:", shop.running.url)) or complaints.append(request.url)
    )
    page.goto(f"{shop.running.url}/")
    sync_api.expect(page.locator("#live")).to_have_text("live")
    yield page
    page.close()
    assert complaints == []


def test_an_empty_page_says_how_to_call(page: sync_api.Page, shop: Caller) -> None:
    """Before anything has come, the page shows base URLs, keys and a command to begin with."""
    sync_api.expect(page.locator(".provider code").first).to_have_text(
        shop.running.url_of("shop").removeprefix("http://")
    )
    sync_api.expect(page.locator("#log .empty pre")).to_contain_text(f"curl '{shop.running.url_of('shop')}/things'")
    page.get_by_text("How to call it").click()
    sync_api.expect(page.locator(".facts")).to_contain_text("the-shop-key")


def test_a_campaign_and_its_request_appear_as_they_come(page: sync_api.Page, shop: Caller) -> None:
    """What is created is seen without a reload, and moves when it moves; the row of a request opens to its bodies."""
    made = shop.post("/things", {"name": "Spring"}).json
    campaign = page.locator(".campaigns li")
    sync_api.expect(campaign).to_contain_text("Spring")
    sync_api.expect(campaign.locator(".badge")).to_have_text("Draft")
    shop.sandbox.move("shop", made["id"], "Sent")
    sync_api.expect(campaign.locator(".badge")).to_have_text("Sent")
    row = page.locator(".request")
    sync_api.expect(row.locator(".status")).to_have_text("200")
    row.locator("summary").focus()
    page.keyboard.press("Enter")
    sync_api.expect(row.locator("pre").first).to_contain_text('"name": "Spring"')
    sync_api.expect(row.locator("pre").last).to_contain_text(made["id"])


def test_a_name_is_text_whatever_it_is(page: sync_api.Page, shop: Caller) -> None:
    """A name that is HTML is shown as it was written, in the list, the path and the bodies, and does nothing."""
    shop.post("/things", {"name": HOSTILE})
    shop.get(f"/things/%3Cimg%20src=x%3E?q={'%3Cscript%3E'}")
    sync_api.expect(page.locator(".campaigns b")).to_have_text(HOSTILE)
    sync_api.expect(page.locator(".request")).to_have_count(2)
    for row in page.locator(".request summary").all():
        row.click()
    sync_api.expect(page.locator(".request pre").last).to_contain_text("onerror")
    assert page.locator("img, #log script").count() == 0
    assert page.title() == "Handbill sandbox"


def test_the_page_finds_its_way_back(page: sync_api.Page, shop: Caller) -> None:
    """After a reset the page is as empty as the sandbox, and what comes then is seen."""
    shop.post("/things", {"name": "Spring"})
    sync_api.expect(page.locator(".request")).to_have_count(1)
    button = page.get_by_role("button", name="Reset")
    button.click()
    page.get_by_role("button", name="Forget everything?").click()
    sync_api.expect(page.locator(".request")).to_have_count(0)
    sync_api.expect(page.locator(".campaigns li")).to_have_count(0)
    shop.post("/things", {"name": "Summer"})
    sync_api.expect(page.locator(".campaigns li")).to_contain_text("Summer")


def test_requests_can_be_filtered(page: sync_api.Page, shop: Caller) -> None:
    """A filter shows the requests to one provider."""
    shop.get("/things")
    page.get_by_role("radio", name="shop").check()
    sync_api.expect(page.locator(".request")).to_be_visible()


def test_a_narrow_page_does_not_scroll_sideways(page: sync_api.Page, shop: Caller) -> None:
    """On the width of a telephone everything fits."""
    shop.post("/things", {"name": "Spring" * 13})
    shop.get("/things?" + "long=value&" * 20)
    sync_api.expect(page.locator(".request")).to_have_count(2)
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_address_of_the_page_may_be_localhost(browser: sync_api.Browser, open_shop: Open) -> None:
    """Under its other name the page works too."""
    shop = open_shop(seed=7)
    page = browser.new_page()
    page.goto(shop.running.url.replace("127.0.0.1", "localhost"))
    sync_api.expect(page.locator("#live")).to_have_text("live")
    page.close()


def test_the_campaigns_are_shown_while_requests_keep_coming(page: sync_api.Page) -> None:
    """Events that come faster than the page pauses do not put off its work until they stop."""
    was_done = page.evaluate(
        "() => new Promise((end) => {"
        "  const coming = setInterval(() => soon(async () => finish(true)), 5);"
        "  const late = setTimeout(() => finish(false), 3000);"
        "  function finish(done) { clearInterval(coming); clearTimeout(late); end(done); }"
        "})"
    )
    assert was_done


def test_a_narrow_page_tells_what_was_meant(page: sync_api.Page, shop: Caller) -> None:
    """On the width of a telephone the opened request has its number, its operation and its fault."""
    page.set_viewport_size({"width": 360, "height": 740})
    shop.sandbox.inject("shop", "503")
    shop.get("/things")
    page.locator(".request summary").click()
    sync_api.expect(page.locator(".about")).to_have_text("Request 1, listThings, fault: 503")
    sync_api.expect(page.locator(".about")).to_be_visible()


def test_the_page_says_that_it_shows_the_latest(browser: sync_api.Browser, shop: Caller) -> None:
    """A page that comes late counts all requests, and says how many of them are there."""
    for _ in range(210):
        shop.get("/nothing")
    page = browser.new_page()
    page.goto(shop.running.url)
    sync_api.expect(page.locator("#count")).to_have_text("210 so far, the latest 200 are shown.")
    page.close()


def test_without_an_example_there_is_none_to_copy(browser: sync_api.Browser, open_shop: Open) -> None:
    """A provider of which no call needs its path alone is shown without a command."""
    contract = document()
    contract["paths"] = {"/things/{id}": contract["paths"]["/things/{id}"]}
    id = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
    contract["paths"]["/things/{id}"]["parameters"] = [id]
    shop = open_shop(shop={"contract": contract})
    page = browser.new_page()
    page.goto(shop.running.url)
    sync_api.expect(page.locator("#live")).to_have_text("live")
    sync_api.expect(page.locator(".facts")).to_contain_text("the-shop-key", use_inner_text=False)
    assert page.locator("pre").count() == 0
    sync_api.expect(page.locator("#log")).not_to_contain_text("To begin with")
    page.close()
