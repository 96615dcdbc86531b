"""The figures that are easier to see than to read, as PNG files."""

from collections.abc import Sequence
from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from bench.evaluation.areas import Areas
from bench.evaluation.calibration import bins
from bench.evaluation.curve import every_point, points
from bench.evaluation.understanding import Understanding

_DOTS = 150  # per inch
_MARKED = (0.5, 0.65, 0.8)  # thresholds that the curve names
_PAIRS = 20
_DARK = 0.5  # share from which a cell's figure is written in white


def draw(folder: Path, ours: Understanding, others: Sequence[Understanding] = ()) -> list[Path]:
    """Draw all pictures.

    Args:
        folder: where to; made where it is missing.
        ours: what Lyhty understood.
        others: other ways of understanding, for the pictures that compare.

    Returns:
        The files.
    """
    folder.mkdir(parents=True, exist_ok=True)
    drawn = {
        "coverage-error.png": coverage_and_error([ours, *others]),
        "calibration.png": calibration(ours),
        "confusion.png": confusion(ours),
    }
    for name, figure in drawn.items():
        figure.savefig(folder / name, dpi=_DOTS)
    return [folder / name for name in drawn]


def coverage_and_error(ways: Sequence[Understanding]) -> Figure:
    """The share answered wrong by the share answered at once: a line for each way, and for the first its thresholds."""
    figure = Figure(figsize=(7, 5), layout="constrained")
    axes = figure.subplots()
    for way in ways:
        found = every_point(way)
        axes.plot([one.answered.value for one in found], [one.wrong_of_all.value for one in found], label=way.name)
    for one in points(ways[0], _MARKED):
        at = (one.answered.value, one.wrong_of_all.value)
        axes.plot(*at, "ko", markersize=4)
        axes.annotate(f"≥ {one.threshold:g}", at, textcoords="offset points", xytext=(4, -10), fontsize=8)
    axes.set(xlabel="questions answered at once", ylabel="answered wrong, of these and of what is out of scope")
    axes.set(xlim=(0, 1), ylim=(0, None))
    axes.grid(visible=True, alpha=0.3)
    axes.legend()
    return figure


def calibration(way: Understanding) -> Figure:
    """Right first thoughts by their stated confidence, with intervals, and below them how many lines there are."""
    figure = Figure(figsize=(6, 6.5), layout="constrained")
    above, below = figure.subplots(2, 1, sharex=True, height_ratios=(3, 1))
    found = [one for one in bins(way.lines()) if one.right.of]
    stated, right = [one.stated for one in found], [one.right.value for one in found]
    bars = [[abs(one.right.value - one.right.interval[end]) for one in found] for end in (0, 1)]
    above.plot([0, 1], [0, 1], "--", color="grey", label="as stated")
    above.errorbar(stated, right, yerr=bars, fmt="o-", capsize=3, label=way.name)
    above.set(xlim=(0, 1), ylim=(0, 1), ylabel="right")
    above.legend()
    below.bar([one.low for one in found], [one.right.of for one in found], width=0.1, align="edge", edgecolor="white")
    for one in found:
        below.annotate(
            str(one.right.of), ((one.low + one.high) / 2, one.right.of), ha="center", va="bottom", fontsize=8
        )
    below.set(xlabel="stated confidence", ylabel="lines")
    below.margins(y=0.2)
    return figure


def confusion(way: Understanding) -> Figure:
    """Areas asked for and areas got, and the topics that are taken for others most often."""
    found = Areas.of(way.questions)
    height = max(5.0, 0.45 * len(found.asked) + 2)
    figure = Figure(figsize=(9 + 0.45 * len(found.got), height), layout="constrained")
    matrix, pairs = figure.subplots(1, 2, width_ratios=(3, 2))
    _matrix(matrix, found)
    _pairs(pairs, way)
    return figure


def _matrix(axes: Axes, found: Areas) -> None:
    axes.set(title="area asked for (down), and got (across)")
    axes.set_xticks(range(len(found.got)), found.got, rotation=60, ha="right")
    axes.set_yticks(range(len(found.asked)), [f"{area} ({found.total(area)})" for area in found.asked])
    if not found.asked:
        return
    shares = found.shares()
    axes.imshow(shares, cmap="Blues", vmin=0, vmax=1, aspect="auto")
    for down, area in enumerate(found.asked):
        for across, got in enumerate(found.got):
            if count := found.counts[area, got]:
                color = "white" if shares[down][across] > _DARK else "black"
                axes.text(across, down, str(count), ha="center", va="center", fontsize=8, color=color)


def _pairs(axes: Axes, way: Understanding) -> None:
    worst = way.confusions(_PAIRS)[::-1]  # the first bar is drawn lowest
    axes.barh([f"{one.asked} → {one.got}" for one in worst], [one.times for one in worst])
    axes.set(title="topics asked for → what was got", xlabel="times")
    axes.tick_params(axis="y", labelsize=7)
