"""Every kind of credential: where it stands, which of several is sent, and what is said where one is missing."""

from __future__ import annotations

from typing import Any

import pytest

from .issuer import Issuer
from .making import MODES, Emitted, Mode
from .oauth import call, credentials

# Each scheme: the argument, its value, and what arrives of it.
KINDS: list[tuple[str, str, str, str, str]] = [
    ("with_visitor", "visitor", "tok", "authorization", "Bearer tok"),
    ("with_bearer", "bearer", "tok", "authorization", "Bearer tok"),
    ("with_open_id", "open_id", "tok", "authorization", "Bearer tok"),
    ("with_pair", "pair", "me:pass", "authorization", "Basic bWU6cGFzcw=="),
    ("with_header_key", "header_key", "k&=y", "x-shop-key", "k&=y"),
    ("with_cookie_key", "cookie_key", "ky", "cookie", "session=ky"),
]


@pytest.mark.parametrize(("method", "argument", "value", "header", "expected"), KINDS, ids=[k[0] for k in KINDS])
@pytest.mark.parametrize("mode", MODES)
def test_every_kind_of_scheme(
    t: Emitted, mode: Mode, issuer: Issuer, method: str, argument: str, value: str, header: str, expected: str
) -> None:
    """Each kind of credential stands where its scheme says, alone."""
    call(t, mode, issuer, method=method, **{"login": None, argument: value})
    carrying = {"authorization", "x-shop-key", "cookie"}
    assert {k: v for k, v in issuer.calls[0].headers.items() if k in carrying} == {header: expected}
    assert issuer.calls[0].target.endswith(method.replace("_", "").lower()) or "?" not in issuer.calls[0].target


def test_a_key_in_the_query(t: Emitted, issuer: Issuer) -> None:
    """It is escaped, name and value."""
    call(t, "sync", issuer, method="with_query_key", login=None, query_key="a&b c")
    assert issuer.calls[0].target == "/withQueryKey?shop%20key=a%26b%20c"


@pytest.mark.parametrize("method", ["with_none", "with_optional"])
def test_no_credential_is_needed(t: Emitted, issuer: Issuer, method: str) -> None:
    """Operations without security are called without, though a client has been given."""
    call(t, "sync", issuer, method=method)
    assert (len(issuer.tokens), "authorization" in issuer.calls[0].headers) == (0, False)


@pytest.mark.parametrize(
    ("method", "given", "sent"),
    [
        ("with_both", {"login": True, "header_key": "k"}, {"authorization": "Bearer t1", "x-shop-key": "k"}),
        ("with_either", {"login": True}, {"authorization": "Bearer t1"}),
        ("with_either", {"header_key": "k"}, {"x-shop-key": "k"}),
        ("with_optional", {"header_key": "k"}, {"x-shop-key": "k"}),
    ],
)
@pytest.mark.parametrize("mode", MODES)
def test_alternatives(
    t: Emitted, mode: Mode, issuer: Issuer, method: str, given: dict[str, Any], sent: dict[str, str]
) -> None:
    """AND and OR hold for tokens beside keys, operation by operation."""
    given = {"login": None} | given
    call(t, mode, issuer, method=method, **given | {"login": credentials(t) if given["login"] else None})
    found = {k: v for k, v in issuer.calls[0].headers.items() if k in ("authorization", "x-shop-key")}
    assert found == sent


@pytest.mark.parametrize(
    ("method", "given", "said"),
    [
        ("with_login", {}, r"give login \(or set T_LOGIN, or T_LOGIN_CLIENT_ID and T_LOGIN_CLIENT_SECRET\)"),
        ("with_bearer", {"header_key": "k"}, r"give bearer \(or set T_BEARER\)"),
        ("with_both", {"header_key": "k"}, "give login .* and header_key"),
        ("with_either", {}, "give login .* or header_key"),
    ],
)
@pytest.mark.parametrize("mode", MODES)
def test_a_missing_credential_opens_no_socket(
    t: Emitted, mode: Mode, issuer: Issuer, method: str, given: dict[str, str], said: str
) -> None:
    """What is missing is named, with its variables, and neither the API nor the token endpoint is asked."""
    with pytest.raises(t.module("errors").CredentialError, match=said):
        call(t, mode, issuer, method=method, **{"login": None} | given)
    assert (issuer.tokens, issuer.calls) == ([], [])
