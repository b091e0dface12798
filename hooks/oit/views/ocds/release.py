"""A release package of OCDS 1.1: one release for each contracting process, as of today."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from oit.forms.agency import Agency
from oit.forms.licence import Licence
from oit.forms.purchase import Purchase
from oit.thai import calendar, writing
from oit.views.datasets.exact import exact_json
from oit.views.ocds import codes
from oit.views.ocds.parties import Parties
from oit.views.ocds.process import UNREGISTERED, Process, processes
from oit.views.ocds.values import baht, digest, moment, one_line, public, without_empty


@dataclass(frozen=True)
class Publication:
    """The publisher, day and terms of a package."""

    agency: Agency
    """The buyer and publisher."""
    day: date
    """The day of the data; the same data must always give the same bytes."""
    prefix: str = UNREGISTERED
    """The registered prefix of the identifiers."""
    licence: Licence | None = None
    """The licence of the data, if the agency names one."""
    uri: str | None = None
    """The address of the package, if it has one."""


def release_package(
    purchases: Iterable[Purchase], year: int, publication: Publication
) -> dict[str, Any]:
    """Make the package of a fiscal year's purchases."""
    agency = publication.agency
    default_uri = (
        f"urn:uuid:{uuid5(NAMESPACE_URL, f'{agency.site_url or agency.name}#ocds-{year}')}"
    )
    metadata = {
        "uri": publication.uri or default_uri,
        "version": "1.1",
        "publishedDate": moment(publication.day),
        "publisher": without_empty({"name": agency.name, "uri": agency.website}),
        "license": publication.licence.url if publication.licence else None,
    }
    found = processes(purchases, agency, year, publication.prefix)
    return {
        **without_empty(metadata),
        "releases": [_release(process, agency, year) for process in found],
    }


def _release(process: Process, agency: Agency, year: int) -> dict[str, Any]:
    parties = Parties(agency)
    awarded = [purchase for purchase in process.purchases if _is_awarded(purchase)]
    ids = _contract_ids(awarded)
    numbered = list(zip(awarded, ids, strict=True))
    awards = [_award(purchase, id_, parties) for purchase, id_ in numbered]
    contracts = [_contract(purchase, id_) for purchase, id_ in numbered if _is_signed(purchase)]
    planning = _planning(process.purchases)
    tender = _tender(process, parties)
    parts = {"planning": planning, "tender": tender, "award": awards, "contract": contracts}
    content = without_empty(
        {
            "tag": [name for name, part in parts.items() if part],
            "initiationType": "tender",
            "language": "th",
            "parties": parties.listed(),
            "buyer": parties.buyer,
            "planning": planning,
            "tender": tender,
            "awards": awards,
            "contracts": contracts,
        }
    )
    # Identified by its content: changed data is a new release.
    id_ = digest(exact_json(content).decode())
    moments = {"id": f"{process.ocid}-{id_}", "date": moment(_day(process.purchases, year))}
    return {"ocid": process.ocid, **moments, **content}


def _is_awarded(purchase: Purchase) -> bool:
    return bool(purchase.winner) or purchase.agreed_price is not None or _is_signed(purchase)


def _is_signed(purchase: Purchase) -> bool:
    return bool(purchase.contract_number or purchase.contract_date)


def _day(purchases: list[Purchase], year: int) -> date:
    """Return the latest known day of an event."""
    days = [
        day for purchase in purchases for day in (purchase.announced, purchase.contract_date) if day
    ]
    months = [purchase.month.last_day for purchase in purchases if purchase.month]
    return max(days or months or [calendar.first_day(year)])


def _planning(purchases: list[Purchase]) -> dict[str, Any]:
    sources = dict.fromkeys(public(purchase.source) for purchase in purchases if purchase.source)
    budget = {
        "description": ", ".join(filter(None, sources)),
        "amount": baht(_project_amount([purchase.budget for purchase in purchases])),
    }
    return without_empty({"budget": without_empty(budget)})


def _project_amount(amounts: list[Decimal | None]) -> Decimal | None:
    """Return the amount of a project, given the amounts of its contracts.

    Lists either repeat the project's amount for each contract, or divide it among them.
    """
    known = [amount for amount in amounts if amount is not None]
    return sum(known) or Decimal(0) if len(set(known)) > 1 else next(iter(known), None)


def _tender(process: Process, parties: Parties) -> dict[str, Any]:
    first = process.purchases[0]
    method = codes.method(first.method)
    bidders = [bidder.name for purchase in process.purchases for bidder in purchase.bidders]
    tenderers = {
        reference["id"]: reference
        for reference in (parties.refer(name, "tenderer") for name in bidders)
    }
    statuses = {codes.statuses(p.status).get("tender") for p in process.purchases}
    # Only an open tender is announced before bids are made.
    start = moment(first.announced) if method == "open" else None
    return without_empty(
        {
            "id": one_line(writing.arabic(first.project_number or "")) or process.ocid,
            "title": public(first.name),
            "status": statuses.pop() if len(statuses) == 1 else None,
            "value": baht(_project_amount([p.reference_price for p in process.purchases])),
            "procurementMethod": method,
            "procurementMethodDetails": public(first.method),
            "mainProcurementCategory": codes.category(first.kind),
            "tenderPeriod": without_empty({"startDate": start}),
            "numberOfTenderers": len(tenderers) or None,
            "tenderers": list(tenderers.values()),
        }
    )


def _contract_ids(purchases: list[Purchase]) -> list[str]:
    """Return an id for each contract of a process: its number, if that is unique."""
    ids: list[str] = []
    for index, purchase in enumerate(purchases, start=1):
        number = one_line(public(purchase.contract_number) or "").replace("#", "")
        ids.append(number if number and number not in ids else f"{number}#{index}")
    return ids


def _award(purchase: Purchase, id_: str, parties: Parties) -> dict[str, Any]:
    suppliers = (
        [parties.refer(purchase.winner, "supplier", purchase.winner_tax_id)]
        if purchase.winner
        else None
    )
    return without_empty(
        {
            "id": id_,
            "title": public(purchase.name),
            "description": public(purchase.reason),
            "status": codes.statuses(purchase.status).get("award"),
            "value": baht(purchase.agreed_price),
            "suppliers": suppliers,
        }
    )


def _contract(purchase: Purchase, id_: str) -> dict[str, Any]:
    return without_empty(
        {
            "id": id_,
            "awardID": id_,
            "title": public(purchase.name),
            "status": codes.statuses(purchase.status).get("contract"),
            "period": without_empty({"endDate": moment(purchase.contract_end)}),
            "value": baht(purchase.agreed_price),
            "dateSigned": moment(purchase.contract_date),
        }
    )
