"""`handbill vendor update`: move vendored packages on to what their sources have now.

In: the project, names, and where else to take the next version from.
Out: a plan that says all that changes and all that stands against it; then, asked for, the changed project.
Never: writes with a conflict, loses an edit, or writes a part of the plan.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from handbill_generator.diagnostics import ConfigError, OutputError
from handbill_generator.manifest import read_manifest
from handbill_generator.staging import read
from handbill_generator.vendor.adding import Prepared, prepared, refuse_taken
from handbill_generator.vendor.bases import base_of, kept_base
from handbill_generator.vendor.commit import Edition, commit, recover
from handbill_generator.vendor.comparing import Compared, Side, compared
from handbill_generator.vendor.contracts import kept_contract
from handbill_generator.vendor.digests import digest, plain
from handbill_generator.vendor.facade import FACADE
from handbill_generator.vendor.merging import Conflict, merge
from handbill_generator.vendor.patching import bases_of
from handbill_generator.vendor.project import RECORD_NAME
from handbill_generator.vendor.record import Patch, Record, Vendored, read_record
from handbill_generator.vendor.record_file import written
from handbill_generator.vendor.sources import INSTALLED, Upstream, again, found, installed
from handbill_generator.vendor.state import State, edited_kept, state_of
from handbill_generator.vendor.together import facade_and_clients


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What an update does to one entry: *old* is None for a client that a facade did not have, *new* for one it lost.

    *files* are those to be written, patches merged.  *merged* were, *settled* have a patch that the next version made
    needless.  *comparison* is None where nothing can be compared: the facade, and what comes or goes.
    """

    old: Vendored | None
    new: Vendored | None
    files: Mapping[str, bytes] = field(default_factory=dict)
    kept: Mapping[str, bytes] = field(default_factory=dict)
    state: State | None = None
    conflicts: tuple[Conflict, ...] = ()
    merged: tuple[str, ...] = ()
    settled: tuple[str, ...] = ()
    comparison: Compared | None = None

    @property
    def entry(self) -> Vendored:
        """The entry as it will be, or as it was."""
        entry = self.new or self.old
        assert entry is not None
        return entry

    @property
    def changes(self) -> bool:
        """Whether there is anything to write."""
        return self.old != self.new


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """All steps of an update of the project whose record was *record*."""

    record: Record
    steps: tuple[Step, ...]

    @property
    def conflicts(self) -> tuple[tuple[Step, Conflict], ...]:
        """What stands against it."""
        return tuple((step, conflict) for step in self.steps for conflict in step.conflicts)

    @property
    def changes(self) -> bool:
        """Whether there is anything to write."""
        return any(step.changes for step in self.steps)


def plan(root: Path, names: Iterable[str], *, to: str = "", keep_edits: bool = False, today: date) -> Plan:
    """Say what an update of *names*, or of all, would do; *to* is another source, for one name.

    Raises ConfigError for names and sources that mean nothing, SpecError for what cannot be read, and OutputError for
    edits that no patch declares, unless *keep_edits* declares them.
    """
    recover(root)
    record = read_record(root)
    entries = _entries(record, tuple(names))
    if to and len(entries) != 1:
        raise ConfigError("--to is the source of one package; name it")
    steps: list[Step] = []
    for entry in entries:
        if entry.clients:
            steps += _facade_steps(root, record, entry, to=to, keep_edits=keep_edits, today=today)
        else:
            upstream = _next(root, entry, to)
            steps.append(_step(root, record, entry, upstream, keep_edits=keep_edits, today=today))
    return Plan(record=record, steps=tuple(steps))


def update(root: Path, made: Plan) -> None:
    """Do what the plan says; raises OutputError where there are conflicts, or the project changed since."""
    if made.conflicts:
        raise OutputError(f"{made.conflicts[0][0].entry.name}: has conflicts; nothing was written")
    packages = dict(made.record.packages)
    files: dict[str, bytes] = {}
    gone: list[str] = []
    seen: dict[str, bytes | None] = {RECORD_NAME: made.record.raw}
    for step in made.steps:
        if step.old and step.state:
            here = step.old.path
            seen |= {f"{here}/{path}": step.state.files.get(path) for path in step.old.files}
            gone += [f"{here}/{path}" for path in step.old.files]
            gone += [f"{step.old.kept_folder}/{path}" for path in step.old.kept]
            del packages[step.old.name]
        if step.new:
            files |= {f"{step.new.path}/{path}": raw for path, raw in step.files.items()}
            seen = dict.fromkeys(f"{step.new.path}/{path}" for path in step.files) | seen
            files |= {f"{step.new.kept_folder}/{path}": raw for path, raw in step.kept.items()}
            packages[step.new.name] = step.new
    # The order of the record stays; what is new comes last.
    ordered = {name: packages[name] for name in (*made.record.packages, *packages) if name in packages}
    raw = written(made.record, ordered)
    commit(root, Edition(files={**files, RECORD_NAME: raw}, gone=[p for p in gone if p not in files], seen=seen))


def _entries(record: Record, names: tuple[str, ...]) -> tuple[Vendored, ...]:
    wanted = [record.entry(name) for name in names] or [e for e in record.packages.values() if not record.owner(e.name)]
    for entry in wanted:
        if owner := record.owner(entry.name):
            raise ConfigError(f"{entry.name}: came with the facade {owner}; update {owner}, which brings its clients")
    return tuple({entry.name: entry for entry in wanted}.values())


def _next(root: Path, entry: Vendored, to: str) -> Upstream:
    known = read_manifest(root / entry.path)
    if not to:
        return again(entry.source, root=root, name=entry.name, package=entry.package, known=known)
    if to == INSTALLED:
        return installed(entry.package)
    upstream = found(to, root=root, package=entry.package, known=known)
    if upstream.source.place == entry.path:
        raise ConfigError(f"{to}: is the vendored package itself; name where its next version is")
    if upstream.package != entry.package:
        raise ConfigError(f'{to}: is the package "{upstream.package}", and {entry.name} is "{entry.package}"')
    return upstream


def _facade_steps(
    root: Path, record: Record, entry: Vendored, *, to: str, keep_edits: bool, today: date
) -> Iterator[Step]:
    what = to or (str(root / entry.source.place) if entry.source.place else "")
    if not what and entry.source.kind != INSTALLED:
        raise ConfigError(f"{entry.name}: came from outside of the repository; say where it is with --to")
    upstreams = facade_and_clients("" if what == INSTALLED else what, root=root)
    clients = tuple(upstream.package for upstream in upstreams[1:])
    yield _step(root, record, entry, upstreams[0], clients=clients, keep_edits=keep_edits, today=today)
    for upstream in upstreams[1:]:
        if upstream.package in entry.clients:
            yield _step(root, record, record.packages[upstream.package], upstream, keep_edits=keep_edits, today=today)
        else:
            path = f"{entry.path.rpartition('/')[0]}/{upstream.package}".lstrip("/")
            refuse_taken(root, record, upstream.package, path)
            ready = prepared(root, upstream, name=upstream.package, path=path)
            yield Step(old=None, new=ready.entry, files=ready.files, kept=ready.kept)
    for name in entry.clients:
        if name not in clients:
            lost = record.packages[name]
            state, bases = _editable(root, lost, keep_edits=False)
            against = tuple(merge(path, base=base, mine=b"", theirs=None)[1][0] for path, base in bases.items())
            yield Step(old=lost, new=None, state=state, conflicts=against)


def _step(
    root: Path,
    record: Record,
    old: Vendored,
    upstream: Upstream,
    *,
    keep_edits: bool,
    today: date,
    clients: tuple[str, ...] = (),
) -> Step:
    state, bases = _editable(root, old, keep_edits=keep_edits)
    ready = prepared(root, upstream, name=old.name, path=old.path, clients=clients, imported=old.import_name)
    _refuse_foreign(root, old, ready)
    conflicts: list[Conflict] = []
    files = dict(ready.files)
    patches: dict[str, Patch] = {}
    for path, base in bases.items():
        theirs = ready.files.get(path)
        mine = plain(state.files[path])
        merged, against = merge(path, base=base, mine=mine, theirs=theirs)
        conflicts += against
        files[path] = merged
        if theirs is not None and merged != theirs:
            known = old.patches.get(path, Patch(sha256=""))
            patches[path] = replace(known, sha256=digest(merged))
    kept = {**ready.kept, **{kept_base(path): ready.files[path] for path in patches}}
    digests = {**ready.entry.kept, **{kept_base(path): digest(ready.files[path]) for path in patches}}
    new = replace(ready.entry, patches=patches, kept=digests)
    return Step(
        old=old,
        new=new,
        files=files,
        kept=kept,
        state=state,
        conflicts=tuple(conflicts),
        merged=tuple(path for path in patches if path not in {conflict.path for conflict in conflicts}),
        settled=tuple(path for path in bases if path not in patches and path in ready.files),
        comparison=_compared(root, record, old, state, bases, upstream, today) if _moves(old, new) else None,
    )


def _moves(old: Vendored, new: Vendored) -> bool:
    return old.package != FACADE and (old.files != new.files or old.contract != new.contract)


def _editable(root: Path, entry: Vendored, *, keep_edits: bool) -> tuple[State, dict[str, bytes]]:
    """Give the folder of an entry, and the base of every patch; refuses edits that would be lost."""
    state = state_of(root, entry)
    where = f"{entry.path}/"
    if state.irregular:
        raise OutputError(f"{where}{state.irregular[0]}: is no plain file; put the file there itself, or remove it")
    first, *others = state.modified or ("",)
    if first and not keep_edits:
        what = f"declare it with handbill vendor patch {entry.name}, restore the file, or add --keep-edits"
        more = f" (and {len(others)} more)" if others else ""
        raise OutputError(f"{where}{first}{more}: was edited, and no patch says so; {what}")
    for path in edited_kept(root, entry):
        if path not in map(kept_base, entry.patches):  # of a base there may be another copy
            raise OutputError(f"{entry.kept_folder}/{path}: was edited; restore it from version control")
    bases = bases_of(root, entry, state)
    for path in entry.patches:
        if path in bases or digest(state.files[path]) == entry.files[path]:
            continue
        base = base_of(root, entry, path)
        if base is None:
            hint = f"restore {entry.kept_folder} from version control"
            raise OutputError(f"{where}{path}: the upstream text of its patch is not kept; {hint}")
        bases[path] = base
    return state, bases


def _refuse_foreign(root: Path, old: Vendored, ready: Prepared) -> None:
    for path in ready.files:
        place = f"{old.path}/{path}"
        if path not in old.files and read(root, place) is not None:
            raise OutputError(f"{place}: was not vendored, and stands where the next version has a file; move it")


def _compared(
    root: Path,
    record: Record,
    old: Vendored,
    state: State,
    bases: Mapping[str, bytes],
    upstream: Upstream,
    today: date,
) -> Compared:
    manifest = read_manifest(root / old.path)
    held = upstream.documents
    depth = len(old.import_name.split("."))
    begins = root.joinpath(*old.path.split("/")[:-depth])
    return compared(
        Side(
            package=old.package,
            files={path: plain(raw) for path, raw in {**state.files, **bases}.items()},
            symbols=manifest.symbols if manifest else {},
            contract=kept_contract(root, old),
            shown=f"{old.package} {old.contract.version if old.contract else ''}".strip(),
        ),
        Side(
            package=upstream.package,
            files=upstream.files,
            symbols=upstream.manifest.symbols if upstream.manifest else {},
            contract=held.contract if held else None,
            shown=held.shown if held else upstream.package,
        ),
        name=old.name,
        imported_as=old.import_name,
        roots=(begins, root),
        without=[root / entry.path for entry in record.packages.values()],
        today=today,
    )
