"""A report as JUnit XML: a suite a pair of contracts, a case a change.

In: a report.  Out: XML that any reader of test results takes.
Never: writes a character that XML 1.0 has no place for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from handbill_generator.changes.model import Change, Pair, Report
from handbill_generator.changes.output import words
from handbill_generator.changes.output.context import Options
from handbill_generator.diagnostics import one_line
from handbill_generator.reporting.context import Context

# XML 1.0, section 2.2, production 2; line ends and tabs are ours alone.
_NO_CHARACTER = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit(report: Report, options: Options) -> str:
    """Give *report* as JUnit XML."""
    failing = {id(change) for change in report.failing(options.gate, options.fail_on)}
    root = Element("testsuites", name="handbill diff")
    for pair, changes in words.of_pairs(report):
        root.append(_suite(pair, changes, failing, options.context))
    if report.problems:
        suite = SubElement(root, "testsuite", name="policy")
        for problem in report.problems:
            case = SubElement(suite, "testcase", classname="policy", name=_clean(f"{problem.id} at {problem.position}"))
            _add(case, "failure", problem.message, type=problem.id)
    for element in (root, *root):
        _count(element)
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _suite(pair: Pair, changes: list[Change], failing: set[int], context: Context) -> Element:
    suite = Element("testsuite", name=_clean(pair.name))
    for change in changes:
        suite.append(_case(change, id(change) in failing, context))
    if not changes:
        # A suite without a case is an error to some readers.
        SubElement(suite, "testcase", classname=_clean(pair.name), name="no changes")
    said = [*pair.notes, words.bumps(pair)]
    if any(said):
        _add_text(SubElement(suite, "system-out"), filter(None, said))
    return suite


def _case(change: Change, fails: bool, context: Context) -> Element:
    side = change.side
    case = Element(
        "testcase",
        classname=_clean(change.contract),
        name=_clean(f"{change.id} at {change.where} [{change.fingerprint}]"),
        file=_clean(context.path(side.position) or side.position.file),
        line=str(side.position.line),
    )
    if change.accepted:
        _add(case, "skipped", f"accepted: {words.acceptance(change)}")
    elif fails:
        failure = _add(case, "failure", words.sentence(change), type=change.id)
        _add_text(failure, _details(change, context))
    else:
        _add_text(SubElement(case, "system-out"), (words.sentence(change), *_details(change, context)))
    return case


def _details(change: Change, context: Context) -> Iterable[str]:
    old, new = words.values(change)
    for label, side, value in (("old", change.old, old), ("new", change.new, new)):
        if side:
            yield f"{label}: {words.place(side, context)}{f'  {value}' if words.has_values(change) else ''}"
    yield ", ".join(f"{gate.value}: {level.value}" for gate, level in words.verdicts(change))
    for symbol in change.symbols:
        yield f"{symbol.symbol}: {words.signature(symbol)} ({symbol.kind})"
    if change.operations:
        yield f"reaches {words.reach(change, most=10)}"
    if change.hint:
        yield change.hint


def _add(parent: Element, tag: str, message: str, **attributes: str) -> Element:
    cleaned = {name: _clean(value) for name, value in attributes.items()}
    return SubElement(parent, tag, {"message": _clean(message), **cleaned})


def _add_text(element: Element, lines: Iterable[str]) -> None:
    element.text = "\n".join(map(_clean, lines))


def _count(element: Element) -> None:
    """Say how many cases there are in *element*, as readers expect it before the first of them."""
    cases = list(element.iter("testcase"))
    element.set("tests", str(len(cases)))
    element.set("failures", str(sum(1 for case in cases if case.find("failure") is not None)))
    element.set("skipped", str(sum(1 for case in cases if case.find("skipped") is not None)))
    element.set("errors", "0")


def _clean(text: str) -> str:
    return _NO_CHARACTER.sub("\N{REPLACEMENT CHARACTER}", one_line(text))
