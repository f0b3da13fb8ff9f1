"""The commands, and what they have in common: exit codes, streams and error lines.

Results go to stdout; progress and diagnostics go to stderr.  Exit code 0: fine; 1: findings, or nobody who reads them;
2: bad usage or bad input, or no room for the results; 3: a fault of ours, whose details go to a file; 130: interrupted.
"""

from __future__ import annotations

import errno
import os
import sys
import tempfile
import traceback
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from handbill_generator import __version__
from handbill_generator.diagnostics import HandbillError, one_line

_COMMANDS = ("generate", "lint", "diff", "changelog", "docs", "vendor", "sandbox", "demo", "capabilities")
"""Each is what its module in this package is called, and what the function or the group in there is."""

_SETTINGS: dict[str, Any] = {
    "add_completion": False,
    "rich_markup_mode": None,
    "pretty_exceptions_enable": False,
    "context_settings": {"help_option_names": ["-h", "--help"]},
}


class _Commands(TyperGroup):
    """The commands, each imported when it is asked for: most of a short run would be imports of the others."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = dict.fromkeys(_COMMANDS)  # type: ignore[assignment]  # only their names, to suggest one of them

    def list_commands(self, ctx: Any) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> TyperCommand | TyperGroup | None:
        if cmd_name not in _COMMANDS:
            return None
        found = getattr(import_module(f"{__package__}.{cmd_name}"), cmd_name)
        alone = found if isinstance(found, typer.Typer) else typer.Typer(**_SETTINGS)
        if alone is not found:
            alone.command(cmd_name)(found)
        command = typer.main.get_command(alone)
        assert isinstance(command, TyperCommand | TyperGroup)
        command.name = cmd_name
        return command


app = typer.Typer(
    name="handbill",
    cls=_Commands,
    help="OpenAPI contracts in, typed Python clients out.",
    no_args_is_help=True,
    **_SETTINGS,
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"handbill {__version__}")
        raise typer.Exit


@app.callback()
def _common(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and stop.")
    ] = False,
) -> None:
    """OpenAPI contracts in, typed Python clients out."""


_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EROFS)
"""What a disk, or a stream to one, says when it takes no more; nobody's fault but one that a user can put right."""


def main() -> None:
    """Run the command line; an error that a user can put right is one line on stderr and exit code 2."""
    try:
        _run()
    except HandbillError as error:
        raise _ended(2, f"error: {error}") from None
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    except BrokenPipeError:
        raise _ended(1) from None  # as typer and rich do, each where it finds the pipe closed
    except Exception as error:  # noqa: BLE001  # whatever it is, a user gets one line and a file to send us
        if _is_interrupt(error):
            raise SystemExit(130) from None
        if isinstance(error, OSError) and error.errno in _NO_ROOM:
            raise _ended(2, f"error: cannot write: {(error.strerror or str(error)).lower()}") from None
        what = one_line(f"{type(error).__name__}: {error}")[:200]
        report = _report()
        raise _ended(
            3, f"error: a fault of handbill, not of the document: {what}; please report it with {report}"
        ) from None


def _is_interrupt(error: BaseException | None) -> bool:
    """Whether Ctrl-C is behind an error; some libraries make one of their own of it."""
    while error and not isinstance(error, KeyboardInterrupt):
        error = error.__cause__ or error.__context__
    return error is not None


def _run() -> None:
    """Run the command line; what is left in the buffer of stdout is written while an error can still be told."""
    try:
        app()
    finally:
        if sys.stdout:
            sys.stdout.flush()


def _ended(code: int, *lines: str) -> SystemExit:
    """Give the end with *code*, after *lines* on stderr; what stdout did not take is not tried again by Python."""
    for line in lines:
        print(line, file=sys.stderr)
    if sys.stdout:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.__stdout__.fileno() if sys.__stdout__ else 1)
        os.close(nowhere)
    return SystemExit(code)


def _report() -> str:
    with tempfile.NamedTemporaryFile("w", prefix="handbill-", suffix=".txt", delete=False, encoding="utf-8") as file:
        file.write(f"handbill {__version__}, Python {sys.version}\n\n{traceback.format_exc()}")
    return file.name
