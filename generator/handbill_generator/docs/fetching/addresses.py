"""Which addresses may be asked, and where a redirect may lead.

In: the address that the user gave, and where a server wants to send us.  Out: an address that may be asked.
Never: sends credentials; goes from https to http, to another site, or from the public web into a private network.

What a name stands for is looked up here and once more when the connection is made: a server that answers the two in
different ways is not caught.  Where a proxy does the looking up and there is no other way, names are taken for public.
"""

from __future__ import annotations

import asyncio
import socket
from ipaddress import IPv4Address, IPv6Address, ip_address

import httpx2

from handbill_generator.diagnostics import one_line
from handbill_generator.docs.fetching.answers import Unfetched
from handbill_generator.load.source import shown

_LONGEST = 2_000
_SIBLINGS = ("www.", "docs.")
_PORTS = {"http": 80, "https": 443}
_GIVE_OTHER = "give the address of the page itself"


def address(text: str) -> httpx2.URL:
    """Read the address of a page; a fragment is dropped.  Raises Unfetched where it cannot be asked."""
    if len(text) > _LONGEST:
        raise Unfetched(f"the address has more than {_LONGEST} characters", _GIVE_OTHER)
    try:
        url = httpx2.URL(text)
    except httpx2.InvalidURL as error:
        raise Unfetched(f"that is no address: {error}", "write it as https://host/path") from None
    if url.scheme not in _PORTS or not url.host:
        raise Unfetched("only http and https can be fetched", "write the address as https://host/path, or give a file")
    if "%" in url.host or not 0 < (url.port or _PORTS[url.scheme]) < 65_536:
        raise Unfetched("that is no address: its host or its port cannot be", "write it as https://host/path")
    if url.userinfo:
        raise Unfetched("the address has a user name or a password in it", "take it out; documentation is public")
    return url.copy_with(fragment=None)


def is_same_site(first: httpx2.URL, other: httpx2.URL) -> bool:
    """Whether two addresses are of one site: the same host, but for `www.` and `docs.`, at the same or the usual port.

    `docs.shop.example` and `shop.example` are one site, and so is either with `www.shop.example`; `api.shop.example`
    is another.
    """
    if first.host != other.host and _without_sibling(first.host) != _without_sibling(other.host):
        return False
    ports = (first.port or _PORTS.get(first.scheme), other.port or _PORTS.get(other.scheme))
    return ports[0] == ports[1] or set(ports) == set(_PORTS.values())


def site_of(url: httpx2.URL) -> str:
    """Give what the addresses of one site have in common."""
    return _without_sibling(url.host)


def redirected(first: httpx2.URL, last: httpx2.URL, location: str) -> httpx2.URL:
    """Give where *last* leads; *first* is what the user asked for.  Raises Unfetched where we do not follow."""
    if not location:
        raise Unfetched("the server redirects to nowhere", _GIVE_OTHER)
    where = one_line(shown(location, 200))
    try:
        url = address(str(last.join(location)))
    except (httpx2.InvalidURL, ValueError):
        raise Unfetched(f"the server redirects to {where}, which is no address", _GIVE_OTHER) from None
    except Unfetched as refused:
        raise Unfetched(f"the server redirects to {where}: {refused.message}", _GIVE_OTHER) from None
    if last.scheme == "https" and url.scheme == "http":
        raise Unfetched(f"the server redirects to {where}, from https to http", _GIVE_OTHER)
    if not is_same_site(first, url):
        raise Unfetched(f"the server redirects to another site: {where}", "give that address if you mean that page")
    return url


async def check_network(first: httpx2.URL, url: httpx2.URL) -> None:
    """Raise Unfetched where *url* is in a private network, and *first*, what the user asked for, is not."""
    if await is_private(url) and not await is_private(first):
        raise Unfetched(
            f"the server redirects into a private network: {url}", "give that address if you mean that page"
        )


async def is_private(url: httpx2.URL) -> bool:
    """Whether the host of *url* is, or stands for, an address that is not on the public web."""
    try:
        found = await asyncio.get_running_loop().getaddrinfo(url.host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return False
    return any(not _is_public(str(entry[4][0])) for entry in found)


def _is_public(text: str) -> bool:
    found: IPv4Address | IPv6Address = ip_address(text.partition("%")[0])
    if isinstance(found, IPv6Address):
        found = found.ipv4_mapped or found.sixtofour or found
    return found.is_global and not found.is_multicast


def _without_sibling(host: str) -> str:
    """Give *host* without a first label that says which part of a site it is; two labels stay."""
    for label in _SIBLINGS:
        rest = host.removeprefix(label)
        if rest != host and "." in rest:
            return rest
    return host
