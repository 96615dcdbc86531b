"""The message asks for a person."""

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.decision import answer, human
from actions.meaning import Meaning


class AskForHuman(Action):
    """Says that a person is wanted, and answers with how to reach one."""

    def name(self) -> str:
        """As in bot/domain.yml."""
        return "action_ask_for_human"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: object) -> list[object]:
        """Send the decision."""
        dispatcher.utter_message(json_message=human())
        dispatcher.utter_message(json_message=answer(Meaning.of(tracker)))
        return []
