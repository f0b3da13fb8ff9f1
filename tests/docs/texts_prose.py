"""Pages of running text about a shop that does not exist."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Basket:
    """A page titled with a verb, whose example lost brackets, with codes in a list."""

    title: str = "POST - Fill a basket"
    intro: str = "Put goods into a basket."
    published: str = "The API has a schema that you can download in the OpenAPI 3.1 format."
    example: tuple[str, ...] = (
        '    "id": "basket_1",',
        '    "goods": {',
        '      "label": "Tea",',
        '      "sizes": [',
        '      "parts": [',
        '          "kind": "leaf",',
        '          "maker": {',
        '            "town": "Ghent"',
    )
    elsewhere: str = "See API Baskets add for details about parameters."
    success: str = "If the basket is filled you will receive an HTTP 200 confirmation."
    errors: tuple[str, ...] = (
        "  • KEY_UNKNOWN (Http status code: 401, Error code: 10)",
        "  • GOODS_MISSING (Http status code: 400, Error code: 30)",
        "  • SHOP_CLOSED (Http status code: 503, Error code: 2)",
    )
    blanks: int = 0

    def text(self) -> str:
        """Give the text."""
        lines = [
            *(self.title, self.intro, self.published, "Example of a request body:"),
            *self.example,
            *("identifier block", '    "id": "basket_1"', "Goods block", self.elsewhere, self.success),
            *self.errors,
        ]
        return ("\n" * (self.blanks + 1)).join(lines)


README = """# Shop

The shop answers in JSON.

- GET /v1/baskets
- POST /v1/baskets

## POST /v1/baskets

Request body

- `label` (string, required): The name of the basket. Maximum 40 characters.
- `size` (integer, optional): How many goods.
- `owner.email` (string): Who pays.
- not a field (really): text
- `note` (unsure): text

Response

- `id` (string): The id.

Returns 201 Created.

## GET https://api.shop.test/v1/baskets/{basketId}

The response is

{"success": true, "data": {"id": "b1"}}

A 404 Not Found is returned if the basket does not exist.
"""
