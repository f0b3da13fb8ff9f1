"""Tests of the emitted packages: what goes over the wire, what comes back, and what never leaves.

Most are made from the contracts' own examples.  `contracts`, `schemas` and `examples` read them; `calls` makes calls,
`wire` and `credentials` say what each must send, `answers` and `pages` what is sent back; `emitted` finds the types of
the packages, `providers` opens clients, `server` records, and `loopback` brings a call and an answer together.
"""
