"""`handbill generate`: regenerate the configured clients, or any document."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import track

from handbill_generator.cli.overlays import (
    extended_document,
    loss_entries,
    overlay_files,
    with_suggestion,
    write_suggestion,
)
from handbill_generator.config import OverlayFile, Target, configured, package_name
from handbill_generator.diagnostics import ConfigError, SpecError
from handbill_generator.filters import Filters, read_filters
from handbill_generator.pipeline import Build, build, check_models, publish, staleness
from handbill_generator.write import Staleness, Written


class Format(StrEnum):
    """How a report is written."""

    text = "text"
    json = "json"


def generate(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NAME]... | SPEC",
            help="Clients configured in [tool.handbill], all of them by default; or one document with --package.",
        ),
    ] = None,
    package: Annotated[str | None, typer.Option(help="Name of the package to emit from the document SPEC.")] = None,
    out: Annotated[Path | None, typer.Option(help="Folder that holds, or will hold, that package.")] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit with 1 if a file is missing, stale or edited.")
    ] = False,
    strict: Annotated[
        bool,
        typer.Option(
            "--strict",
            help="Write nothing and exit with 1 if anything could not be typed exactly, or an overlay does nothing.",
        ),
    ] = False,
    overlay: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="FILE",
            help="OpenAPI overlay with corrections of SPEC, which may be left out where the overlay extends it; "
            "can be given more than once, and is applied in that order.",
        ),
    ] = None,
    include: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KIND:PATTERN",
            help="Emit only operations that match: tag:NAME, path:PATH, operationId:ID or webhook:NAME, where * stands "
            "for any characters, slashes too; can be given more than once.",
        ),
    ] = None,
    exclude: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KIND:PATTERN", help="Leave out operations that match, also of those that --include names."
        ),
    ] = None,
    suggest_overlay: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Write an overlay to be filled in, with an action for the error or for each loss."
        ),
    ] = None,
    report: Annotated[Format, typer.Option("--format", help="How to write the report.")] = Format.text,
) -> None:
    """Emit typed clients from contracts.

    Without --package, emits the clients that [tool.handbill] of the nearest pyproject.toml configures. Only files whose
    content changes are touched; names of an earlier run are kept.
    """
    asked = _Asked(overlay_files(overlay or ()), read_filters(include or (), exclude or (), where="--"))
    targets = _targets(names or [], package, out, asked)
    if suggest_overlay and len(targets) > 1:
        raise ConfigError("--suggest-overlay is for one document; name the client")
    builds = [_built(target, suggest_overlay) for target in _progress(targets)]
    failed = [built for built in builds if strict and (built.package.losses or built.notices)]
    entries: list[dict[str, Any]] = []
    stale = False
    for built in builds:
        _show_notices(built)
        _show_losses(built, strict=strict)
        if check:
            check_models(built)
            found = staleness(built)
            stale = stale or not found.fresh
            entries.append(_entry(built) | {"stale": _stale_files(found), "interrupted": found.interrupted})
            _show_staleness(built, found, report)
        else:
            written = _NOTHING if failed else publish(built)
            entries.append(_entry(built) | {"written": written.written, "removed": written.removed})
            _show_written(built, written, report)
    if report is Format.json:
        typer.echo(json.dumps({"packages": entries}, indent=2))
    if failed or stale:
        raise typer.Exit(1)


_NOTHING = Written(written=(), removed=(), unchanged=0, overwritten_edits=())


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the command line says of the document."""

    overlays: tuple[OverlayFile, ...]
    filters: Filters


def _targets(names: list[str], package: str | None, out: Path | None, asked: _Asked) -> tuple[Target, ...]:
    if package is None and out is None:
        if asked.overlays or asked.filters:
            raise ConfigError(
                "--overlay, --include and --exclude go with --package and --out; for a configured client write "
                "overlays, include and exclude into [tool.handbill.clients.NAME]"
            )
        if documents := [name for name in names if Path(name).suffix in (".json", ".yaml", ".yml")]:
            raise ConfigError(f"{documents[0]} is a document; add --package and --out to emit it")
        return configured(Path.cwd(), names)
    if package is None or out is None:
        raise ConfigError("--package and --out go together: which package, and in which folder")
    if len(names) > 1 or not (names or asked.overlays):
        raise ConfigError("--package takes exactly one document")
    spec, shown = (Path(names[0]), names[0]) if names else extended_document(asked.overlays)
    return (
        Target(
            name=package,
            spec=spec,
            shown=shown,
            package=package_name(package),
            output=out,
            overlays=asked.overlays,
            filters=asked.filters,
        ),
    )


def _built(target: Target, suggest: Path | None) -> Build:
    """Emit *target* in memory; what is wrong with its document is told, or written, as an overlay that corrects it."""
    try:
        built = build(target)
    except SpecError as error:
        if suggest is None:
            raise with_suggestion(error, target) from None
        print(write_suggestion(suggest, target, error), file=sys.stderr)
        raise
    if suggest:
        print(write_suggestion(suggest, target, built), file=sys.stderr)
    return built


def _progress(targets: tuple[Target, ...]) -> Iterator[Target]:
    console = Console(stderr=True)
    return iter(track(targets, "Generating", console=console, transient=True, disable=not console.is_terminal))


def _entry(built: Build) -> dict[str, Any]:
    return {
        "package": built.target.package,
        "operations": built.operations,
        "models": built.models,
        "losses": loss_entries(built),
        "notices": [
            {
                "position": str(notice.position),
                "pointer": notice.pointer,
                "message": notice.message,
                "hint": notice.hint,
            }
            for notice in built.notices
        ],
        "files": len(built.files),
        "seconds": round(built.seconds, 3),
    }


def _show_notices(built: Build) -> None:
    for notice in built.notices:
        print(f"warning: {notice}", file=sys.stderr)


def _show_losses(built: Build, *, strict: bool) -> None:
    if strict:
        for loss in built.package.losses:
            print(built.lost(loss), file=sys.stderr)
        if built.package.losses or built.notices:
            print(f"{built.target.package}: not written, because of --strict", file=sys.stderr)


def _stale_files(found: Staleness) -> list[str]:
    return sorted({*found.missing, *found.differing, *found.stale, *found.edited})


def _show_staleness(built: Build, found: Staleness, report: Format) -> None:
    if found.interrupted:
        print(f"{built.target.package}: an earlier run was interrupted; run handbill generate", file=sys.stderr)
    if report is Format.json:
        return
    for path in _stale_files(found):
        typer.echo(f"{built.target.package}/{path}: {_how_stale(path, found)}")
    if found.fresh:
        typer.echo(f"{built.target.package}: {len(built.files)} files, all as the contract says")


def _how_stale(path: str, found: Staleness) -> str:
    if path in found.stale:
        return "is no longer emitted; run handbill generate"
    if path in found.missing:
        return "is missing; run handbill generate"
    if path in found.edited:
        return "was edited by hand; change the contract and run handbill generate"
    return "is stale; run handbill generate"


def _show_written(built: Build, written: Written, report: Format) -> None:
    for path in written.overwritten_edits:
        print(f"warning: {built.target.package}/{path}: edits by hand were replaced", file=sys.stderr)
    if report is Format.text:
        typer.echo(
            f"{built.target.package}: {built.operations} operations, {built.models} models, "
            f"{len(built.package.losses)} losses, {len(built.files)} files ({len(written.written)} written) "
            f"in {built.seconds:.1f} s"
        )
