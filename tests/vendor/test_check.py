"""What `handbill vendor check` finds, and what it lets be."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

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

HERE = f"{SRC.into}/{NAME}"
RECORD = "handbill-vendor.toml"


def _edit(root: Path) -> None:
    with vendored(root, "resources/campaigns.py").open("a") as file:
        file.write("x = 1\n")


def _delete(root: Path) -> None:
    vendored(root, "models.py").unlink()


def _add(root: Path) -> None:
    put(root, {f"{HERE}/resources/extra.py": ""})


def _link(root: Path) -> None:
    vendored(root, "models.py").unlink()
    vendored(root, "models.py").symlink_to("client.py")


def _linked_folder(root: Path) -> None:
    vendored(root, "more").symlink_to(root)


def _forget(root: Path) -> None:
    (root / f".handbill-vendor/{NAME}/contract/{ALPHA.name}").unlink()


def _other_manifest(root: Path) -> None:
    manifest = json.loads(vendored(root, "handbill.json").read_text())
    vendored(root, "handbill.json").write_text(json.dumps(manifest | {"package": "other"}))


def _broken_manifest(root: Path) -> None:
    vendored(root, "handbill.json").write_text("<<<<<<< ours\n")


CASES: list[tuple[Callable[[Path], None], set[tuple[str, str]]]] = [
    (_edit, {("file-edited", f"{HERE}/resources/campaigns.py")}),
    (_delete, {("file-missing", f"{HERE}/models.py")}),
    (_add, {("file-extra", f"{HERE}/resources/extra.py")}),
    (_link, {("file-irregular", f"{HERE}/models.py")}),
    (_linked_folder, {("file-irregular", f"{HERE}/more")}),
    (_forget, {("kept-missing", RECORD)}),
    (_other_manifest, {("manifest-differs", f"{HERE}/handbill.json")}),
    (_broken_manifest, {("manifest-differs", f"{HERE}/handbill.json")}),
]


@pytest.mark.parametrize(("change", "found"), CASES, ids=lambda value: getattr(value, "__name__", ""))
def test_every_difference_is_found(tmp_path: Path, change: Callable[[Path], None], found: set[tuple[str, str]]) -> None:
    """Each way to differ from the record has its finding, its file, and exit code 1; check writes nothing."""
    root = added(tmp_path)
    change(root)
    before = tree(root)
    assert findings(root) == found
    assert run(root, "check").code == 1
    assert tree(root) == before


def test_line_ends_are_no_edit(tmp_path: Path) -> None:
    """What git's autocrlf does to every file of the project, the record too, is no finding."""
    root = added(tmp_path)
    for path in root.rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert findings(root) == set()


@pytest.mark.parametrize(
    ("stated", "found"),
    [
        ({"pyproject.toml": '[project]\nname="a"\ndependencies=["pydantic>=2.14"]'}, {("dependency-missing", RECORD)}),
        (
            {"pyproject.toml": PYPROJECT.replace("pydantic>=2.14", "pydantic>=2")},
            {("dependency-range", "pyproject.toml")},
        ),
        ({"pyproject.toml": PYPROJECT.replace("pydantic>=2.14", "Pydantic[email]~=2.15")}, set()),
        (
            {"pyproject.toml": PYPROJECT.replace("pydantic>=2.14", "pydantic<2")},
            {("dependency-range", "pyproject.toml")},
        ),
        ({"pyproject.toml": PYPROJECT.replace("pydantic>=2.14", "pydantic===2.15.0")}, set()),
        (
            {
                "pyproject.toml": "",
                "requirements.txt": "# all\nhttpx2==2.16.2 \\\n  --hash=sha256:0\npydantic==2.14.3\n",
            },
            set(),
        ),
        (
            {"pyproject.toml": "", "requirements-dev.txt": "-r x\nhttpx2>=2.16\npydantic\n"},
            {("dependency-range", "requirements-dev.txt")},
        ),
        ({"pyproject.toml": '[project.optional-dependencies]\nmail=["httpx2>=3", "pydantic>=3"]'}, set()),
        ({"pyproject.toml": '[dependency-groups]\nmail=["httpx2>=3", {include-group="x"}, "pydantic>=3"]'}, set()),
        (
            {"pyproject.toml": '[project]\ndependencies=["httpx2 @ https://a.example/h.whl", "pydantic>=3; os_name"]'},
            {("dependency-missing", RECORD)},
        ),
    ],
)
def test_what_the_project_requires(tmp_path: Path, stated: dict[str, str], found: set[tuple[str, str]]) -> None:
    """Every version that the project allows must be one that the package works with, wherever it says so."""
    root = added(tmp_path)
    put(root, stated)
    assert findings(root) == found


def test_a_newer_contract_at_the_source(tmp_path: Path) -> None:
    """A document, a project or a package in reach whose contract moved on is a finding; one out of reach is none."""
    root = project(tmp_path)
    put(root, {"loops.yaml": ALPHA.read_text()})
    assert run(root, "add", "loops.yaml", "--into", SRC.into, "--as", NAME).code == 0
    assert findings(root) == set()
    put(root, {"loops.yaml": LATEST.read_text()})
    assert findings(root) == {("contract-newer", RECORD)}
    (root / "loops.yaml").unlink()
    assert findings(root) == set()


def test_the_formats_say_the_same(tmp_path: Path) -> None:
    """Text, GitHub and SARIF name the same file, line and id as JSON does."""
    root = added(tmp_path)
    _edit(root)
    (root / ".git").mkdir()
    place = f"{HERE}/resources/campaigns.py"
    assert f"{place}:1: {NAME}: resources/campaigns.py was edited" in run(root, "check").out
    assert f"::error file={place},line=1,title=file-edited::" in run(root, "check", "--format", "github").out
    log = run(root, "check", "--format", "sarif").json
    (result,) = log["runs"][0]["results"]
    assert result["ruleId"] == "file-edited"
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == place
    assert log["runs"][0]["tool"]["driver"]["rules"][0]["fullDescription"]


def test_a_project_without_a_record(tmp_path: Path) -> None:
    """A project that vendored nothing passes."""
    assert run(project(tmp_path), "check").out == "nothing is vendored here\n"
    assert emitted(ALPHA).is_dir()
