#!/usr/bin/env python3
"""Leads a case to a failed acceptance and on to a passed one, and prints its timeline. Needs ./run and Python 3.

Usage: examples/failed-acceptance.py [http://localhost:8080]
"""
import datetime
import json
import sys
import urllib.error
import urllib.parse
import urllib.request

BASE = sys.argv[1] if len(sys.argv) > 1 else "http://localhost:8080"
TODAY = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=8))).date()
tokens, etag = {}, None


def send(url, data=None, headers=(), method=None):
    request = urllib.request.Request(url, data, dict(headers), method=method)
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, answer.headers, json.load(answer)
    except urllib.error.HTTPError as refused:
        return refused.code, refused.headers, json.load(refused)


def token(user):
    if user not in tokens:
        identity = urllib.parse.urlsplit(BASE)
        form = urllib.parse.urlencode({"grant_type": "password", "username": user, "password": user})
        url = f"{identity.scheme}://{identity.hostname}:{identity.port + 100}/token"
        tokens[user] = send(url, form.encode())[2]["access_token"]
    return tokens[user]


def call(user, method, path, body=None, expected=(200, 201)):
    global etag
    headers = {"Authorization": "Bearer " + token(user), "Accept-Language": "en"}
    if body is not None:
        headers["Content-Type"] = "application/json"
    if etag and method != "GET":
        headers["If-Match"] = etag
    status, head, answer = send(BASE + "/api/v1" + path, None if body is None else json.dumps(body).encode(), headers, method)
    if method != "GET":
        print(f"{status} {user:10} {method} {path} {(body or {}).get('action', '')}")
        etag = head.get("ETag", etag) if status < 300 else etag
    if status not in expected:
        sys.exit(json.dumps(answer, ensure_ascii=False, indent=2))
    return answer


def day(plus):
    return str(TODAY + datetime.timedelta(days=plus))


def free_branch():
    township = call("township", "GET", "/me")["grants"][0]["orgUnitId"]
    for unit in call("township", "GET", f"/org-units?under={township}&mode=children&limit=200")["items"]:
        if call("township", "GET", f"/cases/count?branchId={unit['id']}&active=true")["count"] == 0:
            return unit["id"]
    sys.exit("every branch has an active case")


def move(user, action, **fields):
    return call(user, "POST", f"/cases/{case}/transitions", {"action": action, **fields})


def accept(failing):
    check = call("county", "POST", f"/cases/{case}/checks", {"heldOn": str(TODAY), "team": [
        {"subject": "inspector", "name": "孙组长", "post": "科长", "unit": "市委组织部", "leader": True}]})
    items = [item for section in call("inspector", "GET", f"/checklists/{check['checklistId']}")["sections"]
             for item in section["items"]]
    answers = [{"code": i["code"], "vetoTriggered": False, "evidence": "无"} if i["veto"] else
               {"code": i["code"], "score": 0 if i["code"] in failing else i["points"], "evidence": "查阅资料"} for i in items]
    path = f"/cases/{case}/checks/{check['id']}"
    call("inspector", "PUT", path + "/answers", {"items": answers})
    call("inspector", "PUT", path + "/ballots", {"invited": 35, "present": 30, "partyMembers": 15, "invalid": 0, "aspects": [
        {"aspect": "OVERALL", "satisfied": 24, "basicallySatisfied": 5, "dissatisfied": 1}]})
    result = call("inspector", "POST", path + "/complete", {"conclusion": "不合格" if failing else "合格"})
    print("    check", check["id"], "passed:", result["passed"])


def work_off():
    for problem in call("township", "GET", f"/cases/{case}")["problems"]:
        for measure in problem["measures"]:
            if measure["state"] == "OPEN":
                call("helper", "POST", f"/cases/{case}/measures/{measure['id']}/done", {"doneOn": str(TODAY)})
        if problem["state"] == "OPEN":
            path = f"/cases/{case}/problems/{problem['id']}/transitions"
            call("helper", "POST", path, {"action": "MARK_DONE", "evidence": {"text": "佐证材料", "occurredOn": str(TODAY)}})
            call("township", "POST", path, {"action": "CLOSE"})
    move("township", "SELF_CHECK", selfCheck="逐项自查,问题均已销号")
    move("township", "APPLY_FOR_ACCEPTANCE")


county = call("county", "GET", "/me")["grants"][0]["orgUnitId"]
round_id = next(held["id"] for held in call("county", "GET", f"/rounds?year={TODAY.year}")["items"]
                if held["unitId"] == county and held["state"] == "OPEN")
case = call("township", "POST", "/cases", {"roundId": round_id, "branchId": free_branch(), "mainCategory": "W04", "problems": [
    {"category": "W04", "fact": "半年内未召开支部党员大会", "source": "县委组织部走访排查"}]})["id"]
move("township", "SUBMIT", meetingOn=str(TODAY))
move("county", "CONFIRM", decidedOn=str(TODAY), documentNumber="县组发12号", deadline=day(180))
for kind, subject in [("COUNTY_LEADER", None), ("TOWNSHIP_LEADER", None), ("FIRST_SECRETARY", "helper"), ("PAIRED_UNIT", None)]:
    who = {"unit": "县农业农村局"} if kind == "PAIRED_UNIT" else {"person": "李明", "post": "副书记", "unit": "县政府"}
    call("county", "POST", f"/cases/{case}/helpers", {"kind": kind, "since": str(TODAY), **who,
                                                      **({"subject": subject} if subject else {})})
move("township", "START_PLANNING")
problem = call("township", "GET", f"/cases/{case}")["problems"][0]["id"]
call("township", "POST", f"/cases/{case}/measures", {
    "problemId": problem, "kind": "ORDINARY", "description": "每季度召开党员大会", "startsOn": str(TODAY), "dueOn": day(90),
    "accountable": {"name": "王委员", "post": "党委副书记", "unit": "镇党委"}})
move("township", "SUBMIT_PLAN")
move("county", "APPROVE_PLAN")
work_off()
codes = [item["code"] for section in call("county", "GET", "/checklists/1")["sections"] for item in section["items"] if not item["veto"]]
accept(failing=codes[:12])
move("county", "FAIL_ACCEPTANCE", reason="多项标准未达到", deadline=day(240))
detail = call("township", "GET", f"/cases/{case}")
print("    found by the check:", sum("checkId" in p for p in detail["problems"]), "problems, due", detail["dates"]["deadline"])
work_off()
accept(failing=[])
print("    state:", move("county", "TRANSFORM")["state"])
print(f"\nTimeline of case {case}")
page = call("county", "GET", f"/cases/{case}/timeline?limit=200")
for event in page["items"]:
    print(f"{event['seq']:3} {event['at'][:19]} {event['kind']:28} {event.get('to', ''):15} {event.get('role', ''):12} {event['unitName']}")
