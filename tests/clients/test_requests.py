"""Every operation of every client, sync and async: exactly the request of the contract goes out, and nothing else."""

from __future__ import annotations

import inspect

import pytest

from .answers import success
from .calls import bare, calls_of
from .contracts import ROOT, Operation, operations
from .credentials import ways_in
from .emitted import class_of
from .examples import lacking
from .loopback import calling, performed
from .providers import MODES, PROVIDERS, Mode, Provider
from .server import Server
from .wire import arrived


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("each", operations(), ids=str)
def test_exactly_this_arrives(each: Operation, mode: Mode, server: Server, subtests: pytest.Subtests) -> None:
    """For each example, however it is given: method, path, query, headers, credentials and body are the contract's."""
    way_in = ways_in(each)[0]
    with calling(each, mode, server.url, way_in) as caller:
        for call in calls_of(each):
            with subtests.test(str(call)):
                _, (request,) = performed(caller, call, server, success(each))
                assert arrived(each, request) == call.expected(way_in)


@pytest.mark.parametrize("each", operations(), ids=str)
def test_every_way_in_is_open(each: Operation, server: Server, subtests: pytest.Subtests) -> None:
    """The credentials of each alternative that the contract lists are sent once, where it says, and no other is."""
    for way_in in ways_in(each)[1:]:
        with subtests.test(f"{each} with {' and '.join(way_in)}"):
            with calling(each, "sync", server.url, way_in) as caller:
                _, (request,) = performed(caller, bare(each), server, success(each))
            assert arrived(each, request) == bare(each).expected(way_in)


@pytest.mark.parametrize("each", operations(), ids=str)
def test_a_trailing_slash_of_the_base_url_changes_nothing(each: Operation, server: Server) -> None:
    """A base URL with a path and a slash at its end puts exactly that path before the operation's."""
    with calling(each, "sync", server.url + "/proxy/") as caller:
        _, (request,) = performed(caller, bare(each), server, success(each))
    assert (request.method, request.path) == (each.method, f"/proxy{bare(each).expected().path}")


def test_nothing_lacks_an_example() -> None:
    """Every body, sent or received, and every required parameter has an example, from which these tests are made."""
    missing = list(lacking())
    assert not missing, "\n".join(["there is no example of", *missing])


@pytest.mark.parametrize("prefix", ["", "Async"], ids=["sync", "async"])
@pytest.mark.parametrize("provider", PROVIDERS, ids=str)
def test_no_method_is_left_out(provider: Provider, prefix: str) -> None:
    """Every public method of every resource is that of an operation, which is called above, and there is no other."""
    methods = []
    for path in (ROOT / "generated" / provider.package / "resources").glob("[a-z]*.py"):
        module = provider.module(f"resources.{path.stem}")
        kinds = [kind for _, kind in inspect.getmembers(module, inspect.isclass) if kind.__module__ == module.__name__]
        (kind,) = (kind for kind in kinds if kind.__name__.startswith("Async") == bool(prefix))
        methods += [f"{path.stem}.{name}" for name in vars(kind) if not name.startswith("_")]
    called = [each.call for each in operations() if each.provider is provider]
    assert sorted(methods) == sorted(called)
    assert len(set(called)) == len(called)


@pytest.mark.parametrize("each", operations(), ids=str)
def test_sync_and_async_take_the_same_arguments(each: Operation) -> None:
    """The twins differ in waiting alone: names, kinds, defaults and types of their arguments are the same."""
    method = each.call.split(".")[1]
    sync, twin = (getattr(class_of(each, twin=twin), method) for twin in (False, True))
    assert list(inspect.signature(sync).parameters.values()) == list(inspect.signature(twin).parameters.values())
