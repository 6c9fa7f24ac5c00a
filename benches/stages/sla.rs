//! Benches of the stage `sla`.
#![allow(clippy::expect_used, reason = "a bench whose input is wrong should say so")]

use crate::case::{case, minute};
use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use webcare::Priority;
use webcare::calendar::{Calendar, Calendars};
use webcare::sla::Policies;

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
