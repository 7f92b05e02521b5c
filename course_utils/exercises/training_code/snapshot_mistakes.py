"""What goes wrong in exercise 11.3: epochs, names, contents, and what the hook says."""

from __future__ import annotations

import copy
from pathlib import Path

import torch
from torch import nn

from course_utils.exercises import Mistake
from course_utils.exercises.training_code.hooks import Hook, altered, at, named


def _states_of_the_start(model: nn.Module, folder: Path, every: int) -> Hook:
    states = copy.deepcopy(model.state_dict())
    return altered(contents=lambda _: states)(model, folder, every)


def _saves_once(model: nn.Module, folder: Path, every: int) -> None:
    torch.save(model.state_dict(), folder / f"epoch_{every:03d}.pt")


MISTAKES = (
    Mistake(
        "no hook",
        _saves_once,
        "`snapshots` gives nothing back, and `train` needs something to call after each epoch. "
        "What should be returned?",
    ),
    Mistake(
        "the remainder as a truth value",
        at(lambda epoch, every: epoch % every != 0),
        "Files come in exactly those epochs in which none should. When is a remainder true for "
        "`if`, when it is 0 or when it is not?",
    ),
    Mistake(
        "in all epochs",
        at(lambda epoch, every: True),
        "A file in each epoch: `every` has no effect.",
    ),
    Mistake(
        "begins with epoch 1",
        at(lambda epoch, every: epoch % every == 1),
        "The first snapshot comes in epoch 1. For which epochs is the remainder of a division "
        "by `every` zero?",
    ),
    Mistake(
        "begins with epoch 1, also if every is 1",
        at(lambda epoch, every: (epoch - 1) % every == 0),
        "The snapshots come an epoch too late, beginning with epoch 1. From which number does "
        "`epoch` count?",
    ),
    Mistake(
        "an epoch too early",
        at(lambda epoch, every: (epoch + 1) % every == 0),
        "The snapshots come an epoch too early. From which number does `epoch` count?",
    ),
    Mistake(
        "the first epoch too",
        at(lambda epoch, every: epoch % every == 0 or epoch == 1),
        "The right epochs are among them, and the first one too. Was it asked for?",
    ),
    Mistake(
        "from then on",
        at(lambda epoch, every: epoch >= every),
        "From epoch `every` on, each epoch leaves a file. Which of these are meant?",
    ),
    Mistake(
        "before the first one",
        at(lambda epoch, every: epoch // every == 0),
        "The files come before epoch `every`. `//` counts how often a number fits: what tells you "
        "whether something is left over?",
    ),
    Mistake(
        "divides the other way round",
        at(lambda epoch, every: every % epoch == 0),
        "The epochs are those that divide `every`, and not those that `every` divides. Which of "
        "the two numbers stands first?",
    ),
    Mistake(
        "never",
        at(lambda epoch, every: False),
        "No file is found in `folder`. Is something saved at all, and is the place made of "
        "`folder` and the name?",
    ),
    Mistake(
        "some epochs too many",
        at(lambda epoch, every: epoch % every == 0 or epoch % 5 == 1),
        "The right epochs are among those in which a file comes, and others too. What should "
        "happen in these?",
    ),
    Mistake(
        "some epochs only",
        at(lambda epoch, every: epoch % (2 * every) == 0),
        "A file comes in some of the right epochs, and not in all of them. Which numbers "
        "does `every` divide?",
    ),
    Mistake(
        "a number of its own in place of every",
        at(lambda epoch, every: epoch % 5 == 0),
        "The epochs in which a file comes do not depend on `every`. Does a number stand there?",
    ),
    Mistake(
        "in other epochs",
        at(lambda epoch, every: epoch % (every + 1) == 0),
        "Files come, but not in the epochs every, 2 · every, 3 · every. Try it on paper with "
        "every = 3: which of the epochs 1 to 8?",
    ),
    Mistake(
        "one name for all",
        named("epoch.pt"),
        "Each snapshot overwrites the one before. What should differ from file to file?",
    ),
    Mistake(
        "every in the name",
        altered(name=lambda epoch, every: f"epoch_{every:03d}.pt"),
        "The same number in all names, so each snapshot overwrites the one before. Which number "
        "changes from file to file?",
    ),
    Mistake(
        "nothing filled in",
        named("epoch_{{epoch:03d}}.pt"),
        "The name is taken letter by letter, braces and all. What has to stand before the quotes?",
    ),
    Mistake(
        "blanks in the name",
        named("epoch_{:3d}.pt"),
        "Blanks fill the name up to three places. What should fill them?",
    ),
    Mistake(
        "zeros of its own",
        named("epoch_00{}.pt"),
        "The zeros stand there whatever the epoch is. How many digits has epoch 50 then?",
    ),
    Mistake(
        "no zeros in the name",
        named("epoch_{}.pt"),
        "The epochs are right, the names are not: three digits each, so that files sort in the "
        "order of time.",
    ),
    Mistake(
        "no end",
        named("epoch_{:03d}"),
        "The names lack their end. Which letters say what kind of file it is?",
    ),
    Mistake(
        "another form",
        named("epoch{:03d}.pt"),
        "The names are not built like the two in the exercise. Compare letter by letter.",
    ),
    Mistake(
        "the next epoch in the name",
        named("epoch_{:03d}.pt", step=1),
        "The name has the number of a neighbouring epoch. From which number does row['epoch'] "
        "count?",
    ),
    Mistake(
        "a number of its own",
        altered(name=lambda epoch, every: f"epoch_{epoch // every:03d}.pt"),
        "The number in the name is not the epoch. Are the snapshots numbered here, one after the "
        "other?",
    ),
    Mistake(
        "ends the training",
        altered(result=True),
        "The files are right, but the training ends early. What does a hook say by returning "
        "something true?",
    ),
    Mistake(
        "the whole model",
        altered(contents=lambda model: model),
        "The file holds a Python object, such as a model or a method, which cannot be loaded with "
        "weights_only=True. What holds the tensors alone?",
    ),
    Mistake(
        "a dictionary around it",
        altered(contents=lambda model: {"model": model.state_dict()}),
        "There is something around the parameters. The file should hold the state_dict itself.",
    ),
    Mistake(
        "a dictionary of other things",
        altered(contents=lambda model: {"epoch": 1}),
        "The file holds a dictionary, but the parameters are not in it under their names.",
    ),
    Mistake(
        "tensors without their names",
        altered(contents=lambda model: list(model.state_dict().values())),
        "What is in the file has lost the names of the parameters. Which method of the model gives "
        "tensors with their names?",
    ),
    Mistake(
        "the start, again and again",
        _states_of_the_start,
        "The files hold parameters of another time than their epoch. When is the copy made, "
        "once or in each call?",
    ),
)
