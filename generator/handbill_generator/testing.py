"""The sandbox for tests of code that calls the providers.

In: how the sandbox shall behave.  Out: a running server, in this process, for as long as a block lasts.
Never: listens on an address that other machines reach; waits, or needs a network.

    import pytest
    from handbill_generator.testing import sandbox

    @pytest.fixture
    def running():
        with sandbox(seed=7) as running:
            yield running

    def test_a_campaign_is_kept(running):
        with Loops(api_key=..., base_url=running.url_of("loops")) as loops:
            campaign = loops.campaigns.create(name="Spring")
            running.sandbox.inject("loops", "503")  # the next request gets it, and is tried again
            assert loops.campaigns.get(campaign.id).name == "Spring"
        assert not running.sandbox.violations
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

try:
    from handbill_generator.sandbox import Running, Sandbox, serve
except ModuleNotFoundError as error:
    if error.name not in ("starlette", "uvicorn"):
        raise
    needed = f'the sandbox needs {error.name}; install it with: pip install "handbill[sandbox]"'
    raise ModuleNotFoundError(needed, name=error.name) from None

__all__ = ["Running", "Sandbox", "sandbox"]


@contextmanager
def sandbox(
    *,
    state: Path | str | None = None,
    seed: int | None = None,
    faults: Sequence[str] = (),
    limits: bool = False,
    spec: Path | str | None = None,
) -> Iterator[Running]:
    """Serve a sandbox on a free port of loopback while the block lasts; the options are those of `Sandbox`.

    What the block yields has the addresses (`url_of("loops")`) and the `sandbox` itself, whose `requests` tell what
    came, whose `inject` breaks the next request, and whose `providers["loops"].credentials` are the keys to call it
    with.  Raises ConfigError for a fault or a file that cannot be used, SpecError for a document that cannot.

    >>> with sandbox(seed=7) as running:
    ...     running.sandbox.campaigns("batch")
    []
    """
    with Sandbox(state=state, seed=seed, faults=faults, limits=limits, spec=spec) as made, serve(made) as running:
        yield running
