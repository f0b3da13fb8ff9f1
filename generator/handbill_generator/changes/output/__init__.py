"""Write a report: for a terminal, a program, a pull request, a browser, and what the hosts of code read.

In: a report and what counts as failing.  Out: text in one of `FORMATS`.
Never: compares, prints, reads a file of the project, or changes the order of the report by chance.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from handbill_generator.changes.model import Gate, Level, Report
from handbill_generator.changes.output.context import Options
from handbill_generator.changes.output.github import github
from handbill_generator.changes.output.gitlab import gitlab
from handbill_generator.changes.output.json_report import told
from handbill_generator.changes.output.junit import junit
from handbill_generator.changes.output.markdown import markdown
from handbill_generator.changes.output.page import html
from handbill_generator.changes.output.sarif import sarif
from handbill_generator.changes.output.text import text
from handbill_generator.diagnostics import ConfigError
from handbill_generator.reporting.context import Context

__all__ = ["FORMATS", "Context", "render"]


def _json(report: Report, options: Options) -> str:
    return json.dumps(told(report), indent=2) + "\n"


_WRITERS: Mapping[str, Callable[[Report, Options], str]] = {
    "text": text,
    "json": _json,
    "markdown": markdown,
    "html": html,
    "github": github,
    "gitlab": gitlab,
    "junit": junit,
    "sarif": sarif,
}

FORMATS = tuple(_WRITERS)
"""The formats that `render` knows."""


def render(
    report: Report,
    format: str,
    *,
    gate: Gate = Gate.imports,
    fail_on: Level | None = Level.breaking,
    witness: bool = False,
    color: bool = False,
    width: int = 80,
    context: Context = Context(),  # noqa: B008, as it is frozen
) -> str:
    """Write *report* in *format*, with a line end behind the last line.

    *gate* and *fail_on* say what fails, *witness* adds the code that shows it.  *color* and *width* are for text alone.
    Raises ConfigError for a format that is not among `FORMATS`.
    """
    writer = _WRITERS.get(format)
    if writer is None:
        raise ConfigError(f'there is no format "{format}"; there are {", ".join(FORMATS)}')
    return writer(
        report, Options(gate=gate, fail_on=fail_on, witness=witness, color=color, width=width, context=context)
    )
