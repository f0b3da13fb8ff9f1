"""Every edit of a contract changes exactly the Python symbols that it must, with the verdicts that users would give.

Each row is what one edit of `python_edits` must bring about: kind, symbol, and the levels for calls, types and imports
by their first letters (breaking, risky, compatible).
"""

from __future__ import annotations

from pathlib import Path

import pytest
from handbill_generator.changes.python import Consequence, Emitted, emitted_from, symbol_changes
from handbill_generator.diagnostics import OutputError, SpecError
from handbill_generator.manifest import MANIFEST_NAME, Manifest, dump_manifest

from tests.changes.python_edits import EDITS
from tests.changes.python_emitting import ROOT, provider_package, shop_package, versions

EXPECTED: dict[str, list[str]] = {
    "argument added": [
        "added resources.shelves.Shelves.get_book(page=) ccc",
    ],
    "required argument added": [
        "added resources.shelves.Shelves.get_book(page=) bbc",
    ],
    "argument removed": [
        "removed resources.shelves.Shelves.get_book(sort=) bbc",
    ],
    "argument became required": [
        "became-required resources.shelves.Shelves.get_book(sort=) bbc",
    ],
    "argument became optional": [
        "became-optional resources.shelves.Shelves.get_book(code=) ccc",
    ],
    "argument has another type": [
        "retyped resources.shelves.Shelves.get_book(sort=) rbc",
    ],
    "argument takes more": [
        "retyped resources.shelves.Shelves.get_book(sort=) ccc",
    ],
    "argument takes less": [
        "retyped resources.shelves.Shelves.get_book(sort=) rbc",
    ],
    "argument renamed": [
        "added resources.shelves.Shelves.get_book(order=) ccc",
        "removed resources.shelves.Shelves.get_book(sort=) bbc",
    ],
    "argument named otherwise in Python": [
        "renamed resources.shelves.Shelves.get_book(sort=) bbc",
    ],
    "argument moved to a header": [],
    "default of an argument set": [],
    "order of arguments changed": [],
    "component of an argument changed": [
        "retyped models.Code rbc",
    ],
    "value of a path renamed": [
        "renamed resources.shelves.Shelves.get_book(book=) bbc",
        "renamed resources.shelves.Shelves.update_book(book=) bbc",
    ],
    "parameters of a path in another order": [],
    "values of a path swapped": [
        "changed resources.shelves.Shelves.get_book bbc",
        "changed resources.shelves.Shelves.update_book bbc",
    ],
    "value of a path has another type": [
        "retyped resources.shelves.Shelves.get_book(book=) rbc",
        "retyped resources.shelves.Shelves.update_book(book=) rbc",
    ],
    "value of a path takes less": [
        "retyped resources.shelves.Shelves.get_book(shelf=) rbc",
        "retyped resources.shelves.Shelves.update_book(shelf=) rbc",
    ],
    "path moved": [],
    "path has one value more": [
        "added resources.shelves.Shelves.add_book(room=) bbc",
        "removed resources.shelves.Shelves.list_books bbc",
    ],
    "operationId renamed": [
        "renamed resources.shelves.Shelves.get_book bbc",
    ],
    "operationId removed": [
        "renamed resources.shelves.Shelves.get_book bbc",
    ],
    "operation removed": [
        "removed models.UpdateBookRequest bbb",
        "removed models.UpdateBookResponse cbb",
        "removed resources.shelves.Shelves.update_book bbc",
    ],
    "operation added": [
        "added resources.shelves.Shelves.keep_book ccc",
    ],
    "tag renamed": [
        "renamed resources.shelves.Shelves bbb",
    ],
    "tag of one operation changed": [
        "added resources.books.Books ccc",
        "renamed resources.shelves.Shelves.get_book bbc",
    ],
    "tag and all its operations removed": [
        "removed errors.ConflictError bbb",
        "removed errors.GoneError bbb",
        "removed models.UpdateBookRequest bbb",
        "removed models.UpdateBookResponse cbb",
        "removed resources.shelves.Shelves bbb",
        "retyped models.Colour ccc",
        "retyped models.NewBook.binding ccc",
    ],
    "title of the API changed": [
        "changed client.Shop(key=) bcc",
        "changed client.Shop(oauth=) bcc",
        "changed client.Shop(tenant=) bcc",
        "renamed client.Shop bbb",
        "renamed errors.ShopError bbb",
    ],
    "property of a body added": [
        "added models.NewBook.series ccc",
        "added resources.shelves.Shelves.add_book(series=) ccc",
    ],
    "property of a body removed": [
        "removed models.NewBook.pages bbc",
        "removed resources.shelves.Shelves.add_book(pages=) bbc",
    ],
    "property of a body became required": [
        "became-required models.NewBook.pages bbc",
        "became-required resources.shelves.Shelves.add_book(pages=) bbc",
    ],
    "property of a body became optional": [
        "became-optional models.NewBook.author ccc",
        "became-optional resources.shelves.Shelves.add_book(author=) ccc",
    ],
    "required property of a body added": [
        "added models.NewBook.series bbc",
        "added resources.shelves.Shelves.add_book(series=) bbc",
    ],
    "first required property of a body": [
        "became-required models.UpdateBookRequest.title bbc",
        "became-required resources.shelves.Shelves.update_book(title=) bbc",
    ],
    "property of a body has another type": [
        "retyped models.NewBook.pages rbc",
        "retyped resources.shelves.Shelves.add_book(pages=) rbc",
    ],
    "property of a body may be null": [
        "retyped models.NewBook.pages ccc",
        "retyped resources.shelves.Shelves.add_book(pages=) ccc",
    ],
    "word of a body removed": [
        "retyped models.NewBook.binding rbc",
        "retyped resources.shelves.Shelves.add_book(binding=) rbc",
    ],
    "word of a body added": [
        "retyped models.NewBook.binding ccc",
        "retyped resources.shelves.Shelves.add_book(binding=) ccc",
    ],
    "property of a body renamed": [
        "added models.NewBook.sheets ccc",
        "added resources.shelves.Shelves.add_book(sheets=) ccc",
        "removed models.NewBook.pages bbc",
        "removed resources.shelves.Shelves.add_book(pages=) bbc",
    ],
    "body removed": [
        "removed models.UpdateBookRequest bbb",
        "removed resources.shelves.Shelves.update_book(body=) bbc",
    ],
    "body became required": [],
    "body of a form has another type": [
        "retyped models.CreateOrderFormDataRequest.file rbc",
    ],
    "media type removed": [
        "removed FileInput bbb",
        "removed models.CreateOrderFormDataRequest bbb",
        "removed resources.orders.Orders.create(content_type=) bbc",
        "retyped resources.orders.Orders.create(body=) rbc",
    ],
    "property of an answer added": [
        "added models.Book.series ccc",
    ],
    "property of an answer removed": [
        "removed models.Book.pages bbc",
    ],
    "property of an answer became optional": [
        "became-optional models.Book.pages cbc",
    ],
    "property of an answer became required": [
        "became-required models.Book.subtitle ccc",
    ],
    "property of an answer has another type": [
        "retyped models.Book.pages cbc",
    ],
    "property of an answer is any number": [
        "retyped models.Book.pages cbc",
    ],
    "property of an answer is a whole number": [
        "retyped models.Book.weight ccc",
    ],
    "property of an answer may be null": [
        "retyped models.Book.title cbc",
    ],
    "property of an answer is never null": [
        "retyped models.Book.subtitle ccc",
    ],
    "property of an answer may be anything": [
        "retyped models.Book.title crc",
    ],
    "word of an answer added": [
        "retyped models.Book.binding ccc",
    ],
    "word of an answer removed": [
        "retyped models.Book.binding ccc",
    ],
    "alternative of an answer added": [
        "retyped models.Book.owner cbc",
    ],
    "alternative of an answer removed": [
        "retyped models.Book.owner ccc",
    ],
    "items of an answer have another type": [
        "retyped models.Book.marks cbc",
    ],
    "items of an answer take less": [
        "retyped models.Book.marks cbc",
    ],
    "answer is another component": [
        "retyped resources.shelves.Shelves.get_book cbc",
    ],
    "answer may be empty": [
        "retyped resources.shelves.Shelves.update_book cbc",
    ],
    "answer removed": [
        "retyped resources.shelves.Shelves.get_book cbc",
    ],
    "answer is a list no more": [
        "retyped resources.shelves.Shelves.list_books cbc",
    ],
    "component renamed": [
        "renamed models.Book cbb",
    ],
    "component renamed and changed": [
        "removed models.Book.pages bbc",
        "renamed models.Book cbb",
    ],
    "component of words renamed": [
        "renamed models.Colour cbb",
    ],
    "component of words takes less": [
        "retyped models.Colour rbc",
    ],
    "component of words takes more": [
        "retyped models.Colour ccc",
    ],
    "component added": [
        "added models.Extra ccc",
    ],
    "component removed": [
        "removed models.Book.owner bbc",
        "removed models.Library cbb",
    ],
    "component that both sides use changed": [
        "retyped models.Author.name rbc",
    ],
    "component that both sides use asks for more": [
        "added models.Author.born bbc",
    ],
    "component became an alias": [
        "retyped models.Author bbc",
    ],
    "inline object got a title": [],
    "inline object became a component": [
        "renamed models.UpdateBookRequest bbb",
    ],
    "status removed": [
        "removed errors.GoneError bbb",
    ],
    "status with a body removed": [
        "removed errors.ConflictError bbb",
    ],
    "status added": [
        "added errors.Status418Error ccc",
    ],
    "body of an error changed": [
        "retyped errors.ConflictError.body cbc",
    ],
    "body of an error removed": [
        "retyped errors.ConflictError.body cbc",
    ],
    "security scheme renamed": [
        "renamed client.Shop(tenant=) bbc",
    ],
    "security scheme removed": [
        "removed client.Shop(tenant=) bbc",
    ],
    "oauth removed": [
        "removed ClientCredentials bbb",
        "removed client.Shop(oauth=) bbc",
    ],
    "server changed": [
        "changed client.BASE_URL bcc",
    ],
    "servers swapped": [
        "added client.server_url ccc",
        "changed client.BASE_URL bcc",
    ],
    "server removed": [],
    "all servers removed": [
        "became-required client.Shop(base_url=) bbc",
        "removed client.BASE_URL bbb",
    ],
    "webhook removed": [
        "removed webhooks bbb",
    ],
    "webhook added": [
        "retyped webhooks.Known crc",
    ],
    "description changed": [],
    "limit of a text of an answer": [],
    "path in other words": [],
}


def told(found: Consequence) -> str:
    change = found.change
    levels = "".join(level[0] for level in (change.call, change.types, change.imports))
    return f"{change.kind} {change.symbol.removeprefix('shop.')} {levels}"


def kinds(found: tuple[Consequence, ...], *wanted: str) -> list[str]:
    return sorted(one.change.symbol for one in found if one.change.kind in wanted)


def test_all_edits_have_a_row() -> None:
    """No edit goes without saying what must follow."""
    assert EXPECTED.keys() == EDITS.keys()


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_changes_what_it_must(edit: str) -> None:
    """What changes is what is expected, with its levels, and nothing else."""
    assert sorted(map(told, symbol_changes(shop_package(), shop_package(edit)))) == EXPECTED[edit]


@pytest.mark.parametrize("edit", EDITS)
def test_the_reverse_of_an_edit_is_dual(edit: str) -> None:
    """What an edit adds its reverse removes, and what it renames is renamed back."""
    forth = symbol_changes(shop_package(), shop_package(edit))
    back = symbol_changes(shop_package(edit), shop_package())
    assert kinds(forth, "added") == kinds(back, "removed")
    assert kinds(forth, "removed") == kinds(back, "added")
    assert len(kinds(forth, "renamed")) == len(kinds(back, "renamed"))
    assert len(kinds(forth, "became-required")) == len(kinds(back, "became-optional"))
    assert len(kinds(forth, "retyped", "changed")) == len(kinds(back, "retyped", "changed"))


@pytest.mark.parametrize("edit", EDITS)
def test_places_are_those_of_the_symbols(edit: str) -> None:
    """A change names a line of the emitted file that holds the symbol, and pointers of the side that it is of."""
    old, new = shop_package(), shop_package(edit)
    for found in symbol_changes(old, new):
        path, line = found.change.generated.split(":")
        side = old if found.change.kind == "removed" else new
        name = found.change.new if found.change.kind == "renamed" else found.change.symbol
        short = name.rpartition(".")[2].rpartition("(")[2].removesuffix(")").removesuffix("=")
        if path not in ("__init__.py", "webhooks.py") and not found.change.old.startswith("environment"):
            text = side.files[path].splitlines()[int(line) - 1]
            assert short in text or "body" in found.change.symbol
        assert bool(found.old_pointers) or found.change.kind == "added" or found.change.symbol in NOWHERE
        assert bool(found.new_pointers) or found.change.kind == "removed" or found.change.symbol in NOWHERE


NOWHERE = {"shop.FileInput"}
"""Exported where any method takes a form, whatever its fields are."""


def test_a_package_is_the_same_as_itself() -> None:
    """Nothing changes where nothing changed."""
    again = Emitted(package="shop", files=dict(shop_package().files), symbols=shop_package().symbols)
    assert symbol_changes(shop_package(), again) == ()


def test_words_alone_change_nothing() -> None:
    """Documentation and private modules are no surface."""
    files = {path: text for path, text in shop_package().files.items() if path != "_retries.py"}
    files["models.py"] = files["models.py"].replace('"""', '"""Other words. ', 1)
    assert symbol_changes(shop_package(), Emitted(package="shop", files=files, symbols=shop_package().symbols)) == ()


def test_a_package_on_disk_is_read_like_one_in_memory(tmp_path: Path) -> None:
    """The folder of a package tells what the contract told, by its manifest."""
    package = shop_package()
    for path, text in package.files.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text)
    manifest = Manifest(
        handbill="0",
        package="shop",
        contract_sha256="0" * 64,
        files=dict.fromkeys(package.files, "0" * 64),
        symbols=package.symbols,
    )
    (tmp_path / MANIFEST_NAME).write_text(dump_manifest(manifest))
    assert symbol_changes(emitted_from(tmp_path), package) == ()
    for edit in ("argument renamed", "property of an answer removed", "tag renamed"):
        changes = [symbol_changes(side, shop_package(edit)) for side in (package, emitted_from(tmp_path))]
        assert [found.change for found in changes[0]] == [found.change for found in changes[1]]
        assert all(found.old_pointers or found.change.kind == "added" for found in changes[1])


def test_a_folder_without_a_manifest_is_refused(tmp_path: Path) -> None:
    """What is no emitted package is said to be none."""
    with pytest.raises(OutputError, match="no emitted package"):
        emitted_from(tmp_path)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("models.py", "class ("),
        ("models.py", "x = \0"),
        ("models.py", "(" * 5000),
        ("client.py", ""),
        ("client.py", "_SCHEMES: dict[str, int] = {1: 2}"),
        ("__init__.py", "__all__ = f()"),
        ("webhooks.py", ""),
    ],
)
def test_files_that_were_broken_by_hand_are_refused(path: str, text: str) -> None:
    """A package that is not as it was emitted ends in one clear error, and in no other."""
    broken = Emitted(package="shop", files={**shop_package().files, path: text}, symbols=shop_package().symbols)
    with pytest.raises(SpecError):
        symbol_changes(broken, shop_package())


@pytest.mark.parametrize("name", ["errors.py", "models.py", "client.py", "__init__.py"])
def test_files_that_are_missing_are_named(name: str) -> None:
    """A package that lacks a file is no package."""
    files = {path: text for path, text in shop_package().files.items() if path != name}
    with pytest.raises(SpecError, match=name):
        symbol_changes(Emitted(package="shop", files=files, symbols={}), shop_package())


@pytest.mark.parametrize(("provider", "old", "new"), versions())
def test_histories_are_dual(provider: str, old: str, new: str) -> None:
    """Going back to an earlier version takes away what came with the later one."""
    sides = provider_package(provider, old), provider_package(provider, new)
    forth, back = symbol_changes(*sides), symbol_changes(sides[1], sides[0])
    assert kinds(forth, "added") == kinds(back, "removed")
    assert kinds(forth, "removed") == kinds(back, "added")
    assert all(found.old_pointers or found.new_pointers for found in forth)


def test_the_emitted_clients_of_this_repository_are_what_their_contracts_become() -> None:
    """A client on disk is compared with itself, read twice."""
    folder = ROOT / "generated" / "handbill_loops"
    assert symbol_changes(emitted_from(folder), emitted_from(folder)) == ()
