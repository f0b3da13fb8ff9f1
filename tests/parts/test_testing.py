"""The transports for users' tests: they answer what is queued, and take nothing that the contract does not have."""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import handbill_loops
import pytest
from handbill_loops import APIConnectionError, APITimeoutError, AsyncLoops, Loops, errors, models
from handbill_loops.testing import AsyncFakeTransport, FakeTransport

from ..clients.contracts import operation, operations
from ..clients.examples import examples
from ..generator.documents import document
from .making import MODES, Emitted, Mode, made

SECRET = "s3cr3t"


def run(mode: Mode, fake: Any, what: Any) -> Any:
    """Call through a fake transport, sync or async."""
    if mode == "sync":
        with Loops(api_key=SECRET, transport=fake) as loops:
            return what(loops)

    async def arun() -> Any:
        async with AsyncLoops(api_key=SECRET, transport=fake) as loops:
            return await what(loops)

    return asyncio.run(arun())


def fakes(mode: Mode) -> Any:
    return FakeTransport() if mode == "sync" else AsyncFakeTransport()


def example_of(name: str, status: str) -> Any:
    """The first example of an answer."""
    media = operation(name).response(status).body
    assert media is not None
    return next(iter(examples(media).values()))


CAMPAIGN = example_of("loops-getCampaign", "200")
PAGE = example_of("loops-listCampaigns", "200")
PAGE = PAGE | {"pagination": PAGE["pagination"] | {"nextCursor": None}, "data": []}
CREATED = example_of("loops-createCampaign", "201")


@pytest.mark.parametrize("each", operations(), ids=str)
def test_all_that_is_documented_can_be_answered(each: Any, subtests: pytest.Subtests) -> None:
    """Every body that a contract gives for a status is taken for it, and others that it does not have are not."""
    fake = each.provider.module("testing").FakeTransport()
    for response in each.responses:
        if response.status.isdigit() and response.body:
            with subtests.test(response.status):
                for body in examples(response.body).values():
                    fake.answer(each.id, body, status=int(response.status))
                with pytest.raises(AssertionError, match=rf"{each.id}: "):
                    fake.answer(each.id, b"<html>", status=int(response.status))
    if not {"4XX", "default"} & {response.status for response in each.responses}:
        with pytest.raises(AssertionError, match="418 is not documented"):
            fake.answer(each.id, {}, status=418)


@pytest.mark.parametrize("mode", MODES)
def test_an_answer_is_read_as_the_api_s_own(mode: Mode) -> None:
    """What is queued arrives as a typed result, with its status and headers; a typed model may be queued as well."""
    typed = models.Campaign.model_validate(CAMPAIGN)
    for body in (CAMPAIGN, json.dumps(CAMPAIGN).encode(), typed):
        with fakes(mode) as fake:
            fake.answer("getCampaign", body, headers={"X-Request-Id": "r1"})
            assert run(mode, fake, lambda loops: loops.campaigns.get("c1")) == typed
            assert [sent.operation for sent in fake.requests] == ["getCampaign"]
    with fakes(mode) as fake:
        fake.answer("createCampaign", CREATED, request={"name": "Spring"})
        assert run(mode, fake, lambda loops: loops.campaigns.create(name="Spring")).id == CREATED["id"]


@pytest.mark.parametrize("mode", MODES)
def test_an_error_is_raised_as_the_api_s_own(mode: Mode) -> None:
    """A documented error has its class and its body."""
    with fakes(mode) as fake:
        fake.answer("getCampaign", {"message": "no such campaign"}, status=404, headers={"X-Request-Id": "r1"})
        with pytest.raises(errors.NotFoundError) as caught:
            run(mode, fake, lambda loops: loops.campaigns.get("c1"))
    assert (caught.value.body.message, caught.value.request_id) == ("no such campaign", "r1")


@pytest.mark.parametrize("mode", MODES)
def test_operations_come_in_the_order_queued(mode: Mode) -> None:
    """Another operation than the one that is queued is an AssertionError that names both, and so is one too many."""
    fake = fakes(mode)
    fake.answer("createCampaign", CREATED)
    with pytest.raises(AssertionError, match="getCampaign came: createCampaign was expected"):
        run(mode, fake, lambda loops: loops.campaigns.get("c1"))
    fake = fakes(mode)
    with pytest.raises(AssertionError, match="getCampaign came: no more was expected"):
        run(mode, fake, lambda loops: loops.campaigns.get("c1"))


@pytest.mark.parametrize("mode", MODES)
def test_what_came_wrong_is_not_swallowed(mode: Mode) -> None:
    """Code under test that catches everything does not hide it: `done` says it again."""
    fake = fakes(mode)
    with suppress(AssertionError):
        run(mode, fake, lambda loops: loops.campaigns.get("c1"))
    with pytest.raises(AssertionError, match="getCampaign came"):
        fake.done()


def test_nothing_may_be_left_over() -> None:
    """Answers that nobody asked for are named, by `done` and at the end of the block; a failing block is not masked."""
    fake = FakeTransport()
    fake.answer("getCampaign", CAMPAIGN)
    fake.fail(sent=True)
    with pytest.raises(AssertionError, match=r"^getCampaign, what fails did not come$"):
        fake.done()
    with pytest.raises(AssertionError, match="did not come"), fake:
        pass
    with pytest.raises(KeyError), fake:
        raise KeyError


def test_an_operation_must_exist() -> None:
    """A name that the contract does not have is refused with those that it has."""
    for queue in (lambda fake: fake.answer("getCampagne", {}), lambda fake: fake.fail("getCampagne", sent=True)):
        with pytest.raises(AssertionError, match=r"no operation getCampagne; there are .*getCampaign"):
            queue(FakeTransport())


@pytest.mark.parametrize(
    ("change", "place"), [({"id": 5}, "/id"), ({"id": None}, "/id"), ({"createdAt": "soon"}, "/createdAt")]
)
def test_a_fault_of_an_answer_is_found_when_it_is_queued(change: dict[str, Any], place: str) -> None:
    """With its place, before anything is sent."""
    with pytest.raises(AssertionError, match=rf"getCampaign: .* at {place}: "):
        FakeTransport().answer("getCampaign", CAMPAIGN | change)
    with pytest.raises(AssertionError, match=r"getCampaign: the body of this 404 .* at /message: "):
        FakeTransport().answer("getCampaign", {}, status=404)


@pytest.mark.parametrize("mode", MODES)
def test_the_request_is_compared(mode: Mode) -> None:
    """The JSON body must be the expected one; of a request without a body, the query."""
    fake = fakes(mode)
    fake.answer("createCampaign", CREATED, request={"name": "Summer"})
    with pytest.raises(AssertionError, match=r"{'name': 'Summer'} was expected, and not {'name': 'Spring'}"):
        run(mode, fake, lambda loops: loops.campaigns.create(name="Spring"))
    fake = fakes(mode)
    fake.answer("getCampaign", CAMPAIGN, request={})
    assert run(mode, fake, lambda loops: loops.campaigns.get("c1")).id == CAMPAIGN["id"]
    with FakeTransport() as listing, Loops(api_key=SECRET, transport=listing) as loops:
        listing.answer("listCampaigns", PAGE, request={"perPage": "20"})
        assert list(loops.campaigns.list(per_page="20")) == []


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("sent", "delivery"), [(True, "maybe_sent"), (False, "not_sent")])
def test_a_connection_can_fail(mode: Mode, sent: bool, delivery: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A failure is queued in place of an answer, and the client's own rules of trying again hold for it."""
    monkeypatch.setattr("random.uniform", lambda low, high: 0.0)
    with fakes(mode) as fake:
        for _ in range(1 if sent else 3):
            fake.fail("createCampaign", sent=sent)
        with pytest.raises(APIConnectionError) as caught:
            run(mode, fake, lambda loops: loops.campaigns.create(name="Spring"))
    assert (caught.value.delivery, len(fake.requests)) == (delivery, 1 if sent else 3)
    with fakes(mode) as fake:
        fake.fail(sent=True, timed_out=True)
        with pytest.raises(APITimeoutError):
            run(mode, fake, lambda loops: loops.campaigns.create(name="Spring"))


@pytest.mark.parametrize("mode", MODES)
def test_a_retry_is_an_answer_more(mode: Mode) -> None:
    """A documented refusal is tried again by the client; what only a proxy says can be queued, too."""
    with fakes(mode) as fake:
        fake.answer("getCampaign", {"message": "slow down"}, status=429, headers={"Retry-After": "0"})
        fake.answer("getCampaign", "<html>", status=503, headers={"Retry-After": "0"}, documented=False)
        fake.answer("getCampaign", CAMPAIGN)
        run(mode, fake, lambda loops: loops.campaigns.get("c1"))
    assert len(fake.requests) == 3


@pytest.mark.parametrize("mode", MODES)
def test_an_answer_can_be_late(mode: Mode) -> None:
    """A delay passes, unless it is longer than the call would wait: then the call times out at once."""
    with fakes(mode) as fake:
        fake.answer("getCampaign", CAMPAIGN, delay=0.01)
        fake.answer("createCampaign", CREATED, delay=1000)
        run(mode, fake, lambda loops: loops.campaigns.get("c1"))
        with pytest.raises(APITimeoutError):
            run(mode, fake, lambda loops: loops.campaigns.create(name="Spring"))


@pytest.mark.parametrize("mode", MODES)
def test_requests_do_not_show_credentials(mode: Mode) -> None:
    """What is printed of the requests, as pytest does it, holds no credential; they themselves do."""
    with fakes(mode) as fake:
        fake.answer("getCampaign", CAMPAIGN)
        run(mode, fake, lambda loops: loops.campaigns.get("c1"))
    assert SECRET not in repr(fake.requests)
    assert fake.requests[0].headers["authorization"] == f"Bearer {SECRET}"


def test_a_key_in_the_query_is_not_shown(t: Emitted) -> None:
    """Nor does it count as part of the query that a test expects."""
    fake = t.module("testing").FakeTransport()
    with fake, t.open("sync", query_key=SECRET, transport=fake) as client:
        fake.answer("withQueryKey", {"name": "n"}, request={})
        assert client.things.with_query_key().name == "n"
    assert SECRET not in repr(fake.requests)


def test_ranges_are_statuses(t: Emitted) -> None:
    """A status of a documented range is documented."""
    fake = t.module("testing").FakeTransport()
    fake.answer("createThing", {"id": "1"})
    fake.answer("createThing", {"message": "taken"}, status=409)
    fake.answer("createThing", status=422)
    with pytest.raises(AssertionError, match="500 is not documented; there are 201, 409, 4XX"):
        fake.answer("createThing", status=500)


def test_the_usual_answer_is_a_success_as_the_client_sees_it(tmp_path: Path) -> None:
    """Without a status that is a redirect where no other success is documented, and 200 where there is none at all."""
    answers = {"moved": {"302": {"description": "d"}}, "silent": {"404": {"description": "d"}}}
    paths = {f"/a/{name}": {"get": {"operationId": name, "responses": found}} for name, found in answers.items()}
    odd = made(document(info={"title": "Odd", "version": "1"}, paths=paths), tmp_path, "odd_answers", "Odd")
    with odd.module("testing").FakeTransport() as fake, odd.open("sync", transport=fake) as client:
        fake.answer("moved", headers={"location": "/b"})
        assert client.a.moved().location == "/b"
        fake.answer("silent", b"words")
        assert client.a.silent() == b"words"


def test_the_module_is_loaded_only_on_demand() -> None:
    """Nobody but a test pays for it."""
    assert "testing" not in handbill_loops.__all__
