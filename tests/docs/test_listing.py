"""The list of the pages of a site, and which of them a contract knows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from handbill_generator.cli.app import app
from typer.testing import CliRunner

SPEC = "openapi: 3.1.0\ninfo: {title: Choir, version: '1'}\npaths: {}\n"
DOCS = """\
sources:
  songs-page:
    url: https://docs.choir.example/songs
    date: 2026-01
    covers: Songs, read whole.
"""
INDEX = """\
# Choir
- [Songs](https://docs.choir.example/songs.md): about songs
- [Voices](https://docs.choir.example/voices)
- [The document](https://docs.choir.example/openapi.json)
"""


def run(folder: Path, *arguments: str) -> tuple[int, str, str]:
    (folder / "openapi.yaml").write_text(SPEC)
    (folder / "docs.yaml").write_text(DOCS)
    (folder / "llms.txt").write_text(INDEX)
    done = CliRunner().invoke(app, ["docs", "pages", str(folder / "openapi.yaml"), *arguments])
    return done.exit_code, done.stdout, str(done.exception or "")


def test_known_and_new_pages_are_told_apart(tmp_path: Path) -> None:
    """A page is known by its address, in Markdown or not; what is neither known nor locked is new."""
    code, told, _ = run(tmp_path, str(tmp_path / "llms.txt"))
    assert code == 0
    assert told.splitlines() == [
        "known   https://docs.choir.example/songs.md  songs-page",
        "new     https://docs.choir.example/voices",
        "new     https://docs.choir.example/openapi.json",
    ]


def test_programs_read_it_as_json(tmp_path: Path) -> None:
    """The list has each page with its title and what it is."""
    _, told, _ = run(tmp_path, str(tmp_path / "llms.txt"), "--format", "json")
    assert [(page["title"], page["rel"], page["source"]) for page in json.loads(told)["pages"]] == [
        ("Songs", "page", "songs-page"),
        ("Voices", "page", ""),
        ("The document", "openapi", ""),
    ]


@pytest.mark.parametrize("place", ["https://docs.choir.example/", "missing.txt"])
def test_nothing_is_fetched_unasked(tmp_path: Path, place: str) -> None:
    """An address needs --fetch, and a file must be there."""
    code, _, error = run(tmp_path, place)
    assert code == 1  # of the runner; the command line makes it 2
    assert place in error
