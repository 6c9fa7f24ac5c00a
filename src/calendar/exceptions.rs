//! Other hours on single dates and on runs of dates.

use super::date::{day_number, read_date};
use super::reason::Reason;
use super::table::{FIRST_DAY, LAST_DAY};
use super::time_range::TimeRange;
use crate::config::Node;
use chrono::NaiveDate;
use serde::ser::{SerializeMap, SerializeStruct};
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;
use std::fmt;

/// The hours of some dates. A single date wins over the run of dates it lies in; no two
/// runs overlap.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Exceptions {
    single: BTreeMap<NaiveDate, Exception>,
    /// By their first dates, with their last.
    runs: BTreeMap<NaiveDate, (NaiveDate, Exception)>,
}

/// Other hours, none of which is closed, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Exception {
    pub(crate) hours: Vec<TimeRange>,
    pub(crate) reason: Option<Reason>,
}

/// A date, or the first and the last of a run of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Dates {
    first: NaiveDate,
    last: NaiveDate,
}

impl Exceptions {
    pub(crate) fn is_empty(&self) -> bool {
        self.single.is_empty() && self.runs.is_empty()
    }

    /// Replaces what stood for the same first date.
    pub(crate) fn insert(&mut self, first: NaiveDate, last: NaiveDate, exception: Exception) {
        if first == last {
            self.single.insert(first, exception);
        } else {
            self.runs.insert(first, (last, exception));
        }
    }

    /// What holds on a date instead of its ordinary hours.
    pub(crate) fn on(&self, date: NaiveDate) -> Option<&Exception> {
        self.single.get(&date).or_else(|| {
            let (_, (last, exception)) = self.runs.range(..=date).next_back()?;
            (date <= *last).then_some(exception)
        })
    }

    /// The hours of each day, by its number, in the years of a table.
    pub(crate) fn days(&self) -> BTreeMap<i64, &[TimeRange]> {
        let runs = self.runs.iter().flat_map(|(first, (last, exception))| {
            let days = day_number(*first).max(FIRST_DAY)..=day_number(*last).min(LAST_DAY);
            days.map(|day| (day, exception.hours.as_slice()))
        });
        let single = self.single.iter();
        let single = single.map(|(date, day)| (day_number(*date), day.hours.as_slice()));
        runs.chain(single).collect()
    }

    /// Reads them, noting every fault.
    pub(crate) fn read(node: &Node<'_>) -> Option<Self> {
        let mut exceptions = Self::default();
        let mut whole = true;
        for (key, at) in node.entries()? {
            let dates = Dates::read(key, &at);
            let exception = Exception::read(&at);
            let Some((dates, exception)) = dates.zip(exception) else {
                whole = false;
                continue;
            };
            if let Some(other) = exceptions.overlap(dates) {
                at.fault(format!("overlaps \"{other}\"; only a single date may lie in another"));
                whole = false;
                continue;
            }
            exceptions.insert(dates.first, dates.last, exception);
        }
        whole.then_some(exceptions)
    }

    /// What is there already, and lies across `dates` or on the very same.
    fn overlap(&self, dates: Dates) -> Option<Dates> {
        let Dates { first, last } = dates;
        if first == last {
            return self.single.contains_key(&first).then_some(dates);
        }
        // Runs are apart: of those that start by its last date, the last one ends last.
        let (start, (end, _)) = self.runs.range(..=last).next_back()?;
        (*end >= first).then_some(Dates { first: *start, last: *end })
    }
}

impl Exception {
    fn read(node: &Node<'_>) -> Option<Self> {
        if !node.value().is_object() {
            return Some(Self { hours: read_hours(node)?, reason: None });
        }
        let mut table = node.table()?;
        let hours = table.read("hours", read_hours);
        let reason = table.read_or("reason", None, |reason| Reason::read(reason).map(Some));
        table.finish();
        Some(Self { hours: hours?, reason: reason? })
    }
}

impl Dates {
    fn read(key: &str, at: &Node<'_>) -> Option<Self> {
        let Some((first, last)) = key.split_once('/') else {
            let date = read_date(key, at)?;
            return Some(Self { first: date, last: date });
        };
        let (first, last) = (read_date(first, at), read_date(last, at));
        let dates = Self { first: first?, last: last? };
        if dates.last < dates.first {
            at.fault(format!("ends on {}, before it starts on {}", dates.last, dates.first));
            return None;
        }
        Some(dates)
    }
}

impl fmt::Display for Dates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.first.fmt(f)?;
        if self.first == self.last { Ok(()) } else { write!(f, "/{}", self.last) }
    }
}

/// Hours in order, of which no two overlap.
fn read_hours(node: &Node<'_>) -> Option<Vec<TimeRange>> {
    let ranges = node.each(TimeRange::read);
    let mut ranges = ranges.filter(|ranges| !note_overlaps(ranges, node))?;
    ranges.sort_unstable();
    Some(ranges)
}

/// Notes the first overlap among the hours of a date; whether there is one.
fn note_overlaps(ranges: &[TimeRange], at: &Node<'_>) -> bool {
    // By their starts, the ranges before `later`, which are apart: of those that start
    // before it ends, the last one ends last.
    let mut apart: BTreeMap<i64, TimeRange> = BTreeMap::new();
    let found = ranges.iter().find_map(|later| {
        let (from, to) = later.whole();
        let earlier = apart.range(..to).next_back().map(|(_, earlier)| *earlier);
        apart.insert(from, *later);
        Some((earlier.filter(|earlier| earlier.whole().1 > from)?, *later))
    });
    if let Some((earlier, later)) = found {
        at.fault(format!("\"{later}\" overlaps \"{earlier}\""));
    }
    found.is_some()
}

impl Serialize for Exceptions {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let single = self.single.iter().map(|(date, day)| (*date, *date, day));
        let runs = self.runs.iter().map(|(first, (last, run))| (*first, *last, run));
        let mut map = serializer.serialize_map(None)?;
        for (first, last, exception) in single.chain(runs) {
            map.serialize_entry(&Dates { first, last }.to_string(), exception)?;
        }
        map.end()
    }
}

impl Serialize for Exception {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Some(reason) = &self.reason else {
            return self.hours.serialize(serializer);
        };
        let mut table = serializer.serialize_struct("Exception", 2)?;
        table.serialize_field("hours", &self.hours)?;
        table.serialize_field("reason", reason)?;
        table.end()
    }
}
