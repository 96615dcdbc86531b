"""The message is what people say to anybody they talk with."""

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.decision import small_talk
from actions.meaning import Meaning


class SmallTalk(Action):
    """Names the card that replies."""

    def name(self) -> str:
        """As in bot/domain.yml."""
        return "action_small_talk"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: object) -> list[object]:
        """Send the decision."""
        dispatcher.utter_message(json_message=small_talk(Meaning.of(tracker)))
        return []
