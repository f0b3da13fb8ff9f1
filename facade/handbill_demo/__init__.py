"""The programs behind `handbill demo` and `handbill capabilities`: users of the facade like any other.

They are programs of their own because the command line, which belongs to the generator, imports no facade.  Both write
JSON to stdout.
"""
