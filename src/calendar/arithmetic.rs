//! The arithmetic of opening time, to the nanosecond.

use super::calendar::Calendar;
use super::openings::Openings;
use crate::error::Error;
use chrono::{DateTime, TimeDelta, Utc};

const NANOS: i64 = 1_000_000_000;

/// Seconds, and nanoseconds from 0 to below a second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Exact {
    seconds: i64,
    nanos: i64,
}

impl Exact {
    fn new(seconds: i64, nanos: i64) -> Self {
        Self {
            seconds: seconds.saturating_add(nanos.div_euclid(NANOS)),
            nanos: nanos.rem_euclid(NANOS),
        }
    }

    fn at(instant: DateTime<Utc>) -> Self {
        Self::new(instant.timestamp(), i64::from(instant.timestamp_subsec_nanos()))
    }
}

fn instant(seconds: i64, nanos: i64) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp(seconds, u32::try_from(nanos).ok()?)
}

impl Calendar {
    /// Whether `at` is within the years the calendar knows, 1970 to 2099 in local time.
    #[must_use]
    pub fn covers(&self, at: DateTime<Utc>) -> bool {
        (self.table().start()..self.table().end()).contains(&Exact::at(at).seconds)
    }

    /// Whether it is open. At the instant of opening it is, at that of closing it isn't.
    ///
    /// # Example
    /// ```
    /// # let calendar = webcare::calendar::Calendar::from_value(&serde_json::json!({
    /// #     "zone": "Europe/Amsterdam", "hours": { "mon-fri": ["09:00-17:00"] } }))?;
    /// assert!(calendar.is_open("2026-11-20T08:00:00Z".parse().unwrap())); // 09:00
    /// assert!(!calendar.is_open("2026-11-20T16:00:00Z".parse().unwrap())); // 17:00
    /// # Ok::<(), webcare::Error>(())
    /// ```
    #[must_use]
    pub fn is_open(&self, at: DateTime<Utc>) -> bool {
        self.table().state(Exact::at(at).seconds).is_open
    }

    /// The next time it goes from closed to open, after `at`; `None` when it doesn't any
    /// more. While it is open this is the opening after the next closing.
    ///
    /// # Example
    /// ```
    /// # let calendar = webcare::calendar::Calendar::from_value(&serde_json::json!({
    /// #     "zone": "Europe/Amsterdam", "hours": { "mon-fri": ["09:00-17:00"] } }))?;
    /// let friday_evening = "2026-11-20T19:00:00Z".parse().unwrap();
    /// let monday = "2026-11-23T08:00:00Z".parse().unwrap();
    /// assert_eq!(calendar.next_opening(friday_evening), Some(monday));
    /// # Ok::<(), webcare::Error>(())
    /// ```
    #[must_use]
    pub fn next_opening(&self, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let at = Exact::at(at).seconds;
        let mut state = self.table().state(at);
        if state.is_open {
            state = self.table().state(self.table().closing(at)?);
        }
        instant(self.table().last_with(state.opened)?, 0)
    }

    /// The next time it goes from open to closed, after `at`; `None` when it doesn't any
    /// more. While it is closed this is the closing after the next opening.
    ///
    /// # Example
    /// ```
    /// # let calendar = webcare::calendar::Calendar::from_value(&serde_json::json!({
    /// #     "zone": "Europe/Amsterdam", "hours": { "mon-fri": ["09:00-17:00"] } }))?;
    /// let friday_afternoon = "2026-11-20T15:30:00Z".parse().unwrap();
    /// let closing = "2026-11-20T16:00:00Z".parse().unwrap();
    /// assert_eq!(calendar.next_closing(friday_afternoon), Some(closing));
    /// # Ok::<(), webcare::Error>(())
    /// ```
    #[must_use]
    pub fn next_closing(&self, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let mut at = Exact::at(at).seconds;
        let state = self.table().state(at);
        if !state.is_open {
            at = self.table().last_with(state.opened)?;
        }
        instant(self.table().closing(at)?, 0)
    }

    /// The instant at which `open` opening time has passed since `from`; when `open` is
    /// negative, the instant since which it has passed.
    ///
    /// It is the one nearest to `from`: what ends exactly at closing time stays there,
    /// and does not jump to the next opening. Adding nothing gives `from`, open or not.
    /// So `between(from, add(from, open)?)` is `open`.
    ///
    /// # Errors
    /// [`is_out_of_range`](Error::is_out_of_range) when `from` or the result is not
    /// within the years the calendar knows.
    ///
    /// # Example
    /// ```
    /// use chrono::TimeDelta;
    /// # let calendar = webcare::calendar::Calendar::from_value(&serde_json::json!({
    /// #     "zone": "Europe/Amsterdam", "hours": { "mon-fri": ["09:00-17:00"] } }))?;
    /// // Friday 16:00 in Amsterdam.
    /// let from = "2026-11-20T15:00:00Z".parse().unwrap();
    /// let closing = calendar.add(from, TimeDelta::hours(1))?;
    /// assert_eq!(closing.to_rfc3339(), "2026-11-20T16:00:00+00:00");
    /// let monday = calendar.add(from, TimeDelta::minutes(61))?;
    /// assert_eq!(monday.to_rfc3339(), "2026-11-23T08:01:00+00:00");
    ///
    /// let error = calendar.add(from, TimeDelta::days(365 * 200)).unwrap_err();
    /// assert!(error.is_out_of_range());
    /// # Ok::<(), webcare::Error>(())
    /// ```
    pub fn add(&self, from: DateTime<Utc>, open: TimeDelta) -> Result<DateTime<Utc>, Error> {
        if open.is_zero() {
            return Ok(from);
        }
        if !self.covers(from) {
            return Err(Error::out_of_range(from));
        }
        let opened = self.opened(from);
        let sum = Exact::new(
            opened.seconds.saturating_add(open.num_seconds()),
            opened.nanos + i64::from(open.subsec_nanos()),
        );
        let seconds = if sum.nanos == 0 && open > TimeDelta::zero() {
            self.table().first_with(sum.seconds)
        } else {
            self.table().last_with(sum.seconds)
        };
        let result = seconds.and_then(|seconds| instant(seconds, sum.nanos));
        result.ok_or_else(|| Error::out_of_range_from(from))
    }

    /// The opening time from one instant to another; negative when `to` is the earlier.
    ///
    /// # Example
    /// ```
    /// use chrono::TimeDelta;
    /// # let calendar = webcare::calendar::Calendar::from_value(&serde_json::json!({
    /// #     "zone": "Europe/Amsterdam", "hours": { "mon-fri": ["09:00-17:00"] } }))?;
    /// let friday_at_four = "2026-11-20T15:00:00Z".parse().unwrap();
    /// let monday_at_ten = "2026-11-23T09:00:00Z".parse().unwrap();
    /// assert_eq!(calendar.between(friday_at_four, monday_at_ten), TimeDelta::hours(2));
    /// assert_eq!(calendar.between(monday_at_ten, friday_at_four), TimeDelta::hours(-2));
    /// # Ok::<(), webcare::Error>(())
    /// ```
    #[must_use]
    pub fn between(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> TimeDelta {
        let (from, to) = (self.opened(from), self.opened(to));
        let sum = Exact::new(to.seconds - from.seconds, to.nanos - from.nanos);
        let nanos = u32::try_from(sum.nanos).unwrap_or_default();
        TimeDelta::new(sum.seconds, nanos).unwrap_or_default()
    }

    /// The spans in which it is open from one instant to another, cut off at both.
    ///
    /// # Example
    /// ```
    /// # let calendar = webcare::calendar::Calendar::from_value(&serde_json::json!({
    /// #     "zone": "Europe/Amsterdam", "hours": { "mon-fri": ["09:00-17:00"] } }))?;
    /// let from = "2026-11-20T15:00:00Z".parse().unwrap();
    /// let to = "2026-11-24T00:00:00Z".parse().unwrap();
    /// let spans: Vec<String> = calendar.openings(from, to).map(|span| span.to_string()).collect();
    /// assert_eq!(spans, [
    ///     "2026-11-20T15:00:00Z/2026-11-20T16:00:00Z",
    ///     "2026-11-23T08:00:00Z/2026-11-23T16:00:00Z",
    /// ]);
    /// # Ok::<(), webcare::Error>(())
    /// ```
    #[must_use]
    pub fn openings(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> Openings<'_> {
        Openings::new(self, from, to)
    }

    /// The end of the years it knows.
    pub(crate) fn end(&self) -> Option<DateTime<Utc>> {
        instant(self.table().end(), 0)
    }

    /// Opening time from the start of the table.
    fn opened(&self, at: DateTime<Utc>) -> Exact {
        let at = Exact::at(at);
        let state = self.table().state(at.seconds);
        Exact { seconds: state.opened, nanos: if state.is_open { at.nanos } else { 0 } }
    }
}
