"""Let all judges judge: ``python -m tools.judge``."""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright
from tools import sites
from tools.judge import markup, rendered
from tools.judge.complaint import Complaint, unaccepted, unneeded
from tools.judge.install import MODULES

from browser.conftest import FLAGS, chromium
from browser.desk_kinds import serve_desks
from browser.host import serve
from browser.kinds import every_page

WIDTHS = (390, 1280)


def main() -> int:
    """Print what is wrong; return 1 if anything is, also an entry of ``accepted.yml``."""
    with TemporaryDirectory() as folder:
        base = Path(folder)
        judged = {
            "sample": sites.sample(base),
            "beginner": sites.beginner(base),
            **sites.examples(base),
            "manual": sites.manual(base),
        }
        complaints = [
            complaint
            for name, site in judged.items()
            for complaint in (*_of_markup(name, site), *_of_rendered(name, site))
        ]
        complaints += _of_desk(base)
        pages = sum(len(every_page(site)) for site in judged.values())
    left, idle = unaccepted(complaints), unneeded(complaints)
    for complaint in left:
        print(complaint)
    for entry in idle:
        print(f"accepted.yml: no complaint of {entry.judge} is {entry.rule} {entry.text}")
    print(f"{pages} pages of {', '.join(judged)}")
    for judge, package in (
        (markup.HTML_VALIDATE, "html-validate"),
        (markup.VNU, "vnu-jar"),
        (rendered.AXE, "axe-core"),
        (rendered.HTMLCS, "html_codesniffer"),
    ):
        wrong, all_ = (Counter(c.judge for c in some)[judge] for some in (left, complaints))
        print(f"{judge} {_version(package)}: {wrong} to mend, {all_ - wrong} accepted")
    return 1 if left or idle else 0


def _of_markup(name: str, site: Path) -> Iterator[Complaint]:
    print(f"{name}: markup", flush=True)
    yield from markup.html_validate(site)
    of_vnu = markup.vnu(site)
    if of_vnu is None:
        print("no Java: vnu did not run")
    yield from of_vnu or []


def _of_rendered(name: str, site: Path) -> Iterator[Complaint]:
    print(f"{name}: in the browser", flush=True)
    with sync_playwright() as playwright, serve(site) as address:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        # The judges come as inline scripts, which the site's policy rightly forbids.
        page = browser.new_page(bypass_csp=True, reduced_motion="reduce")
        for path in every_page(site):
            page.goto(address + path)
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 900})
                yield from rendered.axe(page, f"{path}@{width}")
            yield from rendered.htmlcs(page, path)
        browser.close()


def _of_desk(base: Path) -> Iterator[Complaint]:
    """Judge a page of each kind of the officer's desk, which makes its pages for each request."""
    print("desk: in the browser", flush=True)
    pages = base / "desk"
    pages.mkdir()
    with sync_playwright() as playwright, serve_desks(base / "desks") as desks:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        page = browser.new_page(bypass_csp=True, reduced_motion="reduce")
        for name, address in desks.items():
            sent = page.goto(address)
            (pages / f"{name}.html").write_bytes(sent.body() if sent else b"")
            # The bar is over whatever is at the end of the screen, until one scrolls.
            page.add_style_tag(content=".bar { position: static !important }")
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 900})
                yield from rendered.axe(page, f"{name}@{width}")
            # HTML_CodeSniffer stumbles over radio buttons in forms of this size.
        browser.close()
    yield from _of_markup("desk", pages)


def _version(package: str) -> str:
    manifest = (MODULES / package / "package.json").read_text(encoding="utf-8")
    return str(json.loads(manifest)["version"])


if __name__ == "__main__":
    sys.exit(main())
