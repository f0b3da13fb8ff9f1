"""Laws of accepting: the contract states what the page states, all else in it stays, and faults lose nothing."""

from __future__ import annotations

import json
import os
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from handbill_generator.docs.findings import Edit
from handbill_generator.docs.given import Given, Pages
from handbill_generator.docs.grounding import applied
from handbill_generator.docs.locking import writing
from handbill_generator.docs.pages import read_page
from handbill_generator.docs.running import Job, audit, check, edits_of, relocked
from handbill_generator.docs.subjects import subject
from handbill_generator.load import load
from handbill_generator.round_trip import save
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.docs.print_shop import CONTRACT, RUSH, STREET, Shop, moved, run, shop_in
from tests.docs.shop_pages import MARKDOWN

CONFLICT = "| 409    | ORDER_PRINTED   | It is too late.         |\n"


@pytest.fixture
def locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shop:
    """Give a project whose page is locked, as the current folder."""
    monkeypatch.chdir(tmp_path)
    shop = shop_in(tmp_path)
    assert run("lock", "--pages", "pages", "--today", "2026-05-01").code == 0
    return shop


ACCEPTED = {
    "field added": ((STREET, STREET + RUSH), set(), {"        rush:", "          type: boolean"}),
    "field removed": ((STREET, ""), {"            street: {type: string}"}, set()),
    "field renamed": (
        ("| reference       |", "| title           |"),
        {"        reference: {type: string, maxLength: 80}"},
        {"        title:", "          maxLength: 80"},
    ),
    "field retyped": (
        ("| integer | yes ", "| number  | yes "),
        {"          type: integer"},
        {"          type: number"},
    ),
    "made optional": (("| integer | yes ", "| integer | no  "), {"      required: [copies]"}, set()),
    "limit": (
        ("Maximum 80", "Maximum 90"),
        {"        reference: {type: string, maxLength: 80}"},
        {"        reference: {type: string, maxLength: 90}"},
    ),
    "value added": (
        ("`recycled`", "`recycled`, `silk`"),
        {"          enum: [matte, glossy, recycled]"},
        {"          enum: [matte, glossy, recycled, silk]"},
    ),
    "value removed": (
        (", `recycled`", ""),
        {"          enum: [matte, glossy, recycled]"},
        {"          enum: [matte, glossy]"},
    ),
    "parameter removed": (
        ("| language  | string  | no       |         | The language of that message. |\n", ""),
        {"        - {name: language, in: query, schema: {type: string}}  # ours"},
        set(),
    ),
    "status removed": (
        (CONFLICT, ""),
        {"        '409':", "          description: It is too late.", "          content: *problem"},
        set(),
    ),
}
"""An edit of the page, the lines that the contract loses, and those that it gets."""


@pytest.mark.parametrize("name", ACCEPTED)
def test_accepting_edits_the_lines_that_are_meant(name: str, locked: Shop) -> None:
    """Only lines that say what moved are others; then nothing is left to find, and a second time changes nothing."""
    edit, gone, new = ACCEPTED[name]
    before = locked.lines()
    locked.edit(edit)
    ran = run("accept", "--pages", "pages", "--apply", "--today", "2026-05-02")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("specs/openapi.yaml: edited\nspecs/docs.lock.json: 1 page with ")
    assert moved(before, locked.lines()) == (gone, new)
    assert locked.json("check", "--pages", "pages").report["findings"] == []
    assert locked.json("audit").ids == []
    files = locked.files
    assert run("accept", "--pages", "pages", "--apply", "--today", "2026-05-02").code == 0
    assert locked.files == files


def test_accepting_without_applying_leaves_the_contract(locked: Shop) -> None:
    """The lock alone moves; the audit says then what the contract lacks."""
    contract = locked.spec.read_bytes()
    locked.edit((STREET, STREET + RUSH))
    assert run("accept", "--pages", "pages").code == 0
    assert locked.spec.read_bytes() == contract
    assert run("check", "--pages", "pages").code == 0
    assert locked.json("audit").ids == ["property-missing"]


def test_a_diff_shows_both_files_and_writes_none(locked: Shop) -> None:
    """What would be written is shown as it would be, and nothing is."""
    locked.edit((STREET, STREET + RUSH))
    files = locked.files
    ran = run("accept", "--pages", "pages", "--apply", "--diff")
    assert (ran.code, ran.err) == (0, "")
    assert "+++ b/specs/openapi.yaml\n" in ran.out
    assert "+        rush:\n" in ran.out
    assert "+++ b/specs/docs.lock.json\n" in ran.out
    assert locked.files == files


def test_what_a_page_never_mentioned_stays(locked: Shop) -> None:
    """A page that is accepted for the first time adds what it has; its silence removes nothing."""
    locked.lock.unlink()
    locked.edit((STREET, RUSH))
    assert "property-undocumented" in locked.json("check", "--pages", "pages").ids
    before = locked.lines()
    assert run("accept", "--pages", "pages", "--apply").code == 0
    assert moved(before, locked.lines()) == (set(), {"        rush:", "          type: boolean"})


def test_a_contract_in_several_files_is_edited_where_it_says_it(locked: Shop) -> None:
    """An edit goes to the file that the reference leads to; the others keep their bytes."""
    head, schemas = CONTRACT.split("components:\n")
    (locked.spec.parent / "schemas.yaml").write_text("# Apart from the rest.\n" + dedented(schemas))
    locked.spec.write_text(head.replace("'#/components/schemas/", "'schemas.yaml#/schemas/"))
    main = locked.spec.read_bytes()
    locked.edit((STREET, STREET + RUSH), ("`recycled`", "`recycled`, `silk`"))
    ran = run("accept", "--pages", "pages", "--apply")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("specs/schemas.yaml: edited\n")
    assert locked.spec.read_bytes() == main
    text = (locked.spec.parent / "schemas.yaml").read_text()
    assert text.startswith("# Apart from the rest.\nschemas:\n")
    assert "enum: [matte, glossy, recycled, silk]" in text
    assert "rush:" in text
    assert run("check", "--pages", "pages").code == 0
    assert locked.json("audit").ids == []


def dedented(text: str) -> str:
    return "".join(line.removeprefix("  ") for line in text.splitlines(keepends=True))


def test_a_contract_in_json_is_edited_in_its_own_style(locked: Shop) -> None:
    """JSON keeps its indentation and its order, and gets the same edits."""
    tree = load(locked.spec).tree
    spec = locked.spec.with_suffix(".json")
    spec.write_text(json.dumps(tree, indent=4))
    before = spec.read_text().splitlines()
    locked.spec.unlink()
    (locked.folder / "pyproject.toml").unlink()
    locked.edit(("`recycled`", "`recycled`, `silk`"))
    ran = run("accept", str(spec), "--pages", "pages", "--apply")
    assert (ran.code, ran.err) == (0, "")
    gone, new = moved(before, spec.read_text().splitlines())
    assert {line.strip() for line in new - gone} <= {'"silk"', '"recycled",'}
    update = json.loads(spec.read_text())["components"]["schemas"]["OrderUpdate"]
    assert update["properties"]["paper"]["enum"] == ["matte", "glossy", "recycled", "silk"]
    assert run("check", str(spec), "--pages", "pages").code == 0


def test_an_edit_that_does_not_fit_is_said_and_stops_no_other(tmp_path: Path) -> None:
    """Each edit is made or refused for itself, with the place in the file."""
    shop = shop_in(tmp_path)
    order = "#/components/schemas/Order/properties"
    update = "#/components/schemas/OrderUpdate"
    result = applied(
        shop.spec,
        name="openapi.yaml",
        edits=[
            Edit(action="add", pointer=f"{order}/rush", value={"type": "boolean"}),
            Edit(action="add", pointer=f"{order}/state", value={"type": "boolean"}),
            Edit(action="remove", pointer=f"{order}/nobody"),
            Edit(action="add", pointer="#/components/schemas/Nobody/properties/a", value={}),
            Edit(action="remove", pointer=f"{update}/properties/paper/enum/0"),
            Edit(action="remove", pointer=f"{update}/properties/paper/enum/1"),
            Edit(action="add", pointer=f"{update}/required/-", value="paper"),
            Edit(action="add", pointer=f"{update}/required/-", value="paper"),
        ],
    )
    assert len(result.refused) == 2  # what is to be removed and is not there is fine
    assert all(error.position and error.position.file == "openapi.yaml" and error.hint for error in result.refused)
    (change,) = result.changes
    assert shop.spec.read_text() == CONTRACT
    save(result.changes)
    gone, new = moved(CONTRACT.splitlines(), shop.lines())
    assert gone == {"          enum: [matte, glossy, recycled]", "      required: [copies]"}
    assert new == {
        "          enum: [recycled]",
        "      required: [copies, paper]",
        "        rush:",
        "          type: boolean",
    }
    assert change.name == "openapi.yaml"


def test_edits_that_leave_no_contract_are_all_refused(tmp_path: Path) -> None:
    """What would not be read as a contract any more is not written."""
    shop = shop_in(tmp_path)
    result = applied(shop.spec, name="openapi.yaml", edits=[Edit(action="remove", pointer="#/openapi")])
    assert not result.changes
    assert result.refused
    assert applied(shop.spec, name="openapi.yaml", edits=()) == applied(Path("nowhere"), name="", edits=())


def test_an_alias_in_the_way_is_refused(locked: Shop) -> None:
    """An edit that an alias would carry to another place is left for a person; the others of that file wait, too."""
    aliased = CONTRACT.replace("reference: {type: string, max", "reference: &name {type: string, max")
    locked.spec.write_text(aliased.replace("        id: {type: string}", "        id: *name"))
    before = locked.spec.read_text()
    locked.edit(("Maximum 80", "Maximum 90"))
    ran = run("accept", "--pages", "pages", "--apply")
    assert ran.code == 0
    assert ran.err.startswith("warning: not edited: specs/openapi.yaml:")
    assert ran.err.count("\n") == 1
    assert locked.spec.read_text() == before


def test_where_the_lock_cannot_be_written_the_next_check_finds_it_again(locked: Shop) -> None:
    """The contract comes first and the lock last, so that what was interrupted is not forgotten."""
    lock = locked.lock.read_bytes()
    part = locked.lock.with_name(f".{locked.lock.name}.part")
    part.mkdir()
    locked.edit((STREET, STREET + RUSH))
    ran = run("accept", "--pages", "pages", "--apply")
    assert (ran.code, ran.out) == (2, "specs/openapi.yaml: edited\n")
    assert "docs.lock.json: cannot be written: " in ran.err
    assert locked.lock.read_bytes() == lock
    part.rmdir()
    found = locked.json("check", "--pages", "pages")
    assert (found.code, found.ids) == (1, ["property-added"])
    assert not any(each["edits"] for each in found.report["findings"])
    contract = locked.spec.read_bytes()
    assert run("accept", "--pages", "pages", "--apply").code == 0
    assert locked.spec.read_bytes() == contract
    assert run("check", "--pages", "pages").code == 0


def test_where_the_contract_cannot_be_written_nothing_is(locked: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the contract nor the lock moves where the first of the two cannot."""
    locked.edit((STREET, STREET + RUSH))
    files = locked.files

    def full(*arguments: object, **named: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    ran = run("accept", "--pages", "pages", "--apply")
    monkeypatch.undo()
    assert ran.code == 2
    assert ran.err.count("\n") == 1
    assert Shop(locked.folder).files == files


def test_what_cannot_be_locked_is_said_before_the_contract_is_edited(
    locked: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page that a lock must not have leaves the contract as it is, too."""
    locked.edit((STREET, STREET + RUSH))
    files = locked.files
    monkeypatch.setattr(writing, "MOST_ADDRESS", len("update.md") - 1)
    ran = run("accept", "--pages", "pages", "--apply")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "error: update-page: the file has more than 8 characters; it cannot be locked\n"
    assert locked.files == files


def test_a_list_is_emptied_and_filled_at_once(tmp_path: Path) -> None:
    """The last name leaves a list of what is required while another one joins it, in whichever order."""
    shop = shop_in(tmp_path)
    required = "#/components/schemas/OrderUpdate/required"
    leaving = Edit(action="remove", pointer=required)
    joining = Edit(action="add", pointer=f"{required}/-", value="paper")
    for edits in ((leaving, joining), (joining, leaving)):
        result = applied(shop.spec, name="openapi.yaml", edits=edits)
        assert not result.refused
        (change,) = result.changes
        new = change.content.decode().splitlines()
        assert moved(CONTRACT.splitlines(), new) == ({"      required: [copies]"}, {"      required: [paper]"})


FIELDS = {
    "reference": ("string", "no"),
    "copies": ("integer", "yes"),
    "delivery": ("object", "no"),
    "delivery.street": ("string", "no"),
}
TYPES = ("string", "integer", "number", "boolean")
names = st.from_regex(r"[a-z]{3,8}([A-Z][a-z]{2,6})?", fullmatch=True).filter(
    lambda name: name not in ("reference", "copies", "paper", "delivery", "method", "street", "type", "null")
)


def row(name: str, type: str, required: str, words: str = "As you like it.") -> str:
    return f"| {name} | {type} | {required} | {words} |\n"


def page_of(fields: dict[str, tuple[str, str]]) -> str:
    """Give a page with a table of *fields* alone in its body."""
    head, table = MARKDOWN.split("## Request body\n\n")
    answers = table[table.index("## Response") :]
    lines = "".join(row(name, *said) for name, said in fields.items())
    return f"{head}## Request body\n\n| Field | Type | Required | Description |\n|---|---|---|---|\n{lines}\n{answers}"


@st.composite
def edited_fields(draw: st.DrawFn) -> dict[str, tuple[str, str]]:
    """Give fields of which some are added, removed, retyped, required or no longer so."""
    fields = dict(FIELDS)
    for name in draw(st.lists(st.sampled_from(["reference", "copies", "delivery.street"]), unique=True)):
        type, required = fields[name]
        match draw(st.sampled_from(["remove", "retype", "require"])):
            case "remove":
                del fields[name]
            case "retype":
                fields[name] = (draw(st.sampled_from([other for other in TYPES if other != type])), required)
            case "require":
                fields[name] = (type, "no" if required == "yes" else "yes")
    for name in draw(st.lists(names, max_size=2, unique=True)):
        parent = draw(st.sampled_from(["", "delivery."]))
        fields[parent + name] = (draw(st.sampled_from(TYPES)), draw(st.sampled_from(["yes", "no"])))
    return fields


SMALL = (
    CONTRACT.replace(", maxLength: 80", "")
    .replace("            method: {type: string, enum: [pickup, courier]}\n", "")
    .replace("        paper:\n          type: string\n          enum: [matte, glossy, recycled]\n", "")
)
"""It says what a page with `FIELDS` says."""


def given_page(fields: dict[str, tuple[str, str]]) -> Pages:
    return Pages(given=(Given(source="page", page=read_page(page_of(fields), name="page")),))


@settings(max_examples=40)
@given(edited_fields())
def test_what_is_accepted_is_stated(fields: dict[str, tuple[str, str]]) -> None:
    """Whatever moves in a list of fields, once it is accepted nothing of the page contradicts the contract."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "openapi.yaml")
        path.write_text(SMALL)
        before = Job(subject=subject(path, shown="openapi.yaml"), pages=given_page(FIELDS))
        assert not audit([before]).failing
        lock = relocked(before, today=date(2026, 5, 1))
        now = Job(subject=replace(before.subject, lock=lock), pages=given_page(fields))
        result = applied(path, name="openapi.yaml", edits=edits_of(check([now]), now.subject))
        assert not result.refused
        save(result.changes)
        after = replace(now, subject=subject(path, shown="openapi.yaml"))
        assert [(found.id, found.path) for found in audit([after]).failing] == []
        assert path.read_text().startswith("# The print shop. Whoever edits this keeps the comments.\n")
