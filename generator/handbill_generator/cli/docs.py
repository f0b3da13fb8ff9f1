"""`handbill docs`: hold contracts against the pages that document them."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer
from rich.console import Console

from handbill_generator.cli.asking import day, documents, reading, repository
from handbill_generator.cli.docs_pages import pages as list_pages
from handbill_generator.diagnostics import ConfigError, one_line
from handbill_generator.load.source import shown

if TYPE_CHECKING:
    from handbill_generator.docs.findings import Report
    from handbill_generator.docs.running import Job
    from handbill_generator.docs.subjects import Subject

docs = typer.Typer(
    name="docs",
    help="Hold contracts against the documentation pages they were written from.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


docs.command("pages")(list_pages)

_METHODS = frozenset({"GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"})


class Format(StrEnum):
    """How a report on documentation is written."""

    text = "text"
    json = "json"
    markdown = "markdown"
    github = "github"
    sarif = "sarif"


Names: TypeAlias = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[NAME | SPEC]...",
        help="Clients configured in [tool.handbill], all of them by default; or paths of documents.",
    ),
]
PageOption: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--page",
        metavar="PAGE",
        help="A page: FILE, SOURCE=FILE, SOURCE=URL, or SOURCE alone for the address that docs.yaml has; "
        "can be given more than once.",
    ),
]
FoldersOption: TypeAlias = Annotated[
    list[Path] | None,
    typer.Option("--pages", metavar="DIR", help="Folder of saved pages, found by the file names that docs.yaml has."),
]
FetchOption: TypeAlias = Annotated[
    bool, typer.Option("--fetch", help="Allow requests; without it no page is fetched from anywhere.")
]
FormatOption: TypeAlias = Annotated[Format, typer.Option("--format", help="How to write the report to stdout.")]
TodayOption: TypeAlias = Annotated[
    str, typer.Option(metavar="YYYY-MM-DD", help="The day that the lock names as the day of the check.")
]
SettledOption: TypeAlias = Annotated[
    bool, typer.Option("--settled", help="Show the findings too that a ruling of docs.yaml decides.")
]


@docs.command("audit")
def audit(
    names: Names = None,
    page: PageOption = None,
    pages: FoldersOption = None,
    fetch: FetchOption = False,
    settled: SettledOption = False,
    report: FormatOption = Format.text,
    explain: Annotated[str, typer.Option(metavar="ID", help="Say what an id of a finding means, and stop.")] = "",
) -> None:
    """Say where pages and contracts disagree.

    Both ways: what is documented and not in the contract, in the contract and not documented, or told in two ways; and
    where a page disagrees with itself. Without pages, what the lock keeps of them is audited: no network, no files.
    Rulings in docs.yaml settle what was decided; a ruling that settles nothing any more is a finding. Exits with 1 for
    errors and warnings that no ruling settles; notes say what a page leaves open, and fail nothing.
    """
    from handbill_generator.docs import running
    from handbill_generator.docs.judging import explain as explained

    if explain:
        typer.echo(explained(explain))
        return
    jobs = _jobs(names, page, pages, fetch=fetch)
    if not any(job.pages.given or job.pages.failures or job.subject.lock.pages for job in jobs):
        locks = ", ".join(job.subject.lock_shown for job in jobs)
        raise ConfigError(f"there is nothing to audit: {locks} has no page; give --page FILE or --pages DIR")
    _finish(running.audit(jobs), report, settled=settled)


@docs.command("check")
def check(
    names: Names = None,
    page: PageOption = None,
    pages: FoldersOption = None,
    fetch: FetchOption = False,
    operation: Annotated[
        str, typer.Option(metavar="'METHOD PATH'", help="With one --page: the operation that it documents.")
    ] = "",
    spec: Annotated[Path | None, typer.Option(help="Hold the page against this contract, whatever is locked.")] = None,
    report: FormatOption = Format.text,
) -> None:
    """Say what moved on pages since they were locked.

    Each finding names the place in the contract, the Python names that hang on it, and an edit. Wording, order and
    examples may change freely. A page that has no lock is held against the contract instead. Exits with 1 where
    something moved.
    """
    from handbill_generator.docs import running

    given = [*(names or []), *([str(spec)] if spec else [])]
    if not (page or pages or fetch):
        raise ConfigError("give the pages to check, --page FILE or --pages DIR, or --fetch those of the lock")
    if operation and (len(page or []) != 1 or pages):
        raise ConfigError("--operation says what one page documents; give exactly one --page, and no --pages")
    jobs = _jobs(given, page, pages, fetch=fetch, operation=_operation(operation))
    _finish(running.check(jobs, without_lock=bool(operation or spec)), report, settled=False)


@docs.command("lock")
def lock(
    names: Names = None,
    page: PageOption = None,
    pages: FoldersOption = None,
    fetch: FetchOption = False,
    today: TodayOption = "",
) -> None:
    """Write what pages say into docs.lock.json.

    It stands beside the contract and has names, numbers and tokens, no sentence of a page. Pages that the lock has
    already are read anew; the others stay.
    """
    from handbill_generator.docs.lock import write_lock
    from handbill_generator.docs.running import relocked

    if not (page or pages or fetch):
        raise ConfigError("give the pages to lock, --page FILE or --pages DIR, or --fetch those of the lock")
    now = day(today)
    jobs = _jobs(names, page, pages, fetch=fetch)
    for job in jobs:
        if job.pages.given or job.pages.unchanged:
            write_lock(job.subject.lock_path, relocked(job, today=now))
            _say_locked(job)
    _tell_failures(jobs)


@docs.command("accept")
def accept(
    names: Names = None,
    page: PageOption = None,
    pages: FoldersOption = None,
    fetch: FetchOption = False,
    apply: Annotated[bool, typer.Option("--apply", help="Make the suggested edits in the contract too.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what would be written, and write nothing.")] = False,
    today: TodayOption = "",
) -> None:
    """Take what moved on pages into the lock.

    With --apply the edits that handbill docs check suggests are made in the contract, too. Edits keep comments and
    order. What cannot be edited by a machine is left, and said on stderr. What a page has never mentioned stays in the
    contract. The contract is written first: where the lock cannot be written, the next check finds the same again.
    """
    from handbill_generator.docs import running
    from handbill_generator.docs.grounding import applied
    from handbill_generator.docs.lock import changed_lock, dump_lock, write_lock
    from handbill_generator.round_trip import save

    if not (page or pages or fetch):
        raise ConfigError("give the pages to accept, --page FILE or --pages DIR, or --fetch those of the lock")
    now = day(today)
    jobs = _jobs(names, page, pages, fetch=fetch)
    found = running.check(jobs)
    for job in jobs:
        subject = job.subject
        result = applied(subject.path, name=subject.shown, edits=running.edits_of(found, subject) if apply else ())
        for error in result.refused:
            typer.echo(f"warning: not edited: {error}", err=True)
        new = running.relocked(job, today=now)
        if diff:
            typer.echo("".join(change.diff for change in result.changes), nl=False)
            typer.echo(changed_lock(subject.lock, new, name=subject.lock_shown), nl=False)
            continue
        dump_lock(new)  # what cannot be locked is to be said before the contract is another
        save(result.changes)
        for change in result.changes:
            typer.echo(f"{one_line(change.name)}: edited")
        # The lock comes last: where it is not written, the next check finds again what moved.
        if job.pages.given or job.pages.unchanged:
            write_lock(subject.lock_path, new)
            _say_locked(job)
    _tell_failures(jobs)


def _jobs(
    names: list[str] | None,
    page: list[str] | None,
    pages: list[Path] | None,
    *,
    fetch: bool,
    operation: str = "",
) -> list[Job]:
    from handbill_generator.docs.fetching import FetchSettings
    from handbill_generator.docs.given import asked, pages_of
    from handbill_generator.docs.running import Job

    subjects = _subjects(names or [])
    if page and len(subjects) != 1:
        raise ConfigError("--page is of one contract; name it, for example: handbill docs check loops --page FILE")
    wanted = [asked(text) for text in page or []]
    settings = FetchSettings() if fetch else None
    jobs = []
    with reading() as told:
        for subject in subjects:
            told(subject.shown)
            read = pages_of(subject, wanted, pages or [], fetch=settings, progress=told, operation=operation)
            jobs.append(Job(subject=subject, pages=read))
    if (pages or fetch) and not any(job.pages.given or job.pages.unchanged or job.pages.failures for job in jobs):
        raise _nothing_read(jobs, pages or [])
    return jobs


def _nothing_read(jobs: list[Job], folders: list[Path]) -> ConfigError:
    """Say why a run would have passed without having looked at any page."""
    locks = ", ".join(job.subject.lock_shown for job in jobs)
    if folders:
        named = ", ".join(map(str, folders))
        return ConfigError(f"--pages: no file in {named} is one that docs.yaml or {locks} names; write SOURCE=FILE")
    return ConfigError(f"--fetch: no page of {locks} has an address; lock one with --page SOURCE=URL --fetch")


def _operation(text: str) -> str:
    """Read `--operation`."""
    method, _, path = text.partition(" ")
    if text and (method.upper() not in _METHODS or not path.startswith(("/", "http://", "https://"))):
        raise ConfigError(f"--operation: \"{shown(text)}\" is no operation; write 'PATCH /orders/{{orderId}}'")
    return f"{method.upper()} {path}" if text else ""


def _subjects(names: list[str]) -> list[Subject]:
    from handbill_generator.docs.subjects import subject

    return [
        subject(
            document.path,
            shown=document.shown,
            package=document.package,
            folder=document.folder,
            overlays=document.overlays,
        )
        for document in documents(names)
    ]


def _tell_failures(jobs: list[Job]) -> None:
    """Say which pages were not read, and end with 1: the lock has them as they were."""
    failures = [failure for job in jobs for failure in job.pages.failures]
    for failure in failures:
        typer.echo(one_line(f"warning: {failure.url}: {failure.message}; {failure.hint}"), err=True)
    if failures:
        raise typer.Exit(1)


def _say_locked(job: Job) -> None:
    given = job.pages.given
    facts = sum(len(each.page.facts) for each in given)
    noun = "page" if len(given) == 1 else "pages"
    unchanged = f", {len(job.pages.unchanged)} unchanged" if job.pages.unchanged else ""
    typer.echo(f"{one_line(job.subject.lock_shown)}: {len(given)} {noun} with {facts} facts locked{unchanged}")


def _finish(found: Report, report: Format, *, settled: bool) -> None:
    from handbill_generator.docs.judging import explain
    from handbill_generator.docs.output import Options, render
    from handbill_generator.reporting.context import Context

    console = Console()
    options = Options(
        settled=settled,
        color=console.is_terminal and not os.environ.get("NO_COLOR"),
        width=console.width,
        context=Context(folder=Path.cwd(), repository=repository(), marker="handbill-docs"),
        explain=explain,
    )
    typer.echo(render(found, report.value, options), nl=False)
    if found.failing:
        raise typer.Exit(1)
