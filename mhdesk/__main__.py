"""Start mhdesk: the window without a subcommand, else the command line."""

from __future__ import annotations

import sys

from mhdesk.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
