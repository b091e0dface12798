"""How to reach the agency: typed once, in the item on contacts or in agency.yml."""

from collections.abc import Iterable

from oit.assess.assessment import ItemResult
from oit.forms.agency import Agency
from oit.forms.contact import Contact
from oit.remember import remembered

_FIELDS = ("address", "phone", "hours", "email", "latitude", "longitude")


def contact_of(results: Iterable[ItemResult]) -> Contact | None:
    """Return what the item on contacts says, if there is one."""
    forms = (result.record.form for result in results if result.record)
    return next((form for form in forms if isinstance(form, Contact)), None)


@remembered
def with_contacts(agency: Agency, contact: Contact | None) -> Agency:
    """Return the agency with what its item on contacts says.

    The item is what the assessors read and the agency keeps up to date, so it comes first; what it
    does not say is taken from agency.yml.
    """
    values = {field: getattr(contact, field) for field in _FIELDS} if contact else {}
    return agency.model_copy(update={field: value for field, value in values.items() if value})
