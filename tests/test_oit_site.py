"""The MkDocs adapter: its place in the house, and how it serves while people write."""

import ast
import html
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

import commands
from built import html_of, without_words
from commands import ROOT
from small_agency import SmallAgency

HOOKS = ROOT / "hooks"
ADAPTER = HOOKS / "oit_site.py"
OVERVIEW = HOOKS / "oit_overview.py"
PATIENCE = 60
"""Seconds until a page must show what was changed."""


def imports_of(module: Path) -> set[str]:
    """Return the packages that a module imports, wherever in it."""
    names = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
    return {name.partition(".")[0] for name in names}


def test_adapters_and_the_plugin_are_the_only_files_that_know_mkdocs() -> None:
    knowing = {path for path in HOOKS.rglob("*.py") if imports_of(path) & {"mkdocs", "material"}}
    assert knowing == {ADAPTER, HOOKS / "oit_plugin.py", OVERVIEW}


def test_adapters_are_under_100_lines() -> None:
    for adapter in (ADAPTER, OVERVIEW):
        assert len(adapter.read_text(encoding="utf-8").splitlines()) < 100


def test_core_works_where_mkdocs_is_not_installed(
    small_agency: SmallAgency, tmp_path: Path
) -> None:
    (tmp_path / "mkdocs.py").write_text("raise ImportError('not installed')", encoding="utf-8")
    out = tmp_path / "out"
    done = commands.oit("generate", "--data", small_agency.data, out, PYTHONPATH=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert (out / "oit/2569/o7/index.md").is_file()


@pytest.fixture
def without_package(tmp_path: Path) -> Path:
    """Copy the program to where nobody installed it."""
    copy = tmp_path / "copy"
    shutil.copytree(HOOKS, copy / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", copy)
    return copy


def test_adapter_finds_its_library_beside_it(
    small_agency: SmallAgency, without_package: Path
) -> None:
    shutil.copytree(small_agency.data, without_package / "data")
    (without_package / "docs").mkdir()
    (without_package / "hooks/oit/templates/forms/annual_report.html").write_text("the copy")
    # Outside the virtual environment's path of editable packages, MkDocs must still be found.
    done = subprocess.run(
        [sys.executable, "-c", RUN_MKDOCS, "build", "--quiet"],
        cwd=without_package,
        # The copy is not what is measured.
        env={k: v for k, v in commands.clean_environment().items() if "COVERAGE" not in k},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "the copy" in (without_package / "site/oit/2569/o7/index.html").read_text()


RUN_MKDOCS = f"""
import sys
sys.path = [entry for entry in sys.path if entry != {str(HOOKS)!r}]
from mkdocs.__main__ import cli
cli()
"""


# Serving


class Server:
    """``oit serve`` on the data of an agency."""

    def __init__(self, agency: SmallAgency, log: Path) -> None:
        self.log = log
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = str(free.getsockname()[1])
            self.address = f"127.0.0.1:{port}"
        with log.open("wb") as stream:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "oit", "serve", "--data", agency.data, "--port", port],
                cwd=ROOT,
                env=commands.clean_environment(),
                stdin=subprocess.DEVNULL,
                stdout=stream,
                stderr=stream,
            )

    def page(self, path: str) -> str:
        """Return a page, or nothing while the server does not answer."""
        try:
            with urlopen(f"http://{self.address}/{path}", timeout=5) as answer:
                content: bytes = answer.read()
        except HTTPError as error:
            return error.read().decode()
        except OSError:
            return ""
        return without_words(content.decode())

    def output(self) -> str:
        """Return what the server wrote."""
        return self.log.read_text(encoding="utf-8")

    def shows(self, text: str, path: str) -> bool:
        """Wait until a page shows a text."""
        return self._waited(lambda: text in self.page(path))

    def says(self, text: str) -> bool:
        """Wait until the server has written a text."""
        return self._waited(lambda: text in self.output())

    def _waited(self, condition: object) -> bool:
        assert callable(condition)
        end = time.monotonic() + PATIENCE
        while not condition():
            if time.monotonic() > end or self.process.poll() is not None:
                return False
            time.sleep(0.1)
        return True


@pytest.fixture
def server(small_agency: SmallAgency, tmp_path: Path) -> Iterator[Server]:
    server = Server(small_agency, tmp_path / "log")
    yield server
    # Ctrl+C does the same, but a process in the background does not get it.
    server.process.terminate()
    try:
        server.process.wait(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        # MkDocs may miss it in the middle of a build; no later test is to meet this server.
        server.process.kill()
        server.process.wait()


def test_server_follows_the_data_and_survives_its_faults(
    small_agency: SmallAgency, server: Server
) -> None:
    item = "oit/2569/o7/"
    assert server.shows("ปรับปรุงถนน", item), server.output()
    file = small_agency.data / "2569/o07.yml"
    good = file.read_text(encoding="utf-8")

    file.write_text(good.replace("ปรับปรุงถนน", "ขุดลอกคลอง"), encoding="utf-8")
    assert server.shows("ขุดลอกคลอง", item), server.output()

    file.write_text(good + "ownr: กองคลัง\n", encoding="utf-8")
    assert server.shows("data/2569/o07.yml", item), server.output()
    fault = 'OIT205 ไม่รู้จักช่อง "ownr" หมายถึง "owner" ใช่หรือไม่'
    assert fault in html.unescape(server.page(item))
    assert server.output().count(fault) == 1

    file.write_text(good + "problems: ฝนตกชุก\n", encoding="utf-8")
    assert server.shows("ฝนตกชุก", item), server.output()
    assert "Traceback" not in server.output()
    assert "WARNING" not in server.output()


def test_server_does_not_start_on_faults(small_agency: SmallAgency) -> None:
    small_agency.add("data/2569/o07.yml", "ownr: กองคลัง\n")
    done = commands.python("mkdocs", "serve", OIT_DATA=small_agency.data)
    assert done.returncode == 1
    assert "data/2569/o07.yml:6:1: OIT205 " in done.stderr
    assert "Traceback" not in done.stderr


# The pages that MkDocs makes of it


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of an agency with pages of its own, a dangerous name and no address."""
    agency = SmallAgency.make(tmp_path_factory.mktemp("agency"))
    agency.write(
        "data/agency.yml",
        'name: อบต. <script>alert(1)</script> & "เล็ก"\nkind: subdistrict\nchecklist: small\n'
        "about: '\"><script>alert(2)</script>'\n",
    )
    agency.add("data/2569/o07.yml", "problems: '<script>alert(3)</script> {{ 7*7 }}'\n")
    agency.write(
        "docs/about.md",
        "# เกี่ยวกับเรา\n\nตำบลของเรามีคลองชลประทาน\n\n## ประวัติ {#history}\n\nตั้งเมื่อปี 2540\n",
    )
    agency.write("docs/files/2569/a.pdf", "%PDF-1.4")
    site = agency.folder / "site"
    done = commands.oit("build", "--data", agency.data, "--out", site, "--today", "2569-04-01")
    assert (done.returncode, done.stderr) == (0, "")
    return site


def page(site: Path, path: str) -> str:
    return html_of(site / path / "index.html")


def test_nothing_in_the_data_runs_on_any_page(site: Path) -> None:
    pages = list(site.rglob("*.html"))
    assert len(pages) == 15
    for path in pages:
        assert "<script>alert" not in path.read_text(encoding="utf-8"), path
    assert "&lt;script&gt;alert(3)&lt;/script&gt; {{ 7*7 }}" in page(site, "oit/2569/o7")


def test_site_has_the_agencys_name_made_harmless(site: Path) -> None:
    name = "อบต. ‹script›alert(1)‹/script› ＆ ”เล็ก”"
    assert f"<title>O7 รายงานผลการดำเนินงาน - {name}</title>" in page(site, "oit/2569/o7")


def test_menu_leads_to_the_items_and_the_hand_written_pages(site: Path) -> None:
    home = page(site, "")
    for link in ("oit/2569/", "about/"):
        assert f'href="{link}"' in home
    item = page(site, "oit/2569/o7")
    assert re.search(r'href="\.\./o8/" class="md-nav__link">\s*<span[^>]*>\s*O8 ข้อมูลทั่วไป', item)


def test_contents_of_a_page_lists_its_sections(site: Path) -> None:
    contents = re.findall(r'href="(#[^"]+)" class="md-nav__link">', page(site, "oit/2569/o7"))
    assert list(dict.fromkeys(contents)) == [
        "#projects",
        "#problems",
        "#open-data",
        "#lacking",
        "#asked",
    ]


def test_hand_written_pages_stay_as_they_are_and_can_be_searched(site: Path) -> None:
    assert '<h2 id="history">ประวัติ' in page(site, "about")
    titles, texts = (
        (site / f"search/{name}.json").read_text(encoding="utf-8") for name in ("oit", "texts")
    )
    assert "ตำบลของเรามีคลองชลประทาน" in texts
    assert '"history":"ประวัติ"' in titles
    assert '"history":"ตั้งเมื่อปี 2540"' in texts


def test_published_files_are_copied(site: Path) -> None:
    assert (site / "files/2569/a.pdf").read_bytes() == b"%PDF-1.4"


def test_themes_own_search_is_replaced_by_ours(site: Path) -> None:
    assert (site / "assets/oit-search.js").is_file()
    assert "assets/oit-search.js" in page(site, "oit/2569/o7")
    assert not (site / "assets/javascripts/workers").exists()
    assert not (site / "assets/javascripts/lunr").exists()


def test_site_of_an_agency_without_an_address_names_none(site: Path) -> None:
    assert 'rel="canonical"' not in page(site, "oit/2569/o7")


def test_settings_can_name_another_data_folder(small_agency: SmallAgency) -> None:
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("hooks/", f"{HOOKS}/").replace("extra:\n", "extra:\n  data: ข้อมูล\n")
    settings = re.sub(r"plugins:\n(  .*\n)+", "plugins: []\n", settings)
    small_agency.write("mkdocs.yml", settings)
    small_agency.data.rename(small_agency.folder / "ข้อมูล")
    small_agency.write("docs/about.md", "# เกี่ยวกับเรา\n")  # MkDocs insists before it asks us
    done = commands.python("mkdocs", "build", "--quiet", cwd=small_agency.folder)
    assert (done.returncode, done.stderr) == (0, "")
    site = small_agency.folder / "site"
    assert "เทศบาลตำบลเล็ก" in page(site, "")
    # Our search index is written where the theme's plugin is switched off, too.
    assert (site / "search/oit.json").is_file()
