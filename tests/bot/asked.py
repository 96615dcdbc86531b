"""Ways of asking, taken from the content itself, so that no test breaks when an editor changes words."""

from content.library import Library, Question
from tests.bot.programs import PROJECT

LIBRARY = Library.load(PROJECT / "content")
NONSENSE = "zxzxzx qwqwqw"  # shares no word with any example


def one_of(topic: str, language: str = "fi") -> str:
    """A question that an editor wrote for the topic."""
    return next(asked.text for asked in LIBRARY.questions() if (asked.topic, asked.language) == (topic, language))


def one_of_each() -> list[Question]:
    """A question for each topic in each language, none that also stands in another topic."""
    asked = LIBRARY.questions()
    texts = [question.text.lower() for question in asked]
    unique = [question for question in asked if texts.count(question.text.lower()) == 1]
    return list({(question.topic, question.language): question for question in unique}.values())
