"""What the commands of a fleet share."""

from pathlib import Path

from oit.bilingual import Bilingual
from oit.cli import options
from oit.cli.command import option

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
