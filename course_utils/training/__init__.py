"""The loop to take home: batches, training, evaluation, checkpoints, ensembles, many processes.

- `TensorBatches`: batches as slices of tensors
- `train(…)`: the loop, which returns its history as a DataFrame
- `evaluate(…)`, `measure(…)`: loss and metrics of a model, and metrics of its outputs
- `NonFiniteLossError`: raised for a loss that is nan or infinite
- `Checkpoint`: saves a run of `train`, and goes on with it
- `save_checkpoint(…)`, `load_checkpoint(…)`: the same for a loop of your own
- `CheckpointError`: raised for a file that does not fit
- `train_ensemble(…)`, `Stack`: many seeds side by side, and many models as one
- `shards(…)`, `train_sharded(…)`: each batch shared among processes
- `torchrun(…)`, `PROGRAMS`: processes started from a notebook, and the folder of their programs

`torchrun -m course_utils.training.distributed` starts such processes.
"""

from course_utils.training.batching import TensorBatches
from course_utils.training.checkpoints import Checkpoint, load_checkpoint, save_checkpoint
from course_utils.training.ensembles import train_ensemble
from course_utils.training.evaluation import NonFiniteLossError, evaluate
from course_utils.training.launching import PROGRAMS, torchrun
from course_utils.training.loop import train
from course_utils.training.metrics import measure
from course_utils.training.safe_files import CheckpointError
from course_utils.training.sharding import shards, train_sharded
from course_utils.training.stacking import Stack

__all__ = [
    "PROGRAMS",
    "Checkpoint",
    "CheckpointError",
    "NonFiniteLossError",
    "Stack",
    "TensorBatches",
    "evaluate",
    "load_checkpoint",
    "measure",
    "save_checkpoint",
    "shards",
    "torchrun",
    "train",
    "train_ensemble",
    "train_sharded",
]
