"""The Word file of a paper is kept."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from oit.forms.ita import Evidence
from oit.views.papers import word
from oit.views.papers.paper import Paper, Record, Records, Text
from oit.views.papers.word import write_word
from oit.views.papers.word_file import word_file

DAY = date(2026, 4, 1)
RECORD = Record("ก", [("หลักฐาน", [Evidence(title="ภาพ")])])
PAPER = Paper("plan", "ก", "แผน", "เทศบาล", [Text("ข"), Records("ค", [("", [RECORD])])])


@pytest.fixture(autouse=True)
def _nothing_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))


def test_it_is_kept_for_the_same_day(monkeypatch: pytest.MonkeyPatch) -> None:
    made = word_file(PAPER, DAY, "thai").read_bytes()
    assert made == write_word(PAPER, DAY, "thai")
    monkeypatch.delattr(word, "write_word")
    assert word_file(PAPER, DAY, "thai").read_bytes() == made


def others() -> Iterator[tuple[Paper, date, str | None]]:
    """Yield what has another file than ``PAPER`` of ``DAY``."""
    other = Record("ก", [("หลักฐาน", [Evidence(title="ภาพอื่น")])])
    yield replace(PAPER, blocks=[PAPER.blocks[0], Records("ค", [("", [other])])]), DAY, "thai"
    yield replace(PAPER, title="แผนอื่น"), DAY, "thai"
    yield PAPER, date(2026, 4, 2), "thai"
    yield PAPER, DAY, None


@pytest.mark.parametrize("other", [*others()])
def test_another_paper_or_day_has_a_file_of_its_own(
    other: tuple[Paper, date, str | None],
) -> None:
    word_file(PAPER, DAY, "thai")
    assert word_file(*other).read_bytes() == write_word(*other)


def test_a_paper_is_known_by_its_contents_alone() -> None:
    assert " at 0x" not in repr(PAPER)
