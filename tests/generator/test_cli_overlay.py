"""Laws of `handbill generate` with overlays and filters: what they do, what they say, what they refuse in one line."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from handbill_generator.cli.app import main

from .documents import call, document, ref

PET = {"type": "object", "properties": {"name": {"type": "string"}}}
DOCUMENT = document(
    paths={
        "/pets": {"get": call(gives=ref("Pet"), operationId="listPets", tags=["pets"])},
        "/toys": {"get": call(gives=ref("Toy"), operationId="listToys", tags=["toys"])},
    },
    schemas={"Pet": PET, "Toy": PET, "Unused": PET},
)
INTO = ("--package", "shop", "--out", "out")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What a run of the command line left behind."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Give a function that runs `handbill` in a folder with a document."""
    monkeypatch.chdir(tmp_path)
    Path("api.json").write_text(json.dumps(DOCUMENT, indent=1))

    def run_command(*arguments: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["handbill", *arguments])
        capsys.readouterr()
        with pytest.raises(SystemExit) as caught:
            main()
        captured = capsys.readouterr()
        code = caught.value.code
        return Ran(code=0 if code is None else int(code), out=captured.out, err=captured.err)

    return run_command


def written(name: str, *actions: Any, **rest: Any) -> str:
    """Write an overlay."""
    head = {"overlay": "1.1.0", "info": {"title": "F", "version": "1"}}
    Path(name).write_text(json.dumps({**head, "actions": list(actions), **rest}))
    return name


def manifest(package: str = "shop") -> dict[str, Any]:
    found: dict[str, Any] = json.loads((Path("out") / package / "handbill.json").read_text())
    return found


def test_overlays_are_applied_in_order(run: Run) -> None:
    """What is emitted is what the overlays make, and the manifest says that it is another contract."""
    assert run("generate", "api.json", *INTO).code == 0
    before = manifest()
    one = written("one.json", {"target": "$.info", "update": {"title": "Store"}})
    two = written("two.json", {"target": "$.info[?@ == 'Store']", "update": "Market"})
    done = run("generate", "api.json", *INTO, "--overlay", one, "--overlay", two, "--strict")
    assert (done.code, done.err) == (0, "")
    assert "class Market" in Path("out/shop/client.py").read_text()
    assert manifest()["contract_sha256"] != before["contract_sha256"]
    done = run("generate", "api.json", *INTO, "--overlay", two, "--overlay", one)
    assert (done.code, done.err.count("\n")) == (0, 1)
    assert "two.json:1:" in done.err


def test_the_document_may_be_the_one_that_is_extended(run: Run) -> None:
    """Without SPEC, the overlay says what it corrects; if it does not, that is told."""
    one = written("one.json", {"target": "$.info", "update": {"title": "Store"}}, extends="./api.json")
    assert run("generate", *INTO, "--overlay", one).code == 0
    assert "class Store" in Path("out/shop/client.py").read_text()
    for extends in ({}, {"extends": "https://shop.test/api.json"}):
        two = written("two.json", {"target": "$.info", "update": {}}, **extends)
        done = run("generate", *INTO, "--overlay", two)
        assert (done.code, done.err.count("\n")) == (2, 1)
        assert "the overlay names no file that it extends" in done.err
    assert "exactly one document" in run("generate", *INTO).err


def test_an_overlay_that_does_nothing_is_told(run: Run) -> None:
    """A warning, a notice in the JSON, and with --strict nothing is written and the exit code is 1."""
    one = written("one.json", {"target": "$.path", "update": {}})
    done = run("generate", "api.json", *INTO, "--overlay", one, "--strict")
    assert done.code == 1
    assert done.err.startswith('warning: one.json:1:75: "$.path" selects nothing, so the action does nothing')
    assert not Path("out/shop").exists()
    done = run("generate", "api.json", *INTO, "--overlay", one, "--format", "json")
    (notice,) = json.loads(done.out)["packages"][0]["notices"]
    assert notice == {
        "position": "one.json:1:75",
        "pointer": "#/actions/0/target",
        "message": '"$.path" selects nothing, so the action does nothing',
        "hint": "write $['paths'] if that is meant",
    }
    assert done.code == 0


def test_filters_choose_operations(run: Run) -> None:
    """Only what is wanted is emitted, with what it needs; names are those of the whole."""
    done = run("generate", "api.json", *INTO, "--include", "tag:pets", "--include", "tag:toys", "--exclude", "path:/t*")
    assert done.code == 0
    assert done.out.startswith("shop: 1 operations, 1 models, 0 losses")
    symbols = manifest()["symbols"]
    assert run("generate", "api.json", *INTO).out.startswith("shop: 2 operations, 3 models")
    assert symbols.items() <= manifest()["symbols"].items()


def test_configured_clients_have_overlays_and_filters(run: Run) -> None:
    """The configuration says the same as the options, and --check holds the package to it."""
    Path("fixes.json").write_text("")
    written("fixes.json", {"target": "$.info", "update": {"title": "Store"}})
    Path("pyproject.toml").write_text(
        '[tool.handbill]\noutput = "out"\n[tool.handbill.clients.shop]\nspec = "api.json"\n'
        'overlays = ["fixes.json"]\ninclude = ["tag:*"]\nexclude = ["tag:toys"]\n'
    )
    assert run("generate", "--check").code == 1
    assert run("generate").out.startswith("shop: 1 operations, 1 models")
    assert "class Store" in Path("out/shop/client.py").read_text()
    assert run("generate", "--check").code == 0
    written("fixes.json", {"target": "$.info", "update": {"title": "Shop"}})
    assert run("generate", "--check").code == 1


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('overlays = "fixes.json"', "shop.overlays must be a list of strings"),
        ('overlays = ["../fixes.json"]', "shop.overlays leads out of the project"),
        ('include = ["pets"]', 'shop.include: "pets" is no filter'),
        ("exclude = [1]", "shop.exclude must be a list of strings"),
        ('overlay = ["a"]', 'client shop has no key "overlay"; there are spec, package, overlays, include, exclude'),
        ('include = ["tag:cats"]', 'the filter "tag:cats" matches nothing in "api.json"; there is tag:pets, tag:toys'),
        ('overlays = ["none.json"]', '"none.json" cannot be read'),
    ],
)
def test_a_wrong_configuration_is_one_line(run: Run, line: str, said: str) -> None:
    """What a client may not say ends with exit code 2 and one line."""
    Path("pyproject.toml").write_text(f'[tool.handbill.clients.shop]\nspec = "api.json"\n{line}\n')
    done = run("generate")
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert said in done.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--overlay", "a.json"), "go with --package and --out; for a configured client write overlays"),
        (("--include", "tag:pets"), "into [tool.handbill.clients.NAME]"),
        (("api.json", *INTO, "--include", "pets"), 'error: --include: "pets" is no filter'),
        (("api.json", *INTO, "--exclude", "tag:"), 'error: --exclude: "tag:" is no filter'),
        (
            ("api.json", *INTO, "--include", "tag:pet"),
            'error: the filter "tag:pet" matches nothing in "api.json"; write tag:pets',
        ),
        (("api.json", *INTO, "--exclude", "path:*"), "the filters leave no operation"),
        (("api.json", *INTO, "--overlay", "none.json"), 'error: "none.json" cannot be read'),
        (("api.json", *INTO, "--overlay", "api.json"), "error: api.json:1:1: this is an OpenAPI document"),
    ],
)
def test_wrong_usage_is_one_line(run: Run, arguments: tuple[str, ...], said: str) -> None:
    """What cannot be meant ends with exit code 2 and one line."""
    done = run("generate", *arguments)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert said in done.err


def test_an_error_names_the_overlay_action(run: Run) -> None:
    """An error of the document says which target an overlay needs; one of an overlay does not."""
    wrong = {"target": "$.paths['/pets'].get", "update": {"parameters": [{"name": "q\nr", "in": "header"}]}}
    done = run("generate", "api.json", *INTO, "--overlay", written("one.json", wrong))
    assert (done.code, "overlay action" in done.err) == (2, False)
    written("api.json", openapi="3.1.0", paths={"/pets": {"get": call(**wrong["update"])}})
    done = run("generate", "api.json", *INTO)
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert ", or correct it by an overlay action with the target $['paths']['/pets']['get']['param" in done.err
    assert done.err.endswith(" (see --suggest-overlay)\n")
    done = run("generate", "api.json", *INTO, "--suggest-overlay", "fixes.yaml")
    assert (done.code, done.err.count("\n")) == (2, 2)
    assert done.err.startswith("fixes.yaml: 1 to correct, 0 of them filled in")


def test_suggested_overlays_correct_documents(run: Run) -> None:
    """What is suggested is a valid overlay, and where the corrections are told, applying it leaves no loss of them."""
    wrong = call(
        gives={"type": "strng"}, parameters=[{"name": "q", "in": "qurey", "required": "true", "schema": ref("Pte")}]
    )
    paths = {"pets": {"get": wrong}, "/it's {id} 😀": {"get": call(operationId="it")}}
    Path("api.json").write_text(json.dumps(document(paths=paths, schemas={"Pet": PET}), indent=1))
    given: list[str] = []
    for name in ("one.yaml", "two.yaml"):  # a parameter that is lost is not looked into
        done = run("generate", "api.json", *INTO, *given, "--suggest-overlay", name)
        assert done.code == 0
        assert re.match(rf"{name}: (\d) to correct, \1 of them filled in; edit it", done.err)
        given += ["--overlay", name]
    done = run("generate", "api.json", *INTO, *given, "--strict")
    assert (done.code, done.err) == (0, "")


def test_suggested_overlays_for_losses_change_nothing_yet(run: Run) -> None:
    """Each loss is an action at its place, and until it is edited the package is the same."""
    Path("api.json").write_text(
        json.dumps(document(paths={"/it's 😀": {"get": call(gives={"not": {"type": "string"}}, operationId="run")}}))
    )
    done = run("generate", "api.json", *INTO, "--suggest-overlay", "fixes.yaml", "--format", "json")
    assert (done.code, done.err) == (
        0,
        "fixes.yaml: 1 to correct, 0 of them filled in; edit it, and give it as --overlay\n",
    )
    (loss,) = json.loads(done.out)["packages"][0]["losses"]
    assert loss["overlay"]["is_known"] is False
    assert loss["overlay"]["actions"][0]["target"].startswith("$['paths']['/it\\'s 😀']['get']['responses']['200']")
    before = manifest()
    done = run("generate", "api.json", *INTO, "--overlay", "fixes.yaml")
    assert (done.code, done.err) == (0, "")
    assert {**manifest(), "contract_sha256": 0} == {**before, "contract_sha256": 0}
    done = run("generate", "api.json", *INTO, "--suggest-overlay", "fixes.yaml")
    assert (done.code, done.err) == (2, "error: fixes.yaml: is there already; give --suggest-overlay another name\n")


def test_nothing_to_suggest_writes_nothing(run: Run) -> None:
    """An overlay needs an action; where all is well there is none."""
    done = run("generate", "api.json", *INTO, "--suggest-overlay", "fixes.yaml")
    assert (done.code, done.err) == (0, "fixes.yaml: not written, as there is nothing that an overlay would correct\n")
    assert not Path("fixes.yaml").exists()
    assert "cannot be written" in run_lossy(run)


def run_lossy(run: Run) -> str:
    Path("api.json").write_text(json.dumps(document(paths={"/x": {"get": call(gives={"not": {}})}})))
    done = run("generate", "api.json", *INTO, "--suggest-overlay", "no/such/folder.yaml")
    assert done.code == 2
    return done.err


def test_lint_reads_configured_clients_with_their_overlays(run: Run) -> None:
    """A finding of the document that an overlay mends is none, and one that the overlay makes stands there."""
    Path("pyproject.toml").write_text('[tool.handbill.clients.shop]\nspec = "api.json"\noverlays = ["fixes.json"]\n')
    written("fixes.json", {"target": "$.paths['/pets'].get", "update": {"tags": [1]}})
    Path("api.json").write_text(json.dumps(document(paths={"/pets": {"get": call(operationId="a")}}), indent=1))
    done = run("lint", "shop")
    assert done.code in (1, 2)
    assert "fixes.json:1:" in done.out + done.err
    assert "fixes.json" not in run("lint", "api.json").out
    done = run("lint", "shop", "--fix")
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert "--fix changes documents, not overlays" in done.err
