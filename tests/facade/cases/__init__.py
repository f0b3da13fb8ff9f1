"""What each provider needs in order to be tested: a module of its name here, which has a `CASE`.

In: the name of a provider.  Out: its `Case`.
Never: repeats what the provider's table of capabilities says; the tests go by that.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from importlib import import_module
from typing import Any, Final

from handbill import PROVIDERS, VERBS, Draft, Status, adapter_of
from handbill_generator.sandbox import Sandbox


class _Absent(Enum):
    ABSENT = "absent"


ABSENT: Final = _Absent.ABSENT
"""What is stored where nothing is."""

Places = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A value of a field that the provider has.

    *stored* is what must then stand in the server, by dotted places of `Case.stored`, and *read* what `get` gives back
    where that is not the value.  *cleared* is what is stored after None.  *also* are fields that must be given with it,
    *touches* further places that it may change.
    """

    value: Any
    stored: Places
    read: Any = ABSENT
    cleared: Places = field(default_factory=dict[str, Any])
    also: Mapping[str, Any] = field(default_factory=dict[str, Any])
    touches: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One provider.

    *draft* names as many fields as go together, *bare* as few as create takes; both are supported whole, and no sample
    is what the draft has.  *stored* gives all that the sandbox keeps of a campaign, and *volatile* the places of it
    that every write changes.  *before* is the state, in the provider's word, that a verb needs, and *after* the state
    in which it leaves a campaign.  *when* is what `schedule` is given.  A provider that *overwrites* takes the base of
    a change, for the verbs *takes_base*.  *counts* are the stats that it tells, *by_day* whether it counts days, and
    *page* the campaigns of a page.

    *may_send* are the verbs after which mail may leave, and *armed* the state, in the provider's word, in which a new
    time would have that effect too; the others refuse changes by themselves.  *leaves* are the members of a request
    body that make mail leave, and *sends* native arguments that would.  *native* are such as do not, with what is
    stored then, and *twice* such as say again what a part of the draft says.  *worded* puts a machine code into an
    error body, *pause* is the least time to wait after a 429, and an *enveloped* answer says whether it is a success.
    """

    provider: str
    credentials: Mapping[str, str]
    draft: Draft
    bare: Draft
    samples: Mapping[str, Sample]
    stored: Callable[[Sandbox, str], Any]
    volatile: frozenset[str] = frozenset()
    before: Mapping[str, str]
    after: Mapping[str, Status]
    when: Any
    overwrites: bool = False
    takes_base: frozenset[str] = frozenset()
    counts: frozenset[str]
    by_day: bool = False
    page: int
    may_send: frozenset[str] = frozenset()
    armed: str = ""
    leaves: Mapping[str, Any] = field(default_factory=dict[str, Any])
    sends: Mapping[str, Any] = field(default_factory=dict[str, Any])
    native: Mapping[str, tuple[Any, Places]]
    twice: Mapping[str, tuple[Any, str]]
    worded: Callable[[str], Any]
    pause: float = 0.0
    enveloped: bool = False
    prepare: Callable[[Sandbox], None] = lambda _: None


@cache
def case_of(provider: str) -> Case:
    """Give the case of a provider; raises ModuleNotFoundError where nobody has written it."""
    found: Case = import_module(f"{__name__}.{provider}").CASE
    return found


def missing() -> set[str]:
    """Give the registered providers that have no case."""
    absent = set[str]()
    for provider in PROVIDERS:
        try:
            case_of(provider)
        except ModuleNotFoundError:
            absent.add(provider)
    return absent


TESTED = tuple(name for name in PROVIDERS if name not in missing())
"""The providers that have a case; `test_tables` fails for the others."""

USABLE = [(name, verb) for name in TESTED for verb in VERBS if adapter_of(name).table[verb].level.usable]
"""The verbs of each."""
