"""An editor's change is live at once; an editor's mistake never is."""

import pytest

from content.library import ContentInvalid, LiveLibrary
from content.problems import Problem
from tests.content.small_folder import TOPIC, SmallFolder

FILE = f"en/{TOPIC}.md"
OLD = "You can ask for advice without a name."
NEW = "You can ask without giving a name."


@pytest.fixture
def live(folder: SmallFolder) -> LiveLibrary:
    return LiveLibrary(folder.path)


def body(live: LiveLibrary) -> str:
    return live.current.topic(TOPIC, "en").body


def test_a_change_is_live_after_a_reload(folder: SmallFolder, live: LiveLibrary) -> None:
    folder.change(FILE, OLD, NEW)
    assert OLD in body(live)
    assert not errors(live.reload())
    assert NEW in body(live)


def errors(problems: list[Problem]) -> list[Problem]:
    return [problem for problem in problems if problem.is_error]


BREAKAGES = {
    "no YAML": ("title: en reflection-period", 'title: "never closed'),
    "a field of the wrong kind": ("status: draft", "status: done"),
    "a missing service": ("[emergency, riku]", "[emergency, rikuu]"),
    "a number by hand": (OLD, "Call 116 006."),
    "a red line": (OLD, "You cannot be deported."),
    "no heading": ("## More\n", ""),
    "a placeholder to nowhere": ("{phone:riku}", "{phone:nobody}"),
    "a brace that is not closed": ("{phone:riku}", "{phone:riku"),
    "a shared text to nowhere": ("- Call {phone:riku}.", "- {text:nothing}"),
    "a sentence of thirty words": (OLD, " ".join(["word"] * 30) + "."),
    "a long short answer": (OLD, "One. Two. Three. Four."),
    "an address by hand": (OLD, "Write to help@example.org."),
    "web code": (OLD, "See <b>this</b>."),
    "a review before the last one": ("review_by: 2027-05-20", "review_by: 2026-05-20"),
    "a day that does not exist": ("review_by: 2027-05-20", "review_by: 2027-02-30"),
    "another id": (f"id: {TOPIC}", "id: residence/other"),
    "a neighbour that is not there": ("related: [safety/threats]", "related: [safety/threat]"),
    "one kind of helper": ("[emergency, riku]", "[emergency]"),
    "too few ways of asking": (f'  - "en {TOPIC} way 3"\n', ""),
    "no head": ("---\nid:", "id:"),
    "a verdict": (OLD, "You are a victim."),
}


@pytest.mark.parametrize("name", BREAKAGES)
def test_a_mistake_is_named_and_the_last_good_version_stays(folder: SmallFolder, live: LiveLibrary, name: str) -> None:
    before = live.current
    folder.change(FILE, *BREAKAGES[name])
    problem = next(iter(errors(live.reload())))
    assert problem.file == FILE
    assert len(problem.reason.split()) >= 3
    assert len(problem.remedy.split()) >= 3
    assert not {"Traceback", "pydantic", "yaml.", "NoneType", "regex"} & set(
        f"{problem.reason} {problem.remedy}".split()
    )
    assert live.current is before
    assert OLD in body(live)


def test_it_recovers_when_the_mistake_is_mended(folder: SmallFolder, live: LiveLibrary) -> None:
    folder.change(FILE, "status: draft", "status: done")
    assert live.reload()
    folder.change(FILE, "status: done", "status: reviewed")
    assert live.reload() == []
    assert live.current.topic(TOPIC, "en").status == "reviewed"


def test_a_folder_that_vanishes_takes_nothing_away(folder: SmallFolder, live: LiveLibrary) -> None:
    folder.path.rename(folder.path.with_name("moved"))
    assert live.reload()
    assert OLD in body(live)


def test_a_request_that_has_begun_goes_on_with_its_version(folder: SmallFolder, live: LiveLibrary) -> None:
    in_use = live.current
    folder.change(FILE, OLD, NEW)
    live.reload()
    assert OLD in in_use.topic(TOPIC, "en").body


def test_reads_again_only_when_a_file_changed(folder: SmallFolder, live: LiveLibrary) -> None:
    before = live.current
    assert live.reload_if_changed() == []
    assert live.current is before
    folder.change(FILE, OLD, NEW)
    assert not errors(live.reload_if_changed())
    assert live.current is not before
    assert NEW in body(live)


def test_a_mistake_is_reported_once_and_not_at_every_look(folder: SmallFolder, live: LiveLibrary) -> None:
    folder.change(FILE, "status: draft", "status: done")
    assert live.reload_if_changed()
    assert live.reload_if_changed() == []


def test_notices_files_that_were_added_or_taken_away(folder: SmallFolder, live: LiveLibrary) -> None:
    for language in ("fi", "en"):
        (folder.path / f"{language}/{TOPIC}.md").rename(folder.path / f"{language}/kept-elsewhere.txt")
        folder.change(f"{language}/safety/threats.md", f"related: [{TOPIC}]", "related: []")
    assert [problem for problem in live.reload_if_changed() if problem.is_error] == []
    assert live.current.topic_ids == ("safety/threats",)


def test_a_file_that_vanishes_while_it_is_looked_at_breaks_nothing(folder: SmallFolder, live: LiveLibrary) -> None:
    (folder.path / "en/safety/being-saved.md").symlink_to(folder.path / "not-there-yet")
    assert [problem for problem in live.reload_if_changed() if problem.is_error] == []


def test_without_a_first_good_version_there_is_nothing_to_serve(folder: SmallFolder) -> None:
    folder.change(FILE, "status: draft", "status: done")
    with pytest.raises(ContentInvalid, match="cannot be 'done'"):
        LiveLibrary(folder.path)
