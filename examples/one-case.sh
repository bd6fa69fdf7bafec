#!/bin/sh
# Takes the next free sample branch through one whole case over HTTP and pulls the annual form. Needs ./run and curl.
# Usage: examples/one-case.sh [http://localhost:8080]
set -eu
BASE=${1:-http://localhost:8080}
PORT=${BASE##*:}
IDENTITY=http://localhost:$((PORT + 100))
API=$BASE/api/v1
TODAY=$(TZ=Asia/Shanghai date +%F)
YEAR=${TODAY%%-*}
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT

token() {
    curl -sf "$IDENTITY/token" -d grant_type=password -d "username=$1" -d "password=$1" |
        sed 's/.*"access_token":"\([^"]*\)".*/\1/'
}
for account in province county township helper inspector statistics; do
    token $account > "$WORK/$account"
done

# call USER METHOD PATH [BODY]: prints the exchange, leaves body and entity tag behind
call() {
    set -- "$1" "$2" "$3" "${4-}"
    printf '\n> %s %s   (%s)\n' "$2" "$3" "$1"
    [ -z "$4" ] || printf '> %s\n' "$4"
    curl -s -o "$WORK/body" -D "$WORK/head" -w '< %{http_code}\n' -X "$2" "$API$3" \
        -H "Authorization: Bearer $(cat "$WORK/$1")" -H 'Accept-Language: en' \
        ${ETAG:+-H "If-Match: $ETAG"} ${4:+-H 'Content-Type: application/json' -d "$4"}
    cut -c1-"${WIDTH:-400}" "$WORK/body"
    tag=$(tr -d '\r' < "$WORK/head" | sed -n 's/^[Ee][Tt][Aa][Gg]: //p')
    [ -z "$tag" ] || [ "$2" = GET ] || ETAG=$tag
    ! grep -q '"type":"urn:zhengdun:problem' "$WORK/body" || exit 1
}
number() { grep -o "\"$1\":[0-9]*" "$WORK/body" | head -n "${2:-1}" | tail -n 1 | cut -d: -f2; }

ETAG=
call township GET /me
UNIT=$(number orgUnitId)
call county GET /me
COUNTY=$(number orgUnitId)
call county GET "/rounds?year=$YEAR"
ROUND=$(grep -o '{"id":[0-9]*,"unitId":[0-9]*,[^{}]*' "$WORK/body" | grep "\"unitId\":$COUNTY,.*\"state\":\"OPEN\"" | head -n 1 | cut -d: -f2 | cut -d, -f1)
[ -n "$ROUND" ] || { echo "county $COUNTY has no open round of $YEAR" >&2; exit 1; }
call township GET "/org-units?under=$UNIT&mode=children"
for BRANCH in $(grep -o '"id":[0-9]*' "$WORK/body" | cut -d: -f2); do
    [ "$(curl -s -H "Authorization: Bearer $(cat "$WORK/township")" "$API/cases/count?branchId=$BRANCH&active=true" | grep -o '"count":[0-9]*')" != '"count":0' ] || break
done

ETAG=
call township POST /cases "{\"roundId\": $ROUND, \"branchId\": $BRANCH, \"mainCategory\": \"W04\", \"problems\": [{\"category\": \"W04\", \"fact\": \"半年内未召开支部党员大会\", \"source\": \"县委组织部走访排查\"}]}"
CASE=$(number id)
move() { call "$1" POST "/cases/$CASE/transitions" "$2"; }
move township "{\"action\": \"SUBMIT\", \"meetingOn\": \"$TODAY\"}"
move county "{\"action\": \"CONFIRM\", \"decidedOn\": \"$TODAY\", \"documentNumber\": \"县组发〔$YEAR〕12号\", \"deadline\": \"$((YEAR + 1))-06-30\"}"
for helper in '"kind": "COUNTY_LEADER", "person": "李县长", "post": "副县长", "unit": "县政府"' \
    '"kind": "TOWNSHIP_LEADER", "person": "王委员", "post": "党委副书记", "unit": "镇党委"' \
    '"kind": "FIRST_SECRETARY", "person": "赵书记", "post": "第一书记", "unit": "县农业农村局", "subject": "helper"' \
    '"kind": "PAIRED_UNIT", "unit": "县农业农村局"'; do
    call county POST "/cases/$CASE/helpers" "{$helper, \"since\": \"$TODAY\"}"
done
move township '{"action": "START_PLANNING"}'
call township GET "/cases/$CASE"
PROBLEM=$(grep -o '"problems":\[{"id":[0-9]*' "$WORK/body" | grep -o '[0-9]*$')
call township POST "/cases/$CASE/measures" "{\"problemId\": $PROBLEM, \"kind\": \"ORDINARY\", \"description\": \"每季度召开党员大会并上党课\", \"startsOn\": \"$TODAY\", \"dueOn\": \"$((YEAR + 1))-03-31\", \"accountable\": {\"name\": \"王委员\", \"post\": \"党委副书记\", \"unit\": \"镇党委\"}}"
MEASURE=$(grep -o '"measures":\[{"id":[0-9]*' "$WORK/body" | grep -o '[0-9]*$')
move township '{"action": "SUBMIT_PLAN"}'
move county '{"action": "APPROVE_PLAN"}'
call helper POST "/cases/$CASE/measures/$MEASURE/done" "{\"doneOn\": \"$TODAY\"}"
call helper POST "/cases/$CASE/problems/$PROBLEM/transitions" "{\"action\": \"MARK_DONE\", \"evidence\": {\"text\": \"会议记录三份,到会率92%\", \"occurredOn\": \"$TODAY\"}}"
call township POST "/cases/$CASE/problems/$PROBLEM/transitions" '{"action": "CLOSE"}'
move township '{"action": "SELF_CHECK", "selfCheck": "逐项自查,问题均已销号"}'
move township '{"action": "APPLY_FOR_ACCEPTANCE"}'
call county POST "/cases/$CASE/checks" "{\"heldOn\": \"$TODAY\", \"team\": [{\"subject\": \"inspector\", \"name\": \"孙组长\", \"post\": \"科长\", \"unit\": \"市委组织部\", \"leader\": true}]}"
CHECK=$(number id)
CHECKLIST=$(number checklistId)
WIDTH=200 call inspector GET "/checklists/$CHECKLIST"
ITEMS=$(grep -o '{"code":"[^"]*","standard":"[^"]*","points":[0-9]*,"veto":[a-z]*' "$WORK/body" |
    sed 's/{"code":"\([^"]*\)".*"veto":true/{"code":"\1","vetoTriggered":false,"evidence":"无"}/; s/{"code":"\([^"]*\)".*"points":\([0-9]*\),"veto":false/{"code":"\1","score":\2,"evidence":"查阅资料"}/' | paste -sd, -)
WIDTH=200 call inspector PUT "/cases/$CASE/checks/$CHECK/answers" "{\"items\": [$ITEMS]}"
call inspector PUT "/cases/$CASE/checks/$CHECK/ballots" '{"invited": 35, "present": 30, "partyMembers": 15, "invalid": 0, "aspects": [{"aspect": "OVERALL", "satisfied": 24, "basicallySatisfied": 5, "dissatisfied": 1}]}'
call inspector POST "/cases/$CASE/checks/$CHECK/complete" '{"conclusion": "建议认定为合格"}'
move county '{"action": "TRANSFORM"}'
move county '{"action": "CLOSE"}'
WIDTH=2000 call statistics GET "/statistics/annual-form?unit=$COUNTY&year=$YEAR"
