"""Who is played, and from which contract.

In: nothing, or the path of a document.  Out: `Role`s.
Never: reads one of the four contracts before somebody asks for it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from handbill_generator.sandbox import any_document
from handbill_generator.sandbox.contracts import CURATED, Service, read_service, specs_folder
from handbill_generator.sandbox.model import Provider
from handbill_generator.sandbox.player import Player
from handbill_generator.sandbox.providers import PROVIDERS


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A provider; *player* reads its contract, which takes a second or two the first time.

    *is_ready* says whether that has been done.
    """

    provider: Provider
    player: Callable[[], Player]
    is_ready: Callable[[], bool] = lambda: True


def curated(provider: Provider) -> Role:
    """Give the role of one of our providers."""
    document = specs_folder() / provider.name / "openapi.yaml"
    return Role(
        provider=provider,
        player=lambda: playing(provider, CURATED.get(document)),
        is_ready=lambda: CURATED.has(document),
    )


def playing(provider: Provider, service: Service) -> Player:
    """Give the player of a provider that words its problems itself."""
    return Player(provider, service, lambda problem, operation: provider.problem(problem))


def documented(path: Path) -> Role:
    """Give the role of any document; raises SpecError where it cannot be used."""
    service = read_service(path)
    provider = any_document.provider()
    return Role(provider=provider, player=lambda: Player(provider, service, any_document.Documented(service).say))


def the_four() -> tuple[Role, ...]:
    """Give the roles of our providers."""
    return tuple(map(curated, PROVIDERS.values()))
