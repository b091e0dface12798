"""The pages and files of the public site, made from assessments for any site generator."""

from oit.views.pages.site import Site, make_site, pages_of_items

__all__ = ["Site", "make_site", "pages_of_items"]
