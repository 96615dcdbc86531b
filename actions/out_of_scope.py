"""The message is about something else altogether."""

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.decision import out_of_scope
from actions.meaning import Meaning


class SayWhatLyhtyIsFor(Action):
    """Says so, and offers nothing that would not fit."""

    def name(self) -> str:
        """As in bot/domain.yml."""
        return "action_out_of_scope"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: object) -> list[object]:
        """Send the decision."""
        dispatcher.utter_message(json_message=out_of_scope(Meaning.of(tracker)))
        return []
