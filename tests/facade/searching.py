"""Random drafts and changes of a provider, made of the samples of its case.

In: a case.  Out: hypothesis strategies of flat fields; `parts` makes arguments of them.
Never: makes a value that the provider would refuse for its own sake, unless a strategy says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import handbill
from handbill import FIELDS, UNKNOWN, Draft
from hypothesis import strategies as st

from .cases import Case
from .parts import changed, named
from .words import EXAMPLES

Flat = Mapping[str, Any]
TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20)
TEXTS = frozenset({"name", "content.subject", "content.preview_text", "sender.name"})
"""Fields in which every provider takes any text; those of the other fields must exist, or be addresses."""
_EMAIL = ("content.subject", "content.html")


def values(case: Case, field: str) -> st.SearchStrategy[Any]:
    """Values of a field that the provider has: what the draft has, or the sample, or any text."""
    known = [value for name, value in named(case.draft).items() if name == field]
    some = st.sampled_from([*known, case.samples[field].value])
    return some | TEXT if field in TEXTS else some


def alone(flat: Flat) -> Flat:
    """Give fields that can stand beside each other: one schedule, one throttle, and either steps or one email."""
    kept: dict[str, Any] = {}
    for name, value in flat.items():
        part = name.partition(".")[0]
        rivals = ("content.steps",) if name in _EMAIL else _EMAIL if name == "content.steps" else ()
        single = part in ("schedule", "throttle") and any(other.startswith(part) for other in kept)
        if not single and not any(rival in kept for rival in rivals):
            kept[name] = value
    return kept


def drafted(case: Case, flat: Flat) -> Draft:
    """Give the draft of a case with these fields, and without what cannot stand beside them."""
    steps = {"content.steps": UNKNOWN} if any(name in flat for name in _EMAIL) else {}
    email = dict.fromkeys(_EMAIL, UNKNOWN) if "content.steps" in flat else {}
    return changed(case.draft, {**steps, **email, **flat})


def written(case: Case, *, cleared: bool = True) -> st.SearchStrategy[Flat]:
    """Changes that the provider has, with None where that clears; never everyone, and never SendNow."""
    table = handbill.capabilities(case.provider)
    able = [name for name in case.samples if name not in ("audience.everyone", "schedule.send_now")]
    made = {
        name: values(case, name) | st.none() if cleared and table[name].clears else values(case, name) for name in able
    }
    return st.fixed_dictionaries({}, optional=made).map(alone).filter(bool)


def anything(case: Case) -> st.SearchStrategy[Flat]:
    """Fields of any kind, also such as the provider does not have, and None anywhere."""
    made = {
        name: st.none() | st.just(EXAMPLES[name]) | (values(case, name) if name in case.samples else st.nothing())
        for name in FIELDS
    }
    return st.fixed_dictionaries({}, optional=made).map(alone)
