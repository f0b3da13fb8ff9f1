"""Laws of reading from git: what is asked for and nothing else, from any repository, however it was made."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from handbill_generator.changes.repository import Repository
from handbill_generator.changes.revisions import Revision
from handbill_generator.diagnostics import ConfigError, SpecError

ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
    "GIT_AUTHOR_NAME": "A",
    "GIT_AUTHOR_EMAIL": "a@example.com",
    "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@example.com",
    "GIT_AUTHOR_DATE": "2026-05-01T12:00:00Z",
    "GIT_COMMITTER_DATE": "2026-05-01T12:00:00Z",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}


def git(folder: Path, *arguments: str, given: bytes = b"") -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=folder, input=given, capture_output=True, env=ENVIRONMENT, check=True
    )
    return done.stdout.decode("utf-8", "surrogateescape").strip()


def commit(folder: Path, files: dict[str, str], *options: str) -> str:
    if not (folder / ".git").exists():
        git(folder, "init", "-q", "-b", "main", *options)
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "m")
    return git(folder, "rev-parse", "HEAD")


@pytest.mark.parametrize("options", [(), ("--object-format=sha256",)])
def test_files_of_a_revision(tmp_path: Path, options: tuple[str, ...]) -> None:
    """Names, folders and contents, with either hash, packed or not."""
    commit(tmp_path, {"a/b.yaml": "1", "a/ü x.yaml": "2", "z": "3"}, *options)
    for _ in range(2):
        with Repository(tmp_path) as repository:
            revision = Revision(repository, "HEAD")
            assert list(revision.files("")) == ["z", "a/b.yaml", "a/ü x.yaml"]
            assert revision.read("a/ü x.yaml") == b"2"
            assert (revision.is_folder("a"), revision.is_file("a"), revision.is_file("a/b.yaml")) == (True, False, True)
            assert not revision.is_file("a/b.yaml/c")
        git(tmp_path, "gc", "-q")


def test_only_what_was_committed_is_read(tmp_path: Path) -> None:
    """Neither the index nor the working tree nor a filter has a say."""
    commit(tmp_path, {"a": "one\n", ".gitattributes": "a text eol=crlf ident\n"})
    (tmp_path / "a").write_text("two")
    git(tmp_path, "add", "a")
    (tmp_path / "b").write_text("three")
    with Repository(tmp_path) as repository:
        revision = Revision(repository, "HEAD")
        assert revision.read("a") == b"one\n"
        assert not revision.is_file("b")


def test_the_history_of_a_path(tmp_path: Path) -> None:
    """The newest first, those alone that touched it, and no more than asked for; a path is no pattern."""
    first = commit(tmp_path, {"s/a": "1", "t": "1"})
    commit(tmp_path, {"t": "2"})
    third = commit(tmp_path, {"s/a": "2"})
    with Repository(tmp_path / "s") as repository:
        found = repository.history(repository.commit("HEAD"), "s", most=5)
        assert [(each.oid, each.day) for each in found] == [(third, "2026-05-01"), (first, "2026-05-01")]
        assert len(repository.history(third, "s", most=1)) == 1
        assert len(repository.history(third, "", most=9)) == 3
        assert repository.history(third, "*", most=9) == ()
        assert (repository.prefix, repository.top) == ("s/", tmp_path.resolve())


def test_a_linked_working_tree_is_a_repository(tmp_path: Path) -> None:
    """As it is made by `git worktree add`."""
    (tmp_path / "main").mkdir()
    commit(tmp_path / "main", {"a": "1"})
    git(tmp_path / "main", "worktree", "add", "-q", "../linked")
    with Repository(tmp_path / "linked") as repository:
        assert Revision(repository, "main").read("a") == b"1"


def test_a_submodule_is_not_read(tmp_path: Path) -> None:
    """It is another repository, which may not be there."""
    sha = commit(tmp_path, {"a": "1"})
    git(tmp_path, "update-index", "--add", "--cacheinfo", f"160000,{sha},sub")
    git(tmp_path, "commit", "-q", "-m", "m")
    with Repository(tmp_path) as repository:
        revision = Revision(repository, "HEAD")
        assert list(revision.files("")) == ["a"]
        assert not revision.is_file("sub")
        with pytest.raises(SpecError, match="is a submodule"):
            revision.read("sub")


def test_names_of_a_hostile_tree_lead_nowhere(tmp_path: Path) -> None:
    """git itself would refuse to check them out; they are words here, and never paths of the disk."""
    commit(tmp_path, {"a": "1"})
    blob = git(tmp_path, "rev-parse", "HEAD:a")
    inner = git(tmp_path, "mktree", given=f"100644 blob {blob}\tx\n".encode())
    raw = b"".join(
        mode + b" " + name + b"\0" + bytes.fromhex(oid)
        for mode, name, oid in (
            (b"40000", b"..", inner),
            (b"100644", b"../../x", blob),
            (b"100644", b"/etc/passwd", blob),
            (b"100644", b"\xff\n.yaml", blob),
        )
    )
    tree = git(tmp_path, "hash-object", "-t", "tree", "--literally", "-w", "--stdin", given=raw)
    with Repository(tmp_path) as repository:
        revision = Revision(repository, tree)
        for path in revision.files(""):
            try:
                assert revision.read(path) == b"1"
            except SpecError as error:
                assert "\n" not in str(error)


def test_a_tree_that_unfolds_without_end_is_refused(tmp_path: Path) -> None:
    """A few objects can stand for a billion files."""
    git(tmp_path, "init", "-q")
    oid = git(tmp_path, "hash-object", "-w", "--stdin", given=b"x")
    kind = "100644 blob"
    for _ in range(9):
        lines = "".join(f"{kind} {oid}\tf{index}\n" for index in range(10))
        oid = git(tmp_path, "mktree", given=lines.encode())
        kind = "040000 tree"
    with Repository(tmp_path) as repository, pytest.raises(SpecError, match="holds more than 200000 files"):
        list(Revision(repository, oid).files(""))


def test_a_damaged_repository_is_an_error(tmp_path: Path) -> None:
    """One line, for an object that is broken and for one that is gone."""
    commit(tmp_path, {"a": "1", "b": "2"})
    for name, damage in (("a", b"nonsense"), ("b", None)):
        oid = git(tmp_path, "rev-parse", f"HEAD:{name}")
        file = tmp_path / ".git/objects" / oid[:2] / oid[2:]
        file.chmod(0o644)
        file.unlink()
        if damage:
            file.write_bytes(damage)
    with Repository(tmp_path) as repository:
        revision = Revision(repository, "HEAD")
        for name in "ab":
            with pytest.raises(SpecError, match="is not in this clone"):
                revision.read(name)


def test_reading_goes_on_after_a_refusal(tmp_path: Path) -> None:
    """What was too large is not what the next reader gets."""
    commit(tmp_path, {"a": "1" * 100, "b": "2"})
    with Repository(tmp_path) as repository:
        revision = Revision(repository, "HEAD")
        with pytest.raises(SpecError, match="has 100 bytes, more than 10"):
            revision.read("a", most=10)
        assert revision.read("b", most=10) == b"2"


def test_without_git_there_is_one_clear_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files need no git; revisions do."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ConfigError, match="there is none on the PATH"):
        Repository(tmp_path)


def test_an_empty_repository_has_no_revision(tmp_path: Path) -> None:
    """HEAD names a branch that is not there yet."""
    git(tmp_path, "init", "-q")
    with Repository(tmp_path) as repository, pytest.raises(ConfigError, match='git knows no revision "HEAD"'):
        Revision(repository, "HEAD")


@pytest.mark.parametrize("name", ["-h", "--all", "", "a..b", "HEAD\0", "HEAD\n", "--end-of-options", "-c core.x=y"])
def test_no_revision_is_an_option(tmp_path: Path, name: str) -> None:
    """Nothing of it reaches git."""
    commit(tmp_path, {"a": "1"})
    with Repository(tmp_path) as repository, pytest.raises(ConfigError, match="is not how a revision is written"):
        repository.commit(name)
