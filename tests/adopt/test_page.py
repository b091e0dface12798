from email.message import EmailMessage

import pytest
from lxml import html

from oit.adopt.links import links_of
from oit.adopt.page import Page, read_page
from oit.adopt.trouble import TroubleKind
from oit.data.checklist import program_lists

ADDRESS = "https://www.agency.example/ita/index.html"


def kinds(page: Page) -> list[TroubleKind]:
    return [trouble.kind for trouble in page.troubles]


def text(page: Page) -> str:
    assert page.root is not None
    return str(page.root.text_content())


@pytest.mark.parametrize(
    "contents",
    [
        b"", b"   \n", b"%PDF-1.7 <html>", b"PK\x03\x04 <p>", b"\x89PNG\r\n <a>", b"plain text",
        "ข้อความ".encode(), b"<html",
    ],
)  # fmt: skip
def test_what_is_no_page_is_told(contents: bytes) -> None:
    page = read_page(contents, ADDRESS)

    assert kinds(page) == [TroubleKind.NOT_A_PAGE]
    assert page.troubles[0].address == ADDRESS
    assert links_of(page, program_lists()) == []


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("<p>กำลังปรับปรุง</p>", TroubleKind.NO_LINKS),
        ('<a name="top">บน</a>', TroubleKind.NO_LINKS),
        ('<a href="#top">บน</a>', TroubleKind.NO_ADDRESSES),
        ('<a href="mailto:a@agency.example">O1</a>', TroubleKind.NO_ADDRESSES),
        ('<area href="javascript:show(1)">', TroubleKind.NO_ADDRESSES),
        ('<button onclick="show(1)">O1</button>', TroubleKind.NO_ADDRESSES),
        ('<div id="root"></div><script src="/main.js"></script>', TroubleKind.JAVASCRIPT),
        ("<p>โปรดรอ</p><script>load()</script>", TroubleKind.JAVASCRIPT),
        (f"<p>{'ไม่มีลิงก์ ' * 40}</p><script>count()</script>", TroubleKind.NO_LINKS),
    ],
)
def test_a_page_without_links_is_told(body: str, kind: TroubleKind) -> None:
    assert kinds(read_page(f"<html><body>{body}</body></html>".encode(), ADDRESS)) == [kind]


def test_what_to_do_depends_on_where_links_lead() -> None:
    of_scripts = (
        '<a href="javascript:show(1)">O1</a><a href="JAVASCRIPT:show(2)">O2</a><a href="#">บน</a>'
    )
    of_files = '<a href="file:///C:/ita/o1.pdf">O1</a><a href="file:///C:/o2.pdf">O2</a>'

    [scripts] = read_page(of_scripts.encode(), ADDRESS).troubles
    [files] = read_page(of_files.encode(), ADDRESS).troubles

    assert "(javascript:, #)" in scripts.words.th
    assert "click the links" in scripts.words.en
    assert "(file:)" in files.words.th
    assert "ask for the files" in files.words.en


@pytest.mark.parametrize(
    "link",
    [
        '<a href="javascript:window.open(\'/o1.pdf\')">O1</a>', '<p data-href="/o1.pdf">O1</p>',
        '<select><option value="/o1.pdf">O1</option></select>',
    ],
)  # fmt: skip
def test_a_page_whose_scripts_have_addresses_has_links(link: str) -> None:
    assert kinds(read_page(f"<html><body>{link}</body></html>".encode(), ADDRESS)) == []


def test_what_is_nested_too_deeply_is_told() -> None:
    link = '<a href="x.pdf">O1</a>'
    deep = read_page(("<div>" * 5_000 + link + "</div>" * 5_000).encode(), ADDRESS)
    less = read_page(("<div>" * 1_000 + link + "</div>" * 1_000).encode(), ADDRESS)

    assert kinds(deep) == [TroubleKind.TOO_DEEP]
    assert less.troubles == ()
    assert [found.url for found in links_of(less, program_lists())] == ["x.pdf"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874", "utf-16"])
@pytest.mark.parametrize("charset", ["", "utf-8", "windows-874", "iso-8859-1", "no-such"])
def test_the_text_tells_its_encoding_whatever_is_said(encoding: str, charset: str) -> None:
    page = f'<html><meta charset="{charset}"><p><a href="x">โครงสร้าง</a></p></html>'

    assert text(read_page(page.encode(encoding), ADDRESS, charset)) == "โครงสร้าง"


def test_what_the_server_says_counts_for_other_languages() -> None:
    page = "<p><a href='x'>日本語日本語</a></p>".encode("shift_jis")

    assert text(read_page(page, ADDRESS, "shift_jis")) == "日本語日本語"
    assert read_page(page, ADDRESS, "no-such").root is not None


def test_an_xml_declaration_and_control_characters_are_left_out() -> None:
    page = '<?xml version="1.0" encoding="tis-620"?>\n<html><p>ก\x00ข\x0b\ufffe</p></html>'

    assert text(read_page(page.encode(), ADDRESS)).strip() == "กข"


@pytest.mark.parametrize(
    ("base", "address"),
    [
        ("", "https://www.agency.example/ita/x.pdf"),
        ("/files/", "https://www.agency.example/files/x.pdf"),
        ("https://cdn.example/a/b", "https://cdn.example/a/x.pdf"),
        ("http://[broken", "https://www.agency.example/ita/x.pdf"),
    ],
)
def test_links_are_relative_to_the_base_of_the_page(base: str, address: str) -> None:
    head = f'<head><base target="_top"><base href="{base}"></head>' if base else ""
    page = read_page(f"<html>{head}<a href='x.pdf'>O1</a></html>".encode(), ADDRESS)

    assert [link.address for link in links_of(page, [])] == [address]


def test_frames_are_named() -> None:
    page = read_page(
        b'<frameset><frame src="menu.html"><frame src="http://[x"><frame src="about:blank">'
        b"<frame></frameset>",
        ADDRESS,
    )

    assert page.frames == ("https://www.agency.example/ita/menu.html", ADDRESS)
    assert page.troubles == ()


def test_a_page_that_a_browser_saved_in_one_file_is_read() -> None:
    message = EmailMessage()
    message["Subject"] = "ITA"
    message.set_content("ITA")
    message.add_alternative("<html><a href='o1.pdf'>โครงสร้าง</a></html>", subtype="html")

    assert text(read_page(message.as_bytes(), ADDRESS)).strip() == "โครงสร้าง"
    message = EmailMessage()
    message.set_content("<p>ITA</p>")
    assert read_page(message.as_bytes(), ADDRESS).root is not None


@pytest.mark.parametrize(
    ("tag", "url"),
    [
        ("<a href=' x.pdf '>ดู</a>", "x.pdf"),
        ("<a href='mailto:a@b.example'>ดู</a>", None),
        ("<a href='javascript:void(0)'>ดู</a>", None),
        ("<a href=\"javascript:window.open('x.pdf')\">ดู</a>", "x.pdf"),
        ("<a href='#' onclick=\"window.open('x.pdf','_blank')\">ดู</a>", "x.pdf"),
        ("<button onclick=\"location.href='x.pdf'\">ดู</button>", "x.pdf"),
        ("<button onclick='toggle()'>ดู</button>", None),
        ("<div data-href='x.pdf'>ดู</div>", "x.pdf"),
        ("<div data-url='7'>ดู</div>", None),
        ("<map><area href='x.pdf' alt='O1'></map>", "x.pdf"),
        ("<iframe src='https://drive.google.com/file/d/1/preview'></iframe>",
         "https://drive.google.com/file/d/1/preview"),
        ("<iframe src='https://video.example/1'></iframe>", None),
        ("<object data='x.pdf'></object>", "x.pdf"),
        ("<select><option value='7'>7<option value='/x.pdf'>O1</select>", "/x.pdf"),
        ("<script><a href='x.pdf'></a></script>", None),
        ("<noscript><a href='x.pdf'>x</a></noscript>", None),
        ("<!-- <a href='x.pdf'>x</a> -->", None),
    ],
)  # fmt: skip
def test_what_leads_elsewhere_is_a_link(tag: str, url: str | None) -> None:
    found = links_of(read_page(f"<html><p>ITA</p>{tag}</html>".encode(), ADDRESS), [])

    assert [link.url for link in found] == ([url] if url else [])


@pytest.mark.parametrize("href", ["http://[x", "ftp://x/y", "//x.example/y"])
def test_an_address_that_is_none_stays_as_it_is(href: str) -> None:
    root = html.fromstring(f"<a href='{href}'>ดู</a>")
    found = links_of(Page(ADDRESS, root, ADDRESS), [])

    assert [link.address for link in found] == (
        [] if href.startswith("ftp") else ["https://x.example/y"] if href[0] == "/" else [ADDRESS]
    )


def test_parts_in_parts_are_no_page() -> None:
    parts = (
        b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (depth, depth)
        for depth in range(2000)
    )
    saved = (
        b"MIME-Version: 1.0\r\n" + b"".join(parts) + b"Content-Type: text/html\r\n\r\n<p><a href=x>"
    )
    assert kinds(read_page(saved, "a.mhtml")) == [TroubleKind.NOT_A_PAGE]
