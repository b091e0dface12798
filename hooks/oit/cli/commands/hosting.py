"""The command ``oit hosting``: the settings of a web server, to be saved where it reads them."""

from datetime import date
from pathlib import Path

from oit.bilingual import Bilingual
from oit.cli import options
from oit.cli.command import UNUSABLE, Choice, argument, command, option
from oit.cli.output import ExitStatus, Output
from oit.data.folder import DataFolder
from oit.data.load import read_agency
from oit.views.pages.hosting.settings import base_of, settings

SERVERS = {"nginx": "nginx.conf", "apache": "htaccess", "iis": "web.config", "headers": "headers"}
"""The template of the settings of each kind of server, by what people call it."""

_NO_ADDRESS = Bilingual(
    "data/agency.yml ไม่มี site_url จึงตั้งค่าให้เว็บไซต์อยู่ที่รากของเครื่อง (/)",
    "data/agency.yml has no site_url: these settings are for a site at the root of its host (/)",
)
_ODD_ADDRESS = Bilingual(
    "เขียนการตั้งค่าของ nginx ไม่ได้: โฟลเดอร์ใน site_url ของ data/agency.yml ต้องเป็นอักษรอังกฤษ ตัวเลข "
    "หรือ . _ ~ - เท่านั้น",
    "cannot write settings for nginx: the folder in site_url of data/agency.yml may contain only "
    "letters from a to z, digits and . _ ~ -",
)


@command(
    "hosting",
    Bilingual(
        "พิมพ์การตั้งค่าเครื่องบริการเว็บ (ความปลอดภัย ชนิดไฟล์ แคช หน้า 404) สำหรับเว็บไซต์นี้",
        "Print the settings of a web server for this site: security, types, caching, 404.",
    ),
    example="oit hosting nginx > oit.conf",
    statuses={
        ExitStatus.OK: Bilingual("พิมพ์แล้ว", "the settings were printed"),
        ExitStatus.UNUSABLE: UNUSABLE,
    },
)
@argument(
    "server", type=Choice(list(SERVERS)), about=Bilingual("ชนิดของเครื่องบริการ", "kind of server")
)
@option(
    "--staff",
    is_flag=True,
    about=Bilingual(
        "ของเว็บไซต์ที่สร้างด้วย oit build --staff: ห้ามเครื่องมือค้นหาเก็บ",
        "for a site built with `oit build --staff`: not to be indexed",
    ),
)
@options.data
@options.today
def run(output: Output, *, server: str, staff: bool, data: Path, today: date | None) -> ExitStatus:
    """Print the settings."""
    del today
    agency, findings = read_agency(DataFolder(data))
    if agency is None:
        return output.refuse(*findings)
    # nginx compares with the decoded address.
    if server == "nginx" and "%" in base_of(agency.site_url):
        return output.refuse(_ODD_ADDRESS)
    if not agency.site_url:
        output.note(_NO_ADDRESS)
    output.write(settings(SERVERS[server], agency, staff=staff))
    return ExitStatus.OK
