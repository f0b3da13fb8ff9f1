"""Write a report on documentation: for a terminal, a program, a pull request, and what the hosts of code read.

In: a report.  Out: text in one of `FORMATS`.
Never: judges, prints, or reads a file.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from handbill_generator.diagnostics import ConfigError
from handbill_generator.docs.findings import Report
from handbill_generator.docs.output.github import github
from handbill_generator.docs.output.json_report import told
from handbill_generator.docs.output.markdown import markdown
from handbill_generator.docs.output.options import Options
from handbill_generator.docs.output.sarif import sarif
from handbill_generator.docs.output.text import text

__all__ = ["FORMATS", "Options", "render"]


def _json(report: Report, options: Options) -> str:
    return json.dumps(told(report), indent=2) + "\n"


_WRITERS: Mapping[str, Callable[[Report, Options], str]] = {
    "text": text,
    "json": _json,
    "markdown": markdown,
    "github": github,
    "sarif": sarif,
}
FORMATS = tuple(_WRITERS)
"""The names of the formats."""


def render(report: Report, format: str, options: Options) -> str:
    """Write *report* in *format*, with a line end behind the last line; raises ConfigError for an unknown format."""
    writer = _WRITERS.get(format)
    if writer is None:
        raise ConfigError(f'there is no format "{format}"; there are {", ".join(FORMATS)}')
    return writer(report, options)
