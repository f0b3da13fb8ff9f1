"""Tell the history of a contract: what changed from one state to the next, as a changelog.

In: the states of a contract in their order, and the changes between them.  Out: sections, the newest first, and their
text.
Never: compares, or looks for a state.

The form is that of Keep a Changelog 1.1.0: Added, Changed, Deprecated, Removed, Fixed, Security.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any

from handbill_generator.changes.model import Change, Gate, Level, Versions
from handbill_generator.diagnostics import one_line

CATEGORIES = ("Added", "Changed", "Deprecated", "Removed", "Fixed", "Security")

_BY_ID = (
    ("*security*", "Security"),
    ("*deprecated*", "Deprecated"),
    ("*sunset*", "Deprecated"),
    ("*reactivated", "Changed"),
    ("*value-*", "Changed"),
    ("endpoint-added", "Added"),
    ("new-*", "Added"),
    ("*-added", "Added"),
    ("*-added-*", "Added"),
    ("*-removed", "Removed"),
    ("*-removed-*", "Removed"),
)
"""The category of an id, the first pattern that fits; what fits none changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """What one state of a contract changed; *date* is its day as YYYY-MM-DD, empty where it is not known."""

    name: str
    date: str
    versions: Versions
    changes: tuple[Change, ...]


def category_of(change: Change) -> str:
    """Give the heading that a change stands under."""
    if any(fnmatchcase(change.id, pattern) for pattern in ("*-became-*", "*-enum-*", "*-default-value-*")):
        return "Changed"
    return next((category for pattern, category in _BY_ID if fnmatchcase(change.id, pattern)), "Changed")


def markdown(sections: Iterable[Section], *, title: str, gate: Gate = Gate.imports) -> str:
    """Write a changelog; *gate* says which verdicts make a change a breaking one."""
    lines = [f"# Changelog of {_escaped(title)}", ""]
    for section in sections:
        date = f" - {section.date}" if section.date else ""
        lines += [f"## {_escaped(section.name)}{date}", "", f"{_bumps(section.versions)}", ""]
        if not section.changes:
            lines += ["No change of the contract.", ""]
        for category, changes in _grouped(section.changes).items():
            lines += [f"### {category}", "", *(_line(change, gate) for change in changes), ""]
    return "\n".join(lines)


def text(sections: Iterable[Section], *, title: str, gate: Gate = Gate.imports) -> str:
    """Write a changelog for a terminal."""
    lines = [one_line(title)]
    for section in sections:
        lines += ["", f"{one_line(section.name)}  {section.date}".rstrip(), f"  {_bumps(section.versions)}"]
        for category, changes in _grouped(section.changes).items():
            lines.append(f"  {category}")
            lines += [f"    {_sentence(change, gate)}" for change in changes]
    return "\n".join(lines) + "\n"


def told(sections: Iterable[Section], *, gate: Gate = Gate.imports) -> list[dict[str, Any]]:
    """Give the changelog as JSON values."""
    return [
        {
            "name": section.name,
            "date": section.date,
            "versions": {
                "old": section.versions.old,
                "new": section.versions.new,
                "given": section.versions.given,
                "api": section.versions.api,
                "package": section.versions.package,
                "enough": section.versions.enough,
            },
            "changes": [
                {
                    "category": category_of(change),
                    "id": change.id,
                    "level": change.at(gate).value,
                    "where": change.where,
                    "message": change.message,
                    "operations": list(change.operations),
                    "symbols": [symbol.symbol for symbol in change.symbols],
                }
                for change in section.changes
            ],
        }
        for section in sections
    ]


def _bumps(versions: Versions) -> str:
    given = f"; info.version makes it {versions.given}" if versions.given not in ("unknown", "none") else ""
    return f"API: {versions.api}, Python package: {versions.package}{given}"


def _grouped(changes: Iterable[Change]) -> Mapping[str, list[Change]]:
    found: dict[str, list[Change]] = {category: [] for category in CATEGORIES}
    for change in changes:
        found[category_of(change)].append(change)
    return {category: listed for category, listed in found.items() if listed}


def _sentence(change: Change, gate: Gate) -> str:
    mark = "BREAKING: " if change.at(gate) is Level.breaking else ""
    count = len(change.operations)
    reach = f" ({count} operations)" if count > 1 else ""
    return one_line(f"{mark}{change.where}: {change.message}{reach}")


def _line(change: Change, gate: Gate) -> str:
    mark = "**Breaking:** " if change.at(gate) is Level.breaking else ""
    count = len(change.operations)
    reach = f" ({count} operations)" if count > 1 else ""
    symbols = "".join(_symbols(change))
    return f"- {mark}{_escaped(change.where)}: {_escaped(change.message)}{reach}{symbols}"


def _symbols(change: Change) -> Iterator[str]:
    """Name the Python symbols, the first few of them."""
    names = list(dict.fromkeys(symbol.symbol for symbol in change.symbols))
    if names:
        more = f" and {len(names) - 3} more" if len(names) > 3 else ""
        yield "; in Python " + ", ".join(f"`{name}`" for name in names[:3]) + more


def _escaped(words: str) -> str:
    """Give text of a document as Markdown that is nothing but text."""
    escaped = one_line(words)
    for character in "\\`*_[]<>#|@":
        escaped = escaped.replace(character, f"\\{character}")
    return escaped
