"""How web servers are to serve a site: their settings, and the site as one ZIP to upload."""

from oit.views.pages.hosting.settings import hosting_files

__all__ = ["hosting_files"]
