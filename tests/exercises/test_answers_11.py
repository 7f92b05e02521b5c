"""Answers to the exercises of notebook 11 as a class writes them, and what each is told."""

import pytest

from tests.exercises.helpers import assert_told

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
NOT_ALIKE = "len(set(y_true.tolist())) < 2"


def auc(
    result: str = "area(y_true, y_score, multi_class='ovr')",
    guard: str = NOT_ALIKE,
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

def train_epoch(model, batches, loss_fn, optimizer):
    model.train()
    for X, y in batches:
        loss_fn(model(X), y).backward()
        optimizer.step()
        optimizer.zero_grad()

def answer(path, model, optimizer, batches, epochs):
    done = 0
    if path.exists():
        {load}
    trained = []
    for epoch in {turns}:
        train_epoch(model, batches, F.mse_loss, optimizer)
        trained.append({number})
    {save}
    return {result}
"""
LOAD = (
    "done = training.load_checkpoint(path, model, optimizer, generators=[batches.generator]).epoch"
)
SAVE = (
    "training.save_checkpoint(path, model, optimizer, epoch=epochs, generators=[batches.generator])"
)


def train(
    load: str = LOAD,
    turns: str = "range(done + 1, epochs + 1)",
    number: str = "epoch",
    save: str = SAVE,
    result: str = "trained",
) -> str:
    return TRAIN.format(load=load, turns=turns, number=number, save=save, result=result)


NETWORK = """
def answer(depth, width, generator):
    sizes = {sizes}
    layers = []
    for num_in, num_out in zip(sizes[:-1], sizes[1:]):
        linear = nn.Linear(num_in, num_out)
        {weight}
        {bias}
        layers += [linear, {bend}]
    return {result}
"""


def network(
    sizes: str = "[2] + [width] * depth + [2]",
    weight: str = "nn.init.xavier_uniform_(linear.weight, generator=generator)",
    bias: str = "nn.init.zeros_(linear.bias)",
    bend: str = "nn.Tanh()",
    result: str = "nn.Sequential(*layers[:-1])",
) -> str:
    return NETWORK.format(sizes=sizes, weight=weight, bias=bias, bend=bend, result=result)


def drawn(value: str) -> str:
    return network(
        weight="a = (6 / (num_in + num_out)) ** 0.5; r = torch.rand(num_out, num_in, "
        f"generator=generator); linear.weight.data = {value}"
    )


WIDTH = """
def answer(depth, budget):
    width = {start}
    while {count} {compare} budget:
        width += 1
    return {result}
"""
COUNT = "3 * width + (depth - 1) * (width + 1) * width + 2 * (width + 1)"


def width(
    count: str = COUNT, start: str = "0", compare: str = "<=", result: str = "max(width - 1, 0)"
) -> str:
    return WIDTH.format(count=count, start=start, compare=compare, result=result)


UNITS = """
def answer(fit, X_train, y_train, X_new):
    x_mean, x_std = X_train.mean(), X_train.std()
    y_mean, y_std = y_train.mean(), y_train.std()
    model = fit({x}, {y})
    return {result}
"""


def units(
    x: str = "(X_train - x_mean) / x_std",
    y: str = "(y_train - y_mean) / y_std",
    result: str = "model((X_new - x_mean) / x_std) * y_std + y_mean",
) -> str:
    return UNITS.format(x=x, y=y, result=result)


ANSWERS: list[tuple[str, str, str, str]] = [
    # 11.1
    ("11.1", "0.86", "right", ""),
    ("11.1", "(270 + 270 + 270 + 50) / 1000", "right", ""),
    ("11.1", "np.average([0.9, 0.9, 0.9, 0.5], weights=[300, 300, 300, 100])", "right", ""),
    ("11.1", "torch.tensor([0.9, 0.9, 0.9, 0.5]) @ torch.tensor([0.3, 0.3, 0.3, 0.1])", "right", ""),
    ("11.1", "0.8", "wrong", "This is the report"),
    ("11.1", "0.9", "wrong", "The last batch is missing"),
    ("11.1", "0.96", "wrong", "Four batches of 300 would be 1,200 examples"),
    ("11.1", "86", "wrong", "A fraction is asked for, from 0 to 1"),
    ("11.1", "860", "wrong", "So many are right"),
    ("11.1", "0.7", "wrong", "This is the middle of 0"),
    ("11.1", "0.14", "wrong", "This is the share of examples that are wrong"),
    ("11.1", "140", "wrong", "So many are wrong"),
    ("11.1", "0.81", "wrong", "The full batches are counted well"),
    ("11.1", "860 / 1200", "wrong", "The right ones are counted well"),
    ("11.1", "860 / 900", "wrong", "Divided by the examples of the full batches"),
    ("11.1", "960", "wrong", "A fraction is asked for, from 0 to 1"),
    ("11.1", "0.85", "wrong", "A possible number, but not the one"),
    ("11.1", "0.87", "wrong", "A possible number, but not the one"),
    ("11.1", "860 / 4", "wrong", "A fraction is asked for, from 0 to 1"),
    ("11.1", "0.5", "wrong", "This is below the plain mean of the four"),
    ("11.1", "80", "wrong", "A fraction is asked for, from 0 to 1"),
    ("11.1", "(0.9 + 0.5) / 2 * 1000", "wrong", "A fraction is asked for, from 0 to 1"),
    ("11.1", "'0.86'", "wrong", "!without quotes it is a number"),
    ("11.1", "3.2", "wrong", "A fraction is asked for, from 0 to 1"),
    ("11.1", "0.6", "wrong", "This is below the plain mean of the four"),
    ("11.1", "0.72", "wrong", "This is below the plain mean of the four"),
    # 11.2
    ("11.2", auc(), "right", ""),
    ("11.2", auc(guard="len(np.unique(y_true)) == 1"), "right", ""),
    ("11.2", auc(guard="y_true.min() == y_true.max()", alone="math.nan"), "right", ""),
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
    ("11.2", auc("area(y_true, y_score, multi_class='ovr')").replace("if", "try:\n        return area(y_true, y_score, multi_class='ovr')\n    except ValueError:\n        return float('nan')\n    if"), "wrong", "An exception is caught, but for a single"),
    ("11.2", auc("2 * area(y_true, y_score, multi_class='ovr') - 1"), "wrong", "This measure is 0 for guessing and 1 for a"),
    ("11.2", auc("100 * area(y_true, y_score, multi_class='ovr')"), "wrong", "A hundred times too large"),
    ("11.2", auc("print(area(y_true, y_score, multi_class='ovr'))"), "wrong", "!got None|same answer"),
    ("11.2", SKLEARN + "def answer(y_true, y_score):\n    value = area(y_true, y_score, multi_class='ovr')\n    return value if len(set(y_true.tolist())) > 1 else float('nan')", "wrong", "The areas are right"),
    ("11.2", "from sklearn.metrics import accuracy_score\ndef answer(y_true, y_score):\n    if len(set(y_true.tolist())) < 2:\n        return float('nan')\n    return accuracy_score(y_true, y_score.argmax(axis=1) if y_score.ndim == 2 else y_score > 0.5)", "wrong", "This is an accuracy"),
    ("11.2", "from sklearn.metrics import average_precision_score\ndef answer(y_true, y_score):\n    if len(set(y_true.tolist())) < 2:\n        return float('nan')\n    return average_precision_score(y_true, y_score)", "wrong", "This is the area under another curve, that"),
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
    ("11.4", train(), "right", ""),
    ("11.4", train(turns="range(done, epochs)", number="epoch + 1"), "right", ""),
    ("11.4", train(result="list(range(done + 1, epochs + 1))"), "right", ""),
    ("11.4", train(result="torch.tensor(trained, dtype=torch.long).tolist()"), "right", ""),
    ("11.4", train(save="""
    if trained:
        training.save_checkpoint(path, model, optimizer, epoch=trained[-1], generators=[batches.generator])""".strip()), "right", ""),
    ("11.4", train("training.load_checkpoint(path, model, optimizer)", "range(1, epochs + 1)", save="training.save_checkpoint(path, model, optimizer, epoch=epochs)"), "open", ""),
    ("11.4", train(turns="range(1, epochs + 1)"), "wrong", "The order goes on where it was, but all"),
    ("11.4", train("done = training.load_checkpoint(path, model, optimizer).epoch", save="training.save_checkpoint(path, model, optimizer, epoch=epochs)"), "wrong", "The epochs are counted well now"),
    ("11.4", train("done = training.load_checkpoint(path, model, optimizer).epoch"), "wrong", "!Raised: CheckpointError"),
    ("11.4", train(save="training.save_checkpoint(path, model, optimizer, epoch=epochs)"), "wrong", "!Raised: CheckpointError"),
    ("11.4", train(turns="range(done + 1, done + epochs + 1)"), "wrong", "As many epochs as are asked for are trained"),
    ("11.4", train(turns="range(done + 1, done + epochs + 1)", save=SAVE.replace("=epochs", "=done + epochs")), "wrong", "As many epochs as are asked for are trained"),
    ("11.4", train(turns="range(done + 1, epochs)"), "wrong", "The last epoch is missing"),
    ("11.4", train(turns="range(done, epochs)"), "wrong", "As many epochs as should be, numbered from 0"),
    ("11.4", train(turns="range(done, epochs + 1)"), "wrong", "The range begins with an epoch that is done"),
    ("11.4", train(turns="range(1, epochs - done + 1)"), "wrong", "As many epochs as should be"),
    ("11.4", train(turns="range(epochs - done)"), "wrong", "As many epochs as should be"),
    ("11.4", train(save=SAVE.replace("=epochs", "=len(trained)")), "wrong", "Resumed once, it is right"),
    ("11.4", train(save=SAVE.replace("=epochs", "=epochs - done")), "wrong", "Resumed once, it is right"),
    ("11.4", train(save=SAVE.replace("=epochs", "=done")), "wrong", "The order goes on where it was, but all"),
    ("11.4", train(save=SAVE.replace("epoch=epochs, ", "")), "wrong", "The order goes on where it was, but all"),
    ("11.4", train(save=SAVE.replace("=epochs", "=epoch")), "wrong", "If all epochs are done already, the loop"),
    ("11.4", train(save=SAVE.replace("=epochs", "=epochs + 1")), "wrong", "After each break one epoch is left out"),
    ("11.4", train(save="pass"), "wrong", "The second call knows nothing of the first,"),
    ("11.4", train("done = training.load_checkpoint(path, model, generators=[batches.generator]).epoch"), "wrong", "The epochs and the order go on, but the"),
    ("11.4", train("done = training.load_checkpoint(path, nn.Linear(1, 1), optimizer, generators=[batches.generator]).epoch"), "wrong", "!Raised: CheckpointError"),
    ("11.4", train("done = training.load_checkpoint(path, model, optimizer, generators=batches.generator).epoch", save=SAVE.replace("[batches.generator]", "batches.generator")), "wrong", "There may be several generators, so"),
    ("11.4", train("done = training.load_checkpoint(path, model, optimizer, generators=[batches.generator])"), "wrong", "load_checkpoint"),
    ("11.4", train("training.load_checkpoint(path, model, optimizer, generators=[batches.generator])"), "wrong", "The order goes on where it was, but all"),
    ("11.4", train("done = training.load_checkpoint(path, model, optimizer, generators=[batches]).epoch", save=SAVE.replace("[batches.generator]", "[batches]")), "wrong", "Something inside them draws the order"),
    ("11.4", train(result="len(trained)"), "wrong", "The training is right"),
    ("11.4", train(result="list(range(1, epochs + 1))"), "wrong", "As many epochs are trained as should be"),
    ("11.4", train(result="epochs"), "wrong", "This is the number that was asked for"),
    ("11.4", train(result="None"), "wrong", "The training is right"),
    ("11.4", train(result="model"), "wrong", r"!Got: the tuple \(<Sequential>,\) Entry 1:"),
    ("11.4", train(load="done = training.load_checkpoint(path, model, optimizer, generators=[batches.generator]).epoch + 1"), "wrong", "After each break one epoch is left out"),
    ("11.4", train(turns="range(epochs, done, -1)"), "wrong", "The numbers run backwards"),
    ("11.4", train(load=LOAD + "; batches.generator.manual_seed(0)"), "wrong", "The epochs are counted well now"),
    ("11.4", train(load=LOAD.replace("generators=[batches.generator]", "generators=[torch.default_generator]"), save=SAVE.replace("batches.generator", "torch.default_generator")), "wrong", "The epochs are counted well now"),
    ("11.4", train(load=LOAD.replace("batches.generator", "torch.Generator()")), "wrong", "The epochs are counted well now"),
    # 11.5
    ("11.5", "113", "right", ""),
    ("11.5", "46 + (57 - 40) + (100 - 50)", "right", ""),
    ("11.5", "100 + 6 + 7", "right", ""),
    ("11.5", "np.int64(113)", "right", ""),
    ("11.5", "113.0", "right", ""),
    ("11.5", "100", "wrong", "That is the run without a kill"),
    ("11.5", "115", "wrong", "epochs 47 and 58 were begun and not"),
    ("11.5", "13", "wrong", "So many were done twice"),
    ("11.5", "15", "wrong", "These are the epochs done again, and the"),
    ("11.5", "114", "wrong", "of the two epochs that were cut in the"),
    ("11.5", "107", "wrong", "The second resume is right"),
    ("11.5", "106", "wrong", "The first resume is right"),
    ("11.5", "108", "wrong", "There are three stretches, one to each kill"),
    ("11.5", "123", "wrong", "Between the kills the run went on past"),
    ("11.5", "124", "wrong", "There are three stretches, one to each kill"),
    ("11.5", "125", "wrong", "The halves do not count"),
    ("11.5", "203", "wrong", "This is what it costs without any file"),
    ("11.5", "205", "wrong", "Each run begins anew here, and the halves"),
    ("11.5", "63", "wrong", "This counts up to the second kill"),
    ("11.5", "113.5", "wrong", "The epochs that were cut in the middle do"),
    ("11.5", "112", "wrong", "From epoch 3 to epoch 5 there are three"),
    ("11.5", "111", "wrong", "From epoch 3 to epoch 5 there are three"),
    ("11.5", "114.0", "wrong", "of the two epochs that were cut in the"),
    ("11.5", "120", "wrong", "There are three stretches, one to each kill"),
    ("11.5", "102", "wrong", "There are three stretches, one to each kill"),
    ("11.5", "98", "wrong", "Each of the 100 epochs is trained at least"),
    ("11.5", "110", "wrong", "There are three stretches, one to each kill"),
    ("11.5", "105", "wrong", "There are three stretches, one to each kill"),
    ("11.5", "155", "wrong", "There are three stretches, one to each kill"),
    ("11.5", "50", "wrong", "Each of the 100 epochs is trained at least"),
    ("11.5", "116", "wrong", "There are three stretches, one to each kill"),
    ("11.5", "12", "wrong", "Each of the 100 epochs is trained at least"),
    ("11.5", "204", "wrong", "Without any file it would be fewer than this"),
    ("11.5", "(46, 17, 50)", "wrong", r"!got the tuple \(46, 17, 50\)\."),
    ("11.5", "200", "wrong", "There are three stretches, one to each kill"),
    # 11.6
    ("11.6", network(), "right", ""),
    ("11.6", drawn("2 * a * r - a"), "right", ""),
    ("11.6", drawn("(r * 2 - 1) * a"), "right", ""),
    ("11.6", "from course_utils import models\ndef answer(depth, width, generator):\n    model = models.mlp(2, *[width] * depth, 2, activation=nn.Tanh, generator=generator)\n    for m in model.modules():\n        if isinstance(m, nn.Linear):\n            nn.init.xavier_uniform_(m.weight, generator=generator)\n            nn.init.zeros_(m.bias)\n    return model", "right", ""),
    ("11.6", "class Net(nn.Module):\n    def __init__(self, depth, width, g):\n        super().__init__()\n        sizes = [2] + [width] * depth + [2]\n        self.linears = nn.ModuleList(nn.Linear(a, b) for a, b in zip(sizes, sizes[1:]))\n        for m in self.linears:\n            nn.init.xavier_uniform_(m.weight, generator=g)\n            m.bias.data.zero_()\n    def forward(self, x):\n        for m in self.linears[:-1]:\n            x = torch.tanh(m(x))\n        return self.linears[-1](x)\ndef answer(depth, width, generator): return Net(depth, width, generator)", "right", ""),
    ("11.6", network(weight="pass", bias="pass"), "wrong", "The shapes are right, the start is PyTorch's"),
    ("11.6", network(bias="pass"), "wrong", "The weights are right"),
    ("11.6", network(bias="nn.init.ones_(linear.bias)"), "wrong", "The weights are right"),
    ("11.6", network(bias="nn.init.constant_(linear.bias, 0.01)"), "wrong", "The weights are right"),
    ("11.6", network(weight="pass"), "wrong", "The weights still have PyTorch's start, or"),
    ("11.6", network(weight="nn.init.xavier_uniform_(linear.weight)"), "wrong", "Sizes and shapes are right, but the same"),
    ("11.6", network(weight="nn.init.xavier_normal_(linear.weight, generator=generator)"), "wrong", "The spread is right, but some weights are"),
    ("11.6", network(weight="nn.init.kaiming_uniform_(linear.weight, generator=generator)"), "wrong", "The bound is not that of each layer"),
    ("11.6", network(weight="nn.init.kaiming_uniform_(linear.weight, nonlinearity='relu', generator=generator)"), "wrong", "The bound is not that of each layer"),
    ("11.6", network(weight="nn.init.kaiming_normal_(linear.weight, generator=generator)"), "wrong", "The weights are not evenly spread between"),
    ("11.6", network(weight="nn.init.zeros_(linear.weight)"), "wrong", "All weights are 0, so all units of a layer"),
    ("11.6", network(weight="nn.init.uniform_(linear.weight, -1, 1, generator=generator)"), "wrong", "The bound is not that of each layer"),
    ("11.6", network(weight="nn.init.normal_(linear.weight, generator=generator)"), "wrong", "The weights are not evenly spread between"),
    ("11.6", network(weight="nn.init.orthogonal_(linear.weight, generator=generator)"), "wrong", "The weights are not evenly spread between"),
    ("11.6", network(weight="nn.init.xavier_uniform_(linear.weight, gain=5 / 3, generator=generator)"), "wrong", "Xavier's start, times a gain"),
    ("11.6", network(weight="nn.init.xavier_uniform_(linear.weight, gain=nn.init.calculate_gain('tanh'), generator=generator)"), "wrong", "Xavier's start, times a gain"),
    ("11.6", network(weight="nn.init.xavier_uniform_(linear.weight, gain=2 ** 0.5, generator=generator)"), "wrong", "The weights reach further than the bound,"),
    ("11.6", drawn("a * r"), "wrong", "All weights of a layer have one sign"),
    ("11.6", drawn("a * (r - 0.5)"), "wrong", "The weights reach half as far as they should"),
    ("11.6", drawn("a * (2 * r - 1) / 2"), "wrong", "The weights reach half as far as they should"),
    ("11.6", drawn("a ** 2 * (2 * r - 1)"), "wrong", "The weights do not reach as far as the"),
    ("11.6", drawn("(3 / num_in) ** 0.5 * (2 * r - 1)"), "wrong", "The bound is not that of each layer"),
    ("11.6", drawn("(6 / num_in) ** 0.5 * (2 * r - 1)"), "wrong", "The bound is not that of each layer"),
    ("11.6", drawn("(6 / num_out) ** 0.5 * (2 * r - 1)"), "wrong", "The bound is not that of each layer"),
    ("11.6", drawn("(2 / (num_in + num_out)) ** 0.5 * (2 * r - 1)"), "wrong", "The weights do not reach the bound"),
    ("11.6", drawn("(6 / (2 * width)) ** 0.5 * (2 * r - 1)"), "wrong", "The bound is not that of each layer"),
    ("11.6", drawn("a * torch.randn(num_out, num_in, generator=generator)"), "wrong", "The weights are not evenly spread between"),
    ("11.6", drawn("a * (2 * torch.rand(num_out, num_in) - 1)"), "wrong", "Sizes and shapes are right, but the same"),
    ("11.6", drawn("a * (2 * torch.rand(num_out, num_in, generator=torch.Generator().manual_seed(0)) - 1)"), "wrong", "Layers of one shape have the same weights,"),
    ("11.6", drawn("a * (2 * torch.rand(num_in, num_out, generator=generator) - 1)"), "wrong", "The weights have the shape"),
    ("11.6", network(result="nn.Sequential(*layers)"), "wrong", "The outputs are squeezed between"),
    ("11.6", network(bend="nn.ReLU()"), "wrong", "All in place but the bend between the layers"),
    ("11.6", network(bend="nn.Sigmoid()"), "wrong", "All in place but the bend between the layers"),
    ("11.6", network(bend="nn.Identity()"), "wrong", "Nothing bends between the layers, so the"),
    ("11.6", network(bend="nn.Softmax(dim=1)", result="nn.Sequential(*layers)").replace("layers += [linear, nn.Softmax(dim=1)]", "layers += [linear, nn.Tanh()]").replace("nn.Sequential(*layers)", "nn.Sequential(*layers[:-1], nn.Softmax(dim=1))"), "wrong", "The outputs are probabilities"),
    ("11.6", network(sizes="[2] + [width] * (depth - 1) + [2]"), "wrong", "One hidden layer is missing"),
    ("11.6", network(sizes="[2] + [width] * (depth + 1) + [2]"), "wrong", "One hidden layer too many"),
    ("11.6", network(sizes="[2] + [width] * depth + [1]"), "wrong", "The network has another number of outputs"),
    ("11.6", network(sizes="[1] + [width] * depth + [2]"), "wrong", "The network has another number of inputs"),
    ("11.6", network(sizes="[2] + [depth] * width + [2]"), "wrong", "units here"),
    ("11.6", network(sizes="[2, width, 2]"), "wrong", "There is one hidden layer, whatever"),
    ("11.6", network(sizes="[2] + [30] * depth + [2]"), "wrong", "The layers have thirty units, whatever"),
    ("11.6", network(sizes="[2] + [width] * 20 + [2]"), "wrong", "There are twenty hidden layers, whatever"),
    ("11.6", network(sizes="[width] * (depth + 2)"), "wrong", "All layers are as wide as the hidden ones"),
    ("11.6", network(result="layers[:-1]"), "wrong", "!Got: a list of 7 models"),
    ("11.6", network(result="nn.ModuleList(layers[:-1])"), "wrong", "A ModuleList only holds the layers"),
    ("11.6", network(result="nn.Sequential(*[layer for layer in layers if isinstance(layer, nn.Linear)])"), "wrong", "Nothing bends between the layers, so the"),
    ("11.6", "def answer(depth, width, generator):\n    hidden = nn.Linear(width, width)\n    layers = [nn.Linear(2, width), nn.Tanh()] + [hidden, nn.Tanh()] * (depth - 1) + [nn.Linear(width, 2)]\n    for m in layers:\n        if isinstance(m, nn.Linear):\n            nn.init.xavier_uniform_(m.weight, generator=generator)\n            nn.init.zeros_(m.bias)\n    return nn.Sequential(*layers)", "wrong", "The hidden layers are one and the same"),
    ("11.6", network().replace("layers = []", "layers = []; generator.manual_seed(0)"), "wrong", "The weights are the same whatever the"),
    ("11.6", network(weight="generator.manual_seed(1); nn.init.xavier_uniform_(linear.weight, generator=generator)"), "wrong", "Layers of one shape have the same weights,"),
    ("11.6", network(weight="torch.manual_seed(generator.initial_seed()); nn.init.xavier_uniform_(linear.weight)"), "wrong", "Layers of one shape have the same weights"),
    ("11.6", network(result="nn.Sequential(*layers[:-1])(torch.zeros(1, 2))"), "wrong", r"!Got: a tensor of shape \(1, 2\)"),
    # 11.7
    ("11.7", width(), "right", ""),
    ("11.7", width(start="1", result="width - 1"), "right", ""),
    ("11.7", f"def answer(depth, budget):\n    fits = [width for width in range(1, 1000) if {COUNT} <= budget]\n    return max(fits, default=0)", "right", ""),
    ("11.7", "from course_utils import models\ndef answer(depth, budget):\n    w = 0\n    while True:\n        n = sum(p.numel() for p in models.mlp(2, *[w + 1] * depth, 2, generator=torch.Generator()).parameters())\n        if n > budget: return w\n        w += 1", "right", ""),
    ("11.7", width(result="float(max(width - 1, 0))"), "right", ""),
    ("11.7", width("2 * width + (depth - 1) * width * width + 2 * width"), "wrong", "No biases are counted"),
    ("11.7", width(result="width"), "wrong", "This is the first width that does not fit"),
    ("11.7", width(compare="<"), "wrong", "A network that needs the whole budget fits"),
    ("11.7", width("3 * width + depth * (width + 1) * width + 2 * (width + 1)"), "wrong", "One layer between too many"),
    ("11.7", width("3 * width + 2 * (width + 1)"), "wrong", "With one hidden layer this is right"),
    ("11.7", width("3 * width + (depth - 1) * (width + 1) * width + 2 * width"), "wrong", "The two outputs have biases as well"),
    ("11.7", width("3 * width + (depth - 1) * (width + 1) * width + (width + 1)"), "wrong", "One output is missing"),
    ("11.7", width("2 * width + (depth - 1) * (width + 1) * width + 2 * (width + 1)"), "wrong", "The first hidden layer has biases as well,"),
    ("11.7", width("2 * width + (depth - 1) * width * width + 2 * width + 2"), "wrong", "The hidden layers have biases as well, one"),
    ("11.7", width("3 * width + (depth - 1) * width * width + 2 * (width + 1)"), "wrong", "Both ends are right"),
    ("11.7", width("3 * width + (depth - 1) * (width ** 2 + 1) + 2 * (width + 1)"), "wrong", "Between two hidden layers a single bias is"),
    ("11.7", width("2 * (width + 1) + (depth - 1) * (width + 1) * width + 2 * (width + 1)"), "wrong", "The first layer has as many biases as it"),
    ("11.7", width("2 * width + 1 + (depth - 1) * (width * width + 1) + 2 * width + 1"), "wrong", "Each layer gets a single bias here"),
    ("11.7", width("depth * (width + 1) * width"), "wrong", "Each hidden layer is counted as if"),
    ("11.7", width("(depth + 1) * (width + 1) * width"), "wrong", "All layers are counted as width"),
    ("11.7", width("3 * width + (depth - 1) * (width + 1) * width"), "wrong", "The output layer is not counted"),
    ("11.7", width("3 * width + (depth - 1) * 2 * width + 2 * (width + 1)"), "wrong", "Between two hidden layers each unit is"),
    ("11.7", width(result="max(width - 2, 0)"), "wrong", "One step too early"),
    ("11.7", width(result="max(width - 1, 1)"), "wrong", "Right wherever a network fits"),
    ("11.7", width(start="1", result="width - 1 or None"), "wrong", "Right wherever a network fits"),
    ("11.7", width(result="width - 1"), "right", ""),
    ("11.7", "def answer(depth, budget):\n    return int(((budget - 2) / depth) ** 0.5)", "wrong", "!Got: the number 31"),
    ("11.7", "def answer(depth, budget):\n    return budget // depth", "wrong", "!Got: the number 1000"),
    ("11.7", "def answer(depth, budget):\n    if depth == 1: return (budget - 2) / 5\n    a, b, c = depth - 1, depth + 4, 2 - budget\n    return (-b + (b * b - 4 * a * c) ** 0.5) / (2 * a)", "wrong", "A network has no half units"),
    ("11.7", "def answer(depth, budget):\n    if depth == 1: return max(round((budget - 2) / 5), 0)\n    a, b, c = depth - 1, depth + 4, 2 - budget\n    return round((-b + (b * b - 4 * a * c) ** 0.5) / (2 * a))", "wrong", "Rounded to the nearest whole number, which"),
    ("11.7", "def answer(depth, budget):\n    a, b, c = depth - 1, depth + 4, 2 - budget\n    return int((-b + (b * b - 4 * a * c) ** 0.5) / (2 * a))", "wrong", "!Raised: ZeroDivisionError"),
    ("11.7", f"def answer(depth, budget):\n    for width in range(1, 1000):\n        if {COUNT} <= budget:\n            return width\n    return 0", "wrong", "This is the smallest width that fits, and"),
    ("11.7", f"def answer(depth, budget):\n    for width in range(1, 100):\n        if {COUNT} > budget:\n            return width - 1\n    return 0", "wrong", "Small widths are right"),
    ("11.7", f"def answer(budget, depth):\n    width = 0\n    while {COUNT} <= budget: width += 1\n    return max(width - 1, 0)", "wrong", "change places|How far"),
    ("11.7", "def answer(depth, budget):\n    return 30", "wrong", "The same"),
    ("11.7", f"def answer(depth, budget):\n    width = 1000\n    while {COUNT} > budget: width -= 1\n    return {COUNT}", "wrong", "This is how many parameters the widest"),
    # 11.8
    ("11.8", units(), "right", ""),
    ("11.8", units(result="y_mean + y_std * model((X_new - x_mean) / x_std)").replace("X_train.mean()", "X_train.mean(dim=0, keepdim=True)"), "right", ""),
    ("11.8", units().replace("std()", "std(correction=0)"), "right", ""),
    ("11.8", units().replace("model = fit", "X_train = X_train.double(); y_train = y_train.double(); X_new = X_new.double(); model = fit"), "right", ""),
    ("11.8", "def answer(fit, X_train, y_train, X_new):\n    def scale(t, by): return (t - by.mean()) / by.std()\n    model = fit(scale(X_train, X_train), scale(y_train, y_train))\n    with torch.no_grad():\n        return model(scale(X_new, X_train)).mul(y_train.std()).add(y_train.mean())", "right", ""),
    ("11.8", units(y="y_train", result="model((X_new - x_mean) / x_std)"), "wrong", "is given targets with neither mean 0 nor"),
    ("11.8", units(x="X_train", y="y_train", result="model(X_new)"), "wrong", "Neither x nor y is standardised before"),
    ("11.8", units(x="X_train", result="model(X_new) * y_std + y_mean"), "wrong", "x has neither mean 0 nor standard deviation"),
    ("11.8", units(x="X_train"), "wrong", "x has neither mean 0 nor standard deviation"),
    ("11.8", units(result="model(X_new) * y_std + y_mean"), "wrong", "Trained on standardised x, asked about x as"),
    ("11.8", units(result="model((X_new - X_new.mean()) / X_new.std()) * y_std + y_mean"), "wrong", "A point that comes by itself has no spread"),
    ("11.8", units(result="model((X_new - x_mean) / x_std)"), "wrong", "The model may have learned well, but its"),
    ("11.8", units(result="model((X_new - x_mean) / x_std) * y_std"), "wrong", "The shape is right, at the wrong height"),
    ("11.8", units(result="model((X_new - x_mean) / x_std) + y_mean"), "wrong", "The height is right, the ups and downs are"),
    ("11.8", units(result="(model((X_new - x_mean) / x_std) + y_mean) * y_std"), "wrong", "Both halves of the undoing are there, in"),
    ("11.8", units(result="(model((X_new - x_mean) / x_std) - y_mean) / y_std"), "wrong", "The answers of the model are standardised"),
    ("11.8", units(result="model((X_new - x_mean) / x_std) / y_std + y_mean"), "wrong", "The mean comes back, but the answers are"),
    ("11.8", units(result="model((X_new - x_mean) / x_std) * y_std - y_mean"), "wrong", "The spread comes back, but the mean is"),
    ("11.8", units(result="model((X_new - x_mean) / x_std) * x_std + x_mean"), "wrong", "Undone with the mean and standard deviation"),
    ("11.8", units(result="model((X_new - y_mean) / y_std) * y_std + y_mean"), "wrong", "X_new is scaled by the numbers of the"),
    ("11.8", units(y="y_train - y_mean", result="model((X_new - x_mean) / x_std) + y_mean"), "wrong", "The targets have a mean of 0 now, but not"),
    ("11.8", units(y="y_train / y_std", result="model((X_new - x_mean) / x_std) * y_std"), "wrong", "The targets have a spread of 1 now, but are"),
    ("11.8", units(x="X_train - x_mean", result="model(X_new - x_mean) * y_std + y_mean"), "wrong", "x has a mean of 0 when"),
    ("11.8", units(x="X_train / x_std", result="model(X_new / x_std) * y_std + y_mean"), "wrong", "x has a spread of 1 when"),
    ("11.8", units(y="y_train"), "wrong", "is given targets with neither mean 0 nor"),
    ("11.8", units(y="(y_train - x_mean) / x_std"), "wrong", "is given targets with neither mean 0 nor"),
    ("11.8", units(x="(X_train - y_mean) / y_std", result="model((X_new - y_mean) / y_std) * y_std + y_mean"), "wrong", "x has neither mean 0 nor standard deviation"),
    ("11.8", units(y="y_train - y_mean / y_std"), "wrong", "is given targets with neither mean 0 nor"),
    ("11.8", units(x="X_train - x_mean / x_std", result="model(X_new - x_mean / x_std) * y_std + y_mean"), "wrong", "x has neither mean 0 nor standard deviation"),
    ("11.8", units().replace("std()", "var()"), "wrong", "The targets have a mean of 0 now, but not"),
    ("11.8", units(y="(y_train - y_mean) / y_train.var()"), "wrong", "The targets have a mean of 0 now, but not"),
    ("11.8", units(y="(y_train - y_train.min()) / (y_train.max() - y_train.min())", result="model((X_new - x_mean) / x_std) * (y_train.max() - y_train.min()) + y_train.min()"), "wrong", "is given targets with neither mean 0 nor"),
    ("11.8", units().replace("std()", "max()"), "wrong", "The targets have a mean of 0 now, but not"),
    ("11.8", units(result="model"), "wrong", "!Got: the function model"),
    ("11.8", units(result="(model((X_new - x_mean) / x_std) * y_std + y_mean).mean()"), "wrong", "This is the mean of what is asked for"),
    ("11.8", units(result="(model((X_new - x_mean) / x_std) * y_std + y_mean).squeeze()"), "wrong", "The numbers are right, only the shape is"),
    ("11.8", units(result="model((X_train - x_mean) / x_std) * y_std + y_mean"), "wrong", "There is a prediction for each training"),
    ("11.8", units().replace("x_mean, x_std = X_train.mean(), X_train.std()", "X_train -= X_train.mean(); x_mean, x_std = X_train.mean(), X_train.std()"), "wrong", "!The answer changed what it was"),
    ("11.8", units().replace("y_mean, y_std = y_train.mean(), y_train.std()", "y_mean, y_std = y_train.mean(), y_train.std(); y_train -= y_mean").replace("(y_train - y_mean)", "y_train"), "wrong", "!The answer changed what it was"),
    ("11.8", units(result="fit((X_new - x_mean) / x_std, (y_train - y_mean) / y_std)(X_new)"), "wrong", "!Got: another shape than the column"),
    ("11.8", units().replace("fit((X_train - x_mean) / x_std, (y_train - y_mean) / y_std)", "fit((y_train - y_mean) / y_std, (X_train - x_mean) / x_std)"), "wrong", "learns x from y here"),
    ("11.8", units(result="(model((X_new - x_mean) / x_std) * y_std + y_mean).tolist()"), "wrong", r"!Got: the list \[\[1\.32677\], \[2\.67644\],"),
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
    ("11.6", network(bias='nn.init.normal_(linear.bias)'), "wrong", "The weights are right"),
    ("11.6", drawn('a * torch.rand(num_out, num_in, generator=generator) - a'), "wrong", "All weights of a layer have one sign"),
    ("11.6", drawn('(6 / (num_in * num_out)) ** 0.5 * (2 * r - 1)'), "wrong", "The bound is not that of each layer"),
    ("11.6", drawn('6 ** 0.5 / (num_in + num_out) * (2 * r - 1)'), "wrong", "The weights do not reach as far as the"),
    ("11.6", network(sizes='[2] + [width] * depth + [width] + [2]'), "wrong", "One hidden layer too many"),
    ("11.6", network(sizes='[2] + [width] * depth + [10]'), "wrong", "The network has another number of outputs"),
    ("11.6", network(bend='nn.LeakyReLU()'), "wrong", "The network does not compute what its"),
    ("11.6", network(bend='nn.Hardtanh()'), "wrong", "The network does not compute what its"),
    ("11.6", network().replace('nn.Linear(num_in, num_out)', 'nn.Linear(num_in, num_out, bias=False)').replace('nn.init.zeros_(linear.bias)', 'pass'), "wrong", "The layers have no biases"),
    ("11.6", network(weight='if num_in > 2: nn.init.xavier_uniform_(linear.weight, generator=generator)'), "wrong", "The weights still have PyTorch's start, or"),
    ("11.8", units(y='(y_train - y_train.mean()) / y_train.abs().max()', result='model((X_new - x_mean) / x_std) * y_train.abs().max() + y_mean'), "wrong", "The targets have a mean of 0 now, but not"),
    ("11.8", units(x='(X_train - X_train.min()) / (X_train.max() - X_train.min())', result='model((X_new - X_train.min()) / (X_train.max() - X_train.min())) * y_std + y_mean'), "wrong", "x has neither mean 0 nor standard deviation"),
    ("11.8", units(result='model((X_new - x_mean) / x_std) * y_std + x_mean'), "wrong", "The ups and downs are right, the height is"),
    ("11.8", units(result='y_std * (model((X_new - x_mean) / x_std) + y_mean)'), "wrong", "Both halves of the undoing are there, in"),
    ("11.8", units(result='model((X_new - x_mean) / y_std) * y_std + y_mean'), "wrong", "X_new is shifted as x was, and divided by"),
    ("11.8", units(result='model(X_new - x_mean / x_std) * y_std + y_mean'), "wrong", "Only the mean is divided in X_new"),
    ("11.8", units(y='y_train / y_train.mean()', result='model((X_new - x_mean) / x_std) * y_mean'), "wrong", "is given targets with neither mean 0 nor"),
    ("11.8", units(y='(y_mean - y_train) / y_std'), "wrong", "The predictions are mirrored"),
    ("11.8", units(result='(model((X_new - x_mean) / x_std) * y_std + y_mean)[0]'), "wrong", "One prediction comes back"),
    ("11.8", units(result='(model((X_new - x_mean) / x_std) * y_std + y_mean).round()'), "wrong", "The result is rounded"),
]  # fmt: skip


@pytest.mark.parametrize(("number", "code", "kind", "word"), ANSWERS)
def test_an_answer_gets_its_verdict_and_a_word_that_names_the_mistake(
    number: str, code: str, kind: str, word: str
) -> None:
    assert_told(number, code, kind, word)
