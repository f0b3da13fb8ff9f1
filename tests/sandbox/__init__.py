"""Tests of the local server: its engine by way of a shop that exists only here, then the four over real HTTP.

`shop` is a small contract and its provider, `calling` makes calls and gives what came back byte for byte.
"""
