"""The generators that are held side by side: how each is run, and how one counts what it delivered.

In: a document and an empty folder.  Out: a command, and the operations that the folder then holds.
Never: installs anything outside of the folder of the peers.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import venv
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]
MYPY = "2.4.1"

OPC = "openapi-python-client==0.29.1"
DCG = "datamodel-code-generator==0.89.0"
_DCG_CLIENT = """
    --input-file-type openapi --output-model-type pydantic_v2.BaseModel --openapi-scopes schemas paths api
    --generate-client httpx2 --client-package client --client-model-package models --disable-timestamp
    --client-default-base-url https://api.example.com --client-server-base-url https://api.example.com
""".split()
_DCG_TUNED = """
    --formatters builtin --use-annotated --field-constraints --snake-case-field --use-operation-id-as-name
    --use-missing-sentinel --strict-nullable --use-type-alias --read-only-write-only-model-type request-response
    --use-schema-description --use-field-description --target-python-version 3.11
""".split()
_ADDRESS = re.compile(r"<[\w.]+ object at \w+> ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Generator:
    """One way to make a client of a document."""

    name: str
    title: str
    python: Path
    """What the emitted package is imported and checked with."""
    version: str
    """What a cached result holds for: the version, and the options."""
    command: Callable[[Path, Path, Collection[str]], Sequence[str]]
    """Gives the command line for a document, an empty folder and what was learned from earlier refusals."""
    packages: Sequence[str]
    """The packages and modules in the folder that it makes."""
    delivered: Callable[[Path, str], int]
    """Counts operations, by the folder and what the command said."""
    lost: Callable[[str, int | None], Sequence[str]]
    """Reads in what the command said, and its exit code, what was left out and why."""
    lessons: Mapping[str, str] = field(default_factory=dict)
    """What a user learns from a refusal and does otherwise, by words of the refusal."""


def ours() -> Generator:
    """Give the generator of the tree that this file is in."""
    return Generator(
        name="handbill",
        title="Handbill",
        python=Path(sys.executable),
        version="",
        command=lambda document, folder, learned: [
            *(sys.executable, "-m", "handbill_generator.cli.entry", "generate", str(document)),
            *("--package", "p_handbill", "--out", str(folder)),
        ],
        packages=("p_handbill",),
        delivered=lambda folder, said: int(found[1]) if (found := re.search(r": (\d+) operations, ", said)) else 0,
        lost=lambda said, code: [] if code == 0 else [_last_line(said)],
    )


def peers(folder: Path, tell: Callable[[str], None]) -> tuple[Generator, ...]:
    """Give the peers, each installed into an environment of its own below *folder*."""
    opc = _environment(folder, "opc", (OPC, f"mypy=={MYPY}", "types-python-dateutil"), tell)
    dcg = _environment(folder, "dcg", (DCG, f"mypy=={MYPY}", "httpx2>=2.16", "email-validator"), tell)
    return (_opc(opc), _dcg(dcg, "dcg", "DCG", ()), _dcg(dcg, "dcg-tuned", "DCG, tuned", _DCG_TUNED))


def _opc(python: Path) -> Generator:
    return Generator(
        name="opc",
        title="OPC",
        python=python,
        version=OPC,
        command=lambda document, folder, learned: [
            *(str(python.with_name("openapi-python-client")), "generate", "--path", str(document)),
            *("--meta", "none", "--output-path", str(folder / "p_opc"), "--overwrite"),
        ],
        packages=("p_opc",),
        delivered=lambda folder, said: sum(
            path.name != "__init__.py" for path in (folder / "p_opc" / "api").glob("*/*.py")
        ),
        lost=_lost_by_opc,
    )


def _dcg(python: Path, name: str, title: str, options: Sequence[str]) -> Generator:
    def command(document: Path, folder: Path, learned: Collection[str]) -> Sequence[str]:
        models = folder / ("models" if "directory" in learned else "models.py")
        return [
            *(str(python.with_name("datamodel-codegen")), "--input", str(document), *_DCG_CLIENT),
            *("--output", str(models), "--client-output", str(folder / "client")),
            *(option for option in options if option not in learned),
        ]

    return Generator(
        name=name,
        title=title,
        python=python,
        version=" ".join([DCG, *_DCG_CLIENT, *options]),
        command=command,
        packages=("client", "models"),
        delivered=lambda folder, said: _count(folder / "client" / "_operations.py", r"\bOperationPlan\("),
        lost=_lost_by_dcg,
        lessons={
            "require an output directory": "directory",
            "must have an operationId when --use-operation-id-as-name": "--use-operation-id-as-name",
        },
    )


def _environment(folder: Path, name: str, requirements: Sequence[str], tell: Callable[[str], None]) -> Path:
    """Give the Python of an environment that has *requirements*, made once."""
    home = folder / name
    made = home / "made.json"
    python = home / "bin" / "python"
    if not made.is_file() or json.loads(made.read_text(encoding="utf-8")) != list(requirements):
        tell(f"installing {requirements[0]}")
        venv.create(home, with_pip=True, clear=True)
        pip = [str(python), "-m", "pip", "install", "-qq", "--disable-pip-version-check", *requirements]
        subprocess.run(pip, check=True, env=os.environ | {"PYTHONPATH": ""})
        made.write_text(json.dumps(requirements), encoding="utf-8")
    return python


def _lost_by_opc(said: str, code: int | None) -> Sequence[str]:
    if code != 0:
        # A fault ends with a line such as "ValueError: ...", which is broken at 80 columns; else documents are refused
        # with "1527 validation errors for OpenAPI", then a place and a sentence for each.
        told = re.search(r"^(?:\w+Error: |\d+ validation errors? for ).*", said, re.MULTILINE | re.DOTALL)
        return [_words(told[0]) if told else _last_line(said)]
    # A warning is "WARNING parsing GET /x within tag. ..." or "Unable to parse schema /...", then a paragraph that says
    # why, then the part of the document.
    blocks = re.split(r"\n(?=(?:WARNING|ERROR|Unable to parse schema) )", f"\n{said}")[1:]
    return [_words(_ADDRESS.sub("", " ".join(block.strip().split("\n\n")[:2]))) for block in blocks]


def _lost_by_dcg(said: str, code: int | None) -> Sequence[str]:
    if code == 0:
        return []
    problems = [line for line in said.splitlines() if re.match(r"\s*(?:[-*]\s|#/|Error|.*Error:)", line)]
    return [_words(line) for line in problems] or [_last_line(said)]


def _count(file: Path, pattern: str) -> int:
    return len(re.findall(pattern, file.read_text(encoding="utf-8"))) if file.is_file() else 0


def _last_line(said: str) -> str:
    lines = [line for line in said.splitlines() if line.strip(" │╭╮╰╯─")]
    return _words(lines[-1]) if lines else "said nothing"


def _words(text: str) -> str:
    return " ".join(text.split())[:200]
