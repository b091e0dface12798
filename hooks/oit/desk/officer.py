"""Who asks, and what they may see and change."""

from dataclasses import dataclass
from enum import StrEnum

from oit.bilingual import Bilingual
from oit.thai import writing


class Role(StrEnum):
    """What an account may do."""

    OFFICER = "officer"
    """Sees and changes the items of the owners that the account names."""
    EDITOR = "editor"
    """Sees and changes everything, and publishes."""
    READER = "reader"
    """Sees everything."""


ROLE_LABELS = {
    Role.OFFICER: Bilingual("เจ้าหน้าที่เจ้าของข้อ", "officer"),
    Role.EDITOR: Bilingual("ผู้แก้ไขทุกข้อ", "editor"),
    Role.READER: Bilingual("ผู้อ่าน", "reader"),
}


@dataclass(frozen=True)
class Officer:
    """Somebody who uses the desk."""

    name: str
    """The name of the account; empty if nobody signs in."""
    role: Role = Role.EDITOR
    owners: tuple[str, ...] = ()
    """The units whose items an officer has."""

    def may_see(self, owner: str) -> bool:
        """Tell whether the items of an owner are shown; an item may have none (``""``)."""
        return self.role is not Role.OFFICER or writing.fold(owner) in map(
            writing.fold, self.owners
        )

    def may_change(self, owner: str) -> bool:
        """Tell whether the items of an owner may be changed."""
        return self.role is not Role.READER and self.may_see(owner)

    @property
    def may_publish(self) -> bool:
        """Whether the site may be published."""
        return self.role is Role.EDITOR


ALONE = Officer("")
"""Whoever uses the desk on the machine that it runs on."""
