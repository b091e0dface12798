"""What became of a form that was sent, shown once by the page that follows."""

from collections import OrderedDict
from dataclasses import dataclass, field, replace
from secrets import token_urlsafe
from threading import Lock

from oit.bilingual import Bilingual
from oit.desk.checked import Checked
from oit.findings.finding import Finding
from oit.source.values import KeyPath

_MOST = 200


@dataclass(frozen=True)
class Report:
    """What was done, and what could not be done."""

    is_save: bool = False
    saved: tuple[Bilingual, ...] = ()
    """The fields that were saved, in words."""
    refused: tuple[tuple[KeyPath, Finding], ...] = ()
    """What cannot be saved as it is, each at its place in the draft."""
    problems: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def added_to(self, checked: Checked) -> Checked:
        """Return what the checker says together with what was refused."""
        findings: dict[KeyPath, tuple[Finding, ...]] = dict(checked.findings)
        for path, finding in self.refused:
            known = findings.get(path, ())
            if finding.code.id not in {each.code.id for each in known}:
                findings[path] = (*known, finding)
        return replace(checked, findings=findings) if self.refused else checked


NO_REPORT = Report()


@dataclass
class Reports:
    """The latest reports, by keys that nobody guesses."""

    _known: "OrderedDict[str, Report]" = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def add(self, report: Report) -> str:
        """Keep a report for the next page; return its key."""
        key = token_urlsafe(12)
        with self._lock:
            self._known[key] = report
            while len(self._known) > _MOST:
                self._known.popitem(last=False)
        return key

    def get(self, key: str) -> Report:
        """Return a report; an empty one if it is not known any more."""
        with self._lock:
            return self._known.get(key, NO_REPORT)


REPORTS = Reports()
