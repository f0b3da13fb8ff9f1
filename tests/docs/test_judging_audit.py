"""Laws of the audit: it finds what a page and a contract disagree on, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from handbill_generator.bundle import bundle
from handbill_generator.contract import read_contract
from handbill_generator.diagnostics import one_line
from handbill_generator.docs.findings import Finding, Kind, Level
from handbill_generator.docs.grounding import Places, grounded
from handbill_generator.docs.judging import IDS, audited, grounds_of
from handbill_generator.docs.judging.elements import SHOWING
from handbill_generator.docs.judging.held import Grounds
from handbill_generator.docs.model import (
    Attribute,
    Confidence,
    Fact,
    Format,
    Page,
    Side,
    SourceKind,
    Value,
    path_of,
    sorted_facts,
    written_path,
)
from handbill_generator.evidence import beside
from handbill_generator.load import load
from hypothesis import given
from hypothesis import strategies as st

from .judged import (
    CONTRACT,
    NAMED,
    OPERATION,
    audit,
    contract,
    docs,
    fact,
    field,
    grounds,
    ids,
    own,
    page,
    places,
    told,
)

SPECS = Path(__file__).parents[2] / "specs"
LISTS = (SourceKind.published, SourceKind.embedded, SourceKind.tag, SourceKind.table, SourceKind.flattened)


def changed(where: str, attribute: Attribute, value: Value) -> Page:
    """Give the page that says all that the contract does, but for one value."""
    wanted = fact(where, attribute, value)
    kept = [
        f
        for f in own()
        if (f.side, f.status, f.path, f.attribute) != (wanted.side, wanted.status, wanted.path, attribute)
    ]
    return page(kept, wanted)


def without(where: str, *, value: Value | None = None, source: SourceKind = SourceKind.tag) -> Page:
    """Give the page that says all that the contract does, but for one element or one value of its list."""
    gone = fact(where)

    def is_gone(known: Fact) -> bool:
        if (known.side, known.status) != (gone.side, gone.status) or known.path[: len(gone.path)] != gone.path:
            return False
        return value is None or (known.path == gone.path and known.value == value)

    return page(known for known in own(source=source) if not is_gone(known))


@pytest.mark.parametrize("source", SourceKind)
def test_the_contract_as_a_page(source: SourceKind) -> None:
    """A page that says what the contract says is found nothing with, whatever part of it says so."""
    for operation in grounds().operations:
        assert told(audit(page(own(operation, source)))) == []


@pytest.mark.parametrize("provider", ["autosend", "batch", "loops", "sendkit"])
def test_contracts_of_providers_as_pages(provider: str) -> None:
    """The same holds for each operation of the contracts of this repository, beside their docs.yaml."""
    path = SPECS / provider / "openapi.yaml"
    read = read_contract(bundle(load(path, name="openapi.yaml")))
    known, there, evidence = grounds_of(read), Places(read), beside(path, "openapi.yaml")
    sources = tuple(SourceKind)
    for number, operation in enumerate(known.operations):
        source = sources[number % len(sources)]
        confidence = Confidence.shown if source in SHOWING else Confidence.stated
        facts = sorted_facts(replace(g.fact, source=source, confidence=confidence) for g in known.of(operation))
        made = Page(name="page", format=Format.markdown, facts=facts)
        assert audited(made, "a", grounds=known, places=there, evidence=evidence, source_name="page") == ()


@given(st.data())
def test_any_part_of_the_contract_as_a_page(data: st.DataObject) -> None:
    """A page that leaves something out contradicts nothing, and documents nothing that is not there."""
    facts = data.draw(st.lists(st.sampled_from(own()), max_size=30))
    assert {f.kind for f in audit(page(facts))} <= {Kind.undocumented}


@pytest.mark.parametrize(
    ("where", "attribute", "value", "found"),
    [
        ("request body/title", Attribute.type, "integer", "type-contradicted body/title title"),
        ("request body/soloists", Attribute.type, "string", "type-contradicted body/soloists soloists"),
        ("request body/title", Attribute.required, True, "required-contradicted body/title title"),
        ("200 body/data/title", Attribute.required, False, "required-contradicted 200 body/data/title title"),
        ("request body/title", Attribute.nullable, True, "nullable-contradicted body/title title"),
        ("request body/composer", Attribute.nullable, False, "nullable-contradicted body/composer composer"),
        ("request body/premiere", Attribute.format, "date-time", "format-contradicted body/premiere premiere"),
        ("request body/title", Attribute.format, "email", "format-contradicted body/title title"),
        ("request body/title", Attribute.max_length, 120, "limit-contradicted body/title title"),
        ("request body/title", Attribute.pattern, "^A", "limit-contradicted body/title title"),
        ("request body", Attribute.min_properties, 2, "limit-contradicted body body"),
        ("request query/tempo", Attribute.minimum, 30, "limit-contradicted query/tempo tempo"),
        ("request body/soloists", Attribute.max_items, 5, "limit-contradicted body/soloists soloists"),
        ("request query/notify", Attribute.default, False, "default-contradicted query/notify notify"),
        ("request query/tempo", Attribute.default, 60, "default-contradicted query/tempo tempo"),
        ("request body/title", Attribute.deprecated, True, "deprecated-contradicted body/title title"),
        ("request body/volume", Attribute.deprecated, False, "deprecated-contradicted body/volume volume"),
        ("200 body/data/id", Attribute.read_only, False, "access-contradicted 200 body/data/id id"),
        ("request body/title", Attribute.write_only, True, "access-contradicted body/title title"),
        ("operation", Attribute.security, "apiKey header X-Key", "security-contradicted apiKey header X-Key"),
        ("operation", Attribute.server, "https://other.test/v1", "server-contradicted https://other.test/v1"),
    ],
)
def test_one_value_changed(where: str, attribute: Attribute, value: Value, found: str) -> None:
    """A page that says one thing otherwise is found with that, and with nothing else."""
    assert told(audit(changed(where, attribute, value))) == [found]


@pytest.mark.parametrize(
    ("added", "found"),
    [
        (field("request body/key"), "property-missing body/key key"),
        (field("request body/soloists/[]/age", "integer"), "property-missing body/soloists/[]/age age"),
        (field("200 body/data/key"), "property-missing 200 body/data/key key"),
        (field("404 body/retry"), "property-missing 404 body/retry retry"),
        (field("request query/dry"), "parameter-missing query/dry dry"),
        (field("request path/choirId"), "parameter-missing path/choirId choirId"),
        (field("request header/X-Choir"), "parameter-missing header/X-Choir X-Choir"),
        ([fact("409")], "response-missing 409 409"),
        (
            [fact("request body/soloists/[]/voice", Attribute.enum, "mezzo")],
            "value-missing body/soloists/[]/voice mezzo",
        ),
        ([fact("404", Attribute.code, "TOO_LOUD")], "code-missing 404 TOO_LOUD"),
        ([fact("request body", Attribute.media_type, "text/csv")], "media-type-missing body text/csv"),
    ],
)
def test_one_element_added(added: tuple[Fact, ...], found: str) -> None:
    """A page that has one thing more is found with that, and with nothing else."""
    assert told(audit(page(own(), added))) == [found]


@pytest.mark.parametrize("source", LISTS)
@pytest.mark.parametrize(
    ("where", "value", "found"),
    [
        ("request body/title", None, "property-undocumented body/title title"),
        ("request body/soloists", None, "property-undocumented body/soloists soloists"),
        ("200 body/data/state", None, "property-undocumented 200 body/data/state state"),
        ("request query/tempo", None, "parameter-undocumented query/tempo tempo"),
        ("404", None, "response-undocumented 404 404"),
        ("request body/soloists/[]/voice", "alto", "value-undocumented body/soloists/[]/voice alto"),
        ("200 body/data/state", "sung", "value-undocumented 200 body/data/state sung"),
    ],
)
def test_one_element_taken_away(source: SourceKind, where: str, value: Value | None, found: str) -> None:
    """A page that lists all but one thing is found with that, and with nothing else."""
    assert told(audit(without(where, value=value, source=source))) == [found]


@pytest.mark.parametrize(
    ("gone", "where", "value"),
    [
        ('        composer: {type: [string, "null"]}\n        premiere', "request body/composer", None),
        ("        - {name: notify, in: query, schema: {type: boolean, default: true}}\n", "request query/notify", None),
        ('        "404": {$ref: "#/components/responses/Refused"}\n', "404", None),
        (", sung", "200 body/data/state", "sung"),
    ],
)
def test_both_ways(gone: str, where: str, value: Value | None) -> None:
    """What is missing where the contract lacks it is undocumented where the page does."""
    less = CONTRACT.replace(gone, gone.rpartition("\n")[2] if "premiere" in gone else "")
    assert less != CONTRACT
    forwards = audit(page(own()), text=less)
    backwards = audit(without(where, value=value))
    assert [f.kind for f in forwards] == [Kind.missing]
    assert [f.kind for f in backwards] == [Kind.undocumented]
    assert [(f.side, f.status, f.path, f.names) for f in forwards] == [
        (f.side, f.status, f.path, f.names) for f in backwards
    ]
    assert forwards[0].id.partition("-")[0] == backwards[0].id.partition("-")[0]


@pytest.mark.parametrize(
    "facts",
    [
        [fact("success body/data/title", Attribute.type, "string", SourceKind.prose)],
        [fact("request body/soloists/name", Attribute.type, "string", SourceKind.prose)],
        [fact("request body/labels/mood", Attribute.type, "string", SourceKind.prose)],
        [fact("request query/tempo", Attribute.type, "number", SourceKind.prose)],
        [fact("request path/id", Attribute.required, True, SourceKind.prose, operation="PATCH /v1/songs/{id}")],
        [fact("error body/code", Attribute.required, True, SourceKind.prose)],
        [fact("4XX body/code", Attribute.required, True, SourceKind.prose)],
        [fact("request header/content-type", Attribute.exists, True, SourceKind.sample)],
        [fact("operation", Attribute.server, "https://choir.test", SourceKind.prose)],
        [fact("request body/soloists", Attribute.required, False, SourceKind.prose)],
        [fact("success body/data", Attribute.opaque, True, SourceKind.prose)],
    ],
)
def test_other_ways_of_saying_it(facts: list[Fact]) -> None:
    """Pages leave out lists, maps and numbers of statuses, and name path variables as they like."""
    assert told(audit(page(facts))) == []


def test_examples_widen_and_prove_nothing() -> None:
    """An example that shows a key, a null or a value more is a warning; one that leaves out is nothing."""
    shown = page(
        fact("success body/data/id", source=SourceKind.example),
        fact("success body/data/tonality", source=SourceKind.example),
        fact("success body/data/title", Attribute.nullable, True, SourceKind.example),
        fact("success body/data/state", Attribute.shown, "lost", SourceKind.example),
        fact("request body/soloists", Attribute.shown, "{}", SourceKind.sample),
        fact("request body/title", Attribute.required, True, SourceKind.sample),
    )
    found = audit(shown)
    assert told(found) == [
        "nullable-contradicted 200 body/data/title title",
        "property-missing 200 body/data/tonality tonality",
        "value-missing 200 body/data/state lost",
    ]
    assert {f.level for f in found} == {Level.warning}
    assert "only shows" in next(f.message for f in found if f.id == "property-missing")


def test_the_most_trustworthy_source_counts() -> None:
    """Where the parts of a page disagree, the best of them is held against the contract."""
    good = fact("request body/title", Attribute.type, "string", SourceKind.flattened)
    bad = fact("request body/title", Attribute.type, "integer", SourceKind.prose)
    assert "type-contradicted" not in ids(audit(page(good, bad)))
    swapped = page(replace(good, source=SourceKind.prose), replace(bad, source=SourceKind.flattened))
    assert "type-contradicted" in ids(audit(swapped))


def test_all_optional() -> None:
    """Who says that all fields are optional contradicts a contract that requires one."""
    said = fact("200 body/data", Attribute.all_optional)
    facts = [fact("200 body/data/title"), fact("200 body/data/composer"), said]
    assert "required-contradicted 200 body/data/title title" in told(audit(page(facts)))


def test_other_operations() -> None:
    """An operation that the contract lacks is one finding, whatever the page says of it."""
    other = "DELETE /choirs/{choirId}"
    assert told(audit(page(field("request path/choirId", operation=other), fact("404", operation=other)))) == [
        "operation-missing"
    ]
    found = audit(page(fact("operation", operation="PUT /v1/songs/{id}")))
    assert told(found) == ["method-contradicted PATCH"]
    assert audit(page(fact("request body/key", operation=""))) == ()


def test_evidence_names_another_source() -> None:
    """What another page documents, or a ruling decides, is not undocumented."""
    lacking = without("request body/title")
    evidence = "evidence: {/components/schemas/SongUpdate: {other-page: [title]}}"
    assert told(audit(lacking, docs(evidence))) == []
    ruling = "rulings: [{at: /components/schemas/SongUpdate, members: [title]}]"
    assert told(audit(lacking, docs(ruling))) == []
    elsewhere = "evidence: {/components/schemas/Song: {other-page: [title]}}"
    assert ids(audit(lacking, docs(elsewhere))) == ["property-undocumented"]


@pytest.mark.parametrize(
    ("holder", "member", "where"),
    [
        ("/components/schemas/SongUpdate", "title", "request body/title"),
        ("/components/schemas/Error", "detail", "error body/detail"),
        ("/components/schemas/Error", "detail", "401 body/detail"),
        ("/paths/~1songs~1{songId}/patch", "tempo", "request query/tempo"),
        ("/paths/~1songs~1{songId}/patch", '"404"', "404"),
    ],
)
def test_evidence_names_this_source(holder: str, member: str, where: str) -> None:
    """What docs.yaml says that this page documents has to be on it, in any part of it."""
    evidence = docs(f"evidence: {{'{holder}': {{songs-page: [{member}]}}}}")
    found = audit(page(NAMED, fact("request body/premiere", source=SourceKind.example)), evidence)
    assert [(f.id, f.level, f.names) for f in found] == [("evidence-not-on-page", Level.error, (member.strip('"'),))]
    assert audit(page(NAMED, fact(where, source=SourceKind.example)), evidence) == ()
    assert audit(replace(page(NAMED), name="other-page"), evidence) == ()


def test_evidence_of_values() -> None:
    """A value is on a page that lists it, shows it, or has it in a run."""
    evidence = docs("evidence: {/components/schemas/Voice: {songs-page: [alto]}}")
    assert told(audit(page(NAMED), evidence)) == ["evidence-not-on-page body/soloists/[]/voice alto"]
    for said in (
        fact("success body/data/soloists/[]/voice", Attribute.shown, "alto", SourceKind.example),
        fact("request body", Attribute.enum_run, "sopranoaltotenorbass", SourceKind.flattened),
    ):
        assert audit(page(NAMED, said), evidence) == ()


def test_lost_names() -> None:
    """A page that has lost the names of fields is noted once a side, and blamed for none of them."""
    evidence = docs("evidence: {/components/schemas/SongUpdate: {songs-page: [title]}}")
    lost = fact("request body", Attribute.names_lost, 5, SourceKind.flattened)
    found = audit(page(NAMED, field("request body/composer"), lost), evidence)
    assert [(f.id, f.level, f.names) for f in found] == [
        ("names-lost", Level.note, ("labels", "premiere", "soloists", "title", "volume"))
    ]


def run(text: str, side: str = "200") -> Fact:
    return fact(f"{side} body", Attribute.enum_run, text, SourceKind.flattened)


def test_runs() -> None:
    """A run is explained by the lists of its side, in any order, and by the words that are glued to them."""
    assert ids(audit(page(run("draftrehearsedsungsopranoaltotenorbassVoices")))) == []
    assert ids(audit(page(run("sungrehearseddraft"), run("tenorbassaltosoprano")))) == []
    found = audit(page(run("draftrehearsedsunglost"), run("sopranoaltotenorbass")))
    assert told(found) == ["run-unexplained 200 body/data/state lost"]
    assert '"data/state"' in found[0].message
    assert told(audit(page(run("draftsung"), run("sopranoaltotenorbass")))) == [
        "run-unexplained 200 body/data/state rehearsed",
        "value-not-in-runs 200 body/data/state state",
    ]


def test_legacy_values_in_runs() -> None:
    """A value that a page calls legacy may be in a run or not."""
    legacy = fact("200 body", Attribute.legacy, "lost -> draft", SourceKind.flattened)
    both = (run("draftrehearsedsunglost"), run("sopranoaltotenorbass"))
    assert ids(audit(page(legacy, *both))) == []


def test_open_lists() -> None:
    """A contract that keeps a list open lacks what a page lists besides, and nothing that an example shows."""
    path = path_of("body/data/state")
    known = grounded(contract(), contract().operations[0])
    opened = [
        replace(g, fact=replace(g.fact, attribute=Attribute.shown))
        if g.fact.path == path and g.fact.attribute is Attribute.enum
        else g
        for g in known
    ]

    def judged(*facts: Fact) -> list[str]:
        held = Grounds(grounds().operations, lambda _: opened)
        return told(audited(page(*facts), "a", grounds=held, places=places(), evidence=None, source_name="page"))

    assert judged(fact("200 body/data/state", Attribute.shown, "lost", SourceKind.example)) == []
    listed = [fact("200 body/data/state", Attribute.enum, name, SourceKind.prose) for name in ("draft", "lost", "sung")]
    assert judged(*listed) == [
        "value-missing 200 body/data/state lost",
        "value-undocumented 200 body/data/state rehearsed",
    ]


def test_a_contract_without_a_list() -> None:
    """The values that a page lists of a plain string are one finding; those that it shows are none."""
    listed = [fact("request body/title", Attribute.enum, name, SourceKind.prose) for name in ("aria", "fugue")]
    assert told(audit(page(*listed))) == ["value-missing body/title aria,fugue"]
    assert told(audit(page(fact("request body/title", Attribute.shown, "aria", SourceKind.example)))) == []


def test_errors_that_share_a_body() -> None:
    """What is found in a schema that several responses share is one finding."""
    facts = [fact(f"{status} body/code", Attribute.type, "integer", SourceKind.embedded) for status in (400, 401, 404)]
    found = audit(page(facts))
    assert [line for line in told(found) if "undocumented" not in line] == ["type-contradicted 400 body/code code"]


def test_a_finding_says_where() -> None:
    """A finding has what both sides say, with the line of the page and the pointer and position of the contract."""
    (found,) = audit(page(fact("request body/title", Attribute.type, "integer", SourceKind.prose, line=12)))
    assert found.old
    assert found.new
    assert (found.old.values, found.old.source, str(found.old.position)) == (
        ("integer",),
        SourceKind.prose,
        "songs-page:12:1",
    )
    assert (found.new.values, found.new.pointer) == (("string",), "#/components/schemas/SongUpdate/properties/title")
    assert str(found.position).startswith("api.yaml:")
    assert (found.operation, found.side, found.contract) == (OPERATION, Side.request, "api.yaml")
    assert found.hint


def test_fingerprints() -> None:
    """A finding is known again when lines move and values of examples change, and told apart from any other."""

    def one(value: str, line: int) -> Finding:
        (found,) = audit(page(fact("request body/title", Attribute.type, value, SourceKind.prose, line=line)))
        return found

    assert one("integer", 1).fingerprint == one("boolean", 9).fingerprint
    everything = audit(page(field("request body/key"), field("request body/clef"), field("success body/data/key")))
    assert len({f.fingerprint for f in everything}) == len(everything) > 3


@given(
    st.lists(
        st.builds(
            fact,
            st.sampled_from(["request body", "404 body", "success body/data", "request query/a"]),
            st.sampled_from(Attribute),
            st.one_of(st.booleans(), st.integers(), st.text(max_size=20)),
            st.sampled_from(SourceKind),
        ),
        max_size=8,
    )
)
def test_any_facts(facts: list[Fact]) -> None:
    """Whatever facts a page or a lock has, each finding is of the catalogue, in one line."""
    for found in audit(page(facts)):
        assert found.id in IDS
        assert found.message == one_line(found.message)


def test_hostile_names() -> None:
    """A name of a page never starts a line, and never hides the rest of one."""
    name = "x\n::error::\x1b[31m" + "y" * 5000
    found = audit(page(replace(fact("request body", source=SourceKind.prose), path=("body", name))))
    assert [f.id for f in found] == ["property-missing"]
    assert found[0].message.isprintable()
    assert len(found[0].message) < 500
    assert path_of(written_path(found[0].path)) == found[0].path


def test_operations_are_those_of_the_contract() -> None:
    """The facts of a contract are asked for by what a page writes, and are those of the matching operation."""
    known = grounds()
    assert known.operations == tuple(f"{op.method} {op.path.raw}" for op in contract().operations)
    assert known.of("PATCH https://choir.test/v1/songs/{anything}") == known.of(OPERATION)
    assert known.of("PATCH /nothing") == ()
