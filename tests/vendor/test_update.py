"""Updates: what they say, what they keep, and what they refuse."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from handbill_generator.vendor import bases

from tests.vendor.projects import (
    ALPHA,
    LATEST,
    NAME,
    SRC,
    added,
    emitted,
    findings,
    git,
    project,
    put,
    run,
    tree,
    vendored,
)

HERE = f"{SRC.into}/{NAME}"
LINE = 'ours = "kept"  # the newsletter needs it\n'


def update(root: Path, *more: str) -> tuple[int, str]:
    done = run(root, "update", NAME, "--to", str(emitted(LATEST)), *more)
    return done.code, done.out + done.err + done.error


def put_in_front(path: Path, line: str = LINE) -> None:
    """Edit a file where no version differs: behind its imports of the future."""
    text = path.read_text()
    path.write_text(
        text.replace("from __future__ import annotations\n", f"from __future__ import annotations\n{line}", 1)
    )


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return added(tmp_path)


@pytest.fixture(params=["committed", "at its source", "emitted again"])
def patched(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with an edit whose upstream text is found in one place alone."""
    root = added(tmp_path)
    if request.param == "committed":
        git(root, "init", "-q")
        git(root, "add", ".")
        git(root, "commit", "-qm", "vendor")
    if request.param == "at its source":
        shutil.rmtree(root / SRC.into)
        (root / "handbill-vendor.toml").unlink()
        shutil.rmtree(root / ".handbill-vendor")
        shutil.copytree(emitted(ALPHA), root / "vendor-source")
        assert run(root, "add", "vendor-source", "--into", SRC.into).code == 0
        monkeypatch.setattr(bases, "emit", None)
    put_in_front(vendored(root, "models.py"))
    return root


def test_a_patch_is_kept(patched: Path) -> None:
    """A declared edit is no finding, and is still there in the next version, beside all that is new."""
    root = patched
    declared = run(root, "patch", "loops", "--reason", "newsletter")
    assert declared.out == f"{HERE}/models.py: declared as a patch\n"
    assert (root / f".handbill-vendor/{NAME}/base/models.py").read_bytes() == (
        emitted(ALPHA) / "models.py"
    ).read_bytes()
    assert findings(root) == set()
    code, said = update(root, "--yes")
    assert code == 0, said
    assert f"{NAME}: the patch of models.py is kept" in said
    after = vendored(root, "models.py").read_text()
    assert after.replace(LINE, "") == (emitted(LATEST) / "models.py").read_text()
    assert LINE in after
    assert (root / f".handbill-vendor/{NAME}/base/models.py").read_bytes() == (
        emitted(LATEST) / "models.py"
    ).read_bytes()
    assert findings(root) == set()


def test_an_edit_nobody_declared_is_refused(root: Path) -> None:
    """An update over an edit that no patch declares says what to do, and changes nothing; --keep-edits declares it."""
    put_in_front(vendored(root, "models.py"))
    before = tree(root)
    code, said = update(root, "--yes")
    assert code == 2
    assert f"{HERE}/models.py: was edited, and no patch says so; declare it with handbill vendor patch" in said
    assert tree(root) == before
    assert update(root, "--yes", "--keep-edits")[0] == 0
    assert LINE in vendored(root, "models.py").read_text()
    assert findings(root) == set()


def test_a_conflict_is_refused(root: Path) -> None:
    """A patch that the next version contradicts is shown with its line in the project's file; nothing is written."""
    path = vendored(root, "models.py")
    lines = path.read_text().split("\n")
    at = next(number for number, line in enumerate(lines) if "campaign_id" in line)
    lines[at] = lines[at].replace("str", "bytes")
    path.write_text("\n".join(lines))
    assert run(root, "patch", NAME).code == 0
    before = tree(root)
    code, said = update(root, "--yes")
    assert code == 1
    conflicts = [line for line in said.splitlines() if ": conflict: " in line]
    assert len(conflicts) == 1
    assert conflicts[0].startswith(f"{HERE}/models.py:")
    assert abs(int(conflicts[0].split(":")[1]) - (at + 1)) <= 3
    assert "bytes" in conflicts[0]
    assert tree(root) == before
    told = run(root, "update", NAME, "--to", str(emitted(LATEST)), "--yes", "--format", "json")
    assert (told.code, told.json["written"]) == (1, False)
    assert told.json["packages"][0]["conflicts"][0]["file"] == f"{HERE}/models.py"


def test_a_patch_that_came_upstream_is_no_patch_any_more(root: Path) -> None:
    """An edit that the next version has itself is dropped from the record, and said."""
    shutil.copyfile(emitted(LATEST) / "models.py", vendored(root, "models.py"))
    assert run(root, "patch", NAME).code == 0
    code, said = update(root, "--yes")
    assert code == 0
    assert "the patch of models.py is no longer needed" in said
    assert "patches" not in (root / "handbill-vendor.toml").read_text()
    assert not (root / f".handbill-vendor/{NAME}/base").exists()
    assert findings(root) == set()


def test_a_patch_that_makes_no_python_is_a_conflict(root: Path) -> None:
    """What merges line by line and is no Python afterwards is refused as a conflict."""
    put_in_front(vendored(root, "models.py"), "ours = (\n")
    assert run(root, "patch", NAME).code == 0
    code, said = update(root, "--yes")
    assert code == 1
    assert "make no Python" in said


def test_patches_follow_the_file(root: Path) -> None:
    """An edit after the declaration is a finding until it is declared; one that is taken back is no patch any more."""
    path = vendored(root, "models.py")
    before = path.read_bytes()
    put_in_front(path)
    assert run(root, "patch", NAME, "--reason", "a").code == 0
    put_in_front(path, "more = 1\n")
    assert findings(root) == {("patch-edited", f"{HERE}/models.py")}
    assert run(root, "patch", NAME).code == 0
    assert findings(root) == set()
    assert 'reason = "a"' in (root / "handbill-vendor.toml").read_text()
    path.write_bytes(before)
    assert run(root, "patch", NAME).out == f"{HERE}/models.py: is as it was vendored again, no patch any more\n"
    assert findings(root) == set()
    assert not (root / f".handbill-vendor/{NAME}/base").exists()
    assert run(root, "patch", NAME).out == f"{NAME}: has no edits that are not declared\n"


@pytest.mark.parametrize(("path", "said"), [("LICENSE", "cannot be patched"), ("handbill.json", "cannot be patched")])
def test_what_cannot_be_patched(root: Path, path: str, said: str) -> None:
    """Licence and manifest are as they were vendored, always."""
    vendored(root, path).write_bytes(vendored(root, path).read_bytes() + b"\n")
    assert said in run(root, "patch", NAME).error


def test_an_edit_whose_upstream_is_lost(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An edit whose upstream text nobody has is not declared: it could not be merged later."""
    monkeypatch.setattr(bases, "_candidates", lambda root, entry, path: iter(()))
    put_in_front(vendored(root, "models.py"))
    assert "its upstream text is neither in git nor at its source" in run(root, "patch", NAME).error


def test_windows_line_ends_are_merged(root: Path) -> None:
    """A patched file that git gave Windows line ends is merged as any other."""
    path = vendored(root, "models.py")
    put_in_front(path)
    assert run(root, "patch", NAME).code == 0
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert update(root, "--yes")[0] == 0
    assert LINE in path.read_text()
    assert findings(root) == set()


def test_nobody_to_ask(root: Path) -> None:
    """Without a terminal and without --yes nothing is written; a dry run asks nobody, and writes nothing either."""
    before = tree(root)
    code, said = update(root)
    assert (code, tree(root)) == (2, before)
    assert "There is no terminal to ask; add --yes" in said
    code, said = update(root, "--dry-run")
    assert (code, tree(root)) == (0, before)
    assert "Python names break" in said


def test_without_a_contract_names_are_compared(root: Path) -> None:
    """Where no contract was kept, the Python names are compared, and it is said that this is all."""
    record = root / "handbill-vendor.toml"
    text = record.read_text()
    kept = text.index(f"[packages.{NAME}.kept]")
    record.write_text(text[:kept].replace(f'document = "contract/{ALPHA.name}"\n', ""))
    assert findings(root) == set()
    told = run(root, "update", NAME, "--to", str(emitted(LATEST)), "--yes", "--format", "json").json["packages"][0]
    assert "only Python names are compared" in told["report"]["pairs"][0]["notes"][0]
    assert any(symbol["kind"] == "removed" for symbol in told["symbols"])
    assert findings(root) == set()


def test_files_of_the_user_stay(root: Path) -> None:
    """A file that was put into the folder stays; one that stands where the next version has a file is refused."""
    put(root, {f"{HERE}/notes.txt": "mine"})
    assert update(root, "--yes")[0] == 0
    assert vendored(root, "notes.txt").read_text() == "mine"
    other = added(root.parent / "other")
    alpha = {path.relative_to(emitted(ALPHA)).as_posix() for path in emitted(ALPHA).rglob("*.py")}
    latest = {path.relative_to(emitted(LATEST)).as_posix() for path in emitted(LATEST).rglob("*.py")}
    for path in sorted(latest - alpha)[:1]:
        put(other, {f"{HERE}/{path}": "mine"})
        assert "stands where the next version has a file" in update(other, "--yes")[1]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nothing",), 'nothing vendored is called "nothing"'),
        (("--to", "nothing"), "is no path, no client"),
        ((), "say where it is with --to"),
    ],
)
def test_sources_that_mean_nothing(root: Path, arguments: tuple[str, ...], said: str) -> None:
    """A name that is not vendored, and a source that is not there, end with 2 and one line."""
    done = run(root, "update", "--yes", *arguments)
    assert done.code == 2
    assert said in done.error


def test_another_package_is_no_next_version(root: Path) -> None:
    """A source that holds another package is refused."""
    refused = run(root, "update", NAME, "--to", str(project(root.parent / "x")), "--yes")
    assert refused.code == 2
    assert "no client is configured" in refused.error
    import handbill_sendkit

    other = run(root, "update", NAME, "--to", str(Path(handbill_sendkit.__file__).parent), "--yes")
    assert 'is the package "handbill_sendkit"' in other.error


def test_a_source_that_leaves_the_repository(root: Path) -> None:
    """A recorded place outside of the repository is not read."""
    record = root / "handbill-vendor.toml"
    record.write_text(record.read_text().replace('kind = "package"', 'kind = "package"\nplace = "../../../etc"'))
    assert "leads out of the repository" in run(root, "update", "--yes").error
    assert findings(root) == set()
