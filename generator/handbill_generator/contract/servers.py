"""Read servers and their variables.

In: a `servers` node.  Out: each `Server`, its address with the defaults filled in.
Never: decides which one is meant.
"""

from __future__ import annotations

import re

from handbill_generator.contract.model import Server, ServerVariable
from handbill_generator.contract.nodes import Node
from handbill_generator.text import Text


def read_server(stated: Node) -> Server:
    node = stated.resolved()
    if isinstance(node.value, str):
        node.lose("a string where a server must be", "a server of that url", "nothing else can be meant")
        node = Node({"url": node.value}, node.pointer, node.reading)

    def default(match: re.Match[str]) -> str:
        return node.get("variables").get(match[1]).get("default").text().raw or match[0]

    template = node.get("url").line("a URL").raw
    names = dict.fromkeys(re.findall(r"\{([^{}]*)\}", template))
    return Server(
        url=Text(re.sub(r"\{([^{}]*)\}", default, template).rstrip("/")),
        template=Text(template.rstrip("/")),
        variables=tuple(_server_variable(name, node.get("variables").get(name)) for name in names),
        python_name=node.get("x-handbill-name").text(),
        description=node.get("description").text(),
        pointer=node.pointer,
    )


def _server_variable(name: str, node: Node) -> ServerVariable:
    return ServerVariable(
        name=Text(name),
        default=node.get("default").text() if "default" in node.mapping() else None,
        values=tuple(value.text() for value in node.get("enum").items()),
        description=node.get("description").text(),
    )
