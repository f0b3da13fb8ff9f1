"""SARIF 2.1.0 (OASIS standard), which code scanning and editors read.

In: rules and results.  Out: a log with one run.
Never: gives an address of this machine; files are named from the root of the repository.

Written out by hand: the libraries for it are object models of the whole standard, unmaintained or without any check.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from handbill_generator import __version__
from handbill_generator.diagnostics import Position, one_line
from handbill_generator.reporting.context import Context, quoted, revision_of

_ROOT = "SRCROOT"


def log(results: Iterable[dict[str, Any]], *, rules: Sequence[str], explain: Callable[[str], str], run: str) -> str:
    """Give a log of *results*; *explain* says what a rule means, *run* is the kind of run, such as `handbill-diff`."""
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "handbill",
                        "version": __version__,
                        "rules": [_rule(id, explain(id)) for id in rules],
                    }
                },
                "automationDetails": {"id": f"{run}/"},
                "columnKind": "unicodeCodePoints",
                "originalUriBaseIds": {_ROOT: {"description": {"text": "The root of the repository."}}},
                "results": list(results),
            }
        ],
    }
    return json.dumps(log, indent=2) + "\n"


def physical(position: Position, context: Context) -> dict[str, Any]:
    """Give file and line; a file of another revision is named as it is called in the repository."""
    path = context.path(position)
    within = path if path is not None else revision_of(position.file)[1]
    artifact: dict[str, Any] = {"uri": quoted(within)}
    if not within.startswith("/"):
        artifact["uriBaseId"] = _ROOT
    revision = revision_of(position.file)[0]
    if revision:
        artifact["description"] = {"text": f"At {one_line(revision)}."}
    return {
        "artifactLocation": artifact,
        "region": {"startLine": position.line, "startColumn": position.column},
    }


def _rule(id: str, explained: str) -> dict[str, Any]:
    rule: dict[str, Any] = {"id": id, "shortDescription": {"text": id.replace("-", " ").capitalize() + "."}}
    if said := one_line(explained):
        rule["fullDescription"] = {"text": said}
        rule["help"] = {"text": said}
    return rule
