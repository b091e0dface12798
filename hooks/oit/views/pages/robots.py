"""``robots.txt``: search engines and programs may read every page, and find the site map.

A site in a folder of a host has its own file in vain: crawlers read only the one at the root.
"""

from contextlib import suppress
from urllib.parse import quote, urlsplit

PATH = "robots.txt"
"""The path from the site's root."""

_IN_ADDRESSES = ":/?#[]@!$&'()*+,;=%~-._"
_OPEN = """\
# ทุกหน้าของเว็บไซต์นี้เปิดให้เครื่องมือค้นหาและโปรแกรมอ่าน
# Search engines and programs may read every page of this site.
User-agent: *
Allow: /
"""
# Whoever may not fetch a page does not see that it must not be indexed.
_FOR_STAFF = """\
# เว็บไซต์นี้มีหน้าสำหรับเจ้าหน้าที่ ทุกหน้าจึงบอกเครื่องมือค้นหาว่าห้ามเก็บ (noindex)
# This site has pages for the staff: every page forbids search engines to index it.
User-agent: *
Allow: /
"""


def robots(site_url: str | None, *, staff: bool = False) -> bytes:
    """Write the file; without ``site_url`` there is no site map to name."""
    if staff:
        return _FOR_STAFF.encode()
    if not site_url:
        return _OPEN.encode()
    # A host is not escaped as the rest of an address is.
    host = urlsplit(site_url).netloc.partition(":")[0]
    with suppress(UnicodeError):
        site_url = site_url.replace(host, host.encode("idna").decode(), 1)
    address = quote(f"{site_url.rstrip('/')}/sitemap.xml", safe=_IN_ADDRESSES)
    return f"{_OPEN}\nSitemap: {address}\n".encode()
