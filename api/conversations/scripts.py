"""The store's steps as Lua, each of them atomic in Valkey, so that any number of gateway processes can share it.

Every script begins by asking whether the conversation is alive by the caller's clock. Valkey's own time to live is set
to the same moment, so that a conversation goes even when nobody asks. Only moments of ending are kept, never of what
happened. Scripts for open conversations may run when memory is full (`allow-oom`), the one that begins a new one may
not: then new conversations are refused and open ones go on.
"""

_FOR_ALL = """#!lua
"""
_FOR_OPEN_ONES = """#!lua flags=allow-oom
"""

_ALIVE = """
local conversation, turns, messages, pace, mark = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local now, idle = tonumber(ARGV[1]), tonumber(ARGV[2])

local function why_dead()
  local times = redis.call('HMGET', conversation, 'idle_ends', 'ends')
  if times[1] and now < tonumber(times[1]) and now < tonumber(times[2]) then return nil end
  redis.call('DEL', conversation, turns, messages, pace)
  local known = redis.call('GET', mark)
  if known == 'deleted' then return 'deleted' end
  if known then return 'expired' end
  return 'unknown'
end

local function touch()
  local ends = tonumber(redis.call('HGET', conversation, 'ends'))
  local idle_ends = math.min(now + idle, ends)
  redis.call('HSET', conversation, 'idle_ends', string.format('%.0f', idle_ends))
  for _, key in ipairs({conversation, turns, messages}) do redis.call('PEXPIRE', key, idle_ends - now) end
  return idle_ends - now
end
"""

# ARGV 3…: life in ms, the mark's life in ms, wrapped key, sealed sender, sealed language
BEGIN = (
    _FOR_ALL
    + _ALIVE
    + """
local dead = why_dead()
if dead ~= 'unknown' then return {dead or 'open'} end
redis.call('HSET', conversation, 'key', ARGV[5], 'sender', ARGV[6], 'language', ARGV[7], 'state', 'bot',
  'ends', string.format('%.0f', now + tonumber(ARGV[3])))
redis.call('SET', mark, 'begun', 'PX', ARGV[4])
touch()
return {'begun'}
"""
)

OPEN = (
    _FOR_OPEN_ONES
    + _ALIVE
    + """
local dead = why_dead()
if dead then return {dead} end
local left = touch()
local found = redis.call('HMGET', conversation, 'key', 'sender', 'language', 'state')
return {'open', left, found[1], found[2], found[3], found[4]}
"""
)

# ARGV 3…: trace of the message's id, trace of its content, the claim's life in ms, owner,
# messages per pace window (0: any number), the window in ms, messages per conversation
CLAIM = (
    _FOR_OPEN_ONES
    + _ALIVE
    + """
local dead = why_dead()
if dead then return {dead} end
touch()
local id, content, owner = ARGV[3], ARGV[4], ARGV[6]
local function claim()
  redis.call('HSET', messages, id, table.concat({content, 'claimed', string.format('%.0f', now + ARGV[5]), owner}, ':'))
  touch()
  return {'claimed'}
end
local known = redis.call('HGET', messages, id)
if known then
  local same, status, number = string.match(known, '^(%x+):(%a+):(%d+)')
  if same ~= content then return {'reused'} end
  if status == 'answered' then return {'answered', tonumber(number)} end
  if now < tonumber(number) then return {'pending'} end
  return claim()
end
local per_window = tonumber(ARGV[7])
if per_window > 0 then
  local count, ends = string.match(redis.call('GET', pace) or '0:0', '^(%d+):(%d+)$')
  count, ends = tonumber(count), tonumber(ends)
  if now >= ends then count, ends = 0, now + tonumber(ARGV[8]) end
  if count >= per_window then return {'fast', ends - now} end
  redis.call('SET', pace, string.format('%.0f:%.0f', count + 1, ends), 'PX', ends - now)
end
if redis.call('HLEN', messages) >= tonumber(ARGV[9]) then return {'full'} end
return claim()
"""
)

# ARGV 3…: trace of the message's id, owner, sealed language, sealed turns
COMPLETE = (
    _FOR_OPEN_ONES
    + _ALIVE
    + """
local dead = why_dead()
if dead then return {dead} end
local known = redis.call('HGET', messages, ARGV[3])
local content, owner = string.match(known or '', '^(%x+):claimed:%d+:(%x+)$')
if owner ~= ARGV[4] then return {'lost'} end
local first = redis.call('LLEN', turns)
for i = 6, #ARGV do redis.call('RPUSH', turns, ARGV[i]) end
redis.call('HSET', messages, ARGV[3], content .. ':answered:' .. first)
redis.call('HSET', conversation, 'language', ARGV[5])
touch()
return {'answered', first}
"""
)

# ARGV 3…: trace of the message's id, owner
RELEASE = (
    _FOR_OPEN_ONES
    + _ALIVE
    + """
if why_dead() then return {'gone'} end
local known = redis.call('HGET', messages, ARGV[3])
if string.match(known or '', ':claimed:%d+:(%x+)$') == ARGV[4] then redis.call('HDEL', messages, ARGV[3]) end
return {'released'}
"""
)

# KEYS 6: the dialogue's tracker, where it is known. ARGV 3…: the mark's life in ms after a conversation, and without
# one
DELETE = (
    _FOR_OPEN_ONES
    + _ALIVE
    + """
local dead = why_dead()
if dead == 'deleted' then return {dead} end
redis.call('DEL', conversation, turns, messages, pace)
if KEYS[6] then redis.call('DEL', KEYS[6]) end
redis.call('SET', mark, 'deleted', 'PX', dead == 'unknown' and ARGV[4] or ARGV[3])
return {dead or 'open'}
"""
)
