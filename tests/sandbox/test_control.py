"""Laws of the control endpoints and of what is recorded."""

from __future__ import annotations

import http.client
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from handbill_generator.diagnostics import ConfigError
from handbill_generator.sandbox import Sandbox, serve
from handbill_generator.sandbox.journal import Journal
from handbill_generator.sandbox.model import Problem, ShownCampaign

from .calling import Caller
from .conftest import Open
from .shop import KEY, PROJECT, role

JSON = {"Content-Type": "application/json"}


def test_campaigns_of_all_providers_are_listed(shop: Caller) -> None:
    """The listing has the providers' own words."""
    made = shop.post("/things", {"name": "a"}).json
    assert shop.send("GET", "/_sandbox/campaigns").json == {
        "providers": [
            {
                "provider": "shop",
                "campaigns": [{"id": made["id"], "name": "a", "status": "Draft", "updatedAt": made["made"]}],
            }
        ]
    }


def test_a_long_name_is_cut_in_the_listing(open_shop: Open) -> None:
    """What the page asks for after each request stays short."""
    shop = open_shop(
        shop={"campaigns": lambda world: [ShownCampaign(id="1", name="x" * 999, status="", updated_at="")]}
    )
    [told] = shop.send("GET", "/_sandbox/campaigns").json["providers"]
    assert told["campaigns"][0]["name"] == "x" * 200


def test_a_campaign_can_be_moved(shop: Caller) -> None:
    """Over HTTP and in process a campaign is put into another state; what is not there is told."""
    id = shop.post("/things", {"name": "a"}).json["id"]
    path = f"/_sandbox/shop/campaigns/{id}/status"
    assert shop.send("POST", path, {"status": "Sent"}, JSON).json == {"id": id, "status": "Sent"}
    assert shop.get(f"/things/{id}").json["status"] == "Sent"
    shop.sandbox.move("shop", id, "Archived")
    assert [each.status for each in shop.sandbox.campaigns("shop")] == ["Archived"]
    assert shop.send("POST", "/_sandbox/shop/campaigns/x/status", {"status": "Sent"}, JSON).status == 404
    assert shop.send("POST", "/_sandbox/shoe/campaigns/x/status", {"status": "Sent"}, JSON).status == 404
    with pytest.raises(Problem):
        shop.sandbox.move("shop", "x", "Sent")
    with pytest.raises(ConfigError):
        shop.sandbox.move("shoe", id, "Sent")


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"{}", b'{"status": 1}', b'{"status": "\\ud800"}', b"[" * 100_000])
def test_a_move_without_a_status_is_refused(shop: Caller, body: bytes) -> None:
    """What is no status is 400, and nothing breaks."""
    assert shop.send("POST", "/_sandbox/shop/campaigns/x/status", body, JSON).status == 400


def test_requests_are_recorded(shop: Caller) -> None:
    """Number, time, operation, path with its query, status, bodies and where the answer came from are kept."""
    shop.get("/things?limit=1")
    shop.post("/things", {"nam": "a"})
    shop.get("/nothing")
    found = shop.send("GET", "/_sandbox/requests?after=1").json["requests"]
    assert [each["number"] for each in found] == [2, 3]
    first, second, third = shop.sandbox.requests
    assert (first.operation, first.path, first.status, first.source) == ("listThings", "/things?limit=1", 200, "state")
    assert (first.time, first.answer_body) == ("2026-03-02T09:00:00.050Z", {"data": []})
    assert (second.method, second.request_body, second.source) == ("POST", {"nam": "a"}, "refused")
    assert (third.operation, third.status) == ("", 404)
    assert found[0] == second.as_json()
    assert shop.send("GET", "/_sandbox/requests?after=x").status == 400


def test_no_credential_is_kept(open_shop: Open, tmp_path: Path) -> None:
    """Neither the right nor a wrong credential is in what is recorded, whether it came in a header or in the query."""
    from .shop import document

    contract = document()
    contract["components"]["securitySchemes"]["project"] |= {"in": "query", "name": "token"}
    shop = open_shop(shop={"contract": contract})
    shop.get(f"/things?a=1&token={PROJECT}")
    shop.get("/things?to%6ben=another-secret", headers={"Authorization": "Bearer of-mine", "Cookie": "sid=cookie"})
    recorded = json.dumps([each.as_json() for each in shop.sandbox.requests]) + repr(shop.sandbox.requests)
    for secret in (KEY, PROJECT, "another-secret", "of-mine", "sid=cookie"):
        assert secret not in recorded
    assert [each.path for each in shop.sandbox.requests] == ["/things?a=1&token=***", "/things?token=***"]


def test_bodies_that_are_long_or_no_json_are_kept_as_what_they_are(shop: Caller) -> None:
    """A text stays a text, a long body becomes its length, and a body that was not read says so."""
    shop.post("/things", b"\xff{")
    shop.post("/things", b'"' + b"x" * 300_000 + b'"')
    shop.post("/things", b"x" * (17 * 2**20))
    shop.get("/things")
    assert [each.request_body for each in shop.sandbox.requests] == [
        "\ufffd{",
        "(300002 bytes, too many to be kept)",
        "(a body that is too long to be read)",
        None,
    ]


@pytest.mark.parametrize(
    "body",
    [
        b'{"name": NaN}',
        b'{"name": 1e999}',
        b'{"name": "\\ud800"}',
        b"[" * 970 + b"]" * 970,
        b"[" * 100_000,
    ],
    ids=lambda body: repr(body[:20]),
)
def test_a_body_that_cannot_be_written_again_is_text(shop: Caller, body: bytes) -> None:
    """Numbers that JSON has not, half a surrogate, and what is nested too deeply break neither list nor stream."""
    shop.post("/things", body)
    [told] = shop.send("GET", "/_sandbox/requests").json["requests"]
    assert told["requestBody"] == body.decode()
    with events(shop) as stream:
        assert [next(stream)[1] for _ in range(2)] == ["reset", "request"]


def test_what_is_called_like_a_credential_is_not_kept(shop: Caller) -> None:
    """A key that was put into the query by mistake is masked, though the contract knows no such parameter."""
    shop.get("/things?apiKey=a&api_key=b&X-Api-Key=c&token=d&access_token=e&password=f&pageToken=g&key=h&keyword=i")
    masked = (
        "apiKey=***&api_key=***&X-Api-Key=***&token=***&access_token=***&password=***&pageToken=g&key=***&keyword=i"
    )
    assert shop.sandbox.requests[0].path == f"/things?{masked}"


def test_the_latest_thousand_requests_are_kept(shop: Caller) -> None:
    """What is recorded does not grow for ever, by number or by the length of bodies."""
    shop.get("/things")
    [one] = shop.sandbox.requests
    journal = Journal()
    for _ in range(1500):
        journal.add(one)
    assert len(journal.after(0)) == 1000
    for _ in range(200):
        journal.add(replace(one, request_content=b"x" * 2**18))
    assert len(journal.after(0)) == 127


@contextmanager
def events(shop: Caller, **headers: str) -> Iterator[Iterator[tuple[str, str, Any]]]:
    """Open the stream of events; gives each with its id, its name and what it holds."""
    connection = http.client.HTTPConnection(urlsplit(shop.running.url).netloc, timeout=20)
    connection.request("GET", "/_sandbox/events", headers=headers)
    answer = connection.getresponse()
    assert answer.headers["content-type"].startswith("text/event-stream")

    def read() -> Iterator[tuple[str, str, Any]]:
        fields: dict[str, str] = {}
        for line in answer:
            name, _, value = line.decode().strip().partition(": ")
            if name:
                fields[name] = value
            elif "event" in fields:
                yield fields.get("id", ""), fields["event"], json.loads(fields["data"])
                fields = {}

    try:
        yield read()
    finally:
        answer.close()
        connection.close()


def test_events_tell_of_requests_as_they_come(shop: Caller) -> None:
    """A stream tells what has been, and then each request once, without being asked again."""
    shop.get("/things")
    with events(shop) as stream:
        assert [next(stream)[1] for _ in range(3)] == ["reset", "request", "campaigns"]
        shop.post("/things", {"name": "a"})
        id, name, told = next(stream)
        assert (name, told) == ("request", shop.sandbox.requests[-1].as_json())
        shop.sandbox.reset()
        while name != "reset":
            _, name, _ = next(stream)
    with events(shop, **{"Last-Event-ID": id}) as stream:
        assert next(stream)[1] == "reset"


def test_a_page_that_comes_late_is_told_of_the_latest(shop: Caller) -> None:
    """Of what has been the stream tells the last 200, and of what comes then everything."""
    for _ in range(210):
        shop.get("/nothing")
    with events(shop) as stream:
        assert next(stream)[1] == "reset"
        assert [next(stream)[2]["number"] for _ in range(200)] == list(range(11, 211))


def test_events_go_on_where_they_broke_off(shop: Caller) -> None:
    """Who comes back with the id of the last event is told only what came since."""
    shop.get("/things")
    with events(shop) as stream:
        id = next(id for id, name, _ in stream if name == "request")
    shop.get("/nothing")
    with events(shop, **{"Last-Event-ID": id}) as stream:
        _, name, told = next(stream)
        assert (name, told["number"]) == ("request", 2)


def test_the_server_stops_while_somebody_listens(tmp_path: Path) -> None:
    """An open stream and a long latency do not hold up the end."""
    with Sandbox(roles=[role(tmp_path)], faults=["shop:latency=500"]) as sandbox, serve(sandbox) as running:
        connection = http.client.HTTPConnection(urlsplit(running.url).netloc, timeout=20)
        connection.request("GET", "/shop/things")
        with events(Caller(running, "shop")) as stream:
            assert next(stream)[1] == "reset"
    connection.close()


CONTROL = [
    ("GET", "/"),
    ("GET", "/_sandbox/campaigns"),
    ("GET", "/_sandbox/requests"),
    ("GET", "/_sandbox/providers"),
    ("GET", "/_sandbox/events"),
    ("POST", "/_sandbox/reset"),
    ("POST", "/_sandbox/shop/campaigns/x/status"),
]


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "127.0.0.1.evil.example:80"},
        {"Host": "[::"},
        {"Host": ""},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
    ids=str,
)
def test_another_site_gets_nothing(shop: Caller, headers: dict[str, str]) -> None:
    """A page of another site, or a name that was rebound to this machine, is refused before anything is done."""
    shop.post("/things", {"name": "a"})
    for method, path in CONTROL:
        reply = shop.send(method, path, {"status": "Sent"} if method == "POST" else None, JSON | headers)
        assert reply.status == 403
        assert "access-control-allow-origin" not in reply.headers
    assert [each.status for each in shop.sandbox.campaigns("shop")] == ["Draft"]


def test_another_site_reaches_no_provider_by_a_name_of_its_own(shop: Caller) -> None:
    """A name that was rebound to this machine is refused by the providers too, whose keys everybody knows."""
    bearer = {"Authorization": f"Bearer {KEY}"}
    assert shop.post("/things", {"name": "a"}, headers=bearer | {"Host": "evil.example"}).status == 403
    assert shop.sandbox.requests == []
    assert shop.get("/things", headers=bearer | {"Host": "localhost:1"}).status == 200


def test_a_link_on_another_site_opens_the_page(shop: Caller) -> None:
    """A visit from anywhere gets the page, which is the same for everybody, and nothing else."""
    visit = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
    assert shop.send("GET", "/", headers=visit).status == 200
    assert shop.send("GET", "/", headers=visit | {"Sec-Fetch-Dest": "iframe"}).status == 403
    assert shop.send("GET", "/", headers=visit | {"Host": "evil.example"}).status == 403
    assert shop.send("GET", "/_sandbox/campaigns", headers=visit).status == 403


def test_our_own_page_may(shop: Caller) -> None:
    """The same origin, and a program that names none, are let in, by every name of loopback."""
    port = urlsplit(shop.running.url).port
    for host in (f"127.0.0.1:{port}", f"localhost:{port}", f"[::1]:{port}", "127.0.0.2"):
        headers = {"Host": host, "Origin": f"http://{host}", "Sec-Fetch-Site": "same-origin"}
        assert shop.send("GET", "/_sandbox/campaigns", headers=headers).status == 200
        assert shop.send("GET", "/_sandbox/campaigns", headers={"Host": host}).status == 200


def test_a_form_of_another_site_cannot_move_a_campaign(shop: Caller) -> None:
    """What a form can send, which needs no leave, is no JSON."""
    id = shop.post("/things", {"name": "a"}).json["id"]
    path = f"/_sandbox/shop/campaigns/{id}/status"
    assert shop.send("POST", path, b'{"status": "Sent"}', {"Content-Type": "text/plain"}).status == 400


def test_the_page_is_closed_to_everything_else(shop: Caller) -> None:
    """The page loads nothing from anywhere, runs its own script alone, and cannot be framed or sniffed."""
    reply = shop.send("GET", "/")
    policy = reply.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy
    assert reply.headers["x-content-type-options"] == "nosniff"
    assert b" src=" not in reply.content
    assert b"://" not in reply.content.replace(b"http://www.w3.org/2000/svg", b"").replace(b'"http://"', b"")
    assert b"innerHTML" not in reply.content


def test_how_to_call_it_is_told(shop: Caller) -> None:
    """The page learns of each provider its base URL, its credentials, and a call to begin with."""
    [told] = shop.send("GET", "/_sandbox/providers").json["providers"]
    assert told["url"] == shop.running.url_of("shop")
    assert {"name": "key", "value": KEY} in told["credentials"]
    assert told["sample"] == {"path": "/things", "headers": [{"name": "Authorization", "value": f"Bearer {KEY}"}]}


def test_what_is_nowhere_says_where_to_go(shop: Caller) -> None:
    """A path outside of the providers names those that are played."""
    for path in ("/shoe/things", "/x", "/_sandbox/x"):
        reply = shop.send("GET", path)
        assert (reply.status, reply.json["detail"]) == (404, "nothing is here; the sandbox plays /shop")


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "example.com", ""])  # noqa: S104
def test_only_this_machine_is_served(tmp_path: Path, host: str) -> None:
    """An address that others reach is refused."""
    with (
        Sandbox(roles=[role(tmp_path)]) as sandbox,
        pytest.raises(ConfigError, match="write 127"),
        serve(sandbox, host=host),
    ):
        pass


def test_a_port_that_is_taken_is_an_error(shop: Caller) -> None:
    """The error names the port and says what to do."""
    port = urlsplit(shop.running.url).port
    assert port
    with pytest.raises(ConfigError, match=f"port {port} cannot be had"), serve(shop.sandbox, port=port):
        pass
    with pytest.raises(ConfigError, match="does not play"):
        shop.running.url_of("shoe")
