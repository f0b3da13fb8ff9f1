"""Plan where the API is served: constants for its servers, and functions for those that have variables.

In: the servers of a `Contract`.  Out: `Address`es with names that stay when servers are added or moved.
Never: gives out an address that is not http or https, or a name that would need a number.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from handbill_generator.contract import Contract, Server, ServerVariable
from handbill_generator.plan.model import Address, AddressPart
from handbill_generator.plan.names import Scope
from handbill_generator.text import Code, Text, identifier, literal

_ABSOLUTE = re.compile(r"https?://[^\s{}?#]+")
_TEMPLATE = re.compile(r"(https?|\{[^{}]*\})://([^\s/?#]+)(/[^\s?#]*)?")
# Words that tell nothing of a server that the others do not have.
_EMPTY_WORDS = frozenset(
    "a an and api at base by endpoint environment for host in is main of on our server servers the this to url use "
    "used with".split()
)
_MOST_WORDS = 3
_TAKEN = frozenset({"base", "server"})
_IN_HOST = "[A-Za-z0-9._-]+"
_IN_SEGMENT = "[A-Za-z0-9._~-]+"
_IN_PATHS = "[A-Za-z0-9._~/-]+"


def absolute(servers: Iterable[Server]) -> Server | None:
    """Give the first server with an absolute address: a relative one says nothing to who did not fetch the document."""
    return next((server for server in servers if _ABSOLUTE.fullmatch(server.url.raw)), None)


def base_server(contract: Contract) -> Server | None:
    """Give the server that is called unless the caller says otherwise: the first, or that of all operations."""
    own = [absolute(operation.servers) for operation in contract.operations]
    same = len({server.url if server else None for server in own}) == 1
    return absolute(contract.servers) or (own[0] if own and same else None)


def addresses(contract: Contract, base: Server | None) -> Iterator[Address]:
    """Plan the address of each server that can be named; that of *base* without a name."""
    servers = [server for server in contract.servers if _TEMPLATE.fullmatch(server.template.raw)]
    words = {server.pointer: _words(server) for server in servers}
    counted = Counter(words.values())
    for server in servers:
        name = words[server.pointer]
        if counted[name] > 1 or len(servers) == 1 or name in _TAKEN:
            name = ""
        has_constant = bool(name) and _ABSOLUTE.fullmatch(server.url.raw)
        prefix = "server" if server is base or len(servers) == 1 else name
        address = Address(
            constant=Code(f"{identifier(name).upper()}_URL") if has_constant else Code(""),
            function=Code(f"{identifier(prefix)}_url") if prefix and server.variables else Code(""),
            url=server.url,
            template=server.template,
            parts=tuple(_parts(server)),
            documentation=server.description,
        )
        if address.constant or address.function:
            yield address


def _words(server: Server) -> str:
    """Name a server in the words of its description, if there are few that tell something."""
    if server.python_name:
        return identifier(server.python_name).removesuffix("_url")
    sentence = re.split(r"[^\w\s]", server.description.raw.strip(), maxsplit=1)[0]
    words = [word for word in re.findall(r"[a-z][a-z0-9]*", sentence.lower()) if word not in _EMPTY_WORDS]
    return "_".join(words) if sentence.isascii() and len(words) <= _MOST_WORDS else ""


def _parts(server: Server) -> Iterator[AddressPart]:
    names = Scope()
    for variable in server.variables:
        values = tuple(dict.fromkeys(v for v in (*variable.values, variable.default) if v is not None))
        yield AddressPart(
            name=names.give(variable.name.raw, identifier(variable.name, fallback="part")),
            wire=variable.name,
            annotation=Code(f"Literal[{', '.join(map(literal, values))}]" if variable.values else "str"),
            default=variable.default,
            pattern=Text(_pattern(server, variable, values)),
            documentation=variable.description,
        )


def _pattern(server: Server, variable: ServerVariable, values: tuple[Text, ...]) -> str:
    """Say what may stand for a variable: one of its values, or what cannot leave the place where it stands."""
    if variable.values:
        return "|".join(re.escape(value.raw) for value in values)
    found = _TEMPLATE.fullmatch(server.template.raw)
    scheme, host = (found[1], found[2]) if found else ("", "")
    mark, default = f"{{{variable.name.raw}}}", variable.default.raw if variable.default else ""
    in_path = _IN_PATHS if "/" in default else _IN_SEGMENT
    allowed = "https?" if mark in scheme else _IN_HOST if mark in host else in_path
    is_allowed = variable.default is None or re.fullmatch(allowed, default)
    return allowed if is_allowed else f"{allowed}|{re.escape(default)}"
