"""Make findings: their kind and level from the catalogue, and the fingerprint by which they are known again.

In: what was found.  Out: a `Finding`.
Never: puts wording, lines or values of examples into a fingerprint.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace

from handbill_generator.diagnostics import Position, one_line
from handbill_generator.docs.findings import Finding, Level, Said
from handbill_generator.docs.judging.catalogue import IDS
from handbill_generator.docs.model import Attribute, Fact, Path, Side

_LENGTH = 12
_SEVERITIES = tuple(Level)


def found(
    id: str,
    *,
    page: str,
    contract: str = "",
    operation: str = "",
    side: Side = Side.neither,
    status: str = "",
    path: Path = (),
    attribute: Attribute | None = None,
    message: str,
    hint: str = "",
    names: tuple[str, ...] = (),
    old: Said | None = None,
    new: Said | None = None,
    position: Position | None = None,
    pointer: str = "",
    level: Level | None = None,
) -> Finding:
    """Give a finding; *id* must be in the catalogue.

    *page* is the name of its source in docs.yaml.  *level* is that of the catalogue, unless a lower one is given.
    """
    entry = IDS[id]
    finding = Finding(
        id=id,
        kind=entry.kind,
        level=max(entry.level, level or entry.level, key=_SEVERITIES.index),
        contract=contract,
        page=page,
        operation=operation,
        side=side,
        status=status,
        path=path,
        attribute=attribute,
        message=one_line(message),
        hint=one_line(hint),
        names=names,
        old=old,
        new=new,
        position=position or (new.position if new else None) or (old.position if old else None),
        pointer=pointer,
    )
    return replace(finding, fingerprint=fingerprint_of(finding))


def fingerprint_of(finding: Finding) -> str:
    """Give a short hash of what a finding is about; it stays when words, lines or values of examples change."""
    parts = (
        finding.id,
        finding.page,
        finding.operation,
        str(finding.side),
        finding.status,
        list(finding.path),
        str(finding.attribute or ""),
        list(finding.names),
    )
    text = json.dumps(parts, ensure_ascii=True)
    return hashlib.sha256(text.encode("ascii")).hexdigest()[:_LENGTH]


def place_on(page: str, fact: Fact) -> Position | None:
    """Give where *page* says *fact*; None where a lock has it, which knows no lines."""
    return Position(page, fact.line, 1) if fact.line else None
