//! The order of an agenda.

use super::Entry;
use crate::Priority;
use crate::case::CaseId;
use crate::sla::Status;
use chrono::{DateTime, Utc};
use std::cmp::Reverse;
use std::sync::Arc;

/// Where a case stands in the order: fields are compared one after the other.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    tier: Tier,
    /// Of what is late, the most urgent comes first.
    urgency_of_late: Reverse<Priority>,
    due: DateTime<Utc>,
    urgency: Reverse<Priority>,
    since: DateTime<Utc>,
    id: Arc<CaseId>,
}

/// What comes first, comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Tier {
    Late,
    Imminent,
    Pending,
    Paused,
    Nothing,
}

impl Key {
    /// The key of a case at `now`.
    pub(super) fn new(id: Arc<CaseId>, entry: &Entry, now: DateTime<Utc>) -> Self {
        let urgency = Reverse(entry.priority);
        let Some(pressing) = &entry.pressing else {
            let (due, since) = (DateTime::<Utc>::MAX_UTC, DateTime::<Utc>::MAX_UTC);
            let urgency_of_late = Reverse(Priority::Low);
            return Self { tier: Tier::Nothing, urgency_of_late, due, urgency, since, id };
        };
        let tier = match pressing.status_at(now) {
            Status::Breaching => Tier::Late,
            Status::Imminent => Tier::Imminent,
            Status::Paused => Tier::Paused,
            _ => Tier::Pending,
        };
        let urgency_of_late = if tier == Tier::Late { urgency } else { Reverse(Priority::Low) };
        let (due, since) = (pressing.due_at, pressing.since);
        Self { tier, urgency_of_late, due, urgency, since, id }
    }

    pub(super) fn id(&self) -> &CaseId {
        &self.id
    }
}
