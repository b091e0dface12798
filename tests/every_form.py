"""A data folder with an item of every form, each of its fields filled."""

from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

from oit.data.folder import DataFolder
from oit.desk.controls.kinds import shape_of
from oit.forms import FORMS
from oit.forms.base import Form, entry_form
from oit.source.write import Plain, in_block

YEAR = 2569
_AGENCY = "name: เทศบาลตำบลเล็ก\nkind: municipality\nchecklist: every\n"


def every_form(root: Path, texts: list[str]) -> DataFolder:
    """Make the folder; the texts are in its fields in turn."""
    data = root / "data"
    (data / "checklists").mkdir(parents=True)
    (data / str(YEAR)).mkdir()
    (root / "docs").mkdir()
    (data / "agency.yml").write_text(_AGENCY, encoding="utf-8")
    items = []
    for number, (name, form) in enumerate(FORMS.items(), 1):
        items.append(
            f"  - id: O{number}\n    title: ข้อ {number}\n    indicator: '9'\n    form: {name}\n"
            f"    elements: [{{id: any, text: องค์ประกอบ, rule: present, field: summary}}]\n"
        )
        path = data / str(YEAR) / f"o{number:02}.yml"
        tree = filled(form, cycle(texts), 0)
        tree.pop("rows", None)
        path.write_text(f"# หมายเหตุ\n{in_block(tree)}\n", encoding="utf-8")
    (data / "checklists" / f"every-{YEAR}.yml").write_text(
        f"checklist: every\nyear: {YEAR}\ntitle: ทุกแบบ\nindicators: [{{id: '9', title: ก}}]\n"
        f"items:\n{''.join(items)}",
        encoding="utf-8",
    )
    return DataFolder(data, root)


def filled(form: type[Form], texts: Iterator[str], depth: int) -> dict[str, Plain]:
    """Return a tree with every field of a form; forms within themselves end at some depth."""
    tree: dict[str, Plain] = {}
    for name in form.model_fields:
        shape = shape_of(form, name)
        if shape == "value":
            tree[name] = next(texts)
        elif shape == "texts":
            tree[name] = [next(texts), next(texts)]
        elif shape == "pairs":
            tree[name] = {"any": next(texts), "ไม่รู้จัก / 1": next(texts)}
        elif shape == "group":
            tree[name] = filled(entry_form(form, name), texts, depth + 1)
        elif depth < 2:
            inner = entry_form(form, name)
            tree[name] = [filled(inner, texts, depth + 1), filled(inner, texts, depth + 1)]
    return tree
