"""Whatever a page is, its facts are names, numbers and tokens, and it is read in the time that its length takes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from handbill_generator.diagnostics import SpecError
from handbill_generator.docs.model import MAX_TOKEN, Attribute, Confidence, Fact, Format, Link, Page, Side, SourceKind
from handbill_generator.docs.pages import MAX_CHARACTERS, read_page
from handbill_generator.docs.pages.law import MAX_DEPTH, MAX_FACTS, is_lawful, lawful
from hypothesis import given
from hypothesis import strategies as st

from tests.docs import pages_of_tools
from tests.docs.hostile_pages import PASSWORDS, PLACES, SECRETS, SHAPES, SYNTHETIC, TOKENS
from tests.docs.said_of_tools import SAID

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"


def told(text: str) -> str:
    """Give all that is kept of a page, or what is wrong with it."""
    try:
        page = read_page(text, name="page", url="https://docs.choir.example/page")
    except SpecError as error:
        return str(error)
    return "\n".join(map(repr, (*page.facts, *page.links)))


class TestCredentials:
    @pytest.mark.parametrize(
        ("secret", "place"),
        # A key that has a slash is two segments of a path, which nobody can tell from two names.
        [(secret, place) for secret in SECRETS for place in PLACES if "/" not in secret or "segment" not in place],
    )
    def test_no_credential_of_a_page_is_kept_wherever_it_stands(self, secret: str, place: str) -> None:
        """Neither in a fact, nor in a link, nor in an error."""
        assert secret.split(" ")[-1] not in told(PLACES[place].format(secret))

    @pytest.mark.parametrize("password", PASSWORDS)
    @pytest.mark.parametrize("name", ["password", "userPassword", "client_secret", "refreshToken", "pin", "api_key"])
    def test_the_value_of_what_is_called_a_secret_is_never_shown(self, name: str, password: str) -> None:
        """Not all of them look like one."""
        body = f'{{"{name}": "{password}", "all": {{"{name}s": ["{password}"]}}}}'
        sample = f"```bash\ncurl https://a.example/v1/x -d '{body}'\n```"
        table = f"| Name | Type | Default |\n|---|---|---|\n| {name} | string | {password} |"
        page = f"# x\n\n`POST /v1/x`\n\n{sample}\n\n## Body\n\n{table}\n\n## Response\n\n```json\n{body}\n```\n"
        assert name in told(page)
        assert password not in told(page)

    def test_names_that_are_no_credentials_are_kept(self) -> None:
        """A token type, a sort key and long names are what a page is about."""
        body = '{"tokenType": "bearer", "sort_key": "name", "reason": "subscription_payment_method_update_required"}'
        text = told(f"# x\n\n`GET /v1/x`\n\n## Response\n\n```json\n{body}\n```\n")
        assert all(word in text for word in ("bearer", "'name'", "subscription_payment_method_update_required"))


def pieces(page: Page) -> Iterator[str]:
    """Give all words of a page that are kept, piece by piece."""
    for fact in page.facts:
        yield from (fact.operation, *fact.path, str(fact.value))
    for link in page.links:
        yield link.title


def is_prose(piece: str, text: str) -> bool:
    """Tell whether six words of *piece* stand in a row in *text*."""
    words = piece.split()
    return any(" ".join(words[at : at + 6]) in text for at in range(len(words) - 5))


class TestProse:
    @pytest.mark.parametrize("text", SYNTHETIC, ids=range(len(SYNTHETIC)))
    def test_no_sentence_of_a_page_is_kept(self, text: str) -> None:
        """Six words in a row are one."""
        plain = " ".join(text.split())
        assert [piece for piece in pieces(read_page(text, name="page")) if is_prose(piece, plain)] == []

    @pytest.mark.skipif(not SEEDS.is_dir(), reason="the seeds are not here")
    def test_no_sentence_of_a_seed_is_kept(self) -> None:
        """The pages of the providers most of all."""
        for seed in SEEDS.glob("*.txt"):
            text = seed.read_text(encoding="utf-8")
            plain = " ".join(text.split())
            assert [piece for piece in pieces(read_page(text, name="page")) if is_prose(piece, plain)] == []


class TestTools:
    @pytest.mark.parametrize("tool", pages_of_tools.PAGES)
    def test_a_page_of_each_tool_says_what_it_says(self, tool: str) -> None:
        """Nothing more, which would be false, and nothing less."""
        page = read_page(pages_of_tools.PAGES[tool], name="loans")
        assert pages_of_tools.said(page) == SAID[tool].splitlines()


@st.composite
def spliced(draw: st.DrawFn) -> str:
    """Give pieces of pages and of what pages are written with, one behind another."""
    written = []
    for _ in range(draw(st.integers(1, 12))):
        if draw(st.booleans()):
            text = draw(st.sampled_from(SYNTHETIC))
            start = draw(st.integers(0, len(text)))
            written.append(text[start : start + draw(st.integers(0, 1_500))])
        else:
            written.append(draw(st.sampled_from(TOKENS)) * draw(st.sampled_from((1, 1, 1, 3, 40))))
    return "".join(written)


class TestLaw:
    @given(spliced())
    def test_any_page_is_read_into_lawful_facts_or_refused(self, text: str) -> None:
        """Nothing but SpecError is raised, and what is read can be written on one line and in UTF-8."""
        try:
            page = read_page(text, name="page", url="https://docs.choir.example/page")
        except SpecError as error:
            assert str(error).isprintable()
            return
        assert all(map(is_lawful, page.facts))
        assert len(page.facts) <= MAX_FACTS or page.format is Format.openapi
        for piece in pieces(page):
            assert len(piece.encode()) >= len(piece.split())
            assert not piece or piece.isprintable()

    @pytest.mark.parametrize(
        "changed",
        [
            {"value": "a sentence has more words than this law allows"},
            {"value": "x" * (MAX_TOKEN + 1)},
            {"value": "a\nb"},
            {"value": "a\x1b[0m"},
            {"value": "\ud800"},
            {"value": ""},
            {"value": float("nan")},
            {"value": 10**400},
            {"path": ("?", "name")},
            {"path": ("body", *["a"] * MAX_DEPTH)},
            {"path": ("body", "")},
            {"path": ("body", "name of a field that is a sentence by itself")},
            {"operation": "FETCH /songs"},
            {"operation": "GET songs"},
            {"operation": "GET /so ngs"},
            {"side": Side.response, "status": "099"},
            {"status": "200"},
        ],
        ids=repr,
    )
    def test_what_breaks_the_law_is_dropped(self, changed: dict[str, object]) -> None:
        """Each part of a fact has its shape."""
        plain: dict[str, object] = {
            "operation": "GET /songs",
            "side": Side.request,
            "path": ("body", "name"),
            "attribute": Attribute.default,
            "value": "x",
            "source": SourceKind.table,
            "confidence": Confidence.stated,
        }
        good, bad = Fact(**plain), Fact(**{**plain, **changed})  # type: ignore[arg-type]
        link = Link(
            rel="page", url="https://a.example/x", title="a title that is as long as a sentence is, which is no name"
        )
        page = lawful(Page(name="page", format=Format.markdown, facts=(good, bad), links=(link,)))
        assert page.facts == (good,)
        assert page.links == (Link(rel="page", url="https://a.example/x"),)

    def test_a_page_with_too_many_facts_is_refused(self) -> None:
        """A lock holds them all."""
        rows = "".join(f"| `field_{number}` | string | yes |\n" for number in range(MAX_FACTS // 3 + 1))
        with pytest.raises(SpecError, match=str(MAX_FACTS)):
            read_page(f"# x\n\n`POST /x`\n\n## Body\n\n| Name | Type | Required |\n|---|---|---|\n{rows}", name="page")

    def test_a_page_with_too_many_characters_is_refused(self) -> None:
        """What would take minutes is no page."""
        with pytest.raises(SpecError, match=str(MAX_CHARACTERS)):
            read_page("x" * (MAX_CHARACTERS + 1), name="page")


@pytest.mark.parametrize("shape", SHAPES)
def test_a_page_made_to_be_slow_is_read(shape: str) -> None:
    """It comes to an end; `bench/pages_speed.py` says when."""
    assert read_page(SHAPES[shape](60_000), name="page").name == "page"
