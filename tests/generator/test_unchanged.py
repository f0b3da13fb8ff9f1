"""Laws of `unchanged`: a run that could change nothing builds nothing, and nothing less than that is believed."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from handbill_generator import unchanged as unchanged_module
from handbill_generator.cache import cache_folder
from handbill_generator.cli.building import Asked, Attempt, attempt_at, keep
from handbill_generator.targets import Target
from handbill_generator.unchanged import unchanged
from handbill_generator.write import write

SCHEMA = {"type": "object", "properties": {"id": {"type": "string"}}}


@pytest.fixture
def target(tmp_path: Path) -> Target:
    """A document in two files, and one that is not there."""
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Shop", "version": "1"},
        "paths": {},
        "components": {"schemas": {"A": {"$ref": "a.json"}, "B": {"$ref": "missing.json"}}},
    }
    (tmp_path / "shop.json").write_text(json.dumps(document))
    (tmp_path / "a.json").write_text(json.dumps(SCHEMA))
    spec = tmp_path / "shop.json"
    return Target(name="shop", spec=spec, shown="shop.json", package="shop", output=tmp_path / "out")


def emitted(target: Target) -> Attempt:
    """Build, write, and remember."""
    attempt = attempt_at(target, Asked())
    assert attempt.built.files is not None
    write(attempt.built.files, target.folder, manifest=attempt.built.manifest)
    keep(attempt)
    return attempt


def test_what_did_not_change_is_not_built(target: Target) -> None:
    """The second attempt gives the counts and the manifest of the first, and no files."""
    first = emitted(target).built
    second = attempt_at(target, Asked()).built
    assert second.files is None
    assert (second.manifest, second.models, second.operations) == (first.manifest, first.models, first.operations)
    assert second.count == len(first.files or {})


def test_asked_to_build_anew_it_builds(target: Target) -> None:
    """A check, or a report with details, is never taken from the cache."""
    emitted(target)
    assert attempt_at(target, Asked(anew=True)).built.files is not None


@pytest.mark.parametrize(
    "change",
    [
        lambda target: target.spec.write_text(target.spec.read_text().replace("Shop", "Store")),
        lambda target: target.spec.with_name("a.json").write_text("{}"),
        lambda target: target.spec.with_name("a.json").unlink(),
        lambda target: target.spec.with_name("missing.json").write_text("{}"),
        lambda target: (target.folder / "models.py").write_text("# by hand\n"),
        lambda target: (target.folder / "errors.py").unlink(),
        lambda target: (target.folder / "handbill.json").unlink(),
        lambda target: (target.folder / "handbill.json").write_text("{}"),
    ],
    ids=["document", "other file", "no other file", "a file comes", "edited", "removed", "no manifest", "manifest"],
)
def test_whatever_changes_is_noticed(target: Target, change: Callable[[Target], object]) -> None:
    """Each source and each emitted file is read again; so is the absence of a file that was looked for."""
    emitted(target)
    assert unchanged(target)
    change(target)
    assert unchanged(target) is None


def test_another_generator_builds(target: Target, monkeypatch: pytest.MonkeyPatch) -> None:
    """What another version of the generator wrote is not believed to be what this one would write."""
    emitted(target)
    monkeypatch.setattr(unchanged_module, "_generator", lambda: "another")
    assert unchanged(target) is None


def test_a_file_of_the_cache_may_hold_anything(target: Target) -> None:
    """What is not an entry of ours is no entry."""
    emitted(target)
    entry = unchanged_module._entry(target)
    for content in (b"", b"[]", b"\xff", b'{"sources": 1}', b'{"sources": {"\\u0000": ""}}', b"[" * 100_000):
        entry.write_bytes(content)
        assert unchanged(target) is None


def test_a_source_that_changed_meanwhile_is_not_remembered(target: Target) -> None:
    """What changes between reading and writing would be believed to be built."""
    attempt = attempt_at(target, Asked())
    assert attempt.built.files is not None
    write(attempt.built.files, target.folder, manifest=attempt.built.manifest)
    target.spec.write_text(target.spec.read_text() + "\n")
    keep(attempt)
    assert unchanged(target) is None


@pytest.mark.skipif(os.name != "posix", reason="only POSIX says who may write to a folder")
def test_a_cache_that_others_may_write_to_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Compiled templates are code: they are taken from a folder of the user alone."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    cache_folder.cache_clear()
    try:
        folder = cache_folder("templates")
        assert folder is not None
        assert folder.is_relative_to(tmp_path)
        folder.chmod(0o777)
        cache_folder.cache_clear()
        assert cache_folder("templates") is None
    finally:
        cache_folder.cache_clear()
