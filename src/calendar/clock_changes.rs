//! When the clocks of a zone change, and what that does to a local time.

use chrono::{DateTime, Offset, TimeZone};
use chrono_tz::Tz;

/// Seconds in a day of 24 hours.
pub(crate) const DAY: i64 = 86_400;

/// How far apart a zone is asked for its offset. Two changes of one zone are never closer
/// than 6.96 days in the years of a table (Boa Vista in 2000, Gaza in 2040), which a test
/// watches.
const STRIDE: i64 = 3 * DAY;

/// One change of the clocks: from `at` on, local time is UTC plus `after` seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ClockChange {
    pub(crate) at: i64,
    pub(crate) before: i64,
    pub(crate) after: i64,
}

impl ClockChange {
    /// The first local day it touches, counted from 1970-01-01.
    pub(crate) fn first_day(&self) -> i64 {
        (self.at + self.before.min(self.after)).div_euclid(DAY)
    }

    /// The last local day it touches, counted from 1970-01-01.
    pub(crate) fn last_day(&self) -> i64 {
        (self.at + self.before.max(self.after)).div_euclid(DAY)
    }
}

/// Local time minus UTC, in seconds, at an instant in seconds since 1970.
pub(crate) fn offset(zone: Tz, at: i64) -> i64 {
    let at = DateTime::from_timestamp(at, 0).unwrap_or_default();
    i64::from(zone.offset_from_utc_datetime(&at.naive_utc()).fix().local_minus_utc())
}

/// Every change of the clocks in `from..to`, in order.
pub(crate) fn clock_changes(zone: Tz, from: i64, to: i64) -> Vec<ClockChange> {
    changes_by(zone, from, to, STRIDE)
}

/// The instant at which the clocks of a zone first show local second `local` (since
/// 1970-01-01 00:00 local), or show more.
pub(crate) fn instant(zone: Tz, local: i64) -> i64 {
    around(zone, local).map_or_else(|| local - offset(zone, local), |days| days.opening(local))
}

/// The instant at which the local day ends in a zone whose last second is `local - 1`.
pub(crate) fn end_of_day(zone: Tz, local: i64) -> i64 {
    around(zone, local).map_or_else(|| local - offset(zone, local), |days| days.end_of_day(local))
}

/// The days on which the clocks change, if there are any near `local`.
fn around(zone: Tz, local: i64) -> Option<ChangedDays> {
    let changes = clock_changes(zone, local - STRIDE, local + STRIDE);
    let first = changes.first()?;
    Some(ChangedDays { first: first.first_day(), last: first.last_day(), changes })
}

fn changes_by(zone: Tz, from: i64, to: i64, stride: i64) -> Vec<ClockChange> {
    let mut changes = Vec::new();
    let mut known = (from, offset(zone, from));
    while known.0 < to {
        let next = (known.0 + stride).min(to);
        let after = offset(zone, next);
        if after == known.1 {
            known = (next, after);
        } else {
            let at = first_instant_with_other_offset(zone, known, next);
            changes.push(ClockChange { at, before: known.1, after: offset(zone, at) });
            known = (at, offset(zone, at));
        }
    }
    changes
}

fn first_instant_with_other_offset(zone: Tz, known: (i64, i64), other: i64) -> i64 {
    let (mut same, mut other) = (known.0, other);
    while other - same > 1 {
        let middle = same + (other - same) / 2;
        if offset(zone, middle) == known.1 { same = middle } else { other = middle }
    }
    other
}

/// Some days in a row in which the clocks change, once or more often.
#[derive(Clone, Debug)]
pub(crate) struct ChangedDays {
    /// First and last local day, counted from 1970-01-01.
    pub(crate) first: i64,
    pub(crate) last: i64,
    changes: Vec<ClockChange>,
}

impl ChangedDays {
    /// Puts changes together that touch the same days.
    pub(crate) fn group(changes: &[ClockChange]) -> Vec<Self> {
        let mut groups: Vec<Self> = Vec::new();
        for change in changes {
            let mut group =
                Self { first: change.first_day(), last: change.last_day(), changes: vec![*change] };
            while let Some(previous) = groups.pop_if(|previous| previous.last >= group.first) {
                group.first = group.first.min(previous.first);
                group.last = group.last.max(previous.last);
                group.changes.splice(0..0, previous.changes);
            }
            groups.push(group);
        }
        groups
    }

    /// The offset after the last change.
    pub(crate) fn offset_after(&self) -> i64 {
        self.changes.last().map_or(0, |change| change.after)
    }

    /// The stretches of one offset: when they start, when they end, and the offset.
    fn stretches(&self) -> impl DoubleEndedIterator<Item = (i64, i64, i64)> {
        let first = self.changes.first().map(|first| (i64::MIN, first.at, first.before));
        let ends = self.changes.iter().skip(1).map(|next| next.at).chain([i64::MAX]);
        let others =
            self.changes.iter().zip(ends).map(|(change, end)| (change.at, end, change.after));
        first.into_iter().chain(others.collect::<Vec<_>>())
    }

    /// The instant of opening at local second `local` (since 1970-01-01 00:00 local): the
    /// first at which the clocks show it, or show more.
    pub(crate) fn opening(&self, local: i64) -> i64 {
        self.stretches()
            .find(|(_, end, offset)| local - offset < *end)
            .map_or(local, |(start, _, offset)| (local - offset).max(start))
    }

    /// The instant of closing at local second `local`: the last at which the clocks show
    /// it, or the change that skips it.
    pub(crate) fn closing(&self, local: i64) -> i64 {
        self.last_stretch(local, |shown, start| shown >= start)
    }

    /// The instant at which the local day ends whose last second is `local - 1`: from
    /// then on the clocks never show it again.
    pub(crate) fn end_of_day(&self, local: i64) -> i64 {
        self.last_stretch(local, |shown, start| shown > start)
    }

    fn last_stretch(&self, local: i64, reached: impl Fn(i64, i64) -> bool) -> i64 {
        self.stretches()
            .rev()
            .find(|(start, _, offset)| reached(local - offset, *start))
            .map_or(local, |(_, end, offset)| (local - offset).min(end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::table::{FIRST_DAY, LAST_DAY};

    fn instant(text: &str) -> i64 {
        text.parse::<DateTime<chrono::Utc>>().unwrap().timestamp()
    }

    fn group(zone: Tz, from: &str, to: &str) -> ChangedDays {
        let groups = ChangedDays::group(&clock_changes(zone, instant(from), instant(to)));
        assert_eq!(groups.len(), 1);
        groups[0].clone()
    }

    #[test]
    fn the_changes_of_a_year_are_found_to_the_second() {
        let found = clock_changes(
            Tz::Europe__Amsterdam,
            instant("2026-01-01T00:00:00Z"),
            instant("2027-01-01T00:00:00Z"),
        );
        let spring = ClockChange { at: instant("2026-03-29T01:00:00Z"), before: 3600, after: 7200 };
        let autumn = ClockChange { at: instant("2026-10-25T01:00:00Z"), before: 7200, after: 3600 };
        assert_eq!(found, [spring, autumn]);
        assert_eq!((spring.first_day(), spring.last_day()), (20_541, 20_541));
    }

    #[test]
    fn a_local_time_that_does_not_exist_moves_forward_to_the_change() {
        let days = group(Tz::Europe__Amsterdam, "2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z");
        let change = instant("2026-03-29T01:00:00Z");
        let half_past_two = instant("2026-03-29T02:30:00Z");
        assert_eq!(days.opening(half_past_two), change);
        assert_eq!(days.closing(half_past_two), change);
        assert_eq!(days.opening(half_past_two + 3600), change + 1800);
        assert_eq!(days.closing(half_past_two - 3600), change - 1800);
    }

    #[test]
    fn of_a_local_time_that_exists_twice_opening_takes_the_first_and_closing_the_second() {
        let days = group(Tz::Europe__Amsterdam, "2026-10-01T00:00:00Z", "2026-11-01T00:00:00Z");
        let change = instant("2026-10-25T01:00:00Z");
        let half_past_two = instant("2026-10-25T02:30:00Z");
        assert_eq!(days.opening(half_past_two), change - 1800);
        assert_eq!(days.closing(half_past_two), change + 1800);
        let two = instant("2026-10-25T02:00:00Z");
        assert_eq!((days.opening(two), days.closing(two)), (change - 3600, change));
        let three = instant("2026-10-25T03:00:00Z");
        assert_eq!((days.opening(three), days.closing(three)), (change + 3600, change + 3600));
    }

    #[test]
    fn a_day_ends_when_the_clocks_leave_it_for_the_last_time() {
        // Havana goes back from 01:00 to 00:00: midnight is shown twice, but after the
        // first the day before is over.
        let days = group(Tz::America__Havana, "2026-10-20T00:00:00Z", "2026-11-10T00:00:00Z");
        let midnight = instant("2026-11-01T00:00:00Z");
        assert_eq!(days.end_of_day(midnight), instant("2026-11-01T04:00:00Z"));
        assert_eq!(days.closing(midnight), instant("2026-11-01T05:00:00Z"));
        // St. John's went back from 00:01 to 23:01 of the day before.
        let days = group(Tz::America__St_Johns, "2000-10-20T00:00:00Z", "2000-11-10T00:00:00Z");
        assert_eq!((days.first, days.last), (11_258, 11_259));
        let midnight = instant("2000-10-29T00:00:00Z");
        assert_eq!(days.end_of_day(midnight), instant("2000-10-29T03:30:00Z"));
    }

    #[test]
    fn no_zone_changes_twice_within_a_stride() {
        let (from, to) = (FIRST_DAY * DAY, (LAST_DAY + 1) * DAY);
        for zone in chrono_tz::TZ_VARIANTS {
            let changes = clock_changes(zone, from, to);
            let closest = changes.windows(2).map(|pair| pair[1].at - pair[0].at).min();
            assert!(closest.is_none_or(|seconds| seconds > 2 * STRIDE), "{zone} {closest:?}");
        }
    }
}
