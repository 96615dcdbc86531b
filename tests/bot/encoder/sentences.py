"""Sentences whose nearest neighbours are obvious: five meanings, each in five languages, in the same order."""

BY_LANGUAGE = {
    "en": (
        "I lost my keys and can't get into my flat.",
        "How much does a bus ticket cost?",
        "My stomach has hurt since yesterday.",
        "Where is the nearest library?",
        "What time does school start in the morning?",
    ),
    "fi": (
        "Kadotin avaimeni enkä pääse sisään asuntooni.",
        "Paljonko bussilippu maksaa?",
        "Vatsani on ollut kipeä eilisestä asti.",
        "Missä on lähin kirjasto?",
        "Mihin aikaan koulu alkaa aamulla?",
    ),
    "sv": (
        "Jag har tappat mina nycklar och kommer inte in i min lägenhet.",
        "Vad kostar en bussbiljett?",
        "Jag har haft ont i magen sedan i går.",
        "Var ligger närmaste bibliotek?",
        "Hur dags börjar skolan på morgonen?",
    ),
    "ru": (
        "Я потерял ключи и не могу попасть в квартиру.",
        "Сколько стоит билет на автобус?",
        "У меня со вчерашнего дня болит живот.",
        "Где находится ближайшая библиотека?",
        "Во сколько утром начинаются занятия в школе?",
    ),
    "ar": (
        "فقدت مفاتيحي ولا أستطيع دخول شقتي.",
        "كم ثمن تذكرة الحافلة؟",
        "بطني يؤلمني منذ أمس.",
        "أين تقع أقرب مكتبة؟",
        "في أي ساعة تبدأ المدرسة صباحا؟",
    ),
}
SENTENCES = [sentence for sentences in BY_LANGUAGE.values() for sentence in sentences]
