"""Where the built program starts."""

import sys

from leglog.__main__ import main

sys.exit(main())
