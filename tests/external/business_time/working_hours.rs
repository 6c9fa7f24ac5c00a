//! `Intrepidd/working_hours`: half-open, a deadline on closing time stays. It counts time
//! by the clock on the wall, rounds to seconds, and writes 24:00 as a microsecond less.

use super::schedule::{
    Ranges, Schedules, backward, date, dates, forward, instant, ranges, seconds,
};
use crate::cases::same;
use chrono::{DateTime, SubsecRound, TimeDelta, TimeZone, Utc};
use serde_json::Value;
use std::collections::BTreeMap;
use webcare::calendar::Calendar;

pub(super) fn check(case: &Value, schedules: &mut Schedules) -> Result<(), String> {
    let (schedule, args, expected) = (&case["schedule"], &case["args"], &case["expected"]);
    let hours = schedule["hours"].as_object().unwrap();
    let special = schedule["holiday_hours"].as_object().unwrap().iter();
    let mut by_date: BTreeMap<_, Ranges> =
        special.map(|(day, hours)| (date(&day.as_str().into()), ranges(hours))).collect();
    by_date.extend(dates(&schedule["holidays"]).into_iter().map(|day| (day, Ranges::new())));
    let calendar = schedules.calendar(schedule["time_zone"].as_str().unwrap(), hours, &by_date);
    let on_the_wall = schedules.calendar("Etc/UTC", hours, &by_date);

    let at = |index: usize| without_microsecond(instant(&args[index], &calendar));
    let result = || without_microsecond(instant(expected, &calendar)).round_subsecs(0);
    let number = || args[1].as_f64().unwrap();
    let add = |unit: f64| {
        let open = seconds(number() * unit);
        let sum = calendar.add(at(0), open).unwrap().round_subsecs(0);
        if sum == result() || calendar_offset(&calendar, at(0)) == calendar_offset(&calendar, sum) {
            return same(sum, result());
        }
        let sum = on_the_wall.add(wall(&calendar, at(0)), open).unwrap().round_subsecs(0);
        same(sum, wall(&calendar, result()))
    };
    match case["op"].as_str().unwrap() {
        "in_working_hours?" => same(calendar.is_open(at(0)), expected == true),
        "working_day?" => same(
            calendar.is_opening_day(at(0).with_timezone(&calendar.zone()).date_naive()),
            expected == true,
        ),
        "advance_to_working_time" => same(forward(&calendar, at(0)), result()),
        "return_to_working_time" => same(backward(&calendar, at(0)), result()),
        "advance_to_closing_time" => same(calendar.next_closing(at(0)), Some(result())),
        "next_working_time" => same(calendar.next_opening(at(0)), Some(result())),
        "add_days" => {
            let days = i32::try_from(args[1].as_i64().unwrap()).unwrap();
            same(calendar.add_days(at(0), days).unwrap(), result())
        }
        "add_hours" => add(3600.0),
        "add_minutes" => add(60.0),
        "add_seconds" => add(1.0),
        "working_days_between" => {
            same(calendar.days_between(at(0), at(1)), expected.as_i64().unwrap())
        }
        "working_time_between" => {
            let expected = expected.as_i64().unwrap();
            let found = rounded(calendar.between(at(0), at(1)));
            let changes = calendar_offset(&calendar, at(0)) != calendar_offset(&calendar, at(1));
            if found == expected || !changes {
                return same(found, expected);
            }
            let found = on_the_wall.between(wall(&calendar, at(0)), wall(&calendar, at(1)));
            same(rounded(found), expected)
        }
        other => Err(format!("unknown operation {other}")),
    }
}

/// What the clock on the wall shows, as if it were UTC.
fn wall(calendar: &Calendar, at: DateTime<Utc>) -> DateTime<Utc> {
    Utc.from_utc_datetime(&at.with_timezone(&calendar.zone()).naive_local())
}

fn calendar_offset(calendar: &Calendar, at: DateTime<Utc>) -> TimeDelta {
    wall(calendar, at) - at
}

/// Whole seconds, half a second away from zero.
fn rounded(span: TimeDelta) -> i64 {
    let halves = span.num_milliseconds() * 2;
    (halves + 1000 * halves.signum()) / 2000
}

fn without_microsecond(at: DateTime<Utc>) -> DateTime<Utc> {
    if at.timestamp_subsec_micros() == 999_999 { at.round_subsecs(0) } else { at }
}
