"""Write the packages of `tests/golden` again: `python -m tests.generator.regenerate_goldens`, then read the diff.

In: each `tests/golden/CASE/openapi.yaml`.  Out: the package CASE beside it.
Never: run by the tests, which compare and write nothing.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from handbill_generator.config import Target
from handbill_generator.pipeline import Build, build, publish

GOLDEN = Path(__file__).parents[1] / "golden"
CASES = sorted(path.parent.name for path in GOLDEN.glob("*/openapi.yaml"))


def built(case: str, output: Path) -> Build:
    """Build the package of *case* below *output*, where names of an earlier run may be."""
    spec = GOLDEN / case / "openapi.yaml"
    return build(Target(name=case, spec=spec, shown="openapi.yaml", package=case, output=output))


def main() -> None:
    """Emit all packages as if for the first time."""
    for case in CASES:
        shutil.rmtree(GOLDEN / case / case, ignore_errors=True)
        made = built(case, GOLDEN / case)
        publish(made)
        print(f"{case}: {len(made.files)} files, {len(made.package.losses)} losses")


if __name__ == "__main__":
    main()
