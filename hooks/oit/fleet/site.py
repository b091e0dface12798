"""Build the overview site: settings of our own, and a hook that makes the pages."""

import json
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from oit.fleet.folder import FleetFolder
from oit.fleet.pages import NAME, Order
from oit.publish.build import build_site

_PACKAGE = Path(__file__).parents[1]
_SETTINGS = _PACKAGE / "start" / "files" / "mkdocs.yml"
"""Those of a new repository, so that the overview looks like an agency's site."""


def build_overview(fleet: FleetFolder, out: Path, day: date, order: Order) -> tuple[bool, str]:
    """Build the site in the place of the old one; a failure leaves the old one as it is.

    Raises:
        BuildCrashError: the program failed in a way that nobody expected.
        OSError: the site cannot be written.
    """
    with TemporaryDirectory(prefix="oit-fleet-") as folder:
        work = Path(folder)
        (work / "docs").mkdir()
        settings = yaml.safe_load(_SETTINGS.read_text(encoding="utf-8"))
        settings["site_name"] = NAME
        settings["theme"]["custom_dir"] = str(_PACKAGE / "theme")
        settings["plugins"] = [p for p in settings["plugins"] if p != "oit"]
        settings["hooks"] = [str(_PACKAGE.with_name("oit_overview.py"))]
        settings["extra"] |= {
            "league": order.league,
            "manual": order.manual,
            "closes": order.closes.isoformat() if order.closes else None,
        }
        path = work / "mkdocs.yml"
        path.write_text(json.dumps(settings), encoding="utf-8")
        return build_site(fleet.path, out, day, staff=order.staff, settings=path)
