"""Laws of the lock: what was locked is read back, the same facts are the same bytes, and no sentence gets in."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from handbill_generator.diagnostics import OutputError, SpecError
from handbill_generator.docs.lock import (
    EXTRACTOR,
    FILE,
    Lock,
    LockedPage,
    changed_lock,
    dump_lock,
    fingerprint_of,
    locked,
    read_lock,
    write_lock,
)
from handbill_generator.docs.model import (
    TYPES,
    Attribute,
    Confidence,
    Fact,
    Format,
    Link,
    Page,
    Side,
    SourceKind,
    sorted_facts,
)
from hypothesis import given
from hypothesis import strategies as st

TODAY = date(2026, 11, 27)
OPERATION = "PATCH /books/{bookId}"


def fact(name: str, attribute: Attribute = Attribute.exists, value: Any = True, *, line: int = 0) -> Fact:
    return Fact(
        operation=OPERATION,
        side=Side.request,
        path=("body", name),
        attribute=attribute,
        value=value,
        source=SourceKind.tag,
        confidence=Confidence.stated,
        line=line,
    )


def page(*facts: Fact, links: tuple[Link, ...] = (), form: Format = Format.mintlify) -> Page:
    return Page(name="update-book", format=form, facts=sorted_facts(facts), links=links)


LOCKED = locked(
    page(
        fact("title", line=7),
        fact("title", Attribute.type, "string", line=7),
        fact("title", Attribute.max_length, 80),
        fact("état", Attribute.shown, "on loan"),
        links=(Link(rel="openapi", url="https://docs.example.org/openapi.json", title="The whole document"),),
    ),
    url="https://docs.example.org/update-book",
    file="update-book.md",
    checked=TODAY,
    etag='"a1"',
    last_modified="Fri, 27 Nov 2026 04:00:00 GMT",
)
LOCK = Lock().with_page(LOCKED)

tokens = st.text(st.characters(exclude_categories=["Cs", "Z", "C"]), min_size=1, max_size=20)
values = (
    st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from(TYPES)
    | st.lists(tokens, min_size=1, max_size=9).map(" | ".join)
)
facts = st.builds(
    Fact,
    operation=st.sampled_from(["", OPERATION]),
    side=st.sampled_from(Side),
    status=st.sampled_from(["", "200", "4XX", "success"]),
    path=st.lists(tokens | st.sampled_from(["a/b", "~1", "[]", "{}"]), max_size=4).map(tuple),
    attribute=st.sampled_from(Attribute),
    value=values,
    source=st.sampled_from(SourceKind),
    confidence=st.sampled_from(Confidence),
    line=st.integers(0, 99),
)
addresses = st.just("") | tokens.map("https://docs.example.org/{}".format)
pages = st.builds(
    lambda name, form, found, links, url, operation: locked(
        Page(name=name, format=form, facts=sorted_facts(found), links=tuple(links)),
        url=url,
        operation=operation,
        checked=TODAY,
    ),
    name=tokens,
    form=st.sampled_from(Format),
    found=st.lists(facts, max_size=12),
    links=st.lists(
        st.builds(Link, rel=st.sampled_from(["openapi", "page", "index"]), url=addresses, title=tokens), max_size=3
    ),
    url=addresses,
    operation=st.sampled_from(["", OPERATION]),
)
locks = st.lists(pages, max_size=3).map(lambda found: Lock(pages={each.name: each for each in found}))


@given(lock=locks)
def test_what_was_locked_is_read_back(tmp_path_factory: pytest.TempPathFactory, lock: Lock) -> None:
    """Every lock survives its file, which is ASCII and ends its lines as git does, and is the same bytes again."""
    path = tmp_path_factory.mktemp("lock") / FILE
    write_lock(path, lock)
    read = read_lock(path, name=FILE)
    assert read == lock
    assert dump_lock(read) == dump_lock(lock)
    assert [list(each.facts) for each in read.pages.values()] == [list(lock.pages[name].facts) for name in read.pages]
    assert path.read_bytes().isascii()
    assert b"\r" not in path.read_bytes()
    assert sorted(path.parent.iterdir()) == [path]


@given(found=st.lists(facts, max_size=12), order=st.randoms(use_true_random=False))
def test_the_same_facts_are_the_same_bytes(found: list[Fact], order: Any) -> None:
    """Neither the order in which a page says things nor the lines it says them on are in the lock."""
    moved = [replace(each, line=each.line + 5) for each in found]
    order.shuffle(moved)
    first, second = (dump_lock(Lock().with_page(locked(page(*each), checked=TODAY))) for each in (found, moved))
    assert first == second


def test_a_fact_is_one_line_of_the_file() -> None:
    """A diff of the file reads as a list of what changed."""
    text = dump_lock(LOCK)
    assert '        ["PATCH /books/{bookId}", "request", "", "body/title", "maxLength", 80, "tag", "stated"],\n' in text
    assert json.loads(text)["pages"]["update-book"]["fingerprint"] == LOCKED.fingerprint
    after = LOCK.with_page(locked(page(*LOCKED.facts[:-1]), checked=TODAY, url=LOCKED.url, file=LOCKED.file))
    removed = [line for line in changed_lock(LOCK, after, name=FILE).splitlines() if line.startswith("-   ")]
    assert any('"title"' not in line and "body/title" in line for line in removed)


def test_the_text_of_links_and_the_navigation_are_not_locked() -> None:
    """Titles are words of the provider, and other pages are not what this one says; an index is the list of them."""
    links = (
        Link(rel="page", url="https://docs.example.org/b", title="All about books"),
        Link(rel="index", url="https://docs.example.org/llms.txt"),
    )
    assert [link.rel for link in locked(page(links=links), checked=TODAY).links] == ["index"]
    whole = locked(page(links=links, form=Format.index), checked=TODAY)
    assert whole.links == (Link(rel="index", url=links[1].url), Link(rel="page", url=links[0].url))


def test_examples_do_not_count_for_the_fingerprint() -> None:
    """It stays when an example shows another value, and moves when a page says another thing."""
    shown = fact("title", Attribute.shown, "Emma")
    assert fingerprint_of([fact("title"), shown]) == fingerprint_of([fact("title")])
    assert fingerprint_of([fact("title")]) != fingerprint_of([fact("name")])
    assert fingerprint_of([fact("a", Attribute.default, 1)]) != fingerprint_of([fact("a", Attribute.default, True)])


def test_facts_without_an_operation_get_that_of_the_lock() -> None:
    """A page that names none is locked with the one that somebody gave."""
    nameless = replace(fact("title"), operation="")
    one = locked(page(nameless), operation=OPERATION, checked=TODAY)
    assert (one.operation, one.facts, one.extractor) == (OPERATION, (fact("title"),), EXTRACTOR)
    assert one.page.operations == (OPERATION,)


@pytest.mark.parametrize(
    "wrong",
    [
        fact("title", Attribute.default, "the title that a reader sees on the back of it"),
        fact("title", Attribute.default, "x" * 201),
        fact("title", Attribute.minimum, float("inf")),
        fact("title", Attribute.minimum, float("nan")),
        fact("title", Attribute.minimum, 10**4000),
        fact("title", Attribute.default, "\ud800"),
        fact("a title is what readers of all books see first"),
        replace(fact("title"), operation="the operation that is described on this page is an update"),
        replace(fact("title"), status="x" * 300),
    ],
    ids=["sentence", "long", "infinite", "no number", "huge", "surrogate", "name", "operation", "status"],
)
def test_prose_is_refused(tmp_path: Path, wrong: Fact) -> None:
    """What is longer than a token, or no value of JSON, is never written, and what was there stays."""
    path = tmp_path / FILE
    write_lock(path, LOCK)
    before = path.read_bytes()
    with pytest.raises(SpecError, match="update-book: what was read from the page cannot be locked"):
        write_lock(path, LOCK.with_page(locked(page(wrong), checked=TODAY)))
    assert path.read_bytes() == before


def test_a_list_of_names_is_no_sentence() -> None:
    """However many names a rule has, it is a token."""
    rule = fact("title", Attribute.required_together, " | ".join("abcdefghijkl"))
    assert "a | b | c" in dump_lock(Lock().with_page(locked(page(rule), checked=TODAY)))


@pytest.mark.parametrize("wrong", [{"url": "https://x.example/" + "x" * 2001}, {"etag": "x" * 2001}])
def test_what_the_reader_would_refuse_is_not_written(wrong: dict[str, str]) -> None:
    """No lock is written that cannot be read."""
    with pytest.raises(SpecError, match="cannot be locked"):
        dump_lock(Lock().with_page(locked(page(), checked=TODAY, **wrong)))


def test_a_lock_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    """A missing folder is no traceback, and leaves no part of a file."""
    with pytest.raises(OutputError, match="cannot be written"):
        write_lock(tmp_path / "missing" / FILE, LOCK)
    assert not list(tmp_path.iterdir())


def edited(change: Callable[[Any], Any]) -> str:
    tree = json.loads(dump_lock(LOCK))
    change(tree)
    return json.dumps(tree, indent=1)


def at_page(key: str, value: Any) -> Callable[[Any], Any]:
    return lambda tree: tree["pages"]["update-book"].update({key: value})


def at_row(index: int, value: Any) -> Callable[[Any], Any]:
    return lambda tree: tree["pages"]["update-book"]["facts"][0].__setitem__(index, value)


PAGE = "#/pages/update-book"
ROW = f"{PAGE}/facts/0"
WRONG: list[tuple[Callable[[Any], Any], str, str]] = [
    (lambda tree: tree.pop("format"), "there is no format", ""),
    (lambda tree: tree.update(format=2), "update handbill", "#/format"),
    (lambda tree: tree.update(format=0), "a number from 1 on must be", "#/format"),
    (lambda tree: tree.update(format=True), "a boolean stands where a number from 1 on must be", "#/format"),
    (lambda tree: tree.update(more=1), 'the key "more" is not known here', "#/more"),
    (lambda tree: tree.pop("pages"), "there is no pages", ""),
    (lambda tree: tree.update(pages=[]), "a list stands where a mapping must be", "#/pages"),
    (lambda tree: tree.update(pages={"a\n": {}}), "is no name of a page", "#/pages/a\\n"),
    (lambda tree: tree.update(pages={"a": None}), "null stands where a mapping must be", "#/pages/a"),
    (at_page("more", 1), 'the key "more" is not known here', f"{PAGE}/more"),
    (lambda tree: tree["pages"]["update-book"].pop("etag"), "there is no etag", PAGE),
    (at_page("url", 1), "a number stands where text must be", f"{PAGE}/url"),
    (at_page("url", "file:///etc/passwd"), "is no address of a page", f"{PAGE}/url"),
    (at_page("url", "https://a.example/\nb"), "no single line", f"{PAGE}/url"),
    (at_page("etag", "x" * 2001), "no single line", f"{PAGE}/etag"),
    (at_page("format", "word"), '"word" is not known here', f"{PAGE}/format"),
    (at_page("extractor", 1.5), "a number from 1 on must be", f"{PAGE}/extractor"),
    (at_page("operation", "x" * 201), "it is prose", f"{PAGE}/operation"),
    (at_page("checked", "20261127"), '"20261127" is no day', f"{PAGE}/checked"),
    (at_page("checked", "yesterday"), '"yesterday" is no day', f"{PAGE}/checked"),
    (at_page("fingerprint", "0" * 16), "are not those that the fingerprint was made of", f"{PAGE}/fingerprint"),
    (at_page("facts", {}), "a mapping stands where a list must be", f"{PAGE}/facts"),
    (at_page("facts", [[1]]), "the row has 1 values instead of 8", ROW),
    (at_page("links", [["page"]]), "the row has 1 values instead of 2", f"{PAGE}/links/0"),
    (at_page("links", [["nav", ""]]), "is no rel", f"{PAGE}/links/0/0"),
    (at_page("links", [["page", 1]]), "a number stands where text must be", f"{PAGE}/links/0/1"),
    (at_row(0, None), "null stands where text must be", f"{ROW}/0"),
    (at_row(1, "server"), '"server" is not known here', f"{ROW}/1"),
    (at_row(3, "body/~2"), "is no path", f"{ROW}/3"),
    (at_row(3, "body/" + "x" * 300), "it is prose", f"{ROW}/3"),
    (at_row(3, "/".join("a" * 65)), "the path has more than 64 names", f"{ROW}/3"),
    (at_row(4, "title"), '"title" is not known here', f"{ROW}/4"),
    (at_row(5, []), "a list stands where text, a number, true or false must be", f"{ROW}/5"),
    (at_row(5, "one two three four five six seven eight nine"), "it is prose", f"{ROW}/5"),
    (at_row(5, 10**350), "has more than 1024 bits", f"{ROW}/5"),
    (at_row(6, "rumour"), '"rumour" is not known here', f"{ROW}/6"),
    (at_row(7, "sure"), '"sure" is not known here', f"{ROW}/7"),
]


@pytest.mark.parametrize(("change", "message", "pointer"), WRONG, ids=[f"{w[2]} {w[1]}" for w in WRONG])
def test_a_malformed_lock_is_said_with_its_place(
    tmp_path: Path, change: Callable[[Any], Any], message: str, pointer: str
) -> None:
    """Whatever somebody wrote into the file is one error with file, line and pointer, and what to do."""
    (path := tmp_path / FILE).write_text(edited(change))
    with pytest.raises(SpecError) as caught:
        read_lock(path, name="specs/books/docs.lock.json")
    assert message in str(caught.value)
    assert str(caught.value).startswith("specs/books/docs.lock.json:")
    assert caught.value.hint
    assert f"[{pointer}]" in str(caught.value) or not pointer


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "docs.lock.json:1:1: the file is empty"),
        (b"[]", "docs.lock.json:1:1: the document is a list"),
        (b"{", "docs.lock.json:1:2: not valid JSON"),
        (b'{"format": NaN}', '"NaN" is not a JSON number'),
        (b'{"format": 1, "format": 1}', "stands here twice"),
        (b"\xff", "not UTF-8"),
        (b"[" * 500, "docs.lock.json:1:"),
        (b"format: 1\npages: {}\n", "not valid JSON"),
    ],
)
def test_what_is_no_json_is_said_with_its_place(tmp_path: Path, content: bytes, message: str) -> None:
    """And what to do is to lock again, not to write an OpenAPI document."""
    (path := tmp_path / FILE).write_bytes(content)
    with pytest.raises(SpecError) as caught:
        read_lock(path, name=FILE)
    assert message in str(caught.value)
    assert caught.value.hint == "run handbill docs lock again"


def test_a_merge_conflict_is_called_one(tmp_path: Path) -> None:
    """Markers of git are said for what they are, at the line where they begin."""
    lines = dump_lock(LOCK).splitlines(keepends=True)
    lines[3:4] = ["<<<<<<< HEAD\n", lines[3], "=======\n", lines[3], ">>>>>>> main\n"]
    (path := tmp_path / FILE).write_text("".join(lines))
    with pytest.raises(SpecError) as caught:
        read_lock(path, name=FILE)
    assert str(caught.value) == (
        f"{FILE}:4:1: the lock is in the middle of a merge; "
        "take one side of the merge as it is, then run handbill docs lock"
    )


def test_a_lock_that_is_not_there_is_said(tmp_path: Path) -> None:
    """A folder or a missing file is one error as well."""
    for path in (tmp_path, tmp_path / FILE):
        with pytest.raises(SpecError, match=r'"docs\.lock\.json" cannot be read'):
            read_lock(path, name=FILE)


def test_a_page_takes_the_place_of_the_one_before() -> None:
    """`with_page` keeps the other pages, and leaves the lock that it is called on as it was."""
    other: LockedPage = replace(LOCKED, name="another")
    both = LOCK.with_page(other)
    assert list(both.pages) == ["update-book", "another"]
    assert both.with_page(replace(other, etag="2")).pages["another"].etag == "2"
    assert list(LOCK.pages) == ["update-book"]
    assert list(json.loads(dump_lock(both))["pages"]) == ["another", "update-book"]
