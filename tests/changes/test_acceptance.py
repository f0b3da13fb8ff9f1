"""Laws of acceptances: they hold for what was seen, until their day, and the file stays as its authors wrote it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from handbill_generator.changes.acceptance import Entry, add_acceptances, apply_acceptances, read_acceptances
from handbill_generator.changes.model import Change, Direction, Effect, Gate, Level, Report, Side
from handbill_generator.diagnostics import ConfigError, HandbillError, Position
from hypothesis import given, settings
from hypothesis import strategies as st

TODAY = date(2026, 5, 1)
BASE = "ab" * 32
CONTRACTS = {"s/a.yaml": BASE}
CHANGE = Change(
    id="response-property-enum-value-added",
    contract="s/a.yaml",
    direction=Direction.response,
    effect=Effect.widens,
    wire=Level.breaking,
    types=Level.risky,
    message="m",
    where="GET /v1/things · response 200 · status",
    old=None,
    new=Side(pointer="#/x", position=Position("s/a.yaml", 3, 1)),
    fingerprint="123456789012",
)
OTHER = replace(CHANGE, id="request-property-removed", fingerprint="0123456789ab", where="POST /v1/things")


def add(path: Path, *changes: Change, reason: str = "They were told.", expires: str = "2026-06-01") -> int:
    return add_acceptances(
        path,
        changes,
        name="accept.yaml",
        reason=reason,
        owner="mail",
        expires=expires,
        today=TODAY,
        contracts=CONTRACTS,
    )


def read(path: Path, today: date = TODAY) -> tuple[Entry, ...]:
    return read_acceptances(path, name="accept.yaml", today=today)


def applied(
    path: Path, *changes: Change, today: date = TODAY, contracts: dict[str, str] = CONTRACTS
) -> tuple[list[bool], list[str]]:
    """Give for each change whether it is accepted, and the ids of the problems."""
    marked, problems = apply_acceptances(changes, read(path, today), today=today, contracts=contracts)
    for problem in problems:
        assert "\n" not in problem.message
        assert problem.position.file == "accept.yaml"
    return [change.accepted is not None for change in marked], [problem.id for problem in problems]


def test_what_is_accepted_passes(tmp_path: Path) -> None:
    """The change keeps its levels and has the reason beside it; others fail as before."""
    file = tmp_path / "accept.yaml"
    assert add(file, CHANGE) == 1
    marked, problems = apply_acceptances([CHANGE, OTHER], read(file), today=TODAY, contracts=CONTRACTS)
    assert not problems
    assert marked[0].accepted
    assert marked[0].accepted.reason == "They were told."
    assert marked[0].level is Level.breaking
    assert Report(pairs=(), changes=marked).failing(Gate.wire, Level.breaking) == (OTHER,)


def test_no_file_accepts_nothing(tmp_path: Path) -> None:
    """A project need not have the file; and none is made where nothing fails."""
    assert applied(tmp_path / "accept.yaml", CHANGE) == ([False], [])
    assert add(tmp_path / "accept.yaml") == 0
    assert not (tmp_path / "accept.yaml").exists()


@pytest.mark.parametrize(("today", "holds"), [("2026-06-01", True), ("2026-06-02", False)])
def test_the_day_is_the_last_one(tmp_path: Path, today: str, holds: bool) -> None:
    """After it the change fails again and the entry is a problem, even where the change is gone."""
    add(tmp_path / "accept.yaml", CHANGE)
    day = date.fromisoformat(today)
    problems = [] if holds else ["acceptance-expired"]
    assert applied(tmp_path / "accept.yaml", CHANGE, today=day) == ([holds], problems)
    assert applied(tmp_path / "accept.yaml", today=day, contracts={"s/a.yaml": "cd" * 32}) == ([], problems)


def test_an_entry_is_unused_where_its_change_was_taken_back(tmp_path: Path) -> None:
    """Against the same old contract; against a later one it rests, and for another contract nobody asks."""
    add(tmp_path / "accept.yaml", CHANGE)
    assert applied(tmp_path / "accept.yaml") == ([], ["acceptance-unused"])
    assert applied(tmp_path / "accept.yaml", contracts={"s/a.yaml": "cd" * 32}) == ([], [])
    assert applied(tmp_path / "accept.yaml", contracts={"s/b.yaml": BASE}) == ([], [])
    assert applied(tmp_path / "accept.yaml", CHANGE, contracts={"s/a.yaml": "cd" * 32}) == ([True], [])
    elsewhere = replace(CHANGE, contract="s/b.yaml")
    assert applied(tmp_path / "accept.yaml", elsewhere, contracts={"s/b.yaml": BASE}) == ([False], [])


@pytest.mark.parametrize("verdict", ["call", "types", "imports"])
def test_a_change_that_got_worse_is_not_accepted(tmp_path: Path, verdict: str) -> None:
    """Any verdict counts; one that got milder does no harm."""
    add(tmp_path / "accept.yaml", CHANGE)
    worse = replace(CHANGE, **{verdict: Level.breaking})  # type: ignore[arg-type]
    assert applied(tmp_path / "accept.yaml", worse) == ([False], ["acceptance-stale"])
    assert applied(tmp_path / "accept.yaml", replace(CHANGE, wire=Level.risky)) == ([True], [])


def test_an_entry_with_another_id_lies(tmp_path: Path) -> None:
    """Who reads the file must be able to believe it."""
    file = tmp_path / "accept.yaml"
    add(file, CHANGE)
    file.write_text(file.read_text().replace("response-property-enum-value-added", "endpoint-added"))
    assert applied(file, CHANGE) == ([False], ["acceptance-stale"])


def test_two_entries_for_one_change_are_a_problem(tmp_path: Path) -> None:
    """It would not be clear which of them is meant."""
    file = tmp_path / "accept.yaml"
    add(file, CHANGE)
    head, entry = file.read_text().split("accepted:\n")
    file.write_text(f"{head}accepted:\n{entry}{entry}")
    assert applied(file, CHANGE) == ([True], ["acceptance-duplicate"])


def test_adding_keeps_comments_and_order(tmp_path: Path) -> None:
    """What is new comes last; what is accepted again takes its place anew; the rest is the same byte by byte."""
    file = tmp_path / "accept.yaml"
    add(file, CHANGE, OTHER)
    text = "# ours\n" + file.read_text().replace("    owner: mail\n", "    owner: mail  # Ada\n", 1)
    file.write_text(text)
    third = replace(OTHER, fingerprint="aaaaaaaaaaaa")
    add(file, third)
    assert file.read_text().startswith(text)
    assert [entry.acceptance.fingerprint for entry in read(file)] == [
        change.fingerprint for change in (CHANGE, OTHER, third)
    ]
    add(file, replace(OTHER, types=Level.breaking), expires="2026-07-01")
    entries = read(file)
    assert len(entries) == 3
    assert entries[1].acceptance.expires == date(2026, 7, 1)
    assert entries[1].verdicts[Gate.types] is Level.breaking
    assert "# Ada" in file.read_text()


@pytest.mark.parametrize("text", ["accepted:\n", "# ours\naccepted: []\n"])
def test_an_empty_list_takes_entries(tmp_path: Path, text: str) -> None:
    """A file that somebody prepared is used."""
    file = tmp_path / "accept.yaml"
    file.write_text(text)
    assert applied(file, CHANGE) == ([False], [])
    add(file, CHANGE)
    assert applied(file, CHANGE) == ([True], [])
    assert ("# ours" in file.read_text()) == ("# ours" in text)


@pytest.mark.parametrize(
    ("reason", "owner", "expires", "says"),
    [
        ("", "o", "2026-06-01", "--reason"),
        ("r", "  ", "2026-06-01", "--owner"),
        ("r", "o", "", "--expires"),
        ("r", "o", "soon", "is no day"),
        ("r", "o", "2026-04-30", "is past"),
        ("r", "o", str(TODAY + timedelta(days=367)), "more than 366 days"),
    ],
)
def test_nothing_is_accepted_without_a_reason_an_owner_and_a_day(
    tmp_path: Path, reason: str, owner: str, expires: str, says: str
) -> None:
    """And not for ever."""
    with pytest.raises(ConfigError, match=says):
        add_acceptances(
            tmp_path / "a.yaml",
            [CHANGE],
            name="a.yaml",
            reason=reason,
            owner=owner,
            expires=expires,
            today=TODAY,
            contracts=CONTRACTS,
        )
    assert not (tmp_path / "a.yaml").exists()


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ("    reason: They were told.\n", "", r"accept.yaml:3:\d+: the entry has no reason"),
        ("They were told.", '""', r"accept.yaml:12:\d+: reason must be text"),
        ('"123456789012"', "123456789012", r"accept.yaml:3:\d+: fingerprint must be text; put it in quotes"),
        ("    owner", "    ownr", r'accept.yaml:3:\d+: an entry has no "ownr"'),
        ("wire: breaking", "wire: bad", r"accept.yaml:8:\d+: wire must be one of"),
        ("2026-06-01", "2036-06-01", r"accept.yaml:14:\d+: expires: .* more than 366 days"),
        ("2026-06-01", "June", r"accept.yaml:14:\d+: expires: .*is no day"),
        ("accepted:", "acepted:", r"accept.yaml:2:1: the file holds one list"),
        ("accepted:\n", "accepted:\n  - x\n", r"accept.yaml:3:\d+: an entry must be a mapping"),
        ("accepted:\n", "accepted: {a: [\n", r"accept.yaml:"),
    ],
)
def test_what_is_wrong_in_the_file_has_a_place(tmp_path: Path, before: str, after: str, says: str) -> None:
    """With the line to look at; and nothing is added to such a file."""
    file = tmp_path / "accept.yaml"
    add(file, CHANGE)
    assert before in file.read_text()
    file.write_text(file.read_text().replace(before, after, 1))
    text = file.read_text()
    for attempt in (lambda: read(file), lambda: add(file, OTHER)):
        with pytest.raises(HandbillError, match=says):
            attempt()
    assert file.read_text() == text


def test_a_day_needs_no_quotes(tmp_path: Path) -> None:
    """Who writes by hand writes it plainly."""
    file = tmp_path / "accept.yaml"
    add(file, CHANGE)
    file.write_text(file.read_text().replace('"2026-06-01"', "2026-06-01"))
    assert applied(file, CHANGE) == ([True], [])


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1).filter(str.strip), st.text(), st.text(alphabet="0123456789abcdef", min_size=12, max_size=12))
def test_any_text_comes_back(tmp_path_factory: pytest.TempPathFactory, reason: str, where: str, mark: str) -> None:
    """A reason, a place or a fingerprint never breaks the file, whatever it looks like."""
    file = tmp_path_factory.mktemp("a") / "accept.yaml"
    change = replace(CHANGE, where=where, fingerprint=mark)
    add(file, change, reason=reason)
    add(file, replace(change, contract="s/b.yaml"), reason=reason)
    assert applied(file, change) == ([True], [])
    assert len(read(file)) == 2
