//! What an agenda knows of a case.

use crate::Priority;
use crate::sla::{Deadline, Metric, Status};
use chrono::{DateTime, TimeDelta, Utc};

/// What an [`Agenda`](super::Agenda) knows of a case: how urgent it is, and the deadline
/// that presses most.
///
/// # Example
/// ```
/// use webcare::Priority;
/// use webcare::sla::Entry;
///
/// assert_eq!(Entry::new(Priority::High, &[]).due_at(), None);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub(super) priority: Priority,
    pub(super) pressing: Option<Pressing>,
    /// When any of its deadlines changes.
    change: Option<DateTime<Utc>>,
}

/// The deadline that presses most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pressing {
    pub(super) metric: Metric,
    pub(super) due_at: DateTime<Utc>,
    pub(super) since: DateTime<Utc>,
    status: Status,
    imminent_at: Option<DateTime<Utc>>,
}

impl Pressing {
    fn of(deadline: &Deadline) -> Self {
        let warned = deadline.next_change().filter(|change| *change <= deadline.due_at());
        Self {
            metric: deadline.metric(),
            due_at: deadline.due_at(),
            since: deadline.started_at(),
            status: deadline.status(),
            imminent_at: warned,
        }
    }

    /// Where it stands at `now`, which is not before it was told.
    pub(super) fn status_at(&self, now: DateTime<Utc>) -> Status {
        match self.status {
            Status::Pending | Status::Imminent if now > self.due_at => Status::Breaching,
            Status::Pending if self.imminent_at.is_some_and(|at| at <= now) => Status::Imminent,
            status => status,
        }
    }
}

impl Entry {
    /// What follows from the deadlines of a case; those that are done do not count.
    #[must_use]
    pub fn new(priority: Priority, deadlines: &[Deadline]) -> Self {
        let open = deadlines.iter().filter(|deadline| deadline.status().is_open());
        let press = |deadline: &&Deadline| {
            let rank = match deadline.status() {
                Status::Breaching => 0,
                Status::Paused => 2,
                _ => 1,
            };
            (rank, deadline.due_at(), deadline.metric())
        };
        let pressing = open.clone().min_by_key(press).map(Pressing::of);
        let change = open.filter_map(Deadline::next_change).min();
        Self { priority, pressing, change }
    }

    /// When what presses most is due.
    #[must_use]
    pub fn due_at(&self) -> Option<DateTime<Utc>> {
        self.pressing.map(|pressing| pressing.due_at)
    }

    /// How urgent it is.
    #[must_use]
    pub const fn priority(&self) -> Priority {
        self.priority
    }

    /// When something changes next, after `now`.
    pub(super) fn wake(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let late = self.pressing.and_then(|pressing| match pressing.status {
            Status::Pending | Status::Imminent => {
                pressing.due_at.checked_add_signed(TimeDelta::nanoseconds(1))
            }
            _ => None,
        });
        let warned = self.pressing.and_then(|pressing| pressing.imminent_at);
        let all = self.change.into_iter().chain(late).chain(warned);
        all.filter(|at| *at > now).min()
    }
}
