"""Answers to the exercises of notebook 08, right and wrong, and what learners are told."""

import pytest

from tests.exercises.helpers import assert_told

STANDARD = "m, s = X.mean(0), X.std(0); X, T = (X - m) / s, (T - m) / s"
ROW = "logits.amax(dim=-1, keepdim=True)"
SOFTMAX = [
    ("right", f"lambda logits: (e := (logits - {ROW}).exp()) / e.sum(-1, keepdim=True)", ""),
    ("right", "lambda logits: F.log_softmax(logits, dim=-1).exp()", ""),
    (
        "right",
        "lambda logits: F.normalize((logits - logits.max(-1, keepdim=True)[0]).exp(), p=1, dim=-1)",
        "",
    ),
    (
        "right",
        "lambda logits: (e := np.exp(logits.numpy() - logits.numpy().max(-1, keepdims=True))) / e.sum(-1, keepdims=True)",
        "",
    ),
    ("right", "lambda logits: 1 / (logits.unsqueeze(-2) - logits.unsqueeze(-1)).exp().sum(-1)", ""),
    (
        "right",
        "lambda logits: (e := (logits.double() - logits.double().amax(-1, keepdim=True)).exp()).div(e.sum(-1, keepdim=True))",
        "",
    ),
    ("wrong", "lambda logits: torch.softmax(logits, -1)", "asked to build"),
    ("wrong", "lambda logits: F.softmax(logits, dim=-1)", "asked to build"),
    ("wrong", "lambda logits: logits.softmax(-1)", "asked to build"),
    ("wrong", "nn.Softmax(dim=-1)", "asked to build"),
    ("wrong", "lambda logits: torch.special.softmax(logits, -1)", "asked to build"),
    ("wrong", "lambda logits: torch.softmax(logits, 0)", "columns add up to 1"),
    (
        "wrong",
        "lambda logits: logits.exp() / logits.exp().sum(-1, keepdim=True)",
        "too large for a float",
    ),
    (
        "wrong",
        "lambda logits: (e := logits.double().exp()) / e.sum(-1, keepdim=True)",
        "too large for a float",
    ),
    (
        "wrong",
        "lambda logits: (e := (logits - logits.argmax(-1, keepdim=True)).exp()) / e.sum(-1, keepdim=True)",
        "too large for a float",
    ),
    (
        "wrong",
        "lambda logits: (e := (logits - logits.max()).exp()) / e.sum(-1, keepdim=True)",
        "largest logit of its own",
    ),
    (
        "wrong",
        "lambda logits: (e := (logits - logits.mean()).exp()) / e.sum(-1, keepdim=True)",
        "mean of all rows",
    ),
    (
        "wrong",
        "lambda logits: (e := (logits - logits.mean(-1, keepdim=True)).exp()) / e.sum(-1, keepdim=True)",
        "goes a long way",
    ),
    (
        "wrong",
        "lambda logits: (e := (logits - logits.amin(-1, keepdim=True)).exp()) / e.sum(-1, keepdim=True)",
        "goes a long way",
    ),
    (
        "wrong",
        "lambda logits: (e := (logits - logits[..., :1]).exp()) / e.sum(-1, keepdim=True)",
        "goes a long way",
    ),
    (
        "wrong",
        f"lambda logits: (e := (logits - {ROW}).exp()) / e.sum(0, keepdim=True)",
        "one axis and the sum along another",
    ),
    (
        "wrong",
        f"lambda logits: (e := (logits - {ROW}).exp()) / e.sum(0)",
        "one axis and the sum along another",
    ),
    (
        "wrong",
        "lambda logits: (e := (logits - logits.amax(0, keepdim=True)).exp()) / e.sum(0, keepdim=True)",
        "columns add up",
    ),
    (
        "wrong",
        "lambda logits: (e := (logits - logits.amax(0, keepdim=True)).exp()) / e.sum(-1, keepdim=True)",
        "largest of a column",
    ),
    (
        "wrong",
        "lambda logits: (e := (logits - logits.amax(1, keepdim=True)).exp()) / e.sum(1, keepdim=True)",
        "Axis 1",
    ),
    (
        "wrong",
        "lambda logits: (e := (logits - logits.max(-1, keepdim=True)).exp()) / e.sum(-1, keepdim=True)",
        "returns two things",
    ),
    (
        "wrong",
        "lambda logits: (e := (logits - logits.amax(-1)).exp()) / e.sum(-1)",
        "axis, with size 1",
    ),
    ("wrong", f"lambda logits: (e := (logits - {ROW}).exp()) / e.sum(-1)", "axis, with size 1"),
    ("wrong", f"lambda logits: (e := (logits - {ROW}).exp()) / e.sum()", "share one sum"),
    (
        "wrong",
        "lambda logits: (logits - logits.max()).exp() / (logits - logits.max()).exp().sum()",
        "All rows together",
    ),
    (
        "wrong",
        "def answer(logits):\n  return torch.stack([(r - r.max()).exp() / (r - r.max()).exp().sum() for r in logits])",
        "single logits for rows",
    ),
    (
        "wrong",
        "def answer(logits):\n  return [(r - r.amax(-1, keepdim=True)).exp() / (r - r.amax(-1, keepdim=True)).exp().sum(-1, keepdim=True) for r in logits]",
        "single logits for rows",
    ),
    (
        "wrong",
        "def answer(logits):\n  d = 1 if logits.dim() > 1 else 0\n  e = (logits - logits.amax(d, keepdim=True)).exp()\n  return e / e.sum(d, keepdim=True)",
        "With three the classes",
    ),
    (
        "wrong",
        f"lambda logits: (logits - {ROW}).exp() / logits.exp().sum(-1, keepdim=True)",
        "above the bar and not below",
    ),
    (
        "wrong",
        f"lambda logits: logits.exp() / (logits - {ROW}).exp().sum(-1, keepdim=True)",
        "below the bar and not above",
    ),
    (
        "wrong",
        "lambda logits: (e := (logits - logits.abs().amax(-1, keepdim=True)).exp()) / e.sum(-1, keepdim=True)",
        "far below zero",
    ),
    (
        "wrong",
        f"lambda logits: (e := (logits + {ROW}).exp()) / e.sum(-1, keepdim=True)",
        "larger still",
    ),
    (
        "wrong",
        f"lambda logits: (e := (logits / {ROW}).exp()) / e.sum(-1, keepdim=True)",
        "division changes them",
    ),
    (
        "wrong",
        "lambda logits: (e := logits.clamp(max=88).exp()) / e.sum(-1, keepdim=True)",
        "limit",
    ),
    (
        "wrong",
        "lambda logits: (e := logits.clamp(-50, 50).exp()) / e.sum(-1, keepdim=True)",
        "limits",
    ),
    (
        "wrong",
        "lambda logits: torch.nan_to_num(logits.exp() / logits.exp().sum(-1, keepdim=True))",
        "hides the overflow",
    ),
    (
        "wrong",
        f"lambda logits: (logits - {ROW}) / (logits - {ROW}).sum(-1, keepdim=True)",
        "every logit positive",
    ),
    ("wrong", "lambda logits: logits / logits.sum(-1, keepdim=True)", "every logit positive"),
    ("wrong", "lambda logits: torch.sigmoid(logits)", "compete"),
    (
        "wrong",
        "lambda logits: torch.sigmoid(logits) / torch.sigmoid(logits).sum(-1, keepdim=True)",
        "sigmoid",
    ),
    (
        "wrong",
        f"lambda logits: (e := 2 ** (logits - {ROW})) / e.sum(-1, keepdim=True)",
        "powers of 2",
    ),
    (
        "wrong",
        "lambda logits: (e := (logits.amin(-1, keepdim=True) - logits).exp()) / e.sum(-1, keepdim=True)",
        "smallest logit gets",
    ),
    (
        "wrong",
        f"lambda logits: (e := (logits - {ROW}).exp()) / e.mean(-1, keepdim=True)",
        "adds up to the number of classes",
    ),
    (
        "wrong",
        "lambda logits: F.one_hot(logits.argmax(-1), logits.shape[-1]).float()",
        "hard decision",
    ),
    (
        "wrong",
        "lambda logits: (e := (logits - 1000).exp()) / e.sum(-1, keepdim=True)",
        "fixed shift",
    ),
    (
        "wrong",
        f"lambda logits: (e := (logits - {ROW}).exp()).div(e.sum(-1, keepdim=True)).round(decimals=2)",
        "rounded",
    ),
    ("wrong", f"lambda logits: (logits - {ROW}).exp()", "adds up to 1"),
    ("wrong", "lambda logits: F.log_softmax(logits, -1)", "logarithms"),
    (
        "wrong",
        f"def answer(logits):\n  logits -= {ROW}\n  return logits.exp() / logits.exp().sum(-1, keepdim=True)",
        "!changed what it was given",
    ),
    (
        "wrong",
        f"def answer(logits):\n  e = (logits - {ROW}).exp()\n  print(e / e.sum(-1, keepdim=True))",
        "!None",
    ),
]

CAT = [
    ("right", "3 / 6", ""),
    ("right", "__import__('fractions').Fraction(1, 2)", ""),
    ("right", "np.float32(0.5)", ""),
    ("right", "__import__('decimal').Decimal('0.5')", ""),
    ("right", "torch.tensor([0.5])", ""),
    ("wrong", "0.75", "multiplies the probability"),
    ("wrong", "torch.sigmoid(torch.tensor(math.log(3)))", "multiplies the probability"),
    ("wrong", "0.25 + math.log(3)", "above 1"),
    ("wrong", "1", "value of the odds"),
    ("wrong", "3 / 7", "odds of 1 to 4"),
    ("wrong", "1 / 4", "all four logits"),
    ("wrong", "0.1", "should not fall"),
    ("wrong", "0.9", "3 to 1, or 1 to 3"),
    ("wrong", "1 / 3", "before the logit rises"),
    ("wrong", "3.0", "3 is a factor"),
    ("wrong", "math.log(3)", "what the logit gains"),
    ("wrong", "50", "per cent"),
    ("wrong", "math.log(0.5)", "logarithm|sign"),
    ("wrong", "0.6", "Count the animals"),
    ("wrong", "math.log(3) / 4", "added to the logit"),
    ("wrong", "math.log(3) / (math.log(3) + 3)", "factor does e"),
    ("wrong", "math.exp(3) / (math.exp(3) + 3)", "rise by 3"),
    ("wrong", "1 / 6", "other three"),
    ("wrong", "1 // 2", "drops what follows"),
    ("wrong", "'1/2'", "!without quotes"),
]

LOSS = [
    (
        "right",
        "lambda logits, labels: (torch.logsumexp(logits, 1) - logits[torch.arange(len(labels)), labels]).mean()",
        "",
    ),
    ("right", "lambda logits, labels: F.nll_loss(F.log_softmax(logits, 1), labels)", ""),
    (
        "right",
        "lambda logits, labels: float(np.mean([(r - r.max()).exp().sum().log().item() - (r - r.max())[k].item() for r, k in zip(logits, labels)]))",
        "",
    ),
    (
        "right",
        "lambda logits, labels: (torch.logsumexp(logits, 1, keepdim=True) - logits.gather(1, labels[:, None])).mean().item()",
        "",
    ),
    (
        "right",
        "lambda logits, labels: (logits.double().logsumexp(1) - logits.double().take_along_dim(labels[:, None], 1)[:, 0]).sum() / len(labels)",
        "",
    ),
    (
        "wrong",
        "def answer(logits, labels):\n  z = logits - logits.max()\n  return (z.exp().sum(1).log() - z.gather(1, labels[:, None])[:, 0]).mean()",
        "one row is large",
    ),
    ("wrong", "lambda logits, labels: F.cross_entropy(logits, labels)", "asked to build"),
    ("wrong", "nn.CrossEntropyLoss()", "asked to build"),
    (
        "wrong",
        "lambda logits, labels: F.cross_entropy(logits, labels, reduction='sum')",
        "sum over examples",
    ),
    (
        "wrong",
        "lambda logits, labels: (logits.logsumexp(1) - logits.gather(1, labels[:, None])[:, 0]).sum()",
        "sum over examples",
    ),
    (
        "wrong",
        "lambda logits, labels: logits.logsumexp(1) - logits.gather(1, labels[:, None])[:, 0]",
        "one by one",
    ),
    (
        "wrong",
        "lambda logits, labels: [(z.logsumexp(0) - z[k]).item() for z, k in zip(logits, labels)]",
        "One number",
    ),
    (
        "wrong",
        "lambda logits, labels: (logits.gather(1, labels[:, None])[:, 0] - logits.logsumexp(1)).mean()",
        "negative",
    ),
    (
        "wrong",
        "lambda logits, labels: -F.log_softmax(logits, 1).gather(1, labels).mean()",
        "column",
    ),
    (
        "wrong",
        "lambda logits, labels: -torch.softmax(logits, 1).gather(1, labels[:, None]).log().mean()",
        "without the probability",
    ),
    (
        "wrong",
        "lambda logits, labels: -(logits.exp() / logits.exp().sum(1, keepdim=True)).gather(1, labels[:, None]).log().mean()",
        "without the probability",
    ),
    (
        "wrong",
        "lambda logits, labels: -torch.softmax(logits, 1).gather(1, labels[:, None]).clamp(1e-9).log().mean()",
        "without the probability",
    ),
    (
        "wrong",
        "lambda logits, labels: -(torch.softmax(logits, 1).gather(1, labels[:, None]) + 1e-9).log().mean()",
        "without the probability",
    ),
    (
        "wrong",
        "lambda logits, labels: (logits.exp().sum(1).log() - logits.gather(1, labels[:, None])[:, 0]).mean()",
        "without forming",
    ),
    (
        "wrong",
        "lambda logits, labels: (logits.logsumexp(1) - logits[:, labels]).mean()",
        "from every row",
    ),
    (
        "wrong",
        "lambda logits, labels: (logits.logsumexp(1, keepdim=True) - logits[:, labels]).mean()",
        "from every row",
    ),
    (
        "wrong",
        "lambda logits, labels: -F.log_softmax(logits, 1)[:, labels].mean()",
        "from every row",
    ),
    ("wrong", "lambda logits, labels: -F.log_softmax(logits, 1)[labels].mean()", "whole rows"),
    (
        "wrong",
        "lambda logits, labels: -F.log_softmax(logits, 1).gather(0, labels[:, None]).mean()",
        "row to row",
    ),
    (
        "wrong",
        "lambda logits, labels: -F.log_softmax(logits, 1).gather(0, labels[None, :]).mean()",
        "among the rows",
    ),
    ("wrong", "lambda logits, labels: -F.log_softmax(logits, 1).mean()", "all classes"),
    (
        "wrong",
        "lambda logits, labels: -F.log_softmax(torch.softmax(logits, 1), 1).gather(1, labels[:, None]).mean()",
        "twice",
    ),
    ("wrong", "lambda logits, labels: (logits.logsumexp(1) - logits.amax(1)).mean()", "favourite"),
    (
        "wrong",
        "lambda logits, labels: (logits.logsumexp(1) - logits.gather(1, labels[:, None])[:, 0]).sum() / logits.shape[1]",
        "number of classes",
    ),
    (
        "wrong",
        "lambda logits, labels: (logits.logsumexp(1) - logits.gather(1, labels[:, None])[:, 0]).sum() / logits.numel()",
        "factor of C",
    ),
    (
        "wrong",
        "lambda logits, labels: (logits.logsumexp(1) - logits.gather(1, labels[:, None])[:, 0]).mean() / math.log(2)",
        "bits",
    ),
    (
        "wrong",
        "lambda logits, labels: -torch.softmax(logits, 1).gather(1, labels[:, None]).mean()",
        "probability itself",
    ),
    (
        "wrong",
        "lambda logits, labels: 1 - torch.softmax(logits, 1).gather(1, labels[:, None]).mean()",
        "missing to a probability",
    ),
    (
        "wrong",
        "lambda logits, labels: -torch.softmax(logits, 1).gather(1, labels[:, None]).mean().log()",
        "which comes first",
    ),
    (
        "wrong",
        "def answer(logits, labels):\n  for z, k in zip(logits, labels):\n    return z.logsumexp(0) - z[k]",
        "first example alone",
    ),
    (
        "wrong",
        "def answer(logits, labels):\n  for z, k in zip(logits, labels):\n    loss = z.logsumexp(0) - z[k]\n  return loss",
        "last example alone",
    ),
    (
        "wrong",
        "lambda logits, labels: (logits.logsumexp(1) - logits.gather(1, labels[:, None])[:, 0]).median()",
        "median",
    ),
    (
        "wrong",
        "lambda logits, labels: (logits.logsumexp(1) - logits.gather(1, labels[:, None])[:, 0]).sum() / 3",
        "Divided by 3",
    ),
    (
        "wrong",
        "lambda logits, labels: (logits.logsumexp(1) - logits.gather(1, labels[:, None])[:, 0]).mean().exp()",
        "power of",
    ),
    (
        "wrong",
        "lambda logits, labels: (logits.sum(1) - logits.gather(1, labels[:, None])[:, 0]).mean()",
        "plain sum",
    ),
    (
        "wrong",
        "lambda logits, labels: (torch.softmax(logits, 1) * -F.log_softmax(logits, 1)).sum(1).mean()",
        "entropy",
    ),
    ("wrong", "lambda logits, labels: (logits.logsumexp(1) - labels).mean()", "label itself"),
    (
        "wrong",
        "lambda logits, labels: (logits.logsumexp(0) - logits.gather(1, labels[:, None])[:, 0]).mean()",
        "one entry for each class",
    ),
    (
        "wrong",
        "lambda logits, labels: -F.log_softmax(logits, 0).gather(1, labels[:, None]).mean()",
        "compete with each other",
    ),
    (
        "wrong",
        "lambda logits, labels: (logits.logsumexp(1) - logits.gather(1, (labels - 1)[:, None])[:, 0]).mean()",
        "begin to count",
    ),
    ("wrong", "lambda logits, labels: logits.logsumexp(1).mean()", "labels make no difference"),
    ("wrong", "lambda logits, labels: -logits.gather(1, labels[:, None]).mean()", "compete"),
]

TABLE = [
    ("right", "lambda logits, labels: F.cross_entropy(logits, labels.flatten().long())", ""),
    (
        "right",
        "lambda logits, labels: F.cross_entropy(logits, labels[:, 0].type(torch.LongTensor))",
        "",
    ),
    (
        "right",
        "lambda logits, labels: F.cross_entropy(logits, torch.tensor([int(k) for k in labels]))",
        "",
    ),
    (
        "right",
        "lambda logits, labels: F.cross_entropy(logits, labels.view(-1).round().to(torch.uint8)).item()",
        "",
    ),
    (
        "right",
        "lambda logits, labels: F.cross_entropy(logits, (labels == torch.arange(logits.shape[1])).float())",
        "",
    ),
    ("open", "lambda logits, labels: F.cross_entropy(logits, labels)", "!as it was given"),
    (
        "open",
        "def answer(logits, labels):\n  labels.long().squeeze(1)\n  return F.cross_entropy(logits, labels)",
        "!without effect",
    ),
    (
        "wrong",
        "lambda logits, labels: F.cross_entropy(logits, F.one_hot(labels[:, 0].long(), 3).float())",
        "how many there are",
    ),
    (
        "wrong",
        "lambda logits, labels: F.cross_entropy(logits, labels.squeeze().long())",
        "both axes",
    ),
    ("wrong", "lambda logits, labels: F.cross_entropy(logits, labels.long())", "column"),
    ("wrong", "lambda logits, labels: F.cross_entropy(logits, labels[:, 0])", "names a dtype"),
    ("wrong", "lambda logits, labels: F.cross_entropy(logits, labels[:, 0].int())", "32 bits"),
    (
        "wrong",
        "lambda logits, labels: F.cross_entropy(logits, labels.squeeze(0).long())",
        "which axis has size 1",
    ),
    ("wrong", "lambda logits, labels: F.cross_entropy(logits, labels[0].long())", "one row"),
    ("wrong", "lambda logits, labels: F.cross_entropy(logits, labels.argmax(1))", "single column"),
    ("wrong", "lambda logits, labels: F.cross_entropy(logits, labels[:, 0].bool().long())", "bool"),
    (
        "wrong",
        "lambda logits, labels: F.cross_entropy(logits, labels.expand_as(logits))",
        "class numbers",
    ),
    (
        "wrong",
        "lambda logits, labels: F.cross_entropy(logits, labels[:, 0].long(), reduction='sum')",
        "sum over the examples",
    ),
    (
        "wrong",
        "lambda logits, labels: F.cross_entropy(logits, labels[:, 0].long(), reduction='none')",
        "one by one",
    ),
    (
        "wrong",
        "lambda logits, labels: F.cross_entropy(logits.softmax(1), labels[:, 0].long())",
        "gets probabilities",
    ),
    (
        "wrong",
        "lambda logits, labels: F.cross_entropy(logits, labels[:, 0].long() - 1)",
        "already begin at 0",
    ),
    (
        "wrong",
        "lambda logits, labels: F.cross_entropy(logits, labels.argmax(0))",
        "gives one place",
    ),
    (
        "wrong",
        "lambda logits, labels: F.nll_loss(logits, labels[:, 0].long())",
        "log-probabilities",
    ),
    (
        "wrong",
        "lambda logits, labels: F.cross_entropy(logits.T, labels[:, 0].long())",
        "turned round",
    ),
    ("wrong", "lambda logits, labels: F.cross_entropy(logits, labels.T.long())", "are a row"),
    (
        "wrong",
        "lambda logits, labels: F.cross_entropy(logits, F.one_hot(labels[:, 0].long(), logits.shape[1]))",
        "one-hot",
    ),
    (
        "wrong",
        "lambda logits, labels: F.cross_entropy(logits, labels.squeeze_(1).long())",
        "!changed what it was given",
    ),
    (
        "wrong",
        "lambda logits, labels: F.cross_entropy(logits, labels[:, 0].long(), ignore_index=0)",
        "",
    ),
]

CAUSES = [
    ("right", "('twice', 'frequencies', 'scale', 'column', 'nothing')", ""),
    ("right", "['Twice', 'frequencies ', 'SCALE', 'column', 'nothing']", ""),
    ("right", "np.array(['twice', 'frequencies', 'scale', 'column', 'nothing'])", ""),
    ("right", "tuple('twice frequencies scale column nothing'.split())", ""),
    ("wrong", "('frequencies', 'twice', 'scale', 'column', 'nothing')", "A and B|C, D and E"),
    ("wrong", "('twice', 'nothing', 'scale', 'column', 'frequencies')", "A, C and D"),
    ("wrong", "('twice', 'frequencies', 'column', 'scale', 'nothing')", "A, B and E"),
    ("wrong", "('nothing', 'frequencies', 'scale', 'column', 'twice')", "99 % rightly|never moves"),
    ("wrong", "('scale', 'frequencies', 'twice', 'column', 'nothing')", "begins at 2.30"),
    ("wrong", "('twice', 'frequencies', 'nothing', 'column', 'scale')", "sure and wrong"),
    ("wrong", "('twice', 'column', 'scale', 'frequencies', 'nothing')", "B's loss is not 0"),
    ("wrong", "('twice', 'frequencies', 'scale', 'nothing', 'column')", "pays 0 from the start"),
    ("wrong", "('twice', 'scale', 'frequencies', 'column', 'nothing')", "begins near ln 2"),
    ("wrong", "('column', 'frequencies', 'scale', 'twice', 'nothing')", "single column"),
    ("wrong", "('twice', 'frequencies', 'scale', 'frequencies', 'nothing')", "pays nothing"),
    ("wrong", "('twice', 'twice', 'scale', 'column', 'nothing')", "fits a tenth"),
    ("wrong", "('scale', 'twice', 'column', 'nothing', 'frequencies')", "begins at 2.30"),
    ("wrong", "'twice'", "Five words"),
    ("wrong", "('twice', 'frequencies', 'scale', 'column')", "!5 entries"),
    ("wrong", "('twice', 'frequency', 'scale', 'column', 'nothing')", "!frequency"),
    ("wrong", "'twice frequencies scale column nothing'", "!tuple"),
]
AUC = [
    (
        "right",
        "def answer(logits, labels):\n  from sklearn import metrics\n  return metrics.roc_auc_score(labels, logits[:, 1] - logits[:, 0])",
        "",
    ),
    (
        "right",
        "def answer(logits, labels):\n  from sklearn import metrics\n  return metrics.roc_auc_score(labels.numpy(), torch.softmax(logits, 1)[:, 1].numpy())",
        "",
    ),
    (
        "right",
        "def answer(logits, labels):\n  from sklearn import metrics\n  return 1 - metrics.roc_auc_score(labels, logits[:, 0] - logits[:, 1])",
        "",
    ),
    (
        "right",
        "def answer(logits, labels):\n  from sklearn import metrics\n  fpr, tpr, _ = metrics.roc_curve(labels, logits.diff(dim=1)[:, 0])\n  return metrics.auc(fpr, tpr)",
        "",
    ),
    (
        "right",
        "def answer(logits, labels):\n  m = (logits[:, 1] - logits[:, 0]).tolist()\n  up = [a for a, k in zip(m, labels) if k == 1]\n  down = [a for a, k in zip(m, labels) if k == 0]\n  return sum(1.0 if a > b else 0.5 if a == b else 0.0 for a in up for b in down) / len(up) / len(down)",
        "",
    ),
    (
        "open",
        "def answer(logits, labels):\n  from sklearn import metrics\n  return metrics.roc_auc_score(labels, logits.argmax(dim=1).float())",
        "!as it was given",
    ),
    (
        "open",
        "def answer(logits, labels):\n  from sklearn import metrics\n  return metrics.balanced_accuracy_score(labels, logits.argmax(dim=1))",
        "!as it was given",
    ),
    *(
        (
            "wrong",
            f"def answer(logits, labels):\n  from sklearn import metrics\n  return {code}",
            word,
        )
        for code, word in (
            (
                "max(a := metrics.roc_auc_score(labels, logits[:, 1] - logits[:, 0]), 1 - a)",
                "below one half",
            ),
            (
                "metrics.roc_auc_score(labels, torch.softmax(logits, 1)[:, 1].round(decimals=2))",
                "rounded",
            ),
            (
                "metrics.roc_auc_score(labels, torch.softmax(logits, 1)[:, 1].round(decimals=1))",
                "rounded|decision",
            ),
            ("metrics.roc_auc_score(labels, logits)", "two numbers for each"),
            ("metrics.roc_auc_score(labels, torch.softmax(logits, 1))", "two numbers for each"),
            (
                "metrics.roc_auc_score(logits[:, 1] - logits[:, 0], labels)",
                "where the labels belong",
            ),
            ("metrics.roc_auc_score(labels, logits[:, 1])", "one logit alone"),
            ("metrics.roc_auc_score(labels, torch.sigmoid(logits[:, 1]))", "one logit alone"),
            ("metrics.roc_auc_score(labels, logits[:, 0])", "other class"),
            ("metrics.roc_auc_score(labels, -logits[:, 0])", "without its rival"),
            ("metrics.roc_auc_score(labels, logits[:, 0] - logits[:, 1])", "turned round"),
            ("metrics.roc_auc_score(labels, torch.softmax(logits, 1)[:, 0])", "turned round"),
            ("metrics.roc_auc_score(labels, logits.amax(1))", "larger logit"),
            ("metrics.roc_auc_score(labels, torch.softmax(logits, 1).amax(1))", "confidence"),
            ("metrics.accuracy_score(labels, logits.argmax(1))", "accuracy"),
            ("metrics.roc_auc_score(F.one_hot(labels), logits)", "without its rival"),
            ("1 - metrics.roc_auc_score(labels, logits.argmax(1))", "still decisions"),
            ("metrics.roc_auc_score(labels, logits.sum(1))", "change places"),
            ("metrics.roc_auc_score(labels, logits.mean(1))", "change places"),
            (
                "metrics.roc_auc_score(labels, torch.softmax(logits, 1)[torch.arange(len(labels)), labels])",
                "looked at the labels",
            ),
            ("2 * metrics.roc_auc_score(labels, logits[:, 1] - logits[:, 0]) - 1", "from −1 to 1"),
            ("100 * metrics.roc_auc_score(labels, logits[:, 1] - logits[:, 0])", "per cent"),
            (
                "metrics.average_precision_score(labels, logits[:, 1] - logits[:, 0])",
                "average precision",
            ),
            ("metrics.roc_auc_score(labels, labels)", "compared with themselves"),
            (
                "((logits[labels == 1].diff() > logits[labels == 0].diff().T).float()).mean()",
                "one half",
            ),
            (
                "((logits[labels == 1].diff() >= logits[labels == 0].diff().T).float()).mean()",
                "ties",
            ),
            (
                "metrics.roc_curve(labels, logits[:, 1] - logits[:, 0])[:2]",
                "!got: +the tuple",
            ),
        )
    ),
]


def tumours(
    scale: str = STANDARD,
    model: str = "nn.Linear(30, 2)",
    lr: str = "0.5",
    steps: int = 40,
    clear: str = "optimizer.zero_grad()",
    labels: str = "y",
    result: str = "model(T)",
) -> str:
    """The lines of a classifier: `X` and `T` are the rows to learn from and to judge."""
    return f"""
def answer(X_train, y_train, X_test):
    X, y, T = X_train, y_train, X_test
    {scale}
    model = {model}
    optimizer = torch.optim.SGD(model.parameters(), lr={lr})
    for _ in range({steps}):
        {clear}
        F.cross_entropy(model(X), {labels}).backward()
        optimizer.step()
    return {result}
"""


TUMOURS = [
    ("right", tumours(), ""),
    (
        "right",
        tumours(model="nn.Sequential(nn.Linear(30, 8), nn.ReLU(), nn.Linear(8, 2))", steps=60),
        "",
    ),
    (
        "right",
        tumours(
            scale="X, T = [(Z - X.mean(0)) / X.std(0) for Z in (X, T)]",
            result="F.log_softmax(model(T), 1)",
        ),
        "",
    ),
    (
        "right",
        "def answer(X, y, T):\n  from sklearn.linear_model import LogisticRegression\n  from sklearn.preprocessing import StandardScaler\n  s = StandardScaler().fit(X)\n  m = LogisticRegression().fit(s.transform(X), y)\n  return torch.tensor(m.predict_log_proba(s.transform(T)))",
        "",
    ),
    (
        "right",
        "def answer(X, y, T):\n  from sklearn.neighbors import KNeighborsClassifier\n  m = KNeighborsClassifier(7).fit((X - X.mean(0)) / X.std(0), y)\n  return np.log(m.predict_proba((T - X.mean(0)) / X.std(0)) + 1e-3)",
        "",
    ),
    ("wrong", tumours(result="model(T).argmax(1)"), "decided classes"),
    ("wrong", tumours(result="torch.softmax(model(T), 1)"), "adds up to 1"),
    ("wrong", tumours(result="F.one_hot(model(T).argmax(1), 2).float()"), "zeros and ones"),
    ("wrong", tumours(result="model(T)[:, 1] - model(T)[:, 0]"), "One number for each"),
    ("wrong", tumours(result="model(T)[:, 1:]"), "One column"),
    ("wrong", tumours(result="model(T).T"), "first axis"),
    ("wrong", tumours(result="model(X)"), "which rows"),
    ("wrong", tumours(result="model(T).flip(1)"), "columns exchanged"),
    ("wrong", tumours(scale="pass", lr="10.0"), "Do X_train and X_test both|another unit"),
    ("wrong", tumours(scale="pass", lr="1e-6", steps=60), "unit"),
    (
        "wrong",
        tumours(scale="m, s = X.mean(), X.std(); X, T = (X - m) / s, (T - m) / s", lr="0.1"),
        "standard deviation of its own|in thousands",
    ),
    ("wrong", tumours(scale="X = (X - X.mean(0)) / X.std(0)"), "Do X_train and X_test both"),
    (
        "wrong",
        tumours(scale="X, T = (X - X.mean(0)) / X.std(0), (T - T.mean(0)) / T.std(0)"),
        "should scale the test rows",
    ),
    (
        "wrong",
        "def answer(X, y, T):\n  from sklearn.linear_model import LogisticRegression\n  m = LogisticRegression().fit((X - X.mean(0)) / X.std(0), y)\n  return m.predict_log_proba((T - T.mean(0)) / T.std(0))",
        "should scale the test rows",
    ),
    (
        "wrong",
        tumours(
            scale="X, T = (X - X.mean(0)) / X.std(0), (T - T.mean(0)) / (T.std(0, correction=0) + 1e-8)"
        ),
        "company",
    ),
    (
        "wrong",
        tumours(
            scale="A = torch.cat([X, T]); m, s = A.mean(0), A.std(0); X, T = (X - m) / s, (T - m) / s"
        ),
        "company",
    ),
    ("wrong", tumours(steps=0), "does the loss fall"),
    ("wrong", tumours(result="torch.tensor([[0.0, 1.0]]).repeat(len(T), 1)"), "same two logits"),
    ("wrong", tumours(result="[model(T)]"), "!Wanted"),
    ("wrong", tumours(result="None"), "!None"),
    (
        "wrong",
        "def answer(X, y, T):\n  from course_utils import data\n  X, y = data.breast_cancer()\n  m, s = X.mean(0), X.std(0)\n  c = torch.stack([((X - m) / s)[y == k].mean(0) for k in (0, 1)])\n  return -torch.cdist((T - m) / s, c)",
        "Which labels",
    ),
    (
        "wrong",
        "def answer(X_train, y_train, X_test):\n  X_train -= X_train.mean(0)\n  c = torch.stack([(X_train / X_train.std(0))[y_train == k].mean(0) for k in (0, 1)])\n  return -torch.cdist(X_test / X_train.std(0), c)",
        "!changed what it was given",
    ),
]

ANSWERS = [
    (number, code, kind, word)
    for number, answers in {
        "8.1": SOFTMAX,
        "8.2": CAT,
        "8.3": LOSS,
        "8.4": TABLE,
        "8.5": CAUSES,
        "8.6": TUMOURS,
        "8.7": AUC,
    }.items()
    for kind, code, word in answers
]


@pytest.mark.parametrize(("number", "code", "kind", "word"), ANSWERS)
def test_an_answer_is_told_what_it_needs(number: str, code: str, kind: str, word: str) -> None:
    assert_told(number, code, kind, word)
