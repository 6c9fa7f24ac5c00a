//! What holds for every calendar.

use super::naive::{Minutes, Naive};
use crate::calendar::Calendar;
use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Zones with something about them: half an hour (Lord Howe), a day that never was
/// (Apia), negative summer time (Dublin), changes around Ramadan (Casablanca), midnight
/// (Havana, Beirut, St. John's), no changes (Tokyo).
const ZONES: [Tz; 12] = [
    Tz::UTC,
    Tz::Europe__Amsterdam,
    Tz::Europe__Brussels,
    Tz::Europe__Dublin,
    Tz::Africa__Casablanca,
    Tz::Australia__Lord_Howe,
    Tz::Pacific__Apia,
    Tz::America__Havana,
    Tz::America__St_Johns,
    Tz::Asia__Beirut,
    Tz::Asia__Tokyo,
    Tz::Antarctica__Troll,
];

const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

fn minutes() -> impl Strategy<Value = Minutes> {
    let quarters = prop::collection::btree_set(0u32..=96, 0..6);
    quarters.prop_map(|edges| {
        let edges: Vec<u32> = edges.into_iter().map(|quarter| quarter * 15).collect();
        edges.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect()
    })
}

/// Days on which the clocks change in one of the zones, and a few others.
fn date() -> impl Strategy<Value = NaiveDate> {
    let changes = [
        "2026-03-29",
        "2026-10-25",
        "2026-04-05",
        "2026-10-04",
        "2011-12-30",
        "2011-12-31",
        "2026-03-08",
        "2026-11-01",
        "2026-02-15",
        "2026-03-22",
        "2000-10-29",
        "2000-04-02",
    ];
    let changes =
        prop::sample::select(changes.to_vec()).prop_map(|date| date.parse::<NaiveDate>().unwrap());
    let others = (10_000i32..20_700).prop_map(|day| NaiveDate::from_epoch_days(day).unwrap());
    let near = (changes, -2i64..3).prop_map(|(date, days)| date + TimeDelta::days(days));
    prop_oneof![3 => near, 1 => others]
}

fn naive() -> impl Strategy<Value = Naive> {
    let week = prop::array::uniform7(minutes())
        .prop_filter("never opens", |week| week.iter().any(|day| !day.is_empty()));
    let exceptions = prop::collection::btree_map(date(), minutes(), 0..4);
    let closing = (date(), 0i64..96, 1i64..600).prop_map(|(date, start, length)| {
        let from = date.and_hms_opt(0, 0, 0).unwrap() + TimeDelta::minutes(start * 15);
        (from, from + TimeDelta::minutes(length * 15))
    });
    let closings = prop::collection::vec(closing, 0..5);
    let run = (date(), 1i64..30, minutes())
        .prop_map(|(first, days, hours)| (first, first + TimeDelta::days(days), hours));
    (prop::sample::select(ZONES.to_vec()), week, closings, prop::option::of(run), exceptions)
        .prop_map(|(zone, week, closings, run, exceptions)| Naive {
            zone,
            week,
            closings,
            run,
            exceptions,
        })
}

fn calendar(naive: &Naive) -> Calendar {
    let written = |minutes: &Minutes| -> Value {
        let clock = |minute: u32| format!("{:02}:{:02}", minute / 60, minute % 60);
        minutes.iter().map(|(from, to)| format!("{}-{}", clock(*from), clock(*to))).collect()
    };
    let hours: BTreeMap<&str, Value> =
        DAYS.into_iter().zip(naive.week.iter().map(written)).collect();
    let exceptions =
        naive.exceptions.iter().map(|(date, hours)| (date.to_string(), written(hours)));
    let run =
        naive.run.iter().map(|(first, last, hours)| (format!("{first}/{last}"), written(hours)));
    let exceptions: BTreeMap<String, Value> = exceptions.chain(run).collect();
    let closings = naive.closings.iter().map(|(from, to)| {
        let local = |at: &NaiveDateTime| at.format("%Y-%m-%dT%H:%M").to_string();
        json!({ "from": local(from), "to": local(to) })
    });
    let closings: Value = closings.collect();
    Calendar::from_value(&json!({
        "zone": naive.zone.name(), "hours": hours, "closings": closings, "exceptions": exceptions,
    }))
    .unwrap()
}

fn instant() -> impl Strategy<Value = DateTime<Utc>> {
    (date(), -90_000i64..180_000).prop_map(|(date, seconds)| {
        date.and_hms_opt(0, 0, 0).unwrap().and_utc() + TimeDelta::seconds(seconds)
    })
}

/// From a nanosecond to decades.
fn span() -> impl Strategy<Value = TimeDelta> {
    prop_oneof![
        (1i64..90_000).prop_map(TimeDelta::seconds),
        (1i64..3_000).prop_map(TimeDelta::hours),
        (1i64..300_000_000).prop_map(TimeDelta::seconds),
        (1i64..3_000_000_000_000).prop_map(TimeDelta::nanoseconds),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn it_agrees_with_a_walk_through_the_minutes(naive in naive(), date in date()) {
        let calendar = calendar(&naive);
        let start = date.and_hms_opt(0, 0, 0).unwrap().and_utc() - TimeDelta::hours(14);
        let end = start + TimeDelta::hours(52);
        let spans: Vec<_> = (-2..5).flat_map(|days| naive.spans(date + TimeDelta::days(days))).collect();
        let mut at = start;
        let mut open = 0;
        let mut was_open = None;
        while at < end {
            let expected = spans.iter().any(|(from, to)| (*from..*to).contains(&at));
            prop_assert_eq!(calendar.is_open(at), expected, "{}", at);
            prop_assert_eq!(calendar.between(start, at), TimeDelta::minutes(open), "{}", at);
            if was_open == Some(!expected) {
                let before = at - TimeDelta::minutes(1);
                let change = if expected { calendar.next_opening(before) } else { calendar.next_closing(before) };
                prop_assert_eq!(change, Some(at));
            }
            was_open = Some(expected);
            open += i64::from(expected);
            at += TimeDelta::minutes(1);
        }
        prop_assert_eq!(naive.minutes_between(start, end), open);
    }

    #[test]
    fn what_was_added_lies_between(naive in naive(), from in instant(), open in span()) {
        let calendar = calendar(&naive);
        if let Ok(to) = calendar.add(from, open) {
            prop_assert!(to > from);
            prop_assert_eq!(calendar.between(from, to), open);
            // It is the first such instant: a moment earlier something was missing.
            prop_assert!(calendar.between(from, to - TimeDelta::nanoseconds(1)) < open);
            let back = calendar.add(to, -open).unwrap();
            prop_assert_eq!(calendar.between(back, to), open);
            prop_assert!(back >= from);
            prop_assert!(calendar.between(back + TimeDelta::nanoseconds(1), to) < open);
        } else {
            prop_assert!(from.timestamp() + open.num_seconds() * 672 > 4_000_000_000, "{} {}", from, open);
        }
    }

    #[test]
    fn it_adds_up_and_never_runs_back(naive in naive(), mut at in prop::array::uniform3(instant())) {
        let calendar = calendar(&naive);
        let [a, b, c] = at;
        prop_assert_eq!(calendar.between(a, b) + calendar.between(b, c), calendar.between(a, c));
        prop_assert_eq!(calendar.between(a, b), -calendar.between(b, a));
        at.sort();
        let [a, b, c] = at;
        prop_assert!(calendar.between(a, b) <= calendar.between(a, c));
        prop_assert!(calendar.between(a, b) <= b - a);
        let open = TimeDelta::minutes(317);
        prop_assert!(calendar.add(a, open).unwrap() <= calendar.add(b, open).unwrap());
        prop_assert!(calendar.add(a, open).unwrap() <= calendar.add(a, open * 2).unwrap());
        prop_assert_eq!(calendar.add(calendar.add(a, open).unwrap(), open).unwrap(), calendar.add(a, open * 2).unwrap());
    }

    #[test]
    fn openings_are_what_is_open(naive in naive(), from in instant(), days in 1i64..40) {
        let calendar = calendar(&naive);
        let to = from + TimeDelta::days(days);
        let mut last = from;
        let mut sum = TimeDelta::zero();
        for (number, span) in calendar.openings(from, to).enumerate() {
            prop_assert!(span.from() < span.to() && span.to() <= to);
            prop_assert!(span.from() > last || number == 0 && span.from() == from || span.from() > from);
            prop_assert!(calendar.is_open(span.from()));
            prop_assert!(span.to() == to || !calendar.is_open(span.to()));
            sum += span.to() - span.from();
            last = span.to();
        }
        prop_assert_eq!(sum, calendar.between(from, to));
    }

    #[test]
    fn opening_days_are_the_days_with_opening_time(naive in naive(), from in instant(), days in 1i32..40) {
        let calendar = calendar(&naive);
        let local = |at: DateTime<Utc>| at.with_timezone(&calendar.zone());
        let day = local(from).date_naive();
        for offset in -3..4 {
            let day = day + TimeDelta::days(offset);
            let open = naive.spans(day).iter().any(|(from, to)| from < to);
            prop_assert_eq!(calendar.is_opening_day(day), open, "{}", day);
        }
        let to = calendar.add_days(from, days).unwrap();
        prop_assert!(calendar.is_opening_day(local(to).date_naive()));
        let whole = calendar.days_between(from, to);
        prop_assert_eq!(whole, i64::from(days) + i64::from(!calendar.is_opening_day(day)));
        let back = calendar.add_days(to, -days).unwrap();
        prop_assert_eq!(calendar.days_between(back, to), i64::from(days));
        let end = calendar.end_of_day(from, days.unsigned_abs()).unwrap();

        prop_assert!(calendar.is_open(end - TimeDelta::seconds(1)));
        prop_assert_eq!(calendar.days_between(from, end - TimeDelta::seconds(1)), i64::from(days));
    }

    #[test]
    fn it_is_written_back_as_it_was(naive in naive()) {
        let calendar = calendar(&naive);
        let written = serde_json::to_value(&calendar).unwrap();
        prop_assert_eq!(Calendar::from_value(&written).unwrap(), calendar);
    }
}

#[test]
fn no_instant_and_no_span_is_too_much() {
    let calendar = Calendar::from_value(&json!({
        "zone": "Europe/Amsterdam", "hours": { "mon-fri": ["09:00-17:00"] }, "holidays": "nl",
    }))
    .unwrap();
    for calendar in [calendar, Calendar::always()] {
        let instants = [DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC].into_iter().chain(
            [i64::MIN / 4_000_000, -62_000_000_000, 0, 1, 4_102_444_800, 253_402_300_799]
                .map(|at| DateTime::from_timestamp(at, 999_999_999).unwrap_or_default()),
        );
        let instants: Vec<DateTime<Utc>> = instants.collect();
        for at in &instants {
            for open in [
                TimeDelta::MIN,
                -TimeDelta::nanoseconds(1),
                TimeDelta::zero(),
                TimeDelta::nanoseconds(1),
                TimeDelta::MAX,
            ] {
                let sum = calendar.add(*at, open);
                assert!(
                    sum.is_ok_and(|sum| calendar.between(*at, sum) == open)
                        || calendar.add(*at, open).unwrap_err().is_out_of_range()
                );
            }
            for days in [i32::MIN, -1, 0, 1, i32::MAX] {
                assert!(
                    calendar
                        .add_days(*at, days)
                        .map_or_else(|error| error.is_out_of_range(), |_| true)
                );
                assert!(
                    calendar
                        .end_of_day(*at, days.unsigned_abs())
                        .map_or_else(|error| error.is_out_of_range(), |_| true)
                );
            }
            for to in &instants {
                assert_eq!(calendar.between(*at, *to), -calendar.between(*to, *at));
                let _ = calendar.days_between(*at, *to);
                let _ = calendar.openings(*at, *to).next();
            }
            let _ = (calendar.is_open(*at), calendar.next_opening(*at), calendar.next_closing(*at));
        }
    }
}
