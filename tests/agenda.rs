//! Which case is next, whatever was put in, taken out and waited for.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that fails should say so")]

use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use serde_json::json;
use std::collections::BTreeMap;
use std::sync::LazyLock;
use webcare::Priority;
use webcare::calendar::{Calendar, Calendars};
use webcare::case::{Actor, Case, CaseId, Event, EventId, EventKind};
use webcare::mention::Mention;
use webcare::sla::{Agenda, Entry, Policies, Status};

static OFFICE: LazyLock<Calendars> = LazyLock::new(|| {
    let hours = json!({ "zone": "Europe/Amsterdam", "hours": { "mon-fri": ["09:00-17:00"] } });
    Calendars::new(Calendar::from_value(&hours).unwrap())
});

static POLICIES: LazyLock<Policies> = LazyLock::new(|| {
    Policies::from_value(&json!([{
        "id": "all",
        "warn": ["30m", 0.5],
        "first_response": { "urgent": "30m", "high": "2h", "default": "4h" },
        "total_resolution": "6h",
    }]))
    .unwrap()
});

fn minute(minute: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_793_610_000 + minute * 60, 0).unwrap()
}

fn id(number: u8) -> CaseId {
    CaseId::new(format!("c-{number}")).unwrap()
}

/// A case that began at some minute; perhaps it waits for the customer, or is resolved.
fn case(number: u8, began: i64, sort: u8) -> Case {
    let mention = Mention::builder("m-1").published_at(minute(began)).build().unwrap();
    let mut case = Case::open(id(number), &mention, minute(began));
    let to = match sort {
        0 => webcare::case::Status::WaitingOnCustomer,
        1 => webcare::case::Status::Resolved,
        _ => return case,
    };
    let kind = EventKind::StatusChanged { to, reason: None };
    let name = EventId::new("t-1").unwrap();
    case.record(Event::new(name, minute(began), Actor::agent("Noor"), kind)).unwrap();
    case
}

fn entry(case: &Case, priority: Priority, now: DateTime<Utc>) -> Entry {
    Entry::new(priority, &POLICIES.deadlines(case, priority, &OFFICE, now).unwrap())
}

fn lines(agenda: &Agenda) -> Vec<String> {
    agenda.iter().map(|item| item.to_string()).collect()
}

#[test]
fn late_comes_first_and_of_that_the_most_urgent() {
    let began = [("calm", 0, Priority::Low), ("old", -600, Priority::Low)];
    let rest = [("hot", -500, Priority::Urgent), ("soon", 1, Priority::High)];
    let mut agenda = Agenda::new(minute(150));
    for (name, at, priority) in began.into_iter().chain(rest) {
        let mention = Mention::builder(name).published_at(minute(at)).build().unwrap();
        let case = Case::open(CaseId::new(name).unwrap(), &mention, minute(at));
        let deadlines = POLICIES.deadlines(&case, priority, &Calendars::default(), minute(150));
        agenda.put(case.id().clone(), Entry::new(priority, &deadlines.unwrap()));
    }
    let name = CaseId::new("thanks").unwrap();
    agenda.put(name.clone(), Entry::new(Priority::Urgent, &[]));
    assert_eq!(
        lines(&agenda),
        [
            "hot: breaching, first_response due 2026-11-02T01:10:00Z, urgent",
            "soon: breaching, first_response due 2026-11-02T11:01:00Z, high",
            "old: breaching, first_response due 2026-11-02T03:00:00Z, low",
            "calm: imminent, first_response due 2026-11-02T13:00:00Z, low",
            "thanks: nothing is due, urgent",
        ]
    );
    assert_eq!(agenda.get(&name).unwrap().status(), Status::NotApplicable);
    assert!(agenda.remove(&name) && !agenda.remove(&name));
    assert_eq!(agenda.len(), 4);
}

proptest! {
    #[test]
    fn time_alone_gives_the_agenda_that_is_made_anew(
        began in prop::collection::vec((0_i64..900, 0_usize..4, 0_u8..6), 1..20),
        steps in prop::collection::vec(1_i64..400, 1..12),
    ) {
        let start = minute(900);
        let cases: Vec<(Case, Priority)> = began
            .iter()
            .zip(0_u8..)
            .map(|((at, priority, sort), number)| (case(number, *at, *sort), Priority::ALL[*priority]))
            .collect();
        let fresh = |now: DateTime<Utc>| {
            let entries = cases.iter().map(|(case, priority)| {
                (case.id().clone(), entry(case, *priority, now))
            });
            Agenda::with(entries, now)
        };
        let mut agenda = fresh(start);
        let mut now = start;
        for step in steps {
            now += TimeDelta::minutes(step);
            let wake = agenda.next_wakeup();
            let changed = agenda.advance(now);
            prop_assert_eq!(!changed.is_empty(), wake.is_some_and(|wake| wake <= now));
            for (case, priority) in cases.iter().filter(|(case, _)| changed.contains(case.id())) {
                agenda.put(case.id().clone(), entry(case, *priority, now));
            }
            // A clock that stands still is due later and later: it is put in again.
            for (case, priority) in &cases {
                if agenda.get(case.id()).unwrap().status() == Status::Paused {
                    agenda.put(case.id().clone(), entry(case, *priority, now));
                }
            }
            let anew = fresh(now);
            prop_assert_eq!(lines(&agenda), lines(&anew));
            prop_assert_eq!(agenda.next_wakeup(), anew.next_wakeup());
        }
    }

    #[test]
    fn whatever_was_put_in_and_taken_out_the_order_is_that_of_what_is_in(
        steps in prop::collection::vec((0_u8..8, 0_i64..900, 0_usize..4, 0_u8..8), 1..60),
    ) {
        let now = minute(900);
        let mut agenda = Agenda::new(now);
        let mut known: BTreeMap<CaseId, Entry> = BTreeMap::new();
        for (number, began, priority, sort) in steps {
            let case = case(number, began, sort);
            if sort == 7 {
                prop_assert_eq!(agenda.remove(case.id()), known.remove(case.id()).is_some());
            } else {
                let entry = entry(&case, Priority::ALL[priority], now);
                agenda.put(case.id().clone(), entry.clone());
                known.insert(case.id().clone(), entry);
            }
            prop_assert_eq!(agenda.len(), known.len());
            prop_assert_eq!(agenda.is_empty(), known.is_empty());
        }
        let backwards = known.iter().rev().map(|(id, entry)| (id.clone(), entry.clone()));
        let anew = Agenda::with(backwards, now);
        prop_assert_eq!(lines(&agenda), lines(&anew));
        prop_assert_eq!(agenda.first().map(|it| it.to_string()), lines(&anew).first().cloned());
        prop_assert_eq!(agenda.next_wakeup(), anew.next_wakeup());
        prop_assert!(agenda.advance(now).is_empty());
    }
}
