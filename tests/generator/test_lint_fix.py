"""Laws of `handbill lint --fix`: it mends what a machine can, nothing else moves, and twice is once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from handbill_generator.diagnostics import OutputError, SpecError
from handbill_generator.lint import RULES, lint_file
from handbill_generator.lint.fix import Fixed, fix
from handbill_generator.lint.fixes import FIXES
from handbill_generator.load import load
from handbill_generator.round_trip import save
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .documents import read as contract_of

CHECKOUT = Path(__file__).parents[2]
SPECS = sorted((CHECKOUT / "specs").glob("*/openapi.yaml"))


def only(*ids: str) -> tuple[Any, ...]:
    """Give the rules of these ids, or all that can be mended."""
    return tuple(rule for rule in RULES if rule.id in (ids or FIXES))


def write(folder: Path, **files: str) -> Path:
    """Write files, `api` and others by their stems, and give the path of the first."""
    paths = [folder / f"{name}.yaml" for name in files]
    for path, text in zip(paths, files.values(), strict=True):
        path.write_bytes(text.encode())
    return paths[0]


def mend(path: Path, *ids: str) -> Fixed:
    """Mend the document at *path* by the rules that can be mended, or by those of *ids*, and save it."""
    fixed = fix(path, name=path.name, rules=only(*ids))
    save(fixed.changes)
    return fixed


HEAD = """\
# Head.
openapi: 3.1.0
info:
  title: T
  version: 1.0.0   # as the provider counts
"""
CALLS = """
paths:
  # About things.
  /things/{id}:
    get:
      operationId: readThing
      summary: Read a thing
      description: >-
        Reads one thing, which is
        described by its ID.
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
      responses:
        "200":
          description: The thing.
          content:
            application/json:
              schema: {$ref: "#/components/schemas/Thing"}
              examples:
                firstThing:
                  value: {name: a}

components:
  schemas:
    # About Thing.
    Thing:
      type: object
      properties:
        name: {type: string, maxLength: 20}
"""
RIGHT = HEAD + CALLS
DOCS = """\
sources:
  page: {url: "https://example.org/", date: 2026-03, covers: The page.}
evidence:
  /paths/~1things~1{id}/get:
    page: [id, "200"]
  /components/schemas/Thing:
    page: [name]
rulings: []
"""

# Each mistake is something put in the place of something right, so that to mend it is to have what was right again.
MISTAKES: dict[str, tuple[str, str, str]] = {
    "unused component": (
        "component-unused",
        "        name: {type: string, maxLength: 20}\n",
        "        name: {type: string, maxLength: 20}\n\n    # About Other,\n    # which nobody uses.\n"
        "    Other:\n      type: string\n      # More.\n",
    ),
    "unused components that use each other": (
        "component-unused",
        "    # About Thing.\n",
        '    One: {$ref: "#/components/schemas/Two"}\n    Two: {type: string}\n    # About Thing.\n',
    ),
    "unused section": (
        "component-unused",
        "components:\n",
        "components:\n  parameters:\n    Unused: {name: u, in: query, schema: {}}\n",
    ),
    "required left out": ("openapi-valid", "in: path, required: true,", "in: path,"),
    "required false": ("openapi-valid", "in: path, required: true,", "in: path, required: false,"),
    "flag in quotes": ("openapi-valid", "in: path, required: true,", 'in: path, required: "true",'),
    "flag of YAML 1.1": ("openapi-valid", "in: path, required: true,", "in: path, required: yes,"),
    "limit in quotes": ("openapi-valid", "maxLength: 20", 'maxLength: "20"'),
    "parameter twice": (
        "openapi-valid",
        "schema: {type: string}}\n",
        "schema: {type: string}}\n        # Again.\n"
        "        - {name: id, in: path, required: true, schema: {type: string}}\n",
    ),
    "no period": ("description-style", "described by its ID.", "described by its ID"),
    "small letter": ("description-style", "Reads one", "reads one"),
    "spelling": ("description-style", "described by its ID.", "described by its id."),
    "period of a summary": ("description-style", "Read a thing", "Read a thing."),
    "name of an example": ("example-name", "firstThing", "first_thing"),
}


@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_mended_as_if_never_made(name: str, ends: str, tmp_path: Path) -> None:
    """A mistake put into a document is found, mended, and the document is what it was, byte for byte."""
    rule, right, wrong = MISTAKES[name]
    assert RIGHT.count(right) == 1
    path = write(tmp_path, api=RIGHT.replace(right, wrong).replace("\n", ends))
    fixed = mend(path)
    assert path.read_bytes().decode() == RIGHT.replace("\n", ends)
    assert {finding.rule for finding in fixed.mended} == {rule}
    assert fixed.left == fixed.refused == ()


def test_every_fix_has_a_mistake() -> None:
    """There is a mistake above or below for every rule that can be mended, and every fix belongs to a rule."""
    tried = {rule for rule, _, _ in MISTAKES.values()}
    tried |= {"evidence-current", "operation-id-present", "ruling-complete"}
    assert tried == set(FIXES) == {rule.id for rule in RULES if rule.fix}


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.parent.name)
def test_contracts_are_mended_in_place(spec: Path, tmp_path: Path) -> None:
    """A curated contract with a component put in is what it was after that is mended; a second run does not write."""
    text = spec.read_text()
    wrong = text.replace("\n  schemas:\n", "\n  schemas:\n    # Unused.\n    Unused:\n      type: string\n\n", 1)
    assert wrong != text
    path = write(tmp_path, api=wrong)
    assert len(mend(path, "component-unused").mended) == 1
    assert path.read_text() == text
    before = path.stat()
    assert mend(path, "component-unused").changes == ()
    assert path.stat() == before


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(names=st.sets(st.sampled_from(sorted(MISTAKES)), min_size=2, max_size=5))
def test_mistakes_together(names: set[str], tmp_path: Path) -> None:
    """Several mistakes are mended at once; what is left when nothing is, is what lint finds."""
    text = RIGHT
    for _, right, wrong in (MISTAKES[name] for name in sorted(names)):
        text = text.replace(right, wrong)
    path = write(tmp_path, api=text)
    fixed = mend(path)
    assert path.read_text() == RIGHT
    assert fixed.left == lint_file(path, name=path.name, rules=only()) == ()
    assert mend(path).changes == ()


def test_numbers_become_the_text_they_were_written_as(tmp_path: Path) -> None:
    """A version without quotes is the text that stands there, not the number that it was read as."""
    path = write(tmp_path, api=RIGHT.replace("version: 1.0.0 ", "version: 1.10 "))
    mend(path)
    assert path.read_text() == RIGHT.replace("version: 1.0.0 ", 'version: "1.10" ')


@pytest.mark.parametrize("tags", ["", "      tags: [Things]\n"], ids=["no tag", "a tag"])
def test_added_operation_ids_rename_no_method(tags: str, tmp_path: Path) -> None:
    """The method of an operation has the same name with the operationId as it had without one."""
    from handbill_generator.plan.method_names import method_names

    without = RIGHT.replace("      operationId: readThing\n", tags)
    path = write(tmp_path, api=without)
    mend(path, "operation-id-present")
    (before,), (after,) = (contract_of(text).operations for text in (without, path.read_text()))
    assert (before.id.raw, after.id.raw) == ("", "getThingsId")
    assert method_names(after)[0] == method_names(before)[0]


LEFT = {
    "field name in prose": ("described by its ID.", "read by id."),
    "a promise": ("described by its ID.", "and you will like it."),
    "a colon at the end": ("described by its ID.", "one of:"),
    "a URL at the end": ("described by its ID.", "at https://example.org/a"),
    "another parameter": ("schema: {type: string}}\n", "schema: {}}\n        - {name: id, in: path, required: true}\n"),
    "code": ("Reads one", "readsOne reads one"),
}


@pytest.mark.parametrize("name", LEFT)
def test_what_takes_a_person_is_left(name: str, tmp_path: Path) -> None:
    """What has more than one remedy is found and left as it is."""
    right, other = LEFT[name]
    assert RIGHT.count(right) == 1
    text = RIGHT.replace(right, other)
    path = write(tmp_path, api=text)
    assert mend(path, "description-style", "openapi-valid").changes == ()
    assert path.read_text() == text


def test_only_what_is_wrong_with_a_text_changes(tmp_path: Path) -> None:
    """Folds, code, quotations and ends that are right stay where one word is written otherwise."""
    text = RIGHT.replace("described by its ID.", 'read by `id` or the e-mail, e.g.\n        "Json and e-mail."')
    path = write(tmp_path, api=text)
    mend(path, "description-style")
    assert path.read_text() == text.replace("the e-mail,", "the email,")


STALE: dict[str, tuple[str, str]] = {
    "member": ("[name]", "[name, gone]"),
    "first member": ("[name]", "[gone, name]"),
    "last member of a source": ("    page: [name]\n", "    page: [name]\n    other: [gone]\n"),
    "holder": ("rulings:", "  /components/schemas/Gone:\n    page: [a, b]\nrulings:"),
    "source": ("evidence:", "  unused: {url: 'https://example.org/u', date: 2026, covers: Nothing.}\nevidence:"),
    "sentence": ("covers: The page.", "covers: the page"),
}


@pytest.mark.parametrize("name", STALE)
def test_evidence_is_brought_up_to_date(name: str, tmp_path: Path) -> None:
    """What docs.yaml says of things that are gone is taken out of it, and the contract is not touched."""
    right, wrong = STALE[name]
    path = write(tmp_path, api=RIGHT, docs=DOCS.replace(right, wrong))
    fixed = mend(path)
    assert path.with_name("docs.yaml").read_text() == DOCS
    assert path.read_text() == RIGHT
    assert [change.name for change in fixed.changes] == ["docs.yaml"]
    assert fixed.left == ()


def test_undeclared_sources_are_left(tmp_path: Path) -> None:
    """Evidence by a source that is not declared is not thrown away: the name may be misspelt."""
    wrong = DOCS.replace("    page: [name]\n", "    pgae: [name]\n")
    path = write(tmp_path, api=RIGHT, docs=wrong)
    assert mend(path).changes == ()
    assert path.with_name("docs.yaml").read_text() == wrong


def test_evidence_of_what_is_removed_goes_too(tmp_path: Path) -> None:
    """What one fix lays open the next one mends: a component, then its evidence, then the source of that."""
    api = RIGHT.replace("    # About Thing.\n", "    Gone: {properties: {a: {type: string}}}\n    # About Thing.\n")
    docs = DOCS.replace("rulings:", "  /components/schemas/Gone:\n    old: [a]\nrulings:")
    docs = docs.replace("evidence:", "  old: {url: 'https://example.org/o', date: 2026, covers: More.}\nevidence:")
    path = write(tmp_path, api=api, docs=docs)
    fixed = mend(path)
    assert (path.read_text(), path.with_name("docs.yaml").read_text()) == (RIGHT, DOCS)
    assert [finding.rule for finding in fixed.mended] == ["component-unused", "evidence-current", "evidence-current"]


def test_several_files(tmp_path: Path) -> None:
    """A mistake is mended in the file that it stands in."""
    inner = "# Inner.\nThing:\n  type: object\n  properties:\n    name: {type: string, maxLength: '20'}\n"
    outer = RIGHT.replace("#/components/schemas/Thing", "parts/thing.yaml#/Thing")
    outer = outer[: outer.index("\ncomponents:")]
    (tmp_path / "parts").mkdir()
    part = write(tmp_path / "parts", thing=inner)
    path = write(tmp_path, api=outer)
    assert [change.name for change in mend(path, "openapi-valid").changes] == ["parts/thing.yaml"]
    assert part.read_text() == inner.replace("'20'", "20")
    assert path.read_text() == outer


def test_json(tmp_path: Path) -> None:
    """A JSON document keeps its indentation and order."""
    tree = load(write(tmp_path, api=RIGHT)).tree
    path = tmp_path / "api.json"
    right = json.dumps(tree, indent="\t")
    path.write_text(right.replace('"maxLength": 20', '"maxLength": "20"').replace("its ID.", "its ID"))
    assert len(mend(path).mended) == 2
    assert path.read_text() == right


def test_without_saving_nothing_is_written(tmp_path: Path) -> None:
    """The diff shows what saving would do, and until then the files are as they were."""
    wrong = RIGHT.replace("its ID.", "its ID").replace("firstThing", "first_thing")
    path = write(tmp_path, api=wrong)
    fixed = fix(path, name="specs/api.yaml", rules=only())
    assert path.read_text() == wrong
    (change,) = fixed.changes
    assert change.content.decode() == RIGHT
    changed = [line for line in change.diff.splitlines() if line[0] in "+-"]
    assert changed == [
        "--- a/specs/api.yaml",
        "+++ b/specs/api.yaml",
        "-        described by its ID",
        "+        described by its ID.",
        "-                first_thing:",
        "+                firstThing:",
    ]
    save(fixed.changes)
    assert path.read_text() == RIGHT


def test_one_refusal_stops_nothing_else(tmp_path: Path) -> None:
    """What cannot be changed alone is left and named; everything else is mended."""
    shared = RIGHT.replace("    # About Thing.\n", "    Unused: &u {type: string}\n    # About Thing.\n")
    shared = shared.replace("        name: {type: string, maxLength: 20}\n", "        name: *u\n")
    path = write(tmp_path, api=shared.replace("its ID.", "its ID").replace("firstThing", "first_thing"))
    fixed = mend(path)
    assert path.read_text() == shared
    assert sorted(finding.rule for finding in fixed.mended) == ["description-style", "example-name"]
    assert [finding.rule for finding in fixed.left] == ["component-unused"]
    assert [str(error).split(":")[3] for error in fixed.refused] == [" this cannot be changed without changing more"]


def test_files_outside_of_the_folder_are_left(tmp_path: Path) -> None:
    """A docs.yaml that is a link to somewhere else is checked, and not changed."""
    (tmp_path / "own").mkdir()
    elsewhere = write(tmp_path, elsewhere=DOCS.replace("[name]", "[name, gone]"))
    path = write(tmp_path / "own", api=RIGHT)
    path.with_name("docs.yaml").symlink_to(elsewhere)
    fixed = mend(path)
    assert fixed.changes == ()
    assert "outside of the contract's folder" in str(fixed.refused[0])
    assert [finding.rule for finding in fixed.left] == ["evidence-current"]


def test_a_link_to_the_contract_is_followed(tmp_path: Path) -> None:
    """Where the path is a symbolic link, the file that it leads to is changed and the link stays."""
    path = write(tmp_path, api=RIGHT.replace("its ID.", "its ID"))
    (tmp_path / "links").mkdir()
    link = tmp_path / "links" / "contract.yaml"
    link.symlink_to(path)
    mend(link)
    assert link.is_symlink()
    assert path.read_text() == RIGHT


def test_what_changed_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    """A file that somebody edits between the look and the save stays theirs."""
    path = write(tmp_path, api=RIGHT.replace("its ID.", "its ID"))
    fixed = fix(path, name="api.yaml", rules=only())
    path.write_text(RIGHT + "# mine\n")
    with pytest.raises(OutputError, match="changed on disk"):
        save(fixed.changes)
    assert path.read_text() == RIGHT + "# mine\n"


@pytest.mark.parametrize(
    "content", [b"openapi: 3.1.0\n---\na: 1\n", b"openapi: 3.1.0\nopenapi: 3.1.0\n", b"\xff", b"[]"]
)
def test_what_cannot_be_read_is_refused(content: bytes, tmp_path: Path) -> None:
    """A document that cannot be read is not mended either."""
    path = tmp_path / "api.yaml"
    path.write_bytes(content)
    with pytest.raises(SpecError):
        fix(path, name="api.yaml")
    assert path.read_bytes() == content
