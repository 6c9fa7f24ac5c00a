//! The opening hours of an ordinary week.

use super::clock_changes::DAY;
use super::pattern::{Span, joined};
use super::time_range::TimeRange;
use crate::config::{Node, configured};
use chrono::Weekday;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

/// The opening hours of an ordinary week.
///
/// It is configured as a table from days to lists of [`TimeRange`]s. A key is a day
/// (`mon`, `tue`, `wed`, `thu`, `fri`, `sat`, `sun`), a run of days (`mon-fri`, also
/// `fri-mon`), or several of both with commas between (`mon-wed,fri`). A day that is in
/// no key is closed; a day that is in several has the ranges of all of them. Ranges may
/// touch, but not overlap.
///
/// A range past midnight counts for the two days it lies on: with `sat = ["22:00-02:00"]`
/// the two hours on Sunday are hours of Sunday. They are closed when that Sunday is a
/// holiday, and remain when that Saturday is one.
///
/// # Example
/// ```
/// use chrono::Weekday;
/// use webcare::calendar::BusinessHours;
///
/// let hours: BusinessHours = serde_json::from_str(
///     r#"{ "mon-fri": ["09:00-12:30", "13:00-17:00"], "sat": ["10:00-12:00"] }"#,
/// )?;
/// assert_eq!(hours.on(Weekday::Tue).len(), 2);
/// assert_eq!(hours.on(Weekday::Sat)[0].to_string(), "10:00-12:00");
/// assert!(hours.on(Weekday::Sun).is_empty());
///
/// let error = BusinessHours::from_value(&serde_json::json!({
///     "mon-fri": ["09:00-17:00"],
///     "wed": ["16:00-20:00"],
/// }));
/// assert_eq!(
///     error.unwrap_err().to_string(),
///     "hours.wed[0]: \"16:00-20:00\" overlaps \"09:00-17:00\" on wed"
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BusinessHours {
    /// The ranges that start on each day, in order, from Monday on.
    days: [Vec<TimeRange>; 7],
}

configured!(BusinessHours, "hours");

const DAYS: [(&str, Weekday); 7] = [
    ("mon", Weekday::Mon),
    ("tue", Weekday::Tue),
    ("wed", Weekday::Wed),
    ("thu", Weekday::Thu),
    ("fri", Weekday::Fri),
    ("sat", Weekday::Sat),
    ("sun", Weekday::Sun),
];

impl BusinessHours {
    /// Open every day around the clock.
    #[must_use]
    pub fn always() -> Self {
        Self { days: std::array::from_fn(|_| vec![TimeRange::WHOLE_DAY]) }
    }

    /// The ranges that start on a day, in order.
    #[must_use]
    pub fn on(&self, day: Weekday) -> &[TimeRange] {
        self.days.get(index(day)).map_or(&[], Vec::as_slice)
    }

    /// Whether no day has any.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.days.iter().all(Vec::is_empty)
    }

    /// The open spans of one day, in seconds since midnight, joined, with what runs over
    /// from the day before.
    pub(crate) fn spans_of(&self, day: Weekday) -> Vec<Span> {
        let heads = self.on(day).iter().map(TimeRange::head);
        let tails = self.on(day.pred()).iter().map(TimeRange::tail);
        joined(heads.chain(tails).collect())
    }

    /// The open spans of the week, in seconds since Monday 00:00, joined.
    pub(crate) fn spans(&self) -> Vec<Span> {
        let mut spans = Vec::new();
        for (start, (_, day)) in (0..).step_by(usize::try_from(DAY).unwrap_or_default()).zip(DAYS) {
            spans.extend(self.spans_of(day).iter().map(|(from, to)| (from + start, to + start)));
        }
        joined(spans)
    }

    /// Reads them, noting every fault.
    pub(crate) fn read(node: &Node<'_>) -> Option<Self> {
        let mut written: Vec<Written<'_>> = Vec::new();
        let mut whole = true;
        for (key, at_key) in node.entries()? {
            let days = read_days(key, &at_key);
            let ranges = at_key.list().unwrap_or_default();
            whole &= days.is_some() && at_key.value().is_array();
            for at in ranges {
                match TimeRange::read(&at) {
                    Some(range) => written.extend(days.iter().flatten().map(|day| Written {
                        day: *day,
                        range,
                        at: at.clone(),
                    })),
                    None => whole = false,
                }
            }
        }
        whole &= !note_overlaps(&written);
        let mut hours = Self::default();
        for Written { day, range, .. } in written {
            if let Some(ranges) = hours.days.get_mut(index(day)) {
                ranges.push(range);
            }
        }
        hours.days.iter_mut().for_each(|ranges| ranges.sort_unstable());
        whole.then_some(hours)
    }
}

fn index(day: Weekday) -> usize {
    usize::try_from(day.num_days_from_monday()).unwrap_or_default()
}

/// A range, the day it starts on, and where it stands.
struct Written<'a> {
    day: Weekday,
    range: TimeRange,
    at: Node<'a>,
}

/// The days of `mon`, `mon-fri` or `mon-wed,sat`.
fn read_days(key: &str, at: &Node<'_>) -> Option<Vec<Weekday>> {
    let day =
        |name: &str| DAYS.iter().find(|(known, _)| *known == name.trim()).map(|(_, day)| *day);
    let mut days = Vec::new();
    for part in key.split(',') {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let (Some(first), Some(last)) = (day(first), day(last)) else {
            at.fault(format!("expected days such as \"mon-fri\" or \"sat,sun\", found {key:.40?}"));
            return None;
        };
        let length = last.days_since(first) + 1;
        days.extend(
            std::iter::successors(Some(first), |day| Some(day.succ())).take(length as usize),
        );
    }
    Some(days)
}

/// Notes each range that overlaps one written before it; whether there was one.
fn note_overlaps(written: &[Written<'_>]) -> bool {
    // On each day: the span, and which of the written ranges it belongs to.
    let mut found = false;
    for (name, day) in DAYS {
        let mut spans: Vec<(usize, Span)> = Vec::new();
        for (number, Written { day: start, range, .. }) in written.iter().enumerate() {
            if *start == day {
                spans.push((number, range.head()));
            }
            if start.succ() == day && range.is_past_midnight() {
                spans.push((number, range.tail()));
            }
        }
        spans.sort_unstable_by_key(|(_, span)| *span);
        let mut widest: Option<(usize, Span)> = None;
        for (number, span) in spans {
            if let Some((other, (_, end))) = widest.filter(|(_, (_, end))| span.0 < *end) {
                found = true;
                let (earlier, later) = (number.min(other), number.max(other));
                if let (Some(earlier), Some(later)) = (written.get(earlier), written.get(later)) {
                    let (earlier, range) = (earlier.range, later.range);
                    later.at.fault(format!("\"{range}\" overlaps \"{earlier}\" on {name}"));
                }
                if span.1 <= end {
                    continue;
                }
            }
            widest = Some((number, span));
        }
    }
    found
}

impl Serialize for BusinessHours {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        let mut days = DAYS.iter().zip(&self.days).peekable();
        while let Some(((first, _), ranges)) = days.next() {
            let mut last = first;
            while let Some(((day, _), _)) = days.next_if(|(_, next)| *next == ranges) {
                last = day;
            }
            if !ranges.is_empty() {
                let key =
                    if first == last { (*first).to_owned() } else { format!("{first}-{last}") };
                map.serialize_entry(&key, ranges)?;
            }
        }
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn read(value: &Value) -> BusinessHours {
        BusinessHours::from_value(value).unwrap()
    }

    fn faults(value: &Value) -> Vec<String> {
        let error = BusinessHours::from_value(value).unwrap_err();
        error.faults().iter().map(ToString::to_string).collect()
    }

    #[test]
    fn days_and_runs_of_days_add_up_and_are_written_back_as_runs() {
        let hours = read(&json!({
            "mon-wed,fri": ["13:00-17:00"], "tue": ["09:00-12:00"], "sat-sun": ["10:00-12:00"], "thu": [],
        }));
        assert_eq!(
            serde_json::to_value(&hours).unwrap(),
            json!({
                "mon": ["13:00-17:00"], "tue": ["09:00-12:00", "13:00-17:00"], "wed": ["13:00-17:00"],
                "fri": ["13:00-17:00"], "sat-sun": ["10:00-12:00"],
            })
        );
        assert_eq!(read(&serde_json::to_value(&hours).unwrap()), hours);
        let always = serde_json::to_value(BusinessHours::always()).unwrap();
        assert_eq!(always, json!({ "mon-sun": ["00:00-24:00"] }));
        assert_eq!(read(&json!({ "fri-mon": ["09:00-10:00"] })).on(Weekday::Wed), []);
        assert!(read(&json!({})).is_empty());
    }

    #[test]
    fn ranges_past_midnight_are_split_also_from_sunday_to_monday() {
        let hours = read(&json!({ "sun": ["22:00-02:00"], "mon": ["02:00-03:00"] }));
        assert_eq!(hours.spans(), [(0, 10_800), (6 * DAY + 79_200, 7 * DAY)]);
        assert_eq!(hours.spans_of(Weekday::Mon), [(0, 10_800)]);
    }

    #[test]
    fn overlaps_are_named_at_the_range_that_was_written_later() {
        assert_eq!(
            faults(&json!({
                "fri": ["20:00-04:00"], "mon": ["09:00-12:00", "08:00-18:00", "11:00-13:00"], "sat": ["03:00-05:00"],
            })),
            [
                "hours.mon[1]: \"08:00-18:00\" overlaps \"09:00-12:00\" on mon",
                "hours.mon[2]: \"11:00-13:00\" overlaps \"08:00-18:00\" on mon",
                "hours.sat[0]: \"03:00-05:00\" overlaps \"20:00-04:00\" on sat",
            ]
        );
        assert_eq!(faults(&json!({ "mon,mon": ["09:00-12:00"] })).len(), 1);
    }

    #[test]
    fn all_faults_are_noted() {
        assert_eq!(
            faults(
                &json!({ "monday": ["09:00-12:00"], "tue": "09:00-12:00", "wed": ["x", "10:00-10:00"], "thu": [1] })
            ),
            [
                "hours.monday: expected days such as \"mon-fri\" or \"sat,sun\", found \"monday\"",
                "hours.thu[0]: expected a text, found the number 1",
                "hours.tue: expected a list, found the text \"09:00-12:00\"",
                "hours.wed[0]: expected hours such as \"09:00-17:00\", found \"x\"",
                "hours.wed[1]: \"10:00-10:00\" is empty; the whole day is \"00:00-24:00\"",
            ]
        );
    }
}
