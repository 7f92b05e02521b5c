"""What goes wrong in exercise 18.4: start, biases, bends, sizes and the generator."""

from __future__ import annotations

import math

from torch import nn

from course_utils.exercises import Mistake
from course_utils.exercises.depth_and_width import deep_networks as its
from course_utils.exercises.depth_and_width.deep_networks import altered, evenly, left_alone

MISTAKES = (
    Mistake("the code that is given", its.given_out, given=True),
    Mistake(
        "PyTorch's start",
        altered(start=left_alone, bias=None),
        "The shapes are right, the start is PyTorch's. Which start is asked for?",
    ),
    Mistake(
        "weights as they were",
        altered(start=left_alone),
        "The weights still have PyTorch's start, or one that looks at the inputs alone. Whose "
        "generator draws them, and up to which bound?",
    ),
    Mistake(
        "biases as they were",
        altered(bias=None),
        "The weights are right. And the biases?",
    ),
    Mistake(
        "no biases",
        its.without_biases,
        "The layers have no biases. They should be there, with a certain value.",
    ),
    Mistake(
        "no negative weight",
        evenly(lambda num_in, num_out: math.sqrt(6 / (num_in + num_out)), low=0.0),
        "All weights of a layer have one sign. `rand` draws from 0 to 1: how do these become "
        "numbers between minus and plus the bound?",
    ),
    Mistake(
        "weights of 0",
        evenly(lambda num_in, num_out: 0.0),
        "All weights are 0, so all units of a layer do the same, and go on doing so.",
    ),
    Mistake(
        "half the bound",
        evenly(lambda num_in, num_out: 0.5 * math.sqrt(6 / (num_in + num_out))),
        "The weights reach half as far as they should. How long is the way from minus to plus the "
        "bound, and how far does `rand` go?",
    ),
    Mistake(
        "the standard deviation for the bound",
        evenly(lambda num_in, num_out: math.sqrt(2 / (num_in + num_out))),
        "The weights do not reach the bound. Is this the standard deviation that Xavier asks for, "
        "used as a bound?",
    ),
    Mistake(
        "a gain for tanh",
        evenly(lambda num_in, num_out: 5 / 3 * math.sqrt(6 / (num_in + num_out))),
        "Xavier's start, times a gain. The bound that the exercise gives has none.",
    ),
    Mistake(
        "a gain for ReLU",
        evenly(lambda num_in, num_out: math.sqrt(12 / (num_in + num_out))),
        "The weights reach further than the bound, by one factor in all layers. Is there a gain, "
        "or another number under the root?",
    ),
    Mistake(
        "a gain of 2",
        evenly(lambda num_in, num_out: 2 * math.sqrt(6 / (num_in + num_out))),
        "The weights reach twice as far as the bound. Is a factor 2 one too many?",
    ),
    Mistake(
        "no root",
        evenly(lambda num_in, num_out: 6 / (num_in + num_out)),
        "The weights do not reach as far as the bound, by one factor in all layers or more. "
        "What stands under the root, and is there one?",
    ),
    Mistake(
        "far too large",
        evenly(lambda num_in, num_out: 3 * math.sqrt(6 / (num_in + num_out))),
        "The weights reach further than the bound. What stands under the root?",
    ),
    Mistake(
        "He's start",
        evenly(lambda num_in, num_out: math.sqrt(6 / num_in)),
        "The bound is not that of each layer: inputs and outputs of that layer count, both. Is it "
        "He's, made for ReLU, or one number for all layers?",
    ),
    Mistake(
        "a bell curve",
        altered(start=nn.init.xavier_normal_),
        "The spread is right, but some weights are beyond the bound. Which shape should the "
        "draw have, a bell or a box?",
    ),
    Mistake(
        "another bell curve",
        altered(start=nn.init.kaiming_normal_),
        "The weights are not evenly spread between minus and plus the bound. From which "
        "distribution are they drawn?",
    ),
    Mistake(
        "tanh at the end",
        altered(end=lambda layers: nn.Sequential(*layers)),
        "The outputs are squeezed between −1 and 1. Logits may be any number.",
    ),
    Mistake(
        "a softmax at the end",
        altered(end=lambda layers: nn.Sequential(*layers[:-1], nn.Softmax(dim=1))),
        "The outputs are probabilities. The loss wants logits: what makes probabilities of them "
        "already?",
    ),
    Mistake(
        "no bend",
        altered(bend=nn.Identity),
        "Nothing bends between the layers, so the whole network is a single linear layer.",
    ),
    Mistake(
        "ReLU",
        altered(bend=nn.ReLU),
        "All in place but the bend between the layers: here it is ReLU. Which one is asked for?",
    ),
    Mistake(
        "sigmoid",
        altered(bend=nn.Sigmoid),
        "All in place but the bend between the layers: here it is the sigmoid, whose values are "
        "all positive. Which one is asked for?",
    ),
    Mistake(
        "another bend",
        altered(bend=nn.SiLU),
        "The network does not compute what its layers with tanh after each hidden one compute. "
        "What comes after each of them?",
    ),
    Mistake(
        "layers that are not joined",
        altered(end=lambda layers: nn.ModuleList(layers[:-1])),
        "A ModuleList only holds the layers. Which container also calls one after the other?",
    ),
    Mistake(
        "not from the generator",
        its.without_the_generator,
        "Sizes and shapes are right, but the same seed gives other weights. Who draws them?",
    ),
    Mistake(
        "a seed of its own",
        its.with_a_seed_of_its_own,
        "The weights are the same whatever the generator is. Who draws them?",
    ),
    Mistake(
        "the seed in each layer",
        its.with_the_seed_in_each_layer,
        "Layers of one shape have the same weights, from whichever seed. Does the generator begin "
        "anew for each layer?",
    ),
    Mistake(
        "the seed of the generator in each layer",
        its.with_its_seed_in_each_layer,
        "Layers of one shape have the same weights. Is a seed set again for each layer?",
    ),
    Mistake(
        "the seed again",
        its.with_the_seed_again,
        "Two networks from one generator are the same. Is its seed used again, while the generator "
        "itself does not move on?",
    ),
)
