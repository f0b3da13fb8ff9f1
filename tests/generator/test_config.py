"""Laws of `config`: a configuration says which clients there are, or one line says what is wrong with it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from handbill_generator.config import LintSettings, configured, lint_settings, package_name
from handbill_generator.diagnostics import ConfigError
from hypothesis import given
from hypothesis import strategies as st

GOOD = '[tool.handbill.clients.one]\nspec = "a/b.yaml"\n[tool.handbill.clients.two]\nspec = "c.yaml"\npackage = "duo"\n'


def written(folder: Path, text: str) -> Path:
    (folder / "pyproject.toml").write_text(text)
    return folder


def test_clients_have_absolute_paths(tmp_path: Path) -> None:
    """Paths are those of the project, and what is shown is what was written."""
    one, two = configured(written(tmp_path, GOOD), ())
    assert (one.name, one.package, one.shown, one.spec) == ("one", "one", "a/b.yaml", tmp_path / "a" / "b.yaml")
    assert (two.package, two.output, two.folder) == ("duo", tmp_path / "generated", tmp_path / "generated" / "duo")


def test_names_choose_and_order(tmp_path: Path) -> None:
    """Only the clients named, in the order in which they are named."""
    written(tmp_path, GOOD)
    assert [target.name for target in configured(tmp_path, ["two", "one"])] == ["two", "one"]
    assert [target.name for target in configured(tmp_path, ["two"])] == ["two"]


def test_the_nearest_file_counts(tmp_path: Path) -> None:
    """A pyproject.toml further up is not looked at."""
    written(tmp_path, GOOD)
    below = tmp_path / "below" / "deeper"
    below.mkdir(parents=True)
    assert configured(below, ["one"])[0].spec == tmp_path / "a" / "b.yaml"
    written(tmp_path / "below", "")
    with pytest.raises(ConfigError, match="no client is configured"):
        configured(below, ())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no client is configured"),
        ("not toml", "cannot be read"),
        ("[tool.handbill]\nclients = 1\n", "clients must be a table"),
        ("[tool]\nhandbill = 1\n", "tool.handbill must be a table"),
        ("tool = 1\n", "tool must be a table"),
        ("[tool.handbill.clients]\none = 1\n", "one must be a table"),
        ("[tool.handbill.clients.one]\n", "client one has no spec"),
        ("[tool.handbill.clients.one]\nspec = 1\n", "one.spec must be a path"),
        ('[tool.handbill.clients.one]\nspec = ""\n', "one.spec must be a path"),
        ('[tool.handbill.clients.one]\nspec = "../x.yaml"\n', "leads out of the project"),
        ('[tool.handbill.clients.one]\nspec = "/etc/passwd"\n', "leads out of the project"),
        ('[tool.handbill]\noutput = ".."\n[tool.handbill.clients.one]\nspec = "x"\n', "leads out of the project"),
        ('[tool.handbill.clients.one]\nspec = "x"\npackage = "a/b"\n', '"a/b"'),
        ('[tool.handbill.clients."../x"]\nspec = "x"\n', '"../x"'),
        ('[tool.handbill.clients.one]\nspec = "x\\u0000"\n', "path"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, text: str, said: str) -> None:
    """A configuration that cannot be used is a ConfigError that names the file or the value."""
    with pytest.raises(ConfigError, match=said):
        configured(written(tmp_path, text), ())


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    """A pyproject.toml that is not UTF-8 is one line, no traceback."""
    (tmp_path / "pyproject.toml").write_bytes(b"\xff")
    with pytest.raises(ConfigError, match="cannot be read"):
        configured(tmp_path, ())


def test_a_link_out_of_the_project_is_refused(tmp_path: Path) -> None:
    """A symbolic link counts as what it leads to."""
    project = tmp_path / "project"
    project.mkdir()
    (tmp_path / "outside.yaml").write_text("")
    (project / "inside.yaml").symlink_to(tmp_path / "outside.yaml")
    with pytest.raises(ConfigError, match="leads out"):
        configured(written(project, '[tool.handbill.clients.one]\nspec = "inside.yaml"\n'), ())


@given(st.text())
def test_a_package_name_is_one_folder(name: str) -> None:
    """What passes is an ASCII identifier; everything else is refused, and nothing else is raised."""
    try:
        package_name(name)
    except ConfigError:
        return
    assert name.isascii()
    assert name.isidentifier()


RULES = ("one-rule", "other-rule")


def test_lint_settings(tmp_path: Path) -> None:
    """Rules and folders of the nearest file count; a folder that is not there is left out."""
    assert lint_settings(written(tmp_path, ""), known=RULES) == LintSettings()
    (tmp_path / "pages").mkdir()
    text = '[tool.handbill.lint]\ndisable = ["one-rule"]\npages = ["pages", "nowhere"]\n'
    (tmp_path / "below").mkdir()
    expected = LintSettings(disable=frozenset(["one-rule"]), pages=(tmp_path / "pages",))
    assert lint_settings(written(tmp_path, text) / "below", known=RULES) == expected
    written(tmp_path / "below", "")
    assert lint_settings(tmp_path / "below", known=RULES) == LintSettings()


def test_without_any_configuration(tmp_path: Path) -> None:
    """Where there is no pyproject.toml, everything is asked for."""
    if not any((folder / "pyproject.toml").exists() for folder in tmp_path.parents):
        assert lint_settings(tmp_path, known=RULES) == LintSettings()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('disable = ["one"]', 'lint.disable: no rule is called "one"; there are one-rule, other-rule'),
        ('disable = "one-rule"', "lint.disable must be a list of strings"),
        ("disable = [1]", "lint.disable must be a list of strings"),
        ("pages = 1", "lint.pages must be a list of strings"),
        ('pages = [""]', "lint.pages must be a path"),
        ('pages = [".."]', "lint.pages leads out of the project"),
        ('pages = ["pyproject.toml"]', "pyproject.toml: there is no such folder of pages"),
        ("disabled = []", 'tool.handbill.lint has no key "disabled"; write disable or pages'),
    ],
)
def test_wrong_lint_settings(tmp_path: Path, text: str, said: str) -> None:
    """What cannot be meant is a ConfigError that says what to write."""
    with pytest.raises(ConfigError, match=re.escape(said)):
        lint_settings(written(tmp_path, f"[tool.handbill.lint]\n{text}\n"), known=RULES)


def test_lint_is_no_table(tmp_path: Path) -> None:
    """Lint settings are a table."""
    with pytest.raises(ConfigError, match=r"tool\.handbill\.lint must be a table"):
        lint_settings(written(tmp_path, "[tool.handbill]\nlint = 1\n"), known=RULES)
