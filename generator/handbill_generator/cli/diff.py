"""`handbill diff`: what breaks between two states of a contract."""

from __future__ import annotations

import os
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from handbill_generator.cli.asking import Gate, day, progress, repository
from handbill_generator.diagnostics import ConfigError, OutputError

if TYPE_CHECKING:
    from handbill_generator import changes
    from handbill_generator.config import DiffSettings


class Format(StrEnum):
    """How a report of changes is written."""

    text = "text"
    json = "json"
    markdown = "markdown"
    html = "html"
    github = "github"
    gitlab = "gitlab"
    junit = "junit"
    sarif = "sarif"


class FailOn(StrEnum):
    """What makes the exit code 1."""

    breaking = "breaking"
    risky = "risky"
    any = "any"
    never = "never"


_FAIL_ON = {FailOn.breaking: "breaking", FailOn.risky: "risky", FailOn.any: "compatible"}
"""The level that each of them begins at."""


def diff(
    old: Annotated[
        str | None,
        typer.Argument(
            metavar="OLD",
            help="A document, a folder or glob of them, REV:PATH from git, or an emitted package.",
        ),
    ] = None,
    new: Annotated[
        str | None, typer.Argument(metavar="NEW", help="The same again; a document, folder, glob or REV:PATH.")
    ] = None,
    report: Annotated[Format, typer.Option("--format", help="How to write the report to stdout.")] = Format.text,
    save: Annotated[
        list[str] | None,
        typer.Option(metavar="FORMAT=FILE", help="Write the report to a file too; can be given more than once."),
    ] = None,
    level: Annotated[
        Gate | None,
        typer.Option(
            help="How much counts: requests and responses; or also calls, types, imports of Python code that uses the "
            "emitted package. Default: import, that is everything."
        ),
    ] = None,
    fail_on: Annotated[FailOn | None, typer.Option(help="What makes the exit code 1. Default: breaking.")] = None,
    witness: Annotated[
        bool,
        typer.Option("--witness", help="Add code that type-checks with the old package and not with the new one."),
    ] = False,
    python: Annotated[
        bool, typer.Option("--python/--no-python", help="Plan both packages to say which Python symbols change.")
    ] = True,
    today: Annotated[
        str, typer.Option(metavar="YYYY-MM-DD", help="The day that sunsets and acceptances are held against.")
    ] = "",
    accept: Annotated[
        bool, typer.Option("--accept", help="Let the failing changes pass from now on: write them down.")
    ] = False,
    reason: Annotated[str, typer.Option(help="With --accept: why they may pass.")] = "",
    owner: Annotated[str, typer.Option(help="With --accept: who answers for that.")] = "",
    expires: Annotated[str, typer.Option(metavar="YYYY-MM-DD", help="With --accept: until when.")] = "",
    explain: Annotated[str, typer.Option(metavar="ID", help="Say what an id of a change means, and stop.")] = "",
) -> None:
    """Say what changed between two states of a contract, and what breaks.

    Each change says where it stands in both files, which operations it reaches, how bad it is on the wire and for
    Python code that uses the emitted package, and which symbols of it change. Exits with 1 where a change is as bad as
    --fail-on, and with 2 for a document that cannot be read. [tool.handbill.diff] of the nearest pyproject.toml holds
    the project's own rules.
    """
    # The comparison brings the engines with it; other commands do without them.
    from handbill_generator import changes

    if explain:
        typer.echo(changes.explain(explain))
        return
    if old is None or new is None:
        raise ConfigError("give OLD and NEW, for example: handbill diff HEAD:specs specs")
    root, now = Path.cwd(), day(today)
    files = dict(map(_file, save or []))
    settings = changes.settings(root)
    pairs = changes.pairs(old, new, root=root)
    with progress() as told:
        found = changes.compare_pairs(
            pairs, settings, root=root, today=now, python=python, witness=witness, progress=told
        )
    gate = changes.Gate(level or settings.level)
    least = _FAIL_ON.get(fail_on or FailOn(settings.fail_on))
    worst = changes.Level(least) if least else None
    for path, format in files.items():
        _write(path, _rendered(found, format, gate, worst, witness=witness))
    if accept:
        _accept(found, pairs, settings, gate=gate, worst=worst, reason=reason, owner=owner, expires=expires, now=now)
        return
    typer.echo(_rendered(found, report, gate, worst, witness=witness, is_shown=True), nl=False)
    if found.failing(gate, worst) or found.problems:
        raise typer.Exit(1)


def _rendered(
    found: changes.Report,
    format: Format,
    gate: changes.Gate,
    worst: changes.Level | None,
    *,
    witness: bool,
    is_shown: bool = False,
) -> str:
    from handbill_generator.changes import explain
    from handbill_generator.changes.output import Context, render

    console = Console()
    return render(
        found,
        format.value,
        gate=gate,
        fail_on=worst,
        witness=witness,
        color=is_shown and console.is_terminal and not os.environ.get("NO_COLOR"),
        width=console.width,
        context=Context(folder=Path.cwd(), repository=repository(), explain=explain, **_links()),
    )


def _links() -> dict[str, str]:
    """Give the address of a line on the web, as far as the host of a job says where its files are."""
    given = os.environ.get
    if given("GITHUB_REPOSITORY") and given("GITHUB_SHA"):
        server = given("GITHUB_SERVER_URL", "https://github.com")
        lines = f"{server}/{given('GITHUB_REPOSITORY')}/blob/{given('GITHUB_SHA')}/{{file}}#L{{line}}"
    elif given("CI_PROJECT_URL") and given("CI_COMMIT_SHA"):
        lines = f"{given('CI_PROJECT_URL')}/-/blob/{given('CI_COMMIT_SHA')}/{{file}}#L{{line}}"
    else:
        return {}
    return {"new_lines": lines}


def _accept(
    found: changes.Report,
    pairs: tuple[changes.InputPair, ...],
    settings: DiffSettings,
    *,
    gate: changes.Gate,
    worst: changes.Level | None,
    reason: str,
    owner: str,
    expires: str,
    now: date,
) -> None:
    """Write down the changes that fail, so that they pass until the day that is given."""
    from handbill_generator.changes.acceptance import add_acceptances

    written = add_acceptances(
        settings.accept,
        found.failing(gate, worst),
        name=settings.accept_shown,
        reason=reason,
        owner=owner,
        expires=expires,
        today=now,
        contracts={pair.name: pair.old.sha256 if pair.old else "" for pair in pairs},
    )
    noun = "change" if written == 1 else "changes"
    typer.echo(f"{written} {noun} accepted until {expires}, in {settings.accept_shown}")


def _file(text: str) -> tuple[Path, Format]:
    name, equals, path = text.partition("=")
    if not equals or not path or name not in list(Format):
        raise ConfigError(f'--save: "{text}" must be FORMAT=FILE, with one of {", ".join(Format)}')
    return Path(path), Format(name)


def _write(path: Path, text: str) -> None:
    """Write a report whole, or leave what was there."""
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_text(text, encoding="utf-8", newline="\n")
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise OutputError(f"{path}: cannot be written: {(error.strerror or str(error)).lower()}") from error
