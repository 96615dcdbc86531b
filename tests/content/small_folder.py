"""A small content folder without mistakes, made in a test's own directory, to be broken one thing at a time."""

from datetime import date
from pathlib import Path

from content.agreement import mark_compared
from content.checks import check
from content.problems import Problem
from content.schema import CARDS, DANGER_CARDS

TODAY = date(2026, 11, 24)
TOPIC = "residence/reflection-period"
NEIGHBOUR = "safety/threats"

SERVICES = """\
emergency:
  kind: authority
  name: {fi: Hätänumero, en: Emergency number}
  what: {fi: Apua vaarassa., en: Help in danger.}
  phones:
    - {number: "112", tel: "112", cost: free, on_bill: unknown}
  anonymous: no
  region: {fi: Suomi, en: Finland}
  tier: A
  checked: 2022-09-12
riku:
  kind: independent
  name: {fi: Rikosuhripäivystys, en: Victim Support}
  what: {fi: Neuvoja ja tukea., en: Advice and support.}
  phones:
    - {number: 116 006, tel: "116006", cost: free, on_bill: no}
    - {number: 029 546 3177, tel: "+358295463177", cost: normal, on_bill: unknown}
  email: help@riku.example
  web: {fi: https://www.riku.example/fi, en: https://www.riku.example/en}
  hours: {fi: Ma–pe 9–20, en: Mon–Fri 9–20}
  anonymous: yes
  region: {fi: Suomi, en: Finland}
  tier: B
  checked: 2024
"""

INTERFACE = {
    "fi": """\
language_name: Suomi
first:
  who: "Ylläpitäjä: {organisation}."
  urgent: "Vaarassa soita {phone:emergency}."
  situations:
    safety/threats: Pelkään lähteä
answer:
  now_heading: Mitä voit tehdä nyt
  more_heading: Lisätietoa
""",
    "en": """\
language_name: English
first:
  who: "Run by: {organisation}."
  urgent: "In danger call {phone:emergency}."
  situations:
    safety/threats: I am afraid to leave
answer:
  now_heading: What you can do now
  more_heading: More
""",
}

BODIES = {
    "fi": """\
Voit kysyä neuvoa ilman nimeä.

## Mitä voit tehdä nyt
- Soita {phone:riku}.

## Lisätietoa
Vaarassa soita {phone:emergency}.
""",
    "en": """\
You can ask for advice without a name.

## What you can do now
- Call {phone:riku}.

## More
In danger call {phone:emergency}.
""",
}


def head(language: str, topic_id: str, related: str) -> str:
    """The fields of a topic's file: 20 questions on lines 4 to 23, `sources:` on line 24."""
    questions = "".join(f'  - "{language} {topic_id} way {number}"\n' for number in range(20))
    return (
        f"id: {topic_id}\ntitle: {language} {topic_id.split('/')[1]}\nquestions:\n{questions}"
        f"sources:\n  - title: Aliens Act\n    section: 52 b §\n    url: https://www.finlex.fi/fi/301\n"
        f"    checked: 2025-02\nservices: [emergency, riku]\nrelated: [{related}]\n"
        f"reviewed: {{date: 2026-11-20, role: editor}}\nreview_by: 2027-05-20\nstatus: draft\n"
    )


class SmallFolder:
    """The folder, with ways to change one file and to ask what is wrong then."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.write("services.yml", SERVICES)
        for language in ("fi", "en"):
            self.write(f"{language}/interface.yml", INTERFACE[language])
            self.write(f"{language}/cards.yml", "".join(card(name) for name in CARDS))
            for topic_id, related in ((TOPIC, NEIGHBOUR), (NEIGHBOUR, TOPIC)):
                text = f"---\n{head(language, topic_id, related)}---\n{BODIES[language]}"
                self.write(f"{language}/{topic_id}.md", text)
        mark_compared(self.path)

    def write(self, file: str, text: str) -> None:
        path = self.path / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def read(self, file: str) -> str:
        return (self.path / file).read_text(encoding="utf-8")

    def change(self, file: str, old: str, new: str) -> None:
        """Replace one passage, which must be there once."""
        text = self.read(file)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        self.write(file, text.replace(old, new))

    def line_of(self, file: str, words: str) -> int:
        """The line on which some words stand."""
        lines = self.read(file).splitlines()
        return next(number for number, line in enumerate(lines, 1) if words in line)

    def line_of_bytes(self, file: str, found: bytes) -> int:
        """The same for a file whose letters cannot be read."""
        before, _, _ = (self.path / file).read_bytes().partition(found)
        return before.count(b"\n") + 1

    def problems(self, today: date = TODAY) -> list[Problem]:
        """All that is wrong, but for the languages having to be compared again: tests change one of them only."""
        return [problem for problem in check(self.path, today) if "lyhty content compared" not in problem.remedy]

    def only_problem(self, today: date = TODAY) -> Problem:
        """The one thing that is wrong; fails if it is not exactly one."""
        found = self.problems(today)
        assert len(found) == 1, "\n".join(map(str, found)) or "nothing is wrong"
        return found[0]


def card(name: str) -> str:
    number = "Call {phone:emergency}.\n" if name in DANGER_CARDS else "Say it in other words.\n"
    return f'"{name}":\n  title: Card {name}\n  text: |\n    {number}  services: [emergency]\n'
