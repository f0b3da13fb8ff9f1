"""`python -m handbill_demo capabilities`, and `python -m handbill_demo story URL`."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict

import handbill

from handbill_demo.story import told


def main(arguments: list[str]) -> int:
    """Run one of the two programs; exit code 1 where a call failed, 2 for anything else that is asked for."""
    match arguments:
        case ["capabilities"]:
            tables = {name: handbill.capabilities(name) for name in handbill.PROVIDERS}
            rows = {
                name: [asdict(table[row]) for row in (*handbill.VERBS, *handbill.FIELDS)]
                for name, table in tables.items()
            }
            print(json.dumps({"verbs": handbill.VERBS, "fields": handbill.FIELDS, "providers": rows}))
        case ["story", url]:
            try:
                print(json.dumps({"providers": told(url)}))
            except handbill.CallFailed as error:
                print(f"error: {error}", file=sys.stderr)
                return 1
        case _:
            print(f"error: {__doc__}", file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
