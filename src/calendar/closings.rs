//! All closings of a calendar, put in order.

use super::clock_changes::DAY;
use super::closing::Closing;
use super::pattern::Span;
use super::table::{FIRST_DAY, LAST_DAY};
use crate::config::Node;
use chrono::NaiveDateTime;
use serde::{Serialize, Serializer};

/// Closings as they are written, and as stretches of time that do not overlap.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Closings {
    written: Vec<Closing>,
    stretches: Vec<Stretch>,
}

/// Local seconds since 1970-01-01 00:00 local, and whose reason holds in them.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Stretch {
    span: Span,
    written: usize,
}

impl Closings {
    pub(crate) fn new(written: Vec<Closing>) -> Self {
        let local = |at: NaiveDateTime| at.and_utc().timestamp();
        let spans = written.iter().enumerate();
        let mut spans: Vec<Stretch> = spans
            .map(|(number, closing)| {
                let span = (local(closing.from()), local(closing.to()));
                Stretch { span, written: number }
            })
            .collect();
        spans.sort_by_key(|stretch| stretch.span.0);
        let mut end = i64::MIN;
        spans.retain_mut(|stretch| {
            stretch.span.0 = stretch.span.0.max(end);
            end = end.max(stretch.span.1);
            stretch.span.0 < stretch.span.1
        });
        Self { written, stretches: spans }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.written.is_empty()
    }

    /// The closing that holds at a local time.
    pub(crate) fn at(&self, local: NaiveDateTime) -> Option<&Closing> {
        let local = local.and_utc().timestamp();
        let count = self.stretches.partition_point(|stretch| stretch.span.0 <= local);
        let stretch = self.stretches.get(count.checked_sub(1)?)?;
        self.written.get(stretch.written).filter(|_| local < stretch.span.1)
    }

    /// Each local day of a table with a stretch that is closed, in seconds since its
    /// midnight. A day may come more than once.
    pub(crate) fn days(&self) -> impl Iterator<Item = (i64, Span)> {
        self.stretches.iter().flat_map(|Stretch { span: (from, to), .. }| {
            let first = from.div_euclid(DAY).max(FIRST_DAY);
            let last = (to - 1).div_euclid(DAY).min(LAST_DAY);
            (first..=last).map(move |day| {
                let midnight = day * DAY;
                (day, ((from - midnight).max(0), (to - midnight).min(DAY)))
            })
        })
    }

    /// Reads them, noting every fault.
    pub(crate) fn read(node: &Node<'_>) -> Option<Self> {
        node.each(Closing::read).map(Self::new)
    }
}

/// What is left of spans when `closed` is taken out of them.
pub(crate) fn without(spans: &[Span], closed: Span) -> Vec<Span> {
    let parts = spans
        .iter()
        .flat_map(|(from, to)| [(*from, (*to).min(closed.0)), ((*from).max(closed.1), *to)]);
    parts.filter(|(from, to)| from < to).collect()
}

impl Serialize for Closings {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.written.serialize(serializer)
    }
}
