"""Verbs by name, waited for or awaited: the same test for both.

In: a provider, a mode, where to call.  Out: what the verb gives; a listing comes as a list.
Never: knows a provider.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Literal, get_args

import handbill

Mode = Literal["sync", "async"]
MODES: tuple[Mode, ...] = get_args(Mode)


@dataclass(frozen=True, slots=True)
class Caller:
    """The campaigns of a provider, and how to wait for them."""

    campaigns: Any
    runner: asyncio.Runner | None

    @property
    def plan(self) -> Any:
        """The verbs as plans."""
        return self.campaigns.plan

    def __call__(self, verb: str, *args: Any, **kwargs: Any) -> Any:
        """Call a verb."""
        if self.runner is None:
            found = getattr(self.campaigns, verb)(*args, **kwargs)
            return list(found) if isinstance(found, Iterator) else found
        return self.runner.run(self.awaited(verb, *args, **kwargs))

    async def awaited(self, verb: str, *args: Any, **kwargs: Any) -> Any:
        """Call a verb of the async twin."""
        found = getattr(self.campaigns, verb)(*args, **kwargs)
        return [one async for one in found] if isinstance(found, AsyncIterator) else await found


@contextmanager
def opened(provider: str, mode: Mode, url: str, credentials: Mapping[str, str], **options: Any) -> Iterator[Caller]:
    """Open the campaigns of a provider, for as many calls as there are in the block."""
    known: dict[str, Any] = {"base_url": url, **credentials, **options}
    if mode == "sync":
        with handbill.connect_by_name(provider, **known) as campaigns:
            yield Caller(campaigns, None)
        return
    waiting = handbill.aconnect_by_name(provider, **known)
    with asyncio.Runner() as runner:
        try:
            yield Caller(waiting, runner)
        finally:
            runner.run(waiting.aclose())
