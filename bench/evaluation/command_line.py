"""What `lyhty eval` does: reads the labelled files, trains where needed, measures, prints, and writes the report."""

import argparse
import json
import sys
from dataclasses import replace
from pathlib import Path

from api.serving.failures import StartFailed
from api.serving.training import ensure_model
from api.settings import Settings
from bench.evaluation import danger, personal
from bench.evaluation.others import OTHERS, compared
from bench.evaluation.reading import Rows, RowsBroken, read
from bench.evaluation.report import Report
from bench.evaluation.understanding import Understanding
from bench.evaluation.way import ROOT, Program, ProgramFailed
from content.library import ContentInvalid, Library

_EXPLICIT = ROOT / "tests" / "api" / "visitor" / "danger" / "explicit.jsonl"


def main(arguments: list[str]) -> int:
    """Measure; gives 0, or 1 when something could not be measured.

    Args:
        arguments: the words after `lyhty eval`.
    """
    given = _parser().parse_args(arguments)
    try:
        report = _measure(given, Settings.from_environment())
    except (ContentInvalid, ProgramFailed, RowsBroken, StartFailed) as error:
        print(error, file=sys.stderr)
        return 1
    print(report.text())
    if given.json:
        given.json.write_text(json.dumps(report.as_json(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    if given.pictures:
        _draw(report, given.pictures)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="lyhty eval", description="Measure the understanding on labelled questions.")
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="labelled lines, in JSON (*.jsonl)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the report here, too")
    parser.add_argument(
        "--all-topics", action="store_true", help="also count questions about topics that are not there"
    )
    parser.add_argument("--pictures", type=Path, metavar="DIR", help="draw curves and confusions into this folder")
    which = parser.add_mutually_exclusive_group()
    which.add_argument(
        "--comparison", action="append", choices=list(OTHERS), help="measure this one beside Lyhty; by default, all"
    )
    which.add_argument("--no-comparison", action="store_true", help="leave all others out")
    parser.add_argument(
        "--explicit", type=Path, metavar="FILE", default=_EXPLICIT, help="lines that say a danger in plain words"
    )
    return parser


def _measure(given: argparse.Namespace, settings: Settings) -> Report:
    read_rows, explicit = read(given.files), read([given.explicit])
    library = Library.load(settings.content_dir)
    rows, scope = _within(read_rows, library, every_topic=given.all_topics)
    program = _our_program(settings)
    ours = Understanding.of("Lyhty", program, rows)
    return Report(
        scope=scope,
        ours=ours,
        comparisons=compared(_chosen(given), ours, rows, library, settings.cache_dir.resolve()),
        danger=danger.tables(rows, explicit.alarms, program),
        personal=personal.tables(rows.confided),
    )


def _chosen(given: argparse.Namespace) -> list[str]:
    return [] if given.no_comparison else list(given.comparison or OTHERS)


def _draw(report: Report, folder: Path) -> None:
    from bench.evaluation import pictures  # noqa: PLC0415, only who wants pictures needs matplotlib

    pictures.draw(folder, report.ours, [comparison.other for comparison in report.comparisons])


def _within(rows: Rows, library: Library, every_topic: bool) -> tuple[Rows, str]:
    """The rows to count, and a sentence that says which."""
    known = set(library.topic_ids)
    counted = [row for row in rows.questions if every_topic or row.topics[0] in known]
    which = "of any topic" if every_topic else "whose first topic is one of them"
    scope = f"The library has {len(known)} topics. Counted: {len(counted)} of {len(rows.questions)} questions, {which}."
    return replace(rows, questions=counted), scope


def _our_program(settings: Settings) -> Program:
    model = ensure_model(settings.bot_python, settings.models_dir).resolve()
    return Program([str(settings.bot_python), "-m", "bot", "parse", "--model", str(model)])
