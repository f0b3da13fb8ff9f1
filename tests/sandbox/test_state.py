"""Laws of the file that keeps the state: whose it is, what it keeps, and what happens when it fails."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from handbill_generator.diagnostics import ConfigError
from handbill_generator.sandbox import Sandbox, serve

from .calling import Caller
from .conftest import Open
from .shop import role


@contextmanager
def kept(file: Path, seed: int | None = None) -> Iterator[Caller]:
    """Serve the shop with its state in *file* while the block lasts."""
    with Sandbox(state=file, seed=seed, roles=[role(file.parent)]) as sandbox, serve(sandbox) as running:
        yield Caller(running, "shop")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Give the path of a file that is not there yet."""
    return tmp_path / "state.db"


def test_state_outlives_the_process(file: Path) -> None:
    """A file keeps what was stored; ids and time go on after what is there, with the same seed too."""
    with kept(file, seed=7) as shop:
        first = shop.post("/things", {"name": "a"}).json
    with kept(file, seed=7) as shop:
        second = shop.post("/things", {"name": "b"}).json
        assert shop.get("/things").json["data"] == [first, second]
    assert first["id"] != second["id"]
    assert first["made"] < second["made"]


def test_what_is_there_from_the_start_is_stored_once(file: Path) -> None:
    """A state that has something of a provider is not seeded again."""
    told = []
    for seed in (1, 2):
        with kept(file, seed=seed) as shop:
            told.append(shop.sandbox.store.collection("shop", "shelves").all())
    assert told[0] == told[1]
    assert len(told[0]) == 1


def test_a_seed_leaves_the_clock_of_a_later_run_alone(file: Path) -> None:
    """Without a seed the clock is the world's, however many requests a seeded run had; what was put forward stays."""
    with kept(file, seed=7) as shop:
        for _ in range(40):
            shop.get("/things")
        shop.sandbox.clock.advance(3600)
    with kept(file) as shop:
        ahead = shop.sandbox.clock.now() - datetime.now(UTC)
    assert abs(ahead - timedelta(hours=1)) < timedelta(seconds=1)


def test_a_reset_sets_the_clock_back(file: Path) -> None:
    """What was put forward is forgotten with the rest."""
    with kept(file, seed=7) as shop:
        start = shop.sandbox.clock.now()
        shop.sandbox.clock.advance(3600)
        shop.sandbox.reset()
        assert shop.sandbox.clock.now() == start


@pytest.mark.parametrize("statement", ["CREATE TABLE notes (text)", "CREATE TABLE objects (a, b)", "VACUUM"])
def test_a_database_of_another_program_is_refused_untouched(file: Path, statement: str) -> None:
    """A SQLite file that no sandbox made stays as it is, byte for byte, even if it has a table of our name."""
    with closing(sqlite3.connect(file)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute(statement)
    before = file.read_bytes()
    with pytest.raises(ConfigError, match="is no state of a sandbox; give another file"):
        Sandbox(state=file)
    assert (file.read_bytes(), [*file.parent.iterdir()]) == (before, [file])


def test_what_is_no_database_is_refused(file: Path) -> None:
    """A text is no state; neither is a folder, a pipe, or a file in a folder that is not there."""
    file.write_text("a text")
    with pytest.raises(ConfigError, match="is no state of a sandbox"):
        Sandbox(state=file)
    os.mkfifo(file.parent / "pipe")
    for path in (file.parent, file.parent / "pipe", file.parent / "none" / "x.db"):
        with pytest.raises(ConfigError, match=r"cannot keep the state of the sandbox: .*; give another file"):
            Sandbox(state=path)


def test_an_empty_file_becomes_a_state(file: Path) -> None:
    """A file that somebody made room for is used."""
    file.touch()
    with kept(file) as shop:
        assert shop.post("/things", {"name": "a"}).status == 200


def test_a_state_of_another_version_is_refused(file: Path) -> None:
    """What another version of handbill stored is not guessed at."""
    with kept(file):
        pass
    with closing(sqlite3.connect(file)) as database:
        database.execute("PRAGMA user_version = 2")
    with pytest.raises(ConfigError, match=r"another version of handbill made this state \(2\)"):
        Sandbox(state=file)


def test_a_damaged_state_is_one_error(file: Path) -> None:
    """A state of which a part is overwritten is refused when it is opened, or when it is first read."""
    with kept(file):
        pass
    content = file.read_bytes()
    file.write_bytes(content[:100] + b"\xff" * (len(content) - 100))
    with pytest.raises(ConfigError, match="the state of the sandbox"):
        Sandbox(state=file)


def test_a_state_has_one_sandbox(file: Path) -> None:
    """A second sandbox on a file is refused at once, and let in when the first is gone."""
    with kept(file) as shop:
        with pytest.raises(ConfigError, match="another sandbox, or another program, has this state open"):
            Sandbox(state=file)
        assert shop.post("/things", {"name": "a"}).status == 200
    with kept(file) as shop:
        assert len(shop.get("/things").json["data"]) == 1


def test_a_state_that_cannot_be_written_is_refused_at_the_start(file: Path) -> None:
    """Where SQLite may not write its journal, nothing is served that could not be kept."""
    with kept(file):
        pass
    (file.parent / "state.db-journal").mkdir()
    with pytest.raises(ConfigError, match="cannot keep the state of the sandbox"):
        Sandbox(state=file)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write what nobody may")
def test_a_read_only_state_is_refused_at_the_start(file: Path) -> None:
    """A file that may only be read is told before anything is served."""
    with kept(file):
        pass
    file.chmod(0o444)
    with pytest.raises(ConfigError, match="readonly"):
        Sandbox(state=file)


def test_a_disk_that_is_full_is_the_provider_s_own_failure(
    file: Path, open_shop: Open, caplog: pytest.LogCaptureFixture
) -> None:
    """A request that cannot be kept is 500 in the provider's envelope, recorded, and a violation; then it goes on."""
    shop = open_shop(state=file)
    shop.sandbox.store._rows("PRAGMA max_page_count = 1")  # no more than there are
    thing = {"name": "a", "site": f"https://example.com/{'x' * 50_000}"}
    reply = shop.post("/things", thing)
    assert (reply.status, reply.json["kind"]) == (500, "failed")
    assert [each.status for each in shop.sandbox.requests] == [500]
    [violation] = shop.sandbox.violations
    assert violation.startswith(f"shop createThing: StoreError: {file}: the state of the sandbox cannot be used: ")
    assert shop.get("/things").json == {"data": []}
    shop.sandbox.store._rows("PRAGMA max_page_count = 1000")
    assert shop.post("/things", thing).status == 200
    assert {record.levelname for record in caplog.records} == {"ERROR"}
    assert all(record.exc_info is None for record in caplog.records)


def test_a_store_that_fails_is_told_by_every_endpoint(open_shop: Open) -> None:
    """Where nothing can be read, providers and control endpoints say so in JSON, the clock's own request too."""
    shop = open_shop()
    shop.sandbox.store._rows("DROP TABLE objects")
    assert shop.get("/things").json["kind"] == "failed"
    assert shop.get("/nothing").status == 500
    for method, path in (("GET", "/_sandbox/campaigns"), ("POST", "/_sandbox/reset")):
        reply = shop.send(method, path)
        assert reply.status == 500
        assert "the state of the sandbox cannot be used: no such table" in reply.json["detail"]
