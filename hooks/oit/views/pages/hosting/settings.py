"""The settings of each kind of server, all generated from one table.

Settings that servers read from the served folder are part of every site. nginx reads none from
there; ``oit hosting nginx`` prints its settings.
"""

from functools import cache
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from oit.views.pages.hosting.table import table

_TEMPLATES = Path(__file__).parent / "templates"

BESIDE = {".htaccess": "htaccess", "web.config": "web.config", "_headers": "headers"}
"""The templates of the files that servers read from the site: Apache, IIS, Netlify and others."""

NO_JEKYLL = ".nojekyll"
"""Makes GitHub Pages publish a branch unchanged, including names that begin with ``_``."""

HOSTING_FILES = frozenset([*BESIDE, NO_JEKYLL])
"""The files of a site that are for servers and are never served."""


def hosting_files(site_url: str | None) -> dict[str, bytes]:
    """Return the settings files of a site by their paths.

    Args:
        site_url: the site's address; its path is the site's folder on the server.
    """
    files = {name: settings(template, site_url).encode() for name, template in BESIDE.items()}
    return {**files, NO_JEKYLL: b""}


def settings(template: str, site_url: str | None) -> str:
    """Render the settings of one kind of server."""
    return _environment().get_template(template).render(base=base_of(site_url), table=table())


def base_of(site_url: str | None) -> str:
    """Return the path of a site on its server, without special characters of settings files."""
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
