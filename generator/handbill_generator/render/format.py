"""Lay out emitted Python: one pass of ruff, with the settings given here and no others.

In: file texts.  Out: the same programs, formatted, with the imports sorted and those that nothing needs left out.
Never: reads a configuration of the machine or of the project around it, or touches a file that is not Python.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from ruff import find_ruff_bin  # type: ignore[import-untyped]  # ruff ships no type information

_COMMON = ("--isolated", "--no-cache", "--quiet", "--target-version", "py311", "--line-length", "120")


def formatted(texts: Mapping[str, str]) -> dict[str, str]:
    """Format the Python files among *texts*."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path, text in texts.items():
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8", newline="\n")
        _ruff("check", "--fix-only", "--exit-zero", "--select", "F401,I", *_COMMON, str(folder))
        _ruff("format", *_COMMON, str(folder))
        return {path: (folder / path).read_text(encoding="utf-8") for path in texts}


def _ruff(*arguments: str) -> None:
    subprocess.run([find_ruff_bin(), *arguments], check=True, capture_output=True)  # noqa: S603  # no shell, and no text of a document
