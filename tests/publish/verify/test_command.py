"""A valid site passes; each kind of damage is reported once, with its place."""

import gzip
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

import commands
from publish.verify.sites import PAGE, TODAY, Site, Verify
from small_agency import SmallAgency

# Each test reads a whole site; those of served sites trace the same lines.
pytestmark = pytest.mark.untraced


def test_a_sound_site_passes(site: Site) -> None:
    result = site.verify()
    assert (result.status, result.kinds, result.err) == (0, [], "")
    assert "ตรงกับข้อมูลทั้งหมด" in result.out


def test_the_sample_site_itself_lacks_nothing_of_its_data(
    sample_site: Path, verify: Verify
) -> None:
    result = verify(sample_site, Path("data"))
    assert {kind for _, kind in result.kinds} <= {"broken-link"}


@pytest.mark.parametrize("page", [PAGE, "oit/2568/o1/", "oit/2569/", "ita/2569/", "data/", ""])
def test_a_page_is_missing(site: Site, page: str) -> None:
    (site.out / page / "index.html").unlink()
    result = site.verify()
    assert (result.status, result.kinds) == (1, [(page, "page-missing")])
    assert "→" in result.out


def test_a_page_was_edited(site: Site) -> None:
    site.page("</h1>", " ฉบับแก้ไข</h1>")
    assert site.verify().kinds == [(PAGE, "page-differs")]


def test_a_page_may_be_written_in_another_way(site: Site) -> None:
    page = site.out / PAGE / "index.html"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("<p>", "<p >").replace("</h2>", "</h2>\n\n"), encoding="utf-8")
    assert site.verify().kinds == []


def test_a_page_is_left_from_an_older_build(site: Site) -> None:
    shutil.copytree(site.out / PAGE, site.out / "oit/2569/o99")
    assert site.verify().kinds == [("oit/2569/o99/", "page-unknown")]


def test_a_document_is_missing(site: Site) -> None:
    (site.out / "files/2569/o07-annual-report.pdf").unlink()
    assert site.verify().kinds == [("files/2569/o07-annual-report.pdf", "document-missing")]


def test_a_document_was_changed(site: Site) -> None:
    path = site.out / "files/2569/o07-annual-report.pdf"
    content = path.read_bytes()
    path.unlink()
    path.write_bytes(content[:-1])
    assert site.verify().kinds == [("files/2569/o07-annual-report.pdf", "document-differs")]


def test_a_generated_file_is_missing_or_was_changed(site: Site) -> None:
    tables = sorted((site.out / "data").rglob("*.csv"))
    address = tables[0].relative_to(site.out).as_posix()
    site.write(f"site/{address}", "แก้แล้ว\n")
    assert site.verify().kinds == [(address, "file-differs")]
    tables[0].unlink()
    assert site.verify().kinds == [(address, "file-missing")]


def test_a_status_was_edited(site: Site) -> None:
    site.replace("site/oit/2569/status.json", '"status": "partial"', '"status": "complete"')
    result = site.verify()
    assert result.kinds == [("oit/2569/status.json", "status-differs")]
    assert ": O" in result.out


def test_a_total_of_the_statuses_was_edited(site: Site) -> None:
    status = json.loads((site.out / "oit/2569/status.json").read_text(encoding="utf-8"))
    site.write("site/oit/2569/status.json", json.dumps({**status, "summary": {}}))
    assert ": summary" in site.verify().out


def as_version_1(status: dict[str, Any]) -> dict[str, Any]:
    """Return a status as the program wrote it before elements could be partial."""
    there = {"shown", "attested", "none_declared"}
    for item in status["items"]:
        statuses = {element["status"] for element in item["elements"]}
        if item["status"] == "partial" and not statuses & there:
            item["status"] = "missing"
        for element in item["elements"]:
            del element["amount"], element["lacking"]
            element["status"] = element["status"].replace("partial", "missing")
    return {**status, "oit": 1, "today": "2569-11-22", "findings": [], "summary": {}}


def old_status(site: Site) -> dict[str, Any]:
    """Return the site's status in version 1; some of its elements are there in part."""
    text = (site.out / "oit/2569/status.json").read_text(encoding="utf-8")
    status: dict[str, Any] = json.loads(text)
    assert status["summary"]["elements"]["partial"]
    return as_version_1(status)


def test_the_statuses_of_version_1_are_read(site: Site) -> None:
    site.write("site/oit/2569/status.json", json.dumps(old_status(site)))
    assert site.verify().kinds == []


def test_an_edited_status_of_version_1_is_reported(site: Site) -> None:
    status = old_status(site)
    item = next(item for item in status["items"] if item["id"] == "O7")
    item["elements"][1]["status"] = "attested"
    site.write("site/oit/2569/status.json", json.dumps(status))
    result = site.verify()
    assert result.kinds == [("oit/2569/status.json", "status-differs")]
    assert ": O7\n" in result.out


@pytest.mark.parametrize("items", [1, [1], [{"id": "O7", "elements": 1}], [{"elements": [1]}]])
def test_version_1_of_another_shape_differs(site: Site, items: object) -> None:
    status = {"oit": 1, "today": "2569-11-22", "items": items}
    site.write("site/oit/2569/status.json", json.dumps(status))
    assert site.verify().kinds == [("oit/2569/status.json", "status-differs")]


@pytest.mark.parametrize("text", ["{", "[]", '{"items": [1], "today": "วันนี้"}'])
def test_a_status_file_is_none(site: Site, text: str) -> None:
    site.write("site/oit/2569/status.json", text)
    # The day then comes from another year's file.
    assert site.verify().kinds == [("oit/2569/status.json", "status-differs")]


def test_without_any_status_the_day_is_that_of_the_call(site: Site) -> None:
    for year in (2568, 2569):
        (site.out / f"oit/{year}/status.json").unlink()
    kinds = site.verify("--today", TODAY).kinds
    assert kinds == [(f"oit/{year}/status.json", "status-differs") for year in (2569, 2568)]


def test_the_site_is_of_another_day(site: Site) -> None:
    result = site.verify("--today", "2569-11-23")
    assert result.kinds == [("oit/", "other-day")]
    assert TODAY in result.out
    assert site.verify("--today", TODAY).kinds == []


def test_the_data_has_changed_since(site: Site) -> None:
    site.take_data()
    site.replace("data/2569/o07.yml", "owner: ", "owner: งาน")
    site.replace("data/2569/o12.yml", "owner: ", "owner: งาน")
    result = site.verify()
    assert result.kinds == [("oit/manifest.json", "data-changed")] * 2
    assert "data/2569/o07.yml" in result.out


def test_the_manifest_is_of_other_pages(site: Site) -> None:
    status = json.loads((site.out / "oit/manifest.json").read_text(encoding="utf-8"))
    site.write("site/oit/manifest.json", json.dumps({**status, "pages": status["pages"][1:]}))
    assert site.verify().kinds == [("oit/manifest.json", "pages-changed")]


@pytest.mark.parametrize("text", ["", "[]", '{"pages": 1}', '{"pages": [{}]}'])
def test_the_manifest_is_none(site: Site, text: str) -> None:
    site.write("site/oit/manifest.json", text)
    assert site.verify().kinds == [("oit/manifest.json", "manifest-unreadable")]


def test_another_version_built_the_site(site: Site) -> None:
    site.replace("site/oit/manifest.json", "oit-site 0", "oit-site 9.0")
    assert site.verify().kinds == [("oit/manifest.json", "other-version")]


def test_the_generator_skipped_the_hook(site: Site) -> None:
    (site.out / "oit/manifest.json").unlink()
    result = site.verify()
    assert (result.status, result.kinds) == (1, [("", "hook-skipped")])
    assert "hooks/oit_site.py" in result.out


def test_the_generator_left_every_item_out(site: Site) -> None:
    for page in site.out.glob("oit/*/o*/index.html"):
        page.unlink()
    assert site.verify().kinds == [("", "hook-skipped")]


def test_links_inside_the_site_lead_nowhere(site: Site) -> None:
    site.page("</article>", '<a href="../o98/">x</a><a href="http://[">y</a></article>')
    result = site.verify()
    assert result.kinds == [(PAGE, "broken-link")] * 2
    assert "/oit/2569/o98/" in result.out


def test_an_absolute_link_to_the_site_leads_nowhere(site: Site) -> None:
    site.page("</article>", '<a href="https://OIT.tuayang.example/o98">x</a></article>')
    assert site.verify().kinds == [(PAGE, "broken-link")]


def test_links_that_hold(site: Site) -> None:
    links = [
        "https://oit.tuayang.example",
        "https://oit.tuayang.example/oit/2569/o7/",
        "../o8/#top",
        "../o8/#:~:text=x",
        "../o8",
        "../o8/index.html",
        "/files/2569/o07-annual-report.pdf#page=2",
        "mailto:a@example.go.th",
        "tel:045000000",
        "https://www.example.com/",
    ]
    site.page("</article>", "".join(f'<a href="{link}">x</a>' for link in links) + "</article>")
    assert site.verify().kinds == []


def test_an_anchor_is_broken(site: Site) -> None:
    site.page("</article>", '<a href="../o8/#nowhere">x</a></article>')
    result = site.verify()
    assert result.kinds == [(PAGE, "broken-anchor")]
    assert "#nowhere" in result.out


@pytest.mark.parametrize(
    "markup",
    [
        '<script src="https://cdn.example.com/a.js"></script>',
        '<link rel="stylesheet" href="//fonts.example.com/a.css">',
        '<link rel="preconnect" href="https://fonts.example.com">',
        '<img src="https://www.example.com/a.png" alt="">',
        '<img srcset="https://www.example.com/a.png 2x," alt="">',
        '<iframe src="https://www.example.com/"></iframe>',
        '<p style="background: url(https://www.example.com/a.png)">x</p>',
        "<style>@import 'https://www.example.com/a.css';</style>",
        '<svg><use href="#a"/><use href="https://www.example.com/a.svg#b"/></svg>',
        '<meta http-equiv="refresh" content="0; url=https://www.example.com/">',
        '<form action="https://www.example.com/"></form>',
    ],
)
def test_a_page_asks_for_something_from_elsewhere(site: Site, markup: str) -> None:
    site.page("</body>", f"{markup}</body>")
    assert site.verify().kinds == [(PAGE, "outside-request")]


def test_a_style_sheet_asks_for_something_from_elsewhere(site: Site) -> None:
    site.replace(
        "site/assets/oit.css",
        "{",
        "{background:url(//x.example.com/a.png);mask:url('none.svg');a:url(http://[)}x{",
    )
    assert site.verify().kinds == [
        ("assets/oit.css", "broken-link"),
        ("assets/oit.css", "broken-link"),
        ("assets/oit.css", "outside-request"),
    ]


def test_a_fault_of_every_page_is_reported_once(site: Site) -> None:
    for page in site.out.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        page.write_text(
            text.replace("</body>", '<img src="https://x.example.com/a.gif"></body>'),
            encoding="utf-8",
        )
    result = site.verify()
    assert len(result.kinds) == 1
    assert "และอีก" in result.out
    assert " more)" in site.verify("--lang", "en").out


def test_there_is_no_policy(site: Site) -> None:
    site.page('http-equiv="Content-Security-Policy"', 'name="other"')
    assert site.verify().kinds == [(PAGE, "policy-missing")]


def test_the_policy_comes_too_late(site: Site) -> None:
    site.page("<head>", '<head><link rel="stylesheet" href="../../../assets/oit.css">')
    assert site.verify().kinds == [(PAGE, "policy-late")]


@pytest.mark.parametrize(
    ("old", "new", "part"),
    [
        ("script-src 'self'", "script-src 'self' 'unsafe-inline'", "script-src 'unsafe-inline'"),
        ("script-src 'self'", "script-src 'self' https:", "script-src https:"),
        ("style-src 'self'", "style-src *", "style-src *"),
        ("object-src 'none'; ", "", "object-src"),
    ],
)
def test_the_policy_was_made_weaker(site: Site, old: str, new: str, part: str) -> None:
    site.page(old, new)
    result = site.verify()
    assert result.kinds == [(PAGE, "policy-weak")]
    assert f": {part}\n" in result.out


def test_the_policy_allows_a_script_that_is_not_there(site: Site) -> None:
    site.page("script-src 'self'", "script-src 'self' 'sha256-AAAA'")
    assert site.verify().kinds == [(PAGE, "policy-hash")]


@pytest.mark.parametrize(
    "markup",
    [
        "<script>alert(1)</script>",
        f"<script type='module'>{'x' * 80}</script>",
        '<p onclick="alert(1)">x</p>',
        '<a href="javascript:alert(1)">x</a>',
    ],
)
def test_a_script_was_put_into_a_page(site: Site, markup: str) -> None:
    site.page("</body>", f"{markup}</body>")
    assert site.verify().kinds == [(PAGE, "inline-script")]


def test_data_for_scripts_is_no_script(site: Site) -> None:
    site.page("</body>", '<script type="application/ld+json">{"a": 1}</script></body>')
    assert site.verify().kinds == []


def test_there_is_no_site_map(site: Site) -> None:
    (site.out / "sitemap.xml").unlink()
    assert site.verify().kinds == [("sitemap.xml", "sitemap-missing")]


def _map(site: Site, old: str, new: str) -> None:
    site.replace("site/sitemap.xml", old, new)
    text = (site.out / "sitemap.xml").read_bytes()
    (site.out / "sitemap.xml.gz").write_bytes(gzip.compress(text))


def test_the_site_map_lacks_a_page_and_has_another(site: Site) -> None:
    _map(site, "/oit/2569/o7/<", "/oit/2569/o97/<")
    assert site.verify().kinds == [
        ("sitemap.xml", "sitemap-lacks"),
        ("sitemap.xml", "sitemap-unknown"),
    ]


def test_the_site_map_is_of_another_address(site: Site) -> None:
    _map(site, "https://oit.tuayang.example/oit/", "http://localhost:8000/oit/")
    assert site.verify().kinds == [("sitemap.xml", "sitemap-elsewhere")]


def test_the_packed_site_map_is_another(site: Site) -> None:
    (site.out / "sitemap.xml.gz").write_bytes(gzip.compress(b"<urlset/>"))
    assert site.verify().kinds == [("sitemap.xml.gz", "sitemap-packed")]
    # Some servers unpack what they send.
    (site.out / "sitemap.xml.gz").write_bytes(b"<urlset/>")
    assert site.verify().kinds == []
    (site.out / "sitemap.xml.gz").unlink()
    assert site.verify().kinds == []


@pytest.mark.parametrize(
    "path",
    [
        "staff/index.html",
        "drafts/o8/index.html",
        "admin/config.yml",
        "data/2569/o07.yml",
        "oit/2569/o7/index.html~",
        "files/2569/old.bak",
        ".git/HEAD",
        ".cache/oit/personal.json",
        ".env",
        "files/.DS_Store",
        "site.zip",
    ],
)
def test_something_for_the_staff_was_published(site: Site, path: str) -> None:
    site.write(f"site/{path}", "ลับ")
    result = site.verify()
    assert [kind for _, kind in result.kinds] == ["private-published"]
    assert result.kinds[0][0] == path.removesuffix("index.html")


@pytest.mark.parametrize("words", ["noindex", "NoIndex, nofollow", "none"])
def test_a_page_that_search_engines_must_not_index(site: Site, words: str) -> None:
    meta = f'<meta name="robots" content="{words}">'
    site.replace("site/oit/2569/o7/index.html", "</title>", f"</title>{meta}")
    assert site.verify().kinds == [("oit/2569/o7/", "page-hidden")]


def test_an_agency_without_an_address_has_no_site_map(
    small_agency: SmallAgency, verify: Verify
) -> None:
    done = commands.oit("build", "--data", small_agency.data, "--out", small_agency.folder / "out")
    assert done.returncode == 0, done.stderr
    assert verify(small_agency.folder / "out", small_agency.data).kinds == []


def test_there_is_no_such_folder(site: Site, verify: Verify) -> None:
    result = verify(site.folder / "nowhere", site.sound / "data")
    assert (result.status, result.out) == (2, "")
    assert "ไม่พบเว็บไซต์" in result.err


def test_the_data_is_unusable(site: Site) -> None:
    site.take_data()
    site.write("data/2569/o07.yml", "projects: [")
    result = site.verify()
    assert (result.status, result.out) == (2, "")
    assert "data/2569/o07.yml:1:" in result.err


def test_there_is_no_data(site: Site, verify: Verify) -> None:
    assert verify(site.out, site.folder / "nowhere").status == 2


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("sw.js", ""),
        ("files/2569/shell.PHP", "<?php"),
        ("a.svg", "<svg/>"),
        ("data/page.xhtml", "<html/>"),
        ("files/web.config", "<configuration/>"),
        ("_worker.js", ""),
        ("_redirects", "/ https://x.example/"),
    ],
)
def test_a_file_that_can_run_was_added(site: Site, name: str, content: str) -> None:
    (site.out / name).write_text(content, encoding="utf-8")
    assert (name, "can-run") in site.verify().kinds


def test_a_picture_with_a_script(site: Site) -> None:
    badge = next(site.out.rglob("badge*.svg"))
    text = badge.read_text(encoding="utf-8")
    badge.write_text(text.replace("</svg>", "<script>alert(1)</script></svg>"), encoding="utf-8")
    assert "inline-script" in [kind for _, kind in site.verify().kinds]


def test_what_only_the_staff_may_read_is_no_part_of_the_site(site: Site) -> None:
    site.take_data()
    # The odd score makes a warning, which the published status does not have.
    site.replace("data/2569/review.yml", "{item: O1, score: 100}", "{item: O1, score: 55}")
    assert site.verify().kinds == []
