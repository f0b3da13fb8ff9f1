"""A page of running text gives what its sentences and the rest of its examples say, and leaves the rest open."""

from __future__ import annotations

from dataclasses import replace

import pytest
from handbill_generator.docs.model import MAX_TOKEN, Attribute, Format, Page, Side, SourceKind
from handbill_generator.docs.pages import prose
from hypothesis import given
from hypothesis import strategies as st

from tests.docs.texts_flattened import lasting, said, seed
from tests.docs.texts_prose import README, Basket


def _read(text: str) -> Page:
    return prose.read(text, name="page")


def test_a_verb_without_a_path_is_no_operation() -> None:
    """A title has a method, and no fact has an operation."""
    page = _read(Basket().text())
    assert page.format is Format.prose
    assert page.operations == ()


def test_a_published_document_is_a_fact() -> None:
    """That an OpenAPI document exists is said by its version, or by its address, which is a link as well."""
    assert said(_read(Basket().text()), Attribute.published) == {"": "3.1"}
    address = "https://shop.test/api/openapi.yaml"
    page = _read(Basket(published=f"Download the OpenAPI schema at {address}.").text())
    assert said(page, Attribute.published) == {"": address}
    assert [(link.rel, link.url) for link in page.links] == [("openapi", address)]
    assert said(_read(Basket(published="We like OpenAPI.").text()), Attribute.published) == {}


def test_a_broken_example_has_names_by_its_indentation() -> None:
    """An example that is no JSON says so, and still shows names in their places."""
    page = _read(Basket().text())
    assert said(page, Attribute.example_broken) == {"body": True}
    shown = {fact.path[1:] for fact in page.facts if fact.source is SourceKind.example and len(fact.path) > 1}
    assert shown == {
        ("id",),
        ("goods",),
        ("goods", "label"),
        ("goods", "sizes"),
        ("goods", "parts"),
        ("goods", "parts", "[]", "kind"),
        ("goods", "parts", "[]", "maker"),
        ("goods", "parts", "[]", "maker", "town"),
    }
    assert {fact.side for fact in page.facts if fact.path} == {Side.request}


def test_a_part_of_an_object_is_not_broken() -> None:
    """Members without their braces are a part of an object, and no broken example."""
    page = _read(Basket(example=('"id": "basket_1",', '"size": 3')).text())
    assert said(page, Attribute.example_broken) == {}
    assert said(page, Attribute.type)["body/size"] == "integer"


def test_whole_parts_of_a_broken_example_are_no_examples() -> None:
    """An object inside of an example that lost its end is not an example of its own."""
    lines = ("{", '  "goods": [', "    {", '      "kind": "leaf"', "    },", "    {", '      "kind": "bag"', "    }")
    page = _read(Basket(example=lines).text())
    assert said(page, Attribute.example_broken) == {"body": True}
    assert "body/kind" not in said(page, Attribute.exists)


def test_statuses_and_codes_of_a_list() -> None:
    """Each line of a list of errors has its status and its code, and a sentence has the status of success."""
    page = _read(Basket().text())
    codes = {(fact.status, fact.value) for fact in page.facts if fact.attribute is Attribute.code}
    assert codes == {("401", "KEY_UNKNOWN"), ("400", "GOODS_MISSING"), ("503", "SHOP_CLOSED")}
    statuses = {fact.status for fact in page.facts if fact.attribute is Attribute.exists and fact.side is Side.response}
    assert statuses == {"200", "400", "401", "503"}
    assert not [fact for fact in page.facts if fact.side is Side.response and fact.path]


def test_a_block_that_another_page_describes() -> None:
    """The heading above such a sentence names the block, if an example has it."""
    assert said(_read(Basket().text()), Attribute.refers) == {"body/goods": "elsewhere"}
    page = _read(Basket(elsewhere="See https://shop.test/add for details about parameters.").text())
    assert said(page, Attribute.refers) == {"body/goods": "https://shop.test/add"}
    assert said(_read(Basket().text().replace("Goods block", "Other block")), Attribute.refers) == {}


def test_a_readme_has_chapters() -> None:
    """A list of operations says that they exist; what follows a heading is about that operation alone."""
    page = _read(README)
    assert page.operations == ("GET /v1/baskets", "GET /v1/baskets/{basketId}", "POST /v1/baskets")
    by_operation = {
        operation: {(str(fact.side), fact.status, *fact.path) for fact in page.facts if fact.operation == operation}
        for operation in page.operations
    }
    assert by_operation["GET /v1/baskets"] == {("neither", "")}
    assert by_operation["POST /v1/baskets"] == {
        ("neither", ""),
        ("request", "", "body", "label"),
        ("request", "", "body", "size"),
        ("request", "", "body", "owner", "email"),
        ("response", "success", "body", "id"),
        ("response", "201"),
    }
    assert ("response", "success", "body", "data", "id") in by_operation["GET /v1/baskets/{basketId}"]
    assert said(page, Attribute.missing_status) == {"path/basketId": "404"}


def test_fields_in_brackets() -> None:
    """A list of fields says types, and what is required or optional only in those words."""
    page = _read(README)
    assert said(page, Attribute.required) == {"body/label": True, "body/size": False}
    assert said(page, Attribute.type, side=Side.request)["body/size"] == "integer"
    assert said(page, Attribute.max_length) == {"body/label": 40}


def test_an_example_between_two_sides_says_nothing() -> None:
    """Where neither words nor an envelope tell who sends an example, it is left out."""
    assert {fact.path for fact in _read('POST /v1/baskets\nLook\n{"a": 1}').facts} == {()}
    assert ("body", "a") in {fact.path for fact in _read('GET /v1/baskets\nLook\n{"a": 1}').facts}


_WORDING = st.sampled_from(["Fill it.", "A basket holds goods", "This is what most shops do first."])


@given(_WORDING, st.permutations(range(3)), st.integers(0, 2), st.text("abc", min_size=1))
def test_cosmetic_edits_say_the_same(wording: str, errors: list[int], blanks: int, value: str) -> None:
    """Wording, order, blank lines and values of examples are no facts that last."""
    page = Basket()
    edited = replace(
        page,
        intro=wording,
        errors=tuple(page.errors[number] for number in errors),
        example=(f'    "id": "{value}",', *page.example[1:]),
        blanks=blanks,
    )
    assert lasting(_read(edited.text())) == lasting(_read(page.text()))


_LINES = (
    '"a": { | "b": [ | Body | See A for details | POST /a | GET | a (string): b | 404 | OpenAPI file found | {"c": 1}'
)


@given(st.text() | st.lists(st.sampled_from(_LINES.split(" | ")) | st.text(max_size=20), max_size=60).map("\n".join))
def test_any_text_is_a_page(text: str) -> None:
    """No text stops the reader, and no value is longer than a token."""
    assert all(len(str(fact.value)) <= MAX_TOKEN for fact in _read(text).facts)


@pytest.mark.parametrize(
    "line",
    [
        '"a": {',
        '"a": 1,',
        "{",
        "POST /a",
        "Body\na (string): b",
        "See " * 400,
        "a (" * 300,
        '"' + "\\" * 900,
        "OpenAPI " * 99,
    ],
)
def test_a_page_made_to_be_slow_is_read(line: str) -> None:
    """A page that repeats one thing is read to its end."""
    text = (line + "\n") * (100_000 // (len(line) + 1))
    assert _read(text).name


def test_the_seed_of_batch() -> None:
    """The page has nine errors, one success without a body, a broken example and a block that is elsewhere."""
    page = _read(seed("002"))
    assert page.operations == ()
    codes = [fact for fact in page.facts if fact.attribute is Attribute.code]
    assert len(codes) == 9
    assert {fact.status for fact in codes} == {"400", "401", "403", "404", "429", "500", "503"}
    assert said(page, Attribute.published) == {"": "3.1"}
    assert said(page, Attribute.example_broken) == {"body": True}
    assert said(page, Attribute.refers) == {"body/campaign": "elsewhere"}
    assert not [fact for fact in page.facts if fact.side is Side.response and fact.path]
