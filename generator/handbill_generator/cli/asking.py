"""What commands have in common: which documents are meant, how much counts, which day it is, and a sign of life."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from rich.console import Console
from rich.markup import escape

from handbill_generator.config import OverlayFile, Target, configured
from handbill_generator.diagnostics import ConfigError, one_line, shown


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document that a command is to look at: *shown* as messages call it, *start* where to look for its settings.

    *package* and *folder* are those of the emitted package, empty and None for a document that is not configured.
    *overlays* are those of a configured client; whoever names a path means the file as it is.
    """

    path: Path
    shown: str
    start: Path
    package: str = ""
    folder: Path | None = None
    overlays: tuple[OverlayFile, ...] = ()


def documents(names: list[str]) -> tuple[Document, ...]:
    """Give the documents of *names*, configured clients or paths, each once; all that are configured for no name.

    Raises ConfigError for a name that is neither.
    """
    try:
        targets = {target.name: target for target in configured(Path.cwd(), ())}
    except ConfigError:
        if not names:
            raise
        targets = {}
    for name in names:
        if name not in targets and not Path(name).exists():
            clients = ", ".join(sorted(targets)) or "none"
            raise ConfigError(f'"{name}" is neither a document nor a configured client; configured: {clients}')
    by_path = {target.spec: target for target in targets.values()}
    chosen = (_document(name, targets.get(name), by_path.get(Path(name).resolve())) for name in (names or targets))
    return tuple({document.shown: document for document in chosen}.values())


def _document(name: str, target: Target | None, at_path: Target | None) -> Document:
    known = target or at_path
    return Document(
        path=target.spec if target else Path(name),
        shown=target.shown if target else name,
        start=Path.cwd() if target else Path(name).parent,
        package=known.package if known else "",
        folder=known.folder if known else None,
        overlays=target.overlays if target else (),
    )


def repository() -> Path | None:
    """Give the top of the repository around the current folder: hosts of code name files from there."""
    folder = Path.cwd()
    return next((above for above in (folder, *folder.parents) if (above / ".git").exists()), None)


@contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """Show on a terminal what is looked at; planning the packages of a large contract takes a while."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda what: None
        return
    with console.status("Reading") as status:
        yield lambda what: status.update(f"Comparing {escape(one_line(what))}")


@contextmanager
def reading() -> Iterator[Callable[[str], None]]:
    """Show on a terminal what is read; pages may come from far away."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda what: None
        return
    with console.status("Reading") as status:
        yield lambda what: status.update(f"Reading {escape(one_line(what))}")
