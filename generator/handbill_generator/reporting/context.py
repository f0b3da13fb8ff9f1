"""Where files of a report are: from the current folder, in the repository, and on its web page.

In: a position.  Out: its file as people, machines and links call it.
Never: asks the file system or git; who knows says so in a `Context`.

A file of another revision has the name that git takes: `REV:path`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePath
from urllib.parse import quote

from handbill_generator.diagnostics import ConfigError, Position

# Blanks and colons stand only in braces: `main@{1 day ago}` (gitrevisions(7)).  A single letter is a drive.
_REVISION = re.compile(r"((?:[^\s:{]|\{[^}]*\}){2,}):/*(.*)", re.DOTALL)


def _unexplained(id: str) -> str:
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What is known of the surroundings, all of it optional.

    *folder* is the current one: files below it are named from there.  *repository* is its root, from which the formats
    of continuous integration name files; the current folder where it is not told.  *old_lines* and *new_lines* are the
    addresses of lines on the web, with `{file}` and `{line}`: `https://github.com/o/r/blob/REV/{file}#L{line}`.
    *explain* gives what an id means.  *marker* is the name under which a comment finds its earlier self.

    Raises ConfigError for an address that is none of the web, as a link could otherwise run code, and for a marker that
    would end the comment it stands in.
    """

    folder: Path | None = None
    repository: Path | None = None
    old_lines: str = ""
    new_lines: str = ""
    explain: Callable[[str], str] = _unexplained
    marker: str = "handbill-diff"

    def __post_init__(self) -> None:
        for lines in (self.old_lines, self.new_lines):
            if lines and not (lines.startswith(("https://", "http://")) and "{file}" in lines):
                raise ConfigError(
                    f'the address of lines "{lines}" cannot be linked; write https://HOST/PATH/{{file}}#L{{line}}'
                )
        if not self.marker.replace("-", "").isalnum() or "--" in self.marker:
            raise ConfigError(f'"{self.marker}" cannot mark a comment; write letters, digits and single hyphens')

    def shown(self, position: Position) -> str:
        """Give the file as a person in *folder* calls it."""
        return _below(position.file, self.folder)

    def path(self, position: Position) -> str | None:
        """Give the file from the root of the repository, with slashes; None where the working tree does not have it."""
        if revision_of(position.file)[0] or not position.file:
            return None
        file = os.path.normpath((self.folder or Path()) / position.file)
        path = _below(file, self.repository or self.folder)
        return None if Path(path).is_absolute() or path.startswith("../") else path

    def link(self, position: Position, *, old: bool) -> str:
        """Give the address of a line on the web, empty where it is not known."""
        lines = self.old_lines if old else self.new_lines
        revision, file = revision_of(position.file)
        path = file if revision else self.path(position)
        if not lines or not path:
            return ""
        return lines.replace("{file}", quoted(path)).replace("{line}", str(position.line))


def revision_of(file: str) -> tuple[str, str]:
    """Give revision and path of `REV:path`; the revision is empty for a file of the working tree."""
    found = _REVISION.match(file)
    return (found[1], found[2]) if found else ("", file)


def quoted(path: str) -> str:
    """Give *path* as a part of an address, whatever is in it."""
    return quote(path.encode("utf-8", "surrogatepass"))


def _below(file: str, folder: Path | None) -> str:
    if folder and PurePath(file).is_relative_to(folder):
        return PurePath(file).relative_to(folder).as_posix()
    return PurePath(file).as_posix() if not revision_of(file)[0] else file
