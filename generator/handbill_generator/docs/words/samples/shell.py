"""Read a curl command.

In: a shell sample.  Out: the request that its first curl sends.
"""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass, field

from handbill_generator.docs.words.samples.sample import ABSENT, Absent, Sample, sample
from handbill_generator.load import JSON

_CURL = re.compile(r"(?:^|(?<=[\s;&|(]))curl(?=\s)")
_CONTINUED = re.compile(r"[ \t]*[\\^`][ \t]*\n")
_HOST = re.compile(r"(?:localhost|(?:[\w-]{1,60}\.){1,6}[a-z]{2,20})(?::[0-9]{1,5})?/")
_LONG = frozenset(
    "request header data data-raw data-binary data-ascii data-urlencode json url user form form-string output "
    "user-agent referer cookie cookie-jar max-time connect-timeout retry proxy cacert cert key oauth2-bearer "
    "upload-file".split()
)
_SHORT = {
    "X": "request",
    "H": "header",
    "d": "data",
    "u": "user",
    "F": "form",
    "o": "output",
    "A": "user-agent",
    "e": "referer",
    "b": "cookie",
    "c": "cookie-jar",
    "m": "max-time",
    "x": "proxy",
    "T": "upload-file",
    "E": "cert",
    "w": "write-out",
}
_FLAGS = {"G": "get", "I": "head"}
_DATA = frozenset({"data", "data-raw", "data-binary", "data-ascii", "json"})
_ENDS = frozenset({"|", "||", ";", "&&", ">", ">>", "&"})


@dataclass(slots=True)
class _Command:
    """What the options of a command say."""

    method: str = ""
    urls: list[str] = field(default_factory=list)
    headers: list[tuple[str, str]] = field(default_factory=list)
    data: list[str] = field(default_factory=list)
    has_form: bool = False
    has_user: bool = False
    has_file: bool = False
    is_get: bool = False
    is_head: bool = False


def read(code: str) -> Sample | None:
    """Read the first curl of *code*; None where there is none, or where it has no address."""
    start = _CURL.search(code)
    if start is None:
        return None
    tokens, is_whole = _tokens(_CONTINUED.sub(" ", code[start.end() :]))
    command = _Command()
    for option, value in _options(tokens):
        _take(command, option, value)
    if not command.urls:
        return None
    text = "&".join(command.data)
    body, is_json = _body(text) if command.data and not command.is_get else (ABSENT, True)
    url = command.urls[0]
    if command.is_get and text:
        url += ("&" if "?" in url else "?") + text
    return sample(
        "curl",
        method=command.method or _method(command),
        url=url,
        headers=command.headers,
        body=body,
        is_broken=not is_whole or not is_json,
        has_user=command.has_user,
    )


def _tokens(code: str) -> tuple[list[str], bool]:
    """Split *code* as a shell does; what is before broken quotes is given all the same."""
    lexer = shlex.shlex(code, posix=True, punctuation_chars=False)
    lexer.whitespace_split = True
    lexer.commenters = ""
    words: list[str] = []
    try:
        for word in lexer:
            if word in _ENDS or word == "curl":
                break
            words.append(word)
            if word.endswith(";"):
                break
    except ValueError:
        return words, False
    return words, True


def _options(tokens: list[str]) -> Iterator[tuple[str, str]]:
    """Give the options with their values; an address is `url`."""
    rest = iter(tokens)
    for token in rest:
        if token.startswith("--"):
            name, equals, value = token[2:].partition("=")
            if name in _LONG:
                yield name, value if equals else next(rest, "")
            else:
                yield name, ""
        elif token.startswith("-") and len(token) > 1:
            yield from _short(token[1:], rest)
        elif _is_address(token):
            yield "url", token.rstrip(";")


def _short(letters: str, rest: Iterator[str]) -> Iterator[tuple[str, str]]:
    """Read `-sX POST`: letters without a value, then one that may have it right behind."""
    for index, letter in enumerate(letters):
        if letter in _SHORT:
            yield _SHORT[letter], letters[index + 1 :] or next(rest, "")
            return
        if letter in _FLAGS:
            yield _FLAGS[letter], ""


def _is_address(token: str) -> bool:
    return "://" in token or token.startswith(("/", "$", "{{")) or _HOST.match(token) is not None


def _take(command: _Command, option: str, value: str) -> None:
    if option == "request":
        command.method = value
    elif option == "url" and value:
        command.urls.append(value)
    elif option == "header":
        name, colon, text = value.partition(":")
        if colon and re.fullmatch(r"[\w-]{1,100}", name.strip()):
            command.headers.append((name, text))
    elif option in _DATA:
        if value.startswith("@") and option != "data-raw":
            command.has_file = True
        else:
            command.data.append(value.removeprefix("$"))
    elif option in ("form", "form-string", "data-urlencode"):
        command.has_form = True
    elif option == "user":
        command.has_user = True
    elif option == "oauth2-bearer":
        command.headers.append(("Authorization", "Bearer"))
    elif option == "get":
        command.is_get = True
    elif option == "head":
        command.is_head = True


def _method(command: _Command) -> str:
    if command.is_head:
        return "HEAD"
    return "POST" if (command.data or command.has_form or command.has_file) and not command.is_get else "GET"


def _body(text: str) -> tuple[JSON | Absent, bool]:
    """Read *text* as JSON, and say whether it is what it looks like; a form is no JSON and looks like none."""
    try:
        return json.loads(text), True
    except (ValueError, RecursionError):
        return ABSENT, not text.lstrip().startswith(("{", "["))
