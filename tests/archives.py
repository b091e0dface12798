"""ZIP archives in memory: office files are such archives."""

import io
import zipfile


def archive(**parts: str) -> bytes:
    """Make an archive of texts by name; two underscores stand for a slash."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        for name, content in parts.items():
            made.writestr(name.replace("__", "/"), content)
    return stream.getvalue()
