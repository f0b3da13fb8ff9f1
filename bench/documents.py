"""Make clients of all documents of some folders, with Handbill and with its peers, and print what came of it.

    python bench/documents.py FOLDER [FOLDER...] --write

For each document and generator: the operations delivered, whether every emitted module imports, what mypy --strict
says, seconds, memory, lines, and what was left out.  One process runs at a time.  Peers are installed into environments
of their own below --peers, and what they did is kept there: only a new version of them, or of a document, is run again.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import tables
from generators import ROOT, Generator, ours, peers
from measuring import Run, best, run
from results import Document, Result

README = Path(__file__).with_name("README.md")
_SUFFIXES = (".json", ".yaml", ".yml")


def main() -> None:
    """Measure what is asked for, and print or write the tables."""
    arguments = _arguments()
    with tempfile.TemporaryDirectory(prefix="handbill-bench-") as folder:
        bench = Bench(Path(folder), arguments.peers, arguments.rounds, not arguments.quick, arguments.again == "peers")
        generators = bench.generators(arguments.skip_peers)
        found = {source: list(bench.measured(generators, source, arguments.only)) for source in arguments.folders}
    _clear_line()
    if arguments.json:
        print(json.dumps({str(source): [asdict(result) for result in results] for source, results in found.items()}))
        return
    for source, results in found.items():
        text = tables.markdown(results, [(one.name, one.title) for one in generators])
        print(f"\n{source.name}\n\n{text}")
        if arguments.write:
            README.write_text(tables.put(README.read_text(encoding="utf-8"), source.name, text), encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER", help="holds .json, .yaml or .yml documents")
    parser.add_argument("--only", default="", metavar="TEXT", help="only documents whose name contains this")
    parser.add_argument("--quick", action="store_true", help="leave mypy out")
    parser.add_argument("--rounds", type=int, default=3, help="the best of how many runs; fewer where one is long")
    parser.add_argument("--peers", type=Path, default=Path(tempfile.gettempdir()) / "handbill-bench-peers")
    parser.add_argument("--again", choices=["peers"], help="run the peers too where their results are kept")
    parser.add_argument("--skip-peers", action="store_true", help="measure Handbill alone")
    parser.add_argument("--json", action="store_true", help="print all results as JSON, not as tables")
    parser.add_argument("--write", action="store_true", help="put the tables into bench/README.md")
    arguments = parser.parse_args()
    for folder in arguments.folders:
        if not folder.is_dir():
            parser.error(f"{folder} is no folder")
    return arguments


@dataclass(frozen=True, slots=True)
class Bench:
    """Where and how things are measured."""

    folder: Path
    peers: Path
    rounds: int
    types: bool
    """Whether mypy is asked."""
    again: bool
    """Whether kept results are made again."""

    @property
    def ours(self) -> dict[str, str]:
        """The environment of Handbill: the tree that this file is in, and a cache of its own."""
        return {"PYTHONPATH": str(ROOT / "generator"), "XDG_CACHE_HOME": str(self.folder / "cache")}

    def generators(self, alone: bool) -> tuple[Generator, ...]:
        """Give ourselves and, unless *alone*, the peers."""
        return (ours(), *(() if alone else peers(self.peers.resolve(), _tell)))

    def measured(self, generators: Sequence[Generator], source: Path, only: str) -> Iterator[Result]:
        """Give the results of all documents below *source*, one generator after the other."""
        paths = [path for path in sorted(source.iterdir()) if path.suffix in _SUFFIXES and only in path.name]
        for number, path in enumerate(paths, 1):
            document = self._document(path.resolve())
            for generator in generators:
                _tell(f"{source.name} {number} of {len(paths)}: {path.name}, {generator.title}")
                yield self._kept(generator, document)

    def _document(self, path: Path) -> Document:
        """Load a document in a process of its own: the memory of this one counts for each that it starts."""
        done = run([sys.executable, "-c", _LOAD, str(path)], folder=self.folder, environment=self.ours)
        told = json.loads(done.said) if done.code == 0 else {"operations": None, "seconds": None}
        digest = sha256(path.read_bytes()).hexdigest()
        return Document(path.name, str(path), path.stat().st_size, digest, told["operations"], told["seconds"])

    def _kept(self, generator: Generator, document: Document) -> Result:
        """Give a result of a peer that was kept, if it says all that is asked for; else a new one, and keep it."""
        if not generator.version:
            return self._measure(generator, document)
        file = self.peers / "results.json"
        results = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
        key = f"{document.sha256} {self.rounds} {generator.version}"
        kept = None if self.again else Result.of(results.get(key, {}), document)
        if kept and (kept.mypy is not None or kept.code != 0 or not self.types):
            return kept
        result = self._measure(generator, document)
        file.write_text(json.dumps(results | {key: asdict(result)}), encoding="utf-8")
        return result

    def _measure(self, generator: Generator, document: Document) -> Result:
        folder = self.folder / "out"
        learned: set[str] = set()
        done = self._run(generator, document, folder, learned)
        while lesson := next((new for words, new in generator.lessons.items() if words in done.said), ""):
            if lesson in learned:
                break
            learned.add(lesson)
            done = self._run(generator, document, folder, learned)
        result = Result(
            document=document,
            generator=generator.name,
            code=done.code,
            seconds=done.seconds,
            processor=done.processor,
            megabytes=done.megabytes,
            delivered=generator.delivered(folder, done.said) if done.code == 0 else 0,
            # The folders of this machine are nobody's business.
            lost=tuple(
                generator.lost(
                    done.said.replace(f"{Path(document.path).parent}/", "").replace(f"{folder}/", ""), done.code
                )
            ),
        )
        if done.code == 0:
            result = self._checked(result, generator, folder)
        shutil.rmtree(folder, ignore_errors=True)
        return result

    def _run(self, generator: Generator, document: Document, folder: Path, learned: set[str]) -> Run:
        """Generate into an empty folder, several times; the fastest run and the least memory count."""
        command = generator.command(Path(document.path), folder, learned)
        runs: list[Run] = []
        while len(runs) < self.rounds and sum(one.seconds for one in runs) < 5 * self.rounds:
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            runs.append(run(command, folder=folder, environment=None if generator.version else self.ours))
            if runs[-1].code != 0:
                return runs[-1]
        return min(runs, key=lambda one: one.seconds)

    def _checked(self, result: Result, generator: Generator, folder: Path) -> Result:
        """Look at what was emitted: lines, modules, types, and for ourselves a second run and the import."""
        texts = [path.read_bytes() for path in folder.rglob("*.py")]
        imported = self._program(_IMPORT, generator, folder, *generator.packages)
        result = replace(
            result,
            lines=sum(text.count(b"\n") for text in texts),
            modules=len(texts),
            broken=imported["broken"] if imported else len(texts),
            first_broken=imported["first"] if imported else "no module could be asked for",
            mypy=self._mypy(generator, folder) if self.types else None,
        )
        if generator.version:
            return result
        command = generator.command(Path(result.document.path), folder, ())
        again = best(command, folder=folder, rounds=self.rounds, environment=self.ours)
        timed = [self._program(_TIME, generator, folder, *generator.packages) for _ in range(self.rounds)]
        return replace(
            result,
            again=again[0].seconds,
            client_import=min((one["client"] for one in timed if one), default=None),
            models_import=min((one["models"] for one in timed if one), default=None),
        )

    def _program(self, program: str, generator: Generator, folder: Path, *given: str) -> dict[str, Any] | None:
        command = [str(generator.python), "-W", "ignore", "-c", program, *given]
        done = run(command, folder=folder, environment={"PYTHONPATH": ""})
        if done.code != 0:
            return None
        told: dict[str, Any] = json.loads(done.said.strip().splitlines()[-1])
        return told

    def _mypy(self, generator: Generator, folder: Path) -> int:
        """Count the errors of mypy --strict; -1 where it did not come to an end."""
        packages = [word for name in generator.packages for word in ("-p" if (folder / name).is_dir() else "-m", name)]
        cache = self.peers.resolve() / f"mypy-{generator.name.partition('-')[0]}"
        options = ["--strict", "--config-file=", "--no-error-summary", f"--cache-dir={cache}"]
        command = [str(generator.python), "-m", "mypy", *options, *packages]
        done = run(command, folder=folder, environment={"PYTHONPATH": "", "MYPYPATH": ""})
        return done.said.count(": error: ") if done.code in (0, 1) else -1


def _tell(what: str) -> None:
    """Say on stderr what is going on; on a terminal one line takes the place of the last."""
    if sys.stderr.isatty():
        print(f"\r\x1b[K{what}", end="", file=sys.stderr, flush=True)
    else:
        print(what, file=sys.stderr, flush=True)


def _clear_line() -> None:
    if sys.stderr.isatty():
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)


_LOAD = """
import json, sys, time
from pathlib import Path
from handbill_generator.load import load

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")


def followed(value, tree):
    while isinstance(value, dict) and str(value.get("$ref", "")).startswith("#/"):
        reference, value = value["$ref"], tree
        for token in reference[2:].split("/"):
            value = value[token.replace("~1", "/").replace("~0", "~")]
    return value if isinstance(value, dict) else {}


seconds = []
for _ in range(3):
    started = time.perf_counter()
    tree = load(Path(sys.argv[1])).tree
    seconds.append(time.perf_counter() - started)
items = [followed(item, tree) for item in (tree.get("paths") or {}).values()]
operations = sum(method in item for item in items for method in METHODS)
operations += sum(len(item.get("additionalOperations", {})) for item in items)
print(json.dumps({"operations": operations, "seconds": min(seconds)}))
"""

_IMPORT = """
import importlib, json, sys
from pathlib import Path

sys.path.insert(0, "")
broken = []
for given in sys.argv[1:]:
    for path in sorted(Path(given).rglob("*.py")) or [Path(f"{given}.py")]:
        parts = path.with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        try:
            importlib.import_module(name)
        except BaseException as error:
            broken.append(f"{name}: {type(error).__name__}: {error}")
print()
print(json.dumps({"broken": len(broken), "first": broken[0][:200] if broken else ""}))
"""

_TIME = """
import importlib, json, sys, time

sys.path.insert(0, "")
started = time.perf_counter()
importlib.import_module(sys.argv[1] + ".client")
client = time.perf_counter() - started
importlib.import_module(sys.argv[1] + ".models")
print(json.dumps({"client": client, "models": time.perf_counter() - started}))
"""


if __name__ == "__main__":
    main()
