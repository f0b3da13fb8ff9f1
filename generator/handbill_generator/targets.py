"""One client to emit, as a configuration or a command line says it.

In: the table of a client.  Out: a `Target`.
Never: takes a path that leaves the project, or a key that it does not know.
"""

from __future__ import annotations

import keyword
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from handbill_generator.diagnostics import ConfigError, shown
from handbill_generator.filters import ALL, Filters, read_filters

_KEYS = ("spec", "package", "overlays", "include", "exclude")


@dataclass(frozen=True, slots=True, kw_only=True)
class OverlayFile:
    """The path of an overlay, and what messages call it."""

    path: Path
    shown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One package to emit: the document *spec*, shown to people as *shown*, becomes *package* below *output*.

    *overlays* are applied to it in their order, and *filters* say which of its operations are wanted.
    """

    name: str
    spec: Path
    shown: str
    package: str
    output: Path
    overlays: tuple[OverlayFile, ...] = ()
    filters: Filters = ALL

    @property
    def folder(self) -> Path:
        """The folder of the package."""
        return self.output / self.package


def read_target(name: str, client: dict[str, Any], output: Path, file: Path) -> Target:
    """Read the table of the *client* called *name* in *file*, a pyproject.toml; raises ConfigError."""
    for key in client:
        if key not in _KEYS:
            raise ConfigError(f'{file}: client {name} has no key "{shown(key)}"; there are {", ".join(_KEYS)}')
    if "spec" not in client:
        raise ConfigError(f'{file}: client {name} has no spec; add spec = "path/to/openapi.yaml"')
    where = f"{file}: {name}."
    return Target(
        name=name,
        spec=path_inside(file.parent, client["spec"], f"{name}.spec", file),
        shown=str(client["spec"]),
        package=package_name(str(client.get("package", name))),
        output=output,
        overlays=tuple(
            OverlayFile(path=path_inside(file.parent, path, f"{name}.overlays", file), shown=path)
            for path in as_texts(client.get("overlays", []), f"{name}.overlays", file)
        ),
        filters=read_filters(
            as_texts(client.get("include", []), f"{name}.include", file),
            as_texts(client.get("exclude", []), f"{name}.exclude", file),
            where=where,
        ),
    )


def package_name(name: str) -> str:
    """Check the name of a package; raises ConfigError for one that Python could not import."""
    if not name.isidentifier() or not name.isascii() or keyword.iskeyword(name):
        raise ConfigError(f'"{name}" cannot be imported as a package; use letters, digits and underscores, no keyword')
    return name


def path_inside(root: Path, value: object, name: str, file: Path) -> Path:
    """Give the path below *root* that *name* says in *file*; raises ConfigError for one that leads out of it."""
    if not isinstance(value, str) or not value:
        raise ConfigError(f"{file}: {name} must be a path")
    try:
        path = (root / value).resolve()
    except ValueError:
        raise ConfigError(f"{file}: {name} is no path: {value}") from None
    if not path.is_relative_to(root):
        raise ConfigError(f"{file}: {name} leads out of the project: {value}")
    return path


def as_texts(values: object, name: str, file: Path) -> list[str]:
    """Give the strings that *name* says in *file*; raises ConfigError where it says something else."""
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise ConfigError(f"{file}: {name} must be a list of strings")
    return values
