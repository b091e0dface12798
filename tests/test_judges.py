"""What programs of others say of the markup of every page of the sample; see ``tools/judge``."""

import shutil
from pathlib import Path

import pytest
from tools.judge import markup
from tools.judge.complaint import Complaint, accepted, unaccepted, unneeded


def test_html_validate_has_no_complaint(sample_site: Path) -> None:
    complaints = markup.html_validate(sample_site)

    assert unaccepted(complaints) == []
    of_sites = [entry for entry in unneeded(complaints) if not entry.at_desk]
    assert [entry for entry in of_sites if entry.judge == markup.HTML_VALIDATE] == []


@pytest.mark.skipif(shutil.which("java") is None, reason="the Nu checker needs Java")
def test_the_nu_checker_has_no_complaint(sample_site: Path) -> None:
    assert unaccepted(markup.vnu(sample_site) or []) == []


def test_judges_see_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<!DOCTYPE html><p><div lang=>x</b>", encoding="utf-8")

    assert unaccepted(markup.html_validate(tmp_path))
    assert shutil.which("java") is None or unaccepted(markup.vnu(tmp_path) or [])


def test_each_complaint_that_stands_has_a_reason() -> None:
    assert all(entry.reason for entry in accepted())


def test_a_complaint_stands_only_where_its_rule_and_its_text_match() -> None:
    entry = accepted()[0]
    complaint = Complaint(entry.judge, entry.rule, "", "form.md-search__form", "")

    assert entry.covers(complaint)
    assert not entry.covers(Complaint(entry.judge, entry.rule, "", "elsewhere", ""))
    assert not entry.covers(Complaint(entry.judge, "another", "", "form.md-search__form", ""))


def test_an_entry_that_covers_nothing_is_unneeded() -> None:
    first, *others = accepted()

    assert unneeded([Complaint(first.judge, first.rule, "", "form.md-search__form", "")]) == others
