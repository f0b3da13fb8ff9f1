"""What a project says that it needs: pyproject.toml and requirements files.

In: the root of the project.  Out: requirements, each with its line.
Never: asks what is installed; that is another's environment.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from packaging.requirements import InvalidRequirement, Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

from handbill_generator.diagnostics import Position, SpecError
from handbill_generator.vendor.project import PROJECT_NAME

_MOST_BYTES = 4 * 2**20


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """One requirement of the project, and where it is written."""

    requirement: Requirement
    position: Position

    @property
    def name(self) -> str:
        """The name of the distribution, as indexes compare it."""
        return canonicalize_name(self.requirement.name)


def declared(root: Path) -> tuple[Declared, ...]:
    """Give all requirements of the project; raises SpecError for a pyproject.toml that is no TOML.

    They are those of [project], its extras, [dependency-groups] and requirements*.txt, in that order.  A line that is
    no requirement says nothing here: it is the installer's to complain.
    """
    return (*_of_project(root), *_of_files(root))


def meets(stated: Declared, wanted: Requirement) -> bool:
    """Say whether every version that *stated* allows is one that *wanted* allows."""
    if stated.requirement.url:
        return True  # one version, of somebody who knows
    try:
        return stated.requirement.specifier.is_subset(wanted.specifier)
    except ValueError:
        return _pinned(stated.requirement.specifier, wanted.specifier)


def _pinned(stated: SpecifierSet, wanted: SpecifierSet) -> bool:
    """Say whether the version that `===` names is one of *wanted*."""
    return any(wanted.contains(one.version, prereleases=True) for one in stated if one.operator == "===")


def _of_project(root: Path) -> Iterator[Declared]:
    text = _text(root / PROJECT_NAME)
    try:
        document: dict[str, Any] = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise SpecError(f"is no TOML: {error}", position=Position(PROJECT_NAME, 1, 1)) from None
    project = _table(document.get("project"))
    groups = [project.get("dependencies"), *_table(project.get("optional-dependencies")).values()]
    groups += _table(document.get("dependency-groups")).values()
    for group in groups:
        for line in group if isinstance(group, list) else ():
            if isinstance(line, str) and (requirement := _requirement(line)):
                yield Declared(requirement=requirement, position=Position(PROJECT_NAME, _line(text, line), 1))


def _of_files(root: Path) -> Iterator[Declared]:
    for path in (*sorted(root.glob("requirements*.txt")), *sorted(root.glob("requirements/*.txt"))):
        name = path.relative_to(root).as_posix()
        if path.is_symlink() or not path.is_file():
            continue
        for number, line in _logical(_text(path)):
            if requirement := _requirement(line):
                yield Declared(requirement=requirement, position=Position(name, number, 1))


def _logical(text: str) -> Iterator[tuple[int, str]]:
    """Give the lines of a requirements file, continued ones as one, without comments, options and hashes."""
    waiting, first = "", 0
    for number, line in enumerate(text.splitlines(), 1):
        first = first or number
        waiting += line.rstrip("\\")
        if line.endswith("\\"):
            continue
        stated = waiting.split(" #")[0].split(" --")[0].strip()
        if stated and not stated.startswith(("#", "-")):
            yield first, stated
        waiting, first = "", 0


def _requirement(line: str) -> Requirement | None:
    try:
        return Requirement(line)
    except InvalidRequirement:
        return None


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(_MOST_BYTES).decode("utf-8", "replace")
    except OSError:
        return ""


def _line(text: str, line: str) -> int:
    at = max(text.find(f'"{line}"'), text.find(f"'{line}'"))
    return text.count("\n", 0, at) + 1 if at >= 0 else 1


def _table(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
