"""A report as the body of a pull request or a comment: the verdict, what to act on, the rest folded.

In: a report.  Out: Markdown as GitHub and GitLab read it, short enough for a comment.
Never: lets text of a page make a link, a mention, a picture, an element or a row of its own.

What does not fit is counted, and said to be left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from handbill_generator.docs.findings import Finding, Report
from handbill_generator.docs.output import words
from handbill_generator.docs.output.options import Options
from handbill_generator.reporting.marking import code, prose

_LONGEST = 60_000
"""GitHub takes 65,536 characters; the rest is for what a workflow adds."""


def markdown(report: Report, options: Options) -> str:
    """Give *report* as Markdown."""
    said = words.outcome(report)
    parts = [
        f"<!-- {options.context.marker} -->",
        f"### {'✅' if said == 'passes' else '❌'} Documentation: {words.tally(report)}",
        "",
        f"**{said.capitalize()}**",
        "",
        *_pages(report),
    ]
    room = _LONGEST - sum(len(part) + 1 for part in parts)
    notes = [found for found in report.findings if found not in report.failing and not found.settled]
    settled = [found for found in report.findings if found.settled]
    for title, findings, write in (
        ("", list(report.failing), _detail),
        (words.counted(len(notes), "note"), notes, _line),
        (f"{len(settled)} settled by rulings", settled, _line),
    ):
        section = "\n".join(_section(title, words.worst_first(findings), write, options, room))
        room -= len(section)
        parts.append(section)
    return "\n".join(filter(None, parts)) + "\n"


def _pages(report: Report) -> Iterator[str]:
    yield "| Page | Contract | Format | Facts |"
    yield "| --- | --- | --- | --- |"
    for page in report.pages:
        yield f"| {code(page['name'])} | {code(page['contract'])} | {page['format']} | {page['facts']} |"
    yield "\n"


def _section(
    title: str, findings: Sequence[Finding], write: Callable[[Finding, Options], str], options: Options, room: int
) -> Iterator[str]:
    if not findings:
        return
    if title:
        yield f"<details><summary>{title}</summary>\n"
    for number, finding in enumerate(findings):
        entry = write(finding, options)
        room -= len(entry) + 1
        if room < 0:
            yield f"\n{words.counted(len(findings) - number, 'finding')} more are left out here."
            break
        yield entry
    if title:
        yield "\n</details>\n"


def _line(finding: Finding, options: Options) -> str:
    ruling = f": {prose(words.ruling(finding, options.context))}" if finding.settled else ""
    return f"- {code(finding.page)} {prose(words.sentence(finding))}{ruling} ({code(finding.id)})"


def _detail(finding: Finding, options: Options) -> str:
    return "\n".join(_details(finding, options))


def _details(finding: Finding, options: Options) -> Iterator[str]:
    yield f"**{prose(finding.message)}**<br>{finding.level.value} {code(finding.id)}\n"
    yield f"- where: {code(', '.join(filter(None, (finding.operation, words.where(finding)))) or finding.page)}"
    for label, side in zip(words.sides(finding), (finding.old, finding.new), strict=True):
        if side and (side.values or side.position):
            place = code(words.place(side.position, options.context)) if side.position else ""
            said = words.said(side, finding.attribute)
            if parts := [part for part in (place, code(said) if said else "") if part]:
                yield f"- {label}: {' '.join(parts)}"
    if finding.position:
        place = code(words.place(finding.position, options.context))
        link = options.context.link(finding.position, old=False)
        yield f"- at: {f'[{place}]({link})' if link else place}"
    if edited := words.to_edit(finding):
        yield f"- contract: {code(words.place(edited, options.context))}"
    for symbol in finding.symbols:
        yield f"- python: {code(symbol)}"
    for edit in finding.edits:
        yield f"- edit: {code(words.edit(edit))}"
    if finding.hint:
        yield f"- hint: {prose(finding.hint)}"
    yield ""
