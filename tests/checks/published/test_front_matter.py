"""The settings at the top of hand-written pages."""

from pathlib import Path

import pytest

from oit.checks.published.front_matter import faults


def found(page: Path) -> list[tuple[int, str]]:
    return [(fault.place.line, fault.code.id) for fault in faults(page, "docs/about.md")]


@pytest.mark.parametrize(
    "line",
    [
        "a: &a {k: 1}",
        "a: *a",
        "<<: [*a, *a]",
        "a: !!python/name:os.system",
        f"a: {'[' * 30}{']' * 30}",
    ],
)
def test_what_generators_would_expand_is_refused(tmp_path: Path, line: str) -> None:
    for end in ("---", "..."):
        page = tmp_path / "about.md"
        page.write_text(f"---\ntitle: ก\n{line}\n{end}\n# ก\n", encoding="utf-8")
        [(line_number, code)] = found(page)
        assert line_number == 3
        assert code in {"OIT105", "OIT106"}


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: ก\nhide: [navigation, toc]\n---\n# ก\n",
        "# ก\n\n---\na: &a 1\n---\n",
        "---\na: &a 1\n",
        "---\ntitle: [\n---\n",
    ],
)
def test_other_pages_are_left_to_the_generator(tmp_path: Path, text: str) -> None:
    page = tmp_path / "about.md"
    page.write_text(text, encoding="utf-8")
    assert found(page) == []
