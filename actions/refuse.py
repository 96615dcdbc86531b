"""The message asks how to use or harm somebody."""

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.decision import refusal
from actions.meaning import Meaning


class Refuse(Action):
    """Says that Lyhty does not help with that, and nothing else."""

    def name(self) -> str:
        """As in bot/domain.yml."""
        return "action_refuse"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: object) -> list[object]:
        """Send the decision."""
        dispatcher.utter_message(json_message=refusal(Meaning.of(tracker)))
        return []
