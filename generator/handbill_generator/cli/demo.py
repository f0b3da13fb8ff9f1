"""`handbill demo`: one campaign on all four providers, on this machine alone."""

from __future__ import annotations

import json
import time
from importlib.util import find_spec
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from handbill_generator.cli.generate import Format
from handbill_generator.cli.interrupts import ended_by_ctrl_c
from handbill_generator.diagnostics import ConfigError
from handbill_generator.facade import asked

_NEEDED = ("starlette", "uvicorn")
_STYLES = {"native": "green", "emulated": "cyan", "lossy": "yellow", "refused": "magenta"}
_LEGEND = (
    "The number is that of the requests to the provider. native: by a call made for it; emulated: by other calls, or "
    "by more than one; lossy: less exactly; refused: nothing is sent. status: what the provider says in the end."
)


def demo(
    report: Annotated[Format, typer.Option("--format", help="How to write what happened.")] = Format.text,
) -> None:
    """Run one campaign through the facade on all four providers, offline.

    Starts the sandbox on a free port, creates, updates, schedules, reads and lists a campaign on each provider by the
    same code, shows what each did natively, emulated, lossily or not at all, and stops. Needs no key; no mail is sent.
    """
    if missing := [name for name in _NEEDED if find_spec(name) is None]:
        needed = " and ".join(missing)
        raise ConfigError(f'the demo needs {needed}; install it with: pip install "handbill[sandbox]"')
    with ended_by_ctrl_c():
        from handbill_generator.sandbox import Sandbox, serve

    started = time.perf_counter()
    console = Console(stderr=True)
    with Sandbox() as played, serve(played) as running:
        with console.status("Reading four contracts"):
            played.preload()
        told = asked("story", running.url)["providers"]
        sent = len(played.requests)
    if report is Format.json:
        typer.echo(json.dumps({"providers": told, "requests": sent}, indent=2))
    else:
        _show(told, sent, time.perf_counter() - started)


def _show(told: list[dict[str, Any]], sent: int, seconds: float) -> None:
    console = Console()
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("")
    for story in told:
        table.add_column(story["provider"])
    for steps in zip(*(story["steps"] for story in told), strict=True):
        table.add_row(steps[0]["verb"], *map(_cell, steps))
    table.add_row()
    table.add_row("status", *map(_status, told))
    console.print(table)
    console.print()
    console.print(_LEGEND, style="dim", highlight=False)
    console.print()
    console.print(_noted(told))
    console.print()
    console.print(f"{sent} requests to a sandbox on this machine, no mail, {seconds:.1f} s", highlight=False)


def _cell(step: dict[str, Any]) -> Text:
    count = len(step["requests"])
    return Text(f"{step['level']} {count or ''}".rstrip(), style=_STYLES[step["level"]])


def _status(story: dict[str, Any]) -> str:
    """Give what a provider said of its campaign at last, as far as it said anything."""
    said = [step.get("status", "unknown") for step in story["steps"]]
    return next((status for status in reversed(said) if status != "unknown"), "unknown")


def _noted(told: list[dict[str, Any]]) -> Table:
    table = Table(box=None, pad_edge=False, show_header=False)
    for _ in range(3):
        table.add_column()
    for story in told:
        for step in story["steps"]:
            for note in _notes(step):
                table.add_row(story["provider"], step["verb"], Text(note))
    return table


def _notes(step: dict[str, Any]) -> list[str]:
    refused = [f"refused: {step['reason']}"] if step["level"] == "refused" else []
    losses = [f"lossy: {loss}" for loss in step.get("losses", ())]
    return [*refused, *losses, *(f"left out: {name}" for name in step.get("omitted", ()))]
