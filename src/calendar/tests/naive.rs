//! A calendar that asks the clock at every minute: slow, and hard to get wrong.

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, TimeDelta, TimeZone, Utc, Weekday};
use chrono_tz::Tz;
use std::collections::BTreeMap;

/// Minutes since midnight, `[from, to)`, at most 1440.
pub(super) type Minutes = Vec<(u32, u32)>;

/// Weekly hours, closings and exceptions, already split at midnight.
#[derive(Clone, Debug)]
pub(super) struct Naive {
    pub(super) zone: Tz,
    pub(super) week: [Minutes; 7],
    /// First and last local minute, half-open.
    pub(super) closings: Vec<(NaiveDateTime, NaiveDateTime)>,
    /// First and last date, both included.
    pub(super) run: Option<(NaiveDate, NaiveDate, Minutes)>,
    pub(super) exceptions: BTreeMap<NaiveDate, Minutes>,
}

impl Naive {
    fn hours(&self, date: NaiveDate) -> Minutes {
        let weekday: Weekday = date.weekday();
        let run = self.run.iter().find(|(first, last, _)| (*first..=*last).contains(&date));
        if let Some(other) = self.exceptions.get(&date).or(run.map(|(_, _, hours)| hours)) {
            return other.clone();
        }
        let midnight = date.and_hms_opt(0, 0, 0).unwrap();
        let is_open = |minute: &u32| {
            let local = midnight + TimeDelta::minutes(i64::from(*minute));
            let week = &self.week[weekday.num_days_from_monday() as usize];
            week.iter().any(|(from, to)| (*from..*to).contains(minute))
                && !self.closings.iter().any(|(from, to)| (*from..*to).contains(&local))
        };
        let mut open: Minutes = Vec::new();
        for minute in (0..1440).filter(is_open) {
            match open.last_mut() {
                Some(last) if last.1 == minute => last.1 += 1,
                _ => open.push((minute, minute + 1)),
            }
        }
        open
    }

    /// The instants of opening and closing of a date, by the rules on skipped and double
    /// times, each found by walking through the minutes around.
    pub(super) fn spans(&self, date: NaiveDate) -> Vec<(DateTime<Utc>, DateTime<Utc>)> {
        let midnight = date.and_hms_opt(0, 0, 0).unwrap();
        let local = |minute: u32| midnight + TimeDelta::minutes(i64::from(minute));
        let hours = self.hours(date).into_iter();
        hours
            .map(|(from, to)| (self.opening(local(from)), self.closing(local(to), to == 1440)))
            .collect()
    }

    fn minutes_around(local: NaiveDateTime) -> impl DoubleEndedIterator<Item = DateTime<Utc>> {
        let start = local.and_utc() - TimeDelta::hours(30);
        (0..3600).map(move |minute| start + TimeDelta::minutes(minute))
    }

    fn shown(&self, at: DateTime<Utc>) -> NaiveDateTime {
        self.zone.from_utc_datetime(&at.naive_utc()).naive_local()
    }

    fn opening(&self, local: NaiveDateTime) -> DateTime<Utc> {
        Self::minutes_around(local).find(|at| self.shown(*at) >= local).unwrap()
    }

    fn closing(&self, local: NaiveDateTime, end_of_day: bool) -> DateTime<Utc> {
        let last = |holds: &dyn Fn(NaiveDateTime) -> bool| {
            Self::minutes_around(local).rev().find(|at| holds(self.shown(*at)))
        };
        let shown = last(&|shown| shown == local).filter(|_| !end_of_day);
        shown.unwrap_or_else(|| last(&|shown| shown < local).unwrap() + TimeDelta::minutes(1))
    }

    /// Open minutes of `from..to`, each by its first second.
    pub(super) fn minutes_between(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> i64 {
        let mut spans = Vec::new();
        let mut date = self.shown(from).date() - TimeDelta::days(2);
        while date <= self.shown(to).date() + TimeDelta::days(2) {
            spans.extend(self.spans(date));
            date += TimeDelta::days(1);
        }
        let mut at = from;
        let mut open = 0;
        while at < to {
            open += i64::from(spans.iter().any(|(from, to)| (*from..*to).contains(&at)));
            at += TimeDelta::minutes(1);
        }
        open
    }
}
