//! Where a case stands and who has it, read from the log.

use super::answer::automatic;
use super::{Event, EventKind, Message, Status};
use std::collections::BTreeSet;

/// What follows from the log but for the answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Standing<'c> {
    pub(super) status: Status,
    pub(super) queue: Option<&'c str>,
    pub(super) agent: Option<&'c str>,
    pub(super) handovers: u32,
    pub(super) reopenings: u32,
    last_agent: Option<&'c str>,
}

impl<'c> Standing<'c> {
    /// Where a case stands after `events`, given in the order of time.
    pub(super) fn after(events: impl Iterator<Item = &'c Event> + Clone) -> Self {
        let automatic = automatic(events.clone());
        events.fold(Self::default(), |standing, event| standing.then(event, &automatic))
    }

    fn then(mut self, event: &'c Event, automatic: &BTreeSet<&str>) -> Self {
        match &event.kind {
            EventKind::Received(received) if !received.is_thanks() => self.awaken(),
            EventKind::Answered(answered) if event.by.is_person_of_ours() => {
                let echo = answered.message().map(Message::external_id);
                if echo.is_none_or(|id| !automatic.contains(id)) {
                    self.take_up();
                }
            }
            EventKind::Assigned { queue, agent } => {
                self.assign(queue.as_deref(), agent.as_deref());
            }
            EventKind::StatusChanged { to, .. } => self.status = *to,
            _ => {}
        }
        self
    }

    fn awaken(&mut self) {
        match self.status {
            Status::WaitingOnCustomer => self.status = Status::Open,
            Status::Resolved => {
                self.status = Status::Open;
                self.reopenings = self.reopenings.saturating_add(1);
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
