"""The sandbox: all providers, what they remember, and what has come.

In: requests.  Out: outcomes; and for tests and the page, what they were.
Never: listens on a socket (that is `server`), or speaks HTTP (that is `app`).
"""

from __future__ import annotations

import logging
from collections import Counter as Counting
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from random import Random
from threading import RLock
from types import TracebackType
from typing import Self

from starlette.types import ASGIApp

from handbill_generator.diagnostics import ConfigError, one_line
from handbill_generator.sandbox.app import application
from handbill_generator.sandbox.clock import Clock, Dice
from handbill_generator.sandbox.credentials import secret_parameters
from handbill_generator.sandbox.faults import Fault, Faults, Strike
from handbill_generator.sandbox.journal import Journal, Recorded, kept_content, kept_headers, kept_path
from handbill_generator.sandbox.limits import Counter
from handbill_generator.sandbox.model import Provider, ShownCampaign, World
from handbill_generator.sandbox.outcome import Outcome
from handbill_generator.sandbox.player import Player, Told
from handbill_generator.sandbox.request import Request
from handbill_generator.sandbox.roles import Role, documented, the_four
from handbill_generator.sandbox.store import Store

_LOG = logging.getLogger("handbill_generator.sandbox")


class Sandbox:
    """Plays the four providers, or any document, each under its name.

    *state* is the SQLite file that keeps what is stored, None for memory.  With a *seed* the same requests get the
    same answers, byte for byte: ids come from it, and the clock begins at a fixed moment and goes on by 50 milliseconds
    a request, after a 429 by the wait that it asks for too.  *faults* are texts such as `loops:429:0.2` (see `faults`).
    *limits* has rate limits enforced.  *spec* is an OpenAPI document to be played under `/api` in place of the four, by
    its examples and schemas.  *roles* replaces the four.

    Raises ConfigError for a fault or a file that cannot be used, SpecError for such a document.
    """

    def __init__(
        self,
        state: Path | str | None = None,
        seed: int | None = None,
        faults: Sequence[str] = (),
        limits: bool = False,
        spec: Path | str | None = None,
        *,
        roles: Sequence[Role] | None = None,
    ) -> None:
        chosen = roles or ((documented(Path(spec)),) if spec else the_four())
        self._roles = {role.provider.name: role for role in chosen}
        self._faults = Faults(faults, tuple(self._roles))
        self.journal = Journal()
        """The latest requests, and who waits for the next."""
        self._seed = seed
        self._limits = limits
        self._lock = RLock()
        self._players: dict[str, Player] = {}
        self.store = Store(Path(state) if state else None)
        """What is remembered."""
        try:
            self.clock = Clock(self.store, is_seeded=seed is not None)
            """What time it is for the providers."""
            self._dice = Dice(self.store, seed)
            self._begin()
        except BaseException:
            self.store.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    @cached_property
    def app(self) -> ASGIApp:
        """The ASGI application."""
        return application(self)

    @property
    def providers(self) -> dict[str, Provider]:
        """Whom the sandbox plays, by name."""
        return {name: role.provider for name, role in self._roles.items()}

    @property
    def requests(self) -> list[Recorded]:
        """The requests that came, the oldest first; the latest 1000 are kept, fewer where their bodies are long."""
        return self.journal.after(0)

    @property
    def violations(self) -> list[str]:
        """Where the sandbox itself did not keep to a contract, each once, with the number of times if there are more.

        Of faults of ours there should be none; with *spec* it may also be that nothing better could be made up.
        """
        with self._lock:
            counted = self._violations.items()
            return [how if times == 1 else f"{how} ({times} times)" for how, times in counted]

    def inject(self, provider: str, what: str, *, on: int = 1) -> None:
        """Let *what* (`500`, `latency=0.5`, `lost`...) happen once: to the request number *on* from now to *provider*.

        *provider* may be `*`.  Raises ConfigError for what is no fault.
        """
        with self._lock:
            self._faults.inject(provider, what, on=on)

    def campaigns(self, provider: str) -> list[ShownCampaign]:
        """Give the campaigns of a provider."""
        with self._lock:
            return self._role(provider).provider.campaigns(self._world(provider, self._dice.of("shown")))

    def move(self, provider: str, id: str, status: str) -> None:
        """Put a campaign into another status, as the provider's own words call it.

        Raises Problem where there is no such campaign or status.
        """
        with self._lock, self.store.together():
            self._role(provider).provider.move(self._world(provider, self._dice.of("moved")), id, status)
        self.journal.call()

    def reset(self) -> None:
        """Forget all that was stored, asked and injected, and begin anew."""
        with self._lock:
            self.store.clear()
            self.clock.read()
            self._dice = Dice(self.store, self._seed)
            self._faults.forget_injected()
            self._begin()
            self.journal.forget()

    def preload(self) -> None:
        """Read the contracts now, which the first request to each provider would do."""
        for name in self._roles:
            self.player(name)

    def close(self) -> None:
        """Close the state."""
        self.store.close()

    def is_ready(self, provider: str) -> bool:
        """Whether the contract of *provider* has been read, so that `player` does not take a second."""
        return provider in self._players or self._roles[provider].is_ready()

    def player(self, provider: str) -> Player:
        """Give who plays *provider*."""
        if provider not in self._players:
            self._players[provider] = self._role(provider).player()
        return self._players[provider]

    def strike(self, provider: str) -> Strike:
        """Say what the next request to *provider* meets."""
        with self._lock:
            return self._faults.strike(provider, self._chance)

    def answer(self, provider: str, request: Request, fault: Fault | None) -> Outcome:
        """Answer a request to *provider*; what it changes happens whole or not at all."""
        player = self.player(provider)
        with self._lock:
            self._count += 1
            told = player.answer(request, fault, lambda: self._turn(provider), self._counters.get(provider))
            self.clock.wait(told.wait_s)
            recorded = self._recorded(provider, player, request, fault, told)
            self._complain(provider, told)
            self.journal.add(recorded)
        return told.outcome

    def _turn(self, provider: str) -> World:
        """Begin a request: time goes on, and it has its own source of chance."""
        with self.store.together():
            self.clock.tick()
            return self._world(provider, self._dice.next(provider))

    def _complain(self, provider: str, told: Told) -> None:
        """Count violations and log those of ours; of what was made up one for each operation, as it may well be."""
        self._violations.update(told.violations)
        operation, doubts = (provider, told.operation), [one_line(violation) for violation in told.violations]
        if not told.is_made_up:
            for doubt in doubts:
                _LOG.error("%s", doubt)
        elif doubts and operation not in self._doubted:
            self._doubted.add(operation)
            more = f", and {len(doubts) - 1} more" if len(doubts) > 1 else ""
            _LOG.warning("made up, and not what the document says: %s%s", doubts[0], more)

    def _begin(self) -> None:
        self._count = 0
        self._violations = Counting[str]()
        self._doubted: set[tuple[str, str]] = set()
        self._chance = self._dice.of("faults")
        self._counters = {name: Counter(each.limits) for name, each in self.providers.items()} if self._limits else {}
        for name, provider in self.providers.items():
            if self.store.is_empty(name):
                with self.store.together():
                    provider.seed(self._world(name, self._dice.of(f"{name}:seed")))

    def _role(self, provider: str) -> Role:
        if provider not in self._roles:
            raise ConfigError(f'the sandbox does not play "{provider}"; it plays {", ".join(self._roles)}')
        return self._roles[provider]

    def _world(self, provider: str, random: Random) -> World:
        return World(provider=provider, store=self.store, random=random, moment=self.clock.now)

    def _recorded(self, provider: str, player: Player, request: Request, fault: Fault | None, told: Told) -> Recorded:
        sent = None if told.outcome.is_silent else told.outcome
        return Recorded(
            number=self._count,
            time=self.clock.now().isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            provider=provider,
            operation=told.operation,
            method=request.method,
            path=kept_path(request, secret_parameters(player.service.contract.security_schemes)),
            status=sent.status if sent else 0,
            source=told.source,
            fault=fault.what if fault else "",
            request_headers=kept_headers(request.headers),
            request_content=kept_content(request.body),
            answer_headers=kept_headers(sent.headers) if sent else {},
            answer_content=kept_content(sent.content if sent else b""),
        )
