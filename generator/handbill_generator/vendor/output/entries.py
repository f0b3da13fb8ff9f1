"""Write entries of the record: what was vendored, and what the project has to do for it.

In: entries.  Out: lines, or JSON values.
Never: does any of it.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from handbill_generator.diagnostics import one_line
from handbill_generator.vendor.project import unmade_packages
from handbill_generator.vendor.record import Vendored


def told(entry: Vendored) -> dict[str, Any]:
    """Give an entry as JSON."""
    contract = entry.contract
    return {
        "name": entry.name,
        "path": entry.path,
        "import": entry.import_name,
        "package": entry.package,
        "handbill": entry.handbill,
        "contract": {"title": contract.title, "version": contract.version, "sha256": contract.sha256}
        if contract
        else None,
        "source": {"kind": entry.source.kind, "place": entry.source.place, "name": entry.source.name},
        "dependencies": list(entry.dependencies),
        "files": len(entry.files),
        "patches": sorted(entry.patches),
        "clients": list(entry.clients),
    }


def row(entry: Vendored) -> str:
    """Give the line of an entry in a list."""
    source = entry.source
    origin = " ".join(filter(None, (source.kind, source.name, source.place)))
    patches = f", {len(entry.patches)} patched" if entry.patches else ""
    return one_line(f"{entry.name}: {version(entry)} in {entry.path}, {len(entry.files)} files{patches}, from {origin}")


def version(entry: Vendored) -> str:
    """Say what an entry is: the title and version of its contract, or the package where none is known."""
    if entry.contract and entry.contract.title:
        return one_line(f"{entry.contract.title} {entry.contract.version}")
    return one_line(entry.package)


def install_command(entries: Iterable[Vendored]) -> tuple[str, str]:
    """Give how uv and pip add what *entries* need, empty where they need nothing."""
    needs = sorted({line for entry in entries for line in entry.dependencies})
    quoted = " ".join(map(shlex.quote, needs))
    return (f"uv add {quoted}", f"pip install {quoted}") if needs else ("", "")


def added(root: Path, entries: Sequence[Vendored]) -> Iterator[str]:
    """Give the lines of what was added, and of what is left to do."""
    for entry in entries:
        yield row(entry)
        yield f"  import {one_line(entry.import_name)}"
    uv, pip = install_command(entries)
    if uv:
        yield f"the project needs what they import: {uv}"
        yield f"                                or: {pip}"
    unmade = sorted({folder for entry in entries for folder in unmade_packages(root, entry.path)})
    for folder in unmade:
        yield one_line(
            f"note: {folder} has no __init__.py: Python and mypy -p import it as a namespace package; "
            "builds that look for packages (find: of setuptools) need one"
        )
