"""The report as annotations of GitHub Actions: each finding beside its line in the change."""

from oit.findings.finding import Severity
from oit.views.report.text import headline
from oit.views.report.view import View

_LEVELS = {Severity.ERROR: "error", Severity.GAP: "warning", Severity.WARNING: "notice"}


def report_github(view: View) -> str:
    """Write a workflow command a finding, and the summary as plain text."""
    lines = []
    for finding in view.assessment.findings:
        place = finding.place
        properties = {
            "file": place.file,
            "line": str(place.line),
            "col": str(place.column),
            "title": " ".join(filter(None, (finding.code.id, finding.item))),
        }
        listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
        message = f"{finding.message(view.language)} → {finding.hint(view.language)}"
        lines.append(f"::{_LEVELS[finding.severity]} {listed}::{_data(message)}")
    # A line of the summary that began with :: or held ##[ would be a command too.
    lines += [line.replace("::", ": :").replace("##[", "## [") for line in headline(view)]
    return "\n".join(lines) + "\n"


def _data(text: str) -> str:
    """Escape a message as GitHub's toolkit does."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
