"""The message is about one curated topic."""

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.decision import answer
from actions.meaning import Meaning


class AnswerTopic(Action):
    """Answers with that topic."""

    def name(self) -> str:
        """As in bot/domain.yml."""
        return "action_answer"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: object) -> list[object]:
        """Send the decision."""
        dispatcher.utter_message(json_message=answer(Meaning.of(tracker)))
        return []
