"""Write the lists of Thai words by which the site keeps compounds together.

    .venv/bin/python -m pip install pythainlp
    .venv/bin/python -m tools.thai_compounds

The words are those of PyThaiNLP (``words_th.txt``, public domain by CC0), which is too large to
be a dependency of every site and is not needed for anything else, so it is not in the locks
either. Words too long for a narrow column are left out. A word is a compound if Chromium breaks
it, alone or beside a word that is often beside it, or if it contains a compound; the others help
to find where compounds begin and end.
"""

import re
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from playwright.sync_api import sync_playwright
from tools.browser import candidates, works

from oit.thai.compounds import COMPOUNDS, OTHERS, SHORTEST
from oit.thai.width import display_width

FOLDER = Path(__file__).parents[1] / "hooks" / "oit" / "thai"
NEIGHBOURS = (
    "การ กับ ของ ข้อ งาน จาก ใช้ ด้วย ได้ ต่อ ตาม แต่ ทุก ที่ ใน ปี เป็น ผล ผู้ เพื่อ มี ไม่ แล้ว และ โดย หรือ แห่ง ให้"
).split()
WIDEST = 14
"""The width of the longest words, in letters; more is a phrase."""

_THAI = re.compile(r"[\u0e01-\u0e3a\u0e40-\u0e4e]+")
_BROKEN = """([words, neighbours]) => {
  const inChromium = new Intl.Segmenter("th", { granularity: "word" });
  const isBroken = (before, word, after) => {
    const end = before.length + word.length;
    const parts = [...inChromium.segment(before + word + after)];
    return parts.some(({ index }) => index > before.length && index < end);
  };
  return words.filter((word) => isBroken("", word, "") || word.length > 3 && neighbours.some(
    (neighbour) => isBroken(neighbour, word, "") || isBroken("", word, neighbour)));
}"""
_HEAD = """\
# Written by python -m tools.thai_compounds from words_th.txt of PyThaiNLP {source}, which is in
# the public domain (CC0): the words that Chromium {browser} {does} at the end of a line.
"""


def main() -> None:
    """Write the list."""
    text = files("pythainlp.corpus").joinpath("words_th.txt").read_text(encoding="utf-8")
    words = sorted({word for word in map(str.strip, text.splitlines()) if _is_listed(word)})
    broken, browser = _broken(words)
    compounds = [word for word in words if _contains(word, broken)]
    others = sorted({*words} - {*compounds})
    for name, does, listed in (
        (COMPOUNDS, "breaks", compounds),
        (OTHERS, "does not break", others),
    ):
        head = _HEAD.format(source=version("pythainlp"), browser=browser, does=does)
        lines = head + "".join(f"{word}\n" for word in listed)
        (FOLDER / name).write_text(lines, encoding="utf-8", newline="\n")
    print(f"{len(compounds)} compounds, {len(others)} other words")


def _is_listed(word: str) -> bool:
    return (
        len(word) >= SHORTEST
        and display_width(word) <= WIDEST
        and _THAI.fullmatch(word) is not None
    )


def _broken(words: list[str]) -> tuple[set[str], str]:
    """Return the words that Chromium breaks, and its version."""
    chromium = next(path for path in candidates() if works(path))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        broken = set(browser.new_page().evaluate(_BROKEN, [words, NEIGHBOURS]))
        found = broken, browser.version.split(".")[0]
        browser.close()
    return found


def _contains(word: str, broken: set[str]) -> bool:
    """Tell whether a word is broken or contains one that is."""
    starts, ends = range(len(word)), range(1, len(word) + 1)
    return any(word[start:end] in broken for start in starts for end in ends)


if __name__ == "__main__":
    main()
