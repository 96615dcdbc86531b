"""The message may be about several topics, none of them for sure."""

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.decision import offer
from actions.meaning import Meaning


class OfferTopics(Action):
    """Offers the nearest three."""

    def name(self) -> str:
        """As in bot/domain.yml."""
        return "action_offer"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: object) -> list[object]:
        """Send the decision."""
        dispatcher.utter_message(json_message=offer(Meaning.of(tracker)))
        return []
