"""Documentation pages that descriptions are compared with.

In: folders.  Out: the pages in them, as words.
Never: stores or shows a page; follows a link out of a folder into another one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from handbill_generator.diagnostics import ConfigError
from handbill_generator.load import STANDARD

WORD = re.compile(r"[^\W_](?:(?:[\w'\u2019]|[-.:,](?=\d))*\w)?")
"""A word: letters, digits and what joins them; `next_cursor` and `2026-01-31T10:00` are one each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A text file."""

    name: str
    words: tuple[str, ...] = field(repr=False)
    """In lower case, in their order."""


def read_pages(folders: Iterable[Path]) -> tuple[Page, ...]:
    """Read the text files in *folders* and below; raises ConfigError for a file that cannot be read or is too large.

    Hidden files and what is not UTF-8 are passed over.
    """
    files = {file.resolve(): file for folder in folders for file in sorted(folder.rglob("*")) if _is_page(folder, file)}
    return tuple(page for file in files.values() if (page := _page(file)))


def words(text: str) -> list[str]:
    """Give the words of *text* as they are compared.

    >>> words("The `next_cursor` isn't set.")
    ['the', 'next_cursor', "isn't", 'set']
    """
    return [match[0].replace("\u2019", "'").lower() for match in WORD.finditer(text)]


def _is_page(folder: Path, file: Path) -> bool:
    hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
    return not hidden and file.is_file() and file.resolve().is_relative_to(folder.resolve())


def _page(file: Path) -> Page | None:
    try:
        with file.open("rb") as opened:
            content = opened.read(STANDARD.bytes + 1)
    except OSError as error:
        raise ConfigError(f"{file}: the page cannot be read: {error.strerror or error}") from None
    if len(content) > STANDARD.bytes:
        raise ConfigError(f"{file}: the page has more than {STANDARD.bytes} bytes; split it, or keep it elsewhere")
    try:
        return Page(name=file.name, words=tuple(words(content.decode("utf-8"))))
    except UnicodeDecodeError:
        return None
