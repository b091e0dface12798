"""The report for people: a summary for the executive, then each owner's gaps."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from oit.assess.assessment import (
    LACKING,
    NO_OWNER,
    STATUS_LABELS,
    Assessment,
    ItemResult,
    ItemStatus,
)
from oit.bilingual import Bilingual
from oit.data.checklist import BASES
from oit.findings.finding import Finding, Severity
from oit.forms import FORMS
from oit.forms.labels import field_label, listed
from oit.forms.layouts import kind_of
from oit.forms.tabular import TableForm
from oit.thai import dates
from oit.thai.identity_search import mask_for_message
from oit.views.report.view import View

_BOLD, _RED, _YELLOW, _GREEN = "1", "31", "33", "32"
_STATUS_COLOURS = {
    ItemStatus.COMPLETE: _GREEN,
    ItemStatus.PARTIAL: _YELLOW,
    ItemStatus.MISSING: _RED,
    ItemStatus.NOT_APPLICABLE: "0",
}


def report_text(view: View) -> str:
    """Render the summary, the errors, the gaps by owner and the warnings."""
    findings = view.assessment.findings
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    warnings = [finding for finding in findings if finding.severity is Severity.WARNING]
    language = view.language
    lines = headline(view)
    if errors:
        heading = Bilingual(
            f"ข้อมูลผิด {len(errors)} แห่ง ต้องแก้ก่อนจึงสร้างเว็บไซต์ได้",
            f"{len(errors)} error(s) to fix before the site can be built",
        )
        lines += ["", view.painted(heading.text(language), _RED), *_listed(errors, view)]
    for owner, results in _by_owner(view.assessment):
        lines += ["", *_owner(owner or NO_OWNER.text(language), results, view)]
    if warnings:
        heading = Bilingual(f"ควรดู {len(warnings)} แห่ง", f"{len(warnings)} warning(s)")
        lines += ["", view.painted(heading.text(language), _YELLOW), *_listed(warnings, view)]
    gaps = (
        gap
        for item in view.assessment.items
        if not _is_summed_up(item, view)
        for gap in _gaps(item)
    )
    if shown := [*errors, *gaps, *warnings]:
        example = shown[0].code.id
        more = Bilingual(
            f"อ่านคำอธิบายของแต่ละรหัส: oit explain {example}",
            f"what a code means: oit explain {example}",
        )
        lines += ["", more.text(language)]
    if step := _next_step(view, errors):
        lines += ["", view.painted(step.text(language), _BOLD)]
    return mask_for_message("\n".join(lines) + "\n")


def headline(view: View) -> list[str]:
    """Return the lines for the executive: agency and day, counts by status, days left."""
    assessment = view.assessment
    counts = assessment.item_counts
    day = dates.format_date(assessment.today)
    name, year = assessment.agency.name, assessment.year
    if year:
        who = Bilingual(
            f"{name} · OIT ปีงบประมาณ {year} · ตรวจ ณ {day}",
            f"{name} · OIT fiscal year {year} · as of {assessment.today}",
        )
    else:
        who = Bilingual(f"OIT · ตรวจ ณ {day}", f"OIT · as of {assessment.today}")
    lines = [view.painted(who.text(view.language), _BOLD)]
    if assessment.items:
        of_all = Bilingual(f"{len(assessment.items)} ข้อ:", f"{len(assessment.items)} item(s):")
        parts = [
            view.painted(f"{STATUS_LABELS[status].text(view.language)} {count}", colour)
            for status, colour in _STATUS_COLOURS.items()
            if (count := counts[status]) or status is not ItemStatus.NOT_APPLICABLE
        ]
        lines.append(f"{of_all.text(view.language)} {' · '.join(parts)}")
    elif assessment.cycle:
        only = Bilingual(
            "ปีนี้มีเฉพาะการประเมิน ITA (ita.yml) จึงไม่ได้ตรวจตามแบบวัด OIT",
            "the year has only an ITA cycle (ita.yml), so no OIT checklist was checked",
        )
        lines.append(only.text(view.language))
    if closing := _closing(assessment):
        lines.append(closing.text(view.language))
    return lines


def _closing(assessment: Assessment) -> Bilingual | None:
    """Return how many days are left to answer, if the calendar says."""
    closes = assessment.agency.closing_day(assessment.year)
    if closes is None or closes < assessment.today:
        return None
    return days_left(closes, assessment.today)


def days_left(closes: date, today: date) -> Bilingual:
    """Return the closing day with the number of days left."""
    days, day = (closes - today).days, dates.format_date(closes)
    return Bilingual(
        f"ปิดรับคำตอบ {day} (อีก {days} วัน)", f"answers close on {closes} (in {days} day(s))"
    )


def _by_owner(assessment: Assessment) -> Iterator[tuple[str, list[ItemResult]]]:
    """Yield the items with gaps by owner; items without an owner come last."""
    incomplete = [result for result in assessment.items if _gaps(result)]
    order = sorted(incomplete, key=lambda result: (not result.owner, result.owner))
    for owner, results in groupby(order, key=lambda result: result.owner):
        yield owner, list(results)


def _gaps(result: ItemResult) -> list[Finding]:
    return [finding for finding in result.findings if finding.severity is Severity.GAP]


def _owner(owner: str, results: list[ItemResult], view: View) -> Iterator[str]:
    count = sum(len(_gaps(result)) for result in results)
    heading = Bilingual(f"{owner} · ต้องเติม {count} แห่ง", f"{owner} · {count} gap(s)")
    yield view.painted(heading.text(view.language), _BOLD)
    for result in results:
        status = result.label(view.language)
        painted = view.painted(status, _STATUS_COLOURS[result.status])
        title = f"  {result.item.id} {result.item.title} ({painted})"
        if _is_summed_up(result, view):
            yield f"{title} → {_what_to_fill_in(result).text(view.language)}"
            continue
        yield title
        bases = {element.element.id: element.element.basis for element in result.elements}
        for gap in _gaps(result):
            yield from _listed([gap], view, indent="    ")
            # Say so if the checklist's sources do not confirm the requirement.
            if (basis := bases.get(gap.element, "confirmed")) != "confirmed":
                yield f"        ({BASES[basis].text(view.language)})"


def _is_summed_up(result: ItemResult, view: View) -> bool:
    """Tell whether an item has one line; it has more if nothing else was asked for."""
    return result.is_empty and len(view.assessment.items) > 1


def _what_to_fill_in(result: ItemResult) -> Bilingual:
    """Name the item's file, and its fields in the order of the checklist."""
    form = FORMS[result.item.form]
    elements = [each.element for each in result.elements if each.status in LACKING]
    fields = dict.fromkeys(name for e in elements for name in e.form_fields or ["documents"])
    th, en = listed(field_label(form, name) for name in fields)
    file = next(gap.place.file for gap in _gaps(result))
    if result.record is None:
        return Bilingual(f"สร้าง {file} แล้วกรอก {th}", f"create {file} and fill in {en}")
    if issubclass(form, TableForm):
        command = f"oit import {kind_of(form.TABLE)}"
        th_more, en_more = f" หรือนำเข้าตารางด้วย {command}", f", or import a table with {command}"
    else:
        th_more = en_more = ""
    return Bilingual(f"กรอก {th} ใน {file}{th_more}", f"fill in {en} in {file}{en_more}")


def _next_step(view: View, errors: list[Finding]) -> Bilingual | None:
    """Say where to begin: at an error, else at the item that lacks least."""
    if errors:
        place = errors[0].place
        return Bilingual(
            f"เริ่มที่นี่: แก้ {place.file} บรรทัด {place.line} แล้วสั่ง oit check อีกครั้ง",
            f"start here: fix {place.file} line {place.line}, then run oit check again",
        )
    items = [item for item in view.assessment.items if _gaps(item)]
    if len(items) < 2:  # its gaps are all there is to see
        return None
    begun = [item for item in items if not item.is_empty]
    item = min(begun or items, key=lambda result: len(result.lacking))
    name = item.item.id
    if begun:
        return Bilingual(
            f"เริ่มที่นี่: {name} ขาดน้อยที่สุด ดูเฉพาะข้อนี้ด้วย oit check --item {name}",
            f"start here: {name} lacks least; see it alone with oit check --item {name}",
        )
    return Bilingual(
        f"เริ่มที่นี่: {name} มีช่องให้กรอกน้อยที่สุด ดูทีละข้อด้วย oit check --item {name} "
        "จะกรอกใน Excel ก็ได้: oit workbook export",
        f"start here: {name} has fewest fields; see one item with oit check --item {name}, "
        "or fill in Excel workbooks: oit workbook export",
    )


def _listed(findings: Iterable[Finding], view: View, indent: str = "  ") -> Iterator[str]:
    for finding in findings:
        text = finding.text(view.language, view.message(finding))
        yield from (indent + line for line in text.splitlines())
