"""The parties of a contracting process: the agency, the bidders and the winners."""

import re
from typing import Any

from oit.forms.agency import Agency
from oit.thai import writing
from oit.thai.identity import is_company_id
from oit.thai.writing import fold
from oit.views.ocds.values import digest, one_line, public, without_empty

SCHEME = "TH-TIN"
"""The Revenue Department's tax ids in the list of organisation identifiers (org-id.guide).

Only for companies and other legal entities.
"""


def company_id(tax_id: str | None) -> str | None:
    """Return the tax id of a legal entity; ``None`` if it is invalid or may be a person's."""
    digits = re.sub(r"[\s-]", "", writing.arabic(tax_id or ""))
    return digits if is_company_id(digits) else None


class Parties:
    """The parties of one process, each listed once with all its roles."""

    def __init__(self, agency: Agency) -> None:
        self._by_name: dict[str, dict[str, Any]] = {}
        self.buyer = self.refer(agency.name, "buyer")
        self._by_name[fold(self.buyer["name"])] |= without_empty(
            {"address": _address(agency), "contactPoint": _contact(agency)}
        )

    def refer(self, name: str, role: str, tax_id: str | None = None) -> dict[str, str]:
        """Add a party to the list, and return a reference to it for other parts of the release.

        Parties are identified by name, in its first spelling. Only winners have tax ids, so add
        them first.
        """
        name = one_line(public(name) or name)
        number = company_id(tax_id)
        party = self._by_name.setdefault(fold(name), {"id": "", "name": name, "roles": []})
        name = party["name"]
        if number and "identifier" not in party:
            party["identifier"] = {"scheme": SCHEME, "id": number, "legalName": name}
        party["id"] = party["id"] or (f"{SCHEME}-{number}" if number else f"name-{digest(name)}")
        if role not in party["roles"]:
            party["roles"].append(role)
        return {"id": party["id"], "name": name}

    def listed(self) -> list[dict[str, Any]]:
        """Return every party, the buyer first."""
        return list(self._by_name.values())


def _address(agency: Agency) -> dict[str, Any]:
    return without_empty(
        {
            "streetAddress": agency.address,
            "locality": agency.district,
            "region": agency.province,
            "postalCode": agency.postcode,
            "countryName": "ประเทศไทย",
        }
    )


def _contact(agency: Agency) -> dict[str, Any]:
    return without_empty({"telephone": agency.phone, "email": agency.email, "url": agency.website})
