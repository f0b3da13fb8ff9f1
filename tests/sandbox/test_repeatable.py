"""Laws of state, time and chance: what is kept, and what a seed makes repeatable."""

from __future__ import annotations

from pathlib import Path

from handbill_generator.sandbox import Sandbox, serve

from .calling import Caller, Reply
from .conftest import Open
from .shop import role


def play(shop: Caller) -> list[Reply]:
    """Make the calls that are compared."""
    return [
        shop.post("/things", {"name": "a"}),
        shop.post("/things", {"nam": "b"}),
        shop.post("/things", {"name": "c"}),
        shop.get("/things"),
        shop.get("/nothing"),
        shop.get("/things/newest"),
    ]


def test_a_seed_repeats_everything(open_shop: Open) -> None:
    """The same seed and the same requests give the same answers, byte for byte, headers too."""
    first, second, other = open_shop(seed=7), open_shop(seed=7), open_shop(seed=8)
    played = play(first)
    assert played == play(second)
    assert played != play(other)


def test_without_a_seed_nothing_repeats(open_shop: Open) -> None:
    """Two sandboxes without a seed give different ids."""
    assert play(open_shop())[0].json["id"] != play(open_shop())[0].json["id"]


def test_a_seeded_clock_goes_by_the_requests(shop: Caller) -> None:
    """The clock begins at a fixed moment, goes on by 50 ms a request, and can be put forward."""
    made = [shop.post("/things", {"name": "a"}).json["made"] for _ in range(2)]
    shop.sandbox.clock.advance(3600)
    made.append(shop.post("/things", {"name": "a"}).json["made"])
    assert made == ["2026-03-02T09:00:00.050Z", "2026-03-02T09:00:00.100Z", "2026-03-02T10:00:00.150Z"]


def test_ids_of_one_provider_do_not_depend_on_another(shop: Caller, tmp_path: Path) -> None:
    """What is asked of one provider leaves the ids of the others as they are."""
    (tmp_path / "b").mkdir()
    roles = [role(tmp_path), role(tmp_path / "b", name="other")]
    with Sandbox(seed=7, roles=roles) as both, serve(both) as running:
        Caller(running, "other").post("/things", {"name": "x"})
        with_another = Caller(running, "shop").post("/things", {"name": "a"})
    assert with_another.json["id"] == shop.post("/things", {"name": "a"}).json["id"]


def test_a_reset_begins_anew(shop: Caller) -> None:
    """After a reset everything is as it was at the start, and the same calls get the same answers."""
    played = play(shop)
    shop.sandbox.inject("shop", "500", on=2)
    shop.sandbox.reset()
    assert (shop.sandbox.requests, shop.sandbox.campaigns("shop")) == ([], [])
    assert play(shop) == played


def test_without_a_seed_a_reset_brings_no_id_back(open_shop: Open) -> None:
    """An id that a client kept from before a reset means nothing after it."""
    shop = open_shop()
    before = shop.post("/things", {"name": "a"}).json["id"]
    shop.sandbox.reset()
    assert shop.post("/things", {"name": "a"}).json["id"] != before
