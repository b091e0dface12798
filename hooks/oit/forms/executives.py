"""The executives of the agency."""

from typing import Annotated, ClassVar, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from oit.forms.base import Form, ItemForm
from oit.forms.fields import (
    LINE_EXPLANATION,
    Email,
    Flag,
    LineId,
    OneOf,
    Picture,
    Reference,
    Rows,
    Text,
    label,
    rows,
)
from oit.forms.parts import Side

RANKS = {"head": "ผู้บริหารสูงสุด", "deputy": "รองผู้บริหาร", "other": "ผู้บริหารอื่น"}

Rank = Annotated[str | None, OneOf(RANKS)]

VACANT = "ตำแหน่งว่าง"
"""What a page says of a post that nobody holds."""
Vacant = Annotated[bool | None, Flag({"false": "มีผู้ดำรงตำแหน่ง", "true": VACANT})]


class Executive(Form):
    """An executive, or a post that nobody holds."""

    OF_HOLDER: ClassVar[frozenset[str]] = frozenset({"name", "photo", "phone", "email", "line"})
    """What a vacant post does not have."""
    NEEDED: ClassVar[frozenset[str]] = frozenset({"name"})

    name: Text = label("ชื่อ-สกุล", "ต้องมี ยกเว้นตำแหน่งว่าง")
    position: Text = label("ตำแหน่ง")
    rank: Rank = label("ระดับ")
    side: Side = label("ฝ่าย")
    photo: Picture = label("รูปถ่าย", "ไฟล์ภาพใต้ docs/ เช่น files/2569/mayor.png")
    phone: Reference = label("โทรศัพท์")
    email: Email = label("E-mail")
    line: LineId = label("LINE", LINE_EXPLANATION)
    vacant: Vacant = label(VACANT, "เขียน true ถ้ายังไม่มีผู้ดำรงตำแหน่ง แล้วเว้นชื่อ รูปถ่าย และช่องทางติดต่อ")

    @property
    def is_vacant(self) -> bool:
        """Whether nobody holds the post; a name says that somebody does."""
        return bool(self.vacant) and not self.name

    @property
    def not_asked(self) -> frozenset[str]:
        """What only the holder of a post has."""
        return self.OF_HOLDER if self.is_vacant else frozenset()

    @model_validator(mode="after")
    def _is_somebody_or_vacant(self) -> Self:
        if not self.name and not self.vacant:
            raise PydanticCustomError("required", "no name", {"field": "name", "unless": "vacant"})
        return self


class Executives(ItemForm):
    """Executives with name, position, photograph and contact details."""

    people: Annotated[list[Executive], Rows] = rows("ผู้บริหาร")
