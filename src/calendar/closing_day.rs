//! A closing day of one's own: each year, or once.

use super::date::{read_date, written_as_date};
use crate::config::Node;
use chrono::{Datelike, NaiveDate};
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;

/// A day of every year, or one date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ClosingDay {
    EachYear { month: u32, day: u32 },
    Once(NaiveDate),
}

impl ClosingDay {
    pub(crate) fn once(date: NaiveDate) -> Self {
        Self::Once(date)
    }

    pub(crate) fn each_year(date: NaiveDate) -> Self {
        Self::EachYear { month: date.month(), day: date.day() }
    }

    pub(crate) fn in_year(self, year: i32) -> Option<NaiveDate> {
        match self {
            Self::EachYear { month, day } => NaiveDate::from_ymd_opt(year, month, day),
            Self::Once(date) => (date.year() == year).then_some(date),
        }
    }

    fn read(node: &Node<'_>) -> Option<Self> {
        let text = node.string()?;
        if written_as_date(text) {
            return read_date(text, node).map(Self::Once);
        }
        let in_leap_year = format!("2024-{text}");
        if !written_as_date(&in_leap_year) {
            node.fault(format!(
                "expected a day such as \"12-24\" or \"2026-12-24\", found {text:.40?}"
            ));
            return None;
        }
        let date = in_leap_year.parse().ok().map(Self::each_year);
        if date.is_none() {
            node.fault(format!("no year has the day \"{text}\""));
        }
        date
    }
}

/// Own days by name.
pub(crate) fn read_own(node: &Node<'_>) -> Option<BTreeMap<String, ClosingDay>> {
    let days = node.entries()?.into_iter().map(|(name, at)| {
        if name.trim().is_empty() {
            at.fault("expected a name, found a blank text");
            return None;
        }
        Some((name.to_owned(), ClosingDay::read(&at)?))
    });
    let days: Vec<Option<(String, ClosingDay)>> = days.collect();
    days.into_iter().collect()
}

impl Serialize for ClosingDay {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::EachYear { month, day } => {
                serializer.collect_str(&format_args!("{month:02}-{day:02}"))
            }
            Self::Once(date) => date.serialize(serializer),
        }
    }
}
