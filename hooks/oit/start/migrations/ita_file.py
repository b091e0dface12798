"""The items of the ITA cycle had a file each; now they share ``ita.yml`` of the cycle's year."""

from collections.abc import Iterator, Mapping

from oit.bilingual import Bilingual
from oit.data.checklist import Checklist, item_parts
from oit.data.paths import path_of
from oit.forms import ita
from oit.start.migrations.change import Change


def changes(files: Mapping[str, str], lists: Mapping[int, Checklist]) -> Iterator[Change]:
    """Move the file of such an item to where it is read now."""
    items = [(item, year) for year, one in lists.items() for item in one.items]
    taken = {path for path in files if path.endswith(f"/{ita.FILE}")}
    # A year's own turn comes before what a later year reports on it.
    for item, year in sorted(items, key=lambda pair: pair[0].file_year == "previous"):
        prefix, number = item_parts(item.id)
        old, new = f"{year}/{prefix}{number:0>2}.yml", path_of(item, year)
        if item.file != ita.FILE or old not in files:
            continue
        if new in taken:
            th = f"{old}: {item.id} อ่านจาก {new} ซึ่งมีอยู่แล้ว ให้ย้ายเนื้อหาไปรวมเอง แล้วลบไฟล์นี้"
            en = f"{old}: {item.id} is read from {new}, which is there; move the contents by hand"
            yield Change(old, None, Bilingual(th, en), by_hand=True)
            continue
        taken.add(new)
        told = Bilingual(f"{old} → {new} ({item.id})", f"{old} → {new} ({item.id})")
        yield Change(new, files[old], told)
        yield Change(old, None, Bilingual(f"ลบ {old}", f"{old} is removed"))
