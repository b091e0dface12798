"""The front page: the agency, the tasks that people come for, and how much is disclosed."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from oit.assess.assessment import Assessment, ItemResult, ItemStatus
from oit.forms.agency import Agency
from oit.forms.news import News, Story
from oit.ita.cycle import turns_newest_first
from oit.views.pages.environment import newest_first, relative, template
from oit.views.pages.icons import LOGO
from oit.views.pages.item_list import groups, newest_update
from oit.views.pages.json_ld import json_ld
from oit.views.pages.page import Page
from oit.views.pages.words import counts_of

NEWS_SHOWN = 3


class Task(NamedTuple):
    """A task that people come to the site for, and the items that may serve it."""

    forms: tuple[str, ...]
    """The forms of these items; the first that the checklist has is linked."""
    title: str
    detail: str
    icon: str


class Choice(NamedTuple):
    """A task and the item that serves it."""

    task: Task
    result: ItemResult

    @property
    def detail(self) -> str:
        """What the item's page offers."""
        return _NATIONAL if self.result.status is ItemStatus.MISSING else self.task.detail

    @property
    def is_ready(self) -> bool:
        """Whether the page has something for its reader, such as the country's own channels."""
        form, status = self.result.item.form, self.result.status
        return status is not ItemStatus.MISSING or form == "complaint_channel"


_NATIONAL = "แจ้งได้ที่สายด่วนของประเทศ"

TASKS = (
    Task(
        ("complaint_channel", "complaint_procedure"),
        "แจ้งเบาะแสการทุจริต",
        "ช่องทางลับ แยกจากเรื่องร้องเรียนทั่วไป",
        "shield",
    ),
    Task(("contact",), "ติดต่อเรา", "ที่อยู่ โทรศัพท์ แผนที่ และช่องทางสอบถาม", "phone"),
    Task(("service_guide",), "ขอรับบริการ", "ขั้นตอน ระยะเวลา ค่าธรรมเนียม และเอกสารที่ต้องใช้", "steps"),
    Task(("e_service",), "บริการออนไลน์", "ยื่นเรื่องได้โดยไม่ต้องเดินทาง", "screen"),
    Task(("annual_plan",), "งบประมาณและโครงการ", "แผนปีนี้ ความก้าวหน้า และเงินที่ใช้", "coins"),
    Task(
        ("procurement_monthly", "procurement_list", "procurement_report"),
        "จัดซื้อจัดจ้าง",
        "ใครได้งาน ราคาเท่าใด",
        "cart",
    ),
    Task(("executives",), "ผู้บริหาร", "ผู้บริหารและวิธีติดต่อ", "people"),
    Task(("participation",), "การมีส่วนร่วม", "ประชาชนร่วมคิด ร่วมทำ และผลที่ได้", "talk"),
)


def home_page(assessments: Sequence[Assessment]) -> Page:
    """Make the front page from the newest year."""
    newest = assessments[0]
    agency = newest.agency
    by_form: dict[str, ItemResult] = {}
    for result in newest.items:
        by_form.setdefault(result.item.form, result)
    choices = [*_choices(by_form)]
    closes = agency.closing_day(newest.year)
    body = template("home.html", agency.numerals).render(
        agency=agency,
        logo=LOGO,
        year=newest.year,
        word=newest.checklist.word,
        tasks=[choice for choice in choices if choice.is_ready],
        coming=[choice for choice in choices if not choice.is_ready],
        is_new=not any(result.shows_any for result in newest.items),
        closes=closes if closes and closes >= newest.today else None,
        contact_url=_url("contact", by_form),
        readiness=_readiness(newest),
        counts=counts_of(newest.items),
        of_all=len(newest.items),
        cycle=next(iter(turns_newest_first(assessment.cycle for assessment in assessments)), None),
        news=_news(by_form),
        news_url=_url("news", by_form),
        json_ld=json_ld(_organization(agency)),
        link=lambda target: relative(target, ""),
    )
    return Page(
        url="",
        title=agency.name,
        description=agency.about or f"เว็บไซต์เปิดเผยข้อมูลสาธารณะของ{agency.name}",
        contents=body,
        is_index=True,
        updated=newest_update(newest),
        keywords="หน้าแรก",
        wide=True,
    )


def _choices(by_form: Mapping[str, ItemResult]) -> Iterator[Choice]:
    """Yield the tasks that an item of the checklist serves."""
    for task in TASKS:
        found = next((by_form[form] for form in task.forms if form in by_form), None)
        if found and found.status is not ItemStatus.NOT_APPLICABLE:
            yield Choice(task, found)


def _url(form: str, by_form: Mapping[str, ItemResult]) -> str | None:
    """Return the address of the first item with a form that has something to show."""
    result = by_form.get(form)
    return result.url if result and result.shows_any else None


def _readiness(assessment: Assessment) -> list[tuple[str, str, int, int, int]]:
    """Return for each indicator: number, title, complete items, not applicable ones, all items."""
    return [
        (
            number,
            title,
            sum(result.status is ItemStatus.COMPLETE for result in results),
            sum(result.status is ItemStatus.NOT_APPLICABLE for result in results),
            len(results),
        )
        for number, title, results in groups(assessment)
    ]


def _news(by_form: Mapping[str, ItemResult]) -> list[tuple[int, Story]]:
    """Return the latest news, each with its number in the item's file."""
    record = by_form["news"].record if "news" in by_form else None
    if record is None or not isinstance(record.form, News):
        return []
    return [(n, story) for n, story in newest_first(record.form.news) if story.date][:NEWS_SHOWN]


def _organization(agency: Agency) -> dict[str, Any]:
    """Describe the agency for search engines (schema.org)."""
    place = {
        "@type": "PostalAddress",
        "streetAddress": agency.address,
        "addressLocality": agency.district,
        "addressRegion": agency.province,
        "postalCode": agency.postcode,
        "addressCountry": "TH",
    }
    data = {
        "@context": "https://schema.org",
        "@type": "GovernmentOrganization",
        "name": agency.name,
        "alternateName": agency.name_en,
        "url": agency.site_url or agency.website,
        "telephone": agency.phone,
        "email": agency.email,
        "address": {name: value for name, value in place.items() if value},
    }
    return {name: value for name, value in data.items() if value}
