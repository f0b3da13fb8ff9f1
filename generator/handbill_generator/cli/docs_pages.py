"""`handbill docs pages`: what a site lists, and what of it a contract knows."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Annotated

import typer

from handbill_generator.cli.asking import documents, reading
from handbill_generator.cli.generate import Format
from handbill_generator.diagnostics import ConfigError, one_line


def pages(
    name: Annotated[str, typer.Argument(metavar="NAME | SPEC", help="A configured client, or the path of a document.")],
    index: Annotated[str, typer.Argument(metavar="INDEX", help="A saved llms.txt, or an address of the site.")],
    fetch: Annotated[bool, typer.Option("--fetch", help="Allow requests; without it nothing is fetched.")] = False,
    report: Annotated[Format, typer.Option("--format", help="How to write the list.")] = Format.text,
) -> None:
    """List the pages that a site names in its llms.txt.

    Each with the source that docs.yaml calls it, and whether it is locked: what has neither may be new.
    """
    from handbill_generator.docs.fetching import FetchSettings
    from handbill_generator.docs.listing import listed
    from handbill_generator.docs.subjects import subject

    [document] = documents([name])
    with reading() as told:
        found = listed(
            subject(document.path, shown=document.shown, overlays=document.overlays),
            index,
            fetch=FetchSettings() if fetch else None,
            progress=told,
        )
    if report is Format.json:
        typer.echo(json.dumps({"pages": [asdict(each) for each in found]}, indent=2))
        return
    if not found:
        raise ConfigError(f"{index}: names no pages; give the address of the site or of its llms.txt")
    for each in found:
        mark = "locked" if each.is_locked else "known" if each.source else "new"
        source = f"  {each.source}" if each.source else ""
        typer.echo(one_line(f"{mark:<6}  {each.url}{source}"))
