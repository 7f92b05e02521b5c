"""The exercises of notebook 12, in order; they live in files by topic."""
# ruff: noqa: N999 - the file is named after its notebook

from __future__ import annotations

from course_utils.exercises import scaling_out_devices as devices
from course_utils.exercises import scaling_out_many as many
from course_utils.exercises import scaling_out_sampler as sampler
from course_utils.exercises import scaling_out_shards as shards
from course_utils.exercises import scaling_out_timing as timing
from course_utils.exercises import scaling_out_waiting as waiting

TITLE = "Scaling out"
EXERCISES = (
    devices.RECENT_MEAN,
    waiting.WAITING_LINES,
    timing.TIMING,
    shards.WEIGHTED_AVERAGE,
    sampler.RANK_INDICES,
    shards.BYTES_SENT,
    many.ALL_GRADIENTS,
)
