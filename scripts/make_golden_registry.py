"""Make the golden registry of the present version of the tables, once.

It is kept in ``tests/data/golden/<version>`` as it is, and every later mhdesk must open it: this script makes a new
one beside the old ones and never touches those.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = ROOT / "tests" / "data" / "golden"


def make() -> Path:
    """Make it and return its folder; raise FileExistsError when this version has one."""
    sys.path.insert(0, str(ROOT))  # run as a file, this script's own folder is all that Python looks in
    from mhdesk.store.schema import SCHEMA_VERSION
    from tests.store import golden

    place = GOLDEN / str(SCHEMA_VERSION)
    if place.exists():
        raise FileExistsError(place)
    with tempfile.TemporaryDirectory() as aside:
        made = Path(aside) / "registry"
        golden.make(made)
        place.mkdir(parents=True)
        for path in (made / "registry.db", made / "expected.json", *sorted((made / "keys").iterdir())):
            kept = place / path.relative_to(made)
            kept.parent.mkdir(exist_ok=True)
            kept.write_bytes(path.read_bytes())
    return place


if __name__ == "__main__":
    print(make().relative_to(ROOT))
