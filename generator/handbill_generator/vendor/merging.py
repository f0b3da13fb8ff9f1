"""Carry declared patches over to the next version of a package.

In: a file as it was vendored, as it is, and as it comes.  Out: the merged file, or where it conflicts.
Never: takes a side, or merges into what Python cannot read.

`git merge-file` does it, the three-way merge that everybody knows the conflicts of.
"""

from __future__ import annotations

import ast
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from handbill_generator.diagnostics import ConfigError
from handbill_generator.load.source import shown

_SHOWN = 6
_LONGEST = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A place that cannot be merged: *line* of the project's own file, and what stands on both sides."""

    path: str
    line: int
    message: str


def merge(path: str, *, base: bytes, mine: bytes, theirs: bytes | None) -> tuple[bytes, tuple[Conflict, ...]]:
    """Merge a file whose contents have plain newlines; *theirs* is None where the next version has no such file.

    Raises ConfigError where git cannot be run.
    """
    if theirs is None:
        return mine, (Conflict(path=path, line=1, message="is patched, and the next version has no such file"),)
    if mine == theirs or base == theirs:
        return mine, ()
    if mine == base:
        return theirs, ()
    code, merged = _merge_file(base, mine, theirs)
    if code:
        return merged, tuple(_conflicts(path, merged, mine)) or (
            Conflict(path=path, line=1, message="git could not merge it"),
        )
    if path.endswith(".py"):
        try:
            ast.parse(merged)
        except (SyntaxError, ValueError) as error:
            line = getattr(error, "lineno", None) or 1
            return merged, (Conflict(path=path, line=line, message="the patch and the next version make no Python"),)
    return merged, ()


def _merge_file(base: bytes, mine: bytes, theirs: bytes) -> tuple[int, bytes]:
    git = shutil.which("git")
    if git is None:
        raise ConfigError("patches are merged by git, and there is none on the PATH; install it")
    with TemporaryDirectory() as folder:
        names = ("mine", "base", "theirs")
        for name, raw in zip(names, (mine, base, theirs), strict=True):
            (Path(folder) / name).write_bytes(raw)
        labels = ("-L", "patched", "-L", "vendored", "-L", "next")
        done = subprocess.run(  # noqa: S603  # no shell, and names of our own
            [git, "-c", "merge.conflictStyle=merge", "merge-file", "-p", *labels, *names],
            cwd=folder,
            capture_output=True,
            check=False,
        )
    # From 128 on it is an error of git; below, the number of conflicts.
    return done.returncode, done.stdout


def _conflicts(path: str, merged: bytes, mine: bytes) -> Iterator[Conflict]:
    """Give each conflict with its line in the project's own file, where its lines stand one behind the other."""
    own = mine.split(b"\n")
    cursor = 0
    lines: dict[str, list[bytes]] = {"": [], "ours": [], "theirs": []}
    side = ""
    for line in merged.split(b"\n"):
        if line == b"<<<<<<< patched" and not side:
            side = "ours"
        elif line == b"=======" and side == "ours":
            side = "theirs"
        elif line == b">>>>>>> next" and side == "theirs":
            # Where lines were removed here, the place is behind what stands before it.
            found = _found(own, lines["ours"] or lines[""][-1:], cursor)
            cursor = found + len(lines["ours"])
            start = found + (1 if lines["ours"] else 2)
            yield Conflict(path=path, line=min(start, len(own)), message=_sides(lines["ours"], lines["theirs"]))
            lines, side = {"": [], "ours": [], "theirs": []}, ""
        else:
            lines[side].append(line)


def _found(lines: list[bytes], wanted: list[bytes], start: int) -> int:
    places = range(start, len(lines) - len(wanted) + 1)
    return next((at for at in places if lines[at : at + len(wanted)] == wanted), start)


def _sides(ours: list[bytes], theirs: list[bytes]) -> str:
    return f'here "{_cut(ours)}", in the next version "{_cut(theirs)}"'


def _cut(lines: list[bytes]) -> str:
    stated = [line.decode("utf-8", "replace").strip() for line in lines if line.strip()]
    return shown(" ".join(stated[:_SHOWN]), _LONGEST)
