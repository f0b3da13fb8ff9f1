"""Laws of rate limits: they count, refuse, tell when to come back, and nobody sleeps."""

from __future__ import annotations

import pytest
from handbill_generator.sandbox import Sandbox, serve

from .calling import Caller
from .conftest import Open

# The shop allows 3 requests in 10 seconds, and 2 of createThing in 60; its clock goes on by 50 ms a request.


def test_a_limit_refuses_what_is_too_much_and_says_for_how_long(open_shop: Open) -> None:
    """The fourth request within ten seconds is 429, and is let in as soon as the first no longer counts."""
    shop = open_shop(seed=1, limits=True)
    replies = [shop.get("/things") for _ in range(4)]
    assert [reply.status for reply in replies] == [200, 200, 200, 429]
    assert [reply.headers["x-ratelimit-remaining"] for reply in replies] == ["2", "1", "0", "0"]
    assert (replies[3].json["kind"], replies[3].headers["retry-after"]) == ("too_many", "9.85")
    assert replies[3].message == "more than 3 requests in 10 seconds"


def test_with_a_seed_who_was_refused_has_waited(open_shop: Open) -> None:
    """The clock goes on by the wait that a 429 asks for, so the next request is let in, and time alone lets in too."""
    shop = open_shop(seed=1, limits=True)
    assert [shop.get("/things").status for _ in range(7)] == [200, 200, 200, 429, 200, 200, 200]
    assert shop.get("/things").status == 429
    shop.sandbox.clock.advance(20)
    assert [shop.get("/things").status for _ in range(4)] == [200, 200, 200, 429]


def test_a_request_that_is_refused_does_not_count(open_shop: Open) -> None:
    """Who keeps on asking without a pause is refused until the first no longer counts."""
    shop = open_shop(limits=True)
    assert [shop.get("/things").status for _ in range(6)] == [200] * 3 + [429] * 3
    shop.sandbox.clock.advance(10)
    assert [shop.get("/things").status for _ in range(4)] == [200] * 3 + [429]


def test_a_limit_of_some_operations_leaves_the_others_alone(open_shop: Open) -> None:
    """A limit counts its own operations, beside the general one; the tighter of them is told."""
    shop = open_shop(seed=1, limits=True)
    first = shop.post("/things", {"name": "a"})
    assert first.headers["x-ratelimit-limit"] == "2"
    shop.post("/things", {"name": "b"})
    shop.sandbox.clock.advance(20)
    assert shop.post("/things", {"name": "c"}).headers["retry-after"] == "39.9"
    assert shop.get("/things").headers["x-ratelimit-limit"] == "3"


def test_a_limit_covers_what_is_wrong_too_but_not_strangers(open_shop: Open) -> None:
    """A request that is refused for its body counts; one without a credential does not."""
    shop = open_shop(seed=1, limits=True)
    assert shop.get("/things", headers={}).status == 401
    assert [shop.post("/things", {"nam": 1}).status for _ in range(3)] == [400, 400, 429]


@pytest.mark.parametrize(
    ("provider", "path", "scheme", "allowed"),
    [
        ("loops", "/v1/campaigns", "Bearer sandbox", 10),
        ("batch", "/catalogs/list", "Bearer sandbox", 5),
        ("autosend", "/campaigns", "Bearer sandbox", 2),
    ],
)
def test_the_limits_of_the_four_are_met_with_a_seed(provider: str, path: str, scheme: str, allowed: int) -> None:
    """With a seed too the first request beyond a documented limit is 429, the same one each time."""
    runs = []
    for _ in range(2):
        with Sandbox(seed=7, limits=True) as sandbox, serve(sandbox) as running:
            caller = Caller(running, provider)
            headers = {"Authorization": scheme, "X-Batch-Project": "sandbox"}
            runs.append([caller.get(path, headers=headers) for _ in range(allowed + 2)])
    assert [reply.status for reply in runs[0]] == [200] * allowed + [429, 200]
    assert runs[0] == runs[1]


def test_limits_are_off_unless_asked_for(open_shop: Open) -> None:
    """In process nothing is limited, and no headers tell of limits."""
    shop = open_shop(seed=1)
    replies = [shop.get("/things") for _ in range(20)]
    assert {reply.status for reply in replies} == {200}
    assert not any(name.startswith("x-ratelimit") for reply in replies for name in reply.headers)
