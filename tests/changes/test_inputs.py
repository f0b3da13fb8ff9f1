"""Laws of inputs: each argument means documents or is an error, and a revision is read from that revision alone."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from handbill_generator.changes.inputs import InputPair, pairs
from handbill_generator.diagnostics import ConfigError, HandbillError, SpecError
from handbill_generator.manifest import Manifest, dump_manifest

AUTHOR = {
    "GIT_AUTHOR_NAME": "A",
    "GIT_AUTHOR_EMAIL": "a@example.com",
    "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@example.com",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}


def git(folder: Path, *arguments: str) -> str:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")} | AUTHOR
    done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, env=environment, check=True)
    return done.stdout.strip()


def contract(title: str = "T", schema: str = "{type: string}") -> str:
    return (
        f"openapi: 3.1.0\ninfo: {{title: {title}, version: '1'}}\npaths: {{}}\n"
        f"components:\n  schemas:\n    Item: {schema}\n"
    )


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)


def commit(folder: Path, files: dict[str, str], message: str = "m") -> str:
    if not (folder / ".git").exists():
        git(folder, "init", "-q", "-b", "main")
    write(folder, files)
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "--allow-empty", "-m", message)
    return git(folder, "rev-parse", "HEAD")


def titles(found: tuple[InputPair, ...]) -> list[tuple[str, str, str]]:
    """Give for each pair its name and the titles of both sides, `-` for none."""
    sides = [(pair.name, pair.old, pair.new) for pair in found]
    return [
        (name, *(side.contract.title.raw if side and side.contract else "-" for side in (old, new)))  # type: ignore[misc]
        for name, old, new in sides
    ]


def refused(old: str, new: str, root: Path) -> str:
    with pytest.raises(HandbillError) as caught:
        pairs(old, new, root=root)
    text = str(caught.value)
    assert "\n" not in text
    return text


def test_two_files_are_a_pair_whatever_they_are_called(tmp_path: Path) -> None:
    """The pair is called as the new one."""
    write(tmp_path, {"a.yaml": contract("A"), "sub/b.json": json.dumps({"openapi": "3.1.0", "info": {"title": "B"}})})
    assert titles(pairs("a.yaml", "sub/b.json", root=tmp_path)) == [("sub/b.json", "A", "B")]


def test_folders_are_paired_by_relative_path(tmp_path: Path) -> None:
    """What only one side has gives a pair with None; other documents and hidden folders are left out."""
    files = {
        "old/x/openapi.yaml": contract("X1"),
        "old/gone.yml": contract("G"),
        "old/docs.yaml": "sources: []\n",
        "old/notes.md": "openapi: no\n",
        "new/x/openapi.yaml": contract("X2"),
        "new/come.json": '{"openapi": "3.1.0", "info": {"title": "C"}}',
        "new/.hidden/openapi.yaml": contract("H"),
        "new/part.yaml": "Item: {description: 'openapi: is a word'}\nx: {openapi: 3}\n",
    }
    write(tmp_path, files)
    expected = [("new/come.json", "-", "C"), ("new/x/openapi.yaml", "X1", "X2"), ("old/gone.yml", "G", "-")]
    assert titles(pairs("old", "new/", root=tmp_path)) == expected


def test_globs_are_paired_below_what_has_no_wildcard(tmp_path: Path) -> None:
    """`*` stays inside of a folder, `**` goes through any number, and a folder pairs with a glob."""
    write(
        tmp_path,
        {
            "old/x/openapi.yaml": contract("X1"),
            "old/x/history/1.yaml": contract("H"),
            "new/x/openapi.yaml": contract("X2"),
        },
    )
    assert titles(pairs("old/*/openapi.yaml", "new", root=tmp_path)) == [("new/x/openapi.yaml", "X1", "X2")]
    both = titles(pairs("old/**/*.yaml", "new/**", root=tmp_path))
    assert both == [("new/x/openapi.yaml", "X1", "X2"), ("old/x/history/1.yaml", "H", "-")]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("a.yaml", "nowhere.yaml", "is no file and no folder"),
        ("a.yaml", "*.json", "give two of a kind"),
        ("*.json", "*.json", "holds no OpenAPI document"),
        ("empty", "specs", "holds no OpenAPI document"),
        ("specs", "empty", "holds no OpenAPI document"),
        ("a.yaml", "docs.yaml", "no openapi key"),
        ("a.yaml", "https://example.com/x.yaml", "never fetched"),
        ("a.yaml", "C:\\x.yaml", "is no file"),
        ("a.yaml", "", "is no file"),
        ("a.yaml", "a\0.yaml", "is no file"),
        ("specs", "broken", "broken/openapi.yaml:"),
        ("HEAD:a.yaml", "a.yaml", "is in no git repository"),
    ],
)
def test_what_means_nothing_is_an_error(tmp_path: Path, old: str, new: str, says: str) -> None:
    """No argument passes silently: not a typing error, not an empty glob, not a document that cannot be read."""
    files = {"a.yaml": contract(), "specs/a.yaml": contract(), "docs.yaml": "sources: []\n", "empty/x.md": ""}
    write(tmp_path, {**files, "broken/openapi.yaml": "openapi: 3.1.0\ninfo: [\n"})
    assert says in refused(old, new, tmp_path)


def test_a_file_of_that_very_name_wins(tmp_path: Path) -> None:
    """A colon or a bracket in a name is not taken for more."""
    write(tmp_path, {"HEAD:a.yaml": contract("A"), "b[1].yaml": contract("B")})
    assert titles(pairs("HEAD:a.yaml", "b[1].yaml", root=tmp_path)) == [("b[1].yaml", "A", "B")]


def test_a_link_that_leads_out_is_not_read_in_a_folder(tmp_path: Path) -> None:
    """A pull request cannot bring a file of the machine into the report."""
    (tmp_path / "secret.yaml").write_text(contract("S"))
    root = tmp_path / "root"
    write(root, {"a/x.yaml": contract(), "b/y.yaml": contract()})
    (root / "b/x.yaml").symlink_to(tmp_path / "secret.yaml")
    assert "leads out" in refused("a", "b", root)


@pytest.mark.parametrize("revision", ["HEAD~1", "v1", "team/old", "{sha}", "{short}", "main^", "HEAD^{{/first}}"])
def test_a_revision_may_be_written_in_every_way_of_git(tmp_path: Path, revision: str) -> None:
    """Tags, branches with slashes, hashes, ancestors, and what a message says."""
    sha = commit(tmp_path, {"s/a.yaml": contract("Old")}, "first")
    git(tmp_path, "tag", "-a", "v1", "-m", "v1")
    git(tmp_path, "branch", "team/old")
    commit(tmp_path, {"s/a.yaml": contract("New")}, "second")
    name = revision.format(sha=sha, short=sha[:8])
    (pair,) = pairs(f"{name}:s/a.yaml", "s/a.yaml", root=tmp_path)
    assert titles((pair,)) == [("s/a.yaml", "Old", "New")]
    assert pair.old
    assert pair.old.contract
    assert pair.old.shown == f"{name}:s/a.yaml"
    assert str(pair.old.contract.position("#/info")) == f"{name}:s/a.yaml:2:1"


def test_references_are_read_from_the_revision(tmp_path: Path) -> None:
    """No file of the working tree leaks in, and a position names the revision too."""
    files = {"s/a.yaml": contract(schema="{$ref: parts/item.yaml}"), "s/parts/item.yaml": "type: integer\n"}
    commit(tmp_path, files)
    write(tmp_path, {"s/parts/item.yaml": "type: string\n"})
    (pair,) = pairs("HEAD:s/a.yaml", "s/a.yaml", root=tmp_path)
    assert pair.old
    assert pair.new
    assert pair.old.contract
    assert pair.new.contract
    assert pair.old.contract.schemas["Item"].keywords == {"type": "integer"}
    assert pair.new.contract.schemas["Item"].keywords == {"type": "string"}
    assert str(pair.old.contract.position("#/components/schemas/Item/type")) == "HEAD:s/parts/item.yaml:1:1"
    (tmp_path / "s/parts/item.yaml").unlink()
    (pair,) = pairs("HEAD:s/a.yaml", "HEAD:s/a.yaml", root=tmp_path)
    assert pair.old == pair.new or (pair.old and pair.new and pair.old.sha256 == pair.new.sha256)


def test_a_document_that_stayed_is_compared_where_a_part_of_it_did_not(tmp_path: Path) -> None:
    """The same bytes are read once, unless they refer to another file: even by a discriminator alone."""
    mapping = "{type: object, discriminator: {propertyName: k, mapping: {x: item.yaml}}}"
    files = {"s/a.yaml": contract(schema=mapping), "s/item.yaml": "type: integer\n", "s/b.yaml": contract("B")}
    commit(tmp_path, files)
    write(tmp_path, {"s/item.yaml": "type: string\n"})
    changed, same = pairs("HEAD:s", "s", root=tmp_path)
    assert changed.old
    assert changed.new
    assert changed.old.sha256 != changed.new.sha256
    assert same.old
    assert same.new
    assert (same.old.contract, same.old.shown) == (same.new.contract, "HEAD:s/b.yaml")


def test_a_file_that_only_the_working_tree_has_does_not_resolve(tmp_path: Path) -> None:
    """The reference is reported at its place in the revision."""
    commit(tmp_path, {"s/a.yaml": contract(schema="{$ref: item.yaml}")})
    write(tmp_path, {"s/item.yaml": "type: string\n"})
    place = 'HEAD:s/a.yaml:6:12: the reference "item.yaml" leads nowhere: "HEAD:s/item.yaml" is not in'
    assert refused("HEAD:s/a.yaml", "s/a.yaml", tmp_path).startswith(place)


def test_both_sides_hash_alike(tmp_path: Path) -> None:
    """The same files have the same sha256 on the disk and at a revision, at the top of the repository too."""
    files = {"a.yaml": contract(schema="{$ref: z.yaml}"), "z.yaml": "type: integer\n"}
    commit(tmp_path, {**files, **{f"s/{name}": text for name, text in files.items()}})
    for path in ("a.yaml", "s/a.yaml"):
        (pair,) = pairs(f"HEAD:{path}", path, root=tmp_path)
        assert pair.old
        assert pair.new
        assert pair.old.sha256 == pair.new.sha256


def test_paths_at_a_revision_count_as_git_counts_them(tmp_path: Path) -> None:
    """From the top, or from the current folder with `./`; the name of the pair is the same from everywhere."""
    commit(tmp_path, {"pyproject.toml": "", "s/a/o.yaml": contract("A")})
    inside = tmp_path / "s" / "a"
    for old, new, root in (
        ("s/a/o.yaml", "s/a/o.yaml", tmp_path),
        ("./o.yaml", "o.yaml", inside),
        ("../a/o.yaml", "o.yaml", inside),
    ):
        assert titles(pairs(f"HEAD:{old}", new, root=root)) == [("s/a/o.yaml", "A", "A")]
    assert 'write "HEAD:./o.yaml"' in refused("HEAD:o.yaml", "o.yaml", inside)
    assert "leads out of the repository" in refused("HEAD:../../../o.yaml", "o.yaml", inside)


@pytest.mark.parametrize(
    "old", ["HEAD:", "HEAD:s", "HEAD:s/", "HEAD:s/*/*.yaml", "HEAD:./s", "HEAD:**/*.yaml", "HEAD:."]
)
def test_folders_and_globs_at_a_revision(tmp_path: Path, old: str) -> None:
    """They are paired with what is on the disk, what is only there too."""
    commit(tmp_path, {"s/a/o.yaml": contract("A"), "s/b/o.yaml": contract("B"), "s/docs.yaml": "x: 1\n"})
    (tmp_path / "s/b/o.yaml").unlink()
    write(tmp_path, {"s/c/o.yaml": contract("C")})
    new = "s" if "s" in old.partition(":")[2].replace("*.yaml", "") else "."
    found = titles(pairs(old, new, root=tmp_path))
    assert found == [("s/a/o.yaml", "A", "A"), ("s/b/o.yaml", "B", "-"), ("s/c/o.yaml", "-", "C")]


@pytest.mark.parametrize(
    ("old", "says"),
    [
        ("nope:s/a.yaml", 'git knows no revision "nope"'),
        ("HEAD:s/nope.yaml", 'is not in the revision "HEAD"'),
        ("--output=x:s/a.yaml", "is not how a revision is written"),
        ("-1:s/a.yaml", "is not how a revision is written"),
        ("HEAD~1..HEAD:s/a.yaml", "is not how a revision is written"),
        (":s/a.yaml", "is not how a revision is written"),
        ("HE\nAD:s/a.yaml", "is not how a revision is written"),
        ("HEAD:s/binary.yaml", "is a binary file"),
        ("HEAD:s/pointer.yaml", "Git LFS"),
        ("HEAD:s/out.yaml", "leads out of the repository"),
        ("HEAD:s/loop.yaml", "in a circle"),
        ("HEAD:s/[a].yaml", "a folder of them"),
        ("HEAD:s/x*.yaml", "give two of a kind"),
    ],
)
def test_what_a_revision_does_not_have_is_an_error(tmp_path: Path, old: str, says: str) -> None:
    """Each error says in one line what is wrong, and none of them lets git see an option."""
    (tmp_path / "s").mkdir()
    (tmp_path / "s/binary.yaml").write_bytes(b"openapi\0\1")
    (tmp_path / "s/out.yaml").symlink_to("../../secret.yaml")
    (tmp_path / "s/loop.yaml").symlink_to("loop.yaml")
    pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n"
    commit(tmp_path, {"s/a.yaml": contract(), "s/pointer.yaml": pointer})
    assert says in refused(old, "s/a.yaml", tmp_path)
    assert not (tmp_path / "x").exists()


def test_links_inside_of_a_revision_are_followed(tmp_path: Path) -> None:
    """A contract that is a link, or lies below one, is read; a reference through a link that leads out is refused."""
    (tmp_path / "s").mkdir()
    (tmp_path / "s/now.yaml").symlink_to("../real/a.yaml")
    (tmp_path / "s/folder").symlink_to("../real")
    (tmp_path / "s/item.yaml").symlink_to("/etc/hostname")
    commit(tmp_path, {"real/a.yaml": contract("A"), "s/b.yaml": contract(schema="{$ref: item.yaml}")})
    for path in ("s/now.yaml", "s/folder/a.yaml"):
        assert titles(pairs(f"HEAD:{path}", "real/a.yaml", root=tmp_path)) == [("real/a.yaml", "A", "A")]
    assert "leads outside" in refused("HEAD:s/b.yaml", "real/a.yaml", tmp_path)


def test_a_bare_repository_has_revisions(tmp_path: Path) -> None:
    """A hook on a server has no working tree."""
    (tmp_path / "work").mkdir()
    commit(tmp_path / "work", {"s/a.yaml": contract("A")})
    git(tmp_path, "clone", "-q", "--bare", "work", "bare.git")
    assert titles(pairs("HEAD:s", "main:s", root=tmp_path / "bare.git")) == [("s/a.yaml", "A", "A")]


def test_a_shallow_clone_says_what_to_do(tmp_path: Path) -> None:
    """CI checks out one commit unless it is told otherwise."""
    (tmp_path / "work").mkdir()
    commit(tmp_path / "work", {"s/a.yaml": contract("A")})
    commit(tmp_path / "work", {"s/a.yaml": contract("B")})
    git(tmp_path, "clone", "-q", "--depth", "1", (tmp_path / "work").as_uri(), "shallow")
    assert "fetch-depth: 0" in refused("HEAD~1:s/a.yaml", "s/a.yaml", tmp_path / "shallow")


def test_hooks_that_set_git_dir_do_not_mislead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The repository is the one that the folder is in."""
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        commit(tmp_path / name, {"a.yaml": contract(name)})
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "two/.git"))
    assert titles(pairs("HEAD:a.yaml", "a.yaml", root=tmp_path / "one")) == [("a.yaml", "one", "one")]


def test_no_program_of_a_hostile_repository_is_run(tmp_path: Path) -> None:
    """Not its monitor, its filters, its drivers, its hooks; nor what a lazy fetch of a missing object would start."""
    commit(tmp_path, {"s/a.yaml": contract("A"), ".gitattributes": "*.yaml filter=evil diff=evil\n"})
    trap = tmp_path / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/sprung\n")
    trap.chmod(0o755)
    for name in (
        "core.fsmonitor core.sshCommand core.pager core.editor core.askPass core.gitProxy diff.external "
        "diff.evil.textconv diff.evil.command filter.evil.smudge filter.evil.process gpg.program credential.helper "
        "remote.origin.uploadpack core.alternateRefsCommand pack.packObjectsHook"
    ).split():
        git(tmp_path, "config", name, str(trap))
    for name, value in {
        "log.showSignature": "true",
        "extensions.partialClone": "origin",
        "core.repositoryFormatVersion": "1",
        "remote.origin.promisor": "true",
        "remote.origin.url": str(tmp_path),
        "protocol.allow": "always",
    }.items():
        git(tmp_path, "config", name, value)
    for hook in ("post-checkout", "pre-auto-gc", "reference-transaction", "post-index-change"):
        (tmp_path / ".git/hooks" / hook).write_text(trap.read_text())
        (tmp_path / ".git/hooks" / hook).chmod(0o755)
    assert titles(pairs("HEAD:s", "s", root=tmp_path)) == [("s/a.yaml", "A", "A")]
    blob = git(tmp_path, "rev-parse", "HEAD:s/a.yaml")
    (tmp_path / ".git/objects" / blob[:2] / blob[2:]).unlink()
    (tmp_path / "sprung").unlink(missing_ok=True)  # git itself may have run the monitor for the test's own commands
    assert "is not in this clone" in refused("HEAD:s/a.yaml", "s/a.yaml", tmp_path)
    assert not (tmp_path / "sprung").exists()


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    """Its size is known before its content."""
    commit(tmp_path, {"a.yaml": contract(), "big.yaml": contract() + "#" * (33 << 20)})
    (tmp_path / "big.yaml").unlink()
    assert "bytes, more than" in refused("HEAD:big.yaml", "a.yaml", tmp_path)


def package(folder: Path, sha256: str) -> None:
    manifest = Manifest(handbill="1", package=folder.name, contract_sha256=sha256, files={}, symbols={})
    write(folder, {"handbill.json": dump_manifest(manifest)})


PROJECT = '[tool.handbill.clients.shop]\nspec = "s/a.yaml"\npackage = "handbill_shop"\n'


@pytest.mark.parametrize("argument", ["vendored/handbill_shop", "vendored/handbill_shop/handbill.json"])
def test_a_package_finds_the_contract_it_was_emitted_from(tmp_path: Path, argument: str) -> None:
    """In the history of the document that is configured for it, whatever files it is made of."""
    item = "s/item.yaml"
    commit(
        tmp_path, {"pyproject.toml": PROJECT, "s/a.yaml": contract("A", "{$ref: item.yaml}"), item: "type: integer\n"}
    )
    (pair,) = pairs("s/a.yaml", "s/a.yaml", root=tmp_path)
    assert pair.old
    package(tmp_path / "vendored/handbill_shop", pair.old.sha256)
    sha = commit(tmp_path, {"other.yaml": "x: 1\n"})
    commit(tmp_path, {item: "type: string\n"})
    commit(tmp_path, {"s/a.yaml": contract("B")})
    (pair,) = pairs(argument, "s/a.yaml", root=tmp_path)
    assert titles((pair,)) == [("s/a.yaml", "A", "B")]
    assert pair.old
    assert pair.old.contract
    assert pair.old.contract.schemas["Item"].keywords == {"type": "integer"}
    assert pair.old.package_folder == tmp_path / "vendored/handbill_shop"
    first = git(tmp_path, "rev-list", "--max-parents=0", "HEAD")[:10]
    assert pair.old.note == f"handbill_shop was emitted from {first}:s/a.yaml"
    assert sha[:10] != first


def test_a_package_of_somewhere_else_is_looked_for_in_the_history_of_new(tmp_path: Path) -> None:
    """Where the project configures nothing, the new document has a history of its own."""
    vendor, house = tmp_path / "vendor", tmp_path / "house"
    house.mkdir()
    commit(house, {"s/a.yaml": contract("A")})
    (pair,) = pairs("s/a.yaml", "s/a.yaml", root=house)
    assert pair.new
    package(vendor / "handbill_shop", pair.new.sha256)
    commit(house, {"s/a.yaml": contract("B")})
    assert titles(pairs(str(vendor / "handbill_shop"), "s/a.yaml", root=house)) == [("s/a.yaml", "A", "B")]
    assert titles(pairs(str(vendor / "handbill_shop"), "HEAD:s/a.yaml", root=house)) == [("s/a.yaml", "A", "B")]


def test_a_package_whose_contract_is_lost_says_so(tmp_path: Path) -> None:
    """There is no contract, and a note; with a repository and without one."""
    write(tmp_path, {"a.yaml": contract("B")})
    package(tmp_path / "handbill_shop", "0" * 64)
    for _ in range(2):
        (pair,) = pairs("handbill_shop", "a.yaml", root=tmp_path)
        assert pair.old
        assert pair.old.contract is None
        assert pair.old.sha256 == "0" * 64
        assert "only its Python names are compared" in pair.old.note
        commit(tmp_path, {})


def test_a_package_is_only_ever_the_old_side(tmp_path: Path) -> None:
    """What comes is a contract; and a package has one."""
    write(tmp_path, {"s/a.yaml": contract("B")})
    package(tmp_path / "handbill_shop", "0" * 64)
    assert "as NEW give the contract" in refused("s/a.yaml", "handbill_shop", tmp_path)
    assert "give its contract" in refused("handbill_shop", "s", tmp_path)


def test_errors_are_of_the_house(tmp_path: Path) -> None:
    """A bad argument is a ConfigError, a bad document a SpecError."""
    write(tmp_path, {"a.yaml": "openapi: 3.1.0\n", "b.yaml": "openapi: 4\n"})
    with pytest.raises(ConfigError):
        pairs("x", "a.yaml", root=tmp_path)
    with pytest.raises(SpecError):
        pairs("a.yaml", "b.yaml", root=tmp_path)


def overlay(title: str) -> str:
    return json.dumps(
        {
            "overlay": "1.1.0",
            "info": {"title": "F", "version": "1"},
            "actions": [{"target": "$.info", "update": {"title": title}}],
        }
    )


def test_overlays_of_the_project_are_applied_where_they_are(tmp_path: Path) -> None:
    """A configured document is compared as it is corrected on either side, and as it was before it was corrected."""
    project = '[tool.handbill.clients.shop]\nspec = "s/a.yaml"\noverlays = ["fixes/a.yaml"]\n'
    commit(tmp_path, {"pyproject.toml": project, "s/a.yaml": contract("A"), "s/b.yaml": contract("B")})
    commit(tmp_path, {"fixes/a.yaml": overlay("First")})
    write(tmp_path, {"fixes/a.yaml": overlay("Second")})
    assert titles(pairs("HEAD:s", "s", root=tmp_path)) == [("s/a.yaml", "First", "Second"), ("s/b.yaml", "B", "B")]
    (pair,) = pairs("HEAD~1:s/a.yaml", "s/a.yaml", root=tmp_path)
    assert titles((pair,)) == [("s/a.yaml", "A", "Second")]
    assert pair.old
    assert pair.new
    assert pair.old.sha256 != pair.new.sha256


def test_a_package_finds_the_overlays_it_was_emitted_with(tmp_path: Path) -> None:
    """The contract of a package is that of its manifest's hash: the document and the overlays of that commit."""
    project = '[tool.handbill.clients.shop]\nspec = "s/a.yaml"\npackage = "handbill_shop"\noverlays = ["s/fix.yaml"]\n'
    commit(tmp_path, {"pyproject.toml": project, "s/a.yaml": contract("A"), "s/fix.yaml": overlay("First")})
    (pair,) = pairs("s/a.yaml", "s/a.yaml", root=tmp_path)
    assert pair.new
    package(tmp_path / "vendored/handbill_shop", pair.new.sha256)
    write(tmp_path, {"s/fix.yaml": overlay("Second")})
    assert titles(pairs("vendored/handbill_shop", "s/a.yaml", root=tmp_path)) == [("s/a.yaml", "First", "Second")]
