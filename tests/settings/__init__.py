"""The checks under settings in which a right course must not turn red: `python -m tests.settings`."""
