"""Settings for the web servers that serve a site."""

from oit.views.pages.hosting.settings import hosting_files

__all__ = ["hosting_files"]
