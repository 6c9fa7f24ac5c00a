//! What became of a message that was placed.

use super::CaseId;
use std::collections::BTreeSet;

/// Where a message was placed by [`Cases`](super::Cases), and what else changed by it.
///
/// # Example
/// ```
/// use chrono::{DateTime, Utc};
/// use webcare::case::Cases;
/// use webcare::mention::Mention;
///
/// let now = DateTime::<Utc>::UNIX_EPOCH;
/// let mention = Mention::builder("m-1").text("Is er iemand?").build()?;
/// let mut cases = Cases::new();
///
/// let placed = cases.receive(&mention, now);
/// assert!(placed.is_opening());
/// assert_eq!(placed.case().map(|case| case.as_str()), Some("m-1"));
///
/// let again = cases.receive(&mention, now);
/// assert!(again.is_known());
/// assert_eq!(again.case(), placed.case());
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Placement {
    case: Option<CaseId>,
    known: bool,
    opened: bool,
    merged: Vec<CaseId>,
    changed: BTreeSet<CaseId>,
}

impl Placement {
    /// The case it belongs to. `None` for a message of ours that waits for what it
    /// answers, or was said to nobody in particular.
    #[must_use]
    pub const fn case(&self) -> Option<&CaseId> {
        self.case.as_ref()
    }

    /// Whether the message was there already.
    #[must_use]
    pub const fn is_known(&self) -> bool {
        self.known
    }

    /// Whether it opened a case.
    #[must_use]
    pub const fn is_opening(&self) -> bool {
        self.opened
    }

    /// The names of cases that became part of another one by it.
    #[must_use]
    pub fn merged(&self) -> &[CaseId] {
        &self.merged
    }

    /// The cases whose log changed by it, itself included: what a host has to store.
    #[must_use]
    pub const fn changed(&self) -> &BTreeSet<CaseId> {
        &self.changed
    }

    pub(super) fn at(&mut self, case: Option<CaseId>) {
        self.case = case;
    }

    pub(super) fn known(&mut self, case: Option<CaseId>) {
        self.known = true;
        self.case = case;
    }

    pub(super) fn opened(&mut self) {
        self.opened = true;
    }

    pub(super) fn changed_at(&mut self, case: CaseId) {
        self.changed.insert(case);
    }

    pub(super) fn merged_into(&mut self, gone: CaseId, stays: CaseId) {
        self.changed.remove(&gone);
        self.changed.insert(stays);
        self.merged.push(gone);
    }
}
