"""Write the docstrings of classes and methods.

In: parts of the plan.  Out: `Text`, laid out in sections (Args, Returns, Raises), still to be put through an exit.
Never: escapes; that is for the exits.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator

from handbill_generator.plan.model import Address, Body, Credential, ErrorClass, Method, Package, Resource, Webhook
from handbill_generator.render.markup import readable
from handbill_generator.text import ITEM, Text, plain

_WIDTH = 92

_RETRIES = (
    "How often a call is sent again: GET, PUT and DELETE after a broken connection or the statuses 408, 425, 429, 500, "
    "502, 503 and 504; POST and PATCH only after 429, or if no connection was made."
)
_HTTP_CLIENT = (
    "An httpx2 client to send with, for proxies, transports and event hooks. It is not closed here, and its own "
    "timeout, base URL and redirect setting are not used."
)

_LINES = "An iterable of items, which are written as JSON while they are sent, a line each; or bytes."
_BYTES = "Bytes, or what gives them piece by piece, as a file open in binary mode does."


def method_docstring(method: Method) -> Text:
    """Tell what a method does, takes, gives and raises."""
    description = said(method.description)
    opening = _sentence(said(method.summary)) or description or _request(method)
    blocks = [
        opening,
        "Deprecated." if method.deprecated else "",
        description if method.summary else "",
        _section("Args", _arguments(method)),
        _section("Returns", _returns(method)),
        _section("Raises", ((str(name), said(text)) for name, text in method.errors)),
        _section("Calls back with", ((str(w.annotation), _callback(w)) for w in method.callbacks)),
    ]
    return Text("\n\n".join(block for block in blocks if block))


def _callback(webhook: Webhook) -> str:
    return f"{_sentence(line(webhook.name))} {_sentence(said(webhook.documentation))}".strip()


def twin_docstring(method: Method, resource: Resource) -> Text:
    """Tell what the async twin of a method does; the rest stands at the method itself."""
    opening = _sentence(said(method.summary)) or _first_sentence(line(method.description)) or _request(method)
    return Text(f"{opening}\n\nArguments, result and errors are those of `{resource.class_name}.{method.name}`.")


def error_docstring(error: ErrorClass) -> Text:
    """Tell when an error is raised."""
    status = {"default": "a status that the contract does not list", "4XX": "4xx", "5XX": "5xx"}.get(
        error.status, str(error.status)
    )
    when = said(error.documentation)
    return Text(f"The server answered {status}{': ' if when else '.'}{when}")


def client_docstring(package: Package, *, is_async: bool) -> Text:
    """Tell how a client is made."""
    use = "an `async with` block, or await `aclose`" if is_async else "a `with` block, or call `close`"
    shared = "tasks" if is_async else "threads"
    blocks = [
        f"Calls the {api_name(package)}.",
        f"Use it in {use} when done. One client may be shared between {shared}.",
        _section("Args", _client_arguments(package)),
    ]
    return Text("\n\n".join(blocks))


def address_docstring(address: Address) -> Text:
    """Tell what address a function gives."""
    where = _sentence(said(address.documentation))
    blocks = [
        f"Give an address to call the API at, as `base_url`{': ' + where if where else '.'}",
        _section("Args", ((str(part.name), said(part.documentation)) for part in address.parts)),
        _section("Raises", iter([("ValueError", "A value cannot stand where it would.")])),
    ]
    return Text("\n\n".join(block for block in blocks if block))


def webhooks_docstring(package: Package) -> Text:
    """Tell what the API sends by itself, a line for each webhook."""
    # Not in backquotes, where words of the contract become Python names.
    listed = (f"{line(w.name)}: {w.annotation}. {_sentence(line(w.documentation))}" for w in package.webhooks)
    return Text(
        "\n\n".join(
            [
                f"What the {api_name(package)} sends by itself: the bodies of its webhooks, by name.",
                "\n".join(
                    textwrap.fill(entry, _WIDTH, subsequent_indent="    ", break_long_words=False) for entry in listed
                ),
            ]
        )
    )


def resource_docstring(resource: Resource) -> Text:
    """Tell what a class of operations is for."""
    return Text(line(resource.documentation) or f"The operations of {resource.class_name}.")


def api_name(package: Package) -> str:
    """Give the title, with the word API behind it unless it is there already."""
    title = line(package.title)
    return title if re.search(r"api\b", title, re.IGNORECASE) else f"{title} API"


def line(text: Text) -> str:
    """Give *text* on one line."""
    return " ".join(said(text).split())


def said(text: Text) -> str:
    """Give *text* as it is read: plain, and its HTML as Markdown."""
    return plain(readable(text.raw))


def _client_arguments(package: Package) -> Iterator[tuple[str, str]]:
    for credential in package.credentials:
        yield str(credential.argument), _credential(credential)
    own = " What single operations have for servers of their own holds only if this is not given."
    yield "base_url", f"Where the API is served.{own if 'base_url' in package.features else ''}"
    yield "timeout", "Seconds to wait for each phase of a request: connecting, sending, receiving."
    yield "total_timeout", "Seconds that a call may take with all its tries and pauses."
    yield "max_retries", _RETRIES
    yield "http_client", _HTTP_CLIENT
    yield "transport", "What sends requests in place of httpx2; see `_transport`."


def _credential(credential: Credential) -> str:
    words = [_sentence(said(credential.documentation))] if credential.documentation else []
    variables = f"the environment variable {credential.variable}"
    if credential.kind == "basic":
        words.append("A user name and a password with a colon between them.")
    if credential.kind == "oauth2":
        words.append("A token, or the `ClientCredentials` that tokens are fetched and renewed with.")
        variables += f", or from {credential.variable}_CLIENT_ID and {credential.variable}_CLIENT_SECRET,"
    return " ".join([*words, f"Taken from {variables} if not given."])


def _arguments(method: Method) -> Iterator[tuple[str, str]]:
    for argument in method.arguments:
        yield str(argument.name), said(argument.documentation)
    if method.body:
        yield "body", _body(method, method.body)
    if method.content_type:
        yield str(method.content_type), "The media type of the body."


def _body(method: Method, body: Body) -> str:
    if body.spread:
        other = ", or a body of another media type" if method.others else ""
        return f"All fields of the body at once, instead of one by one{other}."
    words = _sentence(said(body.documentation)) or "The body of the request."
    more = {"bytes": _BYTES, "lines": _LINES}.get(body.kind, "")
    return f"{words} {more}" if more else words


def _returns(method: Method) -> Iterator[tuple[str, str]]:
    words = said(method.returns)
    if method.pages:
        yield "", "The items, page after page as they are asked for; its `pages()` gives the pages themselves."
    elif method.annotation != "None" and words:
        yield "", words


def _section(title: str, entries: Iterable[tuple[str, str]]) -> str:
    """Give a section with an entry for each of *entries* that says anything."""
    lines = [_entry(name, text) for name, text in entries if text]
    return "\n".join([f"{title}:", *lines]) if lines else ""


def _entry(name: str, text: str) -> str:
    margin = " " * (8 if name else 4)
    first, *others = _pieces(text)
    opening = _filled(f"{name}: {first}" if name else first, " " * 4, margin)
    return "\n".join([opening, *(_filled(piece, margin, f"{margin}  ") for piece in others)])


def _pieces(text: str) -> list[str]:
    """Give the items of lists in *text* one by one, and all between them joined.

    An empty line would end an entry for many a tool that reads docstrings, so paragraphs are not kept apart.
    """
    pieces: list[list[str]] = [[]]
    is_item = False
    for row in text.split("\n"):
        begins = bool(ITEM.match(row))
        ends = is_item and not row.strip()
        if begins or ends:
            pieces.append([])
        is_item = (begins or is_item) and not ends
        pieces[-1] += row.split()
    return [" ".join(words) for words in pieces if words]


def _filled(text: str, first: str, margin: str) -> str:
    if len(first) + len(text) <= _WIDTH:
        return f"{first}{text}"
    return textwrap.fill(
        text, _WIDTH, initial_indent=first, subsequent_indent=margin, break_long_words=False, break_on_hyphens=False
    )


def _request(method: Method) -> str:
    return f"{plain(method.http_method)} {plain(method.path)}."


def _first_sentence(text: str) -> str:
    return _sentence(re.split(r"(?<=[.!?])\s", text, maxsplit=1)[0])


def _sentence(summary: str) -> str:
    first = " ".join(summary.split())
    return f"{first}." if first and first[-1] not in ".!?" else first
