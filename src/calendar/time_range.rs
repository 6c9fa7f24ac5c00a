//! One range of opening hours as it is written: `09:00-17:00`.

use super::clock_changes::DAY;
use super::pattern::Span;
use crate::config::Node;
use crate::error::Error;
use serde::{Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// A range of local time on a day, such as `09:00-17:00`: open from the first time on,
/// closed from the second on.
///
/// `24:00` is the end of the day. A range whose end is earlier than its start runs past
/// midnight: `22:00-02:00` is open until two o'clock on the next day. Seconds may be
/// written: `09:00:30-17:00`.
///
/// # Example
/// ```
/// use webcare::calendar::TimeRange;
///
/// let night: TimeRange = "22:00-02:00".parse()?;
/// assert!(night.is_past_midnight());
/// assert_eq!(night.to_string(), "22:00-02:00");
///
/// let error = "09:00-09:00".parse::<TimeRange>().unwrap_err();
/// assert!(error.to_string().contains("is empty"));
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeRange {
    /// Seconds since local midnight, less than a day.
    from: i64,
    /// Seconds since the same midnight; more than a day when past midnight.
    to: i64,
}

impl TimeRange {
    /// The whole day: `00:00-24:00`.
    pub const WHOLE_DAY: Self = Self { from: 0, to: DAY };

    /// Whether it ends on the day after the one it starts on.
    #[must_use]
    pub const fn is_past_midnight(&self) -> bool {
        self.to > DAY
    }

    /// All of it, in seconds since the midnight before it.
    pub(crate) const fn whole(&self) -> Span {
        (self.from, self.to)
    }

    /// The part on the day it starts on.
    pub(crate) fn head(&self) -> Span {
        (self.from, self.to.min(DAY))
    }

    /// The part on the next day; empty unless it runs past midnight.
    pub(crate) fn tail(&self) -> Span {
        (0, (self.to - DAY).max(0))
    }

    /// Reads it, noting what is wrong.
    pub(crate) fn read(node: &Node<'_>) -> Option<Self> {
        match parse(node.string()?) {
            Ok(range) => Some(range),
            Err(message) => {
                node.fault(message);
                None
            }
        }
    }
}

impl FromStr for TimeRange {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        parse(text).map_err(|message| Error::fault("hours", message))
    }
}

fn parse(text: &str) -> Result<TimeRange, String> {
    let expected = || format!("expected hours such as \"09:00-17:00\", found {text:.40?}");
    let (from, to) = text.split_once('-').ok_or_else(expected)?;
    let from = time(from).filter(|from| *from < DAY).ok_or_else(expected)?;
    let to = time(to).ok_or_else(expected)?;
    if from == to {
        return Err(format!(
            "\"{}-{}\" is empty; the whole day is \"00:00-24:00\"",
            Clock(from),
            Clock(to)
        ));
    }
    Ok(TimeRange { from, to: if to < from { to + DAY } else { to } })
}

/// Seconds since midnight of `HH:MM` or `HH:MM:SS`, up to 24:00.
fn time(text: &str) -> Option<i64> {
    let mut parts = text.trim().split(':').map(|part| {
        let digits = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
        if digits { part.parse::<i64>().ok() } else { None }
    });
    let (hours, minutes) = (parts.next()??, parts.next()??);
    let seconds = parts.next().unwrap_or(Some(0))?;
    let time = hours * 3600 + minutes * 60 + seconds;
    (parts.next().is_none() && minutes < 60 && seconds < 60 && time <= DAY).then_some(time)
}

/// A time of day as one writes it.
struct Clock(i64);

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (hours, minutes, seconds) = (self.0 / 3600, self.0 / 60 % 60, self.0 % 60);
        write!(f, "{hours:02}:{minutes:02}")?;
        if seconds > 0 { write!(f, ":{seconds:02}") } else { Ok(()) }
    }
}

impl fmt::Display for TimeRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let to = if self.is_past_midnight() { self.to - DAY } else { self.to };
        write!(f, "{}-{}", Clock(self.from), Clock(to))
    }
}

impl Serialize for TimeRange {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_read_and_written_back() {
        for (written, head, tail) in [
            ("09:00-17:00", (32_400, 61_200), (0, 0)),
            ("00:00-24:00", (0, 86_400), (0, 0)),
            ("22:00-02:30", (79_200, 86_400), (0, 9_000)),
            ("09:00:30-17:00:05", (32_430, 61_205), (0, 0)),
        ] {
            let range: TimeRange = written.parse().unwrap();
            assert_eq!((range.head(), range.tail()), (head, tail), "{written}");
            assert_eq!(range.to_string(), written);
        }
        let until_midnight: TimeRange = "18:00 - 00:00".parse().unwrap();
        assert_eq!(until_midnight.to_string(), "18:00-24:00");
        assert!(!until_midnight.is_past_midnight());
        assert_eq!(TimeRange::WHOLE_DAY.to_string(), "00:00-24:00");
    }

    #[test]
    fn what_is_no_range_is_refused() {
        for wrong in [
            "",
            "-",
            "09:00",
            "9:00-17:00",
            "09:00-24:01",
            "24:00-25:00",
            "09:60-10:00",
            "09:00-17",
            "09:00:60-10:00",
            "09:00-10:00:00:00",
            "0٣:00-10:00",
            "09:00–17:00",
            "+9:00-17:00",
            "24:00-24:00",
        ] {
            let error = wrong.parse::<TimeRange>().unwrap_err().to_string();
            assert!(
                error.starts_with("hours: expected hours such as \"09:00-17:00\", found"),
                "{error}"
            );
        }
        assert_eq!(
            "00:00-00:00".parse::<TimeRange>().unwrap_err().to_string(),
            "hours: \"00:00-00:00\" is empty; the whole day is \"00:00-24:00\""
        );
    }
}
