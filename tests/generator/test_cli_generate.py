"""Laws of `handbill generate`: its forms, its exit codes, its last line, and one clear line for whatever is wrong."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from handbill_generator.cli.app import main

from .documents import body, both_ways, call, document, ref

PET = {"type": "object", "properties": {"name": {"type": "string"}}}
DOCUMENT = both_ways({"Pet": PET}, takes="Pet", gives="Pet")
LOSSY = document(paths={"/x": {"get": call(gives={"not": {"type": "string"}})}})
SUMMARY = re.compile(r"(\w+): (\d+) operations, (\d+) models, (\d+) losses, (\d+) files \((\d+) written\) in \d+\.\d s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What a run of the command line left behind."""

    code: int
    out: str
    err: str

    @property
    def summary(self) -> tuple[str, ...]:
        """The parts of the last line."""
        found = SUMMARY.fullmatch(self.out.splitlines()[-1])
        assert found, self.out
        return found.groups()


Run = Callable[..., Ran]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Give a function that runs `handbill generate` in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def run_generate(*arguments: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["handbill", "generate", *arguments])
        capsys.readouterr()
        with pytest.raises(SystemExit) as caught:
            main()
        captured = capsys.readouterr()
        code = caught.value.code
        return Ran(code=0 if code is None else int(code), out=captured.out, err=captured.err)

    return run_generate


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a project with two configured clients."""
    (tmp_path / "specs").mkdir()
    (tmp_path / "specs" / "one.json").write_text(json.dumps(DOCUMENT))
    (tmp_path / "specs" / "two.json").write_text(json.dumps(LOSSY))
    (tmp_path / "pyproject.toml").write_text(
        '[tool.handbill]\noutput = "made"\n'
        '[tool.handbill.clients.one]\nspec = "specs/one.json"\npackage = "client_one"\n'
        '[tool.handbill.clients.two]\nspec = "specs/two.json"\n'
    )
    return tmp_path


def files(folder: Path) -> dict[str, bytes]:
    """Give what a folder holds, the specs left out."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix not in {".yaml", ".toml"} and path.parent.name != "specs"
    }


def test_configured_clients_are_generated(run: Run, project: Path) -> None:
    """Without arguments all configured clients are emitted, each with its line."""
    ran = run()
    assert ran.code == 0
    assert [line.split(":")[0] for line in ran.out.splitlines()] == ["client_one", "two"]
    assert ran.err == ""
    assert (project / "made" / "client_one" / "__init__.py").is_file()
    assert (project / "made" / "two" / "__init__.py").is_file()


def test_a_name_generates_that_client_alone(run: Run, project: Path) -> None:
    """A NAME is that of the configuration, not of the package."""
    assert run("one").code == 0
    assert [path.name for path in (project / "made").iterdir()] == ["client_one"]


def test_configuration_is_found_from_below(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The nearest pyproject.toml counts, and its paths are its own."""
    monkeypatch.chdir(project / "specs")
    assert run("one").code == 0
    assert (project / "made" / "client_one").is_dir()


def test_any_document_can_be_generated(run: Run, tmp_path: Path) -> None:
    """SPEC --package --out writes DIR/PKG, and needs no configuration."""
    (tmp_path / "api.json").write_text(json.dumps(DOCUMENT))
    ran = run("api.json", "--package", "shop", "--out", "deep/down")
    assert ran.code == 0
    assert (tmp_path / "deep" / "down" / "shop" / "handbill.json").is_file()


def test_the_last_line_counts(run: Run, tmp_path: Path) -> None:
    """The summary names package, operations, models, losses and files, and how many were written."""
    (tmp_path / "api.json").write_text(json.dumps(DOCUMENT))
    package, operations, models, losses, emitted, written = run("api.json", "--package", "shop", "--out", ".").summary
    count = str(len(files(tmp_path / "shop")))
    assert (package, operations, models, losses, emitted, written) == ("shop", "1", "1", "0", count, count)
    assert run("api.json", "--package", "shop", "--out", ".").summary[-1] == "0"


def test_losses_are_counted(run: Run, project: Path) -> None:
    """What could not be typed is in the line, and in the ledger with its place."""
    assert run("two").summary[3] == "1"
    (loss,) = json.loads((project / "made" / "two" / "handbill.json").read_text())["losses"]
    assert loss["position"].startswith("specs/two.json:1:")


def test_strict_writes_nothing_where_something_is_lost(run: Run, project: Path) -> None:
    """--strict exits with 1, says what was lost and where, and writes no package of the run."""
    ran = run("--strict")
    assert ran.code == 1
    assert ran.err.startswith("specs/two.json:1:")
    assert "not written" in ran.err
    assert not (project / "made").exists()


def test_strict_is_content_without_losses(run: Run, project: Path) -> None:
    """--strict changes nothing where all is typed."""
    assert run("one", "--strict").code == 0
    assert (project / "made" / "client_one").is_dir()


def test_check_is_content_after_a_run(run: Run, project: Path) -> None:
    """--check exits with 0 where everything is as emitted, and writes nothing."""
    run()
    before = files(project)
    ran = run("--check")
    assert (ran.code, ran.err) == (0, "")
    assert files(project) == before


def edit(made: Path) -> None:
    (made / "models.py").write_text("# mine\n")


def lose(made: Path) -> None:
    (made / "models.py").unlink()


def change(made: Path) -> None:
    spec = made.parents[1] / "specs" / "one.json"
    spec.write_text(spec.read_text().replace('"name"', '"label"'))


def lose_all(made: Path) -> None:
    import shutil

    shutil.rmtree(made)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (edit, "models.py: was edited by hand"),
        (lose, "models.py: is missing"),
        (change, "models.py: is stale"),
        (lose_all, "models.py: is missing"),
    ],
)
def test_check_finds_what_is_not_as_emitted(run: Run, project: Path, spoil: Callable[[Path], None], said: str) -> None:
    """--check exits with 1 after an edit, a loss or a change of the document, says which, and writes nothing."""
    run()
    spoil(project / "made" / "client_one")
    before = files(project)
    ran = run("--check")
    assert ran.code == 1
    assert f"client_one/{said}" in ran.out
    assert files(project) == before


def test_edits_that_are_replaced_are_told(run: Run, project: Path) -> None:
    """Who edited an emitted file learns that it was replaced."""
    run("one")
    (project / "made" / "client_one" / "models.py").write_text("# mine\n")
    ran = run("one")
    assert ran.err == "warning: client_one/models.py: edits by hand were replaced\n"
    assert ran.summary[-1] == "1"


@pytest.mark.parametrize(("option", "keys"), [((), {"written", "removed"}), (("--check",), {"stale", "interrupted"})])
def test_json_has_its_shape(run: Run, project: Path, option: tuple[str, ...], keys: set[str]) -> None:
    """--format json is one document on stdout: a list of packages, each with the same keys."""
    ran = run("--format", "json", *option)
    (report,) = [json.loads(ran.out)]
    assert [entry["package"] for entry in report["packages"]] == ["client_one", "two"]
    for entry in report["packages"]:
        assert set(entry) == {"package", "operations", "models", "losses", "notices", "files", "seconds"} | keys
    assert set(report["packages"][1]["losses"][0]) == {"position", "pointer", "what", "became", "why", "overlay"}
    assert ran.code == (1 if option else 0)


def test_nothing_but_results_on_stdout_and_no_bar(run: Run, project: Path) -> None:
    """Away from a terminal there is no progress bar, no colour and no cursor movement on either stream."""
    ran = run()
    assert "\x1b" not in ran.out + ran.err
    assert "Generating" not in ran.out + ran.err


def big(text: str) -> str:
    return f"openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\n{text}"


BAD_DOCUMENTS = {
    "broken YAML": ("api.yaml", "openapi: 3.1.0\ninfo: {title: [}\n", "api.yaml:2:"),
    "broken JSON": ("api.json", '{"openapi": "3.1.0",\n "info": }', "api.json:2:"),
    "a duplicate key": ("api.yaml", "openapi: 3.1.0\nopenapi: 3.1.0\n", "api.yaml:2:1:"),
    "not OpenAPI": ("api.yaml", "hello: world\n", "api.yaml:1:1:"),
    "Swagger 2": ("api.yaml", "swagger: '2.0'\n", "api.yaml:1:1:"),
    "an empty file": ("api.yaml", "", "api.yaml:1:1:"),
    "a list": ("api.json", "[]", "api.json:1:1:"),
    "no text": ("api.yaml", "\x00\x01", "api.yaml:1:1:"),
    "a reference out of the folder": (
        "api.yaml",
        big("paths: {/x: {\n  $ref: '../../etc/passwd'}}\n"),
        "api.yaml:4:3:",
    ),
    "a reference to a file of this machine": (
        "api.yaml",
        big("paths: {/x: {\n  $ref: 'file:///etc/passwd'}}\n"),
        "api.yaml:4:3:",
    ),
    "text where a number must be": (
        "api.yaml",
        big("components: {schemas: {A: {\n  maxLength: '10'}}}\n"),
        "api.yaml:4:3:",
    ),
}


def assert_refused(ran: Ran, begins: str = "") -> None:
    assert ran.code == 2
    assert ran.out == ""
    assert ran.err.startswith(f"error: {begins}"), ran.err
    assert ran.err.count("\n") == 1
    assert ran.err.endswith("\n")
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("name", BAD_DOCUMENTS)
def test_a_bad_document_is_refused(run: Run, tmp_path: Path, name: str) -> None:
    """What is wrong with a document is one line with file, line and column; nothing is written."""
    file, text, begins = BAD_DOCUMENTS[name]
    (tmp_path / file).write_text(text)
    assert_refused(run(file, "--package", "shop", "--out", "out"), begins)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("paths: {/x: {get: {responses: {200: {\n  $ref: '#/components/responses/R'}}}}}\n", "api.yaml:4:3"),
        ("paths: {/x: {get: {responses: {200: {\n  $ref: 'https://example.test/x'}}}}}\n", "api.yaml:4:3"),
        (
            "paths: {/x: {get: {}}}\ncomponents: {schemas: {A: {\n  $ref: '#/components/schemas/B'},"
            " B: {$ref: '#/components/schemas/A'}}}\n",
            "api.yaml:5:3",
        ),
    ],
)
def test_a_reference_that_leads_nowhere_is_a_loss(run: Run, tmp_path: Path, text: str, position: str) -> None:
    """The package is there with every operation, and the ledger says where a part of it is unknown."""
    (tmp_path / "api.yaml").write_text(big(text))
    ran = run("api.yaml", "--package", "shop", "--out", "out", "--format", "json")
    assert ran.code == 0
    (target,) = json.loads(ran.out)["packages"]
    assert target["operations"] == 1
    assert position in [loss["position"] for loss in target["losses"]]


def test_bytes_that_are_no_text_are_refused(run: Run, tmp_path: Path) -> None:
    """A file that is not UTF-8 is named with the place of its first bad byte."""
    (tmp_path / "api.yaml").write_bytes(b"openapi: 3.1.0\ninfo: \xff\n")
    assert_refused(run("api.yaml", "--package", "shop", "--out", "out"), "api.yaml:2:7:")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("missing.yaml", "--package", "shop", "--out", "out"), '"missing.yaml" cannot be read'),
        ((".", "--package", "shop", "--out", "out"), '"." cannot be read'),
        (("api.json", "--package", "shop"), "--package and --out go together"),
        (("api.json", "--out", "out"), "--package and --out go together"),
        (("--package", "shop", "--out", "out"), "--package takes exactly one document"),
        (("api.json", "api.json", "--package", "shop", "--out", "out"), "--package takes exactly one document"),
        (("api.json", "--package", "no/good", "--out", "out"), '"no/good"'),
        (("api.json", "--package", "..", "--out", "out"), '".."'),
        (("api.json", "--package", "class", "--out", "out"), '"class"'),
        (("api.json", "--package", "", "--out", "out"), '""'),
        (("api.json", "--package", "shop\n", "--out", "out"), '"shop\\n"'),
        (("api.json", "--package", "shop", "--out", "api.json"), "api.json"),
        (("api.json", "--package", "shop", "--out", "api.json/below"), "api.json"),
    ],
)
def test_bad_usage_is_refused(run: Run, tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    """What is wrong with the arguments is one line, and nothing is written."""
    (tmp_path / "api.json").write_text(json.dumps(DOCUMENT))
    ran = run(*arguments)
    assert_refused(ran)
    assert said in ran.err
    assert [path.name for path in tmp_path.iterdir()] == ["api.json"]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_refused(run: Run, tmp_path: Path) -> None:
    """Without permission nothing is written, and the line names the folder."""
    (tmp_path / "api.json").write_text(json.dumps(DOCUMENT))
    (tmp_path / "out").mkdir(mode=0o500)
    assert_refused(run("api.json", "--package", "shop", "--out", "out"), "out")


def test_a_foreign_folder_is_refused(run: Run, tmp_path: Path) -> None:
    """A folder that holds files where ours would go, and no manifest, is somebody else's."""
    (tmp_path / "api.json").write_text(json.dumps(DOCUMENT))
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop" / "models.py").write_text("# mine\n")
    assert_refused(run("api.json", "--package", "shop", "--out", "."), "shop")
    assert files(tmp_path / "shop") == {"models.py": b"# mine\n"}


def test_a_broken_manifest_is_refused(run: Run, tmp_path: Path) -> None:
    """A manifest that is none is named with its place, and the package stays as it is."""
    (tmp_path / "api.json").write_text(json.dumps(DOCUMENT))
    run("api.json", "--package", "shop", "--out", ".")
    (tmp_path / "shop" / "handbill.json").write_text("<<<<<<< ours\n")
    before = files(tmp_path)
    assert_refused(run("api.json", "--package", "shop", "--out", "."), "shop/handbill.json:1:1:")
    assert files(tmp_path) == before


def test_a_hostile_manifest_names_nothing(run: Run, tmp_path: Path) -> None:
    """A symbol of the manifest is a name or the manifest is refused: it cannot become code."""
    (tmp_path / "api.json").write_text(json.dumps(DOCUMENT))
    run("api.json", "--package", "shop", "--out", ".")
    manifest = tmp_path / "shop" / "handbill.json"
    manifest.write_text(manifest.read_text().replace('"models.Pet"', '"models.Pet(print(1))"'))
    assert_refused(run("api.json", "--package", "shop", "--out", "."), "shop/handbill.json:")


def test_one_bad_client_stops_all(run: Run, project: Path) -> None:
    """Nothing is written before all documents have been read."""
    (project / "specs" / "two.json").write_text("{}")
    assert_refused(run(), "specs/two.json:1:1:")
    assert not (project / "made").exists()


def test_an_unknown_name_is_refused(run: Run, project: Path) -> None:
    """The line says which clients there are."""
    ran = run("three")
    assert_refused(ran)
    assert 'no client is called "three"; there are one, two' in ran.err


def test_a_document_that_forges_lines_is_one_line(run: Run, tmp_path: Path) -> None:
    """Text of a document cannot begin a line of its own, nor move the cursor."""
    (tmp_path / "api.json").write_text(json.dumps({"openapi": "3.1\n\x1b[2Jerror: fine"}))
    ran = run("api.json", "--package", "shop", "--out", "out")
    assert_refused(ran, "api.json:1:2:")
    assert "\x1b" not in ran.err


def test_the_script_itself(tmp_path: Path) -> None:
    """The installed command, as a process of its own, keeps streams and exit codes apart."""
    (tmp_path / "api.yaml").write_text("hello: world\n")
    command = [
        sys.executable,
        "-m",
        "handbill_generator.cli.entry",
        "generate",
        "api.yaml",
        "--package",
        "p",
        "--out",
        "o",
    ]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert done.stderr.startswith("error: api.yaml:1:1:")


def test_usage_faults_of_typer_exit_with_2(run: Run) -> None:
    """An unknown option is bad usage too."""
    ran = run("--frobnicate")
    assert (ran.code, ran.out) == (2, "")
    assert "--frobnicate" in ran.err


def test_a_spec_without_json_content_is_an_api_too(run: Run, tmp_path: Path) -> None:
    """Documents that use errors only by range, and nothing else, are generated."""
    paths = {"/x": {"get": {"responses": {"204": {"description": "d"}, "4XX": body(ref("E"))}}}}
    (tmp_path / "api.json").write_text(json.dumps(document(paths=paths, schemas={"E": PET})))
    assert run("api.json", "--package", "shop", "--out", ".").summary[:3] == ("shop", "1", "1")
