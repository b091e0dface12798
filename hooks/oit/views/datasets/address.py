"""Addresses in the files that list what there is: ``/data/`` and ``/api/``."""

from oit.forms.agency import Agency


def address(agency: Agency, path: str) -> str:
    """Return the address of a file or page of the site, given its path from the site's root.

    Whole where agency.yml says where the site is (``site_url``); otherwise from a file that
    stands one folder below the root, as each of those that list what there is does.
    """
    return f"{agency.site_url.rstrip('/')}/{path}" if agency.site_url else f"../{path}"
