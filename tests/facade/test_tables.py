"""The tables of capabilities are whole, say why, and rest on the contracts; and nothing registered goes untested."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import handbill
import pytest
from handbill import FIELDS, PROVIDERS, VERBS, Level, adapter_of
from handbill_generator.sandbox import Running

from .cases import case_of, missing
from .words import EXAMPLES

SPECS = Path(__file__).parents[2] / "specs"
each_provider = pytest.mark.parametrize("provider", PROVIDERS)


def evidence(running: Running, provider: str) -> set[str]:
    """All places of a contract, as the sandbox reads it, that a row may rest on."""
    contract = running.sandbox.player(provider).service.contract
    properties = {f"{name}.{inner}" for name, each in contract.schemas.items() for inner in _properties(each.keywords)}
    return {"info", *(one.id.raw for one in contract.operations), *contract.schemas, *properties}


def _properties(schema: Any) -> set[str]:
    parts = [schema, *schema.get("allOf", ())]
    return {name for part in parts for name in part.get("properties", ())}


def test_every_provider_has_a_case() -> None:
    """A provider that is registered and not tested is a failure; its case is a module of its name in `cases`."""
    assert missing() == set()


def test_every_field_has_an_example() -> None:
    """The examples are those of the fields, no more and no fewer."""
    assert set(EXAMPLES) == set(FIELDS)


@each_provider
def test_a_table_has_a_row_for_each_verb_and_field(provider: str) -> None:
    """Nothing that a caller may ask for is left open, and nothing else is in the table."""
    table = handbill.capabilities(provider)
    assert table.provider == provider
    assert set(table.rows) == {*VERBS, *FIELDS}
    assert all(name == row.name for name, row in table.rows.items())


@each_provider
def test_a_row_that_is_less_than_native_says_why(provider: str) -> None:
    """Whoever is refused something, or gets less of it, is told the reason, what is lost, or what to ask."""
    rows = handbill.capabilities(provider).rows.values()
    assert [row.name for row in rows if row.level is not Level.NATIVE and not row.note.strip()] == []


@each_provider
def test_a_row_rests_on_the_contract(provider: str, running: Running) -> None:
    """The evidence of every row is an operation, a schema or a property that the contract has."""
    rows, known = handbill.capabilities(provider).rows.values(), evidence(running, provider)
    assert {row.name: row.evidence for row in rows if row.evidence not in known} == {}


@each_provider
def test_the_verbs_of_a_table_are_those_of_the_code(provider: str) -> None:
    """An adapter has a method for each verb that its table calls usable, and for no other."""
    adapter = adapter_of(provider)
    usable = {verb for verb in VERBS if adapter.table[verb].level.usable}
    assert {verb for verb in VERBS if callable(getattr(adapter, verb, None))} == usable


@each_provider
def test_what_is_cleared_or_read_is_usable(provider: str) -> None:
    """Only a field that can be written has a way to clear it, and only a usable one is promised to be read."""
    rows = handbill.capabilities(provider).rows.values()
    assert [row.name for row in rows if (row.clears or row.reads) and not row.level.usable] == []


@each_provider
def test_a_case_has_a_sample_for_each_usable_field(provider: str) -> None:
    """A field that becomes usable is tested, or the suite says that it is not; so is a way to clear it."""
    table, samples = handbill.capabilities(provider), case_of(provider).samples
    assert set(samples) == {name for name in FIELDS if table[name].level.usable}
    assert {name for name, sample in samples.items() if sample.cleared} == {
        name for name in FIELDS if table[name].clears
    }


@each_provider
def test_statuses_are_words_of_the_contract(provider: str) -> None:
    """Each status word of the provider is one that its contract writes down, and none means that nothing is known."""
    text = (SPECS / provider / "openapi.yaml").read_text(encoding="utf-8")
    statuses = adapter_of(provider).statuses
    assert {word for word in statuses if word not in text} == set()
    assert handbill.Status.UNKNOWN not in statuses.values()
