"""Documents for people, from what services return; no Qt, so that the command line makes them."""
