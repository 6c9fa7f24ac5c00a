//! A calendar in code.

use super::business_hours::BusinessHours;
use super::calendar::Calendar;
use super::closing::Closing;
use super::closings::Closings;
use super::definition::{Definition, Version};
use super::exceptions::Exception;
use super::holidays::Holidays;
use super::reason::Reason;
use super::time_range::TimeRange;
use crate::error::Error;
use chrono::NaiveDate;
use chrono_tz::Tz;

/// Builds a [`Calendar`] in code.
///
/// # Example
/// ```
/// use webcare::calendar::{BusinessHours, Calendar, Holidays};
///
/// let date = |text: &str| text.parse().unwrap();
/// let hours = |value| BusinessHours::from_value(&value);
/// let calendar = Calendar::builder(
///     chrono_tz::Europe::Brussels,
///     hours(serde_json::json!({ "mon-fri": ["09:00-17:00"] }))?,
/// )
/// .holidays(Holidays::be())
/// .exception(date("2026-12-24"), ["09:00-12:00".parse()?])
/// .exception(date("2026-12-28"), [])
/// .hours_from(date("2027-01-01"), hours(serde_json::json!({ "mon-sun": ["08:00-22:00"] }))?)
/// .build()?;
///
/// assert!(!calendar.is_open("2026-12-28T12:00:00Z".parse().unwrap()));
/// assert!(calendar.is_open("2027-01-03T20:00:00Z".parse().unwrap()));
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct CalendarBuilder {
    definition: Definition,
    closings: Vec<Closing>,
}

impl CalendarBuilder {
    pub(crate) fn new(zone: Tz, hours: BusinessHours) -> Self {
        Self { definition: Definition::new(zone, hours), closings: Vec::new() }
    }

    /// The holidays it keeps, until a version says otherwise.
    #[must_use]
    pub fn holidays(mut self, holidays: Holidays) -> Self {
        self.definition.base.holidays = holidays;
        self
    }

    /// The hours of one date, whatever else holds on it; none is closed.
    #[must_use]
    pub fn exception(self, date: NaiveDate, hours: impl IntoIterator<Item = TimeRange>) -> Self {
        self.hours_on(date, date, hours, None)
    }

    /// The hours of every date from the first to the last, and why; a single date in it
    /// may have others. Replaces a run that starts on the same date.
    ///
    /// # Example
    /// ```
    /// use webcare::calendar::{BusinessHours, Calendar, Reason};
    ///
    /// let date = |text: &str| text.parse().unwrap();
    /// let summer = Reason::new("zomerrooster").in_english("summer hours");
    /// let calendar = Calendar::builder(chrono_tz::Europe::Amsterdam, BusinessHours::always())
    ///     .exceptions(date("2026-07-13"), date("2026-08-21"), ["10:00-16:00".parse()?], summer)
    ///     .build()?;
    /// assert!(!calendar.is_open("2026-08-03T14:00:00Z".parse().unwrap())); // 16:00
    /// # Ok::<(), webcare::Error>(())
    /// ```
    #[must_use]
    pub fn exceptions(
        self,
        first: NaiveDate,
        last: NaiveDate,
        hours: impl IntoIterator<Item = TimeRange>,
        reason: impl Into<Reason>,
    ) -> Self {
        self.hours_on(first, last, hours, Some(reason.into()))
    }

    fn hours_on(
        mut self,
        first: NaiveDate,
        last: NaiveDate,
        hours: impl IntoIterator<Item = TimeRange>,
        reason: Option<Reason>,
    ) -> Self {
        let mut hours: Vec<TimeRange> = hours.into_iter().collect();
        hours.sort_unstable();
        self.definition.exceptions.insert(first, last, Exception { hours, reason });
        self
    }

    /// Times in which it is closed, besides those that were given before.
    ///
    /// # Example
    /// ```
    /// use webcare::calendar::{BusinessHours, Calendar, Closing};
    ///
    /// let date = |text: &str| text.parse().unwrap();
    /// let leave = Closing::days(date("2026-12-24"), date("2027-01-03"))?.because("kerstsluiting");
    /// let calendar = Calendar::builder(chrono_tz::Europe::Amsterdam, BusinessHours::always())
    ///     .closings([leave])
    ///     .build()?;
    /// assert!(!calendar.is_opening_day(date("2027-01-03")));
    /// # Ok::<(), webcare::Error>(())
    /// ```
    #[must_use]
    pub fn closings(mut self, closings: impl IntoIterator<Item = Closing>) -> Self {
        self.closings.extend(closings);
        self
    }

    /// Other hours from a date on, with the holidays that hold until then.
    #[must_use]
    pub fn hours_from(mut self, date: NaiveDate, hours: BusinessHours) -> Self {
        self.version_from(date).hours = hours;
        self
    }

    /// Other holidays from a date on, with the hours that hold until then.
    #[must_use]
    pub fn holidays_from(mut self, date: NaiveDate, holidays: Holidays) -> Self {
        self.version_from(date).holidays = holidays;
        self
    }

    fn version_from(&mut self, date: NaiveDate) -> &mut Version {
        let before = self.definition.version_on(date).clone();
        self.definition.versions.entry(date).or_insert(before)
    }

    /// The calendar.
    ///
    /// # Errors
    /// Every fault at once, as when it is read from a configuration: hours that never
    /// open, hours of an exception that overlap, runs of dates that do, a blank reason, a date whose year does not have four
    /// digits, a closing day without a name.
    pub fn build(&self) -> Result<Calendar, Error> {
        let closings = Closings::new(self.closings.clone());
        let definition = Definition { closings, ..self.definition.clone() };
        let written = serde_json::to_value(&definition);
        let written = written.map_err(|error| Error::fault("calendar", error.to_string()))?;
        Calendar::from_value(&written)
    }
}
