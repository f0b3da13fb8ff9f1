"""Laws of editing: what does not change keeps its bytes, what changes reads back as the change."""

from __future__ import annotations

import json
import os
import re
import stat
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from handbill_generator.diagnostics import OutputError, SpecError
from handbill_generator.load import load_bytes, pointer_of
from handbill_generator.round_trip import Original, read, save, written
from hypothesis import assume, given, settings
from hypothesis import strategies as st

CHECKOUT = Path(__file__).parents[2]
SPECS = sorted((CHECKOUT / "specs").glob("*/*.yaml"))
BOM = b"\xef\xbb\xbf"


def original(text: str | bytes, name: str = "api.yaml") -> Original:
    content = text if isinstance(text, bytes) else text.encode()
    return Original(document=load_bytes(content, path=Path("/nowhere") / name, name=name), content=content)


def edited(text: str, change: Callable[[Any], object], name: str = "api.yaml") -> str:
    """Give *text* after *change* of its tree."""
    source = original(text, name)
    tree = source.tree()
    change(tree)
    return source.changed(tree).content.decode()


# ---- what does not change ----


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: f"{spec.parent.name}-{spec.stem}")
def test_unchanged_is_identical(spec: Path) -> None:
    """A file whose tree is as it was keeps every byte, and has no diff."""
    source = read(spec)
    change = source.changed(source.tree())
    assert change.content == spec.read_bytes()
    assert change.diff == ""


def test_there_is_material() -> None:
    """There are contracts to try this on."""
    assert len(SPECS) >= 4


# ---- what changes ----

BLOCK = """\
# head
a:
  # about x
  x: 1  # behind x

  # of nobody

  # about y
  y: >-
    one two
    three
   # deeper

  z: [p, q,
      r]
l:
- name: n  # first
  in: query

-
  # odd
  name: m
b: {s: 1, "t": 2}
"""

CHANGES: dict[str, tuple[Callable[[Any], object], str, str]] = {
    "first member": (lambda t: t["a"].pop("x"), "  # about x\n  x: 1  # behind x\n\n", ""),
    "member with its comments": (
        lambda t: t["a"].pop("y"),
        "\n  # about y\n  y: >-\n    one two\n    three\n   # deeper\n",
        "",
    ),
    "last member": (lambda t: t["a"].pop("z"), "\n  z: [p, q,\n      r]\n", ""),
    "member at the top": (lambda t: t.pop("b"), 'b: {s: 1, "t": 2}\n', ""),
    "flow item": (lambda t: t["a"]["z"].remove("q"), "[p, q,\n", "[p,\n"),
    "last flow item": (lambda t: t["a"]["z"].remove("r"), "[p, q,\n      r]", "[p, q]"),
    "first flow item": (lambda t: t["a"]["z"].remove("p"), "[p, q,", "[q,"),
    "added flow item": (lambda t: t["a"]["z"].insert(1, "yes"), "[p, q,", '[p, "yes", q,'),
    "flow member": (lambda t: t["b"].pop("s"), "{s: 1, ", "{"),
    "last flow member": (lambda t: t["b"].pop("t"), ', "t": 2', ""),
    "added flow member": (lambda t: t["b"].update(u=[1]), '"t": 2}', '"t": 2, u: [1]}'),
    "first member of an item": (lambda t: t["l"][0].pop("name"), "name: n  # first\n  in", "in"),
    "last member of an item": (lambda t: t["l"][0].pop("in"), "  in: query\n", ""),
    "item": (lambda t: t["l"].pop(), "\n-\n  # odd\n  name: m\n", ""),
    "first item": (lambda t: t["l"].pop(0), "- name: n  # first\n  in: query\n\n", ""),
    "added item": (lambda t: t["l"].append({"a": {"b": "c"}}), "  name: m\n", "  name: m\n\n- a:\n    b: c\n"),
    "word of a fold": (lambda t: t["a"].update(y="one 2 three"), "one two\n", "one 2\n"),
    "end of a fold": (lambda t: t["a"].update(y="one two three."), "    three\n", "    three.\n"),
    "scalar": (lambda t: t["a"].update(x="1.10"), "x: 1 ", 'x: "1.10" '),
    "key": (lambda t: t.update({"c": t.pop("b")}), "b: {", "c: {"),
    "nothing left": (lambda t: t["l"].clear(), BLOCK[BLOCK.index("l:\n") : BLOCK.index("b: {")], "l: []\n"),
    "mapping for scalar": (lambda t: t["b"].update(s={"k": []}), "s: 1", "s: {k: []}"),
    "block for scalar": (
        lambda t: t["a"].update(x={"k": {"m": 0}}),
        "x: 1  # behind x\n",
        "x:  # behind x\n    k:\n      m: 0\n",
    ),
    "long text": (
        lambda t: t.update(b="word " * 30 + "end."),
        'b: {s: 1, "t": 2}',
        "b: >-\n  " + "word " * 22 + "word\n  " + "word " * 7 + "end.",
    ),
    "status": (lambda t: t["a"].update({"200": None}), "      r]\n", '      r]\n\n  "200": null\n'),
}


@pytest.mark.parametrize("case", CHANGES)
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_changes_have_one_place(case: str, ends: str) -> None:
    """A change is where it belongs and written as its surroundings are, whatever the line ends; nothing else moves."""
    change, old, new = CHANGES[case]
    assert BLOCK.count(old) == 1
    expected = BLOCK.replace(old, new)
    assert edited(BLOCK.replace("\n", ends), change) == expected.replace("\n", ends)


@pytest.mark.parametrize("case", CHANGES)
def test_missing_line_end_stays_missing(case: str) -> None:
    """A file that does not end in a line end still does not, and one with a byte order mark keeps it."""
    change, old, new = CHANGES[case]
    source = original(BOM + BLOCK[:-1].encode())
    tree = source.tree()
    change(tree)
    assert source.changed(tree).content == BOM + BLOCK.replace(old, new)[:-1].encode()


def test_numbers_know_how_they_were_written() -> None:
    """A number can be made the text it was meant to be; an alias of one is nothing that was written."""
    source = original("a: 1.10\nb: 0x1F\nc: 1\nd: &n 2.0\ne: *n\nf: true\n")
    assert [written(value) for value in source.tree().values()] == ["1.10", "0x1F", "1", "2.0", None, None]
    assert source.tree() == {"a": 1.1, "b": 31, "c": 1, "d": 2.0, "e": 2.0, "f": True}


def test_deep_documents_can_be_changed() -> None:
    """As deep as a document may be for `load`, so deep it can be changed."""
    for text in ("a: " + '{"a": ' * 150 + "1" + "}" * 150 + "\n", '{"a": ' * 190 + "1" + "}" * 190):

        def change(tree: Any) -> None:
            while isinstance(tree["a"], dict):
                tree = tree["a"]
            tree["a"] = 2

        assert edited(text, change) == text.replace("1", "2")


def test_long_flow_lists_go_on_below() -> None:
    """An item for which the line of a flow list has no space stands on the next, below the first."""
    text = "key: [" + ", ".join(["member"] * 14) + "]\n"
    assert edited(text, lambda t: t["key"].append("another")) == text.replace("]", ",\n      another]")


ANCHORED = """\
base: &base {a: 1, b: 2}
copy: *base
own:
  <<: *base
  c: 3
"""
REFUSED: dict[str, Callable[[Any], object]] = {
    "anchored value that an alias shares": lambda t: t["base"].update(a=2),
    "anchor that an alias needs": lambda t: t.pop("base"),
    "below an alias": lambda t: t["copy"].update(a=2),
    "merged member": lambda t: t["own"].pop("a"),
    "member beside merged ones": lambda t: t["own"].pop("c"),
    "everything": lambda t: t.clear(),
}


@pytest.mark.parametrize("case", REFUSED)
def test_aliases_are_not_torn(case: str) -> None:
    """A change that would reach further than it says, or has no place in the text, is refused with one line."""
    with pytest.raises(SpecError, match=r"^api\.yaml:\d+:\d+: this cannot be changed without changing more"):
        edited(ANCHORED, REFUSED[case])


def test_aliases_may_be_near() -> None:
    """Anchors, aliases and merge keys elsewhere in the file, or removed whole, are no obstacle."""
    assert edited(ANCHORED, lambda t: t["own"].update(c=4)) == ANCHORED.replace("c: 3", "c: 4")
    assert edited(ANCHORED, lambda t: t.pop("copy")) == ANCHORED.replace("copy: *base\n", "")


@pytest.mark.parametrize(
    "content",
    [b"a: 1\n---\nb: 2\n", b"a: \xff\n", b"a: 1\na: 2\n", b'{"a": 1, "a": 2}', b"a: !!python/name:os.system x\n", b""],
    ids=["documents", "latin-1", "key twice", "key twice in JSON", "tag", "empty"],
)
def test_what_cannot_be_kept_is_refused(content: bytes, tmp_path: Path) -> None:
    """A file that is not one UTF-8 document without duplicate keys is refused, and stays as it is."""
    path = tmp_path / "api.yaml"
    path.write_bytes(content)
    with pytest.raises(SpecError):
        read(path)
    assert path.read_bytes() == content


# ---- laws over many documents ----

SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**6), 10**6),
    st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.sampled_from(["word", "two words", "a: b", "# no", "yes", "200", "1.10", "2026-01-01", "", "it's", "[", "l\nm"]),
    st.text(max_size=8),
    st.lists(st.sampled_from(["one", "two", "`three`"]), min_size=20, max_size=60).map(" ".join),
)
NAMES = st.one_of(st.sampled_from(["a", "b", "200", "/x/{y}", "null", "é", "it's"]), st.text(max_size=4))
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=4), max_leaves=12
)
TREES = st.dictionaries(NAMES, VALUES, min_size=1, max_size=5)


def containers(tree: Any) -> list[Any]:
    """Give the mappings and lists of *tree* that hold something."""
    below = tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ()
    return [tree] * bool(below) + [found for value in below for found in containers(value)]


@st.composite
def changed(draw: st.DrawFn, tree: Any) -> Any:
    """Change some places of *tree*."""
    tree = deepcopy(tree)
    for _ in range(draw(st.integers(1, 3))):
        holder = draw(st.sampled_from(containers(tree) or [tree]))
        members = list(holder.items() if isinstance(holder, dict) else enumerate(holder))
        place = draw(st.integers(0, max(len(members) - 1, 0)))
        match draw(st.sampled_from(["remove", "replace", "insert", "rename"])):
            case "remove":
                del members[place : place + 1]
            case "replace" if members:
                members[place] = (members[place][0], draw(VALUES))
            case "rename" if members:
                members[place] = (draw(NAMES), members[place][1])
            case _:
                members.insert(place, (draw(NAMES), draw(VALUES)))
        if isinstance(holder, dict):
            holder.clear()
            holder.update(members)
        else:
            holder[:] = [value for _, value in members]
    assume(tree)
    return tree


def same(one: Any, other: Any) -> bool:
    return json.dumps(one) == json.dumps(other)


@given(st.data(), TREES, st.sampled_from([None, 1, 2, 4, "\t"]), st.booleans())
def test_json_is_as_if_written_anew(data: st.DataObject, tree: Any, indent: Any, is_ascii: bool) -> None:
    """JSON that a program wrote is, after a change, what the program would write: indentation, escapes and order."""

    def dump(value: Any, ensure_ascii: bool) -> str:
        return json.dumps(value, indent=indent, ensure_ascii=ensure_ascii) + "\n"

    after = data.draw(changed(tree))
    text = dump(tree, is_ascii)
    source = original(text, "api.json")
    # A container that was or gets empty stands on one line, so that nothing says how its members are indented.
    assume(indent is None or "\n" in text.strip())
    assert source.changed(after).content.decode() == dump(after, text.isascii())


class Style:
    """Writes a tree as YAML as people do: each place in another style, and comments with numbers all over."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.comments = 0

    def pick(self, *options: Any) -> Any:
        return self.draw(st.sampled_from(options))

    def comment(self) -> str:
        self.comments += 1
        return f"# c{self.comments:03}"

    def between(self, column: int) -> str:
        above = " " * column + self.comment() + "\n"
        return str(self.pick("", "", "", "\n", above, f"\n{above}", f"{above}\n"))

    def scalar(self, value: Any, column: int) -> str:
        plain = isinstance(value, str) and re.fullmatch(r"[a-z]+( [a-z`]+)*", value)
        if not plain or value in ("true", "false", "null"):
            return json.dumps(value)
        folded = f">-\n{' ' * column}" + value.replace(" ", f"\n{' ' * column}")
        return str(self.pick(value, f"'{value}'", f'"{value}"', folded, value.replace(" ", f"\n{' ' * column}")))

    def flow(self, value: Any) -> str:
        if isinstance(value, dict) and value:
            return "{" + ", ".join(f"{json.dumps(name)}: {self.flow(item)}" for name, item in value.items()) + "}"
        gap = self.pick(", ", ",\n" + " " * 30)
        return f"[{gap.join(map(self.flow, value))}]" if isinstance(value, list) and value else json.dumps(value)

    def block(self, value: Any, column: int) -> str:
        """Give the lines of a container that holds something."""
        text = ""
        step = self.pick(2, 4)
        for name, item in value.items() if isinstance(value, dict) else ():
            text += self.between(column) + " " * column + f"{self.pick(json.dumps(name))}:"
            text += self.item(item, column + step)
        for item in value if isinstance(value, list) else ():
            text += self.between(column) + " " * column + "-" + self.item(item, column + 2)
        return text

    def item(self, item: Any, column: int) -> str:
        behind = self.pick("", "", f"  {self.comment()}") + "\n"
        if isinstance(item, (dict, list)) and item and self.pick(True, True, False):
            return behind + self.block(item, column)
        written = self.flow(item) if isinstance(item, (dict, list)) else self.scalar(item, column)
        return f" {written}" + ("\n" if written.startswith(">") else behind)


@st.composite
def styled(draw: st.DrawFn) -> tuple[Any, str]:
    tree = draw(TREES)
    style = Style(draw)
    return tree, "---\n" * draw(st.booleans()) + style.block(tree, 0)


@given(st.data(), styled())
def test_yaml_reads_back_as_the_change(data: st.DataObject, document: tuple[Any, str]) -> None:
    """Whatever the style, no change is refused, and what is written means the changed tree; doing it twice is once."""
    tree, text = document
    source = original(text)
    assert same(source.document.tree, tree)
    after = data.draw(changed(tree))
    change = source.changed(after)
    assert same(change.after().document.tree, after)
    assert change.after().changed(after).content == change.content


@given(st.data(), styled())
def test_comments_survive(data: st.DataObject, document: tuple[Any, str]) -> None:
    """Members that are added and keys that are renamed leave every comment and every other line where they are."""
    tree, text = document
    after = deepcopy(tree)
    holder = data.draw(st.sampled_from([value for value in containers(after) if isinstance(value, dict)]))
    members = list(holder.items())
    place = data.draw(st.integers(0, len(members)))
    members.insert(place, (data.draw(NAMES.filter(lambda name: name not in holder)), data.draw(VALUES)))
    holder.clear()
    holder.update(members)
    new = original(text).changed(after).content.decode()
    assert re.findall("# c[0-9]{3}", new) == re.findall("# c[0-9]{3}", text)
    kept = [line for line in text.split("\n") if not re.search(r"[\[\]{}]", line)]
    remaining = iter(new.split("\n"))
    assert all(line in remaining for line in kept)


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: f"{spec.parent.name}-{spec.stem}")
@settings(max_examples=2)
@given(st.data())
def test_what_is_removed_goes_in_one_piece(spec: Path, data: st.DataObject) -> None:
    """To remove a member of a contract takes out its lines, with comments and blank lines above them, and no other."""
    source = read(spec)
    holder: Any = source.tree()
    tree, tokens = holder, [data.draw(st.sampled_from(list(holder)))]
    while isinstance(holder[tokens[-1]], dict) and len(holder[tokens[-1]]) > 1 and data.draw(st.integers(0, 3)):
        holder = holder[tokens[-1]]
        tokens.append(data.draw(st.sampled_from(list(holder))))
    del holder[tokens[-1]]
    before, after = (text.splitlines() for text in (spec.read_text(), source.changed(tree).content.decode()))
    first = source.document.position(pointer_of(tokens)).line - 1
    gone = len(before) - len(after)
    starts = [start for start in range(first + 1) if before[:start] + before[start + gone :] == after]
    assert starts
    assert all(line.lstrip()[:1] in ("", "#") for line in before[starts[-1] : first])


# ---- writing ----


def test_save_keeps_mode_and_link(tmp_path: Path) -> None:
    """A file keeps its mode, a symbolic link leads to the changed file, and nothing else is left in the folder."""
    path, link = tmp_path / "api.yaml", tmp_path / "link.yaml"
    path.write_text("a: 1\nb: 2\n")
    path.chmod(0o640)
    link.symlink_to(path.name)
    source = read(link)
    save([source.changed({"a": 1})])
    assert path.read_text() == "a: 1\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert link.is_symlink()
    assert sorted(os.listdir(tmp_path)) == ["api.yaml", "link.yaml"]


def test_save_writes_nothing_where_nothing_changes(tmp_path: Path) -> None:
    """A file that stays as it is is not replaced."""
    path = tmp_path / "api.yaml"
    path.write_text("a: 1\n")
    before = path.stat()
    save([read(path).changed({"a": 1})])
    assert path.stat() == before


@pytest.mark.parametrize("how", ["other bytes", "removed", "a link"])
def test_save_does_not_overwrite_the_work_of_others(how: str, tmp_path: Path) -> None:
    """Where one file is not what was read, none is written."""
    paths = [tmp_path / name for name in ("a.yaml", "b.yaml")]
    for path in paths:
        path.write_text("a: 1\nb: 2\n")
    changes = [read(path).changed({"a": 1}) for path in paths]
    if how == "other bytes":
        paths[1].write_text("a: 1\nb: 3\n")
    else:
        paths[1].unlink()
        if how == "a link":
            paths[1].symlink_to(paths[0])
    with pytest.raises(OutputError):
        save(changes)
    assert paths[0].read_text() == "a: 1\nb: 2\n"
    assert len(os.listdir(tmp_path)) == (1 if how == "removed" else 2)


def test_diff_is_safe_to_print() -> None:
    """A diff is one that `patch` reads, and no character of the file moves the cursor of a terminal."""
    source = original('a: 1\nb: "\u202e"\nc: 3')
    diff = source.changed({"a": 1, "b": "\u202e", "c": 4}).diff
    assert diff == (
        "--- a/api.yaml\n+++ b/api.yaml\n@@ -1,3 +1,3 @@\n a: 1\n"
        ' b: "\\u202e"\n-c: 3\n\\ No newline at end of file\n+c: 4\n\\ No newline at end of file\n'
    )
