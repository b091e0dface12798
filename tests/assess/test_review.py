"""Where the assessors and the checker differ, and why that may be."""

import pytest

from oit.assess.review import Side, Verdict, Why, to_answer, verdicts_of, without_score
from small_agency import AGENCY, COMPLETE, SmallAgency

SITE = "https://www.lek.example/"
FILE = "data/2569/review.yml"
ATTESTING = """\
documents:
  - {title: รายงาน, file: files/a.csv, shows: {problems: 1, recommendations: 1}}
"""
SUBMITTED = """\
submitted: 2569-03-31
items:
  - item: {item}
    addresses: ["{address}"]
"""


def verdict(agency: SmallAgency, item: str, score: str = "50") -> Verdict:
    """Return what is said of an item with a score."""
    agency.write(FILE, f"items: [{{item: {item}, score: {score}}}]\n")
    (found,) = verdicts_of(agency.assess())
    return found


def why(found: Verdict) -> list[Why]:
    return [reason.why for reason in found.reasons]


@pytest.mark.parametrize(
    ("item", "score", "side"),
    [
        ("O1", "100", None),
        ("O1", "50", Side.CHECKER),
        ("O1", "0", Side.CHECKER),
        ("O7", "100", Side.ASSESSORS),
        ("O7", "50", None),
        ("O8", "100", Side.ASSESSORS),
        ("O8", "0", None),
        ("O20", "0", Side.CHECKER),  # it declares that there is none
        ("O21", "100", None),
        ("O21", "0", Side.CHECKER),  # not applicable
    ],
)
def test_the_two_differ_if_only_one_is_satisfied(
    small_agency: SmallAgency, item: str, score: str, side: Side | None
) -> None:
    assert verdict(small_agency, item, score).side is side


def test_the_order_is_that_of_the_checklist(small_agency: SmallAgency) -> None:
    small_agency.write(
        FILE, "items: [{item: O20, score: 0}, {item: o๐๑, score: 100}, {item: O7}]\n"
    )
    assessment = small_agency.assess()
    assert [found.result.item.id for found in verdicts_of(assessment)] == ["O1", "O20"]
    assert without_score(assessment) == ["O2", "O7", "O8", "O21"]


def test_without_a_review_there_are_no_verdicts(small_agency: SmallAgency) -> None:
    assert verdicts_of(small_agency.assess()) == []
    assert to_answer(small_agency.assess()) == []


def test_the_score_after_the_clarification_counts_and_ends_it(small_agency: SmallAgency) -> None:
    small_agency.write(
        FILE, "items: [{item: O1, score: 0, final: 100}, {item: O2, score: 0, final: 50}]\n"
    )
    assessment = small_agency.assess()
    assert [(str(v.score), v.side) for v in verdicts_of(assessment)] == [
        ("100", None),
        ("50", Side.CHECKER),
    ]
    assert to_answer(assessment) == []


def test_only_items_below_full_marks_are_answered(small_agency: SmallAgency) -> None:
    small_agency.write(FILE, "items: [{item: O1, score: 100}, {item: O2, score: 50}]\n")
    assert [v.result.item.id for v in to_answer(small_agency.assess())] == ["O2"]


def test_the_list_may_ask_for_more_than_the_assessors(small_agency: SmallAgency) -> None:
    (reason,) = verdict(small_agency, "O7", "100").reasons
    assert reason.why is Why.ASKS_MORE
    assert "ปัญหา/อุปสรรค (อนุมานจากแนวปฏิบัติ ยังไม่พบแหล่งยืนยัน), ข้อเสนอแนะ" in reason.text.th
    assert "ผลรายโครงการ" not in reason.text.th


def test_elements_without_a_source_of_the_year_may_be_judged_otherwise(
    small_agency: SmallAgency,
) -> None:
    (reason,) = verdict(small_agency, "O1").reasons
    assert reason.why is Why.UNSURE
    assert reason.text.th.startswith("องค์ประกอบ 1 จาก 2 ")
    assert reason.text.th.endswith(": โทรศัพท์")


def test_a_confirmed_item_gives_no_reason(small_agency: SmallAgency) -> None:
    found = verdict(small_agency, "O2")
    assert (found.side, found.reasons) == (Side.CHECKER, ())


@pytest.mark.parametrize(("updated", "late"), [("2569-04-30", False), ("2569-05-01", True)])
def test_what_was_updated_after_the_answers_closed_may_be_unseen(
    small_agency: SmallAgency, updated: str, late: bool
) -> None:
    small_agency.write("data/2569/o01.yml", COMPLETE.replace("2569-01-15", updated))
    assert (Why.LATE in why(verdict(small_agency, "O1"))) is late


def test_without_a_calendar_the_day_of_submission_counts(small_agency: SmallAgency) -> None:
    small_agency.write("data/agency.yml", AGENCY.partition("calendar")[0] + f"site_url: {SITE}\n")
    small_agency.write("data/2569/o01.yml", COMPLETE.replace("2569-01-15", "2569-04-01"))
    assert Why.LATE not in why(verdict(small_agency, "O1"))
    address = f"{SITE}oit/2569/o1/"
    small_agency.write("data/2569/submitted.yml", SUBMITTED.format(item="O1", address=address))
    assert why(verdict(small_agency, "O1")) == [Why.LATE, Why.UNSURE]


@pytest.mark.parametrize(
    ("item", "address", "reported"),
    [
        ("O1", "oit/2569/o1/", ""),
        ("o๐๑", "oit/2569/o1/index.html", ""),
        ("O1", "oit/2569/o2/", "/oit/2569/o2/ ไม่ใช่หน้าของข้อนี้ (/oit/2569/o1/)"),
        ("O2", "oit/2569/o2/", "ไม่มีที่อยู่ของข้อนี้"),
    ],
)
def test_another_address_may_have_been_submitted(
    small_agency: SmallAgency, item: str, address: str, reported: str
) -> None:
    small_agency.write("data/agency.yml", f"{AGENCY}site_url: {SITE}\n")
    text = SUBMITTED.format(item=item, address=SITE + address)
    small_agency.write("data/2569/submitted.yml", text)
    found = verdict(small_agency, "O1")
    assert (Why.ADDRESS in why(found)) is bool(reported)
    assert reported in " ".join(reason.text.th for reason in found.reasons)


def test_a_page_of_a_document_may_be_missed(small_agency: SmallAgency) -> None:
    small_agency.write("docs/files/a.csv", "ก,ข\n")
    small_agency.add("data/2569/o07.yml", ATTESTING)
    found = verdict(small_agency, "O7")
    assert why(found) == [Why.ATTESTED, Why.UNSURE]
    assert "ปัญหา/อุปสรรค (“รายงาน” หน้า 1), ข้อเสนอแนะ (“รายงาน” หน้า 1)" in (found.reasons[0].text.th)


def test_a_declaration_may_not_be_accepted(small_agency: SmallAgency) -> None:
    assert why(verdict(small_agency, "O20", "0")) == [Why.NONE_DECLARED, Why.UNSURE]


def test_the_assessors_may_not_agree_that_an_item_does_not_apply(
    small_agency: SmallAgency,
) -> None:
    assert why(verdict(small_agency, "O21", "0"))[0] is Why.NOT_APPLICABLE


def test_the_assessors_may_ask_for_more_than_a_provisional_list(small_agency: SmallAgency) -> None:
    path = "data/checklists/small-2569.yml"
    text = (small_agency.folder / path).read_text(encoding="utf-8")
    small_agency.write(path, text.replace("items:", "provisional: ใช้ไปก่อน\nitems:", 1))
    assert why(verdict(small_agency, "O1")) == [Why.PROVISIONAL]


def test_every_reason_is_said_in_both_languages(small_agency: SmallAgency) -> None:
    for item, score in (("O1", "0"), ("O7", "100"), ("O20", "0"), ("O21", "0")):
        for reason in verdict(small_agency, item, score).reasons:
            assert reason.text.th != reason.text.en
