"""How an assessment is reported to staff and to machines: one module a format."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from oit.views.report.view import View

FORMATS = ("text", "json", "github", "junit", "sarif")
"""The formats by the names that ``--format`` takes."""


def report_in(format_: str) -> "Callable[[View], str]":
    """Return the function that writes a format; the others are not imported."""
    module = import_module(f"oit.views.report.{format_}")
    report: Callable[[View], str] = getattr(module, f"report_{format_}")
    return report
