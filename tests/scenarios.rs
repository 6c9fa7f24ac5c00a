//! The hard cases of service levels: logs, and where every clock stands at several instants.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails should say so at once"
)]

use chrono::{DateTime, TimeDelta, Utc};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use webcare::Priority;
use webcare::calendar::Calendars;
use webcare::case::{Case, CaseId, Event, Status};
use webcare::sla::{Metric, Policies, Reading};

#[derive(Deserialize)]
struct File {
    policies: Policies,
    calendars: Calendars,
    announced: Calendars,
    case: Vec<Scenario>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Scenario {
    name: String,
    log: Vec<Event>,
    #[serde(default)]
    merged_log: Vec<Event>,
    at: Vec<Look>,
}

#[derive(Deserialize)]
struct Look {
    now: DateTime<Utc>,
    #[serde(default)]
    announced: bool,
    status: Option<Status>,
    #[serde(flatten)]
    readings: BTreeMap<String, String>,
}

fn span(span: TimeDelta) -> String {
    let mut rest = span.num_seconds().unsigned_abs();
    let mut text = String::from(if span.num_seconds() < 0 { "-" } else { "" });
    for (unit, seconds) in [('h', 3_600), ('m', 60), ('s', 1)] {
        if rest >= seconds {
            write!(text, "{}{unit}", rest / seconds).unwrap();
            rest %= seconds;
        }
    }
    if rest == span.num_seconds().unsigned_abs() { "0s".to_owned() } else { text }
}

fn told(reading: &Reading) -> String {
    match reading.deadline() {
        None => format!("{}: {}", reading.status(), reading.reason().unwrap()),
        Some(deadline) => format!(
            "{} due {} {} {}",
            deadline.status(),
            deadline.due_at().format("%FT%TZ"),
            span(deadline.margin().opening()),
            span(deadline.margin().calendar()),
        ),
    }
}

fn case_of(name: &str, events: impl IntoIterator<Item = Event>) -> Case {
    Case::replay(CaseId::new(name).unwrap(), events).unwrap()
}

#[test]
fn every_clock_stands_where_it_should_in_any_order_of_arrival() {
    let file: File = toml::from_str(include_str!("../testdata/sla/hard.toml")).unwrap();
    let mut names = BTreeSet::new();
    let mut wrong = String::new();
    for scenario in &file.case {
        assert!(names.insert(&scenario.name), "{}: twice", scenario.name);
        let mut log = scenario.log.clone();
        for _ in 0..log.len() {
            log.rotate_left(1);
            for log in [log.clone(), log.iter().rev().cloned().collect()] {
                let mut case = case_of("c-1", log);
                case.absorb(case_of("c-2", scenario.merged_log.clone()));
                let json = serde_json::to_string(&case).unwrap();
                assert_eq!(serde_json::from_str::<Case>(&json).unwrap(), case);
                check(&file, scenario, &case, &mut wrong);
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

fn check(file: &File, scenario: &Scenario, case: &Case, wrong: &mut String) {
    for look in &scenario.at {
        let calendars = if look.announced { &file.announced } else { &file.calendars };
        let readings = file.policies.readings(case, Priority::Normal, calendars, look.now).unwrap();
        assert!(readings.iter().map(Reading::metric).eq(Metric::ALL));
        assert!(!look.readings.is_empty(), "{}: nothing is expected", scenario.name);
        for (metric, expected) in &look.readings {
            let mut readings = readings.iter();
            let reading = readings.find(|reading| reading.metric().as_str() == metric);
            let found = told(reading.unwrap_or_else(|| panic!("{metric}: no such metric")));
            if found != *expected {
                let (name, now) = (&scenario.name, look.now);
                let line =
                    format!("{name} at {now}: {metric}\n  {found}, expected\n  {expected}\n");
                if !wrong.contains(&line) {
                    wrong.push_str(&line);
                }
            }
        }
        let status = case.standing_by(file.policies.conventions(), Some(look.now)).status();
        assert_eq!(status, look.status.unwrap_or(status), "{} at {}", scenario.name, look.now);
    }
}
