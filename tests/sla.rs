//! Deadlines: scenarios as data, and what must hold for every case.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails should say so at once"
)]

use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use serde::Deserialize;
use serde_json::json;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::sync::LazyLock;
use webcare::Priority;
use webcare::calendar::{Calendar, Calendars};
use webcare::case::{Actor, Answered, Case, CaseId, Event, EventId, EventKind, Judged};
use webcare::language::Language;
use webcare::mention::Mention;
use webcare::sla::{Deadline, Metric, Policies, Status, next_due};

#[derive(Deserialize)]
struct File {
    policies: Policies,
    calendars: Calendars,
    case: Vec<Scenario>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Scenario {
    name: String,
    log: Vec<Event>,
    #[serde(default)]
    priority: Priority,
    at: Vec<Look>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Look {
    now: DateTime<Utc>,
    deadlines: Vec<String>,
}

fn span(span: TimeDelta) -> String {
    let mut rest = span.num_seconds().unsigned_abs();
    let mut text = String::from(if span < TimeDelta::zero() { "-" } else { "" });
    for (unit, seconds) in [('h', 3_600), ('m', 60), ('s', 1)] {
        if rest >= seconds {
            write!(text, "{}{unit}", rest / seconds).unwrap();
            rest %= seconds;
        }
    }
    if text.is_empty() { "0s".to_owned() } else { text }
}

fn line(deadline: &Deadline) -> String {
    format!(
        "{} {} due {} {} {} by {} for {}",
        deadline.metric(),
        deadline.status(),
        deadline.due_at().format("%FT%TZ"),
        span(deadline.margin().opening()),
        span(deadline.margin().calendar()),
        deadline.policy().unwrap_or("nobody"),
        deadline.mention().unwrap(),
    )
}

fn case_of(events: impl IntoIterator<Item = Event>) -> Case {
    Case::replay(CaseId::new("c-1").unwrap(), events).unwrap()
}

#[test]
fn every_scenario_is_due_as_expected() {
    let File { policies, calendars, case } =
        toml::from_str(include_str!("../testdata/sla/office.toml")).unwrap();
    assert!(policies.check(&calendars).is_empty());
    let mut names = BTreeSet::new();
    for scenario in case {
        assert!(names.insert(scenario.name.clone()), "{}: twice", scenario.name);
        let backwards = case_of(scenario.log.iter().rev().cloned());
        for case in [case_of(scenario.log), backwards] {
            for look in &scenario.at {
                let deadlines =
                    policies.deadlines(&case, scenario.priority, &calendars, look.now).unwrap();
                let lines: Vec<String> = deadlines.iter().map(line).collect();
                assert_eq!(lines, look.deadlines, "{} at {}", scenario.name, look.now);
            }
        }
    }
}

fn policies(value: &serde_json::Value) -> Policies {
    Policies::from_value(value).unwrap()
}

#[test]
fn policies_are_written_as_they_are_read() {
    let File { policies, .. } =
        toml::from_str(include_str!("../testdata/sla/office.toml")).unwrap();
    let written = serde_json::to_value(&policies).unwrap();
    assert_eq!(Policies::from_value(&written).unwrap(), policies);
    assert_eq!(written[0]["when"], json!({ "origin": ["found"] }));
    assert_eq!(written[1]["warn"], json!(["10m"]));
    assert_eq!(
        written[2]["first_response"],
        json!({ "time": "opening", "pause": [], "warn": [0.75], "default": "4h", "low": "1d",
                "urgent": "30m" })
    );
}

#[test]
fn all_faults_are_named_at_once() {
    let wrong = json!([
        { "id": "a", "first_response": "soon", "when": { "origin": ["fuond"], "priority": [] } },
        { "id": "b", "next_response": { "high": "1h", "low": "2h" }, "warn": 1.5 },
        { "id": "c", "warn": "often", "time": "opnening" },
        { "id": "d", "first_response": "1h", "calender": "x" },
        { "id": "d", "first_response": "1h" },
        { "first_response": { "urgnet": "1h", "default": 5 }, "when": { "visibility": "public" } },
    ]);
    let error = Policies::from_value(&wrong).unwrap_err();
    let faults: Vec<String> = error.faults().iter().map(ToString::to_string).collect();
    assert_eq!(
        faults,
        [
            "policies[0].when.origin[0]: unknown value \"fuond\"; did you mean \"found\"?",
            "policies[0].when.priority: expected at least one value; leave it out to accept all",
            "policies[0].first_response: expected a duration such as \"30m\", \"1h30m\" or \
             \"2d\", at most a hundred years",
            "policies[1].warn: expected a share from 0 to 1, found 1.5",
            "policies[1].next_response: \"default\" is missing, and there is no target for \
             normal, urgent",
            "policies[2].time: unknown value \"opnening\"; did you mean \"opening\"?",
            "policies[2].warn: expected a share such as 0.75 or a duration such as \"15m\"",
            "policies[2]: expected a target for at least one of first_response, next_response, \
             periodic_update, first_resolution, total_resolution, waiting_on_us, \
             waiting_on_customer, ownership, promise, found none",
            "policies[3].calender: unknown key; did you mean \"calendar\"?",
            "policies[4]: another policy is called \"d\" as well",
            "policies[5]: \"id\" is missing",
            "policies[5].when.visibility: expected a list, found the text \"public\"",
            "policies[5].first_response.default: expected a text, found the number 5",
            "policies[5].first_response.urgnet: unknown key; did you mean \"urgent\"?",
        ]
    );
}

#[test]
fn what_is_wrong_with_clocks_versions_and_switches_is_named() {
    let wrong = json!({
        "conventions": { "automatic": "no" },
        "list": [
            { "id": "a", "valid_from": "2026-11-01", "first_response": "1h" },
            { "id": "b", "warn": [0.5, 2], "ownership": { "default": "1h", "pause": ["opne"] } },
            { "id": "c", "when": { "tags": [], "language": ["dutch?"], "queue": [" "] },
              "promise": { "default": "1h", "warn": ["soon"] } },
            { "id": "d", "valid_from": "2026-11-01T00:00:00+01:00", "first_response": "1h" },
            { "id": "d", "valid_from": "2026-10-31T23:00:00Z", "first_response": "2h" },
            { "id": "e", "warn": vec![0.5; 17], "first_response": "1h" },
        ],
        "lsit": [],
    });
    let error = Policies::from_value(&wrong).unwrap_err();
    let faults: Vec<String> = error.faults().iter().map(ToString::to_string).collect();
    assert_eq!(
        faults,
        [
            "policies.list[0].valid_from: expected an instant such as \
             \"2026-11-01T00:00:00+01:00\"",
            "policies.list[1].warn[1]: expected a share from 0 to 1, found 2",
            "policies.list[1].ownership.pause[0]: unknown value \"opne\"; did you mean \"open\"?",
            "policies.list[2].when.tags: expected at least one value; leave it out to accept all",
            "policies.list[2].when.language[0]: expected the code of a language such as \"nl\", \
             found \"dutch?\"",
            "policies.list[2].when.queue[0]: expected a name, found a blank text",
            "policies.list[2].promise.warn[0]: expected a share such as 0.75 or a duration such \
             as \"15m\"",
            "policies.list[4]: another policy is called \"d\" from 2026-10-31 23:00:00 UTC as well",
            "policies.list[5].warn: expected at most 16 warnings, found 17",
            "policies.conventions.automatic: expected true or false, found the text \"no\"",
            "policies.lsit: unknown key; did you mean \"list\"?",
        ]
    );
}

#[test]
fn policies_with_versions_and_switches_are_written_as_they_are_read() {
    let value = json!({
        "conventions": { "holding": false, "reopen_days": 7 },
        "list": [
            { "id": "a", "valid_from": "2026-11-01T00:00:00+01:00", "warn": [0.5, "15m"],
              "when": { "tags": ["vip"], "language": ["nl", "fr"], "queue": ["trips"] },
              "total_resolution": { "default": "2d", "pause": ["waiting_on_third_party"] } },
            { "id": "a", "first_response": "1h", "calendar": "office" },
        ],
    });
    let read = policies(&value);
    assert!(!read.conventions().holding());
    let written = serde_json::to_value(&read).unwrap();
    assert_eq!(policies(&written), read);
    assert_eq!(written["list"][0]["valid_from"], "2026-10-31T23:00:00Z");
    assert_eq!(
        written["list"][0]["total_resolution"],
        json!({ "time": "opening", "pause": ["waiting_on_third_party"], "warn": [0.5, "15m"],
                "default": "2d" })
    );
    let first = read.iter().next().unwrap();
    let from = first.valid_from().unwrap();
    assert!(first.is_valid_at(from) && !first.is_valid_at(from - TimeDelta::nanoseconds(1)));
    let last = read.iter().last().unwrap();
    assert!(!last.is_valid_at(from) && last.is_valid_at(from - TimeDelta::nanoseconds(1)));
}

#[test]
fn tags_language_queue_and_version_are_told_when_they_do_not_fit() {
    let policies = policies(&json!([
        { "id": "vip", "when": { "tags": ["vip"] }, "first_response": "1h" },
        { "id": "french", "when": { "language": ["fr"] }, "first_response": "1h" },
        { "id": "trips", "when": { "queue": ["trips"] }, "first_response": "1h" },
        { "id": "new", "valid_from": "2030-01-01T00:00:00Z", "first_response": "1h" },
        { "id": "all", "first_response": "1h" },
    ]));
    let now = DateTime::<Utc>::UNIX_EPOCH;
    let message = Event::of(&Mention::builder("m-1").build().unwrap(), now);
    let event =
        |id: &str, kind| Event::new(EventId::new(id).unwrap(), now, Actor::Automation, kind);
    let judged = Judged::new().tags(["late", "train"]).language(Language::Dutch);
    let case = case_of([
        message.clone(),
        event("j-1", EventKind::Judged(judged)),
        event("s-1", EventKind::Assigned { queue: Some("bills".to_owned()), agent: None }),
    ]);
    assert_eq!(
        policies.explain(&case, Priority::Low).to_string(),
        "not \"vip\": tags is late and train, expected vip; \
         not \"french\": language is nl, expected fr; \
         not \"trips\": queue is bills, expected trips; \
         not \"new\": start is 1970-01-01T00:00:00Z, expected from 2030-01-01T00:00:00Z; \
         \"all\" applies: it applies to all"
    );
    let selection = policies.explain_message(message.message().unwrap(), Priority::Low, now);
    assert_eq!(selection.trials()[0].reason(), "tags is none, expected vip");
    assert_eq!(selection.trials()[2].reason(), "queue is unknown, expected trips");
    let french = Judged::new().language(Language::from_code("fr"));
    let case = case_of([message, event("j-1", EventKind::Judged(french))]);
    let selection = policies.explain(&case, Priority::Low);
    assert_eq!(selection.policy().map(webcare::sla::Policy::id), Some("french"));
}

#[test]
fn a_desk_lets_policies_see_its_tags_and_the_language() {
    let desk: webcare::desk::Desk = serde_json::from_value(json!({
        "policies": [
            { "id": "dutch", "when": { "language": ["nl"], "tags": ["parcel"] },
              "first_response": "1h" },
            { "id": "rest", "first_response": "8h" },
        ],
        "rules": [{
            "id": "parcels",
            "when": { "field": "text", "op": "contains_any", "value": ["pakje", "parcel"] },
            "then": { "tags": ["parcel"] },
        }],
    }))
    .unwrap();
    for (text, policy) in [
        ("Waar blijft mijn pakje, het is nog altijd niet aangekomen?", "dutch"),
        ("Where is my parcel, it still has not arrived?", "rest"),
        ("Hoe laat gaat de winkel morgen open?", "rest"),
    ] {
        let mention = Mention::builder("m-1").text(text).build().unwrap();
        let triage = desk.triage(&mention, DateTime::UNIX_EPOCH);
        assert_eq!(triage.due().unwrap().policy(), Some(policy), "{text}");
    }
}

#[test]
fn a_priority_without_a_default_needs_no_default() {
    let all = json!({ "low": "4h", "normal": "3h", "high": "2h", "urgent": "1h" });
    let policies = policies(&json!([{ "id": "a", "first_response": all }]));
    let policy = policies.iter().next().unwrap();
    let target = |priority| policy.target(Metric::FirstResponse, priority).unwrap().to_string();
    assert_eq!(Priority::ALL.map(target), ["4h", "3h", "2h", "1h"]);
    assert_eq!(policy.target(Metric::NextResponse, Priority::Low), None);
}

#[test]
fn why_nothing_is_due_is_said() {
    let policies = policies(&json!([
        { "id": "social", "when": { "channel": ["x", "mastodon"] }, "first_response": "1h" },
        { "id": "late", "when": { "priority": ["low"], "visibility": ["private"] },
          "first_response": "1h" },
    ]));
    let mention = Mention::builder("m-1").build().unwrap();
    let case = Case::open(CaseId::from(mention.id()), &mention, DateTime::UNIX_EPOCH);
    let selection = policies.explain(&case, Priority::High);
    assert_eq!(selection.policy(), None);
    assert_eq!(
        selection.to_string(),
        "not \"social\": channel is unknown, expected x or mastodon; \
         not \"late\": visibility is public, expected private; no policy applies"
    );
    let nothing = case_of([]);
    assert_eq!(
        policies.explain(&nothing, Priority::High).to_string(),
        "no policy applies: the customer has written nothing"
    );
    let calendars = Calendars::new(Calendar::always());
    let now = DateTime::UNIX_EPOCH;
    assert_eq!(policies.deadlines(&case, Priority::High, &calendars, now).unwrap(), []);
}

#[test]
fn a_calendar_that_is_not_there_is_an_error_and_never_a_panic() {
    let policies = policies(&json!([{ "id": "a", "calendar": "b", "first_response": "1h" }]));
    let calendars = Calendars::new(Calendar::always());
    let mention = Mention::builder("m-1").build().unwrap();
    let case = Case::open(CaseId::from(mention.id()), &mention, DateTime::UNIX_EPOCH);
    let error = policies
        .deadlines(&case, Priority::Low, &calendars, DateTime::UNIX_EPOCH)
        .unwrap_err()
        .to_string();
    assert_eq!(error, "calendar: policy \"a\": unknown calendar \"b\"");
    assert_eq!(policies.check(&calendars).len(), 1);
    for at in [DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC] {
        let opening = Policies::from_value(&json!([{ "id": "a", "first_response": "1d1h" }]));
        let case = Case::open(CaseId::from(mention.id()), &mention, at);
        assert!(opening.unwrap().deadlines(&case, Priority::Low, &calendars, at).is_err());
        let by_clock = json!([{ "id": "a", "time": "calendar", "first_response": "99d" }]);
        let by_clock = Policies::from_value(&by_clock).unwrap();
        let deadlines = by_clock.deadlines(&case, Priority::Low, &calendars, at);
        assert_eq!(deadlines.is_ok(), at == DateTime::<Utc>::MIN_UTC);
    }
}

#[test]
fn every_next_response_is_in_the_history_and_the_first_one_due_comes_next() {
    let minute = |minute| DateTime::<Utc>::UNIX_EPOCH + TimeDelta::minutes(minute);
    let message = |id: &str, at| Event::of(&Mention::builder(id).build().unwrap(), minute(at));
    let answer = |id: &str, at| {
        let kind = EventKind::Answered(Answered::new());
        Event::new(EventId::new(id).unwrap(), minute(at), Actor::agent("Noor"), kind)
    };
    let case = case_of([
        message("m-1", 0),
        answer("a-1", 5),
        message("m-2", 10),
        message("m-3", 11),
        answer("a-2", 40),
        answer("a-3", 41),
        message("m-4", 60),
    ]);
    let policies =
        policies(&json!([{ "id": "a", "first_response": "10m", "next_response": "20m" }]));
    let calendars = Calendars::new(Calendar::always());
    let history = policies.history(&case, Priority::Normal, &calendars, minute(61)).unwrap();
    let seen: Vec<_> = history
        .iter()
        .map(|deadline| {
            (deadline.metric(), deadline.status(), deadline.mention().unwrap().as_str())
        })
        .collect();
    assert_eq!(
        seen,
        [
            (Metric::FirstResponse, Status::Achieved, "m-1"),
            (Metric::NextResponse, Status::Breached, "m-2"),
            (Metric::NextResponse, Status::Pending, "m-4"),
        ]
    );
    let latest = policies.deadlines(&case, Priority::Normal, &calendars, minute(61)).unwrap();
    assert_eq!(latest, [history[0].clone(), history[2].clone()]);
    assert_eq!(next_due(&history).unwrap().mention().unwrap().as_str(), "m-4");
    assert_eq!(next_due(&history[..2]), None);
    assert_eq!(history[1].overdue().unwrap().opening(), TimeDelta::minutes(10));
    assert_eq!(history[1].remaining(), None);
    assert_eq!(history[1].ended_at(), Some(minute(40)));
    assert_eq!(history[2].overdue(), None);
    let json = serde_json::to_value(&history[2]).unwrap();
    assert_eq!(
        json,
        json!({ "metric": "next_response", "due_at": "1970-01-01T01:20:00Z",
                "status": "pending", "policy": "a", "mention": "m-4",
                "started_at": "1970-01-01T01:00:00Z",
                "margin": { "opening": 1140, "calendar": 1140 } })
    );
}

static OFFICE: LazyLock<Calendars> = LazyLock::new(|| {
    let office = Calendar::from_value(&json!({
        "zone": "Europe/Amsterdam", "hours": { "mon-fri": ["09:00-12:30", "13:00-17:00"] },
    }));
    Calendars::new(office.unwrap())
});

/// What happens to a case, by the minute.
#[derive(Clone, Copy, Debug)]
enum Turn {
    Status(webcare::case::Status),
    Judged(Priority),
}

fn any_turn() -> impl Strategy<Value = (i64, Turn)> {
    let status = (1_usize..4).prop_map(|index| Turn::Status(webcare::case::Status::ALL[index]));
    let judged = (0_usize..4).prop_map(|index| Turn::Judged(Priority::ALL[index]));
    (1_i64..4_000, prop_oneof![status, judged])
}

/// Minute by minute: the due time and whether it is or was late, by the sentences in the
/// documentation.
fn naive_resolution(turns: &[(i64, Turn)], now: i64, targets: [i64; 4]) -> (bool, bool) {
    use webcare::case::Status::{New, WaitingOnCustomer};
    let minute = |minute| DateTime::from_timestamp(1_793_610_000 + minute * 60, 0).unwrap();
    let office = OFFICE.default_calendar();
    let (mut status, mut priority) = (New, Priority::Normal);
    let mut used = vec![0];
    let mut late = false;
    for t in 0..=now {
        for (_, turn) in turns.iter().filter(|(at, _)| *at == t) {
            match turn {
                Turn::Status(to) => status = *to,
                Turn::Judged(to) => priority = *to,
            }
        }
        let target = targets[Priority::ALL.iter().position(|it| *it == priority).unwrap()];
        let due = used.iter().position(|used| *used >= target);
        let due = due.map(|due| i64::try_from(due).unwrap());
        late |= due.is_some_and(|due| if t == now { due < t } else { due <= t });
        let runs = status != WaitingOnCustomer && office.is_open(minute(t));
        used.push(used.last().unwrap() + i64::from(runs));
    }
    (late, status == WaitingOnCustomer)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn pauses_and_new_priorities_are_counted_as_minute_by_minute(
        turns in prop::collection::btree_map(1_i64..4_000, any_turn().prop_map(|(_, turn)| turn), 0..8),
        now in 0_i64..4_500, low in 1_i64..900, urgent in 1_i64..900, normal in 1_i64..900,
    ) {
        let minute = |minute| DateTime::from_timestamp(1_793_610_000 + minute * 60, 0).unwrap();
        let turns: Vec<(i64, Turn)> = turns.into_iter().collect();
        let mention = Mention::builder("m-1").published_at(minute(0)).build().unwrap();
        let mut case = Case::open(CaseId::from(mention.id()), &mention, minute(9_000));
        for (at, turn) in &turns {
            let kind = match turn {
                Turn::Status(to) => EventKind::StatusChanged { to: *to, reason: None },
                Turn::Judged(to) => EventKind::Judged(Judged::new().priority(*to)),
            };
            let id = EventId::new(format!("e-{at}")).unwrap();
            case.record(Event::new(id, minute(*at), Actor::agent("Noor"), kind)).unwrap();
        }
        let text = |minutes: i64| format!("{minutes}m");
        let policies = policies(&json!([{ "id": "a", "total_resolution": {
            "low": text(low), "urgent": text(urgent), "default": text(normal),
        } }]));
        let deadlines = policies.deadlines(&case, Priority::Normal, &OFFICE, minute(now)).unwrap();
        let (late, paused) = naive_resolution(&turns, now, [low, normal, normal, urgent]);
        let status = deadlines[0].status();
        prop_assert_eq!(status.is_late(), late, "{:?}", deadlines[0]);
        prop_assert_eq!(status == Status::Paused, paused && !late);
        prop_assert_eq!(deadlines[0].breached_at().is_some(), late);
    }

    #[test]
    fn the_next_change_is_when_something_changes(
        received in 0_i64..2_000, now in 0_i64..4_000, target in 1_u32..1_000,
        share in 0.0_f64..1.0, left in 1_u32..600, days in any::<bool>(),
    ) {
        let minute = |minute| DateTime::from_timestamp(1_793_610_000 + minute * 60, 0).unwrap();
        let mention = Mention::builder("m-1").published_at(minute(received)).build().unwrap();
        let case = Case::open(CaseId::from(mention.id()), &mention, minute(9_000));
        let target = if days { format!("1d{target}m") } else { format!("{target}m") };
        let policies = policies(&json!([
            { "id": "a", "warn": [share, format!("{left}m")], "first_response": target },
        ]));
        let look = |at| {
            let found = policies.deadlines(&case, Priority::Normal, &OFFICE, at).unwrap();
            found.first().map(|it| (it.status(), it.warnings(), it.next_change()))
        };
        let mut at = minute(received.max(now));
        let mut changes = 0;
        while let Some((status, warnings, Some(next))) = look(at) {
            prop_assert!(next > at);
            let before = look(next - TimeDelta::nanoseconds(1)).unwrap();
            prop_assert_eq!((before.0, before.1), (status, warnings));
            let after = look(next).unwrap();
            prop_assert_ne!((after.0, after.1), (status, warnings));
            at = next;
            changes += 1;
        }
        prop_assert!(changes <= 3);
        prop_assert_eq!(look(at).unwrap().0, Status::Breaching);
    }

    #[test]
    fn a_deadline_is_late_if_and_only_if_it_ends_after_it_is_due(
        received in 0_i64..2_000, answered in prop::option::of(0_i64..4_000), now in 0_i64..4_000,
        target in 1_u32..1_000, names in any::<bool>(), opening in any::<bool>(),
    ) {
        let minute = |minute| DateTime::from_timestamp(1_793_610_000 + minute * 60, 0).unwrap();
        let mention = Mention::builder("m-1").published_at(minute(received)).build().unwrap();
        let mut case = Case::open(CaseId::from(mention.id()), &mention, minute(9_000));
        if let Some(at) = answered {
            let answer = if names { Answered::new().to(mention.id().clone()) } else { Answered::new() };
            let id = EventId::new("a-1").unwrap();
            let kind = EventKind::Answered(answer);
            case.record(Event::new(id, minute(at), Actor::agent("Noor"), kind)).unwrap();
        }
        let time = if opening { "opening" } else { "calendar" };
        let policies = policies(&json!([
            { "id": "a", "time": time, "first_response": format!("{target}m") },
        ]));
        let office = OFFICE.default_calendar();
        let deadlines = policies.deadlines(&case, Priority::Normal, &OFFICE, minute(now)).unwrap();
        prop_assert_eq!(deadlines.len(), usize::from(received <= now));
        for deadline in deadlines {
            let counts = |at: &i64| *at <= now && (names || *at >= received);
            let end = answered.filter(counts).map(minute);
            prop_assert_eq!(deadline.ended_at(), end);
            prop_assert_eq!(deadline.status().is_open(), end.is_none());
            let reference = end.unwrap_or(minute(now)).max(minute(received));
            prop_assert_eq!(deadline.status().is_late(), reference > deadline.due_at());
            prop_assert_eq!(reference + deadline.margin().calendar(), deadline.due_at());
            prop_assert!(deadline.due_at() > deadline.started_at());
            let length = if opening {
                office.between(deadline.started_at(), deadline.due_at())
            } else {
                deadline.due_at() - deadline.started_at()
            };
            prop_assert_eq!(length, TimeDelta::minutes(i64::from(target)));
            prop_assert!(deadline.margin().calendar() <= deadline.due_at() - deadline.started_at());
            prop_assert_eq!(deadline.overdue().is_some(), deadline.status().is_late());
        }
    }
}
