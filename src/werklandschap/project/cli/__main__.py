"""`python -m werklandschap.project.cli`, the same as `werklandschap`."""

import sys

from . import main

if __name__ == "__main__":
    sys.exit(main())
