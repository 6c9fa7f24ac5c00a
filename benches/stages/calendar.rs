//! Benches of the stage `calendar`: opening time over spans from an hour to ten years,
//! with Dutch holidays of all years, closings and summer hours in twenty of them, clock
//! changes, lunch breaks and a short Saturday.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "benches fail by panicking")]

use chrono::{DateTime, TimeDelta, Utc};
use divan::{Bencher, black_box};
use webcare::calendar::Calendar;

const SPANS: [&str; 5] = ["hour", "day", "month", "year", "ten years"];

fn span(name: &str) -> TimeDelta {
    match name {
        "hour" => TimeDelta::hours(1),
        "day" => TimeDelta::days(1),
        "month" => TimeDelta::days(30),
        "year" => TimeDelta::days(365),
        _ => TimeDelta::days(3652),
    }
}

fn config() -> serde_json::Value {
    let years = 2015..2035;
    let closings = years.clone().map(|year| {
        let (from, to) = (format!("{year}-12-24T14:00"), format!("{year}-12-31"));
        serde_json::json!({ "from": from, "to": to, "reason": "kerstsluiting" })
    });
    let summers = years.map(|year| {
        let hours = serde_json::json!({ "hours": ["10:00-16:00"], "reason": "zomerrooster" });
        (format!("{year}-07-13/{year}-08-21"), hours)
    });
    let exceptions: serde_json::Map<String, serde_json::Value> = summers.collect();
    serde_json::json!({
        "zone": "Europe/Amsterdam",
        "hours": { "mon-fri": ["08:30-12:30", "13:00-17:30"], "sat": ["10:00-14:00"] },
        "holidays": { "set": "nl", "with": ["good_friday"] },
        "closings": closings.collect::<Vec<_>>(),
        "exceptions": exceptions,
    })
}

fn calendar() -> Calendar {
    Calendar::from_value(&config()).unwrap()
}

/// A thousand instants over four years, so that no two questions are near each other.
fn instants() -> Vec<DateTime<Utc>> {
    let start = DateTime::from_timestamp(1_700_000_000, 0).unwrap();
    (0..1000).map(|number| start + TimeDelta::seconds(number * 7_919 % 1000 * 126_230)).collect()
}

/// One question about each instant, a thousand to a sample; the time shown is that of one
/// question, with the few nanoseconds of taking the next instant.
fn each<T>(bencher: Bencher<'_, '_>, ask: impl Fn(&Calendar, DateTime<Utc>) -> T + Sync) {
    let (calendar, instants) = (calendar(), instants());
    let next = std::sync::atomic::AtomicUsize::new(0);
    bencher.bench(|| {
        let index = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed) % instants.len();
        ask(black_box(&calendar), instants[index])
    });
}

#[divan::bench(args = SPANS, sample_size = 1000)]
fn add(bencher: Bencher<'_, '_>, name: &str) {
    // About a fifth of the time is open.
    let open = span(name) / 5;
    each(bencher, |calendar, at| calendar.add(at, open).unwrap());
}

#[divan::bench(args = SPANS, sample_size = 1000)]
fn between(bencher: Bencher<'_, '_>, name: &str) {
    let span = span(name);
    each(bencher, |calendar, at| calendar.between(at, at + span));
}

#[divan::bench(sample_size = 1000)]
fn is_open(bencher: Bencher<'_, '_>) {
    each(bencher, Calendar::is_open);
}

#[divan::bench(sample_size = 1000)]
fn next_opening(bencher: Bencher<'_, '_>) {
    each(bencher, Calendar::next_opening);
}

#[divan::bench(sample_size = 1000)]
fn add_days(bencher: Bencher<'_, '_>) {
    each(bencher, |calendar, at| calendar.add_days(at, 10).unwrap());
}

#[divan::bench(sample_size = 100)]
fn notice(bencher: Bencher<'_, '_>) {
    each(bencher, |calendar, at| calendar.notice(at).in_dutch());
}

#[divan::bench]
fn build(bencher: Bencher<'_, '_>) {
    let config = config();
    bencher.bench(|| Calendar::from_value(black_box(&config)).unwrap());
}
