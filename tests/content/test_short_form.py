"""An answer's short form is its beginning: the short answer, and what one can do now."""

from content.short_form import short_form

NOW = "It is free.\n\n## Now\n- One.\n\n### Near\n- Two."


def test_what_stands_further_down_is_left_out() -> None:
    assert short_form(f"{NOW}\n\n## More\nMuch.\n\n## Even more\nText.\n") == NOW


def test_a_text_without_more_is_given_whole() -> None:
    for text in (NOW, "It is free.", ""):
        assert short_form(text) == text


def test_a_mark_within_a_line_is_no_heading() -> None:
    text = "It is free.\n\n## Now\n- Number ## 2\n- Done"
    assert short_form(text) == text
