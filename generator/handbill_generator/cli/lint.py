"""`handbill lint`: check configured contracts, or any document."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.progress import track

from handbill_generator.cli.generate import Format
from handbill_generator.config import configured
from handbill_generator.diagnostics import ConfigError

if TYPE_CHECKING:
    from handbill_generator.lint import Finding


def lint(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NAME | SPEC]...",
            help="Clients configured in [tool.handbill], all of them by default; or paths of documents.",
        ),
    ] = None,
    report: Annotated[Format, typer.Option("--format", help="How to write the report.")] = Format.text,
) -> None:
    """Check that contracts are valid, and that their examples are.

    Exits with 1 if there are findings, and with 2 for a document that cannot be read.
    """
    documents = {shown: _findings(path, shown) for shown, path in _progress(_documents(names or []))}
    if report is Format.json:
        typer.echo(json.dumps({"documents": [_entry(*document) for document in documents.items()]}, indent=2))
    else:
        _show(documents)
    if any(documents.values()):
        raise typer.Exit(1)


def _documents(names: list[str]) -> dict[str, Path]:
    """Give the documents by what messages call them."""
    try:
        known = {target.name: (target.shown, target.spec) for target in configured(Path.cwd(), ())}
    except ConfigError:
        if not names:
            raise
        known = {}
    for name in names:
        if name not in known and not Path(name).exists():
            clients = ", ".join(sorted(known)) or "none"
            raise ConfigError(f'"{name}" is neither a document nor a configured client; configured: {clients}')
    return dict(known.get(name, (name, Path(name))) for name in (names or known))


def _progress(documents: dict[str, Path]) -> Iterator[tuple[str, Path]]:
    console = Console(stderr=True)
    items = list(documents.items())
    return iter(track(items, "Checking", console=console, transient=True, disable=not console.is_terminal))


def _findings(path: Path, shown: str) -> tuple[Finding, ...]:
    # The validators take longer to import than everything else together; other commands do without them.
    from handbill_generator.bundle import bundle
    from handbill_generator.lint import lint as check
    from handbill_generator.load import load

    return check(bundle(load(path, name=shown)))


def _show(documents: dict[str, tuple[Finding, ...]]) -> None:
    for findings in documents.values():
        for finding in findings:
            typer.echo(str(finding))
    count = sum(map(len, documents.values()))
    if count:
        typer.echo(f"{_counted(count, 'finding')} in {_counted(len(documents), 'document')}")
    else:
        typer.echo(f"{_counted(len(documents), 'document')}, no findings")


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _entry(shown: str, findings: tuple[Finding, ...]) -> dict[str, Any]:
    return {
        "document": shown,
        "findings": [
            {
                "rule": finding.rule,
                "file": finding.position.file,
                "line": finding.position.line,
                "column": finding.position.column,
                "pointer": finding.pointer,
                "message": finding.message,
                "hint": finding.hint,
            }
            for finding in findings
        ],
    }
