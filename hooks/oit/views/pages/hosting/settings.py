"""The settings of each kind of server, all generated from one table.

Settings that servers read from the served folder are part of every site. nginx reads none from
there; ``oit hosting nginx`` prints its settings.
"""

from functools import cache
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from jinja2 import Environment, select_autoescape

from oit import jinja
from oit.forms.agency import Agency
from oit.views.pages.hosting.table import table

_TEMPLATES = Path(__file__).parent / "templates"

BESIDE = {".htaccess": "htaccess", "web.config": "web.config", "_headers": "headers"}
"""The templates of the files that servers read from the site: Apache, IIS, Netlify and others."""

NO_JEKYLL = ".nojekyll"
"""Makes GitHub Pages publish a branch unchanged, including names that begin with ``_``."""

HOSTING_FILES = frozenset([*BESIDE, NO_JEKYLL])
"""The files of a site that are for servers and are never served."""


def hosting_files(agency: Agency, *, staff: bool = False) -> dict[str, bytes]:
    """Return the settings files of an agency's site by their paths.

    Args:
        agency: the agency, which says where the site is and whether its host has only HTTPS.
        staff: whether the site has the pages for staff.
    """
    files = {
        name: settings(template, agency, staff=staff).encode() for name, template in BESIDE.items()
    }
    return {**files, NO_JEKYLL: b""}


def settings(template: str, agency: Agency, *, staff: bool = False) -> str:
    """Render the settings of one kind of server."""
    return (
        _environment()
        .get_template(template)
        .render(
            base=base_of(agency.site_url),
            table=table().of_site(https_only=agency.is_https_only, staff=staff),
        )
    )


def base_of(site_url: str | None) -> str:
    """Return the path of a site on its server, without special characters of settings files."""
    path = quote(unquote(urlsplit(site_url or "").path).strip("/"))
    return f"/{path}/" if path else "/"


@cache
def _environment() -> Environment:
    xml_of_iis = select_autoescape(["config"])
    return jinja.environment(_TEMPLATES, autoescape=xml_of_iis, keep_trailing_newline=True)
