"""Laws of the page, in a real browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from handbill_generator.changes.model import Gate, Report
from handbill_generator.changes.output import Context, render

from tests.changes import sample_report as reports

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = Path("/usr/bin/chromium")
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
CONTEXT = Context(
    folder=Path(reports.REPOSITORY),
    old_lines="https://code.example/shop/blob/aaaa/{file}#L{line}",
    new_lines="https://code.example/shop/blob/bbbb/{file}#L{line}",
)

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason="there is no /usr/bin/chromium")

Open = Callable[..., Any]


@pytest.fixture(scope="module")
def browser() -> Iterator[sync_api.Browser]:
    """Give a browser."""
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), headless=True, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: sync_api.Browser, tmp_path: Path) -> Iterator[Open]:
    """Give what opens the page of a report; fails where its console has an error or it asks for anything."""
    complaints: list[str] = []
    opened: list[Any] = []

    def open(report: Report, *, gate: Gate = Gate.imports, **settings: Any) -> sync_api.Page:
        file = tmp_path / f"{len(opened)}.html"
        file.write_text(render(report, "html", gate=gate, witness=True, context=CONTEXT), encoding="utf-8")
        page = browser.new_page(**{"viewport": {"width": 1280, "height": 900}, **settings})
        opened.append(page)
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: request.url == file.as_uri() or complaints.append(request.url))
        page.goto(file.as_uri())
        return page

    yield open
    for page in opened:
        page.close()
    assert [text for text in complaints if not text.startswith("data:image/svg+xml")] == []


def _shown(page: sync_api.Page) -> int:
    return int(page.locator(".change:not([hidden])").count())


def test_a_change_has_both_sides_its_symbols_and_its_witness(open_page: Open) -> None:
    """The sides stand next to each other with values and links to lines, the symbols with old and new, code unfolds."""
    page = open_page(reports.sample())
    change = page.locator(".change").first
    links = change.locator(".side a")
    assert [link.get_attribute("href") for link in links.all()] == [
        "https://code.example/shop/blob/aaaa/specs/loops/openapi.yaml#L412",
        "https://code.example/shop/blob/bbbb/specs/loops/openapi.yaml#L418",
    ]
    sync_api.expect(change.locator(".side pre")).to_have_text(['["name"]', '["name", "mailingListId"]'])
    left, right = (side.bounding_box() for side in change.locator(".side").all())
    assert left["y"] == right["y"]
    assert left["x"] < right["x"]
    sync_api.expect(change.locator(".symbols del").first).to_have_text("str | None | MISSING = MISSING")
    code = change.locator(".symbols pre")
    sync_api.expect(code).to_be_hidden()
    change.locator("summary").focus()
    page.keyboard.press("Enter")
    sync_api.expect(code).to_contain_text("loops.campaigns.update(")


def test_changes_are_filtered_by_level_contract_operation_words_and_acceptance(open_page: Open) -> None:
    """Each filter leaves what fits it, the count says how many, and the button gives all back."""
    page = open_page(reports.sample())
    count = page.locator("#shown")
    sync_api.expect(count).to_have_text("9 shown")
    page.get_by_label("compatible").uncheck()
    sync_api.expect(count).to_have_text("6 of 9 shown")
    page.get_by_label("accepted").uncheck()
    sync_api.expect(count).to_have_text("5 of 9 shown")
    page.get_by_label("Contract", exact=True).select_option(reports.GONE)
    sync_api.expect(count).to_have_text("1 of 9 shown")
    assert page.locator("section[data-pair]:visible").count() == 1
    page.get_by_role("button", name="Reset").click()
    sync_api.expect(count).to_have_text("9 shown")
    page.get_by_label("Operation").select_option("GET /v1/campaigns/{campaignId}/metrics")
    sync_api.expect(count).to_have_text("3 of 9 shown")
    page.get_by_label("Search").fill("recipient_count")
    sync_api.expect(count).to_have_text("1 of 9 shown")
    page.get_by_label("Search").fill("no such word")
    sync_api.expect(page.locator("#none")).to_be_visible()
    assert _shown(page) == 0


def test_the_levels_follow_the_verdicts_that_count(open_page: Open) -> None:
    """With the wire alone a renamed method is compatible; the page opens with the gate of the command."""
    page = open_page(reports.sample())
    renamed = page.locator(".change", has_text="api-operation-id-changed").locator(".badge")
    sync_api.expect(renamed).to_have_text("breaking")
    page.get_by_label("Verdicts that count").select_option("wire")
    sync_api.expect(renamed).to_have_text("compatible")
    sync_api.expect(page.locator("[data-count=breaking]")).to_have_text("2")
    wire = open_page(reports.sample(), gate=Gate.wire)
    sync_api.expect(wire.locator("[data-count=breaking]")).to_have_text("2")


def test_every_control_has_a_name_and_can_be_reached_by_keys(open_page: Open) -> None:
    """Tab goes through the filters in their order, and each has an accessible name."""
    page = open_page(reports.sample())
    controls = page.locator("form input, form select, form button")
    for control in controls.all():
        named = control.evaluate("(c) => (c.labels?.[0] ?? c).textContent.trim() !== ''")
        assert named
    page.get_by_label("Search").focus()
    for _ in range(controls.count() - 1):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Reset"


def test_hostile_text_is_shown_and_does_nothing(open_page: Open) -> None:
    """Text that is HTML is read as it was written; no script, picture or address of its is on the page."""
    page = open_page(reports.hostile())
    sync_api.expect(page.locator(".change h3").first).to_contain_text("<script>document.title='owned'</script>")
    sync_api.expect(page.locator(".change h3").first).to_contain_text("{{ 7 * 7 }}")
    assert "owned" not in page.title()
    assert page.locator("img").count() == 0
    assert page.locator("script").count() == 2
    for link in page.locator("a").all():
        assert str(link.get_attribute("href")).startswith(("#", "https://code.example/shop/blob/"))


@pytest.mark.parametrize("build", [reports.sample, reports.hostile, reports.many], ids=lambda build: build.__name__)
def test_a_narrow_page_does_not_scroll_sideways(open_page: Open, build: Callable[..., Report]) -> None:
    """On the width of a telephone everything fits."""
    page = open_page(build(20) if build is reports.many else build(), viewport={"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_without_scripts_all_is_shown(open_page: Open) -> None:
    """A reader that runs no script sees every change, and no filter that would do nothing."""
    page = open_page(reports.sample(), java_script_enabled=False)
    assert page.locator(".change").count() == 9
    sync_api.expect(page.locator(".change").first).to_be_visible()
    sync_api.expect(page.locator("#tools")).to_be_hidden()


def test_a_wide_reach_unfolds_to_its_end(open_page: Open) -> None:
    """Of very many operations some are in the page and the others come when it is unfolded."""
    operations = tuple(f"GET /things/{number}" for number in range(300))
    change = reports.change(
        "response-property-removed",
        "abcabcabcabc",
        operations=operations,
        old=reports.side(reports.OLD_LOOPS, 1, "#/components/schemas/A"),
        new=None,
    )
    page = open_page(Report(pairs=reports.sample().pairs[:1], changes=(change,)))
    page.locator(".reach summary").click()
    sync_api.expect(page.locator(".operations li")).to_have_text(list(operations))


def test_a_link_shows_its_change_whatever_is_filtered(open_page: Open) -> None:
    """Who follows a link to a change that the filters hide sees it, and all the others."""
    page = open_page(reports.sample())
    page.get_by_label("Search").fill("Paused")
    sync_api.expect(page.locator("#shown")).to_have_text("1 of 9 shown")
    page.evaluate("location.hash = 'c0-1a6f0c3b9d52'")
    sync_api.expect(page.locator("#c0-1a6f0c3b9d52")).to_be_in_viewport()


def test_thousands_of_changes_can_be_filtered(open_page: Open) -> None:
    """Of 3,000 changes, those far down are not laid out, and a word finds its own."""
    page = open_page(reports.many(3000))
    sync_api.expect(page.locator("#shown")).to_have_text("3000 shown")
    page.get_by_label("Search").fill("number-1234 ")
    sync_api.expect(page.locator("#shown")).to_have_text("1 of 3000 shown")


def test_the_page_prints_without_its_filters_and_with_all_unfolded(open_page: Open) -> None:
    """On paper there is nothing to click."""
    page = open_page(reports.sample())
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    sync_api.expect(page.locator("#tools")).to_be_hidden()
    sync_api.expect(page.locator(".symbols pre").first).to_be_visible()


def test_an_empty_report_says_so(open_page: Open) -> None:
    """Nothing changed, or nothing was compared, and the page says which."""
    sync_api.expect(open_page(reports.empty()).locator("main .empty").first).to_have_text("Nothing changed.")
    sync_api.expect(open_page(reports.nothing()).locator(".pairs")).to_contain_text("no contracts to compare")
