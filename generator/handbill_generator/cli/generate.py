"""`handbill generate`: regenerate the configured clients, or any document."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from handbill_generator.cli.building import Asked, Attempt, Built, build_all, keep
from handbill_generator.cli.progress import Progress
from handbill_generator.config import OverlayFile, Target, configured, package_name, project_folder
from handbill_generator.diagnostics import ConfigError, HandbillError, one_line
from handbill_generator.filters import Filters, read_filters
from handbill_generator.write import Staleness, Written, compare, write


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
    aliases: Annotated[
        bool,
        typer.Option(
            "--aliases",
            help="Keep the old name of what x-handbill-name renames, deprecated, for one version of the API.",
        ),
    ] = False,
    suggest_overlay: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Write an overlay to be filled in, with an action for the error or for each loss."
        ),
    ] = None,
    report: Annotated[Format, typer.Option("--format", help="How to write the report.")] = Format.text,
    watch: Annotated[
        bool, typer.Option("--watch", help="Go on, and emit again what a change of its files concerns; Ctrl-C ends it.")
    ] = False,
    jobs: Annotated[
        int | None,
        typer.Option(min=1, help="Packages that are built at the same time; by default one for each processor."),
    ] = None,
) -> None:
    """Emit typed clients from contracts.

    Without --package, emits the clients that [tool.handbill] of the nearest pyproject.toml configures. Only files whose
    content changes are touched; names of an earlier run are kept.
    """
    request = _Request(
        names=tuple(names or ()),
        package=package,
        out=out,
        overlays=tuple(OverlayFile(path=path, shown=str(path)) for path in overlay or ()),
        filters=read_filters(include or (), exclude or (), where="--"),
        aliases=aliases,
    )
    if watch:
        if check or suggest_overlay or report is Format.json:
            raise ConfigError("--watch writes, and goes on; leave out --check, --suggest-overlay and --format json")
        _watch(request, strict=strict, jobs=jobs)
    targets = _targets(request)
    if suggest_overlay and len(targets) > 1:
        raise ConfigError("--suggest-overlay is for one document; name the client")
    details = report is Format.json
    asked = Asked(anew=check or details or bool(suggest_overlay), check=check, details=details, suggest=suggest_overlay)
    with Progress(len(targets)) as progress:
        building = build_all(targets, asked=asked, jobs=jobs, stage=progress.stage, done=progress.done)
        with closing(building):
            attempts = list(building)
    builds = [attempt.built for attempt in attempts]
    failed = [built for built in builds if strict and (built.losses or built.notices)]
    entries: list[dict[str, Any]] = []
    stale = False
    for attempt, built in zip(attempts, builds, strict=True):
        _show_notices(built)
        _show_losses(built, strict=strict)
        if check:
            found = compare(built.files or {}, built.target.folder)
            stale = stale or not found.fresh
            entries.append(_entry(built) | {"stale": _stale_files(found), "interrupted": found.interrupted})
            _show_staleness(built, found, report)
        else:
            written = _NOTHING if failed else _publish(attempt)
            entries.append(_entry(built) | {"written": written.written, "removed": written.removed})
            _show_written(built, written, report)
    if report is Format.json:
        typer.echo(json.dumps({"packages": entries}, indent=2))
    if failed or stale:
        raise typer.Exit(1)


_NOTHING = Written(written=(), removed=(), unchanged=0, overwritten_edits=())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Request:
    """What the command line says of the packages to emit."""

    names: tuple[str, ...]
    package: str | None
    out: Path | None
    overlays: tuple[OverlayFile, ...]
    filters: Filters
    aliases: bool


def _watch(request: _Request, *, strict: bool, jobs: int | None) -> NoReturn:
    """Emit all, then what changes concern; a document that cannot be used stops none but its own package."""
    from handbill_generator.cli.watching import watch

    def work(targets: Sequence[Target]) -> Iterator[Attempt]:
        with Progress(len(targets)) as progress:
            attempts = list(build_all(targets, asked=Asked(), jobs=jobs, stage=progress.stage, done=progress.done))
        for attempt in attempts:
            try:
                built = attempt.built
                _show_notices(built)
                _show_losses(built, strict=strict)
                written = _NOTHING if strict and (built.losses or built.notices) else _publish(attempt)
                _show_written(built, written, Format.text, begin=f"{_now()} ")
            except HandbillError as error:
                tell(error)
            yield attempt

    def tell(error: HandbillError) -> None:
        print(f"{_now()} error: {error}", file=sys.stderr, flush=True)

    is_configured = request.package is None and request.out is None
    configuration = project_folder(Path.cwd()) / "pyproject.toml" if is_configured else None
    watch(lambda: _targets(request), work, tell, configuration)


def _targets(request: _Request) -> tuple[Target, ...]:
    names, package, out = request.names, request.package, request.out
    if package is None and out is None:
        if request.overlays or request.filters or request.aliases:
            raise ConfigError(
                "--overlay, --include, --exclude and --aliases go with --package and --out; for a configured client "
                "write overlays, include, exclude and aliases into [tool.handbill.clients.NAME]"
            )
        if documents := [name for name in names if Path(name).suffix in (".json", ".yaml", ".yml")]:
            raise ConfigError(f"{documents[0]} is a document; add --package and --out to emit it")
        return configured(Path.cwd(), names)
    if package is None or out is None:
        raise ConfigError("--package and --out go together: which package, and in which folder")
    if len(names) > 1 or not (names or request.overlays):
        raise ConfigError("--package takes exactly one document")
    spec, shown = (Path(names[0]), names[0]) if names else _extended(request.overlays)
    return (
        Target(
            name=package,
            spec=spec,
            shown=shown,
            package=package_name(package),
            output=out,
            overlays=request.overlays,
            filters=request.filters,
            aliases=request.aliases,
        ),
    )


def _extended(files: tuple[OverlayFile, ...]) -> tuple[Path, str]:
    from handbill_generator.cli.overlays import extended_document

    return extended_document(files)


def _now() -> str:
    return time.strftime("%H:%M:%S")


def _entry(built: Built) -> dict[str, Any]:
    return {
        "package": built.target.package,
        "operations": built.operations,
        "models": built.models,
        "losses": [dict(loss) for loss in built.losses],
        "notices": [
            {
                "position": str(notice.position),
                "pointer": notice.pointer,
                "message": notice.message,
                "hint": notice.hint,
            }
            for notice in built.notices
        ],
        "files": built.count,
        "seconds": round(built.seconds, 3),
    }


def _show_notices(built: Built) -> None:
    for line in (*([built.said] if built.said else []), *(f"warning: {notice}" for notice in built.notices)):
        print(line, file=sys.stderr)


def _show_losses(built: Built, *, strict: bool) -> None:
    if strict:
        for loss in built.losses:
            print(told(loss), file=sys.stderr)
        if built.losses or built.notices:
            print(f"{built.target.package}: not written, because of --strict", file=sys.stderr)


def told(loss: Mapping[str, str]) -> str:
    """Say in one line where something was lost, what it became and why."""
    return one_line("{position}: {what} became {became}: {why} [{pointer}]".format_map(loss))


def _stale_files(found: Staleness) -> list[str]:
    return sorted({*found.missing, *found.differing, *found.stale, *found.edited})


def _show_staleness(built: Built, found: Staleness, report: Format) -> None:
    if found.interrupted:
        print(f"{built.target.package}: an earlier run was interrupted; run handbill generate", file=sys.stderr)
    if report is Format.json:
        return
    for path in _stale_files(found):
        typer.echo(f"{built.target.package}/{path}: {_how_stale(path, found)}")
    if found.fresh:
        typer.echo(f"{built.target.package}: {built.count} files, all as the contract says")


def _how_stale(path: str, found: Staleness) -> str:
    if path in found.stale:
        return "is no longer emitted; run handbill generate"
    if path in found.missing:
        return "is missing; run handbill generate"
    if path in found.edited:
        return "was edited by hand; change the contract and run handbill generate"
    return "is stale; run handbill generate"


def _publish(attempt: Attempt) -> Written:
    built = attempt.built
    if built.files is None:
        return Written(written=(), removed=(), unchanged=built.count, overwritten_edits=())
    written = write(built.files, built.target.folder, manifest=built.manifest)
    keep(attempt)
    return written


def _show_written(built: Built, written: Written, report: Format, begin: str = "") -> None:
    for path in written.overwritten_edits:
        print(f"warning: {built.target.package}/{path}: edits by hand were replaced", file=sys.stderr)
    if report is Format.text:
        typer.echo(
            f"{begin}{built.target.package}: {built.operations} operations, {built.models} models, "
            f"{len(built.losses)} losses, {built.count} files ({len(written.written)} written) "
            f"in {built.seconds:.1f} s"
        )
