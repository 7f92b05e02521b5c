"""The training loop of notebooks 10 to 12, as notebook 11 builds it by hand."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

import torch
from torch import Tensor, nn
from torch.nn.utils import clip_grad_norm_
from torch.optim import Optimizer

from course_utils.training.bars import asks_to_stop, bar
from course_utils.training.checkpoints import Checkpoint
from course_utils.training.evaluation import Batches, NonFiniteLossError, Tally, evaluate, pairs
from course_utils.training.gradients import divide, groups_of
from course_utils.training.history import Row, frame, plain_row
from course_utils.training.metrics import LossFn, Metric, NamedMetrics, name_metrics
from course_utils.training.modes import modes_kept
from course_utils.training.program import describe
from course_utils.training.reach import find_epoch_counters, find_generators
from course_utils.training.run_states import Run
from course_utils.training.saving import Saver
from course_utils.training.schedules import EPOCH, STEP, move_after_epoch, moves_every
from course_utils.training.settings import check_epochs
from course_utils.training.setup import check_setup, resting_layers, to_train_mode, wants_closure
from course_utils.training.start import check_start

if TYPE_CHECKING:
    import pandas


def train(
    model: nn.Module,
    train_batches: Batches,
    loss_fn: LossFn,
    optimizer: Optimizer,
    *,
    epochs: int,
    val_batches: Batches | None = None,
    metrics: Mapping[str, Metric] | Iterable[Metric] | None = None,
    scheduler: Any = None,
    scheduler_every: str | None = None,
    accumulate: int = 1,
    clip_norm: float | None = None,
    checkpoint: Checkpoint | None = None,
    on_epoch: Callable[[Row], Any] | None = None,
    progress: bool = True,
) -> pandas.DataFrame:
    """Train the model and return the history, a DataFrame with one row an epoch.

    Its columns are epoch (from 1), seconds (of the training alone, without validation, metrics and
    saving), train_loss, val_loss, and train_ and val_ with the name of each metric; those with val_
    only where there are `val_batches`.

    - Batches are iterables of pairs X, y of tensors, both (batch, …), on the model's device:
      TensorBatches, a DataLoader, a list. Iterated once an epoch.
    - `loss_fn(model(X), y)` is the mean loss of a batch. Losses are means over examples: a smaller
      last batch weighs less. Training loss and metrics are of the outputs during the epoch, in
      train mode, while the model changes; validation comes after it, in eval mode.
    - `metrics` are functions of (y_true, y_pred), such as scikit-learn's, in a list or a dict by
      name. They get NumPy arrays of all examples: class labels where the outputs are logits, and
      scores if their second argument is y_score or y_proba; see `course_utils.training.measure`.
    - `scheduler` moves after each epoch, or after each step where its length says so, as that of
      OneCycleLR; `scheduler_every`, "epoch" or "step", says it for you. ReduceLROnPlateau is given
      the validation loss (without `val_batches`, the training loss).
    - `accumulate` batches make one step, with the gradient of them all as one batch (BatchNorm
      still sees them one by one); `clip_norm` is the largest norm that a gradient may have.
    - `checkpoint` saves the run, and goes on with it where the file is there already, up to
      `epochs` in all; see `course_utils.training.Checkpoint`.
    - `on_epoch` is called with the row of each epoch. It may add entries, which become columns
      (arrays as lists), and ends the training where it returns True. What it remembers by itself is
      in no checkpoint.
    - `progress` shows a bar on a terminal or in a notebook, on stdout, and clears it at the end.

    A KeyboardInterrupt ends the training, somewhere within an epoch, and returns the epochs so far.
    The model gets back the mode it had; layers that came in eval mode, in a model in train mode,
    stay in it. Nothing here seeds or draws random numbers; what dropout and shuffling draw is drawn
    from where they draw it.

    Raises NonFiniteLossError for a loss that is nan or infinite; noticed at the end of its epoch,
    since looking at each loss would make a GPU wait, with the history before it in `.history`.
    Raises ValueError for epochs below 1 or fewer than the checkpoint holds, an optimizer or a
    scheduler that does not fit, no batches, and for model, batches, outputs, losses, metrics or
    other arguments of the wrong kind, shape or device; CheckpointError for a file that does not fit
    or a state that cannot be saved; and OSError where no file can be written. A file that fails
    later is a warning. What else model, loss, metrics or `on_epoch` raise comes through.
    """
    named = name_metrics(metrics)
    parts = ["train"] if val_batches is None else ["train", "val"]
    columns = [f"{part}_{name}" for name in ("loss", *named) for part in parts]
    check_epochs(epochs)
    run = Run(
        model, optimizer, scheduler, find_generators(train_batches, val_batches, model), loss_fn
    )
    check_setup(run, checkpoint, on_epoch, accumulate=accumulate, clip_norm=clip_norm)
    every = moves_every(
        scheduler, scheduler_every, optimizer,
        epochs=epochs, batches=train_batches, accumulate=accumulate,
    )  # fmt: skip
    check_start(model, train_batches, val_batches, loss_fn, named)
    saver = Saver(checkpoint, run, epochs, columns, named)
    loop = {"accumulate": accumulate, "clip_norm": clip_norm, "scheduler_every": every}
    rows, is_over = saver.begin(describe(run, train_batches, **loop) if checkpoint else {})
    if is_over:
        return frame(rows, columns)
    counters, resting = find_epoch_counters(train_batches), resting_layers(model)
    first = len(rows) + 1
    try:
        with torch.enable_grad(), modes_kept(model), bar(len(rows), epochs, progress) as seen:
            for epoch in range(first, epochs + 1):
                for counter in counters:  # a DistributedSampler shuffles by the number of the epoch
                    counter.set_epoch(epoch)
                to_train_mode(model, resting)
                row = _train_epoch(
                    epoch, model, train_batches, loss_fn, optimizer, named,
                    scheduler if every == STEP else None, accumulate, clip_norm,
                )  # fmt: skip
                if val_batches is not None:
                    where = f" of the validation in epoch {epoch}"
                    measured = evaluate(model, val_batches, loss_fn, named, where=where)
                    row |= {f"val_{name}": value for name, value in measured.items()}
                if every == EPOCH:
                    move_after_epoch(scheduler, row)
                row = {name: row[name] for name in ["epoch", "seconds", *columns]}
                answer = on_epoch(row) if on_epoch is not None else None
                ended = asks_to_stop(answer, is_new=epoch == first)
                rows.append(plain_row(row))
                saver.save(rows, is_last=ended or epoch == epochs, ended=ended)
                seen.set_postfix_str(f"train_loss {row['train_loss']:.4g}", refresh=False)
                seen.update()
                if ended:
                    break
            saver.finish(rows)
    except KeyboardInterrupt:
        pass
    except NonFiniteLossError as error:
        error.history, error.args = frame(rows, columns), (f"{error}{saver.remedy()}",)
        raise
    return frame(rows, columns)


def _train_epoch(
    epoch: int,
    model: nn.Module,
    batches: Batches,
    loss_fn: LossFn,
    optimizer: Optimizer,
    metrics: NamedMetrics,
    scheduler: Any,
    accumulate: int,
    clip_norm: float | None,
) -> Row:
    """Let the model learn from each batch once, and return the epoch's row."""
    tally, needs_closure = Tally(model, loss_fn, metrics), wants_closure(optimizer)
    params = [param for group in optimizer.param_groups for param in group["params"]]
    began = time.perf_counter()
    for group in groups_of(pairs(batches), accumulate):
        for param in params:  # what optimizer.zero_grad() does, in a third of its time
            param.grad = None
        total: Any = 0
        for X, y in group:
            loss = tally.loss(X, y)
            if accumulate == 1:
                loss.backward()
            else:
                (loss * tally.weight).backward()
                total = total + tally.weight
        if accumulate > 1:
            divide(params, total)
        if clip_norm is not None:
            clip_grad_norm_(params, clip_norm)
        if needs_closure:
            optimizer.step(partial(_loss_again, model, X, y, loss_fn, optimizer))
        else:
            optimizer.step()
        if scheduler is not None:
            scheduler.step()
    where = f" of epoch {epoch} (lr {optimizer.param_groups[0]['lr']:g})"
    mean_loss = tally.mean_loss(where)  # waits for the GPU, so that the clock is right
    seconds = time.perf_counter() - began
    measured = {"loss": mean_loss, **tally.measure()}
    return {"epoch": epoch, "seconds": seconds} | {
        f"train_{name}": value for name, value in measured.items()
    }


def _loss_again(
    model: nn.Module, X: Tensor, y: Tensor, loss_fn: LossFn, optimizer: Optimizer
) -> Any:
    """Return the loss with fresh gradients: LBFGS looks at several places before it moves."""
    optimizer.zero_grad()
    loss = loss_fn(model(X), y)
    loss.backward()
    return loss
