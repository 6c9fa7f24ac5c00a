//! The spans in which a calendar is open.

use super::calendar::Calendar;
use chrono::{DateTime, SecondsFormat, Utc};
use std::fmt;

/// A span in which a calendar is open, `[from, to)`.
///
/// # Example
/// ```
/// use webcare::calendar::Calendar;
///
/// let (from, to) = ("2026-01-01T00:00:00Z".parse().unwrap(), "2026-01-02T00:00:00Z".parse().unwrap());
/// let span = Calendar::always().openings(from, to).next().unwrap();
/// assert_eq!((span.from(), span.to()), (from, to));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opening {
    from: DateTime<Utc>,
    to: DateTime<Utc>,
}

impl Opening {
    /// The first instant that is open.
    #[must_use]
    pub const fn from(&self) -> DateTime<Utc> {
        self.from
    }

    /// The first instant after it that is closed.
    #[must_use]
    pub const fn to(&self) -> DateTime<Utc> {
        self.to
    }
}

impl fmt::Display for Opening {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = |at: DateTime<Utc>| at.to_rfc3339_opts(SecondsFormat::AutoSi, true);
        write!(f, "{}/{}", text(self.from), text(self.to))
    }
}

/// The spans of [`Calendar::openings`], in order.
///
/// # Example
/// ```
/// use webcare::calendar::Calendar;
///
/// let (from, to) = ("2026-01-01T00:00:00Z".parse().unwrap(), "2026-02-01T00:00:00Z".parse().unwrap());
/// let calendar = Calendar::from_value(&serde_json::json!({
///     "zone": "Europe/Brussels", "hours": { "sat": ["10:00-12:00"] },
/// }))?;
/// assert_eq!(calendar.openings(from, to).count(), 5);
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Openings<'c> {
    calendar: &'c Calendar,
    at: DateTime<Utc>,
    to: DateTime<Utc>,
}

impl<'c> Openings<'c> {
    pub(crate) fn new(calendar: &'c Calendar, from: DateTime<Utc>, to: DateTime<Utc>) -> Self {
        Self { calendar, at: from, to }
    }
}

impl Iterator for Openings<'_> {
    type Item = Opening;

    fn next(&mut self) -> Option<Opening> {
        if self.at >= self.to {
            return None;
        }
        let from = if self.calendar.is_open(self.at) {
            self.at
        } else {
            self.calendar.next_opening(self.at).filter(|from| *from < self.to)?
        };
        let end = self.calendar.next_closing(from).or_else(|| self.calendar.end());
        let to = end.map_or(self.to, |end| end.min(self.to));
        self.at = to;
        Some(Opening { from, to })
    }
}
