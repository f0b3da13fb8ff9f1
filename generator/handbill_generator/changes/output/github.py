"""A report as workflow commands, which GitHub shows beside the lines of a pull request.

In: a report.  Out: a command a line, and one that sums up.
Never: lets text of a document begin a command, or a property of one.

A step shows ten annotations of each kind and drops the others, so the worst come first and the last says how many more
there are.  Changes that are compatible are not worth a line in somebody's code.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbill_generator.changes.model import Change, Level, Report
from handbill_generator.changes.output import words
from handbill_generator.changes.output.context import Options
from handbill_generator.reporting.annotations import command
from handbill_generator.reporting.context import Context, revision_of

_MOST = 10
_COMMANDS = {Level.breaking: "error", Level.risky: "warning"}


def github(report: Report, options: Options) -> str:
    """Give *report* as workflow commands."""
    return "".join(f"{line}\n" for line in _lines(report, options))


def _lines(report: Report, options: Options) -> Iterator[str]:
    for level, kind in _COMMANDS.items():
        found = [change for change in report.changes if not change.accepted and change.at(options.gate) is level]
        shown = found if len(found) <= _MOST else found[: _MOST - 1]
        for change in shown:
            yield _annotation(kind, change, options.context)
        if left := len(found) - len(shown):
            said = f"{left} more {level.value} changes; the whole report names them"
            yield command(kind, [said], title="handbill")
    for problem in report.problems[:_MOST]:
        path = options.context.path(problem.position) or ""
        properties = {"file": path, "line": str(problem.position.line), "title": problem.id}
        yield command("error", [problem.message], **(properties if path else {"title": problem.id}))
    summary = (words.tally(report.changes, options.gate), *map(words.bumps, report.pairs))
    yield command("notice", filter(None, summary), title=f"Contracts: {_outcome(report, options)}")


def _outcome(report: Report, options: Options) -> str:
    return words.outcome(report, options.gate, options.fail_on)


def _annotation(kind: str, change: Change, context: Context) -> str:
    position = change.side.position
    path = context.path(position)
    title = change.id
    if change.new is None:
        # Its line is gone, so the annotation stands where it was; the file may be the same.
        path = path or revision_of(position.file)[1]
        title = f"{change.id} (stood at line {position.line} before)"
    if not path:
        return command(kind, [words.place(change.side, context), *_said(change)], title=title)
    place = {"file": path, "line": str(position.line), "col": str(position.column)}
    return command(kind, _said(change), **place, title=title)


def _said(change: Change) -> Iterator[str]:
    yield words.sentence(change)
    for symbol in change.symbols:
        yield f"{symbol.symbol}: {words.signature(symbol)}"
    if len(change.operations) > 1:
        yield f"Reaches {words.reach(change)}"
    if change.hint:
        yield change.hint
    yield f"Fingerprint {change.fingerprint}"
