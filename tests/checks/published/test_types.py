"""Which files may be published: by their names, and by what is in them."""

from pathlib import Path, PurePosixPath

import pytest

from archives import archive
from oit.checks.published.types import Fault, fault_of_content, fault_of_name

JPEG = b"\xff\xd8\xff\xe0" + b"\0" * 5000
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 100


@pytest.mark.parametrize(
    "name",
    [
        "about.md",
        "help/index.markdown",
        "files/2569/o07-report.pdf",
        "files/รายงาน ปี 2569.PDF",
        "files/a.b.c.docx",
        "files/photo.JPEG",
        "files/song.mp3",
        "robots.txt",
        "files/index.html.pdf",
    ],
)
def test_documents_and_pages_may_be_published(name: str) -> None:
    assert fault_of_name(PurePosixPath(name)) is None


@pytest.mark.parametrize(
    "name",
    [
        *("a.js", "a.MJS", "sw.js", "service-worker.js", "a.html", "A.HTM", "a.xhtml", "a.svg"),
        *("a.SVGZ", "a.xml", "a.xsl", "a.wasm", "a.swf", "manifest.webmanifest", "a.mhtml"),
        *("a.php", "a.PHP", "a.php5", "a.phtml", "a.phar", "a.asp", "a.aspx", "a.jsp", "a.cgi"),
        *("a.pl", "a.py", "a.shtml", "a.cer", "a.exe", "a.bat", "a.cmd", "a.sh", "a.msi", "a.jar"),
        *("a.apk", "a.ps1", "a.vbs", "a.lnk", "a.url", "a.scr", "a.hta", "a.docm", "a.xlsm"),
        # Servers and Windows take these for the same.
        *("a.php.jpg", "a.asp;.jpg", "a.php.", "a.php ", "a.exe. .", "a.php::$DATA", "a.pdf.exe"),
    ],
)
def test_what_can_run_may_not(name: str) -> None:
    assert fault_of_name(PurePosixPath("files/2569", name)) is Fault.RUNS


@pytest.mark.parametrize(
    "name",
    [
        *("web.config", "Web.Config", "_redirects", "_HEADERS", "_worker.js", "CNAME", "cname"),
        *(".htaccess", ".user.ini", "_routes.json", "vercel.json", "staticwebapp.config.json"),
        *("files/2569/web.config", "_worker.js/index.txt", "crossdomain.xml", ".nojekyll"),
    ],
)
def test_settings_of_servers_may_not(name: str) -> None:
    assert fault_of_name(PurePosixPath(name)) is Fault.SETTINGS


@pytest.mark.parametrize("name", ["a", "a.zip", "Thumbs.db", "a.pdf~", "a.bak", "a.heic", "a.css"])
def test_other_types_may_not(name: str) -> None:
    assert fault_of_name(PurePosixPath(name)) is Fault.OTHER_TYPE


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("extra/own.js", None),
        ("extra/own.css", None),
        ("own.js", Fault.RUNS),
        ("extra/own.js.html", Fault.RUNS),
        ("page.html", Fault.RUNS),
    ],
)
def test_scripts_that_the_settings_name_are_the_owners(name: str, fault: Fault | None) -> None:
    settings = "extra_javascript:\n  - extra/own.js\n  - page.html\nextra_css: [extra/own.css]\n"
    assert fault_of_name(PurePosixPath(name), settings) is fault


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("a.pdf", b"%PDF-1.7\n" + b"\0" * 100, None),
        ("a.pdf", b"<script>alert(1)</script>%PDF-1.7\n", Fault.PAGE),
        ("a.pdf", b"\n \xef\xbb\xbf<!DOCTYPE html><p>", Fault.PAGE),
        ("a.pdf", b"%PDF-1.7\n<script>alert(1)</script>", Fault.PAGE),
        ("a.txt", "<script>alert(1)</script>".encode("utf-16"), Fault.PAGE),
        ("a.txt", b"1 < 2 and <b>", None),
        ("a.csv", "MZ,ชื่อ\n".encode(), None),
        ("a.json", b'{"a": "<script>"}', None),
        ("a.jpg", JPEG, None),
        ("a.jpg", JPEG + b"<?php system($_GET[0]); ?>", Fault.PAGE),
        ("a.jpg", JPEG + b"<?=`$_GET[0]`?>", Fault.PAGE),
        # Random bytes, as in one photograph of ten.
        ("a.jpg", JPEG + b"<?=\x8f\0$\xe1", None),
        ("a.jpg", JPEG + b"<SvG>\xc3a1\x07\xff", None),
        ("a.jpg", JPEG + b"<sCript src=//x>", Fault.PAGE),
        ("a.png", PNG + b"<svg onload=alert(1)>", Fault.PAGE),
        ("a.gif", b"GIF89a/*<html>*/=1", Fault.PAGE),
        ("a.pdf", b"MZ\x90\0\x03\0", Fault.PROGRAM),
        ("a.jpg", b"\x7fELF\x02", Fault.PROGRAM),
        ("a.txt", b"#!/bin/sh\nrm", Fault.PROGRAM),
        ("a.docx", archive(word__document="<w/>"), None),
        ("a.xlsx", archive(**{"xl__workbook": "", "xl__vbaProject.bin": ""}), Fault.MACROS),
        ("a.txt", b"", None),
    ],
)
def test_the_content_counts_whatever_the_name(
    tmp_path: Path, name: str, content: bytes, fault: Fault | None
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    assert fault_of_content(file) is fault
