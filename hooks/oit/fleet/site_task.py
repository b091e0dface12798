"""Build the site of one agency, with settings of our own.

The settings of an agency could name hooks, which are programs: those of strangers are not run.
"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from oit.publish.build import BuildCrashError, build_site, may_replace

_SETTINGS = Path(__file__).parents[1] / "start" / "files" / "mkdocs.yml"
"""Those of a new repository."""


def build_agency(order: Mapping[str, str]) -> str:
    """Build a site; return why that failed, or nothing.

    Args:
        order: the ``data`` folder, the folder ``out`` to write, and the ``day`` of the site.
    """
    data, out = Path(order["data"]), Path(order["out"])
    if not data.is_dir():
        # A machine of a cluster that does not share the fleet's folder.
        return f"{data}: ไม่มีในเครื่องนี้ · not on this machine"
    if not may_replace(out):
        return f"{out}: มีไฟล์อื่น · contains other files"
    try:
        built, messages = build_site(
            data, out, date.fromisoformat(order["day"]), settings=_SETTINGS
        )
    except (BuildCrashError, OSError) as error:
        return str(error).strip().splitlines()[-1]
    return "" if built else messages.strip() or "?"
