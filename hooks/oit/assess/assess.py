"""Compare an agency's data with the checklist: data in, one ``Assessment`` out.

Everything that people see is a view of it: the site, the checker and the exports.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from oit.assess import owners
from oit.assess.assessment import (
    THERE,
    Assessment,
    ElementResult,
    ElementStatus,
    ItemResult,
    in_order,
)
from oit.assess.counted import Counted, count, is_claim
from oit.assess.cycles import cycles_of
from oit.assess.possible import without_impossible
from oit.checks.filled import vacant
from oit.checks.filled.beside import beside
from oit.checks.filled.check import Item as FilledItem
from oit.checks.ita import check_cycle
from oit.checks.possible.check import doubts_about
from oit.checks.procurement import check_purchases
from oit.checks.review import check_review
from oit.checks.rules import RULES, item_file, rows
from oit.checks.rules.rule import Context
from oit.data.checklist import Element, Item
from oit.data.record import Record
from oit.data.usual_owners import usual_owner
from oit.data.year import YearData
from oit.findings.codes import claimed_exception, contradiction, nothing_not_accepted
from oit.findings.finding import Finding, Place, Severity
from oit.forms import FORMS
from oit.forms.base import Document, ItemForm
from oit.forms.labels import field_label, listed
from oit.forms.values import is_list
from oit.ita.cycle import Cycle
from oit.procurement.purchases import purchases_of
from oit.source import SourceFile
from oit.thai.pages import FIRST, Pages

_PUBLISHED = {*THERE, ElementStatus.PARTIAL}


@dataclass(frozen=True)
class OneFile:
    """The only file of a year to assess again."""

    name: str
    others: Iterable[ItemResult]
    """The results of the items that are in other files; they are as they were."""


@dataclass(frozen=True)
class Before:
    """A year as it was assessed before some of its files changed."""

    data: YearData
    assessment: Assessment

    def result(
        self, item: Item, data: YearData, cycles: Mapping[int, Cycle], today: date
    ) -> ItemResult | None:
        """Return the result of an item, if all that it depends on is still the same."""
        record = data.records.get(item.id)
        old = next((r for r in self.assessment.items if r.item.id == item.id), None)
        is_same = (
            record is not None
            and old is not None
            # What a turn of the ITA cycle says depends on other years.
            and old.cycle is None
            and all(cycle.record is not record for cycle in cycles.values())
            and self.assessment.today == today
            and self.data.checklist.year == data.checklist.year
            and self.data.agency == data.agency
            and self.data.copied_from.get(item.id) == data.copied_from.get(item.id)
            and old.item == item
            and old.record == record
        )
        return replace(old, record=record, usual_owner="") if old and is_same else None


def assess(
    data: YearData,
    today: date,
    findings: tuple[Finding, ...] = (),
    only: OneFile | None = None,
    *,
    before: Before | None = None,
) -> Assessment:
    """Assess a year's data as of a day.

    Args:
        data: the year.
        today: the day.
        findings: faults that belong to no item.
        only: the file to assess again; what belongs to no item of another file is left out.
        before: spares the items that are as they were from being assessed again.
    """
    context = Context(data.checklist.year, today)
    cycles = cycles_of(data)
    others = only.others if only else ()
    as_before = {result.item.id: replace(result, usual_owner="") for result in others}
    items = owners.unified(
        as_before.get(item.id)
        or (before.result(item, data, cycles, today) if before else None)
        or _assess_item(item, data, cycles, context)
        for item in data.checklist.items
    )
    findings = (*findings, *data.findings, *owners.check(items))
    cycle = cycles.get(data.checklist.year)
    if cycle and _is_asked(cycle.record.document, only):
        findings = (*findings, *cycle.record.findings, *check_cycle(cycle, today))
    if data.review and _is_asked(data.review.file.document, only):
        year = data.checklist.year
        findings = (*findings, *data.review.file.findings, *check_review(data.review, year))
    review = data.review.file if data.review else None
    return Assessment(data.agency, data.checklist, today, items, findings, cycle, review=review)


def _is_asked(document: SourceFile, only: OneFile | None) -> bool:
    return only is None or only.name == document.file


def _assess_item(
    item: Item, data: YearData, cycles: Mapping[int, Cycle], context: Context
) -> ItemResult:
    url = f"oit/{data.checklist.year}/{item.slug}/"
    record = data.records.get(item.id)
    applicable = [e for e in item.elements if not e.only or data.agency.kind in e.only]
    if record is None:
        missing = _no_file(item, applicable, data)
        # If no element applies to this kind of agency, it needs no file.
        findings: tuple[Finding, ...] = (missing,) if applicable else ()
        results = [ElementResult(element, ElementStatus.MISSING) for element in applicable]
    else:
        results, findings = _compare(item, applicable, record, data, context)
    by_id = {result.element.id: result for result in results}
    elements = tuple(
        by_id.get(element.id, ElementResult(element, ElementStatus.NOT_APPLICABLE))
        for element in item.elements
    )
    cycle = next((c for c in cycles.values() if c.record is record), None)
    return ItemResult(
        item,
        record,
        elements,
        tuple(in_order(_of_item(findings, item))),
        url,
        cycle,
        suggested_owner=usual_owner(item, data.agency.kind) or "",
    )


def _compare(
    item: Item, elements: list[Element], record: Record, data: YearData, context: Context
) -> tuple[list[ElementResult], tuple[Finding, ...]]:
    """Compare an item's file with its elements; return their results and all findings."""
    year = item.folder_year(data.checklist.year)
    about = FilledItem(
        elements,
        data.agency.name,
        year,
        data.copied_from.get(item.id),
        is_outdated=any(_is_outdated(element, record, context) for element in elements),
    )
    counted = count(record, about)
    results, odd = without_impossible(
        _assess_elements(elements, counted, context),
        doubts_about(record, year, context.today),
        counted,
        context,
    )
    results = [_with_final_amount(result) for result in results]
    gaps = [gap for result in results for gap in result.findings]
    reported = {(gap.code.id, gap.place) for gap in gaps}
    others = [
        value.finding if is_claim(value) else beside(value.finding)
        for value in counted.unfilled_once
        if (value.finding.code.id, value.finding.place) not in reported
    ]
    posts = [f for f in vacant.check(record) if (rows.DOUBTFUL.id, f.place) not in reported]
    purchases = purchases_of(record, year)
    doubts = check_purchases(purchases) if purchases else ()
    claims = _claims(counted, elements)
    return results, (
        *record.findings,
        *claims,
        *gaps,
        *others,
        *posts,
        *odd,
        *doubts,
    )


def _with_final_amount(result: ElementResult) -> ElementResult:
    """Return a result whose findings give its amount without what does not count."""
    if not result.amount:
        return result
    words = result.amount.words
    findings = tuple(
        replace(f, values={**f.values, "amount": words}) if "amount" in f.values else f
        for f in result.findings
    )
    return replace(result, findings=findings)


def _is_outdated(element: Element, record: Record, context: Context) -> bool:
    """Tell whether the rule about the year already reports the item."""
    return element.rule == "covers" and any(
        RULES["covers"].check(element, record, context).findings
    )


def _no_file(item: Item, elements: list[Element], data: YearData) -> Finding:
    file = data.files[item.id]
    asked = "; ".join(element.text for element in elements)
    fields = dict.fromkeys((*element.form_fields, "documents")[0] for element in elements)
    return item_file.CODE.at(
        Place(file),
        id=item.id,
        title=item.title,
        elements=asked,
        file=file,
        fields=listed(field_label(FORMS[item.form], name) for name in fields),
    )


def _of_item(findings: Iterable[Finding], item: Item) -> Iterator[Finding]:
    return (replace(finding, item=item.id) for finding in findings)


def _assess_elements(
    elements: list[Element], counted: Counted, context: Context
) -> list[ElementResult]:
    record = counted.record
    if counted.counting.form.not_applicable:
        return [ElementResult(element, ElementStatus.NOT_APPLICABLE) for element in elements]
    faulty = {finding.place for finding in record.findings if finding.severity is Severity.ERROR}
    results = [_assess_element(element, counted, faulty, context) for element in elements]
    return _each_value_once(_of_the_year(results), counted)


def _assess_element(
    element: Element, counted: Counted, faulty: set[Place], context: Context
) -> ElementResult:
    record = counted.counting
    attested_by = tuple(_attesting(element, counted, faulty))
    amount, gaps = counted.check(element, context)
    findings = tuple(replace(finding, element=element.id) for finding in gaps)
    if not findings and amount.have >= amount.needed:
        return ElementResult(element, ElementStatus.SHOWN, (), attested_by, amount)
    if attested_by:
        return ElementResult(element, ElementStatus.ATTESTED, attested_by=attested_by)
    if record.form.nothing_to_report and element.none_allowed == "yes":
        return ElementResult(element, ElementStatus.NONE_DECLARED)
    if _is_unreadable(element, record):
        # A value that cannot be read is already reported; do not report it as missing too.
        findings = ()
    if element.rule == "covers" and any(True for _ in record.values(element.field or "")):
        status = ElementStatus.OUTDATED
    elif amount.is_partial:
        status = ElementStatus.PARTIAL
    else:
        status = ElementStatus.MISSING
    return ElementResult(element, status, findings, amount=amount)


def _each_value_once(results: list[ElementResult], counted: Counted) -> list[ElementResult]:
    """Report a value that does not count, and a post, only with the first element that needs it."""
    once_only = {(finding.code.id, finding.place) for finding in counted.findings}
    once_only |= {(rows.DOUBTFUL.id, finding.place) for finding in vacant.check(counted.record)}
    reported: set[tuple[str, Place]] = set()
    once = []
    for result in results:
        kept = [f for f in result.findings if (f.code.id, f.place) not in reported]
        reported |= {(f.code.id, f.place) for f in kept} & once_only
        is_same = len(kept) == len(result.findings)
        once.append(result if is_same else replace(result, findings=tuple(kept)))
    return once


def _attesting(
    element: Element, counted: Counted, faulty: set[Place]
) -> Iterable[tuple[Document, Pages]]:
    """Yield the documents that show an element; a file or page with a fault shows nothing."""
    record, counting = counted.record, counted.counting.form.documents
    for index, document in enumerate(record.form.documents):
        if element.id not in document.shows or document not in counting:
            continue
        path = ("documents", index)
        places = {record.place((*path, "file")), record.place((*path, "shows", element.id))}
        if not places & faulty:
            yield document, document.shows[element.id] or FIRST


def _is_unreadable(element: Element, record: Record) -> bool:
    """Tell whether a value with a fault may be the element, or may replace it."""
    if any(element.id in document.shows for document in record.form.documents):
        return True
    if element.rule == "contents" and not element.field:
        return bool(record.unreadable - (ItemForm.model_fields.keys() - {"documents"}))
    fields = {*element.form_fields, element.to, "documents", "not_applicable"}
    if element.none_allowed == "yes":
        fields.add("nothing_to_report")
    return not record.unreadable.isdisjoint(fields)


def _of_the_year(results: list[ElementResult]) -> list[ElementResult]:
    """Mark elements of another year as outdated, and report that once."""
    by_id = {result.element.id: result for result in results}
    for result in results:
        if not result.element.governs or result.status in THERE:
            continue
        governed = [by_id[name] for name in result.element.governs if name in by_id]
        published = [other for other in governed if other.status in _PUBLISHED]
        for other in published:
            by_id[other.element.id] = replace(
                other, status=ElementStatus.OUTDATED, amount=result.amount
            )
        if governed and not published:
            # The governed elements are already reported as missing.
            by_id[result.element.id] = replace(
                result, status=ElementStatus.MISSING, findings=(), amount=None
            )
    return list(by_id.values())


def _claims(counted: Counted, elements: list[Element]) -> Iterable[Finding]:
    """Check the item's statement that there is nothing to report or that it does not apply."""
    record, form = counted.record, counted.record.form
    if form.not_applicable and form.nothing_to_report:
        yield contradiction.NOT_BOTH.at(record.place(("not_applicable",)))
        return
    claim = next((n for n in ("not_applicable", "nothing_to_report") if getattr(form, n)), None)
    if claim and _has_contents(form):
        yield contradiction.CODE.at(record.place((claim,)), claim=record.label(claim))
    elif claim == "nothing_to_report" and all(e.none_allowed != "yes" for e in elements):
        yield nothing_not_accepted.CODE.at(record.place((claim,)))
    elif counted.counting.form.not_applicable and elements:
        yield claimed_exception.CODE.at(record.place(("not_applicable",)))


def _has_contents(form: ItemForm) -> bool:
    """Tell whether an item lists anything besides its documents."""
    return any(
        is_list(value) and value for name, value in form if name not in ItemForm.model_fields
    )
