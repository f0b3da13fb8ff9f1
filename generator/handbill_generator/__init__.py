"""Handbill's generator: OpenAPI documents in, typed Python clients out.

`load -> bundle -> contract -> plan -> render -> write`: one module (or small package) per stage, each a function from
one frozen value to the next.  Nothing here is imported by what is emitted.
"""

__version__ = "0.1.0"
