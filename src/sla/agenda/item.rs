//! One case of an agenda, and why it stands where it does.

use super::Entry;
use crate::Priority;
use crate::case::CaseId;
use crate::sla::{Metric, Status};
use chrono::{DateTime, Utc};
use std::fmt;

/// One case of an [`Agenda`](super::Agenda). As text it says all by which it is ordered.
///
/// # Example
/// ```
/// use chrono::{DateTime, Utc};
/// use webcare::Priority;
/// use webcare::case::CaseId;
/// use webcare::sla::{Agenda, Entry};
///
/// let mut agenda = Agenda::new(DateTime::<Utc>::UNIX_EPOCH);
/// agenda.put(CaseId::new("c-1")?, Entry::new(Priority::Low, &[]));
/// assert_eq!(agenda.first().unwrap().to_string(), "c-1: nothing is due, low");
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Item<'a> {
    id: &'a CaseId,
    entry: &'a Entry,
    now: DateTime<Utc>,
}

impl<'a> Item<'a> {
    pub(super) const fn new(id: &'a CaseId, entry: &'a Entry, now: DateTime<Utc>) -> Self {
        Self { id, entry, now }
    }

    /// Which case it is.
    #[must_use]
    pub const fn case(&self) -> &'a CaseId {
        self.id
    }

    /// How urgent it is.
    #[must_use]
    pub const fn priority(&self) -> Priority {
        self.entry.priority
    }

    /// What presses most.
    #[must_use]
    pub fn metric(&self) -> Option<Metric> {
        self.entry.pressing.map(|pressing| pressing.metric)
    }

    /// When that is due.
    #[must_use]
    pub fn due_at(&self) -> Option<DateTime<Utc>> {
        self.entry.due_at()
    }

    /// Where that stands.
    #[must_use]
    pub fn status(&self) -> Status {
        self.entry.pressing.map_or(Status::NotApplicable, |it| it.status_at(self.now))
    }
}

impl fmt::Display for Item<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.entry.pressing {
            None => write!(f, "{}: nothing is due, {}", self.id, self.priority()),
            Some(pressing) => write!(
                f,
                "{}: {}, {} due {}, {}",
                self.id,
                self.status(),
                pressing.metric,
                pressing.due_at.format("%FT%TZ"),
                self.priority(),
            ),
        }
    }
}
