"""Say how long documentation pages that are made to be slow take to be read, at two lengths.

    python bench/pages_speed.py [--size CHARACTERS]

The shapes are those of `tests/docs/hostile_pages.py`.  A page four times as long must take about four times as long;
the longest that is accepted must be read in under 10 seconds.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from handbill_generator.diagnostics import SpecError
from handbill_generator.docs.pages import read_page

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.docs.hostile_pages import SHAPES


def main() -> None:
    """Print a line a shape: seconds at a quarter of the size, at the size, and how many times as long that is."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=800_000, help="characters of the longer page")
    size = parser.parse_args().size
    for name, shape in SHAPES.items():
        short, long = (_seconds(shape(length)) for length in (size // 4, size))
        print(f"{name:<24} {short:6.2f} s {long:6.2f} s  x{long / max(short, 0.01):.1f}")


def _seconds(text: str) -> float:
    """Give the seconds that a page takes, refused or not."""
    start = time.process_time()
    try:
        read_page(text, name="page")
    except SpecError as error:
        print(f"  refused: {error.message}", file=sys.stderr)
    return time.process_time() - start


if __name__ == "__main__":
    main()
