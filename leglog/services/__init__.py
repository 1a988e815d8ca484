"""What a person can do with the log; no Qt, and no rows handed out."""
