//! Events, each once, in the order of time whatever the order of arrival.

use super::{Event, EventId, Recorded};
use crate::Error;
use chrono::{DateTime, Utc};
use std::cmp::Ordering;

/// The events of a case, sorted by time and then by name.
///
/// Events stay where they arrived; two lists of positions keep the orders. An event that
/// arrives in the order of time costs a few comparisons; one that comes late moves four
/// bytes for each event after it.
#[derive(Clone, Debug, Default)]
pub(super) struct Log {
    events: Vec<Event>,
    by_time: Vec<u32>,
    by_id: Vec<u32>,
}

impl Log {
    /// Takes an event that does not contradict itself.
    pub(super) fn record(&mut self, event: Event) -> Result<Recorded, Error> {
        let slot = match self.find(&event.id) {
            Ok(known) if *known == event => return Ok(Recorded::Known),
            Ok(_) => {
                let reason = "an event of this name is recorded with other content";
                return Err(Error::refused(event.id.as_str(), reason));
            }
            Err(slot) => slot,
        };
        if let Some(reason) = event.contradiction() {
            return Err(Error::refused(event.id.as_str(), reason));
        }
        let Ok(position) = u32::try_from(self.events.len()) else {
            return Err(Error::refused(event.id.as_str(), "the log of this case is full"));
        };
        let place = match self.by_time.last().and_then(|last| self.at(*last)) {
            Some(last) if order(last, &event) == Ordering::Greater => self
                .by_time
                .partition_point(|at| self.is(*at, |known| order(known, &event).is_lt())),
            _ => self.by_time.len(),
        };
        self.by_time.insert(place, position);
        self.by_id.insert(slot, position);
        self.events.push(event);
        Ok(Recorded::New)
    }

    /// The event of that name.
    pub(super) fn get(&self, id: &EventId) -> Option<&Event> {
        self.find(id).ok()
    }

    /// All events, in the order of time.
    pub(super) fn iter(&self) -> impl DoubleEndedIterator<Item = &Event> + Clone {
        self.by_time.iter().filter_map(|at| self.at(*at))
    }

    /// The events that had happened at `until`, in the order of time.
    pub(super) fn until(
        &self,
        until: Option<DateTime<Utc>>,
    ) -> impl Iterator<Item = &Event> + Clone {
        self.iter().take_while(move |event| until.is_none_or(|until| event.at <= until))
    }

    /// Changes what the events say; neither their names nor their times.
    pub(super) fn change(&mut self, change: impl Fn(&mut Event)) {
        self.events.iter_mut().for_each(change);
    }

    pub(super) fn len(&self) -> usize {
        self.events.len()
    }

    pub(super) fn into_events(self) -> Vec<Event> {
        self.events
    }

    /// The event of that name, or where its position belongs.
    fn find(&self, id: &EventId) -> Result<&Event, usize> {
        let slot = self.by_id.partition_point(|at| self.is(*at, |known| known.id < *id));
        let found = self.by_id.get(slot).and_then(|at| self.at(*at));
        found.filter(|known| known.id == *id).ok_or(slot)
    }

    fn at(&self, position: u32) -> Option<&Event> {
        self.events.get(usize::try_from(position).ok()?)
    }

    fn is(&self, position: u32, holds: impl FnOnce(&Event) -> bool) -> bool {
        self.at(position).is_some_and(holds)
    }
}

fn order(a: &Event, b: &Event) -> Ordering {
    a.at.cmp(&b.at).then_with(|| a.id.cmp(&b.id))
}

impl PartialEq for Log {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().eq(other.iter())
    }
}
