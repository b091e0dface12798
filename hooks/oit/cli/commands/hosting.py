"""The command ``oit hosting``: print the settings of a web server, to be put where it looks."""

import argparse
import sys

from oit.bilingual import Bilingual
from oit.cli.commands.hosting_options import SERVERS
from oit.cli.usage import refuse
from oit.data.folder import DataFolder
from oit.data.load import read_agency
from oit.views.pages.hosting.settings import base_of, settings

DONE = 0
"""Exit status: printed (and ``UNUSABLE``: the address of the site cannot be used)."""

_NO_ADDRESS = Bilingual(
    "data/agency.yml ไม่มี site_url จึงตั้งค่าให้เว็บไซต์อยู่ที่รากของเครื่อง (/)",
    "data/agency.yml has no site_url: these are for a site at the root of its host (/)",
)
_ODD_ADDRESS = Bilingual(
    "เขียนการตั้งค่าของ nginx ไม่ได้: โฟลเดอร์ใน site_url ของ data/agency.yml ต้องเป็นอักษรอังกฤษ ตัวเลข "
    "หรือ . _ ~ - เท่านั้น",
    "cannot write settings for nginx: the folder in site_url of data/agency.yml may only have "
    "letters from a to z, digits and . _ ~ -",
)


def run(options: argparse.Namespace) -> int:
    """Print the settings; return the exit status."""
    agency, findings = read_agency(DataFolder(options.data))
    if agency is None:
        return refuse([finding.told(options.lang) for finding in findings])
    # nginx compares with what an address says once it is decoded.
    if options.server == "nginx" and "%" in base_of(agency.site_url):
        return refuse([_ODD_ADDRESS.text(options.lang)])
    if not agency.site_url:
        sys.stderr.write(_NO_ADDRESS.text(options.lang) + "\n")
    sys.stdout.write(settings(SERVERS[options.server], agency.site_url))
    return DONE
