"""What `[tool.handbill]` of the nearest pyproject.toml says.

In: a folder to begin at.  Out: the clients configured there, as `Target`s with absolute paths, and how to check them.
Never: takes a path that leaves the project.

    [tool.handbill]
    output = "generated"            # the folder that holds the packages

    [tool.handbill.clients.loops]
    spec = "specs/loops/openapi.yaml"
    package = "handbill_loops"      # optional: the name of the client if left out
    overlays = ["fixes.yaml"]       # corrections of the document, in this order
    include = ["tag:campaigns"]     # only these operations: by tag, path, operationId or webhook
    exclude = ["path:/internal/*"]  # and not these

    [tool.handbill.lint]
    disable = ["tag-declared"]      # rules that are not asked for
    pages = ["saved-pages"]         # folders of documentation pages that descriptions are compared with

    [tool.handbill.diff]
    level = "types"                 # what counts: wire, call, types or import (all), each with those before it
    fail-on = "breaking"            # or risky, any, never
    accept = "handbill-accept.yaml" # the changes that may pass

    [tool.handbill.diff.deprecation]
    stable = 90                     # days of notice before a removal, by stability: draft, alpha, beta, stable

    [[tool.handbill.diff.severity]]
    id = "response-*-enum-value-added"  # patterns; any of id, pointer, operation, tag, contract; all given must match
    wire = "breaking"               # or call, types, import; or level, which is all four
    reason = "..."
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from handbill_generator.diagnostics import ConfigError, shown
from handbill_generator.targets import OverlayFile as OverlayFile
from handbill_generator.targets import Target as Target
from handbill_generator.targets import as_texts, path_inside, read_target
from handbill_generator.targets import package_name as package_name


@dataclass(frozen=True, slots=True, kw_only=True)
class LintSettings:
    """How documents are checked."""

    disable: frozenset[str] = frozenset()
    """Ids of rules."""
    pages: tuple[Path, ...] = ()
    """Folders; one that is not there, because pages are seldom kept in a repository, is left out."""


GATES = ("wire", "call", "types", "import")
LEVELS = ("compatible", "risky", "breaking")
FAIL_ON = ("breaking", "risky", "any", "never")
STABILITIES = ("draft", "alpha", "beta", "stable")
ACCEPTANCES = "handbill-accept.yaml"
_PATTERNS = ("id", "pointer", "operation", "tag", "contract")
_MOST_DAYS = 3650


@dataclass(frozen=True, slots=True, kw_only=True)
class SeverityRule:
    """How bad changes are that match all *patterns*: patterns by `id`, `pointer`, `operation`, `tag` or `contract`.

    *verdicts* has levels by gate (`wire`, `call`, `types`, `import`).
    """

    patterns: Mapping[str, str]
    verdicts: Mapping[str, str]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DiffSettings:
    """What the project says of changes; *accept* is the file of those that may pass, whether or not it is there.

    *notice* has days by stability.
    """

    accept: Path
    accept_shown: str = ACCEPTANCES
    level: str = "import"
    fail_on: str = "breaking"
    severities: tuple[SeverityRule, ...] = ()
    notice: Mapping[str, int] = field(default_factory=dict)


def configured(start: Path, names: Iterable[str]) -> tuple[Target, ...]:
    """Give the configured clients, all of them or those of *names*; raises ConfigError where that cannot be done."""
    file = _nearest(start)
    if file is None:
        raise ConfigError(f"no pyproject.toml in {start.resolve()} or above it; give SPEC, --package and --out instead")
    section = _section(file)
    clients = _table(section.get("clients", {}), "clients", file)
    output = path_inside(file.parent, section.get("output", "generated"), "output", file)
    targets = {name: read_target(name, _table(value, name, file), output, file) for name, value in clients.items()}
    if not targets:
        raise ConfigError(f"{file}: no client is configured; add [tool.handbill.clients.NAME] with a spec")
    packages = [target.package.casefold() for target in targets.values()]
    for name, target in targets.items():
        if packages.count(target.package.casefold()) > 1:
            raise ConfigError(f'{file}: client {name} shares the package "{target.package}" with another; rename one')
    for name in names:
        if name not in targets:
            raise ConfigError(f'{file}: no client is called "{name}"; there are {", ".join(sorted(targets))}')
    return tuple(targets[name] for name in (names or targets))


def lint_settings(start: Path, *, known: Collection[str]) -> LintSettings:
    """Give what [tool.handbill.lint] says, if there is one; *known* are the ids of all rules.

    Raises ConfigError for anything in it that is not known.
    """
    file = _nearest(start)
    if file is None:
        return LintSettings()
    section = _table(_section(file).get("lint", {}), "tool.handbill.lint", file)
    for key in section:
        if key not in ("disable", "pages"):
            raise ConfigError(f'{file}: tool.handbill.lint has no key "{shown(key)}"; write disable or pages')
    pages = as_texts(section.get("pages", []), "lint.pages", file)
    folders = [path_inside(file.parent, page, "lint.pages", file) for page in pages]
    disable = as_texts(section.get("disable", []), "lint.disable", file)
    return LintSettings(
        disable=rule_ids(disable, known=known, where=f"{file}: lint.disable"),
        pages=tuple(page_folder(folder) for folder in folders if folder.exists()),
    )


def project_folder(start: Path) -> Path:
    """Give the folder of the nearest pyproject.toml, or *start* where there is none; absolute, links followed."""
    file = _nearest(start)
    return file.parent if file else start.resolve()


def diff_settings(start: Path, *, known: Collection[str]) -> DiffSettings:
    """Give what [tool.handbill.diff] says; *known* are the ids that a change can have.

    Raises ConfigError for anything in it that is not known.
    """
    file = _nearest(start)
    if file is None:
        return DiffSettings(accept=start.resolve() / ACCEPTANCES)
    section = _table(_section(file).get("diff", {}), "tool.handbill.diff", file)
    where = f"{file}: diff"
    _known_keys(section, ("level", "fail-on", "accept", "severity", "deprecation"), where)
    rules = section.get("severity", [])
    if not isinstance(rules, list):
        raise ConfigError(f"{where}.severity must be a list of tables; write [[tool.handbill.diff.severity]]")
    accept = section.get("accept", ACCEPTANCES)
    notice = _table(section.get("deprecation", {}), "tool.handbill.diff.deprecation", file)
    _known_keys(notice, STABILITIES, f"{where}.deprecation")
    return DiffSettings(
        accept=path_inside(file.parent, accept, "diff.accept", file),
        accept_shown=str(accept),
        level=_one_of(section.get("level", "import"), GATES, f"{where}.level"),
        fail_on=_one_of(section.get("fail-on", "breaking"), FAIL_ON, f"{where}.fail-on"),
        severities=tuple(
            _severity(rule, known, f"{where}.severity, rule {number}") for number, rule in enumerate(rules, 1)
        ),
        notice={name: _days(value, f"{where}.deprecation.{name}") for name, value in notice.items()},
    )


def rule_ids(ids: Iterable[str], *, known: Collection[str], where: str) -> frozenset[str]:
    """Check the *ids* of rules that stand at *where*; raises ConfigError for one that is not *known*."""
    asked = frozenset(ids)
    for name in sorted(asked.difference(known)):
        raise ConfigError(f'{where}: no rule is called "{shown(name)}"; there are {", ".join(sorted(known))}')
    return asked


def page_folder(folder: Path) -> Path:
    """Check a folder of pages; raises ConfigError where it is none."""
    if not folder.is_dir():
        raise ConfigError(f"{folder}: there is no such folder of pages; give one that holds text files")
    return folder


def _severity(rule: object, known: Collection[str], where: str) -> SeverityRule:
    if not isinstance(rule, dict):
        raise ConfigError(f"{where} must be a table")
    _known_keys(rule, (*_PATTERNS, "level", *GATES, "reason"), where)
    patterns = {name: _text(rule[name], f"{where}: {name}") for name in _PATTERNS if name in rule}
    if not patterns:
        raise ConfigError(f"{where} matches everything; give one of {', '.join(_PATTERNS)}")
    if "id" in patterns and not any(fnmatchcase(id, patterns["id"]) for id in known):
        hint = "handbill diff --explain ID tells what there is"
        raise ConfigError(f'{where}: no change has an id like "{shown(patterns["id"])}"; {hint}')
    if not patterns.get("pointer", "#").startswith(("#", "*")):
        raise ConfigError(f"{where}: pointer must begin with #, as #/components/schemas/Campaign/*")
    verdicts = {gate: _one_of(rule["level"], LEVELS, f"{where}: level") for gate in GATES if "level" in rule}
    verdicts |= {gate: _one_of(rule[gate], LEVELS, f"{where}: {gate}") for gate in GATES if gate in rule}
    if not verdicts:
        raise ConfigError(f"{where} says no level; give level, or one of {', '.join(GATES)}")
    if "reason" not in rule:
        raise ConfigError(f"{where} has no reason; say why the level is another for this project")
    return SeverityRule(patterns=patterns, verdicts=verdicts, reason=_text(rule["reason"], f"{where}: reason"))


def _known_keys(table: dict[str, Any], names: Collection[str], where: str) -> None:
    for key in table:
        if key not in names:
            raise ConfigError(f'{where} has no key "{shown(key)}"; there are {", ".join(names)}')


def _text(value: object, where: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ConfigError(f"{where} must be text")
    return value


def _one_of(value: object, words: Collection[str], where: str) -> str:
    if not isinstance(value, str) or value not in words:
        raise ConfigError(f"{where} must be one of {', '.join(words)}")
    return value


def _days(value: object, where: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= _MOST_DAYS:
        raise ConfigError(f"{where} must be a number of days, from 0 to {_MOST_DAYS}")
    return value


def _nearest(start: Path) -> Path | None:
    folder = start.resolve()
    files = (above / "pyproject.toml" for above in (folder, *folder.parents))
    return next((file for file in files if file.is_file()), None)


def _section(file: Path) -> dict[str, Any]:
    try:
        document = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise ConfigError(f"{file}: cannot be read: {error}") from None
    return _table(_table(document.get("tool", {}), "tool", file).get("handbill", {}), "tool.handbill", file)


def _table(value: object, name: str, file: Path) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ConfigError(f"{file}: {name} must be a table")
    return value
