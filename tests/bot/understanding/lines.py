"""A small world to learn: three topics of a town's help desk, small talk, a command, and what is out of scope."""

from bot.understanding import Example

_LINES = {
    ("library.opening-hours", "en"): """
        when does the library open | is the library open on Sunday | library hours today
        what time does the library close | can I get into the library at eight | until when is the library open
        is the main library closed at Christmas | opening times of the library | library weekend hours
        does the library stay open late""",
    ("library.opening-hours", "fi"): """
        milloin kirjasto aukeaa | onko kirjasto auki sunnuntaina | kirjaston aukiolo tänään
        mihin aikaan kirjasto menee kiinni | pääseeks kirjastoon kaheksalta | mihin asti kirjasto on auki
        onko pääkirjasto jouluna kiinni | kirjaston aukioloajat | kirjasto viikonloppuna auki
        onko kirjasto iltaan asti auki""",
    ("bus.tickets", "en"): """
        how much is a bus ticket | where can I buy a ticket for the bus | monthly bus pass price
        can I pay on the bus by card | is there a cheaper ticket for students | does a child need a bus ticket
        bus fare for the airport line | my bus card does not work | ticket for ten bus rides
        what does it cost to take the bus""",
    ("bus.tickets", "fi"): """
        paljonko bussilippu maksaa | mistä voin ostaa bussilipun | kuukausilipun hinta bussiin
        voiko bussissa maksaa kortilla | onko opiskelijalle halvempaa lippua | tarviiks lapsi bussilipun
        lentokenttäbussin hinta | mun bussikortti ei toimi | kymmenen matkan lippu bussiin
        mitä bussilla ajaminen maksaa""",
    ("health.dentist", "en"): """
        my tooth hurts | how do I get an appointment with a dentist | where is the dental emergency clinic
        a filling fell out | what does a dentist cost | is dental care free for children
        I broke a tooth | dentist on Saturday | my gums are bleeding | can I cancel my dentist appointment""",
    ("health.dentist", "fi"): """
        hammasta särkee | miten saan ajan hammaslääkärille | missä on hammaspäivystys
        paikka irtosi hampaasta | mitä hammaslääkäri maksaa | onko hammashoito lapsille ilmainen
        multa lohkes hammas | hammaslääkäri lauantaina | ikenet vuotaa verta | voinko perua hammaslääkäriajan""",
    ("small_talk.greeting", "en"): "hello | hi there | good morning | hey | good evening to you | hello, how are you",
    ("small_talk.greeting", "fi"): "moi | hei | huomenta | terve | hyvää iltaa | no moikka",
    ("command.delete", "en"): "delete this chat | remove everything I wrote | erase our conversation | wipe it all",
    (
        "command.delete",
        "fi",
    ): "poista tämä keskustelu | pyyhi kaikki pois | tuhoa mun viestit | poista kaikki mitä kirjoitin",
    ("out_of_scope", "en"): """
        who won the hockey game | write me a poem about love | what is the capital of Peru | best pizza recipe
        how do I train my dog to sit | should I buy gold | tell me a joke | is there life on Mars
        how tall is the Eiffel tower | translate this into Chinese | which phone has the best camera
        my printer is jammed | what does this song mean | how do I change a tyre | who will win the election""",
    ("out_of_scope", "fi"): """
        kuka voitti jääkiekko-ottelun | kirjoita runo rakkaudesta | mikä on Perun pääkaupunki | paras pitsaresepti
        miten opetan koiran istumaan | kannattaako ostaa kultaa | kerro vitsi | onko Marsissa elämää
        kuinka korkea on Eiffel-torni | käännä tämä kiinaksi | missä puhelimessa on paras kamera | tulostin on jumissa
        mitä tämä laulu tarkoittaa | miten rengas vaihdetaan | kuka voittaa vaalit""",
}
EXAMPLES = [
    Example(" ".join(text.split()), intent, language)
    for (intent, language), lines in _LINES.items()
    for text in lines.split("|")
]
NEW = {
    "library.opening-hours": (
        "at what hour does the library open its doors",
        "kauanks kirjasto on tänään auki",
        "När öppnar biblioteket?",
    ),
    "bus.tickets": (
        "where do they sell tickets for the bus",
        "mitä bussilippu maksaa opiskelijalta",
        "Сколько стоит билет на автобус?",
    ),
    "health.dentist": (
        "my child's tooth aches, we need a dentist",
        "tarviin hammaslääkärin, hammas lohkes",
        "سني يؤلمني، أحتاج إلى طبيب أسنان",
    ),
}
STRANGE = ("what is the square root of two", "resepti mustikkapiirakkaan", "bitcoin price tomorrow")
