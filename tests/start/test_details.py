"""What ``oit init`` asks at a terminal, and how answers are understood."""

import io

import pytest

from oit.start.details import kind_of
from start.newcomer import Newcomer, Result


@pytest.mark.parametrize(
    ("printed", "kind"),
    [
        ("เทศบาล", "municipality"),
        ("เทศบาลตำบล", "municipality"),
        ("อบต.", "subdistrict"),
        ("องค์การบริหารส่วนตำบล", "subdistrict"),
        ("โรงเรียน", "school"),
        ("State-Enterprise", "state_enterprise"),
        ("police", "police"),
        ("1", "municipality"),
        ("๓", "provincial"),
        ("99", "99"),
        ("ชมรม", "ชมรม"),
    ],
)
def test_kinds_by_the_names_that_people_use(printed: str, kind: str) -> None:
    assert kind_of(printed) == kind


def asked(newcomer: Newcomer, monkeypatch: pytest.MonkeyPatch, typed: str, lang: str) -> Result:
    """Make a repository at a terminal where lines are typed."""
    terminal = io.StringIO(typed)
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", terminal)
    # The first of April 2569.
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1775001600")
    return newcomer.init(lang, name="", kind="", province="", year="")


@pytest.mark.parametrize("lang", ["th", "en"])
def test_a_wrong_answer_is_reported_at_once_and_asked_for_again(
    lang: str, newcomer: Newcomer, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = "\nก\u202eข\nเทศบาลที่ตอบเอง\nชมรม\nอบจ.\nตัวอย่าง\n2026\n๒๕๖๘\n"
    printed = asked(newcomer, monkeypatch, typed, lang)
    assert (printed.status, printed.err) == (0, "")
    words = {
        "th": ("ชื่อหน่วยงาน: ต้องตอบข้อนี้\n", "   1 เทศบาล (นคร เมือง ตำบล)\n", "หมายถึง 2569"),
        "en": ("name of the agency: an answer is required\n", "   1 municipality\n", "mean 2569"),
    }
    assert all(text in printed.out for text in words[lang])
    assessment = newcomer.check()
    assert (assessment.agency.name, assessment.agency.kind) == ("เทศบาลที่ตอบเอง", "provincial")
    assert assessment.year == 2568


def test_the_year_is_the_present_one_unless_another_is_typed(
    newcomer: Newcomer, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed = asked(newcomer, monkeypatch, "เทศบาลตำบลใหม่\n1\nตัวอย่าง\n\n", "th")
    assert "ปีงบประมาณ [2569]: " in printed.out
    assert newcomer.check().year == 2569


def test_who_answers_no_more_has_written_nothing(
    newcomer: Newcomer, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed = asked(newcomer, monkeypatch, "เทศบาลตำบลใหม่\n1\n", "th")
    assert printed.status == 2
    assert "ต้องระบุ --province --year" in printed.err
    assert not newcomer.site.exists()
