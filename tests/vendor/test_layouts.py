"""A client that was vendored works in every layout of a project, today and after an update."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.vendor.projects import (
    ALPHA,
    LATEST,
    LAYOUTS,
    MIDDLE,
    NAME,
    SRC,
    Layout,
    added,
    findings,
    project,
    put,
    python,
    run,
    tree,
    vendored,
)

APP = """\
from {package}.handbill_loops import Loops


def main() -> list[str]:
    with Loops(api_key="secret") as loops:
        made = loops.campaigns.create(name="Spring")
        return [made.campaign_id, *(campaign.campaign_id for campaign in loops.campaigns.list())]
"""


def strictly_typed(root: Path, layout: Layout, cache: Path) -> str:
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(cache), "-p", "acme"]
    done = subprocess.run(
        command,
        cwd=root,
        env={"MYPYPATH": str(root / layout.begins), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    return "" if done.returncode == 0 else done.stdout + done.stderr


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("mypy")


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_a_client_lives_in_every_layout(tmp_path: Path, layout: Layout, cache: Path) -> None:
    """Added, imported, type-checked, edited, checked and updated, a client is at home under any package path."""
    root = project(tmp_path, layout)
    spec = root / "loops.yaml"
    spec.write_bytes(ALPHA.read_bytes())
    assert run(root, "add", "loops.yaml", "--into", layout.into, "--as", NAME).code == 0
    assert python(root, layout, f"import {layout.package}.{NAME} as c; print(c.Loops.__module__)") == (
        f"{layout.package}.{NAME}.client"
    )
    app = "/".join(layout.into.split("/")[:-1]) + "/app.py"
    put(root, {app: APP.format(package=layout.package)})
    assert strictly_typed(root, layout, cache) == ""
    assert findings(root) == set()

    models = vendored(root, "models.py", layout)
    before = models.read_bytes()
    models.write_bytes(before + b"# mine\n")
    assert findings(root) == {("file-edited", f"{layout.into}/{NAME}/models.py")}
    models.write_bytes(before)

    spec.write_bytes(LATEST.read_bytes())
    assert findings(root) == {("contract-newer", "handbill-vendor.toml")}
    told = run(root, "update", "--yes", "--format", "json")
    assert told.code == 0
    assert told.json["written"]
    package = told.json["packages"][0]
    assert (package["old"]["contract"]["version"], package["new"]["contract"]["version"]) == ("1.8.0", "1.21.7")
    used = {(use["file"], use["line"]) for use in package["uses"]}
    assert {(app, 7)} <= used
    assert findings(root) == set()
    assert python(root, layout, f"from {layout.package}.{NAME}.models import Campaign; print(Campaign.__name__)")


def test_from_the_middle_to_the_latest(tmp_path: Path) -> None:
    """An update over a smaller step keeps what is the user's, and says what breaks."""
    root = added(tmp_path, MIDDLE)
    spec = root / "loops.yaml"
    spec.write_bytes(LATEST.read_bytes())
    put(root, {"src/acme/mine.py": "x = 1\n"})
    told = run(root, "update", "loops", "--to", "loops.yaml", "--yes", "--format", "json")
    assert told.code == 0
    assert told.json["packages"][0]["report"]["changes"]
    assert told.json["packages"][0]["new"]["source"] == {"kind": "spec", "place": "loops.yaml", "name": ""}
    assert tree(root)["src/acme/mine.py"] == b"x = 1\n"
    assert findings(root) == set()
    again = run(root, "update", "--yes")
    assert again.out == f"{NAME}: Loops 1.21.7 is what its source has\n"


def test_versions_side_by_side(tmp_path: Path) -> None:
    """Two versions of one client live beside each other, each under its own name, and are two to Python."""
    root = added(tmp_path, ALPHA)
    assert run(root, "add", str(LATEST), "--into", SRC.into, "--as", "loops_v1").code == 0
    assert [p["name"] for p in run(root, "list", "--format", "json").json["packages"]] == [NAME, "loops_v1"]
    code = f"import acme._vendor.{NAME} as a, acme._vendor.loops_v1 as b; print(a.Loops is b.Loops)"
    assert python(root, SRC, code) == "False"
    assert findings(root) == set()
