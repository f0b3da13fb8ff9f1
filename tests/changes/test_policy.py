"""Laws of the project's own rules: strict to read, and never milder than was asked for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from handbill_generator.changes.model import Change, Direction, Effect, Level, Side
from handbill_generator.changes.policy import apply
from handbill_generator.config import DiffSettings, SeverityRule, diff_settings, project_folder
from handbill_generator.diagnostics import ConfigError, Position

CHANGE = Change(
    id="response-property-enum-value-added",
    contract="specs/loops/openapi.yaml",
    direction=Direction.response,
    effect=Effect.widens,
    wire=Level.breaking,
    message="m",
    where="w",
    old=Side(pointer="#/components/schemas/Old/properties/a", position=Position("a", 1, 1)),
    new=Side(pointer="#/components/schemas/New/properties/a", position=Position("a", 1, 1)),
    operations=("GET /v1/a", "POST /v1/b/c"),
    tags=("A", "B"),
    fingerprint="f",
)
ALL = {"id": "*"}
KNOWN = {CHANGE.id, "endpoint-added"}


def configured(folder: Path, text: str) -> DiffSettings:
    (folder / "pyproject.toml").write_text(text)
    return diff_settings(folder, known=KNOWN)


def rule(patterns: dict[str, str], reason: str = "ours", verdicts: dict[str, str] | None = None) -> SeverityRule:
    return SeverityRule(patterns=patterns, verdicts=verdicts or {"wire": "risky"}, reason=reason)


@pytest.mark.parametrize(
    "patterns",
    [
        {"id": "response-*-added"},
        {"contract": "specs/*"},
        {"pointer": "#/components/schemas/Old/*"},
        {"pointer": "#/components/schemas/New/*"},
        {"operation": "* /v1/*"},
        {"tag": "[AB]"},
        {"id": "*", "tag": "*", "operation": "*", "contract": "*", "pointer": "*"},
    ],
)
def test_a_rule_that_matches_gives_its_level_and_reason(patterns: dict[str, str]) -> None:
    """By id, contract, pointer of either side, operation or tag."""
    (ruled,) = apply([CHANGE], [rule(patterns)])
    assert (ruled.wire, ruled.policy) == (Level.risky, "ours")


@pytest.mark.parametrize(
    "patterns",
    [
        {"id": "request-*"},
        {"contract": "loops"},
        {"pointer": "#/paths/*"},
        {"operation": "DELETE *"},
        {"tag": "C"},
        {"id": "*", "tag": "C"},
        {"id": "request-*", "tag": "*"},
    ],
)
def test_all_that_a_rule_names_must_match(patterns: dict[str, str]) -> None:
    """Otherwise the change stays as it is."""
    assert apply([CHANGE], [rule(patterns)]) == (CHANGE,)


@pytest.mark.parametrize("patterns", [{"operation": "GET *"}, {"tag": "A"}])
def test_a_rule_for_one_operation_does_not_hide_what_others_suffer(patterns: dict[str, str]) -> None:
    """A shared component becomes milder only where all that it reaches are named, and worse where one is."""
    assert apply([CHANGE], [rule(patterns)]) == (CHANGE,)
    (worse,) = apply([replace(CHANGE, wire=Level.compatible)], [rule(patterns)])
    assert worse.wire is Level.risky


def test_a_change_without_operations_matches_no_pattern_of_them() -> None:
    """What is true of all of none is no reason."""
    alone = replace(CHANGE, operations=(), tags=())
    assert apply([alone], [rule({"operation": "*"}), rule({"tag": "*"})]) == (alone,)


def test_a_later_rule_has_the_last_word() -> None:
    """And its reason is the one that is told; a rule that changes nothing is not told."""
    first, second = rule(ALL, "first"), rule(ALL, "second", {"wire": "compatible", "import": "breaking"})
    (ruled,) = apply([CHANGE], [first, second])
    assert (ruled.wire, ruled.imports, ruled.policy) == (Level.compatible, Level.breaking, "second")
    assert apply([CHANGE], [rule(ALL, verdicts={"wire": "breaking"})]) == (CHANGE,)


def test_settings_are_read(tmp_path: Path) -> None:
    """All of them, from the nearest pyproject.toml."""
    text = """
    [tool.handbill.diff]
    level = "types"
    fail-on = "risky"
    accept = "ci/accept.yaml"
    [tool.handbill.diff.deprecation]
    stable = 90
    [[tool.handbill.diff.severity]]
    id = "endpoint-*"
    level = "compatible"
    types = "risky"
    reason = "so it is"
    """
    (tmp_path / "below").mkdir()
    settings = configured(tmp_path, text)
    assert diff_settings(tmp_path / "below", known=KNOWN) == settings
    assert project_folder(tmp_path / "below") == tmp_path
    assert (settings.level, settings.fail_on, settings.accept_shown) == ("types", "risky", "ci/accept.yaml")
    assert settings.accept == tmp_path / "ci" / "accept.yaml"
    assert settings.notice == {"stable": 90}
    (severity,) = settings.severities
    assert severity.patterns == {"id": "endpoint-*"}
    assert severity.verdicts == {"wire": "compatible", "call": "compatible", "types": "risky", "import": "compatible"}


def test_there_need_be_no_settings(tmp_path: Path) -> None:
    """Then everything counts, and what is breaking fails."""
    settings = configured(tmp_path, "")
    assert (settings.level, settings.fail_on, settings.severities, settings.notice) == ("import", "breaking", (), {})
    assert settings.accept == tmp_path / "handbill-accept.yaml"


SEVERITY = "[[tool.handbill.diff.severity]]\n"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[tool.handbill.diff]\nlevl = 'wire'", 'no key "levl"'),
        ("[tool.handbill.diff]\nlevel = 'imports'", "level must be one of wire"),
        ("[tool.handbill.diff]\nfail-on = ['breaking']", "fail-on must be one of"),
        ("[tool.handbill.diff]\naccept = '../x.yaml'", "leads out of the project"),
        ("[tool.handbill]\ndiff = 1", "must be a table"),
        ("[tool.handbill.diff]\nseverity = {id = 'x'}", "must be a list of tables"),
        ("[tool.handbill.diff]\nseverity = [1]", "rule 1 must be a table"),
        ("[tool.handbill.diff.deprecation]\nlts = 1", 'no key "lts"'),
        ("[tool.handbill.diff.deprecation]\nstable = true", "number of days"),
        ("[tool.handbill.diff.deprecation]\nstable = -1", "number of days"),
        (SEVERITY + "id = 'endpoint-*'\nlevel = 'risky'", "has no reason"),
        (SEVERITY + "id = 'endpoint-*'\nlevel = 'risky'\nreason = ' '", "reason must be text"),
        (SEVERITY + "id = 'endpoint-*'\nreason = 'r'", "says no level"),
        (SEVERITY + "level = 'risky'\nreason = 'r'", "matches everything"),
        (SEVERITY + "id = 'endpiont-*'\nlevel = 'risky'\nreason = 'r'", 'no change has an id like "endpiont-*"'),
        (SEVERITY + "pointer = '/paths/*'\nlevel = 'risky'\nreason = 'r'", "pointer must begin with #"),
        (SEVERITY + "id = 'endpoint-*'\nwire = 'error'\nreason = 'r'", "wire must be one of compatible"),
        (SEVERITY + "id = 'endpoint-*'\nimports = 'risky'\nreason = 'r'", 'no key "imports"'),
    ],
)
def test_what_is_not_known_is_refused(tmp_path: Path, text: str, says: str) -> None:
    """A typing error never turns a gate off."""
    with pytest.raises(ConfigError) as caught:
        configured(tmp_path, text)
    assert says in str(caught.value)
    assert str(tmp_path / "pyproject.toml") in str(caught.value)
