"""What older versions wrote otherwise: one module a change of format, the oldest first.

Each has ``changes(files, lists)``: given the files of YAML by their paths from the data folder,
and the years' checklists, it yields what is to become of the files. The next sees them so.
"""

from oit.start.migrations import ita_fields, ita_file

MIGRATIONS = (ita_file.changes, ita_fields.changes)
