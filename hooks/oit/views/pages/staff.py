"""The pages and files of staff builds, all under ``/staff/``."""

from collections.abc import Iterator

from oit.assess.assessment import Assessment
from oit.assess.review import verdicts_of
from oit.data.checklist import BASES
from oit.views.answers.answer import answers_of
from oit.views.answers.calendar import write_calendar
from oit.views.answers.tasks import by_owner, tasks_of
from oit.views.changes.history import History
from oit.views.pages.answers import write_csv, write_html, write_xlsx
from oit.views.pages.environment import relative, template
from oit.views.pages.page import Page
from oit.views.pages.words import ITEM_MARKS
from oit.views.papers.paper import Block
from oit.views.papers.results import arithmetic
from oit.views.review.draft import drafts_of
from oit.views.review.paper import NAME, paper, staff_paper
from oit.views.review.window import window

AGENDA, ANSWERS, CALENDAR = "staff/", "staff/answers/", "staff/deadlines.ics"
CHECKLIST = "staff/checklist/"
REVIEW, REVIEW_WORD = "staff/review/", "staff/review.docx"


def staff_pages(assessment: Assessment, history: History) -> Iterator[Page]:
    """Make the pages of a year.

    The agenda; the answers, if the site's address is known; the assessors' review, if there is one.
    """
    yield agenda_page(assessment)
    if _has_checklist_page(assessment):
        yield checklist_page(assessment)
    if assessment.items and assessment.agency.site_url:
        answers = answers_of(assessment, assessment.agency.site_url)
        yield Page(
            url=ANSWERS,
            title=f"คำตอบแบบวัด OIT ปีงบประมาณ {assessment.year}",
            description="สำหรับเจ้าหน้าที่กรอกในระบบตอบแบบวัด",
            contents=write_html(assessment, answers, standalone=False),
            wide=True,
            searched=False,
        )
    if verdicts_of(assessment):
        yield review_page(assessment, history)


def review_page(assessment: Assessment, history: History) -> Page:
    """Make the page of the assessors' review: the differences, and drafts of the answers."""
    shown = staff_paper(assessment, drafts_of(assessment, history))
    body = template("review.html", assessment.agency.numerals).render(
        paper=shown,
        agenda=AGENDA,
        word=REVIEW_WORD,
        link=lambda target: relative(target, REVIEW),
    )
    return Page(
        url=REVIEW,
        title=shown.title,
        description=f"{NAME} สำหรับเจ้าหน้าที่",
        contents=body,
        wide=True,
        searched=False,
    )


def agenda_page(assessment: Assessment) -> Page:
    """Make the agenda of the meeting: the tasks by owner and deadline."""
    agency, tasks = assessment.agency, tasks_of(assessment)
    title = f"วาระติดตามการเปิดเผยข้อมูล (OIT) ปีงบประมาณ {assessment.year}"
    body = template("staff.html", agency.numerals).render(
        title=title,
        assessment=assessment,
        closes=agency.closing_day(assessment.year),
        counts=[(ITEM_MARKS[status], n) for status, n in assessment.item_counts.items()],
        owners=by_owner(tasks),
        answers=ANSWERS if assessment.items and agency.site_url else "",
        calendar=CALENDAR,
        checklist=CHECKLIST if _has_checklist_page(assessment) else "",
        review=REVIEW if verdicts_of(assessment) else "",
        window=window(assessment.review.form if assessment.review else None),
        link=lambda target: relative(target, AGENDA),
    )
    return Page(
        url=AGENDA,
        title=title,
        description=f"สิ่งที่ต้องทำของแต่ละกองและกำหนดเวลา ของ{agency.name}",
        contents=body,
        is_index=True,
        wide=True,
        searched=False,
    )


def checklist_page(assessment: Assessment) -> Page:
    """Make the page of what the public pages leave out.

    The sources and notes on them, and the printed scores beside the computed ones.
    """
    title = f"แบบวัดพร้อมที่มาและหมายเหตุ ปีงบประมาณ {assessment.year}"
    body = template("staff_checklist.html", assessment.agency.numerals).render(
        title=title,
        assessment=assessment,
        bases=BASES,
        notes=_notes(assessment),
        arithmetic=_arithmetic(assessment),
        link=lambda target: relative(target, CHECKLIST),
    )
    return Page(
        url=CHECKLIST,
        title=title,
        description="องค์ประกอบของแต่ละข้อ มาจากไหน แน่ชัดเพียงใด และควรระวังอะไร",
        contents=body,
        wide=True,
        searched=False,
    )


def _has_checklist_page(assessment: Assessment) -> bool:
    """Tell whether there is anything that the public pages leave out."""
    return bool(assessment.items or _notes(assessment) or _arithmetic(assessment))


def _notes(assessment: Assessment) -> list[str]:
    """Return the notes on slips of the documents behind ``ita.yml``, those of scores first."""
    if not assessment.cycle:
        return []
    given = assessment.cycle.results
    of_scores = [
        ("คะแนนรวม", given.note),
        *((score.id, score.note) for score in given.instruments),
        *((f"ตัวชี้วัดที่ {score.id}", score.note) for score in given.indicators),
    ]
    return [*(f"{name}: {note}" for name, note in of_scores if note), *given.notes]


def _arithmetic(assessment: Assessment) -> list[Block]:
    """Return the printed scores of the year's cycle beside the computed ones."""
    return list(arithmetic(assessment.cycle)) if assessment.cycle else []


def staff_files(assessment: Assessment, history: History) -> dict[str, bytes]:
    """Make the files of a year.

    The calendar; the answers as CSV and Excel; the answers to the assessors for Word.
    """
    files = {CALENDAR: write_calendar(assessment, tasks_of(assessment))}
    if assessment.items and assessment.agency.site_url:
        answers = answers_of(assessment, assessment.agency.site_url)
        sheets = {"csv": write_csv(answers), "xlsx": write_xlsx(answers)}
        files |= {f"staff/answers.{name}": content for name, content in sheets.items()}
    if verdicts_of(assessment):
        # The Word library is slow to load.
        from oit.views.papers.word import write_word  # noqa: PLC0415

        made = paper(assessment, drafts_of(assessment, history))
        files[REVIEW_WORD] = write_word(made, assessment.today, assessment.agency.numerals)
    return files
