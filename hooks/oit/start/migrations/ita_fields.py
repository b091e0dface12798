"""The fields of the ITA cycle that had other names and shapes while each item had its own file."""

import json
import re
from collections.abc import Iterator, Mapping

import yaml

from oit.bilingual import Bilingual
from oit.data.checklist import Checklist
from oit.forms import ita
from oit.source.edits import Edit, Pair, compose, edited, pairs
from oit.source.written import scalar
from oit.start.migrations.change import Change

_RENAMED = (
    ("measures.analysis", "finding"),
    ("measures.methods", "steps"),
    ("results.instruments.name", "id"),
)
_INSTRUMENTS = {"EIT ส่วนที่ 1": "EIT1", "EIT ส่วนที่ 2": "EIT2"}
_COMMA = re.compile(r"\s*,\s*")
_INDICATOR = re.compile(r"(?:ตัวชี้วัดที่)?\s*([0-9]{1,2})\s*(.*)", re.DOTALL)


def changes(files: Mapping[str, str], lists: Mapping[int, Checklist]) -> Iterator[Change]:
    """Bring the fields of every turn of the cycle to their present names."""
    del lists
    for path, text in files.items():
        if path.endswith(f"/{ita.FILE}") and (new := renewed(text)) != text:
            told = Bilingual(f"{path}: ปรับชื่อช่อง", f"{path}: fields are renamed")
            yield Change(path, new, told)


def renewed(text: str) -> str:
    """Return the text of a file with the present fields."""
    return edited(text, _edits(text))


def _edits(text: str) -> Iterator[Edit]:
    root = compose(text)
    yield from _of_results(root, text)
    yield from _of_measures(root, text)
    for path, name in _RENAMED:
        for pair in pairs(root, path):
            yield Edit(pair.key.start_mark.index, pair.key.end_mark.index, name)


def _of_results(root: yaml.Node | None, text: str) -> Iterator[Edit]:
    for pair in pairs(root, "results.instruments.name"):
        if pair.text in _INSTRUMENTS:
            start, end = pair.value.start_mark.index, pair.value.end_mark.index
            yield Edit(start, end, _INSTRUMENTS[pair.text])
    for pair in pairs(root, "results.indicators.name"):
        match = _INDICATOR.fullmatch(pair.text)
        if match and not pair.has_beside("id"):
            between = ", " if pair.is_in_brackets else f"\n{' ' * pair.key.start_mark.column}"
            name = f"{between}name: {scalar(match[2])}" if match[2] else ""
            yield _instead(pair, f"id: {match[1]}{name}", text)
    for pair in pairs(root, "results.questions.group"):
        # The group follows from the score.
        yield _without(pair, text)


def _of_measures(root: yaml.Node | None, text: str) -> Iterator[Edit]:
    for pair in pairs(root, "measures.result"):
        done = json.dumps(pair.text, ensure_ascii=False)
        report = f"progress: [{{round: 12, done: [{done}]}}]"
        yield _instead(pair, report, text) if pair.text else _without(pair, text)
    for pair in pairs(root, "measures.outcome"):
        if pair.text:
            outcome = json.dumps(pair.text, ensure_ascii=False)
            yield _instead(pair, f"outcome: [{outcome}]", text)


def _instead(pair: Pair, new: str, text: str) -> Edit:
    """Put something in the place of a field and its value."""
    start, end = pair.key.start_mark.index, pair.value.end_mark.index
    # A text below | or > ends only where the next line begins.
    return Edit(start, end, new + ("\n" if text[end - 1] == "\n" else ""))


def _without(pair: Pair, text: str) -> Edit:
    """Leave a field out: as a comment, or taken away where it stands in brackets."""
    start, end = pair.key.start_mark.index, pair.value.end_mark.index
    if not pair.is_in_brackets:
        return Edit(start, start, "# ")
    comma = _COMMA.match(text, end)
    return Edit(start, comma.end() if comma else end, "")
