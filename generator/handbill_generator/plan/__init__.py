"""The plan: every name, type and file decided before a line is rendered."""

from handbill_generator.diagnostics import Loss
from handbill_generator.plan.model import Package
from handbill_generator.plan.package import plan_package

__all__ = ["Loss", "Package", "plan_package"]
