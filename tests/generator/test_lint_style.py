"""Laws of the rule about the voice of descriptions: it hears what is wrong, and nothing where all is well."""

from __future__ import annotations

import json

import pytest
from handbill_generator.lint.style import SPELLINGS, judged, spelled
from hypothesis import given
from hypothesis import strategies as st

from .linting import CONTRACT, DOCS, edited, findings, rules, said

STYLE = rules("description-style")


def heard(text: str, key: str = "description") -> list[str]:
    """Give the messages about *text* where it is the description or the summary of an operation."""
    operation = {"operationId": "addBook", "responses": {}, key: text}
    document = {"openapi": "3.1.0", "paths": {"/books": {"post": operation}}}
    return [finding.message for finding in findings(json.dumps(document), rules=STYLE)]


def test_place() -> None:
    """A text is found by this rule alone, where it stands."""
    text = edited(CONTRACT, "description: The book is on sale.", "description: the book will be on sale")
    place = ("api.yaml:50:11 description-style", "#/paths/~1books/post/responses/201/description")
    assert said(findings(text, DOCS)) == [
        (*place, '"will" tells the future'),
        (*place, "the text does not begin with a capital"),
        (*place, "the text does not end with a period"),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Send what you have.", '"you" speaks to the reader'),
        ("Your campaigns.", '"Your" speaks to the reader'),
        ("Please read.", '"Please" speaks to the reader'),
        ("What we read.", '"we" speaks to the reader'),
        ("It will run.", '"will" tells the future'),
        ("It simply runs.", '"simply" advertises'),
        ("A powerful API.", '"powerful" advertises'),
        ("It doesn't run.", '"doesn\'t" is a contraction'),
        ("It doesn’t run.", '"doesn\'t" is a contraction'),
        ("It can't run.", '"can\'t" is a contraction'),
        ("It's running.", '"It\'s" is a contraction'),
        ("They're sent.", '"They\'re" is a contraction'),
        ("The e-mail.", '"e-mail" is not how it is written'),
        ("E-mails are sent.", '"E-mails" is not how it is written'),
        ("The id of the list.", '"id" is not how it is written'),
        ("The Ids.", '"Ids" is not how it is written'),
        ("The IDS.", '"IDS" is not how it is written'),
        ("The id's kind.", '"id\'s" is not how it is written'),
        ("A project-id.", '"project-id" is not how it is written'),
        ("The Url.", '"Url" is not how it is written'),
        ("The api.", '"api" is not how it is written'),
        ("Some Json.", '"Json" is not how it is written'),
        ("no capital.", "the text does not begin with a capital"),
        ("(no capital.)", "the text does not begin with a capital"),
        ("Is this a question?", "the text does not end with a period"),
        ("The end", "the text does not end with a period"),
        ("- A list.\n\nThe end", "the text does not end with a period"),
    ],
)
def test_wrong(text: str, message: str) -> None:
    """Each fault of the voice is heard, once."""
    assert heard(text) == [message]


@pytest.mark.parametrize(
    "text",
    [
        "`id` comes first.",
        "The ID, the IDs, the URL, the URLs, an API, APIs and JSON.",
        "Email and emails.",
        "The message is `you will`.",
        "The error reads “you will not”.",
        'The error reads "You will not".',
        "See https://your.test/api/id?url=json for more.",
        "See [the page](https://your.test/id) or [this](#your-id).",
        "```\nyou will\n```\nis what it prints.",
        "The field lead.id or list_id or /v1/api or @id is read.",
        "The group's name, and the users' names.",
        "The scope audience:read.",
        "Only in the US.",
        "It takes one of these:\n\n- first\n- second",
        "It takes one of these:\n\n1. first\n2. second",
        "| a | b |\n|---|---|\n| c | d |",
        "404 is the status.",
        "It ends in brackets (as here).",
        "It ends **bold.**",
        "キャンペーン.",
        "Goodwill and a willing Will-o'-the-wisp.",
    ],
)
def test_right(text: str) -> None:
    """What is code, quoted, a name or an address is not judged, nor is another language."""
    assert heard(text) == []


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("List books.", ["the summary ends with a period"]),
        ("Lists books", ['the summary begins with "lists", not with an imperative']),
        ("Listing books", ['the summary begins with "listing", not with an imperative']),
        ("The books", ['the summary begins with "the", not with an imperative']),
        ("list books", ["the text does not begin with a capital"]),
        ("List" + " book" * 11 + "s", []),
        ("List" + " book" * 12, ["the summary has 64 characters"]),
        ("Process books", []),
        ("Send your book", ['"your" speaks to the reader']),
    ],
)
def test_summaries(text: str, messages: list[str]) -> None:
    """The summary of an operation is a short imperative."""
    assert heard(text, "summary") == messages


def test_other_summaries() -> None:
    """The summary of an example is no imperative, but in the same voice."""
    old = "summary: A book alone"
    assert findings(edited(CONTRACT, old, "summary: the books"), rules=STYLE) == ()
    assert len(findings(edited(CONTRACT, old, "summary: your books"), rules=STYLE)) == 1


@given(st.text())
def test_judged(text: str) -> None:
    """What is judged stands where it stood."""
    assert len(judged(text)) == len(text)
    assert all(after in (before, " ") for before, after in zip(text, judged(text), strict=True))


@given(st.sampled_from(sorted(SPELLINGS)), st.sampled_from(["", "s"]), st.data())
def test_spelled(word: str, plural: str, data: st.DataObject) -> None:
    """However a word is written, there is one way to write it, and that is left as it is."""
    cased = "".join(data.draw(st.sampled_from([letter, letter.upper()])) for letter in word) + plural
    right = spelled(cased)
    assert right
    assert spelled(right) in (right, None)
    assert right.lower().replace("-", "") == cased.lower().replace("-", "")
    assert heard(f"The {right}.") == []


@pytest.mark.parametrize("part", ["](", "a'", "a-", "a.", "`", '"', "\u201c", "a://", "you ", ".)", "\n- ", "```"])
def test_hostile(part: str) -> None:
    """A long text of whatever repeats is judged at once."""
    assert len(heard(part * 100_000)) < 10
