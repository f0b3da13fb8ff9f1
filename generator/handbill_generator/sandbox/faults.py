"""Faults on demand: their grammar, and when they strike.

    PROVIDER:WHAT[:CHANCE]     loops:429:0.2   sendkit:500   batch:latency=0.5   *:503:0.05

PROVIDER is a name, or `*` for each of them.  CHANCE goes from 0 to 1 and is 1 where it is left out.  WHAT is

    400 to 599         an error of that status; the request is not carried out
    latency=SECONDS    the answer comes later
    reset              the connection is reset; the request is not carried out
    lost               the request is carried out, then the connection is reset
    cut                the request is carried out, the answer breaks off in the middle of its body
    garbled            the request is carried out, the body of the answer is not what the contract says

In: such texts.  Out: the `Strike` that a request meets.
Never: sleeps, answers, or is random but by the source it is given.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from random import Random
from typing import Literal, get_args

from handbill_generator.diagnostics import ConfigError
from handbill_generator.sandbox.model import Kind, Problem

Breakage = Literal["reset", "lost", "cut", "garbled"]
_LONGEST_LATENCY_S = 600.0
_KINDS: dict[int, Kind] = {
    401: "unauthorized",
    403: "forbidden",
    404: "not_found",
    405: "no_method",
    409: "conflict",
    429: "too_many",
    503: "down",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that goes wrong: exactly one of *status*, *latency_s* and *breakage* is set."""

    provider: str
    what: str
    chance: float = 1.0
    status: int = 0
    latency_s: float = 0.0
    breakage: Breakage | None = None

    def strikes(self, provider: str) -> bool:
        """Whether this is for *provider*."""
        return self.provider in (provider, "*")


class Injected(Problem):
    """The error that a fault of a status asks for."""

    def __init__(self, status: int) -> None:
        kind = _KINDS.get(status, "failed" if status >= 500 else "invalid")
        retry_after = 1.0 if kind in ("too_many", "down") else 0.0
        super().__init__(kind, f"the sandbox was told to answer {status}", retry_after=retry_after)
        self.status = status


@dataclass(frozen=True, slots=True, kw_only=True)
class Strike:
    """What a request meets: a wait of *latency_s* seconds, then perhaps a *fault*."""

    latency_s: float = 0.0
    fault: Fault | None = None


@dataclass(slots=True)
class _Injected:
    fault: Fault
    requests_left: int


class Faults:
    """All faults of a sandbox: those that strike by chance, and those that were injected for one request."""

    def __init__(self, texts: Iterable[str], providers: Collection[str]) -> None:
        self._providers = providers
        self._standing = tuple(parse(text, providers) for text in texts)
        self._injected: list[_Injected] = []

    def inject(self, provider: str, what: str, *, on: int) -> None:
        """Let *what* happen once, at the request number *on* from now; raises ConfigError for what is no fault."""
        if on < 1:
            raise ConfigError(f"on={on} is no request; write 1 for the next one")
        fault = parse(f"{provider}:{what}", self._providers)
        if ":" in what:
            raise ConfigError(f'what is injected happens once, so "{what}" has no chance; write {fault.what}')
        self._injected.append(_Injected(fault, on))

    def forget_injected(self) -> None:
        """Take back what was injected and has not happened yet."""
        self._injected.clear()

    def strike(self, provider: str, random: Random) -> Strike:
        """Say what the next request to *provider* meets; the first fault that is no latency wins."""
        struck = [*self._due(provider), *self._by_chance(provider, random)]
        return Strike(
            latency_s=sum(fault.latency_s for fault in struck),
            fault=next((fault for fault in struck if fault.status or fault.breakage), None),
        )

    def _due(self, provider: str) -> list[Fault]:
        waiting = [injected for injected in self._injected if injected.fault.strikes(provider)]
        for injected in waiting:
            injected.requests_left -= 1
        due = [injected for injected in waiting if not injected.requests_left]
        self._injected = [injected for injected in self._injected if injected.requests_left]
        return [injected.fault for injected in due]

    def _by_chance(self, provider: str, random: Random) -> list[Fault]:
        return [fault for fault in self._standing if fault.strikes(provider) and random.random() < fault.chance]


def parse(text: str, providers: Collection[str]) -> Fault:
    """Read a fault; raises ConfigError that says what to write."""
    provider, *rest = text.split(":")
    if not 1 <= len(rest) <= 2:
        raise _error(text, "it must be PROVIDER:WHAT or PROVIDER:WHAT:CHANCE", "loops:429:0.2")
    if provider != "*" and provider not in providers:
        raise _error(text, f'there is no provider "{provider}"', f"{', '.join(providers)} or *")
    chance = _number(rest[1], 1.0) if len(rest) == 2 else 1.0
    if chance is None:
        raise _error(text, f'"{rest[1]}" is no chance', "a number from 0 to 1")
    return _fault(text, provider, rest[0], chance)


def _fault(text: str, provider: str, what: str, chance: float) -> Fault:
    if re.fullmatch("[45][0-9][0-9]", what):
        return Fault(provider=provider, what=what, chance=chance, status=int(what))
    for breakage in get_args(Breakage):
        if what == breakage:
            return Fault(provider=provider, what=what, chance=chance, breakage=breakage)
    name, _, seconds = what.partition("=")
    latency = _number(seconds, _LONGEST_LATENCY_S)
    if name == "latency" and latency is None:
        raise _error(text, f'"{seconds}" is no latency', f"seconds from 0 to {_LONGEST_LATENCY_S:g}, as latency=0.5")
    if name != "latency" or latency is None:
        known = f"a status from 400 to 599, latency=SECONDS, {', '.join(get_args(Breakage))}"
        raise _error(text, f'"{what}" is no fault', known)
    return Fault(provider=provider, what=what, chance=chance, latency_s=latency)


def _number(text: str, most: float) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) and 0 <= value <= most else None


def _error(text: str, what: str, instead: str) -> ConfigError:
    return ConfigError(f'the fault "{text}" cannot be read: {what}; write {instead}')
