"""Fit the facade under a package path.

In: the files of `handbill`.  Out: the same files, with the clients imported from beside it.
Never: changes anything but imports of clients, or guesses: what it wrote is read again and compared.

Emitted clients import themselves relatively.  The facade imports them by their own names, as it is their user; below
`acme._vendor` they are found from where the facade is: `import handbill_loops` becomes `from ... import handbill_loops`
in `providers/loops.py`.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping

from handbill_generator.diagnostics import SpecError
from handbill_generator.vendor.dependencies import absolute_imports

FACADE = "handbill"
_CLIENT = "handbill_"
_HINT = "report it with the version of handbill; the clients can be vendored without the facade"


def clients_of(files: Mapping[str, bytes]) -> tuple[str, ...]:
    """Give the clients that the facade imports, sorted; raises SpecError for what is no Python."""
    found = set()
    for path, raw in files.items():
        if path.endswith(".py"):
            names = [name for _, imported in absolute_imports(raw, path) for name in imported]
            found |= {name.split(".")[0] for name in names if name.startswith(_CLIENT)}
    return tuple(sorted(found))


def fitted(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Give *files* with clients imported from the package that the facade is in; raises SpecError."""
    return {path: _fitted(path, raw) if path.endswith(".py") else raw for path, raw in files.items()}


def _fitted(path: str, raw: bytes) -> bytes:
    lines = raw.split(b"\n")
    # One dot is the package that the module is in; the clients lie beside the outermost one.
    dots = "." * (path.count("/") + 2)
    edited = False
    for node, names in absolute_imports(raw, path):
        if not any(name.startswith(_CLIENT) for name in names):
            continue
        line = lines[node.lineno - 1]
        # Columns of a tree count bytes.
        before, after = _edit(node, dots)
        if not before or not line.startswith(before, node.col_offset):
            raise SpecError(f"{path}:{node.lineno}: the import of a client cannot be fitted to a path", hint=_HINT)
        lines[node.lineno - 1] = line[: node.col_offset] + after + line[node.col_offset + len(before) :]
        edited = True
    made = b"\n".join(lines)
    if edited and ast.dump(_relative(raw, len(dots))) != ast.dump(_parsed(made)):
        raise SpecError(f"{path}: the imports of clients cannot be fitted to a path", hint=_HINT)
    return made


def _edit(node: ast.Import | ast.ImportFrom, dots: str) -> tuple[bytes, bytes]:
    """Give what stands where an import begins, and what is to stand there; nothing for one that cannot be moved."""
    if isinstance(node, ast.ImportFrom):
        return f"from {node.module} import".encode(), f"from {dots}{node.module} import".encode()
    if len(node.names) > 1 or "." in node.names[0].name:
        return b"", b""
    return b"import ", f"from {dots} import ".encode()


def _parsed(raw: bytes) -> ast.Module:
    try:
        return ast.parse(raw)
    except SyntaxError:
        return ast.Module(body=[], type_ignores=[])


def _relative(raw: bytes, level: int) -> ast.Module:
    """Give the tree of a module with its imports of clients as they are meant to become."""

    class Fit(ast.NodeTransformer):
        def visit_Import(self, node: ast.Import) -> ast.AST:  # as ast calls it
            if not any(alias.name.startswith(_CLIENT) for alias in node.names):
                return node
            return ast.ImportFrom(module=None, names=node.names, level=level)

        def visit_ImportFrom(self, node: ast.ImportFrom) -> ast.AST:
            if node.level or not (node.module or "").startswith(_CLIENT):
                return node
            return ast.ImportFrom(module=node.module, names=node.names, level=level)

    tree: ast.Module = Fit().visit(ast.parse(raw))
    return tree
