"""Emit a package for a test and call it, sync or async.

In: a document.  Out: the package, imported.
Never: leaves anything outside of the folder it is given.
"""

from __future__ import annotations

import asyncio
import importlib
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any, Literal

from ..generator.documents import JSON, emit

Mode = Literal["sync", "async"]
MODES: tuple[Mode, ...] = ("sync", "async")


@dataclass(frozen=True, slots=True)
class Emitted:
    """An emitted package and the name of its client."""

    name: str
    client: str

    def module(self, name: str) -> ModuleType:
        """A module of the package."""
        return importlib.import_module(f"{self.name}.{name}")

    def open(self, mode: Mode, **options: Any) -> Any:
        """Make a client."""
        return getattr(self.module("client"), self.client if mode == "sync" else f"Async{self.client}")(**options)

    def call(self, mode: Mode, base_url: str, what: Callable[[Any], Any], **options: Any) -> Any:
        """Open a client, call it once and close it."""
        if mode == "sync":
            with self.open(mode, base_url=base_url, **options) as client:
                return what(client)

        async def acall() -> Any:
            async with self.open(mode, base_url=base_url, **options) as client:
                return await what(client)

        return asyncio.run(acall())


def made(document: JSON, folder: Path, package: str, client: str) -> Emitted:
    """Emit *package* into *folder* and make it importable."""
    emit(document, folder, package)
    sys.path.insert(0, str(folder))
    importlib.invalidate_caches()
    return Emitted(package, client)
