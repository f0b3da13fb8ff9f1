"""Every documented answer of every operation, sync and async: its type comes back, with all that was served."""

from __future__ import annotations

from dataclasses import replace

import pytest

from .answers import LOCATION, message_of, replies, success
from .calls import bare
from .contracts import Operation, operations
from .emitted import STATUS_CLASSES, dumped, error_class, kinds_of, unlisted_in
from .loopback import calling, failed, performed
from .pages import LISTINGS
from .providers import MODES, Mode
from .server import Server
from .wire import canonical

PAGED = {str(listing) for listing in LISTINGS}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("each", [each for each in operations() if str(each) not in PAGED], ids=str)
def test_the_typed_result_comes_back(each: Operation, mode: Mode, server: Server, subtests: pytest.Subtests) -> None:
    """Each example of each success becomes the class of its schema, and dumps to what was served."""
    with calling(each, mode, server.url) as caller:
        for reply in replies(each, each.successes):
            with subtests.test(str(reply)):
                result, _ = performed(caller, bare(each), server, reply)
                if reply.status[0] == "3":
                    assert result.location == LOCATION
                    continue
                if reply.media is None:
                    assert result is None
                    continue
                assert type(result) in kinds_of(reply.media, reply.body)
                assert canonical(dumped(result)) == canonical(reply.body)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("each", operations(), ids=str)
def test_a_documented_error_has_its_class(
    each: Operation, mode: Mode, server: Server, subtests: pytest.Subtests
) -> None:
    """Each example of each failure raises the class of its status: with typed body, message, and facts of the call."""
    with calling(each, mode, server.url) as caller:
        for reply in replies(each, each.failures):
            with subtests.test(str(reply)):
                error, (request,) = failed(caller, bare(each), server, reply)
                assert type(error) is error_class(each.provider, reply.status)
                assert (error.operation, error.method, error.status_code) == (each.id, each.method, reply.number)
                assert (error.url, error.content) == (server.url + request.path, reply.content)
                assert error.request_id == "req_1"
                if reply.media is None:
                    continue
                assert canonical(dumped(error.body)) == canonical(reply.body)
                assert unlisted_in(each.provider, error.body) == []
                assert error.message == message_of(each.provider, reply.body)
                assert error.message in str(error)


@pytest.mark.parametrize("each", operations(), ids=str)
def test_a_range_takes_every_status_in_it(each: Operation, server: Server, subtests: pytest.Subtests) -> None:
    """Where `2XX` is documented, every success that is not documented by itself is one."""
    ranges = [reply for reply in [success(each)] if reply.status == "2XX"]
    with calling(each, "sync", server.url) as caller:
        for reply in ranges:
            for number in {200, 201, 202, 299} - {int(one.status) for one in each.responses if one.status.isdecimal()}:
                with subtests.test(f"{reply} as {number}"):
                    result, _ = performed(caller, bare(each), server, replace(reply, number=number))
                    assert canonical(dumped(result)) == canonical(reply.body)


def test_every_documented_status_has_a_class() -> None:
    """The failures that the contracts document are those that the tests know the classes of."""
    documented = {one.status for each in operations() for one in each.failures}
    assert documented <= set(STATUS_CLASSES)


def test_everything_documented_is_served() -> None:
    """Each status of each operation is served at least once: none is without a reply."""
    for each in operations():
        served = {reply.status for reply in replies(each, each.responses)}
        assert served == {one.status for one in each.responses}, each
