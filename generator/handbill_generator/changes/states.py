"""Find the states that a contract has had: at the tags of a repository, or in the files of a folder.

In: a document or a folder.  Out: its states, the oldest first, each with its name and its day.
Never: compares states, but by their hash: one that changes nothing is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase
from functools import cache
from itertools import groupby
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from handbill_generator.bundle import bundle
from handbill_generator.changes.corrections import Corrections
from handbill_generator.changes.inputs import Input
from handbill_generator.changes.places import AtRevision, OnDisk, Tree, place
from handbill_generator.changes.repository import Repository
from handbill_generator.changes.revisions import Revision
from handbill_generator.changes.versions import read_version
from handbill_generator.contract import read_contract
from handbill_generator.diagnostics import ConfigError, SpecError
from handbill_generator.load import Document
from handbill_generator.load.source import shown

UNRELEASED = "Unreleased"
_NUMBER = re.compile(r"v?\d+(\.\d+)*([-+.].*)?$")
_DAY = re.compile(r"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A state of a contract; *day* is empty where it is not known, and *input* None where it could not be read.

    *note* then says why.
    """

    name: str
    day: str
    input: Input | None
    note: str = ""


class _Point(NamedTuple):
    """A revision to look at; what is wrong with a contract there is told where it *must* be read."""

    name: str
    oid: str
    day: str
    must: bool


def states_in_folder(folder: str, *, root: Path) -> tuple[State, ...]:
    """Give the documents of *folder*, seen from *root*, in the order of their versions, then of their names.

    Raises ConfigError where it holds none, SpecError for one that cannot be read.
    """
    with ExitStack() as stack:

        @cache
        def repository() -> Repository:
            return stack.enter_context(Repository(root))

        where = place(folder, root, repository)
        read = [(path, where.tree.document(path)) for path, _ in where.candidates()]
        found = [(path, _input(document, where.tree)) for path, document in read if "openapi" in document.tree]
    if not found:
        raise ConfigError(f'"{shown(folder)}" holds no OpenAPI document; correct the path')
    stated = {path: each.contract.version.raw if each.contract else "" for path, each in found}
    is_telling = len(set(stated.values())) == len(found)
    order = sorted(found, key=lambda entry: _age(stated[entry[0]], entry[0], stated.values()))
    return tuple(_file_state(path, stated[path] if is_telling else "", each) for path, each in order)


def states_in_git(document: str, *, root: Path, start: str = "", end: str = "", tags: str = "*") -> Iterator[State]:
    """Give the states of *document*, seen from *root*, at those tags of its repository that match the pattern *tags*.

    They begin with the revision *start*, or with the first tag that has the document, and end with the revision *end*,
    or with the document as it is on the disk.  What comes after the last tag is called unreleased.  Raises ConfigError
    where git cannot say, and SpecError for the first or last state where it cannot be read; one between is noted.
    """
    file = (root / document).resolve()
    corrections = Corrections.of_project(root)
    with Repository(file.parent) as repository:
        path = repository.prefix + file.name
        before: tuple[str, str] | None = None
        for point in _points(repository, start, end, tags):
            tree = AtRevision(repository, Revision(repository, point.oid))
            folder = path.rpartition("/")[0]
            # An overlay may stand elsewhere, so that the folder does not tell whether anything changed.
            kept = tree.revision.oid(folder) if folder and not corrections.concern(tree, path) else ""
            if (kept and before and kept == before[0]) or not (point.must or tree.is_file(path)):
                continue
            state = _revision_state(point, tree, path, corrections)
            contract = state.input.contract if state.input else None
            if contract and before and contract.sha256 == before[1]:
                continue
            before = (kept, contract.sha256 if contract else before[1] if before else "")
            yield state
    if not end:
        disk = OnDisk(root)
        now = _input(corrections.document(disk, document), disk)
        if before is None or now.sha256 != before[1]:
            yield State(name=UNRELEASED, day="", input=now)


def _points(repository: Repository, start: str, end: str, pattern: str) -> Iterator[_Point]:
    last = repository.commit(end or "HEAD")
    first = repository.commit(start) if start else ""
    if first:
        (commit,) = repository.history(first, "", most=1)
        yield _Point(start, first, commit.day, must=True)
    tagged = [tag for tag in repository.tags(last, after=first) if fnmatchcase(tag.name, pattern)]
    for oid, same in groupby(tagged, key=lambda tag: tag.oid):
        # Of several tags of one commit the last version is what it was released as.
        tag = max(same, key=lambda tag: _release(tag.name))
        yield _Point(tag.name, oid, tag.day, must=bool(end) and oid == last)
    if end and last != first and last not in {tag.oid for tag in tagged}:
        (commit,) = repository.history(last, "", most=1)
        yield _Point(UNRELEASED, last, commit.day, must=True)


def _revision_state(point: _Point, tree: AtRevision, path: str, corrections: Corrections) -> State:
    try:
        return State(name=point.name, day=point.day, input=_input(corrections.document(tree, path), tree))
    except SpecError as error:
        if point.must:
            raise
        return State(name=point.name, day=point.day, input=None, note=f"it cannot be read: {error}")


def _input(document: Document, tree: Tree) -> Input:
    contract = read_contract(bundle(document, reader=tree.reader))
    return Input(shown=document.name, relative=document.name.rpartition("/")[2], contract=contract)


def _file_state(path: str, version: str, read: Input) -> State:
    stem = PurePosixPath(path).stem
    days = (_day(text) for text in (stem, version))
    return State(name=version or stem, day=next(filter(None, days), ""), input=read)


def _day(text: str) -> str:
    """Give the day that is written in *text*, or nothing."""
    found = _DAY.search(text)
    try:
        return date.fromisoformat(found[0]).isoformat() if found else ""
    except ValueError:
        return ""


def _age(version: str, path: str, versions: Iterable[str]) -> tuple[Any, ...]:
    """Give what documents are ordered by: by their versions if all are such, else by these as people count."""
    is_number = all(read_version(each) for each in versions)
    return (read_version(version) if is_number else _natural(version), _natural(path))


def _release(tag: str) -> tuple[Any, ...]:
    """Give what the tags of one commit are ordered by: those with a version come last, in the order of versions."""
    found = _NUMBER.search(tag)
    number = read_version(found[0]) if found else None
    return (number is not None, number or (), _natural(tag))


def _natural(text: str) -> list[tuple[int, str]]:
    """Give a key that orders names as people do: v2 before v10."""
    return [(int(part) if part.isdecimal() else -1, part) for part in re.split(r"(\d{1,18})", text)]
