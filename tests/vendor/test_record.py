"""The record is somebody's file: every wrong shape has its line, and comments and order are kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from handbill_generator.diagnostics import SpecError
from handbill_generator.vendor.record import read_record, read_record_text
from handbill_generator.vendor.record_file import written
from hypothesis import given
from hypothesis import strategies as st

from tests.vendor.projects import LATEST, NAME, added, emitted, findings, run

SHA = "0" * 64
GOOD = f"""\
format = 1

[packages.shop]  # ours
path = "src/acme/shop"
import = "acme.shop"
package = "handbill_shop"
handbill = "0.1.0"
notice = "x"
dependencies = ["httpx2>=2"]

[packages.shop.source]
kind = "spec"
place = "shop.yaml"

[packages.shop.files]
"models.py" = "{SHA}"
"""


def edited(old: str, new: str) -> bytes:
    assert old in GOOD
    return GOOD.replace(old, new).encode()


@pytest.mark.parametrize(
    ("raw", "line", "said"),
    [
        (b"format = ", 1, "is not TOML"),
        (b"format = 1\n<<<<<<< HEAD\n", 2, "is not TOML"),
        (b"format = 1\nx = '\xff'", 2, "is not UTF-8"),
        (edited("format = 1", "format = 2"), 1, "another version of handbill"),
        (edited("format = 1", "format = true"), 1, "format must be 1"),
        (edited("format = 1", "format = 1\nextra = 1"), 2, 'there is no key "extra"'),
        (b"format = 1\npackages = 3", 2, "packages must be a table"),
        (edited('path = "src/acme/shop"', 'path = "../shop"'), 4, "climbs out"),
        (edited('path = "src/acme/shop"', 'path = "/etc/shop"'), 4, "is absolute"),
        (edited('path = "src/acme/shop"', "path = 1"), 4, "path must be text"),
        (edited('path = "src/acme/shop"\n', ""), 3, "path is missing"),
        (edited('path = "src/acme/shop"', 'path = "src/acme/other"'), 4, "must be called so"),
        (edited('import = "acme.shop"', 'import = "acme..shop"'), 5, "is no name that Python"),
        (edited('dependencies = ["httpx2>=2"]', "dependencies = [1]"), 9, "a list of texts"),
        (edited('kind = "spec"', 'kind = "web"'), 12, "kind must be one of"),
        (edited("[packages.shop.source]", "[packages.shop.other]"), 11, 'there is no key "other"'),
        (edited(SHA, "f"), 16, "64 lower-case hex digits"),
        (edited('"models.py"', '"../models.py"'), 16, "climbs out"),
        (edited(f'"models.py" = "{SHA}"', f'"a.py" = "{SHA}"\n"A.py" = "{SHA}"'), 16, "one on some systems"),
        (GOOD.encode() + f'[packages.shop.patches."x.py"]\nsha256 = "{SHA}"\n'.encode(), 17, "is no file of the"),
        (GOOD.encode() + GOOD.replace("shop]", "SHOP]").replace("shop.", "SHOP.").replace("/shop", "/SHOP")
         .partition("\n\n")[2].encode(), 3, "are one where file names ignore case"),
        (GOOD.encode() + GOOD.replace("shop]", "inner]").replace("shop.", "inner.").replace("/shop", "/shop/inner")
         .partition("\n\n")[2].encode(), 18, "overlap"),
        (edited("dependencies", 'clients = ["handbill_x"]\ndependencies'), 9, "is not vendored"),
        (b"[" * 5000, 1, "is not TOML|nested too deep"),
    ],
)  # fmt: skip
def test_every_wrong_shape_has_its_line(raw: bytes, line: int, said: str) -> None:
    """What the record cannot say is a SpecError with the line where it stands."""
    with pytest.raises(SpecError) as error:
        read_record_text(raw)
    assert any(part in str(error.value) for part in said.split("|")), str(error.value)
    assert error.value.position is not None
    assert (error.value.position.file, error.value.position.line) == ("handbill-vendor.toml", line)


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes_are_a_record_or_an_error(raw: bytes) -> None:
    """No bytes bring anything but a record or a SpecError."""
    try:
        read_record_text(raw)
    except SpecError:
        return


@given(st.data())
def test_any_edit_is_a_record_or_an_error(data: st.DataObject) -> None:
    """No edit of a good record brings anything but a record or a SpecError."""
    start = data.draw(st.integers(0, len(GOOD)))
    end = data.draw(st.integers(start, min(start + 30, len(GOOD))))
    inserted = data.draw(st.text(alphabet='[]{}="\n.,1ax/\\', max_size=8))
    try:
        read_record_text((GOOD[:start] + inserted + GOOD[end:]).encode())
    except SpecError:
        return


def test_what_is_written_is_read(tmp_path: Path) -> None:
    """A record that is written again without a change is the same text; comments and the order of keys stay."""
    root = added(tmp_path)
    path = root / "handbill-vendor.toml"
    text = path.read_text().replace(f"[packages.{NAME}]\n", f"[packages.{NAME}]  # for the newsletter\n# ask Ada\n")
    path.write_text(text)
    record = read_record(root)
    assert written(record, record.packages).decode() == text
    assert run(root, "update", "loops", "--to", str(emitted(LATEST)), "--yes").code == 0
    after = path.read_text()
    assert f"[packages.{NAME}]  # for the newsletter\n# ask Ada\n" in after
    assert after.index("import =") < after.index("dependencies =") < after.index(f"[packages.{NAME}.files]")
    assert findings(root) == set()


def test_dotted_and_inline_tables_are_understood(tmp_path: Path) -> None:
    """A record that somebody wrote with inline tables is edited, or refused with a line; it is never damaged."""
    root = added(tmp_path)
    path = root / "handbill-vendor.toml"
    text = path.read_text()
    path.write_text(text.replace(f'[packages.{NAME}.source]\nkind = "package"\n', "", 1).replace(
        "dependencies =", 'source = { kind = "package" }\ndependencies =', 1))  # fmt: skip
    assert findings(root) == set()
    done = run(root, "rename", NAME, "loops_v1")
    assert done.code == 0, done.error
    assert findings(root) == set()


def test_a_link_is_no_record(tmp_path: Path) -> None:
    """A record that is a symlink is refused: handbill would write through it."""
    root = added(tmp_path)
    (root / "handbill-vendor.toml").rename(root / "real.toml")
    (root / "handbill-vendor.toml").symlink_to("real.toml")
    assert "is a symlink" in run(root, "check").error
