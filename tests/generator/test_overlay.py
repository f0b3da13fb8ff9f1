"""Laws of `overlay`: actions in their order, as the specification says; what was read stays, and places stay true."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from handbill_generator.bundle import bundle
from handbill_generator.contract import read_contract
from handbill_generator.diagnostics import SpecError
from handbill_generator.load import JSON, load_bytes
from handbill_generator.overlay import overlaid, read_overlay

from .overlaying import HEAD, applied, read, refusal, result, written


@pytest.mark.parametrize(
    ("tree", "target", "update", "becomes"),
    [
        ({"a": 1}, "$.x", {"b": 2}, {"a": 1, "b": 2}),
        ({"a": 1}, "$.x", {"a": 2}, {"a": 2}),
        ({"a": {"b": {"c": 1}}}, "$.x", {"a": {"b": {"d": 2}}}, {"a": {"b": {"c": 1, "d": 2}}}),
        ({"a": [1]}, "$.x", {"a": [2, 3]}, {"a": [1, 2, 3]}),
        ({"a": None}, "$.x", {"a": {"b": 1}}, {"a": {"b": 1}}),
        ({"a": 1}, "$.x", {"a": None}, {"a": None}),
        ([1], "$.x", 2, [1, 2]),
        ([1], "$.x", {"a": 2}, [1, {"a": 2}]),
        ([1], "$.x", [2, [3]], [1, 2, [3]]),
        ({"a": "b"}, "$.x.a", "c", {"a": "c"}),
        ([1, 2, 3], "$.x[1]", 5, [1, 5, 3]),
        ({"a": {"n": 1}, "b": {"n": 2}}, "$.x.*", {"m": 3}, {"a": {"n": 1, "m": 3}, "b": {"n": 2, "m": 3}}),
        ([{"n": 1}, {"n": 2}], "$.x[?@.n == 2]", {"m": 3}, [{"n": 1}, {"n": 2, "m": 3}]),
        ({"a": {"b": {}}}, "$.x..*", {"m": 1}, {"a": {"b": {"m": 1}, "m": 1}}),
    ],
)
def test_update(tree: JSON, target: str, update: JSON, becomes: JSON) -> None:
    """Mappings are merged by name, lists get more items, scalars are replaced, wherever the target is."""
    assert result(tree, {"target": target, "update": update}) == becomes


@pytest.mark.parametrize(
    ("tree", "target", "becomes"),
    [
        ({"a": 1, "b": 2}, "$.x.a", {"b": 2}),
        ([1, 2, 3], "$.x[0]", [2, 3]),
        ([1, 2, 3], "$.x[0,2]", [2]),
        ([1, 2, 3], "$.x[-1]", [1, 2]),
        ([{"n": 1}, {"n": 2}], "$.x[?@.n == 1]", [{"n": 2}]),
        ({"a": {"d": 1}, "b": [{"d": 1, "e": 2}]}, "$..d", {"a": {}, "b": [{"e": 2}]}),
        ({"a": {"a": {"a": 1}}}, "$..a", {}),
    ],
)
def test_remove(tree: JSON, target: str, becomes: JSON) -> None:
    """What is selected goes, all of it at once, so that an index means what it meant before."""
    assert result(tree, {"target": target, "remove": True}) == becomes


def test_copy_makes_and_moves() -> None:
    """What is copied is merged as an update is; with a removal it is moved (Overlay 1.1.0, "Move Example")."""
    actions = (
        {"target": "$.x", "update": {"new": {}}},
        {"target": "$.x.new", "copy": "$.x.old"},
        {"target": "$.x.old", "remove": True},
    )
    assert result({"old": {"get": [1]}, "other": 1}, *actions) == {"other": 1, "new": {"get": [1]}}


def test_actions_follow_each_other() -> None:
    """An action sees what those before it did, in its own file and in the files before."""
    first = written({"target": "$", "update": {"x": {"a": {}}}})
    second = written({"target": "$.x.a", "update": {"b": 1}}, {"target": "$.x.a.b", "update": 2})
    assert applied(read("openapi: 3.1.0"), first, second).document.tree == {"openapi": "3.1.0", "x": {"a": {"b": 2}}}


def test_remove_outdoes_update_and_false_is_nothing() -> None:
    """An update beside `remove: true` has no effect, and `remove: false` is as if it were not there."""
    assert result({"a": 1}, {"target": "$.x.a", "update": 2, "remove": True}) == {}
    assert result({"a": 1}, {"target": "$.x.a", "update": 2, "remove": False}) == {"a": 2}


def test_a_reusable_action_is_done_at_each_target() -> None:
    """What 1.2 calls a reusable action does its work where it is referred to, and own fields outdo its."""
    text = written(
        {"$ref": "#/components/actions/mark~1it", "target": "$.x.a"},
        {"$ref": "#/components/actions/mark~1it", "target": "$.x.b", "update": {"other": 1}},
        version="1.2.0",
        components={"actions": {"mark/it": {"description": "d", "fields": {"update": {"marked": True}}}}},
        **{"$self": "https://shop.test/fixes.yaml"},
    )
    made = applied(read('{"x": {"a": {}, "b": {}}}'), text).document.tree["x"]
    assert made == {"a": {"marked": True}, "b": {"other": 1}}


def test_places_are_those_of_what_is_written() -> None:
    """What an overlay brought stands in the overlay, and all else where it stood, also behind what was removed."""
    document = read(HEAD + "tags:\n  - name: a\n  - name: b\npaths:\n  /a: {get: {}, post: {}}\n")
    made = applied(
        document,
        "overlay: 1.1.0\ninfo: {title: F, version: 1}\nactions:\n"
        "  - target: $.info\n    update: {title: New, contact: {name: N}}\n"
        "  - target: $.tags[0]\n    remove: true\n"
        "  - target: $.tags\n    update: [{name: c}]\n"
        "  - target: $.paths\n    update: {/b: {}}\n"
        "  - target: $.paths['/b']\n    copy: $.paths['/a']\n"
        "  - target: $.paths['/a'].get\n    remove: true\n",
    )
    places = {
        "#/info": "specs/api.yaml:2:1",
        "#/info/title": "fixes0.yaml:5:14",
        "#/info/contact/name": "fixes0.yaml:5:36",
        "#/info/version": "specs/api.yaml:2:21",
        "#/tags/0/name": "specs/api.yaml:5:5",
        "#/tags/1/name": "fixes0.yaml:9:15",
        "#/paths/~1b": "fixes0.yaml:11:14",
        "#/paths/~1b/post": "specs/api.yaml:7:17",
        "#/paths/~1a/post": "specs/api.yaml:7:17",
        "#/paths/~1a/get": "specs/api.yaml:7:3",
    }
    assert {pointer: str(made.document.position(pointer)) for pointer in places} == places


def test_errors_of_the_contract_name_the_overlay(tmp_path: Path) -> None:
    """What an overlay made wrong is told with its place in the overlay, and references in it lead from the document."""
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "pet.yaml").write_text("type: object\n")
    document = load_bytes((HEAD + "paths: {/a: {get: {}}}\n").encode(), path=tmp_path / "api.yaml", name="api.yaml")
    schema = {"content": {"application/json": {"schema": {"$ref": "parts/pet.yaml"}}}}
    fix = written({"target": "$.paths['/a'].get", "update": {"responses": {"200": schema}}})
    contract = read_contract(bundle(overlaid(document, [read_overlay(read(fix, "elsewhere/fix.json"))]).document))
    assert list(contract.schemas) == ["pet"]
    assert str(contract.position("#/components/schemas/pet/type")) == "parts/pet.yaml:1:1"
    fix = written({"target": "$.paths['/a'].get", "update": {"parameters": [{"name": "q\nr", "in": "header"}]}})
    with pytest.raises(SpecError, match=r"^fix.json:1:\d+: .* \[#/paths/~1a/get/parameters/0"):
        read_contract(bundle(overlaid(document, [read_overlay(read(fix, "fix.json"))]).document))


def test_the_hash_follows_the_overlays() -> None:
    """Another overlay, or another order, is another contract; no overlay is the document itself."""
    document = read(HEAD)
    one, two = written({"target": "$", "update": {"x-a": 1}}), written({"target": "$", "update": {"x-b": 1}})
    hashes = [applied(document, *overlays).document.content_sha256 for overlays in ((), (one,), (one, two), (two, one))]
    assert len(set(hashes)) == 4
    assert applied(document).document is document


@pytest.mark.parametrize(
    ("target", "hint"),
    [
        ("$.inof", "write $['info'] if that is meant"),
        ("$.info['title'].x", "correct the target, or remove the action"),
        ("$.paths[?@.get]", "correct the target, or remove the action"),
        ("$.x[5]", "correct the target, or remove the action"),
    ],
)
def test_a_target_that_selects_nothing_is_told(target: str, hint: str) -> None:
    """An overlay that is out of date says so, and what may be meant; the other actions are done."""
    made = applied(read(HEAD + "x: []\n"), written({"target": target, "update": {}}, {"target": "$.x", "update": 1}))
    assert made.document.tree["x"] == [1]
    (notice,) = made.notices
    assert str(notice).startswith(f'fixes0.yaml:1:79: "{target}" selects nothing')
    assert notice.hint == hint
    assert "\n" not in str(notice)


@pytest.mark.parametrize(
    ("extends", "count"),
    [("specs/api.yaml", 0), ("./specs/../specs/api.yaml#", 0), ("https://a.test/api.yaml", 0), ("api.yaml", 1)],
)
def test_an_overlay_for_another_document_is_told(extends: str, count: int) -> None:
    """A relative path in extends must lead to the document; what is an address elsewhere may be where it came from."""
    made = applied(read(HEAD), written({"target": "$", "update": {}}, extends=extends))
    assert len(made.notices) == count


@pytest.mark.parametrize(
    ("tree", "action", "said"),
    [
        ({"a": {}}, {"target": "$.x", "update": {"a": 1}}, "the number 1 cannot take the place of a mapping at specs"),
        ({"a": 1}, {"target": "$.x", "update": {"a": {}}}, "a mapping cannot take the place of the number 1"),
        ({"a": []}, {"target": "$.x", "update": {"a": "b"}}, 'the text "b" cannot take the place of a list'),
        ({"a": []}, {"target": "$.x", "update": {"a": None}}, "null cannot take the place of a list"),
        ({"a": True}, {"target": "$.x.a", "update": []}, "a list cannot take the place of true"),
        ({}, {"target": "$.x", "update": []}, "a list cannot be merged into a mapping"),
        ({"a": {}, "b": []}, {"target": "$.x.*", "update": {}}, "selects lists and mappings, which no one value fits"),
        ({}, {"target": "$", "remove": True}, "the whole document cannot be removed"),
        ({"a": {}}, {"target": "$.x.a", "copy": "$.y"}, "selects nothing to copy"),
        ({"a": {}, "b": 1}, {"target": "$.x.a", "copy": "$.x.*"}, "selects 2 values to copy"),
        ({"a": {}, "b": 1}, {"target": "$.x.a", "copy": "$.x.b"}, "the number 1 cannot be merged into a mapping"),
        ({"a": {}}, {"target": "$.x.a", "copy": "x"}, "is not a JSONPath"),
        ({}, {"target": "x", "update": {}}, "\"x\" is not a JSONPath: expected '$', found 'x', at its character 1"),
        ({}, {"target": "", "update": {}}, '"" is not a JSONPath'),
        ({}, {"target": "$.paths./a", "update": {}}, "write names with other characters than letters"),
        ({}, {"target": "$[?nope(@)]", "update": {}}, "function 'nope' is not defined"),
        ({}, {"target": "$[" + "1" * 30 + "]", "update": {}}, "index out of range"),
        ({}, {"target": "$" + ".x" * 1000, "update": {}}, "a JSONPath of more than 2000 characters"),
        ({}, {"target": "$[?" + "(" * 900 + "@.a" + ")" * 900 + "]", "update": {}}, "is not a JSONPath"),
    ],
)
def test_what_cannot_be_done_is_told(tree: JSON, action: Any, said: str) -> None:
    """An action that cannot be done is one line with its place in the overlay."""
    message = refusal(tree, action)
    assert message.startswith("fixes0.yaml:1:")
    assert said in message
    assert "\n" not in message


def test_version_1_0_selects_no_scalars() -> None:
    """In 1.0 an update of a scalar is refused, with what to do; to remove one is evident, and done."""
    said = refusal({"a": 1}, {"target": "$.x.a", "update": 2}, version="1.0.0")
    assert "in overlay 1.0 a target must be a mapping or a list" in said
    assert "overlay: 1.1.0" in said
    assert result({"a": 1}, {"target": "$.x.a", "remove": True}, version="1.0.0") == {}


@pytest.mark.parametrize("reference", ["../outside.yaml", "/etc/passwd", "fixes.yaml/../../x"])
def test_a_reference_of_an_overlay_stays_inside(tmp_path: Path, reference: str) -> None:
    """What an overlay refers to is held to the folder of the document, and told at its place in the overlay."""
    document = load_bytes(
        (HEAD + "paths: {/a: {get: {}}}\n").encode(), path=tmp_path / "in" / "api.yaml", name="api.yaml"
    )
    (tmp_path / "outside.yaml").write_text("type: object\n")
    schema = {"content": {"application/json": {"schema": {"$ref": reference}}}}
    fix = written({"target": "$.paths['/a'].get", "update": {"responses": {"200": schema}}})
    with pytest.raises(SpecError, match=r"^fix.json:1:\d+: "):
        bundle(overlaid(document, [read_overlay(read(fix, "fix.json"))]).document)
