"""What the commands of a fleet share."""

from pathlib import Path

from oit.bilingual import Bilingual
from oit.cli import options
from oit.cli.command import option
from oit.findings.finding import Finding
from oit.fleet import state
from oit.fleet.folder import FleetFolder
from oit.fleet.list import AgencyList

fleet = option(
    "--fleet",
    type=options.FILE,
    default=Path(),
    metavar="DIR",
    about=Bilingual("โฟลเดอร์ของเครือข่าย (โฟลเดอร์ปัจจุบัน)", "folder of the fleet (the current one)"),
)
BUSY = Bilingual(
    "oit fleet run ของโฟลเดอร์นี้กำลังทำงานอยู่ รอให้เสร็จก่อน",
    "another oit fleet run of this folder is running; wait for it to end",
)


def unusable(folder: FleetFolder, listed: AgencyList) -> list[Finding | Bilingual]:
    """Return what is wrong with the list, or with the places of the records."""
    ids = (agency.id for agency in listed.agencies)
    return [*listed.findings] or [*state.obstacles(folder.state, ids)]
