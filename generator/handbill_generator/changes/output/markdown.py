"""A report as a comment of a pull request: the verdict, a table of what breaks, the rest folded.

In: a report.  Out: Markdown as GitHub and GitLab read it, short enough for a comment.
Never: lets text of a document make a link, a mention, a picture, an element or a row of its own.

What does not fit is counted, and said to be left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar
from urllib.parse import quote

from handbill_generator.changes.model import Change, Level, Pair, Report, Side
from handbill_generator.changes.output import words
from handbill_generator.changes.output.context import Options
from handbill_generator.reporting.marking import block, code, prose

_LONGEST_COMMENT = 65_000  # GitHub takes 65,536 characters
_RESERVE = 400  # what a section says when it leaves something out, and the tags that close it
_MOST_SYMBOLS = 12


def markdown(report: Report, options: Options) -> str:
    """Give *report* as Markdown."""
    return _Comment(report, options).text()


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


_Item = TypeVar("_Item")


class _Comment:
    """Writes sections until the comment is full."""

    def __init__(self, report: Report, options: Options) -> None:
        self.report = report
        self.options = options
        self.gate = options.gate
        self.room = _LONGEST_COMMENT
        self.parts: list[str] = []
        open = words.worst_first((change for change in report.changes if not change.accepted), options.gate)
        self.by_level = {level: [c for c in open if c.at(options.gate) is level] for level in words.LEVELS}

    def text(self) -> str:
        self.head()
        breaking = self.by_level[Level.breaking]
        table = _table_head("Breaking", "Where", "Verdicts", "At")
        self.section(table, breaking, self.breaking_row, share=0.35)
        for level in words.LEVELS:
            changes = self.by_level[level]
            title = f"{words.counted(len(changes), f'{level.value} change')}{' in detail' * (level is Level.breaking)}"
            self.folded(title, changes, self.details)
        accepted = [change for change in self.report.changes if change.accepted]
        self.folded(f"{len(accepted)} accepted", accepted, self.accepted)
        self.problems()
        return "\n".join(self.parts) + "\n"

    def head(self) -> None:
        said = words.outcome(self.report, self.gate, self.options.fail_on)
        mark = "✅" if said == "passes" else "❌"
        self.add(f"<!-- {self.options.context.marker} -->")
        self.add(f"### {mark} Contracts: {words.tally(self.report.changes, self.gate)}\n\n**{said.capitalize()}**\n")
        table = _table_head("Contract", "Changes", "API", "Python package")
        if pairs := words.worth_telling(self.report):
            self.section(table, pairs, self.pair_row, share=0.2)
        if unchanged := words.unchanged(self.report):
            self.add(f"{unchanged.capitalize()}.\n")

    def pair_row(self, entry: tuple[Pair, list[Change]]) -> str:
        pair, changes = entry
        versions = pair.versions
        api = versions.api if versions.given == "unknown" else f"{versions.api} ({versions.given} given)"
        said = f"{'' if versions.enough else '⚠️ '}{api}"
        notes = "".join(f"<br>{prose(note)}" for note in pair.notes[:3])
        package = f"{versions.package} {code(pair.package)}" if pair.package else versions.package
        return _row(f"{code(pair.name)}{notes}", words.tally(changes, self.gate), said, package)

    def breaking_row(self, change: Change) -> str:
        marks = ", ".join(gate.value for gate, level in words.verdicts(change) if level is Level.breaking)
        return _row(
            f"{prose(change.message)}<br>{code(change.id)}",
            code(change.where or change.pointer),
            marks,
            self.place(change.side, old=change.new is None),
        )

    def details(self, change: Change) -> str:
        return "\n".join(self.detail(change))

    def detail(self, change: Change) -> Iterator[str]:
        verdicts = ", ".join(f"{gate.value} {level.value}" for gate, level in words.verdicts(change) if level.rank)
        yield f"**{prose(change.message)}**<br>{code(change.id)}{f' · {verdicts}' if verdicts else ''}\n"
        yield f"- where: {code(change.where)}"
        values = words.values(change) if words.has_values(change) else ("", "")
        for label, side, value in zip(("old", "new"), (change.old, change.new), values, strict=True):
            if side:
                yield f"- {label}: {self.place(side, old=label == 'old')}{f' {code(value)}' if value else ''}"
        for symbol in change.symbols[:_MOST_SYMBOLS]:
            signature = words.signature(symbol)
            yield f"- {symbol.kind}: {code(symbol.symbol)}{f', {code(signature)}' if signature else ''}"
        if len(change.symbols) > _MOST_SYMBOLS:
            yield f"- and {words.counted(len(change.symbols) - _MOST_SYMBOLS, 'symbol')} more"
        if len(change.operations) > 1:
            yield f"- reaches {prose(words.reach(change))}"
        for label, said in (("facade", words.facade(change)), ("hint", change.hint), ("policy", change.policy)):
            if said:
                yield f"- {label}: {prose(said)}"
        yield f"- fingerprint: {code(change.fingerprint)}"
        witnesses = [symbol.witness for symbol in change.symbols if symbol.witness]
        if self.options.witness and witnesses:
            yield f"\n{block(witnesses[0], 'python')}"
        yield ""

    def accepted(self, change: Change) -> str:
        place = self.place(change.side, old=change.new is None)
        because = prose(words.acceptance(change))
        return f"- {place} {prose(words.sentence(change))}: {because} {code(change.fingerprint)}"

    def place(self, side: Side, *, old: bool) -> str:
        shown = code(words.place(side, self.options.context))
        link = self.options.context.link(side.position, old=old)
        return f"[{shown}]({_address(link)})" if link else shown

    def problems(self) -> None:
        rows = [f"- {code(str(problem.position))}: {prose(problem.message)}" for problem in self.report.problems]
        self.section("\n**Policy**\n", rows, str, share=1)

    def folded(self, title: str, changes: list[Change], write: Callable[[Change], str]) -> None:
        head = f"\n<details><summary>{title}</summary>\n"
        self.section(head, changes, write, share=0.5, foot="\n</details>")

    def section(
        self, head: str, items: Iterable[_Item], write: Callable[[_Item], str], *, share: float, foot: str = ""
    ) -> None:
        """Write *items* as far as their *share* of the room goes; nothing where there are none."""
        items = list(items)
        if not items:
            return
        least = self.room * (1 - share) + _RESERVE
        self.add(head)
        for number, item in enumerate(items):
            written = write(item)
            if self.room - len(written) < least:
                self.add(f"\n{len(items) - number} more are left out, as a comment has no room for them.")
                break
            self.add(written)
        self.add(foot)

    def add(self, part: str) -> None:
        self.parts.append(part)
        self.room -= len(part) + 1


def _table_head(*names: str) -> str:
    return f"{_row(*names)}\n{_row(*['---'] * len(names))}"


def _address(link: str) -> str:
    """Give an address that cannot end the link it stands in."""
    return quote(link, safe="%/:?#&=@+,;~!$'*")
