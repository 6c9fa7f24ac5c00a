//! The cases of `testdata/calendar`: each file a list of calendars with questions.

use crate::calendar::Calendar;
use chrono::{DateTime, FixedOffset, TimeDelta, Utc};
use serde::Deserialize;
use std::collections::BTreeSet;

const FILES: [(&str, &str); 6] = [
    ("clock_changes", include_str!("../../../testdata/calendar/clock_changes.toml")),
    ("days", include_str!("../../../testdata/calendar/days.toml")),
    ("closings", include_str!("../../../testdata/calendar/closings.toml")),
    ("hours", include_str!("../../../testdata/calendar/hours.toml")),
    ("holidays", include_str!("../../../testdata/calendar/holidays.toml")),
    ("notices", include_str!("../../../testdata/calendar/notices.toml")),
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    calendar: Calendar,
    #[serde(default)]
    open: Vec<At>,
    #[serde(default)]
    closed: Vec<At>,
    /// Instant, next opening (or "never").
    #[serde(default)]
    next_opening: Vec<(At, String)>,
    #[serde(default)]
    next_closing: Vec<(At, String)>,
    /// Start, opening time, result.
    #[serde(default)]
    add: Vec<(At, String, At)>,
    /// From, to, opening time.
    #[serde(default)]
    between: Vec<(At, At, String)>,
    #[serde(default)]
    add_days: Vec<(At, i32, At)>,
    #[serde(default)]
    end_of_day: Vec<(At, u32, At)>,
    #[serde(default)]
    days_between: Vec<(At, At, i64)>,
    /// Instant, sentence in Dutch, in English.
    #[serde(default)]
    notice: Vec<(At, String, String)>,
}

/// An instant with its offset, as the clock on the wall would be read.
#[derive(Clone, Copy, Debug, Deserialize)]
struct At(DateTime<FixedOffset>);

impl At {
    fn utc(self) -> DateTime<Utc> {
        self.0.to_utc()
    }
}

/// `1d 2h 30m 5s`, each optional, with a minus before it.
fn span(text: &str) -> TimeDelta {
    let (sign, parts) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
    let seconds = parts.split(' ').map(|part| {
        let (number, unit) = part.split_at(part.len() - 1);
        let unit = match unit {
            "d" => 86_400,
            "h" => 3600,
            "m" => 60,
            "s" => 1,
            _ => panic!("{text}"),
        };
        number.parse::<i64>().unwrap() * unit
    });
    TimeDelta::seconds(sign * seconds.sum::<i64>())
}

impl Case {
    fn check(&self) {
        let Self { name, calendar, .. } = self;
        for at in &self.open {
            assert!(calendar.is_open(at.utc()), "{name}: expected open at {}", at.0);
        }
        for at in &self.closed {
            assert!(!calendar.is_open(at.utc()), "{name}: expected closed at {}", at.0);
        }
        let instant = |text: &String| {
            (text != "never").then(|| text.parse::<DateTime<FixedOffset>>().unwrap().to_utc())
        };
        for (at, expected) in &self.next_opening {
            let found = calendar.next_opening(at.utc());
            assert_eq!(found, instant(expected), "{name}: opening after {}", at.0);
        }
        for (at, expected) in &self.next_closing {
            let found = calendar.next_closing(at.utc());
            assert_eq!(found, instant(expected), "{name}: closing after {}", at.0);
        }
        for (from, open, expected) in &self.add {
            let found = calendar.add(from.utc(), span(open)).unwrap();
            assert_eq!(found, expected.utc(), "{name}: {} + {open}", from.0);
        }
        for (from, to, expected) in &self.between {
            let found = calendar.between(from.utc(), to.utc());
            assert_eq!(found, span(expected), "{name}: {} to {}", from.0, to.0);
        }
        for (from, days, expected) in &self.add_days {
            let found = calendar.add_days(from.utc(), *days).unwrap();
            assert_eq!(found, expected.utc(), "{name}: {} + {days} days", from.0);
        }
        for (from, days, expected) in &self.end_of_day {
            let found = calendar.end_of_day(from.utc(), *days).unwrap();
            assert_eq!(found, expected.utc(), "{name}: end of day {} + {days}", from.0);
        }
        for (from, to, expected) in &self.days_between {
            let found = calendar.days_between(from.utc(), to.utc());
            assert_eq!(found, *expected, "{name}: days {} to {}", from.0, to.0);
        }
        for (at, dutch, english) in &self.notice {
            let found = calendar.notice(at.utc());
            assert_eq!(found.in_dutch(), *dutch, "{name}: at {}", at.0);
            assert_eq!(found.in_english(), *english, "{name}: at {}", at.0);
        }
    }
}

#[test]
fn every_case_holds() {
    let mut names = BTreeSet::new();
    for (file, text) in FILES {
        let file: File = toml::from_str(text).unwrap_or_else(|error| panic!("{file}: {error}"));
        for case in file.case {
            case.check();
            assert!(names.insert(case.name.clone()), "{} is there twice", case.name);
        }
    }
    assert!(names.len() > 20);
}
