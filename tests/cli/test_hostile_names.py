"""Names of files may have any character; no terminal obeys them, and no line is forged."""

from pathlib import Path

import pytest

from oit.cli.main import main
from small_agency import SmallAgency

NAME = "a\nOIT000 ok\x1b[31m\u202eb.csv"


@pytest.mark.parametrize(
    "words",
    [
        *(["check", "--format", kind] for kind in ("text", "json", "github", "junit", "sarif")),
        ["check", "--data", NAME],
        ["score"],
        ["answers"],
        ["import", "procurement", NAME, "--year", "2569"],
        ["import", "procurement", f"no{NAME}", "--year", "2569"],
        ["workbook", "import", NAME],
        ["workbook", "export", NAME],
        ["verify", NAME],
        ["pack", NAME],
        ["generate", NAME],
        ["checklist", "lint", NAME],
        ["diff", NAME],
    ],
)
def test_names_are_printed_escaped(
    small_agency: SmallAgency,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: list[str],
) -> None:
    monkeypatch.chdir(small_agency.folder)
    small_agency.write(f"docs/files/{NAME}", "a,b\n")
    small_agency.write("data/2569/o07\n\x1b[31m.yml", "a: b\n")
    Path(NAME).write_text("a,b\n", encoding="utf-8")
    main([*words])
    text = "".join(capsys.readouterr())
    assert text
    assert "\x1b[31m" not in text
    assert "\u202e" not in text
    assert "\nOIT000" not in text
