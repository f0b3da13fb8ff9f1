"""A report for a terminal: a contract at a time, then an operation or component at a time, worst first.

In: a report and how wide and coloured it may be.  Out: text.
Never: lets text of a document move the cursor, begin a line or bring its own colour.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbill_generator.changes.model import Change, Level, Pair, Report, SymbolChange
from handbill_generator.changes.output import words
from handbill_generator.changes.output.context import Options
from handbill_generator.diagnostics import one_line
from handbill_generator.load.source import shown as cut
from handbill_generator.reporting.layout import INDENT, LABEL, Layout

_LONGEST_VALUE = 240
_STYLES = {Level.breaking: "bold red", Level.risky: "yellow", Level.compatible: "green"}
_LEGEND = "W wire, C call, T types, I import: a capital breaks, a small letter is risky, a hyphen is neither"


def text(report: Report, options: Options) -> str:
    """Give *report* as text."""
    return "\n".join(_Writer(options).report(report)) + "\n"


class _Writer(Layout):
    """Lays out what differs."""

    def __init__(self, options: Options) -> None:
        super().__init__(width=options.width, color=options.color)
        self.options = options
        self.gate = options.gate

    def report(self, report: Report) -> Iterator[str]:
        for pair, changes in words.worth_telling(report):
            yield from self.pair(pair, changes)
            yield ""
        if unchanged := words.unchanged(report):
            yield from self.filled(unchanged, "")
            yield ""
        if report.problems:
            yield self.styled("Policy", "bold")
            for problem in report.problems:
                yield from self.filled(f"{problem.position}: {problem.message} [{problem.id}]", INDENT)
            yield ""
        if report.changes:
            yield from self.filled(_LEGEND, "", style="dim")
        yield from self.filled(words.tally(report.changes, self.gate), "", style="bold")
        said = words.outcome(report, self.gate, self.options.fail_on)
        yield from self.filled(said, "", style="green" if said == "passes" else "bold red")

    def pair(self, pair: Pair, changes: list[Change]) -> Iterator[str]:
        yield from self.filled(pair.name, "", style="bold underline")
        yield from self.filled(f"{pair.old or 'nothing'} -> {pair.new or 'nothing'}", "", style="dim")
        for said in (words.tally(changes, self.gate), words.bumps(pair)):
            yield from self.filled(said, "")
        for note in pair.notes:
            yield from self.filled(f"note: {note}", "", style="yellow")
        groups: dict[str, list[Change]] = {}
        for change in words.worst_first((change for change in changes if not change.accepted), self.gate):
            groups.setdefault(words.group_of(change), []).append(change)
        for name, members in groups.items():
            yield ""
            yield from self.filled(name, INDENT, style="bold")
            for change in members:
                yield ""
                yield from self.change(change)
        accepted = [change for change in changes if change.accepted]
        if accepted:
            yield ""
            yield from self.filled("Accepted", INDENT, style="bold")
            for change in accepted:
                yield from self.accepted(change)

    def change(self, change: Change) -> Iterator[str]:
        level = change.at(self.gate)
        mark = self.styled(level.value, _STYLES[level])
        yield self.head(mark, change)
        yield from self.filled(change.message, INDENT * 2)
        if not change.where.startswith(words.group_of(change)) or " · " in change.where:
            yield from self.row("where", change.where)
        yield from self.sides(change)
        for symbol in change.symbols:
            yield from self.symbol(symbol)
        yield from self.row("facade", words.facade(change))
        yield from self.row("reaches", words.reach(change) if len(change.operations) > 1 else "")
        yield from self.row("hint", change.hint)
        yield from self.row("policy", change.policy)

    def head(self, mark: str, change: Change) -> str:
        return f"{INDENT}{mark} {self.letters(change)} {one_line(change.id)}  {self.styled(change.fingerprint, 'dim')}"

    def letters(self, change: Change) -> str:
        """Give the verdicts, each in the colour of its level."""
        signs = zip(words.letters(change), words.verdicts(change), strict=True)
        return "".join(self.styled(sign, "dim" if sign == "-" else _STYLES[level]) for sign, (_, level) in signs)

    def sides(self, change: Change) -> Iterator[str]:
        shown = words.has_values(change)
        for label, side in (("old", change.old), ("new", change.new)):
            if side is None:
                yield from self.row(label, "not there", style="dim")
                continue
            value = cut(words.value_text(side.value), _LONGEST_VALUE) if shown else ""
            where = words.place(side, self.options.context)
            room = self.width - len(INDENT * 2) - LABEL
            if value and len(where) + 2 + len(value) <= room:
                yield from self.row(label, f"{where}  {value}")
                continue
            yield from self.row(label, where)
            yield from self.row("", value)

    def symbol(self, symbol: SymbolChange) -> Iterator[str]:
        judged = words.symbol_verdicts(symbol)
        kind = f"{symbol.kind}, {judged}" if judged else symbol.kind
        yield from self.row("python", symbol.symbol, style="cyan")
        yield from self.row("", words.signature(symbol))
        yield from self.row("", f"{kind}; {symbol.generated}" if symbol.generated else kind)
        if self.options.witness and symbol.witness:
            for line in symbol.witness.splitlines():
                yield f"{' ' * (len(INDENT * 2) + LABEL)}{self.styled('| ', 'dim')}{one_line(line)}"

    def accepted(self, change: Change) -> Iterator[str]:
        yield self.head(self.styled("accepted", "dim"), change)
        yield from self.filled(change.message, INDENT * 2)
        yield from self.row("where", change.where)
        yield from self.row("at", words.place(change.side, self.options.context))
        yield from self.row("because", words.acceptance(change))
