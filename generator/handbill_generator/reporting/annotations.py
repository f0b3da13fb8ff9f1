"""Workflow commands, which GitHub shows beside the lines of a pull request.

In: words.  Out: one line.
Never: lets text of a document begin a command, or a property of one.
"""

from __future__ import annotations

from collections.abc import Iterable

from handbill_generator.diagnostics import one_line


def command(name: str, lines: Iterable[str], **properties: str) -> str:
    """Give `::error file=a.yaml,line=1::message`, with a message of *lines*."""
    given = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    said = "\n".join(map(one_line, lines))
    return f"::{name} {given}::{_data(said)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(one_line(text)).replace(":", "%3A").replace(",", "%2C")
