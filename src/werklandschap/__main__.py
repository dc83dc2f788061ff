"""`python -m werklandschap`, the same as `werklandschap`."""

import sys

from werklandschap.project.cli import main

if __name__ == "__main__":
    sys.exit(main())
