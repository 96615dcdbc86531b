"""Danger is found where it is, of the right kind, and idioms are left alone."""

from collections import Counter

import pytest

from api.visitor.danger import KINDS, find_danger
from tests.api.visitor.danger.lines import Line, lines

_MOST_LOST = 0.1  # share of the less plain situations


@pytest.mark.parametrize("line", lines("explicit"), ids=lambda line: line.text)
def test_finds_every_explicit_danger(line: Line) -> None:
    danger = find_danger(line.text)
    assert danger is not None
    assert line.danger in danger.kinds


def test_the_explicit_list_is_large_and_has_every_kind_in_both_languages() -> None:
    counts = Counter((line.lang, line.danger) for line in lines("explicit"))
    assert counts.total() >= 80
    assert set(counts) == {(language, kind) for language in ("fi", "en") for kind in KINDS}


def test_shows_the_right_card_for_nearly_all_of_them() -> None:
    explicit = lines("explicit")
    right = [line for line in explicit if (danger := find_danger(line.text)) and danger.kind == line.danger]
    assert len(right) >= 0.95 * len(explicit)


@pytest.mark.parametrize("line", lines("idioms"), ids=lambda line: line.text)
def test_leaves_idioms_stories_and_old_events_alone(line: Line) -> None:
    assert find_danger(line.text) is None


def test_the_list_of_idioms_is_large() -> None:
    assert Counter(line.lang for line in lines("idioms")).total() >= 80
    assert min(Counter(line.lang for line in lines("idioms")).values()) >= 40


@pytest.mark.parametrize("line", lines("emergency_phrases"), ids=lambda line: line.text)
def test_knows_the_plainest_cries_for_help_in_other_languages(line: Line) -> None:
    danger = find_danger(line.text)
    assert danger is not None
    assert danger.kind == line.danger


@pytest.mark.parametrize("kind", KINDS)
def test_has_not_lost_less_plain_situations(kind: str) -> None:
    of_kind = [line for line in lines("situations") if line.danger == kind]
    lost = [line.text for line in of_kind if find_danger(line.text) is None]
    assert len(lost) <= _MOST_LOST * len(of_kind)


@pytest.mark.parametrize("line", lines("worries"), ids=lambda line: line.text)
def test_leaves_worries_that_are_no_danger_to_the_answers(line: Line) -> None:
    assert find_danger(line.text) is None
