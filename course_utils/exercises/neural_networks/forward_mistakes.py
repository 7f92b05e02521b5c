"""What goes wrong in exercise 6.2 of notebook 06, and what to ask then."""

from __future__ import annotations

import math

import torch
from torch import nn

from course_utils.exercises import Mistake
from course_utils.exercises.neural_networks.forward_properties import PROPERTIES
from course_utils.exercises.neural_networks.forward_slips import (
    bias_behind,
    cut,
    given,
    mended,
    network,
    not_turned,
    reads_the_features,
    reads_the_first,
    same,
    tanh,
    twice,
    with_param,
)

MISTAKES = (
    Mistake("as it was given", given, given=True),
    Mistake(
        "tanh behind the last layer too",
        network(tanh, tanh, tanh),
        "Both hidden layers are right. The outputs are now locked between −1 and 1: what "
        "stands behind the last layer?",
    ),
    Mistake(
        "the second layer forgets",
        network(tanh, same, same),
        "The first hidden layer is right now. What has become of the tanh behind the second?",
    ),
    Mistake(
        "behind the first and the last",
        network(tanh, same, tanh),
        "The first hidden layer is right. A tanh stands behind the last layer, and none behind "
        "the second: where does it belong?",
    ),
    Mistake(
        "behind the second and the last",
        network(same, tanh, tanh),
        "There are two tanh, but one of them stands behind the last layer, and the first layer "
        "still has none.",
    ),
    Mistake(
        "behind the last alone",
        network(same, same, tanh),
        "The only tanh stands behind the last layer, and the hidden layers have none.",
    ),
    Mistake(
        "tanh twice",
        network(tanh, twice, same),
        "The second layer goes through tanh twice. How often does each hidden layer need it?",
    ),
    Mistake(
        "tanh twice behind the first",
        network(twice, tanh, same),
        "The first layer goes through tanh twice. How often does each hidden layer need it?",
    ),
    Mistake(
        "tanh twice behind both",
        network(twice, twice, same),
        "Both layers go through tanh twice. How often does each hidden layer need it?",
    ),
    Mistake(
        "both behind the second",
        network(same, twice, same),
        "The second layer goes through tanh twice, and the first still through none.",
    ),
    Mistake(
        "tanh of the features",
        lambda X, params: given(tanh(X), params),
        "Here tanh bends the features before any layer has seen them, and behind the first "
        "layer there is still nothing.",
    ),
    Mistake(
        "tanh of the features too",
        lambda X, params: mended(tanh(X), params),
        "The layers are right. But tanh bends the features, too, before any layer has seen them.",
    ),
    Mistake(
        "the bias behind tanh",
        bias_behind(0),
        "The first layer has its tanh, but the bias comes only after it. What does a unit "
        "send through its activation?",
    ),
    Mistake(
        "the second bias behind tanh",
        bias_behind(1),
        "In the second layer the bias comes only after tanh. What does a unit send through its "
        "activation?",
    ),
    Mistake(
        "both biases behind tanh",
        bias_behind(0, 1),
        "In both layers the bias comes only after tanh. What does a unit send through its "
        "activation?",
    ),
    Mistake(
        "no first bias", with_param(1, torch.zeros_like), "The bias of the first layer is missing."
    ),
    Mistake(
        "no second bias", with_param(3, torch.zeros_like), "The second layer's bias is missing."
    ),
    Mistake("no last bias", with_param(5, torch.zeros_like), "W3 is there; where is b3?"),
    Mistake(
        "another activation",
        network(torch.relu, tanh, same),
        "The first layer has an activation now, and another one than the second. Which was "
        "asked for?",
    ),
    Mistake(
        "ReLU behind the second",
        network(tanh, torch.relu, same),
        "The first layer is right. The second has ReLU now: which activation was asked for?",
    ),
    Mistake(
        "ReLU behind both",
        network(torch.relu, torch.relu, same),
        "Both layers have an activation, but ReLU in place of the one that was asked for.",
    ),
    Mistake(
        "the sigmoid",
        network(torch.sigmoid, tanh, same),
        "The first layer goes through a sigmoid. Which activation was asked for?",
    ),
    Mistake(
        "sigmoids",
        network(torch.sigmoid, torch.sigmoid, same),
        "Both layers go through a sigmoid. Which activation was asked for?",
    ),
    Mistake(
        "tan",
        network(torch.tan, tanh, same),
        "`tan` is the tangent of an angle. Which letter makes it the activation?",
    ),
    Mistake(
        "atanh",
        network(torch.atanh, tanh, same),
        "`atanh` is the inverse of tanh: it leads from the activation back.",
    ),
    Mistake(
        "the slope",
        network(lambda H: 1 - tanh(H) ** 2, tanh, same),
        "This is the slope of tanh behind the first layer, and not tanh itself.",
    ),
    Mistake(
        "all forget",
        network(same, same, same),
        "Now no layer bends anything, and the whole network is one linear layer.",
    ),
    Mistake(
        "the last layer reads the first",
        reads_the_first,
        "The last layer reads the first hidden layer, and the second has no effect.",
    ),
    Mistake(
        "the second layer reads the features",
        reads_the_features,
        "The second layer reads the features, and the first has no effect.",
    ),
    Mistake(
        "a weight not turned",
        not_turned,
        "The second weight has lost its `.T`: in which order does `nn.Linear` keep it?",
    ),
    Mistake(
        "cut off from the front",
        network(cut, cut, same),
        "The outputs are right. On the way back, the gradient does not reach all six parameters: "
        "where is the way cut?",
    ),
    Mistake(
        "cut off from all",
        lambda X, params: mended(X, params).detach(),
        "The outputs are right. They are cut off from all parameters: no gradient comes back.",
    ),
    Mistake(
        "a module in place of its output",
        network(lambda H: nn.Tanh(H), tanh, same),
        "`nn.Tanh` makes a layer and takes nothing. What is it that takes the tensor?",
    ),
    Mistake(
        "tanh of one number",
        network(lambda H: math.tanh(H.detach()), tanh, same),
        "`math.tanh` takes one number. Which tanh takes a tensor?",
    ),
    *PROPERTIES,
)
