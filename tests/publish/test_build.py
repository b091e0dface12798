"""``oit build``: the built site in its folder."""

import gzip
import hashlib
import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree as ET

import pytest

import commands
from built import html_of
from commands import ROOT
from conftest import TODAY
from oit.publish import build
from oit.thai import dates
from shared import Shared
from small_agency import CHECKLIST, SmallAgency

YEARS = {2569: 26, 2568: 28}
TABLES = {
    2568: (
        "procurement",
        "procurement-report",
        "plan",
        "annual-report",
        "services",
        "service-months",
        "complaints",
    ),
    2569: ("procurement", "procurement-report", "plan", "annual-report"),
}
MONTHS = [
    *(f"2568-{month}" for month in (10, 11, 12)),
    *(f"2569-{month:02}" for month in (1, 2, 3, 4, 5, 7, 8, 9)),
]
"""The months of the purchases of 2569; June is the gap that the sample shows."""
PAPERS = {
    2569: "development measures progress-6 report".split(),
    2568: "development measures progress-6 progress-12 report memo".split(),
    2567: "development measures progress-6 progress-12 report".split(),
}
ITEMS_OF_CYCLES = {(2569, 25): 2569, (2569, 26): 2568, (2568, 27): 2568, (2568, 28): 2567}
"""The items that read a turn of the ITA cycle, and of which year."""
SITE_URL = "https://oit.tuayang.example/"


def files_of(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def json_of(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def na_kham_site(shared: Shared) -> Path:
    """The site of the example with a single item."""

    def make(folder: Path) -> None:
        data, site = "examples/na-kham/data", folder / "site"
        built = commands.oit("build", "--data", data, "--out", site, "--today", TODAY)
        assert (built.returncode, built.stderr) == (0, "")
        assert built.stdout.startswith("สร้างเว็บไซต์แล้วที่ ")

    return shared.made("na-kham", make) / "site"


# Addresses


def test_permanent_addresses_exist(sample_site: Path) -> None:
    pages = {"oit/index.html", "oit/badge.svg", "oit/years/index.html"}
    for year, items in YEARS.items():
        pages |= {
            f"oit/{year}/{name}"
            for name in ("index.html", "status.json", "badge.svg", "method/index.html")
        }
        pages |= {f"oit/{year}/o{number}/index.html" for number in range(1, items + 1)}
    under_oit = {path for path in files_of(sample_site) if path.startswith("oit/")}
    assert under_oit == pages | {"oit/manifest.json", "oit/print.css"}


def test_every_year_of_the_ita_cycle_has_its_pages_and_each_paper_its_files(
    sample_site: Path,
) -> None:
    files = {f"ita/{year}/index.html" for year in PAPERS}
    for year, papers in PAPERS.items():
        for paper in papers:
            files |= {f"ita/{year}/{paper}{end}" for end in ("/index.html", ".docx", ".css")}
    assert {path for path in files_of(sample_site) if path.startswith("ita/")} == files


def test_addresses_are_though_nearly_all_data_is_missing(na_kham_site: Path) -> None:
    for number in range(1, 27):
        assert (na_kham_site / f"oit/2569/o{number}/index.html").is_file()
    summary = json_of(na_kham_site / "oit/2569/status.json")["summary"]
    assert (summary["complete"], summary["missing"]) == (1, 25)


def test_front_page_of_oit_is_the_list_of_the_newest_year(sample_site: Path) -> None:
    page = html_of(sample_site / "oit/index.html")
    assert '<h1 id="content">การเปิดเผยข้อมูลสาธารณะ (OIT) ปีงบประมาณ 2569</h1>' in page
    assert '<a href="../oit/2568/">ปีงบประมาณ 2568</a>' in page


@pytest.mark.parametrize("year", YEARS)
def test_status_file_is_what_check_says_that_day(sample_site: Path, year: int) -> None:
    checked = commands.oit("check", "--format", "json", "--year", str(year), "--today", TODAY)
    status = json_of(sample_site / f"oit/{year}/status.json")
    # Of the findings it has only what concerns readers.
    assert {**status, "findings": []} == {**json.loads(checked.stdout), "findings": []}


def test_page_that_does_not_exist_has_a_page(sample_site: Path) -> None:
    page = html_of(sample_site / "404.html")
    assert '<h1 id="content">ไม่พบหน้านี้</h1>' in page
    # Servers send it for any address, so its links must be absolute.
    assert '<a href="/oit/">' in page


# The manifest and the site map


def test_manifest_lists_every_page_with_the_digest_of_its_data(sample_site: Path) -> None:
    manifest = json_of(sample_site / "oit/manifest.json")
    assert manifest["oit"] == 1
    listed = {page["url"]: page for page in manifest["pages"]}
    assert list(listed) == sorted(listed)
    generated = {"", "oit/", "oit/years/"} | {
        f"oit/{year}/{item}"
        for year, items in YEARS.items()
        for item in ["", "method/", *(f"o{number}/" for number in range(1, items + 1))]
    }
    generated |= {
        f"ita/{year}/{paper}"
        for year, papers in PAPERS.items()
        for paper in ["", *(f"{name}/" for name in papers)]
    }
    generated |= {"data/", "api/"}
    generated |= {f"data/{year}/{table}/" for year, tables in TABLES.items() for table in tables}
    generated |= {f"data/{year}/procurement/report/" for year in TABLES}
    generated |= {f"data/2569/procurement/{month}/" for month in MONTHS}
    assert set(listed) == generated
    for page in listed.values():
        assert (sample_site / page["url"] / "index.html").is_file()
        if page["data"]:
            assert page["sha256"] == digest((ROOT / page["data"]).read_bytes())
        else:
            assert page["sha256"] is None
    files = {path.relative_to(ROOT).as_posix() for path in (ROOT / "data").glob("2*/*.yml")}
    # What the assessors remarked is not published.
    files -= {"data/2569/review.yml"}
    assert {page["data"] for page in listed.values()} - {None} == files


def test_site_map_says_when_the_data_of_each_page_was_changed(sample_site: Path) -> None:
    site_map = (sample_site / "sitemap.xml").read_bytes()
    days = {
        str(url[0].text).strip(): str(url[1].text).strip()
        for url in ET.fromstring(site_map)  # noqa: S314 - our own
    }
    newest: dict[int, str] = {}
    for year, items in YEARS.items():
        for number in range(1, items + 1):
            of_cycle = ITEMS_OF_CYCLES.get((year, number))
            name = f"{of_cycle}/ita.yml" if of_cycle else f"{year}/o{number:02}.yml"
            file = ROOT / "data" / name
            text = file.read_text(encoding="utf-8") if file.is_file() else ""
            if written := re.search(r"^updated: (\S+)", text, re.MULTILINE):
                day = dates.read_day(written[1]).date.isoformat()
                assert days[f"{SITE_URL}oit/{year}/o{number}/"] == day
                newest[year] = max(day, newest.get(year, ""))
    assert days[f"{SITE_URL}oit/2568/"] == newest[2568]
    for (year, number), of_cycle in ITEMS_OF_CYCLES.items():
        for page in ["", *(f"{paper}/" for paper in PAPERS[of_cycle])]:
            day = days[f"{SITE_URL}oit/{year}/o{number}/"]
            assert days[f"{SITE_URL}ita/{of_cycle}/{page}"] == day
    # Pages without a day of their own changed when the newest data did, not at every build.
    for page in ("", "oit/", "oit/2569/", "oit/2569/o24/", "about/"):
        assert days[SITE_URL + page] == newest[2569]
    assert gzip.decompress((sample_site / "sitemap.xml.gz").read_bytes()) == site_map


# Reproducible


def test_same_data_gives_the_same_bytes(sample_site: Path, tmp_path: Path) -> None:
    again = commands.oit(
        "build",
        *("--data", ROOT / "data", "--out", "again", "--today", "2026-11-22"),
        cwd=tmp_path,
        PYTHONHASHSEED="4242",
        TZ="Asia/Bangkok",
    )
    assert again.returncode == 0, again.stderr
    first, second = files_of(sample_site), files_of(tmp_path / "again")
    assert list(first) == list(second)
    assert [path for path, content in first.items() if content != second[path]] == []


def test_mkdocs_itself_builds_the_same_site(sample_site: Path, tmp_path: Path) -> None:
    built = commands.python(
        "mkdocs", "build", "--strict", "--site-dir", tmp_path, SOURCE_DATE_EPOCH="1795348800"
    )
    assert built.returncode == 0, built.stderr
    assert {path: digest(content) for path, content in files_of(tmp_path).items()} == {
        path: digest(content) for path, content in files_of(sample_site).items()
    }


class Article(HTMLParser):
    """Collects the contents of a page's article: tags, attributes and text."""

    def __init__(self) -> None:
        super().__init__()
        self.depth = 0
        self.found: list[object] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.depth += tag == "article"
        if self.depth:
            self.found.append((tag, attrs))

    def handle_endtag(self, tag: str) -> None:
        if self.depth:
            self.found.append(tag)
        self.depth -= tag == "article"

    def handle_data(self, data: str) -> None:
        if self.depth and data.strip():
            self.found.append(data)

    @classmethod
    def of(cls, page: Path) -> list[object]:
        parser = cls()
        parser.feed(page.read_text(encoding="utf-8"))
        return parser.found


def test_properdocs_builds_the_same_pages(sample_site: Path, tmp_path: Path) -> None:
    built = commands.python(
        "properdocs",
        *("build", "--quiet", "--config-file", ROOT / "mkdocs.yml", "--site-dir", tmp_path),
        SOURCE_DATE_EPOCH="1795348800",
    )
    assert built.returncode == 0, built.stderr
    pages = {path for path in files_of(sample_site) if path.endswith(".html")}
    assert {path for path in files_of(tmp_path) if path.endswith(".html")} == pages
    for page in pages:
        assert Article.of(tmp_path / page) == Article.of(sample_site / page)
    for path in ("oit/manifest.json", "oit/2569/status.json", "search/oit.json"):
        assert (tmp_path / path).read_bytes() == (sample_site / path).read_bytes()


# Faults leave the last good site in place


@pytest.fixture
def faulty(small_agency: SmallAgency) -> SmallAgency:
    """An agency with a fault in two files and a site that was built before."""
    small_agency.add("data/2569/o01.yml", "phoen: 0 4500 0000\n")
    small_agency.add("data/agency.yml", "site_url: www.example.go.th\n")
    small_agency.write("site/oit/manifest.json", "{}")
    small_agency.write("site/index.html", "ของเดิม")
    return small_agency


def reported(agency: SmallAgency) -> list[str]:
    """Return what ``oit check`` reports about the errors, without its layout."""
    report = commands.oit("check", cwd=agency.folder).stdout
    errors = report.split("\n\n")[1].splitlines()[1:]
    assert len(errors) == 4, report
    return [line.strip() for line in errors]


def test_an_error_in_the_data_fails_the_build_with_the_message_of_check(
    faulty: SmallAgency,
) -> None:
    before = files_of(faulty.folder)
    done = commands.oit("build", cwd=faulty.folder)
    assert (done.returncode, done.stdout) == (2, "")
    *lines, last = [line.strip() for line in done.stderr.splitlines()]
    assert lines == reported(faulty)
    assert last == "ยังไม่ได้สร้างเว็บไซต์ แก้ตามข้างบนแล้วสั่ง oit build อีกครั้ง"
    assert files_of(faulty.folder) == before


def test_an_error_is_reported_in_english_too(faulty: SmallAgency) -> None:
    done = commands.oit("build", "--lang", "en", cwd=faulty.folder)
    assert 'OIT205 unknown field "phoen" (did you mean "phone"?)' in done.stderr


def test_fault_in_the_data_fails_mkdocs_too(faulty: SmallAgency) -> None:
    before = files_of(faulty.folder)
    done = commands.python(
        "mkdocs", "build", "--site-dir", faulty.folder / "site", OIT_DATA=faulty.data
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert [line for line in reported(faulty) if line not in done.stderr] == []
    assert files_of(faulty.folder) == before


def test_fault_of_an_older_year_counts_as_well(small_agency: SmallAgency) -> None:
    small_agency.write("data/2568/o01.yml", "phoen: 1\n")
    checklist = CHECKLIST.replace("year: 2569", "year: 2568")
    small_agency.write("data/checklists/small-2568.yml", checklist)
    done = commands.oit("build", cwd=small_agency.folder)
    assert done.returncode == 2
    assert done.stderr.startswith("data/2568/o01.yml:1:1: OIT205 ")


def test_hand_written_page_cannot_take_a_generated_address(small_agency: SmallAgency) -> None:
    small_agency.write("docs/oit/2569/o7.md", "# ของเรา\n")
    small_agency.write("docs/index.md", "# ของเรา\n")
    small_agency.write("site/oit/manifest.json", "{}")
    before = files_of(small_agency.folder)
    done = commands.oit("build", "--data", small_agency.data, "--out", small_agency.folder / "site")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    for place in ("docs/index.md:1:1: OIT403 ", "docs/oit/2569/o7.md:1:1: OIT403 "):
        assert place in done.stderr
    assert files_of(small_agency.folder) == before


def test_an_address_that_is_taken_fails_mkdocs_before_it_empties_the_site(
    small_agency: SmallAgency,
) -> None:
    small_agency.write("docs/index.md", "# ของเรา\n")
    small_agency.write("site/index.html", "เดิม")
    before = files_of(small_agency.folder)
    done = commands.python(
        "mkdocs", "build", "--site-dir", small_agency.folder / "site", OIT_DATA=small_agency.data
    )
    assert done.returncode == 1
    assert "docs/index.md:1:1: OIT403 " in done.stderr
    assert files_of(small_agency.folder) == before


def test_build_that_fails_in_mkdocs_leaves_nothing_behind(small_agency: SmallAgency) -> None:
    small_agency.write("mkdocs.yml", "site_name: ก\ntheme:\n  name: none-such\n")
    before = files_of(small_agency.folder)
    done = commands.oit("build", cwd=small_agency.folder)
    assert done.returncode == 2
    assert "none-such" in done.stderr
    assert files_of(small_agency.folder) == before


def test_build_without_settings_says_what_is_missing(small_agency: SmallAgency) -> None:
    done = commands.oit("build", cwd=small_agency.folder)
    assert done.returncode == 2
    assert "mkdocs.yml" in done.stderr
    assert "Traceback" not in done.stderr


# What the build may write over


def test_a_folder_with_other_files_is_not_replaced(small_agency: SmallAgency) -> None:
    before = files_of(small_agency.folder)
    for out in (".", "data"):
        done = commands.oit("build", "--out", out, "--lang", "en", cwd=small_agency.folder)
        assert done.returncode == 2
        assert done.stderr == (
            f"the folder {out} contains files that this program did not write;"
            " name another folder\n"
        )
    assert files_of(small_agency.folder) == before


def test_only_what_is_ours_or_nothing_may_be_replaced(tmp_path: Path) -> None:
    site, empty, other, file = (tmp_path / name for name in ("site", "empty", "other", "file"))
    (site / "oit").mkdir(parents=True)
    (site / "oit/manifest.json").write_text("{}")
    empty.mkdir()
    other.mkdir()
    (other / "thesis.doc").write_text("")
    file.write_text("")
    assert build.may_replace(site)
    assert build.may_replace(empty)
    assert build.may_replace(tmp_path / "none")
    assert not build.may_replace(other)
    assert not build.may_replace(file)


def test_new_site_takes_the_place_of_the_old_one(small_agency: SmallAgency, tmp_path: Path) -> None:
    site = tmp_path / "www" / "site"
    (site / "oit").mkdir(parents=True)
    (site / "oit/manifest.json").write_text("{}")
    (site / "old.html").write_text("")
    (tmp_path / "link").symlink_to(site)
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    done = commands.oit(
        "build", "--data", small_agency.data, "--out", tmp_path / "link", TMPDIR=temporary
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert (site / "oit/2569/o7/index.html").is_file()
    assert not (site / "old.html").exists()
    # Nothing is left of what the build needed on its way.
    assert [path.name for path in site.parent.iterdir()] == ["site"]
    assert list(temporary.glob("oit-*")) == []


# Every link of the site


class Links(HTMLParser):
    """Takes a page's links and the places that links may point to."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del tag
        for name, value in attrs:
            if name == "id" and value:
                assert value not in self.ids or value.startswith("__"), f"two elements {value}"
                self.ids.add(value)
            elif name in {"href", "src"}:
                assert value is not None
                self.links.append(value)


def links_of(page: Path) -> Links:
    links = Links()
    links.feed(page.read_text(encoding="utf-8"))
    return links


def test_every_internal_link_leads_to_a_page_and_a_place_on_it(sample_site: Path) -> None:
    pages = {
        urljoin(SITE_URL, path.removesuffix("index.html")): links_of(sample_site / path)
        for path in files_of(sample_site)
        if path.endswith(".html")
    }
    broken = []
    internal = 0
    for address, page in pages.items():
        for link in page.links:
            if scheme := urlsplit(link).scheme:
                assert scheme in {"https", "mailto", "tel"}, link
                continue
            internal += 1
            target, _, place = urljoin(address, link).partition("#")
            if target in pages:
                if place and unquote(place) not in pages[target].ids:
                    broken.append((address, link))
            elif not (sample_site / unquote(target.removeprefix(SITE_URL))).is_file():
                broken.append((address, link))
    assert broken == []
    assert internal > 2000


def test_links_to_pages_of_documents_are_within_them(sample_site: Path) -> None:
    page = html_of(sample_site / "oit/2569/o7/index.html")
    assert re.findall(r'href="([^"]+\.pdf[^"]*)"', page) == [
        "../../../files/2569/o07-annual-report.pdf",
        "../../../files/2569/o07-annual-report.pdf#page=4",
        "../../../files/2569/o07-annual-report.pdf#page=6",
        "../../../files/2569/o07-annual-report.pdf#page=8",
    ]


def test_pages_ask_nothing_of_other_sites(sample_site: Path) -> None:
    loading = re.compile(r'<(?:script|img|iframe|source|video|audio)\b[^>]*\bsrc="([^"]*)"')
    styles = re.compile(
        r'<link\b(?=[^>]*\brel="(?:stylesheet|icon|preconnect)")[^>]*href="([^"]*)"'
    )
    for path, content in files_of(sample_site).items():
        if path.endswith(".html"):
            markup = content.decode()
            for address in loading.findall(markup) + styles.findall(markup):
                assert not urlsplit(address).netloc, (path, address)


# What can go wrong


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Write a new repository."""
    given = {
        "--name": "เทศบาลตำบลหนึ่ง",
        "--kind": "municipality",
        "--province": "น่าน",
        "--year": "2569",
    }
    words = [word for pair in given.items() for word in pair]
    assert commands.oit("init", tmp_path / "town", *words).returncode == 0
    return tmp_path / "town"


def test_code_beside_the_data_is_never_run(repository: Path) -> None:
    for name in ("mkdocs", "calendar", "pip", "yaml", "click"):
        (repository / f"{name}.py").write_text("raise SystemExit('code ran')")
    script = Path(sys.executable).with_name("oit")
    for call, status in ((["check"], 1), (["build"], 0), (["new-year", "2570"], 0)):
        done = subprocess.run(
            [script, *call], cwd=repository, capture_output=True, text=True, check=False
        )
        assert "code ran" not in done.stdout + done.stderr
        assert done.returncode == status


def test_a_crash_of_the_build_is_a_report_and_no_traceback(repository: Path) -> None:
    with (repository / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("\nhooks: [broken.py]\n")
    (repository / "broken.py").write_text("def on_files(files, config): raise KeyError")
    done = commands.oit("build", cwd=repository)
    assert done.returncode == 70
    assert done.stderr.startswith("oit: โปรแกรมผิดพลาดเอง")
    assert "Traceback" not in done.stderr
    assert not (repository / "site").exists()


def test_wrong_data_is_all_that_a_build_says(tmp_path: Path) -> None:
    done = commands.oit("build", "--data", "none", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("none/agency.yml:1:1: OIT400 ")


def test_other_addresses_than_the_permanent_ones_are_refused(repository: Path) -> None:
    settings = repository / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    assert "use_directory_urls: true" in text
    settings.write_text(text.replace("urls: true", "urls: false"), encoding="utf-8")
    done = commands.oit("build", cwd=repository)
    assert done.returncode == 2
    assert "ลบ use_directory_urls: false" in done.stderr
    assert not (repository / "site").exists()
