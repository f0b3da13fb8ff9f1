"""A reference that lost its names says what it still knows, and guesses nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from handbill_generator.docs.model import MAX_TOKEN, Attribute, Fact, Format, Page, Side, SourceKind
from handbill_generator.docs.pages import reference
from handbill_generator.docs.pages.reference_runs import Run, run_of, untangled
from hypothesis import given
from hypothesis import strategies as st

from tests.docs.texts_flattened import lasting, said, seed
from tests.docs.texts_reference import Concert

OPERATION = "PATCH /v3/concerts/{concertId}"


def _read(text: str) -> Page:
    return reference.read(text, name="page")


def _values(page: Page, attribute: Attribute, side: Side) -> set[object]:
    return {fact.value for fact in page.facts if fact.attribute is attribute and fact.side is side}


def test_the_operation_is_the_template_that_the_samples_fill_in() -> None:
    """The path with variables ends where the address of the sample does, though other words are glued to it."""
    page = _read(Concert().text())
    assert page.format is Format.reference
    assert {fact.operation for fact in page.facts} == {OPERATION}
    assert said(page, Attribute.server) == {"": "https://api.choir.test"}
    assert said(page, Attribute.security) == {"": "apiKey header X-Choir-Key"}
    glued = Concert().text().replace("{concertId}Target", "{concertId}/sungTarget").replace("example_string", "x/sung")
    assert _read(glued).operations == (f"{OPERATION}/sung",)


def test_runs_are_kept_whole_on_their_side() -> None:
    """A run of values is of the request up to the line that ends in `Responses`, and of the response behind it."""
    page = _read(Concert().text())
    assert _values(page, Attribute.enum_run, Side.request) == {"sopranoaltotenorbass", "plannedrehearsedsung"}
    assert _values(page, Attribute.enum_run, Side.response) == {"calmwild", "calmwildby_ear"}


def test_a_legacy_value_is_cut_off_where_the_page_proves_it() -> None:
    """Behind the accepted values stands the one that is no longer accepted."""
    page = _read(Concert().text())
    assert _values(page, Attribute.legacy, Side.response) == {"by_ear"}
    unproved = replace(Concert(), response=("calmwildby_ear is a legacy value.",))
    page = _read(unproved.text())
    assert _values(page, Attribute.legacy, Side.response) == set()
    assert _values(page, Attribute.enum_run, Side.response) == {"calmwildby_ear"}


def test_a_legacy_value_that_stands_alone_elsewhere() -> None:
    """A value that a sentence begins with is known to be one where a run ends with it."""
    lines = ("calmwildby_ear is legacy and is normalized to calm on write.", "by_ear is a legacy value.")
    page = _read(replace(Concert(), response=lines).text())
    assert "by_ear -> calm" in _values(page, Attribute.legacy, Side.response)
    assert _values(page, Attribute.enum_run, Side.response) == {"calmwild"}


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("openshutjarThe door", "openshutjar"),
        ("openshutSEG names", "openshut"),
        ("low-lighthigh_lightA/B tests", "low-lighthigh_light"),
        ("openRateclickRateResponses", "openRateclickRate"),
        ("openRateclickRateThe rate", "openRateclickRate"),
        ("existing doors stay as they are", None),
        ("concertId of the concert", None),
        ("The door", None),
        ("door", None),
        ("iPhone users", None),
        ("doorKeeper opens it", None),
    ],
)
def test_what_a_run_is(line: str, value: str | None) -> None:
    """A run is glued to a capital letter; a sentence in small letters and the name of a field are none."""
    run = run_of(line, {"doorKeeper"})
    assert (run.value if run else None) == value


def test_names_of_the_summary_are_mentioned() -> None:
    """The summary mentions fields that no example has; what an example has is not mentioned again."""
    page = _read(replace(Concert(), summary="Set title, singerIds, voice_parts or seated. Returns the newId.").text())
    mentioned = {
        fact.path for fact in page.facts if fact.source is SourceKind.prose and fact.attribute is Attribute.exists
    }
    assert mentioned - {()} == {("body", "singerIds"), ("body", "voice_parts")}


def test_statuses_of_sentences_and_of_the_list() -> None:
    """A code in a sentence has its status; a line of the list has one only where an example has the same words."""
    page = _read(Concert().text())
    codes = {(fact.status, fact.value, fact.source) for fact in page.facts if fact.attribute is Attribute.code}
    assert codes == {("400", "VOICE_MISSING", SourceKind.prose), ("404", "NOT_FOUND", SourceKind.flattened)}
    page = _read(replace(Concert(), missing="Nothing there").text())
    assert "404" not in {fact.status for fact in page.facts}


def test_what_is_lost_is_counted() -> None:
    """Descriptions without names are counted once, and so are those of fields that are only read."""
    page = _read(Concert().text())
    assert _values(page, Attribute.names_lost, Side.request) == {3}
    assert _values(page, Attribute.names_lost, Side.response) == {3}
    assert _values(page, Attribute.read_only_unnamed, Side.response) == {1}


def test_examples_and_samples() -> None:
    """Answers are told apart by their envelope, samples that are no code say so, and differences are noted."""
    page = _read(Concert().text())
    statuses = {fact.status for fact in page.facts if fact.path == ("body", "success")}
    assert statuses == {"success", "error"}
    assert said(page, Attribute.sample_broken) == {"": "python"}
    assert said(page, Attribute.echoed) == {"body/plan/opens": False}


_WORDING = st.sampled_from(["The first thing", "What singers see", "This one is for the audience"])


@given(_WORDING, st.integers(0, 2), st.text("abc", min_size=1), st.permutations(range(3)))
def test_cosmetic_edits_say_the_same(wording: str, blanks: int, value: str, response: list[int]) -> None:
    """Wording, blank lines, order and values of examples are no facts that last."""
    page = Concert()
    edited = replace(
        page,
        body=(wording, *page.body[1:]),
        response=tuple(page.response[number] for number in response),
        sent=page.sent | {"title": value},
        blanks=blanks,
    )
    assert lasting(_read(edited.text())) == lasting(_read(page.text()))


_LINES = "curl 'https://a.test/b' -d ' | ' | Body | openshutThe | Responses | is a legacy value | { | /a/{b}C"


@given(st.text() | st.lists(st.sampled_from(_LINES.split(" | ")) | st.text(max_size=20), max_size=60).map("\n".join))
def test_any_text_is_a_page(text: str) -> None:
    """No text stops the reader, and no value is longer than a token."""
    assert all(len(str(fact.value)) <= MAX_TOKEN for fact in _read(text).facts)


@pytest.mark.parametrize(
    "line",
    [
        "a" * 599 + "Z",
        "aZ_" * 200,
        "A" * 600 + "_",
        "openshutThe",
        "open is a legacy value",
        "/{a}" * 300,
        "a only accept b, c",
    ],
)
def test_a_page_made_to_be_slow_is_read(line: str) -> None:
    """A page that repeats one thing is read to its end."""
    text = f"curl 'https://a.test/b'\n{(line + chr(10)) * (100_000 // (len(line) + 1))}"
    assert _read(text).name


def test_an_unknown_subject_stays_in_its_run() -> None:
    """What nothing proves is not cut."""
    run = Run(value="redgreenteal", behind=" is a legacy value.", is_subject=True)
    assert untangled([run])[run].run == "redgreenteal"


def _shown(facts: tuple[Fact, ...], attribute: Attribute) -> set[object]:
    return {fact.value for fact in facts if fact.attribute is attribute}


def test_the_seed_of_sendkit() -> None:
    """The page has its operation, its runs, its legacy values and four names that only its summary has."""
    page = _read(seed("004"))
    assert page.operations == ("PATCH /v1/campaigns/{campaignId}",)
    assert "custom" in _values(page, Attribute.legacy, Side.response)
    assert "use_specific_mailboxes -> disabled" in _shown(page.facts, Attribute.legacy)
    assert "replyRateopenRateclickRate" in _values(page, Attribute.enum_run, Side.request)
    assert _shown(page.facts, Attribute.code) == {"TRIGGER_IMMUTABLE", "AGENT_NOT_FOUND", "NOT_FOUND"}
    assert _values(page, Attribute.read_only_unnamed, Side.response) == {4}
    mentioned = {fact.path[1] for fact in page.facts if fact.source is SourceKind.prose and len(fact.path) > 1}
    assert mentioned >= {"mailboxIds", "mailboxEmails", "mailboxTags", "mailboxProvider"}
    assert "python" in _shown(page.facts, Attribute.sample_broken)
    assert said(page, Attribute.echoed)["body/schedule/startTime"] is False
    assert said(page, Attribute.server) == {"": "https://api.sendkit.ai"}
