"""Laws of determinism: the same document gives the same bytes, in any process, anywhere, on any Python."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from handbill_generator.pipeline import build

from .documents import target

GOLDEN = Path(__file__).parents[1] / "golden" / "odd" / "openapi.yaml"

# Prints a digest over all files of the package of the document given.
DIGEST = """
import sys
from hashlib import sha256
from pathlib import Path
from handbill_generator.config import Target
from handbill_generator.pipeline import build
built = build(Target(name="odd", spec=Path(sys.argv[1]), shown="openapi.yaml", package="odd", output=Path(sys.argv[2])))
print(sha256(repr(sorted(built.files.items())).encode()).hexdigest())
"""


def digest_of(python: str, nowhere: Path, **environment: str) -> str:
    command = [python, "-c", DIGEST, str(GOLDEN), str(nowhere)]
    paths = os.pathsep.join(path for path in sys.path if path and Path(path).name == "generator")
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=True,
        cwd=nowhere,
        env={**os.environ, "PYTHONPATH": paths, **environment},
    )
    return done.stdout.strip()


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> str:
    built = build(target(GOLDEN, tmp_path_factory.mktemp("here"), "odd"))
    return sha256(repr(sorted(built.files.items())).encode()).hexdigest()


def test_twice_is_the_same(tmp_path: Path, expected: str) -> None:
    """A second build in one process gives the same bytes, and says what it is made of and nothing of the machine."""
    built = build(target(GOLDEN, tmp_path, "odd"))
    assert sha256(repr(sorted(built.files.items())).encode()).hexdigest() == expected
    everything = "\n".join(built.files.values())
    assert str(tmp_path) not in everything
    assert str(GOLDEN.parent) not in everything


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1"},
        {"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo", "LC_ALL": "tr_TR.UTF-8"},
        {"PYTHONHASHSEED": "3", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"},
    ],
)
def test_the_environment_is_nothing_to_it(environment: dict[str, str], tmp_path: Path, expected: str) -> None:
    """Hash seed, time zone and locale do not show."""
    assert digest_of(sys.executable, tmp_path, **environment) == expected


@pytest.mark.parametrize("version", ["3.11", "3.12", "3.13", "3.14"])
def test_the_version_of_python_is_nothing_to_it(version: str, tmp_path: Path, expected: str) -> None:
    """Another Python emits the same bytes."""
    python = shutil.which(f"python{version}")
    probe = [python or sys.executable, "-c", "import sys, datamodel_code_generator, ruff; print(sys.version_info[:2])"]
    found = subprocess.run(probe, capture_output=True, text=True, check=False)
    if python is None or found.returncode or found.stdout.strip() != str(tuple(map(int, version.split(".")))):
        pytest.skip(f"there is no Python {version} with the engines here")
    assert digest_of(python, tmp_path) == expected


def test_json_and_yaml_are_one(tmp_path: Path) -> None:
    """A document gives the same package in either syntax; only its hash and the places in it differ."""
    from handbill_generator.load import load

    (tmp_path / "openapi.json").write_text(json.dumps(load(GOLDEN).tree), encoding="utf-8")
    one = build(target(GOLDEN, tmp_path, "odd")).files
    two = build(target(tmp_path / "openapi.json", tmp_path, "odd")).files
    assert {path for path in one if one[path] != two.get(path)} == {"handbill.json"}
