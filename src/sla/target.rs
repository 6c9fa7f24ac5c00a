//! Within which time we answer.

use super::Counted;
use super::duration::Duration;
use crate::Error;
use crate::calendar::Calendar;
use chrono::{DateTime, TimeDelta, Utc};
use std::fmt;

/// Within which time we answer: a duration, counted in opening or in calendar time.
///
/// Durations are written as `"30m"`, `"1h30m"`, `"90s"` or `"2d"`: whole numbers, larger
/// units first. In calendar time a day is 24 hours. In opening time it is an opening day:
/// the same local time on the next day that has opening hours, counted from the next
/// opening where it is closed at the start. Hours and minutes are opening time.
///
/// # Example
/// ```
/// use webcare::calendar::Calendar;
/// use webcare::sla::{Counted, Target};
///
/// let office: Calendar = Calendar::from_value(&serde_json::json!({
///     "zone": "Europe/Amsterdam", "hours": { "mon-fri": ["09:00-17:00"] }
/// }))?;
/// let friday_at_four = "2026-11-20T15:00:00Z".parse().unwrap();
/// let due = |text, counted| Target::new(text, counted)?.due(friday_at_four, &office);
///
/// assert_eq!(due("2h", Counted::Opening)?.to_string(), "2026-11-23 09:00:00 UTC");
/// assert_eq!(due("2h", Counted::Calendar)?.to_string(), "2026-11-20 17:00:00 UTC");
/// assert_eq!(due("1d", Counted::Opening)?.to_string(), "2026-11-23 15:00:00 UTC");
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target {
    duration: Duration,
    counted: Counted,
}

pub(super) const EXPECTED: &str =
    "expected a duration such as \"30m\", \"1h30m\" or \"2d\", at most a hundred years";

impl Target {
    /// A target of the duration that `text` says.
    ///
    /// # Errors
    /// When it says none.
    pub fn new(text: &str, counted: Counted) -> Result<Self, Error> {
        match Duration::parse(text) {
            Some(duration) => Ok(Self { duration, counted }),
            None => Err(Error::fault("target", EXPECTED)),
        }
    }

    pub(super) const fn of(duration: Duration, counted: Counted) -> Self {
        Self { duration, counted }
    }

    /// In which time it is counted.
    #[must_use]
    pub const fn counted(&self) -> Counted {
        self.counted
    }

    /// When it is due that starts at `from`.
    ///
    /// # Errors
    /// When that lies beyond what the calendar, or the clock, can say.
    pub fn due(&self, from: DateTime<Utc>, calendar: &Calendar) -> Result<DateTime<Utc>, Error> {
        match self.counted {
            Counted::Calendar => from
                .checked_add_signed(self.duration.by_the_clock())
                .ok_or_else(|| Error::fault("due", "beyond the last instant that can be said")),
            Counted::Opening if self.duration.days == 0 => calendar.add(from, self.duration.time()),
            Counted::Opening => {
                let closed = calendar.covers(from) && !calendar.is_open(from);
                let opening = calendar.next_opening(from).filter(|_| closed).unwrap_or(from);
                let days = i32::try_from(self.duration.days).unwrap_or(i32::MAX);
                calendar.add(calendar.add_days(opening, days)?, self.duration.time())
            }
        }
    }

    /// How long it is from `from` to its `due` in the time in which it is counted, where
    /// that follows from the target alone.
    pub(super) fn length(&self) -> Option<TimeDelta> {
        match self.counted {
            Counted::Calendar => Some(self.duration.by_the_clock()),
            Counted::Opening if self.duration.days == 0 => Some(self.duration.time()),
            Counted::Opening => None,
        }
    }
}

impl fmt::Display for Target {
    /// Writes the duration.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.duration.fmt(f)
    }
}
