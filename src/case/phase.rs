//! A stretch of time in which a case stood the same.

use super::Status;
use crate::Priority;
use crate::language::Language;
use chrono::{DateTime, Utc};
use std::collections::BTreeSet;

/// A stretch of time in which a case had one status, queue and judgement: from an instant
/// to the beginning of the next phase. Given by [`Case::phases`](super::Case::phases).
///
/// # Example
/// ```
/// use webcare::case::{Case, Conventions, Status};
///
/// let case: Case = serde_json::from_str(r#"{"id": "c-1", "log": [
///     {"at": "2026-11-02T09:00:00Z", "kind": "received", "mention": "m-1"},
///     {"id": "a-1", "at": "2026-11-02T09:20:00Z", "by": "agent:Noor", "kind": "answered"}
/// ]}"#)?;
/// let phases = case.phases(&Conventions::default(), None);
/// assert_eq!(phases.iter().map(|phase| phase.status()).collect::<Vec<_>>(), [Status::New, Status::Open]);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phase<'c> {
    pub(super) since: DateTime<Utc>,
    pub(super) status: Status,
    pub(super) queue: Option<&'c str>,
    pub(super) priority: Option<Priority>,
    pub(super) language: Option<Language>,
    pub(super) tags: Option<&'c BTreeSet<String>>,
}

impl<'c> Phase<'c> {
    /// When it began.
    #[must_use]
    pub const fn since(&self) -> DateTime<Utc> {
        self.since
    }

    /// Where the case stood.
    #[must_use]
    pub const fn status(&self) -> Status {
        self.status
    }

    /// The queue that had it.
    #[must_use]
    pub const fn queue(&self) -> Option<&'c str> {
        self.queue
    }

    /// How soon it was to be handled, where that was judged.
    #[must_use]
    pub const fn priority(&self) -> Option<Priority> {
        self.priority
    }

    /// Its language, where that was judged.
    #[must_use]
    pub const fn language(&self) -> Option<Language> {
        self.language
    }

    /// Whether it had this tag.
    #[must_use]
    pub fn has_tag(&self, tag: &str) -> bool {
        self.tags.is_some_and(|tags| tags.contains(tag))
    }

    /// Its tags, in the order of the alphabet.
    pub fn tags(&self) -> impl Iterator<Item = &'c str> {
        self.tags.into_iter().flatten().map(String::as_str)
    }

    /// Its tags, where they were judged.
    #[must_use]
    pub const fn its_tags(&self) -> Option<&'c BTreeSet<String>> {
        self.tags
    }

    /// Whether it differs in nothing but its time.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        Self { since: other.since, ..*self } == *other
    }
}
