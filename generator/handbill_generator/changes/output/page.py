"""A report as one page that needs nothing else: no request, no other file, and no script but to filter.

In: a report.  Out: HTML.
Never: prints text of a document but through Jinja's escaping, or lets any script run but its own (by its hash).

Without JavaScript all is shown.  `page.html.jinja` beside this is the page.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from handbill_generator.changes.model import Change, Gate, Pair, Report, Side, SymbolChange
from handbill_generator.changes.output import words
from handbill_generator.changes.output.context import Options
from handbill_generator.diagnostics import one_line

_MOST_NAMED = 40  # the script names the others when somebody asks
_INLINE = re.compile(r"<(style|script)>(.*?)</\1>", re.DOTALL)


def html(report: Report, options: Options) -> str:
    """Give *report* as a page."""
    reaches = _Reaches()
    pairs = [
        _pair(number, pair, changes, reaches, options)
        for number, (pair, changes) in enumerate(words.worth_telling(report))
    ]
    return _template().render(
        policy=_content_security_policy(),
        title=f"Contracts: {words.tally(report.changes, options.gate)}",
        outcome=words.outcome(report, options.gate, options.fail_on),
        tally=words.tally(report.changes, options.gate),
        unchanged=words.unchanged(report),
        gates=[gate.value for gate in Gate],
        gate=options.gate.value,
        levels=[level.value for level in words.LEVELS],
        counts={level.value: count for level, count in words.levels(report.changes, options.gate).items()},
        accepted=sum(1 for change in report.changes if change.accepted),
        total=len(report.changes),
        pairs=pairs,
        problems=[
            {"place": str(problem.position), "message": one_line(problem.message), "id": one_line(problem.id)}
            for problem in report.problems
        ],
        data=_data({"operations": reaches.names, "reaches": reaches.lists}),
        operations=sorted((name, number) for number, name in enumerate(reaches.names)),
    )


class _Reaches:
    """The distinct lists of operations, as a component that thousands of changes share would fill the page with one."""

    def __init__(self) -> None:
        self.operations: dict[str, int] = {}
        self.lists: dict[tuple[int, ...], int] = {}

    @property
    def names(self) -> list[str]:
        """The operations in the order of their numbers."""
        return list(self.operations)

    def number(self, change: Change) -> int:
        names = map(one_line, change.operations)
        indices = tuple(self.operations.setdefault(name, len(self.operations)) for name in names)
        return self.lists.setdefault(indices, len(self.lists))


@cache
def _source() -> str:
    return files("handbill_generator.changes.output").joinpath("page.html.jinja").read_text(encoding="utf-8")


@cache
def _template() -> Template:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    return environment.from_string(_source())


@cache
def _content_security_policy() -> str:
    """Allow the style and the script of the template, as they stand there, and nothing else."""
    hashes: dict[str, str] = {}
    for kind, content in _INLINE.findall(_source()):
        hashes[kind] = f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"
    return (
        f"default-src 'none'; style-src {hashes['style']}; script-src {hashes['script']}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _data(value: dict[str, Any]) -> Markup:
    """Give JSON that can stand in a script element: with no `<`, nothing ends it."""
    lists = {name: list(items) for name, items in value.items()}
    return Markup(json.dumps(lists, separators=(",", ":")).replace("<", "\\u003c"))  # noqa: S704, escaped as it says


def _pair(number: int, pair: Pair, changes: list[Change], reaches: _Reaches, options: Options) -> dict[str, Any]:
    versions = pair.versions
    return {
        "number": number,
        "name": one_line(pair.name),
        "old": one_line(pair.old) or "nothing",
        "new": one_line(pair.new) or "nothing",
        "package": one_line(pair.package),
        "versions": [one_line(version) for version in (versions.old, versions.new) if version],
        "bumps": words.bumps(pair),
        "enough": versions.enough,
        "tally": words.tally(changes, options.gate),
        "notes": list(map(one_line, pair.notes)),
        "changes": [_change(number, change, reaches, options) for change in words.worst_first(changes, options.gate)],
    }


def _change(pair: int, change: Change, reaches: _Reaches, options: Options) -> dict[str, Any]:
    shows_values = words.has_values(change)
    named = [one_line(operation) for operation in change.operations]
    return {
        "anchor": f"c{pair}-{one_line(change.fingerprint)}",
        "id": one_line(change.id),
        "level": change.at(options.gate).value,
        "verdicts": [(gate.value, level.value) for gate, level in words.verdicts(change)],
        "message": one_line(change.message),
        "where": one_line(change.where),
        "hint": one_line(change.hint),
        "policy": one_line(change.policy),
        "fingerprint": one_line(change.fingerprint),
        "accepted": words.acceptance(change),
        "sides": [
            ("Before", _side(change.old, shows_values, options, old=True)),
            ("After", _side(change.new, shows_values, options, old=False)),
        ],
        "symbols": [_symbol(symbol, options) for symbol in change.symbols],
        "facade": words.facade(change),
        "reach": reaches.number(change),
        "count": words.counted(len(named), "operation") if len(named) > 1 else "",
        "named": named[:_MOST_NAMED],
        "left": max(0, len(named) - _MOST_NAMED),
    }


def _side(side: Side | None, shows_values: bool, options: Options, *, old: bool) -> dict[str, Any] | None:
    if side is None:
        return None
    return {
        "place": words.place(side, options.context),
        "link": options.context.link(side.position, old=old),
        "pointer": one_line(side.pointer),
        "value": "\n".join(_laid_out(side.value)) if shows_values else "",
    }


def _laid_out(value: Any) -> Iterator[str]:
    """Give the lines of a value; a list of short ones stands on one."""
    flat = words.value_text(value)
    if not isinstance(value, (dict, list)) or len(flat) <= 60:  # about what a side is wide
        yield flat
        return
    yield from map(one_line, json.dumps(value, ensure_ascii=False, indent=2, default=str).split("\n"))


def _symbol(symbol: SymbolChange, options: Options) -> dict[str, Any]:
    return {
        "symbol": one_line(symbol.symbol),
        "kind": one_line(symbol.kind),
        "old": one_line(symbol.old),
        "new": one_line(symbol.new),
        "judged": words.symbol_verdicts(symbol),
        "generated": one_line(symbol.generated),
        "witness": "\n".join(map(one_line, symbol.witness.splitlines())) if options.witness else "",
    }
