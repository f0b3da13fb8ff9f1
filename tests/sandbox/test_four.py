"""Laws of the four over HTTP: every operation is there, and the sandbox can be had in a test in two lines."""

from __future__ import annotations

import doctest
import json
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import quote

import handbill_generator.testing
import pytest
from handbill_generator.contract import Contract, Operation
from handbill_generator.sandbox import Running
from handbill_generator.sandbox.contracts import Shelf
from handbill_generator.sandbox.credentials import presentation
from handbill_generator.sandbox.providers import PROVIDERS
from handbill_generator.sandbox.synthesis import synthesise
from handbill_generator.testing import sandbox
from handbill_loops import Loops

from .calling import Caller
from .shop import document


@pytest.fixture
def running() -> Iterator[Running]:
    """Give the four."""
    with sandbox(seed=7) as running:
        yield running


@pytest.mark.parametrize("name", PROVIDERS)
def test_every_operation_is_answered_for_every_example(running: Running, name: str) -> None:
    """What the contract shows as a request is understood: it is answered, or refused for what is not stored."""
    caller = Caller(running, name)
    contract = running.sandbox.player(name).service.contract
    for operation in contract.operations:
        for body in _bodies(operation):
            reply = caller.call(operation.method, _path(operation, contract), body, _headers(operation, running, name))
            assert reply.status in (200, 201, 202, 204, 307, 404), (operation.id.raw, reply.content)
            assert reply.status == 404 or reply.headers["x-handbill-sandbox"] in ("state", "example")
    assert running.sandbox.violations == []
    assert {each.operation for each in running.sandbox.requests} == {each.id.raw for each in contract.operations}


def _bodies(operation: Operation) -> list[Any]:
    return list(operation.request_body.content[0].examples.values()) if operation.request_body else [None]


def _path(operation: Operation, contract: Contract) -> str:
    path, query = operation.path.raw, []
    for parameter in operation.parameters:
        assert parameter.schema
        value = quote(str(synthesise(parameter.schema.keywords, contract.resolve)), safe="")
        path = path.replace(f"{{{parameter.name.raw}}}", value)
        query += [f"{parameter.name.raw}={value}"] if parameter.location == "query" and parameter.required else []
    return f"{path}?{'&'.join(query)}"


def _headers(operation: Operation, running: Running, name: str) -> dict[str, str]:
    contract, expected = running.sandbox.player(name).service.contract, running.sandbox.providers[name].credentials
    keys = min(operation.security, key=len, default=())
    return dict(presentation(contract.security_schemes[key], expected[key]) for key in keys)


def test_a_client_needs_nothing_but_the_address_and_the_key(running: Running) -> None:
    """A typed client creates and lists campaigns, and a broken connection is what it looks like in earnest."""
    key = running.sandbox.providers["loops"].credentials["apiKey"]
    with Loops(api_key=key, base_url=running.url_of("loops")) as loops:
        made = loops.campaigns.create(name="Spring")
        assert [each.id for each in loops.campaigns.list()] == [made.id]
        running.sandbox.inject("loops", "lost")
        with pytest.raises(Exception, match=r"connection|disconnected|reset"):
            loops.campaigns.create(name="Summer")
    assert [each.name for each in running.sandbox.campaigns("loops")] == ["Spring", "Summer"]


def test_requests_that_come_at_once_are_all_answered(running: Running) -> None:
    """The first requests to a provider wait together for its contract, and those after them are carried out in turn."""
    caller = Caller(running, "batch")
    with ThreadPoolExecutor(8) as pool:
        statuses = list(pool.map(lambda _: caller.get("/orchestrations/list", headers={}).status, range(16)))
    assert statuses == [401] * 16
    assert sorted(each.number for each in running.sandbox.requests) == list(range(1, 17))


def test_a_contract_is_read_once(tmp_path: Path) -> None:
    """Threads that ask for a contract at the same time get the same one."""
    (tmp_path / "shop.json").write_text(json.dumps(document()))
    shelf = Shelf()
    with ThreadPoolExecutor(8) as pool:
        services = list(pool.map(lambda _: shelf.get(tmp_path / "shop.json"), range(8)))
    assert len(set(map(id, services))) == 1
    assert shelf.has(tmp_path / "shop.json")


def test_the_example_for_tests_works() -> None:
    """What the documentation of `handbill_generator.testing` shows is what happens."""
    assert doctest.testmod(handbill_generator.testing).attempted == 1


def test_paths_may_be_texts(tmp_path: Path) -> None:
    """What tests give as a path may be a text."""
    (tmp_path / "shop.json").write_text(json.dumps(document()))
    with sandbox(spec=str(tmp_path / "shop.json"), state=str(tmp_path / "x.db")) as running:
        assert list(running.sandbox.providers) == ["api"]


def test_without_the_extra_an_import_says_how_to_install_it() -> None:
    """Where Starlette is missing, the import of `handbill_generator.testing` says what to install."""
    program = (
        "import sys\n"
        "class Without:\n"
        "    def find_spec(self, name, *more):\n"
        "        if name == 'starlette':\n"
        "            raise ModuleNotFoundError(name=name)\n"
        "sys.meta_path.insert(0, Without())\n"
        "import handbill_generator.testing"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.stderr.endswith('the sandbox needs starlette; install it with: pip install "handbill[sandbox]"\n')
