"""What is proposed of a document is what the check would say of the same pages."""

import pytest

from adopt.adopting import REPORT
from oit import worker
from oit.adopt.proposals import Proposal, proposed
from oit.checks.attested import isolated
from oit.data.checklist import program_lists

GENERAL = next(one for one in program_lists() if (one.checklist, one.year) == ("general", 2569))
ELEMENTS = next(item for item in GENERAL.items if item.id == "O7").elements


def of_report() -> Proposal:
    return proposed(REPORT, ELEMENTS, 2569, None)


def test_what_no_page_has_is_said() -> None:
    assert of_report().absent == ("ปัญหา/อุปสรรค",)


def test_nothing_is_absent_from_pages_that_were_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolated, "MOST_PAGES", 4)
    monkeypatch.setattr(worker, "read", lambda reader, file, *more: reader(file, *more))
    proposal = of_report()
    assert proposal.absent == ()
    assert proposal.shows["results"] == 4
    assert set(proposal.shows.values()) <= {1, 2, 3, 4}
