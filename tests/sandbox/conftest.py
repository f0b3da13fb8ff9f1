"""What the tests of the sandbox share: the shop, served over HTTP."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from handbill_generator.sandbox import Sandbox, serve

from .calling import Caller
from .shop import role

Open = Callable[..., Caller]


@pytest.fixture
def open_shop(tmp_path: Path) -> Iterator[Open]:
    """Give a function that serves the shop; its options are those of Sandbox, and changes of the shop as *shop*."""
    with ExitStack() as stack:

        def open_one(*, shop: dict[str, Any] | None = None, **options: Any) -> Caller:
            sandbox = stack.enter_context(Sandbox(roles=[role(tmp_path, **(shop or {}))], **options))
            return Caller(stack.enter_context(serve(sandbox)), "shop")

        yield open_one


@pytest.fixture
def shop(open_shop: Open) -> Caller:
    """Give the shop, seeded."""
    return open_shop(seed=7)
