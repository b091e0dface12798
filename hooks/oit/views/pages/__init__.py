"""From assessments to the pages and files of the public site; knows no site generator."""

from oit.views.pages.site import Site, make_site

__all__ = ["Site", "make_site"]
