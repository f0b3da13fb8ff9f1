"""Laws of subjects: pages are held against the contract as its overlays correct it."""

from __future__ import annotations

from pathlib import Path

from handbill_generator.config import OverlayFile
from handbill_generator.docs.subjects import subject


def test_a_subject_is_corrected_by_its_overlays(tmp_path: Path) -> None:
    """What an overlay removes is no part of the contract that pages are held against, and what it adds is."""
    (tmp_path / "api.yaml").write_text(
        "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {/old: {get: {responses: {}}}}\n"
    )
    (tmp_path / "fix.yaml").write_text(
        "overlay: 1.1.0\ninfo: {title: F, version: 1}\nactions:\n"
        "  - {target: \"$.paths['/old']\", remove: true}\n"
        "  - {target: $.paths, update: {/new: {get: {responses: {}}}}}\n"
    )
    overlays = [OverlayFile(path=tmp_path / "fix.yaml", shown="fix.yaml")]
    made = subject(tmp_path / "api.yaml", shown="api.yaml", overlays=overlays)
    assert [operation.path.raw for operation in made.contract.operations] == ["/new"]
    assert str(made.contract.position("#/paths/~1new")) == "fix.yaml:5:32"
