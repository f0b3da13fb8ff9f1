"""Where a package calls: the contract's servers, their variables, and operations that have servers of their own."""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import Any, Literal, get_args, get_type_hints
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ..clients.server import Server
from ..generator.documents import JSON, call, document, losses, plan
from .making import MODES, Emitted, Mode, made

SERVERS: list[JSON] = [
    {
        "url": "{scheme}://{tenant}.api.test:{port}/{base}",
        "description": "Production server.",
        "variables": {
            "scheme": {"default": "https", "enum": ["https", "http"]},
            "tenant": {"default": "demo", "description": "The name of the account."},
            "port": {"default": 443},
            "base": {"default": "v2/api"},
        },
    },
    {"url": "https://sandbox.test", "description": "The sandbox (reset every night)"},
    {
        "url": "https://{region}.eu.test/",
        "description": "European servers",
        "variables": {"region": {"default": "fr", "enum": ["fr", "de.1"], "description": "The country."}},
    },
    {"url": "https://old.test", "description": "A server that was used before the year 2020, for a while"},
    {"url": "/relative", "description": "Relative"},
    {"url": "https://{key}.late.test", "description": "Late", "variables": {"key": {}}},
]
PATHS: JSON = {
    "/things": {"get": call(operationId="getThings", tags=["Things"])},
    "/files": {
        "servers": [
            {"url": "/relative"},
            {"url": "https://files.test/{version}/", "variables": {"version": {"default": "v1"}}},
        ],
        "get": call(operationId="getFiles", tags=["Files"]),
        "post": call(
            operationId="addFile",
            tags=["Files"],
            servers=[{"url": "https://upload.test"}],
            **{"x-handbill-name": "add"},
        ),
        "put": call(operationId="setFile", tags=["Files"], servers=[{"url": "/other"}], **{"x-handbill-name": "set"}),
    },
}


def served(servers: list[JSON], paths: JSON | None = None) -> JSON:
    """Give a document with these servers."""
    return document(info={"title": "Paint", "version": "1"}, paths=paths or PATHS, servers=servers)


@pytest.fixture(scope="module")
def paint(tmp_path_factory: pytest.TempPathFactory) -> Emitted:
    return made(served(SERVERS), tmp_path_factory.mktemp("served"), "served", "Paint")


@pytest.fixture(scope="module")
def client(paint: Emitted) -> Any:
    return paint.module("client")


def test_the_first_server_is_the_default(client: Any) -> None:
    """Its variables have their defaults."""
    assert client.BASE_URL == "https://demo.api.test:443/v2/api"
    assert inspect.signature(client.Paint).parameters["base_url"].default == client.BASE_URL


def test_servers_are_constants_named_by_their_descriptions(client: Any) -> None:
    """A short description names a constant; one that says too much, or needs a value, does not."""
    found = {name: value for name, value in vars(client).items() if name.endswith("_URL") and name != "BASE_URL"}
    assert found == {
        "PRODUCTION_URL": "https://demo.api.test:443/v2/api",
        "SANDBOX_URL": "https://sandbox.test",
        "EUROPEAN_URL": "https://fr.eu.test",
    }


@pytest.mark.parametrize("order", [SERVERS[::-1], SERVERS[:3], [SERVERS[1], SERVERS[4], SERVERS[2]]])
def test_names_of_servers_are_stable(order: list[JSON]) -> None:
    """Moving, adding or taking away a server renames no other."""
    named = {str(a.constant): a.url.raw for a in plan(served(order)).addresses if a.constant}
    whole = {str(a.constant): a.url.raw for a in plan(served(SERVERS)).addresses if a.constant}
    assert named.items() <= whole.items()
    assert "SANDBOX_URL" in named


def test_two_servers_of_one_description_have_no_name() -> None:
    """Neither gets a number; an explicit name tells them apart."""
    twins: list[JSON] = [{"url": f"https://{name}.test", "description": "Sandbox"} for name in "ab"]
    assert plan(served([*twins, SERVERS[3]])).addresses == ()
    twins[1]["x-handbill-name"] = "playground"
    assert [a.constant for a in plan(served([*twins, SERVERS[3]])).addresses] == ["SANDBOX_URL", "PLAYGROUND_URL"]


@pytest.mark.parametrize("name", ["base", "server"])
def test_a_server_does_not_take_a_name_of_ours(name: str) -> None:
    """BASE_URL is the default, whatever a server is called."""
    servers = [{"url": "https://a.test"}, {"url": "https://b.test", "x-handbill-name": name}]
    assert plan(served(servers)).addresses == ()


def test_variables_are_arguments(client: Any) -> None:
    """An enum is a closed Literal; a default is a default; what has none must be given."""
    hints = get_type_hints(client.server_url)
    assert hints["scheme"] == Literal["https", "http"]
    assert get_args(get_type_hints(client.european_url)["region"]) == ("fr", "de.1")
    assert client.server_url() == client.BASE_URL
    assert client.server_url(scheme="http", tenant="me", port="80", base="v3/x") == "http://me.api.test:80/v3/x"
    assert client.european_url(region="de.1") == "https://de.1.eu.test"
    assert client.late_url(key="k") == "https://k.late.test"
    with pytest.raises(TypeError):
        client.late_url()
    assert "The name of the account." in client.server_url.__doc__


REFUSED: list[tuple[str, JSON]] = [
    ("server_url", {"scheme": "ftp"}),
    ("server_url", {"tenant": ""}),
    ("server_url", {"tenant": "evil.test/"}),
    ("server_url", {"tenant": "me@evil.test"}),
    ("server_url", {"tenant": "a b"}),
    ("server_url", {"tenant": "a\n"}),
    ("server_url", {"port": "80@evil.test"}),
    ("server_url", {"base": ""}),
    ("server_url", {"base": "v2?x=1"}),
    ("server_url", {"base": "../admin"}),
    ("server_url", {"base": "v2#x"}),
    ("european_url", {"region": "deX1"}),
    ("european_url", {"region": "it"}),
]


@pytest.mark.parametrize(("function", "values"), REFUSED)
def test_a_value_that_leaves_its_place_is_refused(client: Any, function: str, values: JSON) -> None:
    """What would address another host, another path or a query is a ValueError that names the variable."""
    with pytest.raises(ValueError, match=rf"^{next(iter(values))} cannot be "):
        getattr(client, function)(**values)


@given(tenant=st.text(max_size=8), base=st.text(max_size=8))
def test_no_value_leaves_its_place(client: Any, tenant: str, base: str) -> None:
    """Whatever is given, the address is refused or lies on a host below the contract's own."""
    try:
        found = urlsplit(client.server_url(tenant=tenant, base=base))
    except ValueError:
        return
    assert (found.hostname or "").endswith(".api.test")
    assert (found.scheme, found.port, found.query, found.fragment, found.username) == ("https", 443, "", "", None)


class Seen:
    """A transport that keeps the URL and answers nothing."""

    def __init__(self, failure: Any) -> None:
        self.urls: list[str] = []
        self._failure = failure

    def send(self, request: Any, /) -> Any:
        self.urls.append(request.url)
        raise self._failure("no answer", sent=True)

    def close(self) -> None:
        """Nothing is open."""


@pytest.mark.parametrize(
    ("method", "url"),
    [
        (lambda c: c.things.get(), "https://demo.api.test:443/v2/api/things"),
        (lambda c: c.files.get(), "https://files.test/v1/files"),
        (lambda c: c.files.add(), "https://upload.test/files"),
        (lambda c: c.files.set(), "https://demo.api.test:443/v2/api/files"),
    ],
)
def test_operations_are_called_where_they_are_served(paint: Emitted, method: Any, url: str) -> None:
    """The operation's own absolute server goes before that of its path, and that before the API's."""
    seen = Seen(paint.module("_transport").TransportError)
    with pytest.raises(paint.module("errors").APIConnectionError, match=url.rpartition("/")[0]):
        method(paint.open("sync", transport=seen, max_retries=0))
    assert seen.urls == [url]


@pytest.mark.parametrize("mode", MODES)
def test_a_base_url_that_is_given_holds_for_all(paint: Emitted, mode: Mode, server: Server) -> None:
    """A sandbox or a test is not left for an operation that has a server of its own."""
    server.answer(200, None)
    paint.call(mode, server.url, lambda c: c.files.add())
    assert server.request.target == "/files"


def test_a_relative_server_of_an_operation_is_lost() -> None:
    """The ledger says that it is not honoured."""
    assert losses(plan(served(SERVERS))) == {"#/paths/~1files/put/servers/0": "a server of its own"}


def test_operations_that_share_a_server_make_it_the_api_s() -> None:
    """Where the API itself has none, the one that all operations have is the default."""
    one = {"servers": [{"url": "https://one.test"}], "get": call(operationId="a", tags=["T"])}
    assert (
        plan(served([], {"/a": one, "/b": one | {"get": call(operationId="b", tags=["T"])}})).base_url.raw
        == "https://one.test"
    )
    other = {"get": call(operationId="b", tags=["T"])}
    assert plan(served([], {"/a": one, "/b": other})).base_url.raw == ""


@pytest.mark.parametrize(
    "url", ["https://a.test/x?y=1", "https://a.test/#x", "//a.test", "ftp://a.test", "{server}/v1", ""]
)
def test_what_is_no_base_address_is_none(url: str) -> None:
    """A server that no client could be made with is not the default; the caller gives one."""
    found = plan(served([{"url": url, "variables": {"server": {"default": "https://a.test"}}}]))
    assert found.base_url.raw in ("", "https://a.test/v1")


def test_a_package_without_variables_has_no_function(tmp_path: Path) -> None:
    """What a contract does not need is not emitted."""
    small = made(
        served([SERVERS[1]], {"/a": {"get": call(operationId="a", tags=["T"])}}), tmp_path, "small_served", "Paint"
    )
    text = (tmp_path / "small_served" / "client.py").read_text()
    assert "_filled" not in text
    assert "own_servers" not in (tmp_path / "small_served" / "_client.py").read_text()
    assert small.module("client").BASE_URL == "https://sandbox.test"
