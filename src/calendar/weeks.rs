//! The hours of each local day: those of its week, or its own.

use super::closings::{Closings, without};
use super::date::day_number;
use super::definition::{Definition, Version};
use super::exceptions::Exceptions;
use super::pattern::{Pattern, Span, joined};
use super::table::day_of_week;
use super::time_range::TimeRange;
use chrono::Weekday;
use std::collections::{BTreeMap, BTreeSet};

/// The hours of each day, before zones are looked at.
pub(crate) struct Weeks {
    /// Hours from each local day on: the spans of a week, and of each day of it.
    versions: BTreeMap<i64, Week>,
    /// Days whose hours are not those of their week.
    special: BTreeMap<i64, Vec<Span>>,
}

struct Week {
    number: u32,
    spans: Vec<Span>,
    days: Vec<Vec<Span>>,
}

impl Weeks {
    pub(crate) fn new(definition: &Definition) -> Self {
        let later = definition.versions.iter().map(|(from, version)| (day_number(*from), version));
        let dated: BTreeMap<i64, &Version> =
            std::iter::once((i64::MIN, &definition.base)).chain(later).collect();
        let versions = (0..).zip(&dated).map(|(number, (from, version))| {
            let days = (0..7).map(|day| version.hours.spans_of(weekday(day)));
            let days = days.collect();
            (*from, Week { number, spans: version.hours.spans(), days })
        });
        let mut weeks = Self { versions: versions.collect(), special: BTreeMap::new() };
        weeks.close_holidays(&dated);
        weeks.close(&definition.closings);
        weeks.make_exceptions(&definition.exceptions);
        let mut special = std::mem::take(&mut weeks.special);
        special.retain(|day, spans| *spans != *weeks.ordinary(*day));
        weeks.special = special;
        weeks
    }

    fn close_holidays(&mut self, versions: &BTreeMap<i64, &Version>) {
        const YEARS: std::ops::RangeInclusive<i32> = 1970..=2099;
        let ends = versions.keys().skip(1).copied().chain([i64::MAX]);
        for ((from, version), to) in versions.iter().zip(ends) {
            for date in YEARS.flat_map(|year| version.holidays.in_year(year)) {
                let day = day_number(date.date());
                if (*from..to).contains(&day) {
                    self.special.insert(day, Vec::new());
                }
            }
        }
    }

    fn close(&mut self, closings: &Closings) {
        for (day, closed) in closings.days() {
            let left = without(self.hours(day), closed);
            self.special.insert(day, left);
        }
    }

    fn make_exceptions(&mut self, exceptions: &Exceptions) {
        let days = exceptions.days();
        for (day, ranges) in &days {
            let heads = ranges.iter().map(TimeRange::head).collect();
            self.special.insert(*day, joined(heads));
        }
        for (day, ranges) in days {
            let tails = ranges.iter().filter(|range| range.is_past_midnight());
            let tails: Vec<Span> = tails.map(TimeRange::tail).collect();
            if !tails.is_empty() {
                let both = self.hours(day + 1).iter().copied().chain(tails).collect();
                self.special.insert(day + 1, joined(both));
            }
        }
    }

    fn week(&self, day: i64) -> Option<&Week> {
        self.versions.range(..=day).next_back().map(|(_, week)| week)
    }

    fn ordinary(&self, day: i64) -> &[Span] {
        let index = usize::try_from(day_of_week(day)).unwrap_or_default();
        self.week(day).and_then(|week| week.days.get(index)).map_or(&[], Vec::as_slice)
    }

    /// The hours of a day that are not those of its week.
    pub(crate) fn special(&self, day: i64) -> Option<&[Span]> {
        self.special.get(&day).map(Vec::as_slice)
    }

    /// The patterns of the weeks, by number.
    pub(crate) fn patterns(&self) -> Vec<Pattern> {
        self.versions.values().map(|week| Pattern::weekly(&week.spans)).collect()
    }

    /// The number of the week that holds on a day.
    pub(crate) fn number(&self, day: i64) -> u32 {
        self.week(day).map_or(0, |week| week.number)
    }

    /// The open spans of a day, in seconds since midnight.
    pub(crate) fn hours(&self, day: i64) -> &[Span] {
        self.special.get(&day).map_or_else(|| self.ordinary(day), Vec::as_slice)
    }

    /// The days on which something else begins, and the day after the last.
    pub(crate) fn breaks<'a>(
        &'a self,
        changed: impl Iterator<Item = &'a i64>,
        first: i64,
        last: i64,
    ) -> BTreeSet<i64> {
        let special = self.special.keys().flat_map(|day| [*day, *day + 1]);
        let breaks = special.chain(changed.copied()).chain(self.versions.keys().copied());
        breaks.filter(|day| (first..=last).contains(day)).chain([first, last + 1]).collect()
    }
}

fn weekday(day: u8) -> Weekday {
    Weekday::try_from(day).unwrap_or(Weekday::Mon)
}
