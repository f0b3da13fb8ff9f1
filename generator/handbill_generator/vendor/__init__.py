"""Vendoring: a package that was emitted, copied into somebody's project and kept honest there.

In: an installed package, the folder of one, a project that configures one, or a document to emit one from.
Out: the package under any path of a project, and what is wrong with it, now and when its contract moves on.
Never: fetches, imports what it copies, makes an `__init__.py`, or leaves anything half-written.

What a project has afterwards:

    src/acme/_vendor/handbill_loops/    the package, with its manifest and handbill's LICENSE in it
    handbill-vendor.toml                the record: source, contract, generator, digest of every file, dependencies
    .handbill-vendor/handbill_loops/    what an update needs and the project's own wheel does not:
        contract/openapi.yaml           the documents of the contract, so that the next one can be compared offline
        base/models.py                  the upstream text of a file that has a declared patch

The name of an entry is that of its folder.  The record is committed, and so are the folders.

A *patch* is a local edit that was declared (`handbill vendor patch`).  It is kept as the upstream text of its file,
not as a diff: a three-way merge needs exactly that text, a diff against it can always be made, and a base that lies in
the project is there when the generator that wrote it is long gone.  Files without a patch need no base: `bases` finds
one in git, at the source or by emitting the kept contract again, and only what has the recorded digest counts.

Digests are taken after CRLF became LF: git's autocrlf changes nothing that Python reads, and must be no finding.

`record` and `record_file` are the record, `sources` finds what is to be vendored, `facade` fits the facade under a
package path, `state` holds a folder against the record, `dependencies` and `declared` what the project must install,
`checking`, `adding`, `patching`, `arranging` and `updating` are the commands, `commit` writes, all or nothing.
"""
