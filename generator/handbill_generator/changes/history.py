"""Tell the history of a contract: what changed from each of its states to the next.

In: the states of a contract, the oldest first, and what is asked of a comparison.  Out: a `Section` each, the newest
first.
Never: looks for a state, or writes text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from handbill_generator.changes.comparing import Wishes, reported
from handbill_generator.changes.inputs import Input, InputPair
from handbill_generator.changes.output.changelog import Section
from handbill_generator.changes.output.words import counted
from handbill_generator.changes.states import State


def sections(states: Iterable[State], wishes: Wishes, *, name: str, from_first: bool = True) -> tuple[Section, ...]:
    """Compare each state of the contract called *name* with the one before it.

    The first state has nothing before it; *from_first* says whether it has a section all the same.  A sunset is held
    against the day of its state, not of today, so that a history stays what it was.  Raises SpecError for contracts
    that cannot be compared.
    """
    found = tuple(_sections(states, wishes, name))
    return found[::-1] if from_first else found[:0:-1]


def _sections(states: Iterable[State], wishes: Wishes, name: str) -> Iterator[Section]:
    before: Input | None = None
    for state in states:
        if state.input is None:
            yield Section(name=state.name, date=state.day, pair=None, changes=(), notes=(state.note,))
            continue
        if before is None:
            yield Section(name=state.name, date=state.day, pair=None, changes=(), notes=(_first(state.input),))
        else:
            yield _compared(before, state, state.input, wishes, name)
        before = state.input


def _compared(before: Input, state: State, now: Input, wishes: Wishes, name: str) -> Section:
    wishes = replace(wishes, today=date.fromisoformat(state.day)) if state.day else wishes
    report = reported([InputPair(name=name, old=before, new=now)], wishes)
    return Section(name=state.name, date=state.day, pair=report.pairs[0], changes=report.changes)


def _first(first: Input) -> str:
    contract = first.contract
    assert contract is not None
    version = f", of version {contract.version.raw}" if contract.version.raw else ""
    return f"The first contract that is known{version}: {counted(len(contract.operations), 'operation')}"
