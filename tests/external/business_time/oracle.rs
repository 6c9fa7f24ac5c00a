//! Generated cases for Amsterdam and Brussels. Where the sources agree there is one
//! expectation; where they don't, that of zoneinfo for a window in which the clocks
//! change, and that of `working_hours` for a deadline on closing time.

use super::schedule::{Schedules, dates, instant, seconds};
use crate::cases::same;
use chrono::{DateTime, Offset, TimeDelta, Utc};
use serde_json::Value;
use webcare::calendar::Calendar;

pub(super) fn check(case: &Value, schedules: &mut Schedules) -> Result<(), String> {
    let holidays = match &case["holidays"] {
        Value::String(table) => schedules.table(table),
        listed => dates(listed),
    };
    let closed = holidays.into_iter().map(|day| (day, Vec::new())).collect();
    let zone = case["time_zone"].as_str().unwrap();
    let calendar = schedules.calendar(zone, case["hours"].as_object().unwrap(), &closed);
    let start = instant(&case["start"], &calendar);
    match case["op"].as_str().unwrap() {
        "is_open" => same(calendar.is_open(start), case["expected"] == true),
        "business_seconds_between" => {
            let end = instant(&case["end"], &calendar);
            let expected = expected(case, &calendar, start, end);
            same(calendar.between(start, end), seconds(expected.as_f64().unwrap()))
        }
        "add_minutes" => {
            let open = TimeDelta::minutes(case["minutes"].as_i64().unwrap());
            let found = calendar.add(start, open).map_err(|error| error.to_string())?;
            same(found, instant(expected(case, &calendar, start, found), &calendar))
        }
        other => Err(format!("unknown operation {other}")),
    }
}

fn expected<'c>(
    case: &'c Value,
    calendar: &Calendar,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
) -> &'c Value {
    let offset = |at: DateTime<Utc>| at.with_timezone(&calendar.zone()).offset().fix();
    if let Some(agreed) = case.get("expected") {
        agreed
    } else if offset(from) == offset(to) {
        &case["working_hours"]
    } else {
        &case["zoneinfo_elapsed"]
    }
}
