"""Find where a project's own source uses symbols of a vendored package that change.

In: the project's files, the package as it is vendored now, and what changes in it.  Out: `Use`s with file and line.
Never: imports or runs the project; a use that it calls certain was followed from an import.

`sources` parses, `kinds` are the words, `package` answers for the vendored package and `project` for the project's own
modules, `inference` says what an expression is, `references` walks a file.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from handbill_generator.changes.model import SymbolChange
from handbill_generator.changes.python import Emitted
from handbill_generator.vendor.usage.package import Package
from handbill_generator.vendor.usage.project import Project
from handbill_generator.vendor.usage.reference import Reference
from handbill_generator.vendor.usage.references import references
from handbill_generator.vendor.usage.replacements import replacement
from handbill_generator.vendor.usage.sources import SourceFile, read_sources

__all__ = ["Use", "breaks", "uses"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A place in the project's source that *change* reaches; *code* is its line.

    *instead* is the symbol that takes the place of one that goes, empty where none stands out.  *is_certain* is false
    where an attribute has the name of a member that goes, of something that could not be followed to an import.
    """

    path: Path
    line: int
    column: int
    change: SymbolChange
    code: str
    instead: str
    is_certain: bool


def uses(
    roots: Sequence[Path],
    *,
    imported_as: str,
    old: Emitted,
    new: Emitted,
    symbols: Iterable[SymbolChange],
    without: Collection[Path] = (),
) -> tuple[Use, ...]:
    """Give the places below *roots* that use one of *symbols* that breaks, in the order of files and lines.

    *roots* are the folders that the project's modules are imported from, *imported_as* is what the vendored package is
    imported as, such as `acme._vendor.handbill_loops`; *old* and *new* are that package before and after.  *without*
    are folders that are not the project's own source: the vendored packages themselves.

    Raises SpecError for a package whose files are not as they were emitted.
    """
    changes = _Changes(symbols, old.package)
    sources = read_sources(roots, without=without)
    before, after = (Project(sources, Package(package.surface), imported_as) for package in (old, new))
    found: dict[tuple[Path, int, int, str], Use] = {}
    for source in sources:
        referred = references(source, before)
        if not any(reference.is_certain for reference in referred):
            continue
        kept = {(each.line, each.column) for each in references(source, after) if each.is_certain and each.is_there}
        for reference in referred:
            for change in changes.reached(reference, is_kept=(reference.line, reference.column) in kept):
                use = _use(source, reference, change, changes.instead[change.symbol])
                # Where only a name is known, one change is enough to look there.
                found.setdefault((use.path, use.line, use.column, change.symbol if use.is_certain else ""), use)
    return tuple(sorted(found.values(), key=lambda use: (use.path, use.line, use.column, use.change.symbol)))


class _Changes:
    """The changes by what a reference names."""

    def __init__(self, symbols: Iterable[SymbolChange], package: str) -> None:
        symbols = tuple(symbols)
        self.instead = {change.symbol: replacement(change, symbols) for change in symbols}
        self._of: dict[str, list[SymbolChange]] = {}
        self._arguments: dict[str, list[tuple[str, SymbolChange]]] = {}
        self._members: dict[str, list[SymbolChange]] = {}
        for change in (each for each in symbols if breaks(each)):
            symbol = change.symbol.removeprefix(f"{package}.")
            holder, _, argument = symbol.removesuffix(")").partition("(")
            if argument.endswith("="):
                self._arguments.setdefault(holder, []).append((argument.removesuffix("="), change))
                continue
            self._of.setdefault(holder, []).append(change)
            owner, _, member = holder.rpartition(".")
            if owner.startswith("models."):
                # A field is an argument of its class, too.
                self._arguments.setdefault(owner, []).append((member, change))
                if change.kind in ("removed", "renamed"):
                    self._members.setdefault(f".{member}", []).append(change)

    def reached(self, reference: Reference, *, is_kept: bool) -> Iterator[SymbolChange]:
        """Give the changes that *reference* meets; *is_kept* says that what it names is there afterwards, too."""
        if not reference.is_certain:
            yield from self._members.get(reference.symbol, ())
            return
        symbol = _sync(reference.symbol)
        if reference.arguments is None:
            yield from self._of.get(symbol, ())
            if not is_kept and symbol not in self._of:
                # Its class is gone, and what comes in its place has no such member.
                yield from (each for each in self._of.get(symbol.rpartition(".")[0], ()) if each.kind == "removed")
            return
        for argument, change in self._arguments.get(symbol, ()):
            if argument in reference.arguments or (change.kind == "became-required" and _omits(reference, argument)):
                yield change


def breaks(change: SymbolChange) -> bool:
    """Whether code that uses the symbol may have to change."""
    return max(change.call.rank, change.types.rank, change.imports.rank) > 0


def _omits(call: Reference, argument: str) -> bool:
    """Whether a call surely does not give *argument*: not by name, and not in a whole body or in `**values`."""
    return not (call.is_open or argument in (call.arguments or ()) or "body" in (call.arguments or ()))


def _sync(symbol: str) -> str:
    """Give the name of the sync twin: the async one changes with it, and is not named."""
    *above, owner, member = ["", *symbol.split(".")] if "." not in symbol else symbol.split(".")
    if owner.startswith("Async"):
        return ".".join([*above, owner.removeprefix("Async"), member])
    if member.startswith("Async"):
        return ".".join([*above, owner, member.removeprefix("Async")]).lstrip(".")
    return symbol


def _use(source: SourceFile, reference: Reference, change: SymbolChange, instead: str) -> Use:
    code = source.lines[reference.line - 1].strip() if reference.line <= len(source.lines) else ""
    return Use(
        path=source.path,
        line=reference.line,
        column=reference.column,
        change=change,
        code=code,
        instead=instead,
        is_certain=reference.is_certain,
    )
