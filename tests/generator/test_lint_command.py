"""Laws of the command `handbill lint`: what it checks, by which rules, and how it says what it found."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from handbill_generator.cli.app import app
from handbill_generator.diagnostics import ConfigError, HandbillError, SpecError
from handbill_generator.lint import RULES
from typer.testing import CliRunner

from .linting import CONTRACT, DOCS, HEAD, VALIDITY, edited

WRONG = """
openapi: 3.1.0
info: {title: T, version: '1', nope: 1}
tags: [{name: a tag}]
paths:
  /a/{id}:
    get: {tags: [b], operationId: a, description: simply good, responses: {default: {description: x}}}
    post: {operationId: a, responses: {default: {description: x}}}
    put:
      description: The quick brown fox jumps over nothing.
      responses: {default: {description: A., content: {text/plain: {schema: {type: string}, examples: {}}}}}
    patch:
      requestBody: {content: {text/plain: {schema: {type: string}, examples: {a-b: {value: a}}}}}
      responses: {}
components:
  schemas:
    a_b: {type: string, default: 1}
    a_c: {$ref: '#/nope'}
"""
WRONG_DOCS = "sources: {a: {}}\n"

VALIDITY_ONLY = [rule.id for rule in RULES if rule not in VALIDITY]


def run(*arguments: str) -> tuple[int, str]:
    """Run the command; give its exit code and what it writes to stdout."""
    result = CliRunner().invoke(app, ["lint", *arguments])
    if isinstance(result.exception, HandbillError):
        raise result.exception
    return result.exit_code, result.stdout


def disabling(*ids: str) -> str:
    return f"[tool.handbill.lint]\ndisable = {json.dumps(ids)}\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a project of two clients that asks for no names, words and sources; the second is wrong."""
    clients = '[tool.handbill.clients.one]\nspec = "a.yaml"\n[tool.handbill.clients.two]\nspec = "b.yaml"\n'
    (tmp_path / "a.yaml").write_text(HEAD + "paths: {}\n")
    (tmp_path / "b.yaml").write_text(HEAD + "paths: {}\nnope: 1\n")
    (tmp_path / "pyproject.toml").write_text(clients + disabling(*VALIDITY_ONLY))
    monkeypatch.chdir(tmp_path)
    return tmp_path


NOPE = 'b.yaml:4:1: openapi-valid: the key "nope" is not known here [#/nope]; correct or remove it\n'


@pytest.mark.usefixtures("project")
def test_command() -> None:
    """Without arguments the configured documents are checked; names and paths select; findings make the exit code 1."""
    assert run("one") == (0, "1 document, no findings\n")
    assert run() == (1, f"{NOPE}1 finding in 2 documents\n")
    assert run("b.yaml", "one", "b.yaml") == (1, f"{NOPE}1 finding in 2 documents\n")


@pytest.mark.usefixtures("project")
def test_command_json() -> None:
    """The shape of the JSON report is this one."""
    code, report = run("b.yaml", "--format", "json")
    assert code == 1
    assert json.loads(report) == {
        "documents": [
            {
                "document": "b.yaml",
                "pages": 0,
                "findings": [
                    {
                        "rule": "openapi-valid",
                        "file": "b.yaml",
                        "line": 4,
                        "column": 1,
                        "pointer": "#/nope",
                        "message": 'the key "nope" is not known here',
                        "hint": "correct or remove it",
                    }
                ],
            }
        ]
    }


@pytest.mark.parametrize("rule", [rule.id for rule in RULES])
def test_each_rule_can_be_switched_off(rule: str, project: Path) -> None:
    """A rule that is disabled, on the command line or by the configuration, finds nothing; the others do."""
    (project / "pyproject.toml").write_text("")
    (project / "wrong.yaml").write_text(WRONG)
    (project / "docs.yaml").unlink(missing_ok=True)
    if rule.startswith(("evidence-c", "ruling")):
        (project / "docs.yaml").write_text(WRONG_DOCS)
    (project / "pages").mkdir()
    (project / "pages" / "page.txt").write_text("the quick brown fox jumps over the lazy dog")
    every = found_rules("wrong.yaml", "--pages", "pages")
    assert rule in every
    assert found_rules("wrong.yaml", "--pages", "pages", "--disable", rule) == every - {rule}
    (project / "pyproject.toml").write_text(f'{disabling(rule)}pages = ["pages"]\n')
    assert found_rules("wrong.yaml") == every - {rule}
    assert found_rules("wrong.yaml", *(f"--disable={other}" for other in every)) == set()


def found_rules(*arguments: str) -> set[str]:
    (document,) = json.loads(run(*arguments, "--format", "json")[1])["documents"]
    return {finding["rule"] for finding in document["findings"]}


def test_the_nearest_configuration_counts(project: Path) -> None:
    """A document given by its path is checked as its own project says, wherever the command is run."""
    other = project / "other"
    other.mkdir()
    (other / "c.yaml").write_text(HEAD + "paths: {}\nnope: 1\n")
    assert run("other/c.yaml")[0] == 1
    (other / "pyproject.toml").write_text(disabling(*(rule.id for rule in RULES)))
    assert run("other/c.yaml") == (0, "1 document, no findings\n")
    (other / "pyproject.toml").write_text(disabling("nope"))
    with pytest.raises(ConfigError, match=r"other/pyproject.toml: lint.disable: no rule is called"):
        run("other/c.yaml")


def test_docs_beside(project: Path) -> None:
    """The docs.yaml beside the document is read, and findings in it name it."""
    (project / "shop").mkdir()
    (project / "shop" / "openapi.yaml").write_text(CONTRACT)
    (project / "shop" / "pyproject.toml").write_text("")
    assert run("shop/openapi.yaml")[1].startswith("shop/openapi.yaml:1:1: evidence-present: ")
    (project / "shop" / "docs.yaml").write_text(DOCS)
    assert run("shop/openapi.yaml") == (0, "1 document, no findings; descriptions compared with 0 pages\n")
    (project / "shop" / "docs.yaml").write_text(edited(DOCS, "date: 2026-03-28", "date: today"))
    assert run("shop/openapi.yaml")[1].startswith("shop/docs.yaml:4:5: ruling-complete: ")
    (project / "shop" / "docs.yaml").write_text("sources: 5\n")
    with pytest.raises(SpecError, match=r"shop/docs.yaml:1:1: text stands where a mapping must be"):
        run("shop/openapi.yaml")


def test_pages(project: Path) -> None:
    """Pages of the configuration and of the command line are compared with, and counted."""
    (project / "shop").mkdir()
    (project / "shop" / "openapi.yaml").write_text(
        edited(CONTRACT, "Puts a book on sale.", "The quick brown fox jumps over.")
    )
    (project / "shop" / "docs.yaml").write_text(DOCS)
    (project / "shop" / "pyproject.toml").write_text('[tool.handbill.lint]\npages = ["not-there"]\n')
    for folder, text in {"one/deep": "The fox.", "two": "the quick\nbrown fox -- jumps over"}.items():
        (project / folder).mkdir(parents=True)
        (project / folder / "page.md").write_text(text)
    (project / "two" / "binary").write_bytes(b"\xff\xfe")
    (project / "two" / ".hidden").write_text("The fox.")
    (project / "two" / "link").symlink_to(project / "b.yaml")
    assert run("shop/openapi.yaml")[1] == "1 document, no findings; descriptions compared with 0 pages\n"
    code, report = run("shop/openapi.yaml", "--pages", "one", "--pages", "two", "--pages", "one")
    assert (code, report.splitlines()[-1]) == (1, "1 finding in 1 document; descriptions compared with 2 pages")
    assert '"The quick brown fox jumps over" stands in the page "page.md" too' in report
    _, report = run("shop/openapi.yaml", "--pages", "one", "--format", "json")
    assert json.loads(report)["documents"][0]["pages"] == 1
    mixed = run("one", "shop/openapi.yaml", "--pages", "one")[1]
    assert mixed == "2 documents, no findings; descriptions compared with 1 page\n"


def test_fix(project: Path) -> None:
    """What can be mended is mended in the files, or shown and left alone; what is left is reported."""
    (project / "shop").mkdir()
    spec = project / "shop" / "openapi.yaml"
    wrong = edited(edited(CONTRACT, "oneBook:", "one-book:"), "listBooks", "list")
    spec.write_text(wrong)
    (project / "shop" / "docs.yaml").write_text(DOCS)
    (project / "shop" / "pyproject.toml").write_text(disabling("description-copied"))
    code, report = run("shop/openapi.yaml", "--fix", "--diff")
    assert (code, report.splitlines()[-1]) == (1, "1 finding in 1 document; 1 can be mended")
    assert "\n-                one-book: {" in report
    assert "\n+                oneBook: {" in report
    assert spec.read_text() == wrong
    document = json.loads(run("shop/openapi.yaml", "--fix", "--diff", "--format", "json")[1])["documents"][0]
    assert [finding["rule"] for finding in document["findings"]] == ["operation-id-name"]
    assert [finding["rule"] for finding in document["mended"]] == ["example-name"]
    assert [change["file"] for change in document["changes"]] == ["shop/openapi.yaml"]
    assert run("shop/openapi.yaml", "--fix")[1].endswith("\n1 finding in 1 document; 1 mended\n")
    assert spec.read_text() == edited(CONTRACT, "listBooks", "list")
    spec.write_text(edited(CONTRACT, "oneBook:", "one-book:"))
    assert run("shop/openapi.yaml", "--fix", "--diff")[0] == 1
    assert run("shop/openapi.yaml", "--fix") == (0, "1 document, no findings; 1 mended\n")
    assert run("shop/openapi.yaml", "--fix") == (0, "1 document, no findings; 0 mended\n")


@pytest.mark.usefixtures("project")
def test_rules() -> None:
    """The rules are listed with what they ask for, and whether --fix can mend what they find."""
    code, listed = run("--rules")
    assert (code, len(listed.splitlines())) == (0, len(RULES))
    assert listed.startswith("openapi-valid            The document is what the OpenAPI specification")
    assert json.loads(run("--rules", "--format", "json")[1]) == {
        "rules": [{"id": rule.id, "asks": rule.asks, "fix": rule.fix is not None} for rule in RULES]
    }


@pytest.mark.parametrize(
    ("argument", "said"),
    [
        ("nope", 'error: "nope" is neither a document nor a configured client; configured: none\n'),
        ("a.yaml", 'error: a.yaml:1:14: "/nope" is not a relative path '),
        ("--diff", "error: --diff shows what --fix would change; give both"),
        ("--disable=nope", 'error: --disable: no rule is called "nope"; there are component-name, '),
        ("--pages=nope", "error: nope: there is no such folder of pages; "),
        ("--pages=a.yaml", "error: a.yaml: there is no such folder of pages; "),
    ],
)
def test_command_with_bad_input(tmp_path: Path, argument: str, said: str) -> None:
    """Input that cannot be checked is one line on stderr and exit code 2."""
    (tmp_path / "a.yaml").write_text("paths: {/a: {$ref: /nope}}\nopenapi: 3.1.0\n")
    command = [sys.executable, "-m", "handbill_generator.cli.entry", "lint", argument]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert result.stderr.startswith(said)
