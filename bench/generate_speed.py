"""Compare `handbill generate` with datamodel-code-generator alone on the four contracts.

Both run as fresh processes, best of several rounds.  datamodel-code-generator writes models only, once with the options
that handbill gives it and one process a contract (as its users run it), once in a single process (as we do).
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
SPECS = sorted(ROOT.glob("specs/*/openapi.yaml"))
ROUNDS = 5

OPTIONS = """
    --input-file-type openapi --output-model-type pydantic_v2.BaseModel --target-python-version 3.11
    --formatters builtin --use-missing-sentinel --target-pydantic-version 2.14 --snake-case-field
    --use-annotated --field-constraints --strict-nullable --use-type-alias --extra-fields allow
    --allow-population-by-field-name --use-schema-description --use-field-description
    --use-attribute-docstrings --enum-field-as-literal all --use-double-quotes --keep-model-order
    --disable-timestamp
""".split()

ONE_PROCESS = """
import sys
from pathlib import Path
from datamodel_code_generator.__main__ import main
for index, spec in enumerate(sys.argv[2:]):
    main(["--input", spec, "--output", f"{sys.argv[1]}/{index}.py", *OPTIONS])
""".replace("OPTIONS", repr(OPTIONS))


def main() -> None:
    """Print the best time of each and the ratios."""
    with tempfile.TemporaryDirectory() as folder:
        ours = best(lambda: run_handbill(Path(folder)))
        theirs = best(lambda: run_each(folder))
        together = best(lambda: run_together(folder))
    print(f"handbill generate, four whole clients:                  {ours:.2f} s")
    print(f"datamodel-codegen, models only, a process a contract:   {theirs:.2f} s  (ratio {ours / theirs:.2f})")
    print(f"datamodel-codegen, models only, one process:            {together:.2f} s  (ratio {ours / together:.2f})")


def best(run: object) -> float:
    """Give the shortest of several rounds, in seconds."""
    assert callable(run)
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        run()
        times.append(time.perf_counter() - started)
    return min(times)


def run_handbill(folder: Path) -> None:
    """Generate all four into an empty folder, so that nothing is saved by being unchanged."""
    clients = "\n".join(
        f'[tool.handbill.clients.{spec.parent.name}]\nspec = "{spec.parent.name}.yaml"' for spec in SPECS
    )
    project = Path(tempfile.mkdtemp(dir=folder))
    (project / "pyproject.toml").write_text(f"[tool.handbill]\n{clients}\n", encoding="utf-8")
    for spec in SPECS:
        (project / f"{spec.parent.name}.yaml").write_bytes(spec.read_bytes())
    subprocess.run(
        [sys.executable, "-m", "handbill_generator.cli.entry", "generate"],
        cwd=project,
        check=True,
        stdout=subprocess.DEVNULL,
    )


def run_each(folder: str) -> None:
    """Run the peer as its users do."""
    for spec in SPECS:
        command = [sys.executable, "-m", "datamodel_code_generator", "--input", str(spec), "--output", f"{folder}/x.py"]
        subprocess.run([*command, *OPTIONS], check=True, stderr=subprocess.DEVNULL)


def run_together(folder: str) -> None:
    """Run the peer four times in one process."""
    command = [sys.executable, "-c", ONE_PROCESS, folder, *(str(spec) for spec in SPECS)]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
