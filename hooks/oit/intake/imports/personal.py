"""Personal data in the entries of an import, before it is in the data."""

from collections.abc import Callable
from pathlib import Path

from oit.bilingual import Bilingual
from oit.checks.personal.allowed import Allowance
from oit.checks.personal.cells import candidates, scan_cells
from oit.checks.personal.check import TAX_IDS
from oit.data.folder import DataFolder
from oit.data.load import read_allow_list
from oit.intake.imports.layout import Layout
from oit.intake.imports.merge import Changes
from oit.intake.imports.sheet_reading import Remark
from oit.thai.identity import is_natural_person, mask_middle
from oit.thai.identity_search import Kind

PERSONAL_DATA = Bilingual("ข้อมูลส่วนบุคคล", "personal data")

_KINDS = {
    Kind.NATIONAL_ID: Bilingual("เลขประจำตัวประชาชน", "a national id"),
    Kind.MOBILE: Bilingual("เบอร์โทรศัพท์มือถือ", "a mobile phone number"),
    Kind.ACCOUNT: Bilingual("เลขที่บัญชีธนาคาร", "a bank account"),
}


def allowed_in(folder: DataFolder, table: Path) -> Callable[[str], bool]:
    """Return what tells whether a table may have a number of a person."""
    allowance = Allowance(read_allow_list(folder))
    names = {folder.shown(table), table.relative_to(folder.path).as_posix()}
    return lambda digits: allowance.allows(digits, names)


def personal_data(changes: Changes, layout: Layout, allows: Callable[[str], bool]) -> list[Remark]:
    """Return the numbers of persons that the entries of the files would publish, with places.

    Numbers that the agency ``allows`` are published on purpose.
    """
    found = []
    rows = [entry.values for entry in changes.read]
    for name in layout.form.model_fields:
        title = layout.title(name)
        cells = [values.get(name, "") for values in rows]
        texts = set(cells)  # columns repeat their texts
        if name in TAX_IDS:
            # The site masks these.
            of_persons = {text for text in texts if text and is_natural_person(text)}
            found += [
                (
                    changes.read[index].place,
                    Bilingual(
                        f'"{title}" เป็นของบุคคลธรรมดา เว็บไซต์จะปกปิดให้',
                        f"{name} is that of a person; the site will mask it",
                    ),
                )
                for index, text in enumerate(cells)
                if text in of_persons
            ]
            continue
        if not candidates([*texts]):
            continue
        for index, match in scan_cells(cells, title):
            kind = _KINDS[match.kind]
            if not allows(match.digits):
                masked = mask_middle(match.digits)
                words = Bilingual(
                    f'"{title}" น่าจะมี{kind.th} ({masked})',
                    f"{name} probably has {kind.en} ({masked})",
                )
                found.append((changes.read[index].place, words))
    return found
