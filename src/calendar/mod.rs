//! When a team is open, and the arithmetic of opening time.
//!
//! [`BusinessHours`] are the hours of an ordinary week, [`Holidays`] the days on which a
//! country stays closed. A [`Calendar`] puts them in a time zone, with exceptions by date
//! and versions by date, and answers questions about opening time: is it open, when does
//! it open next, when has an hour of opening time passed. A [`Notice`] says the same to the
//! public, in Dutch or English. [`Calendars`] are several by name.
//!
//! ```
//! use chrono::TimeDelta;
//! use webcare::calendar::Calendar;
//!
//! let calendar: Calendar = toml::from_str(
//!     r#"
//!     zone = "Europe/Amsterdam"
//!     hours = { "mon-fri" = ["09:00-17:00"] }
//!     holidays = "nl"
//!     "#,
//! )?;
//! // The evening before Koningsdag, a Monday; it is answered within an hour.
//! let received = "2026-04-26T18:00:00Z".parse().unwrap();
//! let due = calendar.add(received, TimeDelta::hours(1))?;
//! assert_eq!(due.with_timezone(&calendar.zone()).to_string(), "2026-04-28 10:00:00 CEST");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod arithmetic;
mod builder;
mod business_hours;
#[expect(clippy::module_inception, reason = "the file is the type of that name")]
mod calendar;
mod calendars;
mod clock_changes;
mod closing;
mod closing_day;
mod closings;
mod compile;
mod date;
mod day_set;
mod definition;
mod exceptions;
mod holiday;
mod holiday_names;
mod holiday_set;
mod holidays;
#[cfg(feature = "ical")]
mod ical;
mod notice;
mod opening_days;
mod openings;
mod pattern;
mod reason;
mod table;
mod time_range;
mod weeks;
mod wording;
mod zone;

#[cfg(test)]
mod tests;

pub use builder::CalendarBuilder;
pub use business_hours::BusinessHours;
pub use calendar::Calendar;
pub use calendars::Calendars;
pub use closing::Closing;
pub use holiday::Holiday;
pub use holiday_set::{HolidaySet, LiberationDay};
pub use holidays::{HolidayDate, Holidays};
#[cfg(feature = "ical")]
pub use ical::IcalImport;
pub use notice::{Moment, Notice, RelativeDay};
pub use openings::{Opening, Openings};
pub use reason::Reason;
pub use time_range::TimeRange;
