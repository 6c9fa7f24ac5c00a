//! lennym/moment-business-time: the instant of closing counts as open, and there are no
//! zones: local times are taken as UTC. A closed day counts as the day before the next
//! opening day. The units days, hours, … of a difference are opening time by the length
//! of a day; calendarDays are opening days; months are those of the plain calendar.

use super::schedule::{Ranges, Schedules, backward, date, forward, instant, open_before};
use crate::cases::same;
use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Utc};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};
use webcare::calendar::Calendar;

const DAYS: [&str; 7] = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

pub(super) fn check(case: &Value, schedules: &mut Schedules) -> Result<(), String> {
    let (schedule, args, expected) = (&case["schedule"], &case["args"], &case["expected"]);
    let ignore_breaks = args.as_array().unwrap().iter().any(|arg| arg["ignoreBreaks"] == true);
    let calendar = calendar(schedule, ignore_breaks, schedules);
    let at = |index: usize| instant(&args[index], &calendar);
    let result = || instant(expected, &calendar);
    let is_open = |at| calendar.is_open(at) || open_before(&calendar, at);
    match case["op"].as_str().unwrap() {
        "isWorkingDay" => same(calendar.is_opening_day(at(0).date_naive()), expected == true),
        "isWorkingTime" => same(is_open(at(0)), expected == true),
        "nextWorkingDay" => same(days(&calendar, at(0), 1), result()),
        "lastWorkingDay" => same(days(&calendar, at(0), -1), result()),
        "nextWorkingTime" | "lastWorkingTime" if is_open(at(0)) => same(at(0), result()),
        "nextWorkingTime" => same(forward(&calendar, at(0)), result()),
        "lastWorkingTime" => same(backward(&calendar, at(0)), result()),
        "addWorkingTime" => same(add(&calendar, args, 1), result()),
        "subtractWorkingTime" => same(add(&calendar, args, -1), result()),
        "workingDiff" => {
            let found = difference(schedule, &calendar, args)?;
            let found = if args[3] == true { found } else { found.trunc() };
            let expected = expected.as_f64().unwrap();
            if (found - expected).abs() < 1e-9 { Ok(()) } else { same(found, expected) }
        }
        other => Err(format!("unknown operation {other}")),
    }
}

/// The opening day that is `count` later or earlier, at the same time.
fn days(calendar: &Calendar, at: DateTime<Utc>, count: i32) -> DateTime<Utc> {
    let add = |at, count| calendar.add_days(at, count).unwrap();
    if count == 0 || calendar.is_opening_day(at.date_naive()) {
        return add(at, count);
    }
    add(add(at, -count.signum()), count + count.signum())
}

/// `[at, 9, "hours", 48, "minutes", …]`; unknown units add nothing.
fn add(calendar: &Calendar, args: &Value, sign: i64) -> DateTime<Utc> {
    let (first, parts) = args.as_array().unwrap().split_first().unwrap();
    parts.chunks_exact(2).fold(instant(first, calendar), |at, part| {
        let count = part[0].as_i64().unwrap() * sign;
        let open = match part[1].as_str().unwrap().trim_end_matches('s') {
            "day" => return days(calendar, at, i32::try_from(count).unwrap()),
            "hour" => TimeDelta::hours(count),
            "minute" => TimeDelta::minutes(count),
            "second" => TimeDelta::seconds(count),
            "millisecond" => TimeDelta::milliseconds(count),
            _ => TimeDelta::zero(),
        };
        calendar.add(at, open).unwrap()
    })
}

/// From the second instant to the first.
#[expect(clippy::cast_precision_loss, reason = "the cases have days and hours")]
fn difference(schedule: &Value, calendar: &Calendar, args: &Value) -> Result<f64, String> {
    let (to, from) = (instant(&args[0], calendar), instant(&args[1], calendar));
    let milliseconds = calendar.between(from, to).num_milliseconds() as f64;
    Ok(match args[2].as_str().unwrap().trim_end_matches('s') {
        "calendarDay" => calendar.days_between(from, to) as f64,
        "day" => milliseconds / length_of_day(schedule)? as f64,
        "hour" => milliseconds / 3_600_000.0,
        "minute" => milliseconds / 60_000.0,
        "second" => milliseconds / 1000.0,
        "month" => f64::from(months(to) - months(from)),
        other => return Err(format!("unknown unit {other}")),
    })
}

fn months(at: DateTime<Utc>) -> i32 {
    at.year() * 12 + i32::try_from(at.month()).unwrap()
}

/// Milliseconds, where all open days are equally long.
fn length_of_day(schedule: &Value) -> Result<i64, String> {
    let week = schedule["workinghours"].as_object().unwrap().values();
    let time = |text: &str| {
        let parts = text.split(':').map(|part| part.parse::<i64>().unwrap());
        parts.fold(0, |sum, part| sum * 60 + part) * 1000
    };
    let lengths: BTreeSet<i64> = week
        .map(|hours| pairs(hours).iter().map(|(from, to)| time(to) - time(from)).sum())
        .filter(|length| *length > 0)
        .collect();
    if lengths.len() == 1 {
        Ok(*lengths.first().unwrap())
    } else {
        Err("days of unequal length".to_owned())
    }
}

/// `["09:00:00", "12:00:00", "13:00:00", "17:00:00"]` or null.
fn pairs(hours: &Value) -> Ranges {
    let hours = hours.as_array().map(Vec::as_slice).unwrap_or_default();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    hours.chunks_exact(2).map(|pair| (text(&pair[0]), text(&pair[1]))).collect()
}

fn calendar(schedule: &Value, ignore_breaks: bool, schedules: &mut Schedules) -> Calendar {
    let week = schedule["workinghours"].as_object().unwrap().iter().map(|(day, hours)| {
        let mut hours = pairs(hours);
        if ignore_breaks && !hours.is_empty() {
            hours = vec![(hours[0].0.clone(), hours[hours.len() - 1].1.clone())];
        }
        (DAYS[day.parse::<usize>().unwrap()].to_owned(), json!(hours))
    });
    let week: Map<String, Value> = week.collect();
    let mut closed: BTreeMap<NaiveDate, Ranges> = BTreeMap::new();
    for day in schedule["holidays"].as_array().unwrap() {
        match day.as_str().unwrap().strip_prefix("*-") {
            Some(each_year) => {
                let dates =
                    (1970..2100).filter_map(|year| format!("{year}-{each_year}").parse().ok());
                closed.extend(dates.map(|day: NaiveDate| (day, Ranges::new())));
            }
            None => {
                closed.insert(date(day), Ranges::new());
            }
        }
    }
    schedules.calendar("Etc/UTC", &week, &closed)
}
