"""The settings of each kind of server, written from the one table.

Those that a server finds beside what it serves go into every site. nginx looks for none there:
``oit hosting nginx`` prints its own.
"""

from functools import cache
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from oit.views.pages.hosting.table import table

_TEMPLATES = Path(__file__).parent / "templates"

BESIDE = {".htaccess": "htaccess", "web.config": "web.config", "_headers": "headers"}
"""The template of each file that a server finds by its name: Apache, IIS, Netlify and others."""

NO_JEKYLL = ".nojekyll"
"""Tells GitHub Pages to take a branch as it is, names that begin with ``_`` too."""

HOSTING_FILES = frozenset([*BESIDE, NO_JEKYLL])
"""The files of a site that are for servers, which give them to nobody."""


def hosting_files(site_url: str | None) -> dict[str, bytes]:
    """Return the files that tell servers how to serve a site, by their paths in it.

    Args:
        site_url: the site's address, whose path is where the site stands on its server.
    """
    files = {name: settings(template, site_url).encode() for name, template in BESIDE.items()}
    return {**files, NO_JEKYLL: b""}


def settings(template: str, site_url: str | None) -> str:
    """Write the settings of one kind of server."""
    return _environment().get_template(template).render(base=base_of(site_url), table=table())


def base_of(site_url: str | None) -> str:
    """Return the path of a site on its server, with nothing in it that settings give a meaning."""
    path = quote(unquote(urlsplit(site_url or "").path).strip("/"))
    return f"/{path}/" if path else "/"


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=select_autoescape(["config"]),  # the XML of IIS
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
