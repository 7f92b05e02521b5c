"""What goes wrong in exercise 11.2: classes, guards and other measures."""

from __future__ import annotations

import math

import numpy as np

from course_utils.exercises import Mistake
from course_utils.exercises.training_code import areas, solutions

MISTAKES = (
    Mistake(
        "scikit-learn's function as it is",
        areas.area,
        "With two classes this is right. With three, what does scikit-learn ask for by name?",
    ),
    Mistake(
        "no look at a single class",
        lambda y, s: areas.area(y, s, multi_class="ovr"),
        "The areas are right. If all examples are of one class, scikit-learn is called and "
        "complains. Look at the labels first.",
    ),
    Mistake(
        "a guard for a single class alone",
        areas.guarded_for_one,
        "A single class is seen. But two of three classes still reach scikit-learn, which refuses "
        "them. How many classes should occur, and how many do?",
    ),
    Mistake(
        "the number of classes from the last axis",
        lambda y, s: math.nan if len(set(y)) < s.shape[-1] else solutions.auc(y, s),
        "With two classes nan comes, where there is an area. `y_score` has one axis then: what "
        "does its length count?",
    ),
    Mistake(
        "no thought of three classes",
        areas.guarded,
        "Two classes and a single one are right. With scores of shape (N, C) scikit-learn "
        "wants to be told how to compare the classes.",
    ),
    Mistake(
        "one class against one",
        lambda y, s: areas.guarded(y, s, multi_class="ovo"),
        "With three classes this compares them two by two. The exercise asks for each class "
        "against the rest.",
    ),
    Mistake(
        "weighted by frequency",
        lambda y, s: areas.guarded(y, s, multi_class="ovr", average="weighted"),
        "Here a frequent class counts more. The exercise asks for the mean over classes.",
    ),
    Mistake(
        "decisions in place of scores",
        areas.decided,
        "The scores were turned into decisions before they were judged, and the order within "
        "each decision is lost. What does AUC need (notebook 08)?",
    ),
    Mistake(
        "decisions for two classes",
        areas.decided_in_two,
        "With two classes the scores were rounded or compared with 0.5, and the order among "
        "them is lost. What does AUC need (notebook 08)?",
    ),
    Mistake(
        "decisions for three classes",
        lambda y, s: areas.columns(y, s, lambda p: np.eye(p.shape[1])[p.argmax(axis=1)]),
        "With three classes only the largest probability of each example is used. What is "
        "lost with the others?",
    ),
    Mistake(
        "tried, and the error caught",
        areas.tried,
        "For a single class of two scikit-learn raises no exception: it warns, and gives nan. "
        "Look at the labels before it is called.",
    ),
    Mistake(
        "a guard for class 0 alone",
        lambda y, s: math.nan if y.sum() == 0 else areas.area(y, s, multi_class="ovr"),
        "If all examples are of class 0 this holds. They may also all be of another class.",
    ),
    Mistake(
        "a guard for class 1 alone",
        lambda y, s: math.nan if y.all() and y.max() < 2 else areas.area(y, s, multi_class="ovr"),
        "If all examples are of class 1 this holds. They may also all be of another class.",
    ),
    Mistake(
        "a guard for classes 0 and 1",
        lambda y, s: math.nan if y.mean() in (0, 1) else areas.area(y, s, multi_class="ovr"),
        "All of class 0, all of class 1: both are seen. Which other classes may be alone?",
    ),
    Mistake(
        "a guard for all that is not 0",
        lambda y, s: math.nan if y.all() else areas.area(y, s, multi_class="ovr"),
        "Labels without a 0 are seen. And if there is nothing but 0?",
    ),
    Mistake(
        "two classes and no others",
        lambda y, s: areas.area(y, s, multi_class="ovr") if len(set(y)) == 2 else math.nan,
        "nan also comes where there are three classes. For how many classes is it meant?",
    ),
    Mistake(
        "nan for two classes",
        lambda y, s: math.nan if len(set(y)) == 2 else areas.area(y, s, multi_class="ovr"),
        "nan comes for two classes, where there is an area. How many classes are too few?",
    ),
    Mistake(
        "compares the labels without all",
        lambda y, s: math.nan if y == y[0] else solutions.auc(y, s),
        "A comparison of an array gives one truth value for each entry. Which single question "
        "about all of them should `if` decide?",
    ),
    Mistake(
        "a number for a single class",
        lambda y, s: areas.or_else(y, s, 0.5),
        "The areas are right. If a class is missing there is nothing to compare: any number "
        "would claim to know something about the model.",
    ),
    Mistake(
        "a text for a single class",
        lambda y, s: areas.or_else(y, s, "nan"),
        "The areas are right. For a missing class a text comes back, and a loop that wants to "
        "draw it needs a float.",
    ),
    Mistake(
        "None for a single class",
        lambda y, s: areas.or_else(y, s, None),
        "The areas are right. For a missing class nothing is returned: what stands for a number "
        "that does not exist?",
    ),
    Mistake(
        "one column of three",
        lambda y, s: areas.columns(y, s, lambda p: p[:, 1]),
        "With three classes scikit-learn gets a single number for each example. Does it not "
        "need the probability of each class?",
    ),
    Mistake(
        "all in one heap",
        lambda y, s: areas.guarded(y, s, multi_class="ovr", average="micro"),
        "All entries of the table are thrown into one heap here. The exercise asks for one "
        "area for each class, and their mean.",
    ),
    Mistake(
        "the wrong way round, everywhere",
        lambda y, s: 1 - solutions.auc(y, s),
        "This is 1 minus what is asked for. Is the comparison the right way round?",
    ),
    Mistake(
        "never below one half",
        lambda y, s: max(solutions.auc(y, s), 1 - solutions.auc(y, s)),
        "A model that orders the wrong way has an area below one half, and this should be "
        "seen. What happens to small areas here?",
    ),
    Mistake(
        "from −1 to 1",
        lambda y, s: 2 * solutions.auc(y, s) - 1,
        "This measure is 0 for guessing and 1 for a perfect order. What is the area under the "
        "curve of a model that guesses?",
    ),
    Mistake(
        "labels and scores change places",
        lambda y, s: math.nan if areas.lacks_one(y, s) else areas.area(s, y, multi_class="ovr"),
        "scikit-learn looks for labels and finds decimals. In which order does it want the two?",
    ),
    Mistake(
        "accuracy",
        areas.accuracy,
        "This is an accuracy: decisions are counted. What does AUC look at, decisions or the "
        "order of the scores?",
    ),
    Mistake(
        "average precision",
        areas.precision,
        "This is the area under another curve, that of precision against recall. Which curve "
        "does ROC stand for?",
    ),
    Mistake(
        "the wrong way round",
        lambda y, s: solutions.auc(y, -s) if s.ndim == 1 else solutions.auc(y, s),
        "With two classes it is 1 minus the right answer. Should class 1 have the larger "
        "scores or the smaller ones?",
    ),
)
