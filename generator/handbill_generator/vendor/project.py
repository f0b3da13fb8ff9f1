"""The project that is vendored into: where it is, and how Python calls a folder of it.

In: folders.  Out: the root, paths below it, names of packages.
Never: leads out of the project, or goes through a symlink in it.
"""

from __future__ import annotations

import os
import stat
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from handbill_generator.config import package_name
from handbill_generator.diagnostics import ConfigError
from handbill_generator.manifest import path_fault, prefixes
from handbill_generator.staging import mode_of

RECORD_NAME = "handbill-vendor.toml"
KEPT_FOLDER = ".handbill-vendor"
PROJECT_NAME = "pyproject.toml"


def project_root(start: Path) -> Path:
    """Give the nearest folder that has a record or a pyproject.toml, *start* where there is none; absolute."""
    folder = start.resolve()
    names = (RECORD_NAME, PROJECT_NAME)
    return next((above for above in (folder, *folder.parents) if any((above / n).is_file() for n in names)), folder)


def inside(path: Path, root: Path, *, what: str) -> str:
    """Give *path* below *root* with slashes, "." for *root* itself; raises ConfigError where it is not below."""
    absolute = Path(os.path.abspath(path))
    # The current folder may have been reached by a link, the root is without.
    for candidate in (absolute, absolute.parent.resolve() / absolute.name):
        if candidate == root:
            return "."
        if candidate.is_relative_to(root):
            relative = candidate.relative_to(root).as_posix()
            if fault := path_fault(relative):
                raise ConfigError(f'{what}: "{relative}" {fault}; choose another folder')
            if link := link_on(root, relative):
                raise ConfigError(f"{what}: {link} is a symlink; handbill does not write through it, name its target")
            return relative
    raise ConfigError(f"{what}: {path} leads out of the project {root.name}; name a folder of the project")


def link_on(root: Path, path: str) -> str:
    """Give the first part of *path* below *root* that is a symlink, or an empty text."""
    return next((prefix for prefix in prefixes(path) if stat.S_ISLNK(mode_of(root / prefix))), "")


def import_name(root: Path, path: str) -> str:
    """Give the dotted name of the folder *path* of a project, empty for a folder that imports begin at.

    Raises ConfigError for a folder that Python cannot import.
    """
    begins = _import_root(root, path)
    below = path.removeprefix(begins).strip("/") if begins != "." else path.strip("./")
    parts = below.split("/") if below else []
    try:
        return ".".join(map(package_name, parts))
    except ConfigError as error:
        raise ConfigError(f"{path}: {error}") from None


def unmade_packages(root: Path, path: str) -> tuple[str, ...]:
    """Give the folders above the package at *path*, up to where imports begin, that have no `__init__.py`."""
    begins = _import_root(root, path)
    above = [prefix for prefix in prefixes(path)[:-1] if begins == "." or len(prefix) > len(begins)]
    return tuple(prefix for prefix in above if not (root / prefix / "__init__.py").is_file())


def _import_root(root: Path, path: str) -> str:
    """Give the innermost folder above or at *path* that imports begin at: `src`, what tools are told of, or "."."""
    best = "."
    for candidate in ("src", *_declared_roots(root)):
        within = path == candidate or path.startswith(f"{candidate}/")
        if within and len(candidate) > len(best) and not (root / candidate / "__init__.py").is_file():
            best = candidate
    return best


def _declared_roots(root: Path) -> Iterator[str]:
    """Give the folders that pyproject.toml tells its tools to import from; a broken one tells nothing here."""
    try:
        tool = tomllib.loads((root / PROJECT_NAME).read_text(encoding="utf-8")).get("tool", {})
    except (OSError, ValueError, RecursionError):
        return
    for keys in (
        ("setuptools", "packages", "find", "where"),
        ("setuptools", "package-dir", ""),
        ("pytest", "ini_options", "pythonpath"),
        ("mypy", "mypy_path"),
        ("pyright", "extraPaths"),
    ):
        value: Any = tool
        for key in keys:
            value = value.get(key) if isinstance(value, dict) else None
        for folder in value if isinstance(value, list) else [value]:
            if isinstance(folder, str) and (clean := os.path.normpath(folder).replace(os.sep, "/")) != ".":
                yield clean
