"""A topic's head: its id, its ways of asking, its helpers and neighbours, its dates."""

import re
from collections.abc import Iterator
from datetime import date

from content.problems import Problem
from content.reading import Content, TopicFile

FEWEST_QUESTIONS = 20
LONGEST_QUESTION = 400
_PUNCTUATION = re.compile(r"[\W_]+")
_NOT_PLAIN = re.compile(r"[{}\[\]<>]|^\s*[/／]")


def problems(content: Content, today: date | None) -> Iterator[Problem]:
    """What is wrong in the heads of topics; `today` is needed to see what is overdue."""
    for (_, name), found in content.topics.items():
        yield from _identity(found, name)
        yield from _helpers(found, content)
        yield from _neighbours(found, content)
        yield from _dates(found, today)
        yield from _questions(found)
    yield from _same_question_twice(content)


def _problem(found: TopicFile, path: tuple[str | int, ...], reason: str, remedy: str) -> Problem:
    return Problem(found.file, found.head.line(path), reason, remedy)


def _identity(found: TopicFile, name: str) -> Iterator[Problem]:
    if found.topic.id != name:
        reason = f"The id '{found.topic.id}' is not the file's place, '{name}'."
        yield _problem(found, ("id",), reason, f"Write 'id: {name}', or move the file.")


def _helpers(found: TopicFile, content: Content) -> Iterator[Problem]:
    if not content.service_ids:
        return
    for number, service_id in enumerate(found.topic.services):
        if service_id not in content.service_ids:
            reason = f"There is no service '{service_id}' in services.yml."
            yield _problem(found, ("services", number), reason, "Use an id of services.yml, or add the service there.")
    kinds = {content.services[name].kind for name in found.topic.services if name in content.services}
    for kind in ("authority", "independent"):
        if kind not in kinds and content.services.keys() >= set(found.topic.services):
            reason = f"No service of kind '{kind}' is named. Many visitors fear one kind of helper."
            yield _problem(found, ("services",), reason, f"Add at least one service that is '{kind}' in services.yml.")


def _neighbours(found: TopicFile, content: Content) -> Iterator[Problem]:
    known = set().union(*content.topic_ids.values())
    for number, topic_id in enumerate(found.topic.related):
        if topic_id == found.topic.id:
            yield _problem(found, ("related", number), "The topic is related to itself.", "Take the line away.")
        elif topic_id not in known:
            reason = f"There is no topic '{topic_id}'."
            yield _problem(found, ("related", number), reason, "Use the id of a topic that exists (area/topic).")


def _dates(found: TopicFile, today: date | None) -> Iterator[Problem]:
    topic = found.topic
    if topic.review_by <= topic.reviewed.date:
        reason = f"The answer is to be reviewed by {topic.review_by}, but that is not after {topic.reviewed.date}."
        yield _problem(found, ("review_by",), reason, "Write the day of the next review.")
    if today and topic.reviewed.date > today:
        reason = f"The day of the review, {topic.reviewed.date}, is still to come."
        yield _problem(found, ("reviewed",), reason, "Write the day on which somebody read it.")
    if today and topic.overdue(today):
        line = found.head.line(("review_by",))
        reason = f"The review is overdue since {topic.review_by}. Visitors are told so."
        remedy = "Read the answer against its sources, then set 'reviewed' and 'review_by'."
        yield Problem(found.file, line, reason, remedy, severity="warning")


def _questions(found: TopicFile) -> Iterator[Problem]:
    questions = found.topic.questions
    if len(questions) < FEWEST_QUESTIONS:
        reason = f"There are {len(questions)} ways of asking; {FEWEST_QUESTIONS} are needed to recognise a question."
        missing = FEWEST_QUESTIONS - len(questions)
        yield _problem(found, ("questions",), reason, f"Add {missing} more, each in new words.")
    for number, question in enumerate(questions):
        if len(question) > LONGEST_QUESTION:
            reason = f"The question has {len(question)} characters; {LONGEST_QUESTION} are read."
            yield _problem(found, ("questions", number), reason, "Shorten it to what a visitor would write.")
        if _NOT_PLAIN.search(question):
            reason = "A question holds a bracket, or begins with a slash."
            yield _problem(found, ("questions", number), reason, "Write it as a visitor would: plain words only.")


def _same_question_twice(content: Content) -> Iterator[Problem]:
    first: dict[tuple[str, str], TopicFile] = {}
    for (language, _), found in sorted(content.topics.items()):
        for number, question in enumerate(found.topic.questions):
            key = (language, _PUNCTUATION.sub(" ", question.casefold()).strip())
            earlier = first.setdefault(key, found)
            if earlier is not found or _stands_before(found, number, key[1]):
                reason = f'The question "{question}" stands already in {earlier.file}.'
                yield _problem(found, ("questions", number), reason, "Keep it in the topic that answers it best.")


def _stands_before(found: TopicFile, number: int, normal: str) -> bool:
    before = found.topic.questions[:number]
    return normal in {_PUNCTUATION.sub(" ", question.casefold()).strip() for question in before}
