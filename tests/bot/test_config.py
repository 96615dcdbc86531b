"""Rasa's configuration is what it says: rules only, and no way to choose an intent by typing its name."""

from pathlib import Path

import yaml
from rasa.engine.graph import GraphSchema
from rasa.engine.recipes.graph_recipe import GraphV1Recipe
from rasa.engine.validation import validate
from rasa.shared.data import TrainingType

BOT = Path(__file__).parent.parent.parent / "bot"
CONFIG = yaml.safe_load((BOT / "config.yml").read_text())
NODES = {**CONFIG["train_schema"]["nodes"], **CONFIG["predict_schema"]["nodes"]}


def test_rasa_finds_the_graph_sound() -> None:
    fresh = yaml.safe_load((BOT / "config.yml").read_text())
    validate(GraphV1Recipe().graph_config_for_recipe(fresh, {}, TrainingType.BOTH))


def test_typed_slashes_have_no_node() -> None:
    assert not [name for name, node in NODES.items() if "regex" in node["uses"].lower()]


def test_rules_are_the_only_policy() -> None:
    policies = {node["uses"] for node in NODES.values() if ".policies." in node["uses"]}
    assert policies == {
        "rasa.core.policies.rule_policy.RulePolicy",
        "rasa.core.policies.ensemble.DefaultPolicyPredictionEnsemble",
    }


def test_what_is_trained_is_what_runs() -> None:
    trained = {name for name, node in CONFIG["train_schema"]["nodes"].items() if node["is_target"]}
    loaded = {(node["resource"] or {}).get("name") for node in CONFIG["predict_schema"]["nodes"].values()} - {None}
    assert trained == loaded


def test_each_class_is_there() -> None:
    fresh = yaml.safe_load((BOT / "config.yml").read_text())
    for schema in ("train_schema", "predict_schema"):
        assert GraphSchema.from_dict(fresh[schema]).nodes
