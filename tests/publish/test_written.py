"""A site that is served is after every save what a clean build would make, byte for byte."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

import oit_site
from commands import ROOT
from oit import remember
from oit.publish.written import Written
from sent_files import a_picture
from small_agency import CHECKLIST, ITEMS_IN_PART, SmallAgency

ADDRESS = "http://127.0.0.1:8000/"
SETTINGS = (ROOT / "hooks/oit/start/files/mkdocs.yml").read_text(encoding="utf-8")
PURCHASES = "month,name,method,agreed_price,winner\n2568-10,จ้างซ่อมถนน,เฉพาะเจาะจง,9000,ร้านก\n"
ITA = "results: {year: 2568, total: 80}\nmeasures: [{name: ป้ายงบประมาณ, owner: กองช่าง}]\n"


class Served:
    """The site of an agency as one process serves it, and as another one would build it."""

    def __init__(self, agency: SmallAgency) -> None:
        self.agency = agency
        self.site, self.clean = agency.folder / "served", agency.folder / "clean"
        oit_site._written.start(dirty=True)

    def build(self, site: Path, *, dirty: bool) -> None:
        """Build as ``mkdocs serve`` does after a change."""
        config = load_config(str(self.agency.folder / "mkdocs.yml"), site_dir=str(site))
        config.site_url = ADDRESS
        build(config, serve_url=ADDRESS, dirty=dirty)

    def save(self) -> set[str]:
        """Build what is new, and return the files that were written."""
        before = states(self.site)
        self.build(self.site, dirty=True)
        after = states(self.site)
        return {name for name, state in after.items() if before.get(name) != state}

    def is_clean(self) -> bool:
        """Tell whether every file is as a process would make it that knows nothing yet."""
        written, memory = oit_site._written, remember.use(None)
        oit_site._written = Written()
        try:
            self.build(self.clean, dirty=False)
        finally:
            oit_site._written = written
            remember.use(memory.old_value)
        served, clean = contents(self.site), contents(self.clean)
        # The names only: a comparison of the contents would be a long text.
        names = served.keys() | clean.keys()
        assert [name for name in sorted(names) if served.get(name) != clean.get(name)] == []
        return True


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder, and every empty folder."""
    found = {str(path.relative_to(folder)): path for path in folder.rglob("*")}
    return {name: b"" if path.is_dir() else path.read_bytes() for name, path in found.items()}


def states(folder: Path) -> dict[str, tuple[int, int]]:
    """Return what differs once a file is written again."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {
        str(path.relative_to(folder)): (path.stat().st_mtime_ns, path.stat().st_ctime_ns)
        for path in files
    }


@pytest.fixture
def served(small_agency: SmallAgency, monkeypatch: pytest.MonkeyPatch) -> Iterator[Served]:
    monkeypatch.chdir(small_agency.folder)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1775044800")
    monkeypatch.delenv("OIT_DATA", raising=False)
    small_agency.write("mkdocs.yml", SETTINGS)
    small_agency.write("docs/about.md", "# เกี่ยวกับเรา\n\nตำบลของเรา\n")
    served = Served(small_agency)
    served.save()
    yield served
    oit_site._written.start(dirty=False)


def test_values_of_the_data(served: Served) -> None:
    agency = served.agency
    item = agency.data / "2569/o07.yml"
    item.write_text(item.read_text().replace("ปรับปรุงถนน", "ขุดลอกคลอง"))
    written = served.save()
    assert "oit/2569/o7/index.html" in written
    assert not written & {"oit/2569/o1/index.html", "oit/2569/o21/index.html", "assets/oit.css"}
    assert served.is_clean()
    # The day of the newest change is that of the front page; the contacts are on every page.
    agency.write("data/2569/o01.yml", "owner: สำนักปลัด\nupdated: 2569-03-15\naddress: 1 หมู่ 3\n")
    agency.write("data/allowed.yml", "allowed: [{text: 081-234-5678, reason: สายด่วน}]\n")
    served.save()
    assert served.is_clean()


def test_what_is_on_every_page(served: Served) -> None:
    agency = served.agency
    agency.add("data/agency.yml", 'numerals: thai\ncolour: "#7a1f2b"\nphone: 0 4500 0000\n')
    agency.write("mkdocs.yml", SETTINGS.replace("extra:", "copyright: ของเรา\nextra:"))
    assert "oit/2569/o21/index.html" in served.save()
    assert served.is_clean()
    (agency.folder / "docs/files").mkdir()
    (agency.folder / "docs/files/logo.png").write_bytes(a_picture(size=(200, 200)))
    agency.add("data/agency.yml", "logo: files/logo.png\n")
    agency.write("theme/partials/copyright.html", "<p>ท้ายหน้า</p>")
    agency.write("mkdocs.yml", SETTINGS.replace("theme:", "theme:\n  custom_dir: theme"))
    served.save()
    assert served.is_clean()
    agency.write("theme/partials/copyright.html", "<p>ท้ายหน้าใหม่</p>")
    assert "oit/2569/o21/index.html" in served.save()
    assert served.is_clean()


def test_icons_of_the_owner_and_files_of_another_hook(served: Served) -> None:
    agency = served.agency
    icon = '<svg viewBox="0 0 1 1"><path d="M0 0h1"/></svg>'
    agency.write("theme/.icons/own/house.svg", icon)
    agency.write("more.txt", "ก")
    agency.write(
        "more.py",
        "from pathlib import Path\nfrom mkdocs.structure.files import File\n\n"
        "def on_files(files, config):\n"
        "    text = Path('more.txt').read_text()\n"
        "    files.append(File.generated(config, 'more.txt', content=text))\n",
    )
    settings = SETTINGS.replace("theme:", "theme:\n  custom_dir: theme")
    settings = settings.replace("logo: material/bank", "logo: own/house")
    agency.write("mkdocs.yml", f"{settings}\nhooks: [more.py]\n")
    served.save()
    assert served.is_clean()
    agency.write("theme/.icons/own/house.svg", icon.replace("h1", "h2"))
    (agency.folder / "more.txt").write_text("ข")
    assert {"oit/2569/o21/index.html", "more.txt"} <= served.save()
    assert served.is_clean()


def test_tables_and_the_turn_of_the_cycle(served: Served) -> None:
    agency = served.agency
    agency.add("data/checklists/small-2569.yml", ITEMS_IN_PART)
    agency.write("data/2569/o22.yml", "owner: กองคลัง\nrows: procurement.csv\n")
    agency.write("data/2569/procurement.csv", PURCHASES)
    agency.write("data/2569/ita.yml", ITA)
    served.save()
    assert served.is_clean()
    agency.write("data/2569/procurement.csv", PURCHASES.replace("9000", "9000.00"))
    agency.write("data/2569/ita.yml", ITA.replace("80", "80.0"))
    written = served.save()
    assert {"data/2569/procurement.csv", "ita/2569/index.html"} <= written
    assert served.is_clean()
    # Of the pages of the menu that are not written again, others still show the titles.
    agency.add("data/2569/ita.yml", "summary: มีส่วนร่วมมากขึ้น\n")
    written = served.save()
    assert "ita/2569/index.html" in written
    assert "ita/2569/results/index.html" not in written
    assert served.is_clean()


def test_documents(served: Served) -> None:
    agency = served.agency
    agency.write("docs/files/2569/a.pdf", "%PDF-1.4 old")
    agency.add("data/2569/o07.yml", "documents: [{title: รายงาน, file: files/2569/a.pdf}]\n")
    assert "files/2569/a.pdf" in served.save()
    file = agency.folder / "docs/files/2569/a.pdf"
    day = file.stat()
    file.write_text("%PDF-1.4 new")
    os.utime(file, ns=(day.st_atime_ns, day.st_mtime_ns))
    assert "files/2569/a.pdf" in served.save()
    assert served.is_clean()
    shutil.rmtree(agency.folder / "docs/files")
    agency.write("data/2569/o07.yml", "owner: กองคลัง\n")
    served.save()
    assert served.is_clean()


def test_pages_written_by_hand(served: Served) -> None:
    agency = served.agency
    agency.write("docs/about.md", "# รู้จักเรา\n\n[ประวัติ](more/index.md)\n")
    agency.write("docs/more/index.md", "# ประวัติ\n\n## ปี 2540 {#begin}\n\nเริ่ม\n")
    assert "oit/2569/o21/index.html" in served.save()
    assert served.is_clean()
    (agency.folder / "docs/more/index.md").unlink()
    agency.write("docs/more/index.md/notes.txt", "ก")
    agency.write("docs/about.md", "# รู้จักเรา\n")
    served.save()
    assert served.is_clean()
    (agency.folder / "docs/about.md").unlink()
    served.save()
    assert served.is_clean()


def test_years_and_checklists(served: Served) -> None:
    agency = served.agency
    older = CHECKLIST.replace("year: 2569", "year: 2568").replace("id: O", "id: O5")
    agency.write("data/checklists/small-2568.yml", older)
    agency.write("data/2568/o51.yml", "owner: สำนักปลัด\naddress: 9 หมู่ 1\n")
    newest = CHECKLIST.replace("form: contact", "form: contact\n    continues: [O51]")
    agency.write("data/checklists/small-2569.yml", newest)
    served.save()
    assert served.is_clean()
    (agency.data / "2569").rename(agency.data / "2570")
    lists = agency.data / "checklists"
    agency.write("data/checklists/small-2570.yml", newest.replace("year: 2569", "year: 2570"))
    (lists / "small-2569.yml").unlink()
    served.save()
    assert served.is_clean()
    shutil.rmtree(agency.data / "2568")
    served.save()
    assert served.is_clean()


def test_faults_leave_the_last_good_site_and_their_mending_a_clean_one(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    agency = served.agency
    good = contents(served.site)
    item = agency.data / "2569/o07.yml"
    text = item.read_text()
    item.write_text(text + "ownr: กองคลัง\n")
    with suppress(SystemExit):
        served.save()
    assert contents(served.site) == good
    item.write_text(text.replace("ปรับปรุงถนน", "ขุดลอกคลอง"))
    # A build that fails in the middle has written nobody knows what.
    with monkeypatch.context() as failing:
        failing.setattr(oit_site._build.__class__, "write_search", None)
        with suppress(TypeError):
            served.save()
    item.write_text(text)
    served.save()
    assert contents(served.site) == good
    assert served.is_clean()


def test_commits_and_the_day(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    commit = "git init -q . && git add . && git -c user.name=ก -c user.email=a@b.c commit -qm ก"
    subprocess.run(commit, shell=True, check=True, cwd=served.agency.folder)  # noqa: S602
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1775131200")
    served.save()
    assert served.is_clean()


def test_a_save_without_a_change_writes_hardly_anything(served: Served) -> None:
    assert {name for name in served.save() if not name.startswith("search/")} == {
        "404.html",
        "about/index.html",
        "sitemap.xml",
        "sitemap.xml.gz",
    }
