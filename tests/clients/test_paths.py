"""What an ID holds stays one segment of the path, whatever it is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from .answers import success
from .calls import bare
from .contracts import Operation, operation, operations
from .loopback import calling
from .providers import MODES, Caller, Mode
from .server import Server

ESCAPED = {
    "a/b": "a%2Fb",
    "..%2f": "..%252f",
    "%2e": "%252e",
    "?x=1": "%3Fx%3D1",
    "#f": "%23f",
    "a b+c": "a%20b%2Bc",
    "é😀": "%C3%A9%F0%9F%98%80",
    "\x00\r\n": "%00%0D%0A",
    "...": "...",
    "{campaignId}": "%7BcampaignId%7D",
    "a;b:c@d": "a%3Bb%3Ac%40d",
    "~-_.": "~-_.",
}
WITH_PATH = [each for each in operations() if "{" in each.path]


def with_ids(each: Operation, caller: Caller, value: str) -> None:
    """Call the operation with *value* as every ID of its path."""
    made = bare(each)
    caller(each.call, *(value for _ in made.args), **made.kwargs)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", ["loops-getCampaign", "sendkit-updateCampaignLead"])
def test_an_id_stays_one_segment(name: str, mode: Mode, server: Server) -> None:
    """Whatever an ID holds, it is escaped once and names one segment of the path."""
    each = operation(name)
    with calling(each, mode, server.url) as caller:
        for value, escaped in ESCAPED.items():
            success(each).script(server)
            with_ids(each, caller, value)
            (request,) = server.settle()
            assert request.target == "/".join(escaped if "{" in part else part for part in each.path.split("/"))


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("each", WITH_PATH, ids=str)
def test_an_id_that_is_no_segment_is_refused(each: Operation, mode: Mode, server: Server) -> None:
    """Empty and dot segments would address another operation: ValueError, and nothing is sent."""
    names = "|".join(one.name for one in each.parameters if one.place == "path")
    with calling(each, mode, server.url) as caller:
        for value in ("", ".", ".."):
            with pytest.raises(ValueError, match=f"({names}) must not be"):
                with_ids(each, caller, value)
    assert server.settle() == []


@given(value=st.text(min_size=1).filter(lambda text: text not in (".", "..")))
@settings(max_examples=200)
def test_any_id_is_one_segment(value: str) -> None:
    """No text at all makes more segments, a query or a fragment: what is sent has the shape of the template."""
    from handbill_loops._operation import Arguments, path_of
    from handbill_loops.resources.campaigns import _GET

    try:
        path = path_of(_GET, Arguments(path={"campaignId": value}))
    except UnicodeEncodeError:
        assert any("\ud800" <= letter <= "\udfff" for letter in value)
        return
    assert path.startswith("/v1/campaigns/")
    assert path.count("/") == 3
    assert path.isascii()
    assert not set(path) & set("?#\\ \r\n")
