"""The log tells when a part goes and when it comes back, not how often somebody wrote meanwhile."""

import io

from api.availability import Availability


def test_only_changes_are_told(log: io.StringIO) -> None:
    rasa = Availability("bot_client", "rasa")
    for _ in range(3):
        rasa.seen_up()
    assert log.getvalue() == ""
    for _ in range(3):
        rasa.seen_down(TimeoutError("planted-word"))
    for _ in range(3):
        rasa.seen_up()
    told = [line.split(" ", 5)[5] for line in log.getvalue().splitlines()]
    assert told == ["dependency_lost part=rasa error=timeouterror", "dependency_back part=rasa"]
