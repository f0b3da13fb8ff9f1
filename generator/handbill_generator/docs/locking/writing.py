"""Write a lock.

In: a `Lock`.  Out: its text, or the file.
Never: writes prose: what is longer than a token, or has more words than a name, is refused.

A fact is one line, so that a diff of the file reads as a list of what changed.  The same facts give the same bytes.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator
from contextlib import suppress
from difflib import unified_diff
from pathlib import Path
from typing import Any

from handbill_generator.diagnostics import OutputError, SpecError
from handbill_generator.docs.locking.pages import Lock, LockedPage
from handbill_generator.docs.model import MAX_TOKEN, Fact, Link, Value, sorted_facts, written_path

FORMAT = 1
"""The version of the file's own format."""

MOST_WORDS = 8
"""What has more words than this is a sentence."""

MOST_ADDRESS = 2000
"""The most characters of an address, of the name of a file or of a header of HTTP."""

MOST_DEPTH = 64
"""The most names of a path; readers go a dozen deep."""

MOST_BITS = 1024
"""The most bits of a whole number; no limit of an API comes near."""


def dump_lock(lock: Lock) -> str:
    """Give the text of *lock*: JSON in ASCII, sorted, a fact a line.

    Raises SpecError for what would bring prose into the lock, or what JSON cannot hold.
    """
    pages = ",\n".join(_page(lock.pages[name]) for name in sorted(lock.pages))
    body = f"{{\n{pages}\n  }}" if pages else "{}"
    return f'{{\n  "format": {FORMAT},\n  "pages": {body}\n}}\n'


def write_lock(path: Path, lock: Lock) -> None:
    """Write *lock* to *path*, whole or not at all.

    Raises OutputError where it cannot be written, and what `dump_lock` raises.
    """
    text = dump_lock(lock)
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_text(text, encoding="ascii", newline="\n")
        part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise OutputError(f"{path}: cannot be written: {(error.strerror or str(error)).lower()}") from error


def changed_lock(old: Lock, new: Lock, *, name: str) -> str:
    """Give what changes in the file called *name* from *old* to *new*, as a unified diff; empty where nothing does."""
    before, after = (dump_lock(lock).splitlines(keepends=True) for lock in (old, new))
    return "".join(unified_diff(before, after, f"a/{name}", f"b/{name}"))


def row_of(fact: Fact) -> list[Any]:
    """Give *fact* as a row: operation, side, status, path, attribute, value, source, confidence."""
    return [
        fact.operation,
        fact.side.value,
        fact.status,
        written_path(fact.path),
        fact.attribute.value,
        fact.value,
        fact.source.value,
        fact.confidence.value,
    ]


def flaw_of(value: Value) -> str:
    """Say why *value* must not be in a lock; empty where it may be.

    >>> flaw_of("draft"), flaw_of("a | b"), flaw_of(float("inf"))
    ('', '', 'is no finite number')
    """
    if isinstance(value, float) and not math.isfinite(value):
        return "is no finite number"
    if isinstance(value, int) and value.bit_length() > MOST_BITS:
        return f"has more than {MOST_BITS} bits"
    if not isinstance(value, str):
        return ""
    if any("\ud800" <= character <= "\udfff" for character in value):
        return "has half a surrogate pair"
    # Names joined by ` | ` are a list of names, however many there are.
    if len(value) > MAX_TOKEN or any(len(part.split()) > MOST_WORDS for part in value.split(" | ")):
        return f"has more than {MAX_TOKEN} characters or {MOST_WORDS} words: it is prose, and a lock has none"
    return ""


def _page(page: LockedPage) -> str:
    members = ",\n".join(_members(page))
    return f"    {_text(page.name)}: {{\n{members}\n    }}"


def _members(page: LockedPage) -> Iterator[str]:
    single = {
        "url": page.url,
        "file": page.file,
        "format": page.format.value,
        "extractor": page.extractor,
        "operation": page.operation,
        "checked": page.checked.isoformat(),
        "etag": page.etag,
        "last_modified": page.last_modified,
        "fingerprint": page.fingerprint,
    }
    for key in ("url", "file", "etag", "last_modified"):
        if len(str(single[key])) > MOST_ADDRESS:
            raise SpecError(f"{page.name}: the {key} has more than {MOST_ADDRESS} characters; it cannot be locked")
    yield from (f"      {_text(key)}: {_text(value)}" for key, value in single.items())
    yield _rows("facts", (_checked(page, fact) for fact in sorted_facts(page.facts)))
    yield _rows("links", (_link(page, link) for link in page.links))


def _rows(key: str, rows: Iterable[list[Any]]) -> str:
    lines = ",\n".join(f"        {_text(row)}" for row in rows)
    return f"      {_text(key)}: [\n{lines}\n      ]" if lines else f"      {_text(key)}: []"


def _checked(page: LockedPage, fact: Fact) -> list[Any]:
    if len(fact.path) > MOST_DEPTH:
        raise SpecError(f"{page.name}: a path has more than {MOST_DEPTH} names; it cannot be locked")
    for value in (fact.operation, fact.status, *fact.path, fact.value):
        if flaw := flaw_of(value):
            where = f"{fact.operation} {fact.side.value} {fact.status}".strip()
            raise SpecError(
                f"{page.name}: what was read from the page cannot be locked: the {fact.attribute.value} of "
                f"{where} {written_path(fact.path)[:MAX_TOKEN]} {flaw}",
                hint="report this with the address of the page",
            )
    return row_of(fact)


def _link(page: LockedPage, link: Link) -> list[Any]:
    if len(link.url) > MOST_ADDRESS:
        raise SpecError(f"{page.name}: a link has more than {MOST_ADDRESS} characters; it cannot be locked")
    return [link.rel, link.url]


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=True, allow_nan=False)
