//! Dates, times and zones as iCalendar writes them.

use super::lines::Line;
use crate::calendar::clock_changes::{instant, offset};
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};
use chrono_tz::Tz;

/// Names that Outlook gives to zones of western Europe, with the cities where it is
/// spoken Dutch or English in them (Unicode CLDR, `windowsZones.xml`).
const OUTLOOK: [(&str, Tz); 6] = [
    ("W. Europe Standard Time", Tz::Europe__Amsterdam),
    ("Romance Standard Time", Tz::Europe__Brussels),
    ("GMT Standard Time", Tz::Europe__London),
    ("Central Europe Standard Time", Tz::Europe__Budapest),
    ("Central European Standard Time", Tz::Europe__Warsaw),
    ("UTC", Tz::UTC),
];

/// A date, or a local time and its zone; one without a zone is meant wherever one is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Time {
    Date(NaiveDate),
    Local(NaiveDateTime, Option<Tz>),
}

impl Time {
    /// The one time that a property gives.
    pub(super) fn read(line: &Line) -> Result<Self, String> {
        Self::parse(&line.value, line)
    }

    /// All times of a property that may give several.
    pub(super) fn each(line: &Line) -> Result<Vec<Self>, String> {
        line.value.split(',').map(|text| Self::parse(text, line)).collect()
    }

    fn parse(text: &str, line: &Line) -> Result<Self, String> {
        if line.param("VALUE").is_some_and(|kind| kind.eq_ignore_ascii_case("PERIOD")) {
            return Err(format!("{} with periods is not read", line.name));
        }
        let zone = line.param("TZID").map(read_zone).transpose()?;
        Self::from_text(text.trim(), zone)
    }

    /// A date or time in its basic form; a `Z` at the end goes before any zone.
    pub(super) fn from_text(text: &str, zone: Option<Tz>) -> Result<Self, String> {
        let Some((date, time)) = text.split_once('T') else {
            return read_date(text).map(Self::Date);
        };
        let (time, zone) =
            time.strip_suffix('Z').map_or((time, zone), |time| (time, Some(Tz::UTC)));
        let date = read_date(date)?;
        let clock = digits(time, 6).then(|| NaiveTime::parse_from_str(time, "%H%M%S").ok());
        // chrono reads a 60th second, which no clock on a wall shows.
        let clock = clock.flatten().filter(|clock| clock.nanosecond() == 0);
        let clock = clock.ok_or_else(|| format!("there is no time {time:.40?}"))?;
        Ok(Self::Local(date.and_time(clock), zone))
    }

    /// The local time in a zone, where `home` is the zone of times without one.
    pub(super) fn in_zone(self, zone: Tz, home: Tz) -> NaiveDateTime {
        match self {
            Self::Date(date) => date.and_time(NaiveTime::MIN),
            Self::Local(local, own) => converted(local, own.unwrap_or(home), zone),
        }
    }

    /// Its zone; `home` where it has none.
    pub(super) fn zone(self, home: Tz) -> Tz {
        match self {
            Self::Date(_) => home,
            Self::Local(_, zone) => zone.unwrap_or(home),
        }
    }

    pub(super) fn is_date(self) -> bool {
        matches!(self, Self::Date(_))
    }
}

/// The local time in one zone when it is `local` in another.
pub(super) fn converted(local: NaiveDateTime, from: Tz, to: Tz) -> NaiveDateTime {
    if from == to {
        return local;
    }
    let at = instant(from, local.and_utc().timestamp());
    DateTime::from_timestamp(at + offset(to, at), 0).map_or(local, |shown| shown.naive_utc())
}

/// A length of time such as `P1D` or `PT2H30M`.
pub(super) fn read_duration(text: &str) -> Result<TimeDelta, String> {
    let wrong = || format!("expected a duration such as \"PT2H\", found {text:.40?}");
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let duration = iso8601::duration(text.strip_prefix('+').unwrap_or(text)).ok();
    let duration = duration.filter(|_| digits <= 9).ok_or_else(wrong)?;
    let days = match duration {
        iso8601::Duration::Weeks(weeks) => return Ok(TimeDelta::days(i64::from(weeks) * 7)),
        iso8601::Duration::YMDHMS { year: 0, month: 0, day, hour, minute, second, .. } => {
            let seconds = i64::from(hour) * 3600 + i64::from(minute) * 60 + i64::from(second);
            TimeDelta::days(day.into()) + TimeDelta::seconds(seconds)
        }
        iso8601::Duration::YMDHMS { .. } => return Err(wrong()),
    };
    Ok(days)
}

fn digits(text: &str, length: usize) -> bool {
    text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn read_date(text: &str) -> Result<NaiveDate, String> {
    if !digits(text, 8) {
        return Err(format!("expected a date such as \"20261224\", found {text:.40?}"));
    }
    NaiveDate::parse_from_str(text, "%Y%m%d").map_err(|_| format!("there is no day {text:?}"))
}

/// A zone by its IANA name, also behind the path that some programs put before it, or by
/// the name that Outlook gives it.
fn read_zone(name: &str) -> Result<Tz, String> {
    let outlook = OUTLOOK.iter().find(|(known, _)| *known == name).map(|(_, zone)| *zone);
    let tails = name.match_indices('/').filter_map(|(at, _)| name.get(at + 1..));
    let longest = 3;
    let count = name.matches('/').count();
    let tails = tails.skip(count.saturating_sub(longest));
    let iana = std::iter::once(name).chain(tails).find_map(|tail| tail.parse().ok());
    outlook.or(iana).ok_or_else(|| format!("unknown zone {name:.40?}"))
}
