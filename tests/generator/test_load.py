"""Laws of `load`: what is read is what is written, everything has a place, and bad bytes give one clear line."""

from __future__ import annotations

import json
import math
import re
import string
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import pytest
from handbill_generator.diagnostics import SpecError
from handbill_generator.load import JSON, Document, Limits, load, load_bytes, pointer_of, tokens_of, value_at
from handbill_generator.load.source import Source
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

SCALARS = st.none() | st.booleans() | st.integers(-(10**30), 10**30) | st.floats(allow_nan=False, allow_infinity=False)
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8)
VALUES = st.recursive(
    SCALARS | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)
TREES = st.dictionaries(TEXTS, VALUES, min_size=1, max_size=4)


def read(content: str | bytes, *, file: str = "api.yaml", limits: Limits | None = None) -> Document:
    encoded = content if isinstance(content, bytes) else content.encode()
    return load_bytes(encoded, path=Path("/specs", file), name=file, limits=limits or Limits())


def refusal(content: str | bytes, *, file: str = "api.yaml", limits: Limits | None = None) -> str:
    with pytest.raises(SpecError) as caught:
        read(content, file=file, limits=limits)
    return str(caught.value)


def pointers(tree: JSON, above: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    members = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    return [above, *(found for key, value in members for found in pointers(value, (*above, str(key))))]


@given(
    tree=TREES,
    indent=st.sampled_from([None, 0, 2]),
    ascii_only=st.booleans(),
    file=st.sampled_from(["a.json", "a.yaml"]),
)
def test_json_comes_back_as_it_went_in(tree: dict[str, JSON], indent: int | None, ascii_only: bool, file: str) -> None:
    """JSON text means the same value and the same order of keys whatever its file is called."""
    text = json.dumps(tree, indent=indent, ensure_ascii=ascii_only)
    assert json.dumps(read(text, file=file).tree) == json.dumps(tree)


@given(tree=TREES, indent=st.sampled_from([None, 2]))
def test_the_same_text_has_the_same_places_in_json_and_yaml(tree: dict[str, JSON], indent: int | None) -> None:
    """Each pointer of a text that is JSON and YAML at once is at the same place for both readers."""
    text = json.dumps(tree, indent=indent)
    as_json, as_yaml = read(text, file="a.json"), read(f"# yaml\n{text}")
    assert as_yaml.tree == as_json.tree
    for pointer in map(pointer_of, pointers(tree)):
        at_json, at_yaml = as_json.position(pointer), as_yaml.position(pointer)
        assert (at_yaml.line, at_yaml.column) == (at_json.line + 1, at_json.column)


@given(tree=st.dictionaries(st.text(string.ascii_letters, min_size=1), VALUES, min_size=1))
def test_a_position_is_where_the_key_is_written(tree: dict[str, JSON]) -> None:
    """The text at the position of a member begins with its key."""
    text = json.dumps(tree, indent=1)
    document, lines = read(text, file="a.json"), text.split("\n")
    for key in tree:
        position = document.position(pointer_of([key]))
        assert lines[position.line - 1][position.column - 1 :].startswith(f'"{key}"')


@given(tokens=st.lists(st.text(max_size=6)))
def test_pointers_are_read_back(tokens: list[str]) -> None:
    """Any key survives being written as a pointer, percent signs, slashes and tildes too."""
    assert tokens_of(pointer_of(tokens)) == tuple(tokens)


@given(content=st.binary(max_size=60), file=st.sampled_from(["a.json", "a.yaml", "a"]))
def test_any_bytes_give_a_document_or_a_spec_error(content: bytes, file: str) -> None:
    """No bytes raise anything but SpecError."""
    with suppress(SpecError):
        assert isinstance(read(content, file=file).tree, dict)


@given(content=st.text(st.sampled_from("ab01 \n\t:-?,[]{}&*!|>'\"%@#.~<=\\ux\ufeff\x85\u2028\0"), max_size=40))
def test_any_yaml_like_text_gives_a_document_or_a_spec_error(content: str) -> None:
    """No mixture of YAML's own characters raises anything but SpecError, nor loses a position."""
    with suppress(SpecError):
        document = read(content)
        assert all(document.position(pointer_of(tokens)).line > 0 for tokens in pointers(document.tree))


@given(text=st.text(string.digits + "+-.eExo_abfnlutrsINFyA~", min_size=1, max_size=8))
def test_plain_scalars_mean_what_another_reader_of_yaml_1_2_says(text: str) -> None:
    """A plain scalar is the string, number, boolean or null that ruamel.yaml's own constructor makes of it."""
    try:
        ours = read(f"a: {text}").tree["a"]
    except SpecError:
        return
    try:
        theirs = YAML(typ="safe", pure=True).load(f"a: {text}")["a"]
    except ValueError:
        theirs = text
    if "_" in text or text.startswith(("+0", "-0")) or type(theirs).__name__ == "date":
        return  # ruamel.yaml reads 1_000, -0x1 and dates, which the core schema does not know
    assert type(ours) is type(theirs) or not isinstance(theirs, (int, float))
    assert ours == theirs or not isinstance(theirs, (int, float))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("200", 200),
        ("0o17", 15),
        ("0x1F", 31),
        ("010", 10),
        ("-0", 0),
        ("1e3", 1000.0),
        (".5", 0.5),
        ("1_000", "1_000"),
        ("12:30", "12:30"),
        ("2026-11-23", "2026-11-23"),
        ("2026-11-23T10:00:00Z", "2026-11-23T10:00:00Z"),
        ("yes", "yes"),
        ("NO", "NO"),
        ("True", True),
        ("", None),
        ("~", None),
        ("nULL", "nULL"),
        ("! 12", "12"),
        ("!!str 12", "12"),
        ("!!int '12'", 12),
        ("!!float 12", 12),
        ("'12'", "12"),
        ("=", "="),
        ("1" * 400, int("1" * 400)),
    ],
)
def test_yaml_1_2_core_schema(text: str, value: JSON) -> None:
    """Scalars are those of YAML 1.2.2, section 10.3: dates, yes and 1_000 are strings."""
    read_value = read(f"a: {text}").tree["a"]
    assert (read_value, type(read_value)) == (value, type(value))


def test_keys_are_strings_as_written() -> None:
    """A key that looks like a number, a boolean or null is the text of it."""
    tree = read('200: a\n2.50: b\nno: c\ntrue: d\n~: e\n0x1F: f\n? g\n: h\n!!str 1: i\n"\\0<<": j\n').tree
    assert list(tree) == ["200", "2.50", "no", "true", "~", "0x1F", "g", "1", "\0<<"]


def test_positions_are_those_of_keys_and_items() -> None:
    """A member is where its key is, an item where it begins, and what does not exist where its nearest ancestor is."""
    document = read("# comment\npaths:\n  /a%b:\n    get:\n      tags: [x,  y]\n")
    places = {pointer: str(document.position(pointer)) for pointer in ("#", "#/paths", "#/paths/~1a%25b/get")}
    assert places == {"#": "api.yaml:2:1", "#/paths": "api.yaml:2:1", "#/paths/~1a%25b/get": "api.yaml:4:5"}
    assert str(document.position("#/paths/~1a%25b/get/tags/1")) == "api.yaml:5:18"
    for lost in ("/2", "/-1", "/01", "/x", "/1/y"):
        assert str(document.position(f"#/paths/~1a%25b/get/tags{lost}"))[:10] == "api.yaml:5"
    assert str(document.position("#/nothing/here")) == "api.yaml:2:1"


@given(text=st.text("a\r\n\u2028", max_size=30), before=st.integers(0, 9000), at=st.integers(0, 9000))
def test_positions_are_counted_as_lines_are_split(text: str, before: int, at: int) -> None:
    """Line and column are those that splitting the text at LF, CRLF and CR gives, however long the text is."""
    source = Source("a", "x\r\n" * (before // 3) + text)
    offset = min(at, len(source.text))
    ends = [end.end() for end in re.finditer(r"\r\n|\r|\n", source.text) if end.end() <= offset]
    position = source.position(offset)
    assert (position.line, position.column) == (len(ends) + 1, offset - (ends[-1] if ends else 0) + 1)


@pytest.mark.parametrize("file", ["a.json", "a.yaml"])
def test_lines_end_as_editors_say(file: str) -> None:
    """LF, CRLF and CR end a line; a byte order mark and characters beyond the first plane take no extra column."""
    document = read('\ufeff{\r\n"a": 1,\r"\U0001f600": 2, "b": 3,\n"c": 4}', file=file)
    assert [str(document.position(f"#/{key}")) for key in "abc"] == [f"{file}:2:1", f"{file}:3:9", f"{file}:4:1"]


def test_aliases_and_merge_keys() -> None:
    """An alias is what its anchor holds; merged keys come first and yield to written ones, an earlier mapping wins."""
    document = read(
        "a: &a {x: 1, y: 1}\nb: &b {y: 2, z: 2}\nc:\n  <<: [*a, *b]\n  z: 3\nd: *a\ne:\n  <<: *b\n'<<': 4\n&k f: *k\n"
    )
    assert document.tree["c"] == {"y": 1, "z": 3, "x": 1}
    assert document.tree["d"] == {"x": 1, "y": 1}
    assert document.tree["e"] == {"y": 2, "z": 2}
    assert (document.tree["<<"], document.tree["f"]) == (4, "f")
    where = [str(document.position(pointer)) for pointer in ("#/c/z", "#/c/x", "#/d", "#/d/y")]
    assert where == ["api.yaml:5:3", "api.yaml:1:8", "api.yaml:6:1", "api.yaml:1:14"]


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("api.yaml", '{"openapi": "3.1.0",\n\t"info": {}}'),
        ("api.yml", "{openapi: 3.1.0, info: {}}"),
        ("api", "openapi: 3.1.0\ninfo: {}"),
        ("api.txt", '{"openapi": "3.1.0", "info": {}}'),
        ("API.JSON", '\ufeff{"openapi": "3.1.0", "info": {}}'),
        ("api.yaml", "%YAML 1.1\n---\nopenapi: 3.1.0\ninfo: {}\n...\n"),
    ],
)
def test_json_and_yaml_are_told_apart(file: str, text: str) -> None:
    """JSON in a YAML file, YAML in JSON's clothes and a file without extension are read."""
    assert read(text, file=file).tree == {"openapi": "3.1.0", "info": {}}


FIX_QUOTE = 'put the text in quotes if it holds ": ", else check the indent'
FIX_COMMA = "look for a missing comma, quote or bracket before it"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "1:1: the file is empty; write an OpenAPI document into it"),
        (" \n", "1:1: the file is empty; write an OpenAPI document into it"),
        ("# a\n", "1:1: the file is empty; write an OpenAPI document into it"),
        ("--- ~", "1:1: the document is empty, not a mapping; begin with a key such as openapi: 3.1.0"),
        ("- a", "1:1: the document is a list, not a mapping; begin with a key such as openapi: 3.1.0"),
        ("404", "1:1: the document is a scalar, not a mapping; begin with a key such as openapi: 3.1.0"),
        ("a: 1\n---\nb: 2", "2:1: a second YAML document begins here; keep one document per file"),
        ("a: b: c", f"1:5: not valid YAML: mapping values are not allowed here; {FIX_QUOTE}"),
        (
            "a:\n\t- b",
            "2:1: not valid YAML: found character '\\t' that cannot start any token; indent with spaces",
        ),
        (
            "\n\na: 'b\n\n",
            "5:1: not valid YAML: found unexpected end of stream while scanning a quoted scalar that begins on line 3;"
            " close the quote",
        ),
        (
            "a: [1, 2\nb: 3",
            "2:2: not valid YAML: expected ',' or ']', but got ':' while parsing a flow sequence that begins on line 1;"
            " close the bracket or write the missing comma",
        ),
        (
            "a: \x07",
            "1:4: not valid YAML: the character U+0007 is not allowed; remove it, or write it as an escape in double"
            " quotes",
        ),
        ('a: "\\ud800"', "1:4: half a surrogate pair; write the character itself"),
        ("200: a\n'200': b", '2:1: the key "200" stands here twice, first on line 1; remove one of the two'),
        ("a: {b: 1, b: 2}", '1:11: the key "b" stands here twice, first on line 1; remove one of the two'),
        (
            "a: &a {}\nb:\n  <<: *a\n  <<: *a",
            '4:3: the key "<<" stands here twice, first on line 3; remove one of the two',
        ),
        ("a: !!python/none x", '1:4: the tag "tag:yaml.org,2002:python/none" is not supported; remove the tag'),
        ("a: !!timestamp 2026-01-01", '1:4: the tag "tag:yaml.org,2002:timestamp" is not supported; remove the tag'),
        ("a: !env {b: 1}", '1:4: the tag "!env" is not supported; remove the tag'),
        ("!x a: 1", '1:1: the tag "!x" is not supported; remove the tag'),
        ("a: !!int b", '1:4: "b" is not of type int; remove the tag'),
        ("a: [.inf]", '1:5: ".inf" is not a JSON number; write a finite number or null'),
        ("a: -.INF", '1:4: "-.INF" is not a JSON number; write a finite number or null'),
        ("a: .nan", '1:4: ".nan" is not a JSON number; write a finite number or null'),
        ("a: 1e999", '1:4: the number "1e999" is too large; write a finite number or a string'),
        ("a: " + "9" * 401, f'1:4: the number "{"9" * 57}..." is too large; write a finite number or a string'),
        ("? [a]\n: b", "1:3: a key must be plain text; write the key as a string"),
        ("a: &a b\n*a : c", "2:1: a key must be plain text; write the key as a string"),
        ("a: *b", '1:4: there is no anchor "&b" before this; write the anchor first'),
        ("a: &a\n  b: [*a]", '2:7: "*a" stands inside its own anchor; use $ref for recursion'),
        ("a:\n  <<: b", '2:7: "<<" merges mappings only; write an alias of a mapping, or quote the key'),
        ("a:\n  <<: [{}, b]", '2:7: "<<" merges mappings only; write an alias of a mapping, or quote the key'),
    ],
)
def test_yaml_refusals(text: str, message: str) -> None:
    """What YAML or we do not allow is refused at its place, in plain words, with what to do."""
    assert refusal(text) == f"api.yaml:{message}"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("\n", "1:1: the file is empty; write an OpenAPI document into it"),
        ("[]", "1:1: the document is a list, not a mapping; begin with a key such as openapi: 3.1.0"),
        ('"a"', "1:1: the document is a string, not a mapping; begin with a key such as openapi: 3.1.0"),
        ("openapi: 3.1.0", f"1:1: not valid JSON: expecting value; {FIX_COMMA}"),
        ('{"a": 1\n "b": 2}', f"2:2: not valid JSON: expecting ',' delimiter; {FIX_COMMA}"),
        ('{"a": "b}', f"1:7: not valid JSON: unterminated string starting; {FIX_COMMA}"),
        ('{"a": 1}\n{}', f"2:1: not valid JSON: extra data; {FIX_COMMA}"),
        ('{"a": 1,\n "a": 2}', '2:2: the key "a" stands here twice, first on line 1; remove one of the two'),
        ('{"a": 1,\n "\\u0061": 2}', '2:2: the key "a" stands here twice, first on line 1; remove one of the two'),
        ('{"a": [1,\n NaN]}', '2:2: "NaN" is not a JSON number; write a finite number or null'),
        ('{"a": -Infinity}', '1:7: "-Infinity" is not a JSON number; write a finite number or null'),
        ('{"a": -1e999}', '1:7: the number "-1e999" is too large; write a finite number or a string'),
        (f'{{"a": {"9" * 5000}}}', f'1:7: the number "{"9" * 57}..." is too large; write a finite number or a string'),
        (
            '{"a": "\\ud83d\\ude00", "b": "\\udead"}',
            '1:28: half a surrogate pair in "\\udead"; write both halves or none',
        ),
    ],
)
def test_json_refusals(text: str, message: str) -> None:
    """What JSON or we do not allow is refused at its place, in plain words, with what to do."""
    assert refusal(text, file="api.json") == f"api.json:{message}"


@pytest.mark.parametrize("file", ["api.json", "api.yaml"])
def test_two_halves_of_a_surrogate_pair_are_one_character(file: str) -> None:
    """JSON's way to write an emoji in ASCII is read in YAML too."""
    assert read('{\n"a": "\\ud83d\\ude00"}', file=file).tree == {"a": "\U0001f600"}


@pytest.mark.parametrize("file", ["api.json", "api.yaml"])
def test_bytes_that_are_not_utf_8(file: str) -> None:
    """The first byte that is not UTF-8 is refused at its place."""
    assert refusal(b'{"a": 1,\n"\xc3\xa9": "\xff"}', file=file) == (
        f"{file}:2:7: not UTF-8: the byte 0xFF begins no character; save the file as UTF-8"
    )


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("file", ["api.json", "api.yaml"])
def test_files_of_other_encodings(file: str, encoding: str) -> None:
    """A file of UTF-16 or UTF-32, with a mark or without, is called by its name."""
    text = '{"openapi": "3.1.0"}'
    name = encoding[:6].upper()
    assert (
        refusal(text.encode(encoding), file=file)
        == f"{file}:1:1: the file is {name}, not UTF-8; save the file as UTF-8"
    )


@pytest.mark.parametrize(
    ("file", "text", "limits", "message"),
    [
        ("a.yaml", "a: 1\nb: 2", Limits(bytes=8), '"a.yaml" has more than 8 bytes (limit "bytes"); split the document'),
        (
            "a.json",
            '{"a": [1,\n2, 3]}',
            Limits(nodes=4),
            'a.json:2:4: more than 4 values, aliases expanded (limit "nodes"); split the document, or repeat less',
        ),
        (
            "a.yaml",
            "a: &a [1, 2]\nb: [*a, *a]",
            Limits(nodes=8),
            'a.yaml:2:9: more than 8 values, aliases expanded (limit "nodes"); split the document, or repeat less',
        ),
        (
            "a.json",
            '{"a": [[\n{}]]}',
            Limits(depth=3),
            'a.json:2:1: more than 3 levels of nesting (limit "depth"); use $ref instead of nesting',
        ),
        (
            "a.yaml",
            "a: [[\n{}]]",
            Limits(depth=3),
            'a.yaml:2:1: more than 3 levels of nesting (limit "depth"); use $ref instead of nesting',
        ),
        (
            "a.yaml",
            "a: &a [[]]\nb: [*a]",
            Limits(depth=3),
            'a.yaml:2:5: more than 3 levels of nesting (limit "depth"); use $ref instead of nesting',
        ),
    ],
)
def test_limits(file: str, text: str, limits: Limits, message: str) -> None:
    """One more than a limit is refused, naming the limit, at the first value past it."""
    assert refusal(text, file=file, limits=limits) == message


@pytest.mark.parametrize("file", ["a.json", "a.yaml"])
def test_at_the_limit_is_allowed(file: str) -> None:
    """A document of just so many bytes, values and levels is read."""
    text = '{"a": [[1, 2]]}'
    assert read(text, file=file, limits=Limits(bytes=len(text), nodes=5, depth=3)).tree == {"a": [[1, 2]]}


@pytest.mark.parametrize("text", ['{"a":' * 200_000, "[" * 200_000, "- " * 200_000, "a: " + "{a: " * 200_000])
@pytest.mark.parametrize("file", ["a.json", "a.yaml"])
def test_deep_nesting_never_overflows_the_stack(text: str, file: str) -> None:
    """A hundred thousand open brackets are refused like any other bad document."""
    assert refusal(text, file=file).startswith(f"{file}:1:")


@pytest.mark.parametrize("step", ["[*a{0}, *a{0}, *a{0}, *a{0}]", "{{<<: [*m, *m], x: *a{0}, y: *a{0}}}", "[*a{0}]"])
def test_alias_bombs_are_refused(step: str) -> None:
    """Aliases that multiply or nest are refused before they are expanded."""
    lines = ["m: &m {p: 1, q: 2}", "a0: &a0 [x]", *(f"a{n + 1}: &a{n + 1} {step.format(n)}" for n in range(250))]
    assert refusal("\n".join(lines)).startswith("api.yaml:")


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    """A missing file, a folder, a link to itself and a name that no file has give a SpecError, not an OSError."""
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    hint = "give the path of an OpenAPI file, JSON or YAML"
    for path, reason in [(tmp_path / "no.yaml", "no such file or directory"), (tmp_path, "is a directory")]:
        with pytest.raises(SpecError) as caught:
            load(path, name="specs/x")
        assert str(caught.value) == f'"specs/x" cannot be read: {reason}; {hint}'
    for path in (loop, Path("a\0b"), Path("x" * 5000)):
        with pytest.raises(SpecError, match="cannot be read"):
            load(path)


def test_a_document_knows_its_file(tmp_path: Path) -> None:
    """A document has the real path, the name it was given, the hash of its bytes, and a short repr."""
    content = b"\xef\xbb\xbfopenapi: 3.1.0\n"
    (tmp_path / "real.yaml").write_bytes(content)
    (tmp_path / "link.yaml").symlink_to("real.yaml")
    document = load(tmp_path / "link.yaml", name="link.yaml")
    assert (document.path, document.name) == ((tmp_path / "real.yaml").resolve(), "link.yaml")
    assert document.content_sha256 == sha256(content).hexdigest()
    assert "3.1.0" not in repr(document)
    assert load(tmp_path / "link.yaml").name == str(tmp_path / "link.yaml")


@given(tree=TREES)
def test_every_number_read_is_finite(tree: dict[str, JSON]) -> None:
    """No value of a document is NaN or infinite."""
    document = read(json.dumps(tree))
    found = [value_at(document.tree, tokens) for tokens in pointers(document.tree)]
    assert all(math.isfinite(value) for value in found if isinstance(value, float))
