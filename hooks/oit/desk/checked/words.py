"""Findings in the words of the form: titles instead of the names that a file has.

The messages of `oit check` are written for somebody who edits YAML: they name fields as the file
does, show what to write, and say in which file. At the desk the same sentences name the titles.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from oit.bilingual import Bilingual
from oit.findings.finding import Finding
from oit.forms.base import Form, form_at, form_within
from oit.source.values import KeyPath

_EXAMPLE = re.compile(r":?(?: -)? ?\{\{.*\}\}")
"""YAML that a hint shows as it is to be written: ``shows: {{{id}: หน้า}}``."""
_NAME = re.compile(r"(\{)?\b([a-z]+(?:_[a-z]+)*)\b(?:: true\b)?")
_IN_BRACKETS = re.compile(r" \(([a-z_.]+(?: / [a-z_.]+)*)\)")
_CHOICE = re.compile(r"เป็น [a-z_]+ \(([^()]*)\)")
"""A choice as the file writes it, and what the form calls it."""
# Only from the beginning of a word: a long one without an ending is looked through once.
_FILE = re.compile(r"(?<!\S)\S+?\.yml(?::[0-9]+)*")
PHRASES = {
    "สร้างไฟล์ {file} แล้วกรอก": "กรอก",
    "ไฟล์นี้ขาด": "ยังขาด",
    "ด้วย oit import procurement": "ในส่วนตารางของหน้านี้",
    "วางไฟล์ใน docs/files/": "ส่งไฟล์เข้ามา",
    "วางไฟล์ไว้ใน docs/files/": "ส่งไฟล์เข้ามา",
    "ใต้โฟลเดอร์ docs/": "ในไฟล์ที่ส่งไว้",
    "ยังมีเครื่องหมาย # ปรับเป็นปี {year}": "คัดลอกมาจากปีก่อน ยังไม่ได้ปรับเป็นปี {year}",
    ' แล้วลบ "# ปรับเป็นปี {year}" ถ้าค่าถูกแล้ว ให้ลบเครื่องหมายอย่างเดียว': (
        " ถ้าค่าเดิมยังถูก ให้กด “ยังถูกต้องสำหรับปีนี้” ที่ช่องนั้น"
    ),
    "ให้เขียน {unless}: true": "ให้เลือก “ใช่” ในช่อง “{title}”",
    "วางไฟล์ไว้ตามที่อยู่นี้": "ส่งไฟล์เข้ามาใหม่",
}
"""What is done at the desk in another way than with files."""
_FILLED = {
    re.compile(re.escape(phrase).replace(r"\{year\}", "([0-9]{4})")): instead.format(year=r"\1")
    for phrase, instead in PHRASES.items()
    if "{year}" in phrase
}
"""The same in what a finding says of another one."""
_NAMED = {"field", "name", "unless", "indicator", "claim"}
"""The values of findings that may be the name of a field."""


def in_words(
    finding: Finding, form: type[Form], path: KeyPath, files: Mapping[str, str] | None = None
) -> Finding:
    """Return a finding whose message and hint an officer understands who sees the form.

    Args:
        finding: what was found.
        form: the form of the file.
        path: where the finding is; the names of its fields are looked for there first.
        files: what each file is called: ``O7``.
    """
    titles = _titles_at(form, path)
    code = replace(
        finding.code,
        message=_template(finding.code.message, titles),
        hint=_template(finding.code.hint, titles),
    )
    values = {
        name: _value(name, value, titles, files or {}) for name, value in finding.values.items()
    }
    return replace(finding, code=code, values=values)


def _titles_at(form: type[Form], path: KeyPath) -> dict[str, str]:
    """Return the title of every field of a form; those of the group at the path come first."""
    titles = dict(_titles(form))
    for depth in range(len(path) + 1):
        try:
            inner = form_at(form, path[:depth])
        except KeyError:
            break
        titles |= {name: about.title or name for name, about in inner.model_fields.items()}
    return titles


@cache
def _titles(form: type[Form]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    seen, waiting = set(), [form]
    while waiting:
        group = waiting.pop(0)
        if group in seen:
            continue
        seen.add(group)
        for name, about in group.model_fields.items():
            found.setdefault(name, about.title or name)
            if inner := form_within(group, name):
                waiting.append(inner)
    return found


def _template(template: Bilingual, titles: Mapping[str, str]) -> Bilingual:
    def title(match: re.Match[str]) -> str:
        name = match[2]
        if match[1] or name not in titles:
            return match[0]
        return f"“{titles[name]}”"

    text = template.th
    for phrase, instead in PHRASES.items():
        text = text.replace(phrase, instead)
    text = _IN_BRACKETS.sub("", _EXAMPLE.sub("", text))
    return Bilingual(_NAME.sub(title, text), template.en)


def _value(name: str, value: object, titles: Mapping[str, str], files: Mapping[str, str]) -> object:
    if isinstance(value, Bilingual):
        return Bilingual(_plain(value.th, titles, files), value.en)
    if name in _NAMED and isinstance(value, str) and value in titles:
        return Bilingual(titles[value], value)
    if isinstance(value, str) and _FILE.search(value):
        return Bilingual(_plain(value, titles, files), value)
    return value


def _plain(text: str, titles: Mapping[str, str], files: Mapping[str, str]) -> str:
    def without(match: re.Match[str]) -> str:
        names = (dotted.rpartition(".")[2] for dotted in match[1].split(" / "))
        return "" if all(name in titles for name in names) else match[0]

    def item(match: re.Match[str]) -> str:
        return files.get(match[0].partition(".yml")[0] + ".yml", match[0])

    for phrase, instead in _FILLED.items():
        text = phrase.sub(instead, text)
    return _FILE.sub(item, _IN_BRACKETS.sub(without, _CHOICE.sub(r"เป็น “\1”", text)))
