"""What a client chooses: which class to read, which page to ask for, where to call."""

from __future__ import annotations

from typing import Any

import pytest
from handbill_loops import models as loops

from .contracts import spec
from .pages import LISTINGS
from .providers import MODES, PROVIDERS, Mode, Provider
from .server import Server
from .test_pages import gathered


def condition(value: Any) -> Any:
    body = {"type": "property", "key": "born", "operator": "between", "value": value}
    return loops.PropertyCondition.model_validate(body).value


def test_a_range_is_read_as_a_range() -> None:
    """An object that fits a class of a union is read as that class, one that does not is kept as it came."""
    found = condition({"from": "2026-01-01T00:00:00Z", "to": "2026-02-01T00:00:00Z"})
    assert isinstance(found, loops.DateRange)
    assert found.from_ < found.to
    assert condition({"since": 1}) == {"since": 1}


@pytest.mark.parametrize("mode", MODES)
def test_a_listing_without_a_number_of_pages_ends_with_an_empty_one(mode: Mode, server: Server) -> None:
    """Where the server does not say how many pages there are, they are asked for until one is empty."""
    listing = next(listing for listing in LISTINGS if str(listing) == "autosend-listCampaigns")
    for number, ids in enumerate((["a", "b"], ["c"], []), start=1):
        body = listing.page(ids, number)
        del body["data"]["pagination"]["totalPages"]
        server.answer(200, body)
    assert [item.id for item in gathered(listing, mode, server)] == ["a", "b", "c"]
    assert [dict(request.query) for request in server.requests] == [{}, {"page": "2"}, {"page": "3"}]


@pytest.mark.parametrize("provider", PROVIDERS, ids=str)
def test_the_first_server_of_the_contract_is_called(provider: Provider) -> None:
    """Unless told otherwise, a client calls the first server, with the defaults of its variables."""
    server = spec(provider)["servers"][0]
    url = server["url"]
    for name, variable in server.get("variables", {}).items():
        url = url.replace("{" + name + "}", variable["default"])
    client = getattr(provider.module("client"), provider.client)
    assert client.__init__.__kwdefaults__["base_url"] == url


@pytest.mark.parametrize("base_url", ["", "api.test", "//api.test", "/v1", "ftp://api.test", "file:///etc"])
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("provider", PROVIDERS, ids=str)
def test_a_base_url_is_http(provider: Provider, mode: Mode, base_url: str) -> None:
    """A base URL that is not http or https is refused when the client is made."""
    with pytest.raises(ValueError, match="base_url"):
        provider.open(mode, base_url)
