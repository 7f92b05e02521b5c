"""Every data set of the course as tensors, with units and sources; small ones need no network.

- `thermometer()`: eleven readings of an instrument without a unit, and the temperatures
- `wavy_line(…)`, `wide_line(…)`: targets on a wave with noise; 200 features that each say little
- `moons(…)`, `circles(…)`: two classes in the plane
- `digits()`, `breast_cancer()`: scikit-learn's images of 8 × 8, and its tumours
- `images(name)`: digits or Fashion-MNIST, in a training and a test part
- `fashion_mnist()`: downloaded once and verified; `UnavailableError` says why that failed
- `split(…)`: two parts of a data set, by a permutation
- `Stream`, `Delayed`: datasets for a DataLoader, one without a length and one that is slow
- `Thermometer`, `Examples`, `Images`: the named tuples that these return
"""

from course_utils.data.fashion import Images, UnavailableError, fashion_mnist
from course_utils.data.image_sets import images
from course_utils.data.streams import Delayed, Stream
from course_utils.data.tables import (
    Examples,
    Thermometer,
    breast_cancer,
    circles,
    digits,
    moons,
    split,
    thermometer,
    wavy_line,
    wide_line,
)

__all__ = [
    "Delayed",
    "Examples",
    "Images",
    "Stream",
    "Thermometer",
    "UnavailableError",
    "breast_cancer",
    "circles",
    "digits",
    "fashion_mnist",
    "images",
    "moons",
    "split",
    "thermometer",
    "wavy_line",
    "wide_line",
]
