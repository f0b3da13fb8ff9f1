"""Laws of symbols: what a page changes is named as the emitted package names it."""

from __future__ import annotations

import pytest
from handbill_generator.changes.python.emitted import emitted
from handbill_generator.docs.grounding import Places, Symbols
from handbill_generator.docs.model import Side, path_of

from tests.docs.grounding_choir import CHOIR, UPDATE, contract_of, facts_of

CONTRACT = contract_of(CHOIR)
PLANNED = Symbols(CONTRACT, "handbill_choir", {})


@pytest.mark.parametrize(
    ("side", "status", "path", "names"),
    [
        (Side.neither, "", "", {"resources.songs.Songs.update"}),
        (Side.request, "", "path/songId", {"resources.songs.Songs.update(song_id=)"}),
        (Side.request, "", "query/dryRun", {"resources.songs.Songs.update(dry_run=)"}),
        (Side.request, "", "query/unheard", {"resources.songs.Songs.update"}),
        (Side.request, "", "body/title", {"resources.songs.Songs.update(title=)", "models.Named.title"}),
        (Side.request, "", "body/singer/name", {"models.Person.name"}),
        (Side.response, "200", "body/song", {"models.SongAnswer.song"}),
        (Side.response, "404", "", {"resources.songs.Songs.update", "errors.NotFoundError"}),
        (Side.response, "418", "", {"resources.songs.Songs.update"}),
    ],
)
def test_elements_have_the_names_of_the_package(side: Side, status: str, path: str, names: set[str]) -> None:
    """A property is an attribute, a parameter an argument, a status an error; what is not there yet has its owner."""
    place = Places(CONTRACT).at(UPDATE, side, status, path_of(path))
    found = {name.removeprefix("handbill_choir.") for name in PLANNED.at(place.pointer, UPDATE)}
    assert names <= found


def test_names_are_in_the_files_of_the_package() -> None:
    """Whatever name is given, the emitted files have it, and the manifest gives the same as the plan."""
    package = emitted(CONTRACT, package="handbill_choir", symbols={})
    read = Symbols(CONTRACT, "handbill_choir", package.symbols)
    for each in facts_of(CONTRACT):
        names = PLANNED.at(each.pointer, UPDATE)
        assert names
        assert names == read.at(each.pointer, UPDATE) == tuple(sorted(names))
        for name in names:
            module, *rest = name.removeprefix("handbill_choir.").rstrip("=)").replace("(", ".").split(".")
            text = "".join(content for path, content in package.files.items() if path.startswith(module))
            assert rest[-1] in text, name


def test_an_operation_that_is_not_there_has_no_names() -> None:
    """The name of what a contract does not have is not known."""
    assert PLANNED.at("#/paths", "GET /nothing") == ()
