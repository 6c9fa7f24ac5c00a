//! Where a case stands and who has it, read from the log.

use super::answer::{automatic, is_by_one_who_counts};
use super::{Conventions, Event, EventKind, Message, Phase, Resolution, Status};
use crate::Priority;
use crate::language::Language;
use chrono::{DateTime, Utc};
use std::collections::BTreeSet;

/// Where a case stands and who has it: what follows from the log but for the answers.
///
/// # Example
/// ```
/// use webcare::Priority;
/// use webcare::case::{Case, Status};
///
/// let case: Case = serde_json::from_str(r#"{"id": "c-1", "log": [
///     {"at": "2026-11-02T09:00:00Z", "kind": "received", "mention": "m-1"},
///     {"id": "j-1", "at": "2026-11-02T09:00:01Z", "by": "automation", "kind": "judged",
///      "priority": "high", "language": "nl"},
///     {"id": "h-1", "at": "2026-11-02T09:20:00Z", "by": "agent:Noor", "kind": "handed_over",
///      "organisation": "Infrabel", "know": "Wissel bij Essen, trein 2834 gemist."}
/// ]}"#)?;
/// let standing = case.standing();
/// assert_eq!(standing.status(), Status::WaitingOnThirdParty);
/// assert_eq!(standing.organisation(), Some("Infrabel"));
/// assert_eq!(standing.priority(), Some(Priority::High));
/// assert_eq!(standing.handovers(), 1);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing<'c> {
    status: Status,
    queue: Option<&'c str>,
    agent: Option<&'c str>,
    organisation: Option<&'c str>,
    handovers: u32,
    reopenings: u32,
    priority: Option<Priority>,
    language: Option<Language>,
    tags: Option<&'c BTreeSet<String>>,
    resolution: Option<&'c Resolution>,
    resolved_at: Option<DateTime<Utc>>,
    last_agent: Option<&'c str>,
}

impl<'c> Standing<'c> {
    /// Where it stands.
    #[must_use]
    pub const fn status(&self) -> Status {
        self.status
    }

    /// The queue that has it.
    #[must_use]
    pub const fn queue(&self) -> Option<&'c str> {
        self.queue
    }

    /// The agent who has it.
    #[must_use]
    pub const fn agent(&self) -> Option<&'c str> {
        self.agent
    }

    /// The other organisation that it was handed over to, and waits for.
    #[must_use]
    pub const fn organisation(&self) -> Option<&'c str> {
        self.organisation
    }

    /// How often it went to another queue, agent or organisation after it had one.
    #[must_use]
    pub const fn handovers(&self) -> u32 {
        self.handovers
    }

    /// How often a message of the customer opened it again after it was resolved.
    #[must_use]
    pub const fn reopenings(&self) -> u32 {
        self.reopenings
    }

    /// How soon it is to be handled, as last judged.
    #[must_use]
    pub const fn priority(&self) -> Option<Priority> {
        self.priority
    }

    /// Its language, as last judged.
    #[must_use]
    pub const fn language(&self) -> Option<Language> {
        self.language
    }

    /// Its tags, as last judged.
    pub fn tags(&self) -> impl Iterator<Item = &'c str> {
        self.tags.into_iter().flatten().map(String::as_str)
    }

    /// The outcome it was resolved with, while it is resolved and one was recorded.
    #[must_use]
    pub const fn resolution(&self) -> Option<&'c Resolution> {
        self.resolution
    }

    /// Since when it is resolved, while it is.
    #[must_use]
    pub const fn resolved_at(&self) -> Option<DateTime<Utc>> {
        self.resolved_at
    }

    /// Where a case stands after `events`, given in the order of time.
    pub(super) fn after(
        events: impl Iterator<Item = &'c Event> + Clone,
        conventions: &Conventions,
    ) -> Self {
        let automatic =
            if conventions.automatic() { BTreeSet::new() } else { automatic(events.clone()) };
        let mut standing = Self::default();
        for event in events {
            standing.take(event, &automatic, conventions);
        }
        standing
    }

    /// The phases a case went through by `events`, given in the order of time.
    pub(super) fn phases(
        events: impl Iterator<Item = &'c Event> + Clone,
        conventions: &Conventions,
    ) -> Vec<Phase<'c>> {
        Self::phases_with(events, conventions, true)
    }

    /// The same, where it is known whether a platform brought messages of ours: without
    /// them it is all one what the machines sent.
    pub(super) fn phases_with(
        events: impl Iterator<Item = &'c Event> + Clone,
        conventions: &Conventions,
        has_echoes: bool,
    ) -> Vec<Phase<'c>> {
        let asks = has_echoes && !conventions.automatic();
        let automatic = if asks { automatic(events.clone()) } else { BTreeSet::new() };
        let mut standing = Self::default();
        let mut phases: Vec<Phase<'c>> = Vec::new();
        for event in events {
            standing.take(event, &automatic, conventions);
            let is_plain = matches!(event.kind, EventKind::Received(_) | EventKind::Answered(_));
            if is_plain && phases.last().is_some_and(|last| last.status == standing.status) {
                continue;
            }
            let phase = standing.phase(event.at);
            match phases.last_mut() {
                Some(last) if last.is_like(&phase) => {}
                Some(last) if last.since() == phase.since() => *last = phase,
                _ => phases.push(phase),
            }
        }
        phases
    }

    fn phase(&self, since: DateTime<Utc>) -> Phase<'c> {
        Phase {
            since,
            status: self.status,
            queue: self.queue,
            priority: self.priority,
            language: self.language,
            tags: self.tags,
        }
    }

    fn take(&mut self, event: &'c Event, automatic: &BTreeSet<&str>, conventions: &Conventions) {
        match &event.kind {
            EventKind::Received(received) if conventions.thanks() || !received.is_thanks() => {
                self.awaken();
            }
            EventKind::Answered(answered) if is_by_one_who_counts(event, conventions) => {
                let echo = answered.message().map(Message::external_id);
                if echo.is_none_or(|id| !automatic.contains(id)) {
                    self.take_up();
                }
            }
            EventKind::Assigned { queue, agent } => {
                self.assign(queue.as_deref(), agent.as_deref());
            }
            EventKind::HandedOver(handover) => match handover.organisation() {
                Some(organisation) => {
                    self.enter(Status::WaitingOnThirdParty, event.at);
                    self.organisation = Some(organisation);
                    self.handovers = self.handovers.saturating_add(1);
                }
                None => self.assign(handover.queue(), handover.its_agent()),
            },
            EventKind::StatusChanged { to, .. } => self.enter(*to, event.at),
            EventKind::Resolved(resolution) => {
                self.enter(Status::Resolved, event.at);
                self.resolution = Some(resolution);
            }
            EventKind::Judged(judged) => {
                self.priority = judged.its_priority().or(self.priority);
                self.language = judged.its_language().or(self.language);
                self.tags = judged.its_tags().or(self.tags);
            }
            _ => {}
        }
    }

    fn enter(&mut self, status: Status, at: DateTime<Utc>) {
        if status == Status::Resolved {
            self.resolved_at = self.resolved_at.or(Some(at));
        } else {
            (self.resolved_at, self.resolution) = (None, None);
        }
        if status != Status::WaitingOnThirdParty {
            self.organisation = None;
        }
        self.status = status;
    }

    fn awaken(&mut self) {
        match self.status {
            Status::WaitingOnCustomer => self.status = Status::Open,
            Status::Resolved => {
                self.status = Status::Open;
                self.reopenings = self.reopenings.saturating_add(1);
                (self.resolved_at, self.resolution) = (None, None);
            }
            Status::New | Status::Open | Status::WaitingOnThirdParty => {}
        }
    }

    fn take_up(&mut self) {
        if self.status == Status::New {
            self.status = Status::Open;
        }
    }

    /// A hand-over is a change of queue or of agent, after there was one.
    fn assign(&mut self, queue: Option<&'c str>, agent: Option<&'c str>) {
        let moved = queue.is_some() && self.queue.is_some() && queue != self.queue;
        let passed = agent.is_some() && self.last_agent.is_some() && agent != self.last_agent;
        if moved || passed {
            self.handovers = self.handovers.saturating_add(1);
        }
        self.queue = queue.or(self.queue);
        self.agent = agent;
        self.last_agent = agent.or(self.last_agent);
        if agent.is_some() {
            self.take_up();
        }
    }
}
