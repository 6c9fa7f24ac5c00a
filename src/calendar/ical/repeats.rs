//! The times at which an event repeats.

use super::time::Time;
use chrono::{DateTime, NaiveDateTime};
use chrono_tz::Tz;
use rrule::{Frequency, RRule, Unvalidated};

/// Events that repeat. A rule that never matches costs its search, some tens of
/// milliseconds, so there is an end to them.
const MOST_RULES: usize = 100;

/// Closings of one file.
const MOST_CLOSINGS: usize = 50_000;

/// How much of a file may still be read.
#[derive(Debug)]
pub(super) struct Budget {
    rules: usize,
    closings: usize,
}

impl Default for Budget {
    fn default() -> Self {
        Self { rules: MOST_RULES, closings: MOST_CLOSINGS }
    }
}

impl Budget {
    pub(super) fn take_rule(&mut self) -> Result<(), String> {
        let left = self.rules.checked_sub(1);
        self.rules = left.ok_or_else(|| format!("more than {MOST_RULES} events repeat"))?;
        Ok(())
    }

    pub(super) fn take_closings(&mut self, count: usize) -> Result<(), String> {
        let left = self.closings.checked_sub(count);
        self.closings =
            left.ok_or_else(|| format!("more than {MOST_CLOSINGS} closings in one file"))?;
        Ok(())
    }
}

/// The local times that a rule gives from `start` on, to the end of the years that a
/// calendar knows. `zone` is that of the start, `home` that of times without one.
pub(super) fn times(
    rule: &str,
    start: NaiveDateTime,
    zone: Tz,
    home: Tz,
) -> Result<Vec<NaiveDateTime>, String> {
    let is = |part: &str, key: &str| {
        part.split_once('=').is_some_and(|(name, _)| name.trim().eq_ignore_ascii_case(key))
    };
    // The crate would read a local end in the zone of this machine.
    let (until, parts): (Vec<&str>, Vec<&str>) =
        rule.split(';').partition(|part| is(part, "UNTIL"));
    if let Some(part) =
        parts.iter().find(|part| ["BYHOUR", "BYMINUTE", "BYSECOND"].iter().any(|key| is(part, key)))
    {
        return Err(format!("a rule with {part:.40?} is not read"));
    }
    let wrong = |error: rrule::RRuleError| error.to_string();
    let parsed: RRule<Unvalidated> = parts.join(";").parse().map_err(wrong)?;
    if matches!(parsed.get_freq(), Frequency::Hourly | Frequency::Minutely | Frequency::Secondly) {
        return Err(format!("a rule with FREQ={} is not read", parsed.get_freq()));
    }
    if parsed.get_interval() == 0 {
        return Err("the rule has an interval of 0".to_owned());
    }
    let mut end = last_second();
    for part in until {
        let text = part.split_once('=').map_or("", |(_, text)| text.trim());
        end = end.min(match Time::from_text(text, None)? {
            Time::Date(date) => date.and_hms_opt(23, 59, 59).unwrap_or(end),
            time @ Time::Local(_, None) => time.in_zone(zone, zone),
            time @ Time::Local(..) => time.in_zone(zone, home),
        });
    }
    if end < start {
        return Err("the rule ends before it starts".to_owned());
    }
    // Days are counted on local time, so the rule is run on local times as if in UTC.
    let as_utc = |local: NaiveDateTime| local.and_utc().with_timezone(&rrule::Tz::UTC);
    let set = parsed.until(as_utc(end)).build(as_utc(start)).map_err(wrong)?;
    let found = set.before(as_utc(end)).all(u16::MAX);
    if found.limited {
        return Err("the rule gives too many times, or is too hard to find any by".to_owned());
    }
    Ok(found.dates.iter().map(DateTime::naive_utc).collect())
}

fn last_second() -> NaiveDateTime {
    // 2099-12-31T23:59:59.
    DateTime::from_timestamp(4_102_444_799, 0).unwrap_or_default().naive_utc()
}
