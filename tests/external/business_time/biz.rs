//! zendesk/biz: half-open, elapsed time. A deadline on closing time moves to the next
//! opening, one that is counted back to an opening moves to the closing before.

use super::schedule::{
    Ranges, Schedules, backward, date, dates, forward, instant, ranges, seconds,
};
use crate::cases::same;
use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Utc};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use webcare::calendar::{Calendar, Holidays, Opening};

pub(super) fn check(case: &Value, schedules: &mut Schedules) -> Result<(), String> {
    let (schedule, args, expected) = (&case["schedule"], &case["args"], &case["expected"]);
    let calendar = calendar(schedule, schedules);
    let at = |index: usize| instant(&args[index], &calendar);
    let result = || instant(expected, &calendar);
    match case["op"].as_str().unwrap() {
        "in_hours?" => same(calendar.is_open(at(0)), expected == true),
        "on_break?" => {
            let zone = schedule["time_zone"].as_str().unwrap();
            let breaks = schedules.calendar(zone, &Map::new(), &by_date(&schedule["breaks"]));
            same(breaks.is_open(at(0)), expected == true)
        }
        "on_holiday?" => {
            let kept = dates(&schedule["holidays"])
                .into_iter()
                .enumerate()
                .fold(Holidays::none(), |kept, (number, day)| kept.own(number.to_string(), day));
            let day = at(0).with_timezone(&calendar.zone()).date_naive();
            same(kept.on(day).is_some(), expected == true)
        }
        "duration_within_seconds" => same(
            calendar.between(at(0), at(1)).max(TimeDelta::zero()),
            seconds(expected.as_f64().unwrap()),
        ),
        "add_after" => {
            let sum = add(&calendar, args, 1)?;
            same(forward(&calendar, sum), result())
        }
        "add_before" => {
            let sum = add(&calendar, args, -1)?;
            same(backward(&calendar, sum), result())
        }
        "periods_after" => {
            let count = usize::try_from(args[1].as_u64().unwrap()).unwrap();
            let spans = calendar.openings(at(0), at(0) + TimeDelta::days(3660)).take(count);
            same(spans.map(ends).collect::<Vec<_>>(), periods(expected, &calendar))
        }
        "periods_before" => {
            let count = usize::try_from(args[1].as_u64().unwrap()).unwrap();
            let mut spans: Vec<_> =
                calendar.openings(at(0) - TimeDelta::days(3660), at(0)).map(ends).collect();
            spans.reverse();
            spans.truncate(count);
            same(spans, periods(expected, &calendar))
        }
        other => Err(format!("unknown operation {other}")),
    }
}

fn ends(span: Opening) -> (DateTime<Utc>, DateTime<Utc>) {
    (span.from(), span.to())
}

fn periods(expected: &Value, calendar: &Calendar) -> Vec<(DateTime<Utc>, DateTime<Utc>)> {
    let periods = expected.as_array().unwrap().iter();
    periods.map(|pair| (instant(&pair[0], calendar), instant(&pair[1], calendar))).collect()
}

fn add(calendar: &Calendar, args: &Value, sign: i32) -> Result<DateTime<Utc>, String> {
    let (count, at) =
        (i32::try_from(args[0].as_i64().unwrap()).unwrap() * sign, instant(&args[2], calendar));
    let sum = match args[1].as_str().unwrap().trim_end_matches('s') {
        "day" => calendar.add_days(at, count),
        "hour" => calendar.add(at, TimeDelta::hours(count.into())),
        "minute" => calendar.add(at, TimeDelta::minutes(count.into())),
        "second" => calendar.add(at, TimeDelta::seconds(count.into())),
        other => return Err(format!("unknown unit {other}")),
    };
    sum.map_err(|error| error.to_string())
}

fn by_date(value: &Value) -> BTreeMap<NaiveDate, Ranges> {
    let dates = value.as_object().unwrap().iter();
    dates.map(|(day, hours)| (date(&day.as_str().into()), ranges(hours))).collect()
}

/// Shifts are the hours of a date, breaks are taken out of it, holidays are closed.
fn calendar(schedule: &Value, schedules: &mut Schedules) -> Calendar {
    let hours = schedule["hours"].as_object().unwrap();
    let mut dates_with = by_date(&schedule["shifts"]);
    for (day, breaks) in by_date(&schedule["breaks"]) {
        let weekday = day.weekday().to_string().to_lowercase();
        let ordinary = || hours.get(&weekday).map(ranges).unwrap_or_default();
        let open = dates_with.entry(day).or_insert_with(ordinary);
        for (from, to) in breaks {
            *open = open
                .iter()
                .flat_map(|(opening, closing)| {
                    let before = (opening.clone(), closing.min(&from).clone());
                    [before, (opening.max(&to).clone(), closing.clone())]
                })
                .filter(|(opening, closing)| opening < closing)
                .collect();
        }
    }
    dates_with.extend(dates(&schedule["holidays"]).into_iter().map(|day| (day, Ranges::new())));
    schedules.calendar(schedule["time_zone"].as_str().unwrap(), hours, &dates_with)
}
