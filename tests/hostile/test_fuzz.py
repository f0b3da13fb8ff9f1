"""The law of the generator, searched for exceptions: a package that imports, or a SpecError with a place; never else.

    python -m tests.hostile.test_fuzz 600        searches for ten minutes and prints what it finds

What was found is in `found/`, and is tried first.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest
from handbill_generator.diagnostics import SpecError
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from .emitting import emitted
from .guard import deeds
from .strategies import damaged, documents

FOUND = sorted((Path(__file__).parent / "found").iterdir())


def hold(source: Mapping[str, Any] | bytes, *, imports: bool = False) -> None:
    """Hold the law for one document, twice: the second time gives the same files or the same words."""
    with tempfile.TemporaryDirectory() as folder:
        results = [emitted(source, Path(folder) / str(number) / "all", "found") for number in (1, 2)]
        told = [str(result) if isinstance(result, SpecError) else _files(result) for result in results]
        assert told[0] == told[1]
        if imports and isinstance(results[0], Path):
            assert deeds(results[0]) == ""


def _files(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.mark.parametrize("file", FOUND, ids=lambda file: file.name)
def test_what_was_found_stays_mended(file: Path) -> None:
    """Documents that once ended in a traceback, or in a package that does not import, no longer do."""
    hold(file.read_bytes(), imports=True)


@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(documents())
def test_any_document(source: dict[str, Any]) -> None:
    """Whatever fills the outline of a document, there is a package or an error with a place, the same both times."""
    hold(source)


@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(damaged())
def test_any_bytes(source: bytes) -> None:
    """Whatever is done to the bytes of a document, the same holds."""
    hold(source)


@settings(max_examples=4, suppress_health_check=list(HealthCheck))
@given(documents())
def test_any_package(source: dict[str, Any]) -> None:
    """What is emitted for such documents imports, builds its models and does nothing else."""
    hold(source, imports=True)


def search(seconds: float) -> None:
    """Look for documents that break the law, each time another way; the smallest of each is printed and kept."""
    end, number = time.monotonic() + seconds, int(time.time())
    while time.monotonic() < end:
        number += 1
        for strategy in (documents(), damaged()):
            if found := _broken(strategy, number):
                source, error = found
                kept = Path(tempfile.gettempdir()) / f"found-{number}.yaml"
                kept.write_bytes(source if isinstance(source, bytes) else json.dumps(source).encode())
                print(f"{kept}: {type(error).__name__}: {str(error)[:500]}", flush=True)


def _broken(strategy: st.SearchStrategy[Any], number: int) -> tuple[Any, Exception] | None:
    """Try documents of *strategy*; give one that breaks the law, made small by hypothesis, and how."""
    tried: list[Any] = []

    @seed(number)
    @settings(max_examples=50, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(strategy)
    def attempt(source: Any) -> None:
        tried.append(source)
        hold(source, imports=crc32(repr(source).encode("utf-8", "surrogatepass")) % 8 == 0)

    try:
        attempt()
    except Exception as error:  # noqa: BLE001  # whatever it is, it is what we look for
        return tried[-1], error
    return None


if __name__ == "__main__":
    search(float(sys.argv[1]))
