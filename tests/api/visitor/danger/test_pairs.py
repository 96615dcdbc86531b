"""Pairs of messages that share their words, one in danger and one not: what a list of bad words cannot tell apart."""

import pytest

from api.visitor.danger import find_danger

_ENGLISH = [
    ("he is killing me", "this heat is killing me"),
    ("they will kill us", "they will kill time"),
    ("I want to die", "I want to die laughing"),
    ("I am dying", "I am dying to see you"),
    ("I would rather be dead", "I am dead tired"),
    ("he hit me", "he hit me up on whatsapp"),
    ("he kicked me", "he kicked me out"),
    ("he has a gun", "he has a gun permit"),
    ("he has a knife", "he is a chef and has a knife"),
    ("the man threatens me with a knife", "how much is a knife"),
    ("he stabbed me", "in the movie he stabbed me"),
    ("he shot me", "he shot me an email"),
    ("they locked me in", "they locked the office"),
    ("I am locked in", "my account is locked"),
    ("they are chasing me", "they are chasing me for the report"),
    ("he is following me", "he is following me on instagram"),
    ("I am in danger", "my job is in danger"),
    ("they are taking me by force", "they are taking me to the airport"),
    ("call the police now", "can I call the police now"),
    ("I am hiding in the bathroom", "can I hide my address"),
    ("he cut my face", "he cut my pay"),
    ("I cut myself every night", "I cut myself at work, is there insurance"),
    ("I took too many pills", "how many pills can I take"),
    ("I do not want to live", "I do not want to live in Helsinki"),
    ("I am thinking about suicide", "what is the suicide rate"),
    ("I stand on the bridge and want to jump", "I will jump at the chance"),
    ("I was raped", "what is the punishment for rape"),
    ("my boss forces me to have sex", "my boss forces me to work late"),
    ("sex or no salary", "sex work and salary"),
    ("I am 15 and he sells me", "I am 15 minutes late and he sells me tickets"),
    ("a 14 year old girl is sold here", "can a 14 year old girl work"),
    ("he raped me last night", "he raped me when I was a child"),
    ("I can't breathe", "I can't decide"),
    ("she is not waking up", "she is not working"),
    ("he is at my door", "he is at my school"),
    ("set me on fire", "set me an alarm"),
]
_FINNISH = [
    ("se tappaa mut", "se tapaa mut"),
    ("hän tappaa minut", "pomo tappaa mut jos myöhästyn :D"),
    ("aion tappaa itseni", "aion tappaa aikaa"),
    ("haluan kuolla", "kuolen nauruun"),
    ("olisin mieluummin kuollut", "akku on kuollut"),
    ("hän löi minua", "hän löi vetoa"),
    ("mies potkii minua", "mies potki minut pois töistä"),
    ("hän hakkaa minua", "hän hakkaa puita"),
    ("sillä on puukko", "puukon hinta"),
    ("niillä on ase", "niillä on asema"),
    ("olen vaarassa", "olen väärässä"),
    ("henkeni on vaarassa", "työpaikkani on vaarassa"),
    ("olen lukittuna kellariin", "tilini on lukittu"),
    ("he lukitsivat minut huoneeseen", "he lukitsivat toimiston"),
    ("he vievät minut väkisin ulkomaille", "he vievät minut lentokentälle"),
    ("joku seuraa minua nyt kadulla", "joku seuraa minua instagramissa"),
    ("soittakaa poliisi tänne", "voinko soittaa poliisille"),
    ("minut on puukotettu", "elokuvassa minut on puukotettu"),
    ("en saa henkeä", "en saa palkkaa"),
    ("ystäväni ei herää", "ystäväni ei vastaa"),
    ("viiltelen itseäni", "leikkasin sormeen töissä"),
    ("otin liikaa unilääkkeitä", "paljonko unilääke maksaa"),
    ("en halua elää", "en halua asua täällä"),
    ("en jaksa enää", "en jaksa enää tehdä näitä töitä"),
    ("mietin itsemurhaa", "itsemurhien määrä"),
    ("minut raiskattiin", "rangaistus raiskauksesta"),
    ("minut raiskattiin eilen", "minut raiskattiin vuonna 2012"),
    ("mies pakottaa minut seksiin", "mies pakottaa minut töihin"),
    ("olen 15 ja mies myy minua", "olen 15 kilometrin päässä ja mies myy autoa"),
    ("täällä myydään 15-vuotiasta tyttöä miehille", "voiko 15-vuotias tyttö tehdä töitä"),
    ("hän uhkaa tappaa lapset", "onko rikos jos joku uhkaa tappaa"),
    ("talo palaa", "hän palaa kotiin"),
    ("hän kuristaa minua", "hän kuittaa minulle"),
    ("vuodan verta", "luovutan verta"),
    ("hyppään junan alle", "hyppään junaan"),
    ("mulla on köysi valmiina", "köysi pitää ostaa itse"),
]


@pytest.mark.parametrize(("danger", "harmless"), [*_ENGLISH, *_FINNISH], ids=lambda text: text)
def test_tells_danger_from_what_shares_its_words(danger: str, harmless: str) -> None:
    assert find_danger(danger) is not None
    assert find_danger(harmless) is None


@pytest.mark.parametrize(("danger", "harmless"), [*_ENGLISH, *_FINNISH], ids=lambda text: text)
def test_the_harmless_one_does_not_hide_the_danger_in_the_next_sentence(danger: str, harmless: str) -> None:
    assert find_danger(f"{harmless}. {danger}.") is not None
