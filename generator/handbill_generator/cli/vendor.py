"""`handbill vendor`: packages in the project's own source, and what is wrong with them."""

from __future__ import annotations

import json
import sys
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from handbill_generator.diagnostics import ConfigError

if TYPE_CHECKING:
    from handbill_generator.vendor.updating import Plan

vendor = typer.Typer(
    name="vendor",
    help="Copy a client, or the facade, into a project, and keep it honest there.",
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


class Format(StrEnum):
    """How a report is written."""

    text = "text"
    json = "json"


class CheckFormat(StrEnum):
    """How findings are written."""

    text = "text"
    json = "json"
    github = "github"
    sarif = "sarif"


_Report = Annotated[Format, typer.Option("--format", help="How to write the report to stdout.")]
_Name = Annotated[str, typer.Argument(metavar="NAME", help="A vendored package, as handbill vendor list calls it.")]


@vendor.command("add")
def add(
    what: Annotated[
        str,
        typer.Argument(
            metavar="[NAME | SPEC | FOLDER]",
            help="A client by name; a document to emit one from; the folder of an emitted package; or that of a "
            "project that configures one client.",
        ),
    ] = "",
    into: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="The folder of the project that is to hold the package.")
    ] = None,
    name: Annotated[str, typer.Option("--as", metavar="NAME", help="What to call the package there.")] = "",
    origin: Annotated[
        str,
        typer.Option(
            "--from",
            metavar="installed | FOLDER",
            help="Where NAME is looked for: what is installed, or a project that configures it. Default: the clients "
            "of this project, then what is installed.",
        ),
    ] = "",
    facade: Annotated[
        bool, typer.Option("--facade", help="Bring the facade and its clients, from FOLDER or what is installed.")
    ] = False,
    report: _Report = Format.text,
) -> None:
    """Copy a package into the project, importable there, and write down what it is.

    The package can be moved under any package path. handbill-vendor.toml at the root of the project records where it
    came from, its contract, and every file; commit it, and .handbill-vendor, with the package.
    """
    from handbill_generator.vendor.adding import add as add_package
    from handbill_generator.vendor.output import entries

    if into is None:
        raise ConfigError("say where the package is to be, for example --into src/acme/_vendor")
    if not what and not facade:
        raise ConfigError("say what to vendor: a client by name, a document, or a folder; or --facade")
    if facade and origin:
        raise ConfigError("--facade takes its folder as the argument, not with --from")
    root = _root()
    added = add_package(root, what, into=into, name=name, origin=origin, facade=facade)
    if report is Format.json:
        uv, pip = entries.install_command(added)
        told = {"format": 1, "packages": [entries.told(entry) for entry in added], "install": {"uv": uv, "pip": pip}}
        typer.echo(json.dumps(told, indent=2))
        return
    for line in entries.added(root, added):
        typer.echo(line)


@vendor.command("check")
def check(
    report: Annotated[CheckFormat, typer.Option("--format", help="How to write the findings.")] = CheckFormat.text,
) -> None:
    """Hold the vendored packages against their record; exits with 1 if anything is not as it says.

    Local edits, missing and extra files, a contract that moved on at its source, and dependencies that the project does
    not require. Works offline, and does not look at what is installed.
    """
    from handbill_generator.reporting.context import Context
    from handbill_generator.vendor.checking import check as check_project
    from handbill_generator.vendor.output.findings import render
    from handbill_generator.vendor.record import read_record

    root = _root()
    found = check_project(root)
    context = Context(folder=root, repository=_repository(root))
    typer.echo(render(found, report.value, packages=len(read_record(root).packages), context=context), nl=False)
    if found:
        raise typer.Exit(1)


@vendor.command("update")
def update(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[NAME]...", help="Vendored packages, all of them by default.")
    ] = None,
    to: Annotated[
        str, typer.Option(metavar="SOURCE", help="Take the next version from here instead, as add does; or installed.")
    ] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would change, and write nothing.")] = False,
    keep_edits: Annotated[
        bool, typer.Option("--keep-edits", help="Declare local edits as patches, and keep them.")
    ] = False,
    report: _Report = Format.text,
) -> None:
    """Move vendored packages on to what their sources have now.

    Says first what changes in the contract, which Python names break, and where the project's own source uses them;
    then asks. Declared patches are merged; what conflicts is shown, and nothing is written. Exits with 1 for conflicts.
    """
    from handbill_generator.vendor.output import updates
    from handbill_generator.vendor.updating import plan
    from handbill_generator.vendor.updating import update as write

    root = _root()
    today = date.today()  # noqa: DTZ011  # the day of who asks
    made = plan(root, names or [], to=to, keep_edits=keep_edits, today=today)
    if report is Format.text:
        typer.echo(updates.text(made, root=root), nl=False)
    is_written = made.changes and not made.conflicts and not dry_run and _agreed(made, yes=yes)
    if is_written:
        write(root, made)
    if report is Format.json:
        typer.echo(json.dumps(updates.told(made, root=root, is_written=is_written), indent=2))
    elif made.conflicts:
        typer.echo("Nothing was written.", err=True)
    elif made.changes:
        typer.echo("Updated." if is_written else "Nothing was written.", err=not is_written)
    if made.conflicts or (made.changes and not is_written and not dry_run):
        raise typer.Exit(1)


@vendor.command("patch")
def patch(
    name: _Name,
    reason: Annotated[str, typer.Option(help="Why the package is edited.")] = "",
    report: _Report = Format.text,
) -> None:
    """Declare the local edits of a package, so that check lets them be and update keeps them.

    Run it again after every edit; an edit that was taken back is no patch any more.
    """
    from handbill_generator.vendor.patching import patch as declare

    entry, declared, gone = declare(_root(), name, reason=reason)
    if report is Format.json:
        typer.echo(json.dumps({"name": entry.name, "declared": declared, "gone": gone}, indent=2))
        return
    for path in declared:
        typer.echo(f"{entry.path}/{path}: declared as a patch")
    for path in gone:
        typer.echo(f"{entry.path}/{path}: is as it was vendored again, no patch any more")
    if not declared and not gone:
        typer.echo(f"{entry.name}: has no edits that are not declared")


@vendor.command("list")
def list_(report: _Report = Format.text) -> None:
    """List the vendored packages."""
    from handbill_generator.vendor.output import entries
    from handbill_generator.vendor.record import read_record

    packages = read_record(_root()).packages.values()
    if report is Format.json:
        typer.echo(json.dumps({"format": 1, "packages": [entries.told(entry) for entry in packages]}, indent=2))
        return
    for entry in packages:
        typer.echo(entries.row(entry))
    if not packages:
        typer.echo("nothing is vendored; see handbill vendor add --help")


@vendor.command("remove")
def remove(
    name: _Name,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask, even where local edits go too.")] = False,
) -> None:
    """Remove a vendored package, a facade with its clients; files that were not vendored stay."""
    from handbill_generator.vendor.arranging import removal
    from handbill_generator.vendor.arranging import remove as take_away

    root = _root()
    asked = removal(root, name)
    for path in asked.edited:
        typer.echo(f"{path}: was edited", err=True)
    if asked.edited and not yes and not _confirmed("Remove the edits too?"):
        typer.echo("Nothing was removed.", err=True)
        raise typer.Exit(1)
    for path in take_away(root, asked):
        typer.echo(f"{path}: was not vendored, and stays", err=True)
    for entry, _ in asked.entries:
        typer.echo(f"{entry.name}: removed from {entry.path}")


@vendor.command("rename")
def rename(name: _Name, new: Annotated[str, typer.Argument(metavar="NEW", help="Its name from now on.")]) -> None:
    """Give a vendored package another name: its folder and its entry in the record."""
    from handbill_generator.vendor.arranging import rename as move

    entry = move(_root(), name, new)
    typer.echo(f"{entry.name}: is in {entry.path} now; import {entry.import_name}")


def _root() -> Path:
    from handbill_generator.vendor.project import project_root

    return project_root(Path.cwd())


def _repository(root: Path) -> Path | None:
    """Give the top of the repository around the project: hosts of code name files from there."""
    return next((above for above in (root, *root.parents) if (above / ".git").exists()), None)


def _agreed(made: Plan, *, yes: bool) -> bool:
    names = ", ".join(step.entry.name for step in made.steps if step.changes)
    return yes or _confirmed(f"Update {names}?")


def _confirmed(question: str) -> bool:
    if not sys.stdin.isatty():
        raise ConfigError(f"{question} There is no terminal to ask; add --yes")
    return typer.confirm(question, err=True)
