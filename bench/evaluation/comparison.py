"""How far Lyhty is ahead of Rasa's own default pipeline, on the same questions in the same run."""

from dataclasses import dataclass

from bench.evaluation.outcomes import is_right
from bench.evaluation.shares import Lead, Share
from bench.evaluation.tables import ALL
from bench.evaluation.understanding import Understanding


@dataclass(frozen=True)
class Comparison:
    """What two ways of understanding got right at once."""

    ours: Understanding
    other: Understanding

    def leads(self) -> dict[str, Lead]:
        """By language, and for all."""
        languages = sorted({one.asked.language for one in self.ours.questions})
        return {language: self._lead(language) for language in [*languages, ALL]}

    def text(self) -> str:
        """A line for each language."""
        lines = [f"Right at once: {self.ours.name} beside {self.other.name}, difference in points"]
        for language, lead in self.leads().items():
            ours, other = (self._right(way, language) for way in (self.ours, self.other))
            low, high = lead.interval
            ahead = "ahead" if lead.value > 0 else "behind" if lead.value < 0 else "even"
            lines.append(
                f"  {language:<4} {lead.of:>5}  {100 * ours.value:5.1f} : {100 * other.value:5.1f}"
                f"   {100 * lead.value:+6.1f} ({100 * low:+.0f} … {100 * high:+.0f})  {ahead}"
            )
        return "\n".join(lines) + "\n"

    def as_json(self) -> dict[str, dict[str, float | int]]:
        """For the report file."""
        return {language: lead.as_json() for language, lead in self.leads().items()}

    def _lead(self, language: str) -> Lead:
        return Lead.of_flags(_flags(self.ours, language), _flags(self.other, language))

    @staticmethod
    def _right(way: Understanding, language: str) -> Share:
        return Share.of_flags(_flags(way, language))


def _flags(way: Understanding, language: str) -> list[bool]:
    return [is_right(one) for one in way.questions if language in {ALL, one.asked.language}]
