"""Which files here hold tests: the rehearsals only in a process that has the device."""

from tests.stand_in_device.plugin import is_asked_for

collect_ignore_glob = ["start/*", *([] if is_asked_for() else ["rehearsal_*.py", "problems.py"])]
