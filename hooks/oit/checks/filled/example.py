"""OIT218 · ยังเป็นตัวอย่าง · Still an example

ไทย
    ค่านี้เหมือนตัวอย่างที่โปรแกรมเขียนไว้ให้ในไฟล์ใหม่ หรือเป็นชื่อและที่อยู่ที่มีแต่ในคู่มือ เช่น ชื่อ นามสกุล
    หรือ example.go.th จึงไม่นับว่ามีข้อมูล ให้แทนด้วยข้อมูลจริงของหน่วยงาน ถ้าข้อมูลจริงตรงกับตัวอย่างพอดี
    ให้เขียนให้ละเอียดกว่าตัวอย่าง เช่น เติมหมู่ที่หรือปี

English
    This value is the example that the program wrote into the new file, or a name or address that
    exists in the manual only, such as ชื่อ นามสกุล or example.go.th. It does not count as data.
    Replace it with the agency's own. If the agency's data happens to equal the example, write it
    in more detail, for example with the village or the year.

fails data/2569/o07.yml
    year: 2568
    projects:
      - name: ปรับปรุงถนนสายบ้านเหนือ
        result: แล้วเสร็จ 1.2 กิโลเมตร
        spent: 1,482,300.50

passes data/2569/o07.yml
    year: 2568
    projects:
      - name: ปรับปรุงถนนสายบ้านดอน หมู่ที่ 4
        result: แล้วเสร็จ ยาว 850 เมตร
        spent: 912,400
"""

from collections.abc import Iterable, Iterator
from functools import cache

from oit.bilingual import Bilingual
from oit.checks.filled.texts import WrittenText, dotted, texts_in
from oit.checks.filled.words import invented_in
from oit.data.template import example_of, is_ordinary
from oit.findings.finding import Code, Finding, Severity
from oit.forms.base import Form, ItemForm, form_within, is_text, written_as
from oit.forms.fields import OneOf
from oit.forms.labels import entry_label, listed, own_label
from oit.forms.reading import place_of
from oit.source import SourceFile
from oit.source.values import KeyPath, Mapping, Sequence, Value
from oit.thai import writing

CODE = Code(
    "OIT218",
    Severity.GAP,
    Bilingual(
        'ช่อง "{field}" ยังเป็นตัวอย่างของโปรแกรม "{text}" จึงยังไม่นับ',
        'the field "{field}" still contains the program\'s example "{text}"; it does not count',
    ),
    Bilingual(
        "แทนด้วยข้อมูลจริงของหน่วยงาน ถ้าตรงกับตัวอย่างพอดี ให้เขียนให้ละเอียดกว่าตัวอย่าง",
        "replace it with the agency's own data; if that equals the example, add details",
    ),
    __doc__,
)
INVENTED = Code(
    "OIT218",
    Severity.GAP,
    Bilingual(
        'ช่อง "{field}" มี "{invented}" ซึ่งเป็นเรื่องสมมติในคู่มือ จึงยังไม่นับ',
        'the field "{field}" contains "{invented}", which exists in examples only; '
        "it does not count",
    ),
    Bilingual("แทนด้วยข้อมูลจริงของหน่วยงาน", "replace it with the agency's own data"),
    __doc__,
)
ENTRY = Code(
    "OIT218",
    Severity.GAP,
    Bilingual(
        "ทุกช่องของ{entry} ยังเป็นตัวอย่างของโปรแกรม: {fields} จึงยังไม่นับ",
        "every field of {entry} still contains the program's example: {fields}; they do not count",
    ),
    CODE.hint,
    __doc__,
)
_FEW = 2
"""Fewer ordinary examples than this may be the agency's own words by chance."""
SELF_DECLARED = "ตัวอย่าง"
"""An agency with this in its name is an example itself."""


def check(text: WrittenText, document: SourceFile, agency: str) -> Finding | None:
    """Report a text that is an example, unless many agencies may have to write it."""
    if is_one(agency):
        # It shares words and places with the examples; only whole entries are told apart.
        return None
    if is_an_example(text) and not is_ordinary(example_of(text.form, text.name) or ""):
        code, of_code = CODE, {"text": str(text.text)}
    elif found := invented_in(text.text):
        code, of_code = INVENTED, {"invented": found}
    else:
        return None
    place = document.place(text.text)
    return code.at(place, field=text.label, **of_code)


def is_one(agency: str) -> bool:
    """Tell whether an agency says by its name that it is an example."""
    return SELF_DECLARED in agency


def entries(document: SourceFile, form: type[ItemForm]) -> Iterator[tuple[KeyPath, Finding]]:
    """Yield the groups of fields of which each is an example, ordinary or not."""
    yield from _groups(document.root, form, (), document)


def _groups(
    group: Mapping, form: type[Form], path: KeyPath, document: SourceFile
) -> Iterator[tuple[KeyPath, Finding]]:
    said = _examples_only(texts_in(group, form, path))
    in_words = any(is_text(text.form, text.name) for text in said)
    if in_words and len({text.dotted for text in said}) >= _FEW:
        fields = listed(dict.fromkeys(own_label(text.form, text.name) for text in said))
        place = place_of(path, document) if path else document.place(group)
        yield path, ENTRY.at(place, entry=_called(path, form), fields=fields)
        return
    for key, value in group.items():
        if (inner := form_within(form, key)) is not None:
            for place_in, part in _entries(value, (*path, str(key))):
                yield from _groups(part, inner, place_in, document)


def _called(path: KeyPath, form: type[Form]) -> Bilingual:
    """Return what messages call a group of fields, whose own name is an example too."""
    if path and isinstance(path[-1], int):
        return entry_label(path[-1], None)
    return own_label(form, dotted(path)) if path else Bilingual("ไฟล์นี้", "the file")


def _entries(value: Value, path: KeyPath) -> Iterator[tuple[KeyPath, Mapping]]:
    if isinstance(value, Mapping):
        yield path, value
    elif isinstance(value, Sequence):
        for index, entry in enumerate(value):
            if isinstance(entry, Mapping):
                yield (*path, index), entry


def _examples_only(texts: Iterable[WrittenText]) -> list[WrittenText]:
    """Return the texts in the agency's own words if all are examples; nothing if one is not."""
    said = []
    for text in texts:
        if _is_in_own_words(text.form, text.name):
            if not is_an_example(text):
                return []
            said.append(text)
    return said


@cache
def _is_in_own_words(form: type[Form], name: str) -> bool:
    """Tell whether an agency says a field in its own words: not dates, choices and owners."""
    is_choice = any(isinstance(part, OneOf) for part in written_as(form, name))
    return not is_choice and name != "owner" and example_of(form, name) is not None


def is_an_example(text: WrittenText) -> bool:
    """Tell whether a text is the example of its field."""
    return is_example(text.form, text.name, writing.fold(text.text))


def is_example(form: type[Form], name: str, folded: str) -> bool:
    """Tell whether a text is the example of a field."""
    example = _plain_example(form, name)
    return example is not None and _plain(folded) == example


@cache
def _plain_example(form: type[Form], name: str) -> str | None:
    example = example_of(form, name)
    return None if example is None else _plain(writing.fold(example))


def _plain(folded: str) -> str:
    return folded.replace(",", "").strip("\"'")
