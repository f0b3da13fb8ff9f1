"""Laws of state, time and chance: what is kept, and what a seed makes repeatable."""

from __future__ import annotations

from pathlib import Path

import pytest
from handbill_generator.diagnostics import ConfigError
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
    """The clock begins at a fixed moment, goes on by a second a request, and can be put forward."""
    made = [shop.post("/things", {"name": "a"}).json["made"] for _ in range(2)]
    shop.sandbox.clock.advance(3600)
    made.append(shop.post("/things", {"name": "a"}).json["made"])
    assert made == ["2026-03-02T09:00:01.000Z", "2026-03-02T09:00:02.000Z", "2026-03-02T10:00:03.000Z"]


def test_ids_of_one_provider_do_not_depend_on_another(shop: Caller, tmp_path: Path) -> None:
    """What is asked of one provider leaves the ids of the others as they are."""
    (tmp_path / "b").mkdir()
    roles = [role(tmp_path), role(tmp_path / "b", name="other")]
    with Sandbox(seed=7, roles=roles) as both, serve(both) as running:
        Caller(running, "other").post("/things", {"name": "x"})
        with_another = Caller(running, "shop").post("/things", {"name": "a"})
    assert with_another.json["id"] == shop.post("/things", {"name": "a"}).json["id"]


def test_state_outlives_the_process(open_shop: Open, tmp_path: Path) -> None:
    """A file keeps what was stored; ids and time go on after what is there, with the same seed too."""
    file = tmp_path / "state.db"
    first = open_shop(seed=7, state=file).post("/things", {"name": "a"}).json
    again = open_shop(seed=7, state=file)
    second = again.post("/things", {"name": "b"}).json
    assert again.get("/things").json["data"] == [first, second]
    assert first["id"] != second["id"]
    assert first["made"] < second["made"]


def test_what_is_there_from_the_start_is_stored_once(open_shop: Open, tmp_path: Path) -> None:
    """A state that has something of a provider is not seeded again."""
    file = tmp_path / "state.db"
    first, again = (
        open_shop(seed=seed, state=file).sandbox.store.collection("shop", "shelves").all() for seed in (1, 2)
    )
    assert first == again
    assert len(first) == 1


def test_a_reset_begins_anew(shop: Caller) -> None:
    """After a reset everything is as it was at the start, and the same calls get the same answers."""
    played = play(shop)
    shop.sandbox.inject("shop", "500", on=2)
    shop.sandbox.reset()
    assert (shop.sandbox.requests, shop.sandbox.campaigns("shop")) == ([], [])
    assert play(shop) == played


def test_a_file_that_cannot_be_used_is_an_error(tmp_path: Path) -> None:
    """A state that is no database, or a folder, is one error that names it."""
    (tmp_path / "text.db").write_text("no database, but long enough to be taken for one" * 50)
    for file in (tmp_path / "text.db", tmp_path, tmp_path / "none" / "x.db"):
        with pytest.raises(ConfigError, match="cannot keep the state"):
            Sandbox(state=file, roles=[role(tmp_path)])
