"""What a hand-written page runs or loads."""

import pytest

from oit.checks.published.markup import Active, active_markup


def found(page: str) -> list[str]:
    return [what for _, what in active_markup(page)]


@pytest.mark.parametrize(
    ("page", "what"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ("<ScRiPt src=//x></sCrIpT>", "<script>"),
        (r"\<script>", "<script>"),
        ("<!--><script>x</script>-->", "<script>"),
        ("<!-- a --!><script>x</script>", "<script>"),
        ("ก\n\n!!! note\n    <script>x</script>", "<script>"),
        ("<iframe src='https://www.example.com/embed/1'></iframe>", "<iframe>"),
        ("<object data=x></object>", "<object>"),
        ("<embed src=x>", "<embed>"),
        ("<form action='https://x.example/'><input name=a></form>", "<form>"),
        ("<base href=//x>", "<base>"),
        ("<link rel=stylesheet href=x>", "<link>"),
        ("<meta http-equiv=refresh content='0;url=//x'>", "<meta>"),
        ("<img src=x onerror=alert(1)>", "onerror="),
        ("<svg/onload=alert(1)>", "onload="),
        ("<details open ontoggle=alert(1)>", "ontoggle="),
        ("[x](y){ onclick=alert(1) }", "onclick="),
        ("[a](javascript:alert(1))", "javascript:"),
        ("[a]\n\n[a]: JaVaScript:alert(1)", "javascript:"),
        ("[a](jav&#x09;ascript:alert(1))", "javascript:"),
        ("<a href=' java\nscript:x'>ก</a>", "javascript:"),
        ("<a href='&#106;avascript:x'>ก</a>", "javascript:"),
        ("<a href='vbscript:x'>ก</a>", "vbscript:"),
        ("![a](data:image/svg+xml;base64,PHN2Zz4=)", "data:"),
        ("<img srcset='a.png 1x, data:image/png;base64,x 2x'>", "data:"),
        ("<p style='background:url(//x)'>ก</p>", "style= url(…)"),
        (r"<p style='background:u\72l(//x)'>ก</p>", "style= url(…)"),
        ("<p style='background:u/**/rl(//x)'>ก</p>", "style= url(…)"),
        ("<style>@import '//x';</style>", "<style> url(…)"),
    ],
)
def test_what_runs_is_found(page: str, what: str) -> None:
    assert what in found(page)


@pytest.mark.parametrize(
    "page",
    [
        "# หัวข้อ\n\nข้อความ **หนา** [ลิงก์](files/2569/a.pdf) <https://www.example.go.th/>",
        "a < b และ c > d",
        "เขียน `<script>` ในหน้าไม่ได้",
        "```html\n<iframe src=x></iframe>\n```",
        "    <script>\n",
        "<!-- <script>เก่า</script> -->",
        "<details><summary>ดูเพิ่ม</summary>ข้อความ</details>",
        "<p style='color: red' class=a id=on>ก</p><br>",
        "<a href='https://example.go.th/?next=data:1'>ก</a> [โทร](tel:045000000)",
        "<div markdown>**ก**</div>",
        "<img src=\"files/2569/map.png\" alt='แผนที่ onclick=x'>",
        "javascript: เป็นภาษา",
    ],
)
def test_ordinary_pages_pass(page: str) -> None:
    assert found(page) == []


def test_an_unfinished_element_would_swallow_what_follows() -> None:
    # Markdown escapes it inside a paragraph, but passes blocks of HTML on.
    assert found("<div>\n<img src=x onerror=alert(1) ")


def test_the_line_is_named() -> None:
    page = "# ก\n\nข้อความ\n\n<iframe src=x></iframe>\n\n[ก](javascript:x)\n"
    assert active_markup(page) == [Active(5, "<iframe>"), Active(7, "javascript:")]
