"""A release package of OCDS 1.1: one release a contracting process, as it stands today."""

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
from oit.views.ocds.values import baht, digest, moment, one_line, public, told


@dataclass(frozen=True)
class Publication:
    """Who gives a package out, when and on which terms."""

    agency: Agency
    """Who buys and publishes."""
    day: date
    """The day of the data; the same data must always give the same bytes."""
    prefix: str = UNREGISTERED
    """The prefix of the identifiers, as registered."""
    licence: Licence | None = None
    """Under which the data is given out, where the agency says so."""
    uri: str | None = None
    """The address of the package, where it has one."""


def release_package(
    purchases: Iterable[Purchase], year: int, publication: Publication
) -> dict[str, Any]:
    """Make the package of a fiscal year's purchases, each of which has its month."""
    agency = publication.agency
    own = f"urn:uuid:{uuid5(NAMESPACE_URL, f'{agency.site_url or agency.name}#ocds-{year}')}"
    about = {
        "uri": publication.uri or own,
        "version": "1.1",
        "publishedDate": moment(publication.day),
        "publisher": told({"name": agency.name, "uri": agency.website}),
        "license": publication.licence.url if publication.licence else None,
    }
    found = processes(purchases, agency, year, publication.prefix)
    return {**told(about), "releases": [_release(process, agency, year) for process in found]}


def _release(process: Process, agency: Agency, year: int) -> dict[str, Any]:
    parties = Parties(agency)
    awarded = [purchase for purchase in process.purchases if _is_awarded(purchase)]
    ids = _contract_ids(awarded)
    awards = [_award(one, name, parties) for one, name in zip(awarded, ids, strict=True)]
    contracts = [
        _contract(one, name) for one, name in zip(awarded, ids, strict=True) if _is_signed(one)
    ]
    planning = _planning(process.purchases)
    tender = _tender(process, parties)
    parts = {"planning": planning, "tender": tender, "award": awards, "contract": contracts}
    content = told(
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
    # Called by what it says: once the data changes it is another release.
    name = digest(exact_json(content).decode())
    moments = {"id": f"{process.ocid}-{name}", "date": moment(_day(process.purchases, year))}
    return {"ocid": process.ocid, **moments, **content}


def _is_awarded(purchase: Purchase) -> bool:
    return bool(purchase.winner) or purchase.agreed_price is not None or _is_signed(purchase)


def _is_signed(purchase: Purchase) -> bool:
    return bool(purchase.contract_number or purchase.contract_date)


def _day(purchases: list[Purchase], year: int) -> date:
    """Return the latest day on which something is known to have happened."""
    days = [day for one in purchases for day in (one.announced, one.contract_date) if day]
    months = [one.month.last_day for one in purchases if one.month]
    return max(days or months or [calendar.first_day(year)])


def _planning(purchases: list[Purchase]) -> dict[str, Any]:
    sources = dict.fromkeys(public(one.source) for one in purchases if one.source)
    budget = {
        "description": ", ".join(filter(None, sources)),
        "amount": baht(_of_all([one.budget for one in purchases])),
    }
    return told({"budget": told(budget)})


def _of_all(amounts: list[Decimal | None]) -> Decimal | None:
    """Return the amount of a project from those beside its contracts.

    Lists repeat the project's amount beside each contract, or divide it among them.
    """
    known = [amount for amount in amounts if amount is not None]
    return sum(known) or Decimal(0) if len(set(known)) > 1 else next(iter(known), None)


def _tender(process: Process, parties: Parties) -> dict[str, Any]:
    first = process.purchases[0]
    method = codes.method(first.method)
    bidders = [bidder.name for one in process.purchases for bidder in one.bidders]
    tenderers = {
        reference["id"]: reference
        for reference in (parties.refer(name, "tenderer") for name in bidders)
    }
    said = {codes.statuses(one.status).get("tender") for one in process.purchases}
    # Only an invitation to all is announced before offers are made.
    begun = moment(first.announced) if method == "open" else None
    return told(
        {
            "id": one_line(writing.arabic(first.project_number or "")) or process.ocid,
            "title": public(first.name),
            "status": said.pop() if len(said) == 1 else None,
            "value": baht(_of_all([one.reference_price for one in process.purchases])),
            "procurementMethod": method,
            "procurementMethodDetails": public(first.method),
            "mainProcurementCategory": codes.category(first.kind),
            "tenderPeriod": told({"startDate": begun}),
            "numberOfTenderers": len(tenderers) or None,
            "tenderers": list(tenderers.values()),
        }
    )


def _contract_ids(purchases: list[Purchase]) -> list[str]:
    """Return what each contract of a process is called: its number, as far as it is its alone."""
    ids: list[str] = []
    for index, purchase in enumerate(purchases, start=1):
        number = one_line(public(purchase.contract_number) or "").replace("#", "")
        ids.append(number if number and number not in ids else f"{number}#{index}")
    return ids


def _award(purchase: Purchase, name: str, parties: Parties) -> dict[str, Any]:
    suppliers = (
        [parties.refer(purchase.winner, "supplier", purchase.winner_tax_id)]
        if purchase.winner
        else None
    )
    return told(
        {
            "id": name,
            "title": public(purchase.name),
            "description": public(purchase.reason),
            "status": codes.statuses(purchase.status).get("award"),
            "value": baht(purchase.agreed_price),
            "suppliers": suppliers,
        }
    )


def _contract(purchase: Purchase, name: str) -> dict[str, Any]:
    return told(
        {
            "id": name,
            "awardID": name,
            "title": public(purchase.name),
            "status": codes.statuses(purchase.status).get("contract"),
            "period": told({"endDate": moment(purchase.contract_end)}),
            "value": baht(purchase.agreed_price),
            "dateSigned": moment(purchase.contract_date),
        }
    )
