"""Laws of reading YAML by two parsers: the fast one reads no text otherwise than the reference."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from handbill_generator.diagnostics import SpecError
from handbill_generator.load import JSON, load_bytes, pointer_of, yaml_events
from hypothesis import given
from hypothesis import strategies as st

FLOCK = """\
---
openapi: "3.1.0" # a comment
info: &info {title: Flock, 'version': "1", x-a: [{? b : c}, "d": e]}
paths:
  /geese/{id}:
    get: &get
      description: |-
        Counts geese.
          Not ducks.

      summary: >+
        folded
        text

      tags: [a, b c , "d\\te\\
        f", 'it''s']
    put:
      <<: [*get, *info]
      x-n: [0o17, 0x1F, 1e3, .5, yes, ~, 2026-11-27, 12:30, -0, +.5]
? x
: !!str 12
"200":
- - a
  -
  - b: c
    d:
...
"""
PIECES = st.sampled_from(
    [
        *(
            "\n",
            "\n  ",
            "\r\n",
            "\r",
            "\t",
            " ",
            "  ",
            ": ",
            ":",
            "- ",
            "-",
            "? ",
            "#",
            " #",
            "[",
            "]",
            "{",
            "}",
            ",",
            ", ",
        ),
        *(
            "&a ",
            "&a",
            "*a",
            "*a ",
            "!!str ",
            "!!int ",
            "! ",
            "!x ",
            "<<: ",
            "<<",
            "--- ",
            "...\n",
            "%",
            "@",
            "|\n",
            ">-\n",
        ),
        *("|2\n", '"', "'", "\\", "\\n", "\\ud83d", "a", "b1", "~", "null", "0x1F", "1.5", ".inf", "\x85", "\u2028"),
        *("\ufeff", "\ue000", "é", "\U0001f600", "\0", "\x07"),
    ]
)
TEXTS = st.lists(PIECES, max_size=14).map("".join)
CUTS = st.tuples(st.integers(0, len(FLOCK)), st.integers(0, 4), PIECES | st.just(""))


def changed(cuts: list[tuple[int, int, str]], part: slice) -> str:
    text = FLOCK
    for start, length, piece in cuts:
        text = text[:start] + piece + text[start + length :]
    lines = text.splitlines(keepends=True)[part]
    indent = min((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), default=0)
    return "".join(line[indent:] for line in lines)


def pointers(tree: JSON, above: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    members = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    return [above, *(found for key, value in members for found in pointers(value, (*above, str(key))))]


def reading(text: str) -> list[str] | None:
    """Give the tree and all positions of *text*, None where it is refused."""
    try:
        document = load_bytes(text.encode(), path=Path("/a.yaml"), name="a.yaml")
    except SpecError:
        return None
    places = [str(document.position(pointer_of(tokens))) for tokens in pointers(document.tree)]
    return [json.dumps(document.tree), *places]


def refusal(text: str) -> str:
    with pytest.raises(SpecError) as caught:
        load_bytes(text.encode(), path=Path("/a.yaml"), name="a.yaml")
    return str(caught.value)


def without_libyaml(text: str) -> list[str] | None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_events, "CParser", None)
        return reading(text)


def check(text: str) -> None:
    """Tabs that separate words are read by libyaml alone; the reference reads the same with spaces for them."""
    expected = without_libyaml(text)
    found = reading(text)
    if expected is None and found is not None and "\t" in text:
        expected = without_libyaml(text.replace("\t", " "))
        found = [found[0].replace("\\t", " "), *found[1:]]
    assert found == expected


def test_the_document_that_is_changed_is_read() -> None:
    """What the next laws change is a document that both parsers read."""
    assert reading(FLOCK)
    check(FLOCK)


@given(text=TEXTS)
def test_both_parsers_read_any_text_alike(text: str) -> None:
    """Any mixture of YAML's spellings has the same values at the same places for both, or is refused by both."""
    check(f"k: {text}")
    check(text)


@given(cuts=st.lists(CUTS, max_size=3), start=st.integers(0, 24), length=st.integers(1, 25))
def test_both_parsers_read_a_changed_document_alike(cuts: list[tuple[int, int, str]], start: int, length: int) -> None:
    """A document in which something was cut out or put in is the same for both parsers, or refused by both."""
    check(changed(cuts, slice(start, start + length)))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: [b: c]", [{"b": "c"}]),
        ("a: [? b : c]", [{"b": "c"}]),
        ("a: !!str 1", "1"),
        ("a: ! 1", "1"),
        ("a: !!int '1'", 1),
        ("x: &a [1]\na: [*a, *a]", [[1], [1]]),
        ("x: &a: 1\na: *a:", 1),
        ("%YAML 1.1\n---\na: yes", "yes"),
        ("%X\n---\na: 1", 1),
        ('a: "\\ud83d\\ude00"', "\U0001f600"),
        ("a: b\t\nc:\tx\t# y\t", "b"),
        ("a:\tb\tc", "b\tc"),
        ("a: |\n  b\tc\n  \td\n", "b\tc\n\td\n"),
        ("a: |\n  b\u2028c\n  d\x85\n", "b\u2028c\nd\x85\n"),
        ("a: b\x85- c", "b\x85- c"),
        ('a: "\ue000 \u2029"', "\ue000 \u2029"),
        ("a: \ufeffb", "\ufeffb"),
    ],
)
def test_spellings_that_parsers_differ_in(text: str, value: JSON) -> None:
    """What one parser refuses or reads in the way of YAML 1.1 is read as YAML 1.2 says."""
    assert load_bytes(text.encode(), path=Path("/a.yaml"), name="a").tree["a"] == value


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: [1, 2\nb: 3", "2:2: not valid YAML: "),
        (
            "a: 'b",
            "1:6: not valid YAML: found unexpected end of stream while scanning a quoted scalar that begins on line",
        ),
        ("a: \x07", "1:4: not valid YAML: the character U+0007 is not allowed"),
        ("é: \x07", "1:4: not valid YAML: the character U+0007 is not allowed"),
        ("a: !!timestamp x", '1:4: the tag "tag:yaml.org,2002:timestamp" cannot be read in a document of this length'),
        ("a: [b: c]", "1:5: a mapping without braces in a list cannot be read in a document of this length"),
        ("%YAML 1.1\n---\na: b", '1:1: a line that begins with "%" cannot be read in a document of this length'),
    ],
)
@pytest.mark.parametrize("limit", ["_EVENTS", "_LENGTH"])
def test_the_reference_is_given_a_limited_time(text: str, message: str, limit: str) -> None:
    """Of a text that is too long for the reference, libyaml says what is wrong, and at what place."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_events, limit, 1)
        assert message in refusal(text)


@pytest.mark.parametrize("directive", ["%YAML 1.3", "%YAML 3.0", "%YAML x", "%TAG", "%TAG ! !", "%YAML 1.1\n%YAML 1.1"])
def test_directives_of_all_kinds(directive: str) -> None:
    """A directive that means nothing gives a document or a SpecError, and no other error."""
    without = without_libyaml(f"{directive}\n---\na: b")
    assert reading(f"{directive}\n---\na: b") == without


def test_the_reference_reads_alone_without_libyaml() -> None:
    """Where PyYAML came without libyaml a document is read in full all the same."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_events, "_EVENTS", 1)
        assert without_libyaml("a: [b: c]") == ['{"a": [{"b": "c"}]}', *["a.yaml:1:1"] * 2, *["a.yaml:1:5"] * 2]
