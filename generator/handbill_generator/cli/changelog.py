"""`handbill changelog`: what changed in a contract from version to version."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from handbill_generator.cli.asking import Gate, day, progress
from handbill_generator.config import Target, configured, diff_settings
from handbill_generator.diagnostics import ConfigError

if TYPE_CHECKING:
    from handbill_generator.changes.comparing import Wishes
    from handbill_generator.changes.output.changelog import Section

FORMAT = 1
"""Counts up where a reader of the earlier shape would go wrong; a new field alone does not."""


class Format(StrEnum):
    """How a changelog is written."""

    text = "text"
    json = "json"
    markdown = "markdown"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    """A contract whose history is told, by what it is called: a document, or a folder of its versions."""

    name: str
    path: str
    is_folder: bool


def changelog(
    specs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NAME | SPEC | FOLDER]...",
            help="Clients configured in [tool.handbill], all of them by default; documents, whose history is that of "
            "their repository; or folders that hold the versions of one contract, a document each.",
        ),
    ] = None,
    start: Annotated[str, typer.Option("--from", metavar="REV", help="Begin after this tag or other revision.")] = "",
    end: Annotated[
        str, typer.Option("--to", metavar="REV", help="End with this one. Default: the document as it is now.")
    ] = "",
    tags: Annotated[
        str, typer.Option(metavar="PATTERN", help="Look at the tags that match, such as 'loops-v*'.")
    ] = "*",
    report: Annotated[Format, typer.Option("--format", help="How to write it.")] = Format.text,
    level: Annotated[Gate, typer.Option(help="What is called breaking: as for handbill diff.")] = Gate.imports,
    python: Annotated[
        bool, typer.Option("--python/--no-python", help="Plan the packages to say which Python symbols change.")
    ] = True,
    today: Annotated[
        str, typer.Option(metavar="YYYY-MM-DD", help="The day of what has none, that sunsets are held against.")
    ] = "",
) -> None:
    """Tell what changed in a contract from version to version, the newest first, in the form of Keep a Changelog.

    A section says which bumps its changes ask for, and whether info.version makes them. A tag that leaves the contract
    as it was has no section.
    """
    from handbill_generator.changes.model import Gate as Verdicts
    from handbill_generator.changes.output import changelog as output

    now = day(today)
    told = [(wanted.name, _sections(wanted, start, end, tags, now, python=python)) for wanted in _wanted(specs or [])]
    if report is Format.json:
        changelogs = [{"contract": name, "sections": output.told(sections)} for name, sections in told]
        typer.echo(json.dumps({"format": FORMAT, "changelogs": changelogs}, indent=2))
        return
    write = output.markdown if report is Format.markdown else output.text
    typer.echo("\n".join(write(sections, title=name, gate=Verdicts(level)) for name, sections in told), nl=False)


def _targets() -> tuple[Target, ...]:
    try:
        return configured(Path.cwd(), ())
    except ConfigError:
        return ()


def _wanted(specs: list[str]) -> Iterator[_Wanted]:
    """Find what is asked for; a folder beside the document of a client holds versions of that client's contract."""
    targets = {target.name: target for target in (configured(Path.cwd(), ()) if not specs else _targets())}
    for spec in specs or targets:
        path = Path(spec)
        if spec in targets and not path.exists():
            yield _Wanted(name=targets[spec].shown, path=str(targets[spec].spec), is_folder=False)
        elif path.is_file():
            shown = next((t.shown for t in targets.values() if t.spec.resolve() == path.resolve()), spec)
            yield _Wanted(name=shown, path=spec, is_folder=False)
        else:
            beside = (t.shown for t in targets.values() if t.spec.resolve().parent == path.resolve().parent)
            yield _Wanted(name=next(beside, spec), path=spec, is_folder=True)


def _sections(wanted: _Wanted, start: str, end: str, tags: str, today: date, *, python: bool) -> tuple[Section, ...]:
    from handbill_generator.changes.history import sections
    from handbill_generator.changes.states import states_in_folder, states_in_git

    root = Path.cwd()
    if wanted.is_folder and (start or end):
        raise ConfigError(f'"{wanted.path}" is a folder of versions; --from and --to are for a document in git')
    with progress() as said:
        wishes = _wishes(today, said, python=python)
        states = (
            states_in_folder(wanted.path, root=root)
            if wanted.is_folder
            else states_in_git(wanted.path, root=root, start=start, end=end, tags=tags)
        )
        return sections(states, wishes, name=wanted.name, from_first=not start)


def _wishes(today: date, said: Callable[[str], None], *, python: bool) -> Wishes:
    from handbill_generator.changes.catalogue import known_ids
    from handbill_generator.changes.comparing import Wishes

    settings = diff_settings(Path.cwd(), known=known_ids())
    return Wishes(
        today=today,
        notice=settings.notice,
        severities=settings.severities,
        accepted=(),  # what was accepted is no smaller for those who read a changelog
        targets=_targets(),
        python=python,
        witness=False,
        progress=said,
    )
