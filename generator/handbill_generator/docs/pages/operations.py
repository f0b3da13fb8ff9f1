"""Which operation a page documents, and which one each part of a page that documents several.

In: what a page says of methods and addresses, its headings, and the names of its path parameters.  Out: `Operations`.
Never: takes the example in an address for a part of the path where the page has a template.

A page states its operation outright, in its front matter, an OpenAPI block or a heading, or by the samples that call
it.  What states it outright wins; a sample that calls something else is of another operation.  Where several are
stated, each heading that has one of them below it and no other is of that one, and what stands below none is of none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import unquote, urlsplit

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS")
_SAID = re.compile(
    r"[\s`*_#>\[\]]{0,20}("
    + "|".join(METHODS)
    + r")[\s`*_\]:]{1,20}(https?://[^\s`*|)<>\"']{1,500}|/[^\s`*|)<>\"']{0,300})"
    r"(?:[ \t]+HTTP/[\d.]+)?[\s`*_]*"
)
_VARIABLE = re.compile(r"\{[^{}/]{1,80}\}")
_PLACEHOLDER = re.compile(
    r":([A-Za-z_]\w{0,60})|<([A-Za-z_][\w-]{0,60})>|\$\{?([A-Za-z_]\w{0,60})\}?|\{\{(\w{1,60})\}\}|\[([A-Za-z_]\w{0,60})\]"
)
_IDENTIFIER = re.compile(
    r"\d+|[0-9a-fA-F-]{8,}|(?=[^/]*\d)[\w-]{8,}|[A-Za-z]{1,8}_(?=\w*\d)\w+"
    r"|(?:YOUR|your|example|EXAMPLE|my|MY|the)[_-][\w-]+"
)
"""A segment of a path that looks like an example of an identifier."""
_VERSION = re.compile(r"v\d+(?:[._]\d+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A method and an address that a page states; *path* begins with a slash, and *server* is what stands before it.

    *is_sample* is true for one that a sample calls, whose address may have an example for a variable.
    """

    method: str
    path: str
    server: str = ""
    line: int
    is_sample: bool = False

    @property
    def operation(self) -> str:
        """The operation as facts have it."""
        return f"{self.method} {self.path}"


def statement(method: str, address: str, *, line: int, is_sample: bool = False) -> Statement | None:
    """Read a method and an address or a path; None where there is no method, or no path.

    >>> statement("patch", "https://api.example.com/v1/orders/:id?dry=1", line=1).operation
    'PATCH /v1/orders/{id}'
    """
    method = method.upper()
    if method not in METHODS or len(address) > 1_000:
        return None
    try:
        split = urlsplit(address)
    except ValueError:
        return None
    path = unquote(split.path)
    server = f"{split.scheme}://{split.netloc}" if split.scheme in ("http", "https") and split.netloc else ""
    if not server:
        # `{{base}}/orders`, `$HOST/orders` and `api.example.com/orders` too.
        path = path[path.find("/") :] if "/" in path else ""
    if not path.startswith("/"):
        path = "/" if server else ""
    segments = "/".join(_segment(segment) for segment in path.split("/"))
    return Statement(method=method, path=segments, server=server, line=line, is_sample=is_sample) if path else None


def said_in(text: str, line: int) -> Statement | None:
    """Read a line that is a method and a path and nothing else, such as `POST /v1/orders`."""
    said = _SAID.fullmatch(text) if len(text) < 1_000 else None
    return statement(said[1], said[2], line=line) if said else None


def query_names(address: str) -> tuple[str, ...]:
    """Give the names in the query of an address, each once."""
    try:
        query = urlsplit(address).query
    except ValueError:
        return ()
    names = (part.partition("=")[0] for part in query[:2_000].split("&"))
    return tuple(dict.fromkeys(name for name in map(unquote, names) if re.fullmatch(r"[\w.\[\]-]{1,80}", name)))


def variables(path: str) -> tuple[str, ...]:
    """Give the names of the variables of a path."""
    return tuple(variable[1:-1] for variable in _VARIABLE.findall(path))


def _segment(segment: str) -> str:
    found = _PLACEHOLDER.fullmatch(segment)
    return f"{{{next(filter(None, found.groups()))}}}" if found else segment


@dataclass(frozen=True, slots=True, kw_only=True)
class Operations:
    """What `settled` found out.

    *page* is the operation of all that does not say otherwise, empty where there are several or none.  *parts* are
    those of several: where each begins, by line.  *of_samples* has the operation of each statement of a sample, and
    *servers* the base address that it calls.
    """

    page: str = ""
    parts: Sequence[tuple[int, str]] = ()
    of_samples: Mapping[Statement, str] = field(default_factory=dict)
    servers: Mapping[Statement, str] = field(default_factory=dict)

    def at(self, line: int) -> str:
        """Give the operation that the page documents at *line*."""
        at = bisect_right([start for start, _ in self.parts], line)
        return self.parts[at - 1][1] if at else self.page


def settled(
    statements: Sequence[Statement], headings: Sequence[tuple[int, int]], parameters: Collection[str], end: int
) -> Operations:
    """Decide what a page is about.

    *headings* are lines and levels, in their order; *parameters* the names of path parameters in their order; *end* is
    the line behind the last.
    """
    outright = [said for said in statements if not said.is_sample]
    operations: dict[Statement, str] = {}
    servers: dict[Statement, str] = {}
    samples: list[Statement] = []
    for said in statements:
        template = next((each for each in outright if _fits(each, said)), None) if said.is_sample else said
        if template is None:
            template = _with_names(said, parameters)
            template = next((each for each in samples if _alike(each, template)), template)
            samples.append(template)
        operations[said] = template.operation
        ending = len(template.path.strip("/").split("/"))
        before = said.path.strip("/").split("/")[: -ending or None] if template is not said else []
        servers[said] = "/".join([said.server, *before]) if said.server else ""
    stated = tuple(dict.fromkeys(operations[said] for said in outright or statements))
    page = stated[0] if len(stated) == 1 else ""
    parts = _parts([(said.line, operations[said]) for said in outright or statements], headings, end)
    return Operations(page=page, parts=() if page else parts, of_samples=operations, servers=servers)


def _fits(template: Statement, sample: Statement) -> bool:
    """Whether *sample* calls *template*, perhaps below a base path; a variable takes any segment."""
    wanted, given = template.path.strip("/").split("/"), sample.path.strip("/").split("/")
    if template.method != sample.method or len(wanted) > len(given):
        return False
    pairs = list(zip(reversed(wanted), reversed(given), strict=False))
    if len(wanted) < len(given) and all(_VARIABLE.search(want) for want, _ in pairs):
        return False
    return all(want == have or _VARIABLE.search(want) is not None for want, have in pairs)


def _with_names(sample: Statement, parameters: Collection[str]) -> Statement:
    """Give *sample* with the names of the page's path parameters for what looks like examples of them."""
    segments = sample.path.split("/")
    known = {name for segment in segments for name in variables(segment)}
    names = [name for name in parameters if name not in known]
    examples = [at for at, segment in enumerate(segments) if _is_example(segment)]
    if not names or len(names) != len(examples):
        return sample
    for at, name in zip(examples, names, strict=True):
        segments[at] = f"{{{name}}}"
    return replace(sample, path="/".join(segments))


def _is_example(segment: str) -> bool:
    return _IDENTIFIER.fullmatch(segment) is not None and not _VERSION.fullmatch(segment)


def _alike(one: Statement, other: Statement) -> bool:
    """Whether two samples call the same with other examples in the address."""
    pairs = (one.path.split("/"), other.path.split("/"))
    if one.method != other.method or len(pairs[0]) != len(pairs[1]):
        return False
    return all(a == b or (_is_example(a) and _is_example(b)) for a, b in zip(*pairs, strict=True))


def _parts(
    stated: Iterable[tuple[int, str]], headings: Sequence[tuple[int, int]], end: int
) -> tuple[tuple[int, str], ...]:
    """Divide a page by its headings: each that has one operation below it and no other is of that one."""
    stated = sorted(stated)
    lines = [line for line, _ in stated]
    parts: list[tuple[int, str]] = [(0, "")]
    ends = _ends(headings, end)
    covered = 0
    for (line, _), last in zip(headings, ends, strict=True):
        if line < covered:
            continue
        below = {operation for _, operation in stated[bisect_right(lines, line - 1) : bisect_right(lines, last - 1)]}
        if len(below) == 1:
            parts += [(line, below.pop()), (last, "")]
            covered = last
    return tuple(parts)


def _ends(headings: Sequence[tuple[int, int]], end: int) -> list[int]:
    """Give for each heading the line where what stands below it ends: at the next one that is not deeper."""
    ends = [end] * len(headings)
    open_: list[int] = []
    for at, (line, level) in enumerate(headings):
        while open_ and headings[open_[-1]][1] >= level:
            ends[open_.pop()] = line
        open_.append(at)
    return ends
