"""How near a text is to each class, by raw cosine: seen from the middle of all, strange texts look like any other."""

import numpy as np
import numpy.typing as npt

from bot.encoder.packed import Floats

NEAREST = 3


def nearest_of_each(cosines: Floats, classes: npt.NDArray[np.int64], count: int) -> Floats:
    """The cosines of each class's three nearest examples, the nearest first: [classes, 3].

    Args:
        cosines: with all examples, which are ordered by class.
        classes: the number of each example's class.
        count: how many classes there are. Where one has fewer than three examples, its last is repeated; 0 where none.
    """
    starts = np.searchsorted(classes, np.arange(count + 1))
    found = np.zeros((count, NEAREST), dtype=np.float32)
    for number in range(count):
        own = np.sort(cosines[starts[number] : starts[number + 1]])[::-1][:NEAREST]
        if len(own):
            found[number] = own[-1]
            found[number, : len(own)] = own
    return found


def nearest_three(cosines: Floats) -> float:
    """The mean of the three largest, of cosines in any shape; 0 where there are none."""
    largest = np.sort(cosines, axis=None)[-NEAREST:]
    return float(largest.mean()) if len(largest) else 0.0
