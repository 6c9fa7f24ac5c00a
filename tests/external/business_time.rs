//! Opening time: the suites of biz, `working_hours` and moment-business-time, each by its
//! own conventions, and cases on which several of them agree, or don't.

mod biz;
mod moment;
mod oracle;
mod schedule;
mod working_hours;

use crate::cases::{Tally, files, folder, lines};
use schedule::Schedules;
use serde_json::Value;

const FOLDER: &str = "business-time";

#[test]
fn business_time() {
    let Some(folder) = folder(FOLDER) else { return };
    let mut schedules = Schedules::new(folder.parent().unwrap());
    let mut failures = Vec::new();
    for path in files(&folder, &["jsonl"]) {
        let mut tally = Tally::new(FOLDER, &path);
        for case in lines(&path) {
            let id = case["id"].as_str().unwrap().to_owned();
            tally.case(&id, || check(&case, &mut schedules));
        }
        failures.extend(tally.finish());
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// Knows the format by what stands in it.
fn check(case: &Value, schedules: &mut Schedules) -> Result<(), String> {
    let schedule = &case["schedule"];
    if schedule.get("breaks").is_some() {
        biz::check(case, schedules)
    } else if schedule.get("holiday_hours").is_some() {
        working_hours::check(case, schedules)
    } else if schedule.get("workinghours").is_some() {
        moment::check(case, schedules)
    } else if case.get("country").is_some() {
        oracle::check(case, schedules)
    } else {
        Err("unknown format".to_owned())
    }
}
