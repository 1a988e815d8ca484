"""How a log file says what it is; light, because the first look at the file needs it."""

from __future__ import annotations

APPLICATION_ID = 0x4C65674C
"""'LegL', in the file's header."""

REVISION = "0001"
"""The newest migration, which is the schema that this program reads and writes."""

ROWS_A_STATEMENT = 40
"""Rows put in at once: each statement makes anew the lists that the checks compare with."""

BUSY_TIMEOUT_S = 5
"""How long a connection waits for another one's lock."""
