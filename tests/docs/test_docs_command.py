"""Laws of `handbill docs` from the command line to the files: what it finds, what it writes, and how it refuses."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from handbill_generator.diagnostics import one_line
from handbill_generator.docs.output.json_report import schema
from jsonschema import Draft202012Validator

from tests.docs.print_shop import CONTRACT, DOCS, RUSH, STREET, Shop, moved, run, shop_in
from tests.docs.shop_pages import HTML, MARKDOWN, OPENAPI, PAGES
from tests.docs.site import Reply, Request, Site, page, running

UPDATE = "PATCH /v1/orders/{orderId}"
CONFLICT = "| 409    | ORDER_PRINTED   | It is too late.         |\n"
PROPERTIES = "properties:  # what may change"


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shop:
    """Give a project whose contract says what its page says, with nothing locked, as the current folder."""
    monkeypatch.chdir(tmp_path)
    return shop_in(tmp_path)


@pytest.fixture
def locked(shop: Shop) -> Shop:
    """Give the project with its page locked."""
    assert run("lock", "--pages", "pages", "--today", "2026-05-01").code == 0
    return shop


@pytest.fixture
def site() -> Iterator[Site]:
    with running() as started:
        yield started


def test_a_page_is_locked_by_source_by_folder_and_by_name(shop: Shop) -> None:
    """However the page is named, the lock has the same bytes; locked again, too, but for the day."""
    locks = []
    for arguments in (
        ("--page", "update-page=pages/update.md"),
        ("--pages", "pages"),
        ("shop", "--page", "pages/update.md"),
        ("specs/openapi.yaml", "--page", "pages/update.md"),
    ):
        ran = run("lock", *arguments, "--today", "2026-05-01")
        assert (ran.code, ran.out, ran.err) == (0, "specs/docs.lock.json: 1 page with 57 facts locked\n", "")
        locks.append(shop.lock.read_bytes())
    assert set(locks) == {locks[0]}
    assert run("lock", "--pages", "pages", "--today", "2026-05-02").code == 0
    gone, new = moved(locks[0].decode().splitlines(), shop.lock.read_text().splitlines())
    assert (gone, new) == ({'      "checked": "2026-05-01",'}, {'      "checked": "2026-05-02",'})


def test_a_lock_has_no_sentence_and_keeps_the_other_pages(locked: Shop) -> None:
    """A second page joins the first; neither leaves a sentence."""
    first = locked.lock.read_text()
    locked.page.with_name("more.html").write_text(HTML)
    assert run("lock", "--page", "web-page=pages/more.html", "--today", "2026-05-01").code == 0
    both = locked.lock.read_text()
    assert all(line in both for line in first.splitlines() if "facts" not in line)
    assert '"web-page": {' in both
    assert not [sentence for sentence in ("Print it before", "too late", "Changes an order") if sentence in both]


@pytest.mark.parametrize("format", sorted(set(PAGES) - {"prose"}))
def test_the_lock_alone_gives_what_the_page_gives(format: str, shop: Shop) -> None:
    """An audit needs no page: the lock has the same findings, but for lines of the page."""
    shop.page.write_text(PAGES[format])
    from_page = shop.json("audit", "--page", "pages/update.md")
    assert run("lock", "--page", "pages/update.md").code == 0
    shop.page.unlink()
    from_lock = shop.json("audit")
    assert from_lock.code == from_page.code
    assert without_lines(from_lock.report["findings"]) == without_lines(from_page.report["findings"])
    assert from_page.report["findings"]
    for ran in (from_page, from_lock):
        Draft202012Validator(schema()).validate(ran.report)


def without_lines(findings: list[dict[str, object]]) -> list[dict[str, object]]:
    """Give what findings say, but for where; the place in the contract stays."""
    kept = []
    for found in findings:
        told = {key: value for key, value in found.items() if key not in ("file", "line", "column")}
        for side in ("old", "new"):
            if isinstance(said := told[side], dict) and said["source"]:
                told[side] = {key: said[key] for key in ("values", "source", "pointer")}
        kept.append(told)
    return kept


def test_rulings_settle_and_are_said_to_be_unused(locked: Shop) -> None:
    """A contradiction fails until somebody rules on it; a ruling that decides nothing any more fails, too."""
    locked.edit((STREET, STREET + RUSH))
    assert run("lock", "--pages", "pages").code == 0
    assert (locked.json("audit").code, locked.json("audit").ids) == (1, ["property-missing"])
    docs = locked.spec.with_name("docs.yaml")
    docs.write_text(
        DOCS + "rulings:\n"
        "  - at: /components/schemas/OrderUpdate\n"
        "    settles: [property-missing body/rush]\n"
        "    says: {update-page: there is `rush`}\n"
        "    chosen: It is left out.\n"
        "    why: No answer has it.\n"
    )
    settled = locked.json("audit")
    assert (settled.code, settled.report["summary"]["settled"]) == (0, 1)
    text = run("audit")
    assert text.code == 0
    assert "It is left out." not in text.out
    assert "1 settled by rulings" in text.out
    assert "ruling   It is left out. No answer has it. (specs/docs.yaml:8:15)" in run("audit", "--settled").out
    locked.edit((RUSH, ""))
    assert run("lock", "--pages", "pages").code == 0
    unused = locked.json("audit")
    assert (unused.code, unused.ids) == (1, ["ruling-unused"])


@pytest.mark.parametrize("format", ["text", "json", "markdown", "github", "sarif"])
@pytest.mark.parametrize("command", [("audit",), ("check", "--pages", "pages")])
def test_every_format_is_written(format: str, command: tuple[str, ...], locked: Shop) -> None:
    """The formats differ in form: each has the finding, and the same exit code."""
    locked.edit(("| integer | yes ", "| string  | yes "))
    if command == ("audit",):
        run("lock", "--pages", "pages")
    ran = run(*command, "--format", format)
    assert ran.code == 1
    assert ran.err == ""
    assert "copies" in ran.out
    assert "type-" in ran.out


CHECKS = {
    "field added": ((STREET, STREET + RUSH), "property-added", PROPERTIES, "add", "Orders.update"),
    "field removed": ((STREET, ""), "property-removed", "            street:", "remove", "OrderUpdateDelivery.street"),
    "field renamed": (("| reference       |", "| title           |"), "property-renamed", "reference: {type: string, ",
                      "add", "Orders.update(reference=)"),
    "field retyped": (("| integer | yes ", "| string  | yes "), "type-changed", "copies:  ", "replace",
                      "OrderUpdate.copies"),
    "made optional": (("| integer | yes ", "| integer | no  "), "required-changed", "required: [copies]", "remove",
                      "OrderUpdate.copies"),
    "limit": (("Maximum 80", "Maximum 90"), "limit-changed", "maxLength: 80", "replace", "OrderUpdate.reference"),
    "value added": (("`recycled`", "`recycled`, `silk`"), "value-added", "enum: [matte", "add", "OrderUpdate.paper"),
    "default": (("| no       | false   |", "| no       | true    |"), "default-changed", "name: notify", "replace",
                "Orders.update(notify=)"),
    "status removed": ((CONFLICT, ""), "response-removed", "'409'", "remove", "errors.ConflictError"),
}  # fmt: skip
"""An edit of the page, what it is found as, the line of the contract, the edit of the contract, and a Python name."""


@pytest.mark.parametrize("name", CHECKS)
def test_a_change_is_found_with_its_place_its_name_and_its_edit(name: str, locked: Shop) -> None:
    """Whatever moves is one finding that says where in the contract, what of the package, and what to write."""
    edit, id, fragment, action, symbol = CHECKS[name]
    (line,) = (number for number, text in enumerate(locked.lines(), 1) if fragment in text)
    locked.edit(edit)
    ran = locked.json("check", "--pages", "pages")
    Draft202012Validator(schema()).validate(ran.report)
    assert (ran.code, ran.ids) == (1, [id])
    (found,) = (found for found in ran.report["findings"] if found["id"] == id)
    places = [found, found["old"] or {}, found["new"] or {}, *found["edits"]]
    at = {each["line"] for each in places if each.get("file") == "specs/openapi.yaml"}
    assert line in at, at
    assert action in [edit["action"] for edit in found["edits"]]
    assert any(symbol in each for each in found["symbols"])


def test_nothing_moved(locked: Shop) -> None:
    """The page as it was locked passes, and so does one that is only told in another way."""
    assert locked.json("check", "--pages", "pages").report["findings"] == []
    locked.edit(("How many to print.", "The number of posters."), ("Changes an order", "It changes one"))
    assert locked.json("check", "--pages", "pages").report["findings"] == []


def test_a_page_without_a_lock_is_held_against_the_contract(shop: Shop) -> None:
    """What is not locked is audited instead, and that is said."""
    shop.edit((STREET, STREET + RUSH))
    ran = shop.json("check", "--pages", "pages")
    assert (ran.code, ran.ids) == (1, ["property-missing"])
    assert "page-unlocked" in [found["id"] for found in ran.report["findings"]]
    assert not shop.lock.exists()


def test_one_page_and_one_contract_are_enough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without any project a page is held against a contract; what it does not say of itself the command line says."""
    monkeypatch.chdir(tmp_path)
    Path("contract.yaml").write_text(CONTRACT)
    Path("page.md").write_text(MARKDOWN.replace("`PATCH /v1/orders/{orderId}`\n", "").replace(STREET, STREET + RUSH))
    ran = run("check", "--page", "page.md", "--spec", "contract.yaml", "--format", "json")
    assert (ran.code, ran.ids) == (0, [])
    assert "operation-unstated" in [found["id"] for found in ran.report["findings"]]
    ran = run("check", "--page", "page.md", "--spec", "contract.yaml", "--operation", UPDATE, "--format", "json")
    assert (ran.code, ran.ids) == (1, ["property-missing"])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["contract.yaml", "page.md"]


def test_an_operation_chooses_what_a_page_with_several_says_of_it(shop: Shop) -> None:
    """A document of a whole API is held against the operation that is asked for, however its variables are called."""
    other = "  /v1/shops:\n    get: {responses: {'200': {description: All shops.}}}\n"
    shop.page.with_name("all.yaml").write_text(OPENAPI.replace("paths:\n", f"paths:\n{other}"))
    ran = shop.json("check", "--page", "pages/all.yaml", "--operation", "patch /v1/orders/{id}")
    assert {found["operation"] for found in ran.report["findings"]} <= {UPDATE, ""}
    assert "operation-missing" in shop.json("check", "--page", "pages/all.yaml").ids


WRONG = {
    ("check", "--page", "no.md"): '--page: "no.md" is no file; write FILE, SOURCE=FILE, or SOURCE of docs.yaml',
    ("check", "--page", ""): '--page: "" is no file; write FILE, SOURCE=FILE, or SOURCE of docs.yaml',
    ("check", "--page", "update-page=no.md"): "no.md: the page cannot be read: no such file or directory",
    ("check", "--page", "pages"): "pages: the page cannot be read: is a directory",
    ("check", "--page", "latin.md"): "latin.md: the page is not UTF-8; save it as UTF-8",
    ("check", "--page", "empty.md"): "empty.md: the page is empty; save it again, as text",
    ("lock", "--page", "update-page=empty.md"): "empty.md: the page is empty; save it again, as text",
    ("check", "--page", "binary.md"): "binary.md: the page has no text; save it again, as text",
    ("check", "--page", "large.md"): "large.md: the page has more than 8388608 bytes; save the page alone",
    ("check", "--page", "nobody"):
        '--page: specs/openapi.yaml knows no address of "nobody"; write nobody=URL or a file',
    ("check", "--page", "https://docs.printshop.example/update"):
        "update: the page would have to be fetched; add --fetch, or write SOURCE=FILE",
    ("check", "--page", "pages/update.md", "--page", "empty.md", "--operation", "GET /x"):
        "--operation says what one page documents; give exactly one --page, and no --pages",
    ("check", "--pages", "pages", "--operation", "GET /x"):
        "--operation says what one page documents; give exactly one --page, and no --pages",
    ("check", "--page", "pages/update.md", "--operation", "nonsense"):
        "--operation: \"nonsense\" is no operation; write 'PATCH /orders/{orderId}'",
    ("check", "--page", "pages/update.md", "--operation", "GET /v1/shops"):
        "--operation: pages/update.md documents PATCH /v1/orders/{orderId}, not GET /v1/shops",
    ("check", "bakery", "--pages", "pages"):
        '"bakery" is neither a document nor a configured client; configured: shop',
    ("check", "--page", "pages/update.md", "--spec", "specs/docs.yaml"):
        'specs/docs.yaml:1:1: this is not an OpenAPI document: it has no openapi key; add "openapi: 3.1.0" at the top',
    ("check", "--page", "pages/update.md", "--spec", "no.yaml"):
        '"no.yaml" is neither a document nor a configured client; configured: shop',
    ("check", "shop", "--page", "pages/update.md", "--spec", "other.yaml"):
        "--page is of one contract; name it, for example: handbill docs check loops --page FILE",
    ("check",): "give the pages to check, --page FILE or --pages DIR, or --fetch those of the lock",
    ("lock",): "give the pages to lock, --page FILE or --pages DIR, or --fetch those of the lock",
    ("accept",): "give the pages to accept, --page FILE or --pages DIR, or --fetch those of the lock",
    ("lock", "--pages", "nowhere"): "--pages: nowhere is no folder; give one that holds saved pages",
    ("lock", "--pages", "specs"):
        "--pages: no file in specs is one that docs.yaml or specs/docs.lock.json names; write SOURCE=FILE",
    ("check", "--fetch"):
        "--fetch: no page of specs/docs.lock.json has an address; lock one with --page SOURCE=URL --fetch",
    ("audit",): "there is nothing to audit: specs/docs.lock.json has no page; give --page FILE or --pages DIR",
    ("lock", "--pages", "pages", "--today", "May"): '--today: "May" is no day; write it as YYYY-MM-DD',
    ("audit", "--explain", "type-chnged"): 'no finding has the id "type-chnged"; did you mean type-changed',
}  # fmt: skip


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_wrong_input_is_one_line(arguments: tuple[str, ...], shop: Shop) -> None:
    """Whatever is wrong with the input, one line says what to do, the exit code is 2, and nothing is written."""
    Path("latin.md").write_bytes("# Größe\n".encode("latin-1"))
    Path("empty.md").write_text(" \n\n")
    Path("binary.md").write_bytes(b"\x7fELF\0\0\1")
    Path("other.yaml").write_text(CONTRACT)
    with Path("large.md").open("wb") as file:
        file.truncate(9 * 2**20)
    before = shop.files
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"error: {WRONG[arguments]}")
    assert ran.err.count("\n") == 1
    assert shop.files == before


def test_a_broken_lock_or_docs_yaml_is_refused_with_the_place(locked: Shop) -> None:
    """A file that was merged or edited badly is named with line and column, by every command."""
    text = locked.lock.read_text()
    docs = locked.spec.with_name("docs.yaml")
    for file, broken, said in (
        (locked.lock, text.replace('"format": 1', '"format": "1"'), "specs/docs.lock.json:2:3: text stands where"),
        (locked.lock, text.replace("{", "<<<<<<< ours\n{", 1), "specs/docs.lock.json:1:1: the lock is in the middle"),
        (locked.lock, text.replace('"matte"', '"gloss"'), "specs/docs.lock.json:13:7: the facts are not those that"),
        (docs, "sources: [a]\n", "specs/docs.yaml:1:1: a list stands where a mapping must be"),
        (docs, "sources: {\n", "specs/docs.yaml:"),
    ):
        kept = file.read_text()
        file.write_text(broken)
        for command in ("audit", "check", "lock", "accept"):
            ran = run(command, "--pages", "pages")
            assert (ran.code, ran.out) == (2, "")
            assert ran.err.startswith(f"error: {said}"), ran.err
            assert ran.err.count("\n") == 1
        assert file.read_text() == broken
        file.write_text(kept)


def test_a_page_that_says_nothing_is_not_locked(locked: Shop) -> None:
    """A login page in the place of a page fails the check, and the lock keeps what it has."""
    before = locked.lock.read_bytes()
    locked.page.write_text("Please log in to go on.\n")
    ran = locked.json("check", "--pages", "pages")
    assert (ran.code, ran.ids) == (1, ["page-unread"])
    for command in ("lock", "accept"):
        ran = run(command, "--pages", "pages")
        assert (ran.code, ran.out) == (1, "")
        assert ran.err.startswith("warning: pages/update.md: nothing of an API can be read from the page; ")
    assert locked.lock.read_bytes() == before


def test_a_process_ends_as_the_command_says(locked: Shop) -> None:
    """Run as a program, without a terminal: exit codes 0, 1 and 2, no colours, and errors on stderr alone."""

    def handbill(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "handbill_generator.cli.entry", "docs", *arguments],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "COLUMNS": "80"},
        )

    locked.edit((STREET, STREET + RUSH))
    found = handbill("check", "--pages", "pages")
    assert (found.returncode, found.stderr) == (1, "")
    assert "  error property-added" in found.stdout
    assert "    contract specs/openapi.yaml:48:7\n" in found.stdout
    assert "\x1b" not in found.stdout
    assert max(map(len, found.stdout.splitlines())) <= 80
    wrong = handbill("check", "--page", "no.md")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert wrong.stderr.splitlines() == [one_line(wrong.stderr.rstrip("\n"))]


def test_a_page_is_locked_from_its_address_and_asked_for_again_with_its_tag(shop: Shop, site: Site) -> None:
    """What a server calls unchanged is not read again; what moved there is found, and accepted."""
    site.paths["/update.md"] = tagged(MARKDOWN, '"1"')
    assert run("lock", "--page", f"update-page={site.url('/update.md')}", "--fetch", "--today", "2026-05-01").code == 0
    assert f'"url": "{site.url("/update.md")}"' in shop.lock.read_text()
    assert (run("check", "--fetch").code, site.requests[-1].headers["If-None-Match"]) == (0, '"1"')
    ran = run("lock", "--fetch", "--today", "2026-05-08")
    assert (ran.code, ran.out) == (0, "specs/docs.lock.json: 0 pages with 0 facts locked, 1 unchanged\n")
    assert '"checked": "2026-05-08"' in shop.lock.read_text()

    site.paths["/update.md"] = tagged(MARKDOWN.replace(STREET, STREET + RUSH), '"2"')
    moved_there = shop.json("check", "--fetch")
    assert (moved_there.code, moved_there.ids) == (1, ["property-added"])
    assert run("accept", "--fetch", "--apply").code == 0
    assert "        rush:" in shop.lines()
    assert '"etag": "\\"2\\""' in shop.lock.read_text()
    assert run("check", "--fetch").code == 0


def tagged(text: str, tag: str) -> Callable[[Request], Reply]:
    def answer(request: Request) -> Reply:
        if request.headers.get("If-None-Match") == tag:
            return Reply(status=304, headers={"ETag": tag})
        return page(text, "text/markdown", ETag=tag)

    return answer


def test_without_fetch_nothing_is_asked_for(shop: Shop, site: Site) -> None:
    """No command makes a request of its own: not for a lock with addresses, not for an address that is given."""
    site.paths["/update.md"] = page(MARKDOWN, "text/markdown")
    assert run("lock", "--page", f"update-page={site.url('/update.md')}", "--fetch").code == 0
    before = len(site.requests)
    assert run("audit").code == 0
    for command in ("check", "lock", "accept", "audit"):
        assert run(command, "--page", site.url("/update.md")).code == 2
        assert run(command, "--page", "update-page").code == 2
        assert run(command, "--pages", "pages").code == 0
    assert len(site.requests) == before


def test_a_dead_or_forbidden_page_keeps_its_lock(shop: Shop, site: Site) -> None:
    """A page that is gone, or that robots.txt asks not to be fetched, is said, and stays locked as it was."""
    site.paths["/update.md"] = page(MARKDOWN, "text/markdown")
    assert run("lock", "--page", f"update-page={site.url('/update.md')}", "--fetch").code == 0
    before = shop.lock.read_bytes()
    del site.paths["/update.md"]
    assert_kept(shop, site, before)
    site.paths |= {"/update.md": page(MARKDOWN, "text/markdown"), "/robots.txt": page("User-agent: *\nDisallow: /\n")}
    asked = len(site.asked)
    assert_kept(shop, site, before)
    assert len(site.asked) == asked


def assert_kept(shop: Shop, site: Site, lock: bytes) -> None:
    """Hold that the page is said not to be read by each command, and that the lock is as it was."""
    check = shop.json("check", "--fetch")
    assert (check.code, check.ids) == (1, ["page-unread"])
    for command in ("lock", "accept"):
        ran = run(command, "--fetch")
        assert (ran.code, ran.out) == (1, "")
        assert ran.err.startswith(f"warning: {site.url('/update.md')}: ")
        assert ran.err.count("\n") == 1
    assert shop.lock.read_bytes() == lock


@pytest.mark.parametrize("command", ["audit", "check", "lock", "accept"])
def test_help_fits_a_terminal(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The help has a first line that says all, and no line that a terminal would break."""
    monkeypatch.setenv("COLUMNS", "80")
    ran = run(command, "--help")
    assert ran.code == 0
    assert max(map(len, ran.out.splitlines())) <= 80
