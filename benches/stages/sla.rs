//! Benches of the stage `sla`.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a bench whose input is wrong should say so"
)]

use crate::case::{case, mention, minute};
use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use webcare::Priority;
use webcare::calendar::{Calendar, Calendars};
use webcare::case::Status::{Open, WaitingOnCustomer};
use webcare::case::{Actor, Answered, Case, CaseId, Event, EventId, EventKind, Judged};
use webcare::sla::{Agenda, Entry, Policies};

fn policies() -> Policies {
    Policies::from_value(&serde_json::json!([
        { "id": "found", "when": { "origin": ["found"] }, "first_response": "2d" },
        { "id": "chat", "when": { "channel": ["whatsapp", "messenger"] }, "time": "calendar",
          "first_response": "1h", "next_response": "30m" },
        { "id": "public", "when": { "visibility": ["public"] },
          "first_response": { "urgent": "30m", "default": "4h" }, "next_response": "8h" },
    ]))
    .expect("the policies of a bench are well formed")
}

fn calendars() -> Calendars {
    let office = serde_json::json!({
        "zone": "Europe/Amsterdam",
        "hours": { "mon-fri": ["09:00-12:30", "13:00-17:30"] },
        "holidays": "nl",
    });
    Calendars::new(Calendar::from_value(&office).expect("well formed"))
}

#[divan::bench(args = [1, 2, 10, 1_000])]
fn deadlines(bencher: Bencher<'_, '_>, events: usize) {
    let (policies, calendars, case) = (policies(), calendars(), case(events));
    bencher.counter(ItemsCount::new(events)).bench(|| {
        let case = black_box(&case);
        policies.deadlines(case, Priority::Normal, &calendars, minute(events + 60))
    });
}

#[divan::bench(args = [1_000])]
fn history(bencher: Bencher<'_, '_>, events: usize) {
    let (policies, calendars, case) = (policies(), calendars(), case(events));
    bencher.counter(ItemsCount::new(events)).bench(|| {
        let case = black_box(&case);
        policies.history(case, Priority::Normal, &calendars, minute(events + 60))
    });
}

/// Every metric there is.
fn all_metrics() -> Policies {
    Policies::from_value(&serde_json::json!([{
        "id": "all", "warn": [0.5, "15m"],
        "first_response": "4h", "next_response": "8h", "periodic_update": "1d",
        "first_resolution": "2d", "total_resolution": "5d", "waiting_on_us": "16h",
        "waiting_on_customer": { "time": "calendar", "default": "3d" },
        "ownership": "8h", "promise": "8h",
    }]))
    .expect("well formed")
}

#[divan::bench(args = [10, 1_000])]
fn readings_of_all_metrics(bencher: Bencher<'_, '_>, events: usize) {
    let (policies, calendars, case) = (all_metrics(), calendars(), case(events));
    bencher.counter(ItemsCount::new(events)).bench(|| {
        let case = black_box(&case);
        policies.readings(case, Priority::Normal, &calendars, minute(events + 60))
    });
}

/// Every second event a change of status, every tenth of priority.
#[divan::bench(args = [1_000])]
fn readings_of_a_restless_case(bencher: Bencher<'_, '_>, events: usize) {
    let (policies, calendars) = (all_metrics(), calendars());
    let event = |number: usize| {
        let kind = match number {
            0 => return Event::of(&mention(0, None), minute(0)),
            _ if number.is_multiple_of(10) => EventKind::Judged(
                Judged::new().priority(Priority::ALL[number / 10 % Priority::ALL.len()]),
            ),
            _ if number.is_multiple_of(2) => EventKind::StatusChanged {
                to: if number.is_multiple_of(4) { Open } else { WaitingOnCustomer },
                reason: None,
            },
            _ => EventKind::Answered(Answered::new()),
        };
        let id = EventId::new(format!("e-{number}")).expect("well formed");
        Event::new(id, minute(number), Actor::agent("Noor"), kind)
    };
    let case = Case::replay(CaseId::new("c-1").expect("well formed"), (0..events).map(event));
    let case = case.expect("nothing is refused");
    bencher.counter(ItemsCount::new(events)).bench(|| {
        let case = black_box(&case);
        policies.readings(case, Priority::Normal, &calendars, minute(events + 60))
    });
}

/// Open cases of the last eight hours, of every priority.
fn entries(cases: usize) -> Vec<(CaseId, Entry)> {
    let (policies, calendars) = (policies(), calendars());
    let one = |number: usize| {
        let mention = mention(cases - number * 7 % 480.min(cases), None);
        let case = Case::open(CaseId::from(mention.id()), &mention, minute(cases));
        let priority = Priority::ALL[number % Priority::ALL.len()];
        let deadlines = policies.deadlines(&case, priority, &calendars, minute(cases));
        let entry = Entry::new(priority, &deadlines.expect("well formed"));
        (CaseId::new(format!("case-{number}")).expect("well formed"), entry)
    };
    (0..cases).map(one).collect()
}

#[divan::bench(args = [1_000_000], sample_count = 3)]
fn agenda_build(bencher: Bencher<'_, '_>, cases: usize) {
    let entries = entries(cases);
    bencher
        .counter(ItemsCount::new(cases))
        .with_inputs(|| entries.clone())
        .bench_values(|entries| Agenda::with(entries, minute(cases)));
}

#[divan::bench(args = [1_000, 1_000_000])]
fn agenda_next(bencher: Bencher<'_, '_>, cases: usize) {
    let agenda = Agenda::with(entries(cases), minute(cases));
    bencher.bench(|| black_box(&agenda).first().map(|item| item.due_at()));
}

/// The next case is handled, and put in again.
#[divan::bench(args = [1_000, 1_000_000])]
fn agenda_take_and_put(bencher: Bencher<'_, '_>, cases: usize) {
    let entries = entries(cases);
    let mut agenda = Agenda::with(entries.clone(), minute(cases));
    let mut next = entries.iter().cycle();
    bencher.bench_local(|| {
        let Some((id, entry)) = next.next() else { return };
        agenda.remove(id);
        agenda.put(id.clone(), entry.clone());
    });
}

/// One minute goes by.
#[divan::bench(args = [1_000_000])]
fn agenda_advance(bencher: Bencher<'_, '_>, cases: usize) {
    let mut agenda = Agenda::with(entries(cases), minute(cases));
    let mut now = cases;
    bencher.bench_local(|| {
        now += 1;
        (agenda.advance(minute(now)).len(), agenda.next_wakeup())
    });
}
