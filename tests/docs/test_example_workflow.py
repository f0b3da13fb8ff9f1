"""The weekly workflow in `examples/`: its scripts run as they stand, against a real site and remote and our `gh`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.docs.site import Site, page, running

TOP = Path(__file__).parents[2]
WORKFLOW: dict[str, Any] = YAML(typ="safe").load(TOP / "examples" / "docs-check.yml")
STEPS: list[dict[str, Any]] = WORKFLOW["jobs"]["check"]["steps"]
SCRIPTS = {step["name"]: step for step in STEPS if "run" in step}

CONTRACT = """\
openapi: 3.1.0
info: {title: Choir, version: 1.0.0}
servers: [{url: https://api.choir.example}]
security: []
paths:
  /songs:
    # What a choir sings.
    post:
      operationId: createSong
      tags: [Songs]
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              properties:
                title: {type: string} # as it is printed
      responses:
        "201": {description: The song.}
tags: [{name: Songs}]
"""
PAGE = """\
---
title: Create a song
api: POST https://api.choir.example/songs
---

### Body

<ParamField body="title" type="string">
  What it is called.
</ParamField>
"""
NEW_FIELD = """
<ParamField body="voices" type="integer" required>
  How many sing it.
</ParamField>
"""
PROJECT = '[tool.handbill.clients.choir]\nspec = "specs/choir/openapi.yaml"\npackage = "choir"\n'
GH = """\
#!/usr/bin/env bash
echo "$@" >> "$GH_LOG"
"""


@pytest.fixture
def site() -> Any:
    with running() as found:
        found.paths["/songs.md"] = page(PAGE, "text/markdown")
        yield found


@pytest.fixture
def project(tmp_path: Path, site: Site) -> Path:
    """A repository with a contract, its client and its lock, and a remote to push to."""
    folder = tmp_path / "project"
    (folder / "specs" / "choir").mkdir(parents=True)
    (folder / "specs" / "choir" / "openapi.yaml").write_text(CONTRACT)
    (folder / "pyproject.toml").write_text(PROJECT)
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "gh").write_text(GH)
    (tmp_path / "bin" / "gh").chmod(0o755)
    for command in ("generate", f"docs lock choir --fetch --page songs={site.url('/songs.md')}"):
        run(folder, f"handbill {command}")
    run(tmp_path, "git init -q --bare remote.git")
    run(folder, "git init -q -b main && git add -A && git commit -qm start && git remote add origin ../remote.git")
    return folder


def run(folder: Path, script: str, **environment: str) -> str:
    """Run *script* as a runner does; an error of it is one of the test."""
    path = f"{folder.parent / 'bin'}:{folder / 'bin'}:{Path(sys.executable).parent}:{os.environ['PATH']}"
    own = {"PATH": path, "GH_LOG": str(folder.parent / "gh.log"), "RUNNER_TEMP": str(folder.parent)}
    own |= dict.fromkeys(("GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"), "choir@example.org")
    own |= dict.fromkeys(("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"), "Choir")
    own |= {"GITHUB_OUTPUT": str(folder.parent / "output"), "GITHUB_STEP_SUMMARY": str(folder.parent / "summary.md")}
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=folder,
        env={**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, **own, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def checked(project: Path) -> str:
    """Run the first step; give what it tells the others."""
    (project.parent / "output").write_text("")
    run(project, SCRIPTS["Check the pages"]["run"])
    return (project.parent / "output").read_text().strip()


def test_nothing_moved_and_nothing_is_done(project: Path, site: Site) -> None:
    """A page with other words in it is the same page."""
    site.paths["/songs.md"] = page(PAGE.replace("What it is called", "The name of the song"), "text/markdown")
    assert checked(project) == "moved=0"


def test_what_moved_becomes_a_pull_request(project: Path, site: Site) -> None:
    """Contract, lock and client follow the page on a branch of their own, with the report as the description."""
    site.paths["/songs.md"] = page(PAGE + NEW_FIELD, "text/markdown")
    assert checked(project) == "moved=1"
    run(project, SCRIPTS["Accept what moved and regenerate"]["run"])
    run(project, SCRIPTS["Open a pull request"]["run"], BRANCH="handbill/docs-check", BASE="main", GH_TOKEN="x")
    changed = run(project, "git diff --name-only main handbill/docs-check").split()
    assert {"specs/choir/openapi.yaml", "specs/choir/docs.lock.json", "generated/choir/models.py"} <= set(changed)
    contract = run(project.parent / "remote.git", "git show handbill/docs-check:specs/choir/openapi.yaml")
    assert "voices:" in contract
    assert "# What a choir sings." in contract
    assert "pr create --head handbill/docs-check --base main" in (project.parent / "gh.log").read_text()
    assert "property-added" in (project.parent / "body.md").read_text()
    assert checked(project) == "moved=0"


def test_no_expression_reaches_a_script() -> None:
    """What an event or a page says is given in the environment, never pasted into a script."""
    assert not [name for name, step in SCRIPTS.items() if "${{" in step["run"]]
    assert WORKFLOW["permissions"] == {}
    assert WORKFLOW["jobs"]["check"]["permissions"] == {"contents": "write", "pull-requests": "write"}
