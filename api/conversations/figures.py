"""How long things live, in milliseconds, and how many messages there may be, with the reasons.

- A conversation lives a day at most, whatever happens in it.
- The mark of a used or deleted token lives as long, and up to a quarter of an hour more, so that its end does not tell
  when it was set. A token that was deleted before it was used is marked only as long as a first message can still be on
  its way.
- A claim lives longer than answering takes at worst: four seconds for the dialogue, one for each step of the store.
- A person writes at most one message in two seconds; 300 messages are some hours of writing, and about a megabyte.
"""

MINUTE = 60_000
WHOLE = 24 * 60 * MINUTE
MARK = WHOLE
MARK_STEP = 15 * MINUTE
SHORT_MARK = 10 * MINUTE
CLAIM = 8_000
MESSAGES_PER_MINUTE = 30
MOST_MESSAGES = 300
