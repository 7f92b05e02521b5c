"""What goes wrong in exercise 11.5: what is trained, loaded, saved and returned."""

from __future__ import annotations

from typing import Any

from course_utils.exercises import Mistake
from course_utils.exercises.training_code.loops import altered


def _all_anew(done: int, epochs: int) -> range:
    return range(1, epochs + 1)


def _so_many_more(done: int, epochs: int) -> range:
    return range(done + 1, done + epochs + 1)


def _the_last_turn(*given: Any) -> Any:
    def number(done: int, epochs: int) -> int:
        for epoch in range(done + 1, epochs + 1):  # noqa: B007 - its last value is meant
            continue
        return epoch

    return altered(saved=number)(*given)


def _the_whole_of_it(done: int, epochs: int) -> range:
    resumed: Any = (done, None) if done else 0
    return range(resumed + 1, epochs + 1)


MISTAKES = (
    Mistake("as it was given", altered(todo=_all_anew, order=""), given=True),
    Mistake(
        "another order",
        altered(order=""),
        "The epochs are counted well now. But the resumed run sees its batches in another "
        "order. What does the order come from, and is it in the file?",
    ),
    Mistake(
        "a seed in each call",
        altered(order="saved and loaded, then a seed"),
        "The epochs are counted well now. But another order comes after the break: is the "
        "generator set to something after the file was read?",
    ),
    Mistake(
        "the optimizer not loaded",
        altered(parts="model"),
        "The epochs and the order go on, but the parameters end elsewhere. Something else of the "
        "run has a memory: is it read from the file?",
    ),
    Mistake(
        "the model not loaded",
        altered(parts="optimizer"),
        "The epochs and the order go on, but the parameters of the first call are lost. Into which "
        "model is the file read?",
    ),
    Mistake(
        "no file",
        altered(saved=lambda done, epochs: None),
        "The second call knows nothing of the first, and begins anew with its own parameters. Is "
        "a file written, and is it read?",
    ),
    Mistake(
        "saves the last turn",
        _the_last_turn,
        "If all epochs are done already, the loop makes no turn. Which names exist then?",
    ),
    Mistake(
        "saves the number asked for",
        altered(saved=lambda done, epochs: epochs),
        "All is right as long as more epochs are asked for than are done. If fewer are asked for, "
        "the file then names too early an epoch: how many are done?",
    ),
    Mistake(
        "saves what is left to train",
        altered(saved=lambda done, epochs: epochs - done),
        "Resumed once, it is right. The second time it does some epochs again: which number "
        "should the file hold, the epochs of this call or those of the whole run?",
    ),
    Mistake(
        "saves how many it trained now",
        altered(saved=lambda done, epochs: max(epochs - done, 0)),
        "Resumed once, it is right. Later it does some epochs again: the file holds how many "
        "this call has trained. How many are done in the whole run?",
    ),
    Mistake(
        "counts anew",
        altered(todo=_all_anew),
        "The order goes on where it was, but all epochs asked for are trained once more. Which "
        "number says how many are done, and does the file hold it?",
    ),
    Mistake(
        "so many more, and the total saved",
        altered(todo=_so_many_more),
        "As many epochs as are asked for are trained in each call. They are a total: how many of "
        "them are left?",
    ),
    Mistake(
        "skips one after the break",
        altered(todo=lambda done, epochs: range(done + (2 if done else 1), epochs + 1)),
        "After each break one epoch is left out. The file holds how many are done: is 1 added "
        "once too often?",
    ),
    Mistake(
        "saves one too many",
        altered(saved=lambda done, epochs: epochs + 1),
        "After each break one epoch is left out. Is the number in the file that of the last epoch "
        "done, or that of the next one?",
    ),
    Mistake(
        "a loader in place of its generator",
        altered(order="loader saved and loaded"),
        "`generators` is handed the loader. Something inside it draws the order: where is it?",
    ),
    Mistake(
        "a generator without a list",
        altered(order="alone"),
        "There may be several generators, so `generators` wants a list of them, even of one.",
    ),
    Mistake(
        "all that load_checkpoint gives",
        altered(todo=_the_whole_of_it),
        "`load_checkpoint` gives back two things together. Which of them is a number of epochs?",
    ),
    Mistake(
        "so many more, in the old order",
        altered(todo=_so_many_more, order=""),
        "As many epochs as are asked for are added, and the order of the batches begins anew. "
        "Take one after the other: how many epochs are left?",
    ),
    Mistake(
        "numbers that begin at 0",
        altered(todo=range),
        "As many epochs as should be, numbered from 0. The first epoch is epoch 1.",
    ),
    Mistake(
        "the turns of the loop",
        altered(todo=lambda done, epochs: range(epochs - done)),
        "As many epochs as should be. But their numbers begin anew in each call, and at 0: "
        "which epoch of the whole run is the first one after the break?",
    ),
    Mistake(
        "the turns of the loop, from 1",
        altered(todo=lambda done, epochs: range(1, epochs - done + 1)),
        "As many epochs as should be. But their numbers begin at 1 in each call: which epoch of "
        "the whole run is the first one after the break?",
    ),
    Mistake(
        "one too few",
        altered(todo=lambda done, epochs: range(done + 1, epochs)),
        "The last epoch is missing. A range ends before its second number.",
    ),
    Mistake(
        "one too many at the end",
        altered(todo=lambda done, epochs: range(done + 1, epochs + 2)),
        "One epoch more is trained than was asked for. Where does the range end?",
    ),
    Mistake(
        "one too many at the beginning",
        altered(todo=lambda done, epochs: range(done, epochs + 1)),
        "The range begins with an epoch that is done already, or, without a file, with epoch 0. "
        "Which is the first one to do?",
    ),
    Mistake(
        "backwards",
        altered(todo=lambda done, epochs: range(epochs, done, -1)),
        "The numbers run backwards.",
    ),
    Mistake(
        "all epochs so far",
        altered(returned=lambda done, epochs, trained: list(range(1, epochs + 1))),
        "As many epochs are trained as should be. But the list names all epochs so far, and asked "
        "for are those of this call.",
    ),
    Mistake(
        "how many",
        altered(returned=lambda done, epochs, trained: len(trained)),
        "The training is right. This says how many epochs it had; asked for is the list of them.",
    ),
    Mistake(
        "the total",
        altered(returned=lambda done, epochs, trained: epochs),
        "This is the number that was asked for. What should be returned is the list of epochs "
        "trained in this call.",
    ),
    Mistake(
        "nothing returned",
        altered(returned=lambda done, epochs, trained: None),
        "The training is right. What should come back from it?",
    ),
)
