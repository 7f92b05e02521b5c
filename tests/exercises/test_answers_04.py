"""Answers to the exercises of notebook 04 as a class might give them, and what each is told.

A word is a pattern that the hint holds, after "!" one that the plain message does.
"""

import pytest

from tests.exercises.helpers import assert_told

OPT = """
def answer(x, y, start, lr, num_epochs):
    {start}
    {optimizer}
    for _ in range({epochs}):
        {before}
        loss = {loss}
        {backward}
        {update}
        {after}
    return {result}
"""


def opt(**changes: str) -> str:
    """An answer to 4.1, right but for these changes."""
    parts = {
        "start": "params = torch.tensor(start, requires_grad=True)",
        "optimizer": "optimizer = torch.optim.SGD([params], lr=lr)",
        "epochs": "num_epochs",
        "before": "pass",
        "loss": "((params[0] * x + params[1] - y) ** 2).mean()",
        "backward": "loss.backward()",
        "update": "optimizer.step()",
        "after": "optimizer.zero_grad()",
        "result": "params.detach()",
    }
    return OPT.format(**(parts | changes))


FACTOR = """
def answer(step, num_warm_up, num_steps):
    if {condition}:
        return {rise}
    return {fall}
"""


def factor(
    rise: str = "(step + 1) / num_warm_up",
    fall: str = "0.5 * (1 + math.cos(math.pi * (step - num_warm_up) / (num_steps - num_warm_up)))",
    condition: str = "step < num_warm_up",
) -> str:
    """An answer to 4.4."""
    return FACTOR.format(rise=rise, fall=fall, condition=condition)


RULE = """
def answer(params, grad, state, lr, eps=1e-10):
    {total}
    return {result}
"""


def rule(
    total: str = "total = grad**2 if state is None else state + grad**2",
    result: str = "params - lr * grad / (total.sqrt() + eps), total",
) -> str:
    """An answer to 4.2."""
    return RULE.format(total=total, result=result)


RACE = """
def score(run, rule, lr, starts):
    losses = [run(rule, lr, start) for start in starts]
    {score}

def answer(run, rules, lrs, tuning_starts, fresh_starts):
    best, lowest = None, math.inf
    for rule in rules:
        scores = [score(run, rule, lr, {tuning}) for lr in lrs]
        lr = {lr}
        fresh = score(run, rule, lr, {fresh})
        if {better}:
            best, lowest = (rule, lr), fresh
    return {result}
"""


def race(**changes: str) -> str:
    """An answer to 4.6, right but for these changes."""
    parts = {
        "score": "return math.inf if any(map(math.isnan, losses)) else sum(losses) / len(losses)",
        "tuning": "tuning_starts",
        "fresh": "fresh_starts",
        "lr": "lrs[scores.index(min(scores))]",
        "better": "fresh < lowest",
        "result": "best",
    }
    return RACE.format(**(parts | changes))


ANSWERS = [
    ("4.1", opt(), "right", ""),
    ("4.1", opt(before="optimizer.zero_grad()", after="pass"), "right", ""),
    ("4.1", opt(start="params = torch.zeros(2, requires_grad=True); params.data = torch.tensor(start)"), "right", ""),
    ("4.1", opt(start="w = torch.tensor(start[0], requires_grad=True); b = torch.tensor(start[1], requires_grad=True)", optimizer="optimizer = torch.optim.SGD([w, b], lr=lr)", loss="F.mse_loss(w * x + b, y)", result="torch.tensor([w.item(), b.item()])"), "right", ""),
    ("4.1", opt(optimizer="pass", before="optimizer = torch.optim.SGD([params], lr=lr); optimizer.zero_grad()", after="pass"), "right", ""),
    ("4.1", opt(result="params"), "right", ""),
    ("4.1", opt(after="pass", before="params.grad = None"), "right", ""),
    ("4.1", "def answer(x, y, start, lr, num_epochs): ...", "open", ""),
    ("4.1", opt(start="params = torch.zeros(2, requires_grad=True)", optimizer="optimizer = torch.optim.SGD([params], lr=lr); params = torch.tensor(start, requires_grad=True); optimizer.zero_grad()", after="pass"), "open", ""),
    ("4.1", opt(start="params = torch.zeros(2, requires_grad=True)", optimizer="optimizer = torch.optim.SGD([params], lr=lr); params = torch.tensor(start, requires_grad=True)", before="optimizer.zero_grad()", after="pass"), "wrong", "hold the tensor that the loss"),
    ("4.1", opt(start="params = torch.zeros(2, requires_grad=True)", optimizer="optimizer = torch.optim.SGD([params], lr=lr); params = torch.tensor(start, requires_grad=True)", after="optimizer.zero_grad()"), "wrong", "hold the tensor that the loss"),
    ("4.1", opt(after="pass"), "wrong", "The parameters move now, but the gradients of all"),
    ("4.1", opt(start="params = torch.zeros(2, requires_grad=True)"), "wrong", "Everything moves, but from \\(0, 0\\): `start` is not"),
    ("4.1", opt(start="params = torch.ones(2, requires_grad=True)"), "wrong", "Everything moves, but always from \\(1, 1\\): what is"),
    ("4.1", opt(start="params = torch.tensor([1.0, 0.0], requires_grad=True)"), "wrong", "Everything moves, but always from \\(1, 0\\), as in"),
    ("4.1", opt(backward="loss.backward(); optimizer.zero_grad()", after="pass"), "wrong", "still there when `step` is called"),
    ("4.1", opt(before="optimizer.step(); optimizer.zero_grad()", update="pass", after="pass"), "wrong", "One update is missing: does every epoch take place"),
    ("4.1", opt(update="optimizer.step(); optimizer.step()"), "wrong", "Each epoch moves twice along the same gradient"),
    ("4.1", opt(backward="loss.backward(retain_graph=True); loss.backward()"), "wrong", "Each epoch moves twice along the same gradient"),
    ("4.1", opt(before="params = torch.tensor(start, requires_grad=True); optimizer = torch.optim.SGD([params], lr=lr)"), "wrong", "Only one step counts: do the parameters begin anew"),
    ("4.1", opt().replace("    return", "        return"), "wrong", "Only the first step is taken, and without any"),
    ("4.1", opt(epochs="num_epochs + 1"), "wrong", "That is one step more than num_epochs"),
    ("4.1", opt(epochs="1, num_epochs"), "wrong", "One update is missing: does every epoch take place"),
    ("4.1", opt(epochs="100"), "wrong", "The very first step leads elsewhere: work it out"),
    ("4.1", opt(optimizer="optimizer = torch.optim.Adam([params], lr=lr)"), "wrong", "These are Adam's steps"),
    ("4.1", opt(optimizer="optimizer = torch.optim.SGD([params], lr=0.01)"), "wrong", "The same whatever `lr` is: what is it handed"),
    ("4.1", opt(optimizer="optimizer = torch.optim.SGD([params], lr=lr, momentum=0.9)"), "wrong", "From the second step on the steps remember those"),
    ("4.1", opt(optimizer="optimizer = torch.optim.SGD([params], lr=lr, maximize=True)"), "wrong", "The steps are as long as they should be"),
    ("4.1", opt(optimizer="optimizer = torch.optim.SGD([params], lr=lr, weight_decay=0.1)"), "wrong", "The very first step leads elsewhere: work it out"),
    ("4.1", opt(optimizer="optimizer = torch.optim.SGD([params.clone()], lr=lr)"), "wrong", "The optimizer gets the result of an operation here"),
    ("4.1", opt(optimizer="optimizer = torch.optim.SGD(params, lr=lr)"), "wrong", "The optimizer wants a list of tensors, as in"),
    ("4.1", opt(start="params = torch.tensor(start)"), "wrong", "Nothing leads back from the loss: does the tensor"),
    ("4.1", opt(start="params = start"), "wrong", "The optimizer gets plain numbers here: `start` has to"),
    ("4.1", opt(loss="((params[0] * x + params[1] - y) ** 2).sum()"), "wrong", "Every step is N times too long: the loss"),
    ("4.1", opt(loss="(params[0] * x + params[1] - y).abs().mean()"), "wrong", "These are the steps of another loss, the mean"),
    ("4.1", opt(loss="((params[0] * x + params[1] - y) ** 2).mean() / 2"), "wrong", "Every step is half as long as it should"),
    ("4.1", opt(loss="((params[0] + params[1] * x - y) ** 2).mean()"), "wrong", "w and b have changed places in the prediction"),
    ("4.1", opt(loss="((params[0] * x - y) ** 2).mean()"), "wrong", "b has no part in the prediction any more"),
    ("4.1", opt(loss="(params[0] * x + params[1] - y) ** 2"), "wrong", "backward starts from a single number, and this loss"),
    ("4.1", opt(update="pass"), "wrong", "cleared in each round now"),
    ("4.1", opt(backward="pass"), "wrong", "cleared in each round now"),
    ("4.1", opt(start="params = torch.tensor(start, requires_grad=True)\n    loss0 = ((params[0] * x + params[1] - y) ** 2).mean()", loss="loss0", backward="loss.backward(retain_graph=True)"), "wrong", "All steps use the gradient at the start: forward"),
    ("4.1", opt(start="params = torch.tensor(start, requires_grad=True)\n    loss0 = ((params[0] * x + params[1] - y) ** 2).mean()", loss="loss0"), "wrong", "Each round needs a loss of its own: in"),
    ("4.1", opt(result="params.grad"), "wrong", "None came back"),
    ("4.1", opt(result="loss"), "wrong", "This is the loss"),
    ("4.1", opt(result="params.detach().flip(0)"), "wrong", "The right numbers, in reverse order: what comes first"),
    ("4.1", opt(result="params.tolist()"), "wrong", "!Got: the list \\[0\\.7, -0\\.1\\]: wrap it in torch\\.t"),
    ("4.1", opt(result="params[0].item(), params[1].item()"), "wrong", "!Got: the tuple \\(0\\.7, -0\\.1\\): wrap it in torch\\."),
    ("4.1", opt(result="params[0]"), "wrong", "One number came where one for each entry is"),
    ("4.1", opt(start="w = torch.tensor(start[0], requires_grad=True); b = torch.tensor(start[1], requires_grad=True)", optimizer="optimizer = torch.optim.SGD([w], lr=lr)", loss="F.mse_loss(w * x + b, y)", result="torch.stack([w, b])"), "wrong", "b never moves: does the optimizer hold it"),
    ("4.1", opt(start="w = torch.tensor(start[0], requires_grad=True); b = torch.tensor(start[1], requires_grad=True)", optimizer="optimizer = torch.optim.SGD([b], lr=lr)", loss="F.mse_loss(w * x + b, y)", result="torch.stack([w, b])"), "wrong", "w never moves: does the optimizer hold it"),
    ("4.1", opt(after="if _ % 2: optimizer.zero_grad()"), "wrong", "The first step is fine and the second is"),
    ("4.1", opt(before="params.data = torch.tensor(start)"), "wrong", "Only one step counts: do the parameters begin anew"),
    ("4.1", opt(optimizer="optimizer = torch.optim.SGD([params], lr=lr / 2)"), "wrong", "Every step is half as long as it should"),
    ("4.1", opt(optimizer="optimizer = torch.optim.RMSprop([params], lr=lr)"), "wrong", "The very first step leads elsewhere: work it out"),
    ("4.1", opt(loss="((params[0] * x + params[1] - y) ** 2).mean().sqrt()"), "wrong", "The first step goes along the gradient and has"),
    ("4.1", opt(loss="(params[0] * x + params[1] - y).mean() ** 2"), "wrong", "The very first step leads elsewhere: work it out"),
    ("4.1", opt(optimizer="optimizer = torch.optim.SGD([params], lr=lr, nesterov=True, momentum=0.5)"), "wrong", "The first step goes along the gradient and has"),
    ("4.1", opt(update="optimizer.step(); optimizer.param_groups[0]['lr'] *= 0.9"), "wrong", "The first step is fine and the second is"),
    ("4.1", opt(start="params = torch.tensor(start, requires_grad=True); y = y - y.mean()"), "wrong", "The very first step leads elsewhere: work it out"),
    ("4.1", opt(start="params = torch.tensor(start[::-1], requires_grad=True)"), "wrong", "The very first step leads elsewhere: work it out"),
    ("4.1", opt(epochs="len(x)"), "wrong", "The very first step leads elsewhere: work it out"),
    ("4.2", rule(), "right", ""),
    ("4.2", rule(result="params - lr * grad / (total + eps).sqrt(), total"), "wrong", "inside the root"),
    ("4.2", rule(result="params - lr * grad / torch.sqrt(total + eps), total"), "wrong", "Only tiny slopes show it"),
    ("4.2", rule("total = (0 if state is None else state) + grad * grad"), "right", ""),
    ("4.2", rule("state = torch.zeros_like(params) if state is None else state\n    total = state + grad.pow(2)"), "right", ""),
    ("4.2", rule(result="[params - lr * grad / (total**0.5 + eps), total]"), "right", ""),
    ("4.2", rule("total = [grad] if state is None else [*state, grad]", "params - lr * grad / (sum(g**2 for g in total).sqrt() + eps), total"), "right", ""),
    ("4.2", rule("state = torch.zeros_like(grad) if state is None else state\n    state += grad**2; total = state"), "wrong", "!changed what it was given"),
    ("4.2", "def answer(params, grad, state, lr, eps=1e-10): ...", "open", ""),
    ("4.2", rule("total = 0.01 * grad**2 if state is None else 0.99 * state + 0.01 * grad**2"), "wrong", "This is RMSProp"),
    ("4.2", rule("total = grad**2"), "wrong", "Every step is as long as the first"),
    ("4.2", rule(result="params - lr * grad / (total.sqrt() + eps), state"), "wrong", "Every step is as long as the first"),
    ("4.2", rule(result="params - lr * grad / (total.sqrt() + eps), None"), "wrong", "Every step is as long as the first"),
    ("4.2", rule(result="params - lr * grad / (total.sqrt() + eps), grad**2"), "wrong", "holds one square"),
    ("4.2", rule(result="params - lr * grad / (total + eps), total"), "wrong", "divided by the sum itself"),
    ("4.2", rule("total = grad if state is None else state + grad", "params - lr * grad / (total.abs() + eps), total"), "wrong", "added up with their signs"),
    ("4.2", rule("total = grad.abs() if state is None else state + grad.abs()", "params - lr * grad / (total + eps), total"), "wrong", "adds up sizes"),
    ("4.2", rule("old = torch.zeros_like(grad) if state is None else state", "params - lr * grad / (old.sqrt() + eps), old + grad**2"), "wrong", "first step is gigantic"),
    ("4.2", rule("total = (grad**2).sum() if state is None else state + (grad**2).sum()"), "wrong", "divided by the same number"),
    ("4.2", rule(result="params + lr * grad / (total.sqrt() + eps), total"), "wrong", "goes uphill"),
    ("4.2", rule(result="params - grad / (total.sqrt() + eps), total"), "wrong", "whatever `lr` is"),
    ("4.2", rule(result="params - lr * grad, total"), "wrong", "plain descent"),
    ("4.2", rule(result="params - lr * grad / total.sqrt(), total"), "wrong", "0 / 0"),
    ("4.2", rule(result="(total, params - lr * grad / (total.sqrt() + eps))"), "wrong", "changed places"),
    ("4.2", rule(result="params - lr * grad / (total.sqrt() + eps)"), "wrong", "Two things are asked for"),
    ("4.2", rule(result="-lr * grad / (total.sqrt() + eps), total"), "wrong", "This is the step"),
    ("4.2", rule("total = grad**2 if state is None else state + grad**2\n    params -= lr * grad / (total.sqrt() + eps)", "params, total"), "wrong", "writes into the caller's tensor"),
    ("4.2", rule("total = state + grad**2"), "wrong", "Before the first step `state` is None"),
    ("4.2", rule(result="params - lr * grad.sign(), total"), "wrong", "sign alone"),
    ("4.2", rule("t, s = state or (0, 0)\n    t, s = t + 1, s + grad**2", "params - lr * grad / ((s / t).sqrt() + eps), (t, s)"), "wrong", "root of a mean"),
    ("4.2", rule("total = grad**2 if state is None else (state + grad) ** 2"), "wrong", "squared together"),
    ("4.2", rule(result="params - lr * total.sqrt() / (grad + eps), total"), "wrong", "!Got:"),
    ("4.3", "(0.905, 0.2)", "right", ""),
    ("4.3", "[0.9053, 0.2]", "right", ""),
    ("4.3", "torch.tensor([0.9053, 0.2])", "right", ""),
    ("4.3", "np.array([0.905, 0.2])", "right", ""),
    ("4.3", "(1 - 0.1 + 0.1 * 0.01 / 0.19, 0.1 + 0.1)", "right", ""),
    ("4.3", "...", "open", ""),
    ("4.3", "(1.0, 0.004)", "wrong", "This is plain descent"),
    ("4.3", "(-359, 0.0058)", "wrong", "This is momentum"),
    ("4.3", "(1.0, 0.2)", "wrong", "as long as the first here"),
    ("4.3", "(0.8, 0.2)", "wrong", "both steps go down here"),
    ("4.3", "(0.9, 0.2)", "wrong", "little, and not nothing"),
    ("4.3", "[0.9, 0.2]", "wrong", "little, and not nothing"),
    ("4.3", "(0.895, 0.2)", "wrong", "has the right length"),
    ("4.3", "(1.095, -0.2)", "wrong", "The lengths are right"),
    ("4.3", "(0.905, -0.2)", "wrong", "b has a negative slope"),
    ("4.3", "(1.095, 0.2)", "wrong", "begins with a positive slope"),
    ("4.3", "(0.9, 0.1)", "wrong", "after the first step"),
    ("4.3", "(0.905, 0.1)", "wrong", "b takes two steps"),
    ("4.3", "(-0.0947, 0.2)", "wrong", "sum of the two steps"),
    ("4.3", "(0.00526, 0.1)", "wrong", "This is the second step"),
    ("4.3", "(0.2, 0.905)", "wrong", "changed places"),
    ("4.3", "(0.706, 0.741)", "wrong", "without bias correction"),
    ("4.3", "(0.991, 0.029)", "wrong", "Only s was corrected"),
    ("4.3", "(-2.045, 5.399)", "wrong", "Only m was corrected"),
    ("4.3", "(0.907, 0.2344)", "wrong", "as if it were the first"),
    ("4.3", "(0.922, 0.525)", "wrong", "The second one needs its correction"),
    ("4.3", "(0.709, 1.709)", "wrong", "RMSProp's steps"),
    ("4.3", "(0.99905, 0.002)", "wrong", "default rate|plain descent"),
    ("4.3", "(1.0, 0.0)", "wrong", "This is the start"),
    ("4.3", "0.905", "wrong", "A pair is asked for"),
    ("4.3", "(0.905,)", "wrong", "where is the other one"),
    ("4.3", "'0.905, 0.2'", "wrong", "!Wanted a tuple, got"),
    ("4.4", factor(), "right", ""),
    ("4.4", factor(fall="(1 + math.cos((step - num_warm_up) / (num_steps - num_warm_up) * math.pi)) / 2"), "right", ""),
    ("4.4", factor(fall="np.cos(np.pi / 2 * (step - num_warm_up) / (num_steps - num_warm_up)) ** 2"), "right", ""),
    ("4.4", factor(fall="torch.cos(torch.tensor(math.pi * (step - num_warm_up) / (num_steps - num_warm_up))) / 2 + 0.5"), "right", ""),
    ("4.4", factor(fall="1 - math.sin(math.pi / 2 * (step - num_warm_up) / (num_steps - num_warm_up)) ** 2"), "right", ""),
    ("4.4", factor(condition="step <= num_warm_up - 1"), "right", ""),
    ("4.4", factor(condition="step + 1 <= num_warm_up"), "right", ""),
    ("4.4", "def answer(step, num_warm_up, num_steps):\n    factors = [(i + 1) / num_warm_up for i in range(num_warm_up)]\n    left = num_steps - num_warm_up\n    factors += [(1 + math.cos(math.pi * i / left)) / 2 for i in range(left)]\n    return factors[step]", "right", ""),
    ("4.4", "def answer(step, num_warm_up, num_steps): ...", "open", ""),
    ("4.4", factor("step / num_warm_up"), "wrong", "At step 0 the factor is 0, so the"),
    ("4.4", factor("step / (num_warm_up - 1)"), "wrong", "The first factor is 0, so that step goes"),
    ("4.4", factor("(step + 1) / (num_warm_up + 1)"), "wrong", "The rise does not quite arrive at 1: by"),
    ("4.4", factor("(step + 1) // num_warm_up"), "wrong", "During the rise this is 0, and 1 at"),
    ("4.4", factor("1 / num_warm_up"), "wrong", "The factor stays where it begins: it should grow"),
    ("4.4", factor("step + 1 / num_warm_up"), "wrong", "The rise is larger than 1: what is divided"),
    ("4.4", factor("1.0"), "wrong", "The descent is right"),
    ("4.4", factor("(step + 1) / num_steps"), "wrong", "The rise is too slow: how many steps does"),
    ("4.4", factor("1 / (num_warm_up - step)"), "wrong", "The rise begins and ends where it should, but"),
    ("4.4", factor("((step + 1) / num_warm_up) ** 2"), "wrong", "The rise ends at 1, but it is not"),
    ("4.4", factor("0.5 * (1 - math.cos(math.pi * (step + 1) / num_warm_up))"), "wrong", "The rise is a cosine here"),
    ("4.4", factor("num_warm_up / (step + 1)"), "wrong", "The rise is upside down: it begins high and"),
    ("4.4", factor(condition="step <= num_warm_up"), "wrong", "The warm-up takes the steps from 0 to num_warm_up"),
    ("4.4", factor(condition="step < num_warm_up - 1"), "wrong", "The last step of the warm-up belongs to the"),
    ("4.4", factor(condition="step > num_warm_up"), "wrong", "The rise and the cosine have changed places: which"),
    ("4.4", factor("step / num_warm_up", condition="step <= num_warm_up"), "wrong", "At step 0 the factor is 0, so the"),
    ("4.4", factor(fall="0.5 * (1 + math.cos(math.pi * step / num_steps))"), "wrong", "The rise is right"),
    ("4.4", factor(fall="0.5 * (1 + math.cos(math.pi * (step - num_warm_up) / num_steps))"), "wrong", "The cosine begins where it should and does not"),
    ("4.4", factor(fall="0.5 * (1 + math.cos(math.pi * step / (num_steps - num_warm_up)))"), "wrong", "The cosine is as long as it should be"),
    ("4.4", factor(fall="0.5 * (1 + math.cos(math.pi * (step - num_warm_up + 1) / (num_steps - num_warm_up)))"), "wrong", "The cosine is one step ahead: what should it"),
    ("4.4", factor(fall="0.5 * (1 + math.cos(math.pi * (step - num_warm_up - 1) / (num_steps - num_warm_up)))"), "wrong", "The cosine is one step behind: at which step"),
    ("4.4", factor(fall="0.5 * (1 + math.cos(math.pi * (step - num_warm_up) / (num_steps - num_warm_up - 1)))"), "wrong", "The cosine is 0 at the last step already"),
    ("4.4", factor(fall="math.cos(math.pi * (step - num_warm_up) / (num_steps - num_warm_up))"), "wrong", "A cosine runs from 1 to −1, and a"),
    ("4.4", factor(fall="1 + math.cos(math.pi * (step - num_warm_up) / (num_steps - num_warm_up))"), "wrong", "The descent begins at 2: it is shifted up"),
    ("4.4", factor(fall="0.5 * math.cos(math.pi * (step - num_warm_up) / (num_steps - num_warm_up))"), "wrong", "The descent goes from one half to minus one"),
    ("4.4", factor(fall="0.5 + math.cos(math.pi * (step - num_warm_up) / (num_steps - num_warm_up))"), "wrong", "The descent goes from 1\\.5 to −0\\.5: does the"),
    ("4.4", factor(fall="math.cos(math.pi / 2 * (step - num_warm_up) / (num_steps - num_warm_up))"), "wrong", "From 1 to 0, but by a quarter of"),
    ("4.4", factor(fall="0.5 * (1 + math.cos((step - num_warm_up) / (num_steps - num_warm_up)))"), "wrong", "The descent begins at 1 and hardly falls: how"),
    ("4.4", factor(fall="0.5 * (1 + math.cos(2 * math.pi * (step - num_warm_up) / (num_steps - num_warm_up)))"), "wrong", "This descent comes back up at the end: is"),
    ("4.4", factor(fall="0.5 * (1 + math.cos(180 * (step - num_warm_up) / (num_steps - num_warm_up)))"), "wrong", "math\\.cos takes angles in radians, not in degrees"),
    ("4.4", factor(fall="0.5 * (1 - math.cos(math.pi * (step - num_warm_up) / (num_steps - num_warm_up)))"), "wrong", "After the warm-up the factor starts at 0 and"),
    ("4.4", factor(fall="0.5 * (1 + math.sin(math.pi * (step - num_warm_up) / (num_steps - num_warm_up)))"), "wrong", "This is a sine: it begins in the middle"),
    ("4.4", factor(fall="math.cos(math.pi * (step - num_warm_up) / (num_steps - num_warm_up)) ** 2"), "wrong", "This descent comes back up at the end: is"),
    ("4.4", factor(fall="abs(math.cos(math.pi * (step - num_warm_up) / (num_steps - num_warm_up)))"), "wrong", "Half-way down this is 0, and then it rises"),
    ("4.4", factor(fall="max(0.0, math.cos(math.pi * (step - num_warm_up) / (num_steps - num_warm_up)))"), "wrong", "From half-way down on this is 0: the negative"),
    ("4.4", factor(fall="1 - (step - num_warm_up) / (num_steps - num_warm_up)"), "wrong", "The descent is a straight line"),
    ("4.4", factor(fall="1.0"), "wrong", "The rise is right; after it the factor stays"),
    ("4.4", factor(fall="None"), "wrong", "!got None"),
    ("4.4", factor(fall="0.5 * (1 + math.cos(math.pi * (step - num_warm_up) / num_steps - num_warm_up))"), "wrong", "Brackets: what is divided by what inside the cosine"),
    ("4.4", factor(fall="0.5 * (1 + math.cos(math.pi * step - num_warm_up / (num_steps - num_warm_up)))"), "wrong", "What is divided by the length of the descent"),
    ("4.4", factor(fall="0.5 * (1 + math.cos(math.pi * (step - num_warm_up) // (num_steps - num_warm_up)))"), "wrong", "The descent goes in stairs: `//` drops what follows"),
    ("4.4", factor(fall="0.5 * (1 + torch.cos(math.pi * (step - num_warm_up) / (num_steps - num_warm_up)))"), "wrong", "torch\\.cos takes tensors"),
    ("4.4", factor(fall="math.exp(-(step - num_warm_up) / (num_steps - num_warm_up))"), "wrong", "The descent is an exponential"),
    ("4.4", "def answer(step, num_warm_up, num_steps):\n    return min(1.0, (step + 1) / num_warm_up) * 0.5 * (1 + math.cos(math.pi * max(0, step - num_warm_up) / (num_steps - num_warm_up)))", "wrong", "Without any warm-up you divide by num_warm_up, which is"),
    ("4.4", "def answer(step, num_warm_up, num_steps):\n    rise = (step + 1) / num_warm_up\n    if step < num_warm_up:\n        return rise\n    return 0.5 * (1 + math.cos(math.pi * (step - num_warm_up) / (num_steps - num_warm_up)))", "wrong", "Without any warm-up you divide by num_warm_up, which is"),
    ("4.4", "def answer(step, num_warm_up, num_steps):\n    return 0.5 * (1 + math.cos(math.pi * step / num_steps))", "wrong", "This is the cosine alone, from step 0 on"),
    ("4.4", "def answer(step, num_warm_up, num_steps):\n    return [0.5 * (1 + math.cos(math.pi * i / num_steps)) for i in range(num_steps)]", "wrong", "!list of 50 entries"),
    ("4.4", factor("5 * (step + 1) / 25", condition="step < 5"), "wrong", "The rise fits 5 steps of warm-up only: what"),
    ("4.4", factor(fall="0.5 * (1 + math.cos(math.pi * (num_steps - step) / (num_steps - num_warm_up)))"), "wrong", "After the warm-up the factor starts at 0 and"),
    ("4.4", factor(fall="0.5 * (1 + math.cos(math.pi * (step - num_warm_up) / (num_steps + num_warm_up)))"), "wrong", "The cosine begins where it should, and would not"),
    ("4.4", factor(fall="0.5 * (1 + math.cos(math.pi * num_warm_up / num_steps))"), "wrong", "The rise is fine"),
    ("4.4", factor(fall="math.cos(math.pi * (step - num_warm_up) / (num_steps - num_warm_up)) / 2 + 1"), "wrong", "The rise is fine"),
    ("4.4", factor(fall="(step - num_warm_up) / (num_steps - num_warm_up)"), "wrong", "The rise is fine"),
    ("4.4", factor("(step + 1) * num_warm_up"), "wrong", "During the warm-up the factor goes above 1: by"),
    ("4.4", factor(condition="step < num_steps"), "wrong", "The warm-up takes the steps from 0 to num_warm_up"),
    ("4.4", factor(fall="0.5 * (1 + math.cos(3.14 * (step - num_warm_up) / (num_steps - num_warm_up))) ** 2"), "wrong", "The rise is fine"),
    ("4.4", factor(rise="(step + 2) / num_warm_up"), "wrong", "During the warm-up the factor goes above 1: by"),
    ("4.4", factor(fall="0.0"), "wrong", "The rise is fine"),
    ("4.5", "('lower', 'raise', 'decay', 'tensors', 'state')", "right", ""),
    ("4.5", "['lower', 'raise', 'decay', 'tensors', 'state']", "right", ""),
    ("4.5", "('Lower', 'RAISE', ' decay', 'tensors', 'state ')", "right", ""),
    ("4.5", "...", "open", ""),
    ("4.5", "('raise', 'lower', 'decay', 'tensors', 'state')", "wrong", "whose losses grow"),
    ("4.5", "('decay', 'raise', 'lower', 'tensors', 'state')", "wrong", "from the first step on"),
    ("4.5", "('lower', 'raise', 'decay', 'state', 'tensors')", "wrong", "Which of D and E was interrupted"),
    ("4.5", "('lower', 'raise', 'lower', 'tensors', 'state')", "wrong", "keeps the fast way"),
    ("4.5", "('lower', 'raise', 'decay', 'tensors', 'lower')", "wrong", "slower still"),
    ("4.5", "('decay', 'raise', 'decay', 'tensors', 'state')", "wrong", "how soon does the rate"),
    ("4.5", "('lower', 'decay', 'decay', 'tensors', 'state')", "wrong", "ever shorter steps"),
    ("4.5", "('lower', 'raise', 'decay', 'raise', 'state')", "wrong", "Twice the rate times nothing"),
    ("4.5", "('lower', 'raise', 'tensors', 'decay', 'state')", "wrong", "holds the model's tensors"),
    ("4.5", "('lower', 'raise', 'state', 'tensors', 'decay')", "wrong", "C ran in one piece"),
    ("4.5", "('tensors', 'raise', 'decay', 'lower', 'state')", "wrong", "would the losses change at all"),
    ("4.5", "('lower', 'tensors', 'decay', 'raise', 'state')", "wrong", "B's parameter moves"),
    ("4.5", "('raise', 'lower', 'state', 'tensors', 'decay')", "wrong", "losses of A grow already|whose losses grow|4 of 5|C ran"),
    ("4.5", "'lower'", "wrong", "Five words are asked for"),
    ("4.5", "('lower', 'raise', 'decay')", "wrong", "!Wanted are 5 entries"),
    ("4.5", "('slower', 'raise', 'decay', 'tensors', 'state')", "wrong", "!none of the words on offer"),
    ("4.6", race(), "right", ""),
    ("4.6", race(score="losses = torch.tensor(losses).double(); return math.inf if losses.isnan().any() else losses.mean()"), "right", ""),
    ("4.6", race(score="return sum(math.inf if loss != loss else loss for loss in losses)"), "right", ""),
    ("4.6", race(lr="lrs[int(np.argmin(scores))]"), "right", ""),
    ("4.6", race(better="fresh <= lowest"), "right", ""),
    ("4.6", race(result="list(best)"), "right", ""),
    ("4.6", "def answer(run, rules, lrs, tuning_starts, fresh_starts): ...", "open", ""),
    ("4.6", race(fresh="tuning_starts"), "wrong", "What are `fresh_starts` for"),
    ("4.6", race(tuning="fresh_starts"), "wrong", "fresh no more"),
    ("4.6", race(tuning="fresh_starts", fresh="tuning_starts"), "wrong", "exchanged their starts"),
    ("4.6", race(tuning="tuning_starts + fresh_starts", fresh="tuning_starts + fresh_starts"), "wrong", "All starts are used for both"),
    ("4.6", race(score="return sum(losses) / len(losses)"), "wrong", "Every `<` with nan is False"),
    ("4.6", race(score="kept = [loss for loss in losses if not math.isnan(loss)]; return sum(kept) / len(kept) if kept else math.inf"), "wrong", "an explosion costs nothing"),
    ("4.6", race(score="return np.nanmean(losses)"), "wrong", "an explosion costs nothing"),
    ("4.6", race(score="return math.inf if any(map(math.isnan, losses)) else min(losses)"), "wrong", "lucky start|lowest loss"),
    ("4.6", race(score="return math.inf if any(map(math.isnan, losses)) else max(losses)"), "wrong", "highest loss here"),
    ("4.6", race(score="return float(np.median([math.inf if math.isnan(loss) else loss for loss in losses]))"), "wrong", "median"),
    ("4.6", race(score="return math.inf if any(map(math.isnan, losses)) else float(np.median(losses))"), "wrong", "median"),
    ("4.6", race(score="return losses[0] if losses[0] == losses[0] else math.inf"), "wrong", "Only the first start"),
    ("4.6", race(score="return losses[-1] if losses[-1] == losses[-1] else math.inf"), "wrong", "Only the last start"),
    ("4.6", race(lr="lrs[0]"), "wrong", "at the first rate"),
    ("4.6", race(lr="lrs[-1]"), "wrong", "the last of `lrs`"),
    ("4.6", race(lr="lrs[scores.index(max(scores))]"), "wrong", "highest score"),
    ("4.6", race(lr="min(scores)"), "wrong", "!KeyError"),
    ("4.6", race(lr="min(lrs, key=lambda lr: min(score(run, each, lr, tuning_starts) for each in rules))"), "wrong", "One rule's best rate|at its own"),
    ("4.6", race(lr="min(lrs, key=lambda lr: sum(score(run, each, lr, tuning_starts) for each in rules))"), "wrong", "All rules run at one rate"),
    ("4.6", race(better="True"), "wrong", "last rule wins"),
    ("4.6", race(better="best is None"), "wrong", "first rule wins"),
    ("4.6", race(better="best is None or fresh > lowest"), "wrong", "loser is declared"),
    ("4.6", race(result="best[0]"), "wrong", "winner's rate belongs"),
    ("4.6", race(result="best[1]"), "wrong", "This is the rate"),
    ("4.6", race(result="best[::-1]"), "wrong", "changed places"),
    ("4.6", race(result="(best[0], lowest)"), "wrong", "second entry is the score"),
    ("4.6", race(result="(*best, lowest)"), "wrong", "Three things came back"),
]  # fmt: skip


@pytest.mark.parametrize(("number", "code", "kind", "word"), ANSWERS)
def test_an_answer_gets_its_verdict_and_a_hint(
    number: str, code: str, kind: str, word: str
) -> None:
    assert_told(number, code, kind, word)
