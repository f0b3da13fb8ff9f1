"""Results as Markdown, and Markdown into a README.

In: results.  Out: tables, and the sentences below them.
Never: measures.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from statistics import geometric_mean, median

from results import Result

GOAL = 1.5
_SMALL = 50_000
_MOST_REASONS = 2

Names = Sequence[tuple[str, str]]


def markdown(results: Sequence[Result], generators: Names) -> str:
    """Give the tables of one folder: whole ones, or a short one where most documents are small."""
    rows = _rows(results)
    if not rows:
        return "No documents."
    small = median(row["handbill"].document.size for row in rows) < _SMALL
    parts = [_delivered(rows, generators), *([] if small else [_speed(rows, generators)]), _summary(rows, generators)]
    return "\n\n".join([*parts, _lost(rows, generators)])


def put(readme: str, name: str, text: str) -> str:
    """Give *readme* with *text* between the markers of *name*, which are added at the end where there are none."""
    begin, end = f"<!-- documents: {name} -->", f"<!-- end of documents: {name} -->"
    block = f"{begin}\n\n{text}\n\n{end}"
    found = re.compile(f"{re.escape(begin)}.*?{re.escape(end)}", re.DOTALL)
    return found.sub(lambda _: block, readme) if found.search(readme) else f"{readme.rstrip()}\n\n{block}\n"


Row = dict[str, Result]


def _rows(results: Iterable[Result]) -> list[Row]:
    rows: dict[str, Row] = {}
    for result in results:
        rows.setdefault(result.document.path, {})[result.generator] = result
    return list(rows.values())


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([f"| {' | '.join(head)} |", f"|{' --- |' * len(head)}", *lines])


def _delivered(rows: Sequence[Row], generators: Names) -> str:
    def cell(result: Result) -> str:
        if result.code != 0:
            return result.ended
        wrong = [f"{result.broken} modules do not import"] if result.broken else []
        wrong += [f"mypy {'without end' if result.mypy < 0 else result.mypy}"] if result.mypy else []
        return ", ".join([f"{result.delivered} of {result.expected}", *wrong])

    def lines(result: Result) -> str:
        return f"{result.lines:,}" if result.code == 0 else ""

    names = [name for name, _ in generators]
    head = ["document", *(title for _, title in generators), *(f"lines, {title}" for _, title in generators)]
    body = [[_title(row), *(cell(row[name]) for name in names), *(lines(row[name]) for name in names)] for row in rows]
    legend = "Operations delivered, and what is wrong with the package (*mypy*: errors of `mypy --strict`)."
    return f"{legend}\n\n{_table(head, body)}"


def _speed(rows: Sequence[Row], generators: Names) -> str:
    def seconds(result: Result) -> str:
        return f"{result.seconds:.1f}" if result.succeeded else f"({result.seconds:.1f})"

    names = [name for name, _ in generators]
    head = ["document", *(f"{title}, s" for _, title in generators), "faster", "again, s", "load, s", "import, s"]
    head += [f"{title}, MB" for _, title in generators]
    body = []
    for row in rows:
        own = row["handbill"]
        ratio = _ratio(row, _clock)
        body.append(
            [
                _title(row),
                *(seconds(row[name]) for name in names),
                f"{ratio:.1f} x" if ratio else "",
                _number(own.again),
                _number(own.document.load),
                f"{_number(own.client_import)} / {_number(own.models_import)}",
                *(f"{row[name].megabytes:.0f}" for name in names),
            ]
        )
    legend = (
        "Seconds by the clock, whole client; in brackets where not every operation was delivered in a package that "
        "imports. *faster*: the fastest peer without brackets against us. *again*: our second run without changes, "
        "*load*: our part of it that reads the document. *import*: the client / the client and all models. *MB*: the "
        "peak of the process tree."
    )
    return f"{legend}\n\n{_table(head, body)}"


def _summary(rows: Sequence[Row], generators: Names) -> str:
    lines = []
    for name, title in generators:
        whole = sum(row[name].succeeded for row in rows)
        clean = sum(row[name].succeeded and row[name].mypy == 0 for row in rows)
        asked = any(row[name].mypy is not None for row in rows)
        types = f", {clean} of them without an error of mypy" if asked else ""
        lines.append(f"- {title} delivers every operation of {whole} of {len(rows)} documents{types}.")
    for what, of in {"the clock": _clock, "processor time": lambda result: result.processor}.items():
        if ratios := {_title(row): ratio for row in rows if (ratio := _ratio(row, of))}:
            slow = [f"{name} ({ratio:.1f})" for name, ratio in ratios.items() if ratio < GOAL]
            lines.append(
                f"- By {what} we are {min(ratios.values()):.1f} to {max(ratios.values()):.1f} times faster than the "
                f"fastest peer that succeeds ({geometric_mean(ratios.values()):.1f} in the mean); "
                + (f"below {GOAL}: {', '.join(slow)}." if slow else f"never below {GOAL}.")
            )
    heavy = [
        f"{_title(row)} ({row['handbill'].megabytes:.0f} to {least:.0f})"
        for row in rows
        if (least := _least(row, lambda result: result.megabytes)) and row["handbill"].megabytes > least
    ]
    if any(_least(row, lambda result: result.megabytes) for row in rows):
        lines.append(f"- More memory than the thriftiest such peer, in MB: {', '.join(heavy) or 'nowhere'}.")
    return "\n".join(lines)


def _lost(rows: Sequence[Row], generators: Names) -> str:
    def reasons(result: Result) -> str:
        shown = [_safe(reason) for reason in dict.fromkeys(result.lost)]
        more = [f"and {len(shown) - _MOST_REASONS} more"] if len(shown) > _MOST_REASONS else []
        wrong = [f"does not import: {_safe(result.first_broken)}"] if result.broken else []
        return "; ".join([*wrong, *shown[:_MOST_REASONS], *more])

    def lost(result: Result) -> str:
        return "all, there is no client" if result.code != 0 else f"{result.expected - result.delivered}"

    titles = dict(generators)
    body = [
        [_title(row), titles[name], lost(result), f"{len(result.lost)}", reasons(result)]
        for row in rows
        for name, result in row.items()
        if result.lost or result.broken or result.delivered < result.expected
    ]
    if not body:
        return "Nobody lost anything."
    head = ["document", "generator", "operations lost", "warnings or errors", "what it said"]
    return f"What was lost:\n\n{_table(head, body)}"


def _clock(result: Result) -> float:
    return result.seconds


def _title(row: Row) -> str:
    return row["handbill"].document.name


def _ratio(row: Row, of: Callable[[Result], float]) -> float | None:
    fastest = _least(row, of)
    return fastest / of(row["handbill"]) if fastest else None


def _least(row: Row, of: Callable[[Result], float]) -> float | None:
    """Give the least number of a peer that succeeded."""
    return min((of(result) for name, result in row.items() if name != "handbill" and result.succeeded), default=None)


def _number(seconds: float | None) -> str:
    return "" if seconds is None else f"{seconds:.2f}"


def _safe(text: str) -> str:
    """Give text of a peer, or of a document, so that it stays in its cell."""
    short = text if len(text) <= 110 else f"{text[:107]}..."
    return re.sub(r"([|<>`*_\[\]\\])", r"\\\1", short)
