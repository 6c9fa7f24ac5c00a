//! What there is to draw: a case, its calendar, and what is due.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::Deserialize;
use std::collections::BTreeMap;
use webcare::Priority;
use webcare::calendar::{Calendar, Calendars};
use webcare::case::{Case, Event, Status};
use webcare::sla::{Deadline, Metric, Policies};

/// A file of the example.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Story {
    now: DateTime<Utc>,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
    calendars: Calendars,
    policies: Policies,
    case: Case,
    #[serde(default)]
    priority: Priority,
}

/// A story with what follows from it.
pub(crate) struct Told {
    pub(crate) now: DateTime<Utc>,
    pub(crate) from: DateTime<Utc>,
    pub(crate) to: DateTime<Utc>,
    pub(crate) calendar: Calendar,
    pub(crate) case: Case,
    pub(crate) events: Vec<Event>,
    /// Where it stood, from when on.
    pub(crate) stood: Vec<(DateTime<Utc>, Status)>,
    pub(crate) deadlines: Vec<Deadline>,
}

impl Story {
    pub(crate) fn told(self) -> Result<Told, String> {
        if self.from >= self.now || self.now >= self.to {
            return Err("expected \"from\" before \"now\" before \"to\"".to_owned());
        }
        let within = |event: &&Event| (self.from..self.to).contains(&event.at());
        let events: Vec<Event> = self.case.events().filter(within).cloned().collect();
        Ok(Told {
            stood: stood(&self.case)?,
            deadlines: self.deadlines()?,
            calendar: self.calendars.default_calendar().clone(),
            now: self.now,
            from: self.from,
            to: self.to,
            case: self.case,
            events,
        })
    }

    /// All that was ever due, as it stands now or stood in the end: one question tells what
    /// is due at an instant, so it is asked after each event.
    fn deadlines(&self) -> Result<Vec<Deadline>, String> {
        let later = self.case.events().map(Event::at).filter(|at| *at < self.now);
        let mut all: BTreeMap<(DateTime<Utc>, Metric), Deadline> = BTreeMap::new();
        for now in later.chain([self.now]) {
            let due = self.policies.deadlines(&self.case, self.priority, &self.calendars, now);
            let due = due.map_err(|error| error.to_string())?;
            all.extend(due.into_iter().map(|due| ((due.started_at(), due.metric()), due)));
        }
        Ok(all.into_values().collect())
    }
}

impl Told {
    pub(crate) fn zone(&self) -> Tz {
        self.calendar.zone()
    }
}

/// Where a case stood after each of its events: the log up to there says it.
fn stood(case: &Case) -> Result<Vec<(DateTime<Utc>, Status)>, String> {
    let mut log: Vec<Event> = Vec::new();
    let mut stood: Vec<(DateTime<Utc>, Status)> = Vec::new();
    for event in case.events() {
        log.push(event.clone());
        let so_far = Case::replay(case.id().clone(), log.iter().cloned());
        let status = so_far.map_err(|error| error.to_string())?.status();
        if stood.last().is_none_or(|(_, before)| *before != status) {
            stood.push((event.at(), status));
        }
    }
    Ok(stood)
}
