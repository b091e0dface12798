"""Call check-jsonschema's own command once a form, in one process.

    python check_schemas.py SCHEMAS FORMS

``SCHEMAS`` is the output of ``oit schema``; ``FORMS`` is a JSON file that lists the files of each
form. The command takes one schema a call, so it is called once for each form.
"""

import json
import sys
from pathlib import Path

from check_jsonschema.cli import main as check_jsonschema  # type: ignore[import-untyped]  # no stubs


def main(schemas: str, forms: str) -> int:
    """Check every file; return the worst exit status."""
    by_form: dict[str, list[str]] = json.loads(Path(forms).read_text(encoding="utf-8"))
    return max(
        check_jsonschema(
            ["--schemafile", f"{schemas}/{form}.schema.json", *files], standalone_mode=False
        )
        or 0
        for form, files in by_form.items()
    )


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
