"""Reports of an assessment for staff and for programs: a registry of functions."""

from collections.abc import Callable

from oit.views.report.github import report_github
from oit.views.report.json import report_json
from oit.views.report.junit import report_junit
from oit.views.report.sarif import report_sarif
from oit.views.report.text import report_text
from oit.views.report.view import View

REPORTS: dict[str, Callable[[View], str]] = {
    "text": report_text,
    "json": report_json,
    "github": report_github,
    "junit": report_junit,
    "sarif": report_sarif,
}
"""The report functions by the name given to ``--format``."""
