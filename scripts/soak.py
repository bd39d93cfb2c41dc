"""Prove for as long as one likes that nothing is lost: `make soak`.

Ends every work of tests/faults/works.py at every call that it makes of the disk, by a kill, a failing, a full and a
missing disk; lets the power go 250 times in each; harms journals; kills at random moments. Well over 2,000 kills. Each
round has another seed, which is printed: `--seed` repeats one. Ends with 1 at the first thing that does not hold.
"""

from __future__ import annotations

import argparse
import json
import os
import secrets
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORKS = ("save", "decide", "import", "migrate", "revoke", "backup", "restore", "passphrase")
EVERY = 1_000_000
PLAN = f"kill={EVERY},eio={EVERY},full={EVERY},gone={EVERY},cut=250"
RANDOM = ("tests/faults/test_killed.py", "tests/faults/test_backups.py", "tests/vault/test_key_faults.py")
MORE = {"MHDESK_KILLS": "300", "MHDESK_BACKUP_KILLS": "150", "MHDESK_BACKUP_REFUSALS": "100"}

Line = dict[str, object]


def lines(*arguments: str) -> Iterator[Line]:
    """Run a module of the tests and yield what it sees as it sees it."""
    process = subprocess.Popen(
        [sys.executable, "-m", *arguments], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout
    for line in process.stdout:
        yield json.loads(line)
    if process.wait():
        raise SystemExit(f"{' '.join(arguments)} ended with {process.returncode}")


def rounds(seed: int, plan: str) -> Iterator[tuple[str, bool, Line]]:
    """Yield what was done, whether all held, and what was seen."""
    for work in WORKS:
        for line in lines("tests.faults.rounds", str(seed), plan, work):
            yield f"{line['how']} {work}", not line["found"], line
    for line in lines("tests.faults.journals", str(seed), "20"):
        yield f"journal {line['harm']}", bool(line["there"] or line["found"]), line


def soak(seed: int, plan: str) -> Counter[str]:
    """Do everything once; return how often each was done."""
    counted: Counter[str] = Counter()
    for what, held, line in rounds(seed, plan):
        counted[what] += 1
        if not held:
            raise SystemExit(f"seed {seed}: {what}: {json.dumps(line)}")
        if counted[what] % 100 == 1:
            print(f"{time.strftime('%H:%M:%S')} {what}", flush=True)
    command = [sys.executable, "-m", "pytest", "-q", *RANDOM]
    if subprocess.run(command, cwd=ROOT, env=os.environ | MORE, check=False).returncode:
        raise SystemExit(f"seed {seed}: {' '.join(RANDOM)}")
    return counted


def main() -> None:
    """Go round until the time is over, at least once."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--seed", type=int, default=secrets.randbelow(10**6), help="of the first round")
    parser.add_argument("--minutes", type=float, default=0, help="go on with other seeds for so long")
    parser.add_argument("--plan", default=PLAN, help="HOW=TIMES,… for each work")
    arguments = parser.parse_args()
    begun, seed = time.monotonic(), arguments.seed
    while True:
        print(f"seed {seed}", flush=True)
        counted = soak(seed, arguments.plan)
        for what, times in sorted(counted.items()):
            print(f"{times:6} {what}")
        print(f"{sum(counted.values())} rounds; nothing was lost")
        seed += 1
        if time.monotonic() - begun > 60 * arguments.minutes:
            return


if __name__ == "__main__":
    main()
