"""What a site is asked: one module a question, which yields the faults that it finds."""

from oit.publish.verify.checks import (
    documents,
    files,
    links,
    outside,
    pages,
    policy,
    private,
    sitemap,
    status,
)

OF_DATA = (pages, files, status)
"""Asked where the site was made of the data as it is now: an old site differs everywhere."""

OF_SITE = (documents, links, outside, policy, sitemap, private)
"""Asked of every site."""

TO_REMOVE = (private.PUBLISHED, pages.UNKNOWN)
"""What is to go need not be mended: nothing else is said of its address."""
