"""The four clients, and one way to call any operation of them, sync or async.

In: a provider, a mode, the dotted name of a method and its arguments.  Out: what the method gives.
Never: knows an operation; those are in `cases`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from operator import attrgetter
from types import ModuleType
from typing import Any, Literal

Mode = Literal["sync", "async"]
MODES: tuple[Mode, ...] = ("sync", "async")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Provider:
    """An emitted package: *credentials* are arguments of its client, *sent* the headers that they become."""

    name: str
    client: str
    credentials: Mapping[str, str]
    sent: Mapping[str, str]

    @property
    def package(self) -> str:
        """The name to import."""
        return f"handbill_{self.name}"

    def module(self, name: str = "") -> ModuleType:
        """A module of the package, or the package."""
        return import_module(f"{self.package}.{name}" if name else self.package)

    def open(self, mode: Mode, base_url: str, **options: Any) -> Any:
        """Make a client that does not retry, unless *options* say otherwise."""
        kind = getattr(self.module("client"), self.client if mode == "sync" else f"Async{self.client}")
        return kind(**({**self.credentials, "base_url": base_url, "max_retries": 0} | options))

    def __str__(self) -> str:
        return self.name


LOOPS = Provider(
    name="loops",
    client="Loops",
    credentials={"api_key": "key-loops-1f2e"},
    sent={"Authorization": "Bearer key-loops-1f2e"},
)
BATCH = Provider(
    name="batch",
    client="Batch",
    credentials={"api_key": "key-batch-3d4c", "project_key": "project_5b6a"},
    sent={"Authorization": "Bearer key-batch-3d4c", "X-Batch-Project": "project_5b6a"},
)
AUTOSEND = Provider(
    name="autosend",
    client="AutoSend",
    credentials={"api_key": "AS_key-autosend-7988"},
    sent={"Authorization": "Bearer AS_key-autosend-7988"},
)
SENDKIT = Provider(
    name="sendkit",
    client="SendKit",
    credentials={"api_key": "sk_key-sendkit-9a0b"},
    sent={"X-Api-Key": "sk_key-sendkit-9a0b"},
)
PROVIDERS = (LOOPS, BATCH, AUTOSEND, SENDKIT)
BY_NAME = {provider.name: provider for provider in PROVIDERS}
# Every header that may carry a credential of one of the four.
CREDENTIAL_HEADERS = ("Authorization", "X-Batch-Project", "x-project-id", "X-Api-Key", "X-Workspace-Id")


def call(
    provider: Provider,
    mode: Mode,
    base_url: str,
    method: str,
    *args: Any,
    options: Mapping[str, Any] | None = None,
    **kwargs: Any,
) -> Any:
    """Call `client.<method>` once; the items of a listing come as a list."""
    given = {**(options or {})}
    if mode == "async":
        return asyncio.run(_acall(provider, base_url, method, args, given, kwargs))
    with provider.open("sync", base_url, **given) as client:
        result = attrgetter(method)(client)(*args, **kwargs)
        return list(result) if isinstance(result, pages_of(provider)) else result


async def _acall(
    provider: Provider, base_url: str, method: str, args: tuple[Any, ...], given: dict[str, Any], kwargs: dict[str, Any]
) -> Any:
    async with provider.open("async", base_url, **given) as client:
        result = attrgetter(method)(client)(*args, **kwargs)
        if isinstance(result, pages_of(provider)):
            return [item async for item in result]
        return await result


@cache
def pages_of(provider: Provider) -> tuple[Any, ...]:
    """The types of listings of a package."""
    module = provider.module("_pages")
    return (module.Pages, module.AsyncPages)
