"""The statement that there is nothing to report, as an officer might write it."""

from oit.data.template import example_of
from oit.intake.workbook.files import ItemFile

_OPEN_END = "ปีงบประมาณ"


def proposal_of(file: ItemFile) -> str:
    """Return a statement for the item of a file, with the year that it has to cover."""
    example = example_of(file.form, "nothing_to_report") or ""
    if not file.asked or not example.endswith(_OPEN_END):
        return example
    asked = file.asked[0]
    is_previous = any(element.year == "previous" for element in asked.elements)
    return f"{example} พ.ศ. {asked.year - is_previous}"
