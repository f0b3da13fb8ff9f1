"""Find the method, the path and the base address that the text of a rendered page is about.

In: pieces and the requests that samples send.  Out: an `Address`.
Never: takes the method of a link in the navigation, which has a title behind it and no path; guesses which part of an
address is a variable.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from handbill_generator.docs.pages.flattened_pieces import Piece, Sort
from handbill_generator.docs.words.samples import Sample

MAX_PATH = 200
"""The most characters of a path."""

METHODS = "GET|POST|PUT|PATCH|DELETE|DEL|HEAD|OPTIONS|TRACE"
_METHOD_LINE = re.compile(rf"(?P<method>{METHODS})(?:\s+(?P<rest>[/{{]\S{{0,400}}|https?://\S{{1,400}}))?")
_PART = re.compile(r"[\w.~%@!$&'()*+,;={}<>:/-]{1,120}")
_PATH = re.compile(r"(?:/[\w.~%@!$&'()*+,;={}:-]*)+")
_COLON = re.compile(r"(?<=/):([A-Za-z_]\w{0,60})")
_ANGLE = re.compile(r"(?<=/)<(\w{1,60})>")
_TEMPLATE = re.compile(r"(?:/(?:[\w.~-]{1,80}|\{\w{1,60}\}))+")
VARIABLE = re.compile(r"\{([^{}/]{1,60})\}")
"""A variable of a path."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where requests go; what is not known is empty."""

    method: str = ""
    path: str = ""
    server: str = ""
    line: int = 0

    @property
    def operation(self) -> str:
        """The operation as facts name it; empty where the path is not known."""
        return f"{self.method} {self.path}" if self.method and self.path else ""

    @property
    def variables(self) -> tuple[str, ...]:
        """The names of the variables of the path."""
        return tuple(dict.fromkeys(VARIABLE.findall(self.path)))


def method_of(word: str) -> str:
    """Give the method that *word* means; Mintlify writes `DEL`."""
    return "DELETE" if word == "DEL" else word


def declared(pieces: Sequence[Piece]) -> Address:
    """Give what the first method with a path behind it says, in one line or with a part of the path on each."""
    for at, piece in enumerate(pieces):
        match = _METHOD_LINE.fullmatch(piece.text) if piece.sort is Sort.text else None
        if match:
            written = match.group("rest") or _joined(pieces, at + 1)
            path, server = _split(written)
            if path:
                return Address(method=method_of(match.group("method")), path=path, server=server, line=piece.line)
    return Address()


def _joined(pieces: Sequence[Piece], start: int) -> str:
    """Join the lines from *start* on that are parts of one path."""
    written = ""
    for piece in pieces[start : start + 80]:
        part = piece.text
        if piece.sort is not Sort.text or not _PART.fullmatch(part) or len(written) > 2 * MAX_PATH:
            break
        if written and not (part.startswith("/") or written.endswith("/")):
            break
        if not written and not part.startswith(("/", "http://", "https://")):
            break
        written += part
    return written


def _split(written: str) -> tuple[str, str]:
    """Split a path or a whole address into path and server."""
    if not written.startswith(("http://", "https://")):
        return cleaned_path(written), ""
    parts = parsed(written)
    return (cleaned_path(parts.path), _origin(parts)) if parts else ("", "")


def cleaned_path(path: str) -> str:
    """Give *path* without query and with its variables in braces; empty where it is no path."""
    path = path.partition("?")[0].partition("#")[0]
    path = _ANGLE.sub(r"{\1}", _COLON.sub(r"{\1}", path))
    return path if len(path) <= MAX_PATH and path != "/" and _PATH.fullmatch(path) else ""


def parsed(url: str) -> SplitResult | None:
    """Read an address; None where it is none, or no host that could be called."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return None
    is_host = 0 < len(host) <= 100 and re.fullmatch(r"[\w.-]+", host)
    return parts if parts.scheme in ("http", "https") and is_host else None


def _origin(parts: SplitResult) -> str:
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"[:MAX_PATH]


def template_in(text: str, url: str) -> str:
    """Give the path with variables in *text* that *url* fills in; empty where there is none.

    The path may be glued to what follows it: the address tells where it ends.
    """
    parts = parsed(url)
    for match in _TEMPLATE.finditer(text):
        found = match.group()
        if not parts or "{" not in found:
            continue
        tokens, filled = found.split("/")[1:], parts.path.split("/")[1:]
        for start in range(len(filled)):
            if (cut := _aligned(tokens, filled[start:])) is not None:
                return "/" + "/".join(cut)
    return ""


def _aligned(tokens: list[str], filled: list[str]) -> list[str] | None:
    """Give *tokens* with the last one cut to what *filled* has; None where they are not the same path."""
    if len(tokens) != len(filled):
        return None
    *outer, last = tokens
    if not all(token == name or VARIABLE.fullmatch(token) for token, name in zip(outer, filled, strict=False)):
        return None
    if VARIABLE.fullmatch(last):
        return tokens
    return [*outer, filled[-1]] if filled[-1] and last.startswith(filled[-1]) else None


def completed(page: Address, sample: Sample | None) -> Address:
    """Give the address of *page* with what it lacks from the request of a *sample*."""
    parts = parsed(sample.url) if sample else None
    if not sample or not parts:
        return page
    method = page.method or sample.method
    if not page.path:
        return Address(method=method, path=cleaned_path(parts.path), server=_origin(parts), line=page.line)
    filled, tokens = parts.path.rstrip("/").split("/")[1:], page.path.rstrip("/").split("/")[1:]
    fits = len(tokens) <= len(filled) and all(
        token == name or VARIABLE.fullmatch(token)
        for token, name in zip(reversed(tokens), reversed(filled), strict=False)
    )
    base = "".join(f"/{name}" for name in filled[: len(filled) - len(tokens)])
    server = (_origin(parts) + base)[:MAX_PATH] if fits else page.server
    return Address(method=method, path=page.path, server=server or page.server, line=page.line)


def best_sample(samples: Iterable[Sample]) -> Sample | None:
    """Give the sample whose address counts: that of curl, else the first with one."""
    with_address = [sample for sample in samples if sample.url]
    curls = [sample for sample in with_address if sample.language == "curl"]
    return next(iter(curls or with_address), None)
