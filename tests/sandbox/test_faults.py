"""Laws of faults: what they do to a request and to what is stored, and how they are asked for."""

from __future__ import annotations

import http.client
from collections import Counter

import pytest
from handbill_generator.diagnostics import ConfigError

from .calling import Caller
from .conftest import Open

THING = {"name": "a"}


def names(shop: Caller) -> list[str]:
    """What was stored, as the journal of the shop has it."""
    return [each.name for each in shop.sandbox.campaigns("shop")]


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, "invalid"),
        (401, "unauthorized"),
        (403, "forbidden"),
        (404, "not_found"),
        (409, "conflict"),
        (422, "invalid"),
        (429, "too_many"),
        (500, "failed"),
        (502, "failed"),
        (503, "down"),
        (599, "failed"),
    ],
)
def test_a_status_is_answered_in_the_provider_s_words(shop: Caller, status: int, kind: str) -> None:
    """An injected status comes in the provider's envelope, nothing is carried out, and the next request is well."""
    shop.sandbox.inject("shop", str(status))
    reply = shop.post("/things", THING)
    assert (reply.status, reply.json["kind"]) == (status, kind)
    assert ("retry-after" in reply.headers) == (status in (429, 503))
    assert names(shop) == []
    assert shop.post("/things", THING).status == 200


@pytest.mark.parametrize(
    ("what", "error", "is_carried_out"),
    [
        ("reset", ConnectionResetError, False),
        ("lost", ConnectionResetError, True),
        ("cut", http.client.IncompleteRead, True),
    ],
)
def test_a_connection_breaks_off(shop: Caller, what: str, error: type[Exception], is_carried_out: bool) -> None:
    """`reset` comes before the request is carried out, `lost` and `cut` after it."""
    shop.sandbox.inject("shop", what)
    with pytest.raises(error):
        shop.post("/things", THING)
    assert names(shop) == (["a"] if is_carried_out else [])
    assert [each.fault for each in shop.sandbox.requests] == [what]
    assert shop.post("/things", THING).status == 200


def test_a_cut_answer_has_its_headers_and_half_of_its_body(shop: Caller) -> None:
    """What arrives of a cut answer is the first half of it."""
    whole = shop.get("/things").content
    shop.sandbox.inject("shop", "cut")
    with pytest.raises(http.client.IncompleteRead) as caught:
        shop.get("/things")
    assert caught.value.partial == whole[: len(whole) // 2]


def test_a_garbled_answer_is_a_success_that_nobody_can_read(shop: Caller) -> None:
    """`garbled` carries the request out, and its body is no JSON."""
    shop.sandbox.inject("shop", "garbled")
    reply = shop.post("/things", THING)
    assert (reply.status, reply.headers["content-type"]) == (200, "application/json")
    with pytest.raises(ValueError, match="Expecting value"):
        _ = reply.json
    assert names(shop) == ["a"]


def test_latency_comes_on_top(open_shop: Open) -> None:
    """Latency delays the answer, and another fault may strike the same request."""
    shop = open_shop(seed=1, faults=["shop:latency=0.01", "*:latency=0", "shop:500"])
    assert shop.get("/things").status == 500


def test_an_injected_fault_happens_once_to_the_request_it_is_for(shop: Caller) -> None:
    """`on=2` is the second request from now, and only that."""
    shop.sandbox.inject("shop", "500", on=2)
    shop.sandbox.inject("*", "404", on=4)
    assert [shop.get("/things").status for _ in range(5)] == [200, 500, 200, 404, 200]


def test_chance_comes_from_the_seed(open_shop: Open) -> None:
    """The same seed lets the same requests fail, about as many as the chance says."""
    first, second = (open_shop(seed=3, faults=["shop:503:0.3"]) for _ in range(2))
    statuses = [first.get("/things").status for _ in range(60)]
    assert statuses == [second.get("/things").status for _ in range(60)]
    assert 5 < Counter(statuses)[503] < 35


def test_chance_does_not_change_the_ids(open_shop: Open) -> None:
    """A fault that does not strike leaves the answers as they are without it."""
    plain, faulty = open_shop(seed=3), open_shop(seed=3, faults=["shop:503:0"])
    assert plain.post("/things", THING).content == faulty.post("/things", THING).content


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("shop", "must be PROVIDER:WHAT"),
        ("", "must be PROVIDER:WHAT"),
        ("shop:500:0.1:x", "must be PROVIDER:WHAT"),
        ("shoe:500", 'there is no provider "shoe"; write shop or *'),
        (":500", 'there is no provider ""'),
        ("shop:200", '"200" is no fault; write a status from 400 to 599, latency=SECONDS, reset, lost, cut, garbled'),
        ("shop:", '"" is no fault'),
        ("shop:latency", "is no latency; write seconds"),
        ("shop:latency=x", '"x" is no latency'),
        ("shop:latency=-1", '"-1" is no latency'),
        ("shop:latency=nan", '"nan" is no latency'),
        ("shop:500:2", '"2" is no chance; write a number from 0 to 1'),
        ("shop:500:", '"" is no chance'),
        ("shop:٥٠٠", "is no fault"),
    ],
)
def test_a_fault_that_cannot_be_read_says_what_to_write(open_shop: Open, text: str, said: str) -> None:
    """Wrong grammar is one error with the text and what to write instead."""
    with pytest.raises(ConfigError) as caught:
        open_shop(faults=[text])
    assert f'the fault "{text}" cannot be read: ' in str(caught.value)
    assert said in str(caught.value)


def test_what_is_injected_is_checked_too(shop: Caller) -> None:
    """A provider that is not played, a request before the next, and a chance are errors at once."""
    for provider, what, on in (("shoe", "500", 1), ("shop", "5", 1), ("shop", "500", 0), ("shop", "500:0.5", 1)):
        with pytest.raises(ConfigError):
            shop.sandbox.inject(provider, what, on=on)
