"""Laws of edits: made in the contract, it says what the page says, and nothing else but what follows."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from handbill_generator.bundle import bundle
from handbill_generator.contract import Contract
from handbill_generator.docs.findings import Edit, Finding, Kind
from handbill_generator.docs.grounding import Places, applied, grounded, key_of, suggested
from handbill_generator.docs.grounding.edits_statuses import described
from handbill_generator.docs.model import Attribute, Fact, Side, path_of
from handbill_generator.lint import lint
from handbill_generator.load import load
from handbill_generator.round_trip import save
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.docs.grounding_choir import CHOIR, contract_at, contract_of, facts_of, finding, told

OLD = CHOIR.replace("3.1.0", "3.0.3").replace('type: [integer, "null"]', "type: integer, nullable: true")


class Case(NamedTuple):
    """A finding, the line that is to be stated, and the line that is not to be stated any more."""

    finding: Finding
    has: str
    lacks: str


def body(path: str, kind: Kind, attribute: Attribute, has: str = "", lacks: str = "", **said: Any) -> Case:
    """Give a case on the request."""
    return Case(finding(kind, attribute, path=path_of(path), **said), has, lacks)


CASES = [
    body("body/verse", Kind.missing, Attribute.exists, "request body/verse exists True", old=(True,)),
    body("body/extra/deep", Kind.added, Attribute.exists, "request body/extra/deep exists True", new=(True,)),
    body("query/page", Kind.added, Attribute.exists, "request query/page exists True", new=(True,)),
    body("body/note", Kind.undocumented, Attribute.exists, "", "request body/note exists True", new=(True,)),
    body("body/title", Kind.removed, Attribute.exists, "", "request body/title exists True", old=(True,)),
    body("query/voices", Kind.removed, Attribute.exists, "", "request query/voices exists True", old=(True,)),
    body(
        "body/title",
        Kind.changed,
        Attribute.exists,
        "request body/name required True",
        "request body/title exists True",
        names=("title", "name"),
    ),
    body(
        "query/dryRun",
        Kind.changed,
        Attribute.exists,
        "request query/trial type boolean",
        "request query/dryRun exists True",
        names=("dryRun", "trial"),
    ),
    body("body/key", Kind.added, Attribute.enum, "request body/key enum modal", new=("modal",)),
    body(
        "body/key", Kind.missing, Attribute.enum, "request body/key enum modal", old=("modal",), new=("major", "minor")
    ),
    body(
        "body/key", Kind.undocumented, Attribute.enum, "", "request body/key enum minor", old=("major",), new=("minor",)
    ),
    body("body/note", Kind.missing, Attribute.enum, "request body/note enum loud", old=("loud", "soft")),
    body("body/tempo", Kind.missing, Attribute.enum, "request body/tempo enum 60", old=(60, 90)),
    body(
        "body/note", Kind.contradicted, Attribute.nullable, "request body/note nullable True", old=(True,), new=(False,)
    ),
    body(
        "body/tempo",
        Kind.contradicted,
        Attribute.nullable,
        "request body/tempo nullable False",
        old=(False,),
        new=(True,),
    ),
    body(
        "body/key", Kind.contradicted, Attribute.nullable, "request body/key nullable True", old=(True,), new=(False,)
    ),
    body("body/note", Kind.changed, Attribute.required, "request body/note required True", old=(False,), new=(True,)),
    body(
        "body/title",
        Kind.contradicted,
        Attribute.required,
        "request body/title required False",
        old=(True,),
        new=(True,),
    ),
    body(
        "query/voices",
        Kind.contradicted,
        Attribute.required,
        "request query/voices required False",
        old=(False,),
        new=(True,),
    ),
    body("body", Kind.contradicted, Attribute.required, "request body required False", old=(False,), new=(True,)),
    body(
        "body/extra",
        Kind.contradicted,
        Attribute.type,
        "request body/extra type string",
        old=("string",),
        new=("object",),
    ),
    body(
        "body/title",
        Kind.changed,
        Attribute.max_length,
        "request body/title maxLength 99",
        "request body/title maxLength 80",
        new=(99,),
    ),
    body("body/tempo", Kind.contradicted, Attribute.multiple_of, "request body/tempo multipleOf 5", old=(5,)),
    body("body/title", Kind.contradicted, Attribute.format, "request body/title format uuid", old=("uuid",)),
    body("body/note", Kind.changed, Attribute.default, "request body/note default hum", new=("hum",)),
    body(
        "body/note",
        Kind.contradicted,
        Attribute.read_only,
        "",
        "request body/note readOnly True",
        old=(False,),
        new=(True,),
    ),
    body("query/voices", Kind.changed, Attribute.deprecated, "", "request query/voices deprecated True", new=(False,)),
    body("", Kind.changed, Attribute.deprecated, "neither deprecated True", new=(True,), side=Side.neither),
    body(
        "",
        Kind.missing,
        Attribute.exists,
        "response 409 body/code enum SONG_LOCKED",
        old=(True,),
        side=Side.response,
        status="409",
    ),
    body("", Kind.missing, Attribute.exists, "response 202 exists True", old=(True,), side=Side.response, status="202"),
    body(
        "",
        Kind.removed,
        Attribute.exists,
        "",
        "response 404 exists True",
        old=(True,),
        side=Side.response,
        status="404",
    ),
    body(
        "",
        Kind.missing,
        Attribute.code,
        "response 404 code SONG_TOO_LONG",
        old=("SONG_TOO_LONG",),
        side=Side.response,
        status="404",
    ),
    body(
        "",
        Kind.removed,
        Attribute.code,
        "",
        "response 404 code SONG_LOCKED",
        old=("SONG_LOCKED",),
        side=Side.response,
        status="404",
    ),
]

REFUSED = [
    body("path/songId", Kind.removed, Attribute.exists, old=(True,)),
    body("path/verseId", Kind.added, Attribute.exists, new=(True,)),
    body("header/Authorization", Kind.added, Attribute.exists, new=(True,)),
    body("body/title", Kind.added, Attribute.exists, new=(True,)),
    body("body/rehearsals/[]", Kind.removed, Attribute.exists, old=(True,)),
    body("body/unheard/deep", Kind.added, Attribute.exists, new=(True,)),
    body("body/unheard", Kind.changed, Attribute.required, new=(True,)),
    body("body/note", Kind.added, Attribute.enum, new=("loud",)),
    body("body/key", Kind.removed, Attribute.enum, old=("major", "minor")),
    body("body/key", Kind.contradicted, Attribute.type, old=("integer",), new=("string",)),
    body("body/title", Kind.contradicted, Attribute.type, old=("integer",), new=("string",)),
    body("body/singer", Kind.contradicted, Attribute.nullable, old=(False,), new=(True,)),
    body("body/tempo", Kind.changed, Attribute.default, new=("fast",)),
    body("body/note", Kind.contradicted, Attribute.maximum, old=(5,)),
    body("body/note", Kind.changed, Attribute.default, old=("none",)),
    body("", Kind.added, Attribute.exists, new=(True,), side=Side.response, status="success"),
    body("", Kind.added, Attribute.exists, new=(True,), side=Side.response, status="404"),
    body("", Kind.contradicted, Attribute.security, old=("oauth2",), side=Side.neither),
    body("body/note", Kind.unknowable, Attribute.enum, old=("a", "b")),
    body("body/note", Kind.inconsistent, Attribute.type, old=("object",)),
]


def _saved(text: str, folder: Path) -> Path:
    path = folder / "choir.yaml"
    path.write_text(text)
    return path


def _edits(text: str, case: Case) -> tuple[Edit, ...]:
    return suggested(Places(contract_of(text)), case.finding)


@pytest.mark.parametrize("text", [CHOIR, OLD], ids=["new", "old"])
@pytest.mark.parametrize(
    "case", CASES, ids=lambda case: f"{case.finding.kind} {'-'.join(case.finding.path)} {case.finding.attribute}"
)
def test_the_contract_says_what_the_page_says(text: str, case: Case, tmp_path: Path) -> None:
    """An edit that is suggested makes the finding untrue, keeps each comment, and lets the contract be read again."""
    edits = _edits(text, case)
    if text == OLD and not edits:
        assert case.finding.path == ("body", "key")  # nothing stands beside a reference in OpenAPI 3.0
        return
    assert edits
    path = _saved(text, tmp_path)
    result = applied(path, name="choir.yaml", edits=edits)
    assert not result.refused
    save(result.changes)
    lines = told(facts_of(contract_at(path)))
    assert case.has in lines or not case.has
    assert case.lacks not in lines or not case.lacks
    kept = {comment for comment in ("# A choir", "# How fast", "# bright") if comment in path.read_text()}
    assert len(kept) == 3
    assert not _edits(path.read_text(), case)


@pytest.mark.parametrize(
    "case", CASES, ids=lambda case: f"{case.finding.kind} {'-'.join(case.finding.path)} {case.finding.attribute}"
)
def test_nothing_else_changes(case: Case, tmp_path: Path) -> None:
    """What is not the element of the finding, below it or its error codes stays as it was."""
    path = _saved(CHOIR, tmp_path)
    before = facts_of(contract_at(path))
    save(applied(path, name="choir.yaml", edits=_edits(CHOIR, case)).changes)
    after = facts_of(contract_at(path))
    moved = {each.fact for each in before} ^ {each.fact for each in after}
    names = {case.finding.path[-1:], case.finding.names[-1:]}
    opened = ("body", "extra")  # an object is opaque until it has a property

    def follows(fact: Fact) -> bool:
        mine = {fact.path[length - 1 : length] for length in range(1, len(fact.path) + 1)}
        return bool(mine & names) or not case.finding.path or fact.path == opened

    assert all(follows(fact) for fact in moved)


@pytest.mark.parametrize(
    "case", REFUSED, ids=lambda case: f"{case.finding.kind} {'-'.join(case.finding.path)} {case.finding.attribute}"
)
def test_no_edit_is_better_than_a_wrong_one(case: Case) -> None:
    """Where one edit alone cannot say it, or it is not clear what is meant, none is suggested."""
    assert _edits(CHOIR, case) == ()


def test_an_operation_that_is_not_there_has_no_edits() -> None:
    """Nothing is suggested for an operation that the contract does not have."""
    case = finding(Kind.missing, Attribute.exists, path=("body", "a"), operation="GET /nothing")
    assert suggested(Places(contract_of(CHOIR)), case) == ()


def test_a_new_status_lints(tmp_path: Path) -> None:
    """A response that is added has all that linting asks of one."""
    path = _saved(CHOIR, tmp_path)
    before = {(each.rule, each.message) for each in lint(bundle(load(path)))}
    new = finding(Kind.added, Attribute.exists, side=Side.response, status="429", new=(True,))
    save(applied(path, name="choir.yaml", edits=suggested(Places(contract_at(path)), new)).changes)
    assert {(each.rule, each.message) for each in lint(bundle(load(path)))} <= before
    assert "Too Many Requests" in path.read_text()


@given(st.text(max_size=5) | st.integers(100, 999).map(str))
def test_every_status_has_a_description_or_is_none(status: str) -> None:
    """Statuses that responses can have are described in a sentence."""
    sentence = described(status)
    is_status = len(status) == 3 and status.isascii() and status.isdigit() and status[0] in "2345"
    assert bool(sentence) is (is_status or status in ("2XX", "3XX", "4XX", "5XX", "default"))
    assert not sentence or sentence.endswith(".")


def test_all_edits_of_a_run_go_together(tmp_path: Path) -> None:
    """Findings that edit the same lists are made at once, whatever their order."""
    together = [
        case for case in CASES if case.finding.attribute in (Attribute.required, Attribute.enum, Attribute.code)
    ]
    for cases in (together, together[::-1]):
        path = _saved(CHOIR, tmp_path)
        edits = [edit for case in cases for edit in _edits(CHOIR, case)]
        result = applied(path, name="choir.yaml", edits=edits)
        save(result.changes)
        lines = told(facts_of(contract_at(path)))
        assert not result.refused
        assert {case.has for case in together if case.has and "enum loud" not in case.has} <= lines
        assert not {case.lacks for case in together if case.lacks} & lines


def test_edits_go_to_the_file_that_has_the_element(tmp_path: Path) -> None:
    """What a contract keeps in another file is edited there, and the first file stays as it is."""
    main, schemas, rest = tmp_path / "choir.yaml", tmp_path / "key.yaml", CHOIR
    rest = rest.replace("$ref: '#/components/schemas/Key'", "$ref: key.yaml")
    main.write_text(rest)
    schemas.write_text("# Keys.\ntype: string\nenum: [major, minor]\n")
    new = finding(Kind.added, Attribute.enum, path=("body", "key"), new=("modal",))
    result = applied(main, name="choir.yaml", edits=suggested(Places(contract_at(main)), new))
    assert [change.original.document.path for change in result.changes] == [schemas.resolve()]
    save(result.changes)
    assert schemas.read_text() == "# Keys.\ntype: string\nenum: [major, minor, modal]\n"
    assert "request body/key enum modal" in told(facts_of(contract_at(main)))


def test_an_edit_that_does_not_fit_is_refused(tmp_path: Path) -> None:
    """What is not there any more is not edited, and the file stays as it is."""
    path = _saved(CHOIR, tmp_path)
    gone = Edit(action="remove", pointer="#/components/schemas/Gone/properties/x")
    result = applied(path, name="choir.yaml", edits=[gone])
    assert result.changes == ()
    assert len(result.refused) == 1


SPECS = Path(__file__).parents[2] / "specs"


@cache
def _curated(provider: str) -> Contract:
    return contract_at(SPECS / provider / "openapi.yaml")


def _changes(fact: Fact, operation: str) -> Iterator[tuple[Finding, Attribute, Any, bool]]:
    """Give findings that want something else than *fact*, and what is to be stated of its element or not."""

    def of(kind: Kind, attribute: Attribute, **said: Any) -> Finding:
        place = {"side": fact.side, "status": fact.status, "path": fact.path, "operation": operation}
        return finding(kind, attribute, **place, **said)  # type: ignore[arg-type]

    match fact.attribute:
        case Attribute.exists if fact.path or fact.status:
            yield of(Kind.removed, Attribute.exists, old=(True,)), Attribute.exists, True, False
        case Attribute.required | Attribute.nullable:
            yield of(Kind.changed, fact.attribute, new=(not fact.value,)), fact.attribute, not fact.value, True
        case Attribute.type:
            other = "boolean" if fact.value != "boolean" else "string"
            yield of(Kind.contradicted, Attribute.type, old=(other,), new=(fact.value,)), Attribute.type, other, True
            yield of(Kind.contradicted, Attribute.format, old=("odd",)), Attribute.format, "odd", True
            yield of(Kind.changed, Attribute.deprecated, new=(True,)), Attribute.deprecated, True, True
        case Attribute.enum | Attribute.code:
            yield of(Kind.removed, fact.attribute, old=(fact.value,)), fact.attribute, fact.value, False
            yield of(Kind.added, fact.attribute, new=("neverSeen",)), fact.attribute, "neverSeen", True
        case _:
            pass


@pytest.mark.parametrize("provider", ["autosend", "batch", "sendkit"])
@settings(max_examples=6)
@given(data=st.data())
def test_curated_contracts_can_be_edited(
    provider: str, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Any change of any element of a curated contract reads back as wished, and comments stay."""
    contract = _curated(provider)
    operation = data.draw(st.sampled_from(contract.operations), label="operation")
    facts = [each.fact for each in grounded(contract, operation)]
    changes = [change for fact in facts for change in _changes(fact, key_of(operation))]
    new, attribute, value, is_wanted = data.draw(st.sampled_from(changes), label="change")
    edits = suggested(Places(contract), new)
    if not edits:
        return
    text = (SPECS / provider / "openapi.yaml").read_text()
    path = _saved(text, tmp_path_factory.mktemp(provider))
    result = applied(path, name=provider, edits=edits)
    save(result.changes)
    after = {each.fact for each in grounded(contract_at(path), _like(contract_at(path), operation.pointer))}
    said = {fact.value for fact in after if _is_about(fact, new) and fact.attribute is attribute}
    assert not result.refused
    assert (value in said) is is_wanted
    if new.kind is not Kind.removed:
        assert _comments(text) == _comments(path.read_text())


def _like(contract: Contract, pointer: str) -> Any:
    return next(operation for operation in contract.operations if operation.pointer == pointer)


def _is_about(fact: Fact, new: Finding) -> bool:
    return (fact.side, fact.status, fact.path) == (new.side, new.status, new.path)


def _comments(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.lstrip().startswith("#")]
