"""The checks of a site: one module per question; each yields the faults that it finds."""

from oit.findings.codes import site_page, site_private
from oit.publish.verify.checks import (
    documents,
    files,
    hidden,
    links,
    outside,
    pages,
    policy,
    private,
    runs,
    sitemap,
    status,
)

OF_DATA = (pages, files, status)
"""Run only if the site was built from the present data; otherwise every page differs."""

OF_SITE = (documents, links, outside, policy, hidden, sitemap, private, runs)
"""Run on every site."""

TO_REMOVE = (site_private.PUBLISHED, site_private.RUNS, site_page.UNKNOWN)
"""An address with one of these must be removed; its other faults are not reported."""
