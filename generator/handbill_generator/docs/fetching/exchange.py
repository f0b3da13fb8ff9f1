"""One request and its answer.

In: an address and headers.  Out: an `Answer`, or Unfetched with what went wrong in words.
Never: reads more than it may, waits longer than it may, keeps a cookie, follows a redirect.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.cookiejar import CookieJar, DefaultCookiePolicy

import httpx2

from handbill_generator.diagnostics import one_line
from handbill_generator.docs.fetching.answers import Unfetched
from handbill_generator.docs.fetching.limits import USER_AGENT, FetchSettings
from handbill_generator.load.source import shown

_ACCEPT = "text/markdown, text/plain;q=0.9, text/html;q=0.8, application/yaml, application/json"
_PACKED = ("gzip", "x-gzip", "deflate")
_TRY_AGAIN = "try again later, or give a file"


class Unreached(Unfetched):
    """No answer came, and the next one may."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer; *content* is unpacked, and empty where the status is not 2xx."""

    url: httpx2.URL
    status: int
    headers: httpx2.Headers
    content: bytes = field(default=b"", repr=False)


def web(settings: FetchSettings) -> httpx2.AsyncClient:
    """Make the client of one run; proxies and certificates are those of the environment, as httpx2 reads them."""
    return httpx2.AsyncClient(
        headers={"User-Agent": USER_AGENT, "Accept": _ACCEPT, "Accept-Encoding": "gzip, deflate"},
        cookies=CookieJar(policy=DefaultCookiePolicy(allowed_domains=[])),
        timeout=httpx2.Timeout(settings.read, connect=settings.connect),
        follow_redirects=False,
    )


async def exchanged(
    client: httpx2.AsyncClient, url: httpx2.URL, headers: Mapping[str, str], *, max_bytes: int, is_cut: bool = False
) -> Answer:
    """Ask *url* once.

    Raises Unreached where no answer came, and Unfetched where it has more than *max_bytes*; an answer that *is_cut*
    is read as far as that.
    """
    with _in_words():
        async with client.stream("GET", url, headers=headers) as response:
            answer = Answer(url=url, status=response.status_code, headers=response.headers)
            if not response.is_success:
                return answer
            content = await _content(response, max_bytes, is_cut=is_cut)
            return Answer(url=url, status=answer.status, headers=answer.headers, content=content)


async def _content(response: httpx2.Response, max_bytes: int, *, is_cut: bool) -> bytes:
    packed = response.headers.get("Content-Encoding", "identity").strip().lower()
    if packed not in ("", "identity", *_PACKED):
        raise Unfetched(f'the answer is packed as "{one_line(shown(packed))}", which we did not ask for', _TRY_AGAIN)
    content = bytearray()
    async for chunk in response.aiter_bytes():
        content += chunk
        if len(content) > max_bytes:
            if is_cut:
                break
            raise Unfetched(f"the page has more than {max_bytes} bytes", "give the address of one page, or a file")
    return bytes(content[:max_bytes])


@contextmanager
def _in_words() -> Iterator[None]:
    """Say what went wrong on the way."""
    try:
        yield
    except httpx2.ConnectTimeout:
        raise Unreached("the server does not take the connection in time", _TRY_AGAIN) from None
    except httpx2.TimeoutException:
        raise Unfetched("the server does not answer in time", _TRY_AGAIN) from None
    except httpx2.DecodingError:
        raise Unfetched("the answer cannot be unpacked", _TRY_AGAIN) from None
    except (httpx2.NetworkError, httpx2.RemoteProtocolError) as error:
        hint = "look at the address and at your connection"
        raise Unreached(f"the connection failed: {_reason(error)}", hint) from None
    except (httpx2.HTTPError, httpx2.InvalidURL, OSError, ValueError) as error:
        raise Unfetched(f"the request cannot be made: {_reason(error)}", "look at the address") from None


def _reason(error: Exception) -> str:
    return one_line(shown(str(error) or type(error).__name__, 200))
