"""The front page: the agency, the tasks that people come for, and how much is disclosed."""

import json
from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from oit.assess.assessment import PUBLIC_LABELS, Assessment, ItemResult, ItemStatus
from oit.forms.agency import KINDS, Agency
from oit.forms.news import News, Story
from oit.ita.cycle import turns_newest_first
from oit.views.datasets.exact import embeddable
from oit.views.pages.environment import newest_first, relative, template
from oit.views.pages.item_list import groups, newest_update
from oit.views.pages.page import Page

NEWS_SHOWN = 3


class Task(NamedTuple):
    """A task that people come to the site for, and the form of the item that serves it."""

    form: str
    title: str
    detail: str
    icon: str
    without: str = PUBLIC_LABELS[ItemStatus.MISSING]
    """What is said if the item has no data yet."""


TASKS = (
    Task(
        "complaint_channel",
        "แจ้งเบาะแสการทุจริต",
        "ช่องทางลับ แยกจากเรื่องร้องเรียนทั่วไป",
        "shield",
        "แจ้งได้ที่สายด่วนของประเทศ",
    ),
    Task("contact", "ติดต่อเรา", "ที่อยู่ โทรศัพท์ แผนที่ และช่องทางสอบถาม", "phone"),
    Task("service_guide", "ขอรับบริการ", "ขั้นตอน ระยะเวลา ค่าธรรมเนียม และเอกสารที่ต้องใช้", "steps"),
    Task("e_service", "บริการออนไลน์", "ยื่นเรื่องได้โดยไม่ต้องเดินทาง", "screen"),
    Task("annual_plan", "งบประมาณและโครงการ", "แผนปีนี้ ความก้าวหน้า และเงินที่ใช้", "coins"),
    Task("procurement_monthly", "จัดซื้อจัดจ้าง", "สรุปรายเดือน ใครได้งาน ราคาเท่าใด", "cart"),
    Task("procurement_list", "จัดซื้อจัดจ้าง", "รายการและความก้าวหน้าของปี", "cart"),
    Task("executives", "ผู้บริหาร", "ผู้บริหารและวิธีติดต่อ", "people"),
)


def home_page(assessments: Sequence[Assessment]) -> Page:
    """Make the front page from the newest year."""
    newest = assessments[0]
    agency = newest.agency
    by_form: dict[str, ItemResult] = {}
    for result in newest.items:
        by_form.setdefault(result.item.form, result)
    body = template("home.html", agency.numerals).render(
        agency=agency,
        kind=KINDS[agency.kind],
        year=newest.year,
        tasks=[(task, by_form[task.form]) for task in TASKS if task.form in by_form],
        missing=ItemStatus.MISSING,
        readiness=_readiness(newest),
        complete=newest.item_counts[ItemStatus.COMPLETE],
        of_all=len(newest.items),
        cycle=next(iter(turns_newest_first(assessment.cycle for assessment in assessments)), None),
        news=_news(by_form),
        news_url=by_form["news"].url if "news" in by_form else None,
        json_ld=_json_ld(agency),
        link=lambda target: relative(target, ""),
    )
    return Page(
        url="",
        title=agency.name,
        description=agency.about or f"เว็บไซต์เปิดเผยข้อมูลสาธารณะของ{agency.name}",
        html=body,
        is_index=True,
        updated=newest_update(newest),
        keywords="หน้าแรก",
        wide=True,
    )


def _readiness(assessment: Assessment) -> list[tuple[str, str, int, int]]:
    """Return for each indicator: number, title, complete items, applicable items."""
    return [
        (
            number,
            title,
            sum(result.status is ItemStatus.COMPLETE for result in results),
            sum(result.status is not ItemStatus.NOT_APPLICABLE for result in results),
        )
        for number, title, results in groups(assessment)
    ]


def _news(by_form: dict[str, ItemResult]) -> list[Story]:
    """Return the latest news."""
    record = by_form["news"].record if "news" in by_form else None
    if record is None or not isinstance(record.form, News):
        return []
    return [story for story in newest_first(record.form.news) if story.date][:NEWS_SHOWN]


def _json_ld(agency: Agency) -> Markup:
    """Describe the agency for search engines (schema.org), safe inside a script element."""
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
    text = json.dumps({k: v for k, v in data.items() if v}, ensure_ascii=False)
    return Markup(embeddable(text))  # noqa: S704 - escaped for a script element
