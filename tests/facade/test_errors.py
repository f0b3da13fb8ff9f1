"""Errors: one class for one meaning, whoever the provider is, decided by status and machine code and never by text."""

from __future__ import annotations

from typing import Any

import pytest
from handbill import (
    CallFailed,
    Draft,
    Forbidden,
    InvalidRequest,
    Malformed,
    NotEditable,
    NotFound,
    OutcomeUnknown,
    ProviderDown,
    RateLimited,
    Refused,
    Status,
    Unauthorized,
    Unexpected,
    adapter_of,
)

from ..clients.server import Server
from .calling import Mode, opened
from .cases import TESTED, USABLE, case_of
from .failing import caught, check, check_cause
from .stage import SECRET, Stage

OWN = [(name, status, code) for name in TESTED for status, code in adapter_of(name).reading.failures]
READING = ("get", "list", "stats")

STATUSES: dict[int, type[CallFailed]] = {
    **dict.fromkeys((400, 413, 422), InvalidRequest),
    401: Unauthorized,
    **dict.fromkeys((402, 403), Forbidden),
    404: NotFound,
    409: NotEditable,
    429: RateLimited,
    **dict.fromkeys((500, 501, 502, 503, 504, 505, 520, 599), ProviderDown),
    **dict.fromkeys((405, 406, 408, 410, 418, 425, 451, 499), Unexpected),
}
MAYBE_DONE = (408, 500, 501, 502, 504, 505, 520, 599)


@pytest.mark.parametrize("provider", TESTED)
def test_a_status_has_one_meaning(stage: Stage, mode: Mode) -> None:
    """Each status is the same class for every provider; where a write may have happened all the same, that is said."""
    with stage.caller(mode) as caller:
        id = caller("create", stage.case.draft).id
        for status, verb in ((status, verb) for status in STATUSES for verb in ("get", "create")):
            stage.sandbox.inject(stage.provider, str(status))
            error = caught(caller, verb, *stage.arguments(verb, id)[0])
            unknown = verb == "create" and status in MAYBE_DONE
            assert type(error) is (OutcomeUnknown if unknown else STATUSES[status]), (status, verb)
            assert error.failure.status_code == status
            check(stage, error, verb)
            check_cause(stage, error)


@pytest.mark.parametrize("provider", TESTED)
def test_a_redirect_is_an_error(stage: Stage, mode: Mode, server: Server) -> None:
    """No key follows a redirect to somewhere else: it is an answer that nobody expected."""
    with stage.scripted(server, mode) as caller:
        for status in (300, 301, 302, 307, 308):
            server.answer(status, {}, headers={"Location": "http://127.0.0.1:9/"})
            error = caught(caller, "create", stage.case.draft)
            assert type(error) is Unexpected
            assert error.failure.status_code == status


@pytest.mark.parametrize(("provider", "status", "code"), OWN)
def test_a_code_has_the_meaning_of_the_table(stage: Stage, status: int, code: str, mode: Mode, server: Server) -> None:
    """Where the provider's own table says more of a machine code, or of a status, that counts."""
    expected = adapter_of(stage.provider).reading.failures[status, code]
    for verb in ("get", "create"):
        args, _ = stage.arguments(verb, "c-1")
        server.answer(status, stage.case.worded(code), headers={"X-Request-Id": "r-1"})
        with stage.scripted(server, mode) as caller:
            error = caught(caller, verb, *args)
        assert type(error) is expected
        assert (error.failure.status_code, error.failure.code, error.failure.request_id) == (status, code, "r-1")
        check(stage, error, verb)


@pytest.mark.parametrize(("provider", "status", "code"), [row for row in OWN if row[2]])
def test_a_code_that_nobody_knows_changes_nothing(stage: Stage, status: int, code: str, server: Server) -> None:
    """A code that no table has leaves the meaning of the status, and so does the code of another status."""
    for other_status, other_code in ((status, "SOMETHING_NEW"), (403, code)):
        server.answer(other_status, stage.case.worded(other_code))
        with stage.scripted(server) as caller:
            error = caught(caller, "get", "c-1")
        assert type(error) is STATUSES[other_status]


@pytest.mark.parametrize("provider", TESTED)
def test_no_error_body_is_an_accident(stage: Stage, server: Server) -> None:
    """Whatever an error body holds, the status decides, and its text never does."""
    with stage.scripted(server) as caller:
        for body in (b"", b"<html>429 400 NOT_FOUND</html>", b"null", b'["x"]', b"5", b'{"error": "x"}', b"\xff"):
            server.answer(403, body)
            error = caught(caller, "get", "c-1")
            assert type(error) is Forbidden
            check(stage, error, "get")


BY_ID = [cell for cell in USABLE if cell[1] not in ("create", "list")]


@pytest.mark.parametrize(("provider", "verb"), BY_ID)
def test_a_campaign_that_is_not_there_is_not_found(stage: Stage, verb: str, mode: Mode) -> None:
    """Every verb for an id that no campaign has raises NotFound, with the id."""
    with stage.caller(mode) as caller:
        id = caller("create", stage.case.draft).id
        gone = f"{id[:-1]}{'a' if id[-1] != 'a' else 'b'}"
        args, kwargs = stage.arguments(verb, gone)
        error = caught(caller, verb, *args, **kwargs)
    assert type(error) is NotFound
    assert error.failure.id == gone
    check(stage, error, verb)


@pytest.mark.parametrize(("provider", "verb"), USABLE)
def test_a_wrong_key_is_unauthorized(stage: Stage, verb: str, mode: Mode) -> None:
    """A key that the provider does not know raises Unauthorized, and is not shown."""
    args, kwargs = stage.arguments(verb, "c-1")
    wrong = dict.fromkeys(stage.case.credentials, SECRET)
    url = stage.running.url_of(stage.provider)
    with opened(stage.provider, mode, url, wrong, max_retries=0) as caller:
        error = caught(caller, verb, *args, **kwargs)
    assert type(error) is Unauthorized
    check(stage, error, verb)


@pytest.mark.parametrize("provider", TESTED)
def test_what_the_contract_does_not_allow_is_never_sent(stage: Stage, mode: Mode) -> None:
    """A value of a wrong type raises InvalidRequest, with the field, from the plan and the verb alike."""
    wrong: Any = Draft(name=5)  # type: ignore[arg-type]
    draft = Draft(name=wrong.name, content=stage.case.bare.content, audience=stage.case.bare.audience)
    with stage.caller(mode) as caller:
        error = caught(caller, "create", draft)
        with pytest.raises(InvalidRequest):
            caller.plan.create(draft)
    assert type(error) is InvalidRequest
    assert [field for field in error.fields if field.rpartition(".")[2] == "name"]
    check(stage, error, "create")
    assert stage.came == []


def test_fields_that_the_provider_names_are_told(stage_of: Any, mode: Mode, server: Server) -> None:
    """Where an error of the provider names fields, the error has them."""
    stage: Stage = stage_of("autosend")
    body = stage.case.worded("VALIDATION_FAILED")
    body["error"]["details"] = [{"field": "subject", "message": "long"}, {"field": "from.email", "message": "wrong"}]
    server.answer(400, body)
    with stage.scripted(server, mode) as caller:
        error = caught(caller, "update", "c-1", name="Autumn")
    assert isinstance(error, InvalidRequest)
    assert error.fields == ("subject", "from.email")


@pytest.mark.parametrize(("provider", "verb"), [cell for cell in USABLE if case_of(cell[0]).enveloped])
def test_a_success_that_is_none_is_refused(stage: Stage, verb: str, mode: Mode, server: Server) -> None:
    """An answer of 200 that says `success: false` raises Refused, at whichever call of the verb it comes."""
    with stage.caller(mode) as caller:
        id = stage.ready(caller, verb)
        args, kwargs = stage.arguments(verb, id)
        before = len(stage.came)
        caller(verb, *args, **kwargs)
    answers = [(one.status, one.answer_body) for one in stage.came[before:]]
    assert all(body["success"] is True for _, body in answers)
    refusals = [{"success": False}, {"success": False, "error": {"code": "NO", "message": "no"}}]
    with stage.scripted(server, mode) as caller:
        for number, (status, body) in enumerate(answers):
            for refusal in (*refusals, {**body, "success": False}):
                for each in answers[:number]:
                    server.answer(*each)
                server.answer(status, refusal)
                error = caught(caller, verb, *args, **kwargs)
                assert type(error) is Refused
                assert error.failure.code in ("NO", "")
                check(stage, error, verb)


@pytest.mark.parametrize(("provider", "verb"), [cell for cell in USABLE if cell[1] != "delete"])
def test_an_answer_that_is_none_is_malformed(stage: Stage, verb: str, mode: Mode, server: Server) -> None:
    """A success that is not what the contract says raises Malformed, whose cause has the bytes."""
    args, kwargs = stage.arguments(verb, "c-1")
    with stage.scripted(server, mode) as caller:
        for body in (b"", b"<html>", b"[]", b"null", b'{"id"'):
            server.answer(200, body)
            error = caught(caller, verb, *args, **kwargs)
            assert type(error) is Malformed
            assert getattr(error.__cause__, "content", None) == body
            check(stage, error, verb)


def renamed(body: Any, word: str) -> Any:
    """Give an answer in which every campaign has another status."""
    if isinstance(body, dict):
        return {name: word if name == "status" else renamed(value, word) for name, value in body.items()}
    return [renamed(one, word) for one in body] if isinstance(body, list) else body


@pytest.mark.parametrize("word", ["brewing", ""])
@pytest.mark.parametrize("provider", TESTED)
def test_a_status_that_nobody_knows_is_unknown(stage: Stage, word: str, mode: Mode, server: Server) -> None:
    """A status word that the table lacks is UNKNOWN and no error; the word is kept, and mail may leave."""
    with stage.caller(mode) as caller:
        id = caller("create", stage.case.draft).id
        before = len(stage.came)
        caller("get", id)
        caller("list")
    for one in stage.came[before:]:
        server.answer(200, renamed(one.answer_body, word))
    with stage.scripted(server, mode) as caller:
        found = [caller("get", id), *caller("list")]
    assert [(one.status, one.native_status) for one in found] == [(Status.UNKNOWN, word)] * 2
    assert found[0].status.may_send


@pytest.mark.parametrize("provider", TESTED)
def test_every_status_word_has_its_meaning(stage: Stage, mode: Mode) -> None:
    """Each word of the table is read as the table says, and kept beside it."""
    with stage.caller(mode) as caller:
        id = caller("create", stage.case.draft).id
        for word, status in adapter_of(stage.provider).statuses.items():
            stage.sandbox.move(stage.provider, id, word)
            read = caller("get", id)
            assert (read.status, read.native_status) == (status, word)


REFUSING = [
    ("loops", "update", "Scheduled", NotEditable),
    ("loops", "update", "Sending", NotEditable),
    ("loops", "schedule", "Sent", NotEditable),
    ("loops", "stats", "Draft", InvalidRequest),
    ("batch", "update", "running", Forbidden),
    ("batch", "start", "completed", Forbidden),
    ("autosend", "delete", "sent", NotEditable),
    ("autosend", "pause", "draft", InvalidRequest),
    ("autosend", "resume", "draft", InvalidRequest),
    ("autosend", "cancel", "sent", InvalidRequest),
    ("sendkit", "resume", "draft", InvalidRequest),
]


@pytest.mark.parametrize(("provider", "verb", "word", "kind"), REFUSING)
def test_a_state_that_does_not_allow_it(stage: Stage, verb: str, word: str, kind: type[CallFailed], mode: Mode) -> None:
    """A verb that the state of the campaign does not allow is refused by the provider, and changes nothing."""
    with stage.caller(mode) as caller:
        id = caller("create", stage.case.draft).id
        stage.sandbox.move(stage.provider, id, word)
        before = stage.stored(id)
        args, kwargs = stage.arguments(verb, id)
        error = caught(caller, verb, *args, **kwargs)
    assert type(error) is kind
    assert stage.stored(id) == before
    check(stage, error, verb)


def test_a_trigger_that_has_sent_is_not_editable(stage_of: Any) -> None:
    """SendKit's rule about triggers is a state that does not allow the change, by its code."""
    stage: Stage = stage_of("sendkit")
    subsequence: Any = {"trigger": {"type": "reply"}, "sequence": []}
    with stage.caller() as caller:
        id = caller("create", stage.case.draft, native={"subsequences": [subsequence]}).id
        campaigns = stage.sandbox.store.collection("sendkit", "campaigns")
        stored = campaigns.get(id)
        stored["subsequences"][0]["sent"] = 1
        campaigns.put(id, stored)
        again = {"_id": stored["subsequences"][0]["_id"], "trigger": {"type": "ai_tag", "value": "hot"}, "sequence": []}
        error = caught(caller, "update", id, native={"subsequences": [again]})
    assert type(error) is NotEditable
    assert error.failure.code == "TRIGGER_IMMUTABLE"
