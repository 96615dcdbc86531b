"""The message asks for something that the page does: delete, say again, shorter or slower, change the language."""

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.decision import command
from actions.meaning import Meaning


class NameCommand(Action):
    """Names the command; the gateway carries it out."""

    def name(self) -> str:
        """As in bot/domain.yml."""
        return "action_command"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: object) -> list[object]:
        """Send the decision."""
        dispatcher.utter_message(json_message=command(Meaning.of(tracker)))
        return []
