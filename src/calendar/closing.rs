//! A time of closing: whole days, or from one local time to another.

use super::date::read_date;
use super::reason::Reason;
use crate::config::{Node, configured};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};
use std::fmt;

/// A time in which a calendar is closed, whatever its week says: whole days, or from one
/// local time to another.
///
/// Closings may overlap each other; where they do, the one that starts first gives the
/// reason. Configured as a table:
///
/// | key | what |
/// |---|---|
/// | `from` | the first day, `"2026-12-24"`, or a local time, `"2026-12-24T14:00"` |
/// | `to` | the last day, which is closed as well, or a local time, from which it is open again; without it, the day of `from` ends it |
/// | `reason` | optional: see [`Reason`] |
///
/// # Example
/// ```
/// use webcare::calendar::{Calendar, Closing, Reason};
///
/// let calendar: Calendar = toml::from_str(
///     r#"
///     zone = "Europe/Brussels"
///     hours = { "mon-fri" = ["09:00-17:00"] }
///
///     [[closings]]
///     from = "2026-12-24T14:00"
///     to = "2027-01-03"
///     reason = { nl = "eindejaarsverlof", en = "the end of the year" }
///     "#,
/// )?;
/// assert!(calendar.is_open("2026-12-24T12:30:00Z".parse()?)); // 13:30
/// assert!(!calendar.is_open("2026-12-24T13:00:00Z".parse()?)); // 14:00
/// assert!(calendar.is_open("2027-01-04T08:00:00Z".parse()?)); // 09:00
///
/// // One in code:
/// let day = "2026-07-10".parse()?;
/// let outing = Closing::days(day, day)?.because("teamdag");
/// assert_eq!(outing.reason().map(Reason::dutch), Some("teamdag"));
/// assert_eq!(outing.from().to_string(), "2026-07-10 00:00:00");
/// assert_eq!(outing.to().to_string(), "2026-07-11 00:00:00");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closing {
    from: NaiveDateTime,
    to: NaiveDateTime,
    reason: Option<Reason>,
}

configured!(Closing, "closing");

impl Closing {
    /// Whole days, from the first to the last, both closed.
    ///
    /// # Errors
    /// When the last day is before the first, or a year does not have four digits.
    pub fn days(first: NaiveDate, last: NaiveDate) -> Result<Self, crate::Error> {
        if last < first {
            return Err(crate::Error::fault("closing", expected_later(first, last)));
        }
        let end = last.succ_opt().unwrap_or(last);
        Self::times(first.and_time(NaiveTime::MIN), end.and_time(NaiveTime::MIN))
    }

    /// From one local time until another, at which it is open again.
    ///
    /// # Errors
    /// When it does not end after it starts, or a year does not have four digits.
    ///
    /// # Example
    /// ```
    /// use webcare::calendar::Closing;
    ///
    /// let noon = "2026-07-10T12:00:00".parse()?;
    /// let error = Closing::times(noon, noon).unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "closing: expected an end after the start, 2026-07-10 12:00:00, found 2026-07-10 12:00:00"
    /// );
    /// # Ok::<(), chrono::ParseError>(())
    /// ```
    pub fn times(from: NaiveDateTime, to: NaiveDateTime) -> Result<Self, crate::Error> {
        let known = |at: NaiveDateTime| (0..=9999).contains(&chrono::Datelike::year(&at));
        for at in [from, to] {
            if !known(at) {
                return Err(crate::Error::fault(
                    "closing",
                    format!("expected a year of four digits, found {at}"),
                ));
            }
        }
        if to <= from {
            return Err(crate::Error::fault("closing", expected_later(from, to)));
        }
        Ok(Self { from, to, reason: None })
    }

    /// Why.
    #[must_use]
    pub fn because(mut self, reason: impl Into<Reason>) -> Self {
        self.reason = Some(reason.into());
        self
    }

    /// The first local time at which it is closed.
    #[must_use]
    pub const fn from(&self) -> NaiveDateTime {
        self.from
    }

    /// The first local time after it.
    #[must_use]
    pub const fn to(&self) -> NaiveDateTime {
        self.to
    }

    /// Why, if it says.
    #[must_use]
    pub const fn reason(&self) -> Option<&Reason> {
        self.reason.as_ref()
    }

    /// Reads it, noting every fault.
    pub(crate) fn read(node: &Node<'_>) -> Option<Self> {
        let mut table = node.table()?;
        let from = table.read("from", |from| read_time(from, false));
        let to_at = table.get("to");
        let to = match &to_at {
            Some(to) => read_time(to, true),
            None => from.and_then(|from| from.date().succ_opt()).map(midnight),
        };
        let reason = table.read_or("reason", None, |reason| Reason::read(reason).map(Some));
        table.finish();
        let (from, to) = (from?, to?);
        if to <= from {
            let node = to_at.as_ref().unwrap_or(node);
            node.fault(expected_later(from, node.value().as_str().unwrap_or_default()));
            return None;
        }
        Some(Self { from, to, reason: reason? })
    }
}

fn midnight(date: NaiveDate) -> NaiveDateTime {
    date.and_time(NaiveTime::MIN)
}

fn expected_later(start: impl fmt::Display, end: impl fmt::Display) -> String {
    format!("expected an end after the start, {start}, found {end}")
}

/// A date, from its start on or with all of it, or a local time.
fn read_time(node: &Node<'_>, whole_day: bool) -> Option<NaiveDateTime> {
    let text = node.string()?;
    let Some((date, time)) = text.split_once(['T', ' ']) else {
        let date = read_date(text, node)?;
        return if whole_day { date.succ_opt().map(midnight) } else { Some(midnight(date)) };
    };
    let date = read_date(date, node);
    let digits = time.bytes().all(|byte| byte.is_ascii_digit() || byte == b':');
    let mut known = ["%H:%M", "%H:%M:%S"].into_iter().filter(|_| digits && time.len() % 3 == 2);
    let clock = known.find_map(|form| NaiveTime::parse_from_str(time, form).ok());
    // A 60th second is read by chrono, but no clock on a wall shows it.
    let clock = clock.filter(|clock| chrono::Timelike::nanosecond(clock) == 0);
    if clock.is_none() {
        node.fault(format!("expected a time such as \"14:00\", found {time:.40?}"));
    }
    Some(date?.and_time(clock?))
}

impl Serialize for Closing {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let days = (self.from.time(), self.to.time()) == (NaiveTime::MIN, NaiveTime::MIN);
        let mut table = serializer.serialize_struct("Closing", 3)?;
        if let Some(last) = self.to.date().pred_opt().filter(|_| days) {
            table.serialize_field("from", &self.from.date())?;
            table.serialize_field("to", &last)?;
        } else {
            table.serialize_field("from", &self.from)?;
            table.serialize_field("to", &self.to)?;
        }
        if let Some(reason) = &self.reason {
            table.serialize_field("reason", reason)?;
        }
        table.end()
    }
}
