"""Laws of the rules about what is described, and in whose words."""

from __future__ import annotations

import json

import pytest
from handbill_generator.lint.pages import words
from hypothesis import given
from hypothesis import strategies as st

from .linting import CONTRACT, DOCS, edited, findings, page, rules, said

# What is replaced, what stands there instead, and what is found then.
WRONG = {
    "info": (
        "  description: The interface of a shop for books.\n",
        "",
        [("api.yaml:2:1 description-present", "#/info", "the API has no description")],
    ),
    "server": (
        "    description: The only server.\n",
        "",
        [("api.yaml:7:5 description-present", "#/servers/0", "the server has no description")],
    ),
    "tag": (
        "    description: What is on sale.\n",
        "",
        [("api.yaml:10:5 description-present", "#/tags/0", "the tag has no description")],
    ),
    "operation": (
        "      description: Puts a book on sale.\n",
        "",
        [("api.yaml:36:5 description-present", "#/paths/~1books/post", "the operation has no description")],
    ),
    "summary": (
        "      summary: Add a book\n",
        "",
        [("api.yaml:36:5 description-present", "#/paths/~1books/post", "the operation has no summary")],
    ),
    "blank": (
        "description: Puts a book on sale.",
        "description: ' '",
        [("api.yaml:36:5 description-present", "#/paths/~1books/post", "the operation has no description")],
    ),
    "parameter": (
        "      description: Which books.\n",
        "",
        [("api.yaml:55:5 description-present", "#/components/parameters/Genre", "the parameter has no description")],
    ),
    "request body": (
        "        description: The book.\n",
        "",
        [
            (
                "api.yaml:41:7 description-present",
                "#/paths/~1books/post/requestBody",
                "the request body has no description",
            )
        ],
    ),
    "response": (
        "{description: There is no such genre.}",
        "{description: ''}",
        [("api.yaml:63:5 description-present", "#/components/responses/NotFound", "the response has no description")],
    ),
    "header": (
        "description: How many books there are., ",
        "",
        [("api.yaml:61:5 description-present", "#/components/headers/Total", "the header has no description")],
    ),
    "security scheme": (
        ", description: The key of the shop.",
        "",
        [
            (
                "api.yaml:53:5 description-present",
                "#/components/securitySchemes/apiKey",
                "the security scheme has no description",
            )
        ],
    ),
    "schema": (
        "      description: A book as the shop sells it.\n",
        "",
        [("api.yaml:67:5 description-present", "#/components/schemas/Book", "the schema has no description")],
    ),
    "property": (
        "          description: What stands on the cover.\n",
        "",
        [
            (
                "api.yaml:72:9 description-present",
                "#/components/schemas/Book/properties/title",
                "the property has no description",
            )
        ],
    ),
    "reference to what has none": (
        '        genre: {$ref: "#/components/schemas/Genre"}',
        '        genre: {$ref: "#/paths/~1books/get/responses/200/content/application~1json/schema"}',
        [
            (
                "api.yaml:33:72 example-valid",
                "#/paths/~1books/get/responses/200/content/application~1json/examples/oneBook/value/0/genre",
                'the string "novel" stands where a list must be',
            ),
            (
                "api.yaml:65:33 example-valid",
                "#/components/examples/Emma/value/genre",
                'the string "novel" stands where a list must be',
            ),
            (
                "api.yaml:75:9 description-present",
                "#/components/schemas/Book/properties/genre",
                "the property has no description",
            ),
        ],
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_without_description(name: str) -> None:
    """What has no description is found, and by no other rule."""
    old, new, expected = WRONG[name]
    assert said(findings(edited(CONTRACT, old, new), DOCS)) == expected


def test_limits_need_no_description() -> None:
    """A property that a condition only limits is described where it is declared."""
    text = edited(CONTRACT, "then: {required: [title]}", "then: {properties: {title: {minLength: 2}}}")
    assert findings(text, rules=rules("description-present")) == ()


OWN = rules("description-copied")
TEXT = "The quick brown fox jumps over the lazy dog."


def copied(description: str, text: str) -> list[str]:
    """Give the messages about *description* where there is a page of that *text*."""
    document = {"openapi": "3.1.0", "info": {"description": description}}
    return [finding.message for finding in findings(json.dumps(document), rules=OWN, pages=(page(text),))]


def test_copied() -> None:
    """Six words in a row that a page has are found where they stand, whatever stands between them."""
    changed = edited(CONTRACT, "Puts a book on sale.", "See how “Brown fox, jumps over\\n the LAZY dog” ends.")
    assert said(findings(changed, DOCS, pages=(page(TEXT),))) == []
    changed = edited(CONTRACT, "Puts a book on sale.", "See how (brown Fox) jumps over the `lazy dog` then.")
    assert said(findings(changed, DOCS, pages=(page("Nothing."), page(TEXT)))) == [
        (
            "api.yaml:40:7 description-copied",
            "#/paths/~1books/post/description",
            '"brown Fox) jumps over the `lazy dog" stands in the page "page.txt" too',
        )
    ]


def test_two_runs() -> None:
    """Each run is found once, as long as it is."""
    twice = "One two three four five six seven, and one two three four five six again."
    assert [message.split('"')[1] for message in copied(twice, "one two three four five six seven")] == [
        "One two three four five six seven",
        "one two three four five six",
    ]


@pytest.mark.parametrize(
    "description",
    [
        "Brown fox jumps over the.",
        "`id`, `name`, `kind`, `genre` and `title` or `author`.",
        "createdAt, updatedAt, nextCursor, totalPages, perPage or returnedResults.",
        "1, 2, 3, 4, 5, 6, 7.",
        "```\nthe same code that the page has\n```",
        "2026-03-28T15:00:00.000Z and 2026-03-29T15:00:00.000Z",
    ],
)
def test_not_copied(description: str) -> None:
    """Fewer words are no run, and names, numbers and code are the same in everybody's words."""
    assert copied(description, f"{TEXT} {description}") == []


WORD = st.sampled_from(["a", "the", "campaign", "is", "sent", "to", "list", "of", "every"])


@given(before=st.lists(WORD), common=st.lists(WORD, min_size=6), after=st.lists(WORD), number=st.integers(6, 9))
def test_any_run_is_found(before: list[str], common: list[str], after: list[str], number: int) -> None:
    """Six words that stand somewhere on a page are found wherever they stand in a text."""
    description = " ".join((*before, *common, *after))
    assert copied(f"{description}.", f"Zoo. {' '.join(common)} Zoo.")
    unlike = [f"{word}x" for word in common]
    assert not copied(f"{description}.", f"{' '.join(unlike)} {' '.join(common[:5])}")


@given(st.text())
def test_words(text: str) -> None:
    """The words of a text are those of the same words with nothing but spaces between them."""
    assert words(" ".join(words(text))) == words(text)
