"""Write the docstrings of classes and methods.

In: parts of the plan.  Out: `Text`, laid out in sections (Args, Returns, Raises), still to be put through an exit.
Never: escapes; that is for the exits.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from handbill_generator.plan.model import Address, Argument, Body, Credential, ErrorClass, Method, Package, Resource
from handbill_generator.text import Text, plain

_WIDTH = 92

_RETRIES = (
    "How often a call is sent again: GET, PUT and DELETE after a broken connection or the statuses 408, 425, 429, 500, "
    "502, 503 and 504; POST and PATCH only after 429, or if no connection was made."
)
_HTTP_CLIENT = (
    "An httpx2 client to send with, for proxies, transports and event hooks. It is not closed here, and its own "
    "timeout, base URL and redirect setting are not used."
)

_BYTES = "Bytes, or what gives them piece by piece, as a file open in binary mode does."


def method_docstring(method: Method) -> Text:
    """Tell what a method does, takes, gives and raises."""
    blocks = [_sentence(plain(method.summary)) or f"{plain(method.http_method)} {plain(method.path)}."]
    if method.deprecated:
        blocks.append("Deprecated.")
    if method.description:
        blocks.append(filled(method.description))
    blocks += [
        _section("Args", _arguments(method)),
        _section("Returns", _returns(method)),
        _section("Raises", ((str(name), plain(text)) for name, text in method.errors)),
    ]
    return Text("\n\n".join(block for block in blocks if block))


def twin_docstring(method: Method, resource: Resource) -> Text:
    """Tell what the async twin of a method does; the rest stands at the method itself."""
    summary = _sentence(plain(method.summary)) or f"{plain(method.http_method)} {plain(method.path)}."
    return Text(f"{summary}\n\nArguments, result and errors are those of `{resource.class_name}.{method.name}`.")


def error_docstring(error: ErrorClass) -> Text:
    """Tell when an error is raised."""
    status = {"default": "a status that the contract does not list", "4XX": "4xx", "5XX": "5xx"}.get(
        error.status, str(error.status)
    )
    said = plain(error.documentation)
    return Text(filled(Text(f"The server answered {status}{': ' if said else '.'}{said}")))


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
    said = _sentence(plain(address.documentation))
    blocks = [
        f"Give an address to call the API at, as `base_url`{': ' + said if said else '.'}",
        _section("Args", ((str(part.name), plain(part.documentation) or "Not described.") for part in address.parts)),
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
    return Text(filled(Text(line(resource.documentation) or f"The operations of {resource.class_name}.")))


def api_name(package: Package) -> str:
    """Give the title, with the word API behind it unless it is there already."""
    title = line(package.title)
    return title if title.lower().endswith("api") else f"{title} API"


def line(text: Text) -> str:
    """Give *text* on one line."""
    return " ".join(plain(text).split())


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
    said = [_sentence(plain(credential.documentation))] if credential.documentation else []
    variables = f"the environment variable {credential.variable}"
    if credential.kind == "basic":
        said.append("A user name and a password with a colon between them.")
    if credential.kind == "oauth2":
        said.append("A token, or the `ClientCredentials` that tokens are fetched and renewed with.")
        variables += f", or from {credential.variable}_CLIENT_ID and {credential.variable}_CLIENT_SECRET,"
    return " ".join([*said, f"Taken from {variables} if not given."])


def _arguments(method: Method) -> Iterator[tuple[str, str]]:
    for argument in method.arguments:
        yield str(argument.name), _argument(argument)
    if method.body:
        yield "body", _body(method, method.body)
    if method.content_type:
        yield str(method.content_type), "The media type of the body."


def _body(method: Method, body: Body) -> str:
    if body.spread:
        other = ", or a body of another media type" if method.others else ""
        return f"All fields of the body at once, instead of one by one{other}."
    said = _sentence(plain(body.documentation)) or "The body of the request."
    return f"{said} {_BYTES}" if body.kind == "bytes" else said


def _argument(argument: Argument) -> str:
    return plain(argument.documentation) or "Not described."


def _returns(method: Method) -> Iterator[tuple[str, str]]:
    said = plain(method.returns)
    if method.pages:
        yield "", "The items, page after page as they are asked for; its `pages()` gives the pages themselves."
    elif method.annotation != "None" and said:
        yield "", said


def _section(title: str, entries: Iterator[tuple[str, str]]) -> str:
    lines = [_entry(name, text) for name, text in entries]
    return "\n".join([f"{title}:", *lines]) if lines else ""


def _entry(name: str, text: str) -> str:
    # A paragraph or a list in a description would end the entry for most tools that read docstrings.
    words = " ".join(text.split())
    opening = f"{name}: {words}".rstrip(": ") if name else words
    if len(opening) <= _WIDTH - 4:
        return f"    {opening}"
    return textwrap.fill(
        opening,
        _WIDTH,
        initial_indent="    ",
        subsequent_indent="        " if name else "    ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def filled(text: Text) -> str:
    """Wrap each line of *text*."""
    return "\n".join(
        row if len(row) <= _WIDTH else textwrap.fill(row, _WIDTH, break_long_words=False, break_on_hyphens=False)
        for row in plain(text).split("\n")
    )


def _sentence(summary: str) -> str:
    first = " ".join(summary.split())
    return f"{first}." if first and first[-1] not in ".!?" else first
