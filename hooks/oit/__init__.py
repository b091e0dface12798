"""Turn an agency's data files into a checked public disclosure site."""

import sys

__version__ = "0.1.0"

if sys.flags.optimize > 1:
    sys.stderr.write(
        "oit: เรียกด้วย python -OO ไม่ได้ เพราะคำอธิบายของรหัสถูกตัดออก"
        " (cannot run under python -OO, which removes the documentation of the codes)\n"
    )
    raise SystemExit(2)
