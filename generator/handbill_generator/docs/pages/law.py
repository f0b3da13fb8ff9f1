"""What holds for every fact and link of a page, however hostile it is.

In: what a reader found.  Out: what of it may be kept.
Never: keeps prose, what cannot be printed on one line, or a credential.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from handbill_generator.diagnostics import Position, SpecError
from handbill_generator.docs.model import ERROR, MAX_TOKEN, SUCCESS, Attribute, Fact, Format, Link, Page, Side
from handbill_generator.docs.words.secrets import is_secret, is_secret_name, public

MAX_FACTS = 20_000
"""The most facts of a page that is no OpenAPI document: a long one has two thousand."""
MAX_WORDS = 8
"""The most words of a value or a name: what has more is prose."""
MAX_DEPTH = 60
"""The most tokens of a path."""
MAX_ADDRESS = 2_000
"""The most characters of the address of a link."""
LOCATIONS = frozenset({"path", "query", "header", "cookie", "body"})
"""What paths begin with."""

_STATUS = re.compile(rf"[1-5](?:\d\d|XX)|default|{SUCCESS}|{ERROR}", re.ASCII)
_OPERATION = re.compile(r"(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|TRACE) (?:/\S*|https?://\S+)")
_MOST = 1e100
"""Numbers are less; what is not a number is not."""
_OF_EXAMPLES = frozenset({Attribute.shown, Attribute.default})


def lawful(page: Page) -> Page:
    """Give *page* without what breaks the law.

    Raises SpecError where it has more facts than a page on a few operations can have.
    """
    facts = tuple(_facts(page.facts))
    if page.format is not Format.openapi and len(facts) > MAX_FACTS:
        raise SpecError(
            f"the page has more than {MAX_FACTS} facts",
            position=Position(page.name, 1, 1),
            hint="give the page of one operation, or the OpenAPI document",
        )
    return replace(page, facts=facts, links=tuple(_links(page.links)))


def without_secrets(error: SpecError) -> SpecError:
    """Give *error*, or where it quotes a credential of a page, one that does not."""
    if not is_secret(f"{error.message} {error.pointer}"):
        return error
    return SpecError("something is wrong here that has a credential in it", position=error.position)


def is_lawful(fact: Fact) -> bool:
    """Tell whether *fact* is names, numbers and tokens, in the shapes that the model has."""
    return (
        (not fact.operation or _is_operation(fact.operation))
        and _is_placed(fact)
        and _is_value(fact.value)
        and not (fact.attribute in _OF_EXAMPLES and any(map(is_secret_name, fact.path[-2:])))
    )


def _facts(facts: Iterable[Fact]) -> Iterator[Fact]:
    operations: dict[str, str] = {}
    for fact in facts:
        operation = operations.get(fact.operation)
        if operation is None:
            operation = operations.setdefault(fact.operation, _masked(fact.operation))
        value = public(fact.value) if isinstance(fact.value, str) and "://" in fact.value else fact.value
        if operation != fact.operation or value != fact.value:
            fact = replace(fact, operation=operation, value=value)
        if is_lawful(fact):
            yield fact


def _links(links: Iterable[Link]) -> Iterator[Link]:
    for link in links:
        url = public(link.url)
        title = " ".join(link.title.split())
        if not url or len(url) > MAX_ADDRESS or not url.isprintable() or " " in url or is_secret(url):
            continue
        yield replace(link, url=url, title=title if _is_token(title) else "")


def _is_operation(operation: str) -> bool:
    is_short = len(operation) <= 2 * MAX_TOKEN and operation.isprintable()
    return is_short and _OPERATION.fullmatch(operation) is not None


def _masked(operation: str) -> str:
    """Give *operation* with a variable for what is a key in its path; an example of an id may be as long as one."""
    return "/".join("{secret}" if is_secret(segment) else segment for segment in operation.split("/"))


def _is_placed(fact: Fact) -> bool:
    if fact.status and (fact.side is not Side.response or not _STATUS.fullmatch(fact.status)):
        return False
    if not fact.path:
        return True
    return fact.path[0] in LOCATIONS and len(fact.path) <= MAX_DEPTH and all(map(_is_token, fact.path))


def _is_value(value: object) -> bool:
    if isinstance(value, str):
        return _is_token(value)
    return isinstance(value, bool | int | float) and abs(value) < _MOST


def _is_token(text: str) -> bool:
    """Tell whether *text* is a name or a token rather than prose, a credential, or what cannot be printed."""
    if not 0 < len(text) <= MAX_TOKEN or not text.isprintable() or text != text.strip():
        return False
    return len(text.split()) <= MAX_WORDS and not is_secret(text)
