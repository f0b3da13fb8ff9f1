"""Laws of `overlay.read`: what is no overlay is told with its place, and what the specification leaves open is fine."""

from __future__ import annotations

import json

import pytest
from handbill_generator.diagnostics import SpecError
from handbill_generator.overlay import read_overlay

from .overlaying import read


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("openapi: 3.1.0\n", "o.yaml:1:1: this is an OpenAPI document; begin an overlay"),
        ("a: 1\n", "o.yaml:1:1: this is no overlay: it has no overlay key"),
        ("overlay: 2.0.0\n", 'o.yaml:1:1: overlay version "2.0.0" is not supported [#/overlay]'),
        ("overlay: 1.3.0\n", "is not supported"),
        ("overlay: []\n", "is not supported"),
        (
            "overlay: 1.0.0\nactoins: []\n",
            'o.yaml:2:1: an overlay has no key "actoins" here [#/actoins]; write actions',
        ),
        ("overlay: 1.0.0\nzzz: []\n", "there are overlay, info, extends, actions"),
        ("overlay: 1.1.0\ncomponents: {}\n", "overlay 1.1 has no components [#/components]; begin with overlay: 1.2.0"),
        ("overlay: 1.0.0\n", "o.yaml:1:1: an overlay needs info"),
        ("overlay: 1.0.0\ninfo: []\n", "o.yaml:2:1: an overlay needs info"),
        ("overlay: 1.0.0\ninfo: {title: T}\n", "info lacks version"),
        ("overlay: 1.0.0\ninfo: {title: [], version: 1}\n", "title must be text"),
        ("I\nextends: 1\n", "extends must be the address of a document"),
        ("I\n", "o.yaml:1:1: an overlay needs a list of actions"),
        ("I\nactions: []\n", "o.yaml:3:1: an overlay needs a list of actions"),
        ("I\nactions: {}\n", "o.yaml:3:1: an overlay needs a list of actions"),
        ("I\nactions: [1]\n", "o.yaml:3:11: an action must be a mapping [#/actions/0]"),
        ("I\nactions: [{update: {}}]\n", "o.yaml:3:11: the action has no target"),
        ("I\nactions: [{target: 1, update: {}}]\n", "a target must be a JSONPath"),
        ("I\nactions: [{target: $}]\n", "the action does nothing [#/actions/0]; add update, copy or remove: true"),
        ("I\nactions: [{target: $, remove: false}]\n", "the action does nothing"),
        ("I\nactions: [{target: $, remove: 1}]\n", "remove must be true or false"),
        ("I\nactions: [{target: $, copy: $, update: {}}]\n", "has update and copy"),
        ("I\nactions: [{target: $, copy: {}}]\n", "what is copied must be told by a JSONPath"),
        ("I\nactions: [{target: $, updaet: {}}]\n", 'has no key "updaet" here [#/actions/0/updaet]; write update'),
        ("I\nactions: [{target: $, $ref: '#/components/actions/a'}]\n", "overlay 1.1 has no $ref"),
        ("J\nactions: [{target: $, $ref: '#/actions/0'}]\n", "a reusable action must stand in this file"),
        ("J\nactions: [{target: $, $ref: '#/components/actions/a/fields'}]\n", "must stand in this file"),
        ("J\nactions: [{target: $, $ref: 1}]\n", "a reusable action must stand in this file"),
        ("J\nactions: [{target: $, $ref: '#/components/actions/a'}]\n", "does not resolve"),
        (
            "J\ncomponents: {actions: {a: 1}}\nactions: [{target: $, $ref: '#/components/actions/a'}]\n",
            "a mapping must",
        ),
        (
            "J\ncomponents: {actions: {a: {}}}\nactions: [{target: $, $ref: '#/components/actions/a'}]\n",
            "has no fields",
        ),
        (
            "J\ncomponents: {actions: {a: {fields: {target: $}}}}\n"
            "actions: [{target: $, $ref: '#/components/actions/a'}]\n",
            'has no key "target" here [#/components/actions/a/fields/target]',
        ),
    ],
)
def test_what_is_no_overlay_is_told(text: str, said: str) -> None:
    """A mistake in an overlay is one line with file, line and column, and what to write."""
    heads = {"I": "1.1.0", "J": "1.2.0"}
    if text[0] in heads:
        text = f"overlay: {heads[text[0]]}\ninfo: {{title: T, version: 1}}{text[1:]}"
    with pytest.raises(SpecError) as caught:
        read_overlay(read(text, "o.yaml"))
    assert said in str(caught.value)
    assert str(caught.value).startswith("o.yaml:")


@pytest.mark.parametrize("version", ["1.0.0", "1.0.7", "1.1.0", "1.2.0", 1.0, 1.1])
def test_patch_versions_and_extensions_do_not_matter(version: object) -> None:
    """The patch version says nothing of the features; what begins with x- may stand anywhere."""
    tree = {
        "overlay": version,
        "x-a": 1,
        "info": {"title": "T", "version": 1, "x-b": 2},
        "actions": [{"target": "$", "x-c": 3, "update": {}}],
    }
    assert len(read_overlay(read(json.dumps(tree), "o.json")).actions) == 1
