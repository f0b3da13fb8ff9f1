"""Print what the emitted runtime costs, in three ratios, and how each was measured.

1. Importing `handbill_loops` with a client ready, against `import httpx2, pydantic`.
2. A call through the client, against the same call written by hand with httpx2 and pydantic.
3. The lines emitted for a contract of 64 operations, against those of datamodel-code-generator's own client.

Ratios are medians of pairs that were run right after one another, in turn the one and the other first, so that what
else the machine does meets both alike.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from typing import Any

ROOT = Path(__file__).parents[1]
THEIRS = "import httpx2, pydantic"
READY = "from handbill_loops import Loops\nLoops(api_key='k')"
FIRST = """
from handbill_loops import Loops
with Loops(api_key="k", base_url="{url}") as loops:
    loops.campaigns.get("c1")
"""
FIRST_BY_HAND = """
import httpx2, pydantic
from handbill_loops.models import Campaign
with httpx2.Client() as http:
    answer = http.get("{url}/v1/campaigns/c1", headers={{"authorization": "Bearer k"}})
    Campaign.model_validate_json(answer.raise_for_status().content)
"""
CAMPAIGN = {
    "id": "c1",
    "campaignGroupId": "g1",
    "emailMessageId": "m1",
    "mailingListId": None,
    "audienceSegmentId": None,
    "audienceFilter": None,
    "name": "Spring",
    "status": "Draft",
    "createdAt": "2026-11-01T09:00:00Z",
    "updatedAt": "2026-11-02T09:00:00Z",
    "scheduling": {"method": "now", "timestamp": None},
}


def main() -> None:
    """Print the three ratios."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--pairs", type=int, default=40, help="pairs of processes, and of blocks of calls")
    pairs = arguments.parse_args().pairs
    # The tree that this file is in, whatever is installed.
    sys.path.insert(0, str(ROOT / "generated"))
    with serving() as url:
        import_costs(url, pairs)
        call_costs(url, pairs * 3)
    emitted_lines()


@dataclass(frozen=True, slots=True)
class Ratios:
    """The ratios of pairs."""

    values: list[float]

    def __str__(self) -> str:
        low, _, high = quantiles(self.values, n=4)
        return f"{median(self.values):.2f}  (middle half of {len(self.values)} pairs: {low:.2f} to {high:.2f})"


def paired(ours: Callable[[], float], theirs: Callable[[], float], pairs: int) -> Ratios:
    """Measure both in turn."""
    values = []
    for turn in range(pairs):
        if turn % 2:
            below = theirs()
            above = ours()
        else:
            above, below = ours(), theirs()
        values.append(above / below)
    return Ratios(values)


# Importing.


def import_costs(url: str, pairs: int) -> None:
    """Compare processes by the time that the processor spends on them."""
    print(f"1. import, processor time of a fresh process, python {sys.version.split()[0]}")
    nothing = median(process_time("pass") for _ in range(pairs // 2))
    rows = {
        "handbill_loops and a client": (READY, THEIRS, 0.0),
        "the same, less the start of Python": (READY, THEIRS, nothing),
        "handbill_loops alone": ("import handbill_loops", THEIRS, nothing),
        "a first call, by hand with the same models": (FIRST.format(url=url), FIRST_BY_HAND.format(url=url), nothing),
    }
    for name, (ours, theirs, less) in rows.items():
        print(f"   {name + ':':44}{paired_processes(ours, theirs, less, pairs)}")


def paired_processes(ours: str, theirs: str, less: float, pairs: int) -> Ratios:
    """Measure two programs."""
    return paired(lambda: process_time(ours) - less, lambda: process_time(theirs) - less, pairs)


def process_time(program: str) -> float:
    """Give the seconds of processor time of a program."""
    # -P: a file beside this one must not be taken for a module.
    command = [sys.executable, "-P", "-c", program]
    process = subprocess.Popen(command, env=os.environ | {"PYTHONPATH": str(ROOT / "generated")})
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"this program failed: {program}")
    return usage.ru_utime + usage.ru_stime


# Calling.

SERVER = """
import asyncio, sys

BODY = sys.argv[1].encode()
ANSWER = b"HTTP/1.1 200 OK\\r\\ncontent-type: application/json\\r\\ncontent-length: %d\\r\\n\\r\\n" % len(BODY) + BODY


class Answers(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport, self.left = transport, b""

    def data_received(self, data):
        self.left += data
        while b"\\r\\n\\r\\n" in self.left:
            head, _, rest = self.left.partition(b"\\r\\n\\r\\n")
            _, _, length = head.lower().partition(b"content-length:")
            length = int(length.partition(b"\\r")[0] or 0)
            if len(rest) < length:
                return
            self.left = rest[length:]
            self.transport.write(ANSWER)


async def main():
    server = await asyncio.get_running_loop().create_server(Answers, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
"""


@contextmanager
def serving() -> Iterator[str]:
    """Serve one answer, with keep-alive, from another process."""
    command = [sys.executable, "-c", SERVER, json.dumps(CAMPAIGN)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        try:
            yield f"http://127.0.0.1:{process.stdout.readline().strip()}"
        finally:
            process.terminate()


def call_costs(url: str, pairs: int) -> None:
    """Compare blocks of calls on kept connections."""
    print("2. a call over loopback with keep-alive, blocks of 20")
    for name, run in {"sync": sync_ratios, "async": lambda *given: asyncio.run(async_ratios(*given))}.items():
        for kind in ("GET", "POST"):
            wall, processor = run(url, kind, pairs)
            print(f"   {name + ' ' + kind + ', as the clock goes:':44}{wall}")
            print(f"   {name + ' ' + kind + ', processor time:':44}{processor}")


BLOCK = 20


def sync_ratios(url: str, kind: str, pairs: int) -> tuple[Ratios, Ratios]:
    """Compare the sync client."""
    import httpx2
    from handbill_loops import Loops
    from handbill_loops.models import Campaign, CampaignUpdate

    with (
        httpx2.Client(headers={"authorization": "Bearer k"}, timeout=60) as http,
        Loops(api_key="k", base_url=url) as loops,
    ):

        def by_hand() -> Campaign:
            if kind == "GET":
                answer = http.get(f"{url}/v1/campaigns/c1")
            else:
                body = CampaignUpdate(name="n").model_dump_json(by_alias=True).encode()
                answer = http.post(f"{url}/v1/campaigns/c1", content=body, headers={"content-type": "application/json"})
            answer.raise_for_status()
            return Campaign.model_validate_json(answer.content)

        def by_client() -> Campaign:
            return loops.campaigns.get("c1") if kind == "GET" else loops.campaigns.update("c1", name="n")

        assert by_hand() == by_client()
        blocks: dict[str, list[tuple[float, float]]] = {"ours": [], "theirs": []}
        for turn in range(pairs + 3):
            order = [("ours", by_client), ("theirs", by_hand)]
            for name, call in order if turn % 2 else order[::-1]:
                wall, processor = time.perf_counter(), time.process_time()
                for _ in range(BLOCK):
                    call()
                blocks[name].append((time.perf_counter() - wall, time.process_time() - processor))
    return ratios(blocks)


async def async_ratios(url: str, kind: str, pairs: int) -> tuple[Ratios, Ratios]:
    """Compare the async client."""
    import httpx2
    from handbill_loops import AsyncLoops
    from handbill_loops.models import Campaign, CampaignUpdate

    async with (
        httpx2.AsyncClient(headers={"authorization": "Bearer k"}, timeout=60) as http,
        AsyncLoops(api_key="k", base_url=url) as loops,
    ):

        async def by_hand() -> Campaign:
            if kind == "GET":
                answer = await http.get(f"{url}/v1/campaigns/c1")
            else:
                body = CampaignUpdate(name="n").model_dump_json(by_alias=True).encode()
                answer = await http.post(
                    f"{url}/v1/campaigns/c1", content=body, headers={"content-type": "application/json"}
                )
            answer.raise_for_status()
            return Campaign.model_validate_json(answer.content)

        async def by_client() -> Campaign:
            if kind == "GET":
                return await loops.campaigns.get("c1")
            return await loops.campaigns.update("c1", name="n")

        assert await by_hand() == await by_client()
        blocks: dict[str, list[tuple[float, float]]] = {"ours": [], "theirs": []}
        for turn in range(pairs + 3):
            order: list[tuple[str, Callable[[], Awaitable[Any]]]] = [("ours", by_client), ("theirs", by_hand)]
            for name, call in order if turn % 2 else order[::-1]:
                wall, processor = time.perf_counter(), time.process_time()
                for _ in range(BLOCK):
                    await call()
                blocks[name].append((time.perf_counter() - wall, time.process_time() - processor))
    return ratios(blocks)


def ratios(blocks: dict[str, list[tuple[float, float]]]) -> tuple[Ratios, Ratios]:
    """Give the ratios as the clock goes and of processor time, without the first blocks, which warm up."""
    pairs = list(zip(blocks["ours"], blocks["theirs"], strict=True))[3:]
    return Ratios([ours[0] / theirs[0] for ours, theirs in pairs]), Ratios(
        [ours[1] / theirs[1] for ours, theirs in pairs]
    )


# Emitting.

NOUNS = """
    account address agent article basket branch carrier category
    coupon customer invoice journal label notice order parcel
""".split()


def contract() -> dict[str, Any]:
    """Make up a contract: sixteen nouns, each with a list, a create, a read and an update; 64 operations in all."""
    paths: dict[str, Any] = {}
    schemas: dict[str, Any] = {"Problem": an_object({"message": {"type": "string"}, "code": {"type": "integer"}})}
    for noun in NOUNS:
        name = noun.title()
        schemas |= {name: thing(noun), f"{name}Draft": draft(noun), f"{name}List": page(name)}
        tag, id_parameter = {"tags": [f"{name}s"]}, parameter("path", f"{noun}Id", {"type": "string"})
        paths[f"/{noun}s"] = {
            "get": tag | operation(f"list{name}s", f"{name}List", [parameter("query", "limit", {"type": "integer"})]),
            "post": tag | operation(f"create{name}", name, [], takes=f"{name}Draft"),
        }
        paths[f"/{noun}s/{{{noun}Id}}"] = {
            "get": tag | operation(f"get{name}", name, [id_parameter]),
            "patch": tag | operation(f"update{name}", name, [id_parameter], takes=f"{name}Draft"),
        }
    return {
        "openapi": "3.1.0",
        "info": {"title": "Depot", "version": "1"},
        "servers": [{"url": "https://depot.test"}],
        "security": [{"token": []}],
        "paths": paths,
        "components": {"schemas": schemas, "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}}},
    }


def thing(noun: str) -> dict[str, Any]:
    """Give what is read."""
    text = {"type": "string", "description": f"A text of the {noun}."}
    members = {"id": text, "name": text, "status": {"type": "string", "enum": ["open", "closed"]}}
    more = {"createdAt": {"type": "string", "format": "date-time"}, "note": {"type": ["string", "null"]}}
    return an_object(members | more | {"tags": {"type": "array", "items": {"type": "string"}}}, "id", "name", "status")


def draft(noun: str) -> dict[str, Any]:
    """Give what is written."""
    return an_object(
        {"name": {"type": "string"}, "note": {"type": ["string", "null"]}, f"{noun}Count": {"type": "integer"}}, "name"
    )


def page(name: str) -> dict[str, Any]:
    """Give a page of a list."""
    return an_object(
        {"data": {"type": "array", "items": reference(name)}, "next": {"type": ["string", "null"]}}, "data"
    )


def an_object(members: dict[str, Any], *required: str) -> dict[str, Any]:
    """Give an object schema."""
    return {"type": "object", "properties": members} | ({"required": list(required)} if required else {})


def reference(name: str) -> dict[str, Any]:
    """Refer to a schema."""
    return {"$ref": f"#/components/schemas/{name}"}


def parameter(place: str, name: str, schema: dict[str, Any]) -> dict[str, Any]:
    """Give a parameter; one of a path is required."""
    return {"name": name, "in": place, "schema": schema} | ({"required": True} if place == "path" else {})


def operation(name: str, gives: str, parameters: list[dict[str, Any]], *, takes: str = "") -> dict[str, Any]:
    """Give an operation."""
    answers = {"200": gives, "400": "Problem", "404": "Problem", "429": "Problem"}
    made: dict[str, Any] = {
        "operationId": name,
        "summary": name,
        "responses": {status: {"description": "An answer."} | content(kind) for status, kind in answers.items()},
    }
    if takes:
        made["requestBody"] = {"required": True} | content(takes)
    return made | ({"parameters": parameters} if parameters else {})


def content(name: str) -> dict[str, Any]:
    """Give a JSON body."""
    return {"content": {"application/json": {"schema": reference(name)}}}


def emitted_lines() -> None:
    """Count lines of Python in both packages."""
    print("3. lines of Python emitted for a contract of 64 operations (models, client and runtime)")
    with tempfile.TemporaryDirectory() as folder:
        spec = Path(folder) / "depot.json"
        spec.write_text(json.dumps(contract()), encoding="utf-8")
        ours = counted(Path(folder) / "ours", handbill(spec))
        helper = (Path(folder) / "ours" / "depot" / "testing.py").read_bytes()
        theirs = counted(Path(folder) / "theirs", datamodel_codegen(spec))
    without = (ours[0] - helper.count(b"\n"), ours[1] - len(helper))
    for which, mine, bare, other in zip(("lines", "bytes"), ours, without, theirs, strict=True):
        print(f"   {which}: handbill {mine}, datamodel-codegen --generate-client httpx2 {other}: {mine / other:.3f}")
        print(f"   {which}, without testing.py, which the peer lacks: {bare / other:.3f}")


def counted(folder: Path, command: list[str]) -> tuple[int, int]:
    """Run a generator in a folder and count the lines and the bytes that it leaves there."""
    folder.mkdir()
    environment = os.environ | {"PYTHONPATH": str(ROOT / "generator")}
    found = subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True, env=environment)
    if found.returncode:
        raise SystemExit(f"{' '.join(command)} failed: {found.stderr or found.stdout}")
    texts = [path.read_bytes() for path in folder.rglob("*.py")]
    return sum(text.count(b"\n") for text in texts), sum(map(len, texts))


def handbill(spec: Path) -> list[str]:
    """Give the command that generates with Handbill."""
    return [
        sys.executable,
        "-m",
        "handbill_generator.cli.entry",
        "generate",
        str(spec),
        "--package",
        "depot",
        "--out",
        ".",
    ]


def datamodel_codegen(spec: Path) -> list[str]:
    """Give the command that generates with the peer: models and client, with no option that adds to them."""
    options = "--input-file-type openapi --output-model-type pydantic_v2.BaseModel --target-python-version 3.11"
    client = (
        "--output depot/models.py --generate-client httpx2 --client-output depot/client --client-package depot.client"
    )
    words = f"{options} {client} --client-model-package depot.models".split()
    return [sys.executable, "-m", "datamodel_code_generator", "--input", str(spec), *words]


if __name__ == "__main__":
    main()
