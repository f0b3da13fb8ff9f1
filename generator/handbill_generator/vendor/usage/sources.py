"""The Python files of a project, parsed.

In: folders that hold importable modules.  Out: a `SourceFile` each.
Never: imports or runs anything; follows a link out of a folder.
"""

from __future__ import annotations

import ast
import os
import warnings
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

_SKIPPED = frozenset({"__pycache__", "node_modules", "site-packages", "build", "dist", "venv"})
_MAX_BYTES = 2_000_000
"""Nobody writes such a file by hand; what is generated does not call a client."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A module; *name* is what it is imported as, *is_package* tells an `__init__.py`."""

    name: str
    path: Path
    is_package: bool
    tree: ast.Module = field(repr=False)
    lines: tuple[str, ...] = field(repr=False)


def read_sources(roots: Sequence[Path], *, without: Collection[Path]) -> tuple[SourceFile, ...]:
    """Parse the Python files below *roots*, which are folders that modules are imported from; *without* some folders.

    A file below two of them belongs to the inner one.  What is no Python, or too large, is passed over.
    """
    inner_first = sorted({root.resolve() for root in roots}, key=lambda root: -len(root.parts))
    left_out = {folder.resolve() for folder in without}
    found: dict[Path, SourceFile] = {}
    for root in inner_first:
        for path in _python_files(root, left_out):
            if path not in found and (source := _parsed(path, root)):
                found[path] = source
    return tuple(found[path] for path in sorted(found))


def _python_files(root: Path, left_out: Collection[Path]) -> Iterator[Path]:
    for folder, folders, files in os.walk(root):
        here = Path(folder)
        folders[:] = sorted(name for name in folders if _is_ours(here / name) and here / name not in left_out)
        yield from (here / name for name in sorted(files) if name.endswith(".py") and not (here / name).is_symlink())


def _is_ours(folder: Path) -> bool:
    name = folder.name
    return not (name.startswith(".") or name in _SKIPPED or (folder / "pyvenv.cfg").exists())


def _parsed(path: Path, root: Path) -> SourceFile | None:
    try:
        if path.stat().st_size > _MAX_BYTES:
            return None
        text = path.read_text(encoding="utf-8")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # an invalid escape in somebody's string is not our matter
            tree = ast.parse(text)
    except (OSError, ValueError, SyntaxError, RecursionError, MemoryError):
        return None
    parts = path.relative_to(root).with_suffix("").parts
    is_package = parts[-1] == "__init__"
    name = ".".join(parts[:-1] if is_package else parts)
    return SourceFile(name=name, path=path, is_package=is_package, tree=tree, lines=tuple(text.splitlines()))
