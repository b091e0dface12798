"""Addresses in the index files of ``/data/`` and ``/api/``."""

from oit.forms.agency import Agency


def address(agency: Agency, path: str) -> str:
    """Return the address of a file or page of the site, given its path from the site's root.

    Absolute if agency.yml gives the ``site_url``; otherwise relative to a file one folder below
    the root, where all index files are.
    """
    return f"{agency.site_url.rstrip('/')}/{path}" if agency.site_url else f"../{path}"
