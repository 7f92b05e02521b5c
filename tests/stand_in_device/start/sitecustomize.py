"""Python imports this by itself at the start of a process that has this folder on PYTHONPATH."""

import os

if os.environ.get("COURSE_DEVICE") == "toy":
    from tests.stand_in_device.installing import install

    install()
