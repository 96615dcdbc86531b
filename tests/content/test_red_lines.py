"""The sentences that must never be said are found in several wordings, and honest sentences pass."""

import pytest

from content.red_lines import crossed, languages_of, names

NEVER = {
    "safe-with-police": {
        "en": [
            "You can safely go to the police, nothing will happen to your stay.",
            "It is safe to talk to the police.",
            "The police come and nothing bad will happen.",
            "Tell the police, it will not affect your permit.",
        ],
        "fi": [
            "Voit turvallisesti mennä poliisille.",
            "Mene huoletta poliisin luo.",
            "Kerro poliisille, mitään ei tapahdu.",
            "Puhu poliisille, se ei vaikuta oleskeluusi.",
        ],
    },
    "secret-whatever-happens": {
        "en": [
            "Everything you say stays secret, whatever happens.",
            "Everything that you tell remains confidential.",
            "Your call is always confidential.",
        ],
        "fi": [
            "Kaikki, mitä sanot, pysyy salassa.",
            "Puhelusi on täysin luottamuksellinen.",
            "Asiasi pysyy salassa, kävi miten kävi.",
        ],
    },
    "verdict": {
        "en": [
            "You are a victim of trafficking.",
            "This is not trafficking.",
            "You are not a victim.",
            "You were trafficked.",
        ],
        "fi": [
            "Olet ihmiskaupan uhri.",
            "Sinä olet uhri.",
            "Tämä ei ole ihmiskauppaa.",
            "Et ole uhri.",
        ],
    },
    "promised-permit": {
        "en": [
            "As a victim you get a residence permit.",
            "You will get a permit.",
            "You always get a reflection period.",
            "You cannot be deported.",
            "Nobody can deport you.",
        ],
        "fi": [
            "Uhrina saat oleskeluluvan.",
            "Saat varmasti harkinta-ajan.",
            "Sinua ei voida karkottaa.",
            "Kukaan ei voi poistaa sinua.",
        ],
    },
    "selling-sex-without-fear": {
        "en": [
            "Selling sex is legal, so you have nothing to fear.",
        ],
        "fi": [
            "Seksin myyminen on laillista, joten sinulla ei ole mitään pelättävää.",
        ],
    },
    "asylum-as-a-way": {
        "en": [
            "Apply for asylum, then you may stay and work.",
        ],
        "fi": [
            "Hae turvapaikkaa, niin saat jäädä ja tehdä työtä.",
        ],
    },
    "stay-until-decided": {
        "en": [
            "Send Migri an application and you may stay until it is decided.",
            "You can stay in Finland while the appeal is open.",
        ],
        "fi": [
            "Lähetä hakemus, niin saat jäädä Suomeen, kunnes siitä päätetään.",
            "Voit olla Suomessa niin kauan kuin valitus on auki.",
        ],
    },
    "days-to-appeal": {
        "en": [
            "You have 30 days to appeal.",
            "The appeal must be made in thirty days.",
        ],
        "fi": [
            "Sinulla on 30 päivää aikaa valittaa.",
            "Valitusaika on 30 päivää.",
        ],
    },
    "no-punishment": {
        "en": [
            "Victims are not punished: tell the police everything.",
            "You will not be punished.",
        ],
        "fi": [
            "Uhreja ei rangaista.",
            "Kerro poliisille kaikki.",
            "Et saa rangaistusta.",
        ],
    },
    "anonymous-inspectorate": {
        "en": [
            "Complain to the labour inspectorate, it is anonymous.",
            "The inspector does not tell Migri.",
        ],
        "fi": [
            "Valita työsuojeluun nimettömästi.",
            "Työsuojelutarkastaja ei kerro Migrille.",
        ],
    },
    "dangerous-promise": {
        "en": [
            "You will not lose your children.",
            "Pay, and they will leave you alone.",
            "Divorce first, annul later.",
            "Call your embassy, they must help; the embassy must help.",
            "You are safe now.",
            "We promise to help.",
        ],
        "fi": [
            "Et menetä lapsiasi.",
            "Maksa, niin he jättävät sinut rauhaan.",
            "Hae avioero ensin.",
            "Suurlähetystön täytyy auttaa.",
            "Olet nyt turvassa.",
            "Lupaamme auttaa.",
        ],
    },
    "text-to-emergency-number": {
        "en": [
            "Text {phone:emergency} quietly.",
            "Send a message to the emergency number.",
        ],
        "fi": [
            "Lähetä tekstiviesti numeroon {phone:emergency}.",
            "Tekstaa hätänumeroon.",
        ],
    },
    "back-for-papers": {
        "en": [
            "Go back and get your passport.",
        ],
        "fi": [
            "Mene takaisin hakemaan passisi.",
        ],
    },
    "blame": {
        "en": [
            "Why did you stay with him?",
            "Why didn’t you leave?",
        ],
        "fi": [
            "Miksi et lähtenyt?",
            "Miksi suostuit?",
        ],
    },
}

HONEST = {
    "en": [
        "Nobody can promise that you can safely go to the police.",
        "It is not always safe to talk to the police.",
        "Go to a safe place and call the police from there.",
        "What you describe can be a sign that you are a victim.",
        "You do not need to know whether this is trafficking.",
        "Lyhty cannot say whether you are a victim.",
        "During a reflection period you cannot be removed against your will.",
        "You may get a residence permit, on conditions.",
        "Nobody can promise that you will get a permit.",
        "Selling sex is no crime for an adult, but without a permit it can lead to removal from Finland.",
        "Ask a lawyer whether you may stay until the appeal is decided.",
        "You may not stay here until the decision, ask a lawyer.",
        "The time is often 30 days, but the last day to appeal is in your decision.",
        "The labour inspectorate must report unlawful stay, so do not start there; RIKU is anonymous.",
        "When you are safe, you can call the shelter.",
        "Do not send a text message to {phone:emergency}.",
        "Never go back to get your passport.",
        "Not everything you say is secret: a child in danger is an exception.",
        "Your advisor is bound to secrecy, with exceptions.",
    ],
    "fi": [
        "Kukaan ei voi luvata, että voit turvallisesti mennä poliisille.",
        "Soita poliisille turvallisesta paikasta.",
        "Se voi olla merkki siitä, että olet ihmiskaupan uhri.",
        "Sinun ei tarvitse tietää, onko tämä ihmiskauppaa.",
        "Lyhty ei voi sanoa, oletko uhri.",
        "Harkinta-aikana sinua ei voida poistaa maasta vastoin tahtoasi.",
        "Voit ehkä saada oleskeluluvan.",
        "Jos saat oleskeluluvan, saat tehdä työtä.",
        "Seksin myyminen ei ole aikuiselle rikos, mutta ilman lupaa se voi johtaa poistamiseen Suomesta.",
        "Kysy juristilta, saatko olla Suomessa, kunnes valitus on ratkaistu.",
        "Valitusaika on usein 30 päivää, mutta viimeinen päivä lukee päätöksessä.",
        "Työsuojelun täytyy ilmoittaa luvattomasta työstä, joten soita ensin nimettömänä RIKUun.",
        "Kun olet turvassa, voit soittaa turvakotiin.",
        "Älä lähetä tekstiviestiä numeroon {phone:emergency}.",
        "Älä mene takaisin hakemaan passia.",
        "Kaikki, mitä kerrot, ei pysy salassa: lapsi vaarassa on poikkeus.",
    ],
}


def test_every_red_line_has_sentences_here_and_patterns_in_both_languages() -> None:
    assert set(NEVER) == set(names())
    for name in names():
        assert set(languages_of(name)) == {"fi", "en"}


@pytest.mark.parametrize(
    ("name", "language", "sentence"),
    [
        (name, language, sentence)
        for name, by_language in NEVER.items()
        for language, sentences in by_language.items()
        for sentence in sentences
    ],
)
def test_a_sentence_that_must_never_be_said_is_found(name: str, language: str, sentence: str) -> None:
    assert name in [red_line.name for red_line in crossed(sentence, language)]


@pytest.mark.parametrize(("language", "sentence"), [(each, text) for each, texts in HONEST.items() for text in texts])
def test_an_honest_sentence_passes(language: str, sentence: str) -> None:
    assert list(crossed(sentence, language)) == []


def test_capital_letters_bold_type_and_line_breaks_hide_nothing() -> None:
    assert list(crossed("YOU **ARE** A\nVICTIM.", "en"))


def test_says_why_not_and_what_instead() -> None:
    (red_line,) = crossed("You have 30 days to appeal.", "en")
    assert "decision" in red_line.reason
    assert "last day" in red_line.instead


def test_a_language_without_patterns_crosses_nothing() -> None:
    assert list(crossed("You are a victim.", "sv")) == []
