"""Find better forms of a page, and the pages of a site.

In: addresses of pages for people.  Out: an OpenAPI document or Markdown where the site has it, or links.
Never: leaves the site of the address that was given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from urllib.parse import urljoin

from handbill_generator.diagnostics import ConfigError, SpecError
from handbill_generator.docs.fetching import Failure, Fetched, FetchSettings, Wanted, fetched
from handbill_generator.docs.fetching.addresses import address, is_same_site
from handbill_generator.docs.fetching.answers import Unfetched
from handbill_generator.docs.model import Format, Link
from handbill_generator.docs.pages import html, index
from handbill_generator.docs.pages.detecting import format_of
from handbill_generator.docs.pages.html_links import MARKDOWN

_MAX_DOCUMENTS = 2
_MISSING = (404, 410)


def preferred(
    requests: Sequence[Wanted], *, settings: FetchSettings, progress: Callable[[str], None]
) -> tuple[Fetched | Failure, ...]:
    """Fetch pages in the form that says most: the OpenAPI document that a page links to, its Markdown, or the page.

    A server that has Markdown may send it at once.  For a page in HTML the other two are asked for, and taken if they
    are what they should be; the address in the answer is then theirs.  Nothing is raised.
    """
    first = fetched(requests, settings=settings, progress=progress)
    better: list[tuple[int, str]] = []
    for at, answer in enumerate(first):
        if isinstance(answer, Fetched) and _format(answer) is Format.html:
            better += [(at, url) for url in _better(answer)]
    urls = tuple(dict.fromkeys(url for _, url in better))
    answers = fetched([Wanted(name=url, url=url) for url in urls], settings=settings, progress=progress)
    found = dict(zip(urls, answers, strict=True))
    chosen: dict[int, Fetched] = {}
    for at, url in better:
        answer = found[url]
        if at not in chosen and isinstance(answer, Fetched) and _is_better(answer):
            chosen[at] = answer
    return tuple(replace(chosen[at], name=answer.name) if at in chosen else answer for at, answer in enumerate(first))


def discover(url: str, *, settings: FetchSettings, progress: Callable[[str], None]) -> tuple[Link, ...]:
    """List the pages that the `llms.txt` of a site names, that of the section of *url* before that of the whole site.

    Links to other sites are left out; none are given where the site has no such list.  Raises ConfigError where the
    site cannot be asked.
    """
    try:
        start = address(url)
    except Unfetched as refused:
        raise ConfigError(f"{url}: {refused.message}; {refused.hint}") from None
    failures: list[Failure] = []
    for places in _indices(str(start)):
        wanted = [Wanted(name=place, url=place) for place in places]
        for answer in fetched(wanted, settings=settings, progress=progress):
            if isinstance(answer, Failure):
                failures.append(answer)
            elif links := _links(answer):
                return tuple(link for link in links if _is_here(link, url))
    for failure in failures:
        if failure.status not in _MISSING:
            raise ConfigError(f"{failure.url}: {failure.message}; {failure.hint}")
    return ()


def _better(answer: Fetched) -> Iterator[str]:
    """Give the addresses that may have the same page in a better form, the best first."""
    try:
        links = html.read(answer.text, name=answer.name, url=answer.url).links
    except SpecError:
        links = ()
    page = address(answer.url)
    here = [link for link in links if _is_here(link, answer.url)]
    yield from [link.url for link in here if link.rel == "openapi"][:_MAX_DOCUMENTS]
    named = [link.url for link in here if link.title == MARKDOWN]
    path = page.path.rstrip("/")
    if named:
        yield named[0]
    elif path and "." not in path.rpartition("/")[2]:
        yield str(page.copy_with(path=f"{path}.md"))


def _is_here(link: Link, url: str) -> bool:
    try:
        return is_same_site(address(url), address(link.url))
    except Unfetched:
        return False


def _is_better(answer: Fetched) -> bool:
    return bool(answer.text.strip()) and _format(answer) not in (Format.html, Format.index)


def _format(answer: Fetched) -> Format:
    return format_of(answer.text, content_type=answer.content_type)


def _indices(url: str) -> Iterator[tuple[str, ...]]:
    """Give where an index may be, in the order in which they are tried; the full texts only after the lists."""
    if url.endswith(("/llms.txt", "/llms-full.txt")):
        yield (url,)
        return
    section = address(url).path.strip("/").partition("/")[0]
    places = ([f"/{section}/llms.txt"] if section else []) + ["/llms.txt", "/docs/llms.txt"]
    yield tuple(dict.fromkeys(urljoin(url, place) for place in places))
    yield (urljoin(url, "/llms-full.txt"),)


def _links(answer: Fetched) -> tuple[Link, ...]:
    """Give the links of an index; a site without one may answer with a page of its own."""
    if _format(answer) is Format.html:
        return ()
    return index.read(answer.text, name=answer.name, url=answer.url).links
