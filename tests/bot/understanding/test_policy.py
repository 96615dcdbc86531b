import pytest

from bot.understanding.policy import Policy

POLICY = Policy(answer=0.7, other=0.4, scope=0.3, refuse=0.8)


@pytest.mark.parametrize(
    ("best", "right", "in_scope", "chosen"),
    [
        ("safety.threats", 0.9, 0.95, "safety.threats"),
        ("safety.threats", 0.7, 0.7, "safety.threats"),
        ("safety.threats", 0.69, 0.95, "unsure"),
        ("safety.threats", 0.1, 0.3, "unsure"),
        ("safety.threats", 0.29, 0.29, "out_of_scope"),
        ("small_talk.thanks", 0.5, 0.9, "small_talk.thanks"),
        ("command.delete", 0.4, 0.9, "command.delete"),
        ("command.delete", 0.39, 0.9, "unsure"),
        ("refused.harm", 0.8, 0.9, "refused.harm"),
        ("refused.harm", 0.79, 0.9, "unsure"),
        ("small_talk.thanks", 0.2, 0.2, "out_of_scope"),
    ],
)
def test_each_threshold(best: str, right: float, in_scope: float, chosen: str) -> None:
    assert POLICY.choose(best, right, in_scope) == chosen


def test_a_wrong_answer_weighs_more_than_a_question_back() -> None:
    assert Policy().answer > 0.5 > Policy().other
