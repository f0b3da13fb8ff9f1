"""Listing, removing and renaming what was vendored, and the facade with its clients."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from handbill_generator.diagnostics import SpecError
from handbill_generator.vendor.facade import clients_of, fitted

from tests.vendor.projects import LAYOUTS, NAME, SRC, Layout, added, findings, project, put, python, run, tree, vendored

HERE = f"{SRC.into}/{NAME}"
CLIENTS = ("handbill_autosend", "handbill_batch", "handbill_loops", "handbill_sendkit")
CHECKOUT = Path(__file__).parents[2]


def test_a_package_is_renamed(tmp_path: Path) -> None:
    """A renamed package is in its new folder, patches and all, the record says so, and it is imported from there."""
    root = added(tmp_path)
    with vendored(root, "models.py").open("a") as file:
        file.write("# ours\n")
    assert run(root, "patch", NAME).code == 0
    assert run(root, "rename", "loops", "loops_v1").code == 0
    assert not vendored(root).exists()
    assert not (root / ".handbill-vendor" / NAME).exists()
    assert (root / ".handbill-vendor/loops_v1/base/models.py").is_file()
    assert findings(root) == set()
    assert python(root, SRC, "import acme._vendor.loops_v1 as c; print(c.__name__)") == "acme._vendor.loops_v1"


@pytest.mark.parametrize(("new", "said"), [("class", "cannot be imported"), ("taken", "holds files")])
def test_names_that_cannot_be(tmp_path: Path, new: str, said: str) -> None:
    """A name that Python cannot import, or that is taken, is refused, and nothing moves."""
    root = added(tmp_path)
    put(root, {f"{SRC.into}/taken/x.py": ""})
    before = tree(root)
    assert said in run(root, "rename", NAME, new).error
    assert tree(root) == before


def test_a_package_is_removed(tmp_path: Path) -> None:
    """A removed package leaves nothing behind but what was not vendored, which is named."""
    root = added(tmp_path)
    before = tree(project(tmp_path / "fresh"))
    put(root, {f"{HERE}/notes.txt": "mine", f"{HERE}/__pycache__/models.cpython-311.pyc": ""})
    done = run(root, "remove", "loops")
    assert done.code == 0
    assert f"{HERE}/notes.txt: was not vendored, and stays" in done.err
    assert vendored(root, "notes.txt").read_text() == "mine"
    shutil.rmtree(vendored(root))
    shutil.rmtree(tmp_path / "fresh")
    assert set(tree(root)) == {*before, "handbill-vendor.toml"}
    assert run(root, "list").out == "nothing is vendored; see handbill vendor add --help\n"
    assert 'nothing vendored is called "loops"' in run(root, "remove", "loops").error


def test_edits_are_not_removed_unasked(tmp_path: Path) -> None:
    """Edits are named, and go only with --yes where there is nobody to ask."""
    root = added(tmp_path)
    with vendored(root, "models.py").open("a") as file:
        file.write("# ours\n")
    before = tree(root)
    refused = run(root, "remove", NAME)
    assert (refused.code, tree(root)) == (2, before)
    assert run(root, "remove", NAME, "--yes").code == 0
    assert not vendored(root).exists()


def test_the_facade_lives_with_its_clients(tmp_path: Path) -> None:
    """The facade finds its clients beside it, is typed strictly there, and comes, moves and goes with them."""
    root = project(tmp_path)
    assert run(root, "add", str(CHECKOUT), "--facade", "--into", SRC.into).code == 0
    assert findings(root) == set()
    code = (
        "import acme._vendor.handbill as h; [h.capabilities(name) for name in h.PROVIDERS]; "
        "print([m for m in sys.modules if m.split('.')[0].startswith('handbill')])"
    )
    assert python(root, SRC, code) == "[]"
    app = """
from acme._vendor import handbill

with handbill.connect("loops", api_key="x") as campaigns:
    for campaign in campaigns.list():
        reveal_type(campaign.raw)
"""
    put(root, {"src/acme/app.py": app})
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(root / ".mypy"), "-p", "acme"]
    typed = subprocess.run(
        command, cwd=root, env={"MYPYPATH": "src", "PATH": ""}, capture_output=True, text=True, check=False
    )
    assert "acme._vendor.handbill_loops.models.Campaign" in typed.stdout
    assert typed.returncode == 0, typed.stdout
    for command_ in (("rename", NAME, "x"), ("remove", NAME), ("update", NAME)):
        assert "facade" in run(root, *command_).error
    assert run(root, "rename", "handbill", "mail").code == 0
    assert python(root, SRC, "import acme._vendor.mail as h; print(h.capabilities('loops').provider)") == "loops"
    assert run(root, "remove", "mail").code == 0
    assert not (root / SRC.into / "handbill_batch").exists()


def test_the_facade_is_updated_with_its_clients(tmp_path: Path) -> None:
    """An edit that was declared in a file whose imports were fitted is kept by an update of the facade."""
    source = tmp_path / "source"
    for package in ("handbill", *CLIENTS[2:3]):
        folder = CHECKOUT / ("facade" if package == "handbill" else "generated") / package
        shutil.copytree(folder, source / package, ignore=shutil.ignore_patterns("__pycache__"))
    for provider in ("autosend", "batch", "sendkit"):
        (source / f"handbill/providers/{provider}.py").unlink()
    start = source / "handbill/__init__.py"
    lines = start.read_text().splitlines(keepends=True)
    start.write_text("".join(line for line in lines if not line.startswith("    from handbill_") or "loops" in line))
    root = project(tmp_path / "acme")
    assert run(root, "add", str(source), "--facade", "--into", SRC.into).code == 0
    path = root / SRC.into / "handbill/providers/loops.py"
    path.write_text(path.read_text() + "# ours\n")
    (source / "handbill/model.py").write_text((source / "handbill/model.py").read_text() + "# theirs\n")
    command = ("update", "handbill", "--to", str(source), "--yes")
    assert "was edited, and no patch says so" in run(root, *command).error
    assert run(root, *command, "--keep-edits").code == 0
    assert path.read_text().endswith("# ours\n")
    assert (root / SRC.into / "handbill/model.py").read_text().endswith("# theirs\n")
    assert findings(root) == set()


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("import handbill_x\n", "from ... import handbill_x\n"),
        ("import handbill_x as x\n", "from ... import handbill_x as x\n"),
        ("if 1:\n    from handbill_x import (\n a,\n)\n", "if 1:\n    from ...handbill_x import (\n a,\n)\n"),
        ("from handbill_x.models import a  # handbill_x\n", "from ...handbill_x.models import a  # handbill_x\n"),
        ("import os\nx = 'import handbill_x'\n", "import os\nx = 'import handbill_x'\n"),
        ("import os, handbill_x\n", None),
        ("import handbill_x.models\n", None),
        ("x = 1; import handbill_x; y = 2\n", "x = 1; from ... import handbill_x; y = 2\n"),
        ("é = 'é'; import handbill_x\n", "é = 'é'; from ... import handbill_x\n"),
        ("from  handbill_x import a\n", None),
        ("def f(:\n", None),
    ],
)  # fmt: skip
def test_imports_are_fitted_exactly_or_not_at_all(text: str, fits: str | None) -> None:
    """Imports of clients become relative and nothing else changes; what is not understood is refused."""
    files = {"providers/x.py": text.encode()}
    if fits is None:
        with pytest.raises(SpecError):
            fitted(files)
        return
    assert fitted(files)["providers/x.py"].decode() == fits
    assert clients_of(fitted(files)) == ()


@pytest.mark.parametrize("layout", LAYOUTS[2:], ids=lambda layout: layout.name)
def test_the_facade_in_other_layouts(tmp_path: Path, layout: Layout) -> None:
    """The facade is imported below any package path."""
    root = project(tmp_path, layout)
    assert run(root, "add", "--facade", "--into", layout.into).code == 0
    code = f"import {layout.package}.handbill as h; print(h.capabilities('sendkit').provider)"
    assert python(root, layout, code) == "sendkit"
