"""What `handbill vendor add` takes, writes and refuses."""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from handbill_generator.vendor.project import import_name

from tests.vendor.projects import (
    ALPHA,
    LATEST,
    NAME,
    PYPROJECT,
    SRC,
    added,
    emitted,
    findings,
    project,
    put,
    run,
    tree,
    vendored,
)


def record(root: Path) -> dict[str, dict[str, object]]:
    packages: dict[str, dict[str, object]] = tomllib.loads((root / "handbill-vendor.toml").read_text())["packages"]
    return packages


def test_the_record_says_all(tmp_path: Path) -> None:
    """Contract, generator, digests, dependencies, notice and licence are recorded, and no path of this machine."""
    root = added(tmp_path, LATEST)
    entry = record(root)[NAME]
    assert entry["path"] == f"{SRC.into}/{NAME}"
    assert entry["import"] == f"acme._vendor.{NAME}"
    assert entry["dependencies"] == ["httpx2>=2.16", "pydantic>=2.14"]
    assert isinstance(entry["contract"], dict)
    assert entry["contract"]["version"] == "1.21.7"
    assert entry["source"] == {"kind": "package"}
    assert "MIT License, Copyright" in str(entry["notice"])
    assert b"Permission is hereby granted" in vendored(root, "LICENSE").read_bytes()
    assert (root / ".handbill-vendor" / NAME / "contract" / "1.21.7.yaml").read_bytes() == LATEST.read_bytes()
    said = (root / "handbill-vendor.toml").read_text()
    assert str(emitted(LATEST).parents[2]) not in said
    assert str(tmp_path) not in said


def test_nothing_else_is_made(tmp_path: Path) -> None:
    """No `__init__.py` is made for anybody; what is needed for the install is said."""
    root = project(tmp_path)
    (root / "src/acme/_vendor/__init__.py").unlink()
    told = run(root, "add", str(emitted(ALPHA)), "--into", SRC.into)
    assert "uv add 'httpx2>=2.16' 'pydantic>=2.14'" in told.out
    assert "pip install 'httpx2>=2.16' 'pydantic>=2.14'" in told.out
    assert "src/acme/_vendor has no __init__.py" in told.out
    assert not (root / "src/acme/_vendor/__init__.py").exists()
    tops = {path.split("/")[0] for path in tree(root)}
    assert tops == {"src", "pyproject.toml", "handbill-vendor.toml", ".handbill-vendor"}


def test_a_client_by_name(tmp_path: Path) -> None:
    """A name is a client of the project's own [tool.handbill], or of another's with --from, or an installed package."""
    root = project(tmp_path)
    home = emitted(ALPHA).parents[1]
    assert run(root, "add", "loops", "--from", str(home), "--into", SRC.into).code == 0
    assert record(root)[NAME]["source"] == {"kind": "checkout", "name": "loops"}
    installed = run(root, "add", "sendkit", "--into", "src/other")
    assert installed.code == 0
    assert record(root)["handbill_sendkit"]["source"] == {"kind": "installed", "name": "handbill_sendkit"}
    put(root, {"loops.yaml": LATEST.read_text(), "pyproject.toml": '[tool.handbill.clients.loops]\nspec="loops.yaml"'})
    assert run(root, "add", "loops", "--into", "src/own").code == 0
    assert record(root)["loops"]["source"] == {"kind": "checkout", "place": ".", "name": "loops"}


def test_a_document_below_its_own_name(tmp_path: Path) -> None:
    """A document becomes a package called after its title, or as it is told."""
    root = project(tmp_path)
    put(root, {"loops.yaml": ALPHA.read_text()})
    told = run(root, "add", "loops.yaml", "--into", SRC.into, "--format", "json").json
    assert told["packages"][0]["name"] == "loops"
    assert told["packages"][0]["source"] == {"kind": "spec", "place": "loops.yaml", "name": ""}
    assert told["install"]["uv"].startswith("uv add ")


def _foreign(root: Path) -> None:
    put(root, {f"{SRC.into}/{NAME}/notes.txt": "mine"})


def _is_file(root: Path) -> None:
    put(root, {f"{SRC.into}/{NAME}": "mine"})


def _is_link(root: Path) -> None:
    (root / "real").mkdir()
    (root / SRC.into / NAME).symlink_to(root / "real")


def _linked_parent(root: Path) -> None:
    (root / "src").rename(root / "real")
    (root / "src").symlink_to("real")


def _clash(root: Path) -> None:
    (root / SRC.into / NAME.upper()).mkdir()


def _kept(root: Path) -> None:
    put(root, {f".handbill-vendor/{NAME}/contract/x.yaml": "mine"})


@pytest.mark.parametrize(
    ("stands", "said"),
    [
        (_foreign, "holds files that handbill did not vendor"),
        (_is_file, "is a file; choose another --as"),
        (_is_link, "is a file; choose another --as|is a symlink|holds files"),
        (_linked_parent, "src is a symlink; handbill does not write through it"),
        (_clash, "is one with HANDBILL_LOOPS where file names ignore case"),
        (_kept, "holds files of no vendored package"),
    ],
)
def test_what_is_not_ours_stays(tmp_path: Path, stands: Callable[[Path], None], said: str) -> None:
    """Whatever stands in the way is refused, and not a byte of the project changes."""
    root = project(tmp_path)
    stands(root)
    before = tree(root)
    refused = run(root, "add", str(emitted(ALPHA)), "--into", SRC.into)
    assert refused.code == 2
    assert any(part in refused.error for part in said.split("|")), refused.error
    assert tree(root) == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nothing", "--into", "src"), "is no path, no client of [tool.handbill]"),
        (("{package}", "--into", "../elsewhere"), "leads out of the project"),
        (("{package}", "--into", "/elsewhere"), "leads out of the project"),
        (("{package}", "--into", "src/no-name"), "cannot be imported as a package"),
        (("{package}", "--into", "src", "--as", "class"), "cannot be imported as a package"),
        (("{package}",), "--into src/acme/_vendor"),
        (("--into", "src"), "say what to vendor"),
        (("README.md", "--into", "src"), "neither a document nor the folder"),
        (("loops", "--from", "src", "--into", "src"), "has no pyproject.toml"),
    ],
)
def test_what_means_nothing_is_refused(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    """Arguments that mean nothing end with 2 and one line that says what to give, and write nothing."""
    root = project(tmp_path / "acme")
    before = tree(tmp_path)
    refused = run(root, "add", *(part.format(package=emitted(ALPHA)) for part in arguments))
    assert refused.code == 2
    assert said in refused.error
    assert tree(tmp_path) == before


def test_twice_is_refused(tmp_path: Path) -> None:
    """What is vendored is not vendored again under the same name, nor inside of another package."""
    root = added(tmp_path)
    assert "is vendored already" in run(root, "add", str(emitted(LATEST)), "--into", "src/other").error
    inside = run(root, "add", str(emitted(LATEST)), "--into", f"{SRC.into}/{NAME}", "--as", "inner")
    assert "overlaps with" in inside.error


def test_edited_sources_are_not_vendored(tmp_path: Path) -> None:
    """A package that is not as it was emitted is refused: its digests would tell nothing."""
    root = project(tmp_path / "acme")
    source = tmp_path / "source"
    for path, raw in tree(emitted(ALPHA)).items():
        (source / path).parent.mkdir(parents=True, exist_ok=True)
        (source / path).write_bytes(raw)
    (source / "models.py").write_bytes(b"x = 1\n")
    assert "models.py: was edited by hand" in run(root, "add", str(source), "--into", "src").error


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    """A read-only folder ends with one line, and nothing is there afterwards."""
    root = project(tmp_path)
    (root / SRC.into).chmod(0o555)
    try:
        refused = run(root, "add", str(emitted(ALPHA)), "--into", SRC.into)
    finally:
        (root / SRC.into).chmod(0o755)
    assert refused.code == 2
    assert "check permissions" in refused.error
    assert not (root / "handbill-vendor.toml").exists()


@pytest.mark.parametrize(
    ("settings", "path", "name"),
    [
        ("", "src/acme/x", "acme.x"),
        ("", "acme/x", "acme.x"),
        ("", "x", "x"),
        ("", "src/x", "x"),
        ('[tool.setuptools.packages.find]\nwhere = ["lib"]', "lib/acme/x", "acme.x"),
        ('[tool.pytest.ini_options]\npythonpath = ["services/mail"]', "services/mail/acme/x", "acme.x"),
        ("[tool", "src/acme/x", "acme.x"),
        ("[tool.mypy]\nmypy_path = [1, {}]", "acme/x", "acme.x"),
    ],
)
def test_how_python_calls_a_folder(tmp_path: Path, settings: str, path: str, name: str) -> None:
    """Names begin below `src`, or where the project's tools are told to import from."""
    put(tmp_path, {"pyproject.toml": settings})
    assert import_name(tmp_path, path) == name


def test_findings_of_a_fresh_package(tmp_path: Path) -> None:
    """What was just vendored has no findings, whatever Python leaves in it."""
    root = added(tmp_path)
    put(root, {f"{SRC.into}/{NAME}/__pycache__/models.cpython-311.pyc": ""})
    assert findings(root) == set()


def test_a_client_with_overlays_and_filters(tmp_path: Path) -> None:
    """The record has the contract that was emitted, keeps no document that is another, and tells when one changes."""
    root = project(tmp_path)
    client = '[tool.handbill.clients.shop]\nspec = "shop.json"\noverlays = ["fix.yaml"]\ninclude = ["path:/a"]\n'
    paths = {path: {"get": {"responses": {"200": {"description": "d"}}}} for path in ("/a", "/b")}
    document = {"openapi": "3.1.0", "info": {"title": "Shop", "version": "1"}, "paths": paths}
    fix = "overlay: 1.1.0\ninfo: {title: F, version: 1}\nactions: [{target: $.info, update: {title: Store}}]\n"
    put(root, {"pyproject.toml": f"{PYPROJECT}{client}", "shop.json": json.dumps(document), "fix.yaml": fix})
    assert run(root, "add", "shop", "--into", SRC.into).code == 0
    assert "document" not in str(record(root)["shop"]["contract"])
    assert findings(root) == set()
    put(root, {"fix.yaml": fix.replace("Store", "Market")})
    assert {id for id, _ in findings(root)} == {"contract-newer"}
