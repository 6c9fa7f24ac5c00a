//! Arithmetic in opening days.

use super::calendar::Calendar;
use super::clock_changes::{DAY, end_of_day, instant, offset};
use super::date::day_number;
use super::table::day_of;
use crate::error::Error;
use chrono::{DateTime, NaiveDate, Utc};

impl Calendar {
    /// Whether there is any opening time on a local date.
    ///
    /// # Example
    /// ```
    /// # let calendar = webcare::calendar::Calendar::from_value(&serde_json::json!({
    /// #     "zone": "Europe/Amsterdam", "hours": { "mon-fri": ["09:00-17:00"] }, "holidays": "nl" }))?;
    /// assert!(!calendar.is_opening_day("2026-04-06".parse().unwrap())); // Easter Monday
    /// # Ok::<(), webcare::Error>(())
    /// ```
    #[must_use]
    pub fn is_opening_day(&self, date: NaiveDate) -> bool {
        self.table().days.contains(day_number(date))
    }

    /// The same local time so many opening days later, or earlier when `days` is
    /// negative. A closed day counts as the opening day that comes next, so that the
    /// first day is a whole one; going back, as the one before.
    ///
    /// A local time that does not exist on that day moves forward, of one that exists
    /// twice it is the first. Adding no days gives `from`.
    ///
    /// # Errors
    /// [`is_out_of_range`](Error::is_out_of_range) when `from` or the result is not
    /// within the years the calendar knows.
    ///
    /// # Example
    /// ```
    /// # let calendar = webcare::calendar::Calendar::from_value(&serde_json::json!({
    /// #     "zone": "Europe/Amsterdam", "hours": { "mon-fri": ["09:00-17:00"] } }))?;
    /// let friday = "2026-11-20T15:00:00Z".parse().unwrap();
    /// assert_eq!(calendar.add_days(friday, 2)?.to_rfc3339(), "2026-11-24T15:00:00+00:00");
    /// let sunday = "2026-11-22T15:00:00Z".parse().unwrap();
    /// assert_eq!(calendar.add_days(sunday, 1)?.to_rfc3339(), "2026-11-24T15:00:00+00:00");
    /// # Ok::<(), webcare::Error>(())
    /// ```
    pub fn add_days(&self, from: DateTime<Utc>, days: i32) -> Result<DateTime<Utc>, Error> {
        if days == 0 {
            return Ok(from);
        }
        let local = self.local(from)?;
        let set = &self.table().days;
        let day = day_of(local);
        let start = if days > 0 { set.count_before(day) } else { set.count_before(day + 1) - 1 };
        let result = set.nth(start + i64::from(days)).and_then(|result| {
            let at = instant(self.zone(), result * DAY + local.rem_euclid(DAY));
            DateTime::from_timestamp(at, from.timestamp_subsec_nanos() % 1_000_000_000)
        });
        result.ok_or_else(|| Error::out_of_range_from(from))
    }

    /// The last closing of the opening day that is `days` after the local date of
    /// `from`: 1 is the end of the next opening day. 0 is the end of the day itself when
    /// it is open later on, and that of the next opening day when it isn't.
    ///
    /// # Errors
    /// [`is_out_of_range`](Error::is_out_of_range) when `from` or the result is not
    /// within the years the calendar knows.
    ///
    /// # Example
    /// ```
    /// # let calendar = webcare::calendar::Calendar::from_value(&serde_json::json!({
    /// #     "zone": "Europe/Amsterdam", "hours": { "mon-fri": ["09:00-17:00"] } }))?;
    /// let friday = "2026-11-20T15:00:00Z".parse().unwrap();
    /// assert_eq!(calendar.end_of_day(friday, 0)?.to_rfc3339(), "2026-11-20T16:00:00+00:00");
    /// assert_eq!(calendar.end_of_day(friday, 1)?.to_rfc3339(), "2026-11-23T16:00:00+00:00");
    /// # Ok::<(), webcare::Error>(())
    /// ```
    pub fn end_of_day(&self, from: DateTime<Utc>, days: u32) -> Result<DateTime<Utc>, Error> {
        let day = day_of(self.local(from)?);
        let set = &self.table().days;
        let today = Some(day).filter(|day| days == 0 && set.contains(*day));
        let today = today.and_then(|day| self.last_closing(day)).filter(|end| *end > from);
        let result = today.or_else(|| {
            let later = i64::from(days.max(1)) - 1;
            self.last_closing(set.nth(set.count_before(day + 1) + later)?)
        });
        result.ok_or_else(|| Error::out_of_range_from(from))
    }

    /// How many opening days come after the local date of `from`, up to and with that of
    /// `to`; negative when `to` is the earlier.
    ///
    /// # Example
    /// ```
    /// # let calendar = webcare::calendar::Calendar::from_value(&serde_json::json!({
    /// #     "zone": "Europe/Amsterdam", "hours": { "mon-fri": ["09:00-17:00"] } }))?;
    /// let friday = "2026-11-20T15:00:00Z".parse().unwrap();
    /// let next_friday = "2026-11-27T09:00:00Z".parse().unwrap();
    /// assert_eq!(calendar.days_between(friday, next_friday), 5);
    /// # Ok::<(), webcare::Error>(())
    /// ```
    #[must_use]
    pub fn days_between(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> i64 {
        let until = |at: DateTime<Utc>| {
            let at = at.timestamp();
            self.table().days.count_before(day_of(at + offset(self.zone(), at)) + 1)
        };
        until(to) - until(from)
    }

    /// The end of the last opening time on a local day that has some.
    fn last_closing(&self, day: i64) -> Option<DateTime<Utc>> {
        let midnight = end_of_day(self.zone(), (day + 1) * DAY);
        let opened = self.table().state(midnight).opened;
        DateTime::from_timestamp(self.table().first_with(opened)?, 0)
    }

    /// Local seconds since 1970-01-01 00:00 local.
    fn local(&self, at: DateTime<Utc>) -> Result<i64, Error> {
        if self.covers(at) {
            Ok(at.timestamp() + offset(self.zone(), at.timestamp()))
        } else {
            Err(Error::out_of_range(at))
        }
    }
}
