"""The commands, and what they have in common: exit codes, streams and error lines.

Results go to stdout; progress and diagnostics go to stderr.  Exit code 0: fine; 1: findings; 2: bad usage or bad input;
3: a fault of ours, whose details go to a file.
"""

from __future__ import annotations

import sys
import tempfile
import traceback
from typing import Annotated

import typer

from handbill_generator import __version__
from handbill_generator.cli import capabilities, demo, generate, lint, sandbox
from handbill_generator.diagnostics import HandbillError, one_line

app = typer.Typer(
    name="handbill",
    help="OpenAPI contracts in, typed Python clients out.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("generate")(generate.generate)
app.command("lint")(lint.lint)
app.command("sandbox")(sandbox.sandbox)
app.command("demo")(demo.demo)
app.command("capabilities")(capabilities.capabilities)


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


def main() -> None:
    """Run the command line; an error that a user can put right is one line on stderr and exit code 2."""
    try:
        app()
    except HandbillError as error:
        print(f"error: {error}", file=sys.stderr)
        raise SystemExit(2) from None
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    except Exception as error:  # noqa: BLE001  # whatever it is, a user gets one line and a file to send us
        report = _report()
        what = one_line(f"{type(error).__name__}: {error}")[:200]
        print(
            f"error: a fault of handbill, not of the document: {what}; please report it with {report}", file=sys.stderr
        )
        raise SystemExit(3) from None


def _report() -> str:
    with tempfile.NamedTemporaryFile("w", prefix="handbill-", suffix=".txt", delete=False, encoding="utf-8") as file:
        file.write(f"handbill {__version__}, Python {sys.version}\n\n{traceback.format_exc()}")
    return file.name
