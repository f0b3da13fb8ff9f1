"""Write findings: as text, JSON, workflow commands of GitHub, or SARIF.

In: findings.  Out: text in one of `FORMATS`.
Never: drops one.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from typing import Any

from handbill_generator.diagnostics import one_line
from handbill_generator.reporting.annotations import command
from handbill_generator.reporting.context import Context
from handbill_generator.reporting.sarif import log, physical
from handbill_generator.vendor.findings import Finding, explain

_FORMAT = 1


def render(found: Sequence[Finding], format: str, *, packages: int, context: Context) -> str:
    """Write *found* in *format*; *packages* is how many were checked."""
    return _WRITERS[format](found, packages, context)


def summary(found: Sequence[Finding], packages: int) -> str:
    """Give the line that sums up."""
    checked = f"{packages} vendored {'package' if packages == 1 else 'packages'}"
    if not found and not packages:
        return "nothing is vendored here"
    if not found:
        return f"{checked}, all as recorded"
    return f"{checked}, {len(found)} {'finding' if len(found) == 1 else 'findings'}"


def _text(found: Sequence[Finding], packages: int, context: Context) -> str:
    lines = []
    for finding in found:
        place = f"{context.shown(finding.position)}:{finding.position.line}"
        hint = f"; {finding.hint}" if finding.hint else ""
        lines.append(one_line(f"{place}: {finding.name or 'the project'}: {finding.message}{hint} [{finding.id}]"))
    return "".join(f"{line}\n" for line in (*lines, summary(found, packages)))


def _json(found: Sequence[Finding], packages: int, context: Context) -> str:
    told = {
        "format": _FORMAT,
        "summary": {"packages": packages, "findings": len(found)},
        "findings": [
            {
                "id": finding.id,
                "name": finding.name,
                "file": finding.position.file,
                "line": finding.position.line,
                "message": finding.message,
                "hint": finding.hint,
            }
            for finding in found
        ],
    }
    return json.dumps(told, indent=2) + "\n"


def _github(found: Sequence[Finding], packages: int, context: Context) -> str:
    lines = []
    for finding in found:
        path = context.path(finding.position)
        place = {"file": path, "line": str(finding.position.line)} if path else {}
        said = [f"{finding.name}: {finding.message}", *([finding.hint] if finding.hint else [])]
        lines.append(command("error", said, **place, title=finding.id))
    lines.append(command("notice", [summary(found, packages)], title="Vendored packages"))
    return "".join(f"{line}\n" for line in lines)


def _sarif(found: Sequence[Finding], packages: int, context: Context) -> str:
    rules = sorted({finding.id for finding in found})
    results = [_result(finding, rules.index(finding.id), context) for finding in found]
    return log(results, rules=rules, explain=explain, run="handbill-vendor")


def _result(finding: Finding, index: int, context: Context) -> dict[str, Any]:
    mark = "\0".join((finding.id, finding.name, finding.position.file, finding.message))
    said = f"{finding.name}: {finding.message}" + (f"\n{finding.hint}" if finding.hint else "")
    return {
        "ruleId": finding.id,
        "ruleIndex": index,
        "level": "error",
        "message": {"text": said},
        "locations": [{"physicalLocation": physical(finding.position, context)}],
        "partialFingerprints": {"handbill/v1": sha256(mark.encode()).hexdigest()[:12]},
    }


_WRITERS: Mapping[str, Callable[[Sequence[Finding], int, Context], str]] = {
    "text": _text,
    "json": _json,
    "github": _github,
    "sarif": _sarif,
}

FORMATS = tuple(_WRITERS)
"""The formats that `render` knows."""
