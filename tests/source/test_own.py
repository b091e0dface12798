"""Data of the program itself is read into plain values, every scalar as the text that it is."""

from pathlib import Path

from oit.source.own import read_own


def test_lists_and_texts_are_plain_values(tmp_path: Path) -> None:
    file = tmp_path / "words.yml"
    file.write_text(
        "# ก\nunfinished: [TODO, 'no', 2569]\nkinds:\n  drive: [a.example]\n", encoding="utf-8"
    )
    assert read_own(file) == {
        "unfinished": ["TODO", "no", "2569"],
        "kinds": {"drive": ["a.example"]},
    }
