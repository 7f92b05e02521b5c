"""The training loop of notebooks 10 to 12, as notebook 11 builds it by hand."""

from __future__ import annotations

import inspect
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from torch import Tensor, nn
from torch.optim import Optimizer
from torch.optim.lr_scheduler import ReduceLROnPlateau

from course_utils.training.checkpoints import Checkpoint
from course_utils.training.evaluation import Batches, NonFiniteLossError, Tally, evaluate
from course_utils.training.metrics import LossFn, Metric, NamedMetrics, name_metrics
from course_utils.training.modes import modes_kept
from course_utils.training.run_states import Run, find_generators
from course_utils.training.settings import check_epochs

if TYPE_CHECKING:
    import pandas

Row = dict[str, Any]


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
    - `scheduler.step` is called after each epoch, with the validation loss (without `val_batches`,
      the training loss) for ReduceLROnPlateau.
    - `checkpoint` saves the run, and goes on with it where the file is there already, up to
      `epochs` in all; see `course_utils.training.Checkpoint`.
    - `on_epoch` is called with the row of each epoch. It may add entries, which become columns, and
      ends the training where it returns something true.
    - `progress` shows a bar on a terminal or in a notebook, on stdout, and clears it at the end.

    A KeyboardInterrupt ends the training, somewhere within an epoch, and returns the epochs so far.
    The model gets back the mode it had. Nothing here seeds or draws random numbers; what dropout
    and shuffling draw is drawn from where they draw it.

    Raises NonFiniteLossError for a loss that is nan or infinite; noticed at the end of its epoch,
    since looking at each loss would make a GPU wait, with the history before it in `.history`.
    Raises ValueError for epochs below 1 or fewer than the checkpoint holds, an optimizer with no
    trainable parameter of the model, no batches, and for batches, outputs, losses or metrics of the
    wrong kind, shape or device; and CheckpointError for a file that does not fit.
    """
    named = name_metrics(metrics)
    parts = ["train"] if val_batches is None else ["train", "val"]
    columns = [f"{part}_{name}" for name in ("loss", *named) for part in parts]
    _check(model, optimizer, epochs, checkpoint, columns)
    run = Run(model, optimizer, scheduler, find_generators(train_batches, val_batches))
    rows = checkpoint.resume(run, epochs) if checkpoint is not None else []
    try:
        with modes_kept(model), _bar(len(rows), epochs, progress) as bar:
            for epoch in range(len(rows) + 1, epochs + 1):
                row = _train_epoch(epoch, model, train_batches, loss_fn, optimizer, named)
                if val_batches is not None:
                    where = f" of the validation in epoch {epoch}"
                    measured = evaluate(model, val_batches, loss_fn, named, where=where)
                    row |= {f"val_{name}": value for name, value in measured.items()}
                _step(scheduler, row)
                row = {name: row[name] for name in ["epoch", "seconds", *columns]}
                is_last = (on_epoch is not None and bool(on_epoch(row))) or epoch == epochs
                rows.append(row)
                if checkpoint is not None:
                    checkpoint.save(run, rows, is_last)
                bar.set_postfix_str(f"train_loss {row['train_loss']:.4g}", refresh=False)
                bar.update()
                if is_last:
                    break
    except KeyboardInterrupt:
        pass
    except NonFiniteLossError as error:
        error.history = _frame(rows, columns)
        raise
    return _frame(rows, columns)


def _train_epoch(
    epoch: int,
    model: nn.Module,
    batches: Batches,
    loss_fn: LossFn,
    optimizer: Optimizer,
    metrics: NamedMetrics,
) -> Row:
    """Let the model learn from each batch once, and return the epoch's row."""
    tally = Tally(model, loss_fn, metrics)
    closure = inspect.signature(optimizer.step).parameters.get("closure")
    wants_closure = closure is not None and closure.default is closure.empty
    sampler: Any = getattr(batches, "sampler", None)
    if hasattr(sampler, "set_epoch"):  # a DistributedSampler shuffles by the number of the epoch
        sampler.set_epoch(epoch)
    params = [param for group in optimizer.param_groups for param in group["params"]]
    model.train()
    began = time.perf_counter()
    for X, y in batches:
        loss = tally.loss(X, y)
        for param in params:  # what optimizer.zero_grad() does, in a third of its time
            param.grad = None
        loss.backward()
        if wants_closure:
            optimizer.step(partial(_loss_again, model, X, y, loss_fn, optimizer))
        else:
            optimizer.step()
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


def _step(scheduler: Any, row: Row) -> None:
    if isinstance(scheduler, ReduceLROnPlateau):
        scheduler.step(row["val_loss" if "val_loss" in row else "train_loss"])
    elif scheduler is not None:
        scheduler.step()


def _check(
    model: nn.Module,
    optimizer: Optimizer,
    epochs: int,
    checkpoint: Checkpoint | None,
    columns: list[str],
) -> None:
    check_epochs(epochs)
    held = {id(param) for group in optimizer.param_groups for param in group["params"]}
    if not any(id(param) in held for param in model.parameters() if param.requires_grad):
        raise ValueError(
            "the optimizer must hold trainable parameters of this model, got "
            f"{len(held)} tensors of which none is one: build it from this model.parameters()."
        )
    if checkpoint is not None and checkpoint.best not in (None, *columns):
        raise ValueError(
            f"best must be a column of the history, one of {', '.join(columns)}, "
            f"got {checkpoint.best!r}."
        )


def _bar(done: int, epochs: int, progress: bool) -> Any:
    """Return a bar over the epochs; one that shows nothing where nobody would see it move."""
    from tqdm import tqdm

    is_seen = sys.stdout.isatty() or type(sys.stdout).__module__.startswith("ipykernel")
    hidden = not (progress and is_seen)
    # On stdout, since notebooks paint stderr red; of one width, so that what clears it is alike.
    return tqdm(total=epochs, initial=done, file=sys.stdout, leave=False, ncols=80, disable=hidden)


def _frame(rows: list[Row], columns: list[str]) -> pandas.DataFrame:
    import pandas

    if rows:
        return pandas.DataFrame(rows)
    # Without a row pandas cannot see that the columns are of numbers.
    dtypes = {"epoch": "int64"} | dict.fromkeys(["seconds", *columns], "float64")
    return pandas.DataFrame(columns=list(dtypes)).astype(dtypes)
