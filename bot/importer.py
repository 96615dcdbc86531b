"""Turns the content files into what Rasa trains on, so that an editor who adds a way of asking needs no other file.

Each topic becomes an intent, its questions become the intent's examples, and one rule says that its answer answers it.
What is no topic (small talk, commands, what is out of scope) stands in nlu/<language>/, domain.yml and rules/.
"""

from pathlib import Path
from typing import Any

from rasa.shared.core.domain import Domain
from rasa.shared.core.training_data.story_reader.yaml_story_reader import YAMLStoryReader
from rasa.shared.core.training_data.structures import StoryGraph
from rasa.shared.importers.importer import TrainingDataImporter
from rasa.shared.importers.utils import story_graph_from_paths, training_data_from_paths
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from rasa.shared.utils.io import read_model_configuration

from bot.danger_lines import DANGER, danger_lines
from bot.settings import Settings
from content.intents import intent_of
from content.library import Library

BOT = Path(__file__).parent
ANSWER = "action_answer"
# Topics with a rule of their own in rules/: their answer is not all that happens.
TOPICS_WITH_A_RULE = ("services/human-advisor",)


class ContentImporter(TrainingDataImporter):
    """Rasa's view of the content, and of the few files beside it that an editor never touches."""

    def __init__(
        self,
        config_file: str | None = None,
        domain_path: str | None = None,
        training_data_paths: list[str] | str | None = None,
        content_dir: str | None = None,
    ) -> None:
        """Read the content.

        Args:
            config_file: Rasa's configuration.
            domain_path: the domain to which topics are added.
            training_data_paths: not used: the files have their places.
            content_dir: folder of the answers; by default the settings'.

        Raises:
            ContentInvalid: a content file is broken.
        """
        self._config_file = config_file or str(BOT / "config.yml")
        self._domain_path = domain_path or str(BOT / "domain.yml")
        self._library = Library.load(Path(content_dir) if content_dir else Settings.from_environment().content_dir)

    def get_domain(self) -> Domain:
        """Our domain, with an intent for each topic."""
        intents = [intent_of(topic) for topic in sorted(self._library.topic_ids)]
        return Domain.load(self._domain_path).merge(Domain.from_dict({"intents": intents}))

    def get_stories(self, exclusion_percentage: int | None = None) -> StoryGraph:
        """Our rules, with one for each topic."""
        domain = self.get_domain()
        files = sorted(str(path) for path in (BOT / "rules").glob("*.yml"))
        topics = [topic for topic in sorted(self._library.topic_ids) if topic not in TOPICS_WITH_A_RULE]
        rules = {"rules": [_rule(topic) for topic in topics]}
        from_content = StoryGraph(YAMLStoryReader(domain).read_from_parsed_yaml(rules))
        return story_graph_from_paths(files, domain).merge(from_content)

    def get_nlu_data(self, language: str | None = None) -> TrainingData:
        """All ways of asking, in all languages, each marked with its own."""
        asked = [(intent_of(line.topic), line.text, line.language) for line in self._library.questions()]
        return TrainingData([_marked(*line) for line in sorted(asked)] + _no_topic() + _dangers())

    def get_config(self) -> dict[str, Any]:
        """Rasa's configuration."""
        return dict(read_model_configuration(self._config_file))

    def get_config_file_for_auto_config(self) -> str | None:
        """None: nothing of the configuration is to be made up."""
        return None


def _rule(topic: str) -> dict[str, Any]:
    steps = [{"intent": intent_of(topic)}, {"action": ANSWER}]
    return {"rule": f"answer {topic}", "steps": steps}


def _marked(intent: str, text: str, language: str) -> Message:
    return Message.build(text, intent, example_metadata={"language": language})


def _dangers() -> list[Message]:
    """Lines with a kind of danger and no intent: only the sense of danger learns from them."""
    return [
        Message(data={TEXT: line.text, DANGER: {"kind": line.kind, "language": line.language}})
        for line in danger_lines(BOT / "danger")
    ]


def _no_topic() -> list[Message]:
    found = []
    for folder in sorted((BOT / "nlu").iterdir()):
        files = sorted(str(path) for path in folder.glob("*.yml"))
        for message in training_data_from_paths(files, folder.name).training_examples:
            found.append(_marked(message.get(INTENT), message.get(TEXT), folder.name))
    return found
