"""Check a year of many agencies in one process, each in a folder of its own.

    python agencies.py REPOSITORY YEAR COUNT

Prints, as JSON, the CPU seconds of each agency's first check, those of a second one, whose caches
are filled (of the first agencies only), and the bytes of memory after each agency.
"""

import json
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

from oit.assess.examine import examine
from oit.clock import today
from oit.data.folder import DataFolder

TIMED = 60
"""How many agencies are checked twice."""


def main(repository: str, year: str, count: str) -> None:
    """Check; print what it took."""
    first, warm, memory = [], [], []
    with tempfile.TemporaryDirectory(dir=repository) as work:
        for number in range(int(count)):
            folder = write_agency(Path(repository), Path(work, f"agency-{number}"), year, number)
            data = DataFolder(folder / "data", folder)
            first.append(_check(data, int(year)))
            if number < TIMED:
                warm.append(_check(data, int(year)))
            memory.append(_memory())
            shutil.rmtree(folder)
    json.dump({"first": first, "warm": warm, "memory": memory}, sys.stdout)


def _check(data: DataFolder, year: int) -> float:
    start = time.process_time()
    examine(data, today(), year)
    return time.process_time() - start


def write_agency(repository: Path, folder: Path, year: str, number: int) -> Path:
    """Write an agency with a name and texts of its own; its documents are links."""
    shutil.copytree(repository / "docs", folder / "docs", copy_function=os.link)
    shutil.copytree(repository / f"data/{year}", folder / f"data/{year}")
    agency = (repository / "data/agency.yml").read_text(encoding="utf-8")
    named = agency.replace("เทศบาลตำบลตัวอย่าง", f"เทศบาลตำบลตัวอย่างที่ {number}", 1)
    (folder / "data/agency.yml").write_text(named, encoding="utf-8")
    for item in (folder / f"data/{year}").glob("*.yml"):
        text = item.read_text(encoding="utf-8")
        item.write_text(text.replace("owner: ", f"owner: งานที่ {number} ", 1), encoding="utf-8")
    return folder


def _memory() -> int:
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


if __name__ == "__main__":
    main(*sys.argv[1:])
