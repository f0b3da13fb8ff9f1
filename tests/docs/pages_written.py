"""One operation of a library that is made up, written as a page in several ways that all say the same.

In: a form and choices.  Out: the text of a page.
"""

from __future__ import annotations

import json
from random import Random
from typing import Any

BODY: tuple[tuple[str, str, bool, str], ...] = (
    ("borrower", "string", True, "Between 3 and 40 characters."),
    ("until", "string", False, "ISO 8601 timestamp."),
    ("copies", "integer", False, "Must be at least `1`."),
    ("shelf", "object", False, ""),
    ("shelf.row", "integer", True, ""),
    ("shelf.side", "string", False, "One of: `left`, `right`."),
)
"""Name, type, whether it is required, and the words that say something."""
RESPONSE: tuple[tuple[str, str, bool, str], ...] = (
    ("loan", "string", True, ""),
    ("fee", "number", False, ""),
)


class Choices:
    """What an editor of a page may choose without saying anything else; the same for the same *seed*."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311

    def order(self, fields: tuple[tuple[str, str, bool, str], ...]) -> list[tuple[str, str, bool, str]]:
        """Give fields in another order; children stay behind their parents."""
        tops = [field for field in fields if "." not in field[0]]
        self.random.shuffle(tops)
        return [field for top in tops for field in (top, *(f for f in fields if f[0].startswith(top[0] + ".")))]

    def words(self) -> str:
        """Give words that say nothing."""
        return self.random.choice(["", "What readers know.", "Kept in the books, as ever.", "A thing of the library."])

    def blank(self) -> str:
        """Give blank lines."""
        return "\n" * self.random.randint(2, 4)

    def request(self) -> str:
        """Give a sample with other values."""
        body = {"borrower": self.random.choice(["Ida", "Ole"]), "copies": self.random.randint(1, 9)}
        url = f"https://api.library.example/v1/books/{self.random.randint(1000, 99999)}/loans"
        return f"```bash cURL\ncurl -X POST {url} -H 'Authorization: Bearer <token>' -d '{json.dumps(body)}'\n```"

    def response(self) -> str:
        """Give an example with other values."""
        body = {"loan": self.random.choice(["Q17", "Z9"]), "fee": self.random.randint(1, 9) + 0.5}
        return f"```json 201\n{json.dumps(body, indent=self.random.choice([None, 2]))}\n```"

    def date(self) -> str:
        """Give the day of the last edit."""
        return f"Last modified on {self.random.choice(['May', 'June'])} {self.random.randint(1, 28)}, 2030"


def written(form: str, choices: Choices) -> str:
    """Write the page as `mintlify`, `table` or `list`."""
    fields: Any = {"mintlify": _tags, "table": _table, "list": _list}[form]
    parts = [
        choices.random.choice(["", "[Home](/) / [Loans](/loans)", "Skip to content"]),
        "# Lend a book",
        choices.words(),
        choices.request(),
        "## Path parameters",
        fields(choices, (("bookId", "string", True, ""),), "path"),
        "## Body",
        fields(choices, BODY, "body"),
        "## Response",
        fields(choices, RESPONSE, "name"),
        choices.response(),
        choices.date(),
        choices.random.choice(["", "[Next](/loans/end)"]),
    ]
    return choices.blank().join(parts) + "\n"


def _tags(choices: Choices, fields: tuple[tuple[str, str, bool, str], ...], key: str) -> str:
    tag = "ResponseField" if key == "name" else "ParamField"
    written = []
    for name, type, required, words in choices.order(fields):
        attributes = [f'{key}="{name}"', f'type="{type}"', *(["required"] if required else [])]
        choices.random.shuffle(attributes)
        written.append(f"<{tag} {' '.join(attributes)}>\n  {choices.words()} {words}\n</{tag}>")
    return choices.blank().join(written)


def _table(choices: Choices, fields: tuple[tuple[str, str, bool, str], ...], key: str) -> str:
    columns = ["Name", "Type", "Required", "Description"]
    choices.random.shuffle(columns)
    rows = [columns, ["---"] * 4]
    for name, type, required, words in choices.order(fields):
        asked = choices.random.choice(["Yes", "✓", "required"]) if required else ""
        cells = {"Name": f"`{name}`", "Type": type, "Required": asked, "Description": f"{choices.words()} {words}"}
        rows.append([cells[column] for column in columns])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _list(choices: Choices, fields: tuple[tuple[str, str, bool, str], ...], key: str) -> str:
    marker = choices.random.choice("-*")
    written = []
    for name, type, required, words in choices.order(fields):
        said = f"{type}, required" if required else type
        written.append(f"{marker} `{name}` ({said}): {choices.words()} {words}")
    return "\n".join(written)
