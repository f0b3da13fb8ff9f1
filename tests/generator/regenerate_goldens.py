"""Write the packages of `tests/golden` again: `python -m tests.generator.regenerate_goldens`, then read the diff.

In: each `tests/golden/CASE/openapi.yaml`.  Out: the package CASE beside it; and the phrases of the engine.
Never: run by the tests, which compare and write nothing.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from handbill_generator.config import Target
from handbill_generator.pipeline import Build, build, publish, templates_folder
from handbill_generator.plan.annotations import PHRASES
from handbill_generator.plan.engine import phrases

GOLDEN = Path(__file__).parents[1] / "golden"
CASES = sorted(path.parent.name for path in GOLDEN.glob("*/openapi.yaml"))


def built(case: str, output: Path) -> Build:
    """Build the package of *case* below *output*, where names of an earlier run may be."""
    spec = GOLDEN / case / "openapi.yaml"
    return build(Target(name=case, spec=spec, shown="openapi.yaml", package=case, output=output))


def main() -> None:
    """Ask for the phrases, and emit all packages as if for the first time."""
    PHRASES.write_text(json.dumps(phrases(templates_folder() / "models"), indent=2) + "\n")
    for case in CASES:
        shutil.rmtree(GOLDEN / case / case, ignore_errors=True)
        made = built(case, GOLDEN / case)
        publish(made)
        print(f"{case}: {len(made.files)} files, {len(made.package.losses)} losses")


if __name__ == "__main__":
    main()
