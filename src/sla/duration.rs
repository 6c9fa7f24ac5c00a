//! Durations as people write them: `30m`, `1h30m`, `2d`.

use chrono::TimeDelta;
use std::fmt;

/// Days, and time beside them. A day is not a number of hours: in opening time it is an
/// opening day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Duration {
    pub(super) days: u32,
    pub(super) seconds: u32,
}

/// The units, largest first, in seconds.
const UNITS: [(char, u32); 4] = [('d', DAY), ('h', 3_600), ('m', 60), ('s', 1)];
const DAY: u32 = 86_400;
/// A hundred years; what is longer was not meant.
const MOST_DAYS: u32 = 36_525;

impl Duration {
    /// Reads a duration: whole numbers with `d`, `h`, `m` or `s`, larger units first, each
    /// at most once, longer than nothing and no longer than a hundred years.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut rest = text.trim();
        let mut units = UNITS.iter();
        let mut duration = Self { days: 0, seconds: 0 };
        while !rest.is_empty() {
            let digits = rest.find(|c: char| !c.is_ascii_digit())?;
            let (number, tail) = rest.split_at_checked(digits)?;
            let number: u32 = number.parse().ok()?;
            let unit = tail.chars().next()?;
            let (_, seconds) = units.find(|(letter, _)| *letter == unit)?;
            if *seconds == DAY {
                duration.days = number;
            } else {
                let more = number.checked_mul(*seconds)?;
                duration.seconds = duration.seconds.checked_add(more)?;
            }
            rest = tail.get(unit.len_utf8()..)?.trim_start();
        }
        let whole_days = duration.days.checked_add(duration.seconds / DAY)?;
        let something = duration.days > 0 || duration.seconds > 0;
        (something && whole_days <= MOST_DAYS).then_some(duration)
    }

    /// Its length by the clock, a day being 24 hours.
    pub(super) fn by_the_clock(self) -> TimeDelta {
        TimeDelta::days(i64::from(self.days)) + self.time()
    }

    /// What stands beside the days.
    pub(super) fn time(self) -> TimeDelta {
        TimeDelta::seconds(i64::from(self.seconds))
    }
}

impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.days > 0 {
            write!(f, "{}d", self.days)?;
        }
        let mut rest = self.seconds;
        for (letter, seconds) in UNITS.into_iter().skip(1) {
            if rest >= seconds {
                write!(f, "{}{letter}", rest / seconds)?;
                rest %= seconds;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Duration;

    #[test]
    fn durations_read_and_write_back() {
        for (text, days, seconds, written) in [
            ("30m", 0, 1_800, "30m"),
            ("1h30m", 0, 5_400, "1h30m"),
            ("90s", 0, 90, "1m30s"),
            (" 1h 30m ", 0, 5_400, "1h30m"),
            ("2d", 2, 0, "2d"),
            ("1d4h", 1, 14_400, "1d4h"),
            ("36h", 0, 129_600, "36h"),
            ("0h5m", 0, 300, "5m"),
            ("36525d", 36_525, 0, "36525d"),
        ] {
            let duration = Duration::parse(text).unwrap();
            assert_eq!(duration, Duration { days, seconds }, "{text}");
            assert_eq!(duration.to_string(), written);
            assert_eq!(Duration::parse(written), Some(duration));
        }
    }

    #[test]
    fn what_is_no_duration_is_refused() {
        for text in [
            "",
            " ",
            "0m",
            "0d",
            "30",
            "m",
            "30m1h",
            "1h1h",
            "-1h",
            "+1h",
            "1.5h",
            "1u",
            "½h",
            "1 h",
            "36526d",
            "99999999999h",
            "4294967295h",
            "36525d24h",
            "१h",
        ] {
            assert_eq!(Duration::parse(text), None, "{text:?}");
        }
    }
}
