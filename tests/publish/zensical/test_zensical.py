"""Zensical, which runs no hooks, builds the same site from ``oit generate --for zensical``."""

import json
import re
import shutil
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import commands
from built import html_of
from conftest import TODAY
from oit.views.pages.page import text_of
from small_agency import SmallAgency
from zensical_project import Project

Generate = Callable[..., int]


def article(page: Path) -> str:
    """Return what is to be read on a page."""
    found = re.search(r"<article.*?</article>", html_of(page), re.DOTALL)
    assert found, page
    return text_of(found[0])


# The site


def test_every_page_reads_as_mkdocs_builds_it(sample_project: Project, sample_site: Path) -> None:
    listed = json.loads((sample_site / "oit/manifest.json").read_bytes())["pages"]
    pages = [f"{page['url']}index.html" for page in listed] + ["about/index.html"]
    for page in pages:
        # A heading of Markdown has a sign to link to it where MkDocs made it.
        ours = article(sample_site / page).replace("¶", "").split()
        assert article(sample_project.site / page).replace("¶", "").split() == ours, page


def test_statuses_and_gaps_are_those_of_the_data(
    sample_project: Project, sample_site: Path
) -> None:
    name = "oit/2569/status.json"
    status = (sample_project.site / name).read_bytes()
    assert status == (sample_site / name).read_bytes()
    lacking = [item for item in json.loads(status)["items"] if item["status"] == "partial"]
    assert lacking
    for item in lacking:
        page = html_of(sample_project.site / item["url"] / "index.html")
        gaps = [element["text"] for element in item["elements"] if element["status"] == "missing"]
        assert 'class="oit-lacking"' in page
        assert all(gap in text_of(page) for gap in gaps)


def test_site_is_verified_in_every_way(sample_project: Project) -> None:
    done = commands.oit("verify", sample_project.site, "--today", TODAY, "--lang", "en")
    assert done.returncode == 0, done.stdout
    assert "everything matches the data" in done.stdout


def test_build_of_settings_for_mkdocs_is_known_for_lacking_the_hook(tmp_path: Path) -> None:
    settings = (commands.ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("  custom_dir: hooks/oit/theme\n", "")
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    shutil.copytree(commands.ROOT / "docs", tmp_path / "docs")
    assert commands.python("zensical", "build", cwd=tmp_path).returncode == 0
    done = commands.oit("verify", tmp_path / "site")
    assert done.returncode == 1
    assert ": hook-skipped " in done.stdout


def test_site_of_harmful_data_holds_no_script_of_its_own(hostile_project: Project) -> None:
    data = hostile_project.folder.parent / "data"
    done = commands.oit("verify", hostile_project.site, "--data", data, "--lang", "en")
    assert "inline-script" not in done.stdout, done.stdout
    assert "page-differs" not in done.stdout, done.stdout


# The project


@pytest.fixture
def generate(agency: SmallAgency, monkeypatch: pytest.MonkeyPatch) -> Generate:
    from oit.cli.main import main  # noqa: PLC0415 - after the folder is changed

    monkeypatch.chdir(agency.folder)
    return lambda *words: main(["generate", *map(str, words)])


def settings_of(folder: Path) -> dict[str, Any]:
    text = (folder / "zensical.toml").read_text(encoding="utf-8")
    project: dict[str, Any] = tomllib.loads(text)["project"]
    return project


def test_settings_say_whose_site_it_is_and_name_every_page_of_the_menu(
    generate: Generate, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    assert generate(out, "--for", "zensical") == 0
    settings = settings_of(out)
    assert settings["site_name"] == "เทศบาลตำบลเล็ก"
    assert settings["theme"]["font"] is False
    named = re.findall(r"[^'\"]+\.md", str(settings["nav"]))
    assert {"index.md", "oit/2569/index.md", "oit/2569/o7/index.md", "about.md"} <= set(named)
    assert [name for name in named if not (out / "docs" / name).is_file()] == []


def test_project_is_written_anew_and_what_was_built_of_it_stays(
    generate: Generate, agency: SmallAgency, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    generate(out, "--for", "zensical")
    (out / "site").mkdir()
    (agency.folder / "docs/about.md").unlink()
    assert generate(out, "--for", "zensical") == 0
    assert not (out / "docs/about.md").exists()
    assert (out / "site").is_dir()


@pytest.mark.parametrize("out", [".", "data", "docs", "other"])
def test_folder_that_holds_other_things_is_left_alone(
    generate: Generate, agency: SmallAgency, out: str
) -> None:
    agency.write("other/thesis.txt", "ก")
    before = sorted(agency.folder.rglob("*[!.]cache"))
    assert generate(out, "--for", "zensical") == 2
    assert sorted(agency.folder.rglob("*[!.]cache")) == before


def test_empty_folder_is_written_into(generate: Generate, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    assert generate(tmp_path / "out", "--for", "zensical") == 0


def test_what_a_link_leads_to_is_not_taken_away(agency: SmallAgency, tmp_path: Path) -> None:
    out, precious = tmp_path / "out", tmp_path / "precious"
    generate = ("generate", out, "--data", agency.data, "--for=zensical")
    assert commands.oit(*generate).returncode == 0
    shutil.move(out / "theme", precious)
    (out / "theme").symlink_to(precious, target_is_directory=True)
    assert commands.oit(*generate).returncode == 2
    assert (precious / "main.html").is_file()
