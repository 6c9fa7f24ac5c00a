//! The times at which an event repeats.

use super::time::Time;
use chrono::{DateTime, Datelike, NaiveDateTime};
use chrono_tz::Tz;
use rrule::{Frequency, RRule, Unvalidated};

/// Events that repeat.
const MOST_RULES: usize = 100;

/// Steps of all rules of one file: days, weeks, months or years that are looked at. It is
/// about a second of work on a slow machine.
const MOST_STEPS: u64 = 1_000_000;

/// How many steps the crate takes before it gives up a rule, as far as it tells.
const STEPS_IN_VAIN: u64 = 100_000;

/// The first year in which a rule may start. From the year 1 on, a daily one would look at
/// more days before the first year that a calendar knows than within all of them.
const FIRST_YEAR: i32 = 1900;

/// Closings of one file.
const MOST_CLOSINGS: usize = 50_000;

/// How much of a file may still be read.
#[derive(Debug)]
pub(super) struct Budget {
    rules: usize,
    steps: u64,
    closings: usize,
}

impl Default for Budget {
    fn default() -> Self {
        Self { rules: MOST_RULES, steps: MOST_STEPS, closings: MOST_CLOSINGS }
    }
}

impl Budget {
    pub(super) fn take_rule(&mut self) -> Result<(), String> {
        let left = self.rules.checked_sub(1);
        self.rules = left.ok_or_else(|| format!("more than {MOST_RULES} events repeat"))?;
        if self.steps == 0 {
            return Err("the rules before this one took too much work".to_owned());
        }
        Ok(())
    }

    /// Takes what following a rule cost; the one that takes more than is left is followed.
    fn take_steps(&mut self, steps: u64) {
        self.steps = self.steps.saturating_sub(steps);
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
    budget: &mut Budget,
) -> Result<Vec<NaiveDateTime>, String> {
    budget.take_rule()?;
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
    if start.year() < FIRST_YEAR {
        return Err(format!("a rule from before {FIRST_YEAR} is not read"));
    }
    if end < start {
        return Err("the rule ends before it starts".to_owned());
    }
    // Days are counted on local time, so the rule is run on local times as if in UTC.
    let as_utc = |local: NaiveDateTime| local.and_utc().with_timezone(&rrule::Tz::UTC);
    let mut steps = periods(&parsed, start, end);
    let set = parsed.until(as_utc(end)).build(as_utc(start)).map_err(wrong)?;
    let found = set.before(as_utc(end)).all(u16::MAX);
    if found.limited || found.dates.is_empty() {
        steps = steps.max(STEPS_IN_VAIN);
    }
    budget.take_steps(steps);
    if found.limited {
        return Err("the rule gives too many times, or is too hard to find any by".to_owned());
    }
    Ok(found.dates.iter().map(DateTime::naive_utc).collect())
}

/// How many days, weeks, months or years a rule has to look at.
fn periods(rule: &RRule<Unvalidated>, start: NaiveDateTime, end: NaiveDateTime) -> u64 {
    let days = u64::try_from((end - start).num_days()).unwrap_or_default();
    let length = match rule.get_freq() {
        Frequency::Yearly => 365,
        Frequency::Monthly => 30,
        Frequency::Weekly => 7,
        _ => 1,
    };
    let periods = days / (length * u64::from(rule.get_interval()).max(1)) + 1;
    rule.get_count().map_or(periods, |count| periods.min(u64::from(count)))
}

fn last_second() -> NaiveDateTime {
    // 2099-12-31T23:59:59.
    DateTime::from_timestamp(4_102_444_799, 0).unwrap_or_default().naive_utc()
}
