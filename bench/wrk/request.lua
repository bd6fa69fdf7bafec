-- One request per call over the ids of a file; prints one line that bench/compare reads.
-- Environment: METHOD, TARGET (path, {id} is replaced), TOKEN, IDS (lines "id version", optional), BODY, RUN (unique text)
local method, target = os.getenv("METHOD") or "GET", os.getenv("TARGET")
local body, run = os.getenv("BODY"), os.getenv("RUN") or "run"
local threads = {}

function setup(thread)
  table.insert(threads, thread)
  thread:set("index", #threads)
end

function init(args)
  ids, step, position, exhausted = {}, tonumber(os.getenv("THREADS") or "1"), index, 0
  wrk.headers["Authorization"] = "Bearer " .. os.getenv("TOKEN")
  wrk.headers["Accept"] = os.getenv("ACCEPT") or "application/json"
  if body and body ~= "" then wrk.headers["Content-Type"] = "application/json" end
  local file = os.getenv("IDS")
  if file and file ~= "" then
    for line in io.lines(file) do
      local id, version = line:match("(%d+)%s*(%d*)")
      ids[#ids + 1] = { id, version }
    end
  end
end

-- Reads go round; writes use each id once and count what is asked beyond the last one.
function request()
  if #ids == 0 then return wrk.format(method, target, nil, body) end
  if position > #ids then
    if method ~= "GET" then exhausted = exhausted + 1 end
    position = index
  end
  local id, version = ids[position][1], ids[position][2]
  position = position + step
  local headers = {}
  for name, value in pairs(wrk.headers) do headers[name] = value end
  if method ~= "GET" then
    headers["If-Match"] = '"' .. version .. '"'
    headers["Idempotency-Key"] = run .. "-" .. id .. "-" .. exhausted
  end
  return wrk.format(method, (target:gsub("{id}", id)), headers, body)
end

function done(summary, latency, requests)
  local errors = summary.errors
  local failed = errors.status + errors.connect + errors.read + errors.write + errors.timeout
  for _, thread in ipairs(threads) do failed = failed + (thread:get("exhausted") or 0) end
  io.write(string.format("RESULT %.1f %.3f %d %d\n", summary.requests / (summary.duration / 1e6),
      latency:percentile(95) / 1e3, failed, summary.requests))
end
