//! One event: when it is, how it repeats, and what it is called.

use super::Wrong;
use super::lines::{Block, Line};
use super::repeats::{Budget, times};
use super::time::{Time, converted, read_duration};
use crate::calendar::closing::Closing;
use chrono::{Datelike, NaiveDateTime, TimeDelta};
use chrono_tz::Tz;
use std::collections::BTreeSet;

/// Characters of a summary.
const LONGEST_SUMMARY: usize = 200;

/// One event. All times are local ones in its own zone.
#[derive(Clone, Debug)]
pub(super) struct Event {
    line: usize,
    pub(super) uid: Option<String>,
    summary: Option<String>,
    zone: Tz,
    start: NaiveDateTime,
    length: TimeDelta,
    rule: Option<(usize, String)>,
    added: Vec<NaiveDateTime>,
    excluded: BTreeSet<NaiveDateTime>,
    /// Days on which no time of it is, written as dates.
    excluded_days: BTreeSet<NaiveDateTime>,
    /// The time of a series that it stands in for.
    pub(super) instead_of: Option<NaiveDateTime>,
    is_cancelled: bool,
}

impl Event {
    /// Reads it for a calendar in the zone `home`.
    pub(super) fn read(block: &Block, home: Tz) -> Result<Self, Wrong> {
        let start_at = block.one("DTSTART")?;
        let start_at = start_at.ok_or((block.number, "DTSTART is missing".to_owned()))?;
        let start = at(start_at, Time::read(start_at))?;
        let zone = start.zone(home);
        let local = |time: Time| time.in_zone(zone, home);
        if let Some(rule) = block.one("EXRULE")? {
            return Err((rule.number, "EXRULE is not read".to_owned()));
        }
        let rule = block.one("RRULE")?.map(|rule| (rule.number, rule.value.clone()));
        let instead_of = block.one("RECURRENCE-ID")?;
        let instead_of = instead_of.map(|line| at(line, Time::read(line))).transpose()?;
        let (excluded_days, excluded): (Vec<Time>, Vec<Time>) =
            each(block, "EXDATE")?.into_iter().partition(|time| time.is_date());
        let status = block.one("STATUS")?.map(|status| status.value.as_str());
        let text = |name| Ok::<_, Wrong>(block.one(name)?.map(|line| line.value.clone()));
        Ok(Self {
            line: start_at.number,
            uid: text("UID")?,
            summary: text("SUMMARY")?.and_then(|summary| shortened(&summary)),
            zone,
            start: local(start),
            length: length(block, start_at, start, home)?,
            rule,
            added: each(block, "RDATE")?.into_iter().map(local).collect(),
            excluded: excluded.into_iter().map(local).collect(),
            excluded_days: excluded_days.into_iter().map(local).collect(),
            instead_of: instead_of.map(local),
            is_cancelled: status.is_some_and(|status| status.eq_ignore_ascii_case("CANCELLED")),
        })
    }

    /// A message with the summary of the event before it.
    pub(super) fn labelled(&self, message: &str) -> String {
        match &self.summary {
            Some(summary) => format!("{summary:.40?}: {message}"),
            None => message.to_owned(),
        }
    }

    /// The times of closing it gives a calendar in the zone `home`, but for those that were
    /// moved, which are local times in the zone of the event.
    pub(super) fn closings(
        &self,
        home: Tz,
        moved: &BTreeSet<NaiveDateTime>,
        budget: &mut Budget,
    ) -> Result<Vec<Closing>, Wrong> {
        if self.is_cancelled {
            return Err((self.line, "is cancelled".to_owned()));
        }
        let mut starts: BTreeSet<NaiveDateTime> = self.added.iter().copied().collect();
        starts.insert(self.start);
        if let Some((line, rule)) = &self.rule {
            let times = times(rule, self.start, self.zone, home, budget);
            starts.extend(times.map_err(|message| (*line, message))?);
        }
        starts.retain(|start| {
            let midnight = start.date().and_time(chrono::NaiveTime::MIN);
            let kept = !self.excluded.contains(start) && !moved.contains(start);
            kept && !self.excluded_days.contains(&midnight)
        });
        if starts.is_empty() {
            return Err((self.line, "no time of it is left".to_owned()));
        }
        let spans = starts
            .into_iter()
            .map(|start| Some((start, start.checked_add_signed(self.length)?)))
            .collect::<Option<Vec<_>>>();
        let mut spans = spans.ok_or((self.line, "ends after the year 9999".to_owned()))?;
        spans.retain(|(start, end)| start.year() <= 2099 && end.year() >= 1970);
        if spans.is_empty() {
            return Err((self.line, "is not within 1970 to 2099".to_owned()));
        }
        budget.take_closings(spans.len()).map_err(|message| (self.line, message))?;
        spans.into_iter().map(|span| self.closing(span, home)).collect()
    }

    fn closing(&self, span: (NaiveDateTime, NaiveDateTime), home: Tz) -> Result<Closing, Wrong> {
        let local = |time| converted(time, self.zone, home);
        let closing = Closing::times(local(span.0), local(span.1));
        // Within the hour that the clocks skip, nothing is left of a short event.
        let closing = closing.map_err(|error| (self.line, error.to_string()))?;
        Ok(match &self.summary {
            Some(summary) => closing.because(summary.as_str()),
            None => closing,
        })
    }
}

/// How long it takes: until its end, for its duration, or its one day.
fn length(block: &Block, start_at: &Line, start: Time, home: Tz) -> Result<TimeDelta, Wrong> {
    let (end, duration) = (block.one("DTEND")?, block.one("DURATION")?);
    let (line, length) = match (end, duration) {
        (Some(end), None) => {
            let time = at(end, Time::read(end))?;
            if time.is_date() != start.is_date() {
                let message = "expected start and end to be dates both, or times both";
                return Err((end.number, message.to_owned()));
            }
            let zone = start.zone(home);
            (end, time.in_zone(zone, home) - start.in_zone(zone, home))
        }
        (None, Some(duration)) => (duration, at(duration, read_duration(&duration.value))?),
        (None, None) if start.is_date() => (start_at, TimeDelta::days(1)),
        (None, None) => return Err((start_at.number, "has no end and no duration".to_owned())),
        (Some(end), Some(_)) => {
            return Err((end.number, "has both an end and a duration".to_owned()));
        }
    };
    if length <= TimeDelta::zero() {
        return Err((line.number, "does not end after it starts".to_owned()));
    }
    Ok(length)
}

fn at<T>(line: &Line, read: Result<T, String>) -> Result<T, Wrong> {
    read.map_err(|message| (line.number, message))
}

/// All times of all properties of a name.
fn each(block: &Block, name: &'static str) -> Result<Vec<Time>, Wrong> {
    let lists: Result<Vec<_>, Wrong> =
        block.all(name).map(|line| at(line, Time::each(line))).collect();
    Ok(lists?.concat())
}

/// A summary in one line, of which the start is kept; `None` when it is blank.
fn shortened(summary: &str) -> Option<String> {
    let words: Vec<&str> = summary.split_whitespace().collect();
    let line = words.join(" ");
    let end = line.char_indices().nth(LONGEST_SUMMARY).map(|(end, _)| end);
    let text =
        end.and_then(|end| line.get(..end)).map_or(line.clone(), |start| format!("{start}…"));
    (!text.is_empty()).then_some(text)
}
