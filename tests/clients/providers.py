"""The four clients, and one way to call any operation of them, sync or async.

In: a provider, a mode, the dotted name of a method and its arguments.  Out: what the method gives.
Never: knows an operation; those are in `contracts`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from operator import attrgetter
from types import ModuleType
from typing import Any, Literal

Mode = Literal["sync", "async"]
MODES: tuple[Mode, ...] = ("sync", "async")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
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


@dataclass(frozen=True, slots=True)
class Caller:
    """An open client and how to wait for it."""

    client: Any
    runner: asyncio.Runner | None

    def __call__(self, method: str, *args: Any, **kwargs: Any) -> Any:
        """Call `client.<method>`; the items of a listing come as a list."""
        if self.runner is None:
            result = attrgetter(method)(self.client)(*args, **kwargs)
            return list(result) if is_listing(type(result)) else result
        return self.runner.run(_awaited(attrgetter(method)(self.client), args, kwargs))

    def pages(self, method: str, *args: Any, **kwargs: Any) -> list[Any]:
        """Go through the pages of a listing."""
        pages = attrgetter(method)(self.client)(*args, **kwargs).pages()
        return list(pages) if self.runner is None else self.runner.run(_gathered(pages))


def is_listing(kind: Any) -> bool:
    """Whether *kind* is what listings are in a package."""
    return str(getattr(kind, "__module__", "")).endswith("._pages")


async def _awaited(method: Any, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Any:
    result = method(*args, **kwargs)
    return await (_gathered(result) if is_listing(type(result)) else result)


async def _gathered(items: Any) -> list[Any]:
    return [item async for item in items]


@contextmanager
def opened(provider: Provider, mode: Mode, base_url: str, **options: Any) -> Iterator[Caller]:
    """Open a client, for as many calls as there are in the block."""
    client = provider.open(mode, base_url, **options)
    if mode == "sync":
        with client:
            yield Caller(client, None)
        return
    with asyncio.Runner() as runner:
        try:
            yield Caller(client, runner)
        finally:
            runner.run(client.aclose())


def call(
    provider: Provider,
    mode: Mode,
    base_url: str,
    method: str,
    *args: Any,
    options: Mapping[str, Any] | None = None,
    **kwargs: Any,
) -> Any:
    """Call `client.<method>` once."""
    with opened(provider, mode, base_url, **(options or {})) as caller:
        return caller(method, *args, **kwargs)
