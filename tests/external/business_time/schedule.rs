//! From the schedules of the cases to calendars, and what several formats share.

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use webcare::calendar::Calendar;

/// Ranges of minutes or seconds of a day, as `HH:MM` or `HH:MM:SS`.
pub(super) type Ranges = Vec<(String, String)>;

/// Calendars by what they are made from, and the tables of holidays that are named.
#[derive(Debug)]
pub(super) struct Schedules {
    root: PathBuf,
    calendars: BTreeMap<String, Calendar>,
    tables: BTreeMap<String, Vec<NaiveDate>>,
}

impl Schedules {
    pub(super) fn new(root: &Path) -> Self {
        Self { root: root.to_owned(), calendars: BTreeMap::new(), tables: BTreeMap::new() }
    }

    /// The calendar of a zone, weekly hours, and hours by date.
    pub(super) fn calendar(
        &mut self,
        zone: &str,
        hours: &Map<String, Value>,
        dates: &BTreeMap<NaiveDate, Ranges>,
    ) -> Calendar {
        let hours: BTreeMap<&str, Vec<String>> =
            hours.iter().map(|(day, hours)| (day.as_str(), written(&ranges(hours)))).collect();
        let dates: BTreeMap<String, Vec<String>> =
            dates.iter().map(|(date, hours)| (date.to_string(), written(hours))).collect();
        // In the end a calendar must open, which a case need not.
        let end = json!([{ "from": "2099-12-31", "hours": { "mon-sun": ["00:00-24:00"] } }]);
        let config = json!({ "zone": zone, "hours": hours, "exceptions": dates, "versions": end });
        let new =
            || Calendar::from_value(&config).unwrap_or_else(|error| panic!("{config}: {error}"));
        self.calendars.entry(config.to_string()).or_insert_with(new).clone()
    }

    /// The dates of a table such as `BE public (FILE.json)`.
    pub(super) fn table(&mut self, name: &str) -> Vec<NaiveDate> {
        let read = || {
            let (which, file) = name.split_once(" (").unwrap();
            let (country, category) = which.split_once(' ').unwrap();
            let path = self.root.join("holidays").join(file.trim_end_matches(')'));
            let table: Value =
                serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
            let days = table["countries"][country][category].as_array().unwrap().clone();
            days.iter().map(|day| date(&day["date"])).collect()
        };
        self.tables.entry(name.to_owned()).or_insert_with(read).clone()
    }
}

/// `[["09:00", "17:00"], …]`
pub(super) fn ranges(value: &Value) -> Ranges {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    value.as_array().unwrap().iter().map(|pair| (text(&pair[0]), text(&pair[1]))).collect()
}

/// Joined, as a calendar reads them.
fn written(ranges: &Ranges) -> Vec<String> {
    let mut ranges = ranges.clone();
    ranges.retain(|(from, to)| from < to);
    ranges.sort();
    let mut joined: Ranges = Vec::new();
    for (from, to) in ranges {
        match joined.last_mut().filter(|last| from <= last.1) {
            Some(last) => last.1 = last.1.clone().max(to),
            None => joined.push((from, to)),
        }
    }
    joined.iter().map(|(from, to)| format!("{from}-{to}")).collect()
}

pub(super) fn date(value: &Value) -> NaiveDate {
    value.as_str().unwrap().parse().unwrap()
}

/// The dates of a list.
pub(super) fn dates(value: &Value) -> Vec<NaiveDate> {
    value.as_array().unwrap().iter().map(date).collect()
}

/// An instant with an offset; without one, or a date alone, local time in `calendar`.
pub(super) fn instant(value: &Value, calendar: &Calendar) -> DateTime<Utc> {
    let text = value.as_str().unwrap();
    if let Ok(instant) = text.parse::<DateTime<Utc>>() {
        return instant;
    }
    let midnight = || text.parse::<NaiveDate>().unwrap().and_hms_opt(0, 0, 0).unwrap();
    let local = text.parse::<NaiveDateTime>().unwrap_or_else(|_| midnight());
    local.and_local_timezone(calendar.zone()).earliest().unwrap().to_utc()
}

const MOMENT: TimeDelta = TimeDelta::nanoseconds(1);

/// Whether it was open just before.
pub(super) fn open_before(calendar: &Calendar, at: DateTime<Utc>) -> bool {
    calendar.is_open(at - MOMENT)
}

/// `at`, or the next opening when it is closed.
pub(super) fn forward(calendar: &Calendar, at: DateTime<Utc>) -> DateTime<Utc> {
    if calendar.is_open(at) { at } else { calendar.next_opening(at).unwrap() }
}

/// `at`, or the last closing when it was closed before.
pub(super) fn backward(calendar: &Calendar, at: DateTime<Utc>) -> DateTime<Utc> {
    if open_before(calendar, at) { at } else { calendar.add(at, -MOMENT).unwrap() + MOMENT }
}

pub(super) fn seconds(value: f64) -> TimeDelta {
    #[expect(clippy::cast_possible_truncation, reason = "the cases have hours and seconds")]
    TimeDelta::milliseconds((value * 1000.0).round() as i64)
}
