"""What the commands that compare contracts have in common: how much counts, which day it is, and a sign of life."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from enum import StrEnum

from rich.console import Console
from rich.markup import escape

from handbill_generator.diagnostics import ConfigError, one_line
from handbill_generator.load.source import shown


class Gate(StrEnum):
    """How much counts; the comparison has the same, and is too much to import for who compares nothing."""

    wire = "wire"
    call = "call"
    types = "types"
    imports = "import"


def day(text: str) -> date:
    """Read `--today`; nothing is the day where the user is.  Raises ConfigError for what is no day."""
    try:
        return date.fromisoformat(text) if text else date.today()  # noqa: DTZ011
    except ValueError:
        raise ConfigError(f'--today: "{shown(text)}" is no day; write it as YYYY-MM-DD') from None


@contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """Show on a terminal what is looked at; planning the packages of a large contract takes a while."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda what: None
        return
    with console.status("Reading") as status:
        yield lambda what: status.update(f"Comparing {escape(one_line(what))}")
