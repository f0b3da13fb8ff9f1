"""`handbill sandbox`: play the four providers, or any document, on this machine."""

from __future__ import annotations

import logging
import os
import re
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from importlib.util import find_spec
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING, Annotated

import typer

from handbill_generator.cli.interrupts import ended_by_ctrl_c
from handbill_generator.diagnostics import ConfigError, HandbillError, one_line

if TYPE_CHECKING:
    from handbill_generator.sandbox import Recorded, Running, Sandbox
    from handbill_generator.sandbox.journal import Journal

_PORT = 8787
_NEEDED = ("starlette", "uvicorn")
_LONGEST_GOODBYE_S = 1


def _document(given: str) -> Path:
    """Take the path of a document; a URL would lose a slash as one, and is not fetched."""
    if re.match("[A-Za-z][A-Za-z0-9+.-]+://", given):
        raise ConfigError(f"{given}: the sandbox fetches nothing; download the document and give its file")
    return Path(given)


def sandbox(
    port: Annotated[
        int, typer.Option("--port", metavar="N", min=0, max=65535, help="Port on 127.0.0.1; 0 takes a free one.")
    ] = _PORT,
    state: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="File that keeps what is stored, for one sandbox at a time; memory without it."
        ),
    ] = None,
    seed: Annotated[
        int | None,
        typer.Option(
            metavar="N",
            help="Make ids and clock repeatable: same requests, same answers. The clock then goes on by 50 ms a "
            "request, and after a 429 by the wait that it asks for, so rate limits answer alike each time too.",
        ),
    ] = None,
    fault: Annotated[
        list[str] | None,
        typer.Option(
            "--fault",
            metavar="FAULT",
            help="PROVIDER:WHAT[:CHANCE], as in loops:429:0.2 or *:latency=0.5; can be given more than once. WHAT is a "
            "status from 400 to 599, latency=SECONDS, reset (before the request is carried out), lost (after it), cut "
            "(in the middle of the answer) or garbled.",
        ),
    ] = None,
    no_limits: Annotated[bool, typer.Option("--no-limits", help="Do not enforce the rate limits.")] = False,
    spec: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            parser=_document,
            help="Serve this OpenAPI document under /api instead, by examples and schemas.",
        ),
    ] = None,
    quiet: Annotated[
        bool,
        typer.Option(
            "--quiet", help="Print no line for a request, nor for a made-up answer that the document does not allow."
        ),
    ] = False,
) -> None:
    """Play Loops, Batch, AutoSend and SendKit on this machine.

    A real HTTP server holds requests to the contracts, keeps what they create, and answers as the provider would,
    errors and rate limits too. No mail leaves it. Its page shows campaigns and requests as they come. Ctrl-C stops it.
    """
    if missing := [name for name in _NEEDED if find_spec(name) is None]:
        needed = " and ".join(missing)
        raise ConfigError(f'the sandbox needs {needed}; install it with: pip install "handbill[sandbox]"')
    with ended_by_ctrl_c():
        from handbill_generator.sandbox import Sandbox, serve

    stopped = Event()
    signal.signal(signal.SIGTERM, lambda number, frame: stopped.set())
    quiet = quiet or sys.stderr is None
    if quiet:
        logging.getLogger("handbill_generator.sandbox").setLevel(logging.ERROR)
    with (
        Sandbox(state=state, seed=seed, faults=fault or (), limits=not no_limits, spec=spec) as played,
        nullcontext() if quiet else _lines(played.journal),
        serve(played, port=port) as running,
    ):
        _introduce(running)
        Thread(target=_preload, args=(played,), daemon=True).start()
        stopped.wait()


def _introduce(running: Running) -> None:
    """Say where everything is, and with which credentials it is called."""
    lines = [f"page      {running.url}/"]
    for name, provider in running.sandbox.providers.items():
        keys = " ".join(f"{key}={value}" for key, value in provider.credentials.items())
        lines.append(f"{name:<9} {running.url_of(name):<32} {keys or 'any credential'}")
    typer.echo("\n".join(lines))  # at once: who has read the first line may already call, or stop it


def _preload(played: Sandbox) -> None:
    """Read the contracts while nobody waits for them; a request that needs one meanwhile waits for it alone."""
    try:
        played.preload()
    except HandbillError as error:
        print(f"error: {error}", file=sys.stderr)


@contextmanager
def _lines(journal: Journal) -> Iterator[None]:
    """Print a line for each request, in a thread: who does not read them holds up neither answers nor the end."""
    came, is_over = Event(), Event()
    printer = Thread(target=_print, args=(journal, came, is_over), daemon=True)
    end_listening = journal.listen(came.set)
    printer.start()
    try:
        yield
    finally:
        end_listening()
        is_over.set()
        came.set()
        printer.join(_LONGEST_GOODBYE_S)


def _print(journal: Journal, came: Event, is_over: Event) -> None:
    """Print what comes; what the journal forgets meanwhile is left out."""
    epoch, shown = journal.epoch, 0
    while not is_over.is_set():
        came.wait()
        came.clear()
        if epoch != journal.epoch:
            epoch, shown = journal.epoch, 0
        for recorded in journal.after(shown):
            shown = recorded.number
            line = f"{one_line(_line(recorded))}\n".encode(errors="backslashreplace")
            with suppress(OSError):  # whoever read the lines may be gone; the callers of the sandbox are not
                # Not by way of sys.stderr: Python ends badly while a thread is stuck in there.
                os.write(2, line)


def _line(recorded: Recorded) -> str:
    said = [recorded.operation, f"fault: {recorded.fault}" if recorded.fault else ""]
    status = recorded.status or "reset"
    head = f"{recorded.time[11:19]} {recorded.provider:<8} {status!s:<5} {recorded.method:<6} {recorded.path}"
    return "  ".join(filter(None, [head, *said]))
