"""Answers to the exercises of notebook 11 as a class writes them, and what each is told."""

import pytest

from tests.exercises.helpers import assert_told

SUMMARY = """
def answer(losses, sizes, y_true, y_pred, metrics=None):
    row = {{"loss": {loss}}}
    for name, metric in {items}:
        row[name] = {value}
    return {result}
"""
MEAN = "sum(loss * size for loss, size in zip(losses, sizes)) / sum(sizes)"


def summary(
    loss: str = MEAN,
    items: str = "(metrics or {}).items()",
    value: str = "metric(y_true, y_pred)",
    result: str = "row",
) -> str:
    return SUMMARY.format(loss=loss, items=items, value=value, result=result)


def words(*changed: str) -> str:
    """The answer to 11.4 with other words, as in "A model"."""
    named = dict(
        zip("ABCDE", ("optimizer", "global", "nothing", "scheduler", "order"), strict=True)
    )
    for change in changed:
        report, word = change.split()
        named[report] = word
    return str(tuple(named.values()))


SKLEARN = "from sklearn.metrics import roc_auc_score as area\n"
AUC = (
    SKLEARN
    + """
def answer(y_true, y_score):
    if {guard}:
        return {alone}
    return {result}
"""
)
MISSING = "len(set(y_true.tolist())) < (2 if y_score.ndim == 1 else y_score.shape[1])"


def auc(
    result: str = "area(y_true, y_score, multi_class='ovr')",
    guard: str = MISSING,
    alone: str = "float('nan')",
) -> str:
    return AUC.format(result=result, guard=guard, alone=alone)


HOOK = """
def answer(model, folder, every):
    {before}
    def on_epoch(row):
        epoch = row["epoch"]
        if {when}:
            {save}
        {after}
    return {result}
"""


def hook(
    before: str = "pass",
    when: str = "epoch % every == 0",
    save: str = "torch.save(model.state_dict(), folder / f'epoch_{epoch:03d}.pt')",
    after: str = "return None",
    result: str = "on_epoch",
) -> str:
    return HOOK.format(before=before, when=when, save=save, after=after, result=result)


def named(name: str) -> str:
    return hook(save=f"torch.save(model.state_dict(), folder / {name})")


def saved(contents: str) -> str:
    return hook(save=f"torch.save({contents}, folder / f'epoch_{{epoch:03d}}.pt')")


TRAIN = """
from course_utils import training

def train_epoch(model, loader, loss_fn, optimizer):
    model.train()
    for X, y in loader:
        loss = loss_fn(model(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()

def answer(path, model, optimizer, loader, epochs):
    done = 0
    if path.exists():
        {load}
    trained = []
    for epoch in {turns}:
        train_epoch(model, loader, nn.MSELoss(), optimizer)
        trained.append({number})
    {save}
    return {result}
"""
LOAD = (
    "done = training.load_checkpoint(path, model, optimizer, generators=[loader.generator]).epoch"
)
SAVE = (
    "training.save_checkpoint("
    "path, model, optimizer, epoch=max(done, epochs), generators=[loader.generator])"
)


def train(
    load: str = LOAD,
    turns: str = "range(done + 1, epochs + 1)",
    number: str = "epoch",
    save: str = SAVE,
    result: str = "trained",
) -> str:
    return TRAIN.format(load=load, turns=turns, number=number, save=save, result=result)


ANSWERS: list[tuple[str, str, str, str]] = [
    # 11.1
    ("11.1", summary(), "right", ""),
    ("11.1", summary("np.average(losses, weights=sizes)"), "right", ""),
    ("11.1", summary("(torch.tensor(losses) * torch.tensor(sizes)).sum().item() / sum(sizes)"), "right", ""),
    ("11.1", summary("sum(l * n for l, n in zip(losses, sizes)) / len(y_true)"), "right", ""),
    ("11.1", "def answer(losses, sizes, y_true, y_pred, metrics=None):\n    row = {'loss': np.dot(losses, sizes) / sum(sizes)}\n    if metrics is not None:\n        for name in metrics:\n            row[name] = metrics[name](y_true, y_pred)\n    return row", "right", ""),
    ("11.1", summary().replace("metrics=None", "metrics={}").replace("(metrics or {})", "metrics"), "right", ""),
    ("11.1", summary("sum(losses) / len(losses)", "metrics.items()"), "open", ""),
    ("11.1", summary(items="metrics.items()"), "wrong", "Without a metric it still crashes"),
    ("11.1", summary("sum(losses) / len(losses)"), "wrong", "the loss counts each batch alike"),
    ("11.1", summary("np.mean(losses)"), "wrong", "the loss counts each batch alike"),
    ("11.1", summary("sum(l * n for l, n in zip(losses, sizes)) / len(losses)"), "wrong", "By how many examples must the sum"),
    ("11.1", summary("sum(l * n for l, n in zip(losses, sizes)) / len(sizes)"), "wrong", "By how many examples must the sum"),
    ("11.1", summary("sum(l * n for l, n in zip(losses, sizes))"), "wrong", "This is the sum over all examples"),
    ("11.1", summary("sum(losses) / sum(sizes)"), "wrong", "the mean of a batch has to become the sum"),
    ("11.1", summary("losses[-1]"), "wrong", "This is the loss of the last batch"),
    ("11.1", summary(items="(metrics or {'accuracy': lambda a, b: (a == b).mean()}).items()"), "wrong", "Nobody asked for a metric"),
    ("11.1", summary(result="row if metrics else row['loss']"), "wrong", "Without a metric a number comes back"),
    ("11.1", summary(result="row if metrics else None"), "wrong", "Without a metric nothing comes back"),
    ("11.1", "def answer(losses, sizes, y_true, y_pred, metrics=None):\n    if metrics is None:\n        return\n    row = {'loss': np.average(losses, weights=sizes)}\n    for name, metric in metrics.items():\n        row[name] = metric(y_true, y_pred)\n    return row", "wrong", "!got None"),
    ("11.1", summary(items="{}.items()"), "wrong", "If there are some, where are they"),
    ("11.1", summary(value="metric(y_pred, y_true)"), "wrong", "In which order does a metric take"),
    ("11.1", summary(value="metric"), "wrong", "!What came back cannot be used"),
    ("11.1", summary().replace("row[name]", "row['val_' + name]"), "wrong", "under other names"),
    ("11.1", summary(result="row['loss']"), "wrong", "a number comes back"),
    ("11.1", summary("round(sum(l * n for l, n in zip(losses, sizes)) / sum(sizes))"), "wrong", ""),
    ("11.1", summary("max(losses)"), "wrong", "This is the loss of the last batch"),
    # 11.2
    ("11.2", auc(), "right", ""),
    ("11.2", auc(guard="len(np.unique(y_true)) != (y_score.shape[1] if y_score.ndim == 2 else 2)"), "right", ""),
    ("11.2", auc(guard="y_true.min() == y_true.max()", alone="math.nan"), "wrong", "two of three classes still reach"),
    ("11.2", auc("np.mean([area(y_true == c, y_score[:, c]) for c in set(y_true.tolist())]) if y_score.ndim == 2 else area(y_true, y_score)"), "right", ""),
    ("11.2", auc("area(y_true, y_score)"), "wrong", "Two classes and a single one are right"),
    ("11.2", auc(guard="False"), "wrong", "The areas are right"),
    ("11.2", auc("area(y_true, y_score)", guard="False"), "wrong", "With two classes this is right"),
    ("11.2", auc("area(y_true, y_score, multi_class='ovo')"), "wrong", "With three classes this compares them two"),
    ("11.2", auc("area(y_true, y_score, multi_class='ovr', average='weighted')"), "wrong", "Here a frequent class counts more"),
    ("11.2", auc("area(y_true, y_score, multi_class='ovr', average='micro')"), "wrong", "All entries of the table are thrown into"),
    ("11.2", auc(alone="0.5"), "wrong", "The areas are right"),
    ("11.2", auc(alone="0.0"), "wrong", "The areas are right"),
    ("11.2", auc(alone="1.0"), "wrong", "The areas are right"),
    ("11.2", auc(alone="'nan'"), "wrong", "The areas are right"),
    ("11.2", auc(alone="None"), "wrong", "The areas are right"),
    ("11.2", auc(guard="y_true.sum() == 0"), "wrong", "If all examples are of class 0 this holds"),
    ("11.2", auc(guard="y_true.all()"), "wrong", "Labels without a 0 are seen"),
    ("11.2", auc(guard="y_true.mean() == 1"), "wrong", "If all examples are of class 1 this holds"),
    ("11.2", auc(guard="len(set(y_true.tolist())) == 2"), "wrong", "nan comes for two classes, where there is"),
    ("11.2", auc(guard="len(set(y_true.tolist())) != 2"), "wrong", "nan also comes where there are three classes"),
    ("11.2", auc(guard="len(y_true) < 2"), "wrong", "The areas are right"),
    ("11.2", auc("area(y_true, y_score[:, 1] if y_score.ndim == 2 else y_score, multi_class='ovr')"), "wrong", "With three classes scikit-learn gets a"),
    ("11.2", auc("area(y_true, (y_score > 0.5).astype(float)) if y_score.ndim == 1 else area(y_true, y_score, multi_class='ovr')"), "wrong", "With two classes the scores were rounded or"),
    ("11.2", auc("area(y_true, y_score.round()) if y_score.ndim == 1 else area(y_true, y_score, multi_class='ovr')"), "wrong", "With two classes the scores were rounded or"),
    ("11.2", auc("area(y_true, y_score.argmax(axis=1) if y_score.ndim == 2 else y_score, multi_class='ovr')"), "wrong", "With three classes scikit-learn gets a"),
    ("11.2", auc("area(y_score, y_true, multi_class='ovr')"), "wrong", "scikit-learn looks for labels and finds"),
    ("11.2", auc("1 - area(y_true, y_score, multi_class='ovr')"), "wrong", "This is 1 minus what is asked for"),
    ("11.2", auc("max(area(y_true, y_score, multi_class='ovr'), 1 - area(y_true, y_score, multi_class='ovr'))"), "wrong", "A model that orders the wrong way has an"),
    ("11.2", auc("round(area(y_true, y_score, multi_class='ovr'), 2)"), "wrong", "The result is rounded"),
    ("11.2", auc("area(y_true, y_score, average=None, multi_class='ovr')"), "wrong", "One number is asked for"),
    ("11.2", auc("area(np.eye(y_score.shape[1])[y_true], y_score) if y_score.ndim == 2 else area(y_true, y_score)"), "right", ""),
    ("11.2", SKLEARN + "def answer(y_true, y_score):\n    try:\n        return area(y_true, y_score, multi_class='ovr')\n    except ValueError:\n        return float('nan')", "wrong", "For a single class of two scikit-learn"),
    ("11.2", auc("2 * area(y_true, y_score, multi_class='ovr') - 1"), "wrong", "This measure is 0 for guessing and 1 for a"),
    ("11.2", auc("100 * area(y_true, y_score, multi_class='ovr')"), "wrong", "A hundred times too large"),
    ("11.2", auc("print(area(y_true, y_score, multi_class='ovr'))"), "wrong", "!got None|same answer"),
    ("11.2", SKLEARN + "def answer(y_true, y_score):\n    value = area(y_true, y_score, multi_class='ovr')\n    return value if len(set(y_true.tolist())) > 1 else float('nan')", "wrong", "The areas are right"),
    ("11.2", "from sklearn.metrics import accuracy_score\ndef answer(y_true, y_score):\n    if len(set(y_true.tolist())) < 2:\n        return float('nan')\n    return accuracy_score(y_true, y_score.argmax(axis=1) if y_score.ndim == 2 else y_score > 0.5)", "wrong", "This is an accuracy"),
    ("11.2", "from sklearn.metrics import average_precision_score\ndef answer(y_true, y_score):\n    if len(set(y_true.tolist())) < 2:\n        return float('nan')\n    return average_precision_score(y_true, y_score)", "wrong", "This is the area under another curve, that"),
    ("11.2", auc(guard="len(set(y_true.tolist())) < y_score.shape[-1]"), "wrong", "With two classes nan comes"),
    ("11.2", auc(guard="len(set(y_true.tolist())) == 1"), "wrong", "two of three classes still reach"),
    # 11.3
    ("11.3", hook(), "right", ""),
    ("11.3", hook(when="not epoch % every", after="return False"), "right", ""),
    ("11.3", hook(when="epoch / every == epoch // every"), "right", ""),
    ("11.3", named("f\"epoch_{str(epoch).zfill(3)}.pt\""), "right", ""),
    ("11.3", saved("{k: v.clone() for k, v in model.state_dict().items()}"), "right", ""),
    ("11.3", hook(save="torch.save(model.state_dict(), str(folder) + '/epoch_%03d.pt' % epoch)"), "right", ""),
    ("11.3", "class Hook:\n    def __init__(self, *a): self.a = a\n    def __call__(self, row):\n        m, f, e = self.a\n        if row['epoch'] % e == 0: torch.save(m.state_dict(), f / f\"epoch_{row['epoch']:03}.pt\")\ndef answer(model, folder, every): return Hook(model, folder, every)", "right", ""),
    ("11.3", named("'epoch.pt'"), "wrong", "Each snapshot overwrites the one before"),
    ("11.3", named("f'epoch_{epoch}.pt'"), "wrong", "The epochs are right, the names are not"),
    ("11.3", named("f'epoch_{every:03d}.pt'"), "wrong", "The same number in all names, so each"),
    ("11.3", named("f'epoch_{epoch:3d}.pt'"), "wrong", "Blanks fill the name up to three places"),
    ("11.3", named("f'epoch_{epoch:02d}.pt'"), "wrong", "The epochs are right, the names are not"),
    ("11.3", named("f'epoch_{epoch:04d}.pt'"), "wrong", "The epochs are right, the names are not"),
    ("11.3", named("f'epoch_00{epoch}.pt'"), "wrong", "The zeros stand there whatever the epoch is"),
    ("11.3", named("f'epoch_{epoch:03d}'"), "wrong", "The names lack their end"),
    ("11.3", named("f'epoch{epoch:03d}.pt'"), "wrong", "The names are not built like the two in the"),
    ("11.3", named("f'epoch_{epoch // every:03d}.pt'"), "wrong", "The number in the name is not the epoch"),
    ("11.3", named("f'epoch_{epoch + 1:03d}.pt'"), "wrong", "The name has the number of a neighbouring"),
    ("11.3", named("f'epoch_{epoch - 1:03d}.pt'"), "wrong", "The name has the number of a neighbouring"),
    ("11.3", named("'epoch_{epoch:03d}.pt'"), "wrong", "The name is taken letter by letter, braces"),
    ("11.3", hook(when="epoch % every == 1"), "wrong", "The first snapshot comes in epoch 1"),
    ("11.3", hook(when="epoch % every"), "wrong", "Files come in exactly those epochs in which"),
    ("11.3", hook(when="epoch % every != 0"), "wrong", "Files come in exactly those epochs in which"),
    ("11.3", hook(when="(epoch - 1) % every == 0"), "wrong", "The snapshots come an epoch too late,"),
    ("11.3", hook(when="(epoch + 1) % every == 0"), "wrong", "The snapshots come an epoch too early"),
    ("11.3", hook(when="epoch == every"), "wrong", "A file comes in some of the right epochs,"),
    ("11.3", hook(when="epoch >= every"), "wrong", "on, each epoch leaves a file"),
    ("11.3", hook(when="epoch // every == 0"), "wrong", "The files come before epoch"),
    ("11.3", hook(when="every % epoch == 0"), "wrong", "The epochs are those that divide"),
    ("11.3", hook(when="True"), "wrong", "A file in each epoch"),
    ("11.3", hook(when="epoch % every == 0 or epoch == 1"), "wrong", "The right epochs are among them, and the"),
    ("11.3", hook(after="return True"), "wrong", "The files are right, but the training ends"),
    ("11.3", hook(after="return epoch % every == 0"), "wrong", "The files are right, but the training ends"),
    ("11.3", hook(after="return row"), "wrong", "The files are right, but the training ends"),
    ("11.3", hook(after="return epoch"), "wrong", "The files are right, but the training ends"),
    ("11.3", saved("model"), "wrong", "The file holds a Python object, such as a"),
    ("11.3", saved("{'model': model.state_dict()}"), "wrong", "There is something around the parameters"),
    ("11.3", saved("{'epoch': epoch, 'state': model.state_dict()}"), "wrong", "There is something around the parameters"),
    ("11.3", saved("model.state_dict"), "wrong", "The file holds a Python object, such as a"),
    ("11.3", saved("list(model.parameters())"), "wrong", "What is in the file has lost the names of"),
    ("11.3", saved("dict(model.named_parameters())"), "right", ""),
    ("11.3", saved("nn.utils.parameters_to_vector(model.parameters())"), "wrong", "What is in the file has lost the names of"),
    ("11.3", saved("row"), "wrong", "The file holds a dictionary, but the"),
    ("11.3", hook(before="import copy; states = copy.deepcopy(model.state_dict())", save="torch.save(states, folder / f'epoch_{epoch:03d}.pt')"), "wrong", "The files hold parameters of another time"),
    ("11.3", hook(before="import copy; model = copy.deepcopy(model)"), "wrong", "The files hold parameters of another time"),
    ("11.3", hook(result="on_epoch({'epoch': every})"), "wrong", "needs something to call after each epoch"),
    ("11.3", hook(result="None"), "wrong", "needs something to call after each epoch"),
    ("11.3", "def answer(model, folder, every):\n    for epoch in range(1, 200):\n        if epoch % every == 0:\n            torch.save(model.state_dict(), folder / f'epoch_{epoch:03d}.pt')", "wrong", "needs something to call after each epoch"),
    ("11.3", "def answer(model, folder, every):\n    def on_epoch(epoch):\n        if epoch % every == 0:\n            torch.save(model.state_dict(), folder / f'epoch_{epoch:03d}.pt')\n    return on_epoch", "wrong", "!Raised: TypeError"),
    ("11.3", "def answer(model, folder, every):\n    def on_epoch():\n        torch.save(model.state_dict(), folder / 'epoch_005.pt')\n    return on_epoch", "wrong", "!What came back cannot be used"),
    ("11.3", hook(save="import tempfile; torch.save(model.state_dict(), f'{tempfile.gettempdir()}/epoch_{epoch:03d}.pt')"), "wrong", "No file is found in"),
    ("11.3", hook(save="torch.save(folder / f'epoch_{epoch:03d}.pt', model.state_dict())"), "wrong", "!Raised: AttributeError"),
    ("11.3", hook(save="torch.save(model.state_dict(), folder + f'epoch_{epoch:03d}.pt')"), "wrong", "!Raised: TypeError"),
    ("11.3", hook(before="count = 0", when="count % every == 0"), "wrong", "A file in each epoch"),
    ("11.3", hook(before="count = [0]", when="[count.append(0), len(count) % every == 0][1]"), "wrong", "The snapshots come an epoch too early"),
    # 11.4
    ("11.4", words(), "right", ""),
    ("11.4", "['optimizer', 'global', 'nothing', 'scheduler', 'order']", "right", ""),
    ("11.4", "('Optimizer', 'Global', 'Nothing', 'Scheduler', 'Order')", "right", ""),
    ("11.4", words("A scheduler", "D optimizer"), "wrong", "One part holds the rate, another counts epochs"),
    ("11.4", words("B order", "E global"), "wrong", "which sees other noise"),
    ("11.4", words("A scheduler"), "wrong", "Which part holds the rate itself"),
    ("11.4", words("A model"), "wrong", "A says something of the rate alone"),
    ("11.4", words("A nothing"), "wrong", "Something is lost"),
    ("11.4", words("B model"), "wrong", "would the loss in evaluation mode agree"),
    ("11.4", words("B order"), "wrong", "What is drawn for them"),
    ("11.4", words("B nothing"), "wrong", "Which layer looks at the mode"),
    ("11.4", words("C global"), "wrong", "would the training losses agree"),
    ("11.4", words("C optimizer"), "wrong", "would all columns but one agree"),
    ("11.4", words("D optimizer"), "wrong", "Who decides when it is halved"),
    ("11.4", words("D nothing"), "wrong", "what is the rate of epoch 12"),
    ("11.4", words("E global"), "wrong", "has a generator of its own"),
    ("11.4", words("E nothing"), "wrong", "What decides which points"),
    ("11.4", words("E model"), "wrong", "the parameters agree until"),
    ("11.4", words("C model", "E global"), "wrong", ""),
    ("11.4", "'optimizer'", "wrong", "Five words are asked for"),
    # 11.5
    ("11.5", train(), "right", ""),
    ("11.5", train(turns="range(done, epochs)", number="epoch + 1"), "right", ""),
    ("11.5", train(result="list(range(done + 1, epochs + 1))"), "right", ""),
    ("11.5", train(result="torch.tensor(trained, dtype=torch.long).tolist()"), "right", ""),
    ("11.5", train(save="""
    if trained:
        training.save_checkpoint(path, model, optimizer, epoch=trained[-1], generators=[loader.generator])""".strip()), "right", ""),
    ("11.5", train("training.load_checkpoint(path, model, optimizer)", "range(1, epochs + 1)", save="training.save_checkpoint(path, model, optimizer, epoch=epochs)"), "open", ""),
    ("11.5", train(turns="range(1, epochs + 1)"), "wrong", "The order goes on where it was, but all"),
    ("11.5", train("done = training.load_checkpoint(path, model, optimizer).epoch", save="training.save_checkpoint(path, model, optimizer, epoch=epochs)"), "wrong", "The epochs are counted well now"),
    ("11.5", train("done = training.load_checkpoint(path, model, optimizer).epoch"), "wrong", "!Raised: CheckpointError"),
    ("11.5", train(save="training.save_checkpoint(path, model, optimizer, epoch=epochs)"), "wrong", "!Raised: CheckpointError"),
    ("11.5", train(turns="range(done + 1, done + epochs + 1)"), "wrong", "As many epochs as are asked for are trained"),
    ("11.5", train(turns="range(done + 1, done + epochs + 1)", save=SAVE.replace("=max(done, epochs)", "=done + epochs")), "wrong", "As many epochs as are asked for are trained"),
    ("11.5", train(turns="range(done + 1, epochs)"), "wrong", "The last epoch is missing"),
    ("11.5", train(turns="range(done, epochs)"), "wrong", "As many epochs as should be, numbered from 0"),
    ("11.5", train(turns="range(done, epochs + 1)"), "wrong", "The range begins with an epoch that is done"),
    ("11.5", train(turns="range(1, epochs - done + 1)"), "wrong", "As many epochs as should be"),
    ("11.5", train(turns="range(epochs - done)"), "wrong", "As many epochs as should be"),
    ("11.5", train(save=SAVE.replace("=max(done, epochs)", "=len(trained)")), "wrong", "Resumed once, it is right"),
    ("11.5", train(save=SAVE.replace("=max(done, epochs)", "=epochs - done")), "wrong", "Resumed once, it is right"),
    ("11.5", train(save=SAVE.replace("=max(done, epochs)", "=done")), "wrong", "The order goes on where it was, but all"),
    ("11.5", train(save=SAVE.replace("epoch=max(done, epochs), ", "")), "wrong", "The order goes on where it was, but all"),
    ("11.5", train(save=SAVE.replace("=max(done, epochs)", "=epoch")), "wrong", "If all epochs are done already, the loop"),
    ("11.5", train(save=SAVE.replace("=max(done, epochs)", "=epochs + 1")), "wrong", "After each break one epoch is left out"),
    ("11.5", train(save=SAVE.replace("=max(done, epochs)", "=epochs")), "wrong", "the file then names too early an epoch"),
    ("11.5", train(save=SAVE.replace("=max(done, epochs)", "=done + len(trained)")), "right", ""),
    ("11.5", train(save="pass"), "wrong", "The second call knows nothing of the first,"),
    ("11.5", train("done = training.load_checkpoint(path, model, generators=[loader.generator]).epoch"), "wrong", "The epochs and the order go on, but the"),
    ("11.5", train("done = training.load_checkpoint(path, nn.Linear(1, 1), optimizer, generators=[loader.generator]).epoch"), "wrong", "!Raised: CheckpointError"),
    ("11.5", train("done = training.load_checkpoint(path, model, optimizer, generators=loader.generator).epoch", save=SAVE.replace("[loader.generator]", "loader.generator")), "wrong", "There may be several generators, so"),
    ("11.5", train("done = training.load_checkpoint(path, model, optimizer, generators=[loader.generator])"), "wrong", "load_checkpoint"),
    ("11.5", train("training.load_checkpoint(path, model, optimizer, generators=[loader.generator])"), "wrong", "The order goes on where it was, but all"),
    ("11.5", train("done = training.load_checkpoint(path, model, optimizer, generators=[loader]).epoch", save=SAVE.replace("[loader.generator]", "[loader]")), "wrong", "Something inside it draws the order"),
    ("11.5", train(result="len(trained)"), "wrong", "The training is right"),
    ("11.5", train(result="list(range(1, epochs + 1))"), "wrong", "As many epochs are trained as should be"),
    ("11.5", train(result="epochs"), "wrong", "This is the number that was asked for"),
    ("11.5", train(result="None"), "wrong", "The training is right"),
    ("11.5", train(result="model"), "wrong", r"!Got: the tuple \(<Sequential>,\) Entry 1:"),
    ("11.5", train(load="done = training.load_checkpoint(path, model, optimizer, generators=[loader.generator]).epoch + 1"), "wrong", "After each break one epoch is left out"),
    ("11.5", train(turns="range(epochs, done, -1)"), "wrong", "The numbers run backwards"),
    ("11.5", train(load=LOAD + "; loader.generator.manual_seed(0)"), "wrong", "The epochs are counted well now"),
    ("11.5", train(load=LOAD.replace("generators=[loader.generator]", "generators=[torch.default_generator]"), save=SAVE.replace("loader.generator", "torch.default_generator")), "wrong", "The epochs are counted well now"),
    ("11.5", train(load=LOAD.replace("loader.generator", "torch.Generator()")), "wrong", "The epochs are counted well now"),
    # 11.6
    ("11.6", "113", "right", ""),
    ("11.6", "46 + (57 - 40) + (100 - 50)", "right", ""),
    ("11.6", "100 + 6 + 7", "right", ""),
    ("11.6", "np.int64(113)", "right", ""),
    ("11.6", "113.0", "right", ""),
    ("11.6", "100", "wrong", "That is the run without a kill"),
    ("11.6", "115", "wrong", "epochs 47 and 58 were begun and not"),
    ("11.6", "13", "wrong", "So many were done twice"),
    ("11.6", "15", "wrong", "These are the epochs done again, and the"),
    ("11.6", "114", "wrong", "of the two epochs that were cut in the"),
    ("11.6", "107", "wrong", "The second resume is right"),
    ("11.6", "106", "wrong", "The first resume is right"),
    ("11.6", "108", "wrong", "There are three stretches, one to each kill"),
    ("11.6", "123", "wrong", "Between the kills the run went on past"),
    ("11.6", "124", "wrong", "There are three stretches, one to each kill"),
    ("11.6", "125", "wrong", "The halves do not count"),
    ("11.6", "203", "wrong", "This is what it costs without any file"),
    ("11.6", "205", "wrong", "Each run begins anew here, and the halves"),
    ("11.6", "63", "wrong", "This counts up to the second kill"),
    ("11.6", "113.5", "wrong", "The epochs that were cut in the middle do"),
    ("11.6", "112", "wrong", "From epoch 3 to epoch 5 there are three"),
    ("11.6", "111", "wrong", "From epoch 3 to epoch 5 there are three"),
    ("11.6", "114.0", "wrong", "of the two epochs that were cut in the"),
    ("11.6", "120", "wrong", "There are three stretches, one to each kill"),
    ("11.6", "102", "wrong", "There are three stretches, one to each kill"),
    ("11.6", "98", "wrong", "Each of the 100 epochs is trained at least"),
    ("11.6", "110", "wrong", "There are three stretches, one to each kill"),
    ("11.6", "105", "wrong", "There are three stretches, one to each kill"),
    ("11.6", "155", "wrong", "There are three stretches, one to each kill"),
    ("11.6", "50", "wrong", "Each of the 100 epochs is trained at least"),
    ("11.6", "116", "wrong", "There are three stretches, one to each kill"),
    ("11.6", "12", "wrong", "Each of the 100 epochs is trained at least"),
    ("11.6", "204", "wrong", "Without any file it would be fewer than this"),
    ("11.6", "(46, 17, 50)", "wrong", r"!got the tuple \(46, 17, 50\)\."),
    ("11.6", "200", "wrong", "There are three stretches, one to each kill"),
    # written last, when the hints were there
    ("11.3", hook(when="epoch % every == every - 1"), "wrong", "The snapshots come an epoch too early"),
    ("11.3", hook(when='epoch % 5 == 0'), "wrong", "The epochs in which a file comes do not"),
    ("11.3", named("f'epoch_{epoch:03}.pth'"), "wrong", "The names lack their end"),
    ("11.3", named("f'Epoch_{epoch:03d}.pt'"), "wrong", "The names are not built like the two in the"),
    ("11.3", named("f'epoch-{epoch:03d}.pt'"), "wrong", "The names are not built like the two in the"),
    ("11.3", saved("{'state_dict': model.state_dict(), 'row': dict(row)}"), "wrong", "There is something around the parameters"),
    ("11.3", saved('[p.tolist() for p in model.parameters()]'), "wrong", "What is in the file has lost the names of"),
    ("11.3", hook(before='states = {k: v.clone() for k, v in model.state_dict().items()}', save="torch.save(states, folder / f'epoch_{epoch:03d}.pt')"), "wrong", "The files hold parameters of another time"),
    ("11.3", hook(before='seen = []', when='[seen.append(epoch), len(seen) >= every][1]'), "wrong", "on, each epoch leaves a file"),
    ("11.3", hook(after='return epoch >= every'), "wrong", "The files are right, but the training ends"),
]  # fmt: skip


@pytest.mark.parametrize(("number", "code", "kind", "word"), ANSWERS)
def test_an_answer_gets_its_verdict_and_a_word_that_names_the_mistake(
    number: str, code: str, kind: str, word: str
) -> None:
    assert_told(number, code, kind, word)
