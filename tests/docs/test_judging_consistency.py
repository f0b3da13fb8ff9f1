"""Laws of a page against itself and against its neighbours: each contradiction has its id, and silence has none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from handbill_generator.docs.findings import Kind, Level
from handbill_generator.docs.judging import IDS, inconsistent
from handbill_generator.docs.judging.operations import resource_of
from handbill_generator.docs.model import Attribute, Confidence, Fact, Format, SourceKind, Value
from hypothesis import given
from hypothesis import strategies as st

from .judged import NAMED, between, fact, field, grounds, ids, itself, own, page, told

EMBEDDED, TAG, EXAMPLE, SAMPLE, PROSE = (
    SourceKind.embedded,
    SourceKind.tag,
    SourceKind.example,
    SourceKind.sample,
    SourceKind.prose,
)
POST = "POST /songs"


def warnings(*facts: Fact | Iterable[Fact]) -> list[str]:
    """Give what is found on a page of *facts*, but for notes."""
    return told(found for found in itself(*facts) if found.level is not Level.note)


def notes(*facts: Fact | Iterable[Fact]) -> list[str]:
    """Give what is noted on a page of *facts*."""
    return told(found for found in itself(*facts) if found.level is Level.note)


def listed(where: str, *names: str, source: SourceKind = TAG) -> list[Fact]:
    """Give fields below *where*."""
    return [each for name in names for each in field(f"{where}/{name}", source=source)]


@pytest.mark.parametrize("source", SourceKind)
def test_the_contract_as_a_page(source: SourceKind) -> None:
    """A page that says everything once contradicts itself nowhere."""
    for operation in grounds().operations:
        found = inconsistent(page(own(operation, source)))
        assert [f.id for f in found if f.level is not Level.note and f.id != "rule-only-in-words"] == []


@given(st.sets(st.sampled_from(list(SourceKind)), max_size=4))
def test_saying_it_several_times(sources: set[SourceKind]) -> None:
    """A page that says everything in several of its parts contradicts itself nowhere."""
    found = inconsistent(page(*(own(source=source) for source in sources)))
    assert {f.id for f in found if f.level is not Level.note} <= {"rule-only-in-words", "status-only-in-openapi"}


def test_field_in_one_list_alone() -> None:
    """A field of one list that the other lists the neighbours without is found on its side."""
    fields = listed("request body", "title", "key")
    schema = listed("request body", "title", "clef", source=EMBEDDED)
    assert warnings(fields, schema) == ["field-only-in-fields body/key key", "field-only-in-openapi body/clef clef"]
    assert warnings(fields) == []
    assert warnings(fields, listed("200 body", "id", source=EMBEDDED), fact("200")) == []


def test_opaque_object() -> None:
    """An object without properties in the OpenAPI block is one finding, not one for each field of it."""
    schema = [*field("200 body/data", "object", EMBEDDED), fact("200 body/data", Attribute.opaque, True, EMBEDDED)]
    fields = [*field("success body/data", "object"), *listed("success body/data", "id", "title")]
    assert warnings(schema, fields) == ["object-opaque 200 body/data", "status-only-in-openapi 200 200"]


def test_lists_may_go_without_saying() -> None:
    """A part that leaves out that something is a list has the same fields as one that says it."""
    fields = [*field("request body/soloists", "array"), *listed("request body/soloists", "name")]
    schema = [
        *field("request body/soloists", "array", EMBEDDED),
        *listed("request body/soloists/[]", "name", source=EMBEDDED),
    ]
    assert warnings(fields, schema) == []


def test_names_differ() -> None:
    """A name of the example that means a name of the list is one finding with both names."""
    fields = listed("success body/data", "songId", "title")
    shown = listed("success body/data", "id", "title", source=EXAMPLE)
    assert warnings(fields, shown) == ["field-names-differ success body/data/songId songId,id"]


def test_children_of_examples() -> None:
    """What only an example has is found once for each object; an example that leaves out is not."""
    fields = [*listed("success body", "id", "title"), *field("success body/stage", "object")]
    shown = listed("success body/stage", "hall", "seats", source=EXAMPLE)
    assert warnings(fields, shown) == ["children-only-in-example success body/stage hall,seats"]
    assert warnings(listed("success body", "id", source=EXAMPLE)) == []
    free = [*fields, fact("success body/stage/{}", Attribute.type, "string")]
    assert warnings(free, shown) == []


def test_mentions() -> None:
    """A name that stands in a sentence alone is found, one that any other part has is not."""
    mention = fact("request body/key", source=PROSE, confidence=Confidence.inferred)
    fields = listed("request body", "title")
    assert warnings(mention, fields) == ["mentioned-not-shown body/key key"]
    assert warnings(mention, fields, field("success body/key", source=EXAMPLE)) == []


def test_renamed_between_request_and_response() -> None:
    """A field that comes back under a longer name with the same children is found once."""
    sent = listed("request body/stage", "hall", "seats", source=SAMPLE)
    received = listed("success body/data/mainStage", "hall", "seats", "city", source=EXAMPLE)
    assert warnings(sent, received) == ["request-and-response-names-differ body/stage stage,mainStage"]
    assert warnings(sent, listed("success body/data/mainStage", "city", source=EXAMPLE)) == []


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        ([fact("operation", Attribute.mislabelled, "path")], "parameter-mislabelled"),
        (
            [fact("request body", Attribute.all_optional), fact("request body", Attribute.required_together, "a | b")],
            "optional-but-required body a,b",
        ),
        (
            [fact("request body", Attribute.all_optional), fact("request body/a", Attribute.required)],
            "optional-but-required body a",
        ),
        ([fact("request body", Attribute.min_properties, 1, PROSE)], "rule-only-in-words body"),
        ([fact("request body", Attribute.example_broken, True, EXAMPLE)], "example-broken body"),
        ([fact("request", Attribute.sample_broken, "python", SAMPLE)], "sample-broken python"),
        ([fact("request body/title", Attribute.echoed, False, EXAMPLE)], "example-not-echoed body/title title"),
        ([fact("401", Attribute.causes, 2, PROSE)], "status-has-several-causes 401 401"),
        ([fact("request body", Attribute.legacy, "old -> new")], "request-and-response-values-differ body old"),
    ],
)
def test_one_fact_is_enough(facts: list[Fact], found: str) -> None:
    """What a reader saw on the page is reported as it is."""
    assert warnings(facts) == [found]


def test_one_fact_that_says_the_opposite() -> None:
    """An example that is echoed, and one that is no longer broken, are no findings."""
    assert warnings(fact("request body/title", Attribute.echoed, True), fact("401", Attribute.causes, 1)) == []
    assert warnings(fact("400", Attribute.causes, 5)) == []
    assert (
        warnings(
            fact("request body", Attribute.min_properties, 1, PROSE), fact("request body", Attribute.min_properties, 1)
        )
        == []
    )


def test_statuses_of_the_openapi_block() -> None:
    """Statuses that the block alone has are one finding; a page that is nothing but a block has none."""
    schema = [fact("200", source=EMBEDDED), fact("404", source=EMBEDDED)]
    assert warnings(schema, listed("request body", "title")) == ["status-only-in-openapi 200 200,404"]
    assert warnings(schema) == []
    assert warnings(schema, listed("request body", "title"), fact("404", source=PROSE)) == [
        "status-only-in-openapi 200 200"
    ]


def test_statuses_in_words() -> None:
    """A status of a sentence that the responses lack is found, unless the page lists none."""
    words = [fact("409", source=PROSE), fact("409", Attribute.code, "SUNG_ALREADY", PROSE)]
    assert warnings(words, fact("404", source=EXAMPLE)) == ["status-only-in-words 409 409,SUNG_ALREADY"]
    assert warnings(words) == []
    assert warnings(words, fact("200")) == []


def test_authentication() -> None:
    """Credentials without a status for those who lack them are noted."""
    security = fact("operation", Attribute.security, "http bearer", SAMPLE)
    assert "authentication-errors-undocumented" in notes(security, fact("404"))
    assert "authentication-errors-undocumented" not in notes(security, fact("401", source=PROSE))


def test_successes() -> None:
    """A success without its number, and one without its body, are noted."""
    assert notes(fact("success body/id", source=EXAMPLE)) == ["success-status-unstated success"]
    assert notes(fact("success body/id", source=EXAMPLE), fact("201", source=PROSE)) == []
    assert notes(fact("200", source=PROSE)) == ["response-body-unstated 200 body"]
    assert notes(fact("204", source=PROSE)) == []


def test_missing_references() -> None:
    """What is not there has one status, whatever it is; two are a finding that names them."""
    one = fact("request body/hallId", Attribute.missing_status, "400", PROSE)
    other = fact("request path/songId", Attribute.missing_status, "404", PROSE)
    assert warnings(one, other) == ["missing-reference-statuses-differ hallId 400,songId 404"]
    assert warnings(one, replace(other, value="400")) == []


@pytest.mark.parametrize(
    ("facts", "is_noted"),
    [
        ([], True),
        ([fact("404")], False),
        ([fact("404"), fact("404", Attribute.code, "ROUTE_NOT_FOUND")], True),
        ([fact("404"), fact("404", Attribute.code, "SONG_NOT_FOUND")], False),
        ([fact("400", Attribute.code, "SONG_NOT_FOUND")], False),
        ([fact("request path/songId", Attribute.missing_status, "410")], False),
    ],
)
def test_missing_resources(facts: list[Fact], is_noted: bool) -> None:
    """An identifier asks for a status or a code for what it does not name; one of the route is none."""
    found = notes(fact("request path/songId"), facts)
    assert ("missing-resource-unstated path/songId" in found) is is_noted


def test_nulls_of_examples() -> None:
    """A null that only an example has is found where the page lists fields."""
    null = fact("success body/coda", Attribute.nullable, True, EXAMPLE)
    assert warnings(field("success body/coda"), null) == ["null-only-in-example success body/coda coda"]
    assert warnings(field("success body/coda"), null, fact("success body/coda", Attribute.nullable)) == []
    assert warnings(null) == []


def test_what_cannot_be_cleared() -> None:
    """An update that cannot set null what may be null is found, where the page has words for null in requests."""
    sent = [*listed("request body", "hall", "key"), fact("request body/key", Attribute.nullable)]
    received = [*listed("success body/data", "hall", "key"), fact("success body/data/hall", Attribute.nullable)]
    assert warnings(sent, received) == ["cannot-be-cleared body/hall hall"]
    assert warnings(listed("request body", "hall"), received) == []
    created = [replace(each, operation=POST) for each in (*sent, *received)]
    assert ids(inconsistent(page(created, fact("operation", operation=POST)))) == ["success-status-unstated"]


def test_lists_of_values() -> None:
    """A field whose name promises a list is noted where only an example has a value."""
    shown = fact("success body/sendMode", Attribute.shown, "loud", EXAMPLE)
    assert "values-unstated success body/sendMode" in notes(shown)
    assert "values-unstated success body/sendMode" not in notes(
        shown, fact("success body/sendMode", Attribute.enum, "loud")
    )
    in_run = fact("success body", Attribute.enum_run, "quietloud", SourceKind.flattened)
    assert "values-unstated success body/sendMode" not in notes(shown, in_run)
    assert notes(replace(shown, path=("body", "model"))) == ["success-status-unstated success"]


def test_formats() -> None:
    """A format of the OpenAPI block that no word says is noted."""
    schema = [
        *field("request body/mail", source=EMBEDDED),
        fact("request body/mail", Attribute.format, "email", EMBEDDED),
    ]
    assert notes(schema, field("request body/mail")) == ["format-unstated body/mail"]
    assert notes(schema, field("request body/mail"), fact("request body/mail", Attribute.format, "email", PROSE)) == []


def test_samples() -> None:
    """An empty object in a sample stands for an object, or is found."""
    empty = fact("request body/hall", Attribute.shown, "{}", SAMPLE)
    assert warnings(empty, field("request body/hall")) == ["sample-unclear body/hall hall"]
    assert warnings(empty, field("request body/hall", "object")) == []
    assert warnings(empty) == []


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("_id", ["identifier-names-differ success body/data/_id _id,songId"]),
        ("id", []),
        ("songId", []),
        ("song_id", []),
    ],
)
def test_identifiers(name: str, found: list[str]) -> None:
    """`_id` for what the path calls `songId` is found, a plain `id` is not."""
    assert warnings(fact("request path/songId"), fact(f"success body/data/{name}", source=EXAMPLE)) == found


def test_values_of_both_sides() -> None:
    """A value that may be sent and is not among those that come back is found; more that come back are not."""

    def values(where: str, *names: str) -> list[Fact]:
        return [fact(where, Attribute.enum, name) for name in names]

    sent = values("request body/mood", "gay", "sad")
    assert warnings(sent, values("success body/data/mood", "gay", "sad", "lost")) == []
    assert warnings(sent, values("success body/data/mood", "gay")) == [
        "request-and-response-values-differ body/mood sad"
    ]


@pytest.mark.parametrize(
    ("attribute", "one", "other", "found"),
    [
        (Attribute.type, "string", "array", "types-differ-on-page"),
        (Attribute.required, True, False, "required-differs-on-page"),
        (Attribute.nullable, True, False, "nullable-differs-on-page"),
        (Attribute.enum, "a", "b", "values-differ-on-page"),
        (Attribute.max_length, 80, 90, "limits-differ-on-page"),
    ],
)
def test_two_parts_differ(attribute: Attribute, one: Value, other: Value, found: str) -> None:
    """Two parts of a page that say different things of one element are one finding; an example proves nothing."""
    first, second = fact("request body/a", attribute, one), fact("request body/a", attribute, other, EMBEDDED)
    assert warnings(first, second) == [f"{found} body/a"]
    assert warnings(first, replace(first, source=EMBEDDED)) == []
    assert warnings(first, replace(second, source=SAMPLE, confidence=Confidence.shown)) == []


def test_integers_are_numbers() -> None:
    """A part that says number for an integer is exact enough."""
    assert warnings(field("request body/a", "integer"), field("request body/a", "number", EMBEDDED)) == []


def test_addresses() -> None:
    """A base path on both sides of the border, and an update by POST, are noted."""
    operation = "POST /v1/songs/{songId}"
    server = fact("operation", Attribute.server, "https://choir.test/api", operation=operation)
    found = inconsistent(page(server))
    assert ids(found) == ["base-path-split", "update-by-post"]
    plain = replace(server, operation="PATCH /songs/{songId}")
    assert ids(inconsistent(page(plain))) == []


def test_pointers_to_elsewhere() -> None:
    """What a page says of other documents is noted, once each."""
    published = fact("operation", Attribute.published, "https://choir.test/openapi.json", PROSE)
    refers = fact("request body/hall", Attribute.refers, "elsewhere")
    assert notes(published, refers, refers) == ["described-elsewhere body/hall", "openapi-published"]
    assert notes(fact("success body", Attribute.read_only_unnamed, 2), fact("200")) == [
        "read-only-unnamed success body"
    ]


def test_unnamed_operation() -> None:
    """A page that describes bodies and names no operation is noted, though docs.yaml may know it."""
    unnamed = page(replace(each, operation="") for each in field("request body/a"))
    assert ids(inconsistent(unnamed)) == ["operation-unstated"]
    assert ids(inconsistent(unnamed.of("PATCH /songs/{songId}"))) == ["operation-unstated"]
    assert ids(inconsistent(page(NAMED, field("request body/a")))) == []
    assert inconsistent(replace(unnamed, format=Format.index)) == ()


def test_pages_of_one_provider() -> None:
    """Two pages on one resource that list different values of a field disagree; an example has only one of them."""
    one = page([fact("success body/state", Attribute.enum, name) for name in ("draft", "sung")], name="one")
    other = page(fact("200 body/state", Attribute.enum, "draft", operation=POST), name="other")
    assert told(between(one, other)) == ["values-differ-across-pages success body/state other"]
    assert between(one, replace(one, name="other")) == ()
    named = page(fact("200 body/state", Attribute.shown, "draft", PROSE, operation=POST), name="other")
    assert ids(between(one, named)) == ["values-differ-across-pages"]
    shown = page(fact("200 body/state", Attribute.shown, "draft", EXAMPLE, operation=POST), name="other")
    assert between(one, shown) == ()
    stranger = page(fact("200 body/state", Attribute.enum, "open", operation="GET /halls"), name="other")
    assert between(one, stranger) == ()


def test_findings_have_places() -> None:
    """With the places of a contract a finding on a page has a pointer, by which a ruling can settle it."""
    (found,) = itself(fact("request body/title", Attribute.echoed, False, EXAMPLE, line=3))
    assert found.pointer == "#/components/schemas/SongUpdate/properties/title"
    assert (str(found.position), found.kind) == ("songs-page:3:1", Kind.inconsistent)


WHERE = ["request body/a", "request body/a/b", "success body/a/b", "404 body/a", "200", "request query/a", "operation"]


@given(
    st.lists(
        st.builds(
            fact,
            st.sampled_from(WHERE),
            st.sampled_from(Attribute),
            st.one_of(st.booleans(), st.integers(), st.text(max_size=20)),
            st.sampled_from(SourceKind),
            operation=st.sampled_from(["", POST, "PATCH /songs/{songId}"]),
        ),
        max_size=8,
    )
)
def test_any_facts(facts: list[Fact]) -> None:
    """Whatever facts a page or a lock has, findings come, each once; without lines they are the same ones."""
    found = inconsistent(page(facts))
    assert {f.id for f in found} <= IDS.keys()
    assert len({f.fingerprint for f in found}) == len(found)
    again = inconsistent(page(replace(each, line=7) for each in facts))
    assert [f.fingerprint for f in again] == [f.fingerprint for f in found]


def test_resources() -> None:
    """Operations on one resource are told by the words before the first variable."""
    assert resource_of("POST /v1/songs/update") == resource_of("GET /songs/{id}/parts") == ("songs",)
