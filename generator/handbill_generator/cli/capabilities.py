"""`handbill capabilities`: what each provider can do, verb by verb and field by field."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from handbill_generator.diagnostics import ConfigError
from handbill_generator.facade import asked

_SIGNS = {"native": "yes", "emulated": "yes*", "lossy": "lossy", "unsupported": "-", "unverified": "?"}
_STYLES = {"native": "green", "emulated": "green", "lossy": "yellow", "unsupported": "dim", "unverified": "magenta"}
_LEGEND = (
    "yes: as asked for; yes*: emulated, by other calls of the provider or by more than one; lossy: less exactly; "
    "-: not there; ?: not verified, and refused until somebody asked"
)


class Format(StrEnum):
    """How the table is written."""

    text = "text"
    json = "json"
    markdown = "markdown"


def capabilities(
    providers: Annotated[
        list[str] | None, typer.Argument(metavar="[PROVIDER]...", help="All of them by default.")
    ] = None,
    report: Annotated[Format, typer.Option("--format", help="How to write the table.")] = Format.text,
) -> None:
    """Show what each provider can do, and why not the rest.

    The table is what the facade itself goes by, and what its conformance suite runs over.
    """
    found = asked("capabilities")
    known = found["providers"]
    for name in providers or ():
        if name not in known:
            raise ConfigError(f'there is no provider "{name}"; there are {", ".join(known)}')
    chosen = {name: {row["name"]: row for row in known[name]} for name in (providers or known)}
    if report is Format.json:
        rows = {name: known[name] for name in chosen}
        typer.echo(json.dumps({"verbs": found["verbs"], "fields": found["fields"], "providers": rows}, indent=2))
    elif report is Format.markdown:
        typer.echo("\n".join(_markdown(found, chosen)))
    else:
        _show(found, chosen)


_Rows = dict[str, dict[str, Any]]


def _names(found: dict[str, Any]) -> Iterator[tuple[str, list[str]]]:
    yield "verb", found["verbs"]
    yield "field", found["fields"]


def _markdown(found: dict[str, Any], chosen: dict[str, _Rows]) -> Iterator[str]:
    for title, names in _names(found):
        yield f"| {title} | {' | '.join(chosen)} |"
        yield f"| --- | {' | '.join('---' for _ in chosen)} |"
        for name in names:
            yield f"| `{name}` | {' | '.join(_SIGNS[rows[name]['level']] for rows in chosen.values())} |"
        yield ""
    yield f"{_LEGEND[0].upper()}{_LEGEND[1:]}."


def _show(found: dict[str, Any], chosen: dict[str, _Rows]) -> None:
    console = Console()
    for title, names in _names(found):
        table = Table(box=None, pad_edge=False, header_style="bold")
        table.add_column(title)
        for name in chosen:
            table.add_column(name)
        for name in names:
            levels = [rows[name]["level"] for rows in chosen.values()]
            table.add_row(name, *(Text(_SIGNS[level], style=_STYLES[level]) for level in levels))
        console.print(table)
        console.print()
    for provider, rows in chosen.items():
        console.print(Text(provider, style="bold"))
        for note, named in _notes(rows.values()):
            console.print(Text(f"  {', '.join(named)}: {note}"), soft_wrap=True)
        console.print()
    console.print(Text(_LEGEND), soft_wrap=True)


def _notes(rows: Iterable[dict[str, Any]]) -> Iterator[tuple[str, list[str]]]:
    """Give each note with the verbs and fields that it is said of."""
    named: dict[str, list[str]] = {}
    for row in rows:
        if row["note"]:
            asks = "ask " if row["level"] == "unverified" else ""
            named.setdefault(f"{row['level']}: {asks}{row['note']}", []).append(row["name"])
    yield from named.items()
