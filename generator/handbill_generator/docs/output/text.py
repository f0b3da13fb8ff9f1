"""A report for a terminal: a page at a time, then an operation at a time, worst first; notes on one line each.

In: a report and how wide and coloured it may be.  Out: text.
Never: lets text of a page move the cursor, begin a line or bring its own colour.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from handbill_generator.docs.findings import Finding, Level, Report
from handbill_generator.docs.output import words
from handbill_generator.docs.output.options import Options
from handbill_generator.reporting.layout import INDENT, Layout

_STYLES = {Level.error: "bold red", Level.warning: "yellow", Level.note: "dim"}


def text(report: Report, options: Options) -> str:
    """Give *report* as text."""
    return "\n".join(_Writer(options).report(report)) + "\n"


class _Writer(Layout):
    """Lays out findings."""

    def __init__(self, options: Options) -> None:
        super().__init__(width=options.width, color=options.color)
        self.options = options

    def report(self, report: Report) -> Iterator[str]:
        for page in report.pages:
            findings = [found for found in report.findings if (found.contract, found.page) == _key(page)]
            yield from self.head(page)
            yield from self.findings(findings)
            yield ""
        known = {_key(page) for page in report.pages}
        if others := [found for found in report.findings if (found.contract, found.page) not in known]:
            yield from self.findings(others)
            yield ""
        yield from self.filled(words.tally(report), "", style="bold")
        said = words.outcome(report)
        yield from self.filled(said, "", style="green" if said == "passes" else "bold red")

    def head(self, page: Mapping[str, Any]) -> Iterator[str]:
        yield from self.filled(f"{page['contract']}  {page['name']}", "", style="bold underline")
        yield from self.filled(f"{page['format']}, {words.counted(page['facts'], 'fact')}", "", style="dim")

    def findings(self, findings: list[Finding]) -> Iterator[str]:
        shown = [found for found in findings if self.options.settled or not found.settled]
        groups: dict[str, list[Finding]] = {}
        for finding in words.worst_first(shown):
            groups.setdefault(finding.operation, []).append(finding)
        for operation, members in groups.items():
            if operation:
                yield ""
                yield from self.filled(operation, INDENT, style="bold")
            for finding in members:
                yield from self.finding(finding)

    def finding(self, finding: Finding) -> Iterator[str]:
        if finding.level is Level.note and not finding.settled:
            said = ": ".join(filter(None, (f"note {finding.id}", words.where(finding), finding.message)))
            yield from self.filled(said, INDENT, style="dim")
            return
        mark = "settled" if finding.settled else finding.level.value
        style = "dim" if finding.settled else _STYLES[finding.level]
        yield ""
        yield f"{INDENT}{self.styled(mark, style)} {finding.id}  {self.styled(finding.fingerprint, 'dim')}"
        yield from self.filled(finding.message, INDENT * 2)
        yield from self.row("where", words.where(finding))
        yield from self.sides(finding)
        for symbol in finding.symbols:
            yield from self.row("python", symbol, style="cyan")
        for change in finding.edits:
            yield from self.row("edit", words.edit(change), style="green")
        yield from self.row("hint", finding.hint)
        yield from self.row("ruling", words.ruling(finding, self.options.context))

    def sides(self, finding: Finding) -> Iterator[str]:
        for label, side in zip(words.sides(finding), (finding.old, finding.new), strict=True):
            if side is not None and (side.values or side.position):
                place = words.place(side.position, self.options.context) if side.position else ""
                said = words.said(side, finding.attribute)
                yield from self.row(label, "  ".join(filter(None, (place, said))))
        shown = {side.position for side in (finding.old, finding.new) if side}
        if finding.position and finding.position not in shown:
            yield from self.row("at", words.place(finding.position, self.options.context))
        if where := words.to_edit(finding):
            yield from self.row("contract", words.place(where, self.options.context))


def _key(page: Mapping[str, Any]) -> tuple[str, str]:
    return page["contract"], page["name"]
