//! What there is to draw: a case, its calendar, and what is due.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::Deserialize;
use webcare::Priority;
use webcare::calendar::{Calendar, Calendars};
use webcare::case::{Case, Event, Status};
use webcare::sla::{self, Deadline, Policies};

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
    pub(crate) runs: Vec<Run>,
}

/// One run of a clock.
pub(crate) struct Run {
    pub(crate) deadline: Deadline,
    /// When its clock stood still, from one instant to another.
    pub(crate) pauses: Vec<(DateTime<Utc>, DateTime<Utc>)>,
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
            runs: self.runs()?,
            calendar: self.calendars.default_calendar().clone(),
            now: self.now,
            from: self.from,
            to: self.to,
            case: self.case,
            events,
        })
    }

    /// All that was ever due, as it stands now or stood in the end, in the order of time.
    fn runs(&self) -> Result<Vec<Run>, String> {
        let run = |deadline| Run { deadline, pauses: Vec::new() };
        let mut runs: Vec<Run> = self.history(self.now)?.into_iter().map(run).collect();
        runs.sort_by_key(|run| (run.deadline.started_at(), run.deadline.metric()));
        // A clock stops and goes on only when something happens.
        let happened = self.case.events().map(Event::at).filter(|at| *at < self.now);
        let mut moments: Vec<DateTime<Utc>> = happened.chain([self.now]).collect();
        moments.dedup();
        for (from, to) in moments.iter().zip(moments.iter().skip(1)) {
            let then = self.history(*from)?;
            for still in then.iter().filter(|then| then.status() == sla::Status::Paused) {
                if let Some(run) = runs.iter_mut().find(|run| is_same(&run.deadline, still)) {
                    run.pauses.push((*from, *to));
                }
            }
        }
        Ok(runs)
    }

    fn history(&self, now: DateTime<Utc>) -> Result<Vec<Deadline>, String> {
        let history = self.policies.history(&self.case, self.priority, &self.calendars, now);
        history.map_err(|error| error.to_string())
    }
}

/// Whether two deadlines are of one run of one clock.
fn is_same(one: &Deadline, other: &Deadline) -> bool {
    let run = |it: &Deadline| (it.metric(), it.started_at(), it.about().map(str::to_owned));
    run(one) == run(other)
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
