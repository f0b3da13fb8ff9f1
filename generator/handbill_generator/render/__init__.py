"""Render a plan into file texts, and read them again before anybody else does."""

from handbill_generator.render.files import render_package
from handbill_generator.render.verify import EmissionError

__all__ = ["EmissionError", "render_package"]
