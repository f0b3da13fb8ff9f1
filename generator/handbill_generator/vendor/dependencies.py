"""What a vendored package imports, and what must be installed for it.

In: its files.  Out: requirements, with the ranges of handbill's own pyproject.toml.
Never: imports anything.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, requires

from packaging.requirements import Requirement

from handbill_generator.diagnostics import SpecError

_OURS = "handbill"


def dependencies(files: Mapping[str, bytes], *, package: str) -> tuple[str, ...]:
    """Give the requirements of a package by its imports.

    Raises SpecError for a package that would not work under another path, because it names itself, a sibling or the
    generator in an import that is not relative.
    """
    wanted: set[str] = set()
    for path, node, names in _absolute(files):
        for name in names:
            root = name.split(".")[0]
            if root == package or root.startswith(_OURS):
                raise SpecError(
                    f"{path}:{node.lineno}: imports {name}, so the package works under its own name alone",
                    hint="generate it again with this version of handbill",
                )
            if root not in sys.stdlib_module_names:
                wanted.add(root)
    ranges = _ranges()
    return tuple(ranges.get(root, root) for root in sorted(wanted))


def absolute_imports(text: bytes, path: str) -> Iterator[tuple[ast.Import | ast.ImportFrom, list[str]]]:
    """Give the imports of a module that are not relative, with the modules they name; raises SpecError."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise SpecError(f"{path}: is no Python that this version can read", hint="generate the package again") from None
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield node, [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield node, [node.module or ""]


def _absolute(files: Mapping[str, bytes]) -> Iterator[tuple[str, ast.Import | ast.ImportFrom, list[str]]]:
    for path in sorted(files):
        if path.endswith(".py"):
            for node, names in absolute_imports(files[path], path):
                yield path, node, names


def _ranges() -> dict[str, str]:
    """Give what handbill itself requires without extras, by the name that is imported."""
    try:
        stated = [Requirement(line) for line in requires(_OURS) or ()]
    except PackageNotFoundError:
        return {}
    plain = [wanted for wanted in stated if wanted.marker is None]
    return {wanted.name.replace("-", "_"): f"{wanted.name}{wanted.specifier}" for wanted in plain}
