"""Laws of requests that no client library would send: odd targets, and uploads that break off."""

from __future__ import annotations

import socket
from urllib.parse import urlsplit

import pytest
from handbill_generator.sandbox import Sandbox, serve

from .calling import Caller
from .shop import KEY, role


def dialled(shop: Caller) -> socket.socket:
    """Connect to the server of the shop."""
    address = urlsplit(shop.running.url)
    assert address.hostname
    assert address.port
    return socket.create_connection((address.hostname, address.port), timeout=20)


def said(shop: Caller, request: str) -> bytes:
    """Send bytes as they are; gives all that comes back."""
    with dialled(shop) as connection:
        connection.sendall(request.encode())
        return b"".join(iter(lambda: connection.recv(65536), b""))


@pytest.mark.parametrize("target", ["OPTIONS *", "GET evil:443", "GET things", "GET http://127.0.0.1", "PUT ?a"])
def test_an_odd_target_is_no_fault_of_ours(shop: Caller, target: str, caplog: pytest.LogCaptureFixture) -> None:
    """A target that is no path is answered, and nothing is logged."""
    answer = said(shop, f"{target} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
    assert answer.startswith((b"HTTP/1.1 200", b"HTTP/1.1 404", b"HTTP/1.1 405"))
    assert caplog.records == []


def test_a_whole_url_is_a_target_too(shop: Caller) -> None:
    """A client that takes the sandbox for a proxy writes the URL out (RFC 9112, section 3.2.2)."""
    head = f"Host: 127.0.0.1\r\nAuthorization: Bearer {KEY}\r\nConnection: close\r\n\r\n"
    answer = said(shop, f"GET {shop.running.url_of('shop')}/things?a=1 HTTP/1.1\r\n{head}")
    assert answer.startswith(b"HTTP/1.1 200")
    assert shop.sandbox.requests[0].path == "/things?a=1"


@pytest.mark.parametrize(
    "upload",
    ['Content-Length: 100\r\n\r\n{"name": "aborted"}', 'Transfer-Encoding: chunked\r\n\r\n5\r\n{"nam\r\n'],
    ids=["length", "chunked"],
)
def test_an_upload_that_breaks_off_is_not_carried_out(shop: Caller, upload: str) -> None:
    """A request whose body did not come whole changes nothing, and is not answered."""
    head = f"Host: 127.0.0.1\r\nAuthorization: Bearer {KEY}\r\nContent-Type: application/json\r\n"
    with dialled(shop) as connection:
        connection.sendall(f"POST /shop/things HTTP/1.1\r\n{head}{upload}".encode())
        connection.shutdown(socket.SHUT_WR)
        assert connection.recv(65536) == b""
    assert shop.get("/things").json == {"data": []}
    assert len(shop.sandbox.requests) == 1


def test_an_upload_does_not_hold_up_the_end(
    tmp_path_factory: pytest.TempPathFactory, caplog: pytest.LogCaptureFixture
) -> None:
    """A server that stops resets who is still uploading, and says nothing of it."""
    with Sandbox(roles=[role(tmp_path_factory.mktemp("shop"))]) as sandbox:
        with serve(sandbox) as running:
            shop = Caller(running, "shop")
            connection = dialled(shop)
            head = (
                "POST /shop/things HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\nExpect: 100-continue\r\n\r\n"
            )
            connection.sendall(head.encode())
            assert connection.recv(65536).startswith(b"HTTP/1.1 100")  # the application has begun to read
        with connection, pytest.raises(ConnectionResetError):
            connection.recv(65536)
    assert caplog.records == []


def test_the_head_of_the_stream_ends(shop: Caller) -> None:
    """Who asks only for the head of the events gets it, and on the same connection whatever is asked next."""
    then = "GET /_sandbox/campaigns HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
    answers = said(shop, f"HEAD /_sandbox/events HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n{then}")
    assert answers.count(b"HTTP/1.1 200") == 2
