"""The manifest: what is written can be read, and what is read is never trusted."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from handbill_generator.diagnostics import OutputError, SpecError
from handbill_generator.manifest import (
    MANIFEST_NAME,
    MAX_BYTES,
    Manifest,
    dump_manifest,
    parse_manifest,
    path_clash,
    path_fault,
    read_manifest,
)
from hypothesis import given
from hypothesis import strategies as st

SHA = "0123456789abcdef" * 4

names = st.from_regex(r"[A-Z][a-z]{0,5}", fullmatch=True)
digests = st.text("0123456789abcdef", min_size=64, max_size=64)
paths = st.lists(st.from_regex(r"[a-z_]{1,6}", fullmatch=True), min_size=1, max_size=3).map("/".join)
loss_fields = ("position", "pointer", "what", "became", "why")
manifests = st.builds(
    Manifest,
    handbill=st.text(),
    package=names,
    contract_sha256=digests,
    files=st.dictionaries(paths.map("{}.py".format), digests),
    symbols=st.dictionaries(st.text(), st.lists(names, min_size=1).map(".".join)),
    losses=st.lists(st.fixed_dictionaries({name: st.text() for name in loss_fields})).map(tuple),
)


def plain(**changes: Any) -> dict[str, Any]:
    loss = dict.fromkeys(loss_fields, "text")
    whole: dict[str, Any] = {
        "format": 1,
        "handbill": "0.1.0",
        "package": "shop",
        "contract_sha256": SHA,
        "files": {"a.py": SHA},
        "symbols": {"#/components/schemas/Order": "models.Order"},
        "losses": [loss],
    }
    return {key: value for key, value in (whole | changes).items() if value is not ...}


def put(folder: Path, document: object) -> None:
    folder.joinpath(MANIFEST_NAME).write_text(json.dumps(document), encoding="utf-8")


@given(manifests)
def test_what_is_dumped_is_read_back(manifest: Manifest) -> None:
    """Reading the dump of a manifest gives the manifest."""
    assert parse_manifest(dump_manifest(manifest).encode("ascii")) == manifest


@given(manifests, st.randoms())
def test_the_dump_does_not_depend_on_order(manifest: Manifest, random: Any) -> None:
    """Equal manifests have one text: keys sorted, ASCII, one newline at the end."""
    pairs = list(manifest.files.items())
    random.shuffle(pairs)
    fields = {name: getattr(manifest, name) for name in ("handbill", "package", "contract_sha256", "symbols", "losses")}
    text = dump_manifest(Manifest(files=dict(pairs), **fields))
    assert text == dump_manifest(manifest)
    assert text.isascii()
    assert text.endswith("}\n")


def test_the_dump_is_indented_by_two() -> None:
    """A manifest is one key per line, so that its diffs can be read."""
    manifest = Manifest(handbill="1", package="shop", contract_sha256=SHA, files={"b.py": SHA, "a.py": SHA}, symbols={})
    lines = dump_manifest(manifest).splitlines()
    assert lines[2:5] == ['  "files": {', f'    "a.py": "{SHA}",', f'    "b.py": "{SHA}"']


def test_mappings_are_read_sorted(tmp_path: Path) -> None:
    """Files and symbols come out sorted, whatever their order in the file."""
    put(tmp_path, plain(files={"b.py": SHA, "a.py": SHA}, symbols={"#/b": "B", "#/a": "A"}))
    manifest = read_manifest(tmp_path)
    assert manifest is not None
    assert (list(manifest.files), list(manifest.symbols)) == (["a.py", "b.py"], ["#/a", "#/b"])


@pytest.mark.parametrize("folder", ["empty", "absent", "file"])
def test_no_manifest_is_none(tmp_path: Path, folder: str) -> None:
    """Where there is no handbill.json there is no manifest, and no error."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").touch()
    assert read_manifest(tmp_path / folder) is None


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", r"handbill.json:1:1: manifest is not JSON"),
        (b'{\n  "format": 1,\n}', r"handbill.json:3:1: manifest is not JSON"),
        (b"\xef\xbb\xbf{}", r"handbill.json:1:1: manifest is not JSON"),
        (b'{\n  "\xc3\xa9\xff": 1}', r"handbill.json:2:5: manifest is not UTF-8"),
        (b'{\n<<<<<<< ours\n"a": 1\n=======\n', r"handbill.json:2:1: manifest holds merge conflict markers"),
        (b'{\n  "format": 1,\n  "format": 2\n}', r'handbill.json:3:3: key "format" stands twice \[#/format\]'),
        (b"[" * 200_000, "too deep"),
        (b"9" * 10_000, "too long"),
        (b"NaN", "must be an object"),
        (b" " * (MAX_BYTES + 1), "larger than 64 MiB"),
    ],
)
def test_what_is_not_json_is_refused_with_its_place(tmp_path: Path, raw: bytes, message: str) -> None:
    """Bytes that are no JSON object end in one error that says where and why."""
    (tmp_path / MANIFEST_NAME).write_bytes(raw)
    with pytest.raises(SpecError, match=message):
        read_manifest(tmp_path)


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ([], "manifest must be an object"),
        (plain(format=2), '"format" must be 1'),
        (plain(format=True), '"format" must be 1'),
        (plain(format=1.0), '"format" must be 1'),
        (plain(format=...), '"format" must be 1'),
        (plain(losses=...), 'key "losses" is missing'),
        (plain(extra=1), 'key "extra" is unknown'),
        (plain(handbill=1), '"handbill" must be a string'),
        (plain(handbill="\ud800"), '"handbill" must be a string'),
        (plain(package="a/b"), '"package" must be a Python name'),
        (plain(package="class"), '"package" must be a Python name'),
        (plain(contract_sha256=SHA.upper()), '"contract_sha256" must be 64'),
        (plain(contract_sha256=SHA + "\n"), '"contract_sha256" must be 64'),
        (plain(files=[]), '"files" must be an object'),
        (plain(files={"a.py": SHA[1:]}), r'"a.py" must be the 64 .* \[#/files/a.py\]'),
        (plain(files={"a/~b.py": None}), r"\[#/files/a~1~0b.py\]"),
        (plain(files={MANIFEST_NAME.upper(): SHA}), "are one on some systems"),
        (plain(files={"A.py": SHA, "a.py": SHA}), "are one on some systems"),
        (plain(symbols={"#/a": "x; import os"}), '"#/a" must be a dotted Python name'),
        (plain(symbols={"#/a": "models.class"}), '"#/a" must be a dotted Python name'),
        (plain(symbols={"#/a": ""}), '"#/a" must be a dotted Python name'),
        (plain(symbols={"\udfff": "A"}), "must be text"),
        (plain(losses={}), '"losses" must be a list'),
        (plain(losses=["x"]), r"must be an object \[#/losses/0\]"),
        (plain(losses=[{}]), r"is missing \[#/losses/0\]"),
        (plain(losses=[dict.fromkeys(loss_fields, 1)]), "must be a string"),
    ],
)
def test_wrong_shapes_are_refused(tmp_path: Path, document: object, message: str) -> None:
    """A manifest has exactly its keys, each of its type; another format is another version's."""
    put(tmp_path, document)
    with pytest.raises(SpecError, match=message):
        read_manifest(tmp_path)


BAD_PATHS = [
    *("", "/etc/passwd", "../a", "a/../b", "..", ".", "./a", "a//b", "a/", "a\\b", "\\\\host\\a", "C:a", "C:/a"),
    *("a\0b", "a\nb", "a\u202eb", "\ud800", "a./b", "a ", "a/" * 20 + "a", "a" * 241),
]


@pytest.mark.parametrize("path", BAD_PATHS)
def test_paths_that_leave_the_folder_are_refused(tmp_path: Path, path: str) -> None:
    """No path in a manifest is absolute, climbs, names a drive, or can be spelt in two ways."""
    assert path_fault(path)
    put(tmp_path, plain(files={path: SHA}))
    with pytest.raises(SpecError, match="#/files"):
        read_manifest(tmp_path)


@pytest.mark.parametrize("path", ["a.py", "__init__.py", "models/order.py", ".hidden", "pÿthon.py", "...a"])
def test_plain_paths_pass(path: str) -> None:
    """A relative path of plain names has no fault."""
    assert path_fault(path) == ""


@pytest.mark.parametrize(
    "twins", [("A.py", "a.py"), ("\u00e9.py", "e\u0301.py"), ("a", "a/b.py"), ("A", "a/b.py"), ("M/a.py", "m/b.py")]
)
def test_paths_that_are_one_on_some_systems_clash(twins: tuple[str, str]) -> None:
    """Two paths that differ in case or Unicode form, or are file and folder, clash in either order."""
    assert path_clash(twins) is not None
    assert path_clash(reversed(twins)) is not None


def test_neighbours_do_not_clash() -> None:
    """Files in one folder, and a file named almost like a folder, stand side by side."""
    assert path_clash(["a/b.py", "a/c.py", "a.py", "a/d/e.py"]) is None


def _directory(path: Path) -> None:
    path.mkdir()


def _symlink(path: Path) -> None:
    path.with_name("elsewhere").write_text(json.dumps(plain()), encoding="utf-8")
    path.symlink_to("elsewhere")


@pytest.mark.parametrize("make", [_directory, _symlink, os.mkfifo])
def test_only_a_plain_file_is_read(tmp_path: Path, make: Callable[[Path], None]) -> None:
    """A folder, a symlink or a pipe named handbill.json is refused, not followed or waited for."""
    make(tmp_path / MANIFEST_NAME)
    with pytest.raises(OutputError, match="is not a plain file"):
        read_manifest(tmp_path)


def test_unreadable_gives_the_reason_of_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A manifest that cannot be opened is an OutputError with the system's words."""
    put(tmp_path, plain())

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(OutputError, match="cannot be read: Permission denied"):
        read_manifest(tmp_path)


@given(st.binary(max_size=200))
def test_no_bytes_end_in_a_traceback(raw: bytes) -> None:
    """Any bytes are a manifest or a SpecError of one line."""
    try:
        parse_manifest(raw)
    except SpecError as error:
        assert len(str(error).splitlines()) == 1


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters()),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(st.sampled_from(sorted(plain())), json_values)
def test_no_value_ends_in_a_traceback(key: str, value: object) -> None:
    """Any JSON value in any place is accepted or refused with a place, and what is accepted can be dumped."""
    raw = json.dumps(plain(**{key: value})).encode("ascii")
    try:
        manifest = parse_manifest(raw)
    except SpecError as error:
        assert error.position is not None
    else:
        assert parse_manifest(dump_manifest(manifest).encode("ascii")) == manifest
