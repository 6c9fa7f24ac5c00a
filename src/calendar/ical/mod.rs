//! Closing days from iCalendar files (RFC 5545), as calendar programs export them.

mod event;
mod lines;
mod repeats;
mod time;

#[cfg(test)]
mod tests;

use super::closing::Closing;
use crate::error::Fault;
use chrono::NaiveDateTime;
use chrono_tz::Tz;
use event::Event;
use lines::{Block, blocks};
use repeats::Budget;
use std::collections::{BTreeMap, BTreeSet};

/// The closing days of an iCalendar file, and what of it is not among them.
///
/// Each event is a time of closing, with its summary as the reason: whole days, or from one
/// time to another. An event that repeats becomes one closing for each time, by any rule of
/// RFC 5545 that counts in days, weeks, months or years, with added dates, exceptions and
/// single times that were moved. Times in other zones, also by the names that Outlook gives
/// those of western Europe, are turned into local ones.
///
/// What can't be read is in [`skipped`](Self::skipped), each with its line: nothing is left
/// out in silence. A cancelled event is there as well, and a task or a diary entry. Whether
/// an event counts as free or busy makes no difference; lists of holidays say "free".
///
/// # Limits
/// At most 100 events that repeat and 50,000 closings are read, those from 1970 to 2099; of
/// a summary the first 200 characters. Rules start in 1900 or later, and together they may
/// look at a million days, weeks, months or years, which a file of holidays stays far below;
/// one that finds nothing counts for a hundred thousand. Time and memory grow with the size
/// of the file.
///
/// # Example
/// ```
/// use webcare::calendar::{BusinessHours, Calendar, IcalImport};
///
/// let file = "BEGIN:VCALENDAR\r\n\
///     BEGIN:VEVENT\r\n\
///     DTSTART;VALUE=DATE:20261224\r\n\
///     DTEND;VALUE=DATE:20270102\r\n\
///     SUMMARY:Kerstsluiting\r\n\
///     END:VEVENT\r\n\
///     BEGIN:VEVENT\r\n\
///     DTSTART;VALUE=DATE:20260230\r\n\
///     SUMMARY:Teamdag\r\n\
///     END:VEVENT\r\n\
///     END:VCALENDAR\r\n";
/// let import = IcalImport::read(file, chrono_tz::Europe::Amsterdam);
/// assert_eq!(import.skipped()[0].to_string(), "line 8: \"Teamdag\": there is no day \"20260230\"");
///
/// let calendar = Calendar::builder(chrono_tz::Europe::Amsterdam, BusinessHours::always())
///     .closings(import.closings().iter().cloned())
///     .build()?;
/// let notice = calendar.notice("2026-12-30T12:00:00Z".parse().unwrap());
/// assert_eq!(notice.in_dutch(), "Wij zijn gesloten (Kerstsluiting) en zaterdag om 00:00 weer open.");
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IcalImport {
    closings: Vec<Closing>,
    skipped: Vec<Fault>,
}

/// Something at a line that can't be read.
type Wrong = (usize, String);

impl IcalImport {
    /// Reads a file for a calendar in a zone.
    #[must_use]
    pub fn read(file: impl AsRef<[u8]>, zone: Tz) -> Self {
        let (blocks, wrong) = blocks(file.as_ref());
        let mut import = Self { closings: Vec::new(), skipped: Vec::new() };
        let mut skipped = wrong;
        let events: Vec<Event> = blocks
            .iter()
            .filter_map(|block| named(block, Event::read(block, zone), &mut skipped))
            .collect();

        // A time of a series that was moved is an event of its own, and no longer one of
        // the series.
        let mut moved: BTreeMap<&str, BTreeSet<NaiveDateTime>> = BTreeMap::new();
        for event in &events {
            if let (Some(uid), Some(instead_of)) = (&event.uid, event.instead_of) {
                moved.entry(uid).or_default().insert(instead_of);
            }
        }
        let none = BTreeSet::new();
        let mut budget = Budget::default();
        for event in &events {
            let own = event.uid.as_deref().filter(|_| event.instead_of.is_none());
            let moved = own.and_then(|uid| moved.get(uid)).unwrap_or(&none);
            match event.closings(zone, moved, &mut budget) {
                Ok(closings) => import.closings.extend(closings),
                Err((line, message)) => skipped.push((line, event.labelled(&message))),
            }
        }
        skipped.sort_by_key(|(line, _)| *line);
        let faults = skipped.into_iter();
        import.skipped =
            faults.map(|(line, text)| Fault::new(format!("line {line}"), text)).collect();
        import
    }

    /// The closings, in the order of the file.
    #[must_use]
    pub fn closings(&self) -> &[Closing] {
        &self.closings
    }

    /// What was not read, by line, and why.
    #[must_use]
    pub fn skipped(&self) -> &[Fault] {
        &self.skipped
    }
}

/// The event, or a note under its summary.
fn named(
    block: &Block,
    read: Result<Event, Wrong>,
    skipped: &mut Vec<(usize, String)>,
) -> Option<Event> {
    read.map_err(|(line, message)| skipped.push((line, block.labelled(&message)))).ok()
}
