"""The history of a contract as a changelog: for a terminal, as Markdown, for a program.

In: what each state changed, the newest first.  Out: text, in the form of Keep a Changelog 1.1.0.
Never: compares, or changes the order of the states.

The headings are Added, Changed, Deprecated, Removed, Fixed and Security.  Nothing is ever Fixed: a contract says what
is promised, not whether an earlier promise was a mistake.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any

from handbill_generator.changes.model import Change, Gate, Level, Pair, Report
from handbill_generator.changes.output import words
from handbill_generator.changes.output.json_report import told as report_told
from handbill_generator.diagnostics import one_line
from handbill_generator.reporting.marking import code, prose

CATEGORIES = ("Added", "Changed", "Deprecated", "Removed", "Fixed", "Security")

_TABLE = (
    ("Security", "*security*"),
    ("Removed", "*-removed-before-sunset *-removed-with-deprecation *-removed-without-deprecation"),
    ("Deprecated", "*deprecated* *sunset*"),
    ("Changed", "*-pattern-property-* *-parameter-property-*"),
    ("Added", "new-* endpoint-added contract-added webhook-added callback-added api-server-added api-symbol-added"),
    ("Added", "*-property-added *-parameter-added *-header-added *-status-added *-media-type-added"),
    ("Added", "request-body-added-*"),
    ("Removed", "endpoint-removed contract-removed webhook-removed callback-removed api-server-removed"),
    ("Removed", "*-property-removed *-parameter-removed *-header-removed *-status-removed *-media-type-removed"),
    ("Removed", "request-body-removed api-symbol-removed"),
)
"""The category of an id: that of the first line with a pattern that fits.  What is not there changed: a value, a limit
or a rule of what stays is no thing of its own."""

_NOTHING = "No version changed the contract"
_MOST_NAMES = 3
_VERSION = "api-*version-*"
_SYMBOL = "api-symbol-*"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """What one state of a contract changed.

    *date* is its day as YYYY-MM-DD, empty where it is not known.  *pair* is None for the first state, which has nothing
    before it.
    """

    name: str
    date: str
    pair: Pair | None
    changes: tuple[Change, ...]
    notes: tuple[str, ...] = ()


def category_of(change: Change) -> str:
    """Give the heading that a change stands under."""
    return next(
        (
            category
            for category, patterns in _TABLE
            if any(fnmatchcase(change.id, pattern) for pattern in patterns.split())
        ),
        "Changed",
    )


def markdown(sections: Iterable[Section], *, title: str, gate: Gate = Gate.imports) -> str:
    """Write a changelog, *sections* in their order; *gate* says which verdicts make a change a breaking one."""
    lines = [f"# Changelog of {prose(title)}"]
    sections = tuple(sections)
    if not sections:
        lines += ["", f"{_NOTHING}."]
    for section in sections:
        lines += ["", f"## {prose(section.name)}{f' - {section.date}' if section.date else ''}"]
        lines += [part for said in _said(section) for part in ("", f"{prose(said)}.")]
        for category, changes in _sorted(section, gate).items():
            lines += ["", f"### {category}", ""]
            for group, members in changes.items():
                written = [_item(change, gate, "**Breaking:** ", prose, code) for change in members]
                if len(written) == 1:
                    lines.append(f"- {code(group)}: {written[0]}")
                else:
                    lines += [f"- {code(group)}", *(f"  - {item}" for item in written)]
    return "\n".join(lines) + "\n"


def text(sections: Iterable[Section], *, title: str, gate: Gate = Gate.imports) -> str:
    """Write a changelog for a terminal."""
    lines = [one_line(title)]
    sections = tuple(sections)
    if not sections:
        lines += ["", f"  {_NOTHING}"]
    for section in sections:
        lines += ["", f"{one_line(section.name)}  {section.date}".rstrip()]
        lines += [f"  {said}" for said in _said(section)]
        for category, changes in _sorted(section, gate).items():
            lines.append(f"  {category}")
            for group, members in changes.items():
                lines.append(f"    {group}")
                lines += [f"      {_item(change, gate, 'BREAKING: ', one_line, one_line)}" for change in members]
    return "\n".join(lines) + "\n"


def told(sections: Iterable[Section]) -> list[dict[str, Any]]:
    """Give the changelog as JSON values; a change is as `handbill diff --format json` has it, with its category."""
    return [_section_told(section) for section in sections]


def _section_told(section: Section) -> dict[str, Any]:
    report = report_told(Report(pairs=(section.pair,) if section.pair else (), changes=section.changes))
    return {
        "name": section.name,
        "date": section.date,
        "versions": report["pairs"][0]["versions"] if report["pairs"] else None,
        "notes": [*section.notes, *(section.pair.notes if section.pair else ())],
        "changes": [
            {"category": category_of(change), **entry}
            for change, entry in zip(section.changes, report["changes"], strict=True)
        ],
    }


def _said(section: Section) -> Iterator[str]:
    """Say what holds for a section as a whole, a sentence each without its full stop."""
    bumps = words.bumps(section.pair) if section.pair else ""
    if bumps:
        yield bumps[0].upper() + bumps[1:]
    if section.pair and not section.changes:
        yield "Nothing changed for those who use it"
    yield from map(one_line, section.notes)
    yield from map(one_line, section.pair.notes if section.pair else ())


def _sorted(section: Section, gate: Gate) -> Mapping[str, Mapping[str, list[Change]]]:
    """Give the changes by category, in each by what they stand under.

    What breaks comes first, and what Python alone knows comes last.  The bump that info.version makes is left out, as
    the section begins with it.
    """
    found: dict[str, dict[str, list[Change]]] = {category: {} for category in CATEGORIES}
    for change in sorted(section.changes, key=lambda each: (-each.at(gate).rank, fnmatchcase(each.id, _SYMBOL))):
        if not fnmatchcase(change.id, _VERSION):
            found[category_of(change)].setdefault(_group(change), []).append(change)
    return {category: groups for category, groups in found.items() if groups}


def _group(change: Change) -> str:
    """Give what a change stands under: its operation, or a component; a few operations are named."""
    group = words.group_of(change)
    if group != _several(change) or len(change.operations) > _MOST_NAMES:
        return group
    return ", ".join(map(one_line, change.operations))


def _several(change: Change) -> str:
    return words.counted(len(change.operations), "operation")


def _item(change: Change, gate: Gate, mark: str, plain: Callable[[str], str], name: Callable[[str], str]) -> str:
    """Write a change in one line; *mark* says that it breaks, *plain* and *name* escape what comes from a document."""
    group = words.group_of(change)
    place = one_line(change.where).removeprefix(group).removeprefix(" · ")
    said = plain(f"{place}: {change.message}" if place else change.message)
    reach = f" ({_several(change)})" if len(change.operations) > 1 and group != _several(change) else ""
    return f"{mark if change.at(gate) is Level.breaking else ''}{said}{reach}{_in_python(change, name)}"


def _in_python(change: Change, name: Callable[[str], str]) -> str:
    """Name the first few Python symbols, unless the change is of nothing else and has said so."""
    symbols = list(dict.fromkeys(symbol.symbol for symbol in change.symbols))
    if not symbols or fnmatchcase(change.id, _SYMBOL):
        return ""
    left = len(symbols) - _MOST_NAMES
    return f"; in Python {', '.join(map(name, symbols[:_MOST_NAMES]))}{f' and {left} more' if left > 0 else ''}"
