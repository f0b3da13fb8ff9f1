"""Choose what the examples of a package show.

In: the name of the client, the planned resources.  Out: the name that a client has in examples, and a first call.
Never: decides a name that users depend on.
"""

from __future__ import annotations

import builtins
import keyword

from handbill_generator.plan.model import Method, Resource
from handbill_generator.text import Code

_HANDY = 16


def example_name(client: Code) -> Code:
    """Give the name that a client has in examples: `figma` for `FigmaAPI`, and none that is long or Python's own."""
    name = client.lower().removesuffix("api") or client.lower()
    is_handy = len(name) <= _HANDY and not keyword.iskeyword(name) and not hasattr(builtins, name)
    return Code(name if is_handy else "client")


def first_call(client: Code, planned: tuple[Resource, ...]) -> Code:
    """Write the call that a newcomer tries first: a listing, else what reads and asks for least, else any."""
    calls = [(resource, method) for resource in planned for method in resource.methods if not method.deprecated]
    if not calls:
        return Code("")
    resource, method = min(calls, key=lambda call: (call[1].pages is None, not _reads(call[1]), _required(call[1])))
    arguments = [a for a in method.arguments if a.required]
    positional = ["..." for a in arguments if a.place == "path"]
    named = [f"{a.name}=..." for a in arguments if a.place != "path"]
    call = f"{example_name(client)}.{resource.module}.{method.name}({', '.join(positional + named)})"
    if method.pages:
        return Code(f"for item in {call}:\n    print(item)")
    return Code(f"print({call})")


def _reads(method: Method) -> bool:
    return method.http_method.raw == "GET" or method.name.startswith(("get", "list"))


def _required(method: Method) -> int:
    return sum(argument.required for argument in method.arguments) + bool(method.body and method.body.required)
