"""`handbill lint`: check configured contracts, or any document."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.progress import track

from handbill_generator.cli.asking import Document, documents
from handbill_generator.cli.generate import Format
from handbill_generator.config import LintSettings, OverlayFile, lint_settings, page_folder, rule_ids
from handbill_generator.diagnostics import ConfigError

if TYPE_CHECKING:
    from handbill_generator.lint import Finding, Rule
    from handbill_generator.lint.fix import Fixed
    from handbill_generator.lint.pages import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class _Job:
    """A document to check."""

    shown: str
    path: Path
    rules: tuple[Rule, ...]
    pages: tuple[Page, ...]
    overlays: tuple[OverlayFile, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Checked:
    """What is found in a document; after a fix, what is left."""

    job: _Job
    findings: tuple[Finding, ...]
    fixed: Fixed | None = None


def lint(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NAME | SPEC]...",
            help="Clients configured in [tool.handbill], all of them by default; or paths of documents.",
        ),
    ] = None,
    disable: Annotated[
        list[str] | None, typer.Option(metavar="RULE", help="Do not check this rule; can be given more than once.")
    ] = None,
    pages: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="DIR",
            help="Folder of documentation pages, text files, that descriptions must not be copied from; "
            "can be given more than once.",
        ),
    ] = None,
    fix: Annotated[
        bool, typer.Option("--fix", help="Mend what can be mended in the files, and report what is left.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="With --fix: show the changes, and write nothing.")] = False,
    rules: Annotated[bool, typer.Option("--rules", help="List the rules with what they ask for, and stop.")] = False,
    report: Annotated[Format, typer.Option("--format", help="How to write the report.")] = Format.text,
) -> None:
    """Check that contracts are valid, described, named and documented as they should be.

    What the sources of a contract are stands in the docs.yaml beside it. Exits with 1 if there are findings, and with 2
    for a document or a docs.yaml that cannot be read. [tool.handbill.lint] of the pyproject.toml nearest to a document
    can disable rules and name folders of pages.
    """
    if rules:
        _show_rules(report)
        return
    if diff and not fix:
        raise ConfigError("--diff shows what --fix would change; give both")
    asked = LintSettings(
        disable=rule_ids(disable or (), known=_all_rules(), where="--disable"),
        pages=tuple(map(page_folder, pages or [])),
    )
    jobs = _jobs(documents(names or []), asked)
    done = [_fixed(job, keep=diff) if fix else _checked(job) for job in _progress(jobs)]
    if report is Format.json:
        typer.echo(json.dumps({"documents": [_entry(checked) for checked in done]}, indent=2))
    else:
        _show(done, diff=diff)
    if any(checked.findings or (diff and checked.fixed and checked.fixed.changes) for checked in done):
        raise typer.Exit(1)


def _all_rules() -> dict[str, Rule]:
    # The validators take longer to import than everything else together; other commands do without them.
    from handbill_generator.lint import RULES

    return {rule.id: rule for rule in RULES}


def _jobs(chosen: Iterable[Document], asked: LintSettings) -> list[_Job]:
    """Give what to check, and by what: what the command line asks for is added to what is configured."""
    from handbill_generator.lint.pages import read_pages

    every = _all_rules()
    read: dict[tuple[Path, ...], tuple[Page, ...]] = {}
    jobs = []
    for document in chosen:
        settings = lint_settings(document.start, known=every)
        folders = (*settings.pages, *asked.pages)
        if folders not in read:
            read[folders] = read_pages(folders)
        left_out = settings.disable | asked.disable
        rules = tuple(rule for rule in every.values() if rule.id not in left_out)
        jobs.append(
            _Job(
                shown=document.shown,
                path=document.path,
                rules=rules,
                pages=read[folders],
                overlays=document.overlays,
            )
        )
    return jobs


def _progress(jobs: list[_Job]) -> Iterator[_Job]:
    console = Console(stderr=True)
    return iter(track(jobs, "Checking", console=console, transient=True, disable=not console.is_terminal))


def _checked(job: _Job) -> _Checked:
    from handbill_generator.lint import lint_file

    found = lint_file(job.path, name=job.shown, rules=job.rules, pages=job.pages, overlays=job.overlays)
    return _Checked(job=job, findings=found)


def _fixed(job: _Job, *, keep: bool) -> _Checked:
    """Mend a document; to *keep* is to leave its files as they are."""
    if job.overlays:
        raise ConfigError(f"{job.shown}: --fix changes documents, not overlays; give the path to mend the file alone")
    from handbill_generator.lint.fix import fix
    from handbill_generator.round_trip import save

    fixed = fix(job.path, name=job.shown, rules=job.rules, pages=job.pages)
    for error in fixed.refused:
        print(f"warning: not mended: {error}", file=sys.stderr)
    if not keep:
        save(fixed.changes)
    return _Checked(job=job, findings=fixed.left, fixed=fixed)


def _show(done: list[_Checked], *, diff: bool) -> None:
    for change in (change for checked in done if diff and checked.fixed for change in checked.fixed.changes):
        typer.echo(change.diff, nl=False)
    for finding in (finding for checked in done for finding in checked.findings):
        typer.echo(str(finding))
    count = sum(len(checked.findings) for checked in done)
    documents = _counted(len(done), "document")
    said = f"{_counted(count, 'finding')} in {documents}" if count else f"{documents}, no findings"
    typer.echo(said + _mended(done, diff=diff) + _compared([checked.job for checked in done]))


def _mended(done: list[_Checked], *, diff: bool) -> str:
    """Say how much was mended; nothing where that was not asked for."""
    fixed = [checked.fixed for checked in done if checked.fixed]
    verb = "can be mended" if diff else "mended"
    return f"; {sum(len(each.mended) for each in fixed)} {verb}" if fixed else ""


def _compared(jobs: list[_Job]) -> str:
    """Say how many pages the descriptions were compared with; nothing where that was not asked for."""
    counts = {len(job.pages) for job in jobs if any(rule.id == "description-copied" for rule in job.rules)}
    if not counts:
        return ""
    least, most = min(counts), max(counts)
    pages = _counted(most, "page") if least == most else f"{least} to {most} pages"
    return f"; descriptions compared with {pages}"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _entry(checked: _Checked) -> dict[str, Any]:
    entry = {
        "document": checked.job.shown,
        "pages": len(checked.job.pages),
        "findings": list(map(_told, checked.findings)),
    }
    if fixed := checked.fixed:
        entry["mended"] = list(map(_told, fixed.mended))
        entry["changes"] = [{"file": change.name, "diff": change.diff} for change in fixed.changes]
    return entry


def _told(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "file": finding.position.file,
        "line": finding.position.line,
        "column": finding.position.column,
        "pointer": finding.pointer,
        "message": finding.message,
        "hint": finding.hint,
    }


def _show_rules(report: Format) -> None:
    rules = list(_all_rules().values())
    if report is Format.json:
        listed = [{"id": rule.id, "asks": rule.asks, "fix": rule.fix is not None} for rule in rules]
        typer.echo(json.dumps({"rules": listed}, indent=2))
        return
    width = max(len(rule.id) for rule in rules)
    for rule in rules:
        typer.echo(f"{rule.id:<{width}}  {rule.asks}{' (--fix)' if rule.fix else ''}")
